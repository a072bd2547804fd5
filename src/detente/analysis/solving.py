"""From a dispute to the analysis that the brief and the table show."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from detente.analysis.combinations import Bools, Ints
from detente.analysis.comparing import dominated
from detente.analysis.graph import graph_of
from detente.analysis.large import LargeGame, is_large
from detente.analysis.preferences import ranks_of
from detente.analysis.stability import Game, ListedGame
from detente.domain.dispute import Dispute, StateId
from detente.domain.findings import Finding
from detente.domain.ids import ByState, Ids
from detente.domain.states import OptionStates, States, feasible_states
from detente.domain.verdicts import CONCEPTS, Analysis, Concept
from detente.errors import InputError

# Up to here a list of states is a tuple of their ids.
_MOST_IN_A_TUPLE = 2**14


def _silently(_: str) -> None:
    """Tell nobody."""


def game_of(
    dispute: Dispute,
    concepts: Sequence[Concept] = CONCEPTS,
    tell: Callable[[str], None] = _silently,
) -> Game:
    """Turn a dispute into arrays.

    Parameters
    ----------
    concepts
        Those that will be asked about.
    tell
        Called with what is being done, where that takes long.

    Raises
    ------
    InputError
        If there is no party or no feasible state, or preferences do not fit the states.
    AnalysisError
        If the dispute is too large; names the limit and what to leave out first.
    """
    if not dispute.parties:
        raise InputError("the dispute has no party", fix="add decision makers, at least two")
    states = feasible_states(dispute)
    if not states:
        raise InputError(
            "no state is feasible", fix="correct the rules: they contradict each other"
        )
    if isinstance(states, OptionStates) and is_large(dispute, states):
        return LargeGame(dispute, states, concepts, tell)
    return ListedGame(graph_of(dispute), ranks_of(dispute, states))


def analyse(
    dispute: Dispute,
    *,
    lawful: Mapping[StateId, bool | None] = MappingProxyType({}),
    concepts: Sequence[Concept] = CONCEPTS,
    tell: Callable[[str], None] = _silently,
) -> Analysis:
    """Find every party's stable states and the equilibria under every concept.

    Parameters
    ----------
    lawful
        What the law says of each state, which this stage only passes on; a state it does
        not name is not judged.
    concepts
        Those that are asked about.
    tell
        Called with what is being done, where that takes long.

    Returns
    -------
    The analysis. A party whose preferences are unknown has no verdicts, and the others none
    under concepts that rest on its preferences; there are then no equilibria. A finding says
    so.
    """
    game = game_of(dispute, concepts, tell)
    unknown = tuple(party.id for party in dispute.parties if not party.known)
    stable = {
        party: {
            concept: game.stable(party, concept)
            for concept in concepts
            if game.can_judge(party, concept)
        }
        for party in game.ranks
    }
    holding = {
        concept: np.logical_and.reduce([by_concept[concept] for by_concept in stable.values()])
        for concept in concepts
        if not unknown
    }
    return Analysis(
        states=game.states,
        lawful=lawful,
        stable={
            party: {concept: _ids(game.states, where) for concept, where in by_concept.items()}
            for party, by_concept in stable.items()
        },
        equilibria={
            concept: _ids(game.states, holding[concept]) if concept in holding else ()
            for concept in concepts
        },
        dominated=None if unknown else _dominated(game, holding),
        unknown=unknown,
        status_quo=game.states.id_of(dispute.status_quo),
        findings=tuple(_unknown_preferences(dispute, party) for party in unknown),
    )


def _ids(states: States, where: Bools) -> Sequence[StateId]:
    return _ids_of(states, np.flatnonzero(where))


def _ids_of(states: States, numbers: Ints) -> Sequence[StateId]:
    if isinstance(states, OptionStates) and len(states) > _MOST_IN_A_TUPLE:
        return Ids(array("I", (numbers + 1).astype(np.uintc).tobytes()))
    return tuple(states[number].id for number in numbers.tolist())


def _dominated(game: Game, holding: Mapping[Concept, Bools]) -> Mapping[StateId, StateId] | None:
    some = np.flatnonzero(np.logical_or.reduce(list(holding.values())))
    found = dominated(list(game.ranks.values()), some)
    if found is None:
        return None
    states, by = (_ids_of(game.states, numbers) for numbers in found)
    return ByState(states, by) if isinstance(states, Ids) else dict(zip(states, by, strict=True))


def _unknown_preferences(dispute: Dispute, party: str) -> Finding:
    return Finding(
        code="preferences-unknown",
        severity="warning",
        what=f"nothing is known of what {dispute.party(party).name} prefers: no equilibrium, "
        "and no verdict that rests on it, can be given",
        fix="add [[party.preference]] tables, a ranking or weights",
    )
