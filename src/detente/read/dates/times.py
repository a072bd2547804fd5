"""Expressions of time, and the days they may mean.

:func:`dates_in` reads them all, against the document's own day; :func:`explicit_dates` only those
that say their year, for lines that may themselves say when a document was published. The forms
are in :mod:`detente.read.dates.forms`. Prepositions are no part of a date: of "by the end of
the year" the date is the last day of the year, and that something is due by then is for
:mod:`detente.lexicon.due` to say.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from detente.domain.evidence import Dated, Span
from detente.lexicon.days import confidences
from detente.lexicon.due import interval
from detente.read.dates.calendar import Days
from detente.read.dates.forms import form_names, grammar, matches, rule_of
from detente.read.dates.own_day import is_history, own_day
from detente.read.dates.patterns import Found
from detente.read.dates.telling import UNKNOWN, Telling, Unknown
from detente.read.dates.tense import Tense
from detente.read.grammar.clauses import Passage


def dates_in(
    text: str, published: str | None, passages: Sequence[Passage] = ()
) -> tuple[Dated, ...]:
    """Find every date of a text, in text order, none inside another.

    Parameters
    ----------
    published
        The document's own day, month or year, in ISO; without it what is told from it ("last
        week") is listed with neither a first nor a last day.
    passages
        The text's parsed paragraphs, from which the tense is told. Without them a weekday is
        the last and a month without a year the nearest.
    """
    today = Days(*(date.fromisoformat(d) for d in interval(published))) if published else None
    tense = Tense(passages)
    telling = Telling(text, today, tense.outlook, history=is_history(text, today, tense))
    telling.follows = partial(_follows, telling)
    _, reckonings = grammar()
    forms = form_names()
    found = []
    for rule, match in matches(text):
        telling.at = match.span()
        days = _reckoned(reckonings[rule], Found(match, rule), telling)
        if days is None:
            continue
        moved = own_day(text, match, days, telling.today)
        if moved is not None:
            telling.today = days = moved
        _remember(telling, days, match)
        span = Span(start=match.start(), end=match.end())
        first, last = (None if d is None else d.isoformat() for d in (days.first, days.last))
        form = _form(forms[rule], match)
        sure = confidences().get(form, _UNMEASURED)
        found.append(Dated(span=span, earliest=first, latest=last, form=form, confidence=sure))
    # It holds itself by this, and all paragraphs with it, which would wait for the collector.
    telling.follows = _nothing_follows
    return tuple(found)


def _follows(telling: Telling, start: int) -> Days | None:
    """What the date means that begins at a place, of those that say their own day."""
    pattern, reckonings = grammar()
    match = pattern.match(telling.text, start)
    if match is None:
        return None
    here, telling.at = telling.at, match.span()
    # One that asks for what follows in turn is not followed: time is to grow with the text.
    telling.follows = _nothing_follows
    try:
        rule = rule_of(match)
        return _reckoned(reckonings[rule], Found(match, rule), telling)
    finally:
        telling.at, telling.follows = here, partial(_follows, telling)


def _nothing_follows(start: int) -> None:
    return None


def _remember(telling: Telling, days: Days, match: re.Match[str]) -> None:
    """Keep what later words may be told from."""
    if days.known:
        telling.mentions.append((days, match.end()))
    own_year = re.search(r"[0-9]{4}", match[0]) is not None
    if days.known and (own_year or telling.history):
        telling.last = days
    if days.first is None or days.first != days.last:
        return
    if own_year:
        telling.told[days.first.month, days.first.day] = days.first


def _reckoned(
    reckoning: Callable[[Found, Telling], Days | None], found: Found, telling: Telling
) -> Days | None:
    try:
        return reckoning(found, telling)
    except Unknown:
        return UNKNOWN
    except (ValueError, OverflowError):
        # A 31st of February, or a year that no calendar counts.
        return None


def _form(name: str, match: re.Match[str]) -> str:
    """Name of a form; where it may have its year and has none, that makes it less sure."""
    if name in _DATED and re.search(r"[0-9]{4}", match[0]) is None:
        return f"{name} without year"
    return name


_DATED = frozenset({"day of month", "days of month", "month alone", "named day", "edge"})
# What is said of forms that were too rare to be measured.
_UNMEASURED = 0.7


def precise(dated: Dated) -> str | None:
    """Shortest ISO date that holds all days that a date may mean; None if there is none."""
    first, last = dated.earliest, dated.latest
    if first is None or last is None:
        return None
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else None
