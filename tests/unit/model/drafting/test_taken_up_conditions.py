"""What "that" hangs on: "That will not happen until they leave", "That is out of the question"."""

import pytest

from .drafts import drafted, options, wishes

ASKED = "Somalia urged Kenya to reopen the border. "
SAID = [
    "That will not happen until Somalia lifts the ban, Kenya's minister said.",
    "That is out of the question until Somalia lifts the ban, Kenya's minister said.",
    "This is unthinkable unless Somalia lifts the ban, Kenya's minister said.",
    "It will not happen before Somalia lifts the ban, Kenya's minister said.",
    "That is out of the question for Kenya until Somalia lifts the ban.",
]


@pytest.mark.parametrize("said", SAID)
def test_what_was_asked_before_hangs_on_it(said: str) -> None:
    found = drafted(ASKED + said)
    assert set(options(found)) == {"KEN.close", "SOM.ban"}
    assert "KEN: not KEN.close requires not SOM.ban" in set(wishes(found))
    assert "SOM: not KEN.close" in set(wishes(found))


ON_THAT_CONDITION = [
    "Kenya wants the ban lifted. Somali boats may fish off Lamu only on that condition, it said.",
    "Kenya told Somalia to lift the ban. Somali boats may fish off Lamu only after that, it said.",
]


@pytest.mark.parametrize("text", ON_THAT_CONDITION)
def test_who_may_do_it_on_that_condition_is_let(text: str) -> None:
    found = drafted(f"{text} Somalia demanded that Kenya release the fishermen.")
    assert {"KEN.grant", "SOM.ban"} <= set(options(found))
    assert "KEN: KEN.grant requires not SOM.ban" in set(wishes(found))


def test_who_may_do_its_own_is_let_by_nobody() -> None:
    found = drafted(
        "Kenya may reopen the border if Somalia lifts the ban, Kenya's minister said. Somalia"
        " demanded that Kenya release the fishermen."
    )
    assert "KEN.grant" not in options(found)
    assert "KEN.close" in options(found)


NOT_DONE = [
    "Somalia asked Kenya to lift the ban and said it would dredge the channel if it did not.",
    "Somalia demanded that the ban end and warned that it would dredge the channel if it did not.",
    "Somalia demanded an end to the ban. If it refuses, Somalia will dredge the channel, it said.",
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_comes_if_it_is_not_done(text: str) -> None:
    found = drafted(f"{text} Kenya demanded that Somalia release the fishermen.")
    assert "SOM.dredge" in options(found)
    assert "SOM: not SOM.dredge requires not KEN.ban" in set(wishes(found))


def test_the_weather_is_nothing_that_was_asked() -> None:
    found = drafted(
        "Somalia demanded that Kenya lift the ban. Somalia will repaint the buoys if the weather"
        " allows, its minister said. Kenya demanded that Somalia release the fishermen."
    )
    assert not any("requires" in wish for wish in wishes(found))


@pytest.mark.parametrize(
    "said",
    [
        "That is out of the question, Kenya's minister said.",
        "It is not possible to say when Somalia lifts the ban, Kenya's minister said.",
    ],
)
def test_a_plain_no_hangs_on_nothing(said: str) -> None:
    found = drafted(f"{ASKED}Kenya demanded that Somalia lift the ban. {said}")
    assert not any(" requires " in wish for wish in wishes(found))
