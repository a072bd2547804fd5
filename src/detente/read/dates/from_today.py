"""Forms reckoned from the text's own day: "on Monday", "last month", "two years ago"."""

import re
from datetime import date, timedelta

from detente.lexicon.days import ORDINALS, number, ordinal
from detente.lexicon.due import due
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.nearest import STEPS, closest
from detente.read.dates.patterns import (
    ABOUT,
    FEW,
    NUMBER,
    UNIT,
    WEEKDAY,
    Forms,
    Found,
    any_of,
    unit_of,
    weekday_of,
)
from detente.read.dates.telling import UNKNOWN, Telling, Unknown

FORMS = Forms()


@FORMS.form(r"the\sday\s(?P<w>before\syesterday|after\stomorrow)")
def two_days(m: Found, c: Telling) -> Days | None:
    """Reckon two days back or ahead."""
    return reckon.day(c.day + timedelta(days=-2 if "before" in m.words else 2))


_TIME = r"(?:\s(?:morning|afternoon|evening|night))?"


@FORMS.form(
    rf"(?P<today>today|tonight|this\s(?:very\s)?(?:morning|afternoon|evening|day)"
    rf"|later\stoday|to\sdate)(?!\w)|(?P<y>yesterday{_TIME}|last\s(?:night|evening))(?!\w)"
    rf"|(?P<t>tomorrow{_TIME})(?!\w)"
)
def _by_the_day(m: Found, c: Telling) -> Days | None:
    if c.history and m.words in ("today", "this day") and c.forward is not False:
        # "Today the town lives on tourism" is no day but nowadays.
        return None
    step = -1 if m["y"] else 1 if m["t"] else 0
    return reckon.day(c.day + timedelta(days=step))


# "every Friday", "on a Friday": no day in particular.
_HABIT = frozenset({"every", "each", "a", "any", "most", "per", "black", "good"})


@FORMS.form(
    rf"(?:(?P<which>last|next|this|this\spast|this\scoming|that)\s)?(?P<w>{WEEKDAY})"
    rf"(?:(?:\s(?P<after>last|next)(?!\s(?:week|month|year)))|\s(?:of\s)?(?P<week>last|this|next)\sweek)?"
    rf"(?:\s(?:morning|afternoon|evening|night))?(?!s\b|\s(?:morning|afternoon|evening|night)s|\sthe\s[0-9])"
)
def _day_of_week(m: Found, c: Telling) -> Days | None:
    name = m.given("w")
    if name.lower().rstrip(".") in ("sun", "sat", "wed", "mon", "fri", "thu", "tue") and not (
        name.endswith(".") or m["which"] or c.before(m.match.start()) in ("on", "by", "until")
    ):
        return None
    if c.before(m.match.start()) in _HABIT or re.search(r"\s[A-Z]\w+$", m.match[0][len(name) :]):
        return None
    number, here = weekday_of(name), c.day
    if m["week"]:
        start = reckon.week(here + timedelta(days=7 * STEPS[m.given("week").lower()])).first
        assert start is not None
        return reckon.day(start + timedelta(days=number))
    which = (m["which"] or m["after"] or "").lower()
    back = here - timedelta(days=(here.weekday() - number) % 7)
    fore = here + timedelta(days=(number - here.weekday()) % 7)
    if which == "that":
        return reckon.day(back)
    if which in ("last", "this past"):
        return reckon.day(back if back != here else here - timedelta(days=7))
    if which in ("next", "this coming"):
        return reckon.day(fore if fore != here else here + timedelta(days=7))
    return reckon.day(fore if _weekday_ahead(m, c) else back)


def _weekday_ahead(m: Found, c: Telling) -> bool:
    forward = c.forward
    if forward is None:
        return c.before(m.match.start()) in ("by", "until", "before", "till")
    return forward


@FORMS.form(
    r"(?:the\s(?P<very>very\s)?|(?P<this>this|these)\s)?(?P<which>last|past|previous|next|coming|following"
    r"|current|upcoming)\s(?P<unit>week|weekend|month|year|decade|century|quarter|fortnight)"
    r"(?:[’']s)?(?!\w)"
    r"|(?P<now>this|the\scurrent)\s(?P<unit2>week|weekend|month|year|decade|century|quarter)(?!\w)"
)
def _unit_around(m: Found, c: Telling) -> Days | None:
    unit = (m["unit"] or m.given("unit2")).lower()
    which = (m["which"] or "this").lower()
    the = m.words.startswith(("the", "this p"))
    if unit == "weekend":
        return _weekend(which, c)
    if which in ("following", "previous", "next") and the and (_told(c) or (m["very"] and c.last)):
        assert c.last is not None and c.last.first is not None
        there = reckon.moved(c.last.first, STEPS[which], unit)
        return reckon.around(there, unit)
    # "over the past year" is twelve months up to now; "last year" is the one before.
    if which in ("last", "past") and the and unit not in ("century", "quarter") and not m["this"]:
        here = c.some(unit)
        return Days(reckon.moved(here, -1, unit) + timedelta(days=1), here)
    if which in ("coming", "next") and the and unit in ("year", "decade", "month"):
        here = c.some(unit)
        return Days(here, reckon.moved(here, 1, unit))
    if unit == "fortnight":
        return Days(reckon.moved(c.day, -1, unit), c.day) if STEPS[which] < 0 else None
    here = c.some(unit)
    if not STEPS[which]:
        around = reckon.around(here, unit)
        # What was done this week was done by today.
        return Days(around.first, here) if unit == "week" and c.forward is False else around
    return reckon.around(reckon.moved(here, STEPS[which], unit), unit)


