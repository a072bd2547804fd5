"""One look at a record: what counts in it, without reading all of it again.

Each document that counts has a seal over all that a draft sees of it: its text, what was read in
it, where it is from, and what people rejected of it. As long as the seal is the same, so is that.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.claims import claims
from detente.domain.evidence import Reading
from detente.record import judging, kept, schema
from detente.record.database import batches

# Tables by how the ids of what stands in them begin.
_CARRYING: dict[str, tuple[sa.Table, sa.Column[str]]] = {
    "cla_": (schema.statements, schema.statements.c.claim),
    "sta_": (schema.statements, schema.statements.c.id),
    "eve_": (schema.events, schema.events.c.id),
}


class Look:
    """What a record holds at one moment, whatever others do meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        table = schema.judgements
        query = sa.select(table.c.claim, table.c.decision).where(table.c.active == 1)
        standing = {
            r.claim: r.decision for r in connection.execute(query.order_by(table.c.event_log))
        }
        self._rejected = {claim for claim, decision in standing.items() if decision == "rejected"}

    def seals(self) -> dict[int, str]:
        """Seals of the documents that count and were read, by number, in the order they came."""
        standing, documents, readings = schema.standing, schema.documents, schema.readings
        sources, any_source = schema.sources, schema.sources.alias()
        first = (
            sa.select(sa.func.min(any_source.c.no))
            .where(any_source.c.document == standing.c.document)
            .correlate(standing)
            .scalar_subquery()
        )
        query = (
            sa.select(
                documents.c.no, documents.c.id, readings.c.sha256, sources.c.id, sources.c.path
            )
            .join_from(standing, documents, documents.c.no == standing.c.document)
            .join(readings, readings.c.no == standing.c.reading)
            .outerjoin(sources, sources.c.no == first)
            .order_by(documents.c.no)
        )
        lacking = self._lacking()
        return {
            number: f"{document} {read} {source} {path!r} {lacking.get(number, '')}"
            for number, document, read, source, path in self._connection.execute(query).all()
        }

    def _lacking(self) -> dict[int, list[str]]:
        """Rejected claims that each document would make."""
        found: dict[int, list[str]] = defaultdict(list)
        table = schema.statements
        for piece in batches(sorted(self._rejected)):
            query = sa.select(table.c.document, table.c.claim).where(table.c.claim.in_(piece))
            for number, claim in self._connection.execute(query.distinct().order_by(table.c.claim)):
                found[number].append(claim)
        return found

    def counting(self, numbers: Sequence[int]) -> tuple[Reading, ...]:
        """What was read in some documents, without what people rejected, in the order they came."""
        readings = tuple(kept.readings_of(self._connection, numbers))
        if not self._rejected:
            return readings
        rejected = [claim for claim in claims(readings) if claim.id in self._rejected]
        return tuple(judging.without(readings, rejected))

    def holding(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Numbers of the documents that are the first to hold some claims, statements, events."""
        by_kind: dict[str, list[str]] = defaultdict(list)
        for ident in ids:
            by_kind[ident[:4]].append(ident)
        found: set[int] = set()
        for kind, (table, column) in _CARRYING.items():
            for piece in batches(by_kind[kind]):
                firsts = sa.select(sa.func.min(table.c.document)).where(column.in_(piece))
                found |= set(self._connection.execute(firsts.group_by(column)).scalars())
        return tuple(sorted(found))
