"""Where a place in a document stands: in which sentence, and in which quotation."""

from bisect import bisect_right
from collections.abc import Sequence

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.grammar.quotes import is_speech, quotations


class Setting:
    """The sentences and quotations of one document.

    Parameters
    ----------
    text, passages
        The document's text and its parsed paragraphs, in order.
    """

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.quotations: list[Span] = []
        self._sentences: list[int] = []
        for passage in passages:
            self.quotations += speech(passage, text)
            self._sentences += [passage.start + s.start_char for s in passage.doc.sents]
        self._opened = [q.start for q in self.quotations]
        self._begun = [passage.start for passage in passages]

    def sentence(self, place: int) -> int:
        """Number of the sentence in which a place stands, counted over the document."""
        return bisect_right(self._sentences, place) - 1

    def paragraph(self, place: int) -> int:
        """Number of the paragraph in which a place stands."""
        return bisect_right(self._begun, place) - 1

    def quotation(self, place: int) -> Span | None:
        """Quotation around a place."""
        k = bisect_right(self._opened, place) - 1
        return self.quotations[k] if k >= 0 and place < self.quotations[k].end else None

    def quotations_in(self, start: int, end: int) -> list[Span]:
        """Quotations that begin in a stretch of the text."""
        first = bisect_right(self._opened, start - 1)
        return self.quotations[first : bisect_right(self._opened, end - 1)]


def speech(passage: Passage, text: str) -> list[Span]:
    """Quotations of a paragraph that are speech."""
    words = text[passage.start : passage.end]
    return [q for q in quotations(words, passage.start) if is_speech(text, q)]
