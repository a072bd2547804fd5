"""Finding backwards, in machine code, what the others can make of states, row by row as sets.

As in `listed`: states are taken in ascending order of what they are worth in the end, and
whatever leads there, and led nowhere worse before, has found its worst. From where a party may
have come is a set of own parts, and so is what of a row it has not been found from.
"""

import numpy as np
from numba.cpython.unsafe.numbers import trailing_zeros

from detente.analysis.compiling import part
from detente.analysis.cube import sorted_states
from detente.analysis.rows import Array, Whole
from detente.analysis.sets import WORD_BITS, Sets


@part
def _slot(code: Whole, low: Whole, width: Whole) -> Whole:
    """Row, and in the lowest bits the own part, of a combination."""
    upper = code >> (low + width) << (low + width)
    return upper | ((code & ((1 << low) - 1)) << width) | ((code >> low) & ((1 << width) - 1))


@part
def _code(slot: Whole, low: Whole, width: Whole) -> Whole:
    """The combination that has a slot."""
    upper = slot >> (low + width) << (low + width)
    return upper | ((slot & ((1 << width) - 1)) << low) | ((slot >> width) & ((1 << low) - 1))


@part
def improving_from(
    ranks: Array, movers: Array, widths: Array, sets: Sets, order: Array
) -> tuple[Array, Array]:
    """From which own parts each mover improves to each state, in words, and where they begin."""
    lows = np.cumsum(widths) - widths
    of_place, first_slot, first_word = sets.of_place, sets.begin, sets.first_word
    reaching, first_reaching = sets.reaching, sets.first_reaching
    whole, flip = sets.whole, sets.flip
    states = ranks.shape[1]
    begin = np.zeros(widths.size, np.int64)
    size = 0
    for party in movers:
        begin[party] = size
        size += states << max(widths[party] - WORD_BITS, 0)
    words = np.empty(size, np.uint64)
    lower = np.zeros(sets.there.size, np.uint64)
    slots = np.empty(states, np.int32)
    for party in movers:
        low, width = lows[party], widths[party]
        bits = min(width, WORD_BITS)
        long = width - bits
        sorted_states(ranks[party], order)
        at = 0
        while at < states:
            end, rank = at, ranks[party, order[at]]
            while end < states and ranks[party, order[end]] == rank:
                state = np.int64(order[end])
                if whole:
                    slot = _slot(state ^ flip, low, width)
                else:
                    slot = of_place[party, state] - first_slot[party]
                slots[end] = slot
                row = first_word[party] + (slot >> width << long)
                own = first_reaching[party] + ((slot & ((1 << width) - 1)) << long)
                to = begin[party] + (state << long)
                for k in range(1 << long):
                    words[to + k] = lower[row + k] & reaching[own + k]
                end += 1
            # Only now: who is tied with another does not improve to it.
            while at < end:
                slot = np.int64(slots[at])
                bit = np.uint64(1) << np.uint64(slot & ((1 << bits) - 1))
                lower[first_word[party] + (slot >> bits)] |= bit
                at += 1
    return words, begin


@part
def worst_by_sets(
    values: Array,
    order: Array,
    others: Array,
    widths: Array,
    sets: Sets,
    coming: Array,
    coming_begin: Array,
) -> Array:
    """Per state, the least value that answers of the others reach from it, or its own.

    Parameters
    ----------
    coming, coming_begin
        What `improving_from` gives; without words, all moves count.
    """
    lows = np.cumsum(widths) - widths
    of_place, place, begin = sets.of_place, sets.place, sets.begin
    whole, flip = sets.whole, sets.flip
    reaching, first_reaching = sets.reaching, sets.first_reaching
    first_word = sets.first_word
    worst = values.copy()
    reached = np.zeros(values.size, np.bool_)
    unread = sets.there.copy()
    queue = np.empty(values.size, np.int32)
    for seed in order:
        if reached[seed]:
            continue
        value = values[seed]
        reached[seed] = True
        queue[0] = seed
        waiting = 1
        while waiting:
            waiting -= 1
            target = np.int64(queue[waiting])
            for party in others:
                low, width = lows[party], widths[party]
                bits = min(width, WORD_BITS)
                long = width - bits
                if whole:
                    slot = _slot(target ^ flip, low, width)
                else:
                    slot = of_place[party, target] - begin[party]
                row = slot >> width
                own = first_reaching[party] + ((slot & ((1 << width) - 1)) << long)
                for k in range(1 << long):
                    at = first_word[party] + (row << long) + k
                    found = unread[at]
                    if found == 0:
                        continue
                    if coming.size:
                        found &= coming[coming_begin[party] + (target << long) + k]
                    else:
                        found &= reaching[own + k]
                    unread[at] ^= found
                    first = (row << width) | (k << bits)
                    while found:
                        slot = first | np.int64(trailing_zeros(found))  # type: ignore[call-arg]
                        found &= found - np.uint64(1)
                        if whole:
                            state = _code(slot, low, width) ^ flip
                        else:
                            state = np.int64(place[begin[party] + slot])
                        if not reached[state]:
                            reached[state] = True
                            worst[state] = value
                            queue[waiting] = state
                            waiting += 1
    return worst


@part
def worst_by_moves(values: Array, others: Array, widths: Array, sets: Sets) -> Array:
    """Per state of a whole cube, the least value that moves of the others reach, or its own."""
    lows = np.cumsum(widths) - widths
    worst = values.copy()
    for party in others:
        for option in range(lows[party], lows[party] + widths[party]):
            bit = 1 << option
            for base in range(0, worst.size, 2 * bit):
                for without in range(base, base + bit):
                    least = min(worst[without], worst[without | bit])
                    # Whoever may clear the bit reaches what is without it, and the contrary.
                    if not sets.for_good & bit or sets.flip & bit:
                        worst[without | bit] = least
                    if not sets.for_good & bit or not sets.flip & bit:
                        worst[without] = least
    return worst
