"""Organs stand for the organisation that they are part of: the Commission for the Union.

Who decides is one party, whichever of its bodies speaks; the words of the text stay what they are.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from detente.domain.evidence import Actor, Event, Proposition, Reading, Requirement, Statement
from detente.lexicon.parties import gazetteer

Wholes = Mapping[str, str]


@cache
def _wholes() -> Wholes:
    return {p.code: p.part_of for p in gazetteer().parties if p.part_of is not None}


def whole(reading: Reading) -> Reading:
    """The reading with organs replaced by what they are part of; the same if it names none."""
    known = _wholes()
    named = {m.party for m in reading.mentions} | {
        s.source.party for s in reading.statements if s.source is not None
    }
    if not named & known.keys():
        return reading
    return replace(
        reading,
        statements=tuple(_statement(s, known) for s in reading.statements),
        events=tuple(_event(e, known) for e in reading.events),
        requirements=tuple(_requirement(r, known) for r in reading.requirements),
        conditions=tuple(
            replace(c, setter=known.get(c.setter or "", c.setter)) for c in reading.conditions
        ),
        mentions=tuple(m for a in reading.mentions if (m := _actor(a, known)) is not None),
    )


def _actor(actor: Actor | None, known: Wholes) -> Actor | None:
    if actor is None or not {actor.party, actor.of} & known.keys():
        return actor
    party, of = (known.get(code or "", code) for code in (actor.party, actor.of))
    return replace(actor, party=party, of=of)


def _proposition(p: Proposition, known: Wholes) -> Proposition:
    agent, target, other = (_actor(a, known) for a in (p.agent, p.object, p.complement))
    return replace(p, agent=agent, object=target, complement=other)


def _statement(s: Statement, known: Wholes) -> Statement:
    source = s.source
    if source is not None and source.party in known:
        source = replace(source, party=known.get(source.party or ""))
    propositions = tuple(_proposition(p, known) for p in s.propositions)
    return replace(s, source=source, propositions=propositions)


def _event(e: Event, known: Wholes) -> Event:
    actor, target, thing, other = (
        _actor(a, known) for a in (e.actor, e.target, e.object, e.complement)
    )
    return replace(e, actor=actor, target=target, object=thing, complement=other)


def _requirement(r: Requirement, known: Wholes) -> Requirement:
    return replace(
        r,
        benefit=_proposition(r.benefit, known) if r.benefit is not None else None,
        needs=tuple(_proposition(p, known) for p in r.needs),
        setter=known.get(r.setter or "", r.setter),
    )
