"""From what was read, drafted and solved to a brief."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from detente.brief import record
from detente.brief import sentences as say
from detente.brief.answer import answer, bargain, levers
from detente.brief.case import Case, Model, preference_id, state_id
from detente.brief.contents import Brief, Element, Row, Sentence
from detente.brief.hurdle import hurdle
from detente.brief.phrases import capital, the
from detente.brief.standings import equilibrium, stable_for, why_in
from detente.brief.terms import Terms
from detente.brief.timeline import timeline
from detente.domain.dispute import Dispute, Party, StateId
from detente.domain.drafts import Draft
from detente.domain.evidence import Reading
from detente.domain.findings import Finding
from detente.domain.norms import Provision
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
    case = Case(readings=once, draft=draft, model=model, reviewed=reviewed, given_names=names)
    found = _all_findings(findings, draft, analysis, once)
    changes = levers(case, model) if model else ()
    return Brief(
        question=_question(case),
        reviewed=reviewed,
        answer=tuple(answer(case, model, changes) if model else _without_model(case, found)),
        hurdle=hurdle(case, model) if model else None,
        readings=once,
        names=MappingProxyType(case.names),
        dispute=dispute,
        analysis=analysis if dispute else None,
        parties=tuple(record.decision_makers(case)),
        third_parties=tuple(record.third_parties(case)),
        speakers=tuple(record.speakers(case)),
        elements=tuple(_elements(case, dispute, analysis)) if dispute else (),
        claims=draft.claims,
        conflicts=tuple(record.conflicts(case)),
        expectations=tuple(record.expectations(case)),
        today=tuple(why_in(case, model, model.today)) if model and model.today else (),
        deal=bargain(case, model) if model and model.deal else None,
        changes=changes,
        state_table=tuple(_rows(model)) if model else (),
        timeline=timeline(case),
        limits=tuple(record.limits(case, len(readings) - len(once), len(found))),
        findings=found,
    )


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
        return say.question_without_model([the(case.names.get(c, c)) for c in _voices(case)[:2]])
    # A name that begins with the parties ("A and B: the dam") would say them twice.
    head, colon, topic = dispute.name.partition(": ")
    twice = colon and all(party.name in head for party in dispute.parties)
    names = [the(party.name) for party in dispute.parties]
    return say.question(names, topic if twice else dispute.name)


def _voices(case: Case) -> list[str]:
    """Codes of the parties that statements are laid to, those with the most first."""
    parties = [s.source.party for s in case.statements.values() if s.source and s.source.party]
    return [code for code, _ in Counter(parties).most_common()]


def _without_model(case: Case, findings: Iterable[Finding]) -> Iterator[Sentence]:
    """Headlines when nothing could be drafted or solved: what there is, and what is missing."""
    documents = tuple(reading.document.id for reading in case.readings)
    everything = tuple(case.statements)
    if documents and not everything:
        yield Sentence(text=say.no_statement(len(documents)), because=documents)
    elif everything:
        voices = [case.party(code) or code for code in _voices(case)]
        yield Sentence(text=say.no_model(len(everything), voices), because=everything)
    lacking = [f for f in case.draft.findings if f in tuple(findings) and f.severity != "info"]
    for finding in lacking[:3] if documents else []:
        yield Sentence(text=say.missing(finding.what), because=everything or documents)
    for clash in record.conflicts(case):
        yield Sentence(text=clash.text, because=clash.claims)


def _elements(case: Case, dispute: Dispute, analysis: Analysis | None) -> Iterator[Element]:
    """Every part of the model that a sentence may name, with what it rests on."""
    terms = Terms(dispute)
    for party in dispute.parties:
        yield Element(id=party.id, kind="party", text=party.name, because=case.kept(party.because))
        yield from _party_elements(case, terms, party)
    for place, rule in enumerate(dispute.rules, start=1):
        text = say.rule(terms.fact(rule.says), rule.why)
        because = case.kept(rule.because)
        yield Element(id=f"rule.{place}", kind="rule", text=text, because=because)
    for provision in dispute.provisions:
        text = say.provision(terms.fact(provision.says))
        because = case.kept(provision.because)
        yield Element(id=provision.id, kind="provision", text=text, because=because)
    for state in analysis.states if analysis else ():
        words = capital(terms.as_it_would_be(state))
        yield Element(id=state_id(state), kind="state", text=words, because=state.taken or ())


def _party_elements(case: Case, terms: Terms, party: Party) -> Iterator[Element]:
    for option in party.options:
        yield Element(
            id=f"{party.id}.{option.id}",
            kind="option",
            text=option.text,
            because=case.kept(option.because),
        )
    for place, preference in enumerate(party.preferences, start=1):
        wish = terms.preference(party.id, preference)
        yield Element(
            id=preference_id(party, place),
            kind="preference",
            text=say.wants(the(party.name), wish),
            because=case.kept(preference.because),
        )
    if party.ranking or party.weights:
        kind = "ranking" if party.ranking else "weights"
        text = say.ranked(the(party.name))
        yield Element(id=f"{party.id}.{kind}", kind="preference", text=text)


def _rows(model: Model) -> Iterator[Row]:
    """The table of states, in their own order."""
    for state in model.states.values():
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
