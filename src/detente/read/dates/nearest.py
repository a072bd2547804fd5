"""Which of the days that words may mean is meant: the last one, the next, the nearest."""

from collections.abc import Callable
from datetime import date

from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.patterns import Found
from detente.read.dates.telling import UNKNOWN, Telling, Unknown

STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0,
          "present": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1}  # fmt: skip


def which_of(c: Telling, which: str, of: Callable[[int], Days]) -> Days:
    """Last, this or next: the nearest such time before, around or after the day."""
    here = c.day
    found = [of(here.year + k) for k in (-2, -1, 0, 1, 2)]
    if which in ("last", "this past"):
        return [d for d in found if d.last is not None and d.last < here][-1]
    if which in ("next", "this coming"):
        return next(d for d in found if d.first is not None and d.first > here)
    return closest(c, found)


def beside_told(c: Telling, which: str, of: Callable[[int], Days]) -> Days:
    """That, the following or the previous such time, seen from what was told last."""
    told = c.spoken_of(366) or c.last
    if told is None or told.first is None or told.last is None:
        return nearest(c, of) if which == "that" else UNKNOWN
    found = [of(told.first.year + k) for k in (-1, 0, 1)]
    if which == "following":
        return next(d for d in found if d.first is not None and d.first > told.last)
    if which == "previous":
        return [d for d in found if d.last is not None and d.last < told.first][-1]
    return found[1]


def nearest(c: Telling, of: Callable[[int], Days]) -> Days:
    """Time of the year without its year: by tense, in a history by what was told before.

    What was to be may be over ("was to end in May"): of that it is the nearest.
    """
    if _in_history(c):
        return _after(c, of)
    found = _about(c, of)
    if not found:
        return UNKNOWN
    return _by_distance(found, c.month) if c.awaited else closest(c, found)


def nearest_day(c: Telling, of: Callable[[int], Days], weekday: int | None) -> Days:
    """Day and month without their year: as :func:`nearest`, if the words do not tell better.

    Beside a present tense may stand what was ("the ruling of 8 July cheers them"), so that there a
    day just past goes before one that is far ahead. Of "Friday, 16 July" the year is one where that
    is a Friday, unless the day is close.
    """
    if _in_history(c):
        return _after(c, of)
    found = _about(c, of)
    if not found:
        return UNKNOWN
    here = c.month
    chosen = closest(c, found)
    if c.awaited or (c.beside and _distance(chosen, here) > _FAR):
        chosen = _by_distance(found, here)
    if weekday is None or _falls_on(chosen, weekday) or _distance(chosen, here) <= _CLOSE:
        return chosen
    fitting = [d for d in found if _falls_on(d, weekday) and _distance(d, here) <= _NEXT_YEAR]
    return closest(c, fitting) if fitting else chosen


# Half a year, two months and a year and a half, as distances are counted.
_FAR, _CLOSE, _NEXT_YEAR = 2 * 183, 2 * 60, 2 * 548


def _falls_on(d: Days, weekday: int) -> bool:
    return d.first is not None and d.first.weekday() == weekday


def _in_history(c: Telling) -> bool:
    return c.tells_on and c.forward is not True


def _about(c: Telling, of: Callable[[int], Days]) -> list[Days]:
    """Such a time of each of some years; none where the text's own day is not known."""
    try:
        here = c.month
    except Unknown:
        return []
    found = [d for k in range(-4, 5) if (d := _tried(of, here.year + k)) is not None]
    if not found:
        raise ValueError("no year has such a day")
    return found


def _tried(of: Callable[[int], Days], year: int) -> Days | None:
    """The 29th of February is no day of every year."""
    try:
        return of(year)
    except ValueError:
        return None


def _after(c: Telling, of: Callable[[int], Days]) -> Days:
    """Return the one of the year told last, or the next if that lies before what was told.

    What is told as past is not later than the text's own day, the limit.
    """
    told, limit = c.last, None if c.today is None else c.today.last
    assert told is not None and told.first is not None and told.last is not None
    found = of(told.first.year)
    assert found.last is not None
    close = (told.last - told.first).days < 32
    if not close or found.last >= told.first:
        return found
    later = of(told.first.year + 1)
    return later if limit is None or later.first is None or later.first <= limit else found


def closest(c: Telling, found: list[Days]) -> Days:
    """Of several times, in order, the one that the tense asks for; without one the nearest."""
    try:
        first = last = c.day
    except Unknown:
        assert c.today is not None and c.today.first is not None and c.today.last is not None
        first, last = c.today.first, c.today.last
    back = [d for d in found if d.first is not None and d.first <= last]
    fore = [d for d in found if d.last is not None and d.last >= first]
    match c.forward:
        case True if fore:
            return fore[0]
        case False if back:
            return back[-1]
    return min(found, key=lambda d: _distance(d, first)) if found else UNKNOWN


def _by_distance(found: list[Days], here: date) -> Days:
    return min(found, key=lambda d: _distance(d, here))


def _distance(d: Days, here: date) -> int:
    assert d.first is not None and d.last is not None
    if d.first <= here <= d.last:
        return 0
    # What lies as far behind as ahead lay behind: news tells of what happened.
    return min(abs((d.first - here).days), abs((d.last - here).days)) * 2 + (d.first > here)


def parted(m: Found, found: Days) -> Days:
    """Take the early, middle or late part of some days, if the words say so."""
    which = m["part"]
    if which is None or not found.known:
        return found
    return reckon.part(found, {"early": "early", "mid": "mid"}.get(which.lower(), "late"))  # type: ignore[arg-type]
