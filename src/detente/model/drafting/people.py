"""For whom persons speak, known from the whole record where one sentence does not say.

A text that writes "Markou said" relies on a reader who has read of her before. So whoever is
named with a state or an organisation in one place speaks for it in the others, if the places agree
or most of them do; a name alone stands for the one person of the record who is called so.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from detente.domain.evidence import Actor, Proposition, Reading, Source, Statement
from detente.lexicon.parties import gazetteer

People = Mapping[str, str]
_SPEAKING = frozenset({"we", "i", "us", "our", "my"})
# Whoever works in one of these speaks for the state that is named with it.
_HOUSE = re.compile(
    r"\b(?:ministry|government|delegation|embassy|cabinet|presidency|commission|chancellery"
    r"|foreign office|state department|treasury|mission|negotiating team|parliament)\b"
)


def people_of(readings: Iterable[Reading]) -> People:
    """Party of each person, by full name and by each part of it that no other person has."""
    votes: dict[str, Counter[str]] = {}
    for reading in readings:
        for statement in reading.statements:
            source = statement.source
            if source is None or source.person is None:
                continue
            counted = votes.setdefault(source.person, Counter())
            party = source.party or _employed(source, reading.document.text)
            if party is not None:
                counted[party] += 1
    parties = {name: code for name, counted in votes.items() if (code := _most(counted))}
    parts = Counter(part for name in votes if " " in name for part in set(_parts(name)))
    for name in list(parties):
        parties |= {part: parties[name] for part in _parts(name) if parts[part] == 1}
    return parties


def _parts(name: str) -> list[str]:
    return [part for part in name.split() if len(part) > 2] if " " in name else []


def _most(counted: Counter[str]) -> str | None:
    """The party that most places give; None where there is none, or two are even."""
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _employed(source: Source, text: str) -> str | None:
    """Of "Karin Lindqvist of the Swedish foreign ministry": Sweden."""
    words = source.span.of(text)
    if not _HOUSE.search(words):
        return None
    found = {match.party.code for match in gazetteer().find(words)}
    return found.pop() if len(found) == 1 else None


def attributed(reading: Reading, people: People) -> Reading:
    """The reading with the party of each source whose person is known."""
    text = reading.document.text
    statements = tuple(_attributed(s, text, people) for s in reading.statements)
    return reading if statements == reading.statements else replace(reading, statements=statements)


def _attributed(statement: Statement, text: str, people: People) -> Statement:
    source = statement.source
    if source is None:
        return statement
    name = source.person or source.span.of(text).strip(" :“”\"'")
    party = people.get(name) or (source.party or _employed(source, text))
    if party is None or party == source.party:
        return statement
    return replace(
        statement,
        source=replace(source, party=party, kind=source.kind or "country"),
        propositions=tuple(_spoken_for(p, text, party) for p in statement.propositions),
    )


def _spoken_for(proposition: Proposition, text: str, party: str) -> Proposition:
    """Of what "we" do: the speaker's party does it."""

    def meant(actor: Actor | None) -> Actor | None:
        if actor is None or actor.party or actor.span.of(text).lower() not in _SPEAKING:
            return actor
        return replace(actor, party=party, kind="country")

    agent = meant(proposition.agent)
    return proposition if agent is proposition.agent else replace(proposition, agent=agent)
