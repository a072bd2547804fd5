"""Small classes of English words that the reader's rules ask about."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_FILES = ("words.toml", "stances.toml")


@cache
def _classes() -> dict[str, frozenset[str]]:
    data = files(__package__).joinpath("data")
    trees = [tomllib.loads(data.joinpath(name).read_text("utf-8")) for name in _FILES]
    return {name: frozenset(members) for tree in trees for name, members in tree.items()}


def word_class(name: str) -> frozenset[str]:
    """Return a class of words by its name in ``words.toml`` or ``stances.toml``."""
    return _classes()[name]


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words that phrases begin with: where none of these stands, no phrase does."""
    return frozenset(phrase.split()[0] for phrase in phrases)
