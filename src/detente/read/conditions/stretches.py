"""Tokens in a row, which the words of a condition and of its consequence are."""

from dataclasses import dataclass

from detente.read.grammar import clauses
from detente.read.grammar.tokens import Doc, Token

VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens from the first to the last, both included."""

    first: int
    last: int

    def covers(self, i: int) -> bool:
        """Whether a token is one of them."""
        return self.first <= i <= self.last


# A condition as introduced: its form, its head, its words, and the head of what depends if known.
Found = tuple[str, Token, Stretch, Token | None]


def whole(token: Token) -> Stretch:
    """All words that hang on a token."""
    first, last = clauses.extent(token)
    return Stretch(first.i, last.i)


def verb_above(token: Token) -> Token | None:
    """Verb of the clause that a word stands in, the word itself excluded."""
    above = token
    for _ in range(20):
        if above.head.i == above.i:
            return above if above.pos_ in VERBAL else None
        above = above.head
        if above.pos_ in VERBAL:
            return above
    return None


def trimmed(doc: Doc, words: Stretch) -> tuple[Token, Token]:
    """First and last of the words, without the marks at either end."""
    tokens = list(doc[words.first : words.last + 1])
    kept = [t for t in tokens if not t.is_space]
    while len(kept) > 1 and kept[-1].text in EDGES:
        kept.pop()
    while len(kept) > 1 and kept[0].text in EDGES:
        kept.pop(0)
    return (kept[0], kept[-1]) if kept else (tokens[0], tokens[-1])


EDGES = frozenset(",.;:!?-—–\"'()[]") | {"...", "--", "''", "``", "…"}
