"""Where evidence is kept. Nothing kept is ever changed: readings and judgements are added."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from detente.domain.evidence import Document, Judgement, Provenance, Reading
from detente.domain.findings import Finding, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A text that comes in.

    Parameters
    ----------
    source
        Bytes as they were received; of a file with many texts its path. None where the text
        came from no file.
    reading
        What was found in the text, if it was read.
    """

    document: Document
    source: bytes | Path | None = None
    reading: Reading | None = None


class Store(Protocol):
    """Keeps readings, addressed by their text, and judgements, in the order they came."""

    def unread(self, document: Document) -> bool:
        """Whether nothing is kept of what a text says."""

    def take_in(self, arrivals: Sequence[Arrival], reader: Provenance) -> tuple[Finding, ...]:
        """Keep texts and readings, all of them or none; findings tell of texts kept already."""

    def readings(self) -> tuple[Reading, ...]:
        """Readings in the order they were added."""

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement; it stands until a later one on the same claim."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement that nobody took back, oldest first."""


class MemoryStore:
    """A store that lasts as long as the process."""

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}
        self._judgements: list[Judgement] = []

    def add(self, reading: Reading) -> Finding | None:
        """Keep a reading, unless the same text is kept already: the finding then says so."""
        document = reading.document
        if document.id in self._readings:
            return duplicate(document, self._readings[document.id].document)
        self._readings[document.id] = reading
        return None

    def unread(self, document: Document) -> bool:
        """Whether nothing is kept of what a text says."""
        return document.id not in self._readings

    def take_in(self, arrivals: Sequence[Arrival], reader: Provenance) -> tuple[Finding, ...]:
        """Keep texts and readings; findings tell of texts kept already."""
        found = (
            self.add(arrival.reading or Reading(document=arrival.document)) for arrival in arrivals
        )
        return tuple(finding for finding in found if finding)

    def readings(self) -> tuple[Reading, ...]:
        """Readings in the order they were added."""
        return tuple(self._readings.values())

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement; it stands until a later one on the same claim."""
        self._judgements.append(judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement ever made, oldest first."""
        return tuple(self._judgements)


def duplicate(document: Document, first: Document) -> Finding:
    """Say that a text was met twice."""
    name = document.path or document.id
    return Finding(
        code="duplicate-article",
        severity="info",
        where=Place(path=document.path, document=document.id),
        what=f"{name} has the same text as {first.path or first.id}, so it counts once",
        fix="leave one of them out; the same text twice is one source",
    )
