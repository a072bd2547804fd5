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

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import numpy as np

from detente.analysis.combinations import Bools, Ints
from detente.analysis.graph import Arcs, Graph
from detente.domain.states import States
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

# Games are solved side by side as long as an entry for each of their moves fits the cache.
_MOST_ENTRIES = 2**16


class Game(ABC):
    """States, moves, and the ranks of all parties whose preferences are known.

    States are counted from 0; ``parties`` and ``ranks`` are by party id.
    """

    states: States
    parties: tuple[str, ...]
    ranks: Mapping[str, Ints]

    @abstractmethod
    def equilibria_of(
        self, variants: Iterable[Mapping[str, Ints]], concepts: Sequence[Concept]
    ) -> Iterator[Bools]:
        """Which states are equilibria of games that differ in what some parties prefer.

        Parameters
        ----------
        variants
            Ranks by party, of those whose ranks are others than here; all are to be known.

        Yields
        ------
        For each variant an array by concept and state.
        """

    @abstractmethod
    def can_move(self, party: str) -> bool:
        """Whether a party has a move anywhere."""

    @abstractmethod
    def moves_from(self, party: str, state: int) -> list[int]:
        """States that a party reaches in one move, in order."""

    @abstractmethod
    def stable(self, party: str, concept: Concept) -> Bools:
        """Whether each state is stable for a party under a concept."""

    @abstractmethod
    def worst_answer(self, party: str, concept: Concept) -> Ints:
        """Rank of the worst that the others can make of each state, for the party.

        It may count what the state is worth already as something they can make of it.
        """

    @abstractmethod
    def best_move(self, party: str) -> Ints:
        """Largest rank that the party reaches from each state, -1 or its own where it cannot."""

    def can_judge(self, party: str, concept: Concept) -> bool:
        """Whether all is known that a verdict rests on.

        Improvements of the others rest on their preferences, plain moves do not.
        """
        if party not in self.ranks:
            return False
        others = (other for other in self.parties if other != party)
        return IDEAS[concept].answers != "improvements" or all(
            other in self.ranks or not self.can_move(other) for other in others
        )

    def worth_after_answer(self, party: str, concept: Concept) -> Ints:
        """What a state is worth to the party once the others have answered with it."""
        rank = self.ranks[party]
        if not IDEAS[concept].reaction:
            return rank
        return np.maximum(rank, self.best_move(party))

    def improvements_from(self, party: str, state: int) -> list[int]:
        """States that a party reaches in one move and likes better, in order."""
        rank = self.ranks[party]
        return [to for to in self.moves_from(party, state) if rank[to] > rank[state]]

    def answers_from(self, mover: str, concept: Concept, state: int) -> list[int]:
        """Where one of the others may go from a state as part of an answer."""
        match IDEAS[concept].answers:
            case "none":
                return []
            case "moves":
                return self.moves_from(mover, state)
            case _:
                return self.improvements_from(mover, state) if mover in self.ranks else []


class ListedGame(Game):
    """A game whose moves are listed one by one; for as many states as people read.

    Ranks may have an axis before that of the states: then it is many games with the same moves.
    """

    def __init__(self, graph: Graph, ranks: Mapping[str, Ints]) -> None:
        self.states = graph.states
        self.parties = tuple(graph.moves)
        self.ranks = ranks
        self._graph = graph

    def equilibria_of(
        self, variants: Iterable[Mapping[str, Ints]], concepts: Sequence[Concept]
    ) -> Iterator[Bools]:
        """Which states are equilibria of games that differ in what some parties prefer."""
        entries = max(len(self.states), *(arcs.to.size for arcs in self._graph.moves.values()))
        left = iter(variants)
        while together := list(islice(left, max(1, _MOST_ENTRIES // entries))):
            ranks = {
                party: np.array([{**self.ranks, **variant}[party] for variant in together])
                for party in self.parties
            }
            yield from equilibria(ListedGame(self._graph, ranks), concepts).swapaxes(0, 1)

    def can_move(self, party: str) -> bool:
        """Whether a party has a move anywhere."""
        return bool(self._graph.moves[party].to.size)

    def moves_from(self, party: str, state: int) -> list[int]:
        """States that a party reaches in one move, in order."""
        return self._graph.moves[party].moves_from(state)

    def stable(self, party: str, concept: Concept) -> Bools:
        """Whether each state is stable for a party under a concept."""
        rank = self.ranks[party]
        worth_of_moving = np.minimum(rank, self.worst_answer(party, concept))
        return self._graph.moves[party].most(worth_of_moving, otherwise=-1) <= rank

    def worst_answer(self, party: str, concept: Concept) -> Ints:
        """Rank of the worst that the others can make of each state, for the party."""
        answers = list(self._answers(party, concept))
        return worst_reached(self.worth_after_answer(party, concept), answers)

    def best_move(self, party: str) -> Ints:
        """Largest rank that the party reaches from each state, -1 where it has no move."""
        return self._graph.moves[party].most(self.ranks[party], otherwise=-1)

    def _answers(self, party: str, concept: Concept) -> Iterator[tuple[Arcs, Bools | None]]:
        """Moves of each of the others, and which of them it may use in an answer."""
        kind = IDEAS[concept].answers
        for other, arcs in self._graph.moves.items():
            if other != party and arcs.to.size and kind != "none":
                yield arcs, None if kind == "moves" else arcs.improving(self.ranks[other])


def equilibria(game: Game, concepts: Sequence[Concept]) -> Bools:
    """Which states are stable for every party, by concept."""
    return np.array(
        [
            np.logical_and.reduce([game.stable(party, concept) for party in game.parties])
            for concept in concepts
        ]
    )


def worst_reached(values: Ints, movers: Sequence[tuple[Arcs, Bools | None]]) -> Ints:
    """Smallest value that legal sequences reach from each state.

    A legal sequence has at least one move, and nobody moves twice in a row. Cost: one pass
    over the arcs for each move of the longest sequence needed.

    Parameters
    ----------
    values
        What each state is worth. Not modified.
    movers
        Moves of each of those who answer, and which of them it may use; None for all.

    Returns
    -------
    One value per state; above all values where no move is possible.
    """
    unreachable = int(values.max(initial=0)) + 1
    # opening[k][s]: the worst that comes of it when mover k makes the first move from s.
    opening = [np.full_like(values, unreachable) for _ in movers]
    changed = True
    while changed:
        changed = False
        for k, (arcs, usable) in enumerate(movers):
            # Where k arrives, the sequence ends or somebody else goes on.
            arriving = np.minimum.reduce([values, *opening[:k], *opening[k + 1 :]])
            better = arcs.least(arriving, otherwise=unreachable, among=usable)
            changed = changed or not np.array_equal(better, opening[k])
            opening[k] = better
    worst: Ints = np.minimum.reduce([np.full_like(values, unreachable), *opening])
    return worst
