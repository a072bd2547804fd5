"""Conditions that tie options to each other: who sets them, and whether law is their ground."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from detente.domain.evidence import (
    ConditionPair,
    Event,
    Proposition,
    Reading,
    Requirement,
    Source,
    Span,
    Statement,
)
from detente.lexicon.acts import inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.scales import scale
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed
from detente.model.drafting.facts import on_target
from detente.model.drafting.hearsay import alleged, by_onlookers
from detente.model.drafting.nouns import deed_of_noun
from detente.model.drafting.pages import Page, as_proposition
from detente.model.drafting.things import thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A condition voiced or told: the benefit requires every need.

    ``setter`` is the party that states it, None when the writer does; ``asked`` is whether it
    only asks somebody for the benefit. Of a bargain ``either`` side may be what is given.
    """

    benefit: Deed
    needs: tuple[Deed, ...]
    setter: str | None
    strength: float
    law: bool
    statement: str | None
    because: tuple[str, ...]
    wording: str
    speaker: str | None = None
    asked: bool = False
    either: bool = False


def ties(page: Page) -> Iterator[Tie]:
    """Conditions of a text whose benefit and needs are deeds."""
    reading, by_id, texts = page.reading, page.by_id, page.texts
    read = [r.condition for r in reading.requirements if r.duty]
    read += [pair.condition for pair in reading.conditions if _only_asked(pair, page)]
    for requirement in reading.requirements:
        statement = by_id.get(requirement.statement or "")
        if requirement.duty or (statement is not None and _not_its_own(statement, page)):
            continue
        if _only_asked(requirement, page):
            continue
        tie = _tie(requirement, statement, texts, reading)
        if tie is not None and not (requirement.form == "must to" and _asks_one(tie)):
            read += [requirement.condition, requirement.consequence]
            yield tie
            if _offers(requirement, tie, reading.document.text):
                yield _turned(tie)
            for joined in _joined(requirement, tie, texts, reading):
                yield replace(tie, benefit=joined)
    yield from _of_pairs(page, read)


def _asks_one(tie: Tie) -> bool:
    """Whether one party is asked for both: "asked Lima to send engineers to inspect the works"."""
    owners = {tie.benefit.owner, *(need.owner for need in tie.needs)}
    asked = tie.asked and tie.setter is not None and not tie.law
    return asked and len(owners) == 1 and owners.isdisjoint({None, tie.setter})


def _not_its_own(statement: Statement, page: Page) -> bool:
    """Whether it is what others say of a party, who are no party to it."""
    return alleged(statement, page.by_id) or by_onlookers(statement, page.reading.document.text)


def _only_asked(tied: Requirement | ConditionPair, page: Page) -> bool:
    """Whether it is a question, which binds nobody: "Would Oslo leave if Lima did? Nobody says"."""
    text = page.reading.document.text
    first = min(tied.condition.start, tied.consequence.start)
    last = max(tied.condition.end, tied.consequence.end)
    asked = _INVERTED.match(text[page.sentence_at(first) : last]) is not None
    return asked and _QUESTION.match(text[last:]) is not None


_INVERTED = re.compile(r"\W*(?:would|will|could|can|might|may|should|do|does|did|is|are)\s", re.I)
_QUESTION = re.compile(r"[^.!?\n]*\?")


def _turned(tie: Tie) -> Tie:
    """An offer from its other side: what is asked, for what whoever sets it would give."""
    given = replace(tie.benefit, owner=tie.setter)
    return replace(tie, benefit=tie.needs[0], needs=(given,), either=False)


def _offers(requirement: Requirement, tie: Tie, text: str) -> bool:
    """Whether the condition is also a promise: "will lift it once they leave", not "only once"."""
    benefit = requirement.benefit
    if benefit is None or benefit.polarity != "positive" or len(tie.needs) != 1 or tie.law:
        return False
    own = tie.benefit.owner in (None, tie.setter) and tie.needs[0].owner != tie.setter
    words = f"{requirement.consequence.of(text)} {requirement.condition.of(text)}"
    promised = requirement.form in _PROMISING and not tie.asked
    return promised and own and tie.setter is not None and _WITHHELD.search(words) is None


