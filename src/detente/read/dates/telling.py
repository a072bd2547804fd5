"""What is known where a date stands: the text, its own day, and what was told before."""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from detente.lexicon.days import date_words
from detente.read.dates.calendar import Days

UNKNOWN = Days(None, None)
# How a clause looks at what it tells: as still to come ("will", "plans to"), as what was still to
# come when it was told of ("was to leave", which may be over), in a present tense,
# which may tell of what is to come, is usual or was just now, beside a present (the date belongs
# to a noun, "the ruling of 8 July cheers them"), or as past.
Outlook = Literal["planned", "awaited", "present", "beside", "past"] | None


# Prepositions that lead up to a day, which lies ahead where no verb looks back.
_UP_TO = frozenset({"by", "until", "till", "before"})


# As far as this, in characters, and over so many others, what was told is still spoken of.
_SPOKEN_OF, _REMEMBERED = 400, 8
# How far a sentence is followed, and where it ends.
_SENTENCE = 160
_STOP = re.compile(r"[.;!?\n]")
_EVERY_YEAR = re.compile(rf"\b(?:{'|'.join(sorted(date_words('recurring')))})\b", re.IGNORECASE)


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
    mentions
        What was told of late, however closely, each with where its words ended.
    told
        Days told before with a year of their own, by month and day.
    ago
        Days told as "three years ago today", by unit and number.
    follows
        What a date means that begins at a place further on; None if none begins there.
    """

    text: str
    today: Days | None
    outlook: Callable[[int, int], Outlook]
    history: bool = False
    last: Days | None = None
    told: dict[tuple[int, int], date] = field(default_factory=dict)
    mentions: deque[tuple[Days, int]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    ago: dict[tuple[str, float], date] = field(default_factory=dict)
    at: tuple[int, int] = field(default=(0, 0))
    follows: Callable[[int], Days | None] = lambda _: None

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
    def tells_on(self) -> bool:
        """Whether dates are told from what was told before rather than from the text's day."""
        return self.history and self.last is not None

    @property
    def forward(self) -> bool | None:
        """Whether the words now looked at tell of what is to come.

        A preposition may say so: "ahead of Monday" does, whatever the verb, and "since May" tells
        of what was. "By Monday" looks ahead unless the verb looks back.
        """
        start = self.at[0]
        word = self.before(start)
        if word == "since":
            return False
        if word == "of" and self.text[max(0, start - 10) : start].lower().endswith("ahead of "):
            return True
        outlook = self.outlook(*self.at)
        if outlook is None:
            return True if word in _UP_TO else None
        return outlook != "past"

    @property
    def leads_up(self) -> bool:
        """Whether the words stand after "by", "until" or the like."""
        word = self.before(self.at[0])
        return word in _UP_TO

    @property
    def beside(self) -> bool:
        """Whether the words belong to a noun beside a present tense."""
        return self.outlook(*self.at) == "beside"

    @property
    def planned(self) -> bool:
        """Whether a modal or a plan says that it is to come."""
        return self.outlook(*self.at) in ("planned", "awaited")

    @property
    def awaited(self) -> bool:
        """Whether it was to come when it was told of, so that it may be over."""
        return self.outlook(*self.at) == "awaited"

    def just_told(self) -> date | None:
        """Day that was told last and is still spoken of."""
        told = self.spoken_of(1)
        return None if told is None else told.first

    def spoken_of(self, longest: int) -> Days | None:
        """What was told last and is no longer than so many days, if it is still spoken of.

        What was done a day later was not done a day after the deadline to come, so that where the
        words look back nothing counts that lies ahead.
        """
        for days, end in reversed(self.mentions):
            if self.at[0] - end > _SPOKEN_OF:
                return None
            if days.length <= longest and not (self._to_come(days) and self.forward is False):
                return days
        return None

    def _to_come(self, days: Days) -> bool:
        here = None if self.today is None else self.today.last
        return here is not None and days.first is not None and days.first > here

    def recurring(self) -> bool:
        """Whether the sentence around the words now looked at tells of what is so every year."""
        start, end = self.at
        after = _STOP.split(self.text[end : end + _SENTENCE], maxsplit=1)[0]
        before = _STOP.split(self.text[max(0, start - _SENTENCE) : start])[-1]
        return _EVERY_YEAR.search(before) is not None or _EVERY_YEAR.search(after) is not None

    def before(self, start: int) -> str:
        """Last word before a place, in lower case."""
        found = re.search(r"([\w’'-]+)[\s(“\"‘']*$", self.text[max(0, start - 24) : start])
        return found[1].lower() if found else ""
