"""Which options a first model has: those that most of the record turns on; and whose they are."""

import math
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from detente.domain.evidence import ordered
from detente.model.drafting.board import Board
from detente.model.drafting.completing import Record, deciding_in
from detente.model.drafting.entries import Entry
from detente.model.drafting.names import decides
from detente.model.drafting.positions import Position
from detente.model.drafting.voices import UNKNOWN

# A model of more options is not understood at a glance; the others are named beside it.
MOST_OPTIONS = 8
# So many are in the model however little is said of them. Of the others those are left out that
# only their owner speaks of, once and in one text: they score less than this.
FEW_OPTIONS = 4
PERIPHERAL = 1.65


@dataclass(slots=True)
class _Weight:
    """What speaks for an option being central.

    ``asked`` is whether somebody else speaks of it than whose it is, ``kept`` whether it is a
    measure in force, ``dangled`` whether its owner threatens with it or makes it depend.
    """

    asked: bool = False
    kept: bool = False
    tied: bool = False
    dangled: bool = False
    wanted: set[tuple[str, bool]] = field(default_factory=set)
    strength: float = 0.0
    texts: int = 0

    @property
    def score(self) -> float:
        """Conditions first, then how many want it or not, how strongly, and how often."""
        contested = len({taken for _, taken in self.wanted}) > 1
        score = 2.0 * self.tied + 1.0 * contested + 0.5 * len({p for p, _ in self.wanted})
        score += 0.8 * self.asked + 0.5 * self.kept + 0.5 * self.dangled
        return score + self.strength + 0.25 * math.log2(1 + self.texts)


def central(board: Board, record: Record, keep: Collection[str] = ()) -> tuple[Entry, ...]:
    """The most central options on the table, in the order they are there.

    Parameters
    ----------
    keep
        Full names of options that stay in any case.
    """
    entries = tuple(board.entries)
    if len(entries) <= FEW_OPTIONS:
        return entries
    scores = {name: weight.score for name, weight in _weighed(board, record).items()}
    best = sorted(entries, key=lambda e: (e.name not in keep, -scores[e.name]))
    asked = sum(e.name in keep for e in entries)
    kept = [
        e
        for place, e in enumerate(best)
        if place < max(FEW_OPTIONS, asked)
        or (place < MOST_OPTIONS and scores[e.name] >= PERIPHERAL)
    ]
    speaking = deciding_in(record)
    for e in best:
        # Whoever speaks as much as the others is at the table, with the best of its options.
        absent = e.owner in speaking and all(e.owner != other.owner for other in kept)
        if absent and len(kept) < MOST_OPTIONS:
            kept.append(e)
    if len({e.owner for e in kept}) < 2:
        other = next((e for e in best if e.owner != kept[0].owner), None)
        kept = [*kept[:-1], other] if other is not None else kept
    return tuple(e for e in entries if e in kept)


def _weighed(board: Board, record: Record) -> dict[str, _Weight]:
    """What speaks for each option, by its name."""
    found = {e.name: _Weight(kept=e.today and e.deed.family.measure) for e in board.entries}
    for tie in record.ties:
        for deed in (tie.benefit, *tie.needs):
            entry = board.find(deed)
            if entry is not None:
                found[entry.name].tied = True
    owners = {e.owner for e in board.entries}
    for position in record.positions:
        entry = board.find(position.deed)
        if entry is None:
            continue
        weight = found[entry.name]
        weight.wanted.add((position.party, position.deed.taken))
        weight.dangled = weight.dangled or _dangled(position, entry)
        weight.asked = weight.asked or position.party in owners - {entry.owner} | {UNKNOWN}
        weight.strength = max(weight.strength, position.strength)
        weight.texts += len(position.because)
    return found


def _dangled(position: Position, entry: Entry) -> bool:
    """Whether its owner would do it for, or against, something that was not understood."""
    if position.party != entry.owner or entry.deed.family.open:
        return False
    announced = position.announced and position.deed.taken and entry.deed.family.harm
    return position.dangled or announced


def at_the_table(board: Board, record: Record, owners: Collection[str]) -> frozenset[str]:
    """Owners of whom others want something, or who tie what they do to what others do.

    Whoever only comments, mediates or does what nobody at the table speaks of stays out, as long
    as two remain.
    """
    bound: set[str] = set()
    for position in record.positions:
        entry = board.find(position.deed)
        if entry is not None and position.party in owners and position.party != entry.owner:
            bound |= {entry.owner, position.party}
    spoken: Counter[str] = Counter()
    for position in record.positions:
        if position.strong:
            spoken[position.party] += position.times
    bound |= {party for party, times in spoken.items() if times > 1}
    for tie in record.ties:
        if tie.benefit.owner is not None and tie.setter in (None, tie.benefit.owner):
            bound.add(tie.benefit.owner)
        entries = [board.find(d) for d in (tie.benefit, *tie.needs)]
        known = {entry.owner for entry in entries if entry is not None}
        if len(known) > 1:
            bound |= known
    for telling in record.tellings:
        entry = board.find(telling.deed)
        if entry is not None and entry.today and telling.target in set(owners) - {entry.owner}:
            bound |= {entry.owner}
    found = frozenset(owners) & bound
    return found if len(found) > 1 else frozenset(owners)


def wanting(board: Board, record: Record, owner: str) -> tuple[str, ...]:
    """Who else wants something of the only party that has options, in the order they spoke.

    Only those who want it strongly, so that nobody becomes a party by giving advice.
    """
    return ordered(
        position.party
        for position in record.positions
        for entry in [board.find(position.deed)]
        if position.party not in (owner, UNKNOWN)
        and position.strong
        and entry is not None
        and entry.owner == owner
        and decides(position.party)
    )


def apart(record: Record, owners: Collection[str]) -> list[list[str]]:
    """Groups of two parties or more, none of which wants anything of another group's."""
    group = {owner: {owner} for owner in owners}

    def join(codes: Iterable[str | None]) -> None:
        known = [code for code in codes if code in group]
        for code in known[1:]:
            if group[code] is not group[known[0]]:
                group[known[0]] |= group[code]
                for other in group[code]:
                    group[other] = group[known[0]]

    for position in record.positions:
        join((position.party, position.deed.owner, position.deed.member))
    for tie in record.ties:
        join((tie.setter, *(d.owner for d in (tie.benefit, *tie.needs))))
    found = {id(members): sorted(members) for members in group.values()}
    return [members for members in found.values() if len(members) > 1]
