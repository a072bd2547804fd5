"""Events in order of time, an event told twice only once."""

import re

from detente.brief.case import Case
from detente.brief.contents import Dispatch
from detente.brief.wording import times
from detente.domain.evidence import Actor, Event, Span
from detente.lexicon.acts import inventory
from detente.lexicon.plover import MATERIAL

# A clause longer than this says more than the event; its own words are shown alone.
LONGEST_QUOTE = 260
LONGEST_TAIL = 90
# A full stop ends a clause only before a capital, so that "U.S. sanctions" stays whole.
END_OF_CLAUSE = re.compile(r"[,;:\n”\"]|[.!?](?=[’']?\s+[^a-z\d]|[’']?\s*$)")
PRONOUNS = {"he", "she", "it", "they", "his", "her", "its", "their", "we", "our", "i"}


def timeline(case: Case) -> tuple[Dispatch, ...]:
    """Entries sorted by date at the precision known, undated ones last.

    What is only supposed (a condition, a refusal, a possibility) is no event in time, and
    what is only said stands under the claims.
    """
    told = [event for event in case.events.values() if _belongs(event)]
    groups: list[list[Event]] = []
    # Dated tellings first, so that an undated one joins the date it can only mean.
    for event in sorted(told, key=lambda event: -len(event.date or "")):
        alike = [group for group in groups if all(_same(event, other) for other in group)]
        if len(alike) == 1 or (alike and event.date):
            alike[0].append(event)
        else:
            groups.append([event])
    entries = [_entry(case, group) for group in groups]
    return tuple(sorted(entries, key=lambda entry: (entry.date is None, entry.date or "")))


# What two parties do to each other beside what the model is about.
_DEEDS = MATERIAL | {"CONSULT"}


def _belongs(event: Event) -> bool:
    """Whether an event is of a matter the model knows, or a deed beyond a party's own house."""
    if event.status == "hypothetical" or (event.status, event.type) == ("denied", "REJECT"):
        return False
    act = inventory().act(event.act)
    if act is not None and act.family is not None:
        sides = (event.actor, event.target, event.object, event.complement)
        return any(side is not None and (side.party or side.of) for side in sides)
    own = _party(event.actor)
    abroad = event.target is None or _party(event.target) not in (None, own)
    return event.type in _DEEDS and own is not None and abroad


def _same(one: Event, other: Event) -> bool:
    """Whether two tellings may be of one event: same act, compatible parties, date and status."""
    if (one.act, one.status) != (other.act, other.status):
        return False
    pairs = [(_party(one.actor), _party(other.actor)), (_aim(one), _aim(other))]
    compatible = all(a == b or a is None or b is None for a, b in pairs)
    shared = any(a == b and a is not None for a, b in pairs)
    return compatible and shared and _dates_agree(one.date, other.date)


def _dates_agree(one: str | None, other: str | None) -> bool:
    """Whether one date refines the other; no date agrees with every date."""
    if one is None or other is None:
        return True
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter)


def _party(actor: Actor | None) -> str | None:
    return actor.party if actor else None


def _aim(event: Event) -> str | None:
    return _party(event.target) or _party(event.object)


def _entry(case: Case, group: list[Event]) -> Dispatch:
    order = list(case.events)
    told = sorted(group, key=lambda event: order.index(event.id))
    fullest = max(
        told, key=lambda e: (bool(e.actor) + bool(e.target or e.object), len(e.date or ""))
    )
    date = max((event.date for event in told if event.date), key=len, default=None)
    quote = _words(case, fullest)
    actor = next((e.actor for e in told if _party(e.actor)), None)
    target = next((aim for e in told if _party(aim := e.target or e.object)), None)
    named = _names(case, fullest, fullest.actor, quote)
    aimed = named or _names(case, fullest, fullest.target or fullest.object, quote)
    text = times.happening(
        None if named else case.party(_party(actor)),
        None if aimed else case.party(_party(target)),
        any(event.reciprocal for event in told),
        case.texts[fullest.document][quote.start : quote.end],
        fullest.status,
    )
    because = tuple(event.id for event in told)
    return Dispatch(text=text, because=because, date=date, status=fullest.status, type=fullest.type)


def _names(case: Case, event: Event, actor: Actor | None, quote: Span) -> bool:
    """Whether the quoted words name this actor themselves, and not by a pronoun."""
    if actor is None or not quote.covers(actor.span):
        return False
    words = actor.span.of(case.texts[event.document])
    return words[:1].isupper() and words.lower() not in PRONOUNS


def _words(case: Case, event: Event) -> Span:
    """The event's words, from its actor to the end of the clause, where that is not too long."""
    text = case.texts[event.document]
    actors = (event.actor, event.target, event.object, event.complement)
    places = [event.span, *(actor.span for actor in actors if actor)]
    start, end = min(p.start for p in places), max(p.end for p in places)
    if "\n" in text[start:end] or end - start > LONGEST_QUOTE:
        start, end = event.span.start, event.span.end
    rest = END_OF_CLAUSE.search(text, end, end + LONGEST_TAIL)
    # The rest of the clause may tell of another event, whose date is not this one's.
    others = [e.span.start for e in case.events.values() if e.document == event.document]
    if rest and not any(end <= other < rest.start() for other in others):
        end = rest.start()
    return Span(start=start, end=end)
