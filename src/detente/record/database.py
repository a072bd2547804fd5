"""One open database, SQLite or PostgreSQL, and its transactions.

Every write runs in one transaction that holds the only write lock from its first statement
(``BEGIN IMMEDIATE``, or an advisory lock), so that a writer never finds out late that it lost.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql.compiler import SQLCompiler

from detente.errors import MissingExtra, StoreError
from detente.record import schema
from detente.record.deriving import Row
from detente.record.failing import translated
from detente.record.folders import without_password

# Seconds that a writer waits for another one before it gives up.
PATIENCE = 30
# "DTNT": by this a file says whose database it is.
APPLICATION = 0x44544E54

_WRITES = "detente_writes"
_TABLES = "detente_tables"


class Database(Protocol):
    """What the rest of the record asks of a database."""

    engine: Engine
    name: str

    def index(self, connection: Connection, first: int) -> None:
        """Make the words of all entries from this number on findable."""

    def unindex(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Forget the words of entries, before the entries go."""

    def reindex(self, connection: Connection) -> None:
        """Make the index of words anew from the entries."""

    def index_damage(self, connection: Connection) -> str | None:
        """What is wrong inside the database's own structures and index, if anything."""


class SqliteDatabase:
    """A file with a write-ahead log beside it."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.name = str(path)
        self._read_only = read_only
        self.engine = sa.create_engine("sqlite://", creator=self._connect, poolclass=sa.QueuePool)
        event.listen(self.engine, "begin", self._begin)

    def _connect(self) -> sqlite3.Connection:
        mode = _mode(self.path, read_only=self._read_only)
        connection = sqlite3.connect(
            f"file:{quote(str(self.path.absolute()))}?{mode}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            # An edit is told of as done only once it would survive a power cut.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("PRAGMA cache_size = -65536")
            # Pages of the log that are carried over at once: fewer waits while much is added.
            connection.execute("PRAGMA wal_autocheckpoint = 8000")
        except UnicodeDecodeError as error:  # SQLite quotes the damage, and it is no text
            connection.close()
            raise sqlite3.DatabaseError("malformed database schema") from error
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    def create_file(self) -> None:
        """Make the file, empty, in the journal mode that it keeps."""
        with translated(self.name):
            ours = _is_ours(self.path)
        if not ours:
            raise StoreError(
                f"{self.path} is there already and is the file of another program",
                fix="name another folder for the case",
            )
        with translated(self.name), sqlite3.connect(self.path, timeout=PATIENCE) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.close()

    def index(self, connection: Connection, first: int) -> None:
        """Make the words of all entries from this number on findable."""
        connection.exec_driver_sql(
            "INSERT INTO words(rowid, folded) SELECT no, folded FROM entries WHERE no >= ?",
            (first,),
        )

    def unindex(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Forget the words of entries, before the entries go."""
        for number in numbers:
            connection.exec_driver_sql(
                "INSERT INTO words(words, rowid, folded)"
                " SELECT 'delete', no, folded FROM entries WHERE no = ?",
                (number,),
            )

    def reindex(self, connection: Connection) -> None:
        """Make the index of words anew from the entries."""
        connection.exec_driver_sql("INSERT INTO words(words) VALUES ('rebuild')")

    def index_damage(self, connection: Connection) -> str | None:
        """What is wrong inside the database's own structures and index, if anything."""
        (said,) = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalars()
        if said != "ok":
            return str(said).replace("\n", " ")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            return "a row points to one that is not there"
        try:
            # With rank 1 it compares the index with the entries, and not only with itself.
            connection.exec_driver_sql("INSERT INTO words(words, rank) VALUES('integrity-check',1)")
        except sa.exc.DBAPIError as error:
            if "readonly" in str(error.orig):
                raise  # that says nothing of the index
            return f"the index of words differs from the texts ({error.orig})"
        return None


