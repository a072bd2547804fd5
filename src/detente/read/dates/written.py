"""Dates that say their year: 2020, December 2020, 14 December 2020, 2020-12-14.

They need neither the parser nor the day of publication.
"""

import re
from datetime import date

from detente.domain.evidence import Dated, Span
from detente.lexicon.due import interval
from detente.read.dates.patterns import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)[0-9]{2}"
_EXPLICIT = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}})
    | (?P<d1>[0-3]?[0-9])(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{_MONTH})\.?,?\s(?P<y1>{_YEAR})
    | (?P<m2>{_MONTH})\.?\s(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s(?P<y2>{_YEAR})
    | (?P<m3>{_MONTH})\.?,?\s(?:of\s)?(?P<y3>{_YEAR})
    | (?<![\w$€£.,-])(?P<y4>{_YEAR})(?![\w%]|[.,][0-9]|-[0-9])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# What is published now or was within the last thousand years; reckoning from it cannot overflow.
_WHOLE = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def explicit_dates(text: str, start: int = 0) -> list[tuple[Span, str]]:
    """Find years, months and days with a year; give each with its ISO date.

    ``start`` is added to the offsets, for text that is a piece of a document.
    """
    found = []
    for match in _EXPLICIT.finditer(text):
        iso = _iso(match)
        if iso:
            found.append((Span(start=start + match.start(), end=start + match.end()), iso))
    return found


def _iso(match: re.Match[str]) -> str | None:
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return _checked(int(year), int(month), int(day))
    year = next(match[f"y{n}"] for n in (1, 2, 3, 4) if match[f"y{n}"])
    name = next((match[f"m{n}"] for n in (1, 2, 3) if match[f"m{n}"]), None)
    day = match["d1"] or match["d2"]
    number = MONTHS[name.lower()] if name else None
    return _checked(int(year), number, int(day) if day else None)


def _checked(year: int, month: int | None, day: int | None) -> str | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]
    return "-".join(parts)


def iso_date(words: str) -> str | None:
    """Read the first explicit date in words; None when there is none."""
    found = explicit_dates(words)
    return found[0][1] if found else None


def whole_date(text: str) -> str | None:
    """Return an ISO date of any precision (``2020``, ``2020-12``, ``2020-12-14``), or None."""
    match = _WHOLE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    if year is None or month == 0 or day == 0:
        return None
    return _checked(year, month, day)


def dated(span: Span, iso: str) -> Dated:
    """An explicit date as the interval of days it may mean."""
    earliest, latest = interval(iso)
    return Dated(span=span, earliest=earliest, latest=latest)
