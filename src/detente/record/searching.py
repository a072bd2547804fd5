"""Finding statements, events and texts by their words and by what is known of them.

Results come newest first, in the order in which texts came into the case: who searches a
record looks for every mention and not for the best one, and this order is the same on both
databases and costs no sorting.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from detente.domain.evidence import Document
from detente.errors import InputError
from detente.lexicon.parties import gazetteer
from detente.record import kept, schema
from detente.record.database import Database, SqliteDatabase, reading
from detente.record.deriving import KINDS, STRIDE, Kind, days, kind_of
from detente.record.folding import fold
from detente.record.queries import Query, parse, phrases, to_fts5, to_sql
from detente.record.snippets import first_place, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; everything given must hold.

    Parameters
    ----------
    party
        Code or name; of a statement who says it, of an event who takes part.
    act
        Name of an act of the inventory, or a verb.
    since, until
        ISO dates of any precision, both included. Of a statement it is the day of publication,
        of an event its own day where the text gives one.
    judged
        Whether a person has judged the claim that the statement carries.
    """

    text: str | None = None
    operators: bool = False
    kinds: tuple[Kind, ...] = KINDS
    party: str | None = None
    attitude: str | None = None
    act: str | None = None
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    judged: bool | None = None
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found; ``start`` and ``end`` are its place in the text of its document."""

    kind: Kind
    id: str
    document: str
    start: int
    end: int
    snippet: str
    party: str | None = None
    attitude: str | None = None
    act: str | None = None
    claim: str | None = None
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of results, and how many there are on all pages."""

    hits: tuple[Hit, ...]
    total: int


# Kinds of results of which a condition can be asked at all.
_OF_STATEMENTS = ("attitude", "judged")
_OF_CONTENT = ("party", "act")


def search(database: Database, wanted: Wanted) -> Found:
    """Find what is wanted.

    Raises
    ------
    InputError
        If nothing is asked, or a date or a party is unknown.
    """
    query = None if wanted.text is None else parse(wanted.text, operators=wanted.operators)
    if query is None and not _conditions(wanted):
        raise InputError("there is nothing to look for", fix="give words, or an option")
    with reading(database) as connection:
        search = _Search(database, connection, wanted, query)
        return search.found()


def _conditions(wanted: Wanted) -> bool:
    names = ("party", "attitude", "act", "since", "until", "publisher", "judged")
    return any(getattr(wanted, name) is not None for name in names)


