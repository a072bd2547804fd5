"""The line, from an article to a brief: the only file that knows the order.

Each arrow is one function. What is wrong with the data travels with the result as findings;
one input that gives nothing never stops the others.
"""

import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from detente import analysis, brief, law, read, record
from detente.brief import Brief, News
from detente.domain.claims import claims
from detente.domain.dispute import Dispute, StateId
from detente.domain.drafts import Draft
from detente.domain.evidence import Claim, Document, Reading, ordered
from detente.domain.findings import Finding, Place
from detente.domain.norms import Provision
from detente.domain.robustness import Robustness
from detente.domain.rulings import TIERS, LawfulOutcomes, NearOutcome, Opinion, Route
from detente.domain.states import feasible_states
from detente.domain.verdicts import CONCEPTS, Analysis, Ask, Concept
from detente.errors import DetenteError, InputError
from detente.model import files
from detente.model.drafting.claims import contested_claims
from detente.model.drafting.draft import draft
from detente.model.drafting.missing import open_question
from detente.model.drafting.passages import Ground, Passages
from detente.model.drafting.remarks import quoting
from detente.model.drafting.remarks import remarks as remarks_on
from detente.model.drafting.remembering import Remembering
from detente.model.drafting.revising import Revision
from detente.model.drafting.selecting import from_sources, published_by
from detente.model.naming import Element, check_named, elements
from detente.model.naming import find as find_elements
from detente.read import Taken
from detente.record import MemoryStore, Store

if TYPE_CHECKING:
    from detente.record.folders import Case
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
    file: Path | None = None,
    tell: Tell = _silently,
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

    on = _day_of(drafted.dispute, readings)
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


def _day_of(dispute: Dispute, readings: Iterable[Reading]) -> date | None:
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


# --- record → what is new ---------------------------------------------------------------------


def changes(store: "CaseStore", since: str, *, tell: Tell = _silently) -> News:
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
    on = _day_of(dispute, readings)
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


# --- record → dispute -------------------------------------------------------------------------


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


# --- record → dispute file --------------------------------------------------------------------


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
    before = drafted_files.last_draft(path)
    now = drafted_files.loaded(path)
    standing = [
        name for dispute in (now, before) if dispute for name, _, _ in dispute.named_options()
    ]
    keep = (*standing, *take)
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
    return Redrafted(draft=drafted, revision=drafted_files.fold_in(path, drafted.dispute, remarks))


# --- dispute → words --------------------------------------------------------------------------


