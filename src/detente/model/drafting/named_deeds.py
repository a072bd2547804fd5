"""Deeds that a text names and does not tell as done: as an event, in a statement, or by a noun.

What nobody says, does or leaves undone may still be spoken of: "hopes for the release of the crew
were dashed". Each deed comes with the statement or event that stands for it in the record.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.domain.evidence import Event, Span
from detente.lexicon.acts import inventory
from detente.lexicon.nominals import verb_of
from detente.model.drafting.at_stake import tells
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed
from detente.model.drafting.facts import on_target
from detente.model.drafting.inside import inside_another
from detente.model.drafting.nouns import deed_of_noun
from detente.model.drafting.pages import Page
from detente.model.drafting.sign_words import NEAR, UNDONE


@dataclass(frozen=True, slots=True)
class Named:
    """A deed that is named and not told as done; ``by`` is the id of what stands for it."""

    by: str
    start: int
    end: int
    deed: Deed


def named_in(page: Page, stakes: Sequence[Deed] = ()) -> list[Named]:
    """Welcome deeds that a text names and does not tell as done, in its order.

    ``stakes`` are the deeds of unknown verbs that count too.
    """
    text = page.reading.document.text
    events = {name: event for name, event, _ in page.events}
    found = []
    for by, span, told in (*_of_events(page), *_of_statements(page)):
        if told is not None and _counts(told, stakes):
            found.append(Named(by, *_place(text, span, events.get(by)), told))
    for by, span, told in _of_nouns(page):
        known = any(each.start < span.end and span.start < each.end for each in found)
        if _counts(told, stakes) and not known:
            found.append(Named(by, span.start, span.end, told))
    return sorted(found, key=lambda each: each.start)


def _counts(told: Deed, stakes: Sequence[Deed]) -> bool:
    named = bool(told.thing.words) or told.family.name == "membership"
    return named and told.welcome and tells(told, stakes)


def _place(text: str, span: Span, event: Event | None) -> tuple[int, int]:
    """Where a deed is named: from who does it on, which its clause may begin long before."""
    actor = event.actor.span if event is not None and event.actor is not None else None
    inside = actor is not None and span.start <= actor.start < span.end
    words = span.of(text)
    comma = words.find(", ") if _BY_NAME.match(words) else -1
    end = span.end if comma < 0 else span.start + comma  # "the removal, which it promised"
    told = span.start + words.rfind(": ") + 1  # "a plea has gone out to Oslo: lift the ban"
    first = actor.start if actor is not None and inside else span.start
    return max(first, told if told > span.start else first), end


def _of_events(page: Page) -> Iterator[tuple[str, Span, Deed | None]]:
    text = page.reading.document.text
    for name, event, told in page.events:
        if _undone(event, text):
            yield name, event.span, on_target(event, told, page.texts)


def _of_statements(page: Page) -> Iterator[tuple[str, Span, Deed | None]]:
    """Deeds that are only named in what is said: "had hoped for its release"."""
    text = page.reading.document.text
    for i, statement in page.by_id.items():
        if not statement.propositions and len(statement.content) == 1:
            # "Announced the removal": a noun for it is all that is said.
            (piece,) = statement.content
            words = piece.of(text)
            named = _BY_NAME.match(words) and deed_of_noun(words, imposed=False)
            yield i, piece, named or None
        for p in statement.propositions:
            if p.modality or p.polarity == "negative" or inside_another(p, statement, page.texts):
                continue
            if _UNTENSED.match(p.span.of(text)):
                yield i, p.span, deed(p, page.texts)


def _undone(event: Event, text: str) -> bool:
    """Whether it is not told as done; what a noun names alone is told of only by its name."""
    words = event.span.of(text)
    before = text[max(0, event.span.start - NEAR) : event.span.start]
    if event.status == "happened":
        gerund = _GERUND.match(words) and _TAKING_ONE.search(before)
        return event.date is None and bool(gerund or _BY_NAME.match(words))
    if event.status == "ongoing":
        return before.endswith(" that ")  # "a request that it lift the ban"
    start, end = _place(text, event.span, event)
    return event.status in UNDONE and not _NEVER.search(text[start:end])


def _of_nouns(page: Page) -> Iterator[tuple[str, Span, Deed]]:
    """Deeds that only a noun names, where the sentence stands for something in the record."""
    text = page.reading.document.text
    for match in _NAMING.finditer(text):
        if not _is_nominal(match["noun"].lower()):
            continue
        span = Span(start=match.start(), end=match.end())
        by = standing_for(page, span)
        told = deed_of_noun(span.of(text)) if by is not None else None
        if by is not None and told is not None:
            yield by, span, told


def _is_nominal(noun: str) -> bool:
    return noun in inventory().nouns or verb_of(noun) is not None


def standing_for(page: Page, span: Span) -> str | None:
    """The shortest statement or event around a phrase, else any in its sentence."""
    start = page.sentence_at(span.start)
    end = page.sentence_end(start)
    told = [(event.span, name) for name, event, _ in page.events]
    told += [(each.extent, i) for i, each in page.by_id.items()]
    here = [(s, i) for s, i in told if s.start < end and start < s.end]
    around = [(s.end - s.start, i) for s, i in here if s.start <= span.start and span.end <= s.end]
    beside = [i for _, i in here]
    return min(around)[1] if around else next(iter(beside), None)


# "The lifting of the ban", up to where the phrase ends.
_NAMING = re.compile(
    r"\b(?:(?:the|an?|any|no|its|their|his|her|our|such)\s)?(?:[a-z-]+\s)?(?P<noun>[a-z-]{4,})\sof\s"
    r"(?:(?!(?:is|are|was|were|be|been|has|have|had|will|would|can|could|must|should|may|might|and|but"
    r"|or|nor|which|who|whom|that|where|when|after|before|since|until|unless|if|because|as|so"
    r"|at once|came|stood|remains?|meets?|met|costs?|brooks?|lies"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r")\b)[\w’'-]+(?:\s(?=[\w’']))?)+"
)
_UNTENSED = re.compile(r"(?:to|the|an?|its|their|any|no)\s|\w+ing\s", re.I)
_BY_NAME = re.compile(r"(?:the|an?|its|their|any|no)\s(?!.*\b(?:has|have|was|were)\b)", re.I)
_GERUND = re.compile(r"\w+ing\s")
_TAKING_ONE = re.compile(r"\b(?:of|to|on|against|for|about)\s$")
_NEVER = re.compile(r"\b(?:never|not)\b|n[’']t\b|(?<=.)\bno\b")
