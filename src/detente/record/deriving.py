"""The rows that can be made again from what is kept: one reading in, its rows out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from detente.domain.claims import claim_of
from detente.domain.evidence import (
    Actor,
    Claim,
    Document,
    Event,
    Proposition,
    Reading,
    Span,
    Statement,
)
from detente.lexicon.due import interval
from detente.record import stories
from detente.record.folding import fold

# Raised whenever the rows of any reading change, folding included: a record whose rows were made
# with another number makes them again when it is opened.
DERIVATION = 2

# Characters kept on either side of a quotation, so that it can be found again elsewhere.
AROUND = 32

Row = dict[str, Any]
Rows = dict[str, list[Row]]


# What can be found by its words. Statements, events and texts draw their numbers from one
# sequence, and of each the remainder says which it is: the index of words knows only numbers.
Kind = Literal["document", "statement", "event"]
KINDS: tuple[Kind, ...] = ("document", "statement", "event")
STRIDE = 4


@dataclass(slots=True)
class Numbers:
    """Numbers of entries that are still free; the caller holds the write lock."""

    next: int

    def take(self, kind: Kind) -> int:
        """Next number of an entry of this kind."""
        number = self.next * STRIDE + KINDS.index(kind)
        self.next += 1
        return number


def kind_of(number: int) -> Kind:
    """Kind of the entry with a number."""
    return KINDS[number % STRIDE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A document and its number in the tables."""

    number: int
    document: Document


def derive_document(numbered: Numbered, numbers: Numbers, reading: int | None = None) -> Rows:
    """Rows that follow from a text and where it came from, by table.

    Parameters
    ----------
    reading
        Number of the reading that stands, if the text was read.
    """
    number = numbers.take("document")
    document = numbered.document
    first, last = days(document.published)
    folded = _folded(document.text)
    titled = f"{fold(document.title)} {folded}" if document.title else folded
    return {
        "standing": [
            {
                "document": numbered.number,
                "no": number,
                "reading": reading,
                "publisher": clean(document.publisher),
                "day_from": first,
                "day_to": last,
            }
        ],
        "entries": [_entry(numbered, number, titled)],
    }


@lru_cache(maxsize=1)
def _folded(text: str) -> str:
    """Folded words of a text, which is asked of twice in a row."""
    return fold(text)


def derive_story(number: int, document: Document) -> Rows:
    """Rows by which copies of a text are found; they stay when the document is removed."""
    sketch = stories.sketch(_folded(document.text))
    return {
        "sketches": [{"document": number, "story": number, "sketch": stories.to_bytes(sketch)}],
        "marks": [{"mark": mark, "document": number} for mark in stories.marks(sketch)],
    }


def derive_reading(numbered: Numbered, reading: Reading, numbers: Numbers) -> Rows:
    """Rows that follow from what was read in a document, by table."""
    rows: Rows = defaultdict(list)
    text = numbered.document.text
    first, last = days(numbered.document.published)
    published = {"day_from": first, "day_to": last}
    for ident, told in _told(reading, text).items():
        _derive_statement(numbered, told, ident, numbers, published, rows)
    for event in reading.events:
        number = numbers.take("event")
        rows["events"].append(_event(numbered.number, number, event, text, published))
        rows["entries"].append(_entry(numbered, number, fold(event.span.of(text))))
    rows["aliases"] = list(_aliases(numbered.number, reading, text))
    return rows


Told = tuple[Statement, Claim | None]


def _told(reading: Reading, text: str) -> dict[str, Told]:
    """Statements by id, each with the claim it makes; ids are dear, and a claim knows its own."""
    told: dict[str, Told] = {}
    for statement in reading.statements:
        claim = claim_of(statement, text)
        told[claim.support[0] if claim else statement.id] = statement, claim
    return told


