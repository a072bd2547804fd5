"""Towns and organisations that a text names and no table knows: whom "the city" means."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.domain.evidence import Span
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.who.names import Names

_TOWNS = word_class("towns")
_FIRMS = word_class("firms")
_BODIES = word_class("bodies")
_BODY_WORDS = word_class("body_words")
# How many names a description looks back over.
_LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class _Named:
    span: Span
    name: str
    words: frozenset[str]
    place: bool


class Bodies:
    """The towns and organisations of one document, in text order.

    Parameters
    ----------
    text, passages, names
        The document, its parsed paragraphs, and the parties it names; what is the name of a
        state is none of its towns.
    """

    def __init__(self, text: str, passages: Sequence[Passage], names: Names) -> None:
        self._given = (text, passages, names)

    def meant(self, noun: str, place: int) -> Span | None:
        """Where the one was last named that a bare "the city" or "the company" takes up.

        Of several it is the one that was named most; a tie is nobody.
        """
        if noun in _TOWNS:
            return self._most_named([n for n in self._before(place) if n.place])
        if noun not in _BODIES:
            return None
        called = [n for n in self._before(place) if noun in n.words]
        if called:
            # "Osaka University … the university"
            return called[-1].span
        if noun not in _FIRMS:
            return None
        return self._most_named(
            [n for n in self._before(place) if not n.place and not n.words & _BODY_WORDS]
        )

    def _most_named(self, named: list[_Named]) -> Span | None:
        order = Counter(n.name for n in named).most_common(2)
        if not order or (len(order) > 1 and order[0][1] == order[1][1]):
            return None
        return next(n.span for n in reversed(named) if n.name == order[0][0])

    def _before(self, place: int) -> list[_Named]:
        end = bisect_left(self._all, place, key=lambda n: n.span.start)
        return self._all[max(0, end - _LOOK_BACK) : end]

    @cached_property
    def _all(self) -> list[_Named]:
        """All of them; gathered when a description first asks."""
        return [named for passage in self._given[1] for named in self._named(passage)]

    def _named(self, passage: Passage) -> Iterator[_Named]:
        text, _, names = self._given
        for entity in passage.doc.ents:
            if entity.label_ not in ("ORG", "GPE") or any(t.lower_ == "and" for t in entity):
                continue
            tokens = _bare(list(entity))
            span = passage.span(tokens[0], tokens[-1])
            match = names.match_at(span)
            place = entity.label_ == "GPE"
            if match is not None and not (place and match.form == "capital"):
                continue
            words = frozenset(t.lower_ for t in tokens)
            yield _Named(span, span.of(text).lower(), words, place)


def _bare(tokens: list[Token]) -> list[Token]:
    """Words of a name without "the", "the city of" and the possessor's ending."""
    while len(tokens) > 1 and tokens[0].pos_ == "DET":
        tokens = tokens[1:]
    if len(tokens) > 2 and tokens[0].lower_ in _TOWNS and tokens[1].lower_ == "of":
        tokens = tokens[2:]
    while len(tokens) > 1 and tokens[-1].tag_ == "POS":
        tokens = tokens[:-1]
    return tokens
