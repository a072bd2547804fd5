"""Texts that a house of a state issues, by their heads: "Ministry of Trade, Republic of Peru"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from detente.domain.evidence import Span, Statement
from detente.read.grammar.clauses import Passage
from detente.read.statements.places import parties
from detente.read.who.mentions import Story


def housed_in(story: Story) -> str | None:
    """State whose house the head of the text names: "Ministry of Trade, Republic of Peru"."""
    if story.voices.issuer.party is not None:
        return story.voices.issuer.party
    if story.voices.house.party is not None:
        return story.voices.house.party
    for passage in _heads(story):
        found = parties(story.names.matches_in(Span(start=passage.start, end=passage.end)))
        if len(found) == 1:
            return found[0]
    return None


_HEAD = 3  # paragraphs
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HOUSE = re.compile(
    r"\b(?:Ministry|Department|Office|Government|Embassy|Mission|Presidency|Parliament|Cabinet"
    r"|Secretariat|Chancellery|ministry|government|parliament|delegation"
    r"|MINISTRY|DEPARTMENT|GOVERNMENT|EMBASSY)\b"
)


def _heads(story: Story) -> Iterator[Passage]:
    """Paragraphs at the head of a text that name a house of a state."""
    for passage in story.passages[:_HEAD]:
        words = story.text[passage.start : passage.end]
        if _HOUSE.search(words) is None or any(t.tag_ in _FINITE for t in passage.doc.tokens):
            continue
        yield passage


def is_issuer(story: Story, statement: Statement) -> bool:
    """Whether it is the house that issues the text which speaks: "the Ministry recalls"."""
    source = statement.source
    if source is None or source.person is not None or not any(_heads(story)):
        return False
    return _ITSELF.fullmatch(source.span.of(story.text)) is not None


_ITSELF = re.compile(
    r"the (?:Ministry|Department|Office|Government|Embassy|Presidency|Chancellery)", re.I
)


def asking_the_other(story: Story, votes: Mapping[str, float]) -> str | None:
    """Of the two states that a text is about the one of which the issuer asks nothing.

    Whoever recalls in its own statement what Peru is bound to do for Chile is of Chile. The names
    of what is a state's count too: "Chilean lorries".
    """
    asked = [code for code, vote in votes.items() if vote < 0]
    whole = Span(start=0, end=len(story.text))
    told = Counter(
        m.party.code for m in story.names.matches_in(whole) if m.party.kind == "country"
    ).most_common(3)
    two = [code for code, _ in told[:2]]
    third = told[2][1] if len(told) > 2 else 0
    if len(asked) != 1 or len(two) != 2 or asked[0] not in two or told[1][1] <= third:
        return None
    return two[1 - two.index(asked[0])]
