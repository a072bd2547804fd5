"""The combinations of options behind the states, as arrays.

Bit patterns of options exist only here, in the graph and in the kernels.
"""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from detente.domain.dispute import Dispute, Reversible
from detente.domain.states import OptionStates
from detente.errors import InputError

if TYPE_CHECKING:
    from array import array

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


class Combinations:
    """Feasible combinations of options, and the state that each belongs to.

    Bit *k* of a combination's code is the *k*-th option in file order; codes ascend.
    """

    def __init__(self, states: OptionStates) -> None:
        self._states = states
        self._places = {name: k for k, name in enumerate(states.names)}
        self.whole = isinstance(states.combinations, range)
        self.codes = _codes(states.combinations)

    def __len__(self) -> int:
        return len(self.codes)

    def taken(self, option: str) -> Bools:
        """In which combinations an option is taken; ``option`` is the full name."""
        bit = np.uint64(1 << self._places[option])
        taken: Bools = (self.codes & bit) != 0
        return taken

    def state_with(self, code: int) -> int | None:
        """Number of the state that a combination belongs to; None if it is not feasible."""
        place = int(np.searchsorted(self.codes, np.uint64(code)))
        if place == len(self.codes) or self.codes[place] != code:
            return None
        return int(self.state_of[place]) if self._states.merged else place

    @cached_property
    def state_of(self) -> Ints:
        """Number of the state that each combination belongs to."""
        if not self._states.merged:
            return np.arange(len(self.codes))
        lowest = _codes(self._states.lowest)
        found = np.searchsorted(lowest, self.codes).astype(np.int64)
        for group in self._states.merged:
            members = np.searchsorted(self.codes, _codes(group))
            found[members] = np.searchsorted(lowest, np.uint64(group[0]))
        return found

    def by_state(self, values: Ints, *, differing: str) -> Ints:
        """One value a state of values that its members share.

        Raises
        ------
        InputError
            If members of a merged state differ; ``differing`` says what that means.
        """
        if not self._states.merged:
            return values
        state_of = self.state_of
        found = np.empty(len(self._states), dtype=values.dtype)
        found[state_of] = values
        if (found[state_of] != values).any():
            raise InputError(differing, fix="correct the merge, or the preferences")
        return found


def _codes(listed: "range | array[int]") -> npt.NDArray[np.uint64]:
    if isinstance(listed, range):
        return np.arange(len(listed), dtype=np.uint64)
    return np.frombuffer(listed, dtype=np.uint64)


def mask(dispute: Dispute, *, party: str | None = None, kind: Reversible | None = None) -> int:
    """Bits of the options of a party, or of all; of one kind of reversibility, or of all."""
    return sum(
        1 << k
        for k, (_, owner, option) in enumerate(dispute.named_options())
        if party in (None, owner.id) and kind in (None, option.reversible)
    )
