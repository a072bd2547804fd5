"""Copies of a whole case, each checked by a list of hashes that is written last.

A backup is itself a case that can be opened. Its record is always an SQLite file, also that of
a case on PostgreSQL, so that a backup needs no server to be looked at, and a case can move from
one kind of database to the other.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import StoreError
from detente.record import log, schema
from detente.record.blobs import FolderBlobs, blobs_of, hashed
from detente.record.database import (
    Database,
    SqliteDatabase,
    altering,
    reading,
)
from detente.record.failing import translated
from detente.record.folders import FILE, MEMORY, Case, write_case
from detente.record.migrating import REVISIONS, revision, upgrade
from detente.record.rows import Tell, rebuild
from detente.record.writing import TEMPORARY, make_folder, sync_all, sync_file, sync_folder

MANIFEST = "backup.json"
FOLDER = "backups"
FORMAT = 1
UNFINISHED = ".unfinished-"
# Parts of a case that are not copied as files.
RECORD = ("record.db", "record.db-wal", "record.db-shm", "record.db-journal", "record.head")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was checked; ``entries`` is how far its log goes."""

    folder: Path
    case: str
    name: str
    made: str
    entries: int
    head: str
    files: int


def is_backup(folder: Path) -> bool:
    """Whether a folder is a backup, sound or not."""
    return (folder / MANIFEST).is_file()


# --- Making ---------------------------------------------------------------------------------


def make(case: Case, database: Database, target: Path | None, tell: Tell) -> Backup:
    """Copy a case, while others may be working on it.

    Parameters
    ----------
    target
        Folder in which backups are collected; the case's own `backups` unless given.

    Raises
    ------
    StoreError
        If it cannot be written; nothing half-written is left under the backup's name.
    """
    return _make(case, database, target or case.folder / FOLDER, tell)


def before_upgrade(case: Case, database: Database) -> Backup:
    """Copy a case whose record is of an older form, as it is."""
    with reading(database) as connection:
        found = revision(connection)
    return _make(case, database, case.folder / FOLDER, lambda _: None, f"before-{found}")


def _make(case: Case, database: Database, target: Path, tell: Tell, why: str = "") -> Backup:
    moment = datetime.now(UTC)
    name = "-".join(part for part in (moment.strftime("%Y-%m-%dT%H%M%SZ"), why) if part)
    with disk_errors(target):
        make_folder(target)
        work = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=target))
        try:
            tell("copying the record")
            _copy_record(database, work / "record.db", tell)
            _copy_blobs(case, database, work, tell)
            tell("copying the other files")
            _copy_files(case.folder, work, leaving=target)
            write_case(replace(case, folder=work, store=None))
            made = _write_manifest(case, work, moment)
            sync_all(work)
            folder = free(target / name)
            work.chmod(0o755)
            work.replace(folder)
            sync_folder(target)
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
    return replace(made, folder=folder)


def _copy_record(database: Database, path: Path, tell: Tell) -> None:
    if isinstance(database, SqliteDatabase):
        with translated(database.name), database.engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            with closing(sqlite3.connect(path)) as target:
                source.backup(target)
    else:
        _export(database, path, tell)
    settle(path)


def settle(path: Path) -> None:
    """Put everything into the one file, and that on the disk."""
    with translated(str(path)), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sync_file(path)


def _export(database: Database, path: Path, tell: Tell) -> None:
    """Copy what is kept from a server into a file, and make there what follows from it."""
    copy = SqliteDatabase(path)
    try:
        copy.create_file()
        with reading(database) as source:
            upgrade(copy, tell, to=revision(source) or REVISIONS[-1])
            with altering(copy) as target:
                carry(source, target, tell)
                if revision(target) == REVISIONS[-1]:
                    rebuild(copy, target, tell)
    finally:
        copy.engine.dispose()


def carry(source: Connection, target: Connection, tell: Tell) -> None:
    """Copy the rows of every table that is never made from another."""
    for table in schema.CARRIED:
        tell(f"copying the record: {table.name}")
        rows = source.execution_options(yield_per=500).execute(sa.select(table))
        for part in rows.mappings().partitions():
            target.execute(sa.insert(table), [dict(row) for row in part])


