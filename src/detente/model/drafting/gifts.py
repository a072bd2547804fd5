"""What one side may give another that is told by its noun: a seat, a share, an assurance.

The verb says little: who offers, grants or provides a share gives one.
"""

import re
from dataclasses import replace

from detente.lexicon.words import word_class
from detente.model.drafting.things import Thing, thing

COMMITMENTS = word_class("commitments")
GIVEN = word_class("given_shares") | COMMITMENTS
_GIVING = frozenset(
    {"extend", "furnish", "give", "grant", "issue", "make", "offer", "provide", "supply"}
)
# What is made or supplied is no share: "make a cut", "supply a quota".
_HANDING = frozenset({"give", "grant", "offer"})
_WHEREIN = re.compile(r"\s(?:in|of|on)\s")


def given(verb: str, words: str, *, by_somebody: bool) -> Thing | None:
    """What is given, where a verb and its object tell of a gift: "grant a share of the water".

    A share is given only where it is told who gives it: "nobody is given a seat" promises none.
    """
    if verb not in _GIVING:
        return None
    about = share(words)
    handed = by_somebody and about.head in GIVEN and verb in _HANDING
    return about if handed or about.head in COMMITMENTS else None


def share(words: str) -> Thing:
    """A thing, of "a bigger share of the water" the share, though the water tells which."""
    part = thing(_WHEREIN.split(words, maxsplit=1)[0])
    return replace(thing(words), head=part.head) if part.head in GIVEN else thing(words)
