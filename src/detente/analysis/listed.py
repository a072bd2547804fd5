"""Solving in machine code when something is infeasible, merged, or cannot be undone.

States are numbered, and `rows.Buckets` says where each party may move. A party that is in a
bucket reaches everything in it and in the buckets of the row in which more is done for good.

All that the others can make of a state is found backwards, from where they would end: states
are taken in ascending order of what they are worth to the party in the end, and whatever leads
there, and led nowhere worse before, has found its worst.
"""

from typing import NamedTuple

import numpy as np

from detente.analysis.compiling import compiled, part
from detente.analysis.cube import NASH, SEQ, SMR, SSEQ, sorted_states
from detente.analysis.rows import MOST_BITS, Array, Buckets, Whole
from detente.analysis.sets import Sets
from detente.analysis.setwise import improving_from, worst_by_moves, worst_by_sets

# Who opens an answer, where it is not one party.
NOBODY, SEVERAL = -1, MOST_BITS
# Which state a bucket was not read for.
UNREAD, NONE = -1, -2


class Sorted(NamedTuple):
    """The states in each bucket, those ranked lowest by the bucket's party first."""

    begin: Array  # int64[bucket], and the total
    state: Array  # int32[entry]
    rank: Array  # int32[entry]


@part
def _sort_buckets(ranks: Array, movers: Array, buckets: Buckets, order: Array) -> Sorted:
    """Sort every bucket of those who can move by the rank of its party."""
    of_place, member, member_begin = buckets.of_place, buckets.member, buckets.member_begin
    begin = np.zeros(buckets.begin[-1] + 1, np.int64)
    for party in range(ranks.shape[0]):
        for place in range(member.size):
            begin[of_place[party, place] + 1] += 1
    for bucket in range(1, begin.size):
        begin[bucket] += begin[bucket - 1]
    state = np.empty(begin[-1], np.int32)
    rank = np.empty(begin[-1], np.int32)
    filled = begin.copy()
    for party in movers:
        sorted_states(ranks[party], order)
        for each in order:
            for at in range(member_begin[each], member_begin[each + 1]):
                bucket = of_place[party, member[at]]
                state[filled[bucket]] = each
                rank[filled[bucket]] = ranks[party, each]
                filled[bucket] += 1
    return Sorted(begin, state, rank)


@part
def _most(values: Array, party: Whole, buckets: Buckets) -> Array:
    """Per state, the highest value that the party reaches in one move or by staying."""
    of_place, state_of = buckets.of_place[party], buckets.state_of
    row_begin, pattern = buckets.row_begin, buckets.pattern
    first, end = buckets.begin[party], buckets.begin[party + 1]
    most = np.full(end - first, -1, np.int32)
    for place in range(state_of.size):
        bucket = of_place[place] - first
        most[bucket] = max(most[bucket], values[state_of[place]])
    if buckets.steps[party] >= 0:
        # Each pass lets one more option be changed for good.
        for step in range(buckets.steps[party]):
            for bucket in range(most.size):
                if bucket >> step & 1:
                    below = bucket ^ (1 << step)
                    most[below] = max(most[below], most[bucket])
    else:
        for bucket in range(first, end):
            for below in range(row_begin[bucket], bucket):
                if pattern[below] & ~pattern[bucket] == 0:
                    most[below - first] = max(most[below - first], most[bucket - first])
    result = np.full(values.size, -1, np.int32)
    for place in range(state_of.size):
        state = state_of[place]
        result[state] = max(result[state], most[of_place[place] - first])
    return result


