"""What the law would say if a fact were so, a provision gone, or the day another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.domain.dispute import Dispute
from detente.domain.norms import Status
from detente.domain.rulings import Difference, Ruling
from detente.domain.states import OptionStates, States
from detente.errors import InputError
from detente.law.day import law_of
from detente.law.judging import Judged, with_options


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """What is assumed beside the dispute as it is.

    ``without`` are provisions that are repealed or waived.
    """

    facts: Mapping[str, Status]
    without: frozenset[str] = frozenset()
    on: date | None = None
    readings: tuple[str, ...] = ()


def differences(
    dispute: Dispute,
    states: States,
    on: date | None,
    readings: Sequence[str],
    assumed: Assumption,
) -> tuple[Difference, ...]:
    """States of which the law would say otherwise, in order.

    Parameters
    ----------
    on, readings
        Those of today.

    Raises
    ------
    InputError
        If a fact or provision is not in the dispute.
    """
    listed = with_options(states)
    changed = supposed(dispute, assumed.facts)
    known = {provision.id for provision in dispute.provisions}
    unknown = sorted(assumed.without - known)
    if unknown:
        fix = f"name one of: {', '.join(sorted(known)) or 'the dispute has none'}"
        raise InputError(f"no provision is called {unknown[0]!r}", fix=fix)
    before = _rulings(dispute, listed, on, readings, frozenset())
    after = _rulings(changed, listed, assumed.on, assumed.readings, assumed.without)
    return tuple(
        Difference(state=one.state, taken=one.taken, before=one.lawful, after=other.lawful)
        for one, other in zip(before, after, strict=True)
        if one.lawful != other.lawful
    )


def supposed(dispute: Dispute, facts: Mapping[str, Status]) -> Dispute:
    """The same dispute with facts as they are assumed to be.

    Raises
    ------
    InputError
        If a fact is not in the dispute.
    """
    known = [fact.id for fact in dispute.facts]
    unknown = next((name for name in facts if name not in known), None)
    if unknown is not None:
        fix = f"name one of: {', '.join(known) or 'the dispute has none'}"
        raise InputError(f"no fact is called {unknown!r}", fix=fix)
    return replace(
        dispute,
        facts=tuple(
            replace(fact, status=facts[fact.id], as_of=None, history=(), says=None)
            if fact.id in facts
            else fact
            for fact in dispute.facts
        ),
    )


def _rulings(
    dispute: Dispute,
    states: OptionStates,
    on: date | None,
    readings: Sequence[str],
    without: frozenset[str],
) -> list[Ruling]:
    return list(Judged(law_of(dispute, on, readings, without), states).verdicts())
