"""Is a deed heard whose verb no act knows, wherever the words above it put it?"""

import pytest

from detente.model.drafting.pages import Page
from detente.model.drafting.ties import ties
from detente.model.drafting.voices import voices

from .drafts import read

# The deed of each sentence is the repainting, and who wants it or not.
SAID = [
    ("Peru has to repaint the buoys, Chile said.", "CHL wants PER.repaint"),
    ("Peru will have to repaint the buoys, Chile said.", "CHL wants PER.repaint"),
    ("Peru needs to repaint the buoys, Chile said.", "CHL wants PER.repaint"),
    ("Peru is obliged to repaint the buoys, Chile said.", "CHL wants PER.repaint"),
    ("It is time for Peru to repaint the buoys, Chile's minister said.", "CHL wants PER.repaint"),
    ("It is up to Peru to repaint the buoys, Chile's minister said.", "CHL wants PER.repaint"),
    ("Peru must clear the road and repaint the buoys, Chile said.", "CHL wants PER.repaint"),
    ("Chile is going to repaint the buoys, its minister said.", "CHL wants CHL.repaint"),
    ("Chile will go ahead and repaint the buoys, its minister said.", "CHL wants CHL.repaint"),
    ("Chile said it would be willing to repaint the buoys.", "CHL wants CHL.repaint"),
    ("Chile is not going to repaint the buoys, its minister said.", "CHL wants not CHL.repaint"),
    ("Peru rejected calls to repaint the buoys.", "PER wants not PER.repaint"),
    ("Peru rejected the proposal of repainting the buoys.", "PER wants not PER.repaint"),
    ("Repainting the buoys is out of the question, Peru said.", "PER wants not None.repaint"),
    ("Peru demanded that Chile accept that the line is theirs.", "PER wants CHL.accept"),
    ("Rome must acknowledge in writing that the vases are stolen, Cairo said.",
     "EGY wants ITA.acknowledge"),
]  # fmt: skip


def wishes(text: str) -> list[str]:
    """What is wanted in a text, as "party wants [not] owner.option"."""
    return [
        f"{v.party} wants {'' if v.deed.taken else 'not '}{v.deed.owner}.{v.deed.family.option}"
        for v in voices(Page(read(text)))
        if v.wants
    ]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_verb_that_no_act_knows_is_heard(text: str, expected: str) -> None:
    assert expected in wishes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile has been able to repaint the buoys, its minister said.",
        "Chile tried to repaint the buoys, its minister said.",
        "Peru wondered whether to repaint the buoys, its minister said.",
        "Denmark acknowledged that it had sold the ships.",
    ],
)
def test_what_is_only_told_is_nobodys_wish(text: str) -> None:
    assert wishes(text) == []


def test_what_is_to_be_acknowledged_names_the_option() -> None:
    text = "Rome must acknowledge that the vases are stolen, Cairo said."
    (voice,) = voices(Page(read(text)))
    assert voice.deed.thing.words == "that the vases are stolen"


def test_a_clause_without_a_comma_after_its_condition_is_what_hangs_on_it() -> None:
    text = "Until Chile moves the buoys we will not repaint the pier, Peru's minister said."
    (tie,) = ties(Page(read(text)))
    assert (tie.benefit.owner, tie.benefit.family.option) == ("PER", "repaint")
    assert [(n.owner, n.family.option) for n in tie.needs] == [("CHL", "move")]
