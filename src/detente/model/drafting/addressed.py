"""Whom "it must" means: "Oslo turned on Lima and said it must lift the ban" asks Lima to.

Nobody says of itself, of its own accord, that it must: where one other party is named before in the
sentence, the duty is that party's.
"""

import re
from dataclasses import replace

from detente.domain.evidence import Actor, Proposition, Reading, Statement
from detente.model.drafting.pages import Page

_PRONOUNS = frozenset({"it", "they"})
_DUTIES = frozenset({"must", "should"})


def addressed(reading: Reading) -> Reading:
    """The reading with duties that "it" has given to the party that is spoken to."""
    page = Page(reading)
    statements = tuple(_addressed(s, page) for s in reading.statements)
    if all(one is other for one, other in zip(statements, reading.statements, strict=True)):
        return reading
    return replace(reading, statements=statements)


def _addressed(said: Statement, page: Page) -> Statement:
    party = said.source.party if said.source is not None else None
    if party is None or said.manner == "direct" or not said.content:
        return said
    text = page.reading.document.text
    owed = [p for p in said.propositions if _owed_by(p, party, text)]
    if not owed:
        return said
    before = _named_before(said, party, page)
    told = {p: other for p in owed if (other := _told(p, party, page) or _if_done(p, before))}
    if not told:
        return said
    turned = tuple(
        replace(p, agent=replace(p.agent, party=told[p].party, kind=told[p].kind))
        if p.agent is not None and p in told
        else p
        for p in said.propositions
    )
    return replace(said, propositions=turned)


def _owed_by(p: Proposition, party: str, text: str) -> bool:
    """Whether a pronoun that was taken for the speaker must do something, or must not."""
    if p.modality not in _DUTIES or p.agent is None:
        return False
    return p.agent.party == party and p.agent.span.of(text).lower() in _PRONOUNS


def _if_done(p: Proposition, other: Actor | None) -> Actor | None:
    """Whoever else is named, of what must be done; what must not may be the speaker's."""
    return other if p.polarity == "positive" else None


def _told(p: Proposition, party: str, page: Page) -> Actor | None:
    """Who is told it in so many words: "has conveyed to Lima that it should not allow it"."""
    assert p.agent is not None
    text, place = page.reading.document.text, p.agent.span.start
    near = (m for m in page.reading.mentions if 0 < place - m.span.end <= len(" that "))
    for m in near:
        between = text[m.span.end : place].strip()
        if between not in ("", "that") or m.party in (None, party) or m.kind != "country":
            continue
        if _TELLING.search(text, max(0, m.span.start - _NEAR), m.span.start) is not None:
            return m
    return None


_NEAR = 24  # characters before a name in which it is told that it is spoken to
_TELLING = re.compile(
    r"(?:\b(?:told|tell|tells|telling|inform\w*|remind\w*|warn\w*|advis\w*|notif\w*)"
    r"|\b(?:convey|signal|communicat|ma[dk]e|clear|indicat|stress|explain|point)\w*"
    r"(?:\s[a-z]+){0,2}\sto)\s(?:the\s)?$"
)


def _named_before(said: Statement, party: str, page: Page) -> Actor | None:
    """The one other party that a sentence names before what is said."""
    first = said.content[0].start
    start = page.sentence_at(first)
    others = [
        m
        for m in page.reading.mentions
        if start <= m.span.start < first and m.kind == "country" and m.party not in (None, party)
    ]
    return others[-1] if len({m.party for m in others}) == 1 else None
