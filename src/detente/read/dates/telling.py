"""What is known where a date stands: the text, its own day, and what was told before."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from detente.read.dates.calendar import Days

UNKNOWN = Days(None, None)
# How a clause looks at what it tells: as still to come ("will", "plans to"), in a present tense,
# which may tell of what is to come, is usual or was just now, or as past.
Outlook = Literal["planned", "present", "past"] | None


class Unknown(Exception):
    """The day of publication is not known as closely as some words ask."""


@dataclass(slots=True)
class Telling:
    """What is known where a date stands: the text, its own day, and what was told before.

    Parameters
    ----------
    today
        Days on which the text may have been published, None when nothing is known.
    outlook
        How the clause around a place of the text looks at it; None where nothing tells.
    history
        Whether the text tells of the past and never of its own day, so that "in June" is the
        June of the year told last.
    last
        What was told last with a year of its own.
    near
        The day that was told last, with a year or without, and where its words ended.
    told
        Days told before with a year of their own, by month and day.
    """

    text: str
    today: Days | None
    outlook: Callable[[int, int], Outlook]
    history: bool = False
    last: Days | None = None
    near: tuple[date, int] | None = None
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
        outlook = self.outlook(*self.at)
        return None if outlook is None else outlook != "past"

    @property
    def planned(self) -> bool:
        """Whether a modal or a plan says that it is to come."""
        return self.outlook(*self.at) == "planned"

    def just_told(self, within: int) -> date | None:
        """Day that was told within so many characters before the words now looked at."""
        if self.near is None or self.at[0] - self.near[1] > within:
            return None
        return self.near[0]

    def before(self, start: int) -> str:
        """Last word before a place, in lower case."""
        found = re.search(r"([\w’'-]+)[\s(“\"‘']*$", self.text[max(0, start - 24) : start])
        return found[1].lower() if found else ""
