"""A yes that one asks of another is the wish of whoever asks: "urged Oslo to agree to withdraw"."""

from collections.abc import Mapping
from dataclasses import replace

from detente.domain.evidence import Statement
from detente.lexicon.acts import inventory

YES = frozenset({"accepts", "offers", "promises"})
_ASKING = frozenset({"demands", "hopes"})


def as_asked(statement: Statement, by_id: Mapping[str, Statement]) -> Statement:
    """The statement as whoever asks for a yes wishes it; itself where nobody asks."""
    outer = by_id.get(statement.inside or "")
    if outer is None or statement.by_cue not in YES or outer.by_cue not in _ASKING:
        return statement
    if outer.source is None or statement.source is None:
        return statement
    if outer.source.party in (None, statement.source.party) or _told_otherwise(statement, outer):
        return statement
    return replace(
        statement,
        source=outer.source,
        attitude=outer.attitude,
        cue_attitude=outer.cue_attitude,
        strength=outer.strength,
    )


def _told_otherwise(statement: Statement, outer: Statement) -> bool:
    """Whether the asking tells itself what is asked.

    Of "reverse its decision to close it" that it be left open, of "accept the return of the
    migrants" that they be let in.
    """
    asked = {(p.span, p.act): p.polarity for p in outer.propositions}
    for p in statement.propositions:
        if asked.get((p.span, p.act), p.polarity) != p.polarity:
            return True
    known = (p.span for p in outer.propositions if inventory().act(p.act) is not None)
    return statement.cue is not None and any(span.covers(statement.cue) for span in known)
