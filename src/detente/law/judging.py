"""Whether the law of a day allows a state, and which provisions it breaks."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from detente.domain.dispute import Dispute, StateId
from detente.domain.norms import Provision
from detente.domain.rulings import Lawful, Ruling
from detente.domain.states import OptionStates, State, States
from detente.errors import InputError
from detente.law.day import LawOfDay, kept, law_of
from detente.law.tables import Bools, Codes, Table


def judge(
    dispute: Dispute, states: States, on: date | None, readings: Sequence[str] = ()
) -> Mapping[StateId, bool | None]:
    """Say of each state whether the law of a day allows it.

    Parameters
    ----------
    on
        The day; None stands for a day on which every provision is in force.
    readings
        Readings of the law that are taken to be right; the others are left open.

    Returns
    -------
    By state id: True, False, or None where it depends on unknown facts or open readings; in
    graph form, where states have no options; and of a merged state only some members of
    which are lawful.
    """
    if not isinstance(states, OptionStates):
        return {state.id: None for state in states}
    return Judged(law_of(dispute, on, readings), states)


def check(
    dispute: Dispute, states: States, on: date | None, readings: Sequence[str] = ()
) -> Iterator[Ruling]:
    """Say of each state whether it is lawful, and if that depends, on what; in order.

    Raises
    ------
    InputError
        If the dispute is in graph form, whose states have no options to judge.
    """
    judged = Judged(law_of(dispute, on, readings), with_options(states))
    return judged.rulings()


def with_options(states: States) -> OptionStates:
    """The same states, if they are made of options.

    Raises
    ------
    InputError
        If they are those of a dispute in graph form.
    """
    if not isinstance(states, OptionStates):
        what = "a dispute in graph form has no options for the law to speak of"
        raise InputError(what, fix="write the dispute with options")
    return states


def rule_on(law: LawOfDay, state: State) -> Ruling:
    """Say of one state whether it is lawful, and if that depends, on what."""
    bits = {name: 1 << k for k, name in enumerate(law.options)}
    listed = sorted(sum(bits[name] for name in member) for member in state.members)
    alone = OptionStates(law.options, array("Q", listed), [array("Q", listed)])
    return replace(next(Judged(law, alone).rulings()), state=state.id)


class Judged(Mapping[StateId, bool | None]):
    """What the law says of each state, however many there are: some bytes for each."""

    def __init__(self, law: LawOfDay, states: OptionStates) -> None:
        self._states = states
        self._codes = codes_of(states)
        self._table = Table(law, self._codes)

    def verdicts(self) -> Iterator[Ruling]:
        """Whether each state is lawful, in order, without what that depends on."""
        for number, state in enumerate(self._states):
            lawful = self._lawful(self._members(number))
            yield Ruling(state=state.id, taken=state.taken or (), lawful=lawful)

    def rulings(self) -> Iterator[Ruling]:
        """What is said of each state, in order."""
        bearing: dict[str, Bools] = {}
        for name, where in self._table.depends_on():
            bearing[name] = where | bearing[name] if name in bearing else where
        for number, ruling in enumerate(self.verdicts()):
            if ruling.lawful != "depends":
                yield ruling
                continue
            members = self._members(number)
            depends = [name for name, where in bearing.items() if where[members].any()]
            depends += self._differing(number, members)
            yield replace(ruling, depends_on=tuple(depends))

    def _members(self, number: int) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        members = np.array(self._states.members(number), dtype=np.uint64)
        found: np.ndarray[tuple[int], np.dtype[np.intp]] = np.searchsorted(self._codes, members)
        return found

    def _lawful(self, members: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Lawful:
        can, can_not = self._table.can_be[members], self._table.can_fail[members]
        if not can_not.any():
            return "yes"
        return "depends" if can.any() else "no"

    def _differing(
        self, number: int, members: np.ndarray[tuple[int], np.dtype[np.intp]]
    ) -> Iterator[str]:
        """Of a merged state, options in which its members differ, if that decides."""
        can = self._table.can_be[members]
        if len(members) > 1 and not can.all():
            codes = self._states.members(number)
            for k, name in enumerate(self._states.names):
                if len({code >> k & 1 for code in codes}) > 1:
                    yield name

    def __getitem__(self, state: StateId) -> bool | None:
        number = self._states.number_of(state)
        if number is None:
            raise KeyError(state)
        return {"yes": True, "no": False, "depends": None}[self._lawful(self._members(number))]

    def __iter__(self) -> Iterator[StateId]:
        return (state.id for state in self._states)

    def __len__(self) -> int:
        return len(self._states)


def codes_of(states: OptionStates) -> Codes:
    """The combinations of all states; bit *k* of each stands for the *k*-th option."""
    listed = states.combinations
    if isinstance(listed, range):
        return np.arange(len(listed), dtype=np.uint64)
    return np.frombuffer(listed, dtype=np.uint64)


def breaches(
    dispute: Dispute, states: Iterable[State], on: date | None, readings: Sequence[str] = ()
) -> dict[StateId, tuple[Provision, ...]]:
    """Provisions of a day that some member of each state breaks, of states that break any.

    An unknown fact or open reading counts in favour: what is listed is broken whatever it
    turns out to be, as far as each provision by itself is concerned.
    """
    law = law_of(dispute, on, readings)
    bits = {name: 1 << k for k, name in enumerate(law.options)}
    members = {
        state.id: [sum(bits[name] for name in member) for member in state.members]
        for state in states
    }
    listed = sorted({code for codes in members.values() for code in codes})
    codes = np.array(listed, dtype=np.uint64)
    if not listed:
        return {}
    surely: list[tuple[Provision, Bools]] = [
        (each, ~Table(law, codes, kept(each.id)).can_be) for each in law.binding
    ]
    found: dict[StateId, tuple[Provision, ...]] = {}
    for state, of_state in members.items():
        places = np.searchsorted(codes, np.array(of_state, dtype=np.uint64))
        found[state] = tuple(each for each, where in surely if where[places].any())
    return {state: provisions for state, provisions in found.items() if provisions}


def broken(dispute: Dispute, state: State, on: date | None) -> tuple[Provision, ...]:
    """Provisions of a day that some member of a state breaks; see :func:`breaches`."""
    return breaches(dispute, [state], on).get(state.id, ())


def newest_day(dispute: Dispute) -> date | None:
    """Newest day that the dispute itself names, on which the law is judged by default."""
    laws = dispute.provisions
    days = [day for law in laws for day in (law.in_force, law.until) if day is not None]
    days += [fact.as_of for fact in dispute.facts if fact.as_of is not None]
    return max(days, default=None)
