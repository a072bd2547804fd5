"""Deeds that no act is known for, and that are set against each other all the same.

"Will talk if Iraq settles the claim", "may not be repainted until Oslo dredges the channel": the
verbs are in no inventory, but a party is named on one side, and nobody or another on the other.
"""

from detente.domain.evidence import Proposition
from detente.read.conditions.dependence import Dependence

# Wordings in which nothing else will do. A bare "if" may only tell what comes of what.
_STRICT = frozenset({"before", "only", "provided", "unless", "until"})


def between(d: Dependence) -> bool:
    """Whether what is given is one party's and what it takes is not.

    Either may be told without a doer: "will not deliver them until the hall is inspected", "the
    buoys will not be repainted until Oslo dredges the channel".
    """
    if d.benefit is None or not d.needs:
        return False
    if _party(d.benefit) is not None:
        return all(_party(p) != _party(d.benefit) for p in d.needs)
    return d.form in _STRICT and _by_nobody(d.benefit) and any(map(_done_by_party, d.needs))


def by_another(given: Proposition, needs: tuple[Proposition, ...]) -> bool:
    """Whether it is something that a party does to something, and not who is bound."""
    return _done_by_party(given) and all(_party(p) != _party(given) for p in needs)


def _party(p: Proposition) -> str | None:
    return (p.agent.party or p.agent.of) if p.agent is not None else None


def _by_nobody(p: Proposition) -> bool:
    return p.agent is None and p.object is not None


def _done_by_party(p: Proposition) -> bool:
    return _party(p) is not None and p.object is not None
