"""The half of a sentence that nothing attributes: "The port stays shut, and we urge you to pay"."""

from collections.abc import Sequence

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token

_BETWEEN = frozenset({",", "and", "but", "or", "so", "yet"})


def first_clause(
    passage: Passage, piece: list[Token], head: Token, taken: Sequence[Span]
) -> list[Token]:
    """Words of a sentence's first clause where all that is attributed stands in those joined to it.

    Empty where there is no such clause. ``taken`` are the stretches that are attributed.
    """
    joined = [c for c in children(head, "conj") if child(c, "nsubj", "nsubjpass") is not None]
    if not joined:
        return []
    cut = min(c.left_edge.i for c in joined)
    place = passage.start + passage.doc[cut].idx
    if cut <= head.i or any(span.start < place for span in taken):
        return []
    kept = [t for t in piece if t.i < cut]
    while kept and kept[-1].lower_ in _BETWEEN:
        kept.pop()
    return kept
