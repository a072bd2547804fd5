"""Measures that somebody only thinks of or makes ready: "is weighing a ban on landings".

They are held out to others, and not in force.
"""

import re
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.nouns import deed_of_noun

_READYING = word_class("readying")
# A measure that is pointed at is there already: "is considering the ban".
_THERE = re.compile(r"^(?:the|this|that|these|those|its|their|his|her|our|any)\b", re.IGNORECASE)


def weighed(proposition: Proposition, text: str) -> Deed | None:
    """Of "is preparing a ban on ore" the imposing of it, by whoever prepares it."""
    found, agent = proposition.object, proposition.agent
    if proposition.act not in _READYING or proposition.polarity != "positive" or found is None:
        return None
    words = found.span.of(text)
    if agent is None or _THERE.match(words) is not None:
        return None
    named = deed_of_noun(words, imposed=True)
    if named is None or not named.family.measure or not named.taken or named.undoing:
        return None
    return replace(named, owner=agent.party or agent.of)


_BEING_READIED = re.compile(
    rf"\b(?:{'|'.join(verb.split()[0].rstrip('e') for verb in sorted(_READYING))})n?ing\b"
)


def only_readied(words: str) -> bool:
    """Whether what is told has not come about: "is preparing sanctions"."""
    return _BEING_READIED.search(words) is not None
