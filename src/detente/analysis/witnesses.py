"""What proves a verdict: the improvement nobody deters, or the answer that deters each."""

from collections import deque
from collections.abc import Iterator, Mapping

import numpy as np

from detente.analysis.solving import game_of
from detente.analysis.stability import Game
from detente.domain.dispute import Dispute, StateId
from detente.domain.verdicts import CONCEPTS, Concept, Deterred, Step, Verdict
from detente.errors import InputError

_Node = tuple[int, str | None]  # a state and who moved last


def verdict(dispute: Dispute, party: str, state: StateId, concept: Concept) -> Verdict:
    """Judge one state for one party, with the proof.

    Raises
    ------
    InputError
        If there is no such state or party, or the preferences it rests on are unknown.
    """
    game = game_of(dispute)
    number = game.states.number_of(state)
    if number is None:
        raise InputError(f"no state is called {state!r}", fix="name a feasible state by its id")
    if party not in game.parties:
        raise InputError(f"no party is called {party!r}", fix="name a party by its id")
    if not game.can_judge(party, concept):
        what = f"{concept} for {party!r} rests on preferences that are unknown"
        raise InputError(what, fix="add the missing preferences, or ask for another concept")
    return _Judge(game, party, concept).verdict(number)


def verdicts(
    dispute: Dispute,
    *,
    states: tuple[StateId, ...] | None = None,
    concepts: tuple[Concept, ...] = CONCEPTS,
) -> Iterator[Verdict]:
    """Judge states (all by default) for every party, as far as preferences are known.

    They come party by party, and for each concept by concept, states in order.
    """
    game = game_of(dispute)
    numbers = range(len(game.states)) if states is None else map(game.states.number_of, set(states))
    wanted = sorted(number for number in numbers if number is not None)
    for party in game.ranks:
        for concept in concepts:
            if game.can_judge(party, concept):
                judge = _Judge(game, party, concept)
                yield from (judge.verdict(number) for number in wanted)


class _Judge:
    """What verdicts of one party under one concept have in common."""

    def __init__(self, game: Game, party: str, concept: Concept) -> None:
        self.game = game
        self.party = party
        self.concept = concept
        self.rank = game.ranks[party]
        self.worst = game.worst_answer(party, concept)
        self.after_answer = game.worth_after_answer(party, concept)

    def verdict(self, state: int) -> Verdict:
        here = self.rank[state]
        improvements = self.game.improvements_from(self.party, state)
        escapes = [to for to in improvements if self.worst[to] > here]
        if escapes:
            best = max(escapes, key=lambda to: (self.rank[to], -to))
            return self._made(state, stable=False, escape=self._id(best))
        deterred = tuple(self._deterred(to, at_most=here) for to in improvements)
        return self._made(state, stable=True, deterred=deterred)

    def _id(self, state: int) -> StateId:
        return self.game.states[state].id

    def _deterred(self, improvement: int, *, at_most: np.int64) -> Deterred:
        steps = self._shortest_answer(improvement, at_most)
        answer = tuple(Step(party=mover, to=self._id(to)) for mover, to in steps)
        return Deterred(improvement=self._id(improvement), answer=answer)

    def _shortest_answer(self, start: int, at_most: np.int64) -> list[tuple[str, int]]:
        """Shortest legal sequence to a state that deters; the solver says there is one."""
        movers = [party for party in self.game.parties if party != self.party]
        came_from: dict[_Node, _Node] = {}
        queue: deque[_Node] = deque([(start, None)])
        while queue:
            node = queue.popleft()
            state, last = node
            for mover in movers:
                if mover == last:
                    continue
                for target in self.game.answers_from(mover, self.concept, state):
                    reached = (target, mover)
                    if reached in came_from:
                        continue
                    came_from[reached] = node
                    if self.after_answer[target] <= at_most:
                        return _steps(reached, came_from)
                    queue.append(reached)
        raise AssertionError("the solver found an answer where there is none")

    def _made(
        self,
        state: int,
        *,
        stable: bool,
        escape: StateId | None = None,
        deterred: tuple[Deterred, ...] = (),
    ) -> Verdict:
        return Verdict(
            party=self.party,
            state=self._id(state),
            concept=self.concept,
            stable=stable,
            escape=escape,
            deterred=deterred,
        )


def _steps(node: _Node, came_from: Mapping[_Node, _Node]) -> list[tuple[str, int]]:
    steps = []
    state, mover = node
    while mover is not None:
        steps.append((mover, state))
        state, mover = came_from[state, mover]
    return steps[::-1]
