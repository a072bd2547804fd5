"""Do sentences that set one deed against another come to a tie between the two options?

Of invented quarrels, each sentence in another wording: frames of sentences ("the road to B leads
through A"), markers of time, what is taken up from the sentence before. Beside them stand sentences
that tell of the same deeds and set nothing.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from detente.domain.evidence import Document
from detente.model.drafting.completing import complete
from detente.model.drafting.deed import Deed
from detente.model.drafting.hearing import hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.model.drafting.positions import Gathered
from detente.model.drafting.ties import Tie
from detente.read import read_documents

TABLE = tomllib.loads(Path(__file__).with_name("ties_of_wordings.toml").read_text("utf-8"))


def rows(kind: str) -> list[Any]:
    """Parameters of a kind of case; one that is known not to be read must fail."""
    return [
        pytest.param(
            row,
            id=row["text"][:80],
            marks=[pytest.mark.xfail(strict=True, reason=row["known"])] if "known" in row else [],
        )
        for row in TABLE[kind]
    ]


def ties(row: dict[str, str]) -> list[Tie]:
    """What a text ties, with owners filled in."""
    text = f"{TABLE['openings'][row['opening']]}\n\n{row['text']}"
    (reading,) = read_documents([Document(text=text, published="2024-06-04")])
    return complete(Gathered([hear(Page(reading), people_of([reading]))])).ties


def spoken(deed: Deed) -> str:
    """A deed as the table has it."""
    return f"{deed.owner} {'' if deed.taken else 'not '}{deed.family.name}"


@pytest.mark.parametrize("row", rows("tied"))
def test_what_is_tied(row: dict[str, str]) -> None:
    found = {(spoken(t.benefit), spoken(n)) for t in ties(row) for n in t.needs}
    assert (row["had"], row["takes"]) in found


@pytest.mark.parametrize("row", rows("none"))
def test_what_ties_nothing(row: dict[str, str]) -> None:
    assert ties(row) == []
