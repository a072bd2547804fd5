"""Writing the rows that can be made again: for new documents, or for the whole record."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.record import kept, log, schema
from detente.record.database import Database, batches, insert
from detente.record.deriving import (
    DERIVATION,
    KINDS,
    STRIDE,
    Kind,
    Numbered,
    Numbers,
    Row,
    Rows,
    derive_document,
    derive_reading,
    derive_story,
)
from detente.record.linking import link

Tell = Callable[[str], None]

# Order in which the foreign keys allow rows to be put in.
_ORDER = tuple(reversed(schema.DERIVED))


def next_numbers(connection: Connection) -> Numbers:
    """Numbers that no entry has yet; the caller holds the write lock."""
    return Numbers(next_number(connection, schema.entries) // STRIDE + 1)


def next_number(connection: Connection, table: sa.Table) -> int:
    """Number after the highest one."""
    return (connection.execute(sa.select(sa.func.max(table.c.no))).scalar() or 0) + 1


def write(database: Database, connection: Connection, many: Iterable[Rows]) -> None:
    """Put in derived rows, and make their words findable."""
    together = _put_in(connection, many)
    if together.get("entries"):
        database.index(connection, together["entries"][0]["no"])


def _put_in(connection: Connection, many: Iterable[Rows]) -> Rows:
    """Put in derived rows, new texts into their stories; returns the rows table by table."""
    together: Rows = defaultdict(list)
    for rows in many:
        for table, of_table in rows.items():
            together[table] += of_table
    for table in _ORDER:
        insert(connection, table, together.get(table.name, []))
    link(connection, together.get("sketches", []))
    return together


def read_anew(connection: Connection, document: int, reading: int) -> None:
    """Say which reading of a document stands."""
    table = schema.standing
    of_it = sa.update(table).where(table.c.document == document)
    connection.execute(of_it.values(reading=reading))


def forget_reading(database: Database, connection: Connection, document: int) -> None:
    """Delete the rows that follow from the reading of a document."""
    _forget_entries(database, connection, document, ("statement", "event"))
    numbers = sa.select(schema.statements.c.no).where(schema.statements.c.document == document)
    for table in (schema.propositions, schema.spans):
        connection.execute(sa.delete(table).where(table.c.statement.in_(numbers)))
    claimed = sa.select(schema.statements.c.claim).where(
        schema.statements.c.document == document, schema.statements.c.claim.is_not(None)
    )
    claims = connection.execute(claimed.distinct()).scalars().all()
    for table in (schema.aliases, schema.events, schema.statements):
        connection.execute(sa.delete(table).where(table.c.document == document))
    for piece in batches(claims):
        _forget_unsupported(connection, piece)


def _forget_unsupported(connection: Connection, claims: Sequence[str]) -> None:
    supported = sa.exists().where(schema.statements.c.claim == schema.claims.c.id)
    connection.execute(sa.delete(schema.claims).where(schema.claims.c.id.in_(claims), ~supported))


def forget_document(database: Database, connection: Connection, document: int) -> None:
    """Delete every row that follows from a document."""
    forget_reading(database, connection, document)
    _forget_entries(database, connection, document, ("document",))
    table = schema.standing
    connection.execute(sa.delete(table).where(table.c.document == document))


def _forget_entries(
    database: Database, connection: Connection, document: int, kinds: Sequence[Kind]
) -> None:
    table = schema.entries
    of_kinds = (table.c.no % STRIDE).in_([KINDS.index(kind) for kind in kinds])
    chosen = sa.and_(table.c.document == document, of_kinds)
    numbers = connection.execute(sa.select(table.c.no).where(chosen)).scalars().all()
    database.unindex(connection, numbers)
    connection.execute(sa.delete(table).where(chosen))


# --- Everything anew ------------------------------------------------------------------------


def rebuild(database: Database, connection: Connection, tell: Tell) -> int:
    """Throw every derived row away and make it again; returns of how many documents."""
    for table in schema.DERIVED:
        connection.execute(sa.delete(table))
    gone = _replay_edits(connection)
    done = 0
    numbers = next_numbers(connection)
    for piece in batches(kept.all_numbers(connection)):
        _put_in(connection, _all_rows(connection, piece, gone, numbers))
        done += len(set(piece) - gone)
        tell(f"making the index anew: {done} documents")
    database.reindex(connection)
    kept.set_meta(connection, "derivation", str(DERIVATION))
    return done


def _all_rows(
    connection: Connection, chosen: Sequence[int], gone: set[int], numbers: Numbers
) -> Iterator[Rows]:
    """Rows that follow from documents and their newest readings; of those removed, the story."""
    readings = kept.newest_readings(connection, [n for n in chosen if n not in gone])
    for number, document in kept.documents_of(connection, chosen).items():
        yield derive_story(number, document)
        if number in gone:
            continue
        numbered = Numbered(number=number, document=document)
        reading, payload = readings.get(number, (None, b""))
        yield derive_document(numbered, numbers, reading)
        if reading is not None:
            yield derive_reading(numbered, kept.reading_of(document, payload), numbers)


def _replay_edits(connection: Connection) -> set[int]:
    """Make judgements and tombstones from the log; returns which documents are removed."""
    done = list(log.entries(connection, kinds=(*log.EDITS, "undone", "redone")))
    undone = log.inactive(done)
    gone: dict[int, bool] = {}
    for entry in done:
        if entry.kind in log.EDITS:
            write_edit(connection, entry, active=entry.seq not in undone)
        if entry.kind in ("removed", "returned") and entry.seq not in undone:
            gone[kept.number_of(connection, entry.told["document"])] = entry.kind == "removed"
    return {number for number, removed in gone.items() if removed}


def write_edit(connection: Connection, entry: log.Entry, *, active: bool = True) -> None:
    """Put in the row that follows from an edit in the log."""
    told = entry.told
    row: Row = {
        "event_log": entry.seq,
        "by": entry.by,
        "at": entry.at,
        "note": told["note"],
        "active": int(active),
    }
    if entry.kind == "judged":
        row |= {"claim": told["claim"], "decision": told["decision"]}
        insert(connection, schema.judgements, [row])
    else:
        row |= {
            "document": kept.number_of(connection, told["document"]),
            "gone": int(entry.kind == "removed"),
        }
        insert(connection, schema.tombstones, [row])
