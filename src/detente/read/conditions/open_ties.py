"""Conditions of which neither side is an act of the inventory: when they tie what parties do."""

from detente.read.conditions.dependence import Dependence
from detente.read.conditions.frames import FRAMED
from detente.read.conditions.open_deeds import is_open


def only_open(d: Dependence) -> bool:
    """Whether both sides are deeds of which only the verb is known: "would be painted once"."""
    return d.benefit is not None and bool(d.needs) and all(map(is_open, (d.benefit, *d.needs)))


def others_do(d: Dependence, text: str) -> bool:
    """Whether somebody does one of them who is no party: "a ship must show it before it enters"."""
    told = [p.agent for p in (d.benefit, *d.needs) if p is not None and p.agent is not None]
    bare = [agent for agent in told if not (agent.party or agent.of)]
    return _of_one(d, text) or any(agent.span.of(text).lower() not in _EITHER for agent in bare)


def _of_one(d: Dependence, text: str) -> bool:
    """Whether whoever is to do something first, who is not named, does both.

    Of "the canal is to be dredged before" anybody may do it, of "is asked to show it before it
    enters" only whoever is asked.
    """
    unnamed = [p.span.start for p in d.needs if p.agent is None]
    return d.form in _BEFORE and any(text[start - 3 : start] == "to " for start in unnamed)


_BEFORE = frozenset({"must before", FRAMED})
# Pronouns that may stand for a party.
_EITHER = frozenset({"they", "we", "you"})
