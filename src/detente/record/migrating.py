"""Bringing a record's tables to the form that this program knows: forward only.

Opening a record of an older form first makes a backup of it. One of a newer form is refused,
and nothing is written.
"""

from importlib.resources import as_file, files
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import StoreError
from detente.record import log
from detente.record.database import APPLICATION, Database, SqliteDatabase, altering, reading
from detente.record.deriving import DERIVATION
from detente.record.kept import get_meta
from detente.record.rows import Tell, rebuild
from detente.record.schema import METADATA

# Every form of the tables there has been, oldest first.
REVISIONS = ("0001", "0002", "0003")
Form = Literal["empty", "older", "current", "newer"]


def form(database: Database) -> Form:
    """How the tables stand to this program, without writing anything."""
    if isinstance(database, SqliteDatabase) and _numbered(database) > len(REVISIONS):
        return "newer"
    with reading(database) as connection:
        return _form(connection)


def _form(connection: Connection) -> Form:
    found = revision(connection)
    if found is None:
        return "empty"
    if found not in REVISIONS:
        return "newer"
    derived = int(get_meta(connection, "derivation") or 0)
    if derived > DERIVATION:
        return "newer"
    current = found == REVISIONS[-1] and derived == DERIVATION
    return "current" if current else "older"


def revision(connection: Connection) -> str | None:
    """Revision that the tables are at; None where there are none."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def _numbered(database: SqliteDatabase) -> int:
    """Number of the form as the file's first page has it, which is read without opening it."""
    try:
        with database.path.open("rb") as file:
            start = file.read(72)
    except OSError:
        return 0
    if int.from_bytes(start[68:72]) != APPLICATION:
        return 0
    return int.from_bytes(start[60:64])


def upgrade(database: Database, tell: Tell, *, to: str = REVISIONS[-1]) -> None:
    """Bring the tables to a form, in one transaction; whoever waited finds it done."""
    with altering(database) as connection:
        before = revision(connection)
        if before != to:
            _run(connection, to)
        if isinstance(database, SqliteDatabase):
            connection.exec_driver_sql(f"PRAGMA user_version = {REVISIONS.index(to) + 1}")
        # New tables are empty, and rows made by an older program may be other ones.
        stale = before != to or _form(connection) != "current"
        if before is not None and to == REVISIONS[-1] and stale:
            rebuild(database, connection, tell)
        if before is not None and before != to:
            log.append(connection, "upgraded", {"from": before, "to": to})


def create(connection: Connection, to: str) -> None:
    """Make the tables of a form in a database that has none."""
    _run(connection, to)


def drop(connection: Connection) -> None:
    """Remove every table of ours, where another record takes their place."""
    METADATA.drop_all(connection)
    connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS refuse_a_change()")
    else:
        connection.exec_driver_sql("DROP TABLE IF EXISTS words")


def _run(connection: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    with as_file(files("detente.record").joinpath("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def refuse(database: Database) -> StoreError:
    """Say of a record that it is newer than the program."""
    return StoreError(
        f"{database.name} was written by a newer version of Détente and is left as it is",
        fix="install the newest version of Détente, then open the case with that",
    )
