"""Forms reckoned from other days: "the end of May", "the same year", "a week later"."""

from detente.lexicon.days import number
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.nearest import STEPS, nearest
from detente.read.dates.patterns import MONTH, NUMBER, YEAR, Forms, Found, month_of, unit_of
from detente.read.dates.telling import Telling

FORMS = Forms()


@FORMS.form(
    rf"(?:the\s)?(?P<edge>end|close|start|beginning|middle)\sof\s"
    rf"(?:(?P<which>the|this|last|next)\s(?P<unit>week|month|year|decade|century|quarter)"
    rf"|(?P<m>{MONTH})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?|(?P<y2>{YEAR}))(?!\w)"
)
@FORMS.form(rf"(?P<edge>year|month|week)[\s-](?:end)(?!\w)(?:\s(?P<y2>{YEAR}))?")
def edge(m: Found, c: Telling) -> Days | None:
    """Reckon the end or the beginning of a stretch of days."""
    edge = m.given("edge").lower()
    if m["unit"] or (edge in ("year", "month", "week") and not m["y2"]):
        unit = (m["unit"] or edge).lower()
        step = STEPS.get((m["which"] or "").lower(), 0)
        here = c.some(unit)
        of = reckon.around(reckon.moved(here, step, unit) if step else here, unit)
    elif m["m"]:
        name = month_of(m.given("m"))
        year = m["y"]
        of = reckon.month(int(year), name) if year else nearest(
            c, lambda y: reckon.month(y, name)
        )  # fmt: skip
    else:
        of = reckon.years(int(m.given("y2")))
    if not of.known:
        return of
    assert of.first is not None and of.last is not None
    if edge == "middle":
        return reckon.part(of, "mid")
    return reckon.day(of.first if edge in ("start", "beginning") else of.last)


# --- told from what was told before -----------------------------------------------------------

# As far as this a day that was told is still spoken of.
_SPOKEN_OF = 400


def _told(c: Telling) -> Days | None:
    """What was told last: a day just before, else what had a year of its own."""
    near = c.just_told(_SPOKEN_OF)
    return c.last if near is None else reckon.day(near)


@FORMS.form(
    rf"(?P<same>(?:that|the)\s(?:very\s)?same|that|this\ssame)\s(?P<unit>year|month|week|day|night)(?!\w)"
    rf"|(?P<n>{NUMBER})\s(?P<unit2>day|week|month|year|decade)s?\s(?P<way>later|earlier)(?!\w)"
    rf"|(?:the\s)(?:very\s)?(?P<next>next|following|previous)\s(?:very\s)?(?P<unit3>day|night|morning)(?!\w)"
    rf"|the\s(?P<unit4>day|week|month|year)\s(?P<way2>before|after)(?=[.,;:!?]|\s(?:and|but|when|that|it|he|she|they)\b)"
)
def _from_before(m: Found, c: Telling) -> Days | None:
    told = _told(c)
    if told is None or told.first is None:
        return None
    unit = unit_of(m["unit"] or m["unit2"] or m["unit3"] or m["unit4"] or "")
    unit = "day" if unit in ("night", "morning") else unit
    exact = told.first == told.last
    if unit in ("day", "week") and not exact:
        return None
    if m["same"]:
        return reckon.around(told.first, unit)
    step = 1.0
    if m["n"]:
        count = number(m.given("n"))
        if count is None:
            return None
        step = count
    back = m["way"] == "earlier" or m["way2"] == "before" or m["next"] == "previous"
    there = reckon.moved(told.first, -step if back else step, unit)
    return reckon.around(there, "day" if unit == "week" else "year" if unit == "decade" else unit)
