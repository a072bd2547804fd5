"""The rule reader: one pass over a parsed document, in the order that meaning needs.

Paragraphs of many documents are parsed together, because the parser is nearly the whole
cost; everything after that works on one document at a time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.domain.evidence import (
    Actor,
    Document,
    Event,
    Reading,
    Requirement,
    Statement,
)
from detente.domain.findings import Finding, Place
from detente.read.conditions.dependences import dependences
from detente.read.conditions.requirements import linked, requirement
from detente.read.conditions.terms import condition_pairs
from detente.read.dates.times import dates_in
from detente.read.events.told import events
from detente.read.grammar.clauses import Passage
from detente.read.grammar.parser import parsed
from detente.read.grammar.tokens import Token
from detente.read.intake.layout import pieces
from detente.read.statements.answers import answering
from detente.read.statements.attribution import Attribution
from detente.read.statements.attributions import attributions
from detente.read.statements.nesting import nested, size
from detente.read.statements.stated import Said, stated
from detente.read.who.mentions import Story


def read_documents(documents: Iterable[Document]) -> Iterator[Reading]:
    """Read documents in batches; readings come in the order of the documents."""
    for document, passages in _parsed(documents):
        yield read_passages(document, passages)


def found_in(documents: Iterable[Document]) -> Iterator[tuple[Reading, dict[str, Attribution]]]:
    """Read documents, and give for each the attribution behind each statement, by its id."""
    for document, passages in _parsed(documents):
        behind: dict[str, Attribution] = {}
        yield read_passages(document, passages, behind), behind


def _parsed(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Passage]]]:
    waiting: list[Document] = []
    size = 0
    for document in documents:
        waiting.append(document)
        size += len(document.text)
        # Enough for the parser to batch well, little enough to keep in memory.
        if size > 40_000:
            yield from _parsed_batch(waiting)
            waiting, size = [], 0
    yield from _parsed_batch(waiting)


def _parsed_batch(documents: list[Document]) -> Iterator[tuple[Document, list[Passage]]]:
    passages: list[list[Passage]] = [[] for _ in documents]
    inputs = [
        (document.text[piece.span.start : piece.span.end], (k, piece))
        for k, document in enumerate(documents)
        for piece in pieces(document.text)
    ]
    for doc, (k, piece) in parsed(inputs):
        passages[k].append(Passage(doc, piece.span.start, piece.heading))
    yield from zip(documents, passages, strict=True)


def read_passages(
    document: Document, passages: list[Passage], behind: dict[str, Attribution] | None = None
) -> Reading:
    """Read one document whose paragraphs are parsed.

    What each statement was made from is put into ``behind``, by the statement's id.
    """
    story = Story(document.text, passages, document.id, published=document.published)
    body = [p for p in passages if not p.heading]
    # What holds or grounds what is settled within a paragraph, so that time stays linear.
    here = [nested(list(stated(story, found))) for found in attributions(body, story.text)]
    said = answering([s for paragraph in here for s in paragraph])
    told = iter(said)
    here = [[next(told) for _ in paragraph] for paragraph in here]
    requirements = tuple(
        requirement(story, d, passage, paragraph)
        for passage, paragraph in zip(body, here, strict=True)
        for d in dependences(story, passage)
    )
    statements = tuple(linked(s.statement, requirements) for s in said)
    if behind is not None:
        behind.update((s.statement.id, s.found) for s in said)
    dates = dates_in(document.text, document.published, passages)
    happened = [
        _reported(event, token, passage, paragraph)
        for passage, paragraph in zip(body, here, strict=True)
        for event, token in events(story, passage, dates)
    ]
    return Reading(
        document=document,
        statements=statements,
        events=tuple(_conditional(event, requirements) for event in happened),
        dates=dates,
        requirements=requirements,
        conditions=condition_pairs(
            story,
            [(p, [s.statement for s in own]) for p, own in zip(body, here, strict=True)],
            requirements,
        ),
        mentions=tuple(
            Actor(span=m.span, party=m.party, kind=m.kind)
            for m in story.mentions
            if m.party is not None and m.person is None
        ),
        findings=tuple(_findings(document, [s.statement for s in said])),
    )


def _reported(event: Event, token: Token, passage: Passage, said: list[Said]) -> Event:
    place = passage.start + token.idx
    holding = [s for s in said if any(c.start <= place < c.end for c in s.statement.content)]
    if not holding:
        return event
    inner = min(holding, key=lambda s: size(s.statement))
    return replace(event, statement=inner.statement.id)


def _conditional(event: Event, requirements: tuple[Requirement, ...]) -> Event:
    """What is only told as a condition, or as what hangs on one, has not come about."""
    if event.status == "denied" or not _inside_condition(event, requirements):
        return event
    return replace(event, status="hypothetical")


def _inside_condition(event: Event, requirements: tuple[Requirement, ...]) -> bool:
    return any(
        r.condition.covers(event.span)
        or (r.benefit is not None and r.benefit.span == event.span)
        or any(need.span == event.span for need in r.needs)
        for r in requirements
    )


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
