"""Stretches of days: weeks, months, seasons, decades, and how far one lies from another.

A week runs from Monday to Sunday; seasons are those of the northern hemisphere, whole months;
the 19th century is 1800 to 1899, as it is meant more often than 1801 to 1900. Years beyond
those that :mod:`datetime` counts raise ``ValueError`` or ``OverflowError``.
"""

import calendar
import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year", "decade", "century"]
Part = Literal["early", "mid", "late"]

UNITS = ("day", "week", "fortnight", "month", "quarter", "year", "decade", "century")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """All days from the first to the last, both included; None where open or not known."""

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"days run forward, not from {self.first} to {self.last}")

    @property
    def length(self) -> float:
        """How many days, without end where one is open."""
        if self.first is None or self.last is None:
            return math.inf
        return (self.last - self.first).days + 1

    @property
    def known(self) -> bool:
        """Whether it has a beginning and an end."""
        return self.first is not None and self.last is not None


def day(when: date) -> Days:
    """One day."""
    return Days(when, when)


def week(when: date) -> Days:
    """Week of a day, Monday to Sunday."""
    monday = when - timedelta(days=when.weekday())
    return Days(monday, monday + timedelta(days=6))


def weekend(when: date) -> Days:
    """Saturday and Sunday of a day's week."""
    saturday = when + timedelta(days=5 - when.weekday())
    return Days(saturday, saturday + timedelta(days=1))


def month(year: int, number: int) -> Days:
    """Month of a year; numbers beyond 1 to 12 run on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = calendar.monthrange(year, number)[1]
    return Days(date(year, number, 1), date(year, number, last))


def months(year: int, first: int, count: int) -> Days:
    """Several months on end."""
    return Days(month(year, first).first, month(year, first + count - 1).last)


def years(first: int, count: int = 1) -> Days:
    """Several years on end."""
    return Days(date(first, 1, 1), date(first + count - 1, 12, 31))


def season(year: int, name: str) -> Days:
    """Season that begins in a year: the winter of 2020 ends in February 2021."""
    return months(year, SEASONS[name], 3)


def around(when: date, unit: str) -> Days:
    """Day, week, month, year, decade or century that a day lies in."""
    match unit:
        case "day":
            return day(when)
        case "week":
            return week(when)
        case "weekend":
            return weekend(when)
        case "month":
            return month(when.year, when.month)
        case "quarter":
            return months(when.year, 3 * ((when.month - 1) // 3) + 1, 3)
        case "year":
            return years(when.year)
        case "decade":
            return years(when.year - when.year % 10, 10)
        case "century":
            return years(when.year - when.year % 100, 100)
    raise ValueError(f"no stretch of days is called {unit!r}")


_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def moved(when: date, count: float, unit: str) -> date:
    """Day that lies some units later, or earlier for a negative count.

    A month from the 31st is the last day of a shorter month. Halves of months are days, and hours
    begun count as a day.
    """
    if unit == "hour":
        return when + timedelta(days=math.copysign(math.ceil(abs(count) / 24), count))
    if unit in _DAYS:
        return when + timedelta(days=round(count * _DAYS[unit]))
    whole = int(count * _MONTHS[unit])
    there = month(when.year, when.month + whole)
    assert there.last is not None
    rest = timedelta(days=round((count * _MONTHS[unit] - whole) * 30))
    return date(there.last.year, there.last.month, min(when.day, there.last.day)) + rest


def part(of: Days, which: Part) -> Days:
    """Early, middle or late part: halves of a decade or century, thirds of a year or month.

    Early in a week is Monday and Tuesday, late from Thursday; its middle is Tuesday to Thursday.
    """
    assert of.first is not None and of.last is not None
    length = (of.last - of.first).days + 1
    if length == 7:
        first, last = {"early": (0, 1), "mid": (1, 3), "late": (3, 6)}[which]
        return Days(of.first + timedelta(days=first), of.first + timedelta(days=last))
    if length > 3000:
        return _of_years(of.first.year, of.last.year - of.first.year + 1, which)
    if length > 40:
        count = (of.last.year - of.first.year) * 12 + of.last.month - of.first.month + 1
        return _of_months(of.first, count, which)
    third = max(1, length // 3)
    early, late = of.first + timedelta(days=third), of.last - timedelta(days=third)
    match which:
        case "early":
            return Days(of.first, early - timedelta(days=1))
        case "late":
            return Days(late + timedelta(days=1), of.last)
    return Days(early, late)


def _of_years(first: int, count: int, which: Part) -> Days:
    half, third = count // 2, count * 3 // 10
    match which:
        case "early":
            return years(first, half)
        case "late":
            return years(first + half, half)
    return years(first + third, count - 2 * third)


def _of_months(first: date, count: int, which: Part) -> Days:
    third = max(1, count // 3)
    match which:
        case "early":
            return months(first.year, first.month, third)
        case "late":
            return months(first.year, first.month + count - third, third)
    return months(first.year, first.month + third, max(1, count - 2 * third))


def iso(days: Days) -> str | None:
    """Shortest ISO date that holds all the days: a day, a month or a year; None if none does."""
    if days.first is None or days.last is None or days.first.year != days.last.year:
        return None
    if days.first == days.last:
        return days.first.isoformat()
    if days.first.month == days.last.month:
        return f"{days.first.year:04}-{days.first.month:02}"
    return f"{days.first.year:04}"
