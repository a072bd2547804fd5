"""The day of publication that a line or a file's name gives, and whether a day can be one."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from detente.domain.findings import Finding, Place
from detente.read.dates.written import iso_date


def doubtful_day(published: str | None, place: Place) -> Iterator[Finding]:
    """Note a day of publication that has not come yet.

    The day is kept, since only the person who has the article can tell what is right. It is
    asked when a text is taken in and not when it is read: a reading is the same on every day.
    """
    if published is None:
        return
    # Somewhere it is tomorrow already.
    latest = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    if published > latest[: len(published)]:
        yield Finding(
            code="date-in-future", severity="warning", where=place,
            what=f"this text is dated {published}, a day that has not come yet, and its dates"
            " are told from it",
            fix="correct the date in the text, in the line that gives it, or after --published",
        )  # fmt: skip


def day_in_name(path: str) -> str | None:
    """Day that a file's name begins or ends with: ``2025-05-09-geneva.txt``, ``note_20250509.txt``.

    So do people name what they save, and programs that fetch articles.
    """
    name = Path(path).stem
    match = _FIRST.match(name) or _LAST.search(name)
    if match is None:
        return None
    try:
        return date(*(int(match[part]) for part in ("year", "month", "day"))).isoformat()
    except ValueError:
        return None


_DAY = r"(?P<year>(?:19|20)\d\d)(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
_FIRST = re.compile(rf"{_DAY}(?!\d)")
_LAST = re.compile(rf"[-_. ]{_DAY}$")


def day_alone(line: str) -> str | None:
    """Day of a line that gives little else: "San José, 6 February 2025", "Updated May 9, 2025".

    It may also open a paragraph: "Panama City, 11 February 2025. The minister ...".
    """
    found = _WRITTEN.search(line)
    if found is None or found.start() > _FURTHEST:
        return None
    before, after = line[: found.start()], line[found.end() :]
    if not all(map(_beside_a_day, before.split())):
        return None
    opens = _ENDS.match(after) is not None and (not before or before.rstrip().endswith(","))
    if not opens and not (len(after.split()) <= _FEW and all(map(_beside_a_day, after.split()))):
        return None
    day = iso_date(found[0])
    return day if day is not None and len(day) == len("2025-05-09") else None


def _beside_a_day(word: str) -> bool:
    """Whether a word may stand beside the day of a text: names, hours, "published on"."""
    bare = word.strip(",.:;|–—-()")
    return not bare or bare[0].isupper() or bare[0].isdigit() or bare.lower() in _FURNITURE


_FURTHEST, _FEW = 60, 6
_FURNITURE = frozenset(
    {
        "published",
        "posted",
        "updated",
        "on",
        "at",
        "last",
        "first",
        "by",
        "am",
        "pm",
        "a.m",
        "p.m",
        "de",
        "of",
        "the",
        "and",
        "in",
    }
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WRITTEN = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?:19|20)\d\d"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b"
)
_ENDS = re.compile(r"(?:\.|:| ?[–—-]) +(?=[“\"A-ZÀ-Þ])")
