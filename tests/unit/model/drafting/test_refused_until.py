"""A refusal that holds until something is done is a condition, and no wish beside it."""

import pytest

from .drafts import drafted, wishes

HELD = "Chile holds a Peruvian trawler. Peru keeps a levy on Chilean wine. "

UNTIL = [
    "Chile will not release the trawler until Peru lifts the levy, the foreign ministry said.",
    "Chile refuses to release the trawler. It will do so once Peru lifts the levy, Santiago said.",
]


@pytest.mark.parametrize("said", UNTIL)
def test_who_says_what_it_takes_does_not_refuse_in_every_case(said: str) -> None:
    found = set(wishes(drafted(HELD + said)))
    assert {each for each in found if each.startswith("CHL: CHL.release requires")}
    assert "CHL: not CHL.release" not in found


def test_who_sets_no_condition_refuses() -> None:
    said = "Chile will not release the trawler, the foreign ministry said."
    assert "CHL: not CHL.release" in set(wishes(drafted(HELD + said)))


def test_nobody_threatens_itself() -> None:
    """Of two ministries "its ministry" is of the one that does not have to give in."""
    found = drafted(
        "Somalia called back its ambassador. It gave Kenya until May to take the soldiers off the "
        "island. The border crossing, which feeds half of northern Kenya, would be closed after "
        "that date, its foreign ministry said in a note."
    )
    assert not {w for w in wishes(found) if w.startswith("KEN: KEN.withdraw requires")}


def test_an_offer_is_none_where_more_is_asked() -> None:
    text = HELD + (
        "Chile will release the trawler if Peru lifts the levy, the foreign ministry said. The "
        "trawler would not be released unless Peru paid the fine, Santiago added."
    )
    found = set(wishes(drafted(text)))
    assert "CHL: CHL.release requires not PER.levy" in found
    assert "CHL: CHL.release requires PER.pay" in found
    assert "CHL: not PER.levy requires CHL.release" not in found
