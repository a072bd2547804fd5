"""Finding statements, events and texts by their words and by what is known of them.

Results come newest first, in the order in which texts came into the case: who searches a
record looks for every mention and not for the best one, and this order is the same on both
databases and costs no sorting.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from detente.domain.evidence import Document
from detente.errors import InputError
from detente.lexicon.parties import gazetteer
from detente.record import rows, schema
from detente.record.database import Database, SqliteDatabase, reading
from detente.record.deriving import days
from detente.record.folding import fold, words
from detente.record.queries import Phrase, Query, parse, phrases, to_fts5, to_sql

Kind = Literal["statement", "event", "document"]
KINDS: tuple[Kind, ...] = ("statement", "event", "document")

# Characters of a snippet, and how many of them stand before what was found.
LONG = 200
BEFORE = 60


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
        if self._query is not None and not _conditions(self._wanted) and self._asks_all_kinds:
            return self._found_by_words()
        total = 0
        pages: list[tuple[Kind, Any]] = []
        for kind in self._kinds():
            query = self._of_kind(kind)
            count = self._count(query)
            total += count
            if count:
                newest = query.order_by(self._number(kind).desc())
                page = newest.limit(self._wanted.offset + self._wanted.limit)
                pages += [(kind, row) for row in self._connection.execute(page)]
        # Within a document as the kinds are listed, and then newest first.
        pages.sort(key=lambda hit: -hit[1].document)
        return Found(hits=self._page(pages[self._wanted.offset :]), total=total)

    def _found_by_words(self) -> Found:
        """The common case, in which the index alone can count."""
        assert self._query is not None
        entries = schema.entries
        if self._is_sqlite:
            counted = sa.select(sa.func.count()).select_from(_WORDS).where(self._match())
            total = self._connection.execute(counted).scalar() or 0
        else:
            total = self._count(sa.select(entries.c.no).where(self._match()))
        newest = self._entries(entries.c.kind).order_by(self._number("document").desc())
        page = newest.limit(self._wanted.limit).offset(self._wanted.offset)
        hits = [(row.kind, row) for row in self._connection.execute(page)]
        return Found(hits=self._page(hits), total=total)

    def _count(self, query: sa.Select[Any]) -> int:
        counted = sa.select(sa.func.count()).select_from(query.subquery())
        return self._connection.execute(counted).scalar() or 0

    def _page(self, found: Sequence[tuple[Kind, Any]]) -> tuple[Hit, ...]:
        return tuple(self._hits(found[: self._wanted.limit]))

    @property
    def _asks_all_kinds(self) -> bool:
        return set(self._wanted.kinds) == set(KINDS)

    def _kinds(self) -> Iterator[Kind]:
        wanted = self._wanted
        for kind in wanted.kinds:
            of_statements = any(getattr(wanted, name) is not None for name in _OF_STATEMENTS)
            of_content = any(getattr(wanted, name) is not None for name in _OF_CONTENT)
            if kind == "statement" or not (of_statements or (of_content and kind == "document")):
                yield kind

    # --- What is asked of the database ------------------------------------------------------

    def _number(self, kind: Kind) -> sa.ColumnElement[int]:
        if self._query is None:
            return _TABLES[kind].c[_KEYS[kind]]
        if self._is_sqlite:
            return _WORDS.c.rowid
        return schema.entries.c.no

    def _match(self) -> sa.ColumnElement[bool]:
        """Whether an entry has the words that are looked for."""
        assert self._query is not None
        if self._is_sqlite:
            match = sa.text("words MATCH :query").bindparams(query=to_fts5(self._query))
            return match.self_group()  # type: ignore[return-value]
        return to_sql(self._query, schema.entries.c.folded)

    def _entries(self, *more: sa.ColumnElement[Any]) -> sa.Select[Any]:
        """Entries that have the words."""
        entries = schema.entries
        query = sa.select(entries.c.ref, entries.c.document, *more).where(self._match())
        if not self._is_sqlite:
            return query
        return query.select_from(InOrder(_WORDS, entries, entries.c.no == _WORDS.c.rowid))

    def _of_kind(self, kind: Kind) -> sa.Select[Any]:
        table, entries = _TABLES[kind], schema.entries
        key = table.c[_KEYS[kind]]
        conditions = list(self._asked(kind))
        if self._query is None:
            return sa.select(key.label("ref"), table.c.document).where(*conditions)
        if not conditions:
            return self._entries().where(entries.c.kind == kind)
        query = sa.select(entries.c.ref, table.c.document).where(self._match(), *conditions)
        mine = sa.and_(entries.c.kind == kind, entries.c.ref == key)
        if not self._is_sqlite:
            return query.select_from(sa.join(entries, table, mine))
        with_words = InOrder(_WORDS, entries, entries.c.no == _WORDS.c.rowid)
        return query.select_from(InOrder(with_words, table, mine))

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

    def _hits(self, page: Sequence[tuple[Kind, Any]]) -> Iterator[Hit]:
        documents = rows.kept_documents(self._connection, [row.document for _, row in page])
        details = {kind: self._details(kind, page) for kind in KINDS}
        for kind, row in page:
            document = documents[row.document]
            yield self._hit(kind, document, details[kind].get(row.ref))

    def _details(self, kind: Kind, page: Sequence[tuple[Kind, Any]]) -> dict[int, Any]:
        numbers = [row.ref for of_kind, row in page if of_kind == kind]
        if kind == "document" or not numbers:
            return {}
        table = _TABLES[kind]
        found = self._connection.execute(sa.select(table).where(table.c.no.in_(numbers)))
        return {row.no: row for row in found}

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
_KEYS: dict[Kind, str] = {"statement": "no", "event": "no", "document": "document"}


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


def first_place(text: str, wanted: Sequence[Phrase]) -> tuple[int, int] | None:
    """First place of any of the phrases in a text."""
    longest = max((len(phrase.words) for phrase in wanted), default=0)
    recent: list[tuple[str, int, int]] = []
    for word in words(text):
        recent = [*recent, word][-longest:]
        for phrase in wanted:
            end = [folded for folded, _, _ in recent[-len(phrase.words) :]]
            if _matches(end, phrase):
                return recent[-len(phrase.words)][1], word.end
    return None


def _matches(found: list[str], phrase: Phrase) -> bool:
    if len(found) != len(phrase.words):
        return False
    *whole, last = phrase.words
    fits = found[-1].startswith(last) if phrase.begins else found[-1] == last
    return fits and found[:-1] == whole


def shown(text: str, start: int, end: int, place: tuple[int, int] | None) -> str:
    """Words around what was found, or the first words of a stretch of text, on one line."""
    if place is None or place[0] - start < LONG - BEFORE:
        begin = start
    else:
        begin = place[0] - BEFORE
        blank = text.rfind(" ", begin - 20, begin)
        begin = begin if blank < 0 else blank + 1
    stop = min(end, begin + LONG)
    if stop < end:
        blank = text.rfind(" ", stop - 30, stop)
        stop = stop if blank < 0 else blank
    words_ = " ".join(text[begin:stop].split())
    return f"{'… ' if begin > start else ''}{words_}{' …' if stop < end else ''}"
