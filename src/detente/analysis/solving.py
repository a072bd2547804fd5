"""From a dispute to the analysis that the brief and the table show."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import numpy as np

from detente.analysis.comparing import dominated
from detente.analysis.graph import graph_of
from detente.analysis.preferences import ranks_of
from detente.analysis.stability import Game
from detente.domain.dispute import Dispute, StateId
from detente.domain.findings import Finding
from detente.domain.verdicts import CONCEPTS, Analysis, Concept
from detente.errors import InputError


def game_of(dispute: Dispute) -> Game:
    """Turn a dispute into arrays.

    Raises
    ------
    InputError
        If there is no party or no feasible state, or preferences do not fit the states.
    AnalysisError
        If the dispute is too large; names the limit and what to leave out first.
    """
    if not dispute.parties:
        raise InputError("the dispute has no party", fix="add decision makers, at least two")
    graph = graph_of(dispute)
    if not graph.states:
        raise InputError(
            "no state is feasible", fix="correct the rules: they contradict each other"
        )
    return Game(graph=graph, ranks=ranks_of(dispute, graph.states))


def analyse(
    dispute: Dispute, *, lawful: Mapping[StateId, bool | None] = MappingProxyType({})
) -> Analysis:
    """Find every party's stable states and the equilibria under every concept.

    Parameters
    ----------
    lawful
        What the law says of each state, which this stage only passes on; a state it does
        not name is not judged.

    Returns
    -------
    The analysis. A party whose preferences are unknown has no verdicts, and the others none
    under concepts that rest on its preferences; there are then no equilibria. A finding says
    so.
    """
    return analysis_of(game_of(dispute), dispute, lawful)


def analysis_of(game: Game, dispute: Dispute, lawful: Mapping[StateId, bool | None]) -> Analysis:
    """Solve a game that has been set up already."""
    states = game.graph.states
    unknown = tuple(party.id for party in dispute.parties if not party.known)
    stable = {
        party.id: {
            concept: _stable_ids(game, party.id, concept)
            for concept in CONCEPTS
            if game.can_judge(party.id, concept)
        }
        for party in dispute.parties
        if party.known
    }
    equilibria = {
        concept: () if unknown else _stable_for_all(stable, concept) for concept in CONCEPTS
    }
    return Analysis(
        states=states,
        lawful=lawful,
        stable=stable,
        equilibria=equilibria,
        dominated=None if unknown else _dominated(game, equilibria),
        unknown=unknown,
        status_quo=_today(dispute, game),
        findings=tuple(_unknown_preferences(dispute, party) for party in unknown),
    )


def _dominated(
    game: Game, equilibria: Mapping[Concept, Iterable[StateId]]
) -> dict[StateId, StateId] | None:
    states = game.graph.states
    asked = {state for ids in equilibria.values() for state in ids}
    numbers = np.array([states.number_of(state) for state in asked], dtype=np.int64)
    found = dominated(list(game.ranks.values()), np.sort(numbers))
    if found is None:
        return None
    return {states[number].id: states[by].id for number, by in sorted(found.items())}


def _stable_for_all(
    stable: Mapping[str, Mapping[Concept, tuple[StateId, ...]]], concept: Concept
) -> tuple[StateId, ...]:
    first, *others = [by_concept[concept] for by_concept in stable.values()]
    common = set(first).intersection(*others)
    return tuple(state for state in first if state in common)


def _stable_ids(game: Game, party: str, concept: Concept) -> tuple[StateId, ...]:
    stable = game.stable(party, concept)
    return tuple(state.id for state, holds in zip(game.graph.states, stable, strict=True) if holds)


def _today(dispute: Dispute, game: Game) -> StateId | None:
    return game.graph.states.id_of(dispute.status_quo)


def _unknown_preferences(dispute: Dispute, party: str) -> Finding:
    return Finding(
        code="preferences-unknown",
        severity="warning",
        what=f"nothing is known of what {dispute.party(party).name} prefers: no equilibrium, "
        "and no verdict that rests on it, can be given",
        fix="add [[party.preference]] tables, a ranking or weights",
    )
