"""Forms that name a day of the week, or of a month that is not named: "on Monday", "the 29th"."""

import re
from datetime import date, timedelta

from detente.lexicon.days import ORDINALS, date_words, ordinal
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.nearest import STEPS, closest, nearest
from detente.read.dates.patterns import (
    MONTH,
    WEEKDAY,
    YEAR,
    Forms,
    Found,
    any_of,
    month_of,
    weekday_of,
)
from detente.read.dates.telling import UNKNOWN, Telling

FORMS = Forms()


@FORMS.form(
    rf"(?:the\s)?(?P<n>first|second|third|fourth|last)\s(?P<w>{WEEKDAY})\s(?:of|in)\s(?P<m>{MONTH})"
    rf"(?:,?\s(?P<y>{YEAR}))?"
)
def _weekday_of_month(m: Found, c: Telling) -> Days | None:
    """Reckon "the first Monday of May"."""
    number, month, year = weekday_of(m.given("w")), month_of(m.given("m")), m["y"]
    word = m.given("n").lower()

    def of(y: int) -> Days:
        days = reckon.month(y, month)
        assert days.first is not None and days.last is not None
        if word == "last":
            return reckon.day(days.last - timedelta(days=(days.last.weekday() - number) % 7))
        weeks = (ordinal(word) or 1) - 1
        first = days.first + timedelta(days=(number - days.first.weekday()) % 7)
        return reckon.day(first + timedelta(days=7 * weeks))

    return of(int(year)) if year else nearest(c, of)


# "every Friday", "on a Friday", "every Monday and Friday": no day in particular.
_HABIT = date_words("before_habit")
_HABIT_GOES_ON = re.compile(r"\b(?:every|each)\s\w+(?:,?\s(?:and|or)\s|\s?/\s?)$", re.IGNORECASE)


@FORMS.form(
    r"(?:(?P<which>last|next|this|this\spast|this\scoming|that|the\sfollowing|the\sprevious"
    rf"|the\snext)\s)?(?P<w>{WEEKDAY})"
    rf"(?:(?:\s(?P<after>last|next)(?!\s(?:week|month|year)))|\s(?:of\s)?(?P<week>last|this|next)\sweek)?"
    rf"(?:\s(?:morning|afternoon|evening|night))?(?!s\b|\s(?:morning|afternoon|evening|night)s|\sthe\s[0-9])"
)
def _day_of_week(m: Found, c: Telling) -> Days | None:
    name, start = m.given("w"), m.match.start()
    if name.lower().rstrip(".") in ("sun", "sat", "wed", "mon", "fri", "thu", "tue") and not (
        name.endswith(".") or m["which"] or c.before(start) in ("on", "by", "until")
    ):
        return None
    if c.before(start) in _HABIT or re.search(r"\s[A-Z]\w+$", m.after("w")):
        return None
    if _HABIT_GOES_ON.search(c.text, max(0, start - 30), start):
        return None
    number = weekday_of(name)
    which = (m["which"] or m["after"] or "").lower()
    if which.startswith(("the ", "that")):
        told = c.just_told()
        if told is not None:
            return reckon.day(_beside(told, number, which.removeprefix("the ")))
        if which in ("the following", "the previous"):
            return UNKNOWN
        which = which.removeprefix("the ")
    here = c.day
    if m["week"]:
        monday = reckon.week(here + timedelta(days=7 * STEPS[m.given("week").lower()])).first
        assert monday is not None
        return reckon.day(monday + timedelta(days=number))
    return reckon.day(_from(here, number, which, c))


def _from(here: date, number: int, which: str, c: Telling) -> date:
    """Such a weekday before or after a day, whichever the words or the tense ask for."""
    back = here - timedelta(days=(here.weekday() - number) % 7)
    fore = here + timedelta(days=(number - here.weekday()) % 7)
    match which:
        case "that":
            return back
        case "last" | "this past":
            return back - timedelta(days=7) if _plainer(back, here, which) else back
        case "next" | "this coming":
            return fore + timedelta(days=7) if _plainer(fore, here, which) else fore
    return fore if c.forward else back


def _plainer(there: date, here: date, which: str) -> bool:
    """Whether a plain "on Monday" would do, so that the last or next one is a week further.

    So it is with the day itself, and with one of the same week that is at most three days off.
    """
    same_week = there.isocalendar()[:2] == here.isocalendar()[:2]
    near = same_week and abs((there - here).days) <= 3
    return there == here or (near and which in ("last", "next"))


def _beside(told: date, number: int, which: str) -> date:
    """Such a weekday next to a day that was told."""
    if which == "previous":
        return told - timedelta(days=(told.weekday() - number) % 7 or 7)
    ahead = (number - told.weekday()) % 7
    return told + timedelta(days=ahead if which == "that" else ahead or 7)


_AFTER_DAY = r"(?=[.,;:!?)]|$|\s(?:and|but|at|when|that)\b)"


@FORMS.form(r"(?<=on\s|by\s)the\s(?P<d>[0-9]{1,2}(?:st|nd|rd|th))" + _AFTER_DAY)
def _bare_day(m: Found, c: Telling) -> Days | None:
    """Of "on the 29th" that day of the month which the tense asks for, or near one just told."""
    of_month, told = ordinal(m.given("d")) or 0, c.just_told()
    if told is not None and told != c.day:
        return _day_near(told, of_month)
    return closest(c, _days_about(c.day, of_month))


@FORMS.form(
    rf"(?<=on\s|by\s)the\s(?P<d>{any_of(ORDINALS)})"
    + _AFTER_DAY
    + r"|(?<=[.!?]\s)the\s(?P<d2>[0-9]{1,2}(?:st|nd|rd|th))(?=,)"
)
def _day_told_of(m: Found, c: Telling) -> Days | None:
    """Of "12 May … on the fifth" the fifth of that month; "on the second" alone is no date."""
    told = c.just_told()
    return None if told is None else _day_near(told, ordinal(m["d"] or m.given("d2")) or 0)


def _days_about(here: date, of_month: int) -> list[Days]:
    """Such a day of the months around a day."""
    found = []
    for k in (-2, -1, 0, 1, 2):
        of = reckon.month(here.year, here.month + k)
        assert of.first is not None and of.last is not None
        if of_month <= of.last.day:
            found.append(reckon.day(of.first.replace(day=of_month)))
    return found


def _day_near(told: date, of_month: int) -> Days:
    return min(_days_about(told, of_month), key=lambda d: abs(((d.first or told) - told).days))
