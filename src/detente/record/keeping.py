"""The evidence store of a case, in a database that outlives the program."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Claim, Document, Judgement, Provenance, Reading
from detente.domain.findings import Finding, Place
from detente.errors import InputError, StoreError
from detente.record import anchors, digests, log, rows, schema
from detente.record.blobs import Blobs
from detente.record.codec import packed, reading_tree, written
from detente.record.database import Database, batches, insert, reading, writing
from detente.record.deriving import (
    Numbered,
    Row,
    Rows,
    clean,
    derive_document,
    derive_reading,
    derive_story,
)
from detente.record.heads import Head
from detente.record.log import Entry
from detente.record.store import Arrival, duplicate

# Only English is read so far; see `read/intake.py`.
LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a record holds; ``unread`` documents were added and not read yet."""

    documents: int
    stories: int
    unread: int
    removed: int
    statements: int
    events: int
    claims: int
    judgements: int


@dataclass(slots=True)
class _Batch:
    """What one call of `take_in` puts in."""

    documents: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    readings: list[Row] = field(default_factory=list)
    derived: list[Rows] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class CaseStore:
    """Keeps what was read and what people decided, in one database.

    Parameters
    ----------
    database
        Open and of the current form; `detente.record.cases.open_case` sees to that.
    by
        Who is at work, for the log; edits need a name.
    """

    def __init__(
        self, database: Database, blobs: Blobs, head: Head, *, by: str | None = None
    ) -> None:
        self.database = database
        self.blobs = blobs
        self.head = head
        self.by = clean(by)

    def close(self) -> None:
        """Let go of the database."""
        self.database.engine.dispose()

    # --- What came in -----------------------------------------------------------------------

    def add(self, reading: Reading) -> Finding | None:
        """Keep one reading, unless the same text is kept already: the finding then says so."""
        arrival = Arrival(document=reading.document, reading=reading)
        found = self.take_in([arrival], Provenance(tool="", version=""))
        return found[0] if found else None

    def unread(self, document: Document) -> bool:
        """Whether nothing is kept of what a text says."""
        table = schema.documents
        with reading(self.database) as connection:
            number = connection.execute(
                sa.select(table.c.no).where(table.c.id == document.id)
            ).scalar()
            return number is None or not rows.kept_readings(connection, [number])

    def take_in(self, arrivals: Sequence[Arrival], reader: Provenance) -> tuple[Finding, ...]:
        """Keep texts and readings, all of them or none; findings tell of texts kept already."""
        with writing(self.database) as connection:
            taking = _Taking(self, connection, [arrival.document for arrival in arrivals])
            for arrival in arrivals:
                taking.take(arrival)
            entry = taking.finish(reader)
        if entry is not None:
            self.head.write(entry)
        return tuple(taking.batch.findings)

    def read_again(self, readings: Sequence[Reading], reader: Provenance) -> None:
        """Keep newer readings of documents that are kept already."""
        with writing(self.database) as connection:
            taking = _Taking(self, connection, [newer.document for newer in readings])
            for newer in readings:
                taking.replace_reading(newer)
            entry = taking.finish(reader)
        if entry is not None:
            self.head.write(entry)

    def documents(
        self, *, unread: bool = False, not_by: Provenance | None = None
    ) -> tuple[Document, ...]:
        """Documents that count, in the order they came.

        Parameters
        ----------
        unread
            Only those of which nothing was read yet.
        not_by
            Only those that this reader has not read.
        """
        standing, readings, runs = schema.standing, schema.readings, schema.runs
        query = sa.select(standing.c.document).order_by(standing.c.document)
        if unread:
            query = query.where(standing.c.reading.is_(None))
        if not_by is not None:
            by_it = (
                sa.select(readings.c.no)
                .join(runs, runs.c.no == readings.c.run)
                .where(
                    runs.c.tool == not_by.tool,
                    runs.c.version == not_by.version,
                    runs.c.settings == not_by.settings,
                )
            )
            query = query.where(
                sa.or_(standing.c.reading.is_(None), standing.c.reading.not_in(by_it))
            )
        with reading(self.database) as connection:
            numbers = connection.execute(query).scalars().all()
            return tuple(rows.kept_documents(connection, numbers).values())

    def readings(self) -> tuple[Reading, ...]:
        """Readings in the order their documents were added, without documents removed."""
        with reading(self.database) as connection:
            return tuple(self._readings(connection, _standing(connection)))

    def _readings(self, connection: Connection, numbers: Sequence[int]) -> Iterator[Reading]:
        for piece in batches(numbers):
            kept = rows.kept_readings(connection, piece)
            for number, document in rows.kept_documents(connection, piece).items():
                if number in kept:
                    yield rows.reading_of(document, kept[number][1])

    def has_text_of(self, document: str) -> Document:
        """Document of this id; raises if it is not here."""
        with reading(self.database) as connection:
            number = self._number(connection, document)
            return rows.kept_documents(connection, [number])[number]

    def counts(self) -> Counts:
        """How much the record holds."""
        with reading(self.database) as connection:

            def count(table: sa.FromClause, *where: sa.ColumnElement[bool]) -> int:
                query = sa.select(sa.func.count()).select_from(table)
                return connection.execute(query.where(*where)).scalar() or 0

            standing = count(schema.standing)
            stories = sa.select(sa.func.count(schema.sketches.c.story.distinct())).join(
                schema.standing, schema.standing.c.document == schema.sketches.c.document
            )
            return Counts(
                documents=standing,
                stories=connection.execute(stories).scalar() or 0,
                unread=count(schema.standing, schema.standing.c.reading.is_(None)),
                removed=count(schema.documents) - standing,
                statements=count(schema.statements),
                events=count(schema.events),
                claims=count(schema.claims),
                judgements=count(schema.judgements, schema.judgements.c.active == 1),
            )

    def digest(self) -> str:
        """Digest of the content that counts; it hangs neither on order nor on time."""
        with reading(self.database) as connection:
            return digests.content_digest(_content(connection))

    # --- What people decide -----------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement; it stands until a later one on the same claim."""
        with writing(self.database) as connection:
            claim = self._claim(connection, judgement.claim)
            told = {
                "claim": claim.id,
                "party": claim.party,
                "attitude": claim.key.partition(":")[0],
                "text": claim.text,
                "decision": judgement.decision,
                "note": clean(judgement.note),
                "anchors": self._anchors(connection, claim.id),
            }
            entry = log.append(connection, "judged", told, clean(judgement.by))
            rows.write_edit(connection, entry)
        self.head.write(entry)

    def _anchors(self, connection: Connection, claim: str) -> list[dict[str, Any]]:
        table = schema.statements
        carrying = sa.select(table.c.document).where(table.c.claim == claim).distinct().limit(50)
        numbers = connection.execute(carrying).scalars().all()
        return [
            anchor
            for found in self._readings(connection, numbers)
            for anchor in anchors.anchors(claim, found)
        ]

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement that nobody took back, oldest first."""
        table = schema.judgements
        query = sa.select(table).where(table.c.active == 1).order_by(table.c.event_log)
        with reading(self.database) as connection:
            return tuple(
                Judgement(claim=r.claim, decision=r.decision, by=r.by, at=r.at, note=r.note)
                for r in connection.execute(query)
            )

    def claims(
        self,
        *,
        party: str | None = None,
        judged: bool | None = None,
        limit: int | None = None,
    ) -> tuple[Claim, ...]:
        """Claims that some statement makes now, by party and text."""
        table, judgements = schema.claims, schema.judgements
        query = sa.select(table).order_by(table.c.party, table.c.text, table.c.id).limit(limit)
        if party is not None:
            query = query.where(table.c.party == party)
        if judged is not None:
            ruled = sa.exists().where(judgements.c.claim == table.c.id, judgements.c.active == 1)
            query = query.where(ruled if judged else ~ruled)
        with reading(self.database) as connection:
            found = connection.execute(query).all()
            support = _support(connection, [row.id for row in found])
        return tuple(
            Claim(party=row.party, key=row.key, text=row.text, support=tuple(support[row.id]))
            for row in found
        )

    def claim(self, prefix: str) -> Claim:
        """Claim of this id, or whose id begins so; raises if none or several do."""
        with reading(self.database) as connection:
            return self._claim(connection, prefix)

    def _claim(self, connection: Connection, prefix: str) -> Claim:
        table = schema.claims
        begins = table.c.id.startswith(prefix, autoescape=True)
        found = connection.execute(sa.select(table).where(begins).limit(2)).all()
        exact = [row for row in found if row.id == prefix]
        match exact or found:
            case [row]:
                support = _support(connection, [row.id])[row.id]
                return Claim(party=row.party, key=row.key, text=row.text, support=tuple(support))
            case []:
                fix = "list the claims with `detente claims`"
                raise InputError(f"no claim has an id that begins with {prefix!r}", fix=fix)
            case _:
                fix = "give more of its letters; `detente claims` lists them"
                raise InputError(f"several claims have ids that begin with {prefix!r}", fix=fix)

    def whereabouts(self) -> tuple[anchors.Whereabouts, ...]:
        """What became of each claim that a judgement stands on."""
        with reading(self.database) as connection:
            judged = _last_judged(connection)
            standing = _support(connection, list(judged))
            return tuple(
                self._whereabouts(connection, claim, told, bool(standing[claim]))
                for claim, told in judged.items()
            )

    def _whereabouts(
        self, connection: Connection, claim: str, told: Any, standing: bool
    ) -> anchors.Whereabouts:
        placed = [anchors.Anchor(**anchor) for anchor in told["anchors"]]
        table, counts = schema.documents, schema.standing
        here = (
            sa.select(table.c.no)
            .join(counts, counts.c.document == table.c.no)
            .where(table.c.id.in_({anchor.document for anchor in placed}))
        )
        numbers = [] if standing else connection.execute(here).scalars().all()
        found = {r.document.id: r for r in self._readings(connection, numbers)}
        return anchors.whereabouts(claim, placed, standing, found)

    def remove(self, document: str, *, by: str, note: str = "") -> Entry:
        """Let a document count no longer; its text stays, and so does who removed it."""
        return self._bury(document, "removed", by=by, note=note)

    def bring_back(self, document: str, *, by: str, note: str = "") -> Entry:
        """Let a removed document count again."""
        return self._bury(document, "returned", by=by, note=note)

    def _bury(self, prefix: str, kind: log.Kind, *, by: str, note: str) -> Entry:
        with writing(self.database) as connection:
            number = self._number(connection, prefix)
            gone = number not in _standing(connection, [number])
            if gone == (kind == "removed"):
                state = "removed already" if gone else "not removed"
                raise InputError(f"{prefix} is {state}", fix="see what was done with `detente log`")
            document = rows.kept_documents(connection, [number])[number]
            told = {"document": document.id, "path": document.path, "note": note}
            entry = log.append(connection, kind, clean_tree(told), clean(by))
            rows.write_edit(connection, entry)
            self._set_standing(connection, number, counts=kind == "returned")
        self.head.write(entry)
        return entry

    def _set_standing(self, connection: Connection, number: int, *, counts: bool) -> None:
        standing = bool(_standing(connection, [number]))
        if counts and not standing:
            taking = _Taking(self, connection)
            taking.put_back(number)
        elif not counts and standing:
            rows.forget_document(self.database, connection, number)

    def _number(self, connection: Connection, prefix: str) -> int:
        """Number of the document with this id, beginning of an id, or path."""
        table, sources = schema.documents, schema.sources
        begins = table.c.id.startswith(prefix, autoescape=True)
        found = connection.execute(sa.select(table.c.no).where(begins).limit(2)).scalars().all()
        if not found:
            path = sa.select(sources.c.document).where(sources.c.path == clean(prefix)).distinct()
            found = connection.execute(path.limit(2)).scalars().all()
        if len(found) == 1:
            return int(found[0])
        what = "several documents are called" if found else "no document of the case is called"
        raise InputError(
            f"{what} {prefix!r}",
            fix="give its id or its path; `detente search` shows both",
        )

    # --- Undo and redo ----------------------------------------------------------------------

    def undo(self, by: str) -> Entry | None:
        """Take back the last edit of a person that stands; None if there is none."""
        return self._turn(by, "undone")

    def redo(self, by: str) -> Entry | None:
        """Bring back the last edit of a person that was undone; None if there is none."""
        return self._turn(by, "redone")

    def _turn(self, by: str, kind: log.Kind) -> Entry | None:
        by = clean(by)
        with writing(self.database) as connection:
            done = log.entries(connection, kinds=(*log.EDITS, "undone", "redone"), by=by)
            undoable, redoable = log.stacks(done)
            stack = undoable if kind == "undone" else redoable
            if not stack:
                return None
            target = stack[-1]
            entry = log.append(connection, kind, {"seq": target.seq}, by)
            self._activate(connection, target, active=kind == "redone")
        self.head.write(entry)
        return target

    def _activate(self, connection: Connection, target: Entry, *, active: bool) -> None:
        table = schema.judgements if target.kind == "judged" else schema.tombstones
        chosen = sa.update(table).where(table.c.event_log == target.seq)
        connection.execute(chosen.values(active=int(active)))
        if target.kind != "judged":
            number = rows.number_of(connection, target.told["document"])
            last = (
                sa.select(schema.tombstones.c.gone)
                .where(schema.tombstones.c.document == number, schema.tombstones.c.active == 1)
                .order_by(schema.tombstones.c.event_log.desc())
                .limit(1)
            )
            gone = bool(connection.execute(last).scalar())
            self._set_standing(connection, number, counts=not gone)

    def note_restored(self, *, made: str, entries: int) -> None:
        """Write into the log that the record is one that was restored."""
        with writing(self.database) as connection:
            entry = log.append(connection, "restored", {"made": made, "entries": entries}, self.by)
        self.head.write(entry)

    def history(self, *, newest: int | None = None, by: str | None = None) -> tuple[Entry, ...]:
        """Entries of the log, oldest first."""
        with reading(self.database) as connection:
            return tuple(log.entries(connection, newest=newest, by=by))


class _Taking:
    """One transaction that takes texts and readings in."""

    def __init__(
        self, store: CaseStore, connection: Connection, documents: Sequence[Document] = ()
    ) -> None:
        self.store = store
        self.connection = connection
        self.batch = _Batch()
        self.numbers = rows.next_numbers(connection)
        self.next = {
            table.name: rows.next_number(connection, table)
            for table in (schema.documents, schema.sources, schema.readings, schema.runs)
        }
        # What is known of the texts that come in, asked once for all of them.
        self._sha256: dict[int, str] = {}
        self._ids: dict[int, str] = {}
        self._number: dict[str, int] = {}
        self._blob: dict[tuple[int, str], str | None] = {}
        self._read: set[int] = set()
        self._fresh: dict[int, Document] = {}
        self._standing: dict[int, Row] = {}
        self._newly_read: list[tuple[int, int]] = []
        for piece in batches(sorted({document.id for document in documents})):
            self._look_up(piece)

    def _look_up(self, ids: Sequence[str]) -> None:
        documents, sources, readings = schema.documents, schema.sources, schema.readings
        columns = (documents.c.no, documents.c.id, documents.c.sha256)
        for row in self.connection.execute(sa.select(*columns).where(documents.c.id.in_(ids))):
            self._number[row.id] = row.no
            self._sha256[row.no] = row.sha256
            self._ids[row.no] = row.id
        numbers = list(self._sha256)
        told = sa.select(sources.c.document, sources.c.id, sources.c.blob)
        for row in self.connection.execute(told.where(sources.c.document.in_(numbers))):
            self._blob[row.document, row.id] = row.blob
        read = sa.select(readings.c.document).where(readings.c.document.in_(numbers))
        self._read |= set(self.connection.execute(read.distinct()).scalars())

    def _take_number(self, table: sa.Table) -> int:
        number = self.next[table.name]
        self.next[table.name] = number + 1
        return number

    def take(self, arrival: Arrival) -> None:
        """Take one text in, with where it came from and what was read in it."""
        document, ident = arrival.document, arrival.document.id
        known = self._known(document, ident)
        number = known or self._new_document(document, ident)
        self._take_source(number, ident, arrival)
        if known is None:
            self._derive_document(number, document)
        if arrival.reading is not None and number not in self._read:
            self._take_reading(number, arrival.reading)
        elif known is not None:
            self._tell_of_known(number, document)

    def replace_reading(self, newer: Reading) -> None:
        """Let a newer reading of a document stand in place of the one that stood."""
        number = self._known(newer.document, newer.document.id)
        if number is None or number not in _standing(self.connection, [number]):
            return
        rows.forget_reading(self.store.database, self.connection, number)
        self._take_reading(number, newer)

    def put_back(self, number: int) -> None:
        """Make the rows of a document that counts again."""
        document = self._kept(number)
        self._derive_document(number, document)
        kept = rows.kept_readings(self.connection, [number]).get(number)
        if kept:
            self._derive_reading(number, kept[0], rows.reading_of(document, kept[1]))
        self._write()

    def finish(self, reader: Provenance) -> Entry | None:
        """Write everything, and one entry of the log that names it all."""
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
        return log.append(self.connection, "added", told, self.store.by)

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
        self.batch.new.append(number)
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
                self.store.blobs.heal(self.connection, blob, arrival.source)
            return
        blob = None
        if arrival.source is not None:
            blob = self.store.blobs.put(self.connection, arrival.source)
        self._blob[number, source] = blob
        self.batch.sources.append(
            {
                "no": self._take_number(schema.sources),
                "document": number,
                "id": source,
                "blob": blob,
                "path": clean(document.path),
                "retrieved": clean(document.retrieved) or log.now(),
            }
            | told
        )

    def _take_reading(self, number: int, found: Reading) -> None:
        tree = reading_tree(found)
        data = written(tree).encode()
        row: Row = {
            "no": self._take_number(schema.readings),
            "document": number,
            "sha256": digests.sha256(data),
            "content": digests.reading_content(tree),
            "payload": packed(data),
        }
        self.batch.readings.append(row)
        self._read.add(number)
        self._derive_reading(number, row["no"], found)

    def _derive_document(self, number: int, document: Document) -> None:
        derived = derive_document(Numbered(number=number, document=document), self.numbers)
        (self._standing[number],) = derived["standing"]
        self.batch.derived.append(derived)
        if number in self._fresh:
            self.batch.derived.append(derive_story(number, document))

    def _derive_reading(self, number: int, reading_number: int, found: Reading) -> None:
        if number in self._standing:
            self._standing[number]["reading"] = reading_number
        elif number in _standing(self.connection, [number]):
            self._newly_read.append((number, reading_number))
        else:
            return  # of a document that was removed nothing is to be found
        numbered = Numbered(number=number, document=self._kept(number))
        self.batch.derived.append(derive_reading(numbered, found, self.numbers))

    def _kept(self, number: int) -> Document:
        fresh = self._fresh.get(number)
        return fresh or rows.kept_documents(self.connection, [number])[number]

    def _tell_of_known(self, number: int, document: Document) -> None:
        if number not in self._standing and number not in _standing(self.connection, [number]):
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
        rows.write(self.store.database, connection, batch.derived)
        for number, reading_number in self._newly_read:
            rows.read_anew(connection, number, reading_number)
        rows.link(connection, batch.new)


_SEALED_SOURCE = ("no", "id", "blob", "retrieved", "path")
_SOURCE = ("title", "publisher", "url", "published", "source_id")


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


def _standing(connection: Connection, among: Sequence[int] | None = None) -> Sequence[int]:
    """Numbers of the documents that count."""
    table = schema.standing
    query = sa.select(table.c.document).order_by(table.c.document)
    if among is not None:
        query = query.where(table.c.document.in_(among))
    return connection.execute(query).scalars().all()


def _support(connection: Connection, claims: Sequence[str]) -> dict[str, list[str]]:
    """Ids of the statements that carry each claim."""
    table = schema.statements
    found: dict[str, list[str]] = {claim: [] for claim in claims}
    for piece in batches(claims):
        query = sa.select(table.c.claim, table.c.id).where(table.c.claim.in_(piece))
        for row in connection.execute(query.order_by(table.c.no)):
            found[row.claim].append(row.id)
    return found


def _last_judged(connection: Connection) -> dict[str, Any]:
    """What the log tells of the last judgement on each claim that nobody took back."""
    table = schema.judgements
    active = connection.execute(sa.select(table.c.event_log).where(table.c.active == 1))
    numbers = set(active.scalars())
    return {
        entry.told["claim"]: entry.told
        for entry in log.entries(connection, kinds=("judged",))
        if entry.seq in numbers
    }


def _content(connection: Connection) -> Iterator[str]:
    """One line for everything that counts."""
    documents, standing = schema.documents, schema.standing
    sources, readings, judgements = schema.sources, schema.readings, schema.judgements
    texts = sa.select(documents.c.sha256).join(standing, standing.c.document == documents.c.no)
    yield from (f"text {sha256}" for sha256 in connection.execute(texts).scalars())
    told = sa.select(sources.c.id).join(standing, standing.c.document == sources.c.document)
    yield from (f"source {source}" for source in connection.execute(told).scalars())
    said = (
        sa.select(documents.c.id, readings.c.content)
        .join(standing, standing.c.document == documents.c.no)
        .join(readings, readings.c.no == standing.c.reading)
    )
    yield from (f"reading {row.id} {row.content}" for row in connection.execute(said))
    decided = sa.select(judgements).where(judgements.c.active == 1)
    last = {
        row.claim: written([row.claim, row.decision, row.by, row.note])
        for row in connection.execute(decided.order_by(judgements.c.event_log))
    }
    yield from (f"judgement {line}" for line in last.values())


def clean_tree(told: dict[str, Any]) -> dict[str, Any]:
    """Data for the log, with text that both databases take."""
    return {key: clean(value) for key, value in told.items()}
