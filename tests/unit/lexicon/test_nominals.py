"""Which verb does a noun name the doing of?"""

import tomllib
from importlib.resources import files

import pytest

from detente.lexicon.nominals import verb_of

NOUNS = tomllib.loads(
    files("detente.lexicon").joinpath("data/nominals.toml").read_text(encoding="utf-8")
)["nouns"]
READ = {
    "reinstatement": "reinstate",
    "handover": "hand over",
    "rebuilding": "rebuild",
    "freezing": "freeze",
    "shipping": "ship",
    "return": "return",
}


@pytest.mark.parametrize(("noun", "verb"), READ.items(), ids=READ)
def test_a_noun_names_the_doing_of_a_verb(noun: str, verb: str) -> None:
    assert verb_of(noun) == verb


@pytest.mark.parametrize("noun", ["treaty", "string", "evening", "ring", ""])
def test_other_nouns_name_none(noun: str) -> None:
    assert verb_of(noun) is None


def test_the_table_is_of_lemmas_in_order() -> None:
    assert all(word == word.lower().strip() for pair in NOUNS.items() for word in pair)
    assert not [noun for noun in NOUNS if noun.endswith("ing")]
