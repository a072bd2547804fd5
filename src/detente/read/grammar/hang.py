"""Hanging a word of a parse elsewhere, and the labels that several mendings ask for."""

from detente.read.grammar.tokens import Token

# What a verb that needs nothing more has.
FULL = frozenset({"xcomp", "ccomp", "dobj", "acomp", "attr", "oprd"})
FINITE = frozenset({"VBD", "VBZ"})


def hang(token: Token, above: Token, label: str) -> None:
    """Hang a word on another under a label."""
    token.head.children = [c for c in token.head.children if c is not token]
    above.children = sorted([*above.children, token], key=lambda t: t.i)
    token.head, token.dep_ = above, label
    token.doc.rehung()
