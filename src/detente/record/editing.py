"""What a person decides on a record, and how it is taken back: each edit an entry of the log."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.domain.evidence import Judgement
from detente.errors import InputError
from detente.record import claiming, kept, log, rows, schema
from detente.record.blobs import Blobs
from detente.record.database import Database
from detente.record.deriving import clean
from detente.record.log import Entry
from detente.record.taking import Taking

_SEE = "see what was done with `detente log`"


class Editing:
    """One transaction in which a person changes what counts."""

    def __init__(self, connection: Connection, database: Database, blobs: Blobs) -> None:
        self._connection = connection
        self._database = database
        self._blobs = blobs

    def judge(self, judgement: Judgement) -> Entry:
        """Add a judgement on a claim."""
        claim = claiming.claim_called(self._connection, judgement.claim)
        told = {
            "claim": claim.id,
            "party": claim.party,
            "attitude": claim.key.partition(":")[0],
            "text": claim.text,
            "decision": judgement.decision,
            "note": clean(judgement.note),
            "anchors": claiming.anchors_of(self._connection, claim.id),
        }
        entry = log.append(self._connection, "judged", told, clean(judgement.by))
        rows.write_edit(self._connection, entry)
        return entry

    def remove(self, name: str, *, by: str, note: str) -> Entry:
        """Let a document count no longer.

        Raises
        ------
        InputError
            If it is removed already, or no one document is called so.
        """
        number = kept.number_called(self._connection, name)
        if not self._counts(number):
            raise InputError(f"{name} is removed already", fix=_SEE)
        return self._bury(number, "removed", by=by, note=note)

    def bring_back(self, name: str, *, by: str, note: str) -> Entry:
        """Let a removed document count again.

        Raises
        ------
        InputError
            If it is not removed, or no one document is called so.
        """
        number = kept.number_called(self._connection, name)
        if self._counts(number):
            raise InputError(f"{name} is not removed", fix=_SEE)
        return self._bury(number, "returned", by=by, note=note)

    def _bury(self, number: int, kind: log.Kind, *, by: str, note: str) -> Entry:
        document = kept.documents_of(self._connection, [number])[number]
        told = {"document": document.id, "path": clean(document.path), "note": clean(note)}
        entry = log.append(self._connection, kind, told, clean(by))
        rows.write_edit(self._connection, entry)
        self._let_count(number, counts=kind == "returned")
        return entry

    def undo(self, by: str) -> Entry | None:
        """Take back the last edit of a person that stands, and return it; None if there is none."""
        undoable, _ = self._stacks(by)
        return self._turn(undoable, "undone", by)

    def redo(self, by: str) -> Entry | None:
        """Bring back the last edit that was undone, and return it; None if there is none."""
        _, redoable = self._stacks(by)
        return self._turn(redoable, "redone", by)

    def _stacks(self, by: str) -> tuple[list[Entry], list[Entry]]:
        kinds = (*log.EDITS, "undone", "redone")
        return log.stacks(log.entries(self._connection, kinds=kinds, by=by))

    def _turn(self, stack: list[Entry], kind: log.Kind, by: str) -> Entry | None:
        if not stack:
            return None
        target = stack[-1]
        log.append(self._connection, kind, {"seq": target.seq}, by)
        self._activate(target, active=kind == "redone")
        return target

    def _activate(self, target: Entry, *, active: bool) -> None:
        table = schema.judgements if target.kind == "judged" else schema.tombstones
        chosen = sa.update(table).where(table.c.event_log == target.seq)
        self._connection.execute(chosen.values(active=int(active)))
        if target.kind != "judged":
            number = kept.number_of(self._connection, target.told["document"])
            self._let_count(number, counts=not self._is_gone(number))

    def _is_gone(self, document: int) -> bool:
        """Whether the last edit that stands removed a document."""
        table = schema.tombstones
        query = sa.select(table.c.gone).where(table.c.document == document, table.c.active == 1)
        last = query.order_by(table.c.event_log.desc()).limit(1)
        return bool(self._connection.execute(last).scalar())

    def _counts(self, document: int) -> bool:
        return bool(kept.standing(self._connection, [document]))

    def _let_count(self, document: int, *, counts: bool) -> None:
        if counts and not self._counts(document):
            Taking(self._connection, self._database, self._blobs).put_back(document)
        elif not counts and self._counts(document):
            rows.forget_document(self._database, self._connection, document)