@FORMS.form(
    r"the\s(?:whole\s|entire\s)?weekend(?!\w|s)"
    r"|(?<=earlier\sin\s|..later\sin\s)the\s(?P<unit>year|month|week)(?!\w)"
)
def _the_unit(m: Found, c: Telling) -> Days | None:
    """Weekend that the tense asks for; of "earlier in the year" the year spoken of."""
    if m["unit"] is None:
        return _weekend("this", c)
    if _told(c) and c.last is not None and c.last.first is not None:
        return reckon.around(c.last.first, m.given("unit").lower())
    return reckon.around(c.some(m.given("unit").lower()), m.given("unit").lower())


_AFTER_DAY = r"(?=[.,;:!?)]|$|\s(?:and|but|at|when|that)\b)"


@FORMS.form(r"(?<=on\s|by\s)the\s(?P<d>[0-9]{1,2}(?:st|nd|rd|th))" + _AFTER_DAY)
def _bare_day(m: Found, c: Telling) -> Days | None:
    """Of "on the 29th" that day of the month which the tense asks for, or near one just told."""
    of_month, told = ordinal(m.given("d")) or 0, c.just_told(_SPOKEN_OF)
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
    told = c.just_told(_SPOKEN_OF)
    return None if told is None else _day_near(told, ordinal(m["d"] or m.given("d2")) or 0)


# As far as this, in characters, a day that was told is still spoken of.
_SPOKEN_OF = 400


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


def _told(c: Telling) -> bool:
    """Whether dates are told from what was told before rather than from the text's own day."""
    return c.history and c.last is not None


def _weekend(which: str, c: Telling) -> Days:
    here = reckon.weekend(c.day)
    step = STEPS[which]
    if which == "this":
        # On Monday to Wednesday, what "this weekend" was is over.
        back = c.forward is False and c.day.weekday() < 5
        return reckon.weekend(c.day - timedelta(days=7)) if back else here
    return reckon.weekend(c.day + timedelta(days=7 * step)) if step else here


@FORMS.form(
    rf"{ABOUT}(?:(?P<n>{NUMBER})(?P<half>\sand\sa\shalf)?(?:\s(?:or|to)\s(?P<n2>{NUMBER}))?"
    rf"|(?P<few>{FEW}|some))[\s-](?P<unit>{UNIT}|centur(?:y|ie))s?"
    rf"(?P<half2>\sand\sa\shalf)?\sago(?!\w)(?=(?P<to>\s(?:today|tomorrow|yesterday)\b)?)"
)
def _ago(m: Found, c: Telling) -> Days | None:
    """Count back at the precision of the unit: three years ago is a year, two weeks ago a day."""
    unit = unit_of(m.given("unit"))
    if m["n"] is None:
        return _vaguely(m["few"] or "", unit, c, -1)
    count = number(m.given("n"))
    if count is None:
        return None
    if m["to"]:
        step = {"today": 0, "tomorrow": 1, "yesterday": -1}[m.given("to").strip().lower()]
        return reckon.day(reckon.moved(c.day + timedelta(days=step), -count, unit))
    count += 0.5 if m["half"] or m["half2"] else 0
    exact = count != int(count)
    unit, count = ("month", count * 12) if exact and unit == "year" else (unit, count)
    here = c.some(unit)
    there = reckon.moved(here, -count, unit)
    if m["n2"]:
        other = number(m.given("n2"))
        return None if other is None else Days(reckon.moved(here, -other, unit), there)
    if unit in ("decade", "century"):
        unit = "year"
    return reckon.around(there, "day" if unit in ("week", "fortnight", "night") else unit)


# How many a few may be, at least and at most.
_A_FEW = (2, 9)


def _vaguely(few: str, unit: str, c: Telling, sign: int) -> Days:
    """Few or many units away."""
    here = c.some(unit)
    if "couple" in few:
        return reckon.around(reckon.moved(here, sign * 2, unit), unit)
    near, far = (reckon.moved(here, sign * n, unit) for n in _A_FEW)
    return Days(far, near) if sign < 0 else Days(near, far)


