"""Quotation marks as a layer over a paragraph, before any grammar.

Marks of all conventions are paired by paragraph. A quotation that opens and never closes
runs to the end of its paragraph, as continuation paragraphs do. Single curly marks count
only where they cannot be apostrophes.
"""

import re

from detente.domain.evidence import Span

_PAIRS = {"“": "”", "«": "»", "„": "“"}
_MARKS = re.compile('[“”„«»"]')
_SINGLE = re.compile(r"(?<![\w’'])‘(?=\S)([^‘]*?\S)’(?![\w])")
# A pair of marks around one or two words is emphasis or distance, not speech.
MIN_WORDS = 3


def quotations(text: str, start: int = 0) -> list[Span]:
    """Quotations of a paragraph, marks included, outermost only, in order.

    ``start`` is added to the offsets.
    """
    found: list[Span] = []
    opened: int | None = None
    closes = ""
    for mark in _MARKS.finditer(text):
        place, character = mark.start(), mark[0]
        if opened is None:
            if character in _PAIRS:
                opened, closes = place, _PAIRS[character]
            elif character == '"' and _opens(text, place):
                opened, closes = place, '"'
        elif character == closes or (
            closes == "”" and character == '"' and not _opens(text, place)
        ):
            found.append(Span(start=start + opened, end=start + place + 1))
            opened = None
    if opened is not None:
        found.append(Span(start=start + opened, end=start + len(text.rstrip())))
    if not found:
        found.extend(
            Span(start=start + match.start(), end=start + match.end())
            for match in _SINGLE.finditer(text)
        )
    return found


def _opens(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-:,")


def is_speech(text: str, quotation: Span, start: int = 0) -> bool:
    """Whether a quotation is long enough to be speech and not a word held at arm's length."""
    words = text[quotation.start - start : quotation.end - start].split()
    return len(words) >= MIN_WORDS
