"""Record → what is new: what came in, and what of it changed the answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente import analysis, brief, record
from detente.brief import News
from detente.domain.claims import claims
from detente.domain.dispute import Dispute
from detente.domain.evidence import Claim, Reading
from detente.record import Store
from detente.workflow.briefing import brief_record, day_of
from detente.workflow.drafting import counting, draft_readings
from detente.workflow.reading import Tell, silently
from detente.workflow.solving import solve

if TYPE_CHECKING:
    from detente.record.keeping import CaseStore


def changes(store: "CaseStore", since: str, *, tell: Tell = silently) -> News:
    """Say what is new in a record, what it did to the model and to the answer, and which of it.

    Parameters
    ----------
    since
        An ISO day: what came in on it or later (UTC) is new. Or the number of an entry of the
        log: what came after it is.

    Raises
    ------
    InputError
        If ``since`` is neither.
    """
    from detente.record.rewinding import entry_named, rewound

    past = rewound(store, entry_named(store.history(), since))
    tell("briefing the record as it was")
    then = brief_record(past)
    tell("briefing the record as it is")
    now = brief_record(store, before=then.dispute)
    news = brief.compare(then, now, since)
    was, is_now = _gist(counting(past), None), _gist(counting(store), then.dispute)
    without = {}
    for number, one in enumerate(news.candidates if was != is_now else (), start=1):
        tell(f"drafting without each of what is new: {number} of {len(news.candidates)}")
        without[one] = _gist(_counting_without(store, past, one), then.dispute)
    return brief.attributed(news, was, is_now, without)


def _gist(readings: Sequence[Reading], before: Dispute | None) -> brief.Gist:
    """What the answer comes down to that these readings give."""
    dispute = draft_readings(readings, before=before).dispute
    if dispute is None:
        return brief.gist(None, None, None)
    on = day_of(dispute, readings)
    solved = solve(dispute, on).analysis
    deal = analysis.deal(dispute, solved, on=on) if solved else None
    return brief.gist(dispute, solved, deal)


def _counting_without(store: Store, past: Store, one: str) -> tuple[Reading, ...]:
    """Readings that count, but for one statement or event, or as a claim was judged before."""
    readings = store.readings()
    made = claims(readings)
    judgements = [j for j in store.judgements() if j.claim != one]
    judgements += [j for j in past.judgements() if j.claim == one]
    rejected = set(made) - set(record.accepted(made, judgements))
    without = record.without(readings, [*rejected, _only(one)])
    return tuple(
        replace(reading, events=tuple(event for event in reading.events if event.id != one))
        for reading in without
    )


def _only(statement: str) -> Claim:
    """A claim that rests on one statement, to leave it out by."""
    return Claim(party=None, text="", key="", support=(statement,))