def _derive_statement(
    numbered: Numbered, told: Told, ident: str, numbers: Numbers, published: Row, rows: Rows
) -> None:
    statement, claim = told
    text = numbered.document.text
    number = numbers.take("statement")
    source, extent = statement.source, statement.extent
    claim_id = claim and claim.id
    if claim is not None:
        claimed = {"id": claim_id, "party": claim.party, "key": claim.key, "text": claim.text}
        rows["claims"].append({key: clean(value) for key, value in claimed.items()})
    rows["statements"].append(
        {
            "no": number,
            "document": numbered.number,
            "id": ident,
            "claim": claim_id,
            "party": clean(source.party) if source else None,
            "kind": source.kind if source else None,
            "person": clean(source.person) if source else None,
            "office": clean(source.office) if source else None,
            "channel": clean(statement.channel),
            "manner": statement.manner,
            "attitude": statement.attitude,
            "strength": statement.strength,
            "inside": statement.inside,
            "answers": statement.answers,
            "start": extent.start,
            "end": extent.end,
        }
        | published
    )
    rows["spans"] += [
        {"statement": number, "role": role, "part": part} | quoted(span, text)
        for role, part, span in parts(statement)
    ]
    propositions = {p.id: p for p in statement.propositions}
    rows["propositions"] += [_proposition(number, *named) for named in propositions.items()]
    rows["entries"].append(_entry(numbered, number, fold(extent.of(text))))


def parts(statement: Statement) -> Iterator[tuple[str, int, Span]]:
    """Role, number and place of each of the spans that make a statement."""
    if statement.source:
        yield "source", 0, statement.source.span
    if statement.cue:
        yield "cue", 0, statement.cue
    for part, span in enumerate(statement.content):
        yield "content", part, span


def quoted(span: Span, text: str) -> Row:
    """A span with its exact words and what stands on either side."""
    return {
        "start": span.start,
        "end": span.end,
        "quote": clean(span.of(text)),
        "before": clean(text[max(span.start - AROUND, 0) : span.start]),
        "after": clean(text[span.end : span.end + AROUND]),
    }


def _proposition(statement: int, ident: str, proposition: Proposition) -> Row:
    return {
        "statement": statement,
        "id": ident,
        "act": clean(proposition.act),
        "polarity": proposition.polarity,
        "modality": proposition.modality,
        "agent": _party(proposition.agent),
        "object": _party(proposition.object),
        "condition": proposition.condition,
        "start": proposition.span.start,
        "end": proposition.span.end,
    }


def _event(document: int, number: int, event: Event, text: str, published: Row) -> Row:
    first, last = days(event.date)
    return {
        "no": number,
        "document": document,
        "id": event.id,
        "statement": event.statement,
        "act": clean(event.act),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "reciprocal": int(event.reciprocal),
        "actor": _party(event.actor),
        "target": _party(event.target),
        "date": event.date,
        "day_from": first or published["day_from"],
        "day_to": last or published["day_to"],
    } | quoted(event.span, text)


def _entry(numbered: Numbered, number: int, folded: str) -> Row:
    return {"no": number, "document": numbered.number, "folded": folded}


def _aliases(document: int, reading: Reading, text: str) -> Iterator[Row]:
    """By which words each party is called in a text."""
    found = {
        (clean(actor.party), " ".join((clean(actor.span.of(text)) or "").split())): actor.kind
        for actor in _named(reading)
        if actor.party
    }
    for (party, name), kind in found.items():
        yield {"document": document, "party": party, "name": name[:200], "kind": kind}


def _named(reading: Reading) -> Iterable[Actor]:
    yield from reading.mentions
    for event in reading.events:
        yield from (actor for actor in (event.actor, event.target) if actor)


def _party(actor: Actor | None) -> Any:
    return clean(actor.party) if actor else None


@lru_cache(maxsize=1000)
def days(published: str | None) -> tuple[str | None, str | None]:
    """First and last day of a date of any precision; None where there is no such date."""
    if not published:
        return None, None
    try:
        return interval(published)
    except (ValueError, IndexError):
        return None, None


def clean(text: Any) -> Any:
    """Text that both databases take: no NUL, no half of a surrogate pair."""
    if text is None or (text.isascii() and "\x00" not in text):
        return text
    return text.replace("\x00", "\ufffd").encode("utf-8", errors="replace").decode()
