"""From an id that a model rests on to the words: claims, statements, events, sentences."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from detente.domain.claims import claim_of
from detente.domain.evidence import Claim, Document, Event, Reading, Span, Statement

Kind = Literal["claim", "statement", "event", "analyst", "unknown"]
# What an analyst writes in place of ids.
ANALYST = "analyst"
# Ends of sentences; not after one letter ("U.S.") or a title, where nearly always one goes on.
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)(?<!\bGen)[.!?][”’\"')\]]*(?=\s)|\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of a document; ``start`` and ``end`` are its offsets there.

    ``by`` and ``attitude`` are those of the statement that it holds, if it holds one.
    """

    id: str
    document: Document
    start: int
    end: int
    by: str | None = None
    attitude: str | None = None

    @property
    def text(self) -> str:
        """The sentence, on one line."""
        return " ".join(self.document.text[self.start : self.end].split())

    @property
    def source(self) -> str:
        """What a person calls the document, with its day where it is known."""
        document = self.document
        name = document.title or document.path or document.source_id or document.id
        known = [part for part in (document.publisher, document.published) if part]
        return ", ".join([name, *known])


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What an id of a model stands for, with the passages for and against it."""

    id: str
    kind: Kind
    party: str | None = None
    text: str = ""
    support: tuple[Passage, ...] = ()
    oppose: tuple[Passage, ...] = ()


class Passages:
    """Finds the sentences of a record by the ids that models rest on.

    Parameters
    ----------
    claims
        Claims of the record with the statements that oppose them; without them nothing does.
    """

    def __init__(self, readings: Iterable[Reading], claims: Iterable[Claim] = ()) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._opposed = {claim.id: claim.oppose for claim in claims if claim.oppose}

    def ground(self, wanted: str) -> Ground:
        """Say what an id stands for."""
        if wanted == ANALYST:
            return Ground(id=wanted, kind="analyst")
        for kind, known in (("claim", self._claims), ("statement", self._statements)):
            if wanted in known:
                return self._said(wanted, "claim" if kind == "claim" else "statement")
        if wanted in self._events:
            reading, event = self._events[wanted]
            passage = _passage(reading.document, event.id, event.span)
            return Ground(id=wanted, kind="event", text=passage.text, support=(passage,))
        return Ground(id=wanted, kind="unknown")

    def first(self, ids: Iterable[str]) -> Passage | None:
        """The first passage that any of some ids leads to."""
        return next((p for i in ids for p in self.ground(i).support), None)

    def _said(self, wanted: str, kind: Literal["claim", "statement"]) -> Ground:
        names = self._claims[wanted] if kind == "claim" else (wanted,)
        statements = [(name, *self._statements[name]) for name in names]
        _, reading, statement = statements[0]
        claim = claim_of(statement, reading.document.text)
        return Ground(
            id=wanted,
            kind=kind,
            party=claim.party if claim else None,
            text=claim.text if claim else "",
            support=tuple(
                _passage(reading.document, name, statement.extent, statement)
                for name, reading, statement in statements
            ),
            oppose=tuple(
                _passage(reading.document, name, statement.extent, statement)
                for name in self._opposed.get(wanted, ())
                for reading, statement in [self._statements[name]]
            ),
        )

    @cached_property
    def _statements(self) -> Mapping[str, tuple[Reading, Statement]]:
        return {s.id: (r, s) for r in self._readings.values() for s in r.statements}

    @cached_property
    def _claims(self) -> Mapping[str, list[str]]:
        """Statements that support each claim."""
        found: dict[str, list[str]] = {}
        for name, (reading, statement) in self._statements.items():
            claim = claim_of(statement, reading.document.text)
            if claim is not None:
                found.setdefault(claim.id, []).append(name)
        return found

    @cached_property
    def _events(self) -> Mapping[str, tuple[Reading, Event]]:
        return {e.id: (r, e) for r in self._readings.values() for e in r.events}


def _passage(document: Document, name: str, span: Span, said: Statement | None = None) -> Passage:
    start, end = sentence_round(span, document.text)
    return Passage(
        id=name,
        document=document,
        start=start,
        end=end,
        by=said.source.party if said and said.source else None,
        attitude=said.attitude if said else None,
    )


def sentence_round(span: Span, text: str) -> tuple[int, int]:
    """Offsets of the sentence, or the sentences, that a span lies in."""
    begin = text.rfind("\n", 0, span.start) + 1
    start = begin
    for end in _ends(text, begin, span.start):
        start = end
    after = next(_ends(text, max(span.end - 1, span.start), len(text)), len(text))
    while start < span.start and text[start].isspace():
        start += 1
    end = after - 1 if text[after - 1 : after] == "\n" else after
    return start, max(end, span.end)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for found in _END.finditer(text, start, min(end + 2, len(text))):
        if found.end() <= end:
            yield found.end()
