"""What the reader's tests share: a text read, and tables of cases with the known failures."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import pytest

from detente.domain.evidence import Actor, Document, Proposition, Reading, Span, Statement
from detente.lexicon.acts import inventory
from detente.read import read_documents


@cache
def read(text: str) -> Reading:
    """Read one text."""
    (reading,) = read_documents([Document(text=text)])
    return reading


def cases(table: Iterable[tuple[Any, ...]], known: Mapping[str, str]) -> list[Any]:
    """Turn a table into parameters; the first column is the text and names the case.

    ``known`` says, by the first words of a text, why it is not read as the table has it:
    that case must fail.
    """
    rows = list(table)
    found = []
    for row in rows:
        why = [reason for start, reason in known.items() if row[0].startswith(start)]
        marks = [pytest.mark.xfail(strict=True, reason=reason) for reason in why]
        found.append(pytest.param(*row, id=row[0][:90], marks=marks))
    for start in known:
        texts = [row[0] for row in rows if row[0].startswith(start)]
        assert len(texts) == 1, f"{start!r} must name one case, not {len(texts)}"
    return found


def words(span: Span | Actor | None, reading: Reading) -> str | None:
    """Words of a span or an actor."""
    if isinstance(span, Actor):
        span = span.span
    return None if span is None else span.of(reading.document.text)


def content(statement: Statement, reading: Reading) -> str:
    """Words of a statement's content, its pieces parted by a bar."""
    return "|".join(piece.of(reading.document.text) for piece in statement.content)


def party(actor: Actor | None) -> str | None:
    """Party that an actor is, or that it belongs to."""
    return None if actor is None else actor.party or actor.of


def sense(proposition: Proposition) -> str:
    """What a proposition comes to: its family, with ``not`` when it leaves or undoes it.

    "Does not keep its troops" and "withdraws its troops" are both ``presence``.
    """
    act = inventory().act(proposition.act)
    if act is None or act.family is None:
        return proposition.act
    taken = (act.side != "drop") == (proposition.polarity == "positive")
    return act.family.name if taken else f"not {act.family.name}"
