"""Solving in machine code when every combination of options is a state and may be undone.

A state *is* its code: bit *k* says whether option *k* is taken. A party's options are
neighbouring bits, so a state splits into what is above, the party's *own* part, and what is
below; states that differ in the own part alone form one *row* of the party, and there it
moves at will. Rows are numbered by above and below joined together.

Memory decides the speed here. What is looked up at random is kept narrow: one bit for
"reached", and within a row one small number for a state or its place.
"""

import numpy as np

from detente.analysis.compiling import compiled, part
from detente.analysis.rows import Array, Whole

NASH, GMR, SMR, SEQ, SSEQ = range(5)
# Rows read side by side when their states are far apart: one line of the cache holds as many.
ABREAST = 16


@part
def _row(state: Whole, low: Whole, width: Whole) -> Whole:
    return (state >> (low + width) << low) | (state & ((1 << low) - 1))


@part
def _own(state: Whole, low: Whole, width: Whole) -> Whole:
    return (state >> low) & ((1 << width) - 1)


@part
def _state(row: Whole, own: Whole, low: Whole, width: Whole) -> Whole:
    return (row >> low << (low + width)) | (own << low) | (row & ((1 << low) - 1))


@part
def sorted_states(rank: Array, order: Array) -> bool:
    """Put states in order, lowest rank first; return whether no two are tied."""
    order[:] = -1
    strict = True
    for state in range(rank.size):
        at = rank[state]
        if order[at] >= 0:
            strict = False
            break
        order[at] = state
    if strict:
        return True
    begin = np.zeros(rank.max() + 2, np.int32)
    for state in range(rank.size):
        begin[rank[state] + 1] += 1
    for value in range(1, begin.size):
        begin[value] += begin[value - 1]
    for state in range(rank.size):
        order[begin[rank[state]]] = state
        begin[rank[state]] += 1
    return False


@part
def _sort_rows(
    rank: Array, low: Whole, width: Whole, order: Array, ascending: Array, place: Array
) -> None:
    """Sort each row by rank, given all states in order.

    ``ascending[row << width | q]``: own part of the q-th state of the row, lowest rank first.
    ``place[row << width | own]``: how many states of the row are ranked strictly lower.
    """
    strict = sorted_states(rank, order)
    filled = np.zeros(rank.size >> width, ascending.dtype)
    for state in order:
        row = _row(state, low, width)
        ascending[(row << width) | filled[row]] = _own(state, low, width)
        filled[row] += 1
    for row in range(rank.size >> width):
        corner = _state(row, 0, low, width)
        first, before = 0, np.int32(-1)
        for at in range(1 << width):
            own = np.int64(ascending[(row << width) | at])
            if strict:
                first = at
            elif rank[corner | (own << low)] != before:
                first, before = at, rank[corner | (own << low)]
            place[(row << width) | own] = first


@part
def _row_most(rank: Array, low: Whole, width: Whole) -> Array:
    """The highest rank in each row."""
    most = np.full(rank.size >> width, -1, np.int32)
    for state in range(rank.size):
        row = _row(state, low, width)
        most[row] = max(most[row], rank[state])
    return most


@part
def _own_least(rank: Array, low: Whole, width: Whole) -> Array:
    """The lowest rank among states with each own part: what the others can do at worst."""
    least = np.full(1 << width, rank.size, np.int32)
    for state in range(rank.size):
        own = _own(state, low, width)
        least[own] = min(least[own], rank[state])
    return least


