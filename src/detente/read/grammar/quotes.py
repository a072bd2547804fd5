"""Quotation marks as a layer over a paragraph, before any grammar.

Marks of all conventions are paired by paragraph. A quotation that opens and never closes
runs to the end of its paragraph, as continuation paragraphs do. Single marks count only
where they cannot be apostrophes, and never inside double ones.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from detente.domain.evidence import Span

# What each opening mark is closed by. Straight marks open and close alike.
_CLOSED_BY = {
    "“": '”“"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    '"': '"”',
    "''": ("''", '"', "”"),
    "``": ("''", '"', "”"),
}
_MARKS = re.compile("''|``|[“”„«»\"‘']")
# Where a single mark may close: after something, and before no letter.
_SINGLE_ENDS = re.compile(r"(?<=[\w.,!?…)\]”\"])[’'](?![\w'])")
# A pair of marks around one or two words is emphasis or distance, not speech.
MIN_WORDS = 3
_SAID_OUT = re.compile(r"[.,!?…—–-]['’]?(?:''|[”»“«\"’'])$")


@dataclass(slots=True)
class _Open:
    """A quotation whose closing mark is still to come."""

    start: int
    mark: str


def quotations(text: str, start: int = 0) -> list[Span]:
    """Quotations of a paragraph, marks included, outermost only, in order.

    ``start`` is added to the offsets.
    """
    return [Span(start=start + a, end=start + b) for a, b in _paired(text)]


def _paired(text: str) -> Iterator[tuple[int, int]]:
    opened: _Open | None = None
    ends = [m.start() for m in _SINGLE_ENDS.finditer(text)]
    skip = 0
    for found in _MARKS.finditer(text):
        place, mark = found.start(), found[0]
        if place < skip:
            continue
        if opened is None:
            if mark in "‘'":
                end = _single_end(text, place, mark, ends)
                if end is not None:
                    yield place, end + 1
                    skip = end + 1
            elif _may_open(text, place, mark):
                opened = _Open(place, mark)
        elif mark in _CLOSED_BY[opened.mark] and _may_close(text, place, mark, opened.mark):
            yield opened.start, found.end()
            opened = None
    if opened is not None:
        yield opened.start, len(text.rstrip())


def _may_open(text: str, place: int, mark: str) -> bool:
    if mark in ("“", "„", "«", "``"):
        return True
    return mark in ('"', "''", "»") and _opens(text, place, len(mark))


def _may_close(text: str, place: int, mark: str, opened: str) -> bool:
    """Whether a mark that could also open closes here."""
    if mark == "“":
        # „ is closed by “; another “ within “ … is a quotation begun anew.
        return opened == "„" and not _opens(text, place, 1)
    if mark in ('"', "''") and mark != opened:
        return not _opens(text, place, len(mark))
    return True


def _opens(text: str, place: int, length: int = 1) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + length] if place + length < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-:,“‘")


def _single_end(text: str, place: int, mark: str, ends: list[int]) -> int | None:
    """Where a single mark that opens at a word is closed, if it is.

    Of straight marks after an "s", which may belong to a genitive, the last counts.
    """
    before = text[place - 1] if place else " "
    after = text[place + 1 : place + 2]
    if not after or after.isspace() or after.isdigit() or before.isalnum() or before in "’'‘":
        return None
    closing = "’" if mark == "‘" else "'"
    genitive = None
    for k in range(bisect_left(ends, place + 2), len(ends)):
        end = ends[k]
        if text[end] != closing:
            continue
        if text[end - 1] != "s":
            return end
        genitive = end if genitive is None else genitive
        if len(text) > end + 1 and text[end + 1] in ",.;:!?)":
            return end
        if end - place > 400:
            break
    return genitive


_LOWER = re.compile(r"(?<![\w’'])[a-z][\w’'-]{3,}")
_BEFORE_TITLE = re.compile(r"(?:\b(?:on|in|at|for|from|of|show|book|film|series|the)|[’']s)\s+$")


def _is_title(text: str, place: int, quoted: str) -> bool:
    """Whether marks hold a name, with capitals, in the run of a sentence: on “Meet the Press”."""
    if len(quoted.split()) > 6 or _LOWER.search(quoted) or not any(c.isalpha() for c in quoted):
        return False
    return _BEFORE_TITLE.search(text[max(0, place - 8) : place]) is not None


def closed(text: str, quotation: Span, start: int = 0) -> bool:
    """Whether a quotation has a closing mark of its own."""
    words = text[quotation.start - start : quotation.end - start]
    return len(words) > 1 and words[-1] in "”»“«\"’'"


def is_speech(text: str, quotation: Span, start: int = 0) -> bool:
    """Whether a quotation is speech and not a word held at arm's length.

    One or two words are speech only as a sentence: with a capital and its stop or comma.
    """
    quoted = text[quotation.start - start : quotation.end - start]
    if len(quoted.split()) >= MIN_WORDS:
        return not _is_title(text, quotation.start - start, quoted)
    return quoted.lstrip("“„«»\"'`‘")[:1].isupper() and _SAID_OUT.search(quoted) is not None


_start, _end = attrgetter("start"), attrgetter("end")


def near(quoted: list[Span], start: int, end: int) -> list[Span]:
    """Those of some quotations, in order, that touch a stretch or stand right beside it."""
    first = bisect_left(quoted, start - 2, key=_end)
    last = bisect_left(quoted, end + 3, key=_start)
    return quoted[first:last]


def is_quoted(quoted: list[Span], place: int) -> bool:
    """Whether a place is within one of some quotations, given in order."""
    last = bisect_left(quoted, place, key=_start) - 1
    return last >= 0 and place < quoted[last].end
