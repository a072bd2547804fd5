"""Article → record: texts are kept, and what is read in them."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from detente import read, record
from detente.domain.evidence import Reading
from detente.domain.findings import Finding
from detente.read import Taken
from detente.record import Store
from detente.workflow.reading import (
    Article,
    Progress,
    Tell,
    article_of,
    found_in,
    none,
    silently,
    take,
)

if TYPE_CHECKING:
    from detente.record.keeping import CaseStore


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
    tell: Tell = silently,
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
    wanted = store.unread if parse else none
    return _kept_together(store, found_in(inputs, Progress(paths, tell), wanted))


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
        article_of(taken, reading, kept=taken.document is not None) for taken, reading in pending
    )
    findings = [finding for article in articles for finding in article.findings]
    return Added(articles=articles, findings=(*findings, *known))


def read_again(
    store: "CaseStore", *, everything: bool = False, tell: Tell = silently
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
