"""What proves a verdict: the improvement nobody deters, or the answer that deters each."""

from collections import deque
from collections.abc import Iterator, Mapping

from detente.analysis.graph import Arcs, Bools
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
    return _verdict(game, party, numbers[state], concept)


def verdicts(
    dispute: Dispute,
    *,
    states: tuple[StateId, ...] | None = None,
    concepts: tuple[Concept, ...] = CONCEPTS,
) -> Iterator[Verdict]:
    """Judge states (all by default) for every party, as far as preferences are known."""
    game = game_of(dispute)
    for number, state in enumerate(game.graph.states):
        if states is None or state.id in states:
            for party in game.ranks:
                for concept in concepts:
                    if game.can_judge(party, concept):
                        yield _verdict(game, party, number, concept)


def _verdict(game: Game, party: str, state: int, concept: Concept) -> Verdict:
    rank = game.ranks[party]
    ids = [each.id for each in game.graph.states]
    improvements = [
        target for target in game.graph.moves[party].moves_from(state) if rank[target] > rank[state]
    ]
    worst = game.worst_answer(party, concept)
    escapes = [target for target in improvements if worst[target] > rank[state]]
    if escapes:
        best = max(escapes, key=lambda target: (rank[target], -target))
        return Verdict(
            party=party, state=ids[state], concept=concept, stable=False, escape=ids[best]
        )
    deterrents = game.worth_after_answer(party, concept) <= rank[state]
    answers = game.answers(party, concept)
    deterred = []
    for target in improvements:
        steps = _shortest_answer(target, answers, deterrents)
        named = tuple(Step(party=mover, to=ids[to]) for mover, to in steps)
        deterred.append(Deterred(improvement=ids[target], answer=named))
    return Verdict(
        party=party, state=ids[state], concept=concept, stable=True, deterred=tuple(deterred)
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
