"""What a mediator's plan asks of two sides, and who accepts it."""

import pytest

from .drafts import drafted, options, wishes

PLANS = [
    f"Norway {made} under which Peru would free the crew and Chile would reopen the port."
    for made in (
        "has put forward a plan",
        "presented a proposal",
        "has tabled a compromise",
        "drew up a blueprint",
    )
]


@pytest.mark.parametrize("plan", PLANS)
def test_what_a_plan_asks_of_both_is_on_the_table(plan: str) -> None:
    found = drafted(plan + " Chile closed the port in May. Peru holds a crew of nine.")
    assert {"PER.release", "CHL.close"} <= set(options(found))


@pytest.mark.parametrize("plan", PLANS[:2])
@pytest.mark.parametrize("answer", ["Peru accepted the plan.", "Peru accepted the proposal."])
def test_who_accepts_the_plan_accepts_its_part(plan: str, answer: str) -> None:
    assert "PER: PER.release" in set(wishes(drafted(f"{plan} {answer}")))


@pytest.mark.parametrize(
    "text",
    [
        "Norway presented a plan. Peru would free the crew one day, a newspaper wrote.",
        "Norway had a plan of the harbour under which Peru's crew slept.",
    ],
)
def test_a_plan_that_asks_nothing_puts_nothing_on_the_table(text: str) -> None:
    assert not options(drafted(text))