class PostgresDatabase:
    """A database that a team shares; one database, or schema of it, is one case."""

    def __init__(self, url: str) -> None:
        try:
            import psycopg  # noqa: F401 - asked for here, so that its absence has a sentence
        except ImportError as error:
            raise MissingExtra(
                "PostgreSQL needs the package psycopg, which is not installed",
                fix='install it: python -m pip install "psycopg[binary]"',
            ) from error
        address = parsed(url)
        self.name = address.render_as_string(hide_password=True)
        self.engine = sa.create_engine(
            address.set(drivername="postgresql+psycopg"),
            connect_args={"connect_timeout": 10, "application_name": "detente"},
            isolation_level="REPEATABLE READ",
        )
        event.listen(self.engine, "begin", self._begin)

    @staticmethod
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get(_TABLES):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            connection.exec_driver_sql(
                "SELECT pg_advisory_xact_lock(hashtext('detente ' || current_schema()))"
            )
        elif options.get(_WRITES):
            # The snapshot is taken by the first query, which therefore must not be the one that
            # waits: SET and LOCK do not take one.
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            connection.exec_driver_sql("LOCK TABLE meta IN EXCLUSIVE MODE")

    def index(self, connection: Connection, first: int) -> None:
        """Nothing to do: the database keeps its index itself."""

    def unindex(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Nothing to do: the database keeps its index itself."""

    def reindex(self, connection: Connection) -> None:
        """Make the index of words anew from the entries."""
        connection.exec_driver_sql("REINDEX INDEX entries_by_word")

    def index_damage(self, connection: Connection) -> str | None:
        """Nothing that could be asked without rights over the server; pages carry checksums."""
        return None


def database_of(folder: Path, url: str | None, *, read_only: bool = False) -> Database:
    """Database of a case: its own file, or the server that its `case.toml` names."""
    if url is not None:
        return PostgresDatabase(url)
    return SqliteDatabase(folder / "record.db", read_only=read_only)


def parsed(url: str) -> sa.URL:
    """Address of a PostgreSQL database, checked."""
    try:
        address = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):
        address = None
    if address is None or address.drivername not in ("postgresql", "postgres"):
        raise StoreError(
            f"{without_password(url)!r} is not the address of a PostgreSQL database",
            fix="write it as postgresql://NAME@HOST/DATABASE",
        )
    return address.set(drivername="postgresql")


# --- Transactions ---------------------------------------------------------------------------


@contextmanager
def reading(database: Database) -> Iterator[Connection]:
    """One consistent view of the database."""
    with translated(database.name), database.engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(database: Database) -> Iterator[Connection]:
    """The only writer; what was written counts when the block ends well, or not at all."""
    with translated(database.name), database.engine.connect() as connection:
        alone = connection.execution_options(**{_WRITES: True})
        with alone.begin():
            yield alone


@contextmanager
def altering(database: Database) -> Iterator[Connection]:
    """The only one who makes or changes tables, which are made whole or not at all."""
    with translated(database.name), database.engine.connect() as connection:
        alone = connection.execution_options(
            **{_WRITES: True, _TABLES: True}, isolation_level=_shared_view(database)
        )
        with alone.begin():
            yield alone


def _shared_view(database: Database) -> Any:
    # Whoever waited must see what the other one made.
    return "READ COMMITTED" if isinstance(database, PostgresDatabase) else "SERIALIZABLE"


def insert(connection: Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Insert rows of one table, all with the same keys; claims only if they are not there yet.

    The statement is made once and given to the driver as it is: for the many small rows of a
    reading, going through every parameter costs more than the database does.
    """
    if not rows:
        return
    statement, names = _insertion(table, tuple(rows[0]), connection.dialect)
    if names is None:
        connection.exec_driver_sql(statement, list(rows))
    else:
        connection.exec_driver_sql(statement, [tuple(map(row.__getitem__, names)) for row in rows])


@cache
def _insertion(
    table: sa.Table, names: tuple[str, ...], dialect: sa.Dialect
) -> tuple[str, list[str] | None]:
    """Text of an insertion, and the order of its parameters where they have no names."""
    insertion: sa.Insert = sa.insert(table)
    if table is schema.claims:
        of_dialect = sqlite.insert if dialect.name == "sqlite" else postgresql.insert
        insertion = of_dialect(table).on_conflict_do_nothing(index_elements=["id"])
    compiled = insertion.compile(dialect=dialect, column_keys=names)
    assert isinstance(compiled, SQLCompiler)
    return str(compiled), compiled.positiontup


def batches(items: Sequence[Any], size: int = 500) -> Iterator[Sequence[Any]]:
    """Items in pieces that fit one query."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


# --- Files ----------------------------------------------------------------------------------


def _is_ours(path: Path) -> bool:
    """Whether a file is a record, is not there, or holds nothing yet.

    An interrupted call may leave any state of a new file behind, which only SQLite can read: the
    beginning may be in the write-ahead log, or have to be rolled back.
    """
    if not path.exists():
        return True
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (things,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            return False
        raise
    return application == APPLICATION or (application == 0 and not things)


def _mode(path: Path, *, read_only: bool) -> str:
    """How to open a file: a folder that cannot be written is read as it lies there."""
    if not read_only and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "mode=rw"
    log = path.with_name(f"{path.name}-wal")
    waiting = 0
    with suppress(OSError):
        waiting = log.stat().st_size
    if os.access(path.parent, os.W_OK) or waiting:
        return "mode=ro"
    return "mode=ro&immutable=1"
