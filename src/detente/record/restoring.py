"""Making a case what a backup holds; what it was before is kept."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from detente.errors import InputError, StoreError
from detente.record import database, log
from detente.record.backups import (
    FOLDER,
    RECORD,
    Backup,
    carry,
    check,
    disk_errors,
    files_of,
    free,
    is_backup,
    last_entry,
    make,
    settle,
)
from detente.record.blobs import TableBlobs, hashed
from detente.record.cases import open_case
from detente.record.database import SqliteDatabase, altering, database_of, reading
from detente.record.failing import translated
from detente.record.folders import FILE, Case, is_case, load_case, write_case
from detente.record.heads import head_of
from detente.record.migrating import REVISIONS, create, drop, revision
from detente.record.rows import Tell, rebuild
from detente.record.writing import copy_file, make_folder, sync_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore did; ``before`` holds the case as it was, if there was one."""

    case: Case
    backup: Backup
    before: Path | None


def restore(folder: Path, target: Path, tell: Tell, *, store: str | None = None) -> Restored:
    """Make a case what a backup holds; what it was before is kept as a backup of its own.

    Parameters
    ----------
    target
        The case that the backup is of, or a folder that is not there yet or empty.
    store
        Address of a PostgreSQL database for a new case; an existing one keeps its own.

    Raises
    ------
    StoreError
        If the backup is damaged or of another case; nothing is changed then.
    InputError
        If a store is named for a case that has one, or the target is a backup.
    """
    tell("checking the backup")
    backup = check(folder)
    if is_backup(target):
        raise InputError(
            f"{target} is a backup itself, and backups are never changed",
            fix="name the case, or a folder that is not there yet",
        )
    if is_case(target):
        case = load_case(target)
        if store is not None:
            raise InputError(
                f"{target} keeps its record where it is, and --store names another place",
                fix="leave --store out, or restore into a folder that is not there yet",
            )
        if case.id != backup.case:
            raise StoreError(
                f"{folder} is a backup of another case, {backup.name!r}",
                fix="name a folder that is not there yet, to restore it beside this one",
            )
        before: Kept | None = _keep_what_is(case, tell)
    else:
        if target.exists() and any(target.iterdir()):
            raise StoreError(
                f"{target} is not empty and is not a case",
                fix="name the case, or a folder that is not there yet",
            )
        before = None
        case = replace(load_case(folder), folder=target, store=store)
    with disk_errors(target):
        make_folder(target)
        # Bytes do no harm if it goes no further; the dispute comes when the record is there.
        _restore_files(folder, target, blobs=True)
        _restore_record(folder, case, before, tell)
        _restore_files(folder, target, blobs=False)
        write_case(case)
    _note(case, backup)
    return Restored(case=case, backup=backup, before=before.folder if before else None)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a case was before a restore, and where its log ended; None if it was damaged."""

    folder: Path
    head: tuple[int, str] | None

    def check(self, case: Case, head: tuple[int, str]) -> None:
        """Refuse to write over what somebody did since: nothing would keep it."""
        if self.head is not None and self.head != head:
            raise StoreError(
                f"{case.where} was changed by somebody while it was being kept",
                fix="run it again; nothing was restored, and nothing is lost",
            )


def _keep_what_is(case: Case, tell: Tell) -> Kept:
    """Keep a case as it is: as a backup, or its bare files where it is too damaged for one."""
    tell("keeping the case as it is now")
    try:
        store = open_case(case, tell=tell)
        try:
            made = make(case, store.database, None, tell)
            return Kept(made.folder, (made.entries, made.head))
        finally:
            store.close()
    except StoreError:
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
        with disk_errors(case.folder):
            kept = free(case.folder / FOLDER / f"{moment}-damaged")
            kept.mkdir(parents=True)
            for name in RECORD:
                if (case.folder / name).is_file():
                    shutil.copy2(case.folder / name, kept / name)
            sync_all(kept)
        return Kept(kept, None)


def _restore_files(folder: Path, target: Path, *, blobs: bool) -> None:
    """Copy the source bytes that are not there or not sound, or all other files."""
    for name in files_of(folder):
        path = target / name
        if name in ("record.db", FILE) or name.startswith("blobs/") is not blobs:
            continue
        if blobs and path.is_file() and hashed(path) == path.name:
            continue
        copy_file(folder / name, path)


def _restore_record(folder: Path, case: Case, before: Kept | None, tell: Tell) -> None:
    tell("restoring the record")
    if case.store is None:
        _restore_file(folder / "record.db", case, before)
    else:
        _import(folder, case, before, tell)


def _restore_file(source: Path, case: Case, before: Kept | None) -> None:
    """Write a database over another, in one transaction that whoever has it open sees."""
    target, head = case.folder / "record.db", head_of(case.folder).path
    with closing(sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)) as good:
        try:
            with closing(sqlite3.connect(target, timeout=database.PATIENCE)) as old:
                old.execute("BEGIN IMMEDIATE")
                if before is not None and before.head is not None:
                    before.check(case, last_entry(old))
                old.execute("ROLLBACK")
                # Before the log is shorter than this note says, and not after.
                head.unlink(missing_ok=True)
                good.backup(old, progress=_patience(), sleep=0.1)
                old.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                with translated(str(target)):
                    raise
            head.unlink(missing_ok=True)
            _replace_file(source, target)
    settle(target)


def _patience() -> Callable[[int, int, int], None]:
    """Give up copying into a database in which another process writes; the library never does."""
    end = time.monotonic() + database.PATIENCE
    seen = -1

    def watch(_: int, remaining: int, total: int) -> None:
        nonlocal end, seen
        if remaining != seen:
            seen, end = remaining, time.monotonic() + database.PATIENCE
        elif time.monotonic() > end:
            raise sqlite3.OperationalError("database is locked")

    return watch


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    return any(word in str(error) for word in ("malformed", "not a database", "corrupt"))


def _replace_file(source: Path, target: Path) -> None:
    """Put a file in place of one that is no database any more."""
    for end in ("-wal", "-shm", "-journal"):
        target.with_name(target.name + end).unlink(missing_ok=True)
    copy_file(source, target)


def _import(folder: Path, case: Case, before: Kept | None, tell: Tell) -> None:
    """Put a backup's record on a server, in one transaction."""
    copy = SqliteDatabase(folder / "record.db", read_only=True)
    database = database_of(case.folder, case.store)
    try:
        with reading(copy) as source, altering(database) as target:
            if before is not None and before.head is not None:
                target.exec_driver_sql("LOCK TABLE meta IN EXCLUSIVE MODE")
                before.check(case, log.head(target))
            head_of(case.folder).path.unlink(missing_ok=True)
            drop(target)
            create(target, revision(source) or REVISIONS[-1])
            carry(source, target, tell)
            if revision(target) == REVISIONS[-1]:
                rebuild(database, target, tell)
            blobs = TableBlobs()
            for path in sorted((folder / "blobs").glob("*/*")):
                blobs.put(target, path)
    finally:
        copy.engine.dispose()
        database.engine.dispose()


def _note(case: Case, backup: Backup) -> None:
    """Write into the log that it was restored."""
    store = open_case(case)
    try:
        store.note_restored(made=backup.made, entries=backup.entries)
    finally:
        store.close()
