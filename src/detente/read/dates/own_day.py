"""Whether a text speaks of a day of its own, and where that day moves on, as in a diary."""

import re
from datetime import timedelta
from itertools import islice

from detente.read.dates.calendar import Days
from detente.read.dates.tense import Tense
from detente.read.dates.written import explicit_dates

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


def is_history(text: str, today: Days | None, tense: Tense) -> bool:
    """Whether a text tells of the past and never of its own day.

    "Today" alone does not show one: where nobody speaks, it may mean "nowadays".
    """
    if _OWN_DAY.search(text) is not None or _says_its_day(text, today):
        return False
    if any(tense.outlook(*m.span()) == "past" for m in islice(_TODAY.finditer(text), 9)):
        return False
    speaks = sum(1 for _ in islice(_FIRST_PERSON.finditer(text), _STRAY + 1)) > _STRAY
    return not (speaks and _TODAY.search(text) is not None)


def _says_its_day(text: str, today: Days | None) -> bool:
    """Whether a text names, with its year, the day that it is of."""
    if today is None or today.first is None or today.first != today.last:
        return False
    own = today.first.isoformat()
    return any(iso == own for _, iso in explicit_dates(text))


_IS = re.compile(
    r"\b(?:[Ii]t is|[Ii]t[’']s|[Tt]oday is|[Tt]oday[’']s)\s(?:(?:now|currently|about)\s)?"
    r"(?:[0-9:. ]{1,6}[ap]\.?m\.?,?\s)?(?:on\s)?$"
)
_DAY_ONLY = re.compile(r"[.,;!?]|\s(?:and|today|now)\b|$")


def own_day(text: str, match: re.Match[str], days: Days, today: Days | None) -> Days | None:
    """Day of what follows, where a date says it, as in a diary; None for any other date.

    It is all that its line says, with a year or over prose, or the text says "it is Monday".
    """
    if days.first is None or days.first != days.last:
        return None
    figures = any(c.isdigit() for c in match[0])
    if _IS.search(text, max(0, match.start() - 40), match.start()):
        if figures:
            return days
        known = today is not None and today.first is not None and today.first == today.last
        if today is None or not known or not _DAY_ONLY.match(text, match.end()):
            return None
        return _next(today, days)
    return days if figures and _is_heading(text, match) else None


def _next(today: Days, days: Days) -> Days:
    """Such a weekday on the text's own day or after, for a diary goes on."""
    assert today.first is not None and days.first is not None
    there = today.first + timedelta(days=(days.first.weekday() - today.first.weekday()) % 7)
    return Days(there, there)


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """Whether a date is all that its line says, with a year or with prose below it."""
    before = text[max(0, match.start() - _INDENT) : match.start()]
    after = text[match.end() : match.end() + _INDENT]
    if "\n" not in before and match.start() > _INDENT:
        return False
    line = before.rpartition("\n")[2] + match[0] + after.partition("\n")[0]
    if line.strip(" .:[]") != match[0].strip(" ."):
        return False
    if line.rstrip(" .:]")[-4:].isdigit():
        return True
    below = text[match.end() : match.end() + _INDENT + 3 * _PROSE].lstrip(" .:]\n")
    return len(below.partition("\n")[0]) > _PROSE


# No more than this stands beside a date on a line of its own.
_INDENT = 20
# More than this is a paragraph and no entry of a table.
_PROSE = 60
