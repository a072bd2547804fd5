"""Whom "it must" means: "Oslo turned on Lima and said it must lift the ban" asks Lima to.

Nobody says of itself, of its own accord, that it must: where one other party is named before in the
sentence, the duty is that party's.
"""

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
    if not any(_owed_by(p, party, text) for p in said.propositions):
        return said
    other = _named_before(said, party, page)
    if other is None:
        return said
    told = tuple(
        replace(p, agent=replace(p.agent, party=other.party, kind=other.kind))
        if p.agent is not None and _owed_by(p, party, text)
        else p
        for p in said.propositions
    )
    return replace(said, propositions=told)


def _owed_by(p: Proposition, party: str, text: str) -> bool:
    """Whether a pronoun that was taken for the speaker must do something."""
    if p.modality not in _DUTIES or p.polarity == "negative" or p.agent is None:
        return False
    return p.agent.party == party and p.agent.span.of(text).lower() in _PRONOUNS


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
