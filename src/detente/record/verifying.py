"""Recomputing every hash of a record, and saying what is damaged.

What is kept is checked against its own hashes and against the log, the log against its chain,
what is made from it against making it again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Document, Reading
from detente.domain.findings import Finding, Place, Severity
from detente.errors import StoreError
from detente.record import blobs, digests, kept, log, schema, stories
from detente.record.codec import reading_from_bytes, unpacked
from detente.record.comparing import (
    actual_rows,
    expected_of_removed,
    expected_rows,
    same_claim,
)
from detente.record.database import batches, reading, writing
from detente.record.deriving import Numbered, Row
from detente.record.failing import translated
from detente.record.keeping import CaseStore
from detente.record.rows import Tell

RESTORE = "restore the last backup with `detente restore`"
DOCTOR = "make it anew with `detente doctor`; nothing is lost"


@dataclass(slots=True)
class Report:
    """What was checked, and what is wrong."""

    findings: list[Finding] = field(default_factory=list)
    checked: dict[str, int] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged; a blob that nothing names is no damage."""
        return not any(finding.severity == "error" for finding in self.findings)

    def tell(
        self, code: str, where: str, what: str, fix: str, severity: Severity = "error"
    ) -> None:
        """Note a problem."""
        self.findings.append(
            Finding(code=code, severity=severity, what=what, fix=fix, where=Place(path=where))
        )

    def count(self, what: str, more: int = 1) -> None:
        """Note that something was checked."""
        self.checked[what] = self.checked.get(what, 0) + more


def verify(store: CaseStore, tell: Tell = lambda _: None) -> Report:
    """Check everything that a record holds; it may be read by others meanwhile."""
    report = Report()
    with _surviving(store, report, "the database"):
        _check_structure(store, report, tell)
    with _surviving(store, report, "the database"), reading(store.database) as connection:
        check = _Check(store, connection, report, tell)
        parts: dict[str, Callable[[], None]] = {
            "the log": check.check_log,
            "the texts": check.check_documents,
            "the sources": check.check_sources,
            "the runs": check.check_runs,
            "the readings and the index": check.check_readings,
            "the edits": check.check_edits,
            "the stories": check.check_stories,
            "the blobs": check.check_blobs,
        }
        for part, of_it in parts.items():
            tell(f"checking {part}")
            with _surviving(store, report, part):
                of_it()
    return report


@contextmanager
def _surviving(store: CaseStore, report: Report, part: str) -> Iterator[None]:
    """Go on with the other parts where one cannot even be read."""
    try:
        with translated(store.database.name):
            yield
    except StoreError as error:
        report.tell("damaged-database", store.database.name, f"{part}: {error.what}", error.fix)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = f"{part} cannot be made sense of: {type(error).__name__}: {error}"
        report.tell("damaged-database", store.database.name, what, RESTORE)


def _check_structure(store: CaseStore, report: Report, tell: Tell) -> None:
    tell("checking the database file")
    try:
        with writing(store.database) as connection:
            damage = store.database.index_damage(connection)
    except StoreError as error:
        if "read-only" not in error.what:
            raise
        what = "the index was not checked, because the case is read-only"
        report.tell("not-checked", store.database.name, what, "verify a copy of the case", "info")
        return
    if damage is not None:
        what = f"the database is damaged inside: {damage}"
        fix = "try `detente doctor`; if that does not help, restore the last backup"
        report.tell("damaged-database", store.database.name, what, fix)


