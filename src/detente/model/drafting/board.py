"""The options on the table: who decides what, what speaks for it, and how it stands today."""

import re
from collections.abc import Iterable
from dataclasses import replace

from detente.lexicon.words import word_class
from detente.model.drafting.completing import Record
from detente.model.drafting.deed import Deed, DeedKey
from detente.model.drafting.done_to import COMPENSATIONS, PAYMENT
from detente.model.drafting.entries import Entry
from detente.model.drafting.phrases import bare, head_of
from detente.model.drafting.positions import Position
from detente.model.drafting.things import PEOPLE, Thing, is_a, thing
from detente.model.drafting.today import settled, stand
from detente.model.drafting.voices import UNKNOWN

# Acts done to one and the same thing: whoever urges "to ratify" means what others ratify.
_OF_ONE_THING = frozenset({"sign", "ratify"})


class Board:
    """All options found, without two entries for one option."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._by_family: dict[str, list[Entry]] = {}
        self._found: dict[str, dict[DeedKey, Entry | None]] = {}

    def find(self, wanted: Deed) -> Entry | None:
        """Return the entry of a deed's option, if it is on the table."""
        key, family = wanted.key, wanted.family.name
        found = self._found.setdefault(family, {})
        if key not in found:
            fitting = [e for e in self._by_family.get(family, ()) if e.deed.same_option(wanted)]
            exact = [e for e in fitting if e.deed.thing.designations & wanted.thing.designations]
            found[key] = next(iter(exact or fitting), None)
        return found[key]

    def put(self, found: Deed, because: Iterable[str]) -> Entry:
        """Put a deed's option on the table, or add to what speaks for it."""
        entry = self.find(found)
        if entry is None:
            entry = Entry(deed=replace(found, taken=True))
            self.entries.append(entry)
            self._by_family.setdefault(found.family.name, []).append(entry)
            self._found.pop(found.family.name, None)
        entry.because |= dict.fromkeys(because)
        self.describe(entry, found)
        return entry

    def describe(self, entry: Entry, found: Deed) -> None:
        """Name an option as well as either wording does; mostly the first does as well."""
        before, designations = entry.deed, entry.deed.thing.designations | found.thing.designations
        best = _better(before.thing, found.thing)
        member = before.member or found.member
        if best != before.thing or designations != best.designations or member != before.member:
            thing = replace(best, designations=designations)
            entry.deed = replace(before, thing=thing, member=member)
            self._found.pop(found.family.name, None)

    def keep(self, entries: Iterable[Entry]) -> None:
        """Take all other options off the table."""
        self.entries = list(entries)
        self._found.clear()
        self._by_family.clear()
        for entry in self.entries:
            self._by_family.setdefault(entry.deed.family.name, []).append(entry)


def _better(one: Thing, other: Thing) -> Thing:
    """The better worded of two; what is paid for harm goes by what the other calls it."""
    best, other = (one, other) if one.detail >= other.detail else (other, one)
    lost = best.head == PAYMENT and _lost(best.words.partition(" for ")[2])
    if lost and other.head in COMPENSATIONS:
        return thing(best.words.replace(PAYMENT, other.head, 1))
    return best


def _lost(words: str) -> bool:
    """Whether it is harm, or a thing that is made good when it is lost: "the aircraft"."""
    head = head_of(bare(words))
    return head in _HARMS or any(is_a(head, name) for name in _MADE_GOOD)


_HARMS = word_class("harms")
_MADE_GOOD = ("vessel", "aircraft", "seizable", "structure", "lifeline", "trade", "weapon")


def board_of(record: Record) -> Board:
    """Put on the table what was refused, demanded, offered, threatened or made conditional."""
    board = Board()
    deciding = {p.party for p in record.positions}
    urged = _urged_by_onlookers(record)
    for tie in record.ties:
        for deed in (tie.benefit, *tie.needs):
            if deed.complete:
                board.put(deed, tie.because)
    for position in record.positions:
        known = position.party != UNKNOWN or position.deed.owner in deciding
        known = known and len(urged.get(_urging(position), ())) < _BOTH
        if position.strong and position.deed.complete and known and _at_issue(position, record):
            board.put(position.deed, position.because)
    _put_measures(board, record)
    for position in record.positions:
        entry = board.find(position.deed) if position.deed.owner is not None else None
        if entry is not None:
            entry.because |= dict.fromkeys(position.because)
    for duty in record.duties:
        entry = board.find(duty.deed) if duty.deed.owner is not None else None
        if entry is not None and duty.deed.thing.names and not entry.deed.thing.names:
            board.describe(entry, duty.deed)
    for entry in board.entries:
        _name(entry, record)
    board.keep(e for e in board.entries if e.deed.named)
    stand(board.entries, record)
    open_ones = [e for e in board.entries if not settled(e, record)]
    if len({e.owner for e in open_ones}) > 1:
        board.keep(open_ones)
    return board


