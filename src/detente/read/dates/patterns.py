"""The pieces that patterns of dates are made of, and what a match of one holds."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass

from detente.lexicon.days import NUMBERS, ORDINALS
from detente.read.dates.calendar import Days
from detente.read.dates.telling import Telling

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name} | {
    name.lower(): n for n, name in enumerate(calendar.month_abbr) if name
} | {"sept": 9}  # fmt: skip
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip


Reckoning = Callable[["Found", Telling], Days | None]


@dataclass(frozen=True, slots=True)
class Found:
    """One match of one rule, its groups by their own names."""

    match: re.Match[str]
    rule: int

    def __getitem__(self, name: str) -> str | None:
        try:
            group: str | None = self.match[f"{name}__{self.rule}"]
        except IndexError:
            return None
        return group

    def given(self, name: str) -> str:
        """Group that the pattern cannot do without."""
        group = self[name]
        assert group is not None, f"rule {self.rule} has no {name!r} in {self.match[0]!r}"
        return group

    def after(self, name: str) -> str:
        """What the match has after a group."""
        return self.match[0][self.match.end(f"{name}__{self.rule}") - self.match.start() :]

    @property
    def words(self) -> str:
        """The whole match in lower case."""
        return self.match[0].lower()


class Forms(list[tuple[str, Reckoning]]):
    """Forms of words, each a pattern with what reckons its days; those added first go first."""

    def form(self, pattern: str) -> Callable[[Reckoning], Reckoning]:
        """Add a form."""

        def add(reckoning: Reckoning) -> Reckoning:
            self.append((pattern, reckoning))
            return reckoning

        return add


def any_of(words: object) -> str:
    """Match any of some words, longer ones first.

    They are put together by their first letters: where letters may be small or capital, `re`
    goes into every alternative to see that it fails.
    """
    assert isinstance(words, dict)
    begun: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        begun.setdefault(word[0], []).append(word[1:].replace(" ", "[ -]"))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in begun.items())


_LONG = "|".join(calendar.month_name[1:])
_SHORT = "|".join([*calendar.month_abbr[1:], "Sept"])
_SMALL = "january|february|september|october|november|december"
MONTH = rf"(?:(?-i:{_LONG}|{_LONG.upper()}|{_SMALL})\b|(?-i:{_SHORT}|{_SHORT.upper()})\b\.?)"
_FULL_WEEKDAY = "|".join(calendar.day_name)
WEEKDAY = (
    rf"(?:(?-i:{_FULL_WEEKDAY}|{_FULL_WEEKDAY.upper()})\b"
    r"|(?-i:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
)
LEAD = (
    rf"(?:(?:(?:last|this|next)\s)?(?P<weekday>{WEEKDAY})"
    r"(?:\s(?:morning|afternoon|evening|night))?,?\s(?:the\s)?)?"
)
DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
ANY_MONTH = rf"(?:(?:{_LONG}|{_SHORT})\b\.?)"
TH = r"(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9])"
DASH = r"\s?(?:-|–|—)\s?"
TO = r"(?:\s?(?:-|–|—|/)\s?|\s(?:to|through|and|until|or)\s(?:the\s)?)"
NUMBER = rf"(?:(?<![0-9][.,])[0-9]{{1,3}}(?:\.[0-9])?|{any_of(NUMBERS)})"
ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})"
UNIT = r"(?:day|night|week|fortnight|month|year|decade)"
ABOUT = (
    r"(?:(?:about|around|nearly|almost|some|roughly|more\sthan|over|at\sleast|less\sthan"
    r"|close\sto|just|only|barely)\s)?"
)
EARLY = r"(?:early|mid|late)"
FEW = r"(?:a\s)?(?:few|several|couple\sof|dozen)"
# How many a few may be, at least and at most.
A_FEW = (2, 9)


def unit_of(words: str) -> str:
    """Unit of time that a word names, in the singular."""
    return words.lower().removesuffix("s").replace("centurie", "century")


def month_of(words: str) -> int:
    """Number of a month from 1."""
    return MONTHS[words.lower().rstrip(".")]


def weekday_of(words: str) -> int:
    """Number of a day of the week, from Monday, 0."""
    return WEEKDAYS[words.lower().rstrip(".")]