class _Check:
    """The checks in one view of the database."""

    def __init__(
        self, store: CaseStore, connection: Connection, report: Report, tell: Tell
    ) -> None:
        self._store = store
        self._connection = connection
        self._report = report
        self._tell = tell
        self._name = store.database.name
        # What the log tells of: by id or number, the hashes.
        self._documents: dict[str, str] = {}
        self._sources: dict[int, list[Any]] = {}
        self._readings: dict[int, list[Any]] = {}
        self._runs: dict[int, Any] = {}
        self._done: list[log.Entry] = []
        self._blobs: set[str] = set()

    # --- The log ----------------------------------------------------------------------------

    def check_log(self) -> None:
        previous, number = log.START, 0
        head = self._store.head.read()
        noted = None
        for entry in log.entries(self._connection):
            number += 1
            self._report.count("log entries")
            said = {name: getattr(entry, name) for name in _SEALED}
            if entry.seq != number or entry.previous != previous or entry.hash != log.seal(**said):
                what = f"entry {entry.seq} of the log, or one before it, is not as it was written"
                self._report.tell("broken-chain", self._name, what, RESTORE)
                number = entry.seq
            previous = entry.hash
            if head is not None and entry.seq == head[0]:
                noted = entry.hash
            self._take_note(entry)
        if head is not None and noted != head[1]:
            what = f"the log ends at entry {number}, and entry {head[0]} was written once"
            if noted is not None:
                what = f"entry {head[0]} of the log is another one than was written"
            self._report.tell("log-cut-short", self._name, what, RESTORE)

    def _take_note(self, entry: log.Entry) -> None:
        told = entry.told
        match entry.kind:
            case "created":
                if told["case"] != kept.get_meta(self._connection, "case"):
                    what = "the id of the case is not the one it was created with"
                    self._report.tell("damaged-database", self._name, what, RESTORE)
            case "added":
                self._documents |= told["documents"]
                self._sources |= {number: rest for number, *rest in told["sources"]}
                self._readings |= {number: rest for number, *rest in told["readings"]}
                if told["run"]:
                    self._runs[told["run"]["no"]] = told["run"]
            case "judged" | "removed" | "returned" | "undone" | "redone":
                self._done.append(entry)

    # --- What is kept -----------------------------------------------------------------------

    def check_documents(self) -> None:
        table = schema.documents
        told = dict(self._documents)
        for number in self._numbers(table):
            row = self._row(table, number)
            self._report.count("texts")
            known = told.pop(row.id, None)
            sound = digests.sha256(row.text) == row.sha256 == known
            if sound:
                sound = Document(text=kept.decoded(row.text)).id == row.id
            if not sound:
                what = f"the text of {self._called(row.no, row.id)} is not as it was received"
                self._report.tell("damaged-text", self._name, what, RESTORE)
        for document in told:
            what = f"{document} is in the log and not among the texts"
            self._report.tell("damaged-text", self._name, what, RESTORE)

    def check_sources(self) -> None:
        table = schema.sources
        told = dict(self._sources)
        for number in self._numbers(table):
            row = self._row(table, number)
            self._report.count("sources")
            if row.blob:
                self._blobs.add(row.blob)
            identity = sa.select(schema.documents.c.id).where(schema.documents.c.no == row.document)
            document = self._connection.execute(identity).scalar()
            fields = {name: getattr(row, name) for name in _TOLD}
            sealed = digests.source_id(document or "", **fields)
            if told.pop(number, None) != [row.id, row.blob, row.retrieved, row.path]:
                sealed = ""
            if sealed != row.id:
                what = f"where {row.path or document} came from is not as it was noted"
                self._report.tell("damaged-source", self._name, what, RESTORE)
        for number in told:
            what = f"source {number} is in the log and not among the sources"
            self._report.tell("damaged-source", self._name, what, RESTORE)

    def check_runs(self) -> None:
        told = dict(self._runs)
        table = schema.runs
        for row in self._connection.execute(sa.select(table).order_by(table.c.no)):
            self._report.count("runs")
            if told.pop(row.no, None) != dict(row._mapping):
                what = f"run {row.no} is not as it was noted"
                self._report.tell("damaged-source", self._name, what, RESTORE)
        for number in told:
            what = f"run {number} is in the log and not among the runs"
            self._report.tell("damaged-source", self._name, what, RESTORE)

    def check_readings(self) -> None:
        """Check readings, and the rows that follow from those that stand."""
        told = dict(self._readings)
        table = schema.readings
        claims: dict[str, Row] = {}
        standing = set(kept.standing(self._connection))
        for piece in batches(kept.all_numbers(self._connection), 200):
            newest: dict[int, tuple[int, Reading]] = {}
            documents = kept.documents_of(self._connection, piece)
            query = sa.select(table).where(table.c.document.in_(piece)).order_by(table.c.no)
            for row in self._connection.execute(query):
                found = self._reading(row, documents[row.document], told)
                if found is not None:
                    newest[row.document] = (row.no, found)
            counting = standing.intersection(piece)
            self._derived(documents, counting, newest, claims)
            self._tell(f"checking the readings: {self._report.checked.get('readings', 0)}")
        for number in told:
            what = f"reading {number} is in the log and not among the readings"
            self._report.tell("damaged-reading", self._name, what, RESTORE)
        self._claims(claims)

    def _reading(self, row: Any, document: Document, told: dict[int, list[Any]]) -> Reading | None:
        self._report.count("readings")
        known = told.pop(row.no, None)
        try:
            data = unpacked(row.payload)
            found = reading_from_bytes(data, document)
        except (ValueError, TypeError, KeyError):
            data, found = b"", None
        sound = known == [document.id, row.sha256, row.content] and found is not None
        if not sound or digests.sha256(data) != row.sha256:
            what = f"what was read in {document.path or document.id} is not as it was written"
            self._report.tell("damaged-reading", self._name, what, RESTORE)
        return found

    # --- What is made from it ---------------------------------------------------------------

    def _derived(
        self,
        documents: dict[int, Document],
        counting: set[int],
        newest: dict[int, tuple[int, Reading]],
        claims: dict[str, Row],
    ) -> None:
        actual = actual_rows(self._connection, list(documents))
        for number, document in documents.items():
            numbered = Numbered(number=number, document=document)
            if number in counting:
                reading_number, found = newest.get(number, (None, None))
                expected = expected_rows(numbered, reading_number, found, claims)
            else:
                expected = expected_of_removed(numbered)
            if expected != actual[number]:
                name = document.path or document.id
                what = f"what is found of {name} by searching differs from what was read in it"
                self._report.tell("index-out-of-step", self._name, what, DOCTOR)

    def _claims(self, expected: dict[str, Row]) -> None:
        table = schema.claims
        for row in self._connection.execute(sa.select(table)):
            self._report.count("claims")
            # The text of a claim is that of the statement that came first.
            wanted = expected.pop(row.id, None)
            if wanted is None or not same_claim(wanted, row):
                what = f"claim {row.id} differs from what the statements say"
                self._report.tell("index-out-of-step", self._name, what, DOCTOR)
        for claim in expected:
            what = f"claim {claim} is missing from the list of claims"
            self._report.tell("index-out-of-step", self._name, what, DOCTOR)

    def check_edits(self) -> None:
        """Check judgements and tombstones against the log that they follow from."""
        undone = log.inactive(self._done)
        gone: dict[str, bool] = {}
        expected: Counter[tuple[Any, ...]] = Counter()
        for entry in self._done:
            told, active = entry.told, int(entry.seq not in undone)
            if entry.kind == "judged":
                row = (entry.seq, told["claim"], told["decision"], entry.by, entry.at)
                expected[*row, told["note"], active] += 1
            elif entry.kind in ("removed", "returned"):
                is_gone = entry.kind == "removed"
                row = (entry.seq, told["document"], int(is_gone), entry.by, entry.at)
                expected[*row, told["note"], active] += 1
                if active:
                    gone[told["document"]] = is_gone
        if expected != Counter(self._edits()):
            what = "the judgements differ from those in the log"
            self._report.tell("index-out-of-step", self._name, what, DOCTOR)
        self._check_standing({document for document, is_gone in gone.items() if is_gone})

    def _edits(self) -> Iterator[tuple[Any, ...]]:
        judged, buried, documents = schema.judgements.c, schema.tombstones.c, schema.documents
        columns = (judged.event_log, judged.claim, judged.decision, judged.by, judged.at)
        for row in self._connection.execute(sa.select(*columns, judged.note, judged.active)):
            self._report.count("judgements")
            yield tuple(row)
        query = sa.select(
            buried.event_log, documents.c.id, buried.gone, buried.by, buried.at, buried.note,
            buried.active,
        ).join(documents, documents.c.no == buried.document)  # fmt: skip
        yield from (tuple(row) for row in self._connection.execute(query))

    def _check_standing(self, gone: set[str]) -> None:
        documents, standing = schema.documents, schema.standing
        query = sa.select(documents.c.id).where(
            documents.c.no.not_in(sa.select(standing.c.document))
        )
        if set(self._connection.execute(query).scalars()) != gone:
            what = "the documents that count are not those that the log leaves"
            self._report.tell("index-out-of-step", self._name, what, DOCTOR)

    def check_stories(self) -> None:
        """Check which texts count as copies of one story."""
        table = schema.sketches
        sketches, roots = {}, {}
        for row in self._connection.execute(sa.select(table)):
            sketches[row.document] = stories.from_bytes(row.sketch)
            roots[row.document] = row.story
        if stories.grouped(sketches) != roots:
            what = "which texts count as copies of one story is not what their words say"
            self._report.tell("index-out-of-step", self._name, what, DOCTOR)

    def check_blobs(self) -> None:
        """Check the source bytes, those too that nothing names."""
        for sha256 in sorted(self._blobs):
            self._report.count("blobs")
            state = blobs.state(self._store.blobs, self._connection, sha256)
            if state != "sound":
                what = f"the source bytes of {self._of_blob(sha256)} are {state}"
                fix = "add the file once more with `detente add`, or restore the last backup"
                where = f"blobs/{sha256[:2]}/{sha256}"
                if state == "missing":
                    self._report.tell("missing-blob", where, what, fix)
                else:
                    self._report.tell("damaged-blob", where, what, fix)
        for name in sorted(self._store.blobs.names(self._connection) - self._blobs):
            what = "these bytes belong to nothing; an interrupted call left them"
            fix = "remove them with `detente doctor`"
            self._report.tell("orphan-blob", f"blobs/{name}", what, fix, "info")

    # --- Helpers ----------------------------------------------------------------------------

    def _of_blob(self, sha256: str) -> str:
        table = schema.sources
        query = sa.select(table.c.path).where(table.c.blob == sha256).limit(1)
        return self._connection.execute(query).scalar() or sha256

    def _called(self, number: int, document: str) -> str:
        table = schema.sources
        query = sa.select(table.c.path).where(table.c.document == number).limit(1)
        return self._connection.execute(query).scalar() or document

    def _numbers(self, table: sa.Table) -> Sequence[int]:
        return self._connection.execute(sa.select(table.c.no).order_by(table.c.no)).scalars().all()

    def _row(self, table: sa.Table, number: int) -> Any:
        return self._connection.execute(sa.select(table).where(table.c.no == number)).one()


_SEALED = ("seq", "at", "by", "kind", "payload", "previous")
_TOLD = ("title", "publisher", "url", "published", "source_id")
