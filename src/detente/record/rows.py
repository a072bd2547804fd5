"""Writing the rows that can be made again: for new documents, or for the whole record."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Document, Reading
from detente.errors import StoreError
from detente.record import log, schema, stories
from detente.record.codec import reading_from_bytes, unpacked
from detente.record.database import Database, batches, insert, insert_new
from detente.record.deriving import (
    DERIVATION,
    Numbered,
    Numbers,
    Row,
    Rows,
    derive_document,
    derive_reading,
    derive_story,
)

Tell = Callable[[str], None]

# Order in which the foreign keys allow rows to be put in.
_ORDER = tuple(reversed(schema.DERIVED))
_PIECE = 200


def next_numbers(connection: Connection) -> Numbers:
    """Next free number of each table; the caller holds the write lock."""
    return Numbers(
        statements=next_number(connection, schema.statements),
        events=next_number(connection, schema.events),
        entries=next_number(connection, schema.entries),
    )


def next_number(connection: Connection, table: sa.Table) -> int:
    """Number after the highest one."""
    return (connection.execute(sa.select(sa.func.max(table.c.no))).scalar() or 0) + 1


def write(database: Database, connection: Connection, many: Iterable[Rows]) -> None:
    """Put in derived rows, and make their words findable."""
    together: Rows = defaultdict(list)
    for rows in many:
        for table, of_table in rows.items():
            together[table] += of_table
    for table in _ORDER:
        rows_of = together.get(table.name, [])
        if table is schema.claims:
            insert_new(connection, table, rows_of, ["id"])
        else:
            insert(connection, table, rows_of)
    if together.get("entries"):
        database.index(connection, together["entries"][0]["no"])


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
    database: Database, connection: Connection, document: int, kinds: Sequence[str]
) -> None:
    table = schema.entries
    chosen = sa.and_(table.c.document == document, table.c.kind.in_(kinds))
    numbers = connection.execute(sa.select(table.c.no).where(chosen)).scalars().all()
    database.unindex(connection, numbers)
    connection.execute(sa.delete(table).where(chosen))


# --- Stories --------------------------------------------------------------------------------


def link(connection: Connection, new: Sequence[int]) -> None:
    """Put new documents into one story with the copies of them that came before.

    A document that is removed stays in its story, where it may hold others together.
    """
    for piece in batches(new):
        _link(connection, piece)


def _link(connection: Connection, new: Sequence[int]) -> None:
    table = schema.marks
    mine, _ = _sketches(connection, new)
    shared = [
        mark
        for piece in batches(sorted({mark for one in mine.values() for mark in stories.marks(one)}))
        for mark in connection.execute(
            sa.select(table.c.mark)
            .where(table.c.mark.in_(piece))
            .group_by(table.c.mark)
            .having(sa.func.count() > 1)
        ).scalars()
    ]
    with_mark = {mark: _first_with(connection, mark) for mark in shared}
    if not with_mark:
        return
    known = {number for numbers in with_mark.values() for number in numbers}
    sketches, roots = _sketches(connection, known | set(new))
    families = stories.Families(dict(roots))
    for one in sorted(new):
        for mark in stories.marks(sketches[one]):
            before = [other for other in with_mark.get(mark, ()) if other < one]
            families.join_alike(one, before, sketches)
    table = schema.sketches
    for root in sorted(set(roots.values())):
        if (now := families.of(root)) != root:
            connection.execute(sa.update(table).where(table.c.story == root).values(story=now))


def _first_with(connection: Connection, mark: int) -> list[int]:
    """First documents with a mark. It is asked so often that only the driver is gone through."""
    sign = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    query = (
        f"SELECT document FROM marks WHERE mark = {sign} ORDER BY document LIMIT {stories.FIRST}"  # noqa: S608
    )
    return [row[0] for row in connection.exec_driver_sql(query, (mark,)).fetchall()]


def _sketches(
    connection: Connection, wanted: Iterable[int]
) -> tuple[dict[int, stories.Sketch], dict[int, int]]:
    table = schema.sketches
    sketches, roots = {}, {}
    for piece in batches(sorted(wanted)):
        for row in connection.execute(sa.select(table).where(table.c.document.in_(piece))):
            sketches[row.document] = stories.from_bytes(row.sketch)
            roots[row.document] = row.story
            roots.setdefault(row.story, row.story)
    return sketches, roots


# --- Everything anew ------------------------------------------------------------------------


def rebuild(database: Database, connection: Connection, tell: Tell) -> int:
    """Throw every derived row away and make it again; returns of how many documents."""
    for table in schema.DERIVED:
        connection.execute(sa.delete(table))
    database.reindex(connection)
    gone = _replay_edits(connection)
    done = 0
    numbers = next_numbers(connection)
    for piece in batches(_numbers(connection)):
        counting = [number for number in piece if number not in gone]
        write(database, connection, _all_rows(connection, counting, numbers))
        for number, (reading, _) in kept_readings(connection, counting).items():
            read_anew(connection, number, reading)
        removed = kept_documents(connection, [number for number in piece if number in gone])
        write(database, connection, (derive_story(n, text) for n, text in removed.items()))
        link(connection, piece)
        done += len(counting)
        tell(f"making the index anew: {done} documents")
    database.reindex(connection)
    set_meta(connection, "derivation", str(DERIVATION))
    return done


def _all_rows(connection: Connection, chosen: Sequence[int], numbers: Numbers) -> Iterator[Rows]:
    readings = kept_readings(connection, chosen)
    for number, document in kept_documents(connection, chosen).items():
        numbered = Numbered(number=number, document=document)
        yield derive_document(numbered, numbers)
        yield derive_story(number, document)
        if number in readings:
            reading = reading_of(document, readings[number][1])
            yield derive_reading(numbered, reading, numbers)


def _replay_edits(connection: Connection) -> set[int]:
    """Make judgements and tombstones from the log; returns which documents are removed."""
    done = list(log.entries(connection, kinds=(*log.EDITS, "undone", "redone")))
    undone = log.inactive(done)
    gone: dict[int, bool] = {}
    for entry in done:
        if entry.kind in log.EDITS:
            write_edit(connection, entry, active=entry.seq not in undone)
        if entry.kind in ("removed", "returned") and entry.seq not in undone:
            gone[number_of(connection, entry.told["document"])] = entry.kind == "removed"
    return {number for number, removed in gone.items() if removed}


def write_edit(connection: Connection, entry: log.Entry, *, active: bool = True) -> None:
    """Put in the row that follows from an edit in the log."""
    told = entry.told
    row: Row = {
        "event_log": entry.seq,
        "by": entry.by,
        "at": entry.at,
        "note": clean_note(told),
        "active": int(active),
    }
    if entry.kind == "judged":
        row |= {"claim": told["claim"], "decision": told["decision"]}
        insert(connection, schema.judgements, [row])
    else:
        row |= {
            "document": number_of(connection, told["document"]),
            "gone": int(entry.kind == "removed"),
        }
        insert(connection, schema.tombstones, [row])


def clean_note(told: dict[str, Any]) -> str:
    """Note that an edit carries."""
    return str(told.get("note", ""))


# --- Reading what is kept -------------------------------------------------------------------


def number_of(connection: Connection, document: str) -> int:
    """Number of a document; raises if there is none, which no log that is sound tells."""
    table = schema.documents
    number = connection.execute(sa.select(table.c.no).where(table.c.id == document)).scalar()
    if number is None:
        raise StoreError(
            f"the log tells of {document}, which is not among the documents",
            fix="run `detente verify`, then restore the last backup with `detente restore`",
        )
    return int(number)


def _numbers(connection: Connection) -> Sequence[int]:
    table = schema.documents
    return connection.execute(sa.select(table.c.no).order_by(table.c.no)).scalars().all()


def kept_documents(connection: Connection, numbers: Sequence[int]) -> dict[int, Document]:
    """Documents by number, in order, each with what its first source tells of it."""
    found = {}
    for piece in batches(sorted(numbers)):
        firsts = _first_sources(connection, piece)
        table = schema.documents
        query = sa.select(table).where(table.c.no.in_(piece)).order_by(table.c.no)
        for row in connection.execute(query):
            source = firsts.get(row.no)
            found[row.no] = Document(
                text=decoded(row.text),
                **{name: getattr(source, name) for name in _TOLD if source is not None},
            )
    return found


_TOLD = ("path", "title", "publisher", "url", "published", "retrieved", "source_id")


def _first_sources(connection: Connection, numbers: Sequence[int]) -> dict[int, Any]:
    table = schema.sources
    query = sa.select(table).where(table.c.document.in_(numbers)).order_by(table.c.no.desc())
    return {row.document: row for row in connection.execute(query)}


def kept_readings(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[int, bytes]]:
    """Newest reading of each document: its number and its bytes."""
    found = {}
    table = schema.readings
    for piece in batches(sorted(numbers)):
        newest = (
            sa.select(sa.func.max(table.c.no))
            .where(table.c.document.in_(piece))
            .group_by(table.c.document)
        )
        for row in connection.execute(sa.select(table).where(table.c.no.in_(newest))):
            found[row.document] = (row.no, row.payload)
    return found


def decoded(text: bytes) -> str:
    """Text of bytes as they are kept; raises where they are damaged."""
    try:
        return text.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError as error:
        raise _damaged("a text") from error


def reading_of(document: Document, payload: bytes) -> Reading:
    """A reading as it is kept; raises where its bytes are damaged."""
    try:
        return reading_from_bytes(unpacked(payload), document)
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(f"what was read in {document.path or document.id}") from error


def _damaged(what: str) -> StoreError:
    return StoreError(
        f"{what} is damaged in the record",
        fix="run `detente verify` to see how far, then restore the last backup",
    )


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Change what the record says of itself."""
    connection.execute(sa.delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(sa.insert(schema.meta), {"key": key, "value": value})


def get_meta(connection: Connection, key: str) -> str | None:
    """What the record says of itself."""
    table = schema.meta
    return connection.execute(sa.select(table.c.value).where(table.c.key == key)).scalar()
