"""The public JSON of the law stage: what `detente law … --json` prints."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from detente.domain.rulings import (
    Difference,
    LawfulOutcomes,
    LegalChange,
    Opinion,
    Reason,
    Route,
    Ruling,
    Way,
)
from detente.domain.shapes import FORMAT

Json = dict[str, Any]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def readings_shape(readings: Iterable[str]) -> str | None:
    """The readings chosen: null, one id, or several joined with `+`."""
    return "+".join(readings) or None


def ruling_shape(ruling: Ruling) -> Json:
    """One state of `detente law check`."""
    return {
        "id": ruling.state,
        "taken": list(ruling.taken),
        "lawful": ruling.lawful,
        "depends_on": list(ruling.depends_on),
    }


def _asked(opinion: Opinion) -> Json:
    return {
        "format": FORMAT,
        "state": opinion.state,
        "taken": list(opinion.taken),
        "on": _day(opinion.on),
        "lawful": opinion.lawful,
        "depends_on": list(opinion.depends_on),
    }


def why_not_shape(opinion: Opinion) -> Json:
    """What `detente law why-not` prints."""
    return {
        **_asked(opinion),
        "reasons": [_reason(reason) for reason in opinion.reasons],
        "more": opinion.more_reasons,
    }


def _reason(reason: Reason) -> Json:
    return {
        "provisions": list(reason.provisions),
        "facts": list(reason.facts),
        "options": list(reason.options),
        "readings": list(reason.readings),
        "unsettled": list(reason.unsettled),
        "lacking": list(reason.lacking),
        "foreclosed": list(reason.foreclosed),
        "cites": list(reason.cites),
        "text": reason.text,
    }


def requires_shape(opinion: Opinion) -> Json:
    """What `detente law requires` prints."""
    return {
        **_asked(opinion),
        "ways": [_way(way) for way in opinion.ways],
        "more": opinion.more,
        "under": {
            reading: [_way(way) for way in ways] for reading, ways in (opinion.under or {}).items()
        },
    }


def _way(way: Way) -> Json:
    return {
        "changes": [_change(change) for change in way.changes],
        "means": [[_change(change) for change in means] for means in way.means],
        "tier": way.tier,
        "cost": way.cost,
        "state": way.state,
        "text": way.text,
    }


def _change(change: LegalChange) -> Json:
    return {
        "id": change.id,
        "to": change.to,
        "by": "+".join(change.by),
        "kind": change.kind,
        "tier": change.tier,
    }


def difference_shape(difference: Difference) -> Json:
    """One state of `detente law what-if`."""
    return {
        "id": difference.state,
        "taken": list(difference.taken),
        "before": difference.before,
        "after": difference.after,
    }


def route_shape(route: Route) -> Json:
    """What `detente law steps` prints, and the `route` of `analyse`."""
    return {
        "state": route.state,
        "way": None if route.way is None else _way(route.way),
        "earliest": _day(route.earliest),
        "steps": [
            {
                "number": step.number,
                "what": step.what,
                "text": step.text,
                "by": "+".join(step.by),
                "provision": step.provision,
                "cite": step.cite,
                "after": list(step.after),
                "earliest": _day(step.earliest),
                "clock": step.clock,
            }
            for step in route.steps
        ],
    }


def outcomes_shape(found: LawfulOutcomes) -> Json:
    """The `law` of what `detente analyse` prints."""
    return {
        "known": found.known,
        "equilibria": list(found.equilibria),
        "doubtful": list(found.doubtful),
        "near": [
            {
                "state": near.state,
                "changes": [
                    {
                        "party": change.party,
                        "element": change.element,
                        "change": change.kind,
                        "above": change.above,
                        "concepts": list(change.concepts),
                    }
                    for change in near.changes
                ],
            }
            for near in found.near
        ],
        "more_near": found.more_near,
        "route": None if found.route is None else route_shape(found.route),
    }
