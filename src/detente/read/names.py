"""Where a document names states and organisations, and which of those matches to believe."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from detente.domain.evidence import Span
from detente.lexicon.parties import Gazetteer, Match, gazetteer
from detente.read.clauses import Passage


class Names:
    """The gazetteer's matches in one document, in text order.

    Parameters
    ----------
    text, passages
        The document's text and its parsed paragraphs.
    known
        The gazetteer, also asked for titles and channels.
    """

    def __init__(
        self, text: str, passages: Sequence[Passage], known: Gazetteer | None = None
    ) -> None:
        self.text = text
        self.passages = passages
        self.known = known or gazetteer()
        self.matches = self._certain(self.known.find(text))
        self._starts = [match.start for match in self.matches]

    def match_at(self, span: Span) -> Match | None:
        """Return the first gazetteer match inside a span."""
        return next(self.matches_in(span), None)

    def matches_in(self, span: Span) -> Iterator[Match]:
        """Gazetteer matches inside a span, in order."""
        for k in range(bisect_left(self._starts, span.start), len(self.matches)):
            match = self.matches[k]
            if match.start >= span.end:
                return
            if match.end <= span.end:
                yield match

    def match_over(self, passage: Passage, token: Token) -> Match | None:
        """Return the match whose words include a token."""
        start = passage.start + token.idx
        k = bisect_left(self._starts, start + 1) - 1
        if k >= 0 and self.matches[k].start <= start < self.matches[k].end:
            return self.matches[k]
        return None

    def _certain(self, matches: Iterable[Match]) -> list[Match]:
        """Leave out names that often mean something else and that nothing here supports."""
        matches = list(matches)
        sure = {m.party.code for m in matches if not m.ambiguous}
        places = {
            passage.start + entity.start_char
            for passage in self.passages
            for entity in passage.doc.ents
            if entity.label_ in ("GPE", "NORP")
        }
        return [
            m for m in matches
            if not m.party.channel
            and (not m.ambiguous or m.party.code in sure or m.start in places)
        ]  # fmt: skip
