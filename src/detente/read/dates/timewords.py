"""The grammar of dates: each form of words, and the days it means.

A rule is a pattern and a function that reckons the days. All patterns are one regular
expression, so that a text is gone through once; at a place the first rule that matches counts.
What cannot be known (a weekday without a day of publication) is :data:`UNKNOWN`; what turns out
to be no date is None.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from detente.lexicon.days import (
    NUMBERS,
    ORDINALS,
    NamedDay,
    date_words,
    named_days,
    number,
    ordinal,
)
from detente.lexicon.due import due
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days

UNKNOWN = Days(None, None)
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name} | {
    name.lower(): n for n, name in enumerate(calendar.month_abbr) if name
} | {"sept": 9}  # fmt: skip
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip


class Unknown(Exception):
    """The day of publication is not known as closely as some words ask."""


@dataclass(slots=True)
class Telling:
    """What is known where a date stands: the text, its own day, and what was told before.

    Parameters
    ----------
    today
        Days on which the text may have been published, None when nothing is known.
    ahead
        Whether the clause around some words looks forward (True), back (False) or neither.
    history
        Whether the text tells of the past and never of its own day, so that "in June" is the
        June of the year told last.
    last
        What was told last with a year of its own.
    told
        Days told before with a year of their own, by month and day.
    """

    text: str
    today: Days | None
    ahead: Callable[[int, int], bool | None]
    history: bool = False
    last: Days | None = None
    told: dict[tuple[int, int], date] = field(default_factory=dict)
    at: tuple[int, int] = field(default=(0, 0))

    @property
    def day(self) -> date:
        """The text's own day, if it is known to the day."""
        if self.today is None or self.today.first is None or self.today.first != self.today.last:
            raise Unknown
        return self.today.first

    @property
    def year(self) -> int:
        """The text's own year."""
        if self.today is None or self.today.first is None:
            raise Unknown
        return self.today.first.year

    @property
    def month(self) -> date:
        """Some day of the text's own month."""
        if self.today is None or self.today.first is None or self.today.last is None:
            raise Unknown
        if self.today.first.month != self.today.last.month:
            raise Unknown
        return self.today.first

    def some(self, unit: str) -> date:
        """Day of publication as closely as reckoning in units asks for it."""
        if unit in ("year", "decade", "century"):
            return date(self.year, 1, 1) if self.today != UNKNOWN and not self._exact else self.day
        if unit in ("month", "quarter"):
            return self.month
        return self.day

    @property
    def _exact(self) -> bool:
        return self.today is not None and self.today.first == self.today.last

    @property
    def forward(self) -> bool | None:
        """Whether the words now looked at tell of what is to come."""
        return self.ahead(*self.at)

    def before(self, start: int) -> str:
        """Last word before a place, in lower case."""
        found = re.search(r"([\w’'-]+)[\s(“\"‘']*$", self.text[max(0, start - 24) : start])
        return found[1].lower() if found else ""


Reckoning = Callable[["Found", Telling], Days | None]


@dataclass(frozen=True, slots=True)
class Found:
    """One match of one rule, its groups by their own names."""

    match: re.Match[str]
    rule: int

    def __getitem__(self, name: str) -> str | None:
        try:
            group: str | None = self.match[f"{name}__{self.rule}"]
        except IndexError:
            return None
        return group

    def given(self, name: str) -> str:
        """Group that the pattern cannot do without."""
        group = self[name]
        assert group is not None, f"rule {self.rule} has no {name!r} in {self.match[0]!r}"
        return group

    @property
    def words(self) -> str:
        """The whole match in lower case."""
        return self.match[0].lower()


_RULES: list[tuple[str, Reckoning]] = []


def _rule(pattern: str) -> Callable[[Reckoning], Reckoning]:
    """Add a rule; those added first are tried first."""

    def add(reckoning: Reckoning) -> Reckoning:
        _RULES.append((pattern, reckoning))
        return reckoning

    return add


def _any(words: object) -> str:
    assert isinstance(words, dict)
    return "|".join(
        word.replace(" ", "[ -]") for word in sorted(words, key=lambda w: (-len(w), w))
    )  # fmt: skip


