"""The stability concepts, and under which of them something is so."""

from collections.abc import Sequence

from detente.brief.wording.phrases import listed
from detente.domain.verdicts import CONCEPTS, Concept

CONCEPT_NAMES: dict[Concept, str] = {
    "nash": "Nash",
    "gmr": "GMR",
    "smr": "SMR",
    "seq": "SEQ",
    "sseq": "SSEQ",
}


CONCEPT_MEANINGS: dict[Concept, str] = {
    "nash": "Nash stability: the party has no move of its own to a state it prefers.",
    "gmr": "General metarationality: any such move can be answered by the others in a way "
    "that leaves the party no better off, whatever the answer costs them.",
    "smr": "Symmetric metarationality: as GMR, and the party cannot escape the answer by "
    "a further move.",
    "seq": "Sequential stability: as GMR, but only answers that the others gain by count.",
    "sseq": "Symmetric sequential stability: as SEQ, and the party cannot escape the answer "
    "by a further move.",
}


def under(concepts: Sequence[Concept]) -> str:
    """The concepts under which something is so."""
    if len(concepts) == len(CONCEPTS):
        return "under all five stability concepts"
    return f"under {listed(CONCEPT_NAMES[concept] for concept in concepts)}"


def under_only(concepts: Sequence[Concept]) -> str:
    """The concepts under which something is so, and those under which it is not."""
    others = [CONCEPT_NAMES[concept] for concept in CONCEPTS if concept not in concepts]
    return under(concepts) + (f" but not under {listed(others, 'or')}" if others else "")
