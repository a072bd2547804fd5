"""The grammar of dates: each form of words, and the days it means.

A form is a pattern and a function that reckons the days. All patterns are one regular
expression, so that a text is gone through once; at a place the first form that matches counts.
What cannot be known (a weekday without a day of publication) is :data:`UNKNOWN`; what turns out
to be no date is None.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from detente.lexicon.days import NUMBERS, ORDINALS, NamedDay, date_words, named_days
from detente.read.dates import calendar as reckon
from detente.read.dates import edges, from_today, from_told, months, periods, spans, weekdays
from detente.read.dates.calendar import Days
from detente.read.dates.edges import edge
from detente.read.dates.from_today import two_units
from detente.read.dates.nearest import STEPS, nearest
from detente.read.dates.patterns import MONTHS, WEEKDAYS, YEAR, Found, Reckoning
from detente.read.dates.periods import TEENS, spoken_year, years
from detente.read.dates.telling import Telling

_FORMS = [
    *edges.FORMS,
    *months.FORMS,
    *periods.FORMS,
    *from_today.FORMS,
    *spans.FORMS,
    *weekdays.FORMS,
    *from_told.FORMS,
]


# "A Christmas tree", "Christmas Island" and "Johnny Christmas" are no days.
_THING = re.compile(
    r"\s(?!(?:and|or|in|at|this|last|next|with|when|was|is|but|to|for|break|holidays?|weekend"
    r"|truce)\b)[a-z]"
)
_TITLED = re.compile(r"\s[A-Z][a-z]")
_BEFORE_DAY = date_words("before_day")
_CALLED = re.compile(r"\b(?!(?:The|On|By|In|At|Last|Next|This|And|But|Or|Every)\b)[A-Z][a-z]+\s$")


def _names_another(m: Found, c: Telling) -> bool:
    """Whether the name of a day is part of the name of something else."""
    start, end = m.match.span()
    if _THING.match(c.text, end, end + 12) or _CALLED.search(c.text, max(0, start - 24), start):
        return True
    return c.before(start) not in _BEFORE_DAY and _TITLED.match(c.text, end, end + 12) is not None


def _named(named: NamedDay) -> Reckoning:
    def reckoned(m: Found, c: Telling) -> Days | None:
        if named.once is not None:
            return Days(*named.once)
        year = m["y"]
        if year is not None:
            return reckon.day(named.of(int(year)))
        return None if _names_another(m, c) else nearest(c, lambda y: reckon.day(named.of(y)))

    reckoned.__name__ = "named time" if named.once else "named day"
    return reckoned


def _rules() -> list[tuple[str, Reckoning]]:
    # A named day goes before what its words would mean otherwise ("September 11").
    names = [
        (rf"(?-i:{n.words})(?!\w)" + ("" if n.once else rf"(?:,?\s(?P<y>{YEAR}))?"), _named(n))
        for n in named_days()
    ]
    # What begins with a range or an edge goes before what it contains.
    first = [r for r in _FORMS if r[1] in (edge, two_units, years, spoken_year)]
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


def rule_of(match: re.Match[str]) -> int:
    """Number of the rule that matched."""
    return int(str(match.lastgroup).removeprefix("rule__"))


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
    seconds, others = _second_words_of(), _second_words()
    done = 0
    for word in _WORD.finditer(text):
        first = _first_word(word[0])
        start = word.start()
        if not first or start < done:
            continue
        if first in _LEADS:
            after = _NEXT.match(text, word.end())
            second = after[1].lower() if after else ""
            # Of "in 2019" the date begins with the year.
            year = first == "in" and len(second) >= 4
            if not (second in seconds.get(first, others) or (second[:1].isdigit() and not year)):
                continue
        match = pattern.match(text, start)
        if match is not None:
            done = match.end()
            yield rule_of(match), match


@lru_cache(maxsize=20_000)
def _first_word(word: str) -> str:
    """A word as it is looked up, or nothing if no date begins with it; a text has few words."""
    first = word.lstrip("’'").lower()
    begins = first in _first_words() or first[:1].isdigit() or first.startswith("ad")
    return first if begins else ""


@cache
def _first_words() -> frozenset[str]:
    """Words that a date may begin with."""
    words = {*MONTHS, *WEEKDAYS, *reckon.SEASONS, *TEENS, *STEPS, *date_words("first")}
    words |= {word.split()[0] for word in (*NUMBERS, *ORDINALS)}
    for named in named_days():
        # No name begins with a single letter, as of "World War I"; and "I" is a common word.
        words |= {part.lower() for part in re.findall(r"[A-Za-z]{2,}|[0-9]+", named.words)}
    return frozenset(words)


@cache
def _second_words_of() -> dict[str, frozenset[str]]:
    """Words that may come second after those first ones that begin few forms and are common."""
    counts = frozenset(word.split()[0] for word in NUMBERS)
    return {
        "in": counts | date_words("after_in"),
        "to": frozenset({"date"}),
        "at": frozenset({"least"}),
    }


@cache
def _second_words() -> frozenset[str]:
    """Words that may come second where the first is a common one."""
    units = {unit for name in ("night", "weekend", *reckon.UNITS) for unit in (name, f"{name}s")}
    return _first_words() | units | date_words("second")


@cache
def form_names() -> tuple[str, ...]:
    """Name of the form that each rule reads, in the order of the rules."""
    return tuple(r.__name__.strip("_").replace("_", " ") for _, r in _rules())
