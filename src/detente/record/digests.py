"""Hashes of what is kept: of a text, of a source, of a reading, and of a whole record."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from detente.domain.evidence import Document, Reading
from detente.record.codec import joined, written, written_parts


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_bytes(document: Document) -> bytes:
    """UTF-8 of a text as received; halves of surrogate pairs survive."""
    return document.text.encode("utf-8", errors="surrogatepass")


def source_id(
    document: str,
    *,
    title: str | None,
    publisher: str | None,
    url: str | None,
    published: str | None,
    source_id: str | None,
) -> str:
    """Hash of what is told of a text beside its words.

    The path and the time of retrieval are left out: the same file from another folder, or once
    more, is the same source.
    """
    told = [document, title, publisher, url, published, source_id]
    return f"src_{sha256(written(told).encode())[:24]}"


def reading_content(reading: Reading, parts: Mapping[str, str]) -> str:
    """Hash of what the words say.

    Without the days that follow from when the text was published: those come with the source,
    and of two sources of one text the one that came first was read.

    Parameters
    ----------
    parts
        The reading as `written_parts` gives it.
    """
    undated = {name: part for name, part in parts.items() if name not in ("dates", "findings")}
    if any(event.date for event in reading.events):
        events = tuple(replace(event, date=None) for event in reading.events)
        undated["events"] = written_parts(replace(reading, events=events))["events"]
    return sha256(joined(undated).encode())


def content_digest(lines: Iterable[str]) -> str:
    """Digest of a record: the same content gives the same, in whatever order it came."""
    return sha256("\n".join(sorted(lines)).encode())