def _joined(
    requirement: Requirement, tie: Tie, texts: Mapping[str, str], reading: Reading
) -> Iterator[Deed]:
    """Of "Oslo will sue and freeze the loan if they stay" the freezing, which takes the same."""
    clause, text = requirement.consequence, reading.document.text
    told = [d for d in deeds_within(reading, clause, texts) if d.same_option(tie.benefit)]
    if not told or not _AND.search(clause.of(text)):
        return
    contrary = told[0].taken != tie.benefit.taken
    for event in reading.events:
        if not clause.covers(event.span) or not _AND.search(text[clause.start : event.span.start]):
            continue
        if not text[: event.span.start].endswith(" and "):
            continue
        denied = len(_UNMADE.findall(text[clause.start : event.span.start])) % 2 == 1
        told_of = replace(as_proposition(event), polarity="negative" if denied else "positive")
        found = deed(told_of, texts)
        if found is None or found.family.open or found.owner != tie.benefit.owner:
            continue
        if not found.same_option(tie.benefit):
            yield found.contrary if contrary else found


_AND = re.compile(r"\band\b")
BARGAIN = "bargain"  # of the reader's forms, the one of which either side may be what is given
_PROMISING = frozenset({"if", "only", "provided", "framed", BARGAIN})
_WITHHELD = re.compile(
    r"\b(?:only|not|no|never|before|until|unless|cannot|can|could|may|might|refus\w*|without)\b|n[’']t\b",
    re.IGNORECASE,
)


def speaker(source: Source | None, text: str) -> str | None:
    """Who spoke, by name or in the text's words, where those say more than the party."""
    if source is None:
        return None
    words = " ".join(source.span.of(text).split())
    if source.person or source.office:
        return source.person or source.office
    bare = len(words) < 5 or gazetteer().by_name(words) is not None
    return None if bare else words


def unread(page: Page) -> Iterator[tuple[str, str]]:
    """Conditions set by a party of which not both sides were understood: party and wording."""
    reading, by_id, texts = page.reading, page.by_id, page.texts
    read = [
        span
        for requirement in reading.requirements
        if requirement.duty or _tie(requirement, None, texts, reading) is not None
        for span in (requirement.condition, requirement.consequence)
    ]
    told = [r for r in reading.requirements if not r.duty]
    conditions: list[Requirement | ConditionPair] = [*told, *reading.conditions]
    for each in conditions:
        spans = sorted((each.consequence, each.condition))
        if any(a.start < b.end and b.start < a.end for a in spans for b in read):
            continue
        read += spans
        source = (s := by_id.get(each.statement or "")) and s.source
        setter = each.setter or (source.party if source else None)
        understood = isinstance(each, ConditionPair) and all(
            deeds_within(reading, span, texts) for span in spans
        )
        if setter and not understood:
            words = reading.document.text[spans[0].start : spans[1].end]
            yield setter, " ".join(words.split())


def _tie(
    requirement: Requirement,
    statement: Statement | None,
    texts: Mapping[str, str],
    reading: Reading,
) -> Tie | None:
    benefit = requirement.benefit and _talking(deed(requirement.benefit, texts))
    needs = tuple(d for p in requirement.needs if (d := _needed(p, texts)) is not None)
    if not benefit or not needs or any(benefit == need for need in needs):
        return None
    figures = scale()
    source = statement.source if statement else None
    strength = figures.strength("conditions", None, ())
    strength += figures.ground.get(requirement.ground or "", 0)
    ids = [i for i in (requirement.statement, requirement.ground_statement) if i]
    spans = [requirement.consequence, requirement.condition]
    spans += [p.span for p in requirement.needs if p.span.start > spans[0].start]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    wording = reading.document.text[start:end]
    ids = ids or told_between(reading, start, end) or _said_around(reading, start, end)
    if not ids:
        return None
    if source is not None and statement is not None and statement.by_cue == "believes":
        source = None  # who sees or thinks it is told of it: "only then will Oslo see it lifted"
    setter = _set_by(source, requirement, benefit, needs, reading.document.text)
    return Tie(
        benefit=_let(requirement, benefit, setter, reading.document.text) or benefit,
        needs=needs,
        setter=setter,
        strength=round(min(1.0, strength), 3),
        law=requirement.ground == "law",
        statement=requirement.statement,
        because=tuple(ids),
        wording=" ".join(wording.split()),
        speaker=speaker(source, reading.document.text),
        asked=statement is not None and statement.by_cue == "demands",
        either=requirement.form == BARGAIN,
    )


