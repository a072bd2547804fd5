"""Expressions of time, and the days they may mean.

:func:`dates_in` reads them all, against the document's own day; :func:`explicit_dates` only those
that say their year, for lines that may themselves say when a document was published. The forms
are in :mod:`detente.read.dates.forms`. Prepositions are no part of a date: of "by the end of
the year" the date is the last day of the year, and that something is due by then is for
:mod:`detente.lexicon.due` to say.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from detente.domain.evidence import Dated, Span
from detente.lexicon.days import confidences, scheduled
from detente.lexicon.due import interval
from detente.lexicon.words import word_class
from detente.read.dates.calendar import Days
from detente.read.dates.forms import form_names, grammar, matches
from detente.read.dates.patterns import Found
from detente.read.dates.telling import UNKNOWN, Telling, Unknown
from detente.read.dates.written import explicit_dates
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, lemma
from detente.read.grammar.tokens import Token

_TELLING = word_class("tagging")
_AHEAD = frozenset({"will", "would", "shall", "must", "should", "may", "can"})
_SCHEDULED = scheduled()


# --- every date of a document ---------------------------------------------------------------


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
    tense = _Tense(passages)
    telling = Telling(text, today, tense.ahead, history=_is_history(text, today, tense))
    _, reckonings = grammar()
    forms = form_names()
    found = []
    for rule, match in matches(text):
        telling.at = match.span()
        days = _reckoned(reckonings[rule], Found(match, rule), telling)
        if days is None:
            continue
        _remember(telling, days, match[0])
        if days.first is not None and days.first == days.last and _own_day(text, match):
            telling.today = days
        span = Span(start=match.start(), end=match.end())
        first, last = (None if d is None else d.isoformat() for d in (days.first, days.last))
        form = forms[rule]
        sure = confidences().get(form, _UNMEASURED)
        found.append(Dated(span=span, earliest=first, latest=last, form=form, confidence=sure))
    return tuple(found)


_IS = re.compile(r"\b(?:[Ii]t is|[Ii]t's|[Ii]t’s|[Tt]oday is|[Tt]oday's|[Tt]oday’s)\s$")


def _own_day(text: str, match: re.Match[str]) -> bool:
    """Whether a date is the day of what follows, as in a diary.

    It is all that its line says, with a year, or the text says "it is Monday, 3 May".
    """
    if not any(c.isdigit() for c in match[0]):
        return False
    if _IS.search(text, max(0, match.start() - 12), match.start()):
        return True
    before = text[max(0, match.start() - _INDENT) : match.start()]
    after = text[match.end() : match.end() + _INDENT]
    if "\n" not in before and match.start() > _INDENT:
        return False
    line = before.rpartition("\n")[2] + match[0] + after.partition("\n")[0]
    return line.strip(" .:[]") == match[0].strip(" .") and line.rstrip(" .:]")[-4:].isdigit()


# No more than this stands beside a date on a line of its own.
_INDENT = 20


def _remember(telling: Telling, days: Days, words: str) -> None:
    """Keep what later words may be told from."""
    own_year = re.search(r"[0-9]{4}", words) is not None
    if days.known and (own_year or telling.history):
        telling.last = days
    if days.first is not None and days.first == days.last and own_year:
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


@dataclass(slots=True)
class _Tense:
    """Whether the clause around a place of the text looks forward or back."""

    passages: Sequence[Passage]

    def ahead(self, start: int, end: int) -> bool | None:
        """Return True for what is to come, False for what was, None where nothing tells."""
        k = bisect_right(self.passages, start, key=lambda p: p.start) - 1
        if k < 0:
            return None
        tokens = self.passages[k].within(Span(start=start, end=end))
        verb = governing(_top(tokens)) if tokens else None
        return None if verb is None else _looks_ahead(verb)


# What is said of forms that were too rare to be measured.
_UNMEASURED = 0.7
# Words by which a text shows that it speaks on a day of its own.
_OWN_DAY = re.compile(
    r"\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his\s(?:morning|afternoon|evening)"
    r"|(?:[Ll]ast|[Tt]his|[Nn]ext)\s(?:week|month|year|night)"
    r"|[Oo]n\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,?\s[A-Z0-9]))\b"
)
_TODAY = re.compile(r"\b[Tt]oday\b")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|you)\b")
# A stray "we" in a quotation does not make a text somebody's speech.
_STRAY = 3


def _is_history(text: str, today: Days | None, tense: _Tense) -> bool:
    """Whether a text tells of the past and never of its own day.

    "Today" alone does not show one: where nobody speaks, it may mean "nowadays".
    """
    if _OWN_DAY.search(text) is not None or _says_its_day(text, today):
        return False
    if any(tense.ahead(*m.span()) is False for m in islice(_TODAY.finditer(text), 9)):
        return False
    speaks = sum(1 for _ in islice(_FIRST_PERSON.finditer(text), _STRAY + 1)) > _STRAY
    return not (speaks and _TODAY.search(text) is not None)


def _says_its_day(text: str, today: Days | None) -> bool:
    """Whether a text names, with its year, the day that it is of."""
    if today is None or today.first is None or today.first != today.last:
        return False
    own = today.first.isoformat()
    return any(iso == own for _, iso in explicit_dates(text))


def _top(tokens: Sequence[Token]) -> Token:
    """Token of a phrase that hangs on something outside it."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside), tokens[0])


def governing(token: Token) -> Token | None:
    """Verb of the clause that a word stands in, the word itself if it is one."""
    above = token
    for _ in range(30):
        if above.pos_ in ("VERB", "AUX"):
            return above
        if above.head.i == above.i:
            return None
        above = above.head
    return None


def _looks_ahead(verb: Token) -> bool | None:
    modal = clauses.modality(verb)
    helping = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if modal in _AHEAD:
        # "Would have met", but "will have met" is to come.
        return modal == "will" or not any(lemma(h) == "have" for h in helping)
    if lemma(verb) in _SCHEDULED and verb.tag_ in ("VBN", "VBD"):
        return True
    if clauses.has_to(verb):
        # "is to meet", "plans to meet" and "agreed to meet" on Monday.
        return not any(lemma(h) == "have" for h in helping)
    if verb.tag_ == "VBN" and not helping and verb.dep_ in ("ccomp", "xcomp", "oprd"):
        # "Will have the papers signed on Friday".
        return _looks_ahead(verb.head) if verb.head.pos_ in ("VERB", "AUX") else False
    if any(lemma(h) == "have" or h.tag_ == "VBD" for h in helping) or verb.tag_ in ("VBD", "VBN"):
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ in ("VERB", "AUX"):
        return _looks_ahead(verb.head)
    if verb.tag_ == "VBG" and not helping:
        above = verb.head if verb.head.i != verb.i else None
        return None if above is None or above.pos_ not in ("VERB", "AUX") else _looks_ahead(above)
    if lemma(verb) in _TELLING:
        return False
    return True if verb.tag_ in ("VBZ", "VBP", "VBG", "VB") and lemma(verb) != "be" else None


def precise(dated: Dated) -> str | None:
    """Shortest ISO date that holds all days that a date may mean; None if there is none."""
    first, last = dated.earliest, dated.latest
    if first is None or last is None:
        return None
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else None


def hangs_on(passage: Passage, span: Span) -> Token | None:
    """Verb that a date of this passage belongs to, if the parse tells."""
    tokens = passage.within(span)
    return governing(_top(tokens)) if tokens else None
