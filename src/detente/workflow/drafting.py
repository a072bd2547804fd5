"""Record → dispute, and dispute file: drafted, and revised without touching a person's work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from detente import analysis, record
from detente.domain.claims import claims
from detente.domain.dispute import Dispute
from detente.domain.drafts import Draft
from detente.domain.evidence import Reading
from detente.domain.findings import Finding
from detente.errors import DetenteError
from detente.model.drafting.draft import draft
from detente.model.drafting.missing import open_question
from detente.model.drafting.passages import Passages
from detente.model.drafting.remarks import quoting
from detente.model.drafting.remarks import remarks as remarks_on
from detente.model.drafting.remembering import Remembering
from detente.model.drafting.revising import Revision
from detente.model.drafting.selecting import published_by
from detente.model.naming import check_named
from detente.record import Store

if TYPE_CHECKING:
    from detente.record.folders import Case
    from detente.record.keeping import CaseStore


def draft_record(
    store: Store,
    *,
    before: Dispute | None = None,
    keep: Collection[str] = (),
    as_of: date | None = None,
) -> Draft:
    """Draft the dispute that a record tells of, as far as no analyst has rejected it.

    Parameters
    ----------
    before, keep
        An earlier draft whose options keep their names; options that stay in any case.
    as_of
        Only what was published by this day.
    """
    return draft_readings(counting(store), before=before, keep=keep, as_of=as_of)


def counting(store: Store) -> tuple[Reading, ...]:
    """Readings without what an analyst has rejected."""
    readings, judgements = store.readings(), store.judgements()
    if not judgements:
        return readings
    made = claims(readings)
    rejected = set(made) - set(record.accepted(made, judgements))
    return tuple(record.without(readings, rejected))


def draft_readings(
    readings: Sequence[Reading],
    *,
    before: Dispute | None = None,
    keep: Collection[str] = (),
    as_of: date | None = None,
) -> Draft:
    """Draft the dispute that some readings tell of; see :func:`draft_record`."""
    if as_of is None:
        return draft(readings, before=before, keep=keep)
    readings, findings = published_by(readings, as_of)
    drafted = draft(readings, before=before, keep=keep)
    return replace(drafted, findings=(*findings, *drafted.findings))


# More open questions than these are not looked into at once.
_MOST_QUESTIONS = 3


def with_questions(drafted: Draft) -> Draft:
    """A draft with findings on what the record leaves open, the most decisive question first."""
    if drafted.dispute is None:
        return drafted
    try:
        found = analysis.robustness(drafted.dispute)
    except DetenteError:  # too large to be varied: the draft is none the worse
        return drafted
    telling = [q for q in found.questions if q.deal or q.status_quo or q.equilibria]
    questions = tuple(open_question(question) for question in telling[:_MOST_QUESTIONS])
    return replace(drafted, findings=(*questions, *drafted.findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrafted:
    """A draft, and what it did to the dispute file that was there; None if none was.

    A draft made with what was kept of the texts has no claims, conflicts and expectations.
    """

    draft: Draft
    revision: Revision | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings of the draft and of the revision."""
        return (*(self.revision.findings if self.revision else ()), *self.draft.findings)


def remembering(store: "CaseStore", case: "Case") -> Remembering | None:
    """What drafting keeps of the texts of a case, to be faster another time; not in a backup."""
    return None if store.sealed else Remembering(case.memory, store)


def draft_file(
    store: Store,
    path: Path,
    *,
    as_of: date | None = None,
    base: bool = False,
    kept: Remembering | None = None,
) -> Redrafted:
    """Draft the dispute that a record tells of into a new file.

    Parameters
    ----------
    kept
        Where to keep what the texts of the record tell, if anywhere.
    base
        Whether to keep the draft beside the file, so that `revise_file` can tell what a person
        has changed since.

    Raises
    ------
    InputError
        If a person has made or changed the file that is there.
    """
    from detente.model import drafted as drafted_files  # it writes TOML, which takes a library

    drafted_files.check_untouched(path)
    if kept is not None and as_of is None:
        drafted, quote = kept.draft_all()
    else:
        readings = counting(store)
        drafted = draft_readings(readings, as_of=as_of)
        quote = quoting(Passages(readings))
    drafted = with_questions(drafted)
    if drafted.dispute is not None:
        remarks = remarks_on(drafted, quote)
        drafted_files.write_drafted(path, drafted.dispute, remarks, base=base)
    return Redrafted(draft=drafted)


def revise_file(
    store: Store,
    path: Path,
    *,
    take: Collection[str] = (),
    as_of: date | None = None,
    kept: Remembering | None = None,
) -> Redrafted:
    """Fold what a record tells of by now into a dispute file, without touching a person's work.

    Parameters
    ----------
    take
        Full names of options that were left out so far.
    kept
        What is kept of the texts of the record: only those that are new are worked out then.

    Raises
    ------
    InputError
        If there is no option called so, or a file is no valid dispute file.
    """
    from detente.model import drafted as drafted_files

    if not path.exists():
        return draft_file(store, path, as_of=as_of, base=True, kept=kept)
    stands = drafted_files.standing(path)
    now, before = stands.now, stands.last
    names = [name for dispute in (now, before) if dispute for name, _, _ in dispute.named_options()]
    keep = (*names, *take)
    if kept is not None and as_of is None:
        drafted, quote = kept.draft(before=before or now, keep=keep)
    else:
        readings = counting(store)
        drafted = draft_readings(readings, before=before or now, keep=keep, as_of=as_of)
        quote = quoting(Passages(readings))
    if drafted.dispute is None:
        return Redrafted(draft=drafted)
    check_named(drafted.dispute, take)
    remarks = remarks_on(drafted, quote)
    return Redrafted(
        draft=drafted, revision=drafted_files.fold_in(stands, drafted.dispute, remarks)
    )