def _copy_blobs(case: Case, database: Database, work: Path, tell: Tell) -> None:
    """Copy the bytes that the copied record names; the same bytes may not be two files' fate."""
    copies = FolderBlobs(work / "blobs")
    make_folder(copies.folder)
    with closing(sqlite3.connect(work / "record.db")) as connection:
        query = "SELECT DISTINCT blob FROM sources WHERE blob IS NOT NULL ORDER BY blob"
        names = [name for (name,) in connection.execute(query)]
    blobs = blobs_of(case.folder, database)
    with reading(database) as view:
        for number, name in enumerate(names):
            tell(f"copying source files: {number} of {len(names)}")
            path = copies.path(name)
            path.parent.mkdir(exist_ok=True)
            with path.open("wb") as file:
                for piece in blobs.pieces(view, name):
                    file.write(piece)


def _copy_files(folder: Path, work: Path, leaving: Path) -> None:
    """Copy what else lies in the case: the dispute, its law, briefs."""
    left = {folder / name for name in (*RECORD, FILE, FOLDER, MEMORY, "blobs")}
    collected = leaving.resolve()

    def is_left(path: Path) -> bool:
        # Wherever in the case its backups are collected, they are no part of it.
        return (
            path in left
            or path.name.startswith((UNFINISHED, TEMPORARY))
            or is_backup(path)
            or path.resolve() == collected
        )

    def ignored(inside: str, names: list[str]) -> set[str]:
        return {name for name in names if is_left(Path(inside, name))}

    for path in sorted(folder.iterdir()):
        if path.is_symlink() or is_left(path):
            continue
        if path.is_dir():
            shutil.copytree(path, work / path.name, symlinks=True, ignore=ignored)
        elif path.is_file():
            shutil.copy2(path, work / path.name)


def _write_manifest(case: Case, work: Path, moment: datetime) -> Backup:
    with closing(sqlite3.connect(work / "record.db")) as connection:
        entries, head = last_entry(connection)
    files = {name: hashed(work / name) for name in files_of(work)}
    made = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    tree = {
        "format": FORMAT,
        "case": case.id,
        "name": case.name,
        "made": made,
        "log": {"seq": entries, "hash": head},
        "files": files,
    }
    path = work / MANIFEST
    path.write_text(json.dumps(tree, indent=1, ensure_ascii=True) + "\n", encoding="utf-8")
    return Backup(
        folder=work,
        case=case.id,
        name=case.name,
        made=made,
        entries=entries,
        head=head,
        files=len(files),
    )


def last_entry(connection: sqlite3.Connection) -> tuple[int, str]:
    """Number and hash of the last entry of the log in a file."""
    last = connection.execute("SELECT seq, hash FROM event_log ORDER BY seq DESC LIMIT 1")
    seq, hash_ = last.fetchone() or (0, log.START)
    return int(seq), str(hash_)


def files_of(folder: Path) -> list[str]:
    """Every file of a backup but those that SQLite makes while one looks at it."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    names = (path.relative_to(folder).as_posix() for path in found)
    return sorted(set(names) - {MANIFEST, "record.db-wal", "record.db-shm", "record.head"})


def free(path: Path) -> Path:
    """The path, or one with a number where something has that name."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


# --- Checking -------------------------------------------------------------------------------


def check(folder: Path) -> Backup:
    """Check every file of a backup against its list.

    Raises
    ------
    StoreError
        If it is no backup, or not as it was made.
    """
    path = folder / MANIFEST
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
        backup = Backup(
            folder=folder,
            case=tree["case"],
            name=tree["name"],
            made=tree["made"],
            entries=tree["log"]["seq"],
            head=tree["log"]["hash"],
            files=len(tree["files"]),
        )
        listed: dict[str, str] = dict(tree["files"])
    except FileNotFoundError as error:
        raise StoreError(
            f"{folder} is not a backup: it has no {MANIFEST}",
            fix=f"name a folder that `detente backup` made; they are in {FOLDER}/ of the case",
        ) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{path} is damaged: {error}", fix="take another backup") from error
    for name, sha256 in listed.items():
        file = folder / name
        if not file.is_file():
            raise StoreError(f"{file} is missing from the backup", fix="take another backup")
        with disk_errors(file):
            if hashed(file) != sha256:
                raise StoreError(
                    f"{file} is not as it was when the backup was made", fix="take another backup"
                )
    return backup


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Say in words what fails on the disk."""
    with translated(str(path)):
        yield
