"""Taking texts and readings in, many of them in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Document, Provenance, Reading
from detente.domain.findings import Finding, Place
from detente.errors import StoreError
from detente.record import digests, kept, log, rows, schema
from detente.record.blobs import Blobs
from detente.record.codec import joined, packed, written, written_parts
from detente.record.database import Database, batches, insert
from detente.record.deriving import (
    Numbered,
    Row,
    Rows,
    clean,
    derive_document,
    derive_reading,
    derive_story,
)
from detente.record.log import Entry
from detente.record.store import Arrival, duplicate

# Only English is read so far; see `read/intake/`.
LANGUAGE = "en"

_SEALED_SOURCE = ("no", "id", "blob", "retrieved", "path")
_SOURCE = ("title", "publisher", "url", "published", "source_id")


@dataclass(slots=True)
class _Batch:
    """What one call of `take_in` puts in."""

    documents: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    readings: list[Row] = field(default_factory=list)
    derived: list[Rows] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class Taking:
    """One transaction that takes texts and readings in."""

    def __init__(self, connection: Connection, database: Database, blobs: Blobs) -> None:
        self.connection = connection
        self.database = database
        self.blobs = blobs
        self.batch = _Batch()
        self._numbers = rows.next_numbers(connection)
        self._next = {
            table.name: rows.next_number(connection, table)
            for table in (schema.documents, schema.sources, schema.readings, schema.runs)
        }
        self._now = log.now()
        # What is known of the texts that come in.
        self._sha256: dict[int, str] = {}
        self._ids: dict[int, str] = {}
        self._number: dict[str, int] = {}
        self._blob: dict[tuple[int, str], str | None] = {}
        self._read: set[int] = set()
        self._fresh: dict[int, Document] = {}
        self._standing: dict[int, Row] = {}
        self._newly_read: list[tuple[int, int]] = []

    def take_all(self, arrivals: Sequence[Arrival]) -> None:
        """Take texts in, each with where it came from and what was read in it."""
        for arrival, ident in zip(
            arrivals, self._expect([arrival.document for arrival in arrivals]), strict=True
        ):
            self._take(arrival, ident)

    def replace_readings(self, newer: Sequence[Reading]) -> None:
        """Let newer readings of documents stand in place of those that stood."""
        for found, ident in zip(newer, self._expect([n.document for n in newer]), strict=True):
            self._replace_reading(found, ident)

    def _expect(self, documents: Sequence[Document]) -> list[str]:
        """Look up what is known of the texts that come, at once for all; returns their ids."""
        idents = [document.id for document in documents]
        for piece in batches(sorted(set(idents))):
            self._look_up(piece)
        return idents

    def _look_up(self, ids: Sequence[str]) -> None:
        documents, sources, readings = schema.documents, schema.sources, schema.readings
        columns = (documents.c.no, documents.c.id, documents.c.sha256)
        numbers = []
        for row in self.connection.execute(sa.select(*columns).where(documents.c.id.in_(ids))):
            self._number[row.id] = row.no
            self._sha256[row.no] = row.sha256
            self._ids[row.no] = row.id
            numbers.append(row.no)
        told = sa.select(sources.c.document, sources.c.id, sources.c.blob)
        for row in self.connection.execute(told.where(sources.c.document.in_(numbers))):
            self._blob[row.document, row.id] = row.blob
        read = sa.select(readings.c.document).where(readings.c.document.in_(numbers))
        self._read |= set(self.connection.execute(read.distinct()).scalars())

    def _take_number(self, table: sa.Table) -> int:
        number = self._next[table.name]
        self._next[table.name] = number + 1
        return number

    def _take(self, arrival: Arrival, ident: str) -> None:
        document = arrival.document
        known = self._known(document, ident)
        number = known or self._new_document(document, ident)
        self._take_source(number, ident, arrival)
        if known is None:
            self._derive_document(number, document)
        if arrival.reading is not None and number not in self._read:
            self._take_reading(number, arrival.reading)
        elif known is not None:
            self._tell_of_known(number, document)

    def _replace_reading(self, newer: Reading, ident: str) -> None:
        number = self._known(newer.document, ident)
        if number is None or number not in kept.standing(self.connection, [number]):
            return
        rows.forget_reading(self.database, self.connection, number)
        self._take_reading(number, newer)

    def put_back(self, number: int) -> None:
        """Make the rows of a document that counts again."""
        document = self._kept(number)
        self._derive_document(number, document)
        newest = kept.newest_readings(self.connection, [number]).get(number)
        if newest:
            self._derive_reading(number, newest[0], kept.reading_of(document, newest[1]))
        self._write()

    def finish(self, reader: Provenance, by: str | None) -> Entry | None:
        """Write everything, and one entry of the log that names it all; None if nothing came."""
        batch = self.batch
        if not (batch.documents or batch.sources or batch.readings):
            return None
        run = self._write_run(reader) if batch.readings else None
        self._write()
        told = {
            "documents": {row["id"]: row["sha256"] for row in batch.documents},
            "sources": [[row[name] for name in _SEALED_SOURCE] for row in batch.sources],
            "readings": [
                [row["no"], self._ids[row["document"]], row["sha256"], row["content"]]
                for row in batch.readings
            ],
            "run": run,
        }
        return log.append(self.connection, "added", told, by)

    # --- One text ---------------------------------------------------------------------------

    def _known(self, document: Document, ident: str) -> int | None:
        number = self._number.get(ident)
        if number is None:
            return None
        if self._sha256[number] != digests.sha256(digests.text_bytes(document)):
            # The id is a short hash; of two texts with one id the second would be lost.
            raise StoreError(
                f"{document.path or ident} has the id of another text, {ident}",
                fix="change a character of the file that does not matter, and add it again",
            )
        return number

    def _new_document(self, document: Document, ident: str) -> int:
        number = self._take_number(schema.documents)
        data = digests.text_bytes(document)
        row: Row = {
            "no": number,
            "id": ident,
            "sha256": digests.sha256(data),
            "language": LANGUAGE,
            "text": data,
        }
        self.batch.documents.append(row)
        self._number[ident] = number
        self._sha256[number] = row["sha256"]
        self._ids[number] = ident
        self._fresh[number] = document
        return number

    def _take_source(self, number: int, ident: str, arrival: Arrival) -> None:
        """Keep where a text came from, and its bytes, unless that is known already."""
        document = arrival.document
        told = {name: clean(getattr(document, name)) for name in _SOURCE}
        source = digests.source_id(ident, **told)
        if (number, source) in self._blob:
            blob = self._blob[number, source]
            if blob and arrival.source is not None:
                # The same bytes once more repair what may have become of those kept.
                self.blobs.heal(self.connection, blob, arrival.source)
            return
        blob = None
        if arrival.source is not None:
            blob = self.blobs.put(self.connection, arrival.source)
        self._blob[number, source] = blob
        self.batch.sources.append(
            {
                "no": self._take_number(schema.sources),
                "document": number,
                "id": source,
                "blob": blob,
                "path": clean(document.path),
                "retrieved": clean(document.retrieved) or self._now,
            }
            | told
        )

    def _take_reading(self, number: int, found: Reading) -> None:
        parts = written_parts(found)
        data = joined(parts).encode()
        row: Row = {
            "no": self._take_number(schema.readings),
            "document": number,
            "sha256": digests.sha256(data),
            "content": digests.reading_content(found, parts),
            "payload": packed(data),
        }
        self.batch.readings.append(row)
        self._read.add(number)
        self._derive_reading(number, row["no"], found)

    def _derive_document(self, number: int, document: Document) -> None:
        derived = derive_document(Numbered(number=number, document=document), self._numbers)
        (self._standing[number],) = derived["standing"]
        self.batch.derived.append(derived)
        if number in self._fresh:
            self.batch.derived.append(derive_story(number, document))

    def _derive_reading(self, number: int, reading_number: int, found: Reading) -> None:
        if number in self._standing:
            self._standing[number]["reading"] = reading_number
        elif number in kept.standing(self.connection, [number]):
            self._newly_read.append((number, reading_number))
        else:
            return  # of a document that was removed nothing is to be found
        numbered = Numbered(number=number, document=self._kept(number))
        self.batch.derived.append(derive_reading(numbered, found, self._numbers))

    def _kept(self, number: int) -> Document:
        fresh = self._fresh.get(number)
        return fresh or kept.documents_of(self.connection, [number])[number]

    def _tell_of_known(self, number: int, document: Document) -> None:
        if number not in self._standing and number not in kept.standing(self.connection, [number]):
            self.batch.findings.append(_removed(self.connection, number, document))
        else:
            self.batch.findings.append(duplicate(document, self._kept(number)))

    # --- All of them ------------------------------------------------------------------------

    def _write_run(self, reader: Provenance) -> Row:
        batch = self.batch
        number = self._take_number(schema.runs)
        read = {row["document"] for row in batch.readings}
        inputs = sorted(self._sha256_of(read))
        outputs = sorted(row["sha256"] for row in batch.readings)
        run: Row = {
            "no": number,
            "tool": reader.tool,
            "version": reader.version,
            "settings": reader.settings,
            "seed": 0,
            "at": log.now(),
            "input_sha256": digests.sha256(written(inputs).encode()),
            "output_sha256": digests.sha256(written(outputs).encode()),
        }
        insert(self.connection, schema.runs, [run])
        for row in batch.readings:
            row["run"] = number
        return run

    def _sha256_of(self, numbers: Iterable[int]) -> Iterator[str]:
        fresh = {row["no"]: row["sha256"] for row in self.batch.documents}
        yield from (fresh[number] for number in numbers if number in fresh)
        table = schema.documents
        for piece in batches(sorted(set(numbers) - set(fresh))):
            query = sa.select(table.c.sha256).where(table.c.no.in_(piece))
            yield from self.connection.execute(query).scalars()

    def _write(self) -> None:
        batch, connection = self.batch, self.connection
        insert(connection, schema.documents, batch.documents)
        insert(connection, schema.sources, batch.sources)
        insert(connection, schema.readings, batch.readings)
        rows.write(self.database, connection, batch.derived)
        for number, reading_number in self._newly_read:
            rows.read_anew(connection, number, reading_number)


def _removed(connection: Connection, number: int, document: Document) -> Finding:
    table = schema.tombstones
    query = sa.select(table).where(table.c.document == number, table.c.active == 1)
    row = connection.execute(query.order_by(table.c.event_log.desc()).limit(1)).one()
    return Finding(
        code="removed-article",
        severity="warning",
        where=Place(path=document.path, document=document.id),
        what=f"{row.by} removed this text from the case on {row.at[:10]}, and it stays removed",
        fix=f"bring it back with `detente remove --back {document.id}` if it should count",
    )
