"""Refusals and demands whose thing is a pronoun, told by a speaker or by the writer."""

import pytest

from detente.domain.evidence import Document
from detente.model.drafting.hearing import hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.read import read_documents

CLOSED = "Ghana closed the crossing at Aflao in March.\n\n"
HELD = "Togo asked Ghana to free the drivers.\n\n"


def told(text: str) -> set[tuple[str, str, str, bool, str]]:
    """Who voices what about which act, and of what thing."""
    (reading,) = read_documents([Document(text=text, published="2024-05-03")])
    heard = hear(Page(reading), people_of([reading]))
    return {
        (v.party, v.attitude, v.deed.family.name, v.deed.taken, v.deed.thing.head)
        for v in heard.voices
    }


ASKED = [
    "Togo asked Ghana to reopen it.",
    "Togo has asked for it to be reopened.",
    "Togo asked that it be reopened.",
    "It must be reopened, Togo's minister said.",
    "Togo wants it reopened at once.",
]


@pytest.mark.parametrize("sentence", ASKED)
def test_what_is_done_to_things_only_is_asked_of_no_party(sentence: str) -> None:
    """The "it" of "reopen it" is the crossing, though a party stands nearer."""
    assert ("TGO", "demands", "closure", False, "crossing") in told(CLOSED + sentence)


REFUSED = [
    (CLOSED + "Togo called for it to be reopened. Ghana will not reopen it.", "closure", True),
    (CLOSED + "Togo wants it reopened. Ghana will not reopen it.", "closure", True),
    (HELD + "Ghana will not free them.", "custody", False),
    (HELD + "Ghana, which declared an emergency, will not free them.", "custody", False),
    ("Ghana seized a Togolese trawler in March.\n\nGhana will not hand it back.", "custody",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "family", "taken"), REFUSED)
def test_what_the_writer_tells_of_a_pronoun(text: str, family: str, taken: bool) -> None:
    """Nobody says it, and the thing stands in the sentence before."""
    assert [v for v in told(text) if v[:4] == ("GHA", "refuses", family, taken)]


UNWANTED = [
    "Togo does not want the crossing reopened.",
    "Togo does not want the crossing to reopen.",
]


@pytest.mark.parametrize("sentence", UNWANTED)
def test_who_does_not_want_something_is_against_it(sentence: str) -> None:
    """It is no silence, and it does not tell whose the crossing is."""
    assert ("TGO", "refuses", "closure", True, "crossing") in told(CLOSED + sentence)


def test_who_did_not_ask_for_something_is_silent() -> None:
    """To ask for nothing is not to be against it."""
    found = told(CLOSED + "Togo did not ask Ghana to reopen the crossing.")
    assert not [v for v in found if v[1] in ("refuses", "demands", "denies")]
