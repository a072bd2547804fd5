"""From files to documents, and from documents to what is said and done in them.

Nothing here loads spaCy until a text is read.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.domain.evidence import Document, Reading
from detente.read.dates.written import whole_date
from detente.read.intake.documents import Taken, take_bytes, take_file
from detente.read.intake.inputs import files, holds_many, take
from detente.read.provenance import provenance
from detente.read.readers import Reader, RuleReader

if TYPE_CHECKING:
    from detente.read.explain import Why

__all__ = [
    "Reader",
    "RuleReader",
    "Taken",
    "explained",
    "files",
    "holds_many",
    "load_parser",
    "provenance",
    "read_documents",
    "take",
    "take_bytes",
    "take_file",
    "whole_date",
]


def load_parser() -> None:
    """Load the parser, which takes about a second, before the first text needs it."""
    from detente.read.grammar.parser import pipeline

    pipeline()


def read_documents(documents: Iterable[Document]) -> Iterator[Reading]:
    """Read documents in batches; readings come in the order of the documents."""
    from detente.read import reader

    yield from reader.read_documents(documents)


def explained(
    documents: Iterable[Document],
) -> "Iterator[tuple[Reading, Why]]":
    """Read documents and say of each statement and event why it was found."""
    from detente.read import explain

    yield from explain.explained(documents)
