"""Whether the law allows a state, and which provisions it breaks."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np
import numpy.typing as npt

from detente.domain.conditions import evaluate, holds
from detente.domain.dispute import Dispute, StateId
from detente.domain.norms import Provision
from detente.domain.states import OptionStates, State, States


def judge(dispute: Dispute, states: States, on: date | None) -> Mapping[StateId, bool | None]:
    """Say of each state whether the law of a day allows it.

    Parameters
    ----------
    on
        The day; None stands for a day on which every provision is in force.

    Returns
    -------
    By state id: True, False, or None where it cannot be told: in graph form, where states have
    no options, and of a merged state only some members of which are lawful.
    """
    if not isinstance(states, OptionStates):
        return {state.id: None for state in states}
    return _Judged(states, [law for law in dispute.provisions if law.applies(on)])


class _Judged(Mapping[StateId, bool | None]):
    """What the law says of each state, however many there are: a byte for each."""

    def __init__(self, states: OptionStates, in_force: list[Provision]) -> None:
        self._states = states
        listed = states.combinations
        codes = (
            np.arange(len(listed), dtype=np.uint64)
            if isinstance(listed, range)
            else np.frombuffer(listed, dtype=np.uint64)
        )
        bits = {name: np.uint64(1 << k) for k, name in enumerate(states.names)}

        def taken(option: str) -> npt.NDArray[np.bool_]:
            found: npt.NDArray[np.bool_] = codes & bits[option] != 0
            return found

        self._codes = codes
        self._allowed = np.ones(len(codes), dtype=np.bool_)
        for law in in_force:
            self._allowed &= evaluate(law.says, taken)

    def __getitem__(self, state: StateId) -> bool | None:
        number = self._states.number_of(state)
        if number is None:
            raise KeyError(state)
        members = np.array(self._states.members(number), dtype=np.uint64)
        answers = set(self._allowed[np.searchsorted(self._codes, members)].tolist())
        return answers.pop() if len(answers) == 1 else None

    def __iter__(self) -> Iterator[StateId]:
        return (state.id for state in self._states)

    def __len__(self) -> int:
        return len(self._states)


def broken(dispute: Dispute, state: State, on: date | None) -> tuple[Provision, ...]:
    """Provisions in force on a day that some member of a state breaks."""
    return tuple(
        provision
        for provision in dispute.provisions
        if provision.applies(on)
        and not all(holds(provision.says, member) for member in state.members)
    )


def newest_day(dispute: Dispute) -> date | None:
    """Newest day that the dispute itself names, on which the law is judged by default."""
    days = [
        day for law in dispute.provisions for day in (law.in_force, law.until) if day is not None
    ]
    return max(days, default=None)
