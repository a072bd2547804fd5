"""Drafting anew when little has changed: what is known of the other texts is kept in a file.

The file can be thrown away at any time, and is never relied upon: it says which code wrote it and
which texts it knows, and whatever does not fit is worked out again. What is drafted is the same
with the file and without it.
"""

import contextlib
import hashlib
import json
import secrets
import sys
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol

import detente
from detente.domain.dispute import Dispute
from detente.domain.drafts import Draft
from detente.domain.evidence import Reading
from detente.lexicon.own import PARTIES, PEOPLE, own_files
from detente.model.drafting.draft import Listened, draft_listened, listen
from detente.model.drafting.garbage import not_collecting
from detente.model.drafting.hearing import age_key, hear
from detente.model.drafting.memory import (
    Memory,
    StoredText,
    lines_of,
    memory_of,
    name_of,
    text_line,
)
from detente.model.drafting.pages import Page
from detente.model.drafting.passages import Passages
from detente.model.drafting.people import People, Votes, count, elected, votes_in
from detente.model.drafting.positions import Position
from detente.model.drafting.remarks import Quote, quoted_grounds, quoting
from detente.model.drafting.summing import Sum, Told, summed, told
from detente.model.drafting.voices import Voice

# Whatever a file that is not as it should be may lead to, however it came to be so.
_UNFIT = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, zlib.error)


class Look(Protocol):
    """What a record holds at one moment."""

    def seals(self) -> Mapping[int, str]:
        """Seals of the texts that count, by number, in the order they came."""

    def counting(self, numbers: Sequence[int]) -> Sequence[Reading]:
        """What was read in some of them, as far as it counts, in the order they came."""

    def holding(self, ids: Iterable[str]) -> Sequence[int]:
        """Numbers of the texts that are the first to hold some claims, statements, events."""


class Texts(Protocol):
    """A record that can be looked at."""

    def looking(self) -> AbstractContextManager[Look]:
        """One look at it, whatever others do meanwhile."""


class Remembering:
    """Drafts the dispute of a record with what is kept of it in a file.

    Parameters
    ----------
    path
        The file, whether or not it is there.
    """

    def __init__(self, path: Path, texts: Texts) -> None:
        self._path = path
        self._texts = texts

    def draft(
        self, *, before: Dispute | None = None, keep: Collection[str] = ()
    ) -> tuple[Draft, Quote]:
        """Draft the dispute; claims, conflicts and expectations are left out.

        Returns
        -------
        The draft, and how to quote what its elements rest on.
        """
        with not_collecting(), self._texts.looking() as look:
            seals = look.seals()
            known = _read(self._path)
            done = _soon(known, seals, look, before, keep) if known is not None else None
            if done is None:
                memory = _everything(seals, look)
                drafted = memory.sum.draft(before=before, keep=keep)
            else:
                memory, drafted = done
            quoted = _find_quotes(memory, drafted, look)
        if quoted or memory is not known:
            _write(self._path, memory)
        return drafted, _quote(memory.quotes)

    def draft_all(self) -> tuple[Draft, Quote]:
        """Draft the dispute with everything beside it, and keep what the texts tell."""
        with not_collecting():
            with self._texts.looking() as look:
                seals = look.seals()
                readings = look.counting(list(seals))
            listened = listen(readings)
            _write(self._path, _remembered(seals, readings, listened))
            return draft_listened(listened), quoting(Passages(readings))


def _soon(
    memory: Memory,
    seals: Mapping[int, str],
    look: Look,
    before: Dispute | None,
    keep: Collection[str],
) -> tuple[Memory, Draft] | None:
    """Draft from what is known and what is new; None if what is known is of no use."""
    try:
        memory = _up_to_date(memory, seals, look)
        return memory, memory.sum.draft(before=before, keep=keep)
    except _UNFIT:
        return None


# --- Texts ------------------------------------------------------------------------------------


def _everything(seals: Mapping[int, str], look: Look) -> Memory:
    """Work out all texts."""
    readings = look.counting(list(seals))
    return _remembered(seals, readings, listen(readings))