def _let(requirement: Requirement, benefit: Deed, setter: str | None, text: str) -> Deed | None:
    """Of "Peruvian boats may fish only if Peru pays", where Chile says so, that Chile lets them."""
    told = requirement.benefit
    if told is None or told.modality != "may" or setter is None:
        return None
    whom = benefit.owner
    done = _MAY.search(requirement.consequence.of(text))
    if whom in (None, setter) or done is None or requirement.ground == "law":
        return None
    return Deed(
        family=inventory().families["permission"],
        thing=thing(f"permission to {done['what']}"),
        taken=True,
        owner=setter,
        member=whom,
        act="let_do",
    )


_MAY = re.compile(r"\bmay\s(?:again\s)?(?P<what>[a-z]+(?!\w)[^,.;]*?)(?=\sonly\b|[,.;]|$)")


def _needed(need: Proposition, texts: Mapping[str, str]) -> Deed | None:
    """What a condition takes; of "if Oslo agrees to inspections" the inspections."""
    found = _talking(deed(need, texts))
    if found is not None and need.act in _LOOKING and _by_others(need):
        # Of "until the hall has been inspected" that whose hall it is lets it be.
        return deed_of_noun(f"inspection of the {found.thing.words}") or found
    if found is not None or need.agent is None or need.polarity == "negative":
        return found
    agreed = _AGREEING.search(need.span.of(texts[need.document]))
    named = deed_of_noun(agreed["what"]) if agreed is not None else None
    return None if named is None else replace(named, owner=need.agent.party)


def _by_others(need: Proposition) -> bool:
    """Whether a party named does it neither itself nor by leaving it undone."""
    named = need.agent is not None and need.agent.party is not None
    return not named and need.polarity == "positive" and need.object is not None


_LOOKING = frozenset({"audit", "examine", "inspect"})


def _talking(found: Deed | None) -> Deed | None:
    """Of "before we sit down" talks, with whom and on what need not be said."""
    if found is None or found.family.name != "talks" or not found.thing.generic:
        return found
    return replace(found, thing=thing("talks"))


_AGREEING = re.compile(r"\b(?:agree|consent|assent|submit)(?:s|d|ed|ted)? (?:to|on) (?P<what>.+)$")


def _set_by(
    source: Source | None,
    requirement: Requirement,
    benefit: Deed,
    needs: tuple[Deed, ...],
    text: str,
) -> str | None:
    """Who says it, unless the text names another who asks it of whoever says it.

    Nobody threatens itself: whoever tells of harm unless it gives way tells of another's threat.
    Nor does anybody offer another's deed for its own: of "Oslo would lift it if Lima left, the
    minister said" the minister is of Oslo.
    """
    said = source.party if source else None
    asked_of = said is not None and any(need.owner == said for need in needs)
    giver = benefit.owner
    if asked_of and giver not in (None, said) and source is not None and _unnamed(source, text):
        return giver
    threat = benefit.family.harm and not benefit.taken
    if asked_of and threat and source is not None and _unnamed(source, text):
        return None if requirement.setter == said else requirement.setter
    if requirement.form == BARGAIN and said is not None:
        return said  # either side may be what is given: who says it gives its own
    kept_away = requirement.benefit is not None and requirement.benefit.polarity == "negative"
    other = requirement.setter or (giver if kept_away else None)
    return (other if asked_of else None) or said or requirement.setter


