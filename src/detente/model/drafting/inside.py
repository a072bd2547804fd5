"""Acts that are only named in what another act is done to: of "halt the drilling" the drilling."""

from collections.abc import Mapping

from detente.domain.evidence import Proposition, Statement
from detente.model.drafting.deeds import STANDS, deed


def inside_another(
    proposition: Proposition, statement: Statement, texts: Mapping[str, str]
) -> bool:
    """Whether an act of a statement is only named in what another act of it is done to.

    So of "halt the drilling" the drilling, of "drop its objections to the accession" the accession.
    """
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
