"""Which statement stands inside another one."""

from dataclasses import replace

from detente.domain.evidence import (
    Statement,
)
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import lemma
from detente.read.statements.stated import Said, is_people


def nested(said: list[Said]) -> list[Said]:
    """Mark each statement whose cue stands in another's content with the innermost such.

    Only a longer content holds a shorter one, so that of two which hold each other's cue (the
    parser's doing) one is outer, and no chain of them comes back to where it began.
    """
    placed = [Said(replace(s.statement, inside=_innermost(s, said)), s.found) for s in said]
    dropped = {s.statement.id for s in placed if s.statement.inside and not _voiced(s)}
    if not dropped:
        return placed
    return nested([s for s in said if s.statement.id not in dropped])


def _voiced(s: Said) -> bool:
    """Whether somebody says it: not "it seems", nor a paper that somebody else relies on."""
    source, noun = s.statement.source, s.found.source
    if source is None or noun is None:
        return source is not None
    if source.party or source.person or is_people(noun):
        return True
    return noun.pos_ != "NOUN" and lemma(noun) not in _WRITINGS


_WRITINGS = word_class("writings")


def _innermost(inner: Said, said: list[Said]) -> str | None:
    cue, own = inner.statement.cue, size(inner.statement)
    if cue is None:
        return None
    outer = [
        o.statement
        for o in said
        if size(o.statement) > own and any(c.covers(cue) for c in o.statement.content)
    ]
    return min(outer, key=size).id if outer else None


def size(statement: Statement) -> int:
    """Code points of what a statement says."""
    return sum(piece.end - piece.start for piece in statement.content)
