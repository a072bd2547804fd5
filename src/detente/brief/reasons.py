"""Which preference decides between two states, and where a party's own moves lead.

Not a solver: whether a state is stable is read from the analysis. This only finds the
statement of preference that a sentence about it should name.
"""

from collections.abc import Mapping
from fractions import Fraction

from detente.domain.dispute import Dispute, Party, StateId, worth
from detente.domain.states import State


def chosen(state: State) -> frozenset[str]:
    """Options taken in a state; of a merged state, those of its lowest member."""
    return state.members[0] if state.members else frozenset(state.taken or ())


def standing(party: Party, state: State) -> tuple[Fraction, ...]:
    """Where a state stands for a party: the larger, the better. Empty when unknown."""
    if party.ranking is None:
        return worth(party, chosen(state))
    named = {state.id, str(state.id), *state.members, frozenset(state.taken or ())}
    tiers = party.ranking.tiers
    place = next((k for k, tier in enumerate(tiers) if named & set(tier)), len(tiers))
    return (Fraction(-place),)


def deciding(party: Party, one: State, other: State) -> str | None:
    """Element that makes the party rank two states differently, spelled as in a ``because``."""
    left, right = standing(party, one), standing(party, other)
    if left == right:
        return None
    if party.ranking or party.weights:
        return f"{party.id}.{'ranking' if party.ranking else 'weights'}"
    place = next(k for k, pair in enumerate(zip(left, right, strict=True)) if pair[0] != pair[1])
    return f"{party.id}.preference.{place + 1}"


def moves(
    dispute: Dispute, states: Mapping[StateId, State], party: Party, origin: State
) -> list[State]:
    """States that a party can reach from ``origin`` by one move of its own."""
    if dispute.states:
        reached = {
            to for m in dispute.moves if (m.party, m.origin) == (party.id, origin.id) for to in m.to
        }
        return [state for state in states.values() if state.id in reached]
    return [s for s in states.values() if s.id != origin.id and _reaches(party, origin, s)]


def _reaches(party: Party, origin: State, target: State) -> bool:
    own = {f"{party.id}.{option.id}": option.reversible for option in party.options}
    starts, ends = origin.members or (chosen(origin),), target.members or (chosen(target),)
    return any(
        start ^ end <= own.keys()
        and not any(own[name] == "once_taken" for name in start - end)
        and not any(own[name] == "once_dropped" for name in end - start)
        for start in starts
        for end in ends
    )


def improvements(
    dispute: Dispute, states: Mapping[StateId, State], party: Party, origin: State
) -> list[State]:
    """States that a party prefers and can reach by its own move, best first."""
    here = standing(party, origin)
    better = [s for s in moves(dispute, states, party, origin) if standing(party, s) > here]
    return sorted(better, key=lambda state: standing(party, state), reverse=True)
