"""Who speaks in paragraphs that others lead up to: the items of a list, what follows a colon.

"The Council, recalling its decision, 1. Calls on Oslo": the items are the Council's. "Ada Bell,
Kenya's minister, on X:" is followed by what she wrote.
"""

import re
from collections.abc import Iterator

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.who.turns import Paragraphs, Voice

_ITEM = re.compile(r"(?:\d{1,2}[.)]|\([a-z0-9]{1,4}\)|[a-z][.)]|[ivx]{1,4}[.)]|[•·▪●*–—-])\s")
_COLON, _COMMA = re.compile(r":\s*$"), re.compile(r",\s*$")
_OPENS = re.compile(r"[^,:;]{1,160}")


def is_item(passage: Passage, token: Token, text: str) -> bool:
    """Whether a word is the mark of an item, of which the parser made "It"."""
    return token.i == 0 and token.lower_ == "it" and text[passage.start] not in "Ii"


def item_end(passage: Passage, text: str) -> int:
    """Where in a paragraph the mark of an item ends; 0 where it has none."""
    match = _ITEM.match(text, passage.start, passage.end)
    return 0 if match is None else match.end() - passage.start


def leads(paragraphs: Paragraphs) -> Iterator[tuple[int, Voice]]:
    """Paragraphs to which others lead up, by where they start, with whoever speaks in them."""
    voice: Voice | None = None
    colon = False
    for passage in paragraphs.passages:
        words = paragraphs.text[passage.start : passage.end]
        item = _ITEM.match(words) is not None
        if voice is not None and (item or colon):
            yield passage.start, voice
        if item:
            colon = False
            continue
        colon = _COLON.search(words) is not None
        voice = _leading(paragraphs, passage) if colon or _COMMA.search(words) else None


def _leading(paragraphs: Paragraphs, passage: Passage) -> Voice | None:
    """Who is named where a paragraph begins that ends with a colon or a comma."""
    opening = _OPENS.match(paragraphs.text, passage.start, passage.end)
    if opening is None:
        return None
    for _, span, _ in paragraphs.named_in(passage):
        person = paragraphs.persons.at(passage, passage.within(span)[0])
        if person is not None and person.party is not None:
            return Voice((person,), span)
    inside = Span(start=opening.start(), end=opening.end())
    found = list(paragraphs.persons.names.matches_in(inside))
    if len({m.party.code for m in found}) != 1:
        return None
    span = Span(start=inside.start, end=found[-1].end)
    return Voice(span=span, party=found[0].party.code, kind=found[0].party.kind)
