"""What texts say: documents, statements, events and the claims that rest on them."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from json.encoder import encode_basestring as quoted
from typing import Literal

from detente.domain.findings import Finding

Manner = Literal["direct", "mixed", "indirect"]
Kind = Literal["country", "igo", "ngo", "company", "person", "other"]
Status = Literal["happened", "ongoing", "planned", "denied", "hypothetical"]
Polarity = Literal["positive", "negative"]
Decision = Literal["accepted", "rejected", "unsure"]


# Made once: an id is asked for many times a text.
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def content_id(kind: str, parts: object) -> str:
    """Content address: the same words at the same places give the same id, on any machine."""
    return _address(kind, _WRITER.encode(parts))


def _address(kind: str, parts: str) -> str:
    """Content address of parts that are JSON already, written as `content_id` writes it.

    What records have thousands of writes its few parts itself: the writer takes longer to set out
    than to write.
    """
    data = f'["{kind}",{parts}]'
    return f"{kind[:3]}_{hashlib.sha256(data.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open stretch of code points of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not from {self.start} to {self.end}")

    @property
    def json(self) -> str:
        """Its two ends as JSON."""
        return f"[{self.start},{self.end}]"

    def of(self, text: str) -> str:
        """Return the words it covers in the document's text."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as received: decoded, line ends LF, nothing else changed.

    Of HTML and Markdown it is the extracted prose, and offsets are into that.
    ``published`` is an ISO date of any precision (``2020``, ``2020-12``, ``2020-12-14``).
    """

    text: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    source_id: str | None = None

    @property
    def id(self) -> str:
        """Hash of the text: the same article from two places is one document."""
        return _address("document", quoted(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Words that name somebody or something, and the party they stand for, if any.

    ``of`` is the party a thing is said to belong to: of "US sanctions", USA.
    """

    span: Span
    party: str | None = None
    kind: Kind | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who a statement is attributed to.

    ``party`` is a code (``TUR``, ``NATO``) or None when it could not be told;
    ``speaker`` is the named mention that a pronoun or a description was resolved to.
    """

    span: Span
    party: str | None = None
    kind: Kind | None = None
    person: str | None = None
    office: str | None = None
    speaker: Span | None = None

    @property
    def named(self) -> Span:
        """The words that name who it is, where a pronoun stands for them."""
        return self.speaker or self.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What a stretch of content says somebody does, did, may or must do.

    ``act`` is a name of the act inventory or else the plain lemma with its particle;
    ``modality`` is can, must, may, will, would, should, want or None;
    ``condition`` is the id of the proposition it is said to depend on. ``complement`` is
    what the act is done to, from, with or for beside its object ("dropped Türkiye *from the
    programme*"); ``valued`` says whether the text calls the act good or bad.
    """

    document: str
    span: Span
    act: str
    agent: Actor | None = None
    object: Actor | None = None
    complement: Actor | None = None
    valued: Literal["for", "against"] | None = None
    polarity: Polarity = "positive"
    modality: str | None = None
    time: Span | None = None
    condition: str | None = None

    @property
    def id(self) -> str:
        """Content address over the place, the act, its polarity and the party that does it.

        One place may tell what each of several parties is to do: "asked Oslo and Lima to leave".
        """
        doer = self.agent.party if self.agent is not None else None
        span, act, polarity = self.place
        told = [self.document, span.start, span.end, act, polarity]
        return content_id("proposition", [*told, doer] if doer else told)

    @property
    def place(self) -> tuple[Span, str, str]:
        """Where it stands, and which act it tells of there, whoever does it."""
        return self.span, self.act, self.polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody says something, in this document, in this manner and with this attitude.

    Parameters
    ----------
    strength
        How strongly the attitude is voiced, from 0 to 1, from a published scale.
    cue_attitude
        Attitude of the cue alone, where what is said gave the statement another one: "said it
        would never withdraw" refuses, and its cue asserts.
    confidence
        Share of such finds that were right where the reader was measured; None if unknown.
    inside
        Id of the statement whose content holds this one.
    answers
        Id of the statement that this one takes up ("rejected that position").
    """

    document: str
    source: Source | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    attitude: str
    cue_attitude: str | None = None
    strength: float = 0.5
    confidence: float | None = None
    channel: str | None = None
    inside: str | None = None
    answers: str | None = None
    propositions: tuple[Proposition, ...] = ()

    @property
    def by_cue(self) -> str:
        """Attitude of the cue alone."""
        return self.cue_attitude or self.attitude

    @property
    def id(self) -> str:
        """Content address: two readers that find the same words find one statement."""
        source = self.source.span.json if self.source is not None else "null"
        cue = self.cue.json if self.cue is not None else "null"
        content = ",".join([piece.json for piece in self.content])
        places = f"[{source},{cue},[{content}]]"
        return _address("statement", f"[{quoted(self.document)},{places}]")

    @property
    def extent(self) -> Span:
        """Smallest span that holds source, cue and content.

        What has no cue is said by whoever issued the whole text, named at its head.
        """
        spans = [*self.content, *([self.cue] if self.cue else [])]
        spans += [self.source.span] if self.source and self.cue else []
        return Span(start=min([s.start for s in spans]), end=max([s.end for s in spans]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, and when, as told in one place of one document.

    ``type`` and ``mode`` are PLOVER's, ``act`` is the inventory's; ``date`` is ISO at the
    precision the text gives, ``earliest`` and ``latest`` are the first and last day where the
    text gives fewer days than that ("last week"); ``statement`` is the id of the statement that
    reports it, None when the writer does. ``confidence`` is the share of such finds whose type and
    sides were right where the reader was measured, None for a doing without a type.
    """

    document: str
    span: Span
    act: str
    type: str
    mode: str | None = None
    status: Status = "happened"
    reciprocal: bool = False
    date: str | None = None
    actor: Actor | None = None
    target: Actor | None = None
    object: Actor | None = None
    complement: Actor | None = None
    statement: str | None = None
    confidence: float | None = None
    earliest: str | None = None
    latest: str | None = None

    @property
    def id(self) -> str:
        """Content address over the place and the act."""
        place = f"{self.span.start},{self.span.end},{quoted(self.act)}"
        return _address("event", f"[{quoted(self.document)},{place}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An expression of time and the days it may mean, both included, None where open.

    ``form`` names the rule that read it, ``confidence`` the share of such dates whose days met
    the right ones where it was measured.
    """

    span: Span
    earliest: str | None
    latest: str | None
    form: str = "explicit"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Words that make one thing depend on another, taken apart.

    Whatever the wording ("cannot A if it wants B", "no B until A"), ``benefit`` is what is
    to be had and ``needs`` is what it takes: the benefit requires every one of the needs.

    Parameters
    ----------
    condition, consequence
        The two clauses as the text words them.
    benefit, needs
        Propositions, the needs with the polarity that is required.
    ground
        ``"law"`` where the text gives law as the reason, else None.
    statement
        Id of the statement that sets it, None when the writer tells of it.
    setter
        Party that the writer says has set it.
    """

    condition: Span
    consequence: Span
    benefit: Proposition | None = None
    needs: tuple[Proposition, ...] = ()
    ground: Literal["law"] | None = None
    ground_statement: str | None = None
    statement: str | None = None
    setter: str | None = None
    form: str = "if"

    @property
    def duty(self) -> bool:
        """Whether law asks for the needs whatever else happens: there is no benefit."""
        return self.form == "duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionPair:
    """Words that set a condition and words that depend on it, whatever they are about.

    What a model may make of some of them is a :class:`Requirement`.

    Parameters
    ----------
    form
        Which wording it is: ``"if"``, ``"unless"``, ``"in exchange"``, ``"or else"``, ...
    kind
        What it is to the other side: law, a demand to be met first, an offer, or a threat of
        harm; None where the text does not show it.
    setter
        Party that sets it, None where the text does not tell.
    statement
        Id of the statement that holds it, None when the writer tells of it.
    confidence
        Share of the pairs of this form that were right where it was measured.
    """

    condition: Span
    consequence: Span
    form: str = "if"
    kind: Literal["law", "demand", "offer", "threat"] | None = None
    setter: str | None = None
    statement: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a reader found in one document."""

    document: Document
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[Dated, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    conditions: tuple[ConditionPair, ...] = ()
    mentions: tuple[Actor, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def conditional(self) -> frozenset[tuple[Span, str]]:
        """Places and acts of propositions that only hold under a condition, or are one."""
        return frozenset(
            (p.span, p.act)
            for r in self.requirements
            if not r.duty
            for p in (*r.needs, *((r.benefit,) if r.benefit else ()))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition that a model may rely on, whoever worded it.

    ``party`` is the code of who claims it; ``support`` and ``oppose`` are statement ids.
    """

    party: str | None
    text: str
    key: str
    support: tuple[str, ...]
    oppose: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Content address over what is claimed, not over who worded it where."""
        party = quoted(self.party) if self.party is not None else "null"
        return _address("claim", f"[{party},{quoted(self.key)}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An analyst's decision on a claim; decisions are added, never changed."""

    claim: str
    decision: Decision
    by: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Tool, version and settings: enough to do it again."""

    tool: str
    version: str
    settings: str = field(default="")


def ordered(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids without repetition, in the order they first came."""
    return tuple(dict.fromkeys(ids))
