"""The conflict model: who can do what, what cannot happen, who prefers what."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from types import MappingProxyType
from typing import Literal

from detente.domain.conditions import Condition, holds, options_in
from detente.domain.norms import Provision
from detente.errors import AnalysisError

# Above this, listing the states one by one is no longer a matter of seconds.
MOST_OPTIONS = 16

Reversible = Literal["yes", "once_taken", "once_dropped"]
Basis = Literal["stated", "presupposed", "conduct"]
StateId = int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something its party can do; ``text`` says what taking it does."""

    id: str
    text: str
    reversible: Reversible = "yes"
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """One statement of an option prioritisation.

    Parameters
    ----------
    says
        Conditions of equal importance; nearly always one.
    unsure
        Its place in the order is not known from the record.
    basis
        ``stated`` by the party, ``presupposed`` by what others said, or inferred from
        present ``conduct``.
    """

    says: tuple[Condition, ...]
    because: tuple[str, ...] = ()
    unsure: bool = False
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """States best first; the members of a tier are tied.

    A state is named by its id or label, or by the frozen set of options taken.
    """

    tiers: tuple[tuple[StateId | frozenset[str], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A decision maker, with its options and what it prefers.

    Exactly one of ``preferences``, ``ranking`` and ``weights`` is used; none of them
    means that its preferences are unknown.
    """

    id: str
    name: str
    code: str | None = None
    options: tuple[Option, ...] = ()
    preferences: tuple[Preference, ...] = ()
    ranking: Ranking | None = None
    weights: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    because: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything at all is known of what it prefers."""
        return bool(self.preferences or self.ranking or self.weights)


def worth(party: Party, taken: Set[str]) -> tuple[Fraction, ...]:
    """What a state is worth to a party by its statements or weights: compare, larger is better.

    By statements it is how many hold of each list of equally important ones, most important
    first. Weights are summed exactly as the file writes them, so that 0.1 + 0.2 ties with 0.3.
    It says nothing of a party that has a ranking.
    """
    if party.weights:
        weighed = (weight for name, weight in party.weights.items() if name in taken)
        return (sum((Fraction(str(weight)) for weight in weighed), Fraction(0)),)
    return tuple(
        Fraction(sum(holds(condition, taken) for condition in preference.says))
        for preference in party.preferences
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What cannot happen together, by logic or by fact: a condition every state meets."""

    says: Condition
    why: str = ""
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """All feasible states that satisfy the condition count as one."""

    says: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphState:
    """A state of a conflict in graph form."""

    id: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphMove:
    """Arcs of one party from one state, in graph form."""

    party: str
    origin: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A conflict in option form, or in graph form when ``states`` is not empty.

    ``status_quo`` is the set of options taken today, a state's label in graph form, or
    None when it is not known.
    """

    name: str
    parties: tuple[Party, ...]
    rules: tuple[Rule, ...] = ()
    merges: tuple[Merge, ...] = ()
    provisions: tuple[Provision, ...] = ()
    status_quo: frozenset[str] | str | None = None
    states: tuple[GraphState, ...] = ()
    moves: tuple[GraphMove, ...] = ()
    law: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    def named_options(self) -> Iterator[tuple[str, Party, Option]]:
        """Full name, party and option, in file order: the bits of a state's number."""
        for party in self.parties:
            for option in party.options:
                yield f"{party.id}.{option.id}", party, option

    def party(self, party_id: str) -> Party:
        """Return the party with this id."""
        return next(party for party in self.parties if party.id == party_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A feasible state: its id and the full names of the options taken, in file order.

    ``taken`` is None in graph form. A merged state lists what all its members share;
    ``members`` then holds what each of them takes.
    """

    id: StateId
    taken: tuple[str, ...] | None
    members: tuple[frozenset[str], ...] = ()


def feasible_states(dispute: Dispute) -> tuple[State, ...]:
    """Enumerate the feasible states in the order that everybody numbers them.

    States are ordered by the number whose bit *k* is the *k*-th option in file order, and
    counted from 1; merged states take the place of their lowest member. In graph form they
    are the file's own labels. Time grows as 2 ** options: meant for models people read.

    Raises
    ------
    AnalysisError
        If there are more than :data:`MOST_OPTIONS` options.
    """
    if dispute.states:
        return tuple(State(id=state.id, taken=None) for state in dispute.states)
    names = [name for name, _, _ in dispute.named_options()]
    if len(names) > MOST_OPTIONS:
        raise AnalysisError(
            f"{len(names)} options make 2^{len(names)} states; the limit is 2^{MOST_OPTIONS}",
            fix=f"leave out or fix an option, first of all {_least_spoken_of(dispute, names)!r}",
        )
    groups: dict[object, list[tuple[str, ...]]] = {}
    # The first option is the lowest bit, so it must vary fastest.
    for bits in product((False, True), repeat=len(names)):
        taken = tuple(name for name, bit in zip(names, reversed(bits), strict=True) if bit)
        chosen = frozenset(taken)
        if all(holds(rule.says, chosen) for rule in dispute.rules):
            merged = next(
                (k for k, merge in enumerate(dispute.merges) if holds(merge.says, chosen)), None
            )
            groups.setdefault(chosen if merged is None else merged, []).append(taken)
    return tuple(_state(number, members) for number, members in enumerate(groups.values(), start=1))


def _least_spoken_of(dispute: Dispute, names: list[str]) -> str:
    """Option that fewest preferences, rules and provisions speak of; of equals the last."""
    spoken = [said for party in dispute.parties for p in party.preferences for said in p.says]
    spoken += [rule.says for rule in dispute.rules] + [law.says for law in dispute.provisions]
    uses = Counter(name for condition in spoken for name in options_in(condition))
    weighed = Counter(name for party in dispute.parties for name in party.weights)
    return min(reversed(names), key=lambda name: uses[name] + weighed[name])


def state_ids(states: Iterable[State]) -> dict[StateId | frozenset[str], StateId]:
    """Every way to name a state, by id or by the options taken, and the id it means.

    A merged state may be named by any of its members, or by what they share where that can
    mean no other state.
    """
    known = list(states)
    shared = Counter(frozenset(state.taken or ()) for state in known)
    ids: dict[StateId | frozenset[str], StateId] = {
        taken: state.id
        for state in known
        if shared[taken := frozenset(state.taken or ())] == 1 and state.members
    }
    for state in known:
        ids[state.id] = state.id
        ids.update((member, state.id) for member in state.members)
    return ids


def _state(number: int, members: list[tuple[str, ...]]) -> State:
    shared = frozenset(members[0]).intersection(*members[1:])
    taken = tuple(name for name in members[0] if name in shared)
    return State(id=number, taken=taken, members=tuple(frozenset(member) for member in members))
