"""The story over many texts: the same event told in ten articles is one event with ten sources.

Tellings are of one event when they have the same act and standing, parties and words that may be
the same, and days that may be the same. The most exactly told come first, so that a vaguer telling
joins the one event that it can mean; where it could mean several it stands alone. What changes
how things stand, a border closed or a treaty signed, is not done twice unless it is undone between:
two such tellings whose days differ a little are one event, and both dates are kept.

Nothing hangs on the order of the texts, and time grows with the number of events.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from types import MappingProxyType

from detente.domain.evidence import Event, Reading
from detente.domain.tellings import SENSE, Senses, Telling, apart, telling

# Acts that undo an act which is not done twice without that; None for acts that may be repeated.
Undoing = Callable[[str], Collection[str] | None]

# Of the events that a telling may be of so many are compared; among more it means none of them.
_MOST = 32
# How far apart two dates of one event may be: told to the day, to the month, to the year.
_DAYS, _MONTHS, _YEARS = timedelta(days=7), timedelta(days=100), timedelta(days=365)

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event and its tellings, in the order of the days on which their texts were published.

    ``dates`` are the dates told, each with the ids of the events that tell it, the one with most
    texts first; what only says the same less exactly counts with it. More than one: texts
    disagree.
    """

    events: tuple[Event, ...]
    dates: tuple[tuple[str, tuple[str, ...]], ...] = ()


def happenings(
    readings: Iterable[Reading],
    counts: Callable[[Event], bool],
    undoing: Undoing,
    senses: Senses = MappingProxyType({}),
) -> tuple[Happening, ...]:
    """Group the events of many documents.

    Parameters
    ----------
    counts
        Whether an event is wanted.
    undoing
        For an act, the acts that undo it; None where it may be done again at any time.
    senses
        For a noun, the senses that it shares with others, where one act is done to it.
    """
    told = {
        one.id: one
        for reading in readings
        for event in reading.events
        if counts(event)
        for one in [telling(event, reading.document, senses)]
    }
    groups = _Groups()
    for one in sorted(told.values(), key=_exactness):
        groups.add(one)
    joined = _with_other_dates(groups.all, undoing)
    in_order = [sorted(tellings, key=lambda one: one.place) for tellings in joined]
    return tuple(happening for _, happening in sorted(map(_placed, in_order), key=lambda p: p[0]))


def _exactness(one: Telling) -> tuple[object, ...]:
    """Tellings with both parties first, then those with the closest date."""
    parties = (one.actor is not None) + (one.target is not None)
    return -parties, -len(one.label), one.event.act, one.label, one.place


def _placed(tellings: list[Telling]) -> tuple[tuple[object, ...], Happening]:
    """An event, after the key by which the story is in order of time."""
    dates = _dates(tellings)
    made = Happening(events=tuple(one.event for one in tellings), dates=dates)
    return (not dates, dates[0][0] if dates else "", tellings[0].place), made


class _Group:
    """Tellings of one event, with what is known of it so far."""

    def __init__(self, first: Telling) -> None:
        self.tellings = [first]
        self.actor, self.target = first.actor, first.target
        self.words = set(first.words)
        self.best = first

    def may_be(self, other: Telling) -> bool:
        """Whether a telling contradicts it in nothing: parties, words, days."""
        pairs = ((self.actor, other.actor), (self.target, other.target))
        if not all(a == b or a is None or b is None for a, b in pairs):
            return False
        if self.words and other.words and not self.words & other.words:
            return False
        if self.best.first is None or other.first is None:
            late = other if other.first is None else self.best
            dated = self.best if other.first is None else other
            over = dated.first is None or late.known is None or dated.first <= late.known
            return over or late.standing == "planned"
        return apart(self.best, other) == timedelta(0)

    def join(self, other: Telling) -> None:
        self.tellings.append(other)
        self.actor, self.target = self.actor or other.actor, self.target or other.target
        self.words |= other.words
        if len(other.label) > len(self.best.label):
            self.best = other


class _Groups:
    """Groups so far, found by standing, act and party, and by date."""

    def __init__(self) -> None:
        self.all: list[_Group] = []
        self._within: dict[tuple[Key, str], list[_Group]] = defaultdict(list)
        self._exactly: dict[tuple[Key, str], list[_Group]] = defaultdict(list)

    def add(self, one: Telling) -> None:
        group = self._meant(one)
        if group is None:
            group = _Group(one)
            self.all.append(group)
            before: set[tuple[Key, str]] = set()
        else:
            before = set(_places(group))
            group.join(one)
        for place in set(_places(group)) - before:
            self._register(place, group)

    def _register(self, place: tuple[Key, str], group: _Group) -> None:
        key, label = place
        self._exactly[place].append(group)
        for end in {len(label), 7, 4, 0}:
            if end <= len(label):
                self._within[key, label[:end]].append(group)

    def _meant(self, one: Telling) -> _Group | None:
        """The one event that a telling can mean."""
        for key in _keys(one.standing, one.event.act, one.actor, one.target):
            label = one.label
            within = self._within.get((key, label), [])
            found = _fitting(within if len(within) <= _MOST else [], one)
            # What is told just as exactly; then what is told less exactly.
            found = found or _fitting(self._exactly.get((key, label), []), one)
            for end in (7, 4, 0):
                if not found and end < len(label):
                    found = _fitting(self._exactly.get((key, label[:end]), []), one)
            if found:
                return _closest(found, one)
        return None


