"""Nouns that name the doing of a verb: "reinstatement" of "reinstate", "handing over"."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from detente.lexicon.acts import inventory, plain_verbs
from detente.lexicon.words import first_words


def verb_of(noun: str) -> str | None:
    """Return the verb whose doing a noun names, None for a noun that names none."""
    known = _nouns().get(noun)
    if known is not None or not noun.endswith("ing"):
        return known
    stem = noun.removesuffix("ing")
    spelled = (stem, f"{stem}e", stem[:-1]) if stem[-2:-1] == stem[-1:] else (f"{stem}e", stem)
    return next((verb for verb in spelled if verb in _verbs()), None)


@cache
def _tree() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/nominals.toml").read_text("utf-8"))


@cache
def _nouns() -> dict[str, str]:
    nouns: dict[str, str] = _tree()["nouns"]
    return nouns


@cache
def _verbs() -> frozenset[str]:
    """Verbs that the lexicon knows by themselves, and those that only their nouns ask for."""
    return first_words(inventory().verbs) | plain_verbs() | frozenset(_tree()["verbs"])
