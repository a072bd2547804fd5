"""Sentences behind a request, and whether whoever was asked speaks there or is told of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.model.drafting.asks import Ask
from detente.model.drafting.hearsay import alleged
from detente.model.drafting.pages import Page
from detente.model.drafting.sign_words import ONLOOKERS

_FOLLOWING = 4  # sentences behind a request in which it may be answered
_REACH = 700  # characters
# Of whoever spoke in the sentence before.
_IT_SAID = re.compile(r"(?:It|They|He|She) (?:also |then )?(?:added|insisted|replied|said|says)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence behind a request, with whose it is.

    ``own`` is whether whoever was asked speaks or is told of, ``spoken`` whether it speaks there,
    ``named`` whether the sentence says so, and ``nobodys`` whether it names nobody.
    """

    start: int
    end: int
    words: str
    own: bool
    spoken: bool
    named: bool
    nobodys: bool


def turns(page: Page, ask: Ask) -> Iterator[Turn]:
    """Sentences not far behind a request, in text order."""
    text = page.reading.document.text
    start, left, before = page.sentence_end(ask.place), _FOLLOWING, False
    while left and start < len(text) and start - ask.place <= _REACH:
        stop = page.sentence_end(start)
        words = " ".join(text[start:stop].split())
        if words:
            turn = _turn(page, ask.deed.owner, (start, stop, words), before=before)
            yield turn
            left, before = left - 1, turn.own
        start = stop


def _turn(page: Page, owner: str | None, sentence: tuple[int, int, str], *, before: bool) -> Turn:
    """Whose a sentence is; ``before`` is whether the one before was that of whoever was asked."""
    start, end, words = sentence
    speakers, onlookers = _speakers(page, start, end)
    names = {
        m.party
        for m in page.reading.mentions
        if start <= m.span.start < end and m.kind in ("country", "igo") and m.party
    }
    quiet = not speakers and not onlookers
    told = quiet and (owner in names or (before and not names))
    spoken = owner in speakers or (told and before and _IT_SAID.match(words) is not None)
    return Turn(
        start=start,
        end=end,
        words=words,
        own=spoken or told,
        spoken=spoken,
        named=owner in names or spoken,
        nobodys=quiet and not names,
    )


def _speakers(page: Page, start: int, end: int) -> tuple[set[str], bool]:
    """Parties whose word a sentence gives, and whether others speak who decide nothing."""
    text = page.reading.document.text
    found: set[str] = set()
    onlookers = False
    for s in page.by_id.values():
        if s.source is None or s.inside is not None or s.by_cue == "mentions":
            continue
        if not any(piece.start < end and start < piece.end for piece in s.content):
            continue
        if alleged(s, page.by_id, text) or ONLOOKERS.search(s.source.span.of(text)):
            onlookers = True
        elif s.source.party is not None:
            found.add(s.source.party)
    return found, onlookers