def _unnamed(source: Source, text: str) -> bool:
    """Whether only the context tells for whom somebody speaks: "its minister", "the ministry"."""
    words = source.span.of(text)
    return words[:1].islower() and not gazetteer().find(words)


def told_between(reading: Reading, start: int, end: int) -> list[str]:
    """Events told of there: what a condition rests on that the writer states."""
    return [e.id for e in reading.events if e.span.start < end and start < e.span.end]


def _said_around(reading: Reading, start: int, end: int) -> list[str]:
    """Statements that what the writer tells stands in or beside, within its paragraph."""
    text = reading.document.text
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = last if last >= 0 else len(text)
    return [
        s.id for s in reading.statements if first <= s.extent.start < last and s.source is not None
    ][:1]


# --- pairs of clauses that the reader did not take apart ----------------------------------------

# "C unless N": the contrary of C takes N; "C as long as N": the contrary of C takes that of N.
_HOLDING = frozenset({"unless", "until", "before", "or else", "otherwise", "without"})
_LASTING = frozenset({"as long as", "as_long_as", "while"})
# Given only for something: what is offered for it is due once it is done, and not before.
_OFFERED = frozenset(
    {"if", "provided", "on_condition", "in exchange", "in_exchange", "once", "when"}
)
_ONLY = re.compile(r"\b(?:only|not before|no earlier)\b", re.IGNORECASE)


def _of_pairs(page: Page, read: Sequence[Span]) -> Iterator[Tie]:
    """Conditions whose two clauses are known, and each of which holds a deed."""
    reading, by_id, texts = page.reading, page.by_id, page.texts
    for pair in reading.conditions:
        spans = (pair.condition, pair.consequence)
        if any(a.start < b.end and b.start < a.end for a in spans for b in read):
            continue
        if _UNTIED.search(reading.document.text[min(spans).start : max(spans).start]):
            continue
        statement = by_id.get(pair.statement or "")
        if statement is not None and _not_its_own(statement, page):
            continue
        consequence = deeds_within(reading, pair.consequence, texts)
        needs = deeds_within(reading, pair.condition, texts)
        if consequence and needs:
            yield from _paired(reading, pair, statement, consequence[0], tuple(needs))


# "No longer depends on", "is not tied to"
_UNTIED = re.compile(
    r"(?:\b(?:not|never|no longer)|n[’']t)\s(?:\w+\s){0,2}?"
    r"(?:depend|hing|hang|condition|contingent|dependent|linked|subject|tied)",
    re.IGNORECASE,
)


def _paired(
    reading: Reading,
    pair: ConditionPair,
    statement: Statement | None,
    consequence: Deed,
    needs: tuple[Deed, ...],
) -> Iterator[Tie]:
    """What a pair ties: of an offer both ways, for who offers one thing for another asks for it."""
    start = min(pair.condition.start, pair.consequence.start)
    end = max(pair.condition.end, pair.consequence.end)
    wording = " ".join(reading.document.text[start:end].split())
    source = statement.source if statement else None
    setter = pair.setter or (source.party if source else None) or consequence.owner
    because = (pair.statement,) if pair.statement else tuple(told_between(reading, start, end))
    if not because:
        return

    def tie(benefit: Deed, needs: tuple[Deed, ...]) -> Tie:
        return Tie(
            benefit=benefit,
            needs=needs,
            setter=setter,
            strength=scale().strength("conditions", None, ()),
            law=pair.kind == "law" and pair.form in _HOLDING,
            statement=pair.statement,
            because=because,
            wording=wording,
            speaker=speaker(source, reading.document.text),
            asked=statement is not None and statement.by_cue == "demands",
        )

    if pair.form == "if" and _spares_even_so(consequence, needs):
        return
    # "Offered to put the banker on trial if it got the files" threatens nobody.
    offered = statement is not None and statement.by_cue == "offers"
    if pair.form == "in exchange" and consequence.owner not in (None, setter):
        # "In return for lifting it, they ask the others to leave."
        yield tie(needs[0], (consequence,))
    elif pair.form in _HOLDING:
        yield tie(consequence.contrary, needs)
    elif pair.form in _LASTING and _welcome(consequence, needs):
        yield tie(consequence, needs)
    elif (
        pair.form in _LASTING
        or pair.kind == "threat"
        or (not offered and _threatens(consequence, needs))
    ):
        yield tie(consequence.contrary, tuple(need.contrary for need in needs))
    elif pair.form in _OFFERED or pair.form == "only":
        yield tie(consequence, needs)
        if not _ONLY.search(wording) and len(needs) == 1 and consequence.owner == setter:
            yield tie(needs[0], (consequence,))


