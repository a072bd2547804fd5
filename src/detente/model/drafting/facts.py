"""What the texts tell of as done: events that take or leave somebody's option."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from detente.domain.evidence import Event
from detente.lexicon.due import interval
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed
from detente.model.drafting.pages import Page, as_proposition
from detente.model.drafting.weighed import only_readied


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An event as a deed, with its id, its day as far as it is known, and whether it happened.

    ``dated``: the text gives the day. The day of an event that is told without one is that of its
    text; of a text without one, that of what was told before it.
    """

    deed: Deed
    id: str
    happened: bool
    target: str | None
    day: str = ""
    dated: bool = False


def facts(page: Page) -> Iterator[Fact]:
    """Events of known families, in text order."""
    reading = page.reading
    text = reading.document.text
    tellers = {i: s.source.party for i, s in page.by_id.items() if s.source is not None}
    day = reading.document.published or ""
    inner = _undone_inside(page)
    for name, event, made in page.events:
        if name in inner:
            continue
        teller = tellers.get(event.statement or "")
        # What one party says that another did is its claim, and no fact, unless it grants it.
        others = event.actor is not None and event.actor.party != teller
        if teller is not None and others and not _granted(event, page):
            continue
        if not reading.document.published:
            day = max(day, event.date or "")
        as_deed = on_target(event, made, page.texts)
        # "A hundred countries have recognised it": done, but by nobody at this table.
        elsewhere = event.actor is not None and as_deed is not None and as_deed.owner is None
        if as_deed is not None and as_deed.family.name == "talks" and _over(event, text):
            continue
        if as_deed is not None and not elsewhere and not _awaited(event, text):
            yield Fact(
                deed=as_deed,
                id=name,
                happened=_happened(event, as_deed, page),
                target=event.target.party if event.target else None,
                day=event.date or day,
                dated=event.date is not None,
            )


def _granted(event: Event, page: Page) -> bool:
    """Whether it is confirmed by another party than did it: "has paid, Lima confirmed"."""
    statement = page.by_id.get(event.statement or "")
    if statement is None or statement.cue is None or event.status != "happened":
        return False
    words = statement.cue.of(page.reading.document.text).lower().split()
    return any(word.startswith(verb) for word in words for verb in _CONFIRMING)


_CONFIRMING = tuple(verb.rstrip("e") for verb in word_class("confirming"))


def _happened(event: Event, made: Deed, page: Page) -> bool:
    if event.status == "ongoing" and _to_come(event, page):
        return False
    if made.family.measure and made.taken:
        text = page.reading.document.text
        after = re.split(r"[.;\n]", text[event.span.end : event.span.end + _AFTER])[0]
        words = event.span.of(text)
        if _NOT_YET.search(words + after) is not None or only_readied(words):
            return False
    return event.status in ("happened", "ongoing")


_AFTER = 60  # characters after an event in which it may be said that it holds not yet
# "The duties are announced but not in force": they are not imposed by being announced.
_NOT_YET = re.compile(
    r"\b(?:not|n[’']t|nowhere)(?: yet)? (?:been )?(?:in (?:force|effect|place)|taken effect)\b"
    r"|\byet to (?:take effect|come into (?:force|effect)|enter into force)\b"
)


def _undone_inside(page: Page) -> frozenset[str]:
    """Of "withdrew their permission" the permission: what an event ends is not told beside it."""
    found: set[str] = set()
    outer: list[tuple[Event, Deed]] = []
    for name, event, made in sorted(page.events, key=lambda e: (e[1].span.start, -e[1].span.end)):
        if made is None:
            continue
        outer = [each for each in outer if each[0].span.end >= event.span.end]
        if any(
            around.span != event.span
            and around.status == "happened"
            and ended.family.name == made.family.name
            and ended.undoing
            and ended.taken != made.taken
            for around, ended in outer
        ):
            found.add(name)
        outer.append((event, made))
    return frozenset(found)


def _over(event: Event, text: str) -> bool:
    """Of "last held talks in March", "met on Monday": talks that were held are held no more."""
    return event.status == "happened" and _HELD.search(event.span.of(text)) is not None


_HELD = re.compile(r"\b(?:concluded|ended|finished|had|held|met|spoke|talked)\b")


def _to_come(event: Event, page: Page) -> bool:
    """Whether it is told for a day after its text: "reopens the port on 1 July"."""
    published = page.reading.document.published
    if not published or not event.date:
        return False
    return interval(event.date)[0] > interval(published)[1]


# "But only after he has been handed over": what is waited for was not done.
_AWAITING = re.compile(
    r"\b(?:only (?:after|when|once|if)|until|unless|not before|as soon as|so long as|as long as"
    r"|in case|on condition that|provided(?: that)?)\s[^,.;:]*$"
)
_BEFORE = 60  # characters before an event in which such words stand


def _awaited(event: Event, text: str) -> bool:
    before = text[max(0, event.span.start - _BEFORE) : event.span.start]
    clause = f"{before}{event.span.of(text)}"
    return (
        event.status == "happened"
        and _AWAITING.search(f"{before} ") is not None
        and (_PERFECT.search(clause) is not None)
    )


_PERFECT = re.compile(r"\b(?:has|have|had)\b")


def on_target(event: Event, made: Deed | None, texts: Mapping[str, str]) -> Deed | None:
    """An event as a deed, where an act that no family knows is done to what others target."""
    target = event.target
    if event.object is not None or target is None:
        return made
    own = event.actor is not None and target.of is not None and target.of == event.actor.party
    if not own and (target.party or target.of) is not None:
        return made
    return deed(replace(as_proposition(event), object=replace(target, party=None)), texts)
