"""Conditions of which neither side is an act of the inventory: when they tie what parties do."""

import re

from detente.lexicon.acts import inventory
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


def takes_up(d: Dependence, text: str) -> bool:
    """Whether a deed hangs on what was asked before: "would turn it off if they did not"."""
    had = d.benefit is not None and is_open(d.benefit)
    return had and _NOT_DONE.search(d.condition.of(text).lower()) is not None


def comes_if_not(d: Dependence, text: str) -> bool:
    """Whether a deed of no list comes if what was asked is not done: "if they do not"."""
    unknown = d.benefit is not None and inventory().act(d.benefit.act) is None
    return unknown and d.form == "if" and _REFUSED.search(d.condition.of(text).lower()) is not None


_REFUSED = re.compile(r"\b(?:do(?:es)?|did|will|would)\s?n[o’']t$|\brefuse[sd]?$")
_NOT_DONE = re.compile(
    r"\b(?:do(?:es)?|did|will|would)\s?n[o’']t$|\b(?:refuses?|refused|complies|complied|agrees)$"
)
_BEFORE = frozenset({"must before", FRAMED})
# Pronouns that may stand for a party.
_EITHER = frozenset({"they", "we", "you"})
