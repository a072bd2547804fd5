"""Which equilibria nobody would mourn: those that are Pareto-dominated."""

from collections.abc import Sequence
from math import prod

import numpy as np

from detente.analysis.combinations import Ints

# Some seconds; only where thousands of states are each best for some trade-off.
_MOST_COMPARISONS = 2**29
# Below so many possible combinations of ranks, states that all like equally are compared once.
_MOST_PROFILES = 2**24


def dominated(ranks: Sequence[Ints], states: Ints) -> tuple[Ints, Ints] | None:
    """Find for each of some states one that no party likes less and some party likes better.

    Parameters
    ----------
    ranks
        One array per party: rank of each state, larger is better.
    states
        Numbers of the states that are asked about.

    Returns
    -------
    Those of the states that are dominated, and for each one that dominates it and is dominated
    by none; None when there are too many states to compare.
    """
    levels = [int(rank.max(initial=0)) + 1 for rank in ranks]
    if prod(levels) > _MOST_PROFILES:
        by = _dominating(np.stack(ranks), states)
        return None if by is None else (states[by[states] >= 0], by[states[by[states] >= 0]])
    profiles = np.ravel_multi_index(tuple(ranks), levels)
    some = np.full(prod(levels), -1, dtype=np.int64)
    some[profiles[::-1]] = np.arange(len(profiles))[::-1]  # the first state of each profile
    found = np.flatnonzero(some >= 0)
    places = np.empty(len(some), dtype=np.int64)
    places[found] = np.arange(len(found))
    by = _dominating(np.stack(np.unravel_index(found, levels)), places[profiles[states]])
    if by is None:
        return None
    of_states = by[places[profiles[states]]]
    return states[of_states >= 0], some[found[of_states[of_states >= 0]]]


def _dominating(table: Ints, asked: Ints) -> Ints | None:
    """For each column that is asked about and dominated, an undominated one; else -1."""
    open_ = np.zeros(table.shape[1], dtype=np.bool_)
    open_[asked] = True
    by = np.full(table.shape[1], -1, dtype=np.int64)
    # What dominates a column has a larger sum of ranks. So the first column in this order is
    # dominated by none; without what it dominates, so is the next.
    left = np.argsort(-table.sum(axis=0), kind="stable")
    comparisons = 0
    while open_[left].any():
        comparisons += left.size
        if comparisons > _MOST_COMPARISONS:
            return None
        first, seen = left[0], table[:, left]
        at_most = (seen <= table[:, first, None]).all(axis=0)
        equal = (seen == table[:, first, None]).all(axis=0)
        by[left[at_most & ~equal]] = first
        left = left[~at_most]
    return by
