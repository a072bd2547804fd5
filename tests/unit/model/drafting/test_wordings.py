"""Acts in wordings that no table lists: unknown verbs, nouns, light verbs, what stays as it is."""

import pytest

from .drafts import drafted, options, wishes

OTHER = " Kenya demanded that Somalia release the fishermen."
# Text, beside the other demand; a wish that it states, as party and condition.
SAID = [
    ("Kenya refused to rename the port.", "KEN: not KEN.rename"),
    ("Somalia demanded that Kenya rename the port.", "SOM: KEN.rename"),
    ("Somalia called on Kenya to ratify the treaty.", "SOM: KEN.ratify"),
    ("The Kenyan government said it would never ratify the treaty.", "KEN: not KEN.ratify"),
    ("Somalia wants Kenya to remove the statue from the square.", "SOM: KEN.remove"),
    ("Somalia demanded that Kenya stop blocking its membership.", "SOM: KEN.support"),
    ("The Kenyan government said the ban remains in force.", "KEN: KEN.ban"),
]


@pytest.mark.parametrize(("text", "wish"), SAID, ids=[text for text, _ in SAID])
def test_what_is_said_in_other_words_is_a_wish(text: str, wish: str) -> None:
    assert wish in set(wishes(drafted(text + OTHER), "stated"))


NOTHING = [
    "Kenya refused to do anything.",
    "Kenya demanded that Somalia think again.",
    "Kenya said it would do its best.",
    "Kenya hopes for results by the end of August.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_says_too_little_makes_no_option(text: str) -> None:
    assert set(options(drafted(text + OTHER))) <= {"SOM.release"}


def test_an_act_asked_by_nobody_known_is_on_the_table_and_nobodys_wish() -> None:
    found = drafted(
        "Traders demanded that Kenya reopen the border. Kenya demanded that Somalia release the"
        " fishermen. Somalia refused to release the fishermen."
    )
    assert "KEN.close" in options(found)
    assert not [wish for wish in wishes(found, "stated") if "close" in wish]


def test_an_interim_accord_is_not_the_full_agreement() -> None:
    found = drafted(
        "Somalia demanded that Kenya sign the interim accord. Kenya refused to sign the final"
        " agreement." + OTHER
    )
    assert len([name for name in options(found) if ".sign" in name]) == 2