def _at_issue(position: Position, record: Record) -> bool:
    """Whether it is more than talks that somebody is merely ready for: nobody else speaks of them.

    Talks that are refused, asked for or made conditional are something to decide. What is said of
    any of a kind, "its membership of any organisation", is a rule and no single matter; so is what
    is done to "a member state".
    """
    deed = position.deed
    if _OF_ANY.search(deed.thing.words) is not None:
        return False
    if deed.family.open and deed.thing.words.lower() in _ANYBODY:
        return False
    if deed.family.name != "talks" or not deed.taken or position.party != deed.owner:
        return True
    return any(
        p.party != deed.owner and p.strong and p.deed.same_option(deed) for p in record.positions
    )


_OF_ANY = re.compile(r"\b(?:in|of|to|with) any\b", re.IGNORECASE)
_ANYBODY = frozenset(
    {"country", "member", "member state", "members", "member states", "nation", "state", "states"}
)
_Urging = tuple[str, str, tuple[str, ...]]
_BOTH = 2


def _urging(position: Position) -> _Urging | None:
    """What somebody of no side asks, and where; None of anybody else."""
    deed = position.deed
    return (deed.family.name, deed.act, position.because) if position.party == UNKNOWN else None


def _urged_by_onlookers(record: Record) -> dict[_Urging | None, set[str]]:
    """Of whom each thing is asked by somebody of no side.

    What is asked of both, "urged both to return to the table", is nobody's option.
    """
    found: dict[_Urging | None, set[str]] = {}
    for position in record.positions:
        urging, owner = _urging(position), position.deed.owner
        if urging is not None and owner is not None:
            found.setdefault(urging, set()).add(owner)
    return found


def _name(entry: Entry, record: Record) -> None:
    """Of "holds two soldiers; release them": what is meant stands in what happened.

    Else in what else is said of the same act, by anybody of anybody ("urged it to ratify").
    """
    if entry.deed.named:
        _describe(entry, record)
        return
    told = [
        t.deed.thing
        for t in record.tellings
        if entry.deed.same_option(t.deed) and not _anybodys(t.deed)
    ]
    said = [d.thing for d in record.deeds() if d.act == entry.deed.act in _OF_ONE_THING]
    same = [
        d.thing
        for d in record.deeds()
        if d.family.name == entry.deed.family.name
        and d.owner in (None, entry.owner)
        and not _anybodys(d)
    ]
    if entry.deed.family.name in PEOPLE:
        same += [
            d.thing for d in record.deeds() if d.family.name in PEOPLE and d.owner == entry.owner
        ]
    named = next((thing for thing in (*told, *said, *same) if not thing.generic), None)
    if named is not None:
        entry.deed = replace(entry.deed, thing=named)


def _anybodys(deed: Deed) -> bool:
    """Whether it is something going on of which it is not told who does it."""
    return deed.family.name == "activity" and deed.owner is None


def _describe(entry: Entry, record: Record) -> None:
    """Of "release the men", "the money" whom and what they hold, if only one seizure is told."""
    bare = entry.deed.thing.words == entry.deed.thing.head
    if entry.deed.family.name not in PEOPLE and not (bare and entry.deed.family.name == "funds"):
        return
    told = [
        t.deed.thing
        for t in record.tellings
        if t.happened and not t.deed.taken and entry.deed.same_option(t.deed)
    ]
    told = [thing for thing in told if not thing.generic]
    if len({thing.words for thing in told}) == 1:
        best = max(entry.deed.thing, told[0], key=lambda t: t.detail)
        entry.deed = replace(entry.deed, thing=best)


def _put_measures(board: Board, record: Record) -> None:
    """A measure in force is its imposer's option, if it bears on those who decide."""
    deciding = {e.owner for e in board.entries} | {p.party for p in record.positions} - {UNKNOWN}
    for position in record.positions:
        # What somebody hopes or expects to see lifted is in force.
        deed = position.deed
        if deed.undoing and deed.family.measure and deed.owner in deciding:
            board.put(deed, position.because)
    for telling in record.tellings:
        deed = telling.deed
        if not (deed.family.measure and deed.taken and telling.happened and deed.owner):
            continue
        spoken = any(p.deed.same_option(deed) for p in record.positions)
        others = deciding - {deed.owner}
        if spoken or (deed.owner in deciding and others) or telling.target in deciding:
            board.put(deed, telling.ids)
