"""Which statement stands inside another one."""

from dataclasses import replace
from operator import itemgetter

from detente.domain.evidence import Span, Statement
from detente.lexicon.words import word_class
from detente.read.statements.stated import Said, is_people


def nested(said: list[Said]) -> list[Said]:
    """Mark each statement whose cue stands in another's content with the innermost such.

    Only a longer content holds a shorter one, so that of two which hold each other's cue (the
    parser's doing) one is outer, and no chain of them comes back to where it began.
    """
    sized = [(size(s.statement), s.statement) for s in said]
    placed = [
        _inside(s, _innermost(statement.cue, own, sized))
        for s, (own, statement) in zip(said, sized, strict=True)
    ]
    dropped = {s.statement.id for s in placed if s.statement.inside and not _voiced(s)}
    if not dropped:
        return placed
    return nested([s for s in said if s.statement.id not in dropped])


def _inside(s: Said, outer: str | None) -> Said:
    return s if outer is None else Said(replace(s.statement, inside=outer), s.found)


def _voiced(s: Said) -> bool:
    """Whether somebody says it: not "it seems", nor a paper that somebody else relies on."""
    source, noun = s.statement.source, s.found.source
    if source is None or noun is None:
        return source is not None
    if source.party or source.person or is_people(noun):
        return True
    return noun.pos_ != "NOUN" and noun.lemma not in _WRITINGS


_WRITINGS = word_class("writings")


def _innermost(cue: Span | None, own: int, said: list[tuple[int, Statement]]) -> str | None:
    """Id of the smallest of some statements, given with their sizes, that holds a cue."""
    outer = [
        (length, o)
        for length, o in said
        if cue is not None and length > own and any(c.covers(cue) for c in o.content)
    ]
    return min(outer, key=itemgetter(0))[1].id if outer else None


def size(statement: Statement) -> int:
    """Code points of what a statement says."""
    return sum(piece.end - piece.start for piece in statement.content)
