"""What a record holds: as numbers, and as one digest."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.record import digests, schema
from detente.record.codec import written


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a record holds; ``unread`` documents were added and not read yet."""

    documents: int
    stories: int
    unread: int
    removed: int
    statements: int
    events: int
    claims: int
    judgements: int


def counts(connection: Connection) -> Counts:
    """How much a record holds."""
    standing, sketches = schema.standing, schema.sketches

    def count(table: sa.FromClause, *where: sa.ColumnElement[bool]) -> int:
        query = sa.select(sa.func.count()).select_from(table)
        return connection.execute(query.where(*where)).scalar() or 0

    documents = count(standing)
    stories = sa.select(sa.func.count(sketches.c.story.distinct())).join(
        standing, standing.c.document == sketches.c.document
    )
    return Counts(
        documents=documents,
        stories=connection.execute(stories).scalar() or 0,
        unread=count(standing, standing.c.reading.is_(None)),
        removed=count(schema.documents) - documents,
        statements=count(schema.statements),
        events=count(schema.events),
        claims=count(schema.claims),
        judgements=count(schema.judgements, schema.judgements.c.active == 1),
    )


def digest(connection: Connection) -> str:
    """Digest of the content that counts; it hangs neither on order nor on time."""
    return digests.content_digest(_content(connection))


def _content(connection: Connection) -> Iterator[str]:
    """One line for everything that counts."""
    documents, standing = schema.documents, schema.standing
    sources, readings, judgements = schema.sources, schema.readings, schema.judgements
    texts = sa.select(documents.c.sha256).join(standing, standing.c.document == documents.c.no)
    yield from (f"text {sha256}" for sha256 in connection.execute(texts).scalars())
    told = sa.select(sources.c.id).join(standing, standing.c.document == sources.c.document)
    yield from (f"source {source}" for source in connection.execute(told).scalars())
    said = (
        sa.select(documents.c.id, readings.c.content)
        .join(standing, standing.c.document == documents.c.no)
        .join(readings, readings.c.no == standing.c.reading)
    )
    yield from (f"reading {row.id} {row.content}" for row in connection.execute(said))
    decided = sa.select(judgements).where(judgements.c.active == 1)
    last = {
        row.claim: written([row.claim, row.decision, row.by, row.note])
        for row in connection.execute(decided.order_by(judgements.c.event_log))
    }
    yield from (f"judgement {line}" for line in last.values())