def why(
    store: Store, dispute: Dispute, wanted: str
) -> tuple[tuple[Element, Sequence[Ground]], ...]:
    """Follow elements of a dispute to the sentences they rest on.

    Raises
    ------
    InputError
        If nothing in the dispute is called so.
    """
    found = find_elements(dispute, wanted)
    readings = store.readings()
    passages = Passages(readings, contested_claims(readings))
    return tuple((element, [passages.ground(i) for i in element.because]) for element in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """What a draft loses without some documents; ``gained`` is what stands only then.

    Both hold names of elements, and equilibria as ``seq: options taken``.
    """

    documents: tuple[str, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]


def without(store: Store, sources: Sequence[str]) -> Fallen:
    """Draft a record again without some documents, and compare.

    Raises
    ------
    InputError
        If a source means no document.
    """
    readings = counting(store)
    left_out = from_sources(readings, sources)
    whole = draft(readings)
    rest = draft([r for r in readings if r.document.id not in left_out], before=whole.dispute)
    had, has = _conclusions(whole), _conclusions(rest)
    return Fallen(
        documents=left_out,
        lost=tuple(name for name in had if name not in has),
        gained=tuple(name for name in has if name not in had),
    )


def _conclusions(drafted: Draft) -> tuple[str, ...]:
    """Every element of a draft, today's state and the equilibria, by name."""
    dispute = drafted.dispute
    if dispute is None:
        return ()
    found = [element.name for element in elements(dispute)]
    if isinstance(dispute.status_quo, frozenset):
        found += [f"{name} is taken today" for name in sorted(dispute.status_quo)]
    solved = solve(dispute, law.newest_day(dispute)).analysis
    if solved is not None:
        for concept, ids in solved.equilibria.items():
            states = (solved.state(state).taken or () for state in ids)
            found += [f"{concept}: {'+'.join(sorted(taken)) or '-'}" for taken in states]
    return tuple(found)


# --- article → record -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Inputs that are in the record now, those known before among them, or that were refused."""

    articles: tuple[Article, ...] = ()
    findings: tuple[Finding, ...] = ()


# More open questions than these are not looked into at once.
_MOST_QUESTIONS = 3
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
    on = on or law.newest_day(dispute)
    solved = solve(dispute, on, concepts, tell=tell)
    placed = (
        replace(finding, where=finding.where or Place(path=str(path)))
        for finding in (*findings, *law.contradictions(dispute, on), *solved.findings)
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
    """Provisions that each unlawful state breaks; of very many states, of those told of."""
    return law.breaches(dispute, solved.notable(_MOST_VARIED), on)


# --- dispute → law ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A dispute before the law: the day it is judged on, and what is wrong with its file."""

    dispute: Dispute
    on: date | None
    readings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def bring_before_law(
    path: Path, on: date | None = None, readings: Sequence[str] = ()
) -> Matter | tuple[Finding, ...]:
    """Read a dispute file and the instruments it names; findings alone if it gives no dispute.

    Parameters
    ----------
    on
        Day on which the law is judged; by default the newest that the dispute itself names.
    readings
        Readings of the law that are taken to be right; the others are left open.
    """
    dispute, findings = files.load(path)
    if dispute is None:
        return findings
    on = on or law.newest_day(dispute)
    contradictory = law.contradictions(dispute, on, readings)
    return Matter(
        dispute=dispute, on=on, readings=tuple(readings), findings=(*findings, *contradictory)
    )


# So many lawful states at most, the nearest to today's first, are looked at for one change of
# mind that would make them hold; and no dispute of more states, since each takes several
# solutions of the whole.
_MOST_NEAR = 32
# So many states that are a deal are looked at for the cheapest way to one.
_MOST_ROUTES = 8
_MOST_SOLVED_AGAIN = 2**12


def lawful_outcomes(
    dispute: Dispute, solved: Analysis, on: date | None, readings: Sequence[str] = ()
) -> LawfulOutcomes | None:
    """Where law and stability meet: what holds and is lawful, what nearly holds, and the way.

    None where there is no law to speak of, or there are too many states to look at each. The
    way is that to the deal: the cheapest that makes it lawful, step by step. Without a day it is
    the newest that the dispute itself names.
    """
    if not dispute.provisions or dispute.states or len(solved.states) > _MOST_SOLVED_AGAIN:
        return None
    on = on or law.newest_day(dispute)
    holding = {state for ids in solved.equilibria.values() for state in ids}
    in_order = [s.id for s in solved.notable(_MOST_SOLVED_AGAIN) if s.id in holding]
    deal = analysis.deal(dispute, solved, on=on)
    near, more = _near(dispute, solved, holding)
    return LawfulOutcomes(
        known=not solved.unknown,
        equilibria=tuple(s for s in in_order if solved.lawful.get(s) is True),
        doubtful=tuple(s for s in in_order if solved.lawful.get(s) is None),
        near=near,
        more_near=more,
        route=None if deal.state is None else _route(dispute, solved, deal.asks, on, readings),
    )


def _route(
    dispute: Dispute,
    solved: Analysis,
    asks: Sequence[Ask],
    on: date | None,
    readings: Sequence[str],
) -> Route | None:
    """The cheapest of the lawful ways to the states in which each has what it asks."""
    wanted = {ask.option: ask.take for ask in asks}
    today = dispute.status_quo if isinstance(dispute.status_quo, frozenset) else frozenset()
    meeting = [
        state
        for state in solved.notable(_MOST_SOLVED_AGAIN)
        if len(state.members) == 1
        and all((option in state.members[0]) == take for option, take in wanted.items())
    ]
    meeting.sort(key=lambda state: len(state.members[0] ^ today))
    routes = (law.route(dispute, s.id, on, readings) for s in meeting[:_MOST_ROUTES])
    return min((route for route in routes if route), key=_expense, default=None)


def _expense(route: Route) -> tuple[int, int, int]:
    tier, cost = (route.way.tier, route.way.cost) if route.way else (TIERS[0], 0)
    return TIERS.index(tier), cost, len(route.steps)


def _near(
    dispute: Dispute, solved: Analysis, holding: Collection[StateId]
) -> tuple[tuple[NearOutcome, ...], bool]:
    """Lawful states that one change of mind would make hold, the nearest to today's first."""
    if solved.unknown:
        return (), False
    today = dispute.status_quo if isinstance(dispute.status_quo, frozenset) else frozenset()
    lawful = [s for s in solved.states if s.members and solved.lawful.get(s.id) is True]
    lawful = [state for state in lawful if state.id not in holding]
    lawful.sort(key=lambda state: min(len(member ^ today) for member in state.members))
    found = (
        NearOutcome(state=state.id, changes=changes)
        for state in lawful[:_MOST_NEAR]
        if (changes := analysis.changes_of_mind(dispute, state))
    )
    return tuple(found), len(lawful) > _MOST_NEAR