@FORMS.form(
    rf"(?:the\s|these\s)?(?P<which>past|last|next|coming)\s"
    rf"(?:(?P<n>{NUMBER})(?P<half>\s1/2)?(?:\s(?:or|to)\s(?P<n2>{NUMBER}))?"
    rf"|(?P<few>few|several|couple\sof))"
    rf"[\s-](?P<unit>{UNIT}|quarter|centur(?:y|ie))s?(?!\w)"
)
def _span(m: Found, c: Telling) -> Days | None:
    unit, sign = unit_of(m.given("unit")), STEPS[m.given("which").lower()]
    if _told(c) and sign > 0 and c.forward is not True:
        return _after_told(m, c, unit)
    here = c.some(unit)
    if m["n"] is None:
        if sign > 0:
            return _due(m, c)
        return Days(reckon.moved(here, -_A_FEW[1], unit), here)
    count = number(m["n2"] or m.given("n"))
    if count is None:
        return None
    there = reckon.moved(here, sign * (count + (0.5 if m["half"] else 0)), unit)
    # Three years up to today, today included, begin on the day after that of the year.
    return Days(there + timedelta(days=1), here) if sign < 0 else Days(here, there)


def _after_told(m: Found, c: Telling, unit: str) -> Days | None:
    """Of "for the next five years he served" the years after what was told last."""
    count = number(m["n"] or "")
    if count is None or c.last is None or c.last.first is None:
        return None
    there = reckon.moved(c.last.first, count, unit)
    return Days(c.last.first, reckon.around(there, unit if unit != "decade" else "year").last)


@FORMS.form(
    r"(?:the\s)?(?P<which>recent|coming|past|next)\s(?P<unit>days|weeks|months|years|decades)(?!\w)"
    r"|(?:the\s)?(?P<unit2>days|weeks|months|years|decades)\s(?:ahead|to\scome)(?!\w)"
)
def _stretch(m: Found, c: Telling) -> Days | None:
    unit = unit_of(m["unit"] or m.given("unit2"))
    if (m["which"] or "").lower() in ("recent", "past"):
        # "In recent years" bounds nothing.
        if unit in ("year", "decade"):
            return None
        here = c.some(unit)
        return Days(reckon.moved(here, -_A_FEW[1], unit), here)
    here = c.some(unit)
    last = due(f"in the coming {unit}s", here.isoformat())[1]
    return Days(here, date.fromisoformat(last) if last else None)


@FORMS.form(
    rf"within\s(?:the\s(?:next\s|coming\s)?)?(?:(?:a\s)?(?:few|several|couple\sof)\s)?"
    rf"(?:matter\sof\s)?(?:{NUMBER}(?:\s(?:to|or)\s{NUMBER})?[\s-])?{UNIT}s?(?!\w)"
)
def _within(m: Found, c: Telling) -> Days | None:
    return _due(m, c)


def _due(m: Found, c: Telling) -> Days | None:
    """From the text's day to the last that the table of due phrases allows."""
    try:
        here = c.day
    except Unknown:
        return UNKNOWN
    known, last = due(m.words, here.isoformat())
    if not known:
        known, last = due(f"in {m.words}", here.isoformat())
    return Days(here, date.fromisoformat(last)) if last else (Days(here, None) if known else None)


@FORMS.form(
    rf"in\s{ABOUT}(?P<n>{NUMBER})(?:\s(?:to|or)\s(?P<n2>{NUMBER}))?\s(?P<unit>{UNIT})s?"
    rf"(?P<time>[’']s?\stime|\sfrom\snow)?(?!\w)"
    rf"|(?P<n3>{NUMBER})(?:\s(?:to|or)\s(?P<n4>{NUMBER}))?\s(?P<unit2>{UNIT})s?\s"
    rf"from\s(?:now|today)(?!\w)"
)
def _in_units(m: Found, c: Telling) -> Days | None:
    """Of "will meet in ten days" the tenth day; of "fell in ten years" a duration, no date."""
    if not m["time"] and not m["n3"] and c.forward is not True:
        return None
    near, far = number(m["n"] or m.given("n3")), number(m["n2"] or m["n4"] or "")
    if near is None:
        return None
    unit = unit_of(m["unit"] or m.given("unit2"))
    here = c.some(unit)
    grain = "day" if unit in ("week", "fortnight", "night") else unit
    grain = "year" if grain == "decade" else grain
    first = reckon.around(reckon.moved(here, near, unit), grain)
    if far is None:
        return first
    return Days(first.first, reckon.around(reckon.moved(here, far, unit), grain).last)
