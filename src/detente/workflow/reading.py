"""Article → statements and events: inputs are taken and read one after another."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from detente import read
from detente.domain.evidence import Document, Reading
from detente.domain.findings import Finding
from detente.errors import InputError
from detente.read import Taken

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


def silently(_: str) -> None:
    """Tell nobody."""


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
    paths: Iterable[Path], published: str | None = None, *, tell: Tell = silently
) -> Iterator[Article]:
    """Read what is said and done in articles; they come in input order.

    Inputs are taken as they are needed: there may be more of them than fit in memory.
    Parameters and errors are those of :func:`brief_articles`.
    """
    paths = tuple(paths)
    found = found_in(take(paths, published), Progress(paths, tell))
    return (article_of(taken, reading) for taken, reading in found)


def article_of(taken: Taken, reading: Reading | None, *, kept: bool = False) -> Article:
    """What became of one input."""
    findings = reading.findings if reading else taken.findings
    return Article(path=taken.path, reading=reading, findings=findings, kept=kept)


def _every(_: Document) -> bool:
    """Read every document."""
    return True


def none(_: Document) -> bool:
    """Read none of the documents."""
    return False


def found_in(
    inputs: Iterator[Taken],
    progress: "Progress",
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
    progress: "Progress",
    wanted: Callable[[Document], bool],
) -> Iterator[Document]:
    """Documents to be read; everything taken waits for its place in the order."""
    for taken in inputs:
        is_read = taken.document is not None and wanted(taken.document)
        waiting.append(_Waiting(taken, is_read))
        if is_read and taken.document is not None:
            progress.begin()
            yield taken.document


class Progress:
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
