"""The legal memo: what the law says of today's state and of the deal, and the way out."""

from collections.abc import Iterable, Iterator, Sequence

from detente.brief.case import Model, state_id
from detente.brief.contents import Advice, Memo, Sentence
from detente.brief.wording import norms
from detente.brief.wording.terms import MOST_SAID
from detente.domain.dispute import StateId
from detente.domain.evidence import ordered
from detente.domain.rulings import LawfulOutcomes, Opinion, Reason, Route, Way

# A memo that lists more is not read; the command line has them all.
MOST_REASONS, MOST_WAYS = 3, 2


def memo(model: Model, opinions: Sequence[Opinion], outcomes: LawfulOutcomes | None) -> Memo | None:
    """Put what the law stage found into sentences; None where it found nothing."""
    if not opinions and outcomes is None:
        return None
    return Memo(
        advice=tuple(_advice(model, opinion) for opinion in opinions),
        outcomes=(_outcomes(model, outcomes),) if outcomes and outcomes.known else (),
        steps=tuple(_steps(outcomes.route)) if outcomes and outcomes.route else (),
    )


def _steps(route: Route) -> Iterator[Sentence]:
    for step in route.steps:
        earliest = step.earliest.isoformat() if step.earliest else None
        yield Sentence(
            text=norms.step(step.text, step.cite, step.clock, earliest),
            because=ordered([*filter(None, [step.provision]), state_id(route.state)]),
        )


def _advice(model: Model, opinion: Opinion) -> Advice:
    state = model.state(opinion.state)
    reasons, ways = opinion.reasons[:MOST_REASONS], opinion.ways[:MOST_WAYS]
    on = opinion.on.isoformat() if opinion.on else None
    basis = ordered(one for reason in opinion.reasons for one in reason.provisions)
    basis = basis or tuple(law.id for law in model.dispute.provisions if law.binds)
    return Advice(
        state=opinion.state,
        conclusion=Sentence(
            text=norms.conclusion(model.name(state), opinion.lawful, on),
            because=(state_id(state), *basis[:MOST_SAID]),
        ),
        reasons=tuple(_reason(opinion, reason) for reason in reasons),
        ways=tuple(_way(opinion, way) for way in ways),
        more=norms.left_out(len(opinion.reasons) - len(reasons), len(opinion.ways) - len(ways)),
    )


def _reason(opinion: Opinion, reason: Reason) -> Sentence:
    because = (
        state_id(opinion.state),
        *reason.provisions,
        *reason.facts,
        *reason.lacking,
        *reason.foreclosed,
    )
    return Sentence(text=reason.text, because=ordered(because))


def _way(opinion: Opinion, way: Way) -> Sentence:
    named = (change.id for change in way.changes)
    return Sentence(text=way.text, because=ordered([state_id(opinion.state), *named]))


def _outcomes(model: Model, found: LawfulOutcomes) -> Sentence:
    def named(ids: Iterable[StateId]) -> list[str]:
        return [model.terms.number(model.state(one)) for one in tuple(ids)[:MOST_SAID]]

    told = (*found.equilibria, *found.doubtful) or tuple(model.shown)[:1]
    return Sentence(
        text=norms.outcomes(named(found.equilibria), named(found.doubtful)),
        because=tuple(state_id(one) for one in told[: 2 * MOST_SAID]),
    )
