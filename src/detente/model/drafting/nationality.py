"""Whose a thing is by the nation that its words name: Chilean soldiers are Chile's to withdraw."""

from functools import lru_cache

from detente.lexicon.parties import gazetteer
from detente.model.drafting.deed import Deed

# What is told with a nation is that nation's own to take away.
_OWN = frozenset({"presence"})


def whose_own(found: Deed) -> str | None:
    """Of "the last Chilean soldier has left" Chile, whose soldiers these are."""
    if found.family.name not in _OWN:
        return None
    nations = _nations(found.thing.words)
    return next(iter(nations)) if len(nations) == 1 else None


def aimed_at(found: Deed, party: str | None) -> bool:
    """Whether a measure bears on a party, which will not have imposed it: "on Chilean wine"."""
    return found.family.measure and party in _nations(found.thing.words)


@lru_cache(maxsize=2**12)
def _nations(words: str) -> frozenset[str]:
    """Codes of the parties whose adjectives stand in some words."""
    return frozenset(
        m.party.code for m in gazetteer().find(words) if m.form == "demonym" and m.party.code
    )
