"""The evidence store of a case, in a database that outlives the program."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Claim, Document, Judgement, Provenance, Reading
from detente.domain.findings import Finding
from detente.record import anchors, claiming, counting, kept, log, schema
from detente.record.blobs import Blobs
from detente.record.counting import Counts
from detente.record.database import Database, reading, writing
from detente.record.deriving import clean
from detente.record.editing import Editing
from detente.record.failing import sealed
from detente.record.heads import Head
from detente.record.log import Entry
from detente.record.looking import Look
from detente.record.store import Arrival
from detente.record.taking import Taking


class CaseStore:
    """Keeps what was read and what people decided, in one database.

    Parameters
    ----------
    database
        Open and of the current form; `detente.record.cases.open_case` sees to that.
    by
        Who is at work, for the log; edits need a name.
    sealed
        Whether it is a backup: looked at, and never changed.
    """

    def __init__(
        self,
        database: Database,
        blobs: Blobs,
        head: Head,
        *,
        by: str | None = None,
        sealed: bool = False,
    ) -> None:
        self.database = database
        self.blobs = blobs
        self.head = head
        self.by = clean(by)
        self.sealed = sealed

    def close(self) -> None:
        """Let go of the database."""
        self.database.engine.dispose()

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """One transaction that writes; once it stands, note where the log ends.

        Raises
        ------
        StoreError
            If this is a backup, which would not be one any more.
        """
        if self.sealed:
            raise sealed(self.database.name)
        with writing(self.database) as connection:
            yield connection
            number, hash_ = log.head(connection)
        self.head.write(number, hash_)

    @contextmanager
    def _editing(self) -> Iterator[Editing]:
        with self.changing() as connection:
            yield Editing(connection, self.database, self.blobs)

    # --- What came in -----------------------------------------------------------------------

    def unread(self, document: Document) -> bool:
        """Whether nothing is kept of what a text says."""
        table = schema.documents
        with reading(self.database) as connection:
            number = connection.execute(
                sa.select(table.c.no).where(table.c.id == document.id)
            ).scalar()
            return number is None or not kept.newest_readings(connection, [number])

    def take_in(self, arrivals: Sequence[Arrival], reader: Provenance) -> tuple[Finding, ...]:
        """Keep texts and readings, all of them or none; findings tell of texts kept already."""
        with self.changing() as connection:
            taking = Taking(connection, self.database, self.blobs)
            taking.take_all(arrivals)
            taking.finish(reader, self.by)
        return tuple(taking.batch.findings)

    def read_again(self, readings: Sequence[Reading], reader: Provenance) -> None:
        """Keep newer readings of documents that are kept already."""
        with self.changing() as connection:
            taking = Taking(connection, self.database, self.blobs)
            taking.replace_readings(readings)
            taking.finish(reader, self.by)

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
            return tuple(kept.documents_of(connection, numbers).values())

    def readings(self) -> tuple[Reading, ...]:
        """Readings in the order their documents were added, without documents removed."""
        with reading(self.database) as connection:
            return tuple(kept.readings_of(connection, kept.standing(connection)))

    @contextmanager
    def looking(self) -> Iterator[Look]:
        """One look at what counts; what others change meanwhile is not in it."""
        with reading(self.database) as connection:
            yield Look(connection)

    def counts(self) -> Counts:
        """How much the record holds."""
        with reading(self.database) as connection:
            return counting.counts(connection)

    def digest(self) -> str:
        """Digest of the content that counts; it hangs neither on order nor on time."""
        with reading(self.database) as connection:
            return counting.digest(connection)

    # --- What is claimed --------------------------------------------------------------------

    def claims(
        self,
        *,
        party: str | None = None,
        judged: bool | None = None,
        limit: int | None = None,
    ) -> tuple[Claim, ...]:
        """Claims that some statement makes now, by party and text."""
        with reading(self.database) as connection:
            return claiming.claims_of(connection, party=party, judged=judged, limit=limit)

    def claim(self, prefix: str) -> Claim:
        """Claim of this id, or whose id begins so; raises if none or several do."""
        with reading(self.database) as connection:
            return claiming.claim_called(connection, prefix)

    def whereabouts(self) -> tuple[anchors.Whereabouts, ...]:
        """What became of each claim that a judgement stands on."""
        with reading(self.database) as connection:
            return tuple(claiming.whereabouts(connection))

    # --- What people decide -----------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement; it stands until a later one on the same claim."""
        with self._editing() as editing:
            editing.judge(judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement that nobody took back, oldest first."""
        table = schema.judgements
        query = sa.select(table).where(table.c.active == 1).order_by(table.c.event_log)
        with reading(self.database) as connection:
            return tuple(
                Judgement(claim=r.claim, decision=r.decision, by=r.by, at=r.at, note=r.note)
                for r in connection.execute(query)
            )

    def remove(self, document: str, *, by: str, note: str = "") -> Entry:
        """Let a document count no longer; its text stays, and so does who removed it."""
        with self._editing() as editing:
            return editing.remove(document, by=by, note=note)

    def bring_back(self, document: str, *, by: str, note: str = "") -> Entry:
        """Let a removed document count again."""
        with self._editing() as editing:
            return editing.bring_back(document, by=by, note=note)

    def undo(self, by: str) -> Entry | None:
        """Take back the last edit of a person that stands; None if there is none."""
        with self._editing() as editing:
            return editing.undo(clean(by))

    def redo(self, by: str) -> Entry | None:
        """Bring back the last edit of a person that was undone; None if there is none."""
        with self._editing() as editing:
            return editing.redo(clean(by))

    def history(self, *, newest: int | None = None, by: str | None = None) -> tuple[Entry, ...]:
        """Entries of the log, oldest first."""
        with reading(self.database) as connection:
            return tuple(log.entries(connection, newest=newest, by=by))

    def note_restored(self, *, made: str, entries: int) -> None:
        """Write into the log that the record is one that was restored."""
        with self.changing() as connection:
            log.append(connection, "restored", {"made": made, "entries": entries}, self.by)
