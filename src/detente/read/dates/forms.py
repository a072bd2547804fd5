"""The grammar of dates: each form of words, and the days it means.

A form is a pattern and a function that reckons the days. All patterns are one regular
expression, so that a text is gone through once; at a place the first form that matches counts.
What cannot be known (a weekday without a day of publication) is :data:`UNKNOWN`; what turns out
to be no date is None.
"""

import re
from collections.abc import Iterator
from functools import cache

from detente.lexicon.days import NUMBERS, ORDINALS, NamedDay, date_words, named_days
from detente.read.dates import calendar as reckon
from detente.read.dates import from_today, from_told, months, periods
from detente.read.dates.calendar import Days
from detente.read.dates.from_today import two_days
from detente.read.dates.from_told import edge
from detente.read.dates.nearest import STEPS, nearest
from detente.read.dates.patterns import MONTHS, WEEKDAYS, YEAR, Found, Reckoning
from detente.read.dates.periods import TEENS, spoken_year, years
from detente.read.dates.telling import Telling

_FORMS = [*months.FORMS, *periods.FORMS, *from_today.FORMS, *from_told.FORMS]


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
        return nearest(c, lambda y: reckon.day(named.of(y)))

    reckoned.__name__ = "named day"
    return reckoned


def _rules() -> list[tuple[str, Reckoning]]:
    # A named day goes before what its words would mean otherwise ("September 11").
    names = [
        (rf"(?-i:{n.words})(?!\w)" + ("" if n.once else rf"(?:,?\s(?P<y>{YEAR}))?"), _named(n))
        for n in named_days()
    ]
    # What begins with a range or an edge goes before what it contains.
    first = [r for r in _FORMS if r[1] in (edge, two_days, years, spoken_year)]
    return names + first + [r for r in _FORMS if r not in first]


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
    words = {*MONTHS, *WEEKDAYS, *reckon.SEASONS, *TEENS, *STEPS, *date_words("first")}
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
