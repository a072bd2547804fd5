"""Files of many texts, one JSON object a line.

An object has ``text`` and may have ``id``, ``title``, ``url``, ``publisher`` and
``published``. A line that cannot be used is a finding with its number; the others are read.
"""

import json
import re
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

from detente.domain.evidence import Document
from detente.domain.findings import Finding, Place, Severity
from detente.read.dates.written import whole_date
from detente.read.intake.days import doubtful_day
from detente.read.intake.documents import MAX_BYTES, Taken, is_english

LINES = ".jsonl"

# JSON may spell halves of surrogate pairs, which no text can hold.
_HALF = re.compile(r"[\ud800-\udfff]")


class _Refused(Exception):
    """A line gives no document; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def take_lines(path: Path, published: str | None = None) -> Iterator[Taken]:
    """Take the texts of a file one by one; it may be larger than memory.

    Parameters
    ----------
    published
        ISO date for texts that do not carry one.
    """
    try:
        with path.open("rb") as file:
            empty = True
            for number, line in _numbered(file):
                empty = False
                yield _take_line(line, path, number, published)
            if empty:
                what = f"{path} is empty"
                place = Place(path=str(path))
                yield _refused(
                    _problem("empty-file", place, what, "give a file with one text a line")
                )
    except OSError as error:
        what = f"{path} cannot be read: {error.strerror or type(error).__name__}"
        fix = "check the path and its permissions, then try again"
        yield _refused(_problem("unreadable-file", Place(path=str(path)), what, fix))


def _numbered(file: BufferedReader) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, cut short where no text can be so long."""
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        rest = line
        while len(rest) > MAX_BYTES and not rest.endswith(b"\n"):
            rest = file.readline(MAX_BYTES + 1)
        if line.strip():
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _take_line(line: bytes, path: Path, number: int, published: str | None) -> Taken:
    place = Place(path=str(path), line=number)
    try:
        fields = _fields(line, place)
        day, findings = _day(fields, place)
        document = Document(
            text=_text(fields, place),
            path=str(place),
            title=_given(fields, "title"),
            publisher=_given(fields, "publisher"),
            url=_given(fields, "url"),
            published=day or published,
            source_id=_given(fields, "id"),
        )
    except _Refused as refused:
        return _refused(refused.finding)
    findings = (*findings, *doubtful_day(document.published, place))
    return Taken(path=str(place), document=document, findings=findings, source=path)


def _fields(line: bytes, place: Place) -> dict[str, Any]:
    if len(line) > MAX_BYTES:
        what = f"this line is longer than the {MAX_BYTES / 1e6:.0f} MB that one article may have"
        raise _Refused(_problem("file-too-large", place, what, "give one article a line"))
    fix = 'write each line as {"text": "…", "id": "…", "published": "2025-12-09"}'
    try:
        fields = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise _Refused(
            _problem("bad-line", place, "this line is not UTF-8", "save the file as UTF-8")
        ) from error
    except (ValueError, RecursionError) as error:
        raise _Refused(_problem("bad-line", place, "this line is not valid JSON", fix)) from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        what = "this line is not an object with a text"
        raise _Refused(_problem("bad-line", place, what, fix))
    return fields


def _text(fields: dict[str, Any], place: Place) -> str:
    text = _HALF.sub("\ufffd", fields["text"]).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise _Refused(
            _problem("no-article-text", place, "the text of this line is empty", "give its text")
        )
    if not is_english(text):
        what = "this line's text does not look like English, and only English is read"
        raise _Refused(_problem("not-english", place, what, "give an English version of the text"))
    return text


def _given(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value) or None
    # Many collections number their texts.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _day(fields: dict[str, Any], place: Place) -> tuple[str | None, tuple[Finding, ...]]:
    """Day of publication; of a time of day only the day counts."""
    given = _given(fields, "published")
    if given is None:
        return None, ()
    day = whole_date(re.split("[T ]", given, maxsplit=1)[0])
    if day is not None:
        return day, ()
    what = f"{given[:40]!r} is not a date of publication, so this text counts as undated"
    fix = "write it as 2025, 2025-12 or 2025-12-09"
    return None, (_problem("bad-published", place, what, fix, "warning"),)


def _problem(code: str, place: Place, what: str, fix: str, severity: Severity = "error") -> Finding:
    return Finding(code=code, severity=severity, where=place, what=what, fix=fix)


def _refused(finding: Finding) -> Taken:
    return Taken(path=str(finding.where), findings=(finding,))
