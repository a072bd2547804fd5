"""What is kept, as documents and readings again, and what the record says of itself."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Document, Reading
from detente.errors import InputError, StoreError
from detente.record import schema
from detente.record.codec import reading_from_bytes, unpacked
from detente.record.database import batches
from detente.record.deriving import clean


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


def all_numbers(connection: Connection) -> Sequence[int]:
    """Numbers of all documents, also of those removed."""
    table = schema.documents
    return connection.execute(sa.select(table.c.no).order_by(table.c.no)).scalars().all()


def standing(connection: Connection, among: Sequence[int] | None = None) -> Sequence[int]:
    """Numbers of the documents that count, in the order they came."""
    table = schema.standing
    query = sa.select(table.c.document).order_by(table.c.document)
    if among is not None:
        query = query.where(table.c.document.in_(among))
    return connection.execute(query).scalars().all()


def number_called(connection: Connection, name: str) -> int:
    """Number of the document with this id, beginning of an id, or path.

    Raises
    ------
    InputError
        If none or several are called so.
    """
    table, sources = schema.documents, schema.sources
    found: Sequence[int] = ()
    if name:  # every id begins with nothing
        begins = table.c.id.startswith(name, autoescape=True)
        found = connection.execute(sa.select(table.c.no).where(begins).limit(2)).scalars().all()
    if not found:
        path = sa.select(sources.c.document).where(sources.c.path == clean(name)).distinct()
        found = connection.execute(path.limit(2)).scalars().all()
    if len(found) == 1:
        return int(found[0])
    what = "several documents are called" if found else "no document of the case is called"
    raise InputError(
        f"{what} {name!r}",
        fix="give its id or its path; `detente search` shows both",
    )


def documents_of(connection: Connection, numbers: Collection[int]) -> dict[int, Document]:
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


def newest_readings(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[int, bytes]]:
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


def readings_of(connection: Connection, numbers: Sequence[int]) -> Iterator[Reading]:
    """Newest readings of documents, in order; what was not read yet is passed over."""
    for piece in batches(numbers):
        newest = newest_readings(connection, piece)
        for number, document in documents_of(connection, piece).items():
            if number in newest:
                yield reading_of(document, newest[number][1])


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
