"""Is what was done called by the name of what would undo it, and only if that is spoken of?"""

import pytest

from .drafts import drafted, options, wishes

FISHERMEN = " Kenya demanded that Somalia release the fishermen."
# Two sentences about one thing that Kenya has done, and its option.
ONE = {
    "Kenya signed a port accord with the rebels in May. Somalia called on Kenya to cancel the port"
    " accord.": "KEN.stay_in",
    "Kenya vetoed Somalia's membership of the bloc. Somalia called on Kenya to drop its veto.": (
        "KEN.support"
    ),
    "Kenya expelled 30 Somali nurses in May. Somalia demanded the return of the nurses.": (
        "KEN.admit"
    ),
    "Kenya has barred Somali ferries from its ports. Somalia demanded access to the ports.": (
        "KEN.admit"
    ),
    "Kenya left the lake commission in May. Somalia demanded its return to the commission.": (
        "KEN.join"
    ),
    "Kenya annexed the reef in May. Somalia called on Kenya to give up the reef.": (
        "KEN.relinquish"
    ),
}


@pytest.mark.parametrize(("text", "option"), ONE.items(), ids=ONE)
def test_what_was_done_is_what_would_undo_it(text: str, option: str) -> None:
    assert set(options(drafted(text + FISHERMEN))) == {option, "SOM.release"}


def test_who_will_not_rejoin_stays_out() -> None:
    found = drafted(
        "Kenya left the lake commission in May. Somalia called on Kenya to rejoin the commission."
        " Kenya will not rejoin the commission." + FISHERMEN
    )
    assert "KEN: not KEN.join" in set(wishes(found, "stated"))


def test_who_is_held_is_released_and_not_let_in() -> None:
    found = drafted(
        "Kenya has been holding a Somali player since May. Somalia called on Kenya to free the"
        " player and to allow the player to return to Mogadishu." + FISHERMEN
    )
    assert set(options(found)) == {"KEN.release", "SOM.release"}


def test_a_veto_on_something_else_is_an_option_of_its_own() -> None:
    found = drafted(
        "Kenya vetoed Somalia's membership of the bloc. Somalia called on Kenya to lift its veto"
        " on the fishing budget." + FISHERMEN
    )
    assert "KEN.veto" in set(options(found))
