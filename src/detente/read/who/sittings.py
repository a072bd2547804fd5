"""In which state's house a record of speeches was made: "LOK SABHA", "House of Lords – Questions".

A house issues nothing by being sat in. Whose ministers answer in it is known all the same.
"""

import re
from collections.abc import Sequence

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.who.names import Names
from detente.read.who.turns import NOBODY, Voice

_LINE = re.compile(r"[^\s][^\n]*")
# The name of a house stands alone, or before what is on: "House of Lords – Oral Questions".
_PART = re.compile(r"(?P<house>[^–—:,|(\n-]{3,60}?)\s*(?:[–—:,|(-]|$)")
_ARTICLE = re.compile(r"^(?:the|an)\s", re.IGNORECASE)
# "National Assembly of Kenya", "Senate of the Republic of Chile", "Parliament of Fiji".
_HOUSE_OF = re.compile(
    r"^(?:(?:national|federal|legislative|house of)\s)?(?:assembly|parliament|senate|congress"
    r"|representatives|chamber of deputies|commons)\s(?:of|in)\s",
    re.IGNORECASE,
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Paragraphs and headings at the head of a text among which the house is named.
_HEAD = 3


def sitting(names: Names, passages: Sequence[Passage]) -> Voice:
    """The state in whose house the text was spoken; nobody where its head names none."""
    for passage in passages[:_HEAD]:
        if any(t.tag_ in _FINITE for t in passage.doc.tokens):
            return NOBODY
        for line in _LINE.finditer(names.text, passage.start, passage.end):
            part = _PART.match(names.text, line.start(), line.end())
            found = (
                None
                if part is None
                else _house(names, Span(start=part.start(), end=part.end("house")))
            )
            if found is not None:
                return found
    return NOBODY


def _house(names: Names, span: Span) -> Voice | None:
    """The state whose house some words name, and nothing else beside it."""
    found = list(names.matches_in(span))
    if len(found) != 1 or found[0].party.kind != "country":
        return None
    words = span.of(names.text)
    bare = _ARTICLE.sub("", words).strip()
    named = found[0].form == "body" and bare == found[0].text
    if not named and _HOUSE_OF.match(bare) is None:
        return None
    return Voice(span=span, party=found[0].party.code, kind=found[0].party.kind)
