"""The rule reader: one pass over a parsed document, in the order that meaning needs.

Paragraphs of many documents are parsed together, because the parser is nearly the whole
cost; everything after that works on one document at a time.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from detente.domain.evidence import (
    Actor,
    ConditionPair,
    Dated,
    Document,
    Event,
    Reading,
    Span,
    Statement,
)
from detente.domain.findings import Finding, Place
from detente.read.conditions.dependences import dependences
from detente.read.conditions.pairs import pairs
from detente.read.conditions.requirements import linked, requirement
from detente.read.conditions.shared import shared
from detente.read.conditions.terms import condition_pairs
from detente.read.dates.times import dates_in
from detente.read.events.supposing import conditional
from detente.read.events.telling import Told
from detente.read.events.told import events
from detente.read.grammar.clauses import Passage
from detente.read.grammar.parser import parsed
from detente.read.intake.layout import Piece, pieces
from detente.read.statements.answers import answering
from detente.read.statements.attitudes import settled
from detente.read.statements.attribution import Attribution
from detente.read.statements.attributions import attributions
from detente.read.statements.carried_on import carried_on
from detente.read.statements.home import at_home
from detente.read.statements.issued import issued
from detente.read.statements.nesting import nested, size
from detente.read.statements.stated import Said, stated
from detente.read.who.mentions import Story


def read_documents(documents: Iterable[Document]) -> Iterator[Reading]:
    """Read documents; readings come in their order, each some paragraphs after its text."""
    for document, passages in _parsed(documents):
        reading = read_passages(document, passages)
        for passage in passages:
            passage.doc.forget()
        yield reading


@dataclass(frozen=True, slots=True)
class Behind:
    """What the statements and events of a reading were made from, by their ids."""

    statements: dict[str, Attribution] = field(default_factory=dict)
    events: dict[str, Told] = field(default_factory=dict)


def found_in(documents: Iterable[Document]) -> Iterator[tuple[Reading, Behind]]:
    """Read documents, and give for each what is behind its statements and events."""
    for document, passages in _parsed(documents):
        behind = Behind()
        yield read_passages(document, passages, behind), behind


def _parsed(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Passage]]]:
    """Parse the paragraphs of all documents in one stream, so that no batch is cut short."""
    waiting: deque[tuple[Document, list[Passage]]] = deque()

    def inputs() -> Iterator[tuple[str, tuple[list[Passage], Piece]]]:
        for document in documents:
            passages: list[Passage] = []
            waiting.append((document, passages))
            for piece in pieces(document.text):
                yield piece.span.of(document.text), (passages, piece)

    for doc, (passages, piece) in parsed(inputs()):
        # Whatever waits before the document that this paragraph is of has all of its own.
        while waiting[0][1] is not passages:
            yield waiting.popleft()
        passages.append(Passage(doc, piece.span.start, piece.heading))
    yield from waiting


def read_passages(
    document: Document, passages: list[Passage], behind: Behind | None = None
) -> Reading:
    """Read one document whose paragraphs are parsed.

    What each statement and event was made from is put into ``behind``.
    """
    story = Story(document.text, passages, document.id, published=document.published)
    body = [p for p in passages if not p.heading]
    # What holds or grounds what is settled within a paragraph, so that time stays linear.
    attributed = attributions(body, story.text, story.setting)
    here = [
        nested(_in_order([*own, *carried_on(story, passage, own)]))
        for passage, found in zip(body, attributed, strict=True)
        for said in [list(stated(story, found))]
        for own in [[*said, *issued(story, passage, said)]]
    ]
    said = answering(at_home(story, [s for paragraph in here for s in paragraph]))
    told = iter(said)
    here = [[next(told) for _ in paragraph] for paragraph in here]
    paired = [pairs(passage) for passage in body]
    requirements = tuple(
        each
        for passage, paragraph, found in zip(body, here, paired, strict=True)
        for d in dependences(story, passage, found)
        if (r := requirement(story, d, passage, paragraph)) is not None
        for each in shared(r, paragraph)
    )
    conditions = condition_pairs(
        story,
        [
            (passage, found, [s.statement for s in own])
            for passage, found, own in zip(body, paired, here, strict=True)
        ],
        requirements,
    )
    holding: dict[str | None, list[ConditionPair]] = {}
    for pair in conditions:
        holding.setdefault(pair.statement, []).append(pair)
    statements = tuple(
        linked(settled(s, holding.get(s.statement.id, ())), requirements) for s in said
    )
    dates = dates_in(document.text, document.published, passages)
    happened = [
        (_reported(event, passage.start + told.token.idx, contents), told)
        for passage, paragraph in zip(body, here, strict=True)
        for contents in [_contents(paragraph)]
        for event, told in events(story, passage, dates)
    ]
    story.forget()
    if behind is not None:
        behind.statements.update((s.statement.id, s.found) for s in said)
        behind.events.update((event.id, told) for event, told in happened)
    return Reading(
        document=document,
        statements=statements,
        events=conditional(happened, requirements),
        dates=dates,
        requirements=requirements,
        conditions=conditions,
        mentions=tuple(
            Actor(span=m.span, party=m.party, kind=m.kind)
            for m in story.mentions
            if m.party is not None and m.person is None
        ),
        findings=(*_findings(document, [s.statement for s in said]), *_undated(document, dates)),
    )


def _in_order(said: list[Said]) -> list[Said]:
    return sorted(said, key=lambda s: s.statement.extent.start)


def _contents(said: list[Said]) -> list[tuple[Span, str]]:
    """Contents of the statements of a paragraph with the statement's id, the shortest first."""
    ordered = sorted((s.statement for s in said), key=size)
    return [(piece, of) for s in ordered for of in [s.id] for piece in s.content]


def _reported(event: Event, place: int, contents: list[tuple[Span, str]]) -> Event:
    """Give an event at a place the statement that tells of it, the innermost of several."""
    for content, statement in contents:
        if content.start <= place < content.end:
            return replace(event, statement=statement)
    return event


def _findings(document: Document, statements: list[Statement]) -> Iterator[Finding]:
    place = Place(path=document.path, document=document.id)
    if not statements:
        yield Finding(
            code="no-statement", severity="warning", where=place,
            what="nobody was found to say anything in this text",
            fix="check that it is an article or an official statement, in English prose",
        )  # fmt: skip
    for statement in statements:
        source = statement.source
        if (
            source is not None
            and source.party is None
            and source.person is None
            and source.kind is None
        ):
            words = source.span.of(document.text)
            yield Finding(
                code="speaker-unresolved", severity="info",
                where=replace(place, start=source.span.start, end=source.span.end),
                what=f"it is not known for whom “{words[:60]}” speaks",
                fix="nothing needs doing; what it says is kept without a party",
            )  # fmt: skip


def _undated(document: Document, dates: Sequence[Dated]) -> Iterator[Finding]:
    """Note that a text has no day of publication where its words are told from that day.

    A text that names no day, or all of them in full, loses nothing by it.
    """
    unknown = [d for d in dates if d.earliest is None and d.latest is None]
    if document.published is None and unknown:
        first = unknown[0].span
        which = f"“{first.of(document.text)[:60]}” is"
        if len(unknown) > 1:
            which = f"{len(unknown)} of its dates are, such as “{first.of(document.text)[:60]}”"
        yield Finding(
            code="date-missing", severity="info",
            where=Place(
                path=document.path, document=document.id, start=first.start, end=first.end
            ),
            what=f"this text carries no day of publication, so it is not known when {which}",
            fix="give the day of publication with --published YYYY-MM-DD",
        )  # fmt: skip