_LONG = "|".join(calendar.month_name[1:])
_SHORT = "|".join([*calendar.month_abbr[1:], "Sept"])
_SMALL = "january|february|september|october|november|december"
MONTH = rf"(?:(?-i:{_LONG}|{_LONG.upper()}|{_SMALL})\b|(?-i:{_SHORT}|{_SHORT.upper()})\b\.?)"
_FULL_WEEKDAY = "|".join(calendar.day_name)
_WEEKDAY = (
    rf"(?:(?-i:{_FULL_WEEKDAY}|{_FULL_WEEKDAY.upper()})\b"
    r"|(?-i:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
)
_LEAD = rf"(?:{_WEEKDAY},?\s(?:the\s)?)?"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
_ANY_MONTH = rf"(?:(?:{_LONG}|{_SHORT})\b\.?)"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9])"
_DASH = r"\s?(?:-|–|—)\s?"
_TO = r"(?:\s?(?:-|–|—|/)\s?|\s(?:to|through|and|until|or)\s(?:the\s)?)"
_NUMBER = rf"(?:[0-9]{{1,3}}(?:\.[0-9])?|{_any(NUMBERS)})"
_ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{_any(ORDINALS)})"
_UNIT = r"(?:day|night|week|fortnight|month|year|decade)"
_ABOUT = (
    r"(?:(?:about|around|nearly|almost|some|roughly|more\sthan|over|at\sleast|less\sthan"
    r"|close\sto|just|only|barely)\s)?"
)
_EARLY = r"(?:early|mid|late)"
_FEW = r"(?:a\s)?(?:few|several|couple\sof|dozen)"


def _unit(words: str) -> str:
    return words.lower().removesuffix("s").replace("centurie", "century")


def _month(words: str) -> int:
    return MONTHS[words.lower().rstrip(".")]


def _weekday(words: str) -> int:
    return WEEKDAYS[words.lower().rstrip(".")]


# --- with a year ---------------------------------------------------------------------------


@_rule(rf"(?P<y>{_YEAR})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?:T[0-9:.]+Z?)?(?![0-9-])")
def _iso(m: Found, c: Telling) -> Days | None:
    return reckon.day(date(int(m.given("y")), int(m.given("m")), int(m.given("d"))))


@_rule(
    rf"{_LEAD}(?P<d1>{_DAY}){_TH}{_TO}(?P<d2>{_DAY}){_TH}\s(?:of\s)?(?P<m>{MONTH})"
    rf"(?:,?\s(?P<y>{_YEAR}))?"
)
@_rule(
    rf"{_LEAD}(?P<m>{MONTH})\s(?P<d1>{_DAY}){_TH}{_TO}(?P<d2>{_DAY}){_TH}(?![0-9:%])"
    rf"(?:,?\s(?P<y>{_YEAR}))?"
)
def _days_of_month(m: Found, c: Telling) -> Days | None:
    first = _day_of(m, c, _month(m.given("m")), int(m.given("d1")))
    if first.first is None:
        return first
    return Days(first.first, first.first.replace(day=int(m.given("d2"))))


@_rule(rf"(?P<d>{_DAY}){_TH}\s(?P<m>{_ANY_MONTH}),?\s(?P<y>{_YEAR})")
@_rule(rf"(?P<m>{_ANY_MONTH})\s(?P<d>{_DAY}){_TH},?\s(?P<y>{_YEAR})")
@_rule(rf"{_LEAD}the\s(?P<d>{_any(ORDINALS)})\sof\s(?P<m>{MONTH})(?:,?\s(?P<y>{_YEAR}))?")
@_rule(
    rf"{_LEAD}(?P<m>{MONTH})\s(?:the\s)?(?P<d>{_any(ORDINALS)})(?!\w|\s[a-z])(?:,?\s(?P<y>{_YEAR}))?"
)
@_rule(
    rf"{_LEAD}(?P<d>{_DAY})(?:{_TH}\s(?:day\s)?(?:of\s)?|-)(?P<m>{MONTH})"
    rf"(?:(?:,?\s(?:of\s|in\s)?|-)(?P<y>{_YEAR})|(?!\w))"
)
@_rule(
    rf"{_LEAD}(?P<m>{MONTH})\s(?:the\s)?(?P<d>{_DAY}){_TH}(?![0-9:%/]|[.,][0-9])"
    rf"(?:,?\s(?:of\s|in\s)?(?P<y>{_YEAR}))?"
)
def _day_of_month(m: Found, c: Telling) -> Days | None:
    return _day_of(m, c, _month(m.given("m")), ordinal(m.given("d")) or 0)


def _day_of(m: Found, c: Telling, month: int, of_month: int) -> Days:
    year = m["y"]
    if year is not None:
        return reckon.day(date(int(year), month, of_month))
    told = c.told.get((month, of_month))
    if told is not None:
        return reckon.day(told)
    shared = _shared_year(m, c, month)
    if shared is not None:
        return reckon.day(date(shared, month, of_month))
    return _nearest(c, lambda y: reckon.day(date(y, month, of_month)))


# "March" of "from March to August 2011" and "May 3" of "from May 3 to May 5, 2024".
_LATER = re.compile(
    rf",?\s?(?:to|through|until|till|and|or|-|–|—)\s?(?:{_DAY}{_TH}\s)?(?P<m>{MONTH})"
    rf"(?:\s{_DAY}{_TH})?,?\s(?P<y>{_YEAR})",
    re.IGNORECASE,
)


