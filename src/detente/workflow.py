"""The line, from an article to a brief: the only file that knows the order.

Each arrow is one function. What is wrong with the data travels with the result as findings;
one input that gives nothing never stops the others.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from detente import analysis, brief, law, read, record
from detente.brief import Brief
from detente.domain.claims import claims
from detente.domain.dispute import Dispute, StateId
from detente.domain.drafts import Draft
from detente.domain.evidence import Document, Reading
from detente.domain.findings import Finding, Place
from detente.domain.norms import Provision
from detente.domain.states import feasible_states
from detente.domain.verdicts import CONCEPTS, Analysis, Concept
from detente.errors import DetenteError, InputError
from detente.model import files
from detente.model.drafting.draft import draft
from detente.read import Taken
from detente.record import MemoryStore, Store

if TYPE_CHECKING:
    from detente.record.keeping import CaseStore

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What became of one input: what was read in it, or nothing, and what is wrong with it.

    ``kept`` says whether its text is in a record now.
    """

    path: str
    reading: Reading | None = None
    findings: tuple[Finding, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """What became of one dispute; ``error`` is why it could not be solved."""

    dispute: Dispute | None = None
    analysis: Analysis | None = None
    findings: tuple[Finding, ...] = ()
    error: DetenteError | None = None


def _silently(_: str) -> None:
    """Tell nobody."""


# --- article → brief ------------------------------------------------------------------------


def brief_articles(
    paths: Iterable[Path],
    published: str | None = None,
    *,
    store: Store | None = None,
    tell: Tell = _silently,
) -> Brief:
    """Read articles, record what they say, and brief what the whole record shows.

    Parameters
    ----------
    published
        ISO date of any precision, for articles that do not carry one.
    store
        The record so far; without one it is these articles alone.
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
    return brief_record(store, findings)


def brief_record(store: Store, findings: Iterable[Finding] = ()) -> Brief:
    """Draft the dispute that a record tells of, solve it, and brief it."""
    readings = store.readings()
    drafted = draft_record(store)
    reviewed = record.all_judged(claims(readings), store.judgements())
    if drafted.dispute is None:
        return brief.compose(readings, drafted, reviewed=reviewed, findings=findings)

    days = (law.newest_day(drafted.dispute), record.newest_day(readings))
    on = max((day for day in days if day), default=None)
    solved = solve(drafted.dispute, on)
    findings = (*findings, *solved.findings)
    if solved.analysis is None:
        return brief.compose(readings, drafted, reviewed=reviewed, findings=findings)

    deal = analysis.deal(drafted.dispute, solved.analysis, on=on)
    told = tuple({s for s in (solved.analysis.status_quo, deal.state) if s is not None})
    return brief.compose(
        readings,
        drafted,
        solved.analysis,
        deal,
        _broken(drafted.dispute, solved.analysis, on),
        reviewed=reviewed,
        findings=findings,
        verdicts=analysis.verdicts(drafted.dispute, states=told),
    )


def draft_record(store: Store) -> Draft:
    """Draft the dispute that a record tells of, as far as no analyst has rejected it."""
    readings = store.readings()
    made = claims(readings)
    counting = record.accepted(made, store.judgements())
    return draft(record.without(readings, set(made) - set(counting)))


# --- article → record -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Inputs that are in the record now, those known before among them, or that were refused."""

    articles: tuple[Article, ...] = ()
    findings: tuple[Finding, ...] = ()


# Texts that are kept at once, and seconds of reading after which they are kept in any case:
# so much is lost at most when somebody stops the program.
_TOGETHER = 64
_SECONDS = 2.0


def add_articles(
    store: Store,
    paths: Iterable[Path],
    published: str | None = None,
    *,
    parse: bool = True,
    tell: Tell = _silently,
) -> Iterator[Added]:
    """Put articles into a record, and what is read in those it does not know.

    Texts are known by their words, so a call that was interrupted can be made once more.
    Yields what was kept, when it is kept. Parameters and errors are those of
    :func:`brief_articles`.

    Parameters
    ----------
    parse
        Whether to read the texts, or only to keep them.
    """
    paths = tuple(paths)
    inputs = take(paths, published)
    wanted = store.unread if parse else _none
    return _kept_together(store, _read(inputs, _Progress(paths, tell), wanted))


def _kept_together(store: Store, found: Iterable[tuple[Taken, Reading | None]]) -> Iterator[Added]:
    """Keep what is found, a few texts at a time."""
    pending: list[tuple[Taken, Reading | None]] = []
    since = time.monotonic()
    for taken, reading in found:
        pending.append((taken, reading))
        if len(pending) >= _TOGETHER or time.monotonic() - since > _SECONDS:
            yield _keep(store, pending)
            pending, since = [], time.monotonic()
    if pending:
        yield _keep(store, pending)


def _keep(store: Store, pending: Sequence[tuple[Taken, Reading | None]]) -> Added:
    arrivals = [
        record.Arrival(document=taken.document, source=taken.source, reading=reading)
        for taken, reading in pending
        if taken.document is not None
    ]
    known = store.take_in(arrivals, read.provenance()) if arrivals else ()
    articles = tuple(
        _article(taken, reading, kept=taken.document is not None) for taken, reading in pending
    )
    findings = [finding for article in articles for finding in article.findings]
    return Added(articles=articles, findings=(*findings, *known))


def read_again(
    store: "CaseStore", *, everything: bool = False, tell: Tell = _silently
) -> Iterator[int]:
    """Read documents of a case that this reader has not read; yields how many, batch by batch.

    What people decided stays as it is; `CaseStore.whereabouts` says what became of the words.

    Parameters
    ----------
    everything
        Read all documents, whoever read them before.
    """
    reader = read.provenance()
    documents = store.documents(not_by=None if everything else reader)
    if not documents:
        return
    tell("loading the parser")
    read.load_parser()
    done = 0
    newer: list[Reading] = []
    for reading in read.read_documents(documents):
        newer.append(reading)
        if len(newer) == _TOGETHER or done + len(newer) == len(documents):
            store.read_again(newer, reader)
            done += len(newer)
            newer = []
            tell(f"reading: {done} of {len(documents)}")
            yield done


# --- article → statements and events --------------------------------------------------------


def take(paths: Iterable[Path], published: str | None = None) -> Iterator[Taken]:
    """Turn files, folders and files of one text a line into documents, in input order.

    Raises
    ------
    InputError
        If ``published`` is no date.
    """
    if published is not None and read.whole_date(published) is None:
        raise InputError(
            f"{published!r} is not a date of publication",
            fix="write it as 2025, 2025-12 or 2025-12-09",
        )
    return (taken for path in paths for taken in read.take(path, published))


def read_articles(
    paths: Iterable[Path], published: str | None = None, *, tell: Tell = _silently
) -> Iterator[Article]:
    """Read what is said and done in articles; they come in input order.

    Inputs are taken as they are needed: there may be more of them than fit in memory.
    Parameters and errors are those of :func:`brief_articles`.
    """
    paths = tuple(paths)
    found = _read(take(paths, published), _Progress(paths, tell))
    return (_article(taken, reading) for taken, reading in found)


def _article(taken: Taken, reading: Reading | None, *, kept: bool = False) -> Article:
    findings = reading.findings if reading else taken.findings
    return Article(path=taken.path, reading=reading, findings=findings, kept=kept)


def _every(_: Document) -> bool:
    """Read every document."""
    return True


def _none(_: Document) -> bool:
    """Read none of the documents."""
    return False


def _read(
    inputs: Iterator[Taken],
    progress: "_Progress",
    wanted: Callable[[Document], bool] = _every,
) -> Iterator[tuple[Taken, Reading | None]]:
    """Everything taken, in order, with what was read in it if its document is wanted."""
    waiting: deque[_Waiting] = deque()
    for reading in read.read_documents(_documents(inputs, waiting, progress, wanted)):
        yield from _unread(waiting)
        taken = waiting.popleft().taken
        progress.one_more()
        yield taken, replace(reading, findings=(*taken.findings, *reading.findings))
    yield from _unread(waiting)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Something taken that waits for its place in the order."""

    taken: Taken
    is_read: bool


def _documents(
    inputs: Iterator[Taken],
    waiting: deque[_Waiting],
    progress: "_Progress",
    wanted: Callable[[Document], bool],
) -> Iterator[Document]:
    """Documents to be read; everything taken waits for its place in the order."""
    for taken in inputs:
        is_read = taken.document is not None and wanted(taken.document)
        waiting.append(_Waiting(taken, is_read))
        if is_read and taken.document is not None:
            progress.begin()
            yield taken.document


class _Progress:
    """Tells how far reading is; of how many is known unless a file holds many texts."""

    def __init__(self, paths: Sequence[Path], tell: Tell) -> None:
        inputs = [file for path in paths for file in read.files(path)]
        self._of = "" if any(read.holds_many(file) for file in inputs) else f" of {len(inputs)}"
        self._tell = tell
        self._done: int | None = None

    def begin(self) -> None:
        """Load the parser, before the first text and never for none."""
        if self._done is None:
            self._tell("loading the parser")
            read.load_parser()
            self._done = 0
            self._tell("reading")

    def one_more(self) -> None:
        """Count a text that was read."""
        self._done = (self._done or 0) + 1
        self._tell(f"reading: {self._done}{self._of}")


def _unread(waiting: deque[_Waiting]) -> Iterator[tuple[Taken, None]]:
    """What waits first in line and is not to be read."""
    while waiting and not waiting[0].is_read:
        yield waiting.popleft().taken, None


# --- dispute → verdicts ---------------------------------------------------------------------


def analyse_dispute(
    path: Path,
    on: date | None = None,
    concepts: Sequence[Concept] = CONCEPTS,
    *,
    tell: Tell = _silently,
) -> Solved:
    """Solve a dispute file.

    Parameters
    ----------
    on
        Day on which the law is judged; by default the newest that the dispute itself names.
    concepts
        Stability concepts that are asked about.
    tell
        Called with what is being done now.
    """
    dispute, findings = files.load(path)
    if dispute is None:
        return Solved(findings=findings)
    solved = solve(dispute, on or law.newest_day(dispute), concepts, tell=tell)
    placed = (
        replace(finding, where=finding.where or Place(path=str(path)))
        for finding in (*findings, *solved.findings)
    )
    return replace(solved, findings=tuple(placed))


def solve(
    dispute: Dispute,
    on: date | None,
    concepts: Sequence[Concept] = CONCEPTS,
    *,
    tell: Tell = _silently,
) -> Solved:
    """Judge each state by the law of a day, and find which states are stable for whom."""
    try:
        lawful = law.judge(dispute, feasible_states(dispute), on)
        solved = analysis.analyse(dispute, lawful=lawful, concepts=concepts, tell=tell)
    except DetenteError as error:
        return Solved(dispute=dispute, findings=(not_analysed(error),), error=error)
    return Solved(dispute=dispute, analysis=solved, findings=solved.findings)


def not_analysed(error: DetenteError, where: Place | None = None) -> Finding:
    """Say of one dispute why it is not solved, where others still are."""
    return Finding(
        code="not-analysed", severity="error", what=error.what, fix=error.fix, where=where
    )


def _broken(
    dispute: Dispute, solved: Analysis, on: date | None
) -> dict[StateId, tuple[Provision, ...]]:
    """Provisions that each unlawful state breaks."""
    found = {state.id: law.broken(dispute, state, on) for state in solved.states}
    return {state: provisions for state, provisions in found.items() if provisions}
