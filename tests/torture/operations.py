"""What a case is put through while faults befall it.

Each operation can be made again after it was interrupted, and tells of every step that it was
told is done. What it should lead to is what it leads to undisturbed.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import cases
import sqlalchemy as sa

from detente.domain.evidence import Judgement
from detente.errors import DetenteError
from detente.record import Arrival, schema
from detente.record.backups import check, make
from detente.record.cases import init_case, open_case
from detente.record.database import SqliteDatabase, altering, database_of
from detente.record.doctoring import repair
from detente.record.folders import is_case, load_case
from detente.record.migrating import REVISIONS, create, drop
from detente.record.restoring import restore

TEXTS = [cases.reading(number) for number in range(10)]
NEWER = replace(cases.READER, version="2")

Done = Callable[[str], None]


@dataclass(frozen=True)
class Operation:
    """One thing that a person does.

    Parameters
    ----------
    prepare
        Makes the case that it is done to.
    run
        Does it, calling back with every step that is told of as done.
    there
        Steps that are there in a case, of those that may be told of as done.
    """

    name: str
    prepare: Callable[[Path, str | None], None]
    run: Callable[[Path, Done], None]
    there: Callable[[Path], set[str]]


def nothing(_: str) -> None:
    """Tell nobody."""


def opened(folder: Path, by: str = "ada"):
    return open_case(load_case(folder), by=by)


def arrivals(texts):
    return [
        Arrival(document=t.document, reading=t, source=f"source of {t.document.id}".encode() * 40)
        for t in texts
    ]


# --- What each is done to -------------------------------------------------------------------


def empty_case(folder: Path, url: str | None) -> None:
    init_case(folder, store=url)


def full_case(folder: Path, url: str | None) -> None:
    init_case(folder, store=url)
    store = opened(folder)
    store.take_in(arrivals(TEXTS), cases.READER)
    for claim in store.claims()[:3]:
        store.judge(Judgement(claim=claim.id, decision="unsure", by="ada", at="", note="at first"))
    store.close()


def unread_case(folder: Path, url: str | None) -> None:
    init_case(folder, store=url)
    store = opened(folder)
    store.take_in([replace(arrival, reading=None) for arrival in arrivals(TEXTS)], cases.READER)
    store.close()


def older_case(folder: Path, url: str | None, revision: str = REVISIONS[0]) -> None:
    """A case as an earlier version of the program had it."""
    full_case(folder, url)
    make_older(folder, url, revision)


def make_older(folder: Path, url: str | None, revision: str) -> None:
    """Put what is kept into the tables of an earlier version; what follows from it is gone."""
    database = database_of(folder, url)
    with altering(database) as connection:
        tables = (*schema.CARRIED, schema.blobs)
        kept = [(table, connection.execute(sa.select(table)).mappings().all()) for table in tables]
        drop(connection)
        create(connection, revision)
        for table, rows in kept:
            if rows:
                connection.execute(sa.insert(table), [dict(row) for row in rows])
        if isinstance(database, SqliteDatabase):
            connection.exec_driver_sql(f"PRAGMA user_version = {REVISIONS.index(revision) + 1}")
    database.engine.dispose()


def restorable_case(folder: Path, url: str | None) -> None:
    full_case(folder, url)
    store = opened(folder)
    made = make(load_case(folder), store.database, folder.parent / "kept", nothing)
    store.take_in(arrivals([cases.reading(50)]), cases.READER)
    store.close()
    shutil.rmtree(folder.parent / "backup", ignore_errors=True)
    made.folder.rename(folder.parent / "backup")


# --- What is done ---------------------------------------------------------------------------


def run_init(folder: Path, done: Done) -> None:
    url = (folder.parent / "url.txt").read_text() if (folder.parent / "url.txt").exists() else None
    if not is_case(folder):
        init_case(folder, store=url)
    done("made")


def run_add(folder: Path, done: Done) -> None:
    store = opened(folder)
    for text in TEXTS:
        store.take_in(arrivals([text]), cases.READER)
        done(text.document.id)
    store.close()


def run_read(folder: Path, done: Done) -> None:
    store = opened(folder)
    for text in TEXTS:
        if store.documents(not_by=NEWER) and text.document in bare(store.documents(not_by=NEWER)):
            store.read_again([text], NEWER)
        done(text.document.id)
    store.close()


def bare(documents):
    return [replace(document, retrieved=None) for document in documents]


def run_judge(folder: Path, done: Done) -> None:
    store = opened(folder)
    standing = {judgement.claim: judgement.decision for judgement in store.judgements()}
    for claim in store.claims():
        if standing.get(claim.id) != "rejected":
            store.judge(Judgement(claim=claim.id, decision="rejected", by="ada", at="", note="no"))
        done(claim.id)
    store.close()


def run_undo(folder: Path, done: Done) -> None:
    store = opened(folder)
    while (target := store.undo("ada")) is not None:
        done(str(target.seq))
    store.close()


def run_remove(folder: Path, done: Done) -> None:
    store = opened(folder)
    standing = {document.id for document in store.documents()}
    for text in TEXTS[:5]:
        if text.document.id in standing:
            store.remove(text.document.id, by="ada", note="out")
        done(text.document.id)
    store.close()


def run_migrate(folder: Path, done: Done) -> None:
    opened(folder).close()
    done("migrated")


def run_doctor(folder: Path, done: Done) -> None:
    store = opened(folder)
    repair(store, nothing)
    store.close()
    done("repaired")


def run_backup(folder: Path, done: Done) -> None:
    store = opened(folder)
    made = make(load_case(folder), store.database, folder.parent / "backups", nothing)
    store.close()
    done(made.folder.name)


def run_restore(folder: Path, done: Done) -> None:
    restore(folder.parent / "backup", folder, nothing)
    done("restored")


# --- What is there --------------------------------------------------------------------------


def with_store(folder: Path, ask):
    store = opened(folder)
    try:
        return ask(store)
    finally:
        store.close()


def documents_there(folder: Path) -> set[str]:
    return with_store(folder, lambda s: {r.document.id for r in s.readings()})


def documents_read(folder: Path) -> set[str]:
    unread = with_store(folder, lambda s: {d.id for d in s.documents(not_by=NEWER)})
    return {text.document.id for text in TEXTS} - unread


def claims_rejected(folder: Path) -> set[str]:
    return with_store(
        folder, lambda s: {j.claim for j in s.judgements() if j.decision == "rejected"}
    )


def edits_undone(folder: Path) -> set[str]:
    return with_store(
        folder, lambda s: {str(e.told["seq"]) for e in s.history() if e.kind == "undone"}
    )


def documents_gone(folder: Path) -> set[str]:
    standing = with_store(folder, lambda s: {d.id for d in s.documents()})
    return {text.document.id for text in TEXTS} - standing


def backups_there(folder: Path) -> set[str]:
    found = set()
    for backup in (folder.parent / "backups").glob("[0-9]*"):
        with suppress(DetenteError):
            check(backup)
            found.add(backup.name)
    return found


def whole(folder: Path) -> set[str]:
    """Steps of operations that leave a case open to anybody."""
    counts = with_store(folder, lambda s: s.counts())
    return {"made", "migrated", "repaired"} | ({"restored"} if counts.documents == 10 else set())


OPERATIONS = (
    Operation("init", lambda folder, url: None, run_init, whole),
    Operation("add", empty_case, run_add, documents_there),
    Operation("read", unread_case, run_read, documents_read),
    Operation("judge", full_case, run_judge, claims_rejected),
    Operation("undo", full_case, run_undo, edits_undone),
    Operation("remove", full_case, run_remove, documents_gone),
    Operation("migrate", older_case, run_migrate, whole),
    Operation("doctor", full_case, run_doctor, whole),
    Operation("backup", full_case, run_backup, backups_there),
    Operation("restore", restorable_case, run_restore, whole),
)
