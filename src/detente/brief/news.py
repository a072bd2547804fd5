"""What is new between two briefs of one record, and what of it turned the answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from detente.brief.contents import Brief, Sentence
from detente.brief.wording import labels
from detente.brief.wording import news as wording
from detente.brief.wording.phrases import capital, the
from detente.brief.wording.terms import Terms
from detente.domain.conditions import written
from detente.domain.dispute import Dispute
from detente.domain.evidence import Claim, Event, Reading, Statement, ordered
from detente.domain.shapes import FORMAT, Json
from detente.domain.verdicts import Analysis, Deal

# So many sentences are tried one by one; each is a draft and a solution of its own.
MOST_TRIED = 12

Turn = Literal["added", "removed", "moved"]
Gist = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelChange:
    """A part of the model that came, went, or stands at another place."""

    turn: Turn
    kind: str
    element: str
    text: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """A sentence of the answer as it was and as it is; one of them may be missing."""

    before: str | None
    now: str | None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A piece of news without which the answer would be another; ``alone`` if as it was."""

    text: str
    because: tuple[str, ...]
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new in a record, what that did to the model, and what that did to the answer.

    Parameters
    ----------
    since
        The day, or the number of the entry of the log, after which things are new.
    candidates
        Statements, events and judged claims that are new and that a change of the model rests
        on: what is worth trying one by one.
    untried
        How many more there are.
    """

    since: str
    record: tuple[Sentence, ...]
    model: tuple[ModelChange, ...]
    answer: tuple[AnswerChange, ...]
    candidates: tuple[str, ...] = ()
    untried: int = 0
    causes: tuple[Cause, ...] = ()
    then: Brief
    now: Brief


def gist(dispute: Dispute | None, analysis: Analysis | None, deal: Deal | None) -> Gist:
    """What the answer comes down to, whatever its states are numbered.

    Two drafts with one gist give one answer: which options are taken today and in the deal,
    under which concepts each holds, whether the deal is lawful, what would make it hold.
    """
    if dispute is None or analysis is None:
        return ()

    def taken(state: object) -> object:
        if not isinstance(state, int | str):
            return None
        found = analysis.state(state)
        return found.id if found.taken is None else frozenset(found.taken)

    def holding(state: object) -> tuple[bool, ...]:
        return tuple(state in states for states in analysis.equilibria.values())

    today = analysis.status_quo
    if deal is None:
        return (taken(today), holding(today))
    changes = tuple((c.kind, c.party, c.element, c.above) for c in deal.changes)
    asks = tuple(sorted((ask.party, ask.option, ask.take) for ask in deal.asks))
    return (
        taken(today),
        holding(today),
        taken(deal.state),
        asks,
        deal.concepts,
        deal.lawful,
        changes,
    )


def compare(then: Brief, now: Brief, since: str) -> News:
    """Say what is new in the later of two briefs of one record."""
    fresh = _fresh(then, now)
    model = tuple(_model(then, now))
    resting = ordered(one for change in model for one in _behind(change, then, now))
    candidates = [one for one in resting if one in fresh]
    judged = [
        claim
        for claim, judgement in now.judgements.items()
        if then.judgements.get(claim) != judgement
    ]
    every = ordered([*judged, *candidates])
    return News(
        since=since,
        record=tuple(_record(then, now, judged)),
        model=model,
        answer=tuple(_answer(then, now)),
        candidates=every[:MOST_TRIED],
        untried=max(0, len(every) - MOST_TRIED),
        then=then,
        now=now,
    )


def attributed(news: News, before: Gist, now: Gist, without: Mapping[str, Gist]) -> News:
    """Say which of the news turned the answer.

    Parameters
    ----------
    before, now
        The gist of the answer as it was, and as it is.
    without
        For each candidate, the gist of the answer that the record gives without it.
    """
    if before == now:
        return news
    return replace(news, causes=tuple(_causes(news, before, now, without)))


def _causes(news: News, before: Gist, now: Gist, without: Mapping[str, Gist]) -> Iterator[Cause]:
    told = _told(news)
    turned = [one for one in news.candidates if without.get(one, now) != now]
    for one in sorted(turned, key=lambda one: without[one] != before):
        alone = without[one] == before
        say = wording.did_it if alone else wording.took_part
        yield Cause(text=say(told[one]), because=(one,), alone=alone)


def _fresh(then: Brief, now: Brief) -> set[str]:
    """Ids of the statements and events of texts that came in."""
    known = {reading.document.id for reading in then.readings}
    came = [reading for reading in now.readings if reading.document.id not in known]
    statements = {statement.id for reading in came for statement in reading.statements}
    return statements | {event.id for reading in came for event in reading.events}


def _behind(change: ModelChange, then: Brief, now: Brief) -> Iterator[str]:
    """Statements and events that a change of the model rests on."""
    claims = {claim.id: claim for claim in (*then.claims, *now.claims)}
    for one in change.because:
        yield from claims[one].support if one in claims else (one,)


# --- the record -------------------------------------------------------------------------


def _record(then: Brief, now: Brief, judged: list[str]) -> Iterator[Sentence]:
    known = {reading.document.id for reading in then.readings}
    staying = {reading.document.id for reading in now.readings}
    came = [reading for reading in now.readings if reading.document.id not in known]
    gone = [reading for reading in then.readings if reading.document.id not in staying]
    text = wording.record(
        len(came), sum(len(reading.statements) for reading in came), len(gone), len(judged)
    )
    yield Sentence(text=text, because=tuple(r.document.id for r in (*came, *gone)))
    for reading in came:
        document = reading.document
        title = document.title or document.path or document.id
        text = wording.text_came(title, document.published, document.publisher)
        yield Sentence(text=text, because=(document.id,))
    claims = {claim.id: claim for claim in (*then.claims, *now.claims)}
    for one in judged:
        if one in claims:
            yield Sentence(text=_judged(now, claims[one]), because=(one,))


def _judged(brief: Brief, claim: Claim) -> str:
    judgement = brief.judgements[claim.id]
    party = capital(the(brief.name(claim.party) or labels.NOBODY))
    return wording.judged(judgement.decision, judgement.by, party, claim.text)


# --- the model --------------------------------------------------------------------------


def _model(then: Brief, now: Brief) -> Iterator[ModelChange]:
    before, after = _parts(then.dispute), _parts(now.dispute)
    for key, part in after.items():
        if key not in before:
            yield replace(part, turn="added")
        elif before[key].text == part.text and before[key].element != part.element:
            yield replace(part, turn="moved")
    for key, part in before.items():
        if key not in after:
            yield replace(part, turn="removed")


def _parts(dispute: Dispute | None) -> dict[tuple[str, str], ModelChange]:
    """Parts of a model by what they say, not by where they stand."""
    return {} if dispute is None else dict(_each_part(dispute))


def _each_part(dispute: Dispute) -> Iterator[tuple[tuple[str, str], ModelChange]]:
    terms = Terms(dispute)

    def part(kind: str, key: str, element: str, text: str, because: tuple[str, ...]) -> Any:
        change = ModelChange(turn="added", kind=kind, element=element, text=text, because=because)
        return (kind, key), change

    for party in dispute.parties:
        yield part(labels.PARTY, party.id, party.id, party.name, party.because)
        for name, _, option in dispute.named_options():
            if name.startswith(f"{party.id}."):
                text = f"{capital(the(party.name))} can {option.text[:1].lower()}{option.text[1:]}"
                yield part(labels.OPTION, name, name, text, option.because)
        for place, preference in enumerate(party.preferences, start=1):
            says = f"{party.id}: {', '.join(written(s) for s in preference.says)}"
            text = labels.wanted(capital(the(party.name)), terms.preference(party.id, preference))
            element = f"{party.id}.preference.{place}"
            yield part(labels.PREFERENCE, says, element, text, preference.because)
    for provision in dispute.provisions:
        key = written(provision.says)
        text = wording.provision(capital(provision.cite), terms.fact(provision.says))
        yield part(labels.PROVISION, key, provision.id, text, provision.because)
    if isinstance(dispute.status_quo, frozenset):
        for name in sorted(dispute.status_quo):
            owner, option = terms.option(name)
            text = f"{capital(the(owner.name))}: {option.text}"
            yield part(labels.TAKEN_TODAY, name, name, text, option.because)


# --- the answer -------------------------------------------------------------------------


def _answer(then: Brief, now: Brief) -> Iterator[AnswerChange]:
    before = [sentence for sentence in then.answer if sentence.lead]
    after = [sentence for sentence in now.answer if sentence.lead]
    if not before and after:
        yield AnswerChange(before=wording.model_came(), now=None)
    if before and not after:
        yield AnswerChange(before=wording.model_went(), now=None)
        return
    for place in range(max(len(before), len(after))):
        old = before[place].text if place < len(before) else None
        new = after[place] if place < len(after) else None
        if old != (new.text if new else None):
            yield AnswerChange(
                before=old, now=new.text if new else None, because=new.because if new else ()
            )


def _told(news: News) -> dict[str, str]:
    """Each candidate in words: who said what where, or who decided what."""
    found: dict[str, str] = {}
    for reading in (*news.then.readings, *news.now.readings):
        items: list[Statement | Event] = [*reading.statements, *reading.events]
        found |= {item.id: _sentence(reading, item) for item in items}
    claims = {claim.id: claim for claim in (*news.then.claims, *news.now.claims)}
    for one in news.candidates:
        if one in claims and one in news.now.judgements:
            found[one] = _judged(news.now, claims[one])
    return {one: found.get(one, one) for one in news.candidates}


def _sentence(reading: Reading, item: Statement | Event) -> str:
    document, text = reading.document, reading.document.text
    where = document.title or document.path or ""
    if isinstance(item, Event):
        return wording.sentence(labels.EVENT, item.span.of(text), where)
    source = item.source
    who = (source.person or source.named.of(text)) if source else labels.SOMEBODY
    return wording.sentence(capital(who), " … ".join(p.of(text) for p in item.content), where)


# --- what others are shown --------------------------------------------------------------


def news_lines(news: News) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a terminal shows: headings, each with its lines."""
    yield labels.NEW_RECORD, tuple(sentence.text for sentence in news.record)
    model = tuple(wording.element(c.kind, c.turn, c.text) for c in news.model)
    yield labels.NEW_MODEL, model or (wording.same_model(),)
    yield labels.NEW_ANSWER, tuple(_lines(news.answer)) or (wording.same_answer(),)
    if news.answer:
        yield labels.NEW_CAUSES, tuple(_cause_lines(news))


