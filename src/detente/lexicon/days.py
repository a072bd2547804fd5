"""Days with a name of their own, and numbers written in words."""

import calendar
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

WEEKDAYS = [name.lower() for name in calendar.day_name]
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

NUMBERS: dict[str, int] = {word: n for n, word in enumerate(_UNITS) if n}
NUMBERS |= {word: 10 * n for n, word in enumerate(_TENS, start=2)}
NUMBERS |= {
    f"{tens} {unit}": 10 * n + k
    for n, tens in enumerate(_TENS, start=2)
    for k, unit in enumerate(_UNITS[1:10], start=1)
}
NUMBERS |= {"hundred": 100, "a hundred": 100, "one hundred": 100, "a": 1, "an": 1}
ORDINALS: dict[str, int] = {word: n for n, word in enumerate(_ORDINALS, start=1)}
ORDINALS |= {f"twenty {word}": 20 + n for n, word in enumerate(_ORDINALS[:9], start=1)}


def number(words: str) -> float | None:
    """Number in figures or words; None for what is none."""
    plain = words.lower().replace("-", " ").replace(",", "")
    if plain in NUMBERS:
        return NUMBERS[plain]
    return float(plain) if re.fullmatch(r"[0-9]{1,5}(?:\.[0-9]{1,2})?", plain) else None


def ordinal(words: str) -> int | None:
    """Position in a row, in figures or words; None for what is none."""
    plain = words.lower().replace("-", " ")
    figures = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", plain)
    return int(figures[1]) if figures else ORDINALS.get(plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day that every year has, or a time that there was once."""

    words: str
    day: tuple[int, int] | None = None
    nth: tuple[int, int, int] | None = None
    easter: bool = False
    plus: int = 0
    once: tuple[date, date] | None = None

    def of(self, year: int) -> date:
        """Day of a year that bears the name."""
        return self._of(year) + timedelta(days=self.plus)

    def _of(self, year: int) -> date:
        if self.easter:
            return easter(year)
        if self.day is not None:
            return date(year, *self.day)
        assert self.nth is not None, "what was once is no day of every year"
        n, weekday, month = self.nth
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    References
    ----------
    Meeus (1991), *Astronomical Algorithms*, ch. 8.
    """
    century, rest = divmod(year, 100)
    cycle = year % 19
    epact = (
        19 * cycle + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (cycle + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/days.toml").read_text("utf-8"))


@cache
def date_words(name: str) -> frozenset[str]:
    """Return one of the classes of small words by which dates are found."""
    return frozenset(_table()["words"][name])


def confidences() -> dict[str, float]:
    """Share of the dates of a form that were right where it was measured."""
    return dict(_table()["confidence"])


@cache
def named_days() -> tuple[NamedDay, ...]:
    """Load the table of named days that is shipped, in the order they are tried."""
    tree = _table()
    return (
        *(NamedDay(words=d["words"], once=(d["from"], d["to"])) for d in tree["once"]),
        *(_yearly(d) for d in tree["day"]),
    )


def _yearly(entry: dict[str, object]) -> NamedDay:
    words, plus = str(entry["words"]), entry.get("plus", 0)
    assert isinstance(plus, int)
    if "easter" in entry:
        return NamedDay(words=words, easter=True, plus=plus)
    if "day" in entry:
        month, day = (int(part) for part in str(entry["day"]).split("-"))
        return NamedDay(words=words, day=(month, day), plus=plus)
    nth = entry["nth"]
    assert isinstance(nth, list)
    return NamedDay(words=words, nth=(nth[0], WEEKDAYS.index(nth[1]), nth[2]), plus=plus)
