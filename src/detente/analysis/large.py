"""A game of so many states that its moves are not listed but found in their bit patterns."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy

import numpy as np
import numpy.typing as npt

from detente.analysis.combinations import Bools, Combinations, Ints, mask
from detente.analysis.preferences import ranks_of
from detente.analysis.stability import Game, equilibria
from detente.domain.dispute import Dispute
from detente.domain.states import OptionStates, least_spoken_of
from detente.domain.verdicts import Concept
from detente.errors import AnalysisError

# Below, listing the moves takes less time than loading the compiler does.
_FEW_STATES = 2**12
_FEW_MOVES = 2**21


def is_large(dispute: Dispute, states: OptionStates) -> bool:
    """Whether listing all moves of a dispute would take longer than compiled code needs."""
    most = max(len(party.options) for party in dispute.parties)
    count = len(states.combinations)
    return count > _FEW_STATES or count * min(count, 2**most) > _FEW_MOVES


def refuse_too_large(dispute: Dispute, states: int, *, listed: bool) -> None:
    """Refuse a game that does not fit into the memory, before anything is allocated.

    Parameters
    ----------
    listed
        Whether some combinations are infeasible or merged or some options cannot be undone,
        so that the moves do not follow from the states' numbers alone.

    Raises
    ------
    AnalysisError
        Names the number of states, the limit, and the option to fix first.
    """
    each = _bytes_a_state(len(dispute.parties), listed=listed)
    limit = memory_limit()
    if states * each > limit:
        raise AnalysisError(
            f"{states:,} states need some {states * each / 2**30:.1f} GiB of memory; the limit "
            f"here is {int(limit // each):,} states",
            fix=f"leave out an option, or fix it by a rule, first of all "
            f"{least_spoken_of(dispute)!r}",
        )


def _bytes_a_state(parties: int, *, listed: bool) -> int:
    """What a solve took at most where it was measured, with ranks and verdicts."""
    return 64 + 80 * parties if listed else 48 + 25 * parties


def memory_limit() -> float:
    """Bytes that a solve may take: three quarters of the machine's memory."""
    try:
        return 0.75 * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # not on this system
        return 4 * 2**30


class LargeGame(Game):
    """A game in option form that is solved in machine code."""

    def __init__(
        self,
        dispute: Dispute,
        states: OptionStates,
        concepts: Sequence[Concept],
        tell: Callable[[str], None],
    ) -> None:
        listed = not isinstance(states.combinations, range) or bool(
            states.merged or mask(dispute, kind="once_taken") | mask(dispute, kind="once_dropped")
        )
        refuse_too_large(dispute, len(states.combinations), listed=listed)
        self.states = states
        self._option_states = states
        self._concepts = tuple(concepts)
        self._tell = tell
        self.parties = tuple(party.id for party in dispute.parties)
        self.ranks = ranks_of(dispute, states)
        self._combinations = Combinations(states)
        self._own = {party.id: mask(dispute, party=party.id) for party in dispute.parties}
        self._stays_taken = mask(dispute, kind="once_taken")
        self._stays_away = mask(dispute, kind="once_dropped")
        from detente.analysis.rows import layout_of

        self._layout = layout_of(
            [len(party.options) for party in dispute.parties],
            codes=None if self._combinations.whole else self._combinations.codes,
            once_taken=self._stays_taken,
            once_dropped=self._stays_away,
            state_of=self._combinations.state_of if states.merged else None,
        )
        self._solved: npt.NDArray[np.bool_] | None = None  # [party, concept, state]

    def equilibria_of(
        self, variants: Iterable[Mapping[str, Ints]], concepts: Sequence[Concept]
    ) -> Iterator[Bools]:
        """Which states are equilibria of games that differ in what some parties prefer."""
        for variant in variants:
            changed = copy(self)
            changed.ranks = {**self.ranks, **variant}
            changed._concepts = tuple(concepts)
            changed._solved = None
            yield equilibria(changed, concepts)

    def can_move(self, party: str) -> bool:
        """Whether a party has an option; rules may still keep it from ever moving."""
        return bool(self._own[party])

    def moves_from(self, party: str, state: int) -> list[int]:
        """States that a party reaches in one move, in order."""
        found = {
            self._combinations.state_with(code)
            for member in self._option_states.members(state)
            for code in self._changed(member, self._own[party])
        }
        return sorted(to for to in found if to is not None and to != state)

    def _changed(self, code: int, own: int) -> Iterator[int]:
        """Combinations that flipping some of these options gives, feasible or not."""
        free = own & ~(code & self._stays_taken) & ~(~code & self._stays_away)
        flips = free
        while flips:  # every part of the free options, the largest first
            yield code ^ flips
            flips = (flips - 1) & free

    def stable(self, party: str, concept: Concept) -> Bools:
        """Whether each state is stable for a party under a concept."""
        from detente.analysis.kernels import compile_kernels, is_compiled, solve

        if self._solved is None:
            if not is_compiled(self._layout):
                self._tell("compiling the solver; this is done once")
                compile_kernels(self._layout)
            self._tell(f"solving {len(self.states):,} states")
            self._solved = solve(self._layout, self._all_ranks(), self._concepts)
        found: Bools = self._solved[self.parties.index(party), self._concepts.index(concept)]
        return found

    def worst_answer(self, party: str, concept: Concept) -> Ints:
        """Rank of the worst that the others can make of each state, for the party."""
        from detente.analysis.kernels import worst

        found = worst(self._layout, self._all_ranks(), self.parties.index(party), concept)
        return found.astype(np.int64)

    def best_move(self, party: str) -> Ints:
        """Largest rank that the party reaches from each state, or its own."""
        from detente.analysis.kernels import best

        return best(self._layout, self.ranks[party], self.parties.index(party)).astype(np.int64)

    def _all_ranks(self) -> list[Ints]:
        """Ranks of every party; one of which nothing is known prefers nothing."""
        nothing = np.zeros(len(self.states), dtype=np.int64)
        return [self.ranks.get(party, nothing) for party in self.parties]
