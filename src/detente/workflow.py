"""The line, from an article to a brief: the only file that knows the order.

Each arrow is one function. What is wrong with the data travels with the result as findings;
one input that gives nothing never stops the others.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from detente import analysis, brief, law, read, record
from detente.brief import Brief
from detente.domain.dispute import Dispute, StateId
from detente.domain.drafts import Draft
from detente.domain.evidence import Document, Reading
from detente.domain.findings import Finding, Place
from detente.domain.norms import Provision
from detente.domain.states import feasible_states
from detente.domain.verdicts import Analysis
from detente.errors import DetenteError, InputError
from detente.model import files
from detente.model.drafting.claims import claims
from detente.model.drafting.draft import draft
from detente.read import Taken
from detente.record import MemoryStore, Store

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What became of one input: what was read in it, or nothing, and what is wrong with it."""

    path: str
    reading: Reading | None = None
    findings: tuple[Finding, ...] = ()


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
    findings: list[Finding] = []
    for article in read_articles(paths, published, tell=tell):
        duplicate = article.reading and store.add(article.reading)
        findings += [*article.findings, *([duplicate] if duplicate else [])]
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
    return _read(take(paths, published), _Progress(paths, tell))


def _read(inputs: Iterator[Taken], progress: "_Progress") -> Iterator[Article]:
    waiting: deque[Taken] = deque()
    for reading in read.read_documents(_documents(inputs, waiting, progress)):
        yield from _refused(waiting)
        taken = waiting.popleft()
        found = replace(reading, findings=(*taken.findings, *reading.findings))
        progress.one_more()
        yield Article(path=taken.path, reading=found)
    yield from _refused(waiting)


def _documents(
    inputs: Iterator[Taken], waiting: deque[Taken], progress: "_Progress"
) -> Iterator[Document]:
    """Documents to be read; everything taken waits for its place in the order."""
    for taken in inputs:
        waiting.append(taken)
        if taken.document is not None:
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


def _refused(waiting: deque[Taken]) -> Iterator[Article]:
    """Inputs that wait first in line and gave no document."""
    while waiting and waiting[0].document is None:
        taken = waiting.popleft()
        yield Article(path=taken.path, findings=taken.findings)


# --- dispute → verdicts ---------------------------------------------------------------------


def analyse_dispute(path: Path, on: date | None = None) -> Solved:
    """Solve a dispute file.

    Parameters
    ----------
    on
        Day on which the law is judged; by default the newest that the dispute itself names.
    """
    dispute, findings = files.load(path)
    if dispute is None:
        return Solved(findings=findings)
    solved = solve(dispute, on or law.newest_day(dispute))
    placed = (
        replace(finding, where=finding.where or Place(path=str(path)))
        for finding in (*findings, *solved.findings)
    )
    return replace(solved, findings=tuple(placed))


def solve(dispute: Dispute, on: date | None) -> Solved:
    """Judge each state by the law of a day, and find which states are stable for whom."""
    try:
        lawful = law.judge(dispute, feasible_states(dispute), on)
        solved = analysis.analyse(dispute, lawful=lawful)
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
