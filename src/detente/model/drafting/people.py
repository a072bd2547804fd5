"""For whom persons speak, known from the whole record where one sentence does not say.

A text that writes "Markou said" relies on a reader who has read of her before. So whoever is
named with a state or an organisation in one place speaks for it in the others, if the places agree
or most of them do; a name alone stands for the one person of the record who is called so.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from detente.domain.evidence import Actor, Proposition, Reading, Source, Statement, ordered
from detente.lexicon.parties import gazetteer

People = Mapping[str, str]
_SPEAKING = frozenset({"we", "i", "us", "our", "my"})
# Whoever works in one of these speaks for the state that is named with it.
_HOUSE = re.compile(
    r"\b(?:ministry|government|delegation|embassy|cabinet|presidency|commission|chancellery"
    r"|foreign office|state department|treasury|mission|negotiating team|parliament)\b"
)


# How often each person is named with each party; with none of them where it never is.
Votes = dict[str, Counter[str]]


def people_of(readings: Iterable[Reading]) -> People:
    """Party of each person, by full name and by each part of it that no other person has."""
    votes: Votes = {}
    for reading in readings:
        count(votes_in(reading), votes)
    return elected(votes)


def votes_in(reading: Reading) -> Iterator[tuple[str, str | None]]:
    """Each person of a text once for each statement, with the party that it is named with."""
    for statement in reading.statements:
        source = statement.source
        if source is not None and source.person is not None:
            yield source.person, source.party or _employed(source, reading.document.text)


def count(cast: Iterable[tuple[str, str | None]], votes: Votes) -> None:
    """Add what one more text says of persons."""
    for person, party in cast:
        counted = votes.setdefault(person, Counter())
        if party is not None:
            counted[party] += 1


def elected(votes: Votes) -> People:
    """Party of each person, by full name and by each part of it that no other person has."""
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


def asked(reading: Reading) -> tuple[str, ...]:
    """Names that `attributed` looks up for a text: it changes only where one of theirs does."""
    text = reading.document.text
    sources = (s.source for s in reading.statements)
    return ordered(_name(source, text) for source in sources if source is not None)


def _name(source: Source, text: str) -> str:
    return source.person or source.span.of(text).strip(" :“”\"'")


def attributed(reading: Reading, people: People) -> Reading:
    """The reading with the party of each source whose person is known."""
    text, lone = reading.document.text, _lone(reading, people)
    statements = tuple(_attributed(s, text, people, lone) for s in reading.statements)
    return reading if statements == reading.statements else replace(reading, statements=statements)


def _lone(reading: Reading, people: People) -> str | None:
    """For whom the only person speaks that a text names, where it names no state of theirs."""
    sources = [s.source for s in reading.statements if s.source is not None]
    named = {source.person for source in sources if source.person is not None}
    if len(named) != 1 or any(s.person is not None and s.party is not None for s in sources):
        return None
    return people.get(named.pop())


def _is_described(source: Source, text: str) -> bool:
    """Whether only an office tells who it is: "the deputy minister", and "he" after it."""
    return source.person is None and _OFFICE.fullmatch(source.named.of(text).lower()) is not None


_OFFICE = re.compile(
    r"the (?:[\w-]+ ){0,2}(?:ambassador|chancellor|commissioner|envoy|governor|minister|negotiator"
    r"|official|premier|president|secretary|spokes(?:man|person|woman))"
)


def _attributed(statement: Statement, text: str, people: People, lone: str | None) -> Statement:
    source = statement.source
    if source is None:
        return statement
    party = people.get(_name(source, text)) or (source.party or _employed(source, text))
    if party is None and lone is not None and _is_described(source, text):
        party = lone
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
