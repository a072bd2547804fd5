"""What somebody rules out: "ruled out a release", "excludes releasing it", "rejected it"."""

from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children, lemma
from detente.read.grammar.tokens import Token

_EXCLUDING = frozenset({"exclude", "preclude", "reject"})


def ruled(verb: Token) -> Token | None:
    """Noun or gerund of what a verb rules out, None if it rules out nothing."""
    if lemma(verb) not in _EXCLUDING and not _rules_out(verb):
        return None
    found = child(verb, "dobj", "xcomp", "ccomp") or clauses.complement_of(verb, "out")
    below = (c for c in children(verb, "advcl") if c.i > verb.i and c.tag_ == "VBG")
    return found or next(below, None)


def _rules_out(verb: Token) -> bool:
    return lemma(verb) == "rule" and any(c.lower_ == "out" for c in verb.children)
