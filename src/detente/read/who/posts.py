"""Who speaks in a row of posts, each under the line that says whose it is.

"Ada Bell @adabell · 7:12", and below it what she wrote.
"""

import re

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.who.turns import NOBODY, Paragraphs, Turn, Voice

_HEAD = re.compile(
    r"(?P<who>[^\n@]{2,60}?)\s\(?(?P<handle>@\w{2,30})\)?(?:\s?[·•|–—,-][^\n]{0,40}|:)?\s*$"
)


def posts(paragraphs: Paragraphs) -> dict[int, Turn]:
    """Turns of a text that is a row of posts; none unless two heads stand in it."""
    heads = {
        p.start: m
        for p in paragraphs.passages
        if (m := _HEAD.match(paragraphs.text, p.start, p.end)) is not None
    }
    if len(heads) < 2:
        return {}
    turns: dict[int, Turn] = {}
    turn = Turn()
    for passage in paragraphs.passages:
        head = heads.get(passage.start)
        if head is not None:
            turn = Turn(speaker=_poster(paragraphs, passage, head))
        elif turn.speaker != NOBODY:
            turns[passage.start] = turn
    return turns


def _poster(paragraphs: Paragraphs, passage: Passage, head: "re.Match[str]") -> Voice:
    """The party that a head names, else the person, of whom no more need be known."""
    span = Span(start=head.start("who"), end=head.end("who"))
    found = {m.party.code: m.party for m in paragraphs.persons.names.matches_in(span)}
    if len(found) == 1:
        (party,) = found.values()
        return Voice(span=span, party=party.code, kind=party.kind)
    for token in passage.within(span):
        person = paragraphs.persons.at(passage, token)
        if person is not None:
            return Voice((person,), span, named=True)
    return NOBODY
