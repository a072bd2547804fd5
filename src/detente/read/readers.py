"""The seam between a reader and what uses it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from detente.domain.evidence import Document, Reading


class Reader(Protocol):
    """Finds what texts say."""

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents; readings come in the order of the documents."""


class RuleReader:
    """The reader by grammar, lexicon and counts, which is the default."""

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents; readings come in the order of the documents."""
        from detente.read import reader

        yield from reader.read_documents(documents)
