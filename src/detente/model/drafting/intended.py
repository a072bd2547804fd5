"""What a plan, an idea or a threat is of: "drop the plan" leaves undone what its owner intends.

Whoever asks that a plan be dropped, or does something if it goes ahead, speaks of what the plan is
of. Where its owner has announced but one thing, or threatens with but one, that is meant.
"""

from collections.abc import Iterable
from dataclasses import replace

from detente.lexicon.words import word_class
from detente.model.drafting.deed import STAYING, Deed
from detente.model.drafting.positions import Position

_INTENTS = word_class("intents")
_LEAVING = frozenset({"abandon", "call_off", "drop", "give up", "halt", "lift", "relinquish"})
_PURSUING = frozenset({"continue", "carry out", "pursue"})


class Intended:
    """What each party has announced that it will do."""

    def __init__(self, positions: Iterable[Position]) -> None:
        self._of_party: dict[str, list[Deed]] = {}
        for position in positions:
            deed = position.deed
            if deed.owner != position.party or not position.announced or deed.thing.generic:
                continue
            if deed.act == STAYING or deed.undoing or deed.thing.head in _INTENTS:
                continue
            known = self._of_party.setdefault(position.party, [])
            if not any(deed.same_option(other) for other in known):
                known.append(deed)

    def of(self, found: Deed) -> Deed:
        """What is intended, done or left, of a deed that is done to the plan of it."""
        if found.thing.head not in _INTENTS or found.thing.words != found.thing.head:
            return found
        planned = self._of_party.get(found.owner or "", [])
        if len(planned) > 1:  # who wants a plan dropped is harmed by it
            planned = [deed for deed in planned if not deed.welcome]
        left = found.act in _LEAVING
        if len(planned) != 1 or not (left or found.act in _PURSUING):
            return found
        # To call off and to go on with something are two sides of one family.
        done = found.taken == (found.family.open and not left)
        return replace(planned[0] if done else planned[0].contrary, act=found.act, undoing=left)
