"""Article → brief: the whole line, from texts to what can hold and why."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from detente import analysis, brief, law, record
from detente.brief import Brief
from detente.domain.claims import claims
from detente.domain.dispute import Dispute, StateId
from detente.domain.drafts import Draft
from detente.domain.evidence import Reading, ordered
from detente.domain.findings import Finding
from detente.domain.norms import Provision
from detente.domain.robustness import Robustness
from detente.domain.rulings import Opinion
from detente.domain.verdicts import Analysis
from detente.model import files
from detente.record import MemoryStore, Store
from detente.workflow.adding import add_articles
from detente.workflow.drafting import draft_record
from detente.workflow.lawful import lawful_outcomes
from detente.workflow.reading import Tell, silently
from detente.workflow.solving import solve


def brief_articles(
    paths: Iterable[Path],
    published: str | None = None,
    *,
    store: Store | None = None,
    file: Path | None = None,
    tell: Tell = silently,
) -> Brief:
    """Read articles, record what they say, and brief what the whole record shows.

    Parameters
    ----------
    published
        ISO date of any precision, for articles that do not carry one.
    store
        The record so far; without one it is these articles alone.
    file
        A dispute file that stands in place of the draft.
    tell
        Called with what is being done now.

    Raises
    ------
    InputError
        If ``published`` is no date.
    """
    store = MemoryStore() if store is None else store
    findings = [
        finding
        for added in add_articles(store, paths, published, tell=tell)
        for finding in added.findings
    ]
    tell("drafting the dispute")
    return brief_record(store, findings, file=file)


def brief_record(
    store: Store,
    findings: Iterable[Finding] = (),
    *,
    before: Dispute | None = None,
    file: Path | None = None,
) -> Brief:
    """Draft the dispute that a record tells of, solve it, and brief it.

    Parameters
    ----------
    before
        An earlier draft whose options keep their names.
    file
        A dispute file that stands in place of the draft: an analyst has corrected it.
    """
    readings, judgements = store.readings(), store.judgements()
    drafted = draft_record(store, before=before)
    if file is not None:
        corrected, problems = files.load(file)
        if corrected and drafted.dispute:
            corrected = _grounded(corrected, drafted.dispute)
        drafted = replace(drafted, dispute=corrected, findings=(*problems, *drafted.findings))
    reviewed = record.all_judged(claims(readings), judgements)
    compose = partial(brief.compose, readings, drafted, reviewed=reviewed, judgements=judgements)
    if drafted.dispute is None:
        return compose(findings=findings)

    on = day_of(drafted.dispute, readings)
    solved = solve(drafted.dispute, on)
    findings = (*findings, *solved.findings)
    if solved.analysis is None:
        return compose(findings=findings)

    broken = _broken(drafted.dispute, solved.analysis, on)
    deal = analysis.deal(drafted.dispute, solved.analysis, on=on, broken=broken)
    told = tuple(
        dict.fromkeys(s for s in (solved.analysis.status_quo, deal.state) if s is not None)
    )
    return compose(
        analysis=solved.analysis,
        deal=deal,
        broken=broken,
        robustness=_robustness(drafted.dispute, solved.analysis),
        opinions=_opinions(drafted.dispute, told, on),
        lawful=lawful_outcomes(drafted.dispute, solved.analysis, on) if _has_law(drafted) else None,
        findings=findings,
        verdicts=analysis.verdicts(drafted.dispute, states=told),
    )


def _grounded(dispute: Dispute, drafted: Dispute) -> Dispute:
    """A dispute of a file, whose parts also rest on what the same parts of the draft rest on.

    The same are options of one full name, and statements of preference that say one thing: a
    file usually began as a draft, and its author need not copy evidence by hand.
    """
    options = {name: option.because for name, _, option in drafted.named_options()}
    wishes = {(p.id, w.says): w.because for p in drafted.parties for w in p.preferences}

    def with_more(own: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
        return ordered((*(own or ("analyst",)), *more))

    parties = (
        replace(
            party,
            options=tuple(
                replace(o, because=with_more(o.because, options.get(f"{party.id}.{o.id}", ())))
                for o in party.options
            ),
            preferences=tuple(
                replace(w, because=with_more(w.because, wishes.get((party.id, w.says), ())))
                for w in party.preferences
            ),
        )
        for party in dispute.parties
    )
    return replace(dispute, parties=tuple(parties))


def day_of(dispute: Dispute, readings: Iterable[Reading]) -> date | None:
    """Day on which a brief judges the law: the newest that the dispute or its record knows."""
    days = (law.newest_day(dispute), record.newest_day(readings))
    return max((day for day in days if day), default=None)


def _has_law(drafted: Draft) -> bool:
    """Whether there is law beyond what the articles say of it: instruments, or facts."""
    dispute = drafted.dispute
    return dispute is not None and bool(dispute.instruments or dispute.facts)


def _opinions(dispute: Dispute, told: Iterable[StateId], on: date | None) -> tuple[Opinion, ...]:
    """What the law says of the states that a brief tells of."""
    if not dispute.provisions or dispute.states:
        return ()
    return tuple(law.opinion(dispute, state, on) for state in told)


# Of a dispute with more states, how its answer hangs on what is open is not worked out for a
# brief: every variant is a dispute of that size.
_MOST_VARIED = 2**12


def _robustness(dispute: Dispute, solved: Analysis) -> Robustness | None:
    if len(solved.states) > _MOST_VARIED:
        return None
    return analysis.robustness(dispute, lawful=solved.lawful)


def _broken(
    dispute: Dispute, solved: Analysis, on: date | None
) -> dict[StateId, tuple[Provision, ...]]:
    """Provisions that each unlawful state breaks; of very many states, of those told of."""
    return law.breaches(dispute, solved.notable(_MOST_VARIED), on)