@part
def _worst_answers(
    values: Array,
    order: Array,
    others: Array,
    improving: bool,
    ranks: Array,
    buckets: Buckets,
    ranked: Sorted,
) -> Array:
    """Per state, the least value that answers of the others reach from it, or its own.

    Counting in its own value is harmless for whoever asks what moving to a state is worth:
    that is never more than its rank, and no value is less.

    One function, because each call that hands on arrays would count references to them.
    """
    of_place, begin, steps = buckets.of_place, buckets.begin, buckets.steps
    row_begin, pattern, merged = buckets.row_begin, buckets.pattern, buckets.merged
    member, member_begin = buckets.member, buckets.member_begin
    entry_begin, entry_state, entry_rank = ranked.begin, ranked.state, ranked.rank

    worst = values.copy()
    # Of each state: who can open an answer that reaches the present value; the set of parties
    # whose arrival there has been followed back; those of them for whom it is still to be done.
    opener = np.full(values.size, NOBODY, np.int8)
    arrived = np.zeros(values.size, np.int64)
    pending = np.zeros(values.size, np.int64)
    queue = np.empty(values.size, np.int32)
    # Of each bucket: up to where and to which rank it was read, or for which state it was not.
    read = entry_begin.copy()
    level = np.zeros(entry_begin.size, np.int32)
    spared = np.full(entry_begin.size, UNREAD, np.int32)
    # Of each pattern on the way down, the steps not taken yet: it goes depth first.
    todo = np.empty(MOST_BITS * MOST_BITS + 1, np.int64)

    everyone = np.int64(0)
    for party in others:
        everyone |= np.int64(1) << party
    for seed in order:
        fresh = everyone & ~arrived[seed]
        if fresh == 0:
            continue
        value = values[seed]
        arrived[seed] = everyone
        pending[seed] = fresh
        queue[0] = seed
        waiting = 1
        while waiting:
            waiting -= 1
            target = queue[waiting]
            arrivals = pending[target]
            pending[target] = 0
            for party in others:
                if not arrivals >> party & 1:
                    continue
                rank = ranks[party, target]
                for m in range(member_begin[target], member_begin[target + 1]):
                    top = np.int64(of_place[party, member[m]])
                    bucket, left = top, 0
                    while True:
                        # Which entries have not been read for a target like this?
                        first = last = entry_begin[bucket]
                        spare = spared[bucket]
                        if improving:
                            # Those ranked lower than the target are the first few.
                            further = level[bucket] < rank
                            if further:
                                level[bucket] = rank
                                first = last = read[bucket]
                                while last < entry_begin[bucket + 1] and entry_rank[last] < rank:
                                    last += 1
                                read[bucket] = last
                        else:
                            # All but the target itself; a second target makes that good,
                            # unless the target is settled anyhow.
                            further = spare != NONE and spare != target
                            if further:
                                last = entry_begin[bucket + 1]
                                spared[bucket] = target if merged and spare == UNREAD else NONE
                        for entry in range(first, last):
                            state = entry_state[entry]
                            if not improving and (
                                state == target if spare == UNREAD else state != spare
                            ):
                                continue
                            # The party opens an answer from this state. Nobody moves twice in a
                            # row, so to arrive there is of use to all but the only one that can
                            # go on. Where nothing is merged that forbids nothing: two moves of
                            # one party are then one move, or none.
                            was = opener[state]
                            # Numba knows no "in" here.
                            if was == SEVERAL or was == party:  # noqa: SIM109
                                continue
                            of_use = everyone
                            opener[state] = SEVERAL
                            if was == NOBODY:
                                worst[state] = min(worst[state], value)
                                if merged:
                                    opener[state] = party
                                    of_use = everyone & ~(np.int64(1) << party)
                            fresh = of_use & ~arrived[state]
                            if fresh:
                                if pending[state] == 0:
                                    queue[waiting] = state
                                    waiting += 1
                                arrived[state] |= fresh
                                pending[state] |= fresh
                        # A bucket was read as far as any above it.
                        if steps[party] >= 0:
                            if further:
                                done = bucket - begin[party]
                                for step in range(steps[party]):
                                    if done >> step & 1:
                                        todo[left] = bucket - (np.int64(1) << step)
                                        left += 1
                            if left == 0:
                                break
                            left -= 1
                            bucket = todo[left]
                        else:
                            if bucket == top and not further:
                                break
                            bucket -= 1
                            while bucket >= row_begin[top] and pattern[bucket] & ~pattern[top]:
                                bucket -= 1
                            if bucket < row_begin[top]:
                                break
    return worst


@part
def _least_together(values: Array, component: Array) -> Array:
    """Per state, the lowest value in its component."""
    least = np.full(values.size, values.size, np.int32)
    for state in range(values.size):
        least[component[state]] = min(least[component[state]], values[state])
    return least[component]


@compiled
def solve_listed(
    ranks: Array,
    concepts: Array,
    judged: Array,
    widths: Array,
    buckets: Buckets,
    sets: Sets,
    stable: Array,
    reasons: Array,
) -> None:
    """Solve many games that have states and moves in common.

    The parameters are those of `cube.solve_cube`. What the others can make of states is found
    by sets where there are any, else in buckets.
    """
    states = ranks.shape[2]
    movers = np.flatnonzero(widths)
    order = np.empty(states, np.int32)
    identity = np.arange(states).astype(np.int32)
    by_sets = sets.used
    every_move, nowhere = np.empty(0, np.uint64), np.zeros(widths.size, np.int64)
    for game in range(ranks.shape[0]):
        ranked = _sort_buckets(
            ranks[game],
            movers if concepts.max() > NASH and not by_sets else movers[:0],
            buckets,
            order,
        )
        coming, coming_begin = every_move, nowhere
        if by_sets and concepts.max() >= SEQ:
            coming, coming_begin = improving_from(ranks[game], movers, widths, sets, order)
        for judge in range(judged.size):
            i = judged[judge]
            if not widths[i] and not reasons.size:
                stable[game, judge] = True
                continue
            rank = ranks[game, i]
            others = movers[movers != i]
            most = _most(rank, i, buckets)
            # Where all moves can be taken back, the others move about in components.
            undone = not buckets.merged and not buckets.steps[others].any()
            component = identity[:0]
            for c in range(concepts.size):
                concept = concepts[c]
                worth = reason = most
                if concept != NASH:
                    values = most if concept in (SMR, SSEQ) else rank
                    if concept < SEQ and sets.whole:
                        reason = worst_by_moves(values, others, widths, sets)
                    elif concept < SEQ and undone:
                        if component.size == 0 and by_sets:
                            component = worst_by_sets(
                                identity, identity, others, widths, sets, every_move, nowhere
                            )
                        elif component.size == 0:
                            component = _worst_answers(
                                identity, identity, others, False, ranks[game], buckets, ranked
                            )
                        reason = _least_together(values, component)
                    else:
                        sorted_states(values, order)
                        if by_sets:
                            words = coming if concept >= SEQ else every_move
                            reason = worst_by_sets(
                                values, order, others, widths, sets, words, coming_begin
                            )
                        else:
                            reason = _worst_answers(
                                values, order, others, concept >= SEQ, ranks[game], buckets, ranked
                            )
                    worth = _most(np.minimum(rank, reason), i, buckets)
                stable[game, judge, c] = worth <= rank
                if reasons.size:
                    reasons[game, judge, c] = reason
