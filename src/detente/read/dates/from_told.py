"""Forms reckoned from other days: "the same year", "a week later", "two days before 12 May"."""

import re

from detente.lexicon.days import number
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.patterns import NUMBER, Forms, Found, unit_of
from detente.read.dates.telling import Telling

FORMS = Forms()

# As far as this, in characters, a day that was told is still spoken of.
_SPOKEN_OF = 400


def _told(c: Telling) -> Days | None:
    """What was told last: a day just before, else what had a year of its own."""
    near = c.just_told(_SPOKEN_OF)
    return c.last if near is None else reckon.day(near)


@FORMS.form(
    rf"(?P<same>(?:that|the)\s(?:very\s)?same|that|this\ssame)\s(?P<unit>year|month|week|day|night)(?!\w)"
    rf"|(?P<n>{NUMBER})\s(?P<unit2>day|week|month|year|decade)s?\s(?P<way>later|earlier)(?!\w)"
    rf"|(?:the\s)(?:very\s)?(?P<next>next|following|previous)\s(?:very\s)?(?P<unit3>day|night|morning)(?!\w)"
    rf"|the\s(?P<unit4>day|week|month|year)\s(?P<way2>before|after)(?=[.,;:!?]|\s(?:and|but|when|it|he|she|they)\b)"
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
    count = number(m["n"] or "one")
    if count is None:
        return None
    back = m["way"] == "earlier" or m["way2"] == "before" or m["next"] == "previous"
    return _stepped(told, -count if back else count, unit)


def _stepped(told: Days, count: float, unit: str) -> Days:
    """So many units from what was told, at the precision of the unit."""
    assert told.first is not None
    there = reckon.moved(told.first, count, unit)
    grain = {"week": "day", "fortnight": "day", "decade": "year", "century": "year"}.get(unit, unit)
    return reckon.around(there, grain)


@FORMS.form(
    r"the\s(?P<unit>day|week|month|year)\s(?P<way>before|after)\sthat(?=[.,;:!?]|\s(?!\w+ed\b))"
)
def _beside_that(m: Found, c: Telling) -> Days | None:
    """Of "last week … the week before that" the week before."""
    if c.lately is None or c.at[0] - c.lately[1] > _SPOKEN_OF:
        return None
    told, unit = c.lately[0], m.given("unit").lower()
    if told.first is None or told.last is None or not _as_close(told, unit):
        return None
    return reckon.around(reckon.moved(told.first, -1 if m["way"] == "before" else 1, unit), unit)


# Days of a unit, so that something is known to it: a week may be told from, where a day is asked
# for, only as long as it is no longer than this.
_LENGTHS = {"day": 1, "week": 7, "month": 31, "year": 366}


def _as_close(told: Days, unit: str) -> bool:
    """Whether it is known so closely that counting in such units makes sense."""
    assert told.first is not None and told.last is not None
    return (told.last - told.first).days < _LENGTHS.get(unit, 3660)


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
    told, unit = c.follows(between.end()), m.given("unit").lower()
    count = number(m["n"] or "one")
    if told is None or told.first is None or told.last is None or count is None:
        return None
    if between["edge"]:
        last = between["edge"].lower() in ("end", "close")
        told = reckon.day(told.last if last else told.first)
    grain = "day" if unit in ("week", "fortnight") else unit
    if not _as_close(told, grain):
        return None
    return _stepped(told, -count if m.given("way").lower() == "before" else count, unit)
