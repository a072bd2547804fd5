"""Letters folded together for search, and for search only.

Both databases index the words that this module makes, separated by blanks. What their own
folding would do (FTS5 leaves ı and ł alone, PostgreSQL asks the locale) does not matter then.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# No word is longer; what is longer is data, and of that the beginning is enough to find it.
LONGEST = 64

# Letters that Unicode does not take apart into a base and a mark.
_ALIKE = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ə": "e",
    }
)
# A word of letters and digits with the marks that stand on them.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class Word(NamedTuple):
    """A folded word and the place of its letters in the text."""

    folded: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Words of a text in order; of "Erdoğan’s F-35s": erdogan, s, f, 35s."""
    for match in _WORD.finditer(text):
        folded = _folded(match[0])
        if folded:
            yield Word(folded, match.start(), match.end())


def fold(text: str) -> str:
    """Folded words of a text, one blank between two."""
    if text.isascii():
        # The common case, and the one that has to be quick: it gives what the others give.
        return " ".join(word[:LONGEST] for word in _WORD.findall(text.lower()))
    return " ".join(filter(None, map(_folded, _WORD.findall(text))))


@lru_cache(maxsize=100_000)  # texts say the same words again and again
def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()[:LONGEST]
    apart = unicodedata.normalize("NFKD", word.casefold().translate(_ALIKE))
    # Compatibility forms may come apart into capitals or signs: fold what came of it once more.
    letters = "".join(c for c in apart.casefold().translate(_ALIKE) if c.isalnum())
    return letters[:LONGEST]
