"""Resolves told in the present: "we are not leaving", "our troops stay where they are".

Of what is over once it is done ("sign", "leave", "release") "not doing it" now speaks of what will
be; of what goes on ("enrich", "supply") it tells how things are, and is a denial.
"""

from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import ActAt

_PRESENT = frozenset({"am", "are", "is", "’m", "’re", "’s", "'m", "'re", "'s"})
_TOLD = frozenset({"was", "were"})
_STAYING = frozenset({"remain", "stay"})
# Families of what is done once, beside those that last.
_ONCE = frozenset({"custody", "handover", "measure", "apology"})


def is_resolved(found: ActAt) -> bool:
    """Whether an act told in the present says what will be."""
    verb = found.token
    if verb.pos_ != "VERB" or found.act is None or found.act.family is None:
        return False
    if verb.lemma in _STAYING and found.name == "deploy":
        return verb.tag_ in ("VBP", "VBZ") or _going_on(verb)
    family = found.act.family
    once = family.lasting or family.name in _ONCE
    return once and clauses.negated(verb) and _going_on(verb) and not _gains(found)


def _going_on(verb: Token) -> bool:
    """Whether a verb is in the progressive of the present, or told so of the present."""
    if verb.tag_ != "VBG" or child(verb, "auxpass") is not None:
        return False
    for aux in children(verb, "aux"):
        if aux.lower_ in _PRESENT or (aux.lower_ in _TOLD and verb.dep_ == "ccomp"):
            return True
    return False


def _gains(found: ActAt) -> bool:
    """Whether somebody gets something: "is not acquiring weapons" is denied, and not refused."""
    act = found.act
    possession = act is not None and act.family is not None and act.family.name == "possession"
    return act is not None and (act.side == "gain" or (possession and act.opposed))
