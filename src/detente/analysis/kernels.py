"""Stable states of large option forms, and of many small ones, by compiled loops.

The loops are in `cube` and `listed`, which import numba and are imported when they are first
needed.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.analysis.rows import Layout, Numbers, layout_of
from detente.domain.verdicts import CONCEPTS, Concept
from detente.errors import InputError

Bools = npt.NDArray[np.bool_]
Ranks = npt.NDArray[np.integer]
_NO_REASONS = np.empty((0, 0, 0, 0), dtype=np.int32)


def solve(layout: Layout, ranks: Sequence[Ranks] | Ranks, concepts: Sequence[Concept]) -> Bools:
    """Find which states are stable for whom under which concept.

    Parameters
    ----------
    ranks
        By party, then state: from 0 to below the number of states, larger is better and equal
        is tied. An array of int32 is used as it is; anything else is copied into one.

    Returns
    -------
    Array by party, concept and state.

    Raises
    ------
    InputError
        If the ranks do not fit the layout.
    """
    stable: Bools = solve_many(layout, _stacked(layout, ranks), concepts)[0]
    return stable


def solve_many(layout: Layout, ranks: Ranks, concepts: Sequence[Concept]) -> Bools:
    """Solve games that differ in their preferences only.

    Parameters
    ----------
    ranks
        By game, party and state, otherwise as for :func:`solve`.

    Returns
    -------
    Array by game, party, concept and state.
    """
    _check(layout, ranks, len(ranks), len(layout.options), layout.states)
    everybody = range(len(layout.options))
    stable = np.empty((*ranks.shape[:2], len(concepts), layout.states), dtype=np.bool_)
    if stable.size:
        loop, arguments = _call(layout, ranks, concepts, everybody, stable, _NO_REASONS)
        loop(*arguments)
    return stable


def worst(layout: Layout, ranks: Sequence[Ranks] | Ranks, party: int, concept: Concept) -> Numbers:
    """Find the lowest rank, for a party, that the others can bring about from each state.

    Under `smr` and `sseq` a rank counts for no less than the best that the party can do about
    it. What the state itself counts for is among what the others can bring about. Under
    `nash`, where nobody answers, all is above every rank.
    """
    if concept == "nash":
        return np.full(layout.states, layout.states, dtype=np.int32)
    return _reasons(layout, _stacked(layout, ranks), party, concept)


def best(layout: Layout, rank: Ranks, party: int) -> Numbers:
    """Find the highest rank that a party reaches from each state in one move or by staying."""
    _check(layout, rank, layout.states)
    ranks = np.zeros((1, len(layout.options), layout.states), dtype=np.int32)
    ranks[0, party] = rank
    return _reasons(layout, ranks, party, "nash")


def _reasons(layout: Layout, ranks: Ranks, party: int, concept: Concept) -> Numbers:
    _check(layout, ranks, 1, len(layout.options), layout.states)
    stable = np.empty((1, 1, 1, layout.states), dtype=np.bool_)
    reasons = np.empty((1, 1, 1, layout.states), dtype=np.int32)
    if reasons.size:
        loop, arguments = _call(layout, ranks, [concept], [party], stable, reasons)
        loop(*arguments)
    found: Numbers = reasons[0, 0, 0]
    return found


def _stacked(layout: Layout, ranks: Sequence[Ranks] | Ranks) -> Ranks:
    """One game, as an array of many."""
    if isinstance(ranks, np.ndarray):
        return ranks[np.newaxis]
    stacked = np.empty((1, len(ranks), layout.states), dtype=np.int32)
    for row, rank in zip(stacked[0], ranks, strict=True):
        _check(layout, rank, layout.states)
        row[:] = rank
    return stacked


def is_compiled(layout: Layout | None = None) -> bool:
    """Whether machine code is there, in memory or on disk, for a layout (by default for any).

    Takes as long as importing numba.
    """
    from detente.analysis.compiling import is_ready

    return all(is_ready(*call) for call in _calls_like(layout))


def compile_kernels(layout: Layout | None = None) -> float:
    """Load the machine code for a layout (by default for any), compiling what is not on disk.

    Returns
    -------
    Seconds spent compiling: 0.0 if all was on disk.
    """
    from detente.analysis.compiling import is_ready, make_ready

    spent = 0.0
    for loop, arguments in _calls_like(layout):
        start, was_there = time.perf_counter(), is_ready(loop, arguments)
        make_ready(loop, arguments)
        if not was_there:
            spent += time.perf_counter() - start
    return spent


_Call = tuple[Callable[..., None], tuple[Any, ...]]


def _calls_like(layout: Layout | None) -> list[_Call]:
    """Calls on next to nothing that need the same machine code."""
    if layout is None:
        small = [layout_of([1, 1]), layout_of([1, 1], once_taken=1)]
        return [call for each in small for call in _calls_like(each)]
    few = replace(layout, states=1)
    ranks = np.zeros((1, len(layout.options), 1), dtype=np.int32)
    stable = np.empty((1, 1, 1, 1), dtype=np.bool_)
    return [_call(few, ranks, ["nash"], [0], stable, _NO_REASONS)]


def _call(
    layout: Layout,
    ranks: Ranks,
    concepts: Sequence[Concept],
    judged: Sequence[int],
    stable: Bools,
    reasons: Numbers,
) -> _Call:
    """Choose the loop and make its arguments.

    To numba an array of other numbers, in another order or that may not be written is of
    another type, for which it would compile everything again.
    """
    game = (
        np.require(ranks, np.int32, ["C_CONTIGUOUS", "ALIGNED", "WRITEABLE"]),
        np.array([CONCEPTS.index(concept) for concept in concepts], dtype=np.int64),
        np.array(judged, dtype=np.int64),
    )
    widths = np.array(layout.options, dtype=np.int64)
    if layout.buckets is not None:
        from detente.analysis.listed import solve_listed

        return solve_listed, (*game, widths, layout.buckets, layout.sets, stable, reasons)
    from detente.analysis.cube import solve_cube

    # Own parts of a row are numbered in as few bytes as will do, and two do for nearly all.
    narrow = np.uint16 if max(layout.options, default=0) <= 16 else np.uint32
    # Made here and not in the loop because numpy asks for large pages.
    orders = len(widths) + 1 if len(widths) > 2 else 1
    order = np.empty((orders, layout.states), dtype=np.int32)
    sorting = np.empty((2, len(widths), layout.states), dtype=narrow)
    lows = np.cumsum(widths) - widths
    return solve_cube, (*game, lows, widths, order, *sorting, stable, reasons)


def _check(layout: Layout, ranks: Ranks, *shape: int) -> None:
    fits = ranks.shape == shape and ranks.dtype.kind in "iu"
    if not fits or (ranks.size and not 0 <= ranks.min() <= ranks.max() < layout.states):
        raise InputError(
            f"the ranks do not fit {layout.states} states and {len(layout.options)} parties",
            fix="give each party a whole number per state, from 0 to below the number of states",
        )