def _lines(answer: Iterable[AnswerChange]) -> Iterator[str]:
    for change in answer:
        if change.before:
            yield f"{labels.BEFORE}: {change.before}" if change.now else change.before
        if change.now:
            yield f"{labels.NOW}: {change.now}"


def _cause_lines(news: News) -> Iterator[str]:
    yield from (cause.text for cause in news.causes)
    if not news.causes:
        yield wording.nobody_did_it(len(news.candidates))
    if news.untried:
        yield wording.not_tried(news.untried, len(news.candidates))


def news_shape(news: News) -> Json:
    """What `detente changes --json` prints."""
    return {
        "format": FORMAT,
        "since": news.since,
        "record": [_sentence_shape(sentence) for sentence in news.record],
        "model": [
            {
                "turn": change.turn,
                "kind": change.kind,
                "element": change.element,
                "text": change.text,
                "because": list(change.because),
            }
            for change in news.model
        ],
        "answer": [
            {"before": change.before, "now": change.now, "because": list(change.because)}
            for change in news.answer
        ],
        "causes": [
            {"text": cause.text, "alone": cause.alone, "because": list(cause.because)}
            for cause in news.causes
        ],
        "untried": news.untried,
    }


def _sentence_shape(sentence: Sentence) -> Json:
    return {"text": sentence.text, "because": list(sentence.because)}
