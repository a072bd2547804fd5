"""A case: one folder with its record, the bytes it came from, and its dispute."""

import uuid
from pathlib import Path

from detente.domain.findings import Finding
from detente.errors import InputError, StoreError
from detente.record import log
from detente.record.backups import before_upgrade, is_backup
from detente.record.blobs import blobs_of
from detente.record.database import (
    Database,
    SqliteDatabase,
    altering,
    database_of,
    parsed,
    reading,
)
from detente.record.deriving import DERIVATION
from detente.record.folders import FILE, Case, is_case, write_case
from detente.record.heads import head_of
from detente.record.keeping import CaseStore
from detente.record.kept import get_meta, set_meta
from detente.record.migrating import form, refuse, upgrade
from detente.record.places import refuse_network, synced
from detente.record.rows import Tell
from detente.record.writing import make_folder


def init_case(folder: Path, *, name: str | None = None, store: str | None = None) -> Case:
    """Make a folder a case; or finish what an interrupted call began.

    With an address of a PostgreSQL database in which there is a case already, the folder joins
    that one.

    Raises
    ------
    InputError
        If the folder is a case already.
    StoreError
        If it cannot be made, or must not lie there.
    """
    if is_case(folder):
        raise InputError(f"{folder} is a case already", fix="add articles with `detente add FILE`")
    if store is not None:
        parsed(store)
    _make_folder(folder, store)
    if store is None:
        refuse_network(folder)
    name = (name or folder.resolve().name or "case").strip()
    database = _make_record(folder, store)
    try:
        with reading(database) as connection:
            case_id = get_meta(connection, "case")
        assert case_id is not None, "a record that was made has its id"
    finally:
        database.engine.dispose()
    case = Case(folder=folder, id=case_id, name=name, store=store)
    write_case(case)
    return case


def _make_folder(folder: Path, store: str | None) -> None:
    try:
        make_folder(folder)
        if store is None:
            make_folder(folder / "blobs")
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be made a case: {error.strerror or type(error).__name__}",
            fix="check its permissions and the space left, or name another folder",
        ) from error


def _make_record(folder: Path, store: str | None) -> Database:
    database = database_of(folder, store)
    try:
        if isinstance(database, SqliteDatabase):
            database.create_file()
        match form(database):
            case "newer":
                raise refuse(database)
            case "empty":
                upgrade(database, lambda _: None)
        # Whoever comes second finds a case here, and joins it.
        with altering(database) as connection:
            if get_meta(connection, "case") is None:
                case_id = f"cas_{uuid.uuid4().hex[:12]}"
                set_meta(connection, "derivation", str(DERIVATION))
                set_meta(connection, "case", case_id)
                log.append(connection, "created", {"case": case_id})
    except BaseException:
        database.engine.dispose()
        raise
    return database


# --- Opening --------------------------------------------------------------------------------


def open_case(
    case: Case, *, by: str | None = None, tell: Tell = lambda _: None, damaged: bool = False
) -> CaseStore:
    """Open the record of a case; one of an older form is brought up to date after a backup.

    Parameters
    ----------
    damaged
        Open it even if it lacks entries that it had: to look at it and repair it.

    Raises
    ------
    StoreError
        If it cannot be used: it is damaged, newer than the program, a backup of an older form,
        or somebody else's.
    """
    database, backup = _existing(case), is_backup(case.folder)
    try:
        match form(database):
            case "newer":
                raise refuse(database)
            case "empty":
                raise StoreError(
                    f"{case.where} is empty",
                    fix=f"restore a backup with `detente restore`, or remove {case.folder / FILE}"
                    " and run `detente init` again",
                )
            case "older" if backup:
                raise StoreError(
                    f"{case.where} is a backup of an older form, and is left as it is",
                    fix="restore it into a folder of its own: detente restore BACKUP CASE",
                )
            case "older":
                _bring_up_to_date(case, database, tell)
        store = CaseStore(
            database,
            blobs_of(case.folder, database),
            head_of(case.folder),
            by=by,
            sealed=backup,
        )
        _check_identity(case, store)
        if not damaged and (lost := lost_entries(store)):
            raise StoreError(
                f"{case.where} {lost}",
                fix="put record.db-wal back beside it if a copy left it out; else restore a"
                " backup, or take it as it is with `detente doctor --accept-loss`",
            )
    except BaseException:
        database.engine.dispose()
        raise
    return store


def _existing(case: Case) -> Database:
    if case.store is None:
        path = case.folder / "record.db"
        if not path.is_file():
            raise StoreError(
                f"{path} is missing",
                fix="copy it back, or restore a backup with `detente restore`",
            )
        refuse_network(case.folder)
    return database_of(case.folder, case.store)


def _check_identity(case: Case, store: CaseStore) -> None:
    with reading(store.database) as connection:
        found = get_meta(connection, "case")
    if found != case.id:
        raise StoreError(
            f"{case.where} is the record of another case ({found}, not {case.id})",
            fix=f"correct the address or the id in {case.folder / FILE}",
        )


def lost_entries(store: CaseStore) -> str | None:
    """What the record lacks of what was once told of as done; None if it lacks nothing."""
    noted = store.head.read()
    if noted is None:
        return None
    number, hash_ = noted
    with reading(store.database) as connection:
        last, _ = log.head(connection)
        if last < number:
            return f"ends at entry {last} of its log, and entry {number} was written once"
        known = next(iter(log.entries(connection, newest=last - number + 1)))
    if known.hash != hash_:
        return f"has another entry {number} in its log than the one that was written"
    return None


def _bring_up_to_date(case: Case, database: Database, tell: Tell) -> None:
    tell("making a backup before the upgrade")
    before_upgrade(case, database)
    tell("upgrading the record")
    upgrade(database, tell)


def warnings(case: Case) -> tuple[Finding, ...]:
    """What is worth knowing of where a case lies."""
    found = synced(case.folder) if case.store is None else None
    return (found,) if found else ()
