"""The feasible states of a dispute, numbered as everybody numbers them and made when asked for.

States are ordered by the number whose bit *k* is the *k*-th option in file order, and counted
from 1; merged states take the place of their lowest member. In graph form they are the file's
own labels, in its order.
"""

from abc import abstractmethod
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import overload

from detente.domain.blocks import Blocks, TooManyError, selected
from detente.domain.conditions import Condition, options_in
from detente.domain.dispute import Dispute, StateId
from detente.errors import AnalysisError

MOST_STATES = 2**26
MOST_OPTIONS = 64
# Up to here a state is made once and kept; above, anew each time.
_MOST_KEPT = 2**14


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A feasible state: its id and the full names of the options taken, in file order.

    ``taken`` is None in graph form. A merged state lists what all its members share;
    ``members`` then holds what each of them takes.
    """

    id: StateId
    taken: tuple[str, ...] | None
    members: tuple[frozenset[str], ...] = ()


class States(Sequence[State]):
    """The states of a dispute; a state's number is its place, from 0."""

    def __init__(self) -> None:
        self._kept: tuple[State, ...] | None = None

    @abstractmethod
    def number_of(self, named: StateId | frozenset[str] | None) -> int | None:
        """Number of the state that an id or the options taken mean; None if it means none.

        A merged state may be named by any of its members, or by what they share where that
        can mean no other state.
        """

    @abstractmethod
    def _make(self, number: int) -> State:
        """The state with this number."""

    def id_of(self, named: StateId | frozenset[str] | None) -> StateId | None:
        """Id of the state that an id or the options taken mean; None if it means none."""
        number = self.number_of(named)
        return None if number is None else self[number].id

    @overload
    def __getitem__(self, index: int) -> State: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[State, ...]: ...
    def __getitem__(self, index: int | slice) -> State | tuple[State, ...]:
        if self._kept is None and len(self) <= _MOST_KEPT:
            self._kept = tuple(self._make(number) for number in range(len(self)))
        if self._kept is not None:
            return self._kept[index]
        places = range(len(self))[index]
        if isinstance(places, range):
            return tuple(self._make(number) for number in places)
        return self._make(places)

    def __iter__(self) -> Iterator[State]:
        return (self[number] for number in range(len(self)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self):,} states)"


class ListedStates(States):
    """States of graph form: the labels of the file."""

    def __init__(self, labels: Iterable[str]) -> None:
        super().__init__()
        self._labels = tuple(labels)
        self._numbers = {label: number for number, label in enumerate(self._labels)}

    def __len__(self) -> int:
        return len(self._labels)

    def number_of(self, named: StateId | frozenset[str] | None) -> int | None:
        """Number of the state with this label."""
        return self._numbers.get(named) if isinstance(named, str) else None

    def _make(self, number: int) -> State:
        return State(id=self._labels[number], taken=None)


