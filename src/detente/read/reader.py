"""The rule reader: one pass over a parsed document, in the order that meaning needs.

Paragraphs of many documents are parsed together, because the parser is nearly the whole
cost; everything after that works on one document at a time.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from detente.domain.evidence import (
    Actor,
    Document,
    Event,
    Proposition,
    Reading,
    Requirement,
    Source,
    Span,
    Statement,
)
from detente.domain.findings import Finding, Place
from detente.lexicon.acts import inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.read import clauses
from detente.read.attribution import Attribution
from detente.read.attributions import attributions, channel_noun, channel_words
from detente.read.clauses import Passage, lemma
from detente.read.conditions import Dependence, dependences
from detente.read.dates import dates_in
from detente.read.events import events
from detente.read.gate import confidence
from detente.read.grounds import names_law
from detente.read.layout import pieces
from detente.read.mentions import Story
from detente.read.parser import parsed
from detente.read.propositions import act_at, proposition
from detente.read.terms import condition_pairs

_POSITIONS = word_class("positions")
_DEMANDS = word_class("demands")


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with the attribution it was made from."""

    statement: Statement
    found: Attribution


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
    here = [_nested(list(_statements(story, found))) for found in attributions(body, story.text)]
    said = _answering([s for paragraph in here for s in paragraph])
    told = iter(said)
    here = [[next(told) for _ in paragraph] for paragraph in here]
    requirements = tuple(
        _requirement(story, d, passage, paragraph)
        for passage, paragraph in zip(body, here, strict=True)
        for d in dependences(story, passage)
    )
    statements = tuple(_linked(s.statement, requirements) for s in said)
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


# --- statements ------------------------------------------------------------------------


def _statements(story: Story, attributed: list[Attribution]) -> Iterator[_Said]:
    previous: Source | None = None
    for found in attributed:
        source = _source(story, found, previous)
        if not _plausible(found, source):
            continue
        if found.doubtful and (source is None or source.party is None or source.person):
            continue
        statement = Statement(
            document=story.document,
            source=source,
            cue=found.cue_span,
            content=tuple(found.content),
            manner=found.manner,
            attitude=found.attitude,
            strength=found.strength,
            confidence=confidence(found),
            channel=_channel(story, found),
            propositions=tuple(
                _first_person(p, source, story.text) for p in _propositions(story, found)
            ),
        )
        if source is not None:
            previous = source
        yield _Said(statement, found)


def _source(story: Story, found: Attribution, previous: Source | None) -> Source | None:
    if found.source is None or found.source_span is None:
        return previous if found.inherits and _participle(found) else None
    who = story.who(found.passage, found.source)
    if (
        previous is not None
        and found.inherits
        and who.party is None
        and who.person is None
        and _participle(found)
    ):
        # "According to Barrack, the talks went well, adding that ...": a thing says nothing.
        return previous
    if _several(story, found, who.party):
        who = replace(who, party=None, kind=None, person=None)
    person = who.person
    span = found.source_span
    return Source(
        span=_named_span(story, found.passage, found.source, span),
        party=who.party,
        kind=who.kind,
        person=person.name if person is not None else None,
        office=person.office if person is not None else _office(story, span),
        speaker=who.speaker if who.speaker is not None else _antecedent(found, span),
    )


def _antecedent(found: Attribution, span: Span) -> Span | None:
    """What a relative pronoun that is the source stands for: "Ada Bell, who said ..."."""
    assert found.source is not None
    if found.passage.token_span(found.source).start == span.start:
        return None
    relative = found.passage.within(span)[0].tag_ in ("WP", "WDT")
    return found.passage.span(*clauses.noun_extent(found.source)) if relative else None


# A thing can pose as the subject of these: "the system does not threaten anybody".
_OF_PEOPLE = frozenset(
    {"threatens", "offers", "promises", "demands", "hopes", "praises", "refuses"}
)


def _plausible(found: Attribution, source: Source | None) -> bool:
    """Whether the source is somebody, where the cue alone does not make sure of it."""
    said = found.frame == "clause" and found.attitude not in _OF_PEOPLE
    if source is None or source.party or source.person or said:
        return True
    if found.manner != "indirect" or found.source is None:
        return True
    named = found.source.pos_ in ("PROPN", "PRON") and not any(
        any(c.isdigit() for c in t.text) for t in found.source.subtree
    )
    return named or _is_people(found.source)


