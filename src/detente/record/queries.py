"""What a person asks for, taken apart: words, phrases, and operators where they are asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from detente.errors import InputError, StoreError
from detente.record.folding import fold

# Nobody nests more, and a parser that calls itself has to stop somewhere.
DEEPEST = 50

_TOKEN = re.compile(r'"(?P<phrase>[^"]*)"(?P<starred>\*?)|(?P<bracket>[()])|(?P<word>[^\s()"]+)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that follow each other; of the last one perhaps only the beginning."""

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """All of these, and none of those."""

    of: "tuple[Query, ...]"
    without: "tuple[Query, ...]" = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these."""

    of: "tuple[Query, ...]"


Query = Phrase | All | Any


def parse(text: str, *, operators: bool = False) -> Query:
    """Take a query apart.

    Every word must occur; words in quotation marks must follow each other. What is one word to
    a person and several to the index ("F-35", "Türkiye's") is such a phrase too.

    Parameters
    ----------
    operators
        Whether AND, OR, NOT, brackets and a closing * mean something. Else they are words.

    Raises
    ------
    InputError
        If there is no word in it, or the operators do not fit together.
    StoreError
        If it has a NUL in it, which no database takes.
    """
    if "\x00" in text:
        raise StoreError(
            "the query has a NUL character in it, which no word can hold",
            fix="type the words anew instead of pasting them",
        )
    query = _Operators(text).whole() if operators else _plain(text)
    if query is None:
        raise InputError(
            f"there is no word in the query {text!r}", fix="give at least one letter or digit"
        )
    return query


def _plain(text: str) -> Query | None:
    # A mark of quotation that nobody closes is none.
    pieces = text.split('"')
    if len(pieces) % 2 == 0:
        pieces[-2:] = [f"{pieces[-2]} {pieces[-1]}"]
    found: list[Query] = []
    for number, piece in enumerate(pieces):
        parts = [piece] if number % 2 else piece.split()
        found += [phrase for part in parts if (phrase := _phrase(part))]
    return _all(found)


def _phrase(text: str, *, begins: bool = False) -> Phrase | None:
    words = tuple(fold(text).split())
    return Phrase(words, begins) if words else None


def _all(of: list[Query], without: tuple[Query, ...] = ()) -> Query | None:
    if not of:
        return None
    return of[0] if len(of) == 1 and not without else All(tuple(of), without)


class _Operators:
    """Reads: any := all (OR all)*; all := [NOT] one ([AND] [NOT] one)*; one := (any) | words."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_TOKEN.finditer(text))
        self._at = 0
        self._depth = 0

    def whole(self) -> Query | None:
        query = self._any()
        if self._at < len(self._tokens):
            raise _unfitting(self._tokens[self._at][0])
        return query

    def _any(self) -> Query | None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise InputError("the query nests too many brackets", fix="use fewer of them")
        found = [self._all()]
        while self._takes("OR"):
            found.append(self._all())
        self._depth -= 1
        of = tuple(query for query in found if query is not None)
        if len(of) < len(found) and len(found) > 1:
            raise _unfitting("OR")
        return of[0] if len(of) == 1 else Any(of) if of else None

    def _all(self) -> Query | None:
        of: list[Query] = []
        without: list[Query] = []
        joined = ""
        while (ahead := self._ahead()) not in ("OR", ")", ""):
            if ahead == "AND":
                if joined or not of:
                    raise _unfitting("AND")
                joined = ahead
                self._at += 1
                continue
            denied = self._takes("NOT")
            if denied and self._ahead() in ("OR", "AND", "NOT", ")", ""):
                raise _unfitting("NOT")
            query = self._one()
            joined = ""
            if query is not None:
                (without if denied else of).append(query)
        if joined:
            raise _unfitting(joined)
        if without and not of:
            raise InputError(
                "the query says only what must not occur",
                fix="add a word that must, such as: sanctions NOT tariffs",
            )
        return _all(of, tuple(without))

    def _one(self) -> Query | None:
        token = self._tokens[self._at]
        self._at += 1
        if token["bracket"] == "(":
            query = self._any()
            if not self._takes(")"):
                raise _unfitting("(")
            return query
        if token["phrase"] is not None:
            return _phrase(token["phrase"], begins=bool(token["starred"]))
        return _phrase(token["word"], begins=token["word"].endswith("*"))

    def _ahead(self) -> str:
        if self._at == len(self._tokens):
            return ""
        token = self._tokens[self._at]
        return '"' if token["phrase"] is not None else token[0]

    def _takes(self, operator: str) -> bool:
        taken = self._ahead() == operator
        self._at += taken
        return taken


def _unfitting(operator: str) -> InputError:
    return InputError(
        f"{operator!r} stands where it joins nothing in the query",
        fix="write it like: sanctions AND (tariffs OR duties) NOT steel; or leave --operators out",
    )


def phrases(query: Query) -> Iterator[Phrase]:
    """Phrases that a text found has, or may have, in the order they were asked for."""
    match query:
        case Phrase():
            yield query
        case All(of=of) | Any(of=of):
            for one in of:
                yield from phrases(one)


def to_fts5(query: Query) -> str:
    """A query as SQLite's index takes it. Folded words have no sign in them to be escaped."""
    match query:
        case Phrase(words, begins):
            return f'"{" ".join(words)}"' + ("*" if begins else "")
        case Any(of):
            return f"({' OR '.join(to_fts5(one) for one in of)})"
        case All(of, without):
            wanted = f"({' AND '.join(to_fts5(one) for one in of)})"
            return f"({' NOT '.join([wanted, *(to_fts5(one) for one in without)])})"


def to_sql(query: Query, folded: sa.Column[str]) -> sa.ColumnElement[bool]:
    """A query as a condition on folded text, which PostgreSQL answers from its index."""
    match query:
        case Phrase(words, begins):
            return _phrase_to_sql(words, begins, folded)
        case Any(of):
            return sa.or_(*(to_sql(one, folded) for one in of))
        case All(of, without):
            wanted = [to_sql(one, folded) for one in of]
            return sa.and_(*wanted, *(sa.not_(to_sql(one, folded)) for one in without))


def _phrase_to_sql(
    words: tuple[str, ...], begins: bool, folded: sa.Column[str]
) -> sa.ColumnElement[bool]:
    from sqlalchemy.dialects.postgresql import ARRAY

    conditions: list[sa.ColumnElement[bool]] = []
    whole = words[:-1] if begins else words
    if whole:
        indexed = sa.func.string_to_array(folded, " ", type_=ARRAY(sa.Text))
        conditions.append(indexed.contains(sa.cast(list(whole), ARRAY(sa.Text))))
    if begins or len(words) > 1:
        # Folded words hold neither % nor _.
        pattern = f"% {' '.join(words)}{'' if begins else ' '}%"
        conditions.append(sa.literal(" ").concat(folded).concat(" ").like(pattern))
    return sa.and_(*conditions)
