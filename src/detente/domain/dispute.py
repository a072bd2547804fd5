"""The conflict model: who can do what, what cannot happen, who prefers what."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from detente.domain.conditions import Condition, holds, written
from detente.domain.norms import Actor, Fact, Instrument, LegalReading, Provision
from detente.errors import InputError

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

    @property
    def spelled(self) -> str:
        """Its conditions as the dispute file spells them."""
        return ", ".join(written(condition) for condition in self.says)


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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dispute:
    """A conflict in option form, or in graph form when ``states`` is not empty.

    ``status_quo`` is the set of options taken today, a state's label in graph form, or
    None when it is not known. ``provisions``, ``facts``, ``instruments``, ``actors`` and
    ``readings`` are the file's own and those of the instrument files that ``law`` names.
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
    facts: tuple[Fact, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    actors: tuple[Actor, ...] = ()
    readings: tuple[LegalReading, ...] = ()
    because: tuple[str, ...] = ()

    def named_options(self) -> Iterator[tuple[str, Party, Option]]:
        """Full name, party and option, in file order: the bits of a state's number."""
        for party in self.parties:
            for option in party.options:
                yield f"{party.id}.{option.id}", party, option

    def party(self, party_id: str) -> Party:
        """Return the party with this id."""
        found = next((party for party in self.parties if party.id == party_id), None)
        if found is None:
            known = ", ".join(party.id for party in self.parties)
            raise InputError(f"no party is called {party_id!r}", fix=f"name one of: {known}")
        return found

    def with_party(self, changed: Party) -> "Dispute":
        """The same dispute with another version of one party, found by its id."""
        before = self.party(changed.id)
        parties = (changed if party is before else party for party in self.parties)
        return replace(self, parties=tuple(parties))

    def __repr__(self) -> str:
        options = sum(len(party.options) for party in self.parties)
        board = f"{len(self.states):,} states" if self.states else f"{options} options"
        return f"Dispute({self.name[:60]!r}: {len(self.parties)} parties, {board})"
