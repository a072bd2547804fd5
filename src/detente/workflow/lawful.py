"""Dispute → law: a dispute before the law, and where law and stability meet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente import analysis, law
from detente.domain.dispute import Dispute, StateId
from detente.domain.findings import Finding
from detente.domain.rulings import TIERS, LawfulOutcomes, NearOutcome, Route
from detente.domain.verdicts import Analysis, Ask
from detente.model import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A dispute before the law: the day it is judged on, and what is wrong with its file."""

    dispute: Dispute
    on: date | None
    readings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def bring_before_law(
    path: Path, on: date | None = None, readings: Sequence[str] = ()
) -> Matter | tuple[Finding, ...]:
    """Read a dispute file and the instruments it names; findings alone if it gives no dispute.

    Parameters
    ----------
    on
        Day on which the law is judged; by default the newest that the dispute itself names.
    readings
        Readings of the law that are taken to be right; the others are left open.
    """
    dispute, findings = files.load(path)
    if dispute is None:
        return findings
    on = on or law.newest_day(dispute)
    contradictory = law.contradictions(dispute, on, readings)
    return Matter(
        dispute=dispute, on=on, readings=tuple(readings), findings=(*findings, *contradictory)
    )


# So many lawful states at most, the nearest to today's first, are looked at for one change of
# mind that would make them hold; and no dispute of more states, since each takes several
# solutions of the whole.
_MOST_NEAR = 32
# So many states that are a deal are looked at for the cheapest way to one.
_MOST_ROUTES = 8
_MOST_SOLVED_AGAIN = 2**12


def lawful_outcomes(
    dispute: Dispute, solved: Analysis, on: date | None, readings: Sequence[str] = ()
) -> LawfulOutcomes | None:
    """Where law and stability meet: what holds and is lawful, what nearly holds, and the way.

    None where there is no law to speak of, or there are too many states to look at each. The
    way is that to the deal: the cheapest that makes it lawful, step by step. Without a day it is
    the newest that the dispute itself names.
    """
    if not dispute.provisions or dispute.states or len(solved.states) > _MOST_SOLVED_AGAIN:
        return None
    on = on or law.newest_day(dispute)
    holding = {state for ids in solved.equilibria.values() for state in ids}
    in_order = [s.id for s in solved.notable(_MOST_SOLVED_AGAIN) if s.id in holding]
    deal = analysis.deal(dispute, solved, on=on)
    near, more = _near(dispute, solved, holding)
    return LawfulOutcomes(
        known=not solved.unknown,
        equilibria=tuple(s for s in in_order if solved.lawful.get(s) is True),
        doubtful=tuple(s for s in in_order if solved.lawful.get(s) is None),
        near=near,
        more_near=more,
        route=None if deal.state is None else _route(dispute, solved, deal.asks, on, readings),
    )


def _route(
    dispute: Dispute,
    solved: Analysis,
    asks: Sequence[Ask],
    on: date | None,
    readings: Sequence[str],
) -> Route | None:
    """The cheapest of the lawful ways to the states in which each has what it asks."""
    wanted = {ask.option: ask.take for ask in asks}
    today = dispute.status_quo if isinstance(dispute.status_quo, frozenset) else frozenset()
    meeting = [
        state
        for state in solved.notable(_MOST_SOLVED_AGAIN)
        if len(state.members) == 1
        and all((option in state.members[0]) == take for option, take in wanted.items())
    ]
    meeting.sort(key=lambda state: len(state.members[0] ^ today))
    routes = (law.route(dispute, s.id, on, readings) for s in meeting[:_MOST_ROUTES])
    return min((route for route in routes if route), key=_expense, default=None)


def _expense(route: Route) -> tuple[int, int, int]:
    tier, cost = (route.way.tier, route.way.cost) if route.way else (TIERS[0], 0)
    return TIERS.index(tier), cost, len(route.steps)


def _near(
    dispute: Dispute, solved: Analysis, holding: Collection[StateId]
) -> tuple[tuple[NearOutcome, ...], bool]:
    """Lawful states that one change of mind would make hold, the nearest to today's first."""
    if solved.unknown:
        return (), False
    today = dispute.status_quo if isinstance(dispute.status_quo, frozenset) else frozenset()
    lawful = [s for s in solved.states if s.members and solved.lawful.get(s.id) is True]
    lawful = [state for state in lawful if state.id not in holding]
    lawful.sort(key=lambda state: min(len(member ^ today) for member in state.members))
    found = (
        NearOutcome(state=state.id, changes=changes)
        for state in lawful[:_MOST_NEAR]
        if (changes := analysis.changes_of_mind(dispute, state))
    )
    return tuple(found), len(lawful) > _MOST_NEAR
