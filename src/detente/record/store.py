"""Where evidence is kept. Nothing kept is ever changed: readings and judgements are added."""

from typing import Protocol

from detente.domain.evidence import Judgement, Reading
from detente.domain.findings import Finding, Place


class Store(Protocol):
    """Keeps readings, addressed by their text, and judgements, in the order they came."""

    def add(self, reading: Reading) -> Finding | None:
        """Keep a reading, unless the same text is kept already: the finding then says so."""

    def readings(self) -> tuple[Reading, ...]:
        """Readings in the order they were added."""

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement; it stands until a later one on the same claim."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement ever made, oldest first."""


class MemoryStore:
    """A store that lasts as long as the process."""

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}
        self._judgements: list[Judgement] = []

    def add(self, reading: Reading) -> Finding | None:
        """Keep a reading, unless the same text is kept already: the finding then says so."""
        document = reading.document
        known = self._readings.setdefault(document.id, reading)
        return None if known is reading else duplicate(reading, known)

    def readings(self) -> tuple[Reading, ...]:
        """Readings in the order they were added."""
        return tuple(self._readings.values())

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement; it stands until a later one on the same claim."""
        self._judgements.append(judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement ever made, oldest first."""
        return tuple(self._judgements)


def duplicate(reading: Reading, known: Reading) -> Finding:
    """Say that a text was met twice."""
    document, first = reading.document, known.document
    name = document.path or document.id
    return Finding(
        code="duplicate-article",
        severity="info",
        where=Place(path=document.path, document=document.id),
        what=f"{name} has the same text as {first.path or first.id}, so it counts once",
        fix="leave one of them out; the same text twice is one source",
    )
