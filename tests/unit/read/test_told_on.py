"""What was told goes on behind whom it was told; nobody accuses the own side; nobody of ours."""

import pytest

from .sentences import read, words

TOLD_ON = [
    ("Peru could not lift it, minister Ana Quispe told a committee, but it would pay.", 2),
    ("Peru would keep the ban, the minister told parliament, and it would extend it.", 2),
    ("Peru would keep the ban, the minister told reporters, but would pay for the port.", 2),
    ("Peru would keep the ban, the minister told MPs in Lima, but it could pay.", 2),
    # The minister does the second.
    ("Peru would keep the ban, the minister told parliament, and would fly home.", 1),
    ("Peru would keep the ban, the minister told parliament, and left.", 1),
]


@pytest.mark.parametrize(("text", "parts"), TOLD_ON)
def test_what_is_told_goes_on(text: str, parts: int) -> None:
    reading = read(text)
    (told,) = [
        s for s in reading.statements if not s.inside and len(words(s.content[0], reading)) > 9
    ]
    assert len(told.content) == parts
    if parts == 2:
        assert words(told.content[1], reading).split()[0] in ("but", "and", "in")


ACCUSERS = [
    "Trade Minister Ana Quispe accused Chile of breaking its word. Peru would not sign, she said.",
    "Chile waits\n\nTrade Minister Ana Quispe yesterday accused Chile of piracy. Peru is poor.",
    "Mining minister Ana Quispe accuses Chile of dumping waste. “Peru will not pay,” she said.",
]


@pytest.mark.parametrize("text", ACCUSERS)
def test_nobody_accuses_the_own_side(text: str) -> None:
    sources = [s.source for s in read(text).statements if s.source and s.source.person]
    assert sources
    assert all(source.party != "CHL" for source in sources)


def test_who_is_called_a_states_minister_may_accuse_it() -> None:
    text = "Chile's trade minister, Ana Quispe, accused Chile of dumping waste."
    (source,) = [s.source for s in read(text).statements if s.source and s.source.person]
    assert source.party == "CHL"


NONE_OF_US = [
    ("“Nobody here wants to keep the trawlers,” Peru's minister told Chile.", "PER"),
    ("No one in Lima wants to close the port, Peru's minister told Chile.", "PER"),
    ("Nobody in Lima is thinking of closing the port, Peru's minister said.", "PER"),
    ("Nobody in Chile wants to close the port, Peru's minister said.", None),
    ("Nobody can close the port to its ships, Peru's minister said.", None),
]


@pytest.mark.parametrize(("text", "party"), NONE_OF_US)
def test_nobody_here_is_of_the_own_side(text: str, party: str | None) -> None:
    reading = read(text)
    told = [
        p
        for s in reading.statements
        if not s.inside
        for p in s.propositions
        if p.act in ("close", "detain")
    ]
    assert {p.agent.party if p.agent else None for p in told} == {party}