def _fitting(groups: list[_Group], one: Telling) -> list[_Group]:
    return [group for group in groups[:_MOST] if group.may_be(one)]


def _closest(found: list[_Group], one: Telling) -> _Group | None:
    """The group with most words in common; of several such one told just as exactly, or none."""
    shared = max(len(group.words & one.words) for group in found)
    most = [group for group in found if len(group.words & one.words) == shared]
    exact = [group for group in most if group.best.label == one.label]
    return most[0] if len(most) == 1 else exact[0] if exact else None


def _keys(standing: str, act: str, actor: str | None, target: str | None) -> Iterator[Key]:
    """Where events with these parties are looked up, the closest first."""
    if actor and target:
        yield f"{standing} {act}", "both", actor, target
    if actor:
        yield f"{standing} {act}", "actor", actor, ""
    if target:
        yield f"{standing} {act}", "target", target, ""
    if not actor and not target:
        yield f"{standing} {act}", "nobody", "", ""


def _places(group: _Group) -> Iterator[tuple[Key, str]]:
    best = group.best
    for key in _keys(best.standing, best.event.act, group.actor, group.target):
        yield key, best.label


# --- dates that disagree ----------------------------------------------------------------------


def _with_other_dates(groups: list[_Group], undoing: Undoing) -> list[list[Telling]]:
    """Join groups of what is not done twice whose dates differ a little."""
    undone: dict[tuple[str, str | None], list[_Group]] = defaultdict(list)
    alike: dict[Key, list[_Group]] = defaultdict(list)
    for group in groups:
        best = group.best
        if best.standing == "done" and best.first is not None:
            undone[best.event.act, group.actor].append(group)
            if undoing(best.event.act) is not None:
                for key in _keys("", best.event.act, group.actor, group.target):
                    alike[key].append(group)
    root: dict[int, _Group] = {}

    def family(group: _Group) -> _Group:
        while id(group) in root:
            group = root[id(group)]
        return group

    for key in sorted(alike):
        dated = sorted(alike[key], key=_when)
        for one, other in pairwise(dated):
            first, second = family(one), family(other)
            acts = undoing(one.best.event.act) or ()
            if first is not second and _one_with_two_dates(first, second, acts, undone):
                first.tellings += second.tellings
                first.actor, first.target = (
                    first.actor or second.actor, first.target or second.target,
                )  # fmt: skip
                first.words |= second.words
                root[id(second)] = first
    return [group.tellings for group in groups if id(group) not in root]


def _when(group: _Group) -> tuple[object, ...]:
    return group.best.first, group.best.last, min(one.place for one in group.tellings)


def _one_with_two_dates(
    one: _Group,
    other: _Group,
    acts: Collection[str],
    undone: dict[tuple[str, str | None], list[_Group]],
) -> bool:
    """Whether two groups are one event on whose day texts disagree."""
    pairs = ((one.actor, other.actor), (one.target, other.target))
    if not all(a == b or a is None or b is None for a, b in pairs):
        return False
    if {t.event.document for t in one.tellings} & {t.event.document for t in other.tellings}:
        # A text that tells both tells of two events.
        return False
    numbers = [{n for t in group.tellings for n in t.numbers} for group in (one, other)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    days = one.best.day and other.best.day
    shared = {word for word in one.words & other.words if not word.startswith(SENSE)}
    if not shared and (not days or (one.words and other.words)):
        return False
    if not any(t.definite for group in (one, other) for t in group.tellings) and one.words:
        return False
    if apart(one.best, other.best) > _farthest(one.best, other.best):
        return False
    return not _undone_between(one, other, acts, undone)


def _farthest(one: Telling, other: Telling) -> timedelta:
    coarsest = min(len(one.label), len(other.label))
    return {4: _YEARS, 7: _MONTHS}.get(coarsest, _DAYS)


def _undone_between(
    one: _Group,
    other: _Group,
    acts: Collection[str],
    undone: dict[tuple[str, str | None], list[_Group]],
) -> bool:
    start, end = one.best.last, other.best.first
    assert start is not None
    assert end is not None
    between = (
        group.best
        for act in acts
        for group in undone.get((act, one.actor or other.actor), ())[:_MOST]
    )
    return any(b.first and b.last and start <= b.first and b.last <= end for b in between)


def _dates(tellings: list[Telling]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Dates told, those with most texts first; a vaguer one counts with one that it allows."""
    exact: list[tuple[Telling, list[Telling]]] = []
    dated = [one for one in tellings if one.first is not None]
    for one in sorted(dated, key=lambda one: (_length(one), one.place)):
        same = next((told for best, told in exact if apart(best, one) == timedelta(0)), None)
        if same is None:
            exact.append((one, [one]))
        else:
            same.append(one)
    exact.sort(key=lambda pair: (-len({t.event.document for t in pair[1]}), pair[0].first))
    return tuple((_written(best), tuple(t.id for t in told)) for best, told in exact)


def _length(one: Telling) -> timedelta:
    assert one.first is not None
    assert one.last is not None
    return one.last - one.first


def _written(one: Telling) -> str:
    """ISO date, or an interval of two where that is closer."""
    if one.event.earliest and one.event.latest:
        return f"{one.event.earliest}/{one.event.latest}"
    return one.label
