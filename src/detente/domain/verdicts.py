"""What the analysis found: verdicts, what proves them, and equilibria."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.domain.dispute import State, StateId
from detente.domain.findings import Finding

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
        By state id: True, False, or None for "depends" or "not known".
    stable
        ``stable[party][concept]``: ids of the states stable for that party. A party whose
        preferences are unknown is left out: nothing is claimed for it.
    equilibria
        ``equilibria[concept]``: ids stable for every party; empty when some party's
        preferences are unknown.
    unknown
        Ids of the parties whose preferences are unknown.
    status_quo
        Id of today's state, None when it is unknown or not feasible.
    """

    states: tuple[State, ...]
    lawful: Mapping[StateId, bool | None]
    stable: Mapping[str, Mapping[Concept, tuple[StateId, ...]]]
    equilibria: Mapping[Concept, tuple[StateId, ...]]
    unknown: tuple[str, ...] = ()
    status_quo: StateId | None = None
    findings: tuple[Finding, ...] = ()

    def state(self, state_id: StateId) -> State:
        """Return the state with this id."""
        return next(state for state in self.states if state.id == state_id)

    def is_stable(self, state_id: StateId, party: str, concept: Concept) -> bool:
        """Whether a state is stable for a party whose preferences are known."""
        return state_id in self.stable[party][concept]


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
