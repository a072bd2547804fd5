"""The main hurdle: whose preference keeps the deal from holding, and what it collides with."""

from collections import Counter
from itertools import combinations

from detente.brief.case import Case, Model, preference_called, preference_id, state_id
from detente.brief.contents import Sentence
from detente.brief.parts import reasons
from detente.brief.parts.standings import equilibrium, grounds, holding, stable_for, wish
from detente.brief.wording import deals
from detente.brief.wording.phrases import the
from detente.domain.conditions import Both, Condition, holds, literal
from detente.domain.dispute import Party
from detente.domain.evidence import ordered
from detente.domain.norms import Provision
from detente.domain.states import State
from detente.domain.verdicts import Deal

Against = tuple[str, tuple[str, ...]]


def hurdle(case: Case, model: Model) -> Sentence | None:
    """What stands between today and the deal, None when there is no deal to speak of."""
    deal, state = model.deal, model.bargain
    if deal is None:
        return None
    if state is None:
        return _exclusive(case, model, deal)
    broken = model.broken.get(state.id, ())
    if deal.lawful is False and broken:
        says = model.terms.fact(broken[0].says) if model.is_plain(broken[0]) else None
        text = deals.hurdle_law(broken[0].cite, says)
        because = [state_id(state), broken[0].id, *case.kept(broken[0].because)]
        return Sentence(text=text, because=ordered(because))
    if holding(equilibrium(model, state)):
        return _first_move(model, state)
    return _blocked(case, model, deal, state)


def _exclusive(case: Case, model: Model, deal: Deal) -> Sentence | None:
    for one, other in combinations(deal.asks, 2):
        if one.option == other.option and one.take != other.take:
            text = deals.hurdle_asks(
                model.terms.party(one.party),
                model.terms.asked(one),
                model.terms.party(other.party),
                model.terms.asked(other),
            )
            because = [one.option, *case.kept([*one.because, *other.because])]
            return Sentence(text=text, because=ordered(because))
    return None


def _first_move(model: Model, state: State) -> Sentence | None:
    today = model.today
    if today is None or today.id == state.id or not equilibrium(model, today):
        return None
    return Sentence(text=deals.hurdle_first_move(), because=(state_id(today), state_id(state)))


def _blocked(case: Case, model: Model, deal: Deal, state: State) -> Sentence | None:
    found = _blocking_by_change(model, deal) or _blocking_by_escape(model, state)
    if found is None:
        return None
    party, element = found
    wanted = wish(model, party, element)
    if wanted is None:
        return None
    against = _collision(case, model, deal, state, party, element)
    text = deals.hurdle(the(party.name), wanted, against and against[0])
    because = [*grounds(case, model, [element]), *(against[1] if against else ())]
    return Sentence(text=text, because=ordered([*because, state_id(state)]))


def _blocking_by_change(model: Model, deal: Deal) -> tuple[Party, str] | None:
    """The statement that most of the changes touch, sure ones first.

    Where a party would have to put one statement above another, the hurdle is the other.
    """
    touched: Counter[tuple[str, str]] = Counter()
    for sure in (True, False):
        for change in deal.changes:
            if change.party and change.unsure != sure:
                spelling = change.above if change.kind == "raise" else change.element
                element = model.terms.element(change.party, spelling or change.element)
                touched.update([(change.party, element)] if element else [])
        if touched:
            (party, element), _ = touched.most_common(1)[0]
            return model.dispute.party(party), element
    return None


def _blocking_by_escape(model: Model, state: State) -> tuple[Party, str] | None:
    """The statement for which a party would leave the deal, those that nothing deters first."""
    known = [p for p in model.dispute.parties if p.id not in model.analysis.unknown]
    for party in sorted(known, key=lambda party: len(stable_for(model, state, party))):
        better = reasons.improvements(model.dispute, model.analysis.states, party, state)
        element = reasons.deciding(party, state, better[0]) if better else None
        if element and preference_called(party, element):
            return party, element
    return None


def _collision(
    case: Case, model: Model, deal: Deal, state: State, party: Party, element: str
) -> Against | None:
    """What a preference runs into: the law first, then what another party wants or asks."""
    preference = preference_called(party, element)
    wanted = [literal(says) for says in preference.says] if preference else []
    single = wanted[0] if len(wanted) == 1 else None
    if single is None:
        return None
    option, take = single
    kept = reasons.chosen(state)
    varied = (kept | {option}) if take else (kept - {option})
    for provision in filter(model.is_plain, model.dispute.provisions):
        if holds(provision.says, kept) and not holds(provision.says, varied):
            because = (provision.id, *case.kept(provision.because))
            return _by_provision(model, provision), because
    others = [other for other in model.dispute.parties if other.id != party.id]
    return _by_preference(case, model, others, kept, varied) or _by_ask(case, deal, model, single)


def _by_provision(model: Model, provision: Provision) -> str:
    match provision.says:
        case Both(act, "requires", need) if literal(act):
            wish, fact = model.terms.wish(act), model.terms.fact(need)
            return deals.against_provision_unless(provision.cite, wish, fact)
        case _:
            return deals.against_provision(provision.cite, model.terms.fact(provision.says))


def _by_preference(
    case: Case, model: Model, others: list[Party], kept: frozenset[str], varied: frozenset[str]
) -> Against | None:
    def collides(says: Condition) -> bool:
        return holds(says, kept) and not holds(says, varied)

    for other in others:
        for position, preference in enumerate(other.preferences, start=1):
            if any(collides(says) for says in preference.says):
                wanted = model.terms.preference(other.id, preference)
                because = grounds(case, model, [preference_id(other, position)])
                return deals.against_party(the(other.name), wanted), because
    return None


def _by_ask(case: Case, deal: Deal, model: Model, single: tuple[str, bool]) -> Against | None:
    for ask in deal.asks:
        if (ask.option, ask.take) == (single[0], not single[1]):
            text = deals.against_ask(model.terms.party(ask.party), model.terms.asked(ask))
            return text, (ask.option, *case.kept(ask.because))
    return None
