"""The words around what was found, and its place in the text."""

from collections.abc import Sequence

from detente.record.folding import words
from detente.record.queries import Phrase

# Characters of a snippet, and how many of them stand before what was found.
LONG = 200
BEFORE = 60


def first_place(text: str, wanted: Sequence[Phrase]) -> tuple[int, int] | None:
    """First place of any of the phrases in a text."""
    longest = max((len(phrase.words) for phrase in wanted), default=0)
    recent: list[tuple[str, int, int]] = []
    for word in words(text):
        recent = [*recent, word][-longest:]
        for phrase in wanted:
            end = [folded for folded, _, _ in recent[-len(phrase.words) :]]
            if _matches(end, phrase):
                return recent[-len(phrase.words)][1], word.end
    return None


def _matches(found: list[str], phrase: Phrase) -> bool:
    if len(found) != len(phrase.words):
        return False
    *whole, last = phrase.words
    fits = found[-1].startswith(last) if phrase.begins else found[-1] == last
    return fits and found[:-1] == whole


def shown(text: str, start: int, end: int, place: tuple[int, int] | None) -> str:
    """Words around what was found, or the first words of a stretch of text, on one line."""
    if place is None or place[0] - start < LONG - BEFORE:
        begin = start
    else:
        begin = place[0] - BEFORE
        blank = text.rfind(" ", begin - 20, begin)
        begin = begin if blank < 0 else blank + 1
    stop = min(end, begin + LONG)
    if stop < end:
        blank = text.rfind(" ", stop - 30, stop)
        stop = stop if blank < 0 else blank
    words_ = " ".join(text[begin:stop].split())
    return f"{'… ' if begin > start else ''}{words_}{' …' if stop < end else ''}"
