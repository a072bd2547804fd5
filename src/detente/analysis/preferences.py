"""What each party prefers, as ranks: whole numbers from 0, larger is better, equal is tied.

Statements are compared lexicographically and never turned into weights, so their number
has no limit.
"""

from collections.abc import Sequence
from itertools import count

import numpy as np

from detente.analysis.graph import Ints
from detente.domain.conditions import holds
from detente.domain.dispute import Dispute, Party, Preference, State, state_ids, worth
from detente.errors import InputError


def ranks_of(dispute: Dispute, states: tuple[State, ...]) -> dict[str, Ints]:
    """Rank the states for every party whose preferences are known.

    Raises
    ------
    InputError
        If a ranking misses, repeats or invents a state, or the members of a merged state
        differ for a party.
    """
    return {party.id: _ranks(party, states) for party in dispute.parties if party.known}


def _ranks(party: Party, states: tuple[State, ...]) -> Ints:
    if party.ranking is not None:
        return _from_ranking(party, states)
    _refuse_differing_members(party, states)
    if party.preferences:
        return ranks_by_statements([truths(each, states) for each in party.preferences])
    worths = [worth(party, state.members[0]) for state in states]
    order = {value: rank for rank, value in enumerate(sorted(set(worths)))}
    return np.array([order[value] for value in worths], dtype=np.int64)


def truths(preference: Preference, states: tuple[State, ...]) -> Ints:
    """How many of a statement's conditions hold in each state."""
    counts = [sum(holds(says, state.members[0]) for says in preference.says) for state in states]
    return np.array(counts, dtype=np.int64)


def ranks_by_statements(columns: Sequence[Ints]) -> Ints:
    """Rank states by statements, most important first; each column is one of `truths`."""
    ranks = np.zeros_like(columns[0])
    for column in columns:
        # Ranks stay dense, so the product never exceeds states times the longest list.
        _, ranks = np.unique(ranks * (column.max(initial=0) + 1) + column, return_inverse=True)
    return ranks.astype(np.int64)


def _from_ranking(party: Party, states: tuple[State, ...]) -> Ints:
    assert party.ranking is not None
    ids = state_ids(states)
    numbers = {state.id: number for number, state in enumerate(states)}
    ranks = np.full(len(states), -1, dtype=np.int64)
    named = 0
    for rank, tier in zip(count(), reversed(party.ranking.tiers), strict=False):
        for state in tier:
            if state not in ids:
                what = f"the ranking of {party.id!r} names {state!r}, which is no feasible state"
                raise InputError(what, fix="rank the feasible states, each once")
            ranks[numbers[ids[state]]] = rank
            named += 1
    if named != len(states) or (ranks < 0).any():
        what = f"the ranking of {party.id!r} does not name each of {len(states)} states once"
        raise InputError(what, fix="rank the feasible states, each once")
    return ranks


def _refuse_differing_members(party: Party, states: tuple[State, ...]) -> None:
    for state in states:
        if not state.members:
            what = f"{party.id!r} has statements or weights over options, and there are none"
            raise InputError(what, fix="in graph form give a ranking")
        if len(state.members) > 1 and len({worth(party, m) for m in state.members}) > 1:
            what = f"state {state.id} merges states between which {party.id!r} distinguishes"
            raise InputError(what, fix="correct the merge, or the preferences")