class _Search:
    """One search in one view of the database."""

    def __init__(
        self, database: Database, connection: Connection, wanted: Wanted, query: Query | None
    ) -> None:
        self._is_sqlite = isinstance(database, SqliteDatabase)
        self._connection = connection
        self._wanted = wanted
        self._query = query
        self._since = _day(wanted.since)[0]
        self._until = _day(wanted.until)[1]
        self._party = party_code(wanted.party) if wanted.party else None
        self._publishers = _publishers(connection, wanted.publisher)

    def found(self) -> Found:
        """One page, and the number of all results."""
        wanted = self._wanted
        if self._query is not None and not _conditions(wanted):
            return self._found_by_words()
        total = 0
        found: list[Any] = []
        for kind in self._kinds():
            query = self._of_kind(kind)
            count = self._count(query)
            total += count
            if count:
                newest = query.order_by(_TABLES[kind].c.no.desc())
                found += self._connection.execute(newest.limit(wanted.offset + wanted.limit))
        found.sort(key=lambda row: -row.no)
        return Found(hits=self._hits(found[wanted.offset :]), total=total)

    def _found_by_words(self) -> Found:
        """The common case, in which the index alone can count."""
        entries = schema.entries
        number = _WORDS.c.rowid if self._is_sqlite else entries.c.no
        query = sa.select(number).where(self._match())
        if set(self._wanted.kinds) != set(KINDS):
            asked = [KINDS.index(kind) for kind in self._wanted.kinds]
            query = query.where((number % STRIDE).in_(asked))
        total = self._count(query)
        newest = query.order_by(number.desc()).limit(self._wanted.limit)
        page = self._connection.execute(newest.offset(self._wanted.offset)).scalars().all()
        placed = sa.select(entries.c.no, entries.c.document).where(entries.c.no.in_(page))
        found = self._connection.execute(placed.order_by(entries.c.no.desc())).all()
        return Found(hits=self._hits(found), total=total)

    def _count(self, query: sa.Select[Any]) -> int:
        counted = sa.select(sa.func.count()).select_from(query.subquery())
        return self._connection.execute(counted).scalar() or 0

    def _kinds(self) -> Iterator[Kind]:
        wanted = self._wanted
        for kind in wanted.kinds:
            of_statements = any(getattr(wanted, name) is not None for name in _OF_STATEMENTS)
            of_content = any(getattr(wanted, name) is not None for name in _OF_CONTENT)
            if kind == "statement" or not (of_statements or (of_content and kind == "document")):
                yield kind

    # --- What is asked of the database ------------------------------------------------------

    def _match(self) -> sa.ColumnElement[bool]:
        """Whether an entry has the words that are looked for."""
        assert self._query is not None
        if self._is_sqlite:
            match = sa.text("words MATCH :query").bindparams(query=to_fts5(self._query))
            return match.self_group()  # type: ignore[return-value]
        return to_sql(self._query, schema.entries.c.folded)

    def _of_kind(self, kind: Kind) -> sa.Select[Any]:
        table = _TABLES[kind]
        query = sa.select(table.c.no, table.c.document).where(*self._asked(kind))
        if self._query is None:
            return query
        query = query.where(self._match())
        if self._is_sqlite:
            return query.select_from(InOrder(_WORDS, table, table.c.no == _WORDS.c.rowid))
        entries = schema.entries
        return query.select_from(sa.join(entries, table, entries.c.no == table.c.no))

    def _asked(self, kind: Kind) -> Iterator[sa.ColumnElement[bool]]:
        """Everything but the words."""
        wanted, table = self._wanted, _TABLES[kind]
        if self._since:
            yield table.c.day_to >= self._since
        if self._until:
            yield table.c.day_from <= self._until
        if self._publishers is not None:
            standing = schema.standing
            chosen = sa.select(standing.c.document).where(
                standing.c.publisher.in_(self._publishers)
            )
            yield table.c.document.in_(chosen)
        if kind == "statement":
            yield from self._asked_of_statements()
        if kind == "event":
            yield from self._asked_of_events()
        if wanted.attitude is not None:
            yield table.c.attitude == wanted.attitude

    def _asked_of_statements(self) -> Iterator[sa.ColumnElement[bool]]:
        wanted, table = self._wanted, schema.statements
        if self._party:
            yield table.c.party == self._party
        if wanted.act is not None:
            propositions = schema.propositions
            acting = sa.select(propositions.c.statement).where(propositions.c.act == wanted.act)
            yield table.c.no.in_(acting)
        if wanted.judged is not None:
            judgements = schema.judgements
            judged = sa.select(judgements.c.claim).where(judgements.c.active == 1)
            is_judged = table.c.claim.in_(judged)
            yield is_judged if wanted.judged else sa.or_(table.c.claim.is_(None), ~is_judged)

    def _asked_of_events(self) -> Iterator[sa.ColumnElement[bool]]:
        table = schema.events
        if self._party:
            yield sa.or_(table.c.actor == self._party, table.c.target == self._party)
        if self._wanted.act is not None:
            yield table.c.act == self._wanted.act

    # --- What is shown ----------------------------------------------------------------------

    def _hits(self, found: Sequence[Any]) -> tuple[Hit, ...]:
        page = found[: self._wanted.limit]
        documents = kept.documents_of(self._connection, {row.document for row in page})
        details = self._details([row.no for row in page])
        return tuple(
            self._hit(kind_of(row.no), documents[row.document], details.get(row.no)) for row in page
        )

    def _details(self, numbers: Sequence[int]) -> dict[int, Any]:
        """Rows of the statements and events among them."""
        return {
            row.no: row
            for table in (schema.statements, schema.events)
            for row in self._connection.execute(sa.select(table).where(table.c.no.in_(numbers)))
        }

    def _hit(self, kind: Kind, document: Document, row: Any) -> Hit:
        first, last = (0, len(document.text)) if row is None else (row.start, row.end)
        place = self._place(document.text, first, last)
        start, end = (first, last) if row is not None else place or (0, 0)
        return Hit(
            kind=kind,
            id=document.id if row is None else row.id,
            document=document.id,
            start=start,
            end=end,
            snippet=shown(document.text, first, last, place),
            party=None if row is None else row.party if kind == "statement" else row.actor,
            attitude=row.attitude if kind == "statement" else None,
            act=row.act if kind == "event" else None,
            claim=row.claim if kind == "statement" else None,
            path=document.path,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
        )

    def _place(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """First place in a stretch of text of anything that was asked for."""
        if self._query is None:
            return None
        found = first_place(text[start:end], list(phrases(self._query)))
        return found and (start + found[0], start + found[1])


class InOrder(sa.Join):
    """A join that SQLite carries out from left to right: first the words, then what they are in.

    Left to itself it may go through all statements and ask of each whether it has the words.
    """

    inherit_cache = True


@compiles(InOrder, "sqlite")
def _in_order(join: InOrder, compiler: SQLCompiler, **more: Any) -> str:
    left = compiler.process(join.left, **more)
    right = compiler.process(join.right, **more)
    assert join.onclause is not None
    return f"{left} CROSS JOIN {right} ON {compiler.process(join.onclause, **more)}"


_WORDS = sa.table("words", sa.column("rowid", sa.Integer))
_TABLES: dict[Kind, sa.Table] = {
    "statement": schema.statements,
    "event": schema.events,
    "document": schema.standing,
}


def _day(given: str | None) -> tuple[str | None, str | None]:
    if given is None:
        return None, None
    first, last = days(given)
    if first is None or len(given) not in (4, 7, 10):
        raise InputError(f"{given!r} is not a date", fix="write it as 2025, 2025-12 or 2025-12-09")
    return first, last


def party_code(given: str) -> str:
    """Code of a party that a person names by code or by name."""
    known = gazetteer().by_code(given.upper()) or gazetteer().by_name(given)
    return known.code if known else given


def _publishers(connection: Connection, given: str | None) -> list[str] | None:
    """Publishers whose name holds the words given."""
    if given is None:
        return None
    table = schema.standing
    known = connection.execute(
        sa.select(table.c.publisher).where(table.c.publisher.is_not(None)).distinct()
    ).scalars()
    asked = f" {fold(given)} "
    return [name for name in known if asked in f" {fold(name)} "]
