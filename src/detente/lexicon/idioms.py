"""Nouns that belong to a verb of the lexicon: the door of "shut the door on"."""

from functools import cache

from detente.lexicon.acts import inventory
from detente.lexicon.cues import cues
from detente.lexicon.words import word_class

_LONGEST = 4


@cache
def idioms() -> frozenset[str]:
    """Words other than the first of the verbs of several words in the data files."""
    governing = word_class("governing_prepositions")
    phrases = (*inventory().verbs, *inventory().alone, *cues().verbs, *governing)
    words = {word for phrase in phrases for word in phrase.split()[1:_LONGEST]}
    return frozenset(words - word_class("particles"))
