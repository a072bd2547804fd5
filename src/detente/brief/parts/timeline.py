"""Events in order of time, an event told in many texts only once."""

import re
from collections.abc import Collection, Mapping
from functools import cache

from detente.brief.case import Case
from detente.brief.contents import Dispatch
from detente.brief.wording import times
from detente.domain.evidence import Actor, Event, Span
from detente.domain.happenings import Happening, happenings
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
    places = _Places(case)
    told = happenings(case.readings, _belongs, undoing, _senses())
    entries = [_entry(case, places, happening) for happening in told]
    entries.sort(key=lambda e: (e.date is None, e.date or "", places.order[e.because[0]]))
    return tuple(entries)


# What two parties do to each other beside what the model is about.
_DEEDS = MATERIAL | {"CONSULT"}
_AGREEING = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT"})
_GESTURES = frozenset({"summon"})
# What has a type by its announcement while it is to come.
_ANNOUNCED = frozenset({"AGREE", "THREATEN"})


def _belongs(event: Event) -> bool:
    """Whether an event is of a matter the model knows, or a deed beyond a party's own house."""
    if event.status == "hypothetical" or (event.status, event.type) == ("denied", "REJECT"):
        return False
    act = inventory().act(event.act)
    if act is not None and act.family is not None:
        sides = (event.actor, event.target, event.object, event.complement)
        named = any(side is not None and (side.party or side.of) for side in sides)
        # "The contract was concluded in December" names nobody, and is of the matter.
        return named or (event.date is not None and event.status in ("happened", "ongoing"))
    own, other = (actor and (actor.party or actor.of) for actor in (event.actor, event.target))
    if own is None:
        return False
    together = event.reciprocal and event.status == "happened" and event.type in _AGREEING
    if together or event.act in _GESTURES:
        # What two agreed, and what one lets the other know by a gesture.
        return other not in (None, own)
    if event.status == "planned" and event.type in _ANNOUNCED:
        return other not in (None, own)
    return event.type in _DEEDS and (event.target is None or other not in (None, own))


@cache
def undoing(name: str) -> Collection[str] | None:
    """Acts that undo one that is not done twice; None for what may be done again at any time."""
    act = inventory().act(name)
    if act is None or act.family is None or not act.family.lasting:
        return None
    return [other.name for other in inventory().opposites(act)]


@cache
def _senses() -> Mapping[str, Collection[str]]:
    """Nouns that mean one thing where one act is done to it: "shut the border", "the frontier"."""
    found: dict[str, list[str]] = {}
    for group in inventory().alike:
        first = min(group)
        for word in group:
            found.setdefault(word, []).append(first)
    return found


def _party(actor: Actor | None) -> str | None:
    return actor.party if actor else None


class _Places:
    """Where the events of each document begin, and their order in the record."""

    def __init__(self, case: Case) -> None:
        self.starts: dict[str, list[int]] = {}
        self.order = {one: place for place, one in enumerate(case.events)}
        for event in case.events.values():
            self.starts.setdefault(event.document, []).append(event.span.start)


def _entry(case: Case, places: _Places, happening: Happening) -> Dispatch:
    told = happening.events
    fullest = max(told, key=lambda e: (bool(e.actor) + bool(e.target or e.object), _exact(e)))
    quote = _words(case, places, fullest)
    actor = next((e.actor for e in told if _party(e.actor)), None)
    target = next((aim for e in told if _party(aim := _aim(e))), None)
    named = _names(case, fullest, fullest.actor, quote)
    aimed = named or _names(case, fullest, fullest.target or fullest.object, quote)
    status = _standing(told)
    text = times.happening(
        None if named else case.party(_party(actor)),
        None if aimed else case.party(_party(target)),
        any(event.reciprocal for event in told),
        case.texts[fullest.document][quote.start : quote.end],
        status,
    )
    if len(happening.dates) > 1:
        text = f"{text} {times.disagreement(_by_text(case, happening))}"
    return Dispatch(
        text=text,
        because=tuple(sorted((event.id for event in told), key=places.order.__getitem__)),
        date=next((times.iso(date) for date, _ in happening.dates), None),
        dates=happening.dates,
        status=status,
        type=fullest.type,
    )


def _aim(event: Event) -> Actor | None:
    """Other party that it is done to; "recalled him" is done to no other."""
    aim = event.target or event.object
    return None if _party(aim) is not None and _party(aim) == _party(event.actor) else aim


def _exact(event: Event) -> int:
    return len(event.date or "")


def _standing(told: Collection[Event]) -> str:
    """What has happened and goes on to one text has happened, once any says so."""
    statuses = [event.status for event in told]
    return "happened" if "happened" in statuses else statuses[0]


def _by_text(case: Case, happening: Happening) -> list[tuple[str, int]]:
    """Each date told, with how many texts tell it; copies of one text are one."""
    return [
        (date, len({case.copies.get(d, d) for one in ids for d in [case.events[one].document]}))
        for date, ids in happening.dates
    ]


def _names(case: Case, event: Event, actor: Actor | None, quote: Span) -> bool:
    """Whether the quoted words name this actor themselves, and not by a pronoun."""
    if actor is None or not quote.covers(actor.span):
        return False
    words = actor.span.of(case.texts[event.document])
    return words[:1].isupper() and words.lower() not in PRONOUNS


def _words(case: Case, places: _Places, event: Event) -> Span:
    """The event's words, from its actor to the end of the clause, where that is not too long."""
    text = case.texts[event.document]
    actors = (event.actor, event.target, event.object, event.complement)
    spans = [event.span, *(actor.span for actor in actors if actor)]
    start, end = min(p.start for p in spans), max(p.end for p in spans)
    if "\n" in text[start:end] or end - start > LONGEST_QUOTE:
        start, end = event.span.start, event.span.end
    rest = END_OF_CLAUSE.search(text, end, end + LONGEST_TAIL)
    # The rest of the clause may tell of another event, whose date is not this one's.
    others = places.starts[event.document]
    if rest and not any(end <= other < rest.start() for other in others):
        end = rest.start()
    return Span(start=start, end=end)
