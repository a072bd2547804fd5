"""Small classes of English words that the reader's rules ask about."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def _classes() -> dict[str, frozenset[str]]:
    tree = tomllib.loads(files(__package__).joinpath("data/words.toml").read_text("utf-8"))
    return {name: frozenset(members) for name, members in tree.items()}


def word_class(name: str) -> frozenset[str]:
    """Return a class of words by its name in ``data/words.toml``."""
    return _classes()[name]


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words that phrases begin with: where none of these stands, no phrase does."""
    return frozenset(phrase.split()[0] for phrase in phrases)
