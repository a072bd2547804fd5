"""Is what several parties say together the word of each, and what is asked of two of either?"""

import pytest

from .sentences import read

SAID = [
    ("Kenya and Uganda demanded that Somalia open the port.", {"KEN", "UGA"}),
    ("Kenya, Uganda and Rwanda said the port was shut.", {"KEN", "UGA", "RWA"}),
    ("Both Kenya and Uganda refuse to open the port.", {"KEN", "UGA"}),
    ("The foreign ministers of Kenya and Uganda said the port was shut.", {"KEN", "UGA"}),
    ("Kenya said the port was shut and Uganda open.", {"KEN"}),
]


@pytest.mark.parametrize(("text", "parties"), SAID)
def test_each_of_them_says_it(text: str, parties: set[str]) -> None:
    told = read(text).statements
    assert {s.source.party for s in told if s.source is not None} == parties
    assert len({s.id for s in told}) == len(told) == len(parties)


DONE = [
    ("Kenya and Uganda said they would close the port.", {("KEN", "KEN"), ("UGA", "UGA")}),
    ("Kenya and Uganda refuse to sign the accord.", {("KEN", "KEN"), ("UGA", "UGA")}),
    ("Somalia asked Kenya and Uganda to sign the accord.", {("SOM", "KEN"), ("SOM", "UGA")}),
    ("Kenya and Uganda said Somalia must sign the accord.", {("KEN", "SOM"), ("UGA", "SOM")}),
    ("Kenya and Uganda must sign the accord, Somalia said.", {("SOM", "KEN"), ("SOM", "UGA")}),
]


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_each_of_them_would_do_it(text: str, expected: set[tuple[str, str]]) -> None:
    found = {
        (s.source.party, p.agent.party)
        for s in read(text).statements
        for p in s.propositions
        if s.source is not None and p.agent is not None and p.act in ("close", "sign")
    }
    assert found == expected


def test_a_condition_is_set_by_each_of_them() -> None:
    reading = read("Kenya and Uganda said they would close the port unless Somalia freed the crew.")
    setting = {s.id: s.source.party for s in reading.statements if s.source is not None}
    of_each = {
        (setting[r.statement], r.benefit.agent.party)
        for r in reading.requirements
        if r.statement is not None and r.benefit is not None and r.benefit.agent is not None
    }
    assert of_each == {("KEN", "KEN"), ("UGA", "UGA")}


def test_what_it_takes_all_of_them_for_is_the_word_of_none() -> None:
    text = "Kenya and Uganda failed on Monday to agree on a date for resuming the flights."
    assert [s.source.party for s in read(text).statements if s.source is not None] in ([], [None])


AT_ODDS = "Kenya and Uganda are at odds over the island. "
BOTH = [
    ("Somalia urged both sides to withdraw their troops.", {("SOM", "KEN"), ("SOM", "UGA")}),
    (
        "Kenya proposed that the two countries withdraw their troops.",
        {("KEN", "KEN"), ("KEN", "UGA")},
    ),
    ("Uganda said both neighbours must withdraw their forces.", {("UGA", "KEN"), ("UGA", "UGA")}),
]


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_both_sides_are_the_two_spoken_of(text: str, expected: set[tuple[str, str]]) -> None:
    found = {
        (s.source.party, p.agent.party)
        for s in read(AT_ODDS + text).statements
        for p in s.propositions
        if s.source and p.agent and p.act == "withdraw"
    }
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Somalia asked Kenya and Uganda to sign the accord.",
        "Kenya and Uganda must sign the accord, Somalia said.",
        "Brazil urged both Kenya and Somalia to withdraw the troops.",
    ],
)
def test_what_each_of_them_is_to_do_has_an_id_of_its_own(text: str) -> None:
    told = [p for s in read(text).statements for p in s.propositions]
    assert len(told) > 1
    assert len({p.id for p in told}) == len(told)
