"""What a later word may refer back to: persons, people, parties and bodies, in text order.

A *mention* is one place where a party or a person is named. A *referent* is anything that a
pronoun may take up; besides the mentions these are "the teacher", "officials" or "the city".
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from detente.domain.evidence import Kind, Span
from detente.lexicon.parties import Gender
from detente.read.grammar.clauses import Passage
from detente.read.grammar.speaking import Role
from detente.read.grammar.tokens import Token
from detente.read.who.persons import Person

# What kind of pronoun may take it up: he or she; they; it or they; it or they; it.
Sort = Literal["person", "people", "party", "body", "writing"]

# Mentions that a word looks back over; further back nobody remembers either.
_LOOK_BACK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a party or a person is named."""

    span: Span
    party: str | None
    kind: Kind | None
    person: Person | None = None
    subject: bool = False


@dataclass(slots=True)
class Mentions:
    """The mentions of one document, in the order in which they are told."""

    all: list[Mention] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Add one that starts after all others."""
        self.all.append(mention)
        self._starts.append(mention.span.start)

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that start in a stretch of the text."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, place: int, wanted: Callable[[Mention], bool]) -> Mention | None:
        """Return the last before a place that is wanted, not looking back for ever."""
        last = bisect_left(self._starts, place) - 1
        for k in range(last, max(-1, last - _LOOK_BACK), -1):
            if wanted(self.all[k]):
                return self.all[k]
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """What a phrase was resolved to."""

    party: str | None = None
    kind: Kind | None = None
    person: Person | None = None
    speaker: Span | None = None
    form: Literal["named", "pronoun", "description"] = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Something that a pronoun may take up.

    Parameters
    ----------
    key
        Equal for two referents that are one person, party or noun.
    sentence
        Number of the sentence in the document.
    quoted
        Whether it stands in a quotation, where it is the quoted person's word.
    speaks
        Whether something is attributed to it right there.
    """

    span: Span
    who: Who
    sort: Sort
    key: str
    token: Token
    passage: Passage
    role: Role
    sentence: int
    quoted: bool = False
    speaks: bool = False
    heading: bool = False
    gender: Gender | None = None


@dataclass(slots=True)
class Referents:
    """The referents of one document, in the order in which they are told."""

    _all: list[Referent] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _at: dict[int, Referent] = field(default_factory=dict)

    def add(self, referent: Referent) -> None:
        """Add one that starts after all others."""
        self._all.append(referent)
        self._starts.append(referent.span.start)
        self._at[referent.passage.start + referent.token.idx] = referent

    def add_joint(self, referent: Referent) -> None:
        """Add what joins the last with an earlier one; its head stays what it is."""
        self._all.append(referent)
        self._starts.append(self._starts[-1])

    def at(self, passage: Passage, token: Token) -> Referent | None:
        """Referent whose head a token is."""
        return self._at.get(passage.start + token.idx)

    def before(self, place: int, limit: int) -> Iterator[Referent]:
        """Up to so many referents that start before a place, the last first."""
        end = bisect_left(self._starts, place)
        return reversed(self._all[max(0, end - limit) : end])

    def last(self, place: int, limit: int, wanted: Callable[[Referent], bool]) -> Referent | None:
        """Return the last before a place that is wanted."""
        return next((r for r in self.before(place, limit) if wanted(r)), None)