def _shared_year(m: Found, c: Telling, month: int) -> int | None:
    later = _LATER.match(c.text, m.match.end(), min(len(c.text), m.match.end() + 40))
    if later is None:
        return None
    return int(later["y"]) - (_month(later["m"]) < month)


@_rule(r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<y>(?:19|20)?[0-9]{2})(?![0-9/])")
@_rule(r"(?P<a>[0-9]{1,2})\.(?P<b>[0-9]{1,2})\.(?P<y>(?:19|20)[0-9]{2})(?![0-9.])")
def _in_figures(m: Found, c: Telling) -> Days | None:
    """Day and month in either order; where both are possible, all days they may mean."""
    a, b, y = int(m.given("a")), int(m.given("b")), int(m.given("y"))
    if y < 100:
        y += 2000 if y < 50 else 1900
    found = [
        date(y, month, of_month)
        for month, of_month in ((a, b), (b, a))
        if 1 <= month <= 12 and 1 <= of_month <= calendar.monthrange(y, month)[1]
    ]
    return Days(min(found), max(found)) if found else None


@_rule(rf"(?P<m1>{_ANY_MONTH})(?:{_DASH}|/)(?P<m2>{_ANY_MONTH}),?\s(?P<y>{_YEAR})")
@_rule(rf"between\s(?P<m1>{MONTH})\sand\s(?P<m2>{MONTH})\s(?:in\s|of\s)?(?P<y>{_YEAR})")
def _months_of_year(m: Found, c: Telling) -> Days | None:
    first, last = _month(m.given("m1")), _month(m.given("m2"))
    year = int(m.given("y")) - (last < first)
    return reckon.months(year, first, (last - first) % 12 + 1)


@_rule(
    rf"(?:the\s)?(?:(?P<part>{_EARLY})[\s-]|(?P<last>last|next|this|this\spast|this\scoming)\s)?"
    rf"(?P<m>{MONTH})(?:,?\s?-?(?:of\s|in\s)?(?P<y>{_YEAR})|\s(?P<which>this|last|next)\syear"
    r"|\s(?:of\s)?(?P<same>that|the\ssame|the\sfollowing)\syear)?"
)
def _month_alone(m: Found, c: Telling) -> Days | None:
    name, year, which = m.given("m"), m["y"], (m["which"] or m["last"] or "").lower()
    bare = year is None and not which and m["part"] is None
    if bare and not _stands_as_month(name, m, c):
        return None
    number = _month(name)
    if year is not None:
        found = reckon.month(int(year), number)
    elif m["same"] and c.last is not None and c.last.first is not None:
        later = "following" in m.given("same").lower()
        found = reckon.month(c.last.first.year + later, number)
    elif m["which"]:
        found = reckon.month(c.year + _STEPS[which], number)
    elif which:
        found = _which(c, which, lambda y: reckon.month(y, number))
    else:
        shared = _shared_year(m, c, number)
        found = (
            reckon.month(shared, number)
            if shared is not None
            else _nearest(c, lambda y: reckon.month(y, number))
        )
    return _parted(m, found)


_BEFORE_MONTH = date_words("before_month")
# Names of months that are also verbs, names of persons or adjectives.
_OTHERWISE = frozenset({"may", "march", "april", "june", "august", "mar", "dec", "sep", "jun"})


def _stands_as_month(name: str, m: Found, c: Telling) -> bool:
    word = name.lower().rstrip(".")
    after = c.text[m.match.end() : m.match.end() + 2]
    if re.match(r"[’']?\s?[A-Z][a-z]|-[a-z]", after) and word in _OTHERWISE:
        return False
    if not name[0].isupper() and c.before(m.match.start()) not in _BEFORE_MONTH:
        return False
    if word not in _OTHERWISE and len(word) > 3:
        return True
    return c.before(m.match.start()) in _BEFORE_MONTH and not (
        word in ("may", "march") and c.before(m.match.start()) in ("and", "or", "to", "for")
        and re.match(r"\s[a-z]", after) is not None
    )  # fmt: skip


_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0,
          "present": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1}  # fmt: skip


def _which(c: Telling, which: str, of: Callable[[int], Days]) -> Days:
    """Last, this or next: the nearest such time before, around or after the day."""
    here = c.day
    found = [of(here.year + k) for k in (-2, -1, 0, 1, 2)]
    if which in ("last", "this past"):
        return [d for d in found if d.last is not None and d.last < here][-1]
    if which in ("next", "this coming"):
        return next(d for d in found if d.first is not None and d.first > here)
    return _closest(c, found)


def _nearest(c: Telling, of: Callable[[int], Days]) -> Days:
    """Time of the year without its year: by tense, in a history by what was told before."""
    if c.history and c.last is not None and c.forward is not True:
        return _after(c.last, of, c.today.last if c.today is not None else None)
    try:
        here = c.month
    except Unknown:
        return UNKNOWN
    found = [d for k in range(-4, 5) if (d := _tried(of, here.year + k)) is not None]
    if not found:
        raise ValueError("no year has such a day")
    return _closest(c, found)


