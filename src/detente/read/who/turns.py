"""The paragraphs of a text as turns of speakers: who says "I" in each, and who is "you"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.domain.evidence import Kind, Span
from detente.read.grammar.clauses import Passage
from detente.read.who.persons import Person, Persons
from detente.read.who.referents import Who

SAYS_I = re.compile(r"\b(?:I|[Mm]y|[Mm]e|myself)\b")
SAYS_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
SAYS_YOU = re.compile(r"\b(?:[Yy]ou|[Yy]our|yourself)\b")
_NEAR = 160  # characters around a name that may say what the person does here


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a paragraph: persons, a party that issued the text, or only the words.

    ``named`` where all that the paragraph says is somebody's word, whoever that is.
    """

    persons: tuple[Person, ...] = ()
    span: Span | None = None
    party: str | None = None
    kind: Kind | None = None
    named: bool = False

    def who(self, *, several: bool) -> Who:
        """Whom "I" means, or "we" if there are several.

        Of two persons only "we" is known. "We" from one who speaks for a party is the party.
        """
        if self.party is not None:
            return Who(party=self.party, kind=self.kind, speaker=self.span, form="pronoun")
        person = self.persons[0] if len(self.persons) == 1 else None
        if person is None:
            known = several or not self.persons
            return Who(speaker=self.span if known else None, form="pronoun")
        return Who(
            party=person.party, kind=person.kind or "person", speaker=self.span, form="pronoun",
            person=None if several and person.party is not None else person,
        )  # fmt: skip


NOBODY = Voice()


@dataclass(slots=True)
class Turn:
    """One paragraph's speaker and addressee."""

    speaker: Voice = NOBODY
    addressee: Voice = NOBODY


class Paragraphs:
    """The paragraphs of one document, each with what it says in its own voice.

    Parameters
    ----------
    text, passages, persons
        The document, its parsed paragraphs, and the persons it names.
    quotations
        Stretches in quotation marks; they are blanked out of ``own``, lengths kept.
    """

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        persons: Persons,
        quotations: Iterable[Span],
    ) -> None:
        self.text = text
        self.passages = passages
        self.persons = persons
        blanked = _blanked(text, quotations)
        self.own = [(p, blanked[p.start : p.end]) for p in passages]

    def named_in(self, passage: Passage) -> list[tuple[int, Span, int | None]]:
        """Persons named in a paragraph, each with the one joined to the name by "and"."""
        found: list[tuple[int, Span]] = []
        previous: int | None = None
        for token in passage.doc:
            index = self.persons.index(passage, token)
            if index is not None and index == previous:
                end = passage.token_span(token).end
                found[-1] = (index, Span(start=found[-1][1].start, end=end))
            elif index is not None:
                found.append((index, passage.token_span(token)))
            previous = index
        nexts = [*found[1:], None][: len(found)]
        return [
            (
                index,
                span,
                other[0] if other is not None and self._and(span, other[1]) else None,
            )
            for (index, span), other in zip(found, nexts, strict=True)
        ]

    def _and(self, one: Span, other: Span) -> bool:
        return self.text[one.end : other.start].strip() == "and"

    def around(self, passage: Passage, span: Span) -> tuple[str, str]:
        """What stands just before and after a name in its paragraph."""
        start, end = passage.start, passage.end
        before = self.text[max(start, span.start - _NEAR) : span.start]
        return before, self.text[span.end : min(end, span.end + _NEAR)]


def _blanked(text: str, quotations: Iterable[Span]) -> str:
    kept: list[str] = []
    done = 0
    for q in quotations:
        if q.start >= done:
            kept += [text[done : q.start], " " * (q.end - q.start)]
            done = q.end
    return "".join([*kept, text[done:]])
