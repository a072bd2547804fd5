"""The headline: today's state, the law, the deal, and what would make it hold."""

from collections.abc import Iterable, Iterator

from detente.brief.case import Case, Model, preference_id, state_id
from detente.brief.contents import Bargain, Lever, Sentence
from detente.brief.parts.standings import (
    equilibrium,
    grounds,
    holding,
    inferred,
    leavers,
    unknown_preferences,
    why_in,
)
from detente.brief.wording import deals, norms, outcomes
from detente.brief.wording.phrases import the
from detente.brief.wording.terms import MOST_NAMED, MOST_SAID
from detente.domain.conditions import Both, literal
from detente.domain.dispute import StateId
from detente.domain.evidence import ordered
from detente.domain.norms import Provision
from detente.domain.states import State
from detente.domain.verdicts import CONCEPTS, Change


def answer(case: Case, model: Model, changes: tuple[Lever, ...]) -> Iterator[Sentence]:
    """Headline sentences, the most important first: three that lead, then what they leave out."""
    yield _today(case, model)
    yield from _deal(case, model)
    yield from _change(case, model, changes)
    yield from _outcomes(case, model)
    yield from law(case, model)
    yield from (unknown_preferences(party) for party in model.unknown)
    yield from inferred(case, model)


def _lead(text: str, because: Iterable[str]) -> Sentence:
    return Sentence(text=text, because=ordered(because), lead=True)


def _today(case: Case, model: Model) -> Sentence:
    state = model.today
    if state is None:
        return _lead(outcomes.today_unknown(), [party.id for party in model.dispute.parties])
    words = model.terms.in_which(state)
    taken = state.taken or ()
    bases = [basis for name in taken for basis in model.terms.option(name)[1].because]
    because = [state_id(state), *taken, *case.kept(bases)]
    if model.unknown:
        text = outcomes.today_open(words, [the(party.name) for party in model.unknown])
        return _lead(text, [*because, *model.analysis.unknown])
    concepts = equilibrium(model, state)
    if concepts:
        return _lead(outcomes.today_holds(words, concepts), because)
    clauses, reasons = leavers(case, model, state)
    return _lead(outcomes.today_fails(words, clauses), [*because, *reasons])


def _outcomes(case: Case, model: Model) -> Iterator[Sentence]:
    if model.unknown:
        return
    by_concept = [model.analysis.equilibria.get(concept, ()) for concept in CONCEPTS]
    found = ordered_ids(model, {state for states in by_concept for state in states})
    everywhere = [s for s in found if all(s in states for states in by_concept)]
    total = len(model.analysis.states)
    if not found:
        everybody = tuple(party.id for party in model.dispute.parties)
        because = grounds(case, model, [*everybody, *_wishes(model)])
        yield Sentence(text=outcomes.no_outcome(total), because=because)
        return
    few = len(everywhere) <= MOST_NAMED
    names = [_called(model, model.state(s), few=few) for s in everywhere[:MOST_SAID]]
    text = outcomes.outcomes(total, names, len(everywhere), len(found))
    told = everywhere or found
    elements = [*(state_id(s) for s in told[:MOST_SAID]), *_wishes(model)]
    yield Sentence(text=text, because=grounds(case, model, elements))


def _wishes(model: Model) -> Iterator[str]:
    """Every statement of preference: what the verdicts as a whole rest on."""
    for party in model.dispute.parties:
        for place in range(1, len(party.preferences) + 1):
            yield preference_id(party, place)


def _called(model: Model, state: State, *, few: bool) -> str:
    """A state's name in a list; of many it is no more than today's, or a number."""
    today = state.id == model.analysis.status_quo
    return model.name(state) if few or today else model.terms.number(state)


def ordered_ids(model: Model, ids: Iterable[StateId]) -> list[StateId]:
    """Ids of states in the order of the states."""
    return sorted(ids, key=model.analysis.number)


def law(case: Case, model: Model) -> Iterator[Sentence]:
    """For each provision that some state breaks, what it makes unlawful; or that none is."""
    provisions = {p.id: p for broken in model.broken.values() for p in broken}
    for provision in provisions.values():
        states = [state for state, broken in model.broken.items() if provision in broken]
        told = ordered_ids(model, states)[:MOST_SAID]
        because = [provision.id, *case.kept(provision.because), *map(state_id, told)]
        text = _forbids(model, provision, norms.breaking(told, len(states)))
        yield Sentence(text=text, because=ordered(because))
    binding = [provision.id for provision in model.dispute.provisions if provision.binds]
    if binding and not provisions:
        because = binding[:MOST_SAID]
        yield Sentence(text=norms.nothing_unlawful(), because=tuple(because))


def _forbids(model: Model, provision: Provision, states: str) -> str:
    terms, says = model.terms, provision.says
    if not model.is_plain(provision):
        return norms.broken(provision.cite, states)
    single = literal(says)
    match says:
        case Both(act, "requires", need) if literal(act):
            return norms.unlawful_unless(provision.cite, terms.wish(act), terms.fact(need), states)
        case _ if single is not None and not single[1]:
            return norms.unlawful_act(provision.cite, terms.act(single[0]), states)
        case _:
            return norms.unlawful(provision.cite, terms.fact(says), states)