def _tried(of: Callable[[int], Days], year: int) -> Days | None:
    """The 29th of February is no day of every year."""
    try:
        return of(year)
    except ValueError:
        return None


def _after(told: Days, of: Callable[[int], Days], limit: date | None) -> Days:
    """Return the one of the year told last, or the next if that lies before what was told.

    What is told as past is not later than the text's own day, the limit.
    """
    assert told.first is not None and told.last is not None
    found = of(told.first.year)
    assert found.last is not None
    close = (told.last - told.first).days < 32
    if not close or found.last >= told.first:
        return found
    later = of(told.first.year + 1)
    return later if limit is None or later.first is None or later.first <= limit else found


def _closest(c: Telling, found: list[Days]) -> Days:
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


def _distance(d: Days, here: date) -> int:
    assert d.first is not None and d.last is not None
    if d.first <= here <= d.last:
        return 0
    # What lies as far behind as ahead lay behind: news tells of what happened.
    return min(abs((d.first - here).days), abs((d.last - here).days)) * 2 + (d.first > here)


def _parted(m: Found, found: Days) -> Days:
    which = m["part"]
    if which is None or not found.known:
        return found
    return reckon.part(found, {"early": "early", "mid": "mid"}.get(which.lower(), "late"))  # type: ignore[arg-type]


# --- seasons, quarters, decades, centuries --------------------------------------------------

_SEASON = r"(?P<s>spring|summer|autumn|fall|winter)"


@_rule(
    rf"(?:the\s)?(?:(?P<part>{_EARLY})[\s-])?{_SEASON}(?:\sof)?,?\s(?P<y>{_YEAR})"
    r"(?:[-–/](?P<y2>(?:19|20)?[0-9]{2}))?"
)
def _season_of_year(m: Found, c: Telling) -> Days | None:
    return _parted(m, reckon.season(int(m.given("y")), m.given("s").lower()))


@_rule(
    rf"(?P<last>last|next|this|this\spast|this\scoming|the\spast|the\scoming)\s{_SEASON}(?!\w)"
    rf"|(?:the\s)?{_SEASON.replace('<s>', '<s2>')}\s(?P<which>this|last|next)\syear"
)
def _season_alone(m: Found, c: Telling) -> Days | None:
    name = (m["s"] or m["s2"] or "").lower()
    if m["which"]:
        return reckon.season(c.year + _STEPS[m.given("which").lower()], name)
    which = m.given("last").lower().replace("the past", "last").replace("the coming", "next")
    return _which(c, which, lambda y: reckon.season(y, name))


@_rule(
    rf"(?:the\s)?(?P<n>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]"
    rf"(?P<of>quarter|half)\s(?:of\s(?:the\syear\s)?)?(?P<y>{_YEAR})"
    rf"|(?:the\s)?(?P<n2>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-]"
    rf"(?P<of2>quarter|half)\sof\s(?P<which>the|this|last|next)\syear"
    rf"|(?-i:Q(?P<q>[1-4])|H(?P<h>[12]))(?:\sof)?\s(?P<y2>{_YEAR})"
)
def _quarter(m: Found, c: Telling) -> Days | None:
    year = int(m["y"] or m["y2"] or c.year + _STEPS.get((m["which"] or "").lower(), 0))
    if m["q"] or m["h"]:
        n, size = int(m["q"] or m.given("h")), 3 if m["q"] else 6
    else:
        size = 3 if (m["of"] or m.given("of2")).lower() == "quarter" else 6
        word = (m["n"] or m.given("n2")).lower()
        n = 12 // size if word in ("last", "final") else ordinal(word) or 1
    return reckon.months(year, (n - 1) * size + 1, size) if n * size <= 12 else None


_TEENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
          "seventies": 70, "eighties": 80, "nineties": 90}  # fmt: skip


@_rule(
    rf"(?:the\s)?(?:(?P<part>{_EARLY})[\s-])?(?P<y>1[0-9][0-9]0|20[0-9]0)(?:s|(?P<own>[’']s))(?!\w)"
    rf"|(?:the\s)?(?:(?P<part2>{_EARLY})[\s-])?(?P<short>[’'][2-9]0s|(?<=the\s)[2-9]0s)(?![\w°])"
    rf"|the\s(?:(?P<part3>{_EARLY})[\s-])?(?P<name>{_any(_TEENS)})(?!\w)"
)
def _decade(m: Found, c: Telling) -> Days | None:
    if (
        m["own"]
        and m.words[0] in "12"
        and c.before(m.match.start()) not in ("early", "late", "mid")
    ):
        # "Vision 2030's goals" are those of one year.
        return None
    if m["y"]:
        first = int(m.given("y"))
        found = reckon.years(first, 100 if first % 100 == 0 and first < 2000 else 10)
    else:
        tens = _TEENS[m.given("name").lower()] if m["name"] else int(m.given("short")[-3:-1])
        found = reckon.years((2000 if tens < 30 and c.today is not None else 1900) + tens, 10)
    which = m["part"] or m["part2"] or m["part3"]
    if which is None:
        return found
    return reckon.part(found, {"early": "early", "mid": "mid"}.get(which.lower(), "late"))  # type: ignore[arg-type]


