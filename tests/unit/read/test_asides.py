"""What an aside attributes without a verb of saying: is it found, and is nothing else?"""

import pytest

from .sentences import read

SAID = [
    # (text, who, what is said)
    (
        "The border will not be reopened, in the view of Kenyan minister Ada Bell.",
        "Kenyan minister Ada Bell",
        "The border will not be reopened",
    ),
    ("The border must be reopened, in Kenya's view.", "Kenya", "The border must be reopened"),
    ("In Kenya's view, the border must be reopened.", "Kenya", "the border must be reopened"),
    ("To Kenya's mind, the border must be reopened.", "Kenya", "the border must be reopened"),
    (
        "For Kenyan minister Ada Bell, the border must be reopened.",
        "Kenyan minister Ada Bell",
        "the border must be reopened",
    ),
    ("As Kenya sees it, the border must be reopened.", "Kenya", "the border must be reopened"),
    ("The border stays shut, came the reply from Nairobi.", "Nairobi", "The border stays shut"),
    ("The border stays shut, was the answer of Kenya.", "Kenya", "The border stays shut"),
    (
        "The border stays shut; so runs the argument of Ada Bell, a Kenyan minister.",
        "Ada Bell",
        "The border stays shut",
    ),
    ("The border stays shut, Kenya made plain.", "Kenya", "The border stays shut"),
    (
        "The border stays shut, the Kenyan minister made clear in Rome two days later.",
        "the Kenyan minister",
        "The border stays shut",
    ),
    ("The border stays shut, Kenya let it be known.", "Kenya", "The border stays shut"),
    ("The border stays shut, as Kenya put it.", "Kenya", "The border stays shut"),
    ("The border stays shut, if Kenya is to be believed.", "Kenya", "The border stays shut"),
    (
        "The border must open, thundered the Kenyan foreign ministry.",
        "the Kenyan foreign ministry",
        "The border must open",
    ),
    (
        "On Monday, Kenya had a short answer: the border stays shut.",
        "Kenya",
        "the border stays shut",
    ),
    (
        "Kenya's minister was blunt: the border stays shut.",
        "Kenya's minister",
        "the border stays shut",
    ),
    (
        "The message from Nairobi: no opening of the border without the fishermen.",
        "Nairobi",
        "no opening of the border without the fishermen",
    ),
    ("The Kenyan position: the border stays shut.", "Kenyan", "the border stays shut"),
    (
        "The law, in the reading of Kenya's government, forbids the blockade.",
        "Kenya's government",
        "The law … forbids the blockade",
    ),
]


@pytest.mark.parametrize(("text", "who", "said"), SAID)
def test_an_aside_attributes(text: str, who: str, said: str) -> None:
    reading = read(text)
    (found,) = [s for s in reading.statements if s.inside is None]
    assert found.source is not None
    assert found.source.span.of(text).startswith(who)
    assert " … ".join(piece.of(text) for piece in found.content) == said


NOTHING = [
    "For years, the border was open.",
    "For the time being, the border stays shut.",
    "The ship was late, and the road was plain.",
    "The harbour was closed on Monday, rejected by Somalia.",
    "He went to Nairobi, reported sick and returned.",
    "The lorry left at noon: it carried onions.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_asides_say_nothing(text: str) -> None:
    assert read(text).statements == ()


def test_who_said_it_is_told_once() -> None:
    """A verb of saying needs no aside, and a noun of one has no content of its own."""
    for text in (
        "The border stays shut, wrote Kenya's foreign ministry on X.",
        "Kenya's message was plain: the border stays shut.",
    ):
        assert len(read(text).statements) == 1


def test_how_it_is_said_leaves_what_is_asked() -> None:
    for verb in ("fumed", "thundered", "scoffed"):
        text = f"Somalia must reopen the border, Kenya's minister {verb}."
        assert read(text).statements[0].attitude == "demands"
    text = "Somalia denied that Kenya must reopen the border."
    assert read(text).statements[0].attitude == "denies"


LABELLED = [
    ("Kenya's president: We will not reopen the border.", "KEN"),
    ("Kenyan minister Ada Bell on X: “Somalia must release the fishermen.”", "KEN"),
    ("Kenya to Somalia: release the fishermen.", "KEN"),
    ("State media quoted Kenya's president as saying the border would stay shut.", "KEN"),
]


@pytest.mark.parametrize(("text", "party"), LABELLED)
def test_who_stands_before_a_colon_or_is_quoted_as_saying_speaks(text: str, party: str) -> None:
    last = read(text).statements[-1]
    assert last.source is not None
    assert last.source.party == party


@pytest.mark.parametrize(
    "text",
    [
        "The problem: Somalia must release the fishermen.",
        "Kenya's plan: reopen the border in May.",
        "The border between Kenya and Somalia: it must be reopened.",
    ],
)
def test_a_heading_before_a_colon_is_nobody(text: str) -> None:
    assert read(text).statements == ()


def test_what_is_asked_after_a_label_is_asked_of_who_is_named_there() -> None:
    (said,) = read("Kenyan minister Ada Bell on X: Somalia must release the fishermen.").statements
    assert said.attitude == "demands"
