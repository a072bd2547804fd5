"""Who would leave a state, and for where: one question, asked five ways.

A party looks at each of its moves and asks what it is finally worth: the state it leads to,
or the worst that the others can make of it if that is worse. A state is stable when no move
is then worth more than staying. Concepts differ only in which answers the others may give,
and in whether the party may still react to them. (For complete weak orders this is the same
as asking whether each improvement is deterred.)

References
----------
Nash stability; `gmr` and `smr`: Howard (1971), *Paradoxes of Rationality*; `seq`: Fraser &
Hipel (1984), *Conflict Analysis*; `sseq`: Rêgo & Vieira (2017), Group Decision and
Negotiation 26:775-792. Legal sequences: Fang, Hipel & Kilgour (1993), *Interactive Decision
Making*.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from detente.analysis.combinations import Bools, Ints
from detente.analysis.graph import Arcs, Graph
from detente.domain.verdicts import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """What a concept lets the others do, and whether the party may react to it."""

    answers: Literal["none", "moves", "improvements"]
    reaction: bool = False


IDEAS: Mapping[Concept, Idea] = {
    "nash": Idea(answers="none"),
    "gmr": Idea(answers="moves"),
    "smr": Idea(answers="moves", reaction=True),
    "seq": Idea(answers="improvements"),
    "sseq": Idea(answers="improvements", reaction=True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """A graph and the ranks of all parties whose preferences are known."""

    graph: Graph
    ranks: Mapping[str, Ints]

    def can_judge(self, party: str, concept: Concept) -> bool:
        """Whether all is known that a verdict rests on.

        Improvements of the others rest on their preferences, plain moves do not.
        """
        if party not in self.ranks:
            return False
        others = [other for other in self.graph.moves if other != party]
        return IDEAS[concept].answers != "improvements" or all(
            other in self.ranks or not self.graph.moves[other].to.size for other in others
        )

    def stable(self, party: str, concept: Concept) -> Bools:
        """Whether each state is stable for a party under a concept."""
        rank = self.ranks[party]
        worth_of_moving = np.minimum(rank, self.worst_answer(party, concept))
        return self.graph.moves[party].most(worth_of_moving, otherwise=-1) <= rank

    def worst_answer(self, party: str, concept: Concept) -> Ints:
        """Rank of the worst that the others can make of each state, for the party."""
        return worst_reached(
            self.worth_after_answer(party, concept), list(self.answers(party, concept).values())
        )

    def worth_after_answer(self, party: str, concept: Concept) -> Ints:
        """What a state is worth to the party once the others have answered with it."""
        rank = self.ranks[party]
        if not IDEAS[concept].reaction:
            return rank
        return np.maximum(rank, self.graph.moves[party].most(rank, otherwise=-1))

    def answers(self, party: str, concept: Concept) -> dict[str, Arcs]:
        """Moves that each of the others may use in an answer."""
        kind = IDEAS[concept].answers
        others = {p: arcs for p, arcs in self.graph.moves.items() if p != party and arcs.to.size}
        if kind == "none":
            return {}
        if kind == "moves":
            return others
        return {other: arcs.improvements(self.ranks[other]) for other, arcs in others.items()}


def worst_reached(values: Ints, movers: Sequence[Arcs]) -> Ints:
    """Smallest value that legal sequences reach from each state.

    A legal sequence has at least one move, and nobody moves twice in a row. Cost: one pass
    over the arcs for each move of the longest sequence needed.

    Parameters
    ----------
    values
        What each state is worth. Not modified.

    Returns
    -------
    One value per state; above all values where no move is possible.
    """
    unreachable = int(values.max(initial=0)) + 1
    # opening[k][s]: the worst that comes of it when mover k makes the first move from s.
    opening = [np.full(len(values), unreachable, dtype=np.int64) for _ in movers]
    changed = True
    while changed:
        changed = False
        for k, arcs in enumerate(movers):
            # Where k arrives, the sequence ends or somebody else goes on.
            arriving = np.minimum.reduce([values, *opening[:k], *opening[k + 1 :]])
            better = arcs.least(arriving, otherwise=unreachable)
            changed = changed or not np.array_equal(better, opening[k])
            opening[k] = better
    nothing = np.full(len(values), unreachable, dtype=np.int64)
    worst: Ints = np.minimum.reduce([nothing, *opening])
    return worst
