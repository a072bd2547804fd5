"""The headline: today's state, the law, the deal, and what would make it hold."""

from collections.abc import Iterator

from detente.brief import sentences as say
from detente.brief.case import Case, Model, state_id
from detente.brief.contents import Bargain, Lever, Sentence
from detente.brief.phrases import the
from detente.brief.standings import (
    equilibrium,
    grounds,
    holding,
    inferred,
    leavers,
    unknown_preferences,
    why_in,
)
from detente.domain.conditions import Both, literal
from detente.domain.evidence import ordered
from detente.domain.norms import Provision
from detente.domain.states import State
from detente.domain.verdicts import CONCEPTS, Change


def answer(case: Case, model: Model, changes: tuple[Lever, ...]) -> Iterator[Sentence]:
    """Headline sentences, the most important first."""
    yield _today(case, model)
    yield from _outcomes(model)
    yield from law(case, model)
    yield from _deal(case, model)
    yield from _change(model, changes)
    yield from (unknown_preferences(party) for party in model.unknown)
    yield from inferred(case, model)


def _today(case: Case, model: Model) -> Sentence:
    state = model.today
    everybody = [party.id for party in model.dispute.parties]
    if state is None:
        return Sentence(text=say.today_unknown(), because=tuple(everybody))
    words = model.terms.as_it_is(state)
    taken = state.taken or ()
    bases = [basis for name in taken for basis in model.terms.option(name)[1].because]
    because = [state_id(state), *taken, *case.kept(bases)]
    if model.unknown:
        text = say.today_open(words, [the(party.name) for party in model.unknown])
        return Sentence(text=text, because=ordered([*because, *model.analysis.unknown]))
    concepts = equilibrium(model, state)
    if concepts:
        return Sentence(text=say.today_holds(words, concepts), because=ordered(because))
    clauses, reasons = leavers(case, model, state)
    return Sentence(text=say.today_fails(words, clauses), because=ordered([*because, *reasons]))


def _outcomes(model: Model) -> Iterator[Sentence]:
    if model.unknown:
        return
    found = [state for state in model.states.values() if equilibrium(model, state)]
    everywhere = [s for s in found if len(equilibrium(model, s)) == len(CONCEPTS)]
    total = len(model.states)
    if not found:
        everybody = tuple(party.id for party in model.dispute.parties)
        yield Sentence(text=say.no_outcome(total), because=everybody)
        return
    text = say.outcomes(total, [model.name(s) for s in everywhere], len(found))
    yield Sentence(text=text, because=tuple(state_id(state) for state in found))


def law(case: Case, model: Model) -> Iterator[Sentence]:
    """For each provision that some state breaks, what it makes unlawful; or that none is."""
    provisions = {p.id: p for broken in model.broken.values() for p in broken}
    for provision in provisions.values():
        states = [state for state, broken in model.broken.items() if provision in broken]
        because = [provision.id, *case.kept(provision.because), *map(state_id, states)]
        text = _forbids(model, provision, [str(state) for state in states])
        yield Sentence(text=text, because=ordered(because))
    if model.dispute.provisions and not provisions:
        because = [provision.id for provision in model.dispute.provisions]
        yield Sentence(text=say.nothing_unlawful(), because=tuple(because))


def _forbids(model: Model, provision: Provision, states: list[str]) -> str:
    terms, says = model.terms, provision.says
    single = literal(says)
    match says:
        case Both(act, "requires", need) if literal(act):
            return say.unlawful_unless(provision.cite, terms.wish(act), terms.fact(need), states)
        case _ if single is not None and not single[1]:
            return say.unlawful_act(provision.cite, terms.act(single[0]), states)
        case _:
            return say.unlawful(provision.cite, terms.fact(says), states)


def _deal(case: Case, model: Model) -> Iterator[Sentence]:
    if model.deal is None:
        return
    found = bargain(case, model)
    yield Sentence(text=found.text, because=found.because)
    if model.bargain is not None:
        yield _holding(case, model, model.bargain)


def _holding(case: Case, model: Model, state: State) -> Sentence:
    if model.unknown:
        because = (state_id(state), *model.analysis.unknown)
        return Sentence(text=say.deal_open([the(p.name) for p in model.unknown]), because=because)
    concepts = equilibrium(model, state)
    if concepts:
        lawful = None if model.deal is None else model.deal.lawful
        return Sentence(text=say.deal_holds(concepts, lawful), because=(state_id(state),))
    clauses, because = leavers(case, model, state)
    return Sentence(text=say.deal_fails(clauses), because=because)


def bargain(case: Case, model: Model) -> Bargain:
    """The deal in words, what each side asks, and who would stay in it."""
    deal, state = model.deal, model.bargain
    assert deal is not None
    asking = tuple(
        Sentence(
            text=say.asks(model.terms.party(ask.party), model.terms.asked(ask)),
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
    return Bargain(
        state=state.id,
        text=say.deal(
            model.terms.number(state),
            model.terms.as_it_would_be(state),
            deal.lawful,
            judged=bool(model.dispute.provisions),
        ),
        because=ordered([state_id(state), *options, *provisions, *evidence]),
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
        say.against_ask(model.terms.party(ask.party), model.terms.asked(ask)) for ask in deal.asks
    ]
    return say.no_deal(clauses, silent)


def _change(model: Model, changes: tuple[Lever, ...]) -> Iterator[Sentence]:
    state = model.bargain
    if changes:
        text = say.changes_summary(len(changes), changes[0].text)
        yield Sentence(text=text, because=changes[0].because)
    elif state is not None and not model.unknown and not deal_stands(model, state):
        yield Sentence(text=say.no_change(), because=(state_id(state),))


def deal_stands(model: Model, state: State) -> bool:
    """Whether the deal holds and may lawfully be made."""
    unlawful = model.deal is not None and model.deal.lawful is False
    return holding(equilibrium(model, state)) and not unlawful


def levers(case: Case, model: Model) -> tuple[Lever, ...]:
    """Single changes after which the deal holds, in words."""
    deal = model.deal
    return tuple(_lever(case, model, change) for change in deal.changes) if deal else ()


def _lever(case: Case, model: Model, change: Change) -> Lever:
    terms = model.terms
    if change.party is None:
        provision = next(p for p in model.dispute.provisions if p.id == change.element)
        who, what, above, elements = "", provision.cite, None, [provision.id]
        evidence = [*provision.because, *change.because]
    else:
        who = terms.party(change.party)
        what = terms.spelled(change.party, change.element)
        if change.kind == "reverse":
            what = terms.contrary(change.party, change.element) or say.contrary(what)
        above = terms.spelled(change.party, change.above) if change.above else None
        spelled = [change.element, *([change.above] if change.above else [])]
        named = [terms.element(change.party, spelling) for spelling in spelled]
        elements = [element for element in named if element] or [change.party]
        evidence = list(change.because)
    text = say.change(change.kind, who, what, above, change.concepts, change.unsure)
    because = ordered([*grounds(case, model, elements), *case.kept(evidence)])
    return Lever(change=change, text=text, because=because)
