"""Which preference decides between two states, and where a party's own moves lead.

Not a solver: whether a state is stable is read from the analysis. This only finds the
statement of preference that a sentence about it should name.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from detente.domain.dispute import Dispute, Party, worth
from detente.domain.states import State, States

# Options of one party whose combinations are all tried: some 16,000 of them.
MOST_COMBINED = 14


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


def moves(dispute: Dispute, states: States, party: Party, origin: State) -> list[State]:
    """States that a party can reach from ``origin`` by one move of its own, in their order.

    Of a party with more options than can be combined, only changes of one option are tried.
    """
    if dispute.states:
        reached = {
            to for m in dispute.moves if (m.party, m.origin) == (party.id, origin.id) for to in m.to
        }
        return [state for state in states if state.id in reached]
    ends = (end for start in origin.members or (chosen(origin),) for end in _ends(party, start))
    found = {number for end in ends if (number := states.number_of(end)) is not None}
    return [state for number in sorted(found) if (state := states[number]).id != origin.id]


def _ends(party: Party, start: frozenset[str]) -> Iterator[frozenset[str]]:
    """Combinations of options that a party can turn one combination into."""
    free = [
        name
        for option in party.options
        if (name := f"{party.id}.{option.id}")
        and not (option.reversible == "once_taken" and name in start)
        and not (option.reversible == "once_dropped" and name not in start)
    ]
    most = len(free) if len(free) <= MOST_COMBINED else 1
    for count in range(1, most + 1):
        for changed in combinations(free, count):
            yield start ^ frozenset(changed)


def improvements(dispute: Dispute, states: States, party: Party, origin: State) -> list[State]:
    """States that a party prefers and can reach by its own move, best first."""
    here = standing(party, origin)
    better = [s for s in moves(dispute, states, party, origin) if standing(party, s) > here]
    return sorted(better, key=lambda state: standing(party, state), reverse=True)
