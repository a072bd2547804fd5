"""Which claims count: all that no analyst has rejected."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.domain.evidence import Claim, Decision, Judgement, Reading


def standing(judgements: Iterable[Judgement]) -> dict[str, Decision]:
    """Decision that stands on each judged claim: the last one made."""
    return {judgement.claim: judgement.decision for judgement in judgements}


def accepted(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> tuple[Claim, ...]:
    """Claims that a model may rely on; one that nobody has judged counts provisionally."""
    decisions = standing(judgements)
    return tuple(claim for claim in claims if decisions.get(claim.id) != "rejected")


def all_judged(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> bool:
    """Whether there are claims and an analyst has judged each of them."""
    decisions = standing(judgements)
    judged = [claim.id in decisions for claim in claims]
    return bool(judged) and all(judged)


def without(readings: Iterable[Reading], rejected: Iterable[Claim]) -> Iterator[Reading]:
    """Readings without the statements that carry rejected claims, and what only they tell."""
    gone = {statement for claim in rejected for statement in claim.support}
    for reading in readings:
        yield replace(
            reading,
            statements=tuple(s for s in reading.statements if s.id not in gone),
            events=tuple(e for e in reading.events if e.statement not in gone),
            requirements=tuple(r for r in reading.requirements if r.statement not in gone),
        )