def _deal(case: Case, model: Model) -> Iterator[Sentence]:
    if model.deal is not None:
        found = bargain(case, model)
        yield _lead(found.text, found.because)


def _standing(case: Case, model: Model, state: State) -> Sentence:
    """What the deal is, what the law says of it, and whether it would hold."""
    assert model.deal is not None
    words = f"{model.terms.number(state)}: {model.terms.would_be(state)}"
    lawful = model.deal.lawful
    law = deals.lawfulness(lawful) if model.dispute.provisions else None
    if model.unknown:
        names = [the(party.name) for party in model.unknown]
        text = deals.deal_open(words, law, names)
        return Sentence(text=text, because=model.analysis.unknown)
    concepts = equilibrium(model, state)
    if concepts:
        text = deals.deal(words, law, deals.deal_holds(concepts), alike=lawful is True)
        return Sentence(text=text, because=())
    clauses, because = leavers(case, model, state)
    text = deals.deal(words, law, deals.deal_fails(clauses), alike=lawful is not True)
    return Sentence(text=text, because=because)


def bargain(case: Case, model: Model) -> Bargain:
    """The deal in words, what each side asks, and who would stay in it."""
    deal, state = model.deal, model.bargain
    assert deal is not None
    asking = tuple(
        Sentence(
            text=deals.asks(model.terms.party(ask.party), model.terms.asked(ask)),
            because=ordered([ask.option, *case.kept(ask.because)]),
        )
        for ask in deal.asks
    )
    options = [ask.option for ask in deal.asks]
    evidence = case.kept(basis for ask in deal.asks for basis in ask.because)
    if state is None:
        because = options or [party.id for party in model.dispute.parties]
        text = _no_deal(model)
        return Bargain(state=None, text=text, because=ordered([*because, *evidence]), asks=asking)
    provisions = [provision.id for provision in model.broken.get(state.id, ())]
    standing = _standing(case, model, state)
    return Bargain(
        state=state.id,
        text=standing.text,
        because=ordered([state_id(state), *options, *provisions, *evidence, *standing.because]),
        lawful=deal.lawful,
        concepts=deal.concepts,
        asks=asking,
        why=tuple(why_in(case, model, state)),
    )


def _no_deal(model: Model) -> str:
    deal = model.deal
    assert deal is not None
    asking = {ask.party for ask in deal.asks}
    silent = [the(p.name) for p in model.dispute.parties if p.id not in asking]
    clauses = [
        deals.against_ask(model.terms.party(ask.party), model.terms.asked(ask)) for ask in deal.asks
    ]
    return deals.no_deal(clauses, silent)


def _change(case: Case, model: Model, changes: tuple[Lever, ...]) -> Iterator[Sentence]:
    state = model.bargain
    if changes:
        first = changes[0]
        condition = _condition(model, first.change)
        text = deals.changes_summary(condition, first.change.concepts, len(changes) - 1)
        yield _lead(text, first.because)
    elif state is not None and not model.unknown and not deal_stands(model, state):
        elements = [state_id(state), *_wishes(model)]
        yield _lead(deals.no_change(), grounds(case, model, elements))


def deal_stands(model: Model, state: State) -> bool:
    """Whether the deal holds and may lawfully be made."""
    unlawful = model.deal is not None and model.deal.lawful is False
    return holding(equilibrium(model, state)) and not unlawful


def levers(case: Case, model: Model) -> tuple[Lever, ...]:
    """Single changes after which the deal holds, in words."""
    deal = model.deal
    return tuple(_lever(case, model, change) for change in deal.changes) if deal else ()


def _condition(model: Model, change: Change) -> str:
    terms = model.terms
    if change.party is None:
        provision = next(p for p in model.dispute.provisions if p.id == change.element)
        return deals.condition(change.kind, "", provision.cite, None)
    what = terms.spelled(change.party, change.element)
    if change.kind == "reverse":
        what = terms.contrary(change.party, change.element) or deals.contrary(what)
    above = terms.spelled(change.party, change.above) if change.above else None
    return deals.condition(change.kind, terms.party(change.party), what, above)


def _lever(case: Case, model: Model, change: Change) -> Lever:
    if change.party is None:
        provision = next(p for p in model.dispute.provisions if p.id == change.element)
        elements, evidence = [provision.id], [*provision.because, *change.because]
    else:
        spelled = [change.element, *([change.above] if change.above else [])]
        named = [model.terms.element(change.party, spelling) for spelling in spelled]
        elements = [element for element in named if element] or [change.party]
        evidence = list(change.because)
    text = deals.change(_condition(model, change), change.concepts, open_=change.unsure)
    because = ordered([*grounds(case, model, elements), *case.kept(evidence)])
    return Lever(change=change, text=text, because=because)