@part
def _worth_when_one_answers(
    rank: Array,
    most: Array,
    low: Whole,
    width: Whole,
    j_low: Whole,
    j_width: Whole,
    ascending: Array,
    place: Array,
    reaction: bool,
    worst: Array,
) -> Array:
    """Per row of a party: the most that moving within it is worth, one other party answering.

    The other improves upwards within its own rows. Walking down such a row, the least that
    the tiers above are worth is the worst that can come of it. The state itself may be counted
    in as well: being worth no less than its rank, it does not lower the smaller of the two.
    """
    best = np.full(most.size, -1, np.int32)
    size = 1 << j_width
    abreast = min(ABREAST, 1 << j_low)
    ranks = np.empty((abreast, size), np.int32)
    for base in range(0, rank.size >> j_width, abreast):
        corner = _state(base, 0, j_low, j_width)
        for own in range(size):
            for k in range(abreast):
                ranks[k, own] = rank[corner + (own << j_low) + k]
        for k in range(abreast):
            at_row = (base + k) << j_width
            least: Whole = np.int32(rank.size)
            end: Whole = size
            while end > 0:
                first: Whole = np.int64(place[at_row | np.int64(ascending[at_row + end - 1])])
                below = least
                for at in range(at_row + first, at_row + end):
                    part_of_j = np.int64(ascending[at])
                    state = corner + (part_of_j << j_low) + k
                    row = _row(state, low, width)
                    value = most[row] if reaction else ranks[k, part_of_j]
                    best[row] = max(best[row], min(ranks[k, part_of_j], least))
                    below = min(below, value)
                    if worst.size:
                        worst[state] = min(least, value)
                least = below
                end = first
    return best


@part
def _worth_when_several_answer(
    i: Whole,
    rank: Array,
    most: Array,
    lows: Array,
    widths: Array,
    others: Array,
    order: Array,
    ascending: Array,
    place: Array,
    reaction: bool,
    worst: Array,
) -> Array:
    """Per row of party i: the most that moving within it is worth, several parties answering.

    States are taken in ascending order of what they are worth to i in the end. Whatever leads
    there by improvements of the others, and led nowhere worse before, has found its worst.
    Those that improve to a state within a row are the first few in the row's order, so a row
    remembers how far it was read and how far it is to be read, and no entry is read twice.
    Rows wait and not states: when a state is found most of its rows need no reading any more,
    and lookups for neighbours, none waiting for another, overlap.
    """
    low, width = lows[i], widths[i]
    best = np.full(most.size, -1, np.int32)
    reached = np.zeros((rank.size >> 3) + 1, np.uint8)
    # Rows of all parties are numbered through.
    begin = np.zeros(lows.size + 1, np.int64)
    for j in range(lows.size):
        begin[j + 1] = begin[j] + (rank.size >> widths[j])
    done = np.zeros(begin[-1], place.dtype)
    goal = np.zeros(begin[-1], place.dtype)
    queue = np.empty(begin[-1], np.int32)
    queue_party = np.empty(begin[-1], np.int8)
    for each in order:
        seed = np.int64(each)
        if reached[seed >> 3] >> (seed & 7) & 1:
            continue
        value = most[_row(seed, low, width)] if reaction else rank[seed]
        # The seed is found first, by nobody: like a row with one entry.
        mover: Whole = -1
        at_row: Whole = 0
        first: Whole = 0
        end: Whole = 1
        corner = seed
        mover_low: Whole = 0
        waiting = 0
        while True:
            for at in range(at_row + first, at_row + end):
                state = seed
                if mover >= 0:
                    state = corner | (np.int64(ascending[mover, at]) << mover_low)
                bit = np.uint8(1 << (state & 7))
                if reached[state >> 3] & bit:
                    continue
                reached[state >> 3] |= bit
                row = _row(state, low, width)
                if reaction:
                    best[row] = max(best[row], min(value, rank[state]))
                else:
                    # Nothing is worth more than its own rank here, and the value only grows.
                    best[row] = value
                if worst.size:
                    worst[state] = value
                for j in others:
                    if j != mover:
                        j_row = _row(state, lows[j], widths[j])
                        lower = place[j, (j_row << widths[j]) | _own(state, lows[j], widths[j])]
                        number = begin[j] + j_row
                        if lower > goal[number]:
                            if goal[number] == done[number]:
                                queue[waiting], queue_party[waiting] = j_row, j
                                waiting += 1
                            goal[number] = lower
            if waiting == 0:
                break
            waiting -= 1
            mover, mover_row = np.int64(queue_party[waiting]), np.int64(queue[waiting])
            mover_low, number = lows[mover], begin[mover] + mover_row
            at_row = mover_row << widths[mover]
            corner = _state(mover_row, 0, mover_low, widths[mover])
            first, end = np.int64(done[number]), np.int64(goal[number])
            done[number] = goal[number]
    return best


