"""The answer of the solver for small models, for option forms given as arrays."""

import numpy as np

from detente.analysis.graph import Arcs, Graph
from detente.analysis.stability import ListedGame
from detente.domain.verdicts import CONCEPTS


def game_by_arcs(options, ranks, *, codes, once_taken=0, once_dropped=0, state_of=None):
    """The game, its parties called by their numbers."""
    codes = codes.astype(np.int64)
    state_of = np.arange(codes.size) if state_of is None else state_of.astype(np.int64)
    states = int(state_of.max()) + 1
    moves, low = {}, 0
    for party, width in enumerate(options):
        own = ((1 << width) - 1) << low
        origin, to = allowed(codes, own, once_taken, once_dropped)
        moves[str(party)] = Arcs.between(states, state_of[origin], state_of[to])
        low += width
    ranks = {party: rank.astype(np.int64) for party, rank in zip(moves, ranks, strict=True)}
    return ListedGame(Graph(states=(), moves=moves), ranks)


def verdicts_by_arcs(game):
    """Array by party, concept and state."""
    return np.array(
        [[game.stable(party, concept) for concept in CONCEPTS] for party in game.parties]
    )


def allowed(codes, own, once_taken, once_dropped):
    """All pairs of combinations that differ in own options only, in allowed directions."""
    before, after = codes[:, np.newaxis], codes[np.newaxis]
    wrong = (before ^ after) & ~own
    wrong |= before & ~after & once_taken
    wrong |= after & ~before & once_dropped
    return np.nonzero(wrong == 0)
