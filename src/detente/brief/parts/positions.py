"""Where each party stands on each option of the model, and whether its words grow stronger."""

from collections.abc import Iterable, Iterator
from statistics import fmean

from detente.brief.case import Case, Model, preference_id
from detente.brief.contents import Position, Stance, Trend
from detente.domain.conditions import Both, Condition, literal, options_in
from detente.domain.dispute import Party
from detente.domain.evidence import Statement, ordered

# Statements this much apart on the scale of strengths are said to differ.
NOTICEABLE = 0.1


def positions(case: Case, model: Model) -> Iterator[Position]:
    """One for each party and option, in the order of the model; also of those who are silent."""
    for name, _, _ in model.dispute.named_options():
        for party in model.dispute.parties:
            yield _position(case, model, party, name)


def _position(case: Case, model: Model, party: Party, option: str) -> Position:
    for place, preference in enumerate(party.preferences, start=1):
        for says in preference.says:
            stance = _stance(says, option)
            if stance is not None:
                evidence = case.kept([*preference.because, *_asked(model, party, option)])
                said = spoken(case, party, evidence)
                return Position(
                    party=party.id,
                    option=option,
                    stance=stance,
                    wish=model.terms.wish(says, party.id) if stance == "conditional" else "",
                    strength=said[-1][1] if said else None,
                    trend=trend(said),
                    dates=ordered(day for day, _ in (said[:1] + said[-1:]) if day),
                    because=ordered([preference_id(party, place), *evidence]),
                )
    return Position(party=party.id, option=option, stance="silent")


def _asked(model: Model, party: Party, option: str) -> tuple[str, ...]:
    asks = model.deal.asks if model.deal else ()
    return tuple(
        one for ask in asks if (ask.party, ask.option) == (party.id, option) for one in ask.because
    )


def _stance(says: Condition, option: str) -> Stance | None:
    """What a statement of preference says of an option, None if it does not speak of it."""
    if (single := literal(says)) is not None:
        return ("for" if single[1] else "against") if single[0] == option else None
    match says:
        case Both(left, "requires", right) if option in set(options_in(right)) - set(
            options_in(left)
        ):
            return None  # what is set as a condition is spoken of by a statement of its own
        case _:
            return "conditional" if option in set(options_in(says)) else None


def spoken(case: Case, party: Party, evidence: Iterable[str]) -> list[tuple[str, float]]:
    """Days on which a party itself spoke, in order, and how strongly; "" is an unknown day."""
    ids = [
        s for one in evidence for s in (case.claims[one].support if one in case.claims else [one])
    ]
    own = [case.statements[one] for one in ordered(ids) if one in case.statements]
    own = [s for s in own if s.source and s.source.party == (party.code or party.name)]
    by_day: dict[str, list[float]] = {}
    for statement in own:
        by_day.setdefault(_day(case, statement), []).append(statement.strength)
    return [(day, fmean(strengths)) for day, strengths in sorted(by_day.items())]


def _day(case: Case, statement: Statement) -> str:
    return case.published.get(statement.document) or ""


def trend(said: list[tuple[str, float]]) -> Trend | None:
    """Whether the words grew stronger from the first known day to the last; None on one day."""
    dated = [strength for day, strength in said if day]
    if len(dated) < 2:
        return None
    change = dated[-1] - dated[0]
    if abs(change) < NOTICEABLE:
        return "steady"
    return "stronger" if change > 0 else "weaker"
