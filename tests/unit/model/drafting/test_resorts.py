"""Disputes that are taken further: to a court, to an organisation, to the Security Council."""

import pytest

from .drafts import drafted, options

BAN = " Kenya banned Somali fish in May. Somalia demanded that Kenya lift the ban."
TAKEN = [
    "If the ban stayed, Somalia would take the matter to the World Trade Organization, it said.",
    "Somalia threatened to bring the dispute before the Security Council.",
    "Unless the ban is lifted, Somalia will turn to the Security Council, its minister said.",
    "Unless Kenya lifts it, Somalia will report the case to the General Assembly, it said.",
    "Kenya must lift the ban or else the matter will go to the World Court, Somalia said.",
    "Somalia threatened to go to the tribunal in Hamburg.",
    "Somalia warned that it would lodge a complaint with the World Trade Organization.",
]


@pytest.mark.parametrize("told", TAKEN)
def test_a_dispute_that_is_taken_further_is_an_option(told: str) -> None:
    assert "SOM.lawsuit" in set(options(drafted(told + BAN)))


@pytest.mark.parametrize(
    "told",
    [
        # Who travels there takes no dispute along.
        "Somalia's minister will go to the Security Council on Monday.",
        "Somalia wants to turn to its own council of elders, its minister said.",
        "Somalia brought its case file to the court.",
        "Somalia appealed to Kenya to keep calm.",
    ],
)
def test_who_only_goes_there_sues_nobody(told: str) -> None:
    assert not {"SOM.lawsuit", "SOM.appeal"} & set(options(drafted(told + BAN)))


@pytest.mark.parametrize(
    ("told", "called"),
    [
        (TAKEN[0], "Take the case to the World Trade Organization"),
        (TAKEN[1], "Take the case to the Security Council"),
        (
            "Somalia said it would appeal against the ruling unless Kenya lifted the ban.",
            "Appeal against the ruling",
        ),
        # What is before the judges already is kept there.
        (
            (
                "Somalia filed a complaint with the World Trade Organization in March. Kenya wants"
                " Somalia to withdraw the complaint."
            ),
            "Keep the lawsuit at the World Trade Organization in force",
        ),
    ],
)
def test_what_it_is_called(told: str, called: str) -> None:
    found = drafted(told + BAN).dispute
    assert found is not None
    assert called in {option.text for _, _, option in found.named_options()}


def test_an_agency_that_states_founded_decides_for_itself() -> None:
    found = drafted(
        "The International Atomic Energy Agency will report the case to the Security Council unless"
        " Kenya admits its inspectors, the agency said. Kenya refused to admit them."
    )
    assert "IAEA.lawsuit" in set(options(found))


def test_what_its_owner_threatens_with_once_is_in_the_model() -> None:
    more = (
        " Kenya demanded that Somalia release two fishermen, reopen its port and pay the fees."
        " Somalia demanded that Kenya apologise."
    )
    told = "Somalia threatened to bring the dispute before the Security Council."
    assert "SOM.lawsuit" in set(options(drafted(told + BAN + more)))
