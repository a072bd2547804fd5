"""Claims as a record has them: found by their ids, listed, and where their words are now."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Claim
from detente.errors import InputError
from detente.record import anchors, kept, log, schema
from detente.record.database import batches

# Documents whose words are noted with a judgement on what many texts say.
_MOST_ANCHORED = 50


def claim_called(connection: Connection, prefix: str) -> Claim:
    """Claim of this id, or whose id begins so.

    Raises
    ------
    InputError
        If none or several do.
    """
    table = schema.claims
    begins = table.c.id.startswith(prefix, autoescape=True)
    found = connection.execute(sa.select(table).where(begins).limit(2)).all() if prefix else []
    exact = [row for row in found if row.id == prefix]
    match exact or found:
        case [row]:
            return _with_support(connection, [row])[0]
        case []:
            fix = "list the claims with `detente claims`"
            raise InputError(f"no claim has an id that begins with {prefix!r}", fix=fix)
        case _:
            fix = "give more of its letters; `detente claims` lists them"
            raise InputError(f"several claims have ids that begin with {prefix!r}", fix=fix)


def claims_of(
    connection: Connection, *, party: str | None, judged: bool | None, limit: int | None
) -> tuple[Claim, ...]:
    """Claims that some statement makes now, by party and text."""
    table, judgements = schema.claims, schema.judgements
    query = sa.select(table).order_by(table.c.party, table.c.text, table.c.id).limit(limit)
    if party is not None:
        query = query.where(table.c.party == party)
    if judged is not None:
        ruled = sa.exists().where(judgements.c.claim == table.c.id, judgements.c.active == 1)
        query = query.where(ruled if judged else ~ruled)
    return _with_support(connection, connection.execute(query).all())


def _with_support(connection: Connection, found: Sequence[Any]) -> tuple[Claim, ...]:
    support = _support(connection, [row.id for row in found])
    return tuple(
        Claim(party=row.party, key=row.key, text=row.text, support=tuple(support[row.id]))
        for row in found
    )


def _support(connection: Connection, claims: Sequence[str]) -> dict[str, list[str]]:
    """Ids of the statements that carry each claim."""
    table = schema.statements
    found: dict[str, list[str]] = {claim: [] for claim in claims}
    for piece in batches(claims):
        query = sa.select(table.c.claim, table.c.id).where(table.c.claim.in_(piece))
        for row in connection.execute(query.order_by(table.c.no)):
            found[row.claim].append(row.id)
    return found


def anchors_of(connection: Connection, claim: str) -> list[dict[str, Any]]:
    """Words of the statements that carry a claim, as the log keeps them."""
    table = schema.statements
    carrying = sa.select(table.c.document).where(table.c.claim == claim).distinct()
    numbers = connection.execute(carrying.limit(_MOST_ANCHORED)).scalars().all()
    return [
        anchor
        for found in kept.readings_of(connection, numbers)
        for anchor in anchors.anchors(claim, found)
    ]


def whereabouts(connection: Connection) -> Iterable[anchors.Whereabouts]:
    """What became of each claim that a judgement stands on."""
    judged = _last_judged(connection)
    support = _support(connection, list(judged))
    for claim, told in judged.items():
        placed = [anchors.Anchor(**anchor) for anchor in told["anchors"]]
        if support[claim]:
            yield anchors.whereabouts(claim, placed, True, {})
        else:
            documents = {anchor.document for anchor in placed}
            numbers = _standing_among(connection, documents)
            readings = {r.document.id: r for r in kept.readings_of(connection, numbers)}
            yield anchors.whereabouts(claim, placed, False, readings)


def _standing_among(connection: Connection, documents: Iterable[str]) -> Sequence[int]:
    table, counts = schema.documents, schema.standing
    here = sa.select(table.c.no).join(counts, counts.c.document == table.c.no)
    return connection.execute(here.where(table.c.id.in_(documents))).scalars().all()


def _last_judged(connection: Connection) -> dict[str, Any]:
    """What the log tells of the last judgement on each claim that nobody took back."""
    table = schema.judgements
    active = connection.execute(sa.select(table.c.event_log).where(table.c.active == 1))
    numbers = set(active.scalars())
    return {
        entry.told["claim"]: entry.told
        for entry in log.entries(connection, kinds=("judged",))
        if entry.seq in numbers
    }
