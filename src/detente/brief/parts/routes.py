"""Where the parties would go from a state, and which moves lead from today to the deal."""

from collections.abc import Iterator
from itertools import permutations

from detente.brief.case import Case, Model, state_id
from detente.brief.contents import Departure, RouteStep
from detente.brief.parts import reasons
from detente.brief.parts.standings import grounds, stable_for, wish
from detente.brief.wording import deals, outcomes
from detente.brief.wording.phrases import the
from detente.domain.dispute import Party, StateId
from detente.domain.states import State

# More parties than this are not tried in every order.
MOST_MOVERS = 6
# Of a conflict in graph form, longer ways than this are not looked for.
LONGEST_WAY = 8


def departures(case: Case, model: Model) -> Iterator[Departure]:
    """For each state that is listed and each party, its best move to a state it prefers."""
    for origin in model.shown.values():
        for party in model.dispute.parties:
            if party.id in model.analysis.unknown:
                continue
            better = reasons.improvements(model.dispute, model.analysis.states, party, origin)
            if better:
                yield _departure(case, model, party, origin, better[0])


def _departure(case: Case, model: Model, party: Party, origin: State, best: State) -> Departure:
    element = reasons.deciding(party, origin, best)
    wanted = wish(model, party, element)
    ends = [state_id(origin), state_id(best), *([element] if element else [party.id])]
    return Departure(
        party=party.id,
        origin=origin.id,
        target=best.id,
        text=outcomes.departure(the(party.name), wanted),
        because=grounds(case, model, ends),
        deterred=stable_for(model, origin, party),
    )


def route(case: Case, model: Model) -> tuple[RouteStep, ...]:
    """The moves from today's state to the deal, one party after another; empty if there are none.

    Of several orders it is the one that breaks the law least, then the one in which fewest
    parties move to their own loss, then that of the file.
    """
    today, goal = model.today, model.bargain
    if today is None or goal is None or today.id == goal.id:
        return ()
    ways = list(_ways(model, today, goal))
    if not ways:
        return ()
    return min(
        (tuple(_step(case, model, *move) for move in way) for way in ways),
        key=lambda steps: (
            len(steps),
            sum(step.lawful is False for step in steps),
            sum(step.gain is False for step in steps),
        ),
    )


Move = tuple[Party, State, State]


def _ways(model: Model, today: State, goal: State) -> Iterator[list[Move]]:
    if model.dispute.states:
        yield from _graph_ways(model, today, goal.id)
        return
    ends = reasons.chosen(goal)
    movers = [
        party
        for party in model.dispute.parties
        if any(f"{party.id}.{o.id}" in reasons.chosen(today) ^ ends for o in party.options)
    ]
    if len(movers) > MOST_MOVERS:
        return
    for order in permutations(movers):
        way = _in_turn(model, today, ends, order)
        if way and way[-1][2].id == goal.id:
            yield way


def _in_turn(
    model: Model, today: State, ends: frozenset[str], order: tuple[Party, ...]
) -> list[Move] | None:
    """Let each party in turn set its options as they are in the end; None if one cannot."""
    way: list[Move] = []
    here = today
    for party in order:
        own = {f"{party.id}.{option.id}" for option in party.options}
        wanted = (reasons.chosen(here) - own) | (ends & own)
        number = model.analysis.states.number_of(frozenset(wanted))
        if number is None:
            return None
        there = model.analysis.states[number]
        reached = reasons.moves(model.dispute, model.analysis.states, party, here)
        if there.id not in {state.id for state in reached}:
            return None
        way.append((party, here, there))
        here = there
    return way


def _graph_ways(model: Model, here: State, goal: StateId) -> Iterator[list[Move]]:
    """The shortest way through a conflict in graph form, found level by level."""
    level: list[list[Move]] = [[]]
    known = {here.id}
    for _ in range(LONGEST_WAY):
        further: list[list[Move]] = []
        for way in level:
            at = way[-1][2] if way else here
            for party in model.dispute.parties:
                for there in reasons.moves(model.dispute, model.analysis.states, party, at):
                    if there.id == goal:
                        yield [*way, (party, at, there)]
                        return
                    if there.id not in known:
                        known.add(there.id)
                        further.append([*way, (party, at, there)])
        level = further


def _step(case: Case, model: Model, party: Party, origin: State, target: State) -> RouteStep:
    known = party.id not in model.analysis.unknown
    here, there = reasons.standing(party, origin), reasons.standing(party, target)
    element = reasons.deciding(party, origin, target) if known else None
    gain = None if not known or here == there else there > here
    lawful = model.analysis.lawful.get(target.id) if model.dispute.provisions else None
    changed = model.terms.changed(party.id, origin, target)
    text = deals.route_step(the(party.name), changed, gain, wish(model, party, element))
    ends = [state_id(origin), state_id(target), *([element] if element else [party.id])]
    return RouteStep(
        party=party.id,
        origin=origin.id,
        target=target.id,
        text=text,
        because=grounds(case, model, ends),
        gain=gain,
        lawful=lawful,
    )
