"""Forms reckoned from the text's own day: "yesterday", "early next month", "two years ago"."""

from datetime import timedelta

from detente.lexicon.days import number
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.from_told import LENGTHS
from detente.read.dates.nearest import STEPS, parted
from detente.read.dates.patterns import A_FEW, ABOUT, FEW, NUMBER, UNIT, Forms, Found, unit_of
from detente.read.dates.telling import Telling

FORMS = Forms()


@FORMS.form(
    r"the\s(?:(?P<back>day\sbefore\syesterday|(?P<unit>week|weekend|month|year)\sbefore\slast)"
    r"|day\safter\stomorrow|(?P<unit2>week|weekend|month|year)\safter\snext)(?!\w)"
)
def two_units(m: Found, c: Telling) -> Days | None:
    """Reckon two days, weeks, months or years back or ahead."""
    unit = (m["unit"] or m["unit2"] or "day").lower()
    return reckon.around(reckon.moved(c.some(unit), -2 if m["back"] else 2, unit), unit)


_TIME = r"(?:\s(?:morning|afternoon|evening|night))?"


@FORMS.form(
    r"(?P<nowadays>(?<!what\sis\s)today(?!\s(?:than|as\s(?:it|they|he|she|we|in|ever))\b)"
    r"|(?<!to\s)this\sday)(?!\w)"
    r"|(?:tonight|this\s(?:very\s)?(?:morning|afternoon|evening)|this\svery\sday|later\stoday"
    r"|to\sdate)(?!\w)"
)
def _today(m: Found, c: Telling) -> Days | None:
    if c.history and m["nowadays"] and c.forward is not False:
        # "Today the town lives on tourism" is no day but nowadays.
        return None
    return reckon.day(c.day)


@FORMS.form(
    rf"(?P<y>yesterday{_TIME}|(?<!the\s)last\s(?:night|evening))(?!\w)|tomorrow{_TIME}(?!\w)"
)
def _by_the_day(m: Found, c: Telling) -> Days | None:
    return reckon.day(c.day + timedelta(days=-1 if m["y"] else 1))


@FORMS.form(
    r"overnight(?=[.,;:!?]|$|\s(?:on|in|into|to|and|from|at|that|which|but|after|as|by|near|against)\s"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
)
def _overnight(m: Found, c: Telling) -> Days | None:
    """Of what was done overnight the night to the text's own day."""
    if c.forward is not False or c.tells_on:
        return None
    return Days(c.day - timedelta(days=1), c.day)


@FORMS.form(
    r"(?:(?P<part>early|mid|late|earlier|later)[\s-])?"
    r"(?:(?:the\s(?P<very>very\s)?|(?P<this>this|these)\s)?(?P<which>last|past|previous|next|coming|following"
    r"|current|upcoming)\s(?P<unit>week|weekend|month|year|decade|century|quarter|fortnight)"
    r"(?:[’']s)?(?!\w)"
    r"|(?P<now>this|the\scurrent)\s(?P<unit2>week|weekend|month|year|decade|century|quarter)(?!\w))"
)
def _unit_around(m: Found, c: Telling) -> Days | None:
    unit = (m["unit"] or m.given("unit2")).lower()
    which = (m["which"] or "this").lower()
    the = m.match[0].lower().removeprefix((m["part"] or "").lower()).lstrip(" -")
    found = _around(m, unit, which, c, the=the.startswith(("the", "this p")))
    part = (m["part"] or "").lower()
    if found is None or part not in ("earlier", "later"):
        return None if found is None else parted(m, found)
    if STEPS[which]:
        return found
    # What was done earlier this month was done by today.
    here = c.some(unit)
    return Days(found.first, here) if part == "earlier" else Days(here, found.last)


def _around(m: Found, unit: str, which: str, c: Telling, *, the: bool) -> Days | None:
    if unit == "weekend":
        return _weekend(which, c)
    if which in ("following", "previous", "next") and the:
        near = None if which == "next" and not m["very"] else c.spoken_of(LENGTHS.get(unit, 3660))
        of = near or (c.last if c.tells_on or m["very"] else None)
        if of is not None and of.first is not None:
            return reckon.around(reckon.moved(of.first, STEPS[which], unit), unit)
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
    if c.tells_on and c.last is not None and c.last.first is not None:
        return reckon.around(c.last.first, m.given("unit").lower())
    return reckon.around(c.some(m.given("unit").lower()), m.given("unit").lower())


def _weekend(which: str, c: Telling) -> Days:
    here = reckon.weekend(c.day)
    step = STEPS[which]
    if which == "this":
        # On Monday to Wednesday, what "this weekend" was is over.
        back = c.forward is False and c.day.weekday() < 5
        return reckon.weekend(c.day - timedelta(days=7)) if back else here
    return reckon.weekend(c.day + timedelta(days=7 * step)) if step else here


@FORMS.form(
    rf"{ABOUT}(?:(?P<n>{NUMBER})\]?(?P<half>\sand\sa\shalf)?(?:\s(?:or|to)\s(?P<n2>{NUMBER}))?"
    rf"|(?P<few>{FEW}|some)|(?P<halved>half\san?))[\s-](?P<unit>{UNIT}|centur(?:y|ie))s?"
    rf"(?P<half2>\sand\sa\shalf)?\sago(?!\w)(?=(?P<to>\s(?:today|tomorrow|yesterday)\b)?)"
)
def _ago(m: Found, c: Telling) -> Days | None:
    """Count back at the precision of the unit: three years ago is a year, two weeks ago a day."""
    unit = unit_of(m.given("unit"))
    if m["few"]:
        return _vaguely(m.given("few").lower(), unit, c)
    count = 0.5 if m["halved"] else number(m.given("n"))
    if count is None:
        return None
    if m["to"]:
        step = {"today": 0, "tomorrow": 1, "yesterday": -1}[m.given("to").strip().lower()]
        exact = reckon.moved(c.day + timedelta(days=step), -count, unit)
        c.ago[unit, count] = exact
        return reckon.day(exact)
    if (unit, count) in c.ago and not m["n2"]:
        return reckon.day(c.ago[unit, count])
    count += 0.5 if m["half"] or m["half2"] else 0
    unit, count = _in_whole(unit, count)
    here = c.some(unit)
    there = reckon.moved(here, -count, unit)
    if m["n2"]:
        other = number(m.given("n2"))
        return None if other is None else Days(reckon.moved(here, -other, unit), there)
    if unit in ("decade", "century"):
        unit = "year"
    return reckon.around(there, "day" if unit in ("week", "fortnight", "night") else unit)


def _in_whole(unit: str, count: float) -> tuple[str, float]:
    """Say halves in a smaller unit: half a year in months, half a century in years."""
    if count == int(count):
        return unit, count
    match unit:
        case "year":
            return "month", count * 12
        case "decade":
            return "year", count * 10
        case "century":
            return "year", count * 100
    return unit, count


def _vaguely(few: str, unit: str, c: Telling) -> Days:
    """A few or many units ago."""
    here = c.some(unit)
    if "couple" in few:
        return reckon.around(reckon.moved(here, -2, unit), unit)
    near, far = (reckon.moved(here, -n, unit) for n in A_FEW)
    return Days(far, near)
