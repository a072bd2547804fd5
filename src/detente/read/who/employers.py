"""For which state a person works, as a clause about the person says.

"Ada Bell has advised the Kenyan delegation since 2018"; "Ada Bell, who follows consular cases in
the foreign ministry in Nairobi": a verb of working, a house of the state, and the state nearest it.
"""

import re

from detente.domain.evidence import Span
from detente.lexicon.parties import Match
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage, extent
from detente.read.grammar.tokens import Token
from detente.read.who.names import Names

_EMPLOYING = word_class("employing")
_HOUSES = word_class("state_houses")
# Words between a house and its state: "the ministry *of foreign affairs in* Nairobi".
_NEAREST = 60  # characters
_SENTENCE_END = re.compile(r"[.;!?]\s")


def employment(
    names: Names, passage: Passage, name: list[Token]
) -> tuple[str | None, Match | None]:
    """Words for what a person does in a house of a state, and that state; None where not told."""
    verb = _working(name[-1])
    if verb is None:
        return None, None
    house = next(
        (t for t in passage.doc.tokens[verb.i : extent(verb)[1].i + 1] if t.lower_ in _HOUSES), None
    )
    if house is None:
        return None, None
    words = passage.span(verb, house).of(names.text)
    return words, _nearest(names, passage, verb, house)


def _nearest(names: Names, passage: Passage, verb: Token, house: Token) -> Match | None:
    """The state that stands nearest to a house, in the same sentence."""
    place = passage.token_span(house)
    near = Span(
        start=max(passage.token_span(verb).end, place.start - _NEAREST),
        end=min(passage.end, place.end + _NEAREST),
    )
    stop = _SENTENCE_END.search(names.text, place.end, near.end)
    if stop is not None:
        near = Span(start=near.start, end=stop.start())
    found = [m for m in names.matches_in(near) if m.party.kind == "country"]
    return min(found, key=lambda m: _apart(m, place), default=None)


def _working(name: Token) -> Token | None:
    """Verb of working of which a name is the subject, itself or through "who"."""
    head = name.head
    if name.dep_ == "nsubj" and head.lemma in _EMPLOYING:
        return head
    told = (c for c in name.children if c.dep_ in ("relcl", "acl"))
    return next((verb for verb in told if verb.lemma in _EMPLOYING), None)


def _apart(match: Match, place: Span) -> int:
    """How far a name is from a place; what stands before it is nearer than what follows."""
    return place.start - match.end if match.end <= place.start else 2 * (match.start - place.end)
