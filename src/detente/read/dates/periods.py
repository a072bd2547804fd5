"""Forms that name a season, a quarter, a year, a decade or a century."""

import re

from detente.lexicon.days import NUMBERS, date_words, number, ordinal
from detente.read.dates import calendar as reckon
from detente.read.dates.calendar import Days
from detente.read.dates.nearest import STEPS, beside_told, nearest, parted, which_of
from detente.read.dates.patterns import (
    EARLY,
    MONTH,
    ORDINAL,
    TO,
    YEAR,
    Forms,
    Found,
    any_of,
    month_of,
)
from detente.read.dates.telling import Telling

FORMS = Forms()

_SEASON = r"(?P<s>spring|summer|autumn|fall|winter)"


@FORMS.form(
    rf"(?:the\s)?(?:(?P<part>{EARLY})[\s-])?{_SEASON}(?:\sof)?,?\s(?P<y>{YEAR})"
    r"(?:[-–/](?P<y2>(?:19|20)?[0-9]{2}))?"
)
def _season_of_year(m: Found, c: Telling) -> Days | None:
    return parted(m, reckon.season(int(m.given("y")), m.given("s").lower()))


@FORMS.form(
    rf"(?P<last>last|next|this|this\spast|this\scoming|the\spast|the\scoming|that|the\sfollowing"
    rf"|the\sprevious)\s{_SEASON}(?!\w)"
    rf"|(?:the\s)?{_SEASON.replace('<s>', '<s2>')}\s(?:of\s)?(?P<which>this|last|next)\syear"
)
def _season_alone(m: Found, c: Telling) -> Days | None:
    name = (m["s"] or m["s2"] or "").lower()
    if m["which"]:
        return reckon.season(c.year + STEPS[m.given("which").lower()], name)
    which = m.given("last").lower().replace("the past", "last").replace("the coming", "next")
    if which in ("that", "the following", "the previous"):
        return beside_told(c, which.removeprefix("the "), lambda y: reckon.season(y, name))
    return which_of(c, which, lambda y: reckon.season(y, name))


# "Until winter sets in" and "the winter storms": the season is followed by no more of its phrase.
_SEASON_ENDS = (
    r"(?=[.,;:!?)”\"]|$|\s(?:and|or|but|when|at|after|before|to|in|with|because|while|if|as|for|is|was"
    r"|will|he|she|it|they|the)\b)"
)


_ANY_TIME = re.compile(r"\bcan(?:not|[’']t)?\b[^.;]*$")


@FORMS.form(
    rf"(?:(?<=until\s)|(?<=till\s)|(?<=by\s)|(?<=before\s)|(?<=since\s)|(?<=after\s)|(?<=in\s)"
    rf"|(?<=during\s)|(?<=over\s)|(?<=through\s))(?:(?P<the>the)\s)?{_SEASON}{_SEASON_ENDS}"
)
def _bare_season(m: Found, c: Telling) -> Days | None:
    """Season that the tense asks for; without one it is any ("In winter the pass is closed")."""
    name = m.given("s").lower()
    if name == "fall" and not m["the"]:
        return None
    start = m.match.start()
    if c.forward is None or c.recurring() or _ANY_TIME.search(c.text, max(0, start - 60), start):
        return None
    if c.forward and not (c.planned or c.leads_up):
        return None
    return nearest(c, lambda y: reckon.season(y, name))


@FORMS.form(
    rf"(?:the\s)?(?P<n>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]"
    rf"(?P<of>quarter|half)\s(?:of\s(?:the\syear\s)?)?(?P<y>{YEAR})"
    rf"|(?:the\s)?(?P<n2>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-]"
    rf"(?P<of2>quarter|half)\sof\s(?P<which>the|this|last|next)\syear"
    rf"|(?-i:Q(?P<q>[1-4])|H(?P<h>[12]))(?:\sof)?\s(?P<y2>{YEAR})"
)
def _quarter(m: Found, c: Telling) -> Days | None:
    year = int(m["y"] or m["y2"] or c.year + STEPS.get((m["which"] or "").lower(), 0))
    if m["q"] or m["h"]:
        n, size = int(m["q"] or m.given("h")), 3 if m["q"] else 6
    else:
        size = 3 if (m["of"] or m.given("of2")).lower() == "quarter" else 6
        word = (m["n"] or m.given("n2")).lower()
        n = 12 // size if word in ("last", "final") else ordinal(word) or 1
    return reckon.months(year, (n - 1) * size + 1, size) if n * size <= 12 else None


@FORMS.form(
    rf"(?:(?<=in\s)|(?<=by\s)|(?<=for\s)|(?<=of\s)|(?<=since\s)|(?<=until\s)|(?<=from\s)|(?<=during\s))"
    r"(?:(?-i:Q(?P<q>[1-4]))|the\s(?P<n>first|second|third|fourth)\squarter)"
    rf"(?:\s(?P<which>this|last|next)\syear)?{_SEASON_ENDS}"
)
def _bare_quarter(m: Found, c: Telling) -> Days | None:
    n = int(m["q"] or ordinal(m.given("n")) or 1)
    if m["which"]:
        return reckon.months(c.year + STEPS[m.given("which").lower()], 3 * n - 2, 3)
    return nearest(c, lambda y: reckon.months(y, 3 * n - 2, 3))


TEENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
          "seventies": 70, "eighties": 80, "nineties": 90}  # fmt: skip


