"""Rows of an option form as sets of bits, where no party has many options.

Within a row a place is known by its *own* part, the bits of its party's options. So the places
of a row from which the party may move to one of them are a set of own parts, which is the same
in every row; what of it is there, and not yet read, is one operation on a few words.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Codes = npt.NDArray[np.uint64]
Bools = npt.NDArray[np.bool_]

# Each bit doubles the memory that a state takes for its set; with eight it is 32 bytes a party.
MOST_OWN_BITS = 8
WORD_BITS = 6  # of the number of a bit within its word


class Sets(NamedTuple):
    """Slots, numbered through party by party: a row and an own part, with a place or not.

    Bits are numbered likewise, but a row of less than a word has a word to itself. Where every
    combination is feasible (``whole``), slots follow from codes and are not listed.
    """

    used: bool  # whether rows are kept as sets
    whole: bool
    flip: int  # options that can only be dropped; codes are read with these bits turned
    for_good: int  # options that cannot be undone, as bits; this and `flip` only if whole
    of_place: Numbers  # [party, place]: its slot
    place: Numbers  # [slot], -1 where there is none
    begin: Ints  # [party]: its first slot
    there: Codes  # words: whether a slot has a place
    first_word: Ints  # [party]: where its rows begin in `there`
    reaching: Codes  # words: from which own parts the party may move to each
    first_reaching: Ints  # [party]: where its own parts begin in `reaching`


_NO_NUMBERS = np.empty(0, dtype=np.int32)
_NO_WORDS = np.empty(0, dtype=np.uint64)
_NO_BEGINS = np.empty(0, dtype=np.int64)
NO_SETS = Sets(
    used=False,
    whole=False,
    flip=0,
    for_good=0,
    of_place=_NO_NUMBERS.reshape(0, 0),
    place=_NO_NUMBERS,
    begin=_NO_BEGINS,
    there=_NO_WORDS,
    first_word=_NO_BEGINS,
    reaching=_NO_WORDS,
    first_reaching=_NO_BEGINS,
)


def sets_of(
    options: Sequence[int], rows: Sequence[Ints], own: Sequence[Ints], for_good: Sequence[int]
) -> Sets:
    """Keep rows as sets.

    Parameters
    ----------
    rows, own
        For each party, the row of each place, and its own part.
    for_good
        For each party, which bits of an own part are never cleared.
    """
    slots = [row << width | part for width, row, part in zip(options, rows, own, strict=True)]
    sizes = [(int(row.max()) + 1) << width for width, row in zip(options, rows, strict=True)]
    begin = np.cumsum([0, *sizes])
    numbered = np.array(slots) + begin[:-1, np.newaxis]
    place = np.full(begin[-1], -1, dtype=np.int32)
    place[numbered] = np.arange(numbered.shape[1])
    there = [
        _words((place[first : first + size] >= 0).reshape(-1, 1 << width))
        for first, size, width in zip(begin, sizes, options, strict=False)
    ]
    return _with_moves(options, for_good, there)._replace(
        of_place=numbered.astype(np.int32), place=place, begin=begin
    )


def whole_sets(options: Sequence[int], for_good: int, flip: int) -> Sets:
    """Keep the rows of all combinations of options as sets, if they are not too wide."""
    whole = NO_SETS._replace(whole=True, flip=flip, for_good=for_good)
    if max(options) > MOST_OWN_BITS:
        return whole
    total, low = sum(options), 0
    fixed, there = [], []
    for width in options:
        fixed.append((for_good >> low) & ((1 << width) - 1))
        full = np.ones((1, 1 << width), dtype=np.bool_)
        there.append(np.tile(_words(full), 1 << (total - width)))
        low += width
    return _with_moves(options, fixed, there)._replace(whole=True, flip=flip, for_good=for_good)


def _with_moves(options: Sequence[int], for_good: Sequence[int], there: Sequence[Codes]) -> Sets:
    reaching = [
        _words(_moves(width, fixed)) for width, fixed in zip(options, for_good, strict=True)
    ]
    return NO_SETS._replace(
        used=True,
        there=np.concatenate(there),
        first_word=np.cumsum([0, *(each.size for each in there)]),
        reaching=np.concatenate(reaching),
        first_reaching=np.cumsum([0, *(each.size for each in reaching)]),
    )


def _moves(width: int, for_good: int) -> Bools:
    """Whether one may move to an own part (the row of the table) from another."""
    to, origin = np.ogrid[: 1 << width, : 1 << width]
    moves: Bools = (origin & ~to & for_good == 0) & (origin != to)
    return moves


def _words(sets: Bools) -> Codes:
    """Each row of a table as bits, the lowest first, in as many whole words as it needs."""
    padded = np.zeros((len(sets), max(sets.shape[1], 1 << WORD_BITS)), dtype=np.bool_)
    padded[:, : sets.shape[1]] = sets
    return np.packbits(padded, axis=1, bitorder="little").view(np.uint64).ravel()
