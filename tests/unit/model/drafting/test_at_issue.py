"""What does a plain stand on a thing tell of the deed that is told of it elsewhere?"""

import pytest

from detente.model.drafting.hearing import hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of

from .drafts import read

# Two sentences; "party [not] owner.act" for what the second adds.
STANDS = [
    ("Kenya plans to build a lighthouse.", "Somalia rejected the lighthouse.", ["SOM wants not"]),
    ("Kenya will move the line, it said.", "Somalia objects to the new line.", ["SOM wants not"]),
    (
        "Kenya said it would move the line.",
        "Somalia said the new line was unacceptable.",
        ["SOM wants not"],
    ),
    (
        "Somalia demanded that Kenya scrap the rule on yarn.",
        "Kenya said the rule was not up for negotiation.",
        ["KEN wants not"],
    ),
    (
        "Somalia demanded that Kenya scrap the rule on yarn.",
        "Kenya said the rule stays.",
        ["KEN wants not"],
    ),
    (
        "Somalia demanded complete removal of the buoys.",
        "Kenya said it would keep the buoys.",
        ["KEN wants not"],
    ),
    (
        "Somalia demanded that Kenya scrap the rule on yarn.",
        "Kenya said the rule was not a matter for negotiation.",
        ["KEN wants not"],
    ),
    # what it says of the thing is why it would not have it changed
    (
        "Somalia demanded that Kenya repaint the buoys.",
        "Kenya said the buoys remain white.",
        ["KEN wants not"],
    ),
    # nothing is told of the thing, or nothing that ends it
    ("Kenya will release the crew, it said.", "Somalia rejected the new line.", []),
    (
        "Somalia demanded that Kenya repaint the buoys.",
        "Kenya said it would keep the buoys.",
        [],
    ),
]


def _heard(text: str) -> list[str]:
    reading = read(text)
    heard = hear(Page(reading), people_of([reading]))
    return [
        f"{v.party} wants{'' if v.deed.taken != _halted(v.deed.act) else ' not'}"
        for v in heard.voices
        if v.wants
    ]


def _halted(act: str) -> bool:
    """Of building the family is its halt."""
    return act == "build"


@pytest.mark.parametrize(
    ("first", "then", "expected"), STANDS, ids=[f"{one} {two}" for one, two, _ in STANDS]
)
def test_a_stand_on_a_thing(first: str, then: str, expected: list[str]) -> None:
    before = _heard(first)
    assert _heard(f"{first} {then}")[len(before) :] == expected
