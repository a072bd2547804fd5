"""Where the record comes from, a text that several publishers carry counted once."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from detente.brief.contents import Origin
from detente.domain.evidence import Document, Reading

# Words in a row that are compared, and the share of the shorter text's that makes a copy.
SHINGLE = 5
ALIKE = 0.7
# Texts shorter than this are not compared: stock phrases would make copies of them.
SHORTEST = 40


def copies(readings: Sequence[Reading]) -> dict[str, str]:
    """Documents that repeat an earlier one nearly word for word, with that one's id.

    Earlier is by the day of publication, then by the order of the record.
    """
    order = sorted(
        range(len(readings)), key=lambda n: (readings[n].document.published or "9999", n)
    )
    first: dict[str, str] = {}
    holders: dict[int, list[int]] = {}
    sizes: dict[int, int] = {}
    for number in order:
        document = readings[number].document
        found = shingles(document.text)
        shared = Counter(other for one in found for other in holders.get(one, ()))
        alike = [
            other
            for other, count in shared.items()
            if count >= ALIKE * min(len(found), sizes[other])
        ]
        if alike and document.id not in first:
            first[document.id] = readings[min(alike, key=order.index)].document.id
            continue
        sizes[number] = max(len(found), 1)
        for one in found:
            holders.setdefault(one, []).append(number)
    return first


def shingles(text: str) -> frozenset[int]:
    """Hashes of every few words in a row, case and punctuation apart."""
    words = re.findall(r"\w+", text.casefold())
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(hash(tuple(words[n : n + SHINGLE])) for n in range(len(words) - SHINGLE + 1))


def origins(readings: Sequence[Reading], repeated: dict[str, str]) -> tuple[Origin, ...]:
    """Publishers with what each of them brings, those with the most documents first."""
    by_publisher: dict[str | None, list[Reading]] = {}
    for reading in readings:
        by_publisher.setdefault(reading.document.publisher or None, []).append(reading)
    found = [_origin(name, theirs, repeated) for name, theirs in by_publisher.items()]
    return tuple(
        sorted(found, key=lambda origin: (-len(origin.documents), origin.publisher is None))
    )


def _origin(name: str | None, theirs: Iterable[Reading], repeated: dict[str, str]) -> Origin:
    theirs = tuple(theirs)
    own = [reading for reading in theirs if reading.document.id not in repeated]
    days = sorted(day for day in map(_published, theirs) if day)
    return Origin(
        publisher=name,
        documents=tuple(reading.document.id for reading in theirs),
        copies=tuple(r.document.id for r in theirs if r.document.id in repeated),
        statements=sum(len(reading.statements) for reading in own),
        events=sum(len(reading.events) for reading in own),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _published(reading: Reading) -> str | None:
    document: Document = reading.document
    return document.published
