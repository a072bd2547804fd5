"""What is known where a date stands: the text, its own day, and what was told before."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from detente.read.dates.calendar import Days

UNKNOWN = Days(None, None)


class Unknown(Exception):
    """The day of publication is not known as closely as some words ask."""


@dataclass(slots=True)
class Telling:
    """What is known where a date stands: the text, its own day, and what was told before.

    Parameters
    ----------
    today
        Days on which the text may have been published, None when nothing is known.
    ahead
        Whether the clause around some words looks forward (True), back (False) or neither.
    history
        Whether the text tells of the past and never of its own day, so that "in June" is the
        June of the year told last.
    last
        What was told last with a year of its own.
    told
        Days told before with a year of their own, by month and day.
    """

    text: str
    today: Days | None
    ahead: Callable[[int, int], bool | None]
    history: bool = False
    last: Days | None = None
    told: dict[tuple[int, int], date] = field(default_factory=dict)
    at: tuple[int, int] = field(default=(0, 0))

    @property
    def day(self) -> date:
        """The text's own day, if it is known to the day."""
        if self.today is None or self.today.first is None or self.today.first != self.today.last:
            raise Unknown
        return self.today.first

    @property
    def year(self) -> int:
        """The text's own year."""
        if self.today is None or self.today.first is None:
            raise Unknown
        return self.today.first.year

    @property
    def month(self) -> date:
        """Some day of the text's own month."""
        if self.today is None or self.today.first is None or self.today.last is None:
            raise Unknown
        if self.today.first.month != self.today.last.month:
            raise Unknown
        return self.today.first

    def some(self, unit: str) -> date:
        """Day of publication as closely as reckoning in units asks for it."""
        if unit in ("year", "decade", "century"):
            return date(self.year, 1, 1) if self.today != UNKNOWN and not self._exact else self.day
        if unit in ("month", "quarter"):
            return self.month
        return self.day

    @property
    def _exact(self) -> bool:
        return self.today is not None and self.today.first == self.today.last

    @property
    def forward(self) -> bool | None:
        """Whether the words now looked at tell of what is to come."""
        return self.ahead(*self.at)

    def before(self, start: int) -> str:
        """Last word before a place, in lower case."""
        found = re.search(r"([\w’'-]+)[\s(“\"‘']*$", self.text[max(0, start - 24) : start])
        return found[1].lower() if found else ""