def _is_people(noun: Token) -> bool:
    word = noun.lower_
    return (
        word in gazetteer().anonymous
        or gazetteer().title_in(word) is not None
        or lemma(noun) in _PEOPLE
    )


_PEOPLE = word_class("people")


def _several(story: Story, found: Attribution, party: str | None) -> bool:
    """Whether the source joins parties: what they say together is not the word of the first."""
    assert found.source is not None
    others = clauses.conjuncts(found.source)[1:]
    return any(story.who(found.passage, o).party not in (None, party) for o in others)


def _participle(found: Attribution) -> bool:
    return found.cue.dep_ == "advcl" and found.cue.tag_ in ("VBG", "VBN")


def _named_span(story: Story, passage: Passage, token: Token, span: Span) -> Span:
    """Source as worded, without a clause that only tells more of it."""
    for c in clauses.children(token, "relcl", "acl", "advcl"):
        first, _ = clauses.extent(c)
        if passage.start + first.idx > span.start:
            stop = passage.start + first.idx
            kept = story.text[span.start : stop].rstrip(" ,")
            span = Span(start=span.start, end=span.start + len(kept))
    return span


def _office(story: Story, span: Span) -> str | None:
    words = span.of(story.text)
    return words if story.names.known.title_in(words) is not None and len(words) < 100 else None


def _channel(story: Story, found: Attribution) -> str | None:
    """Where it was said: an agency told, a platform posted on, an occasion."""
    occasion = None
    for _, span in channel_words(found):
        named = [m for m in story.names.known.find(span.of(story.text)) if m.party.channel]
        if named:
            return named[-1].party.name
        noun = channel_noun(span.of(story.text))
        platform = re.search(
            r"\bon (X|Twitter|Telegram|Facebook|Truth Social)\b", span.of(story.text)
        )
        if platform:
            return platform[1]
        occasion = occasion or noun
    if occasion is None:
        return None
    return occasion


def _propositions(story: Story, found: Attribution) -> Iterator[Proposition]:
    for passage in (found.passage, *found.reach):
        yield from _propositions_in(story, found, passage)


def _propositions_in(story: Story, found: Attribution, passage: Passage) -> Iterator[Proposition]:
    seen: set[tuple[int, int, str]] = set()
    heads = {int(h.i) for h in found.heads if h.doc is passage.doc}
    cue = int(found.cue.i) if passage is found.passage else -1
    end = passage.end
    own = [piece for piece in found.content if passage.start <= piece.start < end]
    tokens = [t for piece in own for t in passage.within(piece) if t.i != cue]
    for token in tokens:
        at = act_at(token)
        if at is None or (at.act is None and int(token.i) not in heads):
            continue
        if found.frame != "clause" and not _below(token, heads):
            continue
        agent = found.agent if found.agent is not None and token.i in heads else None
        made = proposition(story, passage, at, agent=agent, ordered=found.frame == "order")
        if found.agent is not None and token.i in heads and made.agent is None:
            made = replace(made, agent=story.actor(passage, found.agent))
        key = (made.span.start, made.span.end, made.act)
        if key not in seen:
            seen.add(key)
            yield made


_FIRST_PERSON = frozenset({"we", "us", "our", "i"})


def _first_person(made: Proposition, source: Source | None, text: str) -> Proposition:
    """In a quotation "we" is the party of whoever is quoted."""
    if source is None or source.party is None:
        return made

    def meant(actor: Actor | None) -> Actor | None:
        if actor is None or actor.party or actor.span.of(text).lower() not in _FIRST_PERSON:
            return actor
        return replace(actor, party=source.party, kind=source.kind)

    return replace(
        made, agent=meant(made.agent), object=meant(made.object), complement=meant(made.complement)
    )


def _below(token: Token, heads: set[int]) -> bool:
    """Whether an act is what was refused or offered, and not only mentioned beside it."""
    for _ in range(8):
        if int(token.i) in heads:
            return True
        if token.dep_ == "relcl" and not clauses.has_to(token):
            return False
        if token.dep_ not in (
            "conj",
            "xcomp",
            "ccomp",
            "acl",
            "dobj",
            "relcl",
            "nsubjpass",
            "pcomp",
        ):
            return token.dep_ in ("pobj", "prep") and _measured(token, heads)
        token = token.head
    return False


