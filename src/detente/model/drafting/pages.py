"""One text with what is asked of it again and again: its statements by their ids, its deeds."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from detente.domain.claims import claim_of
from detente.domain.evidence import Claim, Event, Proposition, Reading, Statement, ordered
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed

_ENDS = re.compile(r"[.!?][”\"’']?\s|\n")


@dataclass(frozen=True)
class Page:
    """What was read in one text; the ids of its statements are hashes, so they are made once."""

    reading: Reading

    def anew(self, reading: Reading) -> "Page":
        """The same text, of which more is known: what is told stands where it stood, by its id."""
        if reading is self.reading:
            return self
        page = Page(reading)
        known = {name: getattr(self, name) for name in ("name", "_statement_ids", "event_ids")}
        vars(page).update(known)
        return page

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """Statements by id, in text order."""
        return dict(zip(self._statement_ids, self.reading.statements, strict=True))

    @cached_property
    def _statement_ids(self) -> list[str]:
        return [statement.id for statement in self.reading.statements]

    @cached_property
    def event_ids(self) -> list[str]:
        """Ids of its events, in text order."""
        return [event.id for event in self.reading.events]

    @cached_property
    def events(self) -> list[tuple[str, Event, Deed | None]]:
        """Its events behind their ids, with the deeds that they are, in text order."""
        return [
            (name, event, deed(as_proposition(event), self.texts))
            for name, event in zip(self.event_ids, self.reading.events, strict=True)
        ]

    @cached_property
    def claims(self) -> dict[str, tuple[str, Claim]]:
        """Claim that each statement of a known party makes, behind its id."""
        text = self.reading.document.text
        made = ((i, claim_of(s, text, i)) for i, s in self.by_id.items())
        return {i: (claim.id, claim) for i, claim in made if claim is not None}

    @cached_property
    def texts(self) -> dict[str, str]:
        """Its text by the document's id, as deeds are read from it."""
        return {self.name: self.reading.document.text}

    def sentence_at(self, place: int) -> int:
        """Where the sentence begins that holds a place of the text."""
        known = bisect_right(self._sentences, place)
        return self._sentences[known - 1] if known else 0

    def sentence_end(self, place: int) -> int:
        """Where the sentence after the one that holds a place begins, or the text ends."""
        known = bisect_right(self._sentences, place)
        whole = known == len(self._sentences)
        return len(self.reading.document.text) if whole else self._sentences[known]

    def holds_sentence(self, start: int, end: int) -> bool:
        """Whether a whole sentence stands in a stretch of the text."""
        first = self.sentence_at(start)
        first = first if first == start else self.sentence_end(start)
        return first < end and self.sentence_end(first) <= end

    @cached_property
    def _sentences(self) -> list[int]:
        return [m.end() for m in _ENDS.finditer(self.reading.document.text)]

    @cached_property
    def name(self) -> str:
        """Id of the document."""
        return self.reading.document.id


_FORGOING = word_class("forgoing")


def as_proposition(event: Event) -> Proposition:
    """An event in the form in which deeds are read: what it would be if it happened.

    Of "its objection has been dropped" the objection is what is dropped, and no one it is done to.
    """
    done_to = event.object or (event.target if event.act in _FORGOING else None)
    return Proposition(
        document=event.document,
        span=event.span,
        act=event.act,
        agent=event.actor,
        object=done_to,
        complement=event.complement,
    )


def claims_of(pages: Iterable[Page]) -> dict[str, Claim]:
    """Every claim by its id, with all statements that support it, in the order they came."""
    found: dict[str, Claim] = {}
    support: dict[str, list[str]] = {}
    for page in pages:
        for statement, (name, claim) in page.claims.items():
            found.setdefault(name, claim)
            support.setdefault(name, []).append(statement)
    return {
        name: claim if len(support[name]) == 1 else replace(claim, support=ordered(support[name]))
        for name, claim in found.items()
    }
