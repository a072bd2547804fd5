"""Who answers for a government among those whom labels name, in a house or at a briefing.

"The Minister of State (Mrs Bell): …" answers for the state whose house it is, and so does "Mrs
Bell: …" further on. Who asks there speaks for no state.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from detente.domain.evidence import Span
from detente.lexicon.parties import gazetteer
from detente.read.grammar.clauses import Passage
from detente.read.who.turns import NOBODY, Paragraphs, Voice

# "The Under-Secretary of State, Home Office (Lord Bell):", which no label of a name resembles.
OFFICED = re.compile(r"(?P<label>[^\n:().?!]{3,110})\s\((?P<beside>[^)\n]{2,80})\)\s?:\s")
_NO_NAME = re.compile(r"^(?:the|of|and|for)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """The words that a paragraph begins with, and what stands in brackets behind them."""

    passage: Passage
    words: str
    beside: str | None = None


def answerers(paragraphs: Paragraphs, labels: Mapping[int, Label], home: Voice) -> dict[int, Voice]:
    """Who speaks for a government in the paragraphs that bear labels, by where these start.

    Parameters
    ----------
    home
        The state whose house or whose paper it is; nobody where the text tells none.
    """
    found: dict[int, Voice] = {}
    surnames: dict[str, Voice] = {}
    for place, label in labels.items():
        voice = _in_office(paragraphs, label, home)
        if voice != NOBODY:
            found[place] = voice
            name = label.words if label.beside is None else label.beside
            surnames.setdefault(_surname(name), voice)
    for place, label in labels.items():
        again = surnames.get(_surname(label.words))
        if place not in found and again is not None:
            found[place] = again
    return found


def _in_office(paragraphs: Paragraphs, label: Label, home: Voice) -> Voice:
    """The state for which a label's office speaks, which the label may name: "The Tánaiste"."""
    person = paragraphs.persons.called(label.words)
    if person is not None and person.party not in (None, home.party):
        return NOBODY
    start = label.passage.start
    inside = Span(start=start, end=start + len(label.words))
    named = list(paragraphs.persons.names.matches_in(inside))
    if len(named) == 1 and named[0].form == "body" and named[0].party.kind == "country":
        party = named[0].party
        return Voice(span=inside, party=party.code, kind=party.kind)
    # "Ms BELL (Rivers – Minister for Home Affairs):" holds her office in the brackets.
    title = gazetteer().title_in(label.words) or gazetteer().title_in(label.beside or "")
    if title is None or not title.speaks_for_state:
        return NOBODY
    if home.party is not None:
        return Voice(span=inside, party=home.party, kind=home.kind)
    if label.beside is None:
        return NOBODY
    # What all of it says tells for which state.
    end = paragraphs.text.index(")", inside.end) + 1
    return Voice(span=Span(start=start, end=end), named=True)


def _surname(words: str) -> str:
    """Last word of a name, or of an office."""
    kept = [w for w in words.split() if _NO_NAME.match(w) is None]
    return kept[-1].lower().strip(".") if kept else ""