def _measured(token: Token, heads: set[int]) -> bool:
    """Of "an end to the filling" the filling: what hangs on the head by "of", "to" or "on"."""
    preposition = token.head if token.dep_ == "pobj" else token
    above = preposition.head
    return (
        preposition.lower_ in ("of", "to", "on", "for")
        and int(above.i) in heads
        and above.pos_ == "NOUN"
    )


def _nested(said: list[_Said]) -> list[_Said]:
    """Mark each statement whose cue stands in another's content with the innermost such.

    Only a longer content holds a shorter one, so that of two which hold each other's cue (the
    parser's doing) one is outer, and no chain of them comes back to where it began.
    """
    placed = [_Said(replace(s.statement, inside=_innermost(s, said)), s.found) for s in said]
    dropped = {s.statement.id for s in placed if s.statement.inside and not _voiced(s)}
    if not dropped:
        return placed
    return _nested([s for s in said if s.statement.id not in dropped])


def _voiced(s: _Said) -> bool:
    """Whether somebody says it: not "it seems", nor a paper that somebody else relies on."""
    source, noun = s.statement.source, s.found.source
    if source is None or noun is None:
        return source is not None
    if source.party or source.person or _is_people(noun):
        return True
    return noun.pos_ != "NOUN" and lemma(noun) not in _WRITINGS


_WRITINGS = word_class("writings")


def _innermost(inner: _Said, said: list[_Said]) -> str | None:
    cue, size = inner.statement.cue, _size(inner.statement)
    if cue is None:
        return None
    outer = [
        o.statement
        for o in said
        if _size(o.statement) > size and any(c.covers(cue) for c in o.statement.content)
    ]
    return min(outer, key=_size).id if outer else None


def _size(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)


# How many statements back "that position" may reach.
_REACH = 60


def _answering(said: list[_Said]) -> list[_Said]:
    """Link "rejected that position" to the last claim of somebody else before it."""
    found: list[_Said] = []
    for s in said:
        kind = _taken_up(s)
        if kind is not None:
            party = s.statement.source.party if s.statement.source else None
            earlier = [
                o.statement
                for o in found[-_REACH:]
                if o.statement.source is not None
                and o.statement.source.party not in (None, party)
                and kind in (_offered(o.statement), "either")
            ]
            answered = _most_likely(earlier)
            claim = kind == "claim" or (answered is not None and _offered(answered) == "claim")
            denies = claim and s.statement.attitude == "refuses"
            attitude = "denies" if denies else s.statement.attitude
            answer = replace(
                s.statement,
                answers=answered.id if answered is not None else None,
                attitude=attitude,
            )
            s = _Said(answer, s.found)
        found.append(s)
    return found


def _most_likely(earlier: list[Statement]) -> Statement | None:
    """Return the last that says something disputable, a known act or a duty; else the last."""
    plain = ("hopes", "expects", "praises")
    candidates = [s for s in earlier if s.attitude not in plain]
    known = [s for s in candidates if any(inventory().act(p.act) for p in s.propositions)]
    return (known or candidates)[-1] if candidates else None


def _offered(statement: Statement) -> str:
    """Whether a statement puts up a demand to be met or a claim to be believed."""
    duty = any(
        (p.modality in ("must", "should") or (p.modality == "can" and p.polarity == "negative"))
        and not _own(p, statement)
        for p in statement.propositions
    )
    return "demand" if duty or statement.attitude in ("demands", "offers") else "claim"


def _own(made: Proposition, statement: Statement) -> bool:
    """Whether it is the speaker's own doing that a proposition is about."""
    party = statement.source.party if statement.source else None
    return made.agent is not None and made.agent.party is not None and made.agent.party == party


def _taken_up(s: _Said) -> str | None:
    if s.statement.attitude not in ("refuses", "denies", "accepts", "accuses") or not s.found.heads:
        return None
    head = s.found.heads[0]
    backward = (
        any(
            d.lower_ in ("that", "this", "the", "those", "these", "such")
            for d in clauses.children(head, "det")
        )
        or clauses.child(head, "poss") is not None
    )
    if head.lower_ in ("this", "that", "it"):
        return "either"
    if not backward or head.pos_ != "NOUN":
        return None
    if lemma(head) in _POSITIONS:
        return "claim"
    return "demand" if lemma(head) in _DEMANDS else None


