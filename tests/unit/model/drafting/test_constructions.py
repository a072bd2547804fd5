"""Is a deed heard in the constructions that news puts it in, whether or not its act is known?"""

import pytest

from detente.model.drafting.deed import Deed
from detente.model.drafting.hearing import Heard, hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of

from .drafts import read


def heard(text: str) -> Heard:
    reading = read(text)
    return hear(Page(reading), people_of([reading]))


def named(made: Deed) -> str:
    return f"{'' if made.taken else 'not '}{made.owner}.{made.family.name.lstrip('~')}"


def wishes(text: str) -> list[str]:
    """What is wanted in a text, as "party wants [not] owner.family"."""
    return [f"{v.party} wants {named(v.deed)}" for v in heard(text).voices if v.wants]


# Others do what one wants to have or see done; who will have it done does it.
CAUSED = [
    ("Chile wants to see the buoys repainted.", ["CHL wants None.repaint"]),
    ("Chile wants to have the sandbar dredged.", ["CHL wants None.dredge"]),
    ("Chile would like to see the embargo lifted.", ["CHL wants not None.measure"]),
    ("Chile demanded to see the pier rebuilt.", ["CHL wants None.rebuild"]),
    ("Chile insists on having the line surveyed.", ["CHL wants None.survey"]),
    ("Chile insists on the buoys being repainted.", ["CHL wants None.repaint"]),
    ("Chile asked for the crew to be released.", ["CHL wants None.custody"]),
    ("Chile told Peru to get the sandbar dredged by Friday.", ["CHL wants PER.dredge"]),
    ("Chile asked Peru to make sure that the buoys are repainted.", ["CHL wants PER.repaint"]),
    ("Peru must ensure that the sandbar is dredged, Chile said.", ["CHL wants PER.dredge"]),
    ("Peru refused to have the berths renumbered.", ["PER wants not PER.renumber"]),
    ("Peru promised to get the sandbar dredged by Friday.", ["PER wants PER.dredge"]),
    (
        "“We will see to it that the buoys are repainted,” Peru's minister said.",
        ["PER wants PER.repaint"],
    ),
    ("Peru has the embargo imposed in May under review.", []),
    ("Peru saw its flag lowered.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CAUSED)
def test_what_is_wanted_done(text: str, expected: list[str]) -> None:
    assert sorted({*wishes(text)}) == expected


def test_to_want_something_seen_done_is_no_news_that_it_was() -> None:
    assert not any(f.happened for f in heard("Chile wants to see the buoys repainted.").facts)


# What is turned down by "dismiss", what "is what somebody wants".
SAID = [
    ("Peru dismissed the idea of repainting the buoys.", "PER wants not PER.repaint"),
    ("Peru dismissed Chile's demand to repaint the buoys.", "PER wants not PER.repaint"),
    ("What Chile wants is for Peru to repaint the buoys.", "CHL wants PER.repaint"),
    ("What Chile demands is that Peru repaint the buoys.", "CHL wants PER.repaint"),
    ("The only thing Chile wants is for Peru to repaint the buoys.", "CHL wants PER.repaint"),
    ("Chile's condition is the repainting of the buoys.", "CHL wants None.repaint"),
    # whoever is asked for something to be done is to do it
    ("Chile asked Peru for the buoys to be repainted.", "CHL wants PER.repaint"),
    ("Chile asked Peru for the bell to be handed back.", "CHL wants PER.restitution"),
    # ships that are to leave are withdrawn
    ("Chile demanded that Peruvian trawlers leave the bay.", "CHL wants PER.presence"),
    ("Peru said its trawlers would stay in the bay.", "PER wants not PER.presence"),
    # what somebody asks for is at stake, and short words about it count
    ("Chile wants Peru to repaint the buoys, but Peru refuses.", "PER wants not PER.repaint"),
    ("Chile wants Peru to repaint the buoys, but Peru will not.", "PER wants not PER.repaint"),
    ("Chile wants Peru to repaint the buoys. Peru has said no.", "PER wants not PER.repaint"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_deed_is_heard(text: str, expected: str) -> None:
    assert expected in wishes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru dismissed the claim that it had repainted the buoys.",
        "Peru will repaint the buoys.",
        "Peru would grant its neighbour neither a corridor nor a quay.",
    ],
)
def test_what_nobody_asks_for_is_no_wish(text: str) -> None:
    assert not any("not" in wish or "grant" in wish for wish in wishes(text))


# What is had, and what it takes.
TIED = [
    (
        "Peru must repaint the buoys or Chile will sink the hulk, Chile's minister said.",
        "not CHL.sink <- PER.repaint",
    ),
    (
        "Chile told Peru to release the crew or Chile would sink the hulk.",
        "not CHL.sink <- PER.custody",
    ),
    (
        "If Peru does not repair the hulk, Chile will sink it, Chile's minister said.",
        "not CHL.sink <- PER.repair",
    ),
    (
        "Peru will have the sandbar dredged if Chile pays the fee, Peru's minister said.",
        "PER.dredge <- CHL.payment",
    ),
    (
        "The repainting of the buoys would come only after Chile pays the fee, Peru said.",
        "None.repaint <- CHL.payment",
    ),
    (
        "Peru will repaint the buoys, but not before Chile pays the fee, Peru's minister said.",
        "PER.repaint <- CHL.payment",
    ),
    (
        "Chile must pay the fee. Only then will Peru repaint the buoys, Peru's minister said.",
        "PER.repaint <- CHL.payment",
    ),
    (
        "First Chile must pay the fee, then Peru will repaint the buoys, Peru's minister said.",
        "PER.repaint <- CHL.payment",
    ),
    (
        "As a condition for paying the fee, Chile demands that Peru repaint the buoys.",
        "None.payment <- PER.repaint",
    ),
    (
        "Not until Peru repaints the buoys will Chile pay the fee, Chile's minister said.",
        "CHL.payment <- PER.repaint",
    ),
    (
        "Not before Peru releases the crew will Chile pay the fee.",
        "CHL.payment <- PER.custody",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIED)
def test_what_hangs_on_what(text: str, expected: str) -> None:
    told = [f"{named(t.benefit)} <- {' and '.join(map(named, t.needs))}" for t in heard(text).ties]
    assert expected in told


# What "its return", "their repainting" is done to, and "it" of a verb that no act knows.
TAKEN_UP = [
    ("Peru holds the bell. Chile demands its return.", "CHL", "bell"),
    ("Peru keeps the marbles. Chile asked Peru for their return.", "CHL", "marbles"),
    ("Peru keeps the bell. Peru rejected its return.", "PER", "bell"),
    ("Chile wants the buoys painted. Peru refused to surrender the archive or digitise it.",
     "PER", "archive"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "words"), TAKEN_UP)
def test_what_its_stands_for(text: str, party: str, words: str) -> None:
    last = [v.deed.thing.words for v in heard(text).voices if v.party == party][-1]
    assert last == words


def test_people_in_general_are_nobody_that_is_released() -> None:
    text = "One does not lend one's own family, Chile said. Chile demands their return."
    assert not any("family" in v.deed.thing.words for v in heard(text).voices)


# Questions that are answered with a word, told or quoted.
ANSWERED = [
    ("Asked whether Peru would repaint the buoys, the Peruvian minister said no.",
     ["PER wants not PER.repaint"]),
    ("Asked if Peru would repaint the buoys, the Peruvian minister said it would not.",
     ["PER wants not PER.repaint"]),
    ("Asked whether Peru would release the crew, the Peruvian minister answered yes.",
     ["PER wants PER.custody"]),
    ("“Will you repaint the buoys?” the Peruvian minister was asked. “Never,” he said.",
     ["PER wants not PER.repaint"]),
    ("Asked if Peru would repaint the buoys, the Peruvian minister declined to comment.", []),
    ("Asked if Peru would repaint the buoys, the Peruvian minister said nobody knew.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_what_a_word_answers(text: str, expected: list[str]) -> None:
    assert sorted({*wishes(text)}) == expected
