"""Whether a state holds, for whom and why: today's state and the deal."""

from collections.abc import Iterable, Iterator

from detente.brief.case import Case, Model, preference_called, preference_id, state_id
from detente.brief.contents import Sentence
from detente.brief.parts import reasons
from detente.brief.wording import outcomes
from detente.brief.wording.phrases import the
from detente.domain.dispute import Party
from detente.domain.evidence import ordered
from detente.domain.states import State
from detente.domain.verdicts import CONCEPTS, Concept, Verdict


def equilibrium(model: Model, state: State) -> tuple[Concept, ...]:
    """Concepts under which a state is stable for every party."""
    return tuple(c for c in CONCEPTS if state.id in model.analysis.equilibria.get(c, ()))


def holding(concepts: Iterable[Concept]) -> bool:
    """Whether these concepts are enough to say, without reserve, that a state holds.

    Under the others it holds only while parties fear answers that would hurt those who give
    them.
    """
    return any(concept in {"nash", "seq"} for concept in concepts)


def stable_for(model: Model, state: State, party: Party) -> tuple[Concept, ...]:
    """Concepts under which a state is stable for a party whose preferences are known."""
    known = model.analysis.stable.get(party.id, {})
    return tuple(concept for concept in CONCEPTS if state.id in known.get(concept, ()))


def grounds(case: Case, model: Model, elements: Iterable[str]) -> tuple[str, ...]:
    """Elements of the model with the evidence that each of them rests on."""
    wanted = ordered(elements)
    found: list[str] = [*wanted]
    for party in model.dispute.parties:
        for element in wanted:
            preference = preference_called(party, element)
            found += preference.because if preference else ()
    known = frozenset(wanted)
    return ordered(one for one in found if one in known or one in case.evidence)


def wish(model: Model, party: Party, element: str | None) -> str | None:
    """What a party wants by a statement of preference named as in a ``because``."""
    preference = preference_called(party, element) if element else None
    return model.terms.preference(party.id, preference) if preference else None


def why_in(case: Case, model: Model, state: State) -> Iterator[Sentence]:
    """For each party, why a state is stable for it or not."""
    for party in model.dispute.parties:
        if party.id in model.analysis.unknown:
            yield unknown_preferences(party)
        else:
            yield _why_for(case, model, state, party)


def unknown_preferences(party: Party) -> Sentence:
    """Say that nothing is claimed for a party."""
    text = outcomes.preferences_unknown(the(party.name))
    return Sentence(text=text, because=(party.id,), caveat=True)


def _why_for(case: Case, model: Model, state: State, party: Party) -> Sentence:
    reached = reasons.moves(model.dispute, model.analysis.states, party, state)
    better = reasons.improvements(model.dispute, model.analysis.states, party, state)
    name, here = the(party.name), model.name(state)
    if not reached:
        text = outcomes.stays_without_moves(name, here)
        return Sentence(text=text, because=(party.id, state_id(state)))
    if not better:
        decisive = ordered(filter(None, (reasons.deciding(party, state, s) for s in reached)))
        wishes = [w for w in (wish(model, party, element) for element in decisive) if w]
        every = [preference_id(party, n) for n in range(1, len(party.preferences) + 1)]
        because = grounds(case, model, [state_id(state), *(decisive or every)])
        return Sentence(text=outcomes.stays(name, here, wishes), because=because)
    stable = stable_for(model, state, party)
    best = _target(model, state, party, better)
    element = reasons.deciding(party, state, best)
    wanted, there = wish(model, party, element), model.name(best)
    if stable:
        answer = _answer(model, state, party, best)
        text = outcomes.is_deterred(name, here, there, wanted, stable, answer)
    else:
        text = outcomes.would_leave(name, here, there, wanted)
    elements = [state_id(state), state_id(best), *([element] if element else [])]
    return Sentence(text=text, because=grounds(case, model, elements))


def _witness(model: Model, state: State, party: Party, stable: bool) -> Verdict | None:
    """Broadest verdict on a state for a party, if one was handed over."""
    found = [v for v in model.verdicts if (v.state, v.party) == (state.id, party.id)]
    order = ("gmr", "smr", "seq", "sseq", "nash")
    found = sorted((v for v in found if v.stable == stable), key=lambda v: order.index(v.concept))
    return found[0] if found else None


def _target(model: Model, state: State, party: Party, better: list[State]) -> State:
    """Where a party would go: the escape that the analysis proved, else what it likes best."""
    proof = _witness(model, state, party, stable=False)
    escaped = [s for s in better if proof and s.id == proof.escape]
    return (escaped or better)[0]


def _answer(model: Model, state: State, party: Party, improvement: State) -> str | None:
    """The answer that deters a move, in words, if the analysis handed one over."""
    proof = _witness(model, state, party, stable=True)
    deterred = proof.deterred if proof else ()
    steps = next((d.answer for d in deterred if d.improvement == improvement.id), ())
    if not steps:
        return None
    movers = ordered(step.party for step in steps)
    names = [the(model.dispute.party(mover).name) for mover in movers]
    return outcomes.answer_by(names, model.name(model.state(steps[-1].to)))


def leavers(case: Case, model: Model, state: State) -> tuple[list[str], tuple[str, ...]]:
    """Who would leave a state and for what, as clauses, and what that rests on."""
    clauses: list[str] = []
    elements: list[str] = [state_id(state)]
    for party in model.dispute.parties:
        better = reasons.improvements(model.dispute, model.analysis.states, party, state)
        if party.id in model.analysis.unknown or stable_for(model, state, party) or not better:
            continue
        target = _target(model, state, party, better)
        element = reasons.deciding(party, state, target)
        name = the(party.name)
        clauses.append(outcomes.leaver(name, model.name(target), wish(model, party, element)))
        elements += [state_id(target), *([element] if element else [])]
    return clauses, grounds(case, model, elements)


def inferred(case: Case, model: Model) -> Iterator[Sentence]:
    """Say which verdicts rest on present conduct or on an order that the record leaves open."""
    for party in model.dispute.parties:
        conduct, unsure = [], []
        for position, preference in enumerate(party.preferences, start=1):
            named = (preference_id(party, position), model.terms.preference(party.id, preference))
            if preference.basis == "conduct":
                conduct.append(named)
            elif preference.unsure:
                unsure.append(named)
        for found, wording in (
            (conduct, outcomes.rests_on_inference),
            (unsure, outcomes.rests_on_unsure),
        ):
            if found:
                text = wording(the(party.name), [wanted for _, wanted in found])
                because = grounds(case, model, [element for element, _ in found])
                yield Sentence(text=text, because=because, caveat=True)
