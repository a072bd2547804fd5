"""How the states of an option form hang together, as arrays for the compiled loops.

A *place* is a feasible combination of options; a *state* is one place, or several that a
model merges. The *row* of a party is a set of places that differ in its options alone. Options
that cannot be undone cut a row into *buckets*, one for each set of changes made for good: the
party moves at will within a bucket, and to every bucket of the row in which at least as much
is done. Without such options a row is one bucket.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from detente.analysis.sets import MOST_OWN_BITS, NO_SETS, Sets, sets_of, whole_sets
from detente.errors import AnalysisError

Array = npt.NDArray[Any]
# To mypy numpy's integers are not int, and loops count with both.
Whole = Any
Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Codes = npt.NDArray[np.uint64]

# Bits of a code, and of a set of parties.
MOST_BITS = 64
EVERY_BIT = 2**MOST_BITS - 1
# How many buckets a party may have, most of them empty, to step between them: always, and
# where that is faster.
EMPTY_PER_PLACE, MOST_EMPTY = 4, 2**24


class Buckets(NamedTuple):
    """Places, states and buckets; a named tuple because compiled loops take one.

    Buckets are numbered through, party by party from ``begin[party]``, and within a row so
    that more done for good comes later. ``steps[party]`` says how those above are found. If
    it is not negative, all patterns of that many bits have a bucket, empty or not, and the
    lowest bits of its number (from the party's first) are the pattern. If it is -1, only
    buckets with places have a number; ``row_begin`` is the first one of the same row and
    ``pattern`` the set of changes made for good.
    """

    of_place: Numbers  # [party, place]
    begin: Ints  # [party], and the total
    steps: Ints  # [party]
    row_begin: Numbers  # [bucket]; empty unless some party needs it
    pattern: Ints  # [bucket]; likewise
    state_of: Numbers  # [place]
    member_begin: Ints  # [state], and the total
    member: Numbers  # places, state by state
    merged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The states of an option form and the moves between them.

    ``buckets`` is None for the whole cube with options that can be undone: there everything
    follows from the code of a state. ``sets`` is not used where states are merged, or rows too
    wide or too empty to be kept as sets.
    """

    options: tuple[int, ...]
    states: int
    buckets: Buckets | None
    sets: Sets = NO_SETS


def layout_of(
    options: Sequence[int],
    *,
    codes: Codes | None = None,
    once_taken: int = 0,
    once_dropped: int = 0,
    state_of: npt.NDArray[np.integer] | None = None,
) -> Layout:
    """Lay out an option form.

    Parameters
    ----------
    options
        How many options each party has. Bit *k* of a code is the *k*-th option, the first
        party's being the lowest.
    codes
        The feasible combinations in ascending order; None for all of them.
    once_taken, once_dropped
        Options that cannot be undone, as bits.
    state_of
        State of each combination, numbered from 0 in order of their lowest members; None if
        each is a state of its own.

    Raises
    ------
    AnalysisError
        If there are more options or parties than a code has bits.
    """
    total = sum(options)
    if max(total, len(options)) > MOST_BITS:
        raise AnalysisError(
            f"{total} options of {len(options)} parties; the limit is {MOST_BITS} of either",
            fix="leave out or fix options, or join parties",
        )
    places = 1 << total if codes is None else len(codes)
    merged = state_of is not None and places > 0 and int(state_of.max()) + 1 < places
    states = int(state_of.max()) + 1 if merged and state_of is not None else places
    undone = not (once_taken | once_dropped)
    if places == 1 << total and undone and not merged:
        return Layout(options=tuple(options), states=states, buckets=None)
    if codes is None:
        codes = np.arange(places, dtype=np.uint64)
    if not merged or state_of is None:
        state_of = np.arange(places)
    # What can only be dropped is read as its contrary, which can only be taken.
    codes, for_good = codes ^ np.uint64(once_dropped), once_taken | once_dropped
    states_of_places: Numbers = np.ascontiguousarray(state_of, dtype=np.int32)
    buckets = _buckets(options, codes, for_good, states_of_places, merged=merged)
    if merged:
        sets = NO_SETS
    elif places == 1 << total:
        sets = whole_sets(options, for_good, once_dropped)
    else:
        sets = _sets(options, codes, for_good)
    return Layout(options=tuple(options), states=states, buckets=buckets, sets=sets)


def _buckets(
    options: Sequence[int], codes: Codes, for_good: int, state_of: Numbers, *, merged: bool
) -> Buckets:
    found = []
    low = 0
    for width in options:
        own = ((1 << width) - 1) << low
        rows = _numbered(_squeezed(codes, EVERY_BIT & ~own))
        done = _squeezed(codes, own & for_good)
        found.append(_buckets_of(rows, done, (own & for_good).bit_count()))
        low += width
    begin = np.cumsum([0, *(party.size for party in found)])
    row_begin, pattern = _lists(found, begin)
    members = np.argsort(state_of, kind="stable") if merged else np.arange(len(codes))
    states = int(state_of.max(initial=-1)) + 1
    return Buckets(
        of_place=np.array(
            [party.of_place + first for party, first in zip(found, begin[:-1], strict=True)],
            dtype=np.int32,
        ).reshape(len(options), len(codes)),
        begin=begin,
        steps=np.array([party.steps for party in found], dtype=np.int64),
        row_begin=row_begin,
        pattern=pattern,
        state_of=state_of,
        member_begin=np.searchsorted(state_of[members], np.arange(states + 1)),
        member=members.astype(np.int32),
        merged=merged,
    )


def _sets(options: Sequence[int], codes: Codes, for_good: int) -> Sets:
    if max(options, default=0) > MOST_OWN_BITS or not len(codes):
        return NO_SETS
    rows, own, fixed = [], [], []
    low = 0
    for width in options:
        mask = ((1 << width) - 1) << low
        rows.append(_numbered(_squeezed(codes, EVERY_BIT & ~mask)))
        own.append(_squeezed(codes, mask).astype(np.int64))
        fixed.append((for_good & mask) >> low)
        if (int(rows[-1].max()) + 1) << width > EMPTY_PER_PLACE * len(codes):
            return NO_SETS
        low += width
    return sets_of(options, rows, own, fixed)


class _PartyBuckets(NamedTuple):
    """Buckets of one party, numbered from 0; the last two only if ``steps`` is -1."""

    of_place: Numbers
    size: int
    steps: int
    row_begin: Ints = np.empty(0, dtype=np.int64)
    pattern: Ints = np.empty(0, dtype=np.int64)


def _buckets_of(rows: Ints, done: Codes, bits: int) -> _PartyBuckets:
    """Number the buckets of a party, by row and then by what is done for good.

    Stepping through all patterns costs as many steps as there are patterns and bits; listing
    costs as many as there are pairs of buckets in a row.
    """
    count = (int(rows.max(initial=-1)) + 1) << bits
    if count <= EMPTY_PER_PLACE * len(rows):
        return _with_empty(rows, done, bits, count)
    keys, of_place = np.unique(
        (rows.astype(np.uint64) << np.uint64(bits)) | done, return_inverse=True
    )
    row = keys >> np.uint64(bits)
    row_begin = np.searchsorted(row, row)
    pairs = int((np.arange(len(row)) - row_begin).sum())
    if count <= MOST_EMPTY and count * bits < pairs:
        return _with_empty(rows, done, bits, count)
    return _PartyBuckets(
        of_place=of_place.astype(np.int32),
        size=len(keys),
        steps=-1,
        row_begin=row_begin,
        pattern=(keys & np.uint64((1 << bits) - 1)).astype(np.int64),
    )


def _with_empty(rows: Ints, done: Codes, bits: int, count: int) -> _PartyBuckets:
    of_place = (rows << bits) | done.astype(np.int64)
    return _PartyBuckets(of_place=of_place.astype(np.int32), size=count, steps=bits)


def _lists(found: Sequence[_PartyBuckets], begin: Ints) -> tuple[Numbers, Ints]:
    total = int(begin[-1]) if any(party.steps < 0 for party in found) else 0
    row_begin, pattern = np.zeros(total, dtype=np.int32), np.zeros(total, dtype=np.int64)
    for party, first in zip(found, begin[:-1], strict=True):
        if party.steps < 0:
            row_begin[first : first + party.size] = party.row_begin + first
            pattern[first : first + party.size] = party.pattern
    return row_begin, pattern


def _squeezed(codes: Codes, mask: int) -> Codes:
    """The bits of each code that are in the mask, moved together."""
    result = np.zeros_like(codes)
    at = filled = 0
    while mask >> at:
        at += _trailing_zeros(mask >> at)
        width = _trailing_zeros(~(mask >> at))
        run = (codes >> np.uint64(at)) & np.uint64((1 << width) - 1)
        result |= run << np.uint64(filled)
        at, filled = at + width, filled + width
    return result


def _trailing_zeros(number: int) -> int:
    return (number & -number).bit_length() - 1


def _numbered(keys: Codes) -> Ints:
    """Numbers from 0 for equal keys, in ascending order of the keys."""
    most = int(keys.max(initial=np.uint64(0)))
    if most > 16 * len(keys):
        return np.unique(keys, return_inverse=True)[1]
    there = np.zeros(most + 1, dtype=np.bool_)
    there[keys] = True
    return (np.cumsum(there) - 1)[keys]