def _remembered(
    seals: Mapping[int, str], readings: Sequence[Reading], listened: Listened
) -> Memory:
    """What is to be known of texts that were listened to."""
    by_name = {
        page.name: told(page, heard, listened.people)
        for page, heard in zip(listened.pages, listened.heard, strict=True)
    }
    texts = [by_name[reading.document.id] for reading in readings]
    return Memory(
        seals=list(seals.values()),
        lines=list(map(text_line, texts)),
        sum=summed(texts),
        people=listened.people,
    )


def _up_to_date(memory: Memory, seals: Mapping[int, str], look: Look) -> Memory:
    """The memory with what is in the record now, and nothing else."""
    now = list(seals.values())
    if now == memory.seals:
        return memory
    known = frozenset(memory.seals)
    unknown = [number for number, seal in seals.items() if seal not in known]
    pages = dict(zip(unknown, map(Page, look.counting(unknown)), strict=True))
    only_more = now[: len(memory.seals)] == memory.seals
    newer = _with_newer(memory, list(pages.values()), now) if only_more else None
    # Of texts that came later none is the first to hold what a quotation was found for.
    quotes = memory.quotes if only_more else {}
    return newer or replace(_worked_out_anew(memory, seals, pages, look), quotes=quotes)


def _with_newer(memory: Memory, pages: Sequence[Page], now: Sequence[str]) -> Memory | None:
    """Add texts that are newer than all others, and change nothing of what was understood."""
    if min(age_key(p.reading.document.published) for p in pages) < memory.sum.newest:
        return None
    people = _people_with(memory, pages)
    if _differing(memory.people, people) & memory.sum.asked.keys():
        return None
    texts = [told(page, hear(page, people), people) for page in pages]
    for text in sorted(texts, key=lambda text: text.age):
        memory.sum.add(text)
    lines = [*memory.lines, *map(text_line, texts)]
    return replace(memory, seals=now, lines=lines, people=people)


def _people_with(memory: Memory, pages: Iterable[Page]) -> People:
    """For whom persons speak, if these texts are heard too."""
    cast = [vote for page in pages for vote in votes_in(page.reading)]
    if not cast:
        return memory.people
    before = memory.sum.votes
    votes = before | {person: Counter(before.get(person, ())) for person, _ in cast}
    count(cast, votes)
    return elected(votes)


