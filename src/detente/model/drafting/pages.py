"""One text with what is asked of it again and again: its statements by their ids."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from detente.domain.claims import claim_of
from detente.domain.evidence import Claim, Reading, Statement, ordered

_ENDS = re.compile(r"[.!?][”\"’']?\s|\n")


@dataclass(frozen=True)
class Page:
    """What was read in one text; the ids of its statements are hashes, so they are made once."""

    reading: Reading

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """Statements by id, in text order."""
        return {statement.id: statement for statement in self.reading.statements}

    @cached_property
    def claims(self) -> dict[str, tuple[str, Claim]]:
        """Claim that each statement of a known party makes, behind its id."""
        text = self.reading.document.text
        made = ((i, claim_of(s, text, i)) for i, s in self.by_id.items())
        return {i: (claim.id, claim) for i, claim in made if claim is not None}

    @property
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

    @cached_property
    def _sentences(self) -> list[int]:
        return [m.end() for m in _ENDS.finditer(self.reading.document.text)]

    @cached_property
    def name(self) -> str:
        """Id of the document."""
        return self.reading.document.id


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