@FORMS.form(
    rf"(?:the\s)?(?:(?P<part>{EARLY})[\s-])?(?P<y>1[0-9][0-9]0|20[0-9]0)(?:s|(?P<own>[’']s))(?!\w)"
    rf"|(?:the\s)?(?:(?P<part2>{EARLY})[\s-])?(?P<short>[’'][2-9]0s|(?<=the\s)[2-9]0s)(?![\w°])"
    rf"|the\s(?:(?P<part3>{EARLY})[\s-])?(?P<name>{any_of(TEENS)})(?!\w)"
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
        tens = TEENS[m.given("name").lower()] if m["name"] else int(m.given("short")[-3:-1])
        found = reckon.years((2000 if tens < 30 and c.today is not None else 1900) + tens, 10)
    which = m["part"] or m["part2"] or m["part3"]
    if which is None:
        return found
    return reckon.part(found, {"early": "early", "mid": "mid"}.get(which.lower(), "late"))  # type: ignore[arg-type]


@FORMS.form(
    rf"(?:the\s)?(?:(?P<part>{EARLY})[\s-])?(?P<n>{ORDINAL})"
    rf"(?:[\s-]centur(?:y|ies)(?!\w)|(?={TO}(?:{EARLY}[\s-])?{ORDINAL}[\s-]centur))"
)
def _century(m: Found, c: Telling) -> Days | None:
    n = ordinal(m.given("n"))
    if n is None or not 2 <= n <= 22:
        return None
    return reckon.years((n - 1) * 100, 100) if m["part"] is None else parted(
        m, reckon.years((n - 1) * 100, 100)
    )  # fmt: skip


@FORMS.form(
    rf"(?<![$€£.,/-])(?P<a>{YEAR})(?=\s?[-–—/]\s?(?P<b>{YEAR}|[0-9]{{2}})(?![\w%/-]|[.,][0-9]|\s{MONTH}))"
)
@FORMS.form(rf"(?<=[12][0-9]{{3}}[-–—/])(?P<b>{YEAR}|[0-9]{{2}})(?![\w%/-]|[.,][0-9]|\s{MONTH})")
@FORMS.form(rf"(?<=[12][0-9]{{3}}\s[-–—]\s)(?P<b>[0-9]{{2}})(?![\w%/-]|[.,:][0-9]|\s{MONTH})")
def years(m: Found, c: Telling) -> Days | None:
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


@FORMS.form(
    rf"(?:(?:the\s)?(?P<part>{EARLY})[\s-]|the\syear\s(?:of\s)?|AD\s?|(?<![$€£.,/:-]))"
    rf"(?P<y>{YEAR})(?![\w%]|[.,:][0-9]|[-/][0-9]|°)"
)
def _year(m: Found, c: Telling) -> Days | None:
    year = int(m.given("y"))
    led = m.match.start(f"y__{m.rule}") != m.match.start()
    if not led and not _stands_as_year(year, m, c):
        return None
    return parted(m, reckon.years(year))


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


@FORMS.form(
    r"(?<=of\s|in\s)[’'](?P<y>[0-9]{2})(?![0-9\w])"
    r"|(?<=since\s|until\s)[’'](?P<y2>[0-9]{2})(?![0-9\w])"
    r"|(?<=[a-z]\sin\s)(?P<y3>0[0-9]|[3-9][0-9])(?=[.,;:](?:\s|$)|\sand\s[0-9]{2}[.,;:]|$)"
    r"|(?<=[a-z]\sin\s[0-9]{2}\sand\s)(?P<y4>[0-9]{2})(?=[.,;:](?:\s|$)|$)"
)
def _short_year(m: Found, c: Telling) -> Days | None:
    """Of "the class of '71" and "lost in 84 and 88" the last such year, or one that is near."""
    words = c.text[max(0, m.match.start() - 24) : m.match.start()].lower().split()
    if m["y3"] and words[-2] in NUMBERS:
        # "One in 40" is a share.
        return None
    short, here = int(m["y"] or m["y2"] or m["y3"] or m.given("y4")), c.year
    return reckon.years(max(y for y in range(short, here + 6, 100)))


_HUNDREDS = {w: n for w, n in NUMBERS.items() if 15 <= n <= 20}
_REST = {w: n for w, n in NUMBERS.items() if 10 <= n < 100 and w not in ("a", "an")}


@FORMS.form(
    rf"(?:(?P<m>{MONTH})\s(?:of\s|in\s)?)?(?P<h>{any_of(_HUNDREDS)})[\s-](?P<r>{any_of(_REST)})"
    rf"(?!\w|[\s-](?:{any_of(NUMBERS)}|hundred|thousand|million|percent|per|years?|days?)\b)"
)
def spoken_year(m: Found, c: Telling) -> Days | None:
    """Of "in nineteen seventy-two" the year, as transcripts write it."""
    year = 100 * int(number(m.given("h")) or 0) + int(number(m.given("r")) or 0)
    return reckon.month(year, month_of(m.given("m"))) if m["m"] else reckon.years(year)


@FORMS.form(r"(?-i:AD|A\.D\.)\s?(?P<y>[0-9]{3,4})|(?P<y2>[0-9]{3,4})\s(?-i:AD|CE|A\.D\.)(?!\w)")
def _anno_domini(m: Found, c: Telling) -> Days | None:
    return reckon.years(int(m["y"] or m.given("y2")))
