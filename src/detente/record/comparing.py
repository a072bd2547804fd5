"""Whether the rows of a document are those that follow from what is kept of it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Reading
from detente.record import schema
from detente.record.deriving import (
    Numbered,
    Numbers,
    Row,
    derive_document,
    derive_reading,
    derive_story,
    kind_of,
)

Content = Counter[tuple[Any, ...]]


def expected_rows(
    numbered: Numbered,
    reading_number: int | None,
    found: Reading | None,
    claims: dict[str, Row],
) -> Content:
    """Rows that a document should have; its claims are put to the others."""
    numbers = Numbers(1)
    tables = derive_document(numbered, numbers, reading_number)
    tables |= derive_story(numbered.number, numbered.document)
    if found is not None:
        tables["entries"] = [*tables["entries"]]
        for name, of_it in derive_reading(numbered, found, numbers).items():
            tables.setdefault(name, []).extend(of_it)
    for claim in tables.pop("claims", []):
        claims.setdefault(claim["id"], claim)
    return _content(tables)


def expected_of_removed(numbered: Numbered) -> Content:
    """Rows that a document should have that does not count any more."""
    return _content(derive_story(numbered.number, numbered.document))


def actual_rows(connection: Connection, numbers: Sequence[int]) -> dict[int, Content]:
    """Rows that documents have."""
    of: dict[int, dict[str, list[Row]]] = {number: {} for number in numbers}
    statements: dict[int, int] = {}
    for name in ("standing", "statements", "events", "entries", "aliases", "sketches", "marks"):
        table = schema.METADATA.tables[name]
        for row in connection.execute(sa.select(table).where(table.c.document.in_(numbers))):
            of[row.document].setdefault(name, []).append(dict(row._mapping))
            if name == "statements":
                statements[row.no] = row.document
    chosen = sa.select(schema.statements.c.no).where(schema.statements.c.document.in_(numbers))
    for table in (schema.spans, schema.propositions):
        for row in connection.execute(sa.select(table).where(table.c.statement.in_(chosen))):
            of[statements[row.statement]].setdefault(table.name, []).append(dict(row._mapping))
    return {number: _content(tables) for number, tables in of.items()}


def _content(tables: dict[str, list[Row]]) -> Content:
    # A number may be another one each time the rows are made; what it stands for may not.
    named = {
        row["no"]: (kind_of(row["no"]), row.get("id"))
        for table in ("standing", "statements", "events")
        for row in tables.get(table, [])
    }
    content: Content = Counter()
    for table, of_it in tables.items():
        for row in of_it:
            plain = {key: value for key, value in row.items() if key != "story"}
            if "no" in plain:
                plain["no"] = named.get(plain["no"])
            if isinstance(plain.get("statement"), int):
                plain["statement"] = named.get(plain["statement"])
            content[table, *(plain[key] for key in sorted(plain))] += 1
    return content


def same_claim(wanted: Row, row: Any) -> bool:
    """Whether they differ at most in blanks and capitals, which no claim hangs on."""
    if (wanted["party"], wanted["key"]) != (row.party, row.key):
        return False
    return bool(row.text.casefold().split() == wanted["text"].casefold().split())
