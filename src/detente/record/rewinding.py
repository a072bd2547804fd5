"""The record as it stood after an entry of its log."""

from collections.abc import Sequence
from datetime import date

from detente.domain.evidence import Judgement
from detente.errors import InputError
from detente.record import kept, log
from detente.record.database import reading
from detente.record.keeping import CaseStore
from detente.record.log import Entry
from detente.record.store import MemoryStore


def entry_named(entries: Sequence[Entry], since: str) -> int:
    """Number of the last entry that is not news: before a day (in UTC), or with this number.

    Raises
    ------
    InputError
        If it is neither a day nor the number of an entry.
    """
    if since.isdecimal() and len(since) < 8:
        number = int(since)
        if not any(entry.seq == number for entry in entries):
            last = entries[-1].seq if entries else 0
            raise InputError(
                f"the log has no entry {since}", fix=f"name one of 1 to {last}: detente log"
            )
        return number
    try:
        day = date.fromisoformat(since).isoformat()
    except ValueError as error:
        raise InputError(
            f"{since!r} is neither a day nor the number of an entry of the log",
            fix="write the day as 2025-12-09, or see the entries with: detente log",
        ) from error
    return max((entry.seq for entry in entries if entry.at[:10] < day), default=0)


def rewound(store: CaseStore, last: int) -> MemoryStore:
    """What counted after the entry with this number, each text as it is read today.

    A text that was read again since then is so read in both records: how it is read is no news
    from the world.
    """
    entries = [entry for entry in store.history() if entry.seq <= last]
    undone = log.inactive(entries)
    done = [entry for entry in entries if entry.seq not in undone]
    counting: dict[str, bool] = {}
    for entry in done:
        match entry.kind:
            case "added":
                for document in entry.told["documents"]:
                    counting.setdefault(document, True)
            case "removed" | "returned":
                counting[entry.told["document"]] = entry.kind == "returned"
    past = MemoryStore()
    with reading(store.database) as connection:
        for found in kept.readings_of(connection, kept.all_numbers(connection)):
            if counting.get(found.document.id):
                past.add(found)
    for entry in done:
        if entry.kind == "judged":
            past.judge(_judgement(entry))
    return past


def _judgement(entry: Entry) -> Judgement:
    told = entry.told
    return Judgement(
        claim=told["claim"],
        decision=told["decision"],
        by=entry.by or "",
        at=entry.at,
        note=told["note"],
    )
