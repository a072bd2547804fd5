"""The graph of a dispute: who can move from which state to which, as arrays.

States are numbered from 0 in the order of `feasible_states`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from detente.analysis.combinations import Bools, Combinations, Ints, mask
from detente.domain.dispute import Dispute, Party, Reversible
from detente.domain.states import OptionStates, States, feasible_states
from detente.errors import AnalysisError

# At 40 bytes each while they are made, some 300 MiB.
MOST_MOVES = 2**23


@dataclass(frozen=True, slots=True, kw_only=True)
class Arcs:
    """The moves of one party: arc *k* leads from ``origin[k]`` to ``to[k]``.

    Sorted by origin, then target, without repetitions and without loops. Values have one entry
    a state along their last axis; the axes before it, if any, are games solved side by side.
    """

    states: int
    origin: Ints
    to: Ints
    # Per state that has moves: its number, and where its arcs begin.
    _movable: Ints = field(init=False, repr=False)
    _starts: Ints = field(init=False, repr=False)

    def __post_init__(self) -> None:
        movable, starts = np.unique(self.origin, return_index=True)
        object.__setattr__(self, "_movable", movable)
        object.__setattr__(self, "_starts", starts.astype(np.int64))

    @staticmethod
    def between(states: int, origin: Ints, to: Ints) -> "Arcs":
        """Put arcs in order, dropping loops and repetitions."""
        moves = origin != to
        keys = np.unique(origin[moves] * states + to[moves])
        return Arcs(states=states, origin=keys // states, to=keys % states)

    def most(self, values: Ints, otherwise: int) -> Ints:
        """Largest value one move away from each state; ``otherwise`` where there is no move."""
        return self._over_moves(np.maximum, np.take(values, self.to, axis=-1), otherwise)

    def least(self, values: Ints, otherwise: int, *, among: Bools | None = None) -> Ints:
        """Smallest value one move away from each state; ``otherwise`` where there is no move.

        Parameters
        ----------
        otherwise
            No less than any value.
        among
            Which of the moves count; all by default.
        """
        ends = np.take(values, self.to, axis=-1)
        if among is not None:
            ends = np.where(among, ends, otherwise)
        return self._over_moves(np.minimum, ends, otherwise)

    def _over_moves(self, choose: np.ufunc, ends: Ints, otherwise: int) -> Ints:
        result = np.full((*ends.shape[:-1], self.states), otherwise, dtype=np.int64)
        if self._starts.size:
            result[..., self._movable] = choose.reduceat(ends, self._starts, axis=-1)
        return result

    def improving(self, rank: Ints) -> Bools:
        """Which of the moves lead to a strictly higher rank."""
        better: Bools = np.take(rank, self.to, axis=-1) > np.take(rank, self.origin, axis=-1)
        return better

    def moves_from(self, state: int) -> list[int]:
        """States that one move reaches from here, in order."""
        first, last = np.searchsorted(self.origin, [state, state + 1])
        return [int(target) for target in self.to[first:last]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """States and moves; ``moves`` has an entry for every party, in file order."""

    states: States
    moves: Mapping[str, Arcs]


def graph_of(dispute: Dispute) -> Graph:
    """Build the graph of a dispute in either form.

    Raises
    ------
    AnalysisError
        If there are too many options or moves to hold; raised before they are allocated.
    """
    states = feasible_states(dispute)
    if not isinstance(states, OptionStates):
        return Graph(states=states, moves=_listed_moves(dispute, states))
    combinations = Combinations(states)
    moves = {party.id: _moves_of(party, dispute, combinations) for party in dispute.parties}
    return Graph(states=states, moves=moves)


def _listed_moves(dispute: Dispute, states: States) -> dict[str, Arcs]:
    numbers = {state.id: number for number, state in enumerate(states)}
    pairs: dict[str, list[tuple[int, int]]] = {party.id: [] for party in dispute.parties}
    for move in dispute.moves:
        pairs[move.party] += [(numbers[move.origin], numbers[target]) for target in move.to]
    return {party: _arcs(len(states), arcs) for party, arcs in pairs.items()}


def _arcs(states: int, pairs: list[tuple[int, int]]) -> Arcs:
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Arcs.between(states, ends[:, 0], ends[:, 1])


def _moves_of(party: Party, dispute: Dispute, combinations: Combinations) -> Arcs:
    """All pairs of combinations that differ in the party's options alone, and may."""

    def own(kind: Reversible | None = None) -> np.uint64:
        return np.uint64(mask(dispute, party=party.id, kind=kind))

    codes = combinations.codes
    origin, to = _pairs_in_rows(codes & ~own(), party)
    before, after = codes[origin], codes[to]
    dropped, newly_taken = before & ~after, after & ~before
    allowed = (dropped & own("once_taken") == 0) & (newly_taken & own("once_dropped") == 0)
    state_of = combinations.state_of
    states = int(state_of.max(initial=-1)) + 1
    return Arcs.between(states, state_of[origin[allowed]], state_of[to[allowed]])


def _pairs_in_rows(row: npt.NDArray[np.uint64], party: Party) -> tuple[Ints, Ints]:
    """All pairs (a, b), a = b included, of elements whose row is the same."""
    order = np.argsort(row, kind="stable")
    _, starts, sizes = np.unique(row[order], return_index=True, return_counts=True)
    total = int((sizes.astype(object) ** 2).sum())
    if total > MOST_MOVES:
        raise AnalysisError(
            f"{len(row)} states give {party.id!r} up to {total} moves; the limit is {MOST_MOVES}",
            fix=f"leave out or fix an option of {party.id!r}, or add rules",
        )
    # Each element is paired with all of its row: repeat it, and count up from the row's start.
    partners = np.repeat(sizes, sizes)
    origin = np.repeat(np.arange(len(row)), partners)
    first_pair = np.cumsum(partners) - partners
    within = np.arange(total) - np.repeat(first_pair, partners)
    to = np.repeat(np.repeat(starts, sizes), partners) + within
    return order[origin], order[to]
