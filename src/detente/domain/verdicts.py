"""What the analysis found: verdicts, what proves them, and equilibria."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from detente.domain.display import Record, listed, table_of
from detente.domain.dispute import StateId
from detente.domain.findings import Finding
from detente.domain.ids import Ids
from detente.domain.states import State, States
from detente.errors import InputError

Concept = Literal["nash", "gmr", "smr", "seq", "sseq"]
CONCEPTS: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq", "sseq")
# A longer table is not read; a longer list even less.
_MOST_ROWS = 100
_MOST_LISTED = 5


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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
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

    def __repr__(self) -> str:
        head = f"Verdict({self.party}, {self.concept}, state {self.state}: "
        if not self.stable:
            return f"{head}not stable, nobody deters the move to {self.escape})"
        return f"{head}stable{''.join(map(_answered, self.deterred[:_MOST_LISTED]))}{self._more()})"

    def _more(self) -> str:
        left = len(self.deterred) - _MOST_LISTED
        return f"; and {left:,} more" if left > 0 else ""


def _answered(deterred: Deterred) -> str:
    answer = ", then ".join(f"{step.party} to {step.to}" for step in deterred.answer)
    return f"; {deterred.improvement} is answered: {answer}"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
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

    def notable(self, most: int) -> tuple[State, ...]:
        """States that a person asks about first, in order: all, if there are not too many.

        Of more they are today's state and the equilibria under most concepts.
        """
        if len(self.states) <= most:
            return tuple(self.states)
        today = () if self.status_quo is None else (self.status_quo,)
        found = dict.fromkeys(today)
        # Stricter concepts have fewer equilibria, which nearly always hold under the others.
        for states in sorted(self.equilibria.values(), key=len):
            if len(found) >= most:
                break
            found |= dict.fromkeys(states)
        holding = [_quick(states) for states in self.equilibria.values()]

        def order(state: StateId) -> tuple[bool, int, int]:
            concepts = sum(state in states for states in holding)
            return state not in today, -concepts, self.number(state)

        first = heapq.nsmallest(most, found, key=order)
        return tuple(self.states[number] for number in sorted(map(self.number, first)))

    def records(self, states: Iterable[StateId] | None = None) -> list[Record]:
        """One flat record for each state, all with the same keys: rows of a data frame.

        Parameters
        ----------
        states
            Ids of those that are wanted; all by default. A record takes some kilobytes.

        Returns
        -------
        Of each state ``id``; ``taken``, the options joined with ``+``, ``-`` where there is none,
        None in graph form; ``members``, how many combinations of options it stands for;
        ``lawful``: ``yes``, ``no`` or ``unknown``; ``status_quo``; for each party and concept, as
        in ``turkiye.nash``, whether it is stable; ``equilibrium.nash`` and so on; and
        ``dominated_by``, the id of a state as text, empty where there is none. What is not known
        of any state is None in all records, so that every column has one type.

        Raises
        ------
        InputError
            If no state is called so; or a party is called ``equilibrium``.
        """
        if _ALL in (*self.stable, *self.unknown):
            what = f"a party is called {_ALL!r}, which is the name of a column"
            raise InputError(what, fix="give the party another id")
        wanted = self.states if states is None else map(self.state, states)
        return list(self._records(wanted, _ALL))

    def _records(self, states: Iterable[State], together: str) -> Iterator[Record]:
        columns = self._columns(together)
        for state in states:
            dominating = (self.dominated or {}).get(state.id, "")
            record: Record = {
                "id": state.id,
                "taken": None if state.taken is None else "+".join(state.taken) or "-",
                "members": max(len(state.members), 1),
                "lawful": _LAWFUL[self.lawful.get(state.id)],
                "status_quo": None if self.status_quo is None else state.id == self.status_quo,
            }
            for name, stable in columns.items():
                record[name] = None if stable is None else state.id in stable
            record["dominated_by"] = None if self.dominated is None else str(dominating)
            yield record

    def _columns(self, together: str) -> dict[str, Collection[StateId] | None]:
        """For each party and concept, and for all, which states are stable; None if not known."""
        nothing: Mapping[Concept, Sequence[StateId]] = {}
        stable = {**self.stable, **dict.fromkeys(self.unknown, nothing)}
        stable[together] = nothing if self.unknown else self.equilibria
        return {
            f"{party}.{concept}": _quick(by_concept[concept]) if concept in by_concept else None
            for party, by_concept in stable.items()
            for concept in self.equilibria
        }

    def __repr__(self) -> str:
        found = "; ".join(
            f"{concept} {listed(list(islice(states, _MOST_LISTED)), len(states))}"
            for concept, states in self.equilibria.items()
        )
        today = "not known" if self.status_quo is None else self.status_quo
        holding = f"unknown preferences: {', '.join(self.unknown)}" if self.unknown else found
        return f"Analysis({len(self.states):,} states, today {today}; equilibria: {holding})"

    def _repr_html_(self) -> str:
        """The table of states, as a notebook shows it."""
        parties = (*self.stable, *self.unknown)
        together = "all parties" if _ALL in parties else _ALL
        return table_of(
            list(self._records(self.notable(_MOST_ROWS), together)),
            parties=(*parties, together),
            concepts=tuple(self.equilibria),
            states=len(self.states),
            findings=self.findings,
        )


# What stands for all parties where their names stand.
_ALL = "equilibrium"
_LAWFUL = {True: "yes", False: "no", None: "unknown"}


def _quick(states: Sequence[StateId]) -> Collection[StateId]:
    """The same states, in a form that is quickly asked for one."""
    return states if isinstance(states, Ids) else frozenset(states)


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
