"""What the analysis found: verdicts, what proves them, and equilibria."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Literal, overload

from detente.domain.dispute import StateId
from detente.domain.findings import Finding
from detente.domain.states import State, States
from detente.errors import InputError

Concept = Literal["nash", "gmr", "smr", "seq", "sseq"]
CONCEPTS: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq", "sseq")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One move of an answer: who moves, and the state it leads to."""

    party: str
    to: StateId


@dataclass(frozen=True, slots=True, kw_only=True)
class Deterred:
    """An improvement and the answer (a legal sequence of the others) that deters it."""

    improvement: StateId
    answer: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a state is stable for a party under a concept, and what proves it.

    An unstable verdict names the ``escape``, an improvement nobody deters; a stable one
    lists every improvement with the answer that deters it (none for ``nash``).
    """

    party: str
    state: StateId
    concept: Concept
    stable: bool
    escape: StateId | None = None
    deterred: tuple[Deterred, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Every party's stable states and the equilibria under every concept.

    Parameters
    ----------
    lawful
        By state id: True, False, or None for "depends" or "not known"; a state it does not
        name is not judged.
    stable
        ``stable[party][concept]``: ids of the states stable for that party, in order. A party
        whose preferences are unknown is left out: nothing is claimed for it.
    equilibria
        ``equilibria[concept]``: ids stable for every party, in order; empty when some party's
        preferences are unknown.
    dominated
        For each equilibrium (under any concept) that is Pareto-dominated, a state that no
        party likes less and some party likes better, itself dominated by none; None where
        there are too many states to compare, or preferences are unknown.
    unknown
        Ids of the parties whose preferences are unknown.
    status_quo
        Id of today's state, None when it is unknown or not feasible.
    """

    states: States
    lawful: Mapping[StateId, bool | None]
    stable: Mapping[str, Mapping[Concept, Sequence[StateId]]]
    equilibria: Mapping[Concept, Sequence[StateId]]
    dominated: Mapping[StateId, StateId] | None = None
    unknown: tuple[str, ...] = ()
    status_quo: StateId | None = None
    findings: tuple[Finding, ...] = ()

    def state(self, state_id: StateId) -> State:
        """Return the state with this id."""
        return self.states[self.number(state_id)]

    def number(self, state_id: StateId) -> int:
        """Place of a state in ``states``, from 0."""
        number = self.states.number_of(state_id)
        if number is None:
            raise InputError(f"no state is called {state_id!r}", fix="name a state by its id")
        return number

    def is_stable(self, state_id: StateId, party: str, concept: Concept) -> bool:
        """Whether a state is stable for a party whose preferences are known."""
        return state_id in self.stable[party][concept]

    def equilibria_with(self, concepts: Mapping[str, Concept]) -> tuple[StateId, ...]:
        """Ids of the states stable for every party, each under a concept of its own.

        Parameters
        ----------
        concepts
            The concept of each party, by party id.

        Raises
        ------
        InputError
            If a party has no concept, or its stable states under it are not known.
        """
        for party in (*self.stable, *self.unknown):
            concept = concepts.get(party)
            if concept is None:
                what = f"no concept is given for {party!r}"
                raise InputError(what, fix=f"add one of {', '.join(CONCEPTS)} for it")
            if concept not in self.stable.get(party, ()):
                what = f"the states stable for {party!r} under {concept} are not known"
                raise InputError(what, fix="add the missing preferences, or name another concept")
        unknown = next((party for party in concepts if party not in self.stable), None)
        if unknown is not None:
            known = ", ".join(self.stable)
            raise InputError(f"no party is called {unknown!r}", fix=f"name one of: {known}")
        first, *others = [self.stable[party][concept] for party, concept in concepts.items()]
        common = set(first).intersection(*others)
        return tuple(state for state in first if state in common)


class Ids(Sequence[StateId]):
    """Ids of many states in ascending order, four bytes each."""

    def __init__(self, ids: "array[int]") -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> "Ids": ...
    def __getitem__(self, index: int | slice) -> "int | Ids":
        found = self._ids[index]
        return Ids(found) if isinstance(found, array) else found

    def __iter__(self) -> Iterator[int]:
        return iter(self._ids)

    def __contains__(self, state: object) -> bool:
        if not isinstance(state, int):
            return False
        place = bisect_left(self._ids, state)
        return place < len(self._ids) and self._ids[place] == state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # it equals tuples, and would hash otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a party asks of another: that the other's option be taken, or not."""

    party: str
    option: str
    take: bool
    because: tuple[str, ...] = ()


ChangeKind = Literal["raise", "drop", "reverse", "repeal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a preference or a provision that makes a state hold.

    Parameters
    ----------
    kind
        ``raise``: the party puts one statement above another; ``drop``: it gives a statement
        up; ``reverse``: it comes to want the contrary; ``repeal``: a provision goes.
    party
        Who changes its mind; None for a provision.
    element
        The statement that changes, as the dispute file spells it, or the provision's id.
    above
        For ``raise``: the statement it is put directly above.
    concepts
        Concepts under which the state is then an equilibrium.
    unsure
        Whether the record leaves this statement's place open, so that the change may
        already be so.
    """

    kind: ChangeKind
    party: str | None
    element: str
    concepts: tuple[Concept, ...]
    above: str | None = None
    unsure: bool = False
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """The state in which each party has what it asks of the others.

    ``state`` is None when the asks exclude each other or one side asks nothing;
    ``concepts`` are those under which it is an equilibrium; ``changes`` are the single
    changes after which it holds, empty when it holds already or none suffices.
    """

    state: StateId | None
    asks: tuple[Ask, ...] = ()
    concepts: tuple[Concept, ...] = ()
    lawful: bool | None = None
    changes: tuple[Change, ...] = ()
