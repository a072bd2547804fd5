"""Which equilibria nobody would mourn: those that are Pareto-dominated."""

from collections.abc import Sequence

import numpy as np

from detente.analysis.combinations import Ints

# Some seconds; only where thousands of states are each best for some trade-off.
_MOST_COMPARISONS = 2**29


def dominated(ranks: Sequence[Ints], states: Ints) -> dict[int, int] | None:
    """Find for each of some states one that no party likes less and some party likes better.

    Parameters
    ----------
    ranks
        One array per party: rank of each state, larger is better.
    states
        Numbers of the states that are asked about.

    Returns
    -------
    By the number of each dominated state, one that dominates it and is dominated by none; None
    when there are too many states to compare.
    """
    table = np.stack(ranks)
    asked = np.zeros(table.shape[1], dtype=np.bool_)
    asked[states] = True
    found: dict[int, int] = {}
    # What dominates a state has a larger sum of ranks. So the first state in this order is
    # dominated by none; without what it dominates, so is the next.
    left = np.argsort(-table.sum(axis=0), kind="stable")
    comparisons = 0
    while asked[left].any():
        comparisons += left.size
        if comparisons > _MOST_COMPARISONS:
            return None
        first, seen = left[0], table[:, left]
        at_most = (seen <= table[:, first, None]).all(axis=0)
        equal = (seen == table[:, first, None]).all(axis=0)
        below = left[at_most & ~equal]
        found |= dict.fromkeys(below[asked[below]].tolist(), int(first))
        left = left[~at_most]
    return found
