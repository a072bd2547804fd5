"""From what was read, drafted and solved to a brief."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from detente.brief.case import Case, Model, preference_id, state_id
from detente.brief.contents import Brief, Element, Row, Sentence, supported
from detente.brief.parts import record
from detente.brief.parts.answer import answer, bargain, levers
from detente.brief.parts.assurance import assurance
from detente.brief.parts.gaps import gaps
from detente.brief.parts.hurdle import hurdle
from detente.brief.parts.memo import memo
from detente.brief.parts.positions import positions
from detente.brief.parts.routes import departures, route
from detente.brief.parts.sources import copies, origins
from detente.brief.parts.standings import equilibrium, stable_for, why_in
from detente.brief.parts.timeline import timeline
from detente.brief.wording import norms, outcomes, people
from detente.brief.wording.phrases import capital, the
from detente.brief.wording.terms import Terms
from detente.domain.dispute import Dispute, Party, StateId
from detente.domain.drafts import Draft
from detente.domain.evidence import Judgement, Reading
from detente.domain.findings import Finding
from detente.domain.norms import Provision
from detente.domain.robustness import Robustness
from detente.domain.rulings import LawfulOutcomes, Opinion
from detente.domain.states import State
from detente.domain.verdicts import Analysis, Deal, Verdict

NOTHING_GIVEN: Mapping[str, str] = MappingProxyType({})


def compose(
    readings: Sequence[Reading],
    draft: Draft,
    analysis: Analysis | None = None,
    deal: Deal | None = None,
    broken: Mapping[StateId, tuple[Provision, ...]] = MappingProxyType({}),
    *,
    reviewed: bool = False,
    judgements: Iterable[Judgement] = (),
    robustness: Robustness | None = None,
    opinions: Sequence[Opinion] = (),
    lawful: LawfulOutcomes | None = None,
    findings: Iterable[Finding] = (),
    verdicts: Iterable[Verdict] = (),
    names: Mapping[str, str] = NOTHING_GIVEN,
) -> Brief:
    """Write the brief.

    Parameters
    ----------
    readings
        In the order in which the documents are shown; a text met twice counts once.
    analysis, deal, broken
        What was found for ``draft.dispute``; a brief without them has no states.
        ``broken`` has the provisions that each unlawful state breaks.
    reviewed
        Whether an analyst has judged the claims.
    judgements
        Decisions on claims, oldest first; the last on a claim stands.
    robustness
        How the answer hangs on what the record leaves open; without it the brief names what
        is open and not how much hangs on it.
    opinions, lawful
        What the law says of today's state and of the deal, and where law and stability meet.
    findings
        Those of the caller; the draft's, the analysis's and the readings' are added.
    verdicts
        With their proofs, for today's state and the deal: they name the answer that
        deters a move. Without them the brief only says that there is one.
    names
        Names of parties by code, for those that the draft does not name.
    """
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(reading.document.id, reading)
    once = tuple(first.values())
    dispute = draft.dispute
    model = None
    if dispute is not None and analysis is not None:
        model = Model(
            dispute=dispute, analysis=analysis, deal=deal, broken=broken, verdicts=tuple(verdicts)
        )
    repeated = copies(once)
    case = Case(
        readings=once,
        draft=draft,
        model=model,
        reviewed=reviewed,
        given_names=names,
        judgements={judgement.claim: judgement for judgement in judgements},
        robustness=robustness,
        copies=repeated,
    )
    found = _all_findings(findings, draft, analysis, once)
    changes = levers(case, model) if model else ()
    due = tuple(record.expectations(case))
    stances = tuple(positions(case, model)) if model else ()
    brief = Brief(
        question=_question(case),
        reviewed=reviewed,
        answer=tuple(answer(case, model, changes) if model else _without_model(case, found)),
        hurdle=hurdle(case, model) if model else None,
        assurance=assurance(case),
        as_of=case.as_of,
        readings=once,
        names=MappingProxyType(case.names),
        dispute=dispute,
        analysis=analysis if dispute else None,
        parties=tuple(record.decision_makers(case)),
        third_parties=tuple(record.third_parties(case)),
        speakers=tuple(record.speakers(case)),
        positions=stances,
        claims=draft.claims,
        judgements=MappingProxyType(dict(case.judgements)),
        conflicts=tuple(record.conflicts(case)),
        expectations=due,
        today=tuple(why_in(case, model, model.today)) if model and model.today else (),
        deal=bargain(case, model) if model and model.deal else None,
        changes=changes,
        route=route(case, model) if model else (),
        state_table=tuple(_rows(model)) if model else (),
        departures=tuple(departures(case, model)) if model else (),
        memo=memo(model, opinions, lawful) if model else None,
        timeline=timeline(case),
        gaps=tuple(gaps(case, stances, due)),
        origins=origins(once, repeated),
        copies=MappingProxyType(repeated),
        limits=tuple(record.limits(case, len(readings) - len(once), len(found))),
        findings=found,
    )
    if dispute is None:
        return brief
    return replace(brief, elements=tuple(_elements(case, dispute, model, _named(brief))))


def _named(brief: Brief) -> set[str]:
    """Every id that some sentence rests on."""
    return {one for _, _, passage in supported(brief) for one in passage.because}


def _all_findings(
    given: Iterable[Finding], draft: Draft, analysis: Analysis | None, readings: Iterable[Reading]
) -> tuple[Finding, ...]:
    """Findings of every stage, each once, in the order of the line."""
    read = [finding for reading in readings for finding in reading.findings]
    solved = analysis.findings if analysis else ()
    return tuple(dict.fromkeys([*given, *read, *draft.findings, *solved]))


def _question(case: Case) -> str:
    dispute = case.draft.dispute
    if dispute is None:
        return outcomes.question_without_model(
            [the(case.names.get(c, c)) for c in _voices(case)[:2]]
        )
    # A name that begins with the parties ("A and B: the dam") would say them twice.
    head, colon, topic = dispute.name.partition(": ")
    twice = colon and any(party.name in head for party in dispute.parties)
    names = [the(party.name) for party in dispute.parties]
    return outcomes.question(names, (topic if twice else dispute.name).rstrip(" ,;:"))


def _voices(case: Case) -> list[str]:
    """Codes of the parties that statements are laid to, those with the most first."""
    parties = [s.source.party for s in case.statements.values() if s.source and s.source.party]
    return [code for code, _ in Counter(parties).most_common()]


def _without_model(case: Case, findings: Iterable[Finding]) -> Iterator[Sentence]:
    """Headlines when nothing could be drafted or solved: what there is, and what is missing."""
    documents = tuple(reading.document.id for reading in case.readings)
    everything = tuple(case.statements)
    if documents and not everything:
        yield Sentence(text=outcomes.no_statement(len(documents)), because=documents)
    elif everything:
        voices = [case.party(code) or code for code in _voices(case)]
        yield Sentence(text=outcomes.no_model(len(everything), voices), because=everything)
    lacking = [f for f in case.draft.findings if f in tuple(findings) and f.severity != "info"]
    for finding in lacking[:3] if documents else []:
        yield Sentence(text=outcomes.missing(finding.what), because=everything or documents)
    for clash in record.conflicts(case):
        yield Sentence(text=clash.text, because=clash.claims)


def _elements(
    case: Case, dispute: Dispute, model: Model | None, named: set[str]
) -> Iterator[Element]:
    """Every part of the model that a sentence may name, with what it rests on."""
    terms = Terms(dispute)
    for party in dispute.parties:
        yield Element(
            id=party.id,
            kind="party",
            text=party.name,
            because=case.kept(party.because),
            judged="analyst" in party.because,
        )
        yield from _party_elements(case, terms, party)
    for place, rule in enumerate(dispute.rules, start=1):
        text = norms.rule(terms.fact(rule.says), rule.why)
        because = case.kept(rule.because)
        judged = _judged(rule.because)
        yield Element(id=f"rule.{place}", kind="rule", text=text, because=because, judged=judged)
    yield from _law(case, terms, dispute, named)
    for state in _told_of(model, named) if model else ():
        words = capital(terms.as_it_would_be(state))
        yield Element(id=state_id(state), kind="state", text=words, because=state.taken or ())


def _law(case: Case, terms: Terms, dispute: Dispute, named: set[str]) -> Iterator[Element]:
    """The dispute's own provisions, and of instruments and facts what a sentence names."""
    for provision in dispute.provisions:
        if provision.origin is None or provision.id in named:
            says = terms.fact(provision.says)
            text = norms.provision(says) if provision.binds else norms.relief(provision.kind, says)
            yield Element(
                id=provision.id,
                kind="provision",
                text=text,
                because=case.kept(provision.because),
                judged=_judged(provision.because),
            )
    for fact in dispute.facts:
        if fact.id in named:
            since = fact.as_of.isoformat() if fact.as_of else None
            yield Element(
                id=fact.id,
                kind="fact",
                text=norms.fact(fact.text or fact.id, fact.status, since),
                because=case.kept(fact.because),
                judged=_judged(fact.because),
            )


