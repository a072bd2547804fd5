"""What law is said to ask of somebody, whatever else happens."""

import pytest

from .sentences import read

DUTIES = [
    ("The treaty obliges Kenya to withdraw its troops.", "withdraw", "positive"),
    ("Under the convention, Kenya must release the prisoners.", "release", "positive"),
    ("Article 4 of the agreement forbids Kenya to close the border.", "close", "negative"),
    ("The law prohibits the extradition of citizens.", "extradite", "negative"),
    ("The law bars Kenya from closing the border.", "close", "negative"),
]
NONE = [
    "Kenya must release the prisoners, the Somali minister said.",
    "Under the treaty, Kenya must withdraw its troops if Somalia opens the border.",
    "The treaty was signed in May.",
]


@pytest.mark.parametrize(("text", "act", "polarity"), DUTIES)
def test_law_asks_something(text: str, act: str, polarity: str) -> None:
    duties = [r for r in read(text).requirements if r.duty]
    assert [(p.act, p.polarity) for r in duties for p in r.needs] == [(act, polarity)]
    assert all(r.ground == "law" and r.benefit is None for r in duties)


@pytest.mark.parametrize("text", NONE)
def test_no_law_asks_nothing(text: str) -> None:
    assert not [r for r in read(text).requirements if r.duty]
