"""Forms that tell how long from the text's own day: "the past three years", "within months"."""

from datetime import date, timedelta

from detente.lexicon.days import number
from detente.lexicon.due import due
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.nearest import STEPS
from detente.read.dates.patterns import (
    A_FEW,
    ABOUT,
    NUMBER,
    UNIT,
    Forms,
    Found,
    unit_of,
)
from detente.read.dates.telling import UNKNOWN, Telling, Unknown

FORMS = Forms()

# "The last months of his life" are told from no day of the text's.
_SOMEBODYS = r"(?!\sof\s(?:my|your|his|her|its|our|their)\b)"


@FORMS.form(
    rf"(?:the\s|these\s)?(?P<which>past|last|next|coming)\s"
    rf"(?:(?P<n>{NUMBER})(?P<half>\s1/2)?(?:\s(?:or|to)\s(?P<n2>{NUMBER}))?"
    rf"|(?P<few>few|several|couple\sof))"
    rf"[\s-](?P<unit>{UNIT}|hour|quarter|centur(?:y|ie))s?(?!\w){_SOMEBODYS}"
)
def _span(m: Found, c: Telling) -> Days | None:
    unit, sign = unit_of(m.given("unit")), STEPS[m.given("which").lower()]
    if c.tells_on and sign > 0 and c.forward is not True:
        return _after_told(m, c, unit)
    here = c.some(unit)
    if m["n"] is None:
        if sign > 0:
            return _due(m, c)
        return Days(reckon.moved(here, -A_FEW[1], unit), here)
    count = number(m["n2"] or m.given("n"))
    if count is None:
        return None
    there = reckon.moved(here, sign * (count + (0.5 if m["half"] else 0)), unit)
    if sign > 0:
        return Days(here, there)
    # Three years up to today, today included, begin on the day after that of the year.
    return Days(there if unit == "hour" else there + timedelta(days=1), here)


def _after_told(m: Found, c: Telling, unit: str) -> Days | None:
    """Of "for the next five years he served" the years after what was told last."""
    count = number(m["n"] or "")
    if count is None or c.last is None or c.last.first is None:
        return None
    there = reckon.moved(c.last.first, count, unit)
    grain = {"decade": "year", "hour": "day"}.get(unit, unit)
    return Days(c.last.first, reckon.around(there, grain).last)


@FORMS.form(
    r"(?:the\s)?(?P<which>recent|coming|past|next)\s(?P<unit>hours|days|weeks|months|years|decades)(?!\w)"
    r"|(?:the\s)?(?P<unit2>days|weeks|months|years|decades)\s(?:ahead|to\scome)(?!\w)"
)
def _stretch(m: Found, c: Telling) -> Days | None:
    unit = unit_of(m["unit"] or m.given("unit2"))
    here = c.some(unit)
    if (m["which"] or "").lower() in ("recent", "past"):
        # "In recent years" bounds nothing.
        if unit in ("year", "decade"):
            return None
        return Days(reckon.moved(here, -A_FEW[1], unit), here)
    # "The months ahead" have no end that anybody names.
    last = due(f"in the coming {unit}s", here.isoformat())[1] if m["unit"] else None
    return Days(here, date.fromisoformat(last) if last else None)


@FORMS.form(
    rf"within\s(?:the\s(?:next\s|coming\s)?)?(?:(?:a\s)?(?:few|several|couple\sof)\s)?"
    rf"(?:matter\sof\s)?(?:{NUMBER}(?:\s(?:to|or)\s{NUMBER})?[\s-])?(?:{UNIT}|hour)s?(?!\w)"
    # "Within two days of the strike" is reckoned from another day than the text's.
    r"(?!\s(?:of|after|from)\b)"
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
    rf"in\s(?:another\s)?{ABOUT}(?P<n>{NUMBER})(?:\s(?:to|or)\s(?P<n2>{NUMBER}))?\s(?P<unit>{UNIT}|hour)s?"
    rf"(?:\sor\s(?P<n5>two|so))?(?P<time>[’']s?\stime|\sfrom\snow)?(?!\w|\sof\b)"
    rf"|(?P<n3>{NUMBER})(?:\s(?:to|or)\s(?P<n4>{NUMBER}))?\s(?P<unit2>{UNIT})s?\s"
    rf"from\s(?:now|today)(?!\w)"
    rf"|in\sanother\s(?P<unit3>{UNIT})(?:\sor\s(?P<n6>two|so))?(?!\w)"
)
def _in_units(m: Found, c: Telling) -> Days | None:
    """Of "will meet in ten days" the tenth day; of "fell in ten years" a duration, no date."""
    if not m["time"] and not m["n3"] and c.forward is not True:
        return None
    near = number(m["n"] or m["n3"] or "one")
    far = number(m["n2"] or m["n4"] or m["n5"] or m["n6"] or "")
    unit = unit_of(m["unit"] or m["unit2"] or m.given("unit3"))
    if near is None or (unit == "night" and not m["time"]):
        return None
    here = c.some(unit)
    grain = "day" if unit in ("hour", "week", "fortnight", "night") else unit
    grain = "year" if grain == "decade" else grain
    first = reckon.around(reckon.moved(here, near, unit), grain)
    if far is None:
        return first
    return Days(first.first, reckon.around(reckon.moved(here, far, unit), grain).last)
