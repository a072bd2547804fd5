"""Putting new documents into one story with the copies of them that came before."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.record import schema, stories
from detente.record.database import batches
from detente.record.deriving import Row


def link(connection: Connection, rows: Sequence[Row]) -> None:
    """Put documents into stories, each a new row of `sketches` that stands alone so far.

    A document that is removed stays in its story, where it may hold others together.
    """
    for piece in batches(rows):
        _link(connection, {row["document"]: stories.from_bytes(row["sketch"]) for row in piece})


def _link(connection: Connection, new: Mapping[int, stories.Sketch]) -> None:
    marks = {mark for sketch in new.values() for mark in stories.marks(sketch)}
    with_mark = {mark: _first_with(connection, mark) for mark in _shared(connection, marks)}
    if not with_mark:
        return
    known = {number for numbers in with_mark.values() for number in numbers} - set(new)
    before, roots = _sketches(connection, known)
    sketches = {**before, **new}
    roots |= {number: number for number in new}
    families = stories.Families(dict(roots))
    for one in sorted(new):
        for mark in stories.marks(sketches[one]):
            others = [other for other in with_mark.get(mark, ()) if other < one]
            families.join_alike(one, others, sketches)
    table = schema.sketches
    for root in sorted(set(roots.values())):
        if (now := families.of(root)) != root:
            connection.execute(sa.update(table).where(table.c.story == root).values(story=now))


def _shared(connection: Connection, marks: Iterable[int]) -> list[int]:
    """Marks that more than one document has."""
    table = schema.marks
    return [
        mark
        for piece in batches(sorted(marks))
        for mark in connection.execute(
            sa.select(table.c.mark)
            .where(table.c.mark.in_(piece))
            .group_by(table.c.mark)
            .having(sa.func.count() > 1)
        ).scalars()
    ]


def _first_with(connection: Connection, mark: int) -> list[int]:
    """First documents with a mark. It is asked so often that only the driver is gone through."""
    sign = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    query = (
        f"SELECT document FROM marks WHERE mark = {sign} ORDER BY document LIMIT {stories.FIRST}"  # noqa: S608
    )
    return [row[0] for row in connection.exec_driver_sql(query, (mark,)).fetchall()]


def _sketches(
    connection: Connection, wanted: Iterable[int]
) -> tuple[dict[int, stories.Sketch], dict[int, int]]:
    """Sketches of documents, and the story that each is in."""
    table = schema.sketches
    sketches, roots = {}, {}
    for piece in batches(sorted(wanted)):
        for row in connection.execute(sa.select(table).where(table.c.document.in_(piece))):
            sketches[row.document] = stories.from_bytes(row.sketch)
            roots[row.document] = row.story
            roots.setdefault(row.story, row.story)
    return sketches, roots
