"""Repairing what can be made again from what is sound."""

from dataclasses import dataclass

import sqlalchemy as sa

from detente.record import log, schema
from detente.record.database import SqliteDatabase, writing
from detente.record.failing import sealed
from detente.record.keeping import CaseStore
from detente.record.rows import Tell, rebuild


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairs:
    """What was done: blobs that nothing named, documents whose rows were made anew."""

    orphans: tuple[str, ...]
    documents: int
    head: bool


def repair(store: CaseStore, tell: Tell, *, accept_loss: bool = False) -> Repairs:
    """Make indexes and derived rows anew, and remove blobs that nothing names.

    Parameters
    ----------
    accept_loss
        Take the log as it is, though it lacks entries that were written once.

    Raises
    ------
    StoreError
        If what is kept is itself damaged; nothing is changed then.
    """
    if store.sealed:
        raise sealed(store.database.name)
    with writing(store.database) as connection:
        if isinstance(store.database, SqliteDatabase):
            tell("making the database's own indexes anew")
            connection.exec_driver_sql("REINDEX")
        documents = rebuild(store.database, connection, tell)
        # Others write their blobs while they hold the lock that is held here.
        named = connection.execute(sa.select(schema.sources.c.blob).distinct()).scalars()
        orphans = store.blobs.names(connection) - set(named)
        for name in sorted(orphans):
            store.blobs.remove(connection, name)
        number, hash_ = log.head(connection)
    noted = store.head.read()
    if accept_loss or noted is None:
        store.head.reset(number, hash_)
    return Repairs(orphans=tuple(sorted(orphans)), documents=documents, head=noted is None)
