"""What each party prefers, as ranks: whole numbers from 0, larger is better, equal is tied.

Statements are compared lexicographically and never turned into weights, so their number
has no limit.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

import numpy as np
import numpy.typing as npt

from detente.analysis.combinations import Combinations, Ints
from detente.domain.conditions import evaluate
from detente.domain.dispute import Dispute, Party
from detente.domain.states import OptionStates, States
from detente.errors import InputError

# A key of so many different values still fits a 64-bit whole number.
_MOST_KEYS = 2**62
# So many may be counted, each in its place, rather than sorted.
_FEW_KEYS = 2**16


def ranks_of(dispute: Dispute, states: States) -> dict[str, Ints]:
    """Rank the states for every party whose preferences are known.

    Raises
    ------
    InputError
        If a ranking misses, repeats or invents a state, or the members of a merged state
        differ for a party.
    """
    return {party.id: _ranks(party, states) for party in dispute.parties if party.known}


def _ranks(party: Party, states: States) -> Ints:
    if party.ranking is not None:
        return _from_ranking(party, states)
    if party.preferences:
        return ranks_by_statements(list(truths(party, states)))
    combinations = _combinations(party, states)
    return _by_state(_dense(_weighed(party, combinations)), combinations, party)


def _combinations(party: Party, states: States) -> Combinations:
    if not isinstance(states, OptionStates):
        what = f"{party.id!r} has statements or weights over options, and there are none"
        raise InputError(what, fix="in graph form give a ranking")
    return Combinations(states)


def truths(party: Party, states: States) -> Iterator[Ints]:
    """For each statement of a party, how many of its conditions hold in each state."""
    combinations = _combinations(party, states)
    for preference in party.preferences:
        held = np.zeros(len(combinations), dtype=np.int64)
        for condition in preference.says:
            held += evaluate(condition, combinations.taken)
        yield _by_state(held, combinations, party)


def _by_state(values: Ints, combinations: Combinations, party: Party) -> Ints:
    differing = f"{party.id!r} distinguishes between states that are merged"
    return combinations.by_state(values, differing=differing)


def ranks_by_statements(columns: Sequence[Ints]) -> Ints:
    """Rank by statements, most important first; each column is one of `truths`."""
    keys = np.zeros(len(columns[0]), dtype=np.int64)
    kinds = 1
    for column in columns:
        values = int(column.max(initial=0)) + 1
        if kinds * values > _MOST_KEYS:
            keys = _dense(keys, kinds)
            kinds = int(keys.max(initial=0)) + 1
        keys = keys * values + column
        kinds *= values
    return _dense(keys, kinds)


def _dense(keys: npt.NDArray[np.generic], kinds: int | None = None) -> Ints:
    """Number the different keys from 0 in ascending order; keys are below ``kinds``, if given."""
    if kinds is not None and kinds <= max(len(keys), _FEW_KEYS):
        met = np.zeros(kinds, dtype=np.bool_)
        met[keys] = True
        numbers: Ints = (np.cumsum(met) - 1)[keys]
        return numbers
    _, ranks = np.unique(keys, return_inverse=True)
    return np.asarray(ranks, dtype=np.int64)


def _weighed(party: Party, combinations: Combinations) -> npt.NDArray[np.generic]:
    """Sum of the weights of the options taken, exact, in units of some common fraction."""
    weights = {name: Fraction(str(weight)) for name, weight in party.weights.items()}
    unit = lcm(*(weight.denominator for weight in weights.values()))
    amounts = {name: int(weight * unit) for name, weight in weights.items()}
    fits = sum(map(abs, amounts.values())) < _MOST_KEYS
    kind = np.dtype(np.int64 if fits else object)
    total = np.zeros(len(combinations), dtype=kind)
    for name, amount in amounts.items():
        total += combinations.taken(name).astype(kind) * amount
    return total


def _from_ranking(party: Party, states: States) -> Ints:
    assert party.ranking is not None
    ranks = np.full(len(states), -1, dtype=np.int64)
    named = 0
    for rank, tier in enumerate(reversed(party.ranking.tiers)):
        for state in tier:
            number = states.number_of(state)
            if number is None:
                what = f"the ranking of {party.id!r} names {state!r}, which is no feasible state"
                raise InputError(what, fix="rank the feasible states, each once")
            ranks[number] = rank
            named += 1
    if named != len(states) or (ranks < 0).any():
        what = f"the ranking of {party.id!r} does not name each of {len(states)} states once"
        raise InputError(what, fix="rank the feasible states, each once")
    return ranks