def _differing(one: People, other: People) -> set[str]:
    """Persons who speak for another party there than here."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def _worked_out_anew(
    memory: Memory, seals: Mapping[int, str], unknown: Mapping[int, Page], look: Look
) -> Memory:
    """Work out texts that are not known, or whose persons speak for another party by now.

    Raises
    ------
    ValueError
        If the texts that are known have changed places, which no record does.
    """
    known_lines = b"\n".join(memory.lines).split(b"\n") if memory.seals else []
    lines, standing = dict(zip(memory.seals, known_lines, strict=True)), set(seals.values())
    if [s for s in memory.seals if s in standing] != [s for s in seals.values() if s in lines]:
        raise ValueError("the texts that are known came in another order")
    stored = {number: StoredText(lines[seal]) for number, seal in seals.items() if seal in lines}
    votes: Votes = {}
    for number in seals:
        known = stored.get(number)
        count(known.votes if known else votes_in(unknown[number].reading), votes)
    people = elected(votes)
    differing = _differing(memory.people, people)
    stale = [number for number, text in stored.items() if not differing.isdisjoint(text.asked)]
    pages = dict(unknown) | dict(zip(stale, map(Page, look.counting(stale)), strict=True))
    anew = {number: told(page, hear(page, people), people) for number, page in pages.items()}
    gone = [StoredText(line) for seal, line in lines.items() if seal not in standing]
    before = [text.told() for text in (*gone, *(stored[number] for number in stale))]
    return Memory(
        seals=list(seals.values()),
        lines=[
            text_line(anew[number]) if number in anew else lines[seal]
            for number, seal in seals.items()
        ],
        sum=_summed_anew(memory, [anew.get(n) or stored[n] for n in seals], before),
        people=people,
    )


def _summed_anew(memory: Memory, texts: Sequence[Told | StoredText], before: Sequence[Told]) -> Sum:
    """Add up texts of which most are known, and so is what comes of most of their voices.

    ``before`` is what those told that are gone, or were worked out anew.
    """
    anew = [text for text in texts if isinstance(text, Told)]
    voiced = {_named(voice) for text in (*before, *anew) for voice in text.heard.voices}
    found = Sum()
    order: dict[str, None] = {}
    for text in sorted(texts, key=lambda text: text.age):
        if isinstance(text, StoredText):
            order |= dict.fromkeys(text.positions)
            text = text.told(voiced)
        else:
            order |= dict.fromkeys(map(_named, text.heard.voices))
        found.add(text)
    found.gathered.take_over(memory.sum.gathered, order, _named)
    return found


def _named(voiced: Voice | Position) -> str:
    return name_of(voiced.party, voiced.deed, only_own=voiced.only_own)


# --- Quotations -------------------------------------------------------------------------------


def _find_quotes(memory: Memory, drafted: Draft, look: Look) -> bool:
    """Find the sentences that a draft is explained with; returns whether any was not known."""
    grounds = list(quoted_grounds(drafted))
    found = memory.quotes
    changed = False
    while wanted := {i for because in grounds if (i := _unknown(because, found)) is not None}:
        quote = quoting(Passages(look.counting(look.holding(wanted))))
        found |= {i: quote([i]) for i in wanted}
        changed = True
    used = {i for because in grounds for i in because}
    memory.quotes = {i: words for i, words in found.items() if i in used}
    return changed


def _unknown(because: Iterable[str], found: Mapping[str, str | None]) -> str | None:
    """The first id of which it must be known where it leads."""
    for ident in because:
        if ident not in found:
            return ident
        if found[ident] is not None:
            return None
    return None


def _quote(found: Mapping[str, str | None]) -> Quote:
    return lambda ids: next((words for i in ids if (words := found.get(i)) is not None), None)


# --- The file ---------------------------------------------------------------------------------


def _read(path: Path) -> Memory | None:
    """What the file tells; None if it is not there, not whole, or another program's."""
    try:
        data = path.read_bytes()
        end = data.index(b"\n") + 1
        if json.loads(data[:end]) != _head(memoryview(data)[end:]):
            return None
        return memory_of(data[end:])
    except (OSError, *_UNFIT):
        return None


def _write(path: Path, memory: Memory) -> None:
    """Put the file in place of the last one in one step; where that fails there is none."""
    try:
        body = b"\n".join(lines_of(memory))
    except TypeError:  # of something new there is no form yet: tests tell, a person need not know
        return
    head = json.dumps(_head(memoryview(body))).encode()
    new = path.with_name(f".writing-{secrets.token_hex(8)}")
    with contextlib.suppress(OSError):
        try:
            with new.open("xb") as file:
                file.writelines((head, b"\n", body))
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _head(body: memoryview) -> dict[str, object]:
    return {"what": "what drafting knows of the texts", "by": code(), "sum": zlib.crc32(body)}


# Parts of the package by which it is decided what a text tells.
_DECIDING = ("domain", "lexicon", "model", "record")


@cache
def code() -> str:
    """Digest of all that decides what a text tells: the program's code and words, and one's own."""
    digest = hashlib.sha256(f"{detente.__version__} {sys.version}".encode())
    package = Path(detente.__file__).parent
    files = [f for part in _DECIDING for f in (package / part).rglob("*.*") if _counts(f)]
    for file in (*sorted(files), *own_files(PARTIES, PEOPLE)):
        data = file.read_bytes()
        digest.update(f"{len(data)} {file.name}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _counts(file: Path) -> bool:
    return file.suffix in (".py", ".toml", ".txt", ".tsv", ".csv", ".json")