def _welcome(consequence: Deed, needs: tuple[Deed, ...]) -> bool:
    """Whether something good goes on as long as something good is done for it."""
    return consequence.welcome and all(need.welcome for need in needs)


def _spares_even_so(consequence: Deed, needs: tuple[Deed, ...]) -> bool:
    """Whether harm is renounced though nothing is given: "will not close it if they stay"."""
    spared = consequence.family.harm and not consequence.taken
    return spared and not any(need.welcome for need in needs)


def _threatens(consequence: Deed, needs: tuple[Deed, ...]) -> bool:
    """Whether harm is announced, or anything at all for the case that the other does harm."""
    if consequence.family.harm:
        return consequence.taken
    return not any(need.welcome for need in needs)


def _refused(p: Proposition) -> Proposition:
    """What is refused inside a clause: of "if they cling to their refusal to leave" not leaving."""
    return replace(p, polarity="negative" if p.polarity == "positive" else "positive")


_UNMADE = re.compile(r"\b(?:not|never|no|fail\w*|refus\w*|declin\w*|without)\b|n[’']t\b")
_VERB = 24  # characters from where an event begins within which its verb stands


def _made(event: Event, span: Span, text: str) -> Literal["positive", "negative"]:
    """Whether a clause says that something told in it is done: not "if they fail to open it"."""
    words = text[span.start : min(span.end, event.span.start + _VERB)]
    return "negative" if len(_UNMADE.findall(words)) % 2 else "positive"


def deeds_within(reading: Reading, span: Span, texts: Mapping[str, str]) -> list[Deed]:
    """Deeds told or spoken of inside a clause, in order, each once."""
    spoken = [
        _refused(p) if s.by_cue == "refuses" and s.cue is not None and span.covers(s.cue) else p
        for s in reading.statements
        for p in s.propositions
        if span.covers(p.span)
    ]
    places = {p.span.start for p in spoken}
    told = [
        (e.span.start, _of_event(e, span, reading.document.text, texts))
        for e in reading.events
        if span.covers(e.span) and e.span.start not in places
    ]
    every = [*((p.span.start, deed(p, texts)) for p in spoken), *told]
    found: dict[object, Deed] = {}
    for _, read in sorted(every, key=lambda each: each[0]):
        if read is not None:
            found.setdefault((read.family.name, read.owner, read.thing.head), read)
    if not found:
        read = deed_of_noun(_LEAD.sub("", span.of(reading.document.text)))
        return [read] if read is not None else []
    return list(found.values())


def _of_event(event: Event, span: Span, text: str, texts: Mapping[str, str]) -> Deed | None:
    """What an event inside a clause is, were it to happen, or the contrary if it is not to."""
    made = deed(as_proposition(event), texts)
    if made is None and event.status != "happened":
        made = on_target(event, None, texts)
    return made if made is None or _made(event, span, text) == "positive" else made.contrary


_LEAD = re.compile(
    r"^(?:in exchange for|in return for|without|after|before|once|until|there (?:will|can|would) be"
    r"|there is)\s+",
    re.IGNORECASE,
)
