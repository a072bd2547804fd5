"""Forms reckoned from other days: "the same year", "a week later", "two days before 12 May"."""

import re

from detente.lexicon.days import number
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.patterns import NUMBER, Forms, Found, unit_of
from detente.read.dates.telling import Telling

FORMS = Forms()

# What one counts from in a unit is of at most so many days: "a year later" may be told from a
# month, but "a month later" not from a year.
LENGTHS = {
    "day": 1,
    "morning": 1,
    "night": 2,
    "week": 31,
    "fortnight": 31,
    "month": 31,
    "year": 366,
}


def told(c: Telling, unit: str) -> Days | None:
    """What was told last, as closely as counting in a unit asks for it."""
    longest = LENGTHS.get(unit, 3660)
    if (near := c.spoken_of(longest)) is not None:
        return near
    return c.last if c.last is not None and c.last.length <= longest else None


@FORMS.form(
    rf"(?P<same>(?:that|the)\s(?:very\s)?same|that|this\ssame)\s(?P<unit>year|month|week|day|night)(?!\w)"
    rf"|(?P<n>{NUMBER})\s(?P<unit2>day|week|month|year|decade)s?\s(?P<way>later|earlier)(?!\w)"
    rf"|(?:the\s)(?:very\s)?(?P<next>next|following|previous)\s(?:very\s)?(?P<unit3>day|night|morning)(?!\w)"
    rf"|the\s(?P<unit4>day|week|month|year)\s(?P<way2>before|after)(?=[.,;:!?]|\s(?:and|but|when|it|he|she|they)\b)"
)
def _from_before(m: Found, c: Telling) -> Days | None:
    unit = unit_of(m["unit"] or m["unit2"] or m["unit3"] or m["unit4"] or "")
    from_ = told(c, unit)
    unit = "day" if unit in ("night", "morning") else unit
    if from_ is None or from_.first is None:
        return None
    if m["same"]:
        return reckon.around(from_.first, unit)
    count = number(m["n"] or "one")
    if count is None:
        return None
    back = m["way"] == "earlier" or m["way2"] == "before" or m["next"] == "previous"
    return _stepped(from_, -count if back else count, unit)


def _stepped(of: Days, count: float, unit: str) -> Days:
    """So many units from what was told, at the precision of the unit."""
    assert of.first is not None and of.last is not None
    there = reckon.moved(of.first, count, unit)
    if unit in ("week", "fortnight"):
        return Days(there, reckon.moved(of.last, count, unit))
    return reckon.around(there, {"decade": "year", "century": "year"}.get(unit, unit))


@FORMS.form(
    r"the\s(?P<unit>day|week|month|year)\s(?P<way>before|after)\sthat(?=[.,;:!?]|\s(?!\w+ed\b))"
)
def _beside_that(m: Found, c: Telling) -> Days | None:
    """Of "last week … the week before that" the week before."""
    unit = m.given("unit").lower()
    of = c.spoken_of(7 if unit == "week" else LENGTHS[unit])
    if of is None or of.first is None:
        return None
    return reckon.around(reckon.moved(of.first, -1 if m["way"] == "before" else 1, unit), unit)


_EVENT = re.compile(
    r"\s(?:(?:the\s)?(?P<edge>outbreak|start|beginning|opening|end|close)\sof\s)?(?:the\s)?",
    re.IGNORECASE,
)


@FORMS.form(
    rf"(?:the\s|(?P<n>{NUMBER})\s)(?P<unit>day|week|fortnight|month|year|decade)s?\s(?P<way>before|after)"
    r"(?=\s\S)"
)
def _from_following(m: Found, c: Telling) -> Days | None:
    """Of "two days after Monday's talks" the day that is named next, and two days on."""
    between = _EVENT.match(c.text, m.match.end())
    assert between is not None, "a blank follows"
    of, unit = c.follows(between.end()), m.given("unit").lower()
    count = number(m["n"] or "one")
    if of is None or of.first is None or of.last is None or count is None:
        return None
    if between["edge"]:
        of = reckon.day(of.last if between["edge"].lower() in ("end", "close") else of.first)
    if of.length > LENGTHS.get(unit, 3660):
        return None
    return _stepped(of, -count if m.given("way").lower() == "before" else count, unit)
