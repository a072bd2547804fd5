"""What the record knows of time."""

from collections.abc import Iterable, Iterator
from datetime import date

from detente.domain.evidence import Reading
from detente.lexicon.due import interval


def newest_day(readings: Iterable[Reading]) -> date | None:
    """Newest day on which a text was published or something in it happened; None if undated.

    Of a date known only to the month or year it is the last day. What is merely planned has
    not been reached.
    """
    return max((date.fromisoformat(interval(day)[1]) for day in _days(readings)), default=None)


def _days(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        if reading.document.published:
            yield reading.document.published
        for event in reading.events:
            if event.date and event.status in ("happened", "ongoing"):
                yield event.date
