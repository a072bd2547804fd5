"""What the record does not say and the answer hangs on: what to find out next."""

from collections.abc import Iterator

from detente.brief.case import Case, Model
from detente.brief.contents import Due, Position, Sentence
from detente.brief.parts.standings import grounds, unknown_preferences
from detente.brief.wording import assurance as wording
from detente.brief.wording.phrases import infinitive, quoted, the, third_person
from detente.domain.dispute import Option, Party
from detente.domain.evidence import ordered
from detente.domain.robustness import Question

# More questions than this are a list that nobody works through.
MOST_OPEN = 8


def gaps(case: Case, positions: tuple[Position, ...], due: tuple[Due, ...]) -> Iterator[Sentence]:
    """Questions in the order of how much hangs on them."""
    model = case.model
    if model is not None:
        yield from (unknown_preferences(party) for party in model.unknown)
        yield from _open(case, model)
        yield from _silent(model, positions)
        yield from _alone(case, model)
    yield from _due(case, due)


def _open(case: Case, model: Model) -> Iterator[Sentence]:
    for question in (case.robustness.questions if case.robustness else ())[:MOST_OPEN]:
        party = model.dispute.party(question.party)
        turns, what = _turns(question)
        if question.kind == "order":
            wish = model.terms.spelled(party.id, question.element)
            text = wording.open_order(the(party.name), wish, turns, what)
            element = model.terms.element(party.id, question.element) or party.id
        else:
            option = model.terms.option(question.element)[1]
            text = wording.open_option(the(party.name), infinitive(option.text), turns, what)
            element = question.element
        because = (*grounds(case, model, [element]), *case.kept(question.because))
        yield Sentence(text=text, because=ordered(because))


def _turns(question: Question) -> tuple[float, str]:
    """The share of a question's answers that change something, and what they change."""
    if question.deal:
        return question.deal, "the deal, or whether it holds, would change"
    if question.status_quo:
        return question.status_quo, "it would turn whether today’s state holds"
    return question.equilibria, "other states would hold"


def _silent(model: Model, positions: tuple[Position, ...]) -> Iterator[Sentence]:
    if model.unknown:
        return
    for position in positions:
        owner, option = model.terms.option(position.option)
        if position.stance == "silent" and owner.id != position.party:
            yield _silence(model.dispute.party(position.party), owner, option, position)


def _silence(party: Party, owner: Party, option: Option, position: Position) -> Sentence:
    text = wording.silent(the(party.name), third_person(option.text), the(owner.name))
    return Sentence(text=text, because=(party.id, position.option))


def _alone(case: Case, model: Model) -> Iterator[Sentence]:
    used = {
        one
        for party in model.dispute.parties
        for bases in [*(o.because for o in party.options), *(p.because for p in party.preferences)]
        for one in bases
        if one in case.claims
    }
    alone = [one for one in used if case.on_one_source(case.claims[one])]
    if alone and len(case.readings) > 1:
        because = tuple(one for one in case.claims if one in alone)
        yield Sentence(text=wording.alone(len(alone)), because=because)


def _due(case: Case, due: tuple[Due, ...]) -> Iterator[Sentence]:
    for one in due:
        if one.status == "past" and one.until:
            party = case.party(one.party) or one.party
            yield Sentence(
                text=wording.past_due(party, quoted(one.text), one.until), because=one.because
            )
    undated = [one for one in due if one.status == "unknown"]
    if undated:
        because = ordered(id_ for one in undated for id_ in one.because)
        yield Sentence(text=wording.undated_hopes(len(undated)), because=because)
