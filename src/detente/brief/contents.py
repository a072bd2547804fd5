"""What a brief holds, before anybody decides how it looks.

How a ``because`` is spelled: statements, events, claims, documents and provisions by
their own ids; of the model, ``party`` for a decision maker, ``party.option`` for an
option, ``party.preference.1`` for its first statement of preference (``party.ranking``
or ``party.weights`` where it has none), ``rule.1`` for a rule and ``state:5`` for a
state. Every element of the model is listed in :attr:`Brief.elements`, with what it rests
on in turn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from detente.domain.dispute import Dispute, StateId
from detente.domain.drafts import ThirdParty
from detente.domain.evidence import Claim, Reading
from detente.domain.findings import Finding
from detente.domain.verdicts import Analysis, Change, Concept

ElementKind = Literal["party", "option", "preference", "rule", "provision", "state"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One thing said, and the ids of what it rests on.

    A ``caveat`` says what a result rests on or what is not known, rather than a result.
    """

    text: str
    because: tuple[str, ...]
    caveat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A part of the model that a sentence may rest on, with its own evidence."""

    id: str
    kind: ElementKind
    text: str
    because: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One entry of the timeline: an event, told once or several times.

    ``date`` is ISO at the precision known, None when the record carries none.
    """

    text: str
    because: tuple[str, ...]
    date: str | None
    status: str
    type: str


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
class Brief:
    """The answer to one question, and all that it rests on."""

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
    timeline: tuple[Dispatch, ...] = ()
    limits: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def name(self, code: str | None) -> str | None:
        """Name of a party by its code; the code itself where no name is known."""
        return self.names.get(code, code) if code else None


Supported = Sentence | Speaker | Due | Dispatch | Lever | Bargain | ThirdParty


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
        "changes": brief.changes,
        "expectations": brief.expectations,
        "timeline": brief.timeline,
    }
    for section, passages in sections.items():
        for number, passage in enumerate(passages, start=1):
            yield section, number, passage


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