def _judged(because: Iterable[str]) -> bool:
    """Whether a person put something there: what is drafted always names its evidence."""
    because = tuple(because)
    return not because or "analyst" in because


def _told_of(model: Model, named: set[str]) -> Iterator[State]:
    """States that are listed or that a sentence names, in their order."""
    shown = {state_id(state) for state in model.shown.values()}
    yield from model.shown.values()
    if further := named - shown:
        yield from (state for state in model.analysis.states if state_id(state) in further)


def _party_elements(case: Case, terms: Terms, party: Party) -> Iterator[Element]:
    for option in party.options:
        yield Element(
            id=f"{party.id}.{option.id}",
            kind="option",
            text=option.text,
            because=case.kept(option.because),
            judged=_judged(option.because),
        )
    for place, preference in enumerate(party.preferences, start=1):
        wish = terms.preference(party.id, preference)
        yield Element(
            id=preference_id(party, place),
            kind="preference",
            text=people.wants(the(party.name), wish),
            because=case.kept(preference.because),
            judged=_judged(preference.because),
        )
    if party.ranking or party.weights:
        kind = "ranking" if party.ranking else "weights"
        text = people.ranked(the(party.name))
        yield Element(id=f"{party.id}.{kind}", kind="preference", text=text)


def _rows(model: Model) -> Iterator[Row]:
    """The table of states, in their own order."""
    for state in model.shown.values():
        yield Row(
            id=state.id,
            text=model.terms.as_it_would_be(state),
            taken=state.taken,
            stable=MappingProxyType(
                {
                    party.id: stable_for(model, state, party)
                    for party in model.dispute.parties
                    if party.id not in model.analysis.unknown
                }
            ),
            equilibrium=() if model.unknown else equilibrium(model, state),
            lawful=model.analysis.lawful.get(state.id),
            provisions=tuple(provision.id for provision in model.broken.get(state.id, ())),
            today=state.id == model.analysis.status_quo,
            deal=model.bargain is not None and state.id == model.bargain.id,
        )
