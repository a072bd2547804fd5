"""Forms that name a month: "14 December 2020", "June 3", "in May", "2020-12-14"."""

import calendar
import re
from datetime import date

from detente.lexicon.days import ORDINALS, date_words, ordinal
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.nearest import STEPS, beside_told, nearest, nearest_day, parted, which_of
from detente.read.dates.patterns import (
    ANY_MONTH,
    DASH,
    DAY,
    EARLY,
    LEAD,
    MONTH,
    TH,
    TO,
    YEAR,
    Forms,
    Found,
    any_of,
    month_of,
    weekday_of,
)
from detente.read.dates.telling import UNKNOWN, Telling

FORMS = Forms()

_WHICH_YEAR = r"\s(?P<which>this|last|next)\syear"


@FORMS.form(rf"(?P<y>{YEAR})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?:T[0-9:.]+Z?)?(?![0-9-])")
def _iso(m: Found, c: Telling) -> Days | None:
    return reckon.day(date(int(m.given("y")), int(m.given("m")), int(m.given("d"))))


@FORMS.form(
    rf"{LEAD}(?P<d1>{DAY}){TH}{TO}(?P<d2>{DAY}){TH}\s(?:of\s)?(?P<m>{MONTH})"
    rf"(?:,?\s(?P<y>{YEAR}))?"
)
@FORMS.form(
    rf"{LEAD}(?P<m>{MONTH})\s(?P<d1>{DAY}){TH}{TO}(?P<d2>{DAY}){TH}(?![0-9:%])"
    rf"(?:,?\s(?P<y>{YEAR}))?"
)
def _days_of_month(m: Found, c: Telling) -> Days | None:
    first = day_of(m, c, month_of(m.given("m")), int(m.given("d1")))
    if first.first is None:
        return first
    return Days(first.first, first.first.replace(day=int(m.given("d2"))))


@FORMS.form(rf"(?P<d>{DAY}){TH}\s(?P<m>{ANY_MONTH}),?\s(?P<y>{YEAR})")
@FORMS.form(rf"(?P<m>{ANY_MONTH})\s(?P<d>{DAY}){TH},?\s(?P<y>{YEAR})")
@FORMS.form(rf"{LEAD}the\s(?P<d>{any_of(ORDINALS)})\sof\s(?P<m>{MONTH})(?:,?\s(?P<y>{YEAR}))?")
@FORMS.form(
    rf"{LEAD}(?P<m>{MONTH})\s(?:the\s)?(?P<d>{any_of(ORDINALS)})(?!\w|\s[a-z])(?:,?\s(?P<y>{YEAR}))?"
)
@FORMS.form(
    rf"{LEAD}(?P<d>{DAY})(?:{TH}\s(?:day\s)?(?:of\s)?|-)(?P<m>{MONTH})"
    rf"(?:(?:,?\s(?:of\s|in\s)?|-)(?P<y>{YEAR})|{_WHICH_YEAR}|(?!\w))"
)
@FORMS.form(
    rf"{LEAD}(?P<m>{MONTH})\s(?:the\s)?(?P<d>{DAY}){TH}(?![0-9:%/]|[.,][0-9])"
    rf"(?:,?\s(?:of\s|in\s)?(?P<y>{YEAR})|{_WHICH_YEAR})?"
)
def _day_of_month(m: Found, c: Telling) -> Days | None:
    return day_of(m, c, month_of(m.given("m")), ordinal(m.given("d")) or 0)


def day_of(m: Found, c: Telling, month: int, of_month: int) -> Days:
    """Day of a month, of the year that the words name or that stands nearest."""
    year, which = m["y"], m["which"]
    if year is not None:
        return reckon.day(date(int(year), month, of_month))
    if which is not None:
        return reckon.day(date(c.year + STEPS[which.lower()], month, of_month))
    told = c.told.get((month, of_month))
    if told is not None:
        return reckon.day(told)
    shared = _shared_year(m, c, month)
    if shared is not None:
        return reckon.day(date(shared, month, of_month))
    weekday = weekday_of(m.given("weekday")) if m["weekday"] else None
    return nearest_day(c, lambda y: reckon.day(date(y, month, of_month)), weekday)


# "March" of "from March to August 2011" and "May 3" of "from May 3 to May 5, 2024".
_LATER = re.compile(
    rf",?\s?(?:to|through|until|till|and|or|-|–|—)\s?(?:{DAY}{TH}\s)?(?P<m>{MONTH})"
    rf"(?:\s{DAY}{TH})?,?\s(?P<y>{YEAR})",
    re.IGNORECASE,
)


