"""What an act is done to where that goes by another name: leave by what is let, a sum by its cause.

Of "let Oslo build the pier" it is permission to build the pier; of "compensation of 5 million" it
is the compensation.
"""

from detente.domain.evidence import Proposition
from detente.lexicon.acts import Act
from detente.lexicon.words import word_class
from detente.model.drafting.phrases import amounts_to
from detente.model.drafting.things import thing

# Acts of letting another do something, and of not letting.
LETTING = frozenset({"let_do", "forbid_do"})
_LEAVES = word_class("leaves")
_COMPENSATIONS = frozenset({"compensation", "indemnity", "reimbursement", "reparation"})


def leave(proposition: Proposition, text: str) -> str:
    """What is let, as leave to do it: "permission to build the pier"."""
    what, whom = proposition.object, proposition.complement
    if what is None or thing(what.span.of(text)).head in _LEAVES:
        return "permission"
    words = what.span.of(text)
    rest = text[whom.span.end : what.span.end] if whom is not None else ""
    if whom is not None and what.span.start == whom.span.start and rest.startswith(" "):
        return f"permission to {rest.strip().removeprefix('to ')}"  # "let Oslo build the pier"
    return f"permission {words}" if words.startswith("to ") else f"permission for {words}"


def paid_as(proposition: Proposition, act: Act, text: str) -> str | None:
    """Of "compensation of 50 million euros" what the sum is paid as, where a noun names the act."""
    found = proposition.object
    if act.family is None or act.family.name != "payment" or found is None:
        return None
    words = proposition.span.of(text)
    named = not amounts_to(words) and thing(words).head in _COMPENSATIONS
    return words if named and amounts_to(found.span.of(text)) else None
