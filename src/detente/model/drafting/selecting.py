"""Which texts of a record a draft rests on: those of a day, or all but some."""

from collections.abc import Iterable, Sequence
from datetime import date

from detente.domain.evidence import Document, Reading
from detente.domain.findings import Finding
from detente.errors import InputError
from detente.lexicon.due import interval
from detente.model.names import nearest


def published_by(
    readings: Iterable[Reading], day: date
) -> tuple[tuple[Reading, ...], tuple[Finding, ...]]:
    """Readings of texts that were surely published by a day; undated ones are left out."""
    readings = tuple(readings)
    kept = tuple(r for r in readings if _published_by(r.document, day))
    undated = [r.document for r in readings if not r.document.published]
    if not undated:
        return kept, ()
    what = f"{len(undated)} texts without a date of publication were left out"
    if len(undated) == 1:
        what = f"{undated[0].path or undated[0].id} has no date of publication and was left out"
    fix = "add them again with --published DATE"
    return kept, (Finding(code="undated-left-out", severity="warning", what=what, fix=fix),)


def _published_by(document: Document, day: date) -> bool:
    published = document.published
    return published is not None and date.fromisoformat(interval(published)[1]) <= day


def from_sources(readings: Iterable[Reading], sources: Sequence[str]) -> tuple[str, ...]:
    """Ids of the documents that some sources mean: files, ids, titles, publishers.

    Raises
    ------
    InputError
        If a source means no document.
    """
    documents = [reading.document for reading in readings]
    found: dict[str, None] = {}
    for source in sources:
        meant = [document.id for document in documents if _is_of(document, source)]
        if not meant:
            known = [name for document in documents for name in _names(document)]
            best = nearest(source, known)
            raise InputError(
                f"no document of the case comes from {source!r}",
                fix=f"did you mean {best!r}?" if best else "give a file, an id or a publisher",
            )
        found |= dict.fromkeys(meant)
    return tuple(found)


def _is_of(document: Document, source: str) -> bool:
    if source in _names(document):
        return True
    return len(source) > 6 and document.id.startswith(source)


def _names(document: Document) -> list[str]:
    path = document.path
    names = [path, path and path.replace("\\", "/").rsplit("/", 1)[-1]]
    names += [document.id, document.title, document.publisher, document.url, document.source_id]
    return [name for name in names if name]
