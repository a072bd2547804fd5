"""For whom persons speak, known from the whole record where one sentence does not say.

A text that writes "Markou said" relies on a reader who has read of her before. So whoever is
named with a state or an organisation in one place speaks for it in the others, if the places agree
or most of them do; a name alone stands for the one person of the record who is called so, in the
capitals of a transcript's labels too. An office alone ("the governor") is that of the one state
with whose name, or whose holder's, the record tells of it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

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
    """Each person and office of a text once for each statement, with the party it is named with."""
    text = reading.document.text
    for statement in reading.statements:
        source = statement.source
        if source is None:
            continue
        party = source.party or _employed(source, text)
        if source.person is not None:
            yield source.person, party
        elif party is not None and (label := _in_capitals(source.span.of(text))) is not None:
            yield label.upper().split()[-1], party
        office = _office_told(source, text)
        if office is not None and party is not None:
            yield office, party


def count(cast: Iterable[tuple[str, str | None]], votes: Votes) -> None:
    """Add what one more text says of persons."""
    for person, party in cast:
        counted = votes.setdefault(person, Counter())
        if party is not None:
            counted[party] += 1


def elected(votes: Votes) -> People:
    """Party of each person, by full name and by each part of it that no other person has."""
    persons = {name: counted for name, counted in votes.items() if not name.startswith(_OF_OFFICE)}
    parties = {name: code for name, counted in persons.items() if (code := _most(counted))}
    parts = Counter(part for name in persons if " " in name for part in set(_parts(name)))
    for name in list(parties):
        parties |= {part: parties[name] for part in _parts(name) if parts[part] == 1}
    parties |= {name.upper(): code for name, code in parties.items()}
    # Of an office that two states have, nobody knows whose is meant.
    offices = {name: counted for name, counted in votes.items() if name not in persons}
    return parties | {name: next(iter(c)) for name, c in offices.items() if len(c) == 1}


def _parts(name: str) -> list[str]:
    return [part for part in name.split() if len(part) > 2] if " " in name else []


# With what the name of an office begins, which no person's does.
_OF_OFFICE = "the "
_HOLDING = r"ambassador|chancellor|commissioner|envoy|governor|minister|premier|president|secretary"
_ALONE = frozenset({"chancellor", "governor", "premier"})
_SMALL_WORDS = frozenset({"and", "country", "for", "of", "the", "'s", "’s"})


def _office_told(source: Source, text: str) -> str | None:
    """The office that words name, however they are ordered: "the minister of the marine"."""
    words = source.named.of(text).partition(",")[0].partition("(")[0]
    if source.person is None and not words.lower().startswith(_OF_OFFICE):
        return None
    if source.person is not None:
        # "Agriculture minister Ada Bell" and "Ada Bell, the agriculture minister".
        words = source.office or words.partition(source.person)[0]
    first = next(iter(gazetteer().find(words)), None)
    if first is not None and first.form in ("demonym", "name"):
        words = words.replace(first.text, " ")
    found = _WORD.findall(words.lower())
    if len(found) > _LONGEST_OFFICE or not any(re.fullmatch(_HOLDING, word) for word in found):
        return None
    told = sorted(word for word in set(found) if word not in _SMALL_WORDS)
    # Every state has a minister, and one that is not told apart may be anybody's.
    return _OF_OFFICE + " ".join(told) if len(told) > 1 or told[0] in _ALONE else None


_WORD = re.compile(r"[^\W\d_][\w-]+")
_LONGEST_OFFICE = 7  # words


@lru_cache(maxsize=2**12)
def _in_capitals(words: str) -> str | None:
    """The name in the label of a transcript, without a title: "Ms BELL", "ADA BELL:"."""
    kept = [word.strip(":.,") for word in words.partition("(")[0].split()]
    return " ".join(word for word in kept if _CAPITALS.fullmatch(word)) or None


_CAPITALS = re.compile(r"(?:Mc|Mac|[OD][’'])?[^\W\d_a-zß-öø-ÿ]{3,}(?:[-’'][^\W\d_a-zß-öø-ÿ]+)*")


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
    return ordered(name for s in sources if s is not None for name in _names(s, text))


def _names(source: Source, text: str) -> Iterator[str]:
    """Under what the record may know somebody, the surest first."""
    words = source.span.of(text).strip(" :“”\"'")
    served = _SERVING.search(words) if source.person is None else None
    if served is not None:
        yield served["whom"] or served["owner"]
    yield source.person or words
    if source.person is None and (label := _in_capitals(words)) is not None:
        yield words.upper()
        yield label.upper().split()[-1]
    office = _office_told(source, text) if source.person is None and not source.party else None
    if office is not None:
        yield office


# "A spokeswoman for Ada Bell" speaks for whom she speaks for.
_SERVING = re.compile(
    r"\b(?:aide|adviser|advisor|deputy|office|spokes(?:man|woman|person))\s(?:for|of|to)\s"
    r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?(?P<whom>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,3})$"
    r"|^(?P<owner>[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+){0,3})['’]s\s(?:office|spokes(?:man|woman|person))$"
)


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
    known = next((code for name in _names(source, text) if (code := people.get(name))), None)
    party = known or (source.party or _employed(source, text))
    if party is None and lone is not None and _is_described(source, text):
        party = lone
    if party is None or party == source.party:
        return statement
    told = tuple(_spoken_for(p, text, party) for p in statement.propositions)
    return replace(
        statement,
        attitude=_of_ones_own(statement, told, party) or statement.attitude,
        source=replace(source, party=party, kind=source.kind or "country"),
        propositions=told,
    )


def _of_ones_own(statement: Statement, told: Sequence[Proposition], party: str) -> str | None:
    """Of what was held for another's doing, and is the own side's, the promise or refusal."""
    if statement.attitude != "expects" or statement.by_cue != "asserts":
        return None
    for p in told:
        if p.modality in ("will", "would") and p.condition is None and p.act != "be":
            own = p.agent is not None and p.agent.party == party
            return ("refuses" if p.polarity == "negative" else "promises") if own else None
    return None


def _spoken_for(proposition: Proposition, text: str, party: str) -> Proposition:
    """Of what "we" do: the speaker's party does it."""

    def meant(actor: Actor | None) -> Actor | None:
        if actor is None or actor.party or actor.span.of(text).lower() not in _SPEAKING:
            return actor
        return replace(actor, party=party, kind="country")

    agent = meant(proposition.agent)
    return proposition if agent is proposition.agent else replace(proposition, agent=agent)
