"""Where the words that a judgement rests on are now, after a newer reader has read them.

A judgement is on a claim, and a claim is what a party's statements say, word for word. A newer
reader may cut a statement differently, and then the claim is another one. The judgement is
never moved to it in silence: it is said what became of the words, and a person decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from detente.domain.claims import claim_of
from detente.domain.evidence import Reading, Span, Statement
from detente.record.deriving import clean, quoted

# FOUND: the claim still stands. MOVED: one claim took its words. AMBIGUOUS: several did.
# ORPHANED: nobody is read as saying this any more.
Found = Literal["FOUND", "MOVED", "AMBIGUOUS", "ORPHANED"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The words of a statement as they were when a claim was judged."""

    document: str
    statement: str
    start: int
    end: int
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """What became of a judged claim; ``candidates`` are claims that have its words now."""

    claim: str
    state: Found
    candidates: tuple[str, ...] = ()


def anchors(claim: str, reading: Reading) -> list[dict[str, Any]]:
    """Words of the statements that carry a claim, as the log keeps them."""
    text = reading.document.text
    return [
        {"document": reading.document.id, "statement": statement.id}
        | quoted(statement.extent, text)
        for statement in reading.statements
        if (made := claim_of(statement, text)) is not None and made.id == claim
    ]


def whereabouts(
    claim: str, placed: Sequence[Anchor], standing: bool, readings: dict[str, Reading]
) -> Whereabouts:
    """Find the words of a judged claim.

    Parameters
    ----------
    standing
        Whether the claim is still made by some statement.
    readings
        What is read now in the documents that the anchors name, by document.
    """
    if standing:
        return Whereabouts(claim=claim, state="FOUND")
    candidates = tuple(
        dict.fromkeys(
            found
            for anchor in placed
            if anchor.document in readings
            for found in _claims_at(anchor, readings[anchor.document])
        )
    )
    states: tuple[Found, Found, Found] = ("ORPHANED", "MOVED", "AMBIGUOUS")
    return Whereabouts(claim=claim, state=states[min(len(candidates), 2)], candidates=candidates)


def _claims_at(anchor: Anchor, reading: Reading) -> Iterable[str]:
    text = reading.document.text
    for place in _places(anchor, text):
        for statement in reading.statements:
            made = claim_of(statement, text)
            if made is not None and _shares(statement, place):
                yield made.id


def _places(anchor: Anchor, text: str) -> list[Span]:
    """Where the quoted words stand in a text."""
    if clean(text[anchor.start : anchor.end]) == anchor.quote:
        return [Span(start=anchor.start, end=anchor.end)]
    return []


def _shares(statement: Statement, place: Span) -> bool:
    """Whether most of the content of a statement lies within the words, or they within it."""
    content = Span(start=statement.content[0].start, end=statement.content[-1].end)
    common = min(content.end, place.end) - max(content.start, place.start)
    shorter = min(content.end - content.start, place.end - place.start)
    return shorter > 0 and common * 2 > shorter