def _shared_year(m: Found, c: Telling, month: int) -> int | None:
    later = _LATER.match(c.text, m.match.end(), min(len(c.text), m.match.end() + 40))
    if later is None:
        return None
    return int(later["y"]) - (month_of(later["m"]) < month)


@FORMS.form(r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<y>(?:19|20)?[0-9]{2})(?![0-9/])")
@FORMS.form(r"(?P<a>[0-9]{1,2})\.(?P<b>[0-9]{1,2})\.(?P<y>(?:19|20)[0-9]{2})(?![0-9.])")
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


@FORMS.form(rf"(?P<m1>{ANY_MONTH})(?:{DASH}|/)(?P<m2>{ANY_MONTH}),?\s(?P<y>{YEAR})")
@FORMS.form(rf"between\s(?P<m1>{MONTH})\sand\s(?P<m2>{MONTH})\s(?:in\s|of\s)?(?P<y>{YEAR})")
def _months_of_year(m: Found, c: Telling) -> Days | None:
    first, last = month_of(m.given("m1")), month_of(m.given("m2"))
    year = int(m.given("y")) - (last < first)
    return reckon.months(year, first, (last - first) % 12 + 1)


@FORMS.form(
    rf"(?:the\s)?(?:(?P<part>{EARLY})[\s-]|(?P<last>last|next|this|this\spast|this\scoming)\s"
    r"|(?P<told>that|(?<=the\s)following|(?<=the\s)previous)\s)?"
    rf"(?P<m>{MONTH})(?:,?\s?-?(?:of\s|in\s)?(?P<y>{YEAR})|\s(?P<which>this|last|next)\syear"
    r"|\s(?:of\s)?(?P<same>that|the\ssame|the\sfollowing)\syear"
    # "The July 15 deadline" is of a day.
    r"|(?!\s[0-3]?[0-9](?:st|nd|rd|th)?\b))"
)
def _month_alone(m: Found, c: Telling) -> Days | None:
    name, year = m.given("m"), m["y"]
    led = m["which"] or m["last"] or m["told"] or m["part"]
    if year is None and led is None and not _stands_as_month(name, m, c):
        return None
    number = month_of(name)
    if year is not None:
        return parted(m, reckon.month(int(year), number))
    if m["same"] and c.last is not None and c.last.first is not None:
        later = "following" in m.given("same").lower()
        return parted(m, reckon.month(c.last.first.year + later, number))
    if m["which"]:
        return parted(m, reckon.month(c.year + STEPS[m.given("which").lower()], number))
    if m["last"]:
        return which_of(c, m.given("last").lower(), lambda y: reckon.month(y, number))
    if m["told"]:
        return beside_told(c, m.given("told").lower(), lambda y: reckon.month(y, number))
    return parted(m, _unsaid_year(m, c, number))


def _unsaid_year(m: Found, c: Telling, number: int) -> Days:
    shared = _shared_year(m, c, number)
    if shared is not None:
        return reckon.month(shared, number)
    return UNKNOWN if c.recurring() else nearest(c, lambda y: reckon.month(y, number))


_BEFORE_MONTH = date_words("before_month")
_WRITTEN_OUT = frozenset(name.lower() for name in calendar.month_name)
# "The June summit", but not "the March on the capital".
_LED = re.compile(r"\s[a-z]")
_MARCHING = re.compile(r"\s(?:on|of|to|for|against|through|by|in|from|is|was|that|and)\b")
_AFTER_MONTH = re.compile(rf"{MONTH}\s(?:and|to|or|until|through)\s$")
# Names of months that are also verbs, names of persons or adjectives.
_OTHERWISE = frozenset({"may", "march", "april", "june", "august", "mar", "dec", "sep", "jun"})


def _stands_as_month(name: str, m: Found, c: Telling) -> bool:
    word = name.lower().rstrip(".")
    after = c.text[m.match.end() : m.match.end() + 2]
    if re.match(r"[’']?\s?[A-Z][a-z]|-[a-z]", after) and word in _OTHERWISE:
        return False
    if (
        m.words.startswith("the ")
        and word in _WRITTEN_OUT
        and _LED.match(after_all := c.text[m.match.end() : m.match.end() + 12])
    ):
        return not (word == "march" and _MARCHING.match(after_all))
    if _AFTER_MONTH.search(c.text, max(0, m.match.start() - 24), m.match.start()):
        return True
    if not name[0].isupper() and c.before(m.match.start()) not in _BEFORE_MONTH:
        return False
    if word not in _OTHERWISE and len(word) > 3:
        return True
    return c.before(m.match.start()) in _BEFORE_MONTH and not (
        word in ("may", "march") and c.before(m.match.start()) in ("and", "or", "to", "for")
        and re.match(r"\s[a-z]", after) is not None
    )  # fmt: skip
