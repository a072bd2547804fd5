"""Which earlier claim a statement answers: "rejected that position"."""

from dataclasses import replace

from detente.domain.evidence import (
    Proposition,
    Statement,
)
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.statements.stated import Said

_POSITIONS = word_class("positions")
_DEMANDS = word_class("demands")


# How many statements back "that position" may reach.
_REACH = 60


def answering(said: list[Said]) -> list[Said]:
    """Link "rejected that position" to the last claim of somebody else before it."""
    found: list[Said] = []
    for s in said:
        kind = _taken_up(s)
        if kind is not None:
            party = s.statement.source.party if s.statement.source else None
            earlier = [
                o.statement
                for o in found[-_REACH:]
                if o.statement.source is not None
                and o.statement.source.party not in (None, party)
                and kind in (_offered(o.statement), "either")
            ]
            answered = _most_likely(earlier)
            claim = kind == "claim" or (answered is not None and _offered(answered) == "claim")
            denies = claim and s.statement.attitude == "refuses"
            attitude = "denies" if denies else s.statement.attitude
            answer = replace(
                s.statement,
                answers=answered.id if answered is not None else None,
                attitude=attitude,
            )
            s = Said(answer, s.found)
        found.append(s)
    return found


def _most_likely(earlier: list[Statement]) -> Statement | None:
    """Return the last that says something disputable, a known act or a duty; else the last."""
    plain = ("hopes", "expects", "praises")
    candidates = [s for s in earlier if s.attitude not in plain]
    known = [s for s in candidates if any(inventory().act(p.act) for p in s.propositions)]
    return (known or candidates)[-1] if candidates else None


def _offered(statement: Statement) -> str:
    """Whether a statement puts up a demand to be met or a claim to be believed."""
    duty = any(
        (p.modality in ("must", "should") or (p.modality == "can" and p.polarity == "negative"))
        and not _own(p, statement)
        for p in statement.propositions
    )
    return "demand" if duty or statement.attitude in ("demands", "offers") else "claim"


def _own(made: Proposition, statement: Statement) -> bool:
    """Whether it is the speaker's own doing that a proposition is about."""
    party = statement.source.party if statement.source else None
    return made.agent is not None and made.agent.party is not None and made.agent.party == party


def _taken_up(s: Said) -> str | None:
    if s.statement.attitude not in ("refuses", "denies", "accepts", "accuses") or not s.found.heads:
        return None
    head = s.found.heads[0]
    backward = (
        any(
            d.lower_ in ("that", "this", "the", "those", "these", "such")
            for d in clauses.children(head, "det")
        )
        or clauses.child(head, "poss") is not None
    )
    if head.lower_ in ("this", "that", "it"):
        return "either"
    if not backward or head.pos_ != "NOUN":
        return None
    if head.lemma in _POSITIONS:
        return "claim"
    return "demand" if head.lemma in _DEMANDS else None
