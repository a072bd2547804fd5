"""Cuts a document's text where highlights begin and end, so that they may overlap and nest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from detente.domain.evidence import Reading, Span

Role = Literal["content", "source", "cue", "event", "proposition"]


@dataclass(frozen=True, slots=True)
class Layer:
    """A passage of the text and what it is to a statement, event or proposition."""

    owner: str
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which the same layers lie.

    ``opens`` are the owners whose first passage begins here; ``depth`` is how many
    statements' contents lie over it.
    """

    text: str
    roles: frozenset[Role] = frozenset()
    owners: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    depth: int = 0


def layers(reading: Reading) -> list[Layer]:
    """Every passage of a document that something was read from, first things first."""
    found: list[Layer] = []
    for statement in reading.statements:
        source = [statement.source.span] if statement.source else []
        cue = [statement.cue] if statement.cue else []
        found += [Layer(statement.id, "source", span) for span in source]
        found += [Layer(statement.id, "cue", span) for span in cue]
        found += [Layer(statement.id, "content", span) for span in statement.content]
        found += [Layer(p.id, "proposition", p.span) for p in statement.propositions]
    found += [Layer(event.id, "event", event.span) for event in reading.events if event.type]
    return sorted(found, key=lambda layer: (layer.span.start, -layer.span.end))


def paragraphs(text: str, found: Sequence[Layer]) -> Iterator[tuple[Piece, ...]]:
    """Cut a text into its lines, blank ones left out, and each line into pieces.

    The pieces of a line, put together, are the line; offsets are code points.
    """
    opened: set[str] = set()
    position = 0
    for line in text.split("\n"):
        if line.strip():
            end = position + len(line)
            touching = [x for x in found if x.span.start < end and position < x.span.end]
            yield tuple(_pieces(text, Span(start=position, end=end), touching, opened))
        position += len(line) + 1


def _pieces(text: str, line: Span, found: Iterable[Layer], opened: set[str]) -> Iterator[Piece]:
    here = list(found)
    edges = {line.start, line.end}
    for layer in here:
        edges |= {max(line.start, layer.span.start), min(line.end, layer.span.end)}
    for left, right in pairwise(sorted(edges)):
        over = [x for x in here if x.span.start <= left and right <= x.span.end]
        owners = tuple(dict.fromkeys(layer.owner for layer in over))
        opens = tuple(owner for owner in owners if owner not in opened)
        opened.update(opens)
        yield Piece(
            text=text[left:right],
            roles=frozenset(layer.role for layer in over),
            owners=owners,
            opens=opens,
            depth=len({layer.owner for layer in over if layer.role == "content"}),
        )
