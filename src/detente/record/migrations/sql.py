"""The statements of a revision: what both databases have, then what only one of them has."""

import re
from collections.abc import Iterator
from importlib.resources import files

from alembic import op

# The common statements are written for SQLite; what PostgreSQL has in place of its words.
_POSTGRESQL = {"INTEGER": "BIGINT", "BLOB": "BYTEA", "REAL": "DOUBLE PRECISION"}
_OPTIONS = re.compile(r"\)(?: WITHOUT ROWID,)? STRICT$")


def run(revision: str) -> None:
    """Run the statements of a revision."""
    connection = op.get_bind()
    for statement in statements(revision, connection.dialect.name):
        # Not by way of op.execute, to which a colon would be a parameter.
        connection.exec_driver_sql(statement)


def statements(revision: str, dialect: str) -> Iterator[str]:
    """Statements of a revision for one kind of database; blank lines separate them."""
    for statement in _of(f"{revision}.sql"):
        yield _for_postgresql(statement) if dialect == "postgresql" else statement
    yield from _of(f"{revision}.{dialect}.sql")


def _of(name: str) -> list[str]:
    path = files(__package__).joinpath(name)
    if not path.is_file():
        return []
    return [part.strip() for part in path.read_text("utf-8").split("\n\n") if part.strip()]


def _for_postgresql(statement: str) -> str:
    bare = _OPTIONS.sub(")", statement)
    return re.sub(r"\b(?:INTEGER|BLOB|REAL)\b", lambda word: _POSTGRESQL[word[0]], bare)