# --- conditions --------------------------------------------------------------------------


def _requirement(story: Story, d: Dependence, passage: Passage, said: list[_Said]) -> Requirement:
    text = story.text
    holder = _holder(d, passage, said)
    ground, ground_statement = _ground(d, holder, passage, said, text)
    source = holder.statement.source if holder is not None else None
    needs = d.needs or _taken_from_before(d, passage, said, text)
    return Requirement(
        condition=d.condition,
        consequence=d.consequence,
        benefit=d.benefit and _first_person(d.benefit, source, text),
        needs=tuple(_first_person(p, source, text) for p in needs),
        ground=ground,
        ground_statement=ground_statement,
        statement=holder.statement.id if holder is not None else None,
        setter=_setter(story, d, passage, holder),
        form=d.form,
    )


def _setter(story: Story, d: Dependence, passage: Passage, holder: _Said | None) -> str | None:
    """Who the writer says has set it: of "Oslo will close it unless ..." Oslo."""
    if d.setter is not None:
        return story.who(passage, d.setter).party
    agent = d.benefit.agent if holder is None and d.benefit is not None else None
    own = d.form in ("unless", "if", "until", "only", "provided")
    return agent.party if agent is not None and own else None


_SO = re.compile(r"\b(?:that|this|it)\s(?:happens?|happened|is\sdone|occurs?)\b|\bdo(?:es)?\sso\b")


def _taken_from_before(
    d: Dependence, passage: Passage, said: list[_Said], text: str
) -> tuple[Proposition, ...]:
    """Of "not until that happens" what was demanded just before."""
    if not _SO.search(d.condition.of(text).lower()):
        return ()
    before = [
        s.statement
        for s in said
        if s.statement.attitude == "demands" and s.statement.extent.end <= d.condition.start
    ]
    return before[-1].propositions if before else ()


def _holder(d: Dependence, passage: Passage, said: list[_Said]) -> _Said | None:
    """Innermost statement whose content holds the condition."""
    place = d.condition.start
    holding = [s for s in said if any(c.start <= place < c.end for c in s.statement.content)]
    if not holding:
        return None
    return min(holding, key=lambda s: _size(s.statement))


def _ground(
    d: Dependence, holder: _Said | None, passage: Passage, said: list[_Said], text: str
) -> tuple[Literal["law"] | None, str | None]:
    """Say whether law is the stated ground: in the sentence, or just before by the same voice."""
    sentence = d.token.sent
    start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    if names_law(text[start:end]):
        return "law", None
    if holder is None:
        return None, None
    speaker = _speaker(holder.statement)
    before = [
        s for s in said
        if s.statement.extent.start < start and s.found.passage.start == passage.start
        and speaker is not None and _speaker(s.statement) == speaker
    ]  # fmt: skip
    if before and any(names_law(c.of(text)) for c in before[-1].statement.content):
        return "law", before[-1].statement.id
    return None, None


def _speaker(statement: Statement) -> str | None:
    source = statement.source
    return None if source is None else source.person or source.party


def _linked(statement: Statement, requirements: tuple[Requirement, ...]) -> Statement:
    """Put what a condition speaks of among the statement's propositions, linked."""
    known = {p.id: p for p in statement.propositions}
    for r in requirements:
        if r.statement != statement.id or r.benefit is None:
            continue
        for needed in r.needs:
            known[needed.id] = needed
        link = r.needs[0].id if r.needs else None
        known[r.benefit.id] = replace(r.benefit, condition=link)
    return replace(
        statement,
        propositions=tuple(sorted(known.values(), key=lambda p: (p.span.start, p.span.end))),
    )


def _reported(event: Event, token: Token, passage: Passage, said: list[_Said]) -> Event:
    place = passage.start + token.idx
    holding = [s for s in said if any(c.start <= place < c.end for c in s.statement.content)]
    if not holding:
        return event
    inner = min(holding, key=lambda s: _size(s.statement))
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
