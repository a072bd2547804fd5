"""Whose the two sides of a condition are, where the words leave it to a pronoun.

Nobody sets a condition to itself: of "Spain expects Morocco to admit them in exchange for its
ratification" the ratification is not Morocco's, though "it" could be either. So where both sides
would be of one party, the side whose owner is only pointed at is left open; who sets the condition,
and whom it is set against, decide it later.
"""

from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class

_POINTING = word_class("pointing")


def told_apart(
    benefit: Proposition | None, needs: tuple[Proposition, ...], setter: str | None, text: str
) -> tuple[Proposition | None, tuple[Proposition, ...]]:
    """Leave open whose a side is that is only pointed at, where both would be of one party."""
    if benefit is None:
        return benefit, needs
    had = _owner(benefit) or setter
    if had is None or not any(_owner(need) == had for need in needs):
        return benefit, needs
    if any(_owner(need) == had and _named(need, text) for need in needs):
        return (benefit if _named(benefit, text) else _open(benefit)), needs
    return benefit, tuple(_open(n) if _owner(n) == had else n for n in needs)


def _owner(p: Proposition) -> str | None:
    if p.agent is not None:
        return p.agent.party or p.agent.of
    return p.object.of if p.object is not None else None


def _named(p: Proposition, text: str) -> bool:
    """Whether a side names who does it."""
    if p.agent is None:
        return False
    return p.agent.span.of(text).split()[0].lower().strip("’'") not in _POINTING


def _open(p: Proposition) -> Proposition:
    kept = p.object and replace(p.object, of=None)
    return replace(p, agent=None, object=kept)
