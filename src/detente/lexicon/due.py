"""When things fall due that are only vaguely dated: "within months", "by the end of the year"."""

import calendar
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePhrase:
    """A vague phrase, and how it says when something is due."""

    words: re.Pattern[str]
    until: int | str | None = None
    unit: int | None = None


NUMBERS = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        range(1, 13),
        strict=True,
    )
) | {"a": 1, "an": 1}

_NUMBER = f"(?P<number>[0-9]+|{'|'.join(NUMBERS)})"
_NAMED = re.compile(r"\(\?P<\w+>")


def _entries() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads(
        files(__package__).joinpath("data/due.toml").read_text("utf-8")
    )["due"]
    return entries


@cache
def _any_phrase() -> re.Pattern[str]:
    """All due phrases at once, since most words hold none."""
    phrases = "|".join(entry["words"].replace("{n}", _NUMBER) for entry in _entries())
    return re.compile(rf"\b(?:{_NAMED.sub('(?:', phrases)})\b")


@cache
def due_phrases() -> tuple[DuePhrase, ...]:
    """Load the table of due phrases that is shipped, in the order they are tried."""
    return tuple(
        DuePhrase(
            words=re.compile(rf"\b(?:{entry['words'].replace('{n}', _NUMBER)})\b"),
            until=entry.get("until"),
            unit=entry.get("unit"),
        )
        for entry in _entries()
    )


def interval(iso: str) -> tuple[str, str]:
    """First and last day of an ISO date of any precision."""
    parts = [int(part) for part in iso.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    if len(parts) == 3:
        return iso, iso
    last = calendar.monthrange(year, month or 12)[1]
    return f"{year:04}-{month or 1:02}-01", f"{year:04}-{month or 12:02}-{last:02}"


def due(words: str, published: str | None) -> tuple[bool, str | None]:
    """Say whether words hold a due phrase, and its last day where that is known.

    The last day counts from the end of the day, month or year of publication.
    """
    lowered = words.lower()
    if not _any_phrase().search(lowered):
        return False, None
    for phrase in due_phrases():
        match = phrase.words.search(lowered)
        if not match:
            continue
        if phrase.until == "year-named":
            return True, f"{match['year']}-12-31"
        if published is None or (phrase.until is None and phrase.unit is None):
            return True, None
        return True, _last_day(phrase.until, phrase.unit, match, published)
    return False, None


def _last_day(
    until: int | str | None, unit: int | None, match: re.Match[str], published: str
) -> str:
    start = date.fromisoformat(interval(published)[1])
    match until:
        case "a-year":
            # Of the 29th of February the year ends on the 28th.
            day = min(start.day, calendar.monthrange(start.year + 1, start.month)[1])
            return start.replace(year=start.year + 1, day=day).isoformat()
        case "year-end":
            return date(start.year, 12, 31).isoformat()
        case "next-year-end":
            return date(start.year + 1, 12, 31).isoformat()
        case "hours":
            days = -(-min(int(match["number"]), 10_000) // 24) if match["number"].isdigit() else 1
            return (start + timedelta(days=days)).isoformat()
        case "month-end":
            last = calendar.monthrange(start.year, start.month)[1]
            return start.replace(day=last).isoformat()
        case int(days):
            return (start + timedelta(days=days)).isoformat()
    number = match["number"]
    count = NUMBERS.get(number) or int(number)
    return (start + timedelta(days=min(count, 10_000) * (unit or 1))).isoformat()
