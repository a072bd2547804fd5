"""A condition taken apart, before anybody is asked who sets it."""

from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from detente.domain.evidence import Proposition, Span
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, lemma
from detente.read.grammar.tokens import Token

Marker = Literal["if", "unless", "until", "only", "before", "while", "provided", "without"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """A condition as found: which clause needs which, before anybody is asked who sets it.

    ``lawful`` is whether law, where it is named, is its ground; ``by_law`` whether it is law itself
    that is told to ask it.
    """

    condition: Span
    consequence: Span
    benefit: Proposition | None
    needs: tuple[Proposition, ...]
    form: str
    token: Token
    setter: Token | None = None
    lawful: bool = True
    by_law: bool = False


def consequence_of(passage: Passage, main: Token, clause: Token) -> Span:
    """Words of the clause that depends, without those of the condition."""
    if main.dep_ == "xcomp" and lemma(main.head) in ("have", "need"):
        # "Athens needs to stop": the words are those of the whole clause.
        main = main.head
    left_out = {t.i for t in clause.subtree}
    kept = [t for t in main.subtree if t.i not in left_out]
    tokens = [t for t in kept if t.dep_ != "mark" or t.head.i != main.i]
    tokens.sort(key=attrgetter("i"))
    first, last = clauses.trimmed(tokens) if tokens else (main, main)
    if first.i < clause.i < last.i and last.i > clause.right_edge.i and main.i < clause.i:
        before = [t for t in tokens if t.i < clause.left_edge.i]
        first, last = clauses.trimmed(before) if before else (first, last)
    return passage.span(first, last)
