"""The deal: what each party asks of the others, whether it can hold, and what would help.

Changes are single changes of one preference or one provision, all of them tried and solved.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress

import numpy as np

from detente.analysis.combinations import Ints
from detente.analysis.preferences import ranks_by_statements, truths
from detente.analysis.solving import game_of
from detente.analysis.stability import Game
from detente.domain.conditions import Both, Condition, holds, literal
from detente.domain.dispute import Dispute, Party, Preference, StateId
from detente.domain.norms import Provision
from detente.domain.states import State
from detente.domain.verdicts import CONCEPTS, Analysis, Ask, Change, ChangeKind, Concept, Deal

# A deal holds when it is an equilibrium of parties that look no further than their own move,
# or that expect the others to answer only where it serves them.
HOLDING: tuple[Concept, ...] = ("nash", "seq")


def asks(dispute: Dispute) -> tuple[Ask, ...]:
    """What each party asks of the others: what its statements say of their options.

    A statement counts if it is one option of another party, taken or not, or several joined
    by `and`; one that was only inferred from conduct does not. Of two statements of a party
    on one option the more important counts: below it the other decides nothing.
    """
    found: dict[tuple[str, str], Ask] = {}
    for party in dispute.parties:
        own = {f"{party.id}.{option.id}" for option in party.options}
        for preference in party.preferences:
            if preference.basis == "conduct":
                continue
            for option, take in _wanted(preference, own):
                ask = Ask(party=party.id, option=option, take=take, because=preference.because)
                found.setdefault((party.id, option), ask)
    return tuple(found.values())


def _wanted(preference: Preference, own: set[str]) -> Iterator[tuple[str, bool]]:
    for condition in preference.says:
        literals = [literal(part) for part in _conjuncts(condition)]
        if all(part is not None and part[0] not in own for part in literals):
            yield from (part for part in literals if part)


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, Both) and condition.operator == "and":
        yield from _conjuncts(condition.left)
        yield from _conjuncts(condition.right)
    else:
        yield condition


def deal(
    dispute: Dispute,
    analysis: Analysis,
    lawful: Mapping[StateId, bool | None] | None = None,
    *,
    on: date | None = None,
    broken: Mapping[StateId, Sequence[Provision]] | None = None,
) -> Deal:
    """Find the deal, whether it holds, and which single changes would make it hold.

    Parameters
    ----------
    analysis
        What `analyse` said of the same dispute.
    lawful
        What the law says of each state; by default what the analysis carries.
    on
        The day on which it was judged, None for one on which every provision is in force.
    broken
        Provisions that each state breaks; unless given, those of the day whose condition it
        does not meet, which is right where none hangs on facts or on other provisions.

    Returns
    -------
    The deal. It holds if it is an equilibrium under one of :data:`HOLDING` and not unlawful.
    Changes come smallest first: a statement raised by fewest ranks, then one given up, then
    one turned into its contrary, then a provision repealed.
    """
    asked = asks(dispute)
    lawful = analysis.lawful if lawful is None else lawful
    state = state_asked_for(dispute, analysis.states, asked, lawful)
    if state is None:
        return Deal(state=None, asks=asked)
    concepts = tuple(c for c in CONCEPTS if state.id in analysis.equilibria.get(c, ()))
    found = Deal(state=state.id, asks=asked, concepts=concepts, lawful=lawful.get(state.id))
    forbidden = found.lawful is False
    if analysis.unknown or (_holds(concepts) and not forbidden):
        return found
    if forbidden:
        against = _against(dispute, state, on) if broken is None else broken.get(state.id, ())
        repeals = _repeals(against, concepts) if _holds(concepts) else ()
        return replace(found, changes=tuple(repeals))
    return replace(found, changes=tuple(_changes_of_mind(dispute, state)))


def _holds(concepts: Iterable[Concept]) -> bool:
    return any(concept in HOLDING for concept in concepts)


def state_asked_for(
    dispute: Dispute,
    states: Sequence[State],
    asked: tuple[Ask, ...],
    lawful: Mapping[StateId, bool | None],
) -> State | None:
    """The state that meets all asks: lawful if any is, then as near to today as can be."""
    wanted = {ask.option: ask.take for ask in asked}
    one_sided = len({ask.party for ask in asked}) < 2
    if one_sided or any(wanted[ask.option] != ask.take for ask in asked):
        return None
    meeting = [state for state in states if state.members and _meets(state, wanted)]
    today = dispute.status_quo if isinstance(dispute.status_quo, frozenset) else frozenset()

    def distance(state: State) -> int:
        return min(len((member ^ today) - wanted.keys()) for member in state.members)

    return min(
        meeting, key=lambda state: (lawful.get(state.id) is False, distance(state)), default=None
    )


def _meets(state: State, wanted: Mapping[str, bool]) -> bool:
    return all(
        (option in member) == take for member in state.members for option, take in wanted.items()
    )


def _against(dispute: Dispute, state: State, on: date | None) -> tuple[Provision, ...]:
    return tuple(
        provision
        for provision in dispute.provisions
        if provision.applies(on)
        and not all(holds(provision.says, member) for member in state.members)
    )


def _repeals(broken: Sequence[Provision], concepts: tuple[Concept, ...]) -> Iterator[Change]:
    """The provision to repeal, if it is the only one that forbids the state."""
    if len(broken) == 1:
        yield Change(
            kind="repeal",
            party=None,
            element=broken[0].id,
            concepts=concepts,
            because=broken[0].because,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Variant:
    """A party's statements with one of them changed; ``steps`` is how many ranks it moves."""

    kind: ChangeKind
    changed: int
    columns: tuple[Ints, ...]
    steps: int = 0
    above: int | None = None


