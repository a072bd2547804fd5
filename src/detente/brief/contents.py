"""What a brief holds, before anybody decides how it looks.

How a ``because`` is spelled: statements, events, claims, documents and provisions by
their own ids; of the model, ``party`` for a decision maker, ``party.option`` for an
option, ``party.preference.1`` for its first statement of preference (``party.ranking``
or ``party.weights`` where it has none), ``rule.1`` for a rule and ``state:5`` for a
state. Every element of the model is listed in :attr:`Brief.elements`, with what it rests
on in turn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from detente.domain.dispute import Dispute, StateId
from detente.domain.drafts import ThirdParty
from detente.domain.evidence import Claim, Judgement, Reading
from detente.domain.findings import Finding
from detente.domain.verdicts import Analysis, Change, Concept

ElementKind = Literal["party", "option", "preference", "rule", "provision", "fact", "state"]
# ``past``: the day has come before the newest text; whether it was met, nobody has said.
DueStatus = Literal["met", "missed", "open", "past", "unknown"]
Stance = Literal["for", "against", "conditional", "silent"]
Trend = Literal["stronger", "steady", "weaker"]
Level = Literal["high", "moderate", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One thing said, and the ids of what it rests on.

    A ``caveat`` says what a result rests on or what is not known, rather than a result; a
    ``lead`` is one of the few sentences that are read if nothing else is.
    """

    text: str
    because: tuple[str, ...]
    caveat: bool = False
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A part of the model that a sentence may rest on, with its own evidence.

    ``judged`` is whether a person put it there, and not a rule of drafting.
    """

    id: str
    kind: ElementKind
    text: str
    because: tuple[str, ...] = ()
    judged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who spoke, for whom and where; ``because`` are the statements."""

    text: str
    because: tuple[str, ...]
    party: str | None
    person: str | None = None
    office: str | None = None
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An expectation; ``due`` says in words when it falls due, ``text`` is the text's own."""

    party: str
    text: str
    due: str
    because: tuple[str, ...]
    earliest: str | None = None
    until: str | None = None
    status: DueStatus = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One entry of the timeline: an event, told once or several times.

    ``date`` is ISO at the precision known, None when the record carries none. ``dates`` are
    those told, each with the events that tell it, the one with most texts first: a date, or two
    with a slash between them where it was within those days. More than one: texts disagree.
    """

    text: str
    because: tuple[str, ...]
    date: str | None
    status: str
    type: str
    dates: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A single change that makes the deal hold, in words."""

    change: Change
    text: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Claims that cannot all be true, side by side; ids of claims."""

    claims: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bargain:
    """The deal: the state in which each has what it asks, who asks what, and who would leave."""

    state: StateId | None
    text: str
    because: tuple[str, ...]
    lawful: bool | None = None
    concepts: tuple[Concept, ...] = ()
    asks: tuple[Sentence, ...] = ()
    why: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One state of the table: what is taken, who finds it stable, what the law says.

    ``stable`` has the concepts by party and leaves out parties whose preferences are
    unknown; ``provisions`` are the ids of those broken.
    """

    id: StateId
    text: str
    taken: tuple[str, ...] | None
    stable: Mapping[str, tuple[Concept, ...]]
    equilibrium: tuple[Concept, ...]
    lawful: bool | None
    provisions: tuple[str, ...] = ()
    today: bool = False
    deal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a party stands on one option of the model, and how its wording has moved.

    ``wish`` is what it wants of the option, in words, where a stance alone does not say it;
    ``strength`` is that of its newest statement, from 0 to 1, and ``dates`` are the first and
    last day on which it spoke of the option.
    """

    party: str
    option: str
    stance: Stance
    wish: str = ""
    strength: float | None = None
    trend: Trend | None = None
    dates: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """The best move that a party has from a state to one it prefers: an edge of the graph.

    ``deterred`` has the concepts under which it stays nevertheless.
    """

    party: str
    origin: StateId
    target: StateId
    text: str
    because: tuple[str, ...]
    deterred: tuple[Concept, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStep:
    """One move on the way from today to the deal; ``gain`` is None where that is not known."""

    party: str
    origin: StateId
    target: StateId
    text: str
    because: tuple[str, ...]
    gain: bool | None = None
    lawful: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What the law says of one state: conclusion, reasons, and ways to make it lawful.

    ``more`` says in words what is left out; empty if nothing is.
    """

    state: StateId
    conclusion: Sentence
    reasons: tuple[Sentence, ...] = ()
    ways: tuple[Sentence, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """The legal memo: what is lawful, why not, and the steps to a lawful deal."""

    advice: tuple[Advice, ...]
    outcomes: tuple[Sentence, ...] = ()
    steps: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was asked to say how sure the answer is, and whether it came out well."""

    text: str
    passed: bool
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """How sure the answer is: a word, and the checks that it is counted from."""

    level: Level
    text: str
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A publisher, or nobody known, and how much of the record is its own.

    ``documents`` are ids in their order; ``copies`` are those that repeat a text of the record
    nearly word for word and count with it.
    """

    publisher: str | None
    documents: tuple[str, ...]
    copies: tuple[str, ...]
    statements: int
    events: int
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The answer to one question, and all that it rests on.

    ``copies`` maps documents to the one whose text they repeat; ``judgements`` has the one that
    stands on each claim; ``as_of`` is the newest day that the record knows of.
    """

    question: str
    reviewed: bool
    answer: tuple[Sentence, ...]
    hurdle: Sentence | None
    readings: tuple[Reading, ...]
    names: Mapping[str, str]
    dispute: Dispute | None = None
    analysis: Analysis | None = None
    parties: tuple[Sentence, ...] = ()
    third_parties: tuple[ThirdParty, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    elements: tuple[Element, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Clash, ...] = ()
    expectations: tuple[Due, ...] = ()
    today: tuple[Sentence, ...] = ()
    deal: Bargain | None = None
    changes: tuple[Lever, ...] = ()
    state_table: tuple[Row, ...] = ()
    departures: tuple[Departure, ...] = ()
    route: tuple[RouteStep, ...] = ()
    positions: tuple[Position, ...] = ()
    memo: Memo | None = None
    assurance: Assurance | None = None
    gaps: tuple[Sentence, ...] = ()
    origins: tuple[Origin, ...] = ()
    copies: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    judgements: Mapping[str, Judgement] = field(default_factory=lambda: MappingProxyType({}))
    as_of: str | None = None
    timeline: tuple[Dispatch, ...] = ()
    limits: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def name(self, code: str | None) -> str | None:
        """Name of a party by its code; the code itself where no name is known."""
        return self.names.get(code, code) if code else None


Supported = (
    Sentence | Speaker | Due | Dispatch | Lever | Bargain | ThirdParty | Departure | RouteStep
)


def supported(brief: Brief) -> Iterator[tuple[str, int, Supported]]:
    """Everything in a brief that must rest on something: section, number from 1, passage."""
    sections: dict[str, tuple[Supported, ...]] = {
        "answer": brief.answer,
        "hurdle": (brief.hurdle,) if brief.hurdle else (),
        "parties": brief.parties,
        "third_parties": brief.third_parties,
        "speakers": brief.speakers,
        "today": brief.today,
        "deal": (brief.deal,) if brief.deal else (),
        "asks": brief.deal.asks if brief.deal else (),
        "why": brief.deal.why if brief.deal else (),
        "departures": brief.departures,
        "route": brief.route,
        "changes": brief.changes,
        "law": _memo(brief),
        "gaps": brief.gaps,
        "expectations": brief.expectations,
        "timeline": brief.timeline,
    }
    for section, passages in sections.items():
        for number, passage in enumerate(passages, start=1):
            yield section, number, passage


def _memo(brief: Brief) -> tuple[Sentence, ...]:
    """Every sentence of the legal memo, in order."""
    if brief.memo is None:
        return ()
    advice = [s for a in brief.memo.advice for s in (a.conclusion, *a.reasons, *a.ways)]
    return (*advice, *brief.memo.outcomes, *brief.memo.steps)


def known_ids(brief: Brief) -> frozenset[str]:
    """Every id that a ``because`` of this brief may name."""
    found = {element.id for element in brief.elements} | {claim.id for claim in brief.claims}
    for reading in brief.readings:
        found.add(reading.document.id)
        found.update(statement.id for statement in reading.statements)
        found.update(event.id for event in reading.events)
    return frozenset(found)


def loose_ends(brief: Brief) -> tuple[str, ...]:
    """Name every passage that rests on nothing, or on something that is not in the brief."""
    known = known_ids(brief)
    problems = []
    for section, number, passage in supported(brief):
        if not passage.because:
            problems.append(f"{section} {number} rests on nothing")
        problems += [
            f"{section} {number} rests on {one}, which is not in the brief"
            for one in passage.because
            if one not in known
        ]
    return tuple(problems)
