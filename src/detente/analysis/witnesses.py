"""What proves a verdict: the improvement nobody deters, or the answer that deters each."""

from collections import deque
from collections.abc import Iterator, Mapping

from detente.analysis.combinations import Bools
from detente.analysis.graph import Arcs
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
    numbers = {each.id: number for number, each in enumerate(game.graph.states)}
    if state not in numbers:
        raise InputError(f"no state is called {state!r}", fix="name a feasible state by its id")
    if party not in game.graph.moves:
        raise InputError(f"no party is called {party!r}", fix="name a party by its id")
    if not game.can_judge(party, concept):
        what = f"{concept} for {party!r} rests on preferences that are unknown"
        raise InputError(what, fix="add the missing preferences, or ask for another concept")
    return _Judge(game, party, concept).verdict(numbers[state])


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
    wanted = [
        number
        for number, state in enumerate(game.graph.states)
        if states is None or state.id in states
    ]
    for party in game.ranks:
        for concept in concepts:
            if game.can_judge(party, concept):
                judge = _Judge(game, party, concept)
                yield from (judge.verdict(number) for number in wanted)


class _Judge:
    """What verdicts of one party under one concept have in common."""

    def __init__(self, game: Game, party: str, concept: Concept) -> None:
        self.party = party
        self.concept = concept
        self.ids = [state.id for state in game.graph.states]
        self.rank = game.ranks[party]
        self.moves = game.graph.moves[party]
        self.answers = game.answers(party, concept)
        self.worst = game.worst_answer(party, concept)
        self.after_answer = game.worth_after_answer(party, concept)

    def verdict(self, state: int) -> Verdict:
        here = self.rank[state]
        improvements = [to for to in self.moves.moves_from(state) if self.rank[to] > here]
        escapes = [to for to in improvements if self.worst[to] > here]
        if escapes:
            best = max(escapes, key=lambda to: (self.rank[to], -to))
            return self._made(state, stable=False, escape=self.ids[best])
        deterrents = self.after_answer <= here
        deterred = tuple(self._deterred(to, deterrents) for to in improvements)
        return self._made(state, stable=True, deterred=deterred)

    def _deterred(self, improvement: int, deterrents: Bools) -> Deterred:
        steps = _shortest_answer(improvement, self.answers, deterrents)
        answer = tuple(Step(party=mover, to=self.ids[to]) for mover, to in steps)
        return Deterred(improvement=self.ids[improvement], answer=answer)

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
            state=self.ids[state],
            concept=self.concept,
            stable=stable,
            escape=escape,
            deterred=deterred,
        )


def _shortest_answer(start: int, movers: Mapping[str, Arcs], goal: Bools) -> list[tuple[str, int]]:
    """Shortest legal sequence from a state to one that deters; the solver says there is one."""
    came_from: dict[_Node, _Node] = {}
    queue: deque[_Node] = deque([(start, None)])
    while queue:
        node = queue.popleft()
        state, last = node
        for mover, arcs in movers.items():
            for target in arcs.moves_from(state) if mover != last else ():
                reached = (target, mover)
                if reached in came_from:
                    continue
                came_from[reached] = node
                if goal[target]:
                    return _steps(reached, came_from)
                queue.append(reached)
    raise AssertionError("the solver found an answer where there is none")


def _steps(node: _Node, came_from: Mapping[_Node, _Node]) -> list[tuple[str, int]]:
    steps = []
    state, mover = node
    while mover is not None:
        steps.append((mover, state))
        state, mover = came_from[state, mover]
    return steps[::-1]
