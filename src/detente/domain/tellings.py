"""One telling of an event, made comparable with others: whose, what, when, in what words."""

import re
from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.domain.evidence import Actor, Document, Event

# Told as done, or going on: the same event may be told as either.
_DONE = ("happened", "ongoing")
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_EMPTY = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my",
    "it", "he", "she", "they", "him", "them", "who", "whom", "which", "of", "to", "in", "on", "for",
    "from", "with", "by", "at", "and", "or", "as", "into", "over", "under", "new", "first", "last",
    "all", "some", "other", "further", "more", "s",
})  # fmt: skip
_NUMBERS = frozenset({
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million",
})  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_JOINED = re.compile(r",?\s+and\s+(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event as one text tells it.

    Parameters
    ----------
    standing
        Its status, told as done and as going on being one.
    actor, target
        Codes of the parties on both sides, in order of the alphabet where they do it together.
    words, numbers
        Of what it is done to, without inflection; none where a pronoun stands for it.
    definite
        Whether that is spoken of as known, or by a name.
    first, last
        The days that it may have been on, both None where it carries no date.
    label
        Its date in ISO, empty where it carries none.
    known
        Day by which its text was published, None where that is not known.
    place
        Order of tellings that hangs on nothing but what they are: by day of their text.
    """

    event: Event
    standing: str
    actor: str | None
    target: str | None
    words: frozenset[str]
    numbers: frozenset[str]
    definite: bool
    first: date | None
    last: date | None
    label: str
    known: date | None
    id: str
    place: tuple[str, str, int, int, str]

    @property
    def day(self) -> bool:
        """Whether it is dated to the day."""
        return self.first is not None and self.first == self.last


# A noun's senses, by which "the border" and "the frontier" may be one thing.
Senses = Mapping[str, Collection[str]]
SENSE = "≈"


def telling(event: Event, document: Document, senses: Senses) -> Telling:
    """Make an event of a document comparable."""
    known = days(document.published)[1]
    name = event.id
    actor, target = _code(event.actor), _code(event.target) or _code(event.object)
    if target == actor:
        target = None
    thing = event.object or (event.target if event.target and not _code(event.target) else None)
    things = [one.span.of(document.text) for one in (thing, event.complement) if one]
    words = [word for text in things for word in _WORD.findall(text)]
    stems = {_stem(w) for w in words if w.lower() not in _EMPTY | _NUMBERS}
    stems |= {f"{SENSE}{sense}" for word in stems for sense in senses.get(word, ())}
    if actor and target and (event.reciprocal or _together(event, document.text)):
        actor, target = sorted((actor, target))
    first, last = days(event.date)
    if event.earliest and event.latest:
        first, last = days(event.earliest)[0], days(event.latest)[1]
    return Telling(
        event=event,
        standing="done" if event.status in _DONE else event.status,
        actor=actor,
        target=target,
        words=frozenset(stems),
        numbers=frozenset(w.lower() for w in words if w[0].isdigit() or w.lower() in _NUMBERS),
        definite=any(w.lower() in _DEFINITE or w[0].isupper() for w in words),
        first=first,
        last=last,
        label=(event.date or "") if first else "",
        known=known,
        id=name,
        place=(
            known.isoformat() if known else "~", event.document,
            event.span.start, event.span.end, name,
        ),
    )  # fmt: skip


def _code(actor: Actor | None) -> str | None:
    return None if actor is None else actor.party or actor.of


def _together(event: Event, text: str) -> bool:
    """Whether the two sides are named as one: "Oslo and Lima signed"."""
    assert event.actor is not None
    if event.target is None:
        return False
    one, other = sorted((event.actor.span, event.target.span))
    return one.end <= other.start and bool(_JOINED.fullmatch(text, one.end, other.start))


def _stem(word: str) -> str:
    low = word.lower()
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low


def days(iso: str | None) -> tuple[date | None, date | None]:
    """The first and the last day that an ISO date of any precision may mean."""
    try:
        parts = [int(part) for part in (iso or "")[:10].split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            year, month = parts
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(*parts), date(*parts)
    except (ValueError, TypeError, IndexError):
        return None, None


def apart(one: Telling, other: Telling) -> timedelta:
    """Days between the nearest days of two dated tellings, none where they may be one day."""
    assert one.first and one.last and other.first and other.last
    return max(other.first - one.last, one.first - other.last, timedelta(0))