@_rule(
    rf"(?:the\s)?(?:(?P<part>{_EARLY})[\s-])?(?P<n>{_ORDINAL})"
    rf"(?:[\s-]centur(?:y|ies)(?!\w)|(?={_TO}(?:{_EARLY}[\s-])?{_ORDINAL}[\s-]centur))"
)
def _century(m: Found, c: Telling) -> Days | None:
    n = ordinal(m.given("n"))
    if n is None or not 2 <= n <= 22:
        return None
    return reckon.years((n - 1) * 100, 100) if m["part"] is None else _parted(
        m, reckon.years((n - 1) * 100, 100)
    )  # fmt: skip


@_rule(
    rf"(?<![$€£.,/-])(?P<a>{_YEAR})(?=\s?[-–—/]\s?(?P<b>{_YEAR}|[0-9]{{2}})(?![\w%/-]|[.,][0-9]|\s{MONTH}))"
)
@_rule(rf"(?<=[12][0-9]{{3}}[-–—/])(?P<b>{_YEAR}|[0-9]{{2}})(?![\w%/-]|[.,][0-9]|\s{MONTH})")
@_rule(rf"(?<=[12][0-9]{{3}}\s[-–—]\s)(?P<b>[0-9]{{2}})(?![\w%/-]|[.,:][0-9]|\s{MONTH})")
def _years(m: Found, c: Telling) -> Days | None:
    """Each end of "2019–21" is a date of its own, as in "from 2019 to 2021"."""
    start = m.match.start()
    before = re.search(r"[0-9]{4}", c.text[max(0, start - 7) : start])
    given = m["a"] or (before[0] if before else None)
    if given is None:
        return None
    first, rest = int(given), m.given("b")
    last = int(rest) if len(rest) == 4 else first - first % 100 + int(rest)
    if not 1100 <= first < last <= first + 120:
        return None
    return reckon.years(first if m["a"] else last)


_OLD = date_words("before_year")


@_rule(
    rf"(?:(?:the\s)?(?P<part>{_EARLY})[\s-]|the\syear\s(?:of\s)?|AD\s?|(?<![$€£.,/:-]))"
    rf"(?P<y>{_YEAR})(?![\w%]|[.,:][0-9]|[-/][0-9]|°)"
)
def _year(m: Found, c: Telling) -> Days | None:
    year = int(m.given("y"))
    led = m.match.start(f"y__{m.rule}") != m.match.start()
    if not led and not _stands_as_year(year, m, c):
        return None
    return _parted(m, reckon.years(year))


_PLURAL = re.compile(r"\s[a-z]{2,}(?<!s)s(?![’'\w])(?<!\swas)(?<!\shas)(?<!\sis)")
_MEASURED = re.compile(
    r"\s?(?:percent|ft|per\scent|million|billion|thousand|people|men|women|troops|tonnes?|km|miles?"
    r"|metres?|meters?|feet|kg|°|€|dollars|euros|pounds|of\sthe(?:m|se)|of\sthose)\b",
    re.IGNORECASE,
)


def _stands_as_year(year: int, m: Found, c: Telling) -> bool:
    """Whether four figures are a year and not a number of things."""
    start, end = m.match.start(), m.match.end()
    after = c.text[end : end + 24]
    word = c.before(start)
    if _MEASURED.match(after) or re.match(r"\s(?:[NSEW]\b|to one\b)", after):
        return False
    counted = _PLURAL.match(after) is not None
    if 1900 <= year < 2100:
        return not counted or word in _OLD | {"the", "its", "their", "his", "this", "on"}
    if re.search(r"[(–—-]\s?$", c.text[max(0, start - 2) : start]):
        return re.match(r"\s?(?:[-–—)]|to\b)", after) is not None or year >= 1500
    if word in ("his", "her", "its", "their", "the", "this"):
        return year >= 1600 and not counted and after[:2].strip().islower()
    if re.match(r"[.,;:)]", after) and re.search(r",\s$", c.text[max(0, start - 2) : start]):
        return year >= 1500
    return word in _OLD and not counted and (year >= 1500 or word not in ("to", "about", "around"))


