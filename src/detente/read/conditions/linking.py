"""Words of ``conditions.toml`` by which one deed hangs on another, whatever the construction."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Linking:
    """Words by which one deed hangs on another: lemmas, words as they stand, and phrases.

    Those of ``harming`` do so only where one of the deeds hurts; ``onward`` goes on from the
    sentence before, ``answering`` from the question before; after ``leading`` stands what is
    asked; ``dissolving`` takes the link away.
    What is supposed without a word of ``wanting`` beside it is no failing.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: re.Pattern[str]
    harming_verbs: frozenset[str]
    harming_nouns: frozenset[str]
    harming: re.Pattern[str]
    onward: re.Pattern[str]
    leading: re.Pattern[str]
    after: re.Pattern[str]
    answering: re.Pattern[str]
    refusing: re.Pattern[str]
    dissolving: re.Pattern[str]
    supposing: re.Pattern[str]
    asking: re.Pattern[str]
    wanting: re.Pattern[str]
    light: frozenset[str]
    standing_in: frozenset[str]
    pointing: frozenset[str]


@cache
def linking() -> Linking:
    """Load the words that are shipped."""
    text = files("detente.lexicon").joinpath("data/conditions.toml").read_text("utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)["linking"]

    def any_of(name: str) -> re.Pattern[str]:
        return re.compile(r"(?<!\w)(?:" + "|".join(table[name]) + r")(?!\w)")

    return Linking(
        verbs=frozenset(table["verbs"]),
        nouns=frozenset(table["nouns"]),
        phrases=any_of("phrases"),
        harming_verbs=frozenset(table["harming_verbs"]),
        harming_nouns=frozenset(table["harming_nouns"]),
        harming=any_of("harming"),
        onward=any_of("onward"),
        leading=any_of("leading"),
        after=any_of("after"),
        answering=any_of("answering"),
        refusing=any_of("refusing"),
        dissolving=any_of("dissolving"),
        supposing=any_of("supposing"),
        wanting=any_of("wanting"),
        asking=any_of("asking"),
        light=frozenset(table["light"]),
        standing_in=frozenset(table["standing_in"]),
        pointing=frozenset(table["pointing"]),
    )
