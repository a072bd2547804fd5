"""A yes that one asks of another is the wish of whoever asks: "urged Oslo to agree to withdraw"."""

from collections.abc import Mapping
from dataclasses import replace

from detente.domain.evidence import Statement

_YES = frozenset({"accepts", "offers", "promises"})
_ASKING = frozenset({"demands", "hopes"})


def as_asked(statement: Statement, by_id: Mapping[str, Statement]) -> Statement:
    """The statement as whoever asks for a yes wishes it; itself where nobody asks."""
    outer = by_id.get(statement.inside or "")
    if outer is None or statement.by_cue not in _YES or outer.by_cue not in _ASKING:
        return statement
    if outer.source is None or statement.source is None:
        return statement
    if outer.source.party in (None, statement.source.party):
        return statement
    return replace(
        statement,
        source=outer.source,
        attitude=outer.attitude,
        cue_attitude=outer.cue_attitude,
        strength=outer.strength,
    )