@_rule(
    r"(?<=of\s|in\s)[’'](?P<y>[0-9]{2})(?![0-9\w])"
    r"|(?<=since\s|until\s)[’'](?P<y2>[0-9]{2})(?![0-9\w])"
)
def _short_year(m: Found, c: Telling) -> Days | None:
    """Of "the class of '71" the last such year, or one that is near."""
    short, here = int(m["y"] or m.given("y2")), c.year
    return reckon.years(max(y for y in range(short, here + 6, 100)))


_HUNDREDS = {w: n for w, n in NUMBERS.items() if 15 <= n <= 20}
_REST = {w: n for w, n in NUMBERS.items() if 10 <= n < 100 and w not in ("a", "an")}


@_rule(
    rf"(?:(?P<m>{MONTH})\s(?:of\s|in\s)?)?(?P<h>{_any(_HUNDREDS)})[\s-](?P<r>{_any(_REST)})"
    rf"(?!\w|[\s-](?:{_any(NUMBERS)}|hundred|thousand|million|percent|per|years?|days?)\b)"
)
def _spoken_year(m: Found, c: Telling) -> Days | None:
    """Of "in nineteen seventy-two" the year, as transcripts write it."""
    year = 100 * int(number(m.given("h")) or 0) + int(number(m.given("r")) or 0)
    return reckon.month(year, _month(m.given("m"))) if m["m"] else reckon.years(year)


@_rule(r"(?-i:AD|A\.D\.)\s?(?P<y>[0-9]{3,4})|(?P<y2>[0-9]{3,4})\s(?-i:AD|CE|A\.D\.)(?!\w)")
def _anno_domini(m: Found, c: Telling) -> Days | None:
    return reckon.years(int(m["y"] or m.given("y2")))


# --- days reckoned from the text's own -----------------------------------------------------


@_rule(r"the\sday\s(?P<w>before\syesterday|after\stomorrow)")
def _two_days(m: Found, c: Telling) -> Days | None:
    return reckon.day(c.day + timedelta(days=-2 if "before" in m.words else 2))


_TIME = r"(?:\s(?:morning|afternoon|evening|night))?"


