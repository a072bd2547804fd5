"""Sentences behind a request, and whether whoever was asked speaks there or is told of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.lexicon.parties import gazetteer
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


def turns(page: Page, ask: Ask, known: dict[int, "Said"]) -> Iterator[Turn]:
    """Sentences not far behind a request, in text order.

    ``known`` keeps what is said in the sentences of the page, by their starts: one may stand behind
    many requests.
    """
    text = page.reading.document.text
    start, left, before = page.sentence_end(ask.place), _FOLLOWING, False
    while left and start < len(text) and start - ask.place <= _REACH:
        stop = page.sentence_end(start)
        words = " ".join(text[start:stop].split())
        if words:
            if start not in known:
                known[start] = Said.of(page, start, stop)
            said = known[start]
            turn = _turn(said, ask.deed.owner, (start, stop, words), before=before)
            yield turn
            left, before = left - 1, turn.own
        start = stop


def _turn(said: "Said", owner: str | None, sentence: tuple[int, int, str], *, before: bool) -> Turn:
    """Whose a sentence is; ``before`` is whether the one before was that of whoever was asked."""
    start, end, words = sentence
    names = said.named
    quiet = not said.speakers and not said.onlookers
    by_name = owner in names or (quiet and owner in set(_by_adjective(words)))
    told = quiet and (by_name or (before and not names))
    spoken = owner in said.speakers or (told and before and _IT_SAID.match(words) is not None)
    if names == {owner} and said.bare and not said.onlookers:
        spoken = True  # "Doha expels no guests, the foreign ministry said": the one in Doha
    return Turn(
        start=start,
        end=end,
        words=words,
        own=spoken or told,
        spoken=spoken,
        named=by_name or spoken,
        nobodys=quiet and not names,
    )


def _by_adjective(words: str) -> Iterator[str]:
    """Parties of the adjectives in a sentence: "Norwegian officials"."""
    for word in _CAPITALISED.findall(words):
        party = gazetteer().by_name(word)
        if party is not None and party.code is not None:
            yield party.code


_CAPITALISED = re.compile(r"\b[A-Z]\w{3,}")


@dataclass(frozen=True, slots=True)
class Said:
    """Whose word a sentence gives, and whether others speak who decide nothing.

    ``bare`` is whether all who speak are only called by an office: "the foreign ministry";
    ``named`` are the parties that it names.
    """

    speakers: frozenset[str]
    onlookers: bool
    bare: bool
    named: frozenset[str]

    @classmethod
    def of(cls, page: Page, start: int, end: int) -> "Said":
        """What is said in a stretch of the text."""
        text = page.reading.document.text
        found: dict[str, str] = {}
        onlookers = False
        for s in page.by_id.values():
            if s.source is None or s.inside is not None or s.by_cue == "mentions":
                continue
            if not any(piece.start < end and start < piece.end for piece in s.content):
                continue
            who = s.source.span.of(text)
            if alleged(s, page.by_id, text) or ONLOOKERS.search(who):
                onlookers = True
            elif s.source.party is not None:
                found[s.source.party] = who
        bare = bool(found) and all(" " in who and who[1:].islower() for who in found.values())
        named = frozenset(
            m.party
            for m in page.reading.mentions
            if start <= m.span.start < end and m.kind in ("country", "igo") and m.party
        )
        return cls(frozenset(found), onlookers, bare, named)