@part
def _in_order_of_rows(most: Array, low: Whole, width: Whole, order: Array) -> None:
    """Put states in order of the best that their party has in their row."""
    at = 0
    for row in np.argsort(most, kind="mergesort"):
        for own in range(1 << width):
            order[at] = _state(row, own, low, width)
            at += 1


@compiled
def solve_cube(
    ranks: Array,
    concepts: Array,
    judged: Array,
    lows: Array,
    widths: Array,
    order: Array,
    ascending: Array,
    place: Array,
    stable: Array,
    reasons: Array,
) -> None:
    """Solve many games that have states and moves in common.

    Parameters
    ----------
    ranks : int32[game, party, state], from 0 to below the number of states
    concepts : int64[concept], by number
    judged : int64[judged], parties
    lows, widths : int64[party], each party's lowest option and how many it has
    order : int32[1, state] to work in; with more than two parties int32[parties + 1, state]
    ascending, place : unsigned[party, state], to work in
    stable : bool[game, judged, concept, state], what is found
    reasons : int32[game, judged, concept, state], or empty if they are not wanted
        For `nash` the best in the party's reach, otherwise the worst that the others can make.
    """
    movers = np.flatnonzero(widths)
    nothing = np.empty(0, np.int32)
    improving = False
    for concept in concepts:
        improving |= concept >= SEQ
    for game in range(ranks.shape[0]):
        if improving:
            for j in movers:
                rank = ranks[game, j]
                _sort_rows(rank, lows[j], widths[j], order[j % len(order)], ascending[j], place[j])
        for judge in range(judged.size):
            i = judged[judge]
            if not widths[i] and not reasons.size:
                stable[game, judge] = True
                continue
            rank, low, width = ranks[game, i], lows[i], widths[i]
            others = movers[movers != i]
            most = _row_most(rank, low, width)
            for c in range(concepts.size):
                concept = concepts[c]
                verdict = stable[game, judge, c]
                worst = reasons[game, judge, c] if reasons.size else nothing
                worth = most
                if concept == NASH:
                    if reasons.size:
                        for state in range(rank.size):
                            worst[state] = most[_row(state, low, width)]
                elif concept == GMR:
                    # The others can bring about whatever keeps i's own part, so moving is
                    # worth the same from everywhere.
                    least = _own_least(rank, low, width)
                    worth = np.full(most.size, least.max(), np.int32)
                    if reasons.size:
                        for state in range(rank.size):
                            worst[state] = least[_own(state, low, width)]
                elif concept == SMR:
                    # And what i can do about it does not depend on i's own part.
                    worth = np.minimum(most, most.min())
                    worst[:] = most.min()
                elif others.size == 0:
                    if reasons.size:
                        for state in range(rank.size):
                            row = _row(state, low, width)
                            worst[state] = most[row] if concept == SSEQ else rank[state]
                elif others.size == 1:
                    j = others[0]
                    worth = _worth_when_one_answers(
                        rank,
                        most,
                        low,
                        width,
                        lows[j],
                        widths[j],
                        ascending[j],
                        place[j],
                        concept == SSEQ,
                        worst,
                    )
                else:
                    seeds = order[i] if widths[i] else order[-1]
                    if concept == SSEQ:
                        seeds = order[-1]
                        _in_order_of_rows(most, low, width, seeds)
                    elif not widths[i]:  # it was not among those whose rows were sorted
                        sorted_states(rank, seeds)
                    worth = _worth_when_several_answer(
                        i,
                        rank,
                        most,
                        lows,
                        widths,
                        others,
                        seeds,
                        ascending,
                        place,
                        concept == SSEQ,
                        worst,
                    )
                for state in range(rank.size):
                    verdict[state] = worth[_row(state, low, width)] <= rank[state]