def changes_of_mind(dispute: Dispute, state: State) -> tuple[Change, ...]:
    """Single changes of one preference after which a state holds, the smallest first.

    A state holds if it is an equilibrium under one of :data:`HOLDING`.
    """
    return tuple(_changes_of_mind(dispute, state))


def _changes_of_mind(dispute: Dispute, state: State) -> list[Change]:
    game = game_of(dispute)
    number = game.states.number_of(state.id)
    assert number is not None, "the analysis is of the same dispute"
    found: list[tuple[tuple[int, int], Change]] = []
    for party in dispute.parties:
        done: set[tuple[ChangeKind, int]] = set()
        variants = tuple(_variants(tuple(truths(party, game.states)), party))
        ranks = ({party.id: _ranks(variant, game)} for variant in variants)
        for variant, held in zip(variants, game.equilibria_of(ranks, CONCEPTS), strict=True):
            concepts = tuple(compress(CONCEPTS, held[:, number]))
            if _holds(concepts) and not _is_implied(variant, done):
                done.add((variant.kind, variant.changed))
                found.append((_size(variant), _change(variant, party, concepts)))
    return [change for _, change in sorted(found, key=lambda each: each[0])]


def _ranks(variant: _Variant, game: Game) -> Ints:
    nothing_wanted = np.zeros(len(game.states), dtype=np.int64)
    return ranks_by_statements(variant.columns) if variant.columns else nothing_wanted


def _variants(columns: tuple[Ints, ...], party: Party) -> Iterator[_Variant]:
    """Every single change, the smallest of each statement first."""
    for k, column in enumerate(columns):
        rest = columns[:k] + columns[k + 1 :]
        for above in reversed(range(k)):
            raised = (*rest[:above], column, *rest[above:])
            yield _Variant(kind="raise", changed=k, columns=raised, steps=k - above, above=above)
        yield _Variant(kind="drop", changed=k, columns=rest)
        contrary = len(party.preferences[k].says) - column
        reversed_ = (*columns[:k], contrary, *columns[k + 1 :])
        yield _Variant(kind="reverse", changed=k, columns=reversed_)


def _is_implied(variant: _Variant, done: set[tuple[ChangeKind, int]]) -> bool:
    """Whether a smaller change of the same statement is enough already."""
    enough: tuple[ChangeKind, ...] = ("drop",) if variant.kind == "reverse" else (variant.kind,)
    return any((kind, variant.changed) in done for kind in enough)


def _size(variant: _Variant) -> tuple[int, int]:
    kinds: tuple[ChangeKind, ...] = ("raise", "drop", "reverse", "repeal")
    return kinds.index(variant.kind), variant.steps


def _change(variant: _Variant, party: Party, concepts: tuple[Concept, ...]) -> Change:
    preference = party.preferences[variant.changed]
    above = None if variant.above is None else party.preferences[variant.above].spelled
    return Change(
        kind=variant.kind,
        party=party.id,
        element=preference.spelled,
        above=above,
        concepts=concepts,
        unsure=preference.unsure,
        because=preference.because,
    )
