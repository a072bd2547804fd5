"""Acts that are only named in what another act is done to: of "halt the drilling" the drilling."""

from collections.abc import Mapping

from detente.domain.evidence import Proposition, Statement
from detente.model.drafting.deeds import deed
from detente.model.drafting.named_by_object import STANDS


def inside_another(
    proposition: Proposition, statement: Statement, texts: Mapping[str, str]
) -> bool:
    """Whether an act of a statement is only named in what another act of it is done to.

    So of "halt the drilling" the drilling, of "drop its objections to the accession" the accession,
    and of "lift the ban that it imposed" the imposing.
    """
    if _describes(proposition, statement):
        return True
    for p in statement.propositions:
        if p is proposition or p.act == proposition.act or p.object is None:
            continue
        if p.object.span.covers(proposition.span) and (outer := deed(p, texts)) is not None:
            # Of "will accept no delay in the release" the release is asked for.
            return not (outer.family.open and proposition.modality == "must")
        if p.complement is not None and p.complement.span.covers(proposition.span):
            outer = deed(p, texts)
            if outer is not None and outer.family.name in STANDS:
                return True
    return False


def _describes(proposition: Proposition, statement: Statement) -> bool:
    """Whether it stands behind its own object, which another act of the statement has too."""
    found = proposition.object
    if found is None or found.span.end > proposition.span.start or proposition.modality in _ASKED:
        return False
    return any(
        p.act != proposition.act and p.object is not None and p.object.span.covers(found.span)
        for p in statement.propositions
    )


_ASKED = frozenset({"must", "should"})  # "the ban, which must be lifted"