class OptionStates(States):
    """States of option form, kept as one whole number for each feasible combination of options.

    Parameters
    ----------
    names
        Full names of the options; bit *k* of a combination stands for the *k*-th.
    combinations
        Feasible combinations in ascending order: a range, or an array of type "Q".
    merged
        For each merge, the combinations it makes one state of, in ascending order: kept as
        ``groups``, and as ``merged`` those of two or more.
    """

    def __init__(
        self,
        names: Sequence[str],
        combinations: "range | array[int]",
        merged: Sequence["array[int]"] = (),
    ) -> None:
        super().__init__()
        self.names = tuple(names)
        self.combinations = combinations
        self.groups = tuple(merged)
        self.merged = tuple(group for group in merged if len(group) > 1)
        self._bits = {name: 1 << k for k, name in enumerate(self.names)}

    @cached_property
    def lowest(self) -> "range | array[int]":
        """The lowest combination of each state, in ascending order."""
        if not self.merged:
            return self.combinations
        later = {combination for group in self.merged for combination in group[1:]}
        return array("Q", (each for each in self.combinations if each not in later))

    def __len__(self) -> int:
        return len(self.lowest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OptionStates) and (
            (self.names, list(self.merged)) == (other.names, list(other.merged))
            and len(self.combinations) == len(other.combinations)
            and all(a == b for a, b in zip(self.combinations, other.combinations, strict=True))
        )

    def __hash__(self) -> int:
        return hash((self.names, len(self.combinations)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self):,} states of {len(self.names)} options)"

    def number_of(self, named: StateId | frozenset[str] | None) -> int | None:
        """Number of the state that an id, or the options taken, mean."""
        if isinstance(named, frozenset):
            return self._number_with(named)
        known = type(named) is int and 1 <= named <= len(self)
        return named - 1 if known and isinstance(named, int) else None

    def _number_with(self, taken: frozenset[str]) -> int | None:
        if not taken <= self._bits.keys():
            return None
        combination = sum(self._bits[name] for name in taken)
        for group in self.merged:
            if _place(group, combination) is not None:
                return _place(self.lowest, group[0])
        if _place(self.combinations, combination) is not None:
            return _place(self.lowest, combination)
        meant = [group for group in self.merged if _shared(group) == combination]
        return _place(self.lowest, meant[0][0]) if len(meant) == 1 else None

    def members(self, number: int) -> Sequence[int]:
        """Combinations that a state stands for; one, unless states are merged."""
        lowest = self.lowest[number]
        return next((group for group in self.merged if group[0] == lowest), (lowest,))

    def _make(self, number: int) -> State:
        members = self.members(number)
        return State(
            id=number + 1,
            taken=tuple(self._names_in(_shared(members))),
            members=tuple(self.taken(member) for member in members),
        )

    def taken(self, combination: int) -> frozenset[str]:
        """Full names of the options that a combination takes."""
        return frozenset(self._names_in(combination))

    def _names_in(self, combination: int) -> Iterator[str]:
        return (name for name, bit in self._bits.items() if combination & bit)


def _place(sorted_numbers: Sequence[int], number: int) -> int | None:
    place = bisect_left(sorted_numbers, number)
    found = place < len(sorted_numbers) and sorted_numbers[place] == number
    return place if found else None


def _shared(combinations: Iterable[int]) -> int:
    shared = -1
    for combination in combinations:
        shared &= combination
    return shared


def feasible_states(dispute: Dispute) -> States:
    """List the feasible states of a dispute.

    Raises
    ------
    AnalysisError
        If there are more options or feasible states than can be listed.
    """
    if dispute.states:
        return ListedStates(state.id for state in dispute.states)
    names = tuple(name for name, _, _ in dispute.named_options())
    rules = tuple(rule.says for rule in dispute.rules)
    merges = tuple(merge.says for merge in dispute.merges)
    try:
        return _option_states(names, rules, merges)
    except TooManyError as error:
        raise AnalysisError(
            str(error),
            fix=f"leave out an option, or fix it by a rule, first of all "
            f"{least_spoken_of(dispute)!r}",
        ) from None


def least_spoken_of(dispute: Dispute) -> str:
    """Option that fewest preferences, rules and provisions speak of; of equals the last."""
    names = [name for name, _, _ in dispute.named_options()]
    spoken = [said for party in dispute.parties for p in party.preferences for said in p.says]
    spoken += [rule.says for rule in dispute.rules] + [law.says for law in dispute.provisions]
    uses = Counter(name for condition in spoken for name in options_in(condition))
    weighed = Counter(name for party in dispute.parties for name in party.weights)
    return min(reversed(names), key=lambda name: uses[name] + weighed[name])


# The same dispute is listed by the checks of its file, by the law and by the solver.
@lru_cache(maxsize=4)
def _option_states(
    names: tuple[str, ...], rules: tuple[Condition, ...], merges: tuple[Condition, ...]
) -> OptionStates:
    most = MOST_STATES.bit_length() - 1
    if len(names) > MOST_OPTIONS or (not rules and len(names) > most):
        raise TooManyError(
            f"{len(names)} options make 2^{len(names)} states; the limit is 2^{most}"
        )
    if not rules and not merges:
        return OptionStates(names, range(2 ** len(names)))
    found = array("Q")
    merged = [array("Q") for _ in merges]
    for first, feasible, groups in Blocks(names, rules, merges):
        found.extend(selected(first, feasible))
        for group, chosen in zip(merged, groups, strict=True):
            group.extend(selected(first, chosen))
        if len(found) > MOST_STATES:
            raise TooManyError(f"more than 2^{most} states are feasible; that is the limit")
    whole = not merges and len(found) == 2 ** len(names)
    return OptionStates(names, range(len(found)) if whole else found, merged)