@_rule(
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


@_rule(
    rf"(?:(?P<which>last|next|this|this\spast|this\scoming|that)\s)?(?P<w>{_WEEKDAY})"
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
    number, here = _weekday(name), c.day
    if m["week"]:
        start = reckon.week(here + timedelta(days=7 * _STEPS[m.given("week").lower()])).first
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


@_rule(
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
        there = reckon.moved(c.last.first, _STEPS[which], unit)
        return reckon.around(there, unit)
    # "over the past year" is twelve months up to now; "last year" is the one before.
    if which in ("last", "past") and the and unit not in ("century", "quarter") and not m["this"]:
        here = c.some(unit)
        return Days(reckon.moved(here, -1, unit) + timedelta(days=1), here)
    if which in ("coming", "next") and the and unit in ("year", "decade", "month"):
        here = c.some(unit)
        return Days(here, reckon.moved(here, 1, unit))
    if unit == "fortnight":
        return Days(reckon.moved(c.day, -1, unit), c.day) if _STEPS[which] < 0 else None
    here = c.some(unit)
    if not _STEPS[which]:
        around = reckon.around(here, unit)
        # What was done this week was done by today.
        return Days(around.first, here) if unit == "week" and c.forward is False else around
    return reckon.around(reckon.moved(here, _STEPS[which], unit), unit)


@_rule(
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


@_rule(
    r"(?<=on\s|by\s)the\s(?P<d>[0-9]{1,2}(?:st|nd|rd|th))"
    r"(?=[.,;:!?)]|$|\s(?:and|but|at|when|that)\b)"
)
def _bare_day(m: Found, c: Telling) -> Days | None:
    """Of "on the 29th" that day of the month which the tense asks for."""
    of_month, here = ordinal(m.given("d")) or 0, c.day
    found = []
    for k in (-2, -1, 0, 1, 2):
        of = reckon.month(here.year, here.month + k)
        assert of.first is not None and of.last is not None
        if of_month <= of.last.day:
            found.append(reckon.day(of.first.replace(day=of_month)))
    return _closest(c, found)


def _told(c: Telling) -> bool:
    """Whether dates are told from what was told before rather than from the text's own day."""
    return c.history and c.last is not None


def _weekend(which: str, c: Telling) -> Days:
    here = reckon.weekend(c.day)
    step = _STEPS[which]
    if which == "this":
        # On Monday to Wednesday, what "this weekend" was is over.
        back = c.forward is False and c.day.weekday() < 5
        return reckon.weekend(c.day - timedelta(days=7)) if back else here
    return reckon.weekend(c.day + timedelta(days=7 * step)) if step else here


@_rule(
    rf"{_ABOUT}(?:(?P<n>{_NUMBER})(?P<half>\sand\sa\shalf)?(?:\s(?:or|to)\s(?P<n2>{_NUMBER}))?"
    rf"|(?P<few>{_FEW}|some))[\s-](?P<unit>{_UNIT}|centur(?:y|ie))s?"
    rf"(?P<half2>\sand\sa\shalf)?\sago(?!\w)"
)
def _ago(m: Found, c: Telling) -> Days | None:
    """Count back at the precision of the unit: three years ago is a year, two weeks ago a day."""
    unit = _unit(m.given("unit"))
    if m["n"] is None:
        return _vaguely(m["few"] or "", unit, c, -1)
    count = number(m.given("n"))
    if count is None:
        return None
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


@_rule(
    rf"(?:the\s|these\s)?(?P<which>past|last|next|coming)\s"
    rf"(?:(?P<n>{_NUMBER})(?P<half>\s1/2)?(?:\s(?:or|to)\s(?P<n2>{_NUMBER}))?"
    rf"|(?P<few>few|several|couple\sof))"
    rf"[\s-](?P<unit>{_UNIT}|quarter|centur(?:y|ie))s?(?!\w)"
)
def _span(m: Found, c: Telling) -> Days | None:
    unit, sign = _unit(m.given("unit")), _STEPS[m.given("which").lower()]
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


@_rule(
    r"(?:the\s)?(?P<which>recent|coming|past|next)\s(?P<unit>days|weeks|months|years|decades)(?!\w)"
    r"|(?:the\s)?(?P<unit2>days|weeks|months|years|decades)\s(?:ahead|to\scome)(?!\w)"
)
def _stretch(m: Found, c: Telling) -> Days | None:
    unit = _unit(m["unit"] or m.given("unit2"))
    if (m["which"] or "").lower() in ("recent", "past"):
        # "In recent years" bounds nothing.
        if unit in ("year", "decade"):
            return None
        here = c.some(unit)
        return Days(reckon.moved(here, -_A_FEW[1], unit), here)
    here = c.some(unit)
    last = due(f"in the coming {unit}s", here.isoformat())[1]
    return Days(here, date.fromisoformat(last) if last else None)


@_rule(
    rf"within\s(?:the\s(?:next\s|coming\s)?)?(?:(?:a\s)?(?:few|several|couple\sof)\s)?"
    rf"(?:matter\sof\s)?(?:{_NUMBER}(?:\s(?:to|or)\s{_NUMBER})?[\s-])?{_UNIT}s?(?!\w)"
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


@_rule(
    rf"in\s{_ABOUT}(?P<n>{_NUMBER})(?:\s(?:to|or)\s(?P<n2>{_NUMBER}))?\s(?P<unit>{_UNIT})s?"
    rf"(?P<time>[’']s?\stime|\sfrom\snow)?(?!\w)"
    rf"|(?P<n3>{_NUMBER})(?:\s(?:to|or)\s(?P<n4>{_NUMBER}))?\s(?P<unit2>{_UNIT})s?\s"
    rf"from\s(?:now|today)(?!\w)"
)
def _in_units(m: Found, c: Telling) -> Days | None:
    """Of "will meet in ten days" the tenth day; of "fell in ten years" a duration, no date."""
    if not m["time"] and not m["n3"] and c.forward is not True:
        return None
    near, far = number(m["n"] or m.given("n3")), number(m["n2"] or m["n4"] or "")
    if near is None:
        return None
    unit = _unit(m["unit"] or m.given("unit2"))
    here = c.some(unit)
    grain = "day" if unit in ("week", "fortnight", "night") else unit
    grain = "year" if grain == "decade" else grain
    first = reckon.around(reckon.moved(here, near, unit), grain)
    if far is None:
        return first
    return Days(first.first, reckon.around(reckon.moved(here, far, unit), grain).last)


# --- ends and beginnings --------------------------------------------------------------------


@_rule(
    rf"(?:the\s)?(?P<edge>end|close|start|beginning|middle)\sof\s"
    rf"(?:(?P<which>the|this|last|next)\s(?P<unit>week|month|year|decade|century|quarter)"
    rf"|(?P<m>{MONTH})(?:,?\s(?:of\s)?(?P<y>{_YEAR}))?|(?P<y2>{_YEAR}))(?!\w)"
)
@_rule(rf"(?P<edge>year|month|week)[\s-](?:end)(?!\w)(?:\s(?P<y2>{_YEAR}))?")
def _edge(m: Found, c: Telling) -> Days | None:
    edge = m.given("edge").lower()
    if m["unit"] or (edge in ("year", "month", "week") and not m["y2"]):
        unit = (m["unit"] or edge).lower()
        step = _STEPS.get((m["which"] or "").lower(), 0)
        here = c.some(unit)
        of = reckon.around(reckon.moved(here, step, unit) if step else here, unit)
    elif m["m"]:
        name = _month(m.given("m"))
        year = m["y"]
        of = reckon.month(int(year), name) if year else _nearest(
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


@_rule(
    rf"(?P<same>(?:that|the)\s(?:very\s)?same|that|this\ssame)\s(?P<unit>year|month|week|day|night)(?!\w)"
    rf"|(?P<n>{_NUMBER})\s(?P<unit2>day|week|month|year|decade)s?\s(?P<way>later|earlier)(?!\w)"
    rf"|(?:the\s)(?:very\s)?(?P<next>next|following|previous)\s(?:very\s)?(?P<unit3>day|night|morning)(?!\w)"
    rf"|the\s(?P<unit4>day|week|month|year)\s(?P<way2>before|after)(?=[.,;:!?]|\s(?:and|but|when|that|it|he|she|they)\b)"
)
def _from_before(m: Found, c: Telling) -> Days | None:
    told = c.last
    if told is None or told.first is None:
        return None
    unit = _unit(m["unit"] or m["unit2"] or m["unit3"] or m["unit4"] or "")
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


# --- names -------------------------------------------------------------------------------------


# "a Christmas tree" is no day.
_THING = re.compile(r"\s(?!(?:and|or|in|at|this|last|next|with|when|was|is|but|to|for)\b)[a-z]")


def _named(named: NamedDay) -> Reckoning:
    def reckoned(m: Found, c: Telling) -> Days | None:
        if named.once is not None:
            return Days(*named.once)
        year = m["y"]
        if year is not None:
            return reckon.day(named.of(int(year)))
        if _THING.match(c.text[m.match.end() : m.match.end() + 12]):
            return None
        return _nearest(c, lambda y: reckon.day(named.of(y)))

    reckoned.__name__ = "named day"
    return reckoned


def _rules() -> list[tuple[str, Reckoning]]:
    # A named day goes before what its words would mean otherwise ("September 11").
    names = [
        (rf"(?-i:{n.words})(?!\w)" + ("" if n.once else rf"(?:,?\s(?P<y>{_YEAR}))?"), _named(n))
        for n in named_days()
    ]
    # What begins with a range or an edge goes before what it contains.
    first = [r for r in _RULES if r[1] in (_edge, _two_days, _years, _spoken_year)]
    return names + first + [r for r in _RULES if r not in first]


@cache
def grammar() -> tuple[re.Pattern[str], tuple[Reckoning, ...]]:
    """All patterns as one, whose outermost group ``rule__k`` is the k-th rule's."""
    rules = _rules()
    parts = []
    for k, (pattern, _) in enumerate(rules):
        own = re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>__{k}>", pattern)
        parts.append(f"(?P<rule__{k}>{own})")
    words = r"(?<![\w$€£])(?:" + "|".join(parts) + ")"
    # A single blank of a pattern is any single blank of the text, a line's end included.
    return re.compile(words, re.IGNORECASE), tuple(reckoning for _, reckoning in rules)


_WORD = re.compile(r"[’']?\w+")
_NEXT = re.compile(r"\W{1,2}(\w+)")
# Words that begin a date only with certain others after them; they are common.
_LEADS = date_words("common_first")


def matches(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Find what the grammar matches, from left to right, each with the number of its rule.

    The grammar is tried only at words that some rule begins with; trying it everywhere would
    cost as much as a third of the parser.
    """
    pattern, _ = grammar()
    firsts, seconds = _first_words(), _second_words()
    done = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < done:
            continue
        first = word[0].lstrip("’'").lower()
        if not (first in firsts or first[:1].isdigit() or first.startswith("ad")):
            continue
        if first in _LEADS:
            after = _NEXT.match(text, word.end())
            second = after[1].lower() if after else ""
            if not (second in seconds or second[:1].isdigit()):
                continue
        match = pattern.match(text, start)
        if match is not None:
            done = match.end()
            yield int(str(match.lastgroup).removeprefix("rule__")), match


@cache
def _first_words() -> frozenset[str]:
    """Words that a date may begin with."""
    words = {*MONTHS, *WEEKDAYS, *reckon.SEASONS, *_TEENS, *_STEPS, *date_words("first")}
    words |= {word.split()[0] for word in (*NUMBERS, *ORDINALS)}
    for named in named_days():
        words |= {part.lower() for part in re.findall(r"[A-Za-z]+|[0-9]+", named.words)}
    return frozenset(words)


@cache
def _second_words() -> frozenset[str]:
    """Words that may come second where the first is a common one."""
    units = {unit for name in ("night", "weekend", *reckon.UNITS) for unit in (name, f"{name}s")}
    return _first_words() | units | date_words("second")


@cache
def form_names() -> tuple[str, ...]:
    """Name of the form that each rule reads, in the order of the rules."""
    return tuple(r.__name__.strip("_").replace("_", " ") for _, r in _rules())
