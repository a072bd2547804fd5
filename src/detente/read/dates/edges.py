"""Forms that name an end or a piece of a longer time: "the end of May", "the week of 7 July"."""

from datetime import date, timedelta

from detente.lexicon.days import number, ordinal
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days, Part
from detente.read.dates.months import day_of
from detente.read.dates.nearest import STEPS, nearest
from detente.read.dates.patterns import (
    DAY,
    MONTH,
    NUMBER,
    TH,
    YEAR,
    Forms,
    Found,
    month_of,
    unit_of,
)
from detente.read.dates.telling import Telling

FORMS = Forms()

_WHOLE = (
    rf"(?:(?P<which>the|this|last|next)\s(?P<unit>week|month|year|decade|century|quarter)"
    rf"|(?P<m>{MONTH})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?|(?P<y2>{YEAR}))(?!\w)"
)


@FORMS.form(rf"(?:the\s)?(?P<edge>end|close|start|beginning|middle)\sof\s{_WHOLE}")
@FORMS.form(rf"(?P<edge>end)-(?:(?P<m>{MONTH})(?:\s(?P<y>{YEAR}))?|(?P<y2>{YEAR}))(?!\w)")
@FORMS.form(rf"(?P<edge>year|month|week)(?:[’']s\s|[\s-])(?:end)(?!\w)(?:\s(?P<y2>{YEAR}))?")
def edge(m: Found, c: Telling) -> Days | None:
    """Reckon the end or the beginning of a stretch of days."""
    edge = m.given("edge").lower()
    of = _whole(m, c, edge if edge in ("year", "month", "week") else "year")
    if not of.known:
        return of
    assert of.first is not None and of.last is not None
    if edge == "middle":
        return reckon.part(of, "mid")
    return reckon.day(of.first if edge in ("start", "beginning") else of.last)


def _whole(m: Found, c: Telling, plain: str) -> Days:
    """Week, month or year of which words name a piece; ``plain`` where they do not say which."""
    if m["m"]:
        name, year = month_of(m.given("m")), m["y"]
        if year:
            return reckon.month(int(year), name)
        return nearest(c, lambda y: reckon.month(y, name))
    if m["y2"]:
        return reckon.years(int(m.given("y2")))
    unit = (m["unit"] or plain).lower()
    step = STEPS.get((m["which"] or "").lower(), 0)
    here = c.some(unit)
    return reckon.around(reckon.moved(here, step, unit) if step else here, unit)


@FORMS.form(
    rf"the\s(?P<first>first|opening|last|final|closing)\s(?:(?P<n>{NUMBER})\s|few\s)?"
    rf"(?P<piece>days|weeks|months)\sof\s{_WHOLE}"
)
def _piece(m: Found, c: Telling) -> Days | None:
    """Of "the first three months of 2025" those three; of "the final days of May" its late part."""
    of = _whole(m, c, "year")
    if not of.known:
        return of
    assert of.first is not None and of.last is not None
    early = m.given("first").lower() in ("first", "opening")
    count = number(m["n"] or "")
    if count is None:
        which: Part = "early" if early else "late"
        return reckon.part(of, which)
    unit, one = unit_of(m.given("piece")), timedelta(days=1)
    if early:
        found = Days(of.first, reckon.moved(of.first, count, unit) - one)
    else:
        found = Days(reckon.moved(of.last + one, -count, unit), of.last)
    within = of.first <= (found.first or of.first) and (found.last or of.last) <= of.last
    return found if within else None


@FORMS.form(rf"the\s(?P<n>first|second)\shalf\sof\s(?P<m>{MONTH})(?:,?\s(?P<y>{YEAR}))?")
def _half_of_month(m: Found, c: Telling) -> Days | None:
    of = _whole(m, c, "month")
    if of.first is None or of.last is None:
        return of
    second = of.first.replace(day=16)
    if m.given("n").lower() == "second":
        return Days(second, of.last)
    return Days(of.first, second - timedelta(days=1))


@FORMS.form(rf"the\s(?:rest|remainder)\sof\s{_WHOLE}")
def _rest(m: Found, c: Telling) -> Days | None:
    """From the text's own day on, if it lies there."""
    of = _whole(m, c, "year")
    if of.first is None or of.last is None or c.today is None or c.today.first is None:
        return of
    return Days(c.today.first, of.last) if of.first <= c.today.first <= of.last else of


@FORMS.form(rf"the\s(?P<n>first|second|third|fourth|last|final)\sweek\s(?:of|in)\s{_WHOLE}")
def _week_of_month(m: Found, c: Telling) -> Days | None:
    """Of "the first week of May" its first seven days."""
    of = _whole(m, c, "year")
    if not of.known:
        return of
    assert of.first is not None and of.last is not None
    word = m.given("n").lower()
    if word in ("last", "final"):
        return Days(of.last - timedelta(days=6), of.last)
    first = of.first + timedelta(days=7 * ((ordinal(word) or 1) - 1))
    return Days(first, first + timedelta(days=6))


@FORMS.form(
    rf"the\sweek\s(?P<how>of|beginning|starting|ending)\s(?:on\s)?"
    rf"(?:(?P<d>{DAY}){TH}\s(?:of\s)?(?P<m>{MONTH})|(?P<m2>{MONTH})\s(?P<d2>{DAY}){TH})(?![0-9:%])"
    rf"(?:,?\s(?P<y>{YEAR}))?"
)
def _week_of_day(m: Found, c: Telling) -> Days | None:
    there = day_of(m, c, month_of(m["m"] or m.given("m2")), int(m["d"] or m.given("d2"))).first
    if there is None:
        return reckon.Days(None, None)
    match m.given("how").lower():
        case "of":
            return reckon.week(there)
        case "ending":
            return Days(_moved(there, -6), there)
    return Days(there, _moved(there, 6))


def _moved(there: date, days: int) -> date:
    return there + timedelta(days=days)
