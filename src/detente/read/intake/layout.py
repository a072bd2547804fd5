"""Which stretches of a text are the story, and which are the page around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.domain.evidence import Span
from detente.lexicon.scales import layout
from detente.read.intake.datelines import dateline

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
# The parser's memory grows with the piece, and nobody writes paragraphs as long as this.
_LONGEST = 10_000
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s")
_ENDS = tuple(".!?…:;\"”’'»)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph of the story, or a heading."""

    span: Span
    heading: bool = False


def pieces(text: str) -> list[Piece]:
    """Divide a text into paragraphs and headings, leaving out boilerplate.

    A line is a paragraph unless the lines around it look like one paragraph that was
    wrapped: the line breaks off in mid-sentence and the next one goes on.
    """
    found = []
    for block in _BLOCK.finditer(text):
        for start, end in _unwrapped(text, block.start(), block.end()):
            start += dateline(text[start:end])
            line = text[start:end]
            if line.strip() and not layout().boilerplate.match(line.strip()):
                heading = _is_heading(line)
                parts = [part for part in _cut(text, start, end) if text[slice(*part)].strip()]
                found += [Piece(span=_stripped(text, *p), heading=heading) for p in parts]
    # A text of one unpunctuated line is all there is to read.
    return found if any(not piece.heading for piece in found) else [_story(p) for p in found]


def _story(piece: Piece) -> Piece:
    return Piece(span=piece.span)


def _unwrapped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    position = start
    before = ""
    for line in text[start:end].split("\n"):
        stop = position + len(line)
        if lines and _goes_on(before, line):
            lines[-1] = (lines[-1][0], stop)
        else:
            lines.append((position, stop))
        position = stop + 1
        before = line
    return lines


def _goes_on(before: str, line: str) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    last = before.rstrip()
    first = line.lstrip()[:1]
    if layout().boilerplate.match(before.strip()) or layout().boilerplate.match(line.strip()):
        return False
    if not last or last.endswith(_ENDS):
        # A full line may end a sentence by chance; the wrapped paragraph still goes on.
        return first.islower()
    return first.islower() or 45 <= len(last) <= 120


def _is_heading(line: str) -> bool:
    words = line.split()
    return len(words) <= 18 and not line.rstrip().endswith(_ENDS)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph whole, or one of absurd length in parts that end where a sentence does."""
    while end - start > _LONGEST:
        ends = [m.end() for m in _SENTENCE_END.finditer(text, start, start + _LONGEST)]
        blank = text.rfind(" ", start, start + _LONGEST) + 1
        # rfind gives -1 and so 0 where one word fills it all.
        stop = ends[-1] if ends else blank or start + _LONGEST
        yield start, stop
        start = stop
    yield start, end


def _stripped(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start=start + len(line) - len(line.lstrip()), end=start + len(line.rstrip()))
