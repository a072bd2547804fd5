"""The log of events: what happened, who did it, when; each entry sealed to the one before.

The hash of an entry covers its own words and the hash before it, so no entry can be changed,
left out or put in without every later hash being wrong.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.record.codec import written
from detente.record.schema import events_log

Kind = Literal[
    "created", "added", "judged", "removed", "returned", "undone", "redone", "restored", "upgraded"
]
# What a person did and can take back.
EDITS: tuple[Kind, ...] = ("judged", "removed", "returned")
START = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the log."""

    seq: int
    at: str
    by: str | None
    kind: str
    payload: str
    previous: str
    hash: str

    @property
    def told(self) -> Any:
        """What the entry tells, as data."""
        return json.loads(self.payload)


def seal(*, seq: int, at: str, by: str | None, kind: str, payload: str, previous: str) -> str:
    """Hash of an entry over all that it says."""
    return hashlib.sha256(written([seq, at, by, kind, payload, previous]).encode()).hexdigest()


def now() -> str:
    """Moment at which it is called, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry."""
    newest = sa.select(events_log.c.seq, events_log.c.hash).order_by(events_log.c.seq.desc())
    row = connection.execute(newest.limit(1)).first()
    return (row.seq, row.hash) if row else (0, START)


def append(connection: Connection, kind: Kind, told: Any, by: str | None = None) -> Entry:
    """Write the next entry; the caller holds the write lock."""
    number, previous = head(connection)
    said: dict[str, Any] = {
        "seq": number + 1,
        "at": now(),
        "by": by,
        "kind": kind,
        "payload": written(told),
        "previous": previous,
    }
    entry = Entry(**said, hash=seal(**said))
    connection.execute(
        sa.insert(events_log),
        {name: getattr(entry, name) for name in Entry.__dataclass_fields__},
    )
    return entry


def entries(
    connection: Connection,
    *,
    kinds: Sequence[str] = (),
    by: str | None = None,
    newest: int | None = None,
) -> Iterator[Entry]:
    """Entries of the log, oldest first; with ``newest`` only so many of the last ones."""
    query = sa.select(events_log)
    if kinds:
        query = query.where(events_log.c.kind.in_(kinds))
    if by is not None:
        query = query.where(events_log.c.by == by)
    if newest is None:
        rows: Iterable[Any] = connection.execute(query.order_by(events_log.c.seq))
    else:
        last = query.order_by(events_log.c.seq.desc()).limit(newest)
        rows = reversed(connection.execute(last).all())
    return (Entry(**row._mapping) for row in rows)


def stacks(done: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Edits of one person that can be undone and redone, the next one last.

    As in an editor: undoing takes back the last edit that stands, redoing brings back the last
    one undone, and a new edit forgets what could be redone.
    """
    standing: dict[int, Entry] = {}
    undone: dict[int, Entry] = {}
    for entry in done:
        match entry.kind:
            case "undone":
                target = entry.told["seq"]
                undone[target] = standing.pop(target)
            case "redone":
                target = entry.told["seq"]
                standing[target] = undone.pop(target)
            case kind if kind in EDITS:
                standing[entry.seq] = entry
                undone.clear()
    return list(standing.values()), list(undone.values())


def inactive(done: Iterable[Entry]) -> set[int]:
    """Numbers of the edits that are undone, whoever made them."""
    gone: set[int] = set()
    for entry in done:
        if entry.kind == "undone":
            gone.add(entry.told["seq"])
        elif entry.kind == "redone":
            gone.discard(entry.told["seq"])
    return gone
