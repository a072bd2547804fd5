"""How sure the answer is: a few plain checks, and the word that their number stands for."""

from collections.abc import Iterator
from statistics import fmean

from detente.brief.case import Case, Model, preference_id, state_id
from detente.brief.contents import Assurance, Check, Level
from detente.brief.parts.standings import grounds
from detente.brief.wording import assurance as wording
from detente.domain.evidence import ordered
from detente.domain.robustness import Robustness

# Of the preferences, the share that the parties should have stated themselves.
MOSTLY = 2 / 3


def assurance(case: Case) -> Assurance:
    """Weigh the record and the model; without a model only the record is weighed."""
    checks = tuple(_checks(case))
    passed = sum(check.passed for check in checks)
    level = _level(case, passed, len(checks))
    return Assurance(level=level, text=wording.level(level, passed, len(checks)), checks=checks)


def _level(case: Case, passed: int, asked: int) -> Level:
    if case.model is None or case.model.unknown or not asked:
        return "low"
    if passed == asked:
        return "high"
    return "moderate" if 2 * passed >= asked else "low"


def _checks(case: Case) -> Iterator[Check]:
    yield _spread(case)
    if case.model is not None:
        yield from _preferences(case, case.model)
        if case.robustness is not None:
            yield from _robust(case.model, case.robustness)
    yield _judged(case)
    measured = [s.confidence for s in case.statements.values() if s.confidence is not None]
    if measured:
        mean = fmean(measured)
        yield Check(text=wording.measured(mean), passed=mean >= MOSTLY)


def _spread(case: Case) -> Check:
    documents = [reading.document for reading in case.readings]
    publishers = {d.publisher for d in documents if d.publisher and d.id not in case.copies}
    text = wording.record_spread(
        len(documents), len(case.copies), len(publishers), len(case.statements)
    )
    return Check(text=text, passed=len(publishers) > 1)


def _preferences(case: Case, model: Model) -> Iterator[Check]:
    every = [
        (preference_id(party, place), preference)
        for party in model.dispute.parties
        for place, preference in enumerate(party.preferences, start=1)
    ]
    if not every:
        return
    inferred = [element for element, preference in every if preference.basis != "stated"]
    own = len(every) - len(inferred)
    yield Check(
        text=wording.stated(own, len(every)),
        passed=own >= MOSTLY * len(every),
        because=grounds(case, model, inferred),
    )
    unsure = [element for element, preference in every if preference.unsure]
    yield Check(
        text=wording.settled(len(unsure)),
        passed=not unsure,
        because=grounds(case, model, unsure),
    )


def _robust(model: Model, found: Robustness) -> Iterator[Check]:
    if model.unknown:
        return
    told = [("today’s state", found.status_quo), ("the deal", found.deal)]
    for what, state in told:
        if state is None:
            continue
        standing = found.standing(state)
        text = wording.robust(what, standing, found.variants, found.exhaustive)
        because = (state_id(state),)
        yield Check(text=text, passed=standing != "sometimes", because=because)


def _judged(case: Case) -> Check:
    judged = [j for claim, j in case.judgements.items() if claim in case.claims]
    last = max((judgement.at[:10] for judgement in judged), default=None)
    by = ordered(judgement.by for judgement in judged)
    text = wording.judged(len(judged), len(case.claims), by, last)
    return Check(text=text, passed=case.reviewed)
