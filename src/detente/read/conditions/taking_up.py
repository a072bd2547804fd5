"""Words that take up what was asked before: "only then", "until that happens", "if not"."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from detente.lexicon.words import first_words


@cache
def sequels() -> dict[str, re.Pattern[str]]:
    """Patterns of such words in lower case, by the form of condition that they make.

    Of two that fit, the longer one counts.
    """
    table, it = _table()["sequels"], _it()
    return {
        form.replace("_", " "): re.compile(
            "(?:(?:and|but|or) )?(?:"
            + "|".join(p.replace("{it}", it) for p in sorted(phrases, key=len, reverse=True))
            + r")\b(?! not\b|n['’]t)"
        )
        for form, phrases in table.items()
    }


@cache
def first_words_of_sequels() -> frozenset[str]:
    """Words that one of them may begin with."""
    phrases = [p for each in _table()["sequels"].values() for p in each]
    return first_words((*phrases, "and", "but", "or"))


def _it() -> str:
    """Of "that happens", "they have done so" and the like."""
    words = _table()["taking_up"]
    pointing, doing = "|".join(words["pointing"]), "|".join(words["doing"])
    return f"(?:{pointing})(?: (?:{doing}))+"


@cache
def _table() -> dict[str, Any]:
    text = files("detente.lexicon").joinpath("data/conditions.toml").read_text("utf-8")
    return tomllib.loads(text)
