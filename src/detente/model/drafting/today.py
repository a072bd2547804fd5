"""Which options are taken today, by what is told of them and how they are spoken of."""

from collections.abc import Iterable
from typing import TypeVar

from detente.model.drafting.completing import Record
from detente.model.drafting.deed import HALTING, STAYING, Deed
from detente.model.drafting.entries import Entry
from detente.model.drafting.positions import Position, Telling
from detente.model.drafting.spoken import CARRIED_ON

# What somebody is to stop goes on, whatever its family: "end the subsidies".
_STOPPING = frozenset({HALTING, "stop_earnings"})


def stand(entries: Iterable[Entry], record: Record) -> None:
    """Work out which options are taken today.

    A measure is in force when it was imposed, or when somebody speaks of lifting it; it is
    no longer when it was lifted. Anything else is taken when the record says that it was done.
    """
    undone = [p.deed for p in record.positions if p.deed.undoing or p.deed.act == STAYING]
    undone += [
        d for tie in record.ties for d in (tie.benefit, *tie.needs) if d.undoing or d.act == STAYING
    ]
    spoken = _by_family((deed, deed) for deed in undone)
    intended = [p for p in record.positions if _is_intended(p)]
    ends = (t.benefit for t in record.ties if t.benefit.undoing and t.benefit.taken)
    threatened = [deed for deed in ends if deed.act != CARRIED_ON]
    asked = _by_family((p, p.deed) for p in record.positions if p.deed.taken)
    activities = [d for d in record.deeds() if d.family.name == "activity"]
    told = _by_family(
        (t, t.deed) for t in record.tellings if t.deed.thing.words or not t.deed.family.measure
    )
    for entry in entries:
        family = entry.deed.family.name
        about = [t for t in told.get(family, ()) if entry.deed.same_option(t.deed)]
        about_it = [d for d in spoken.get(family, ()) if entry.deed.same_option(d)]
        begins = _not_begun(entry, about, activities)
        if begins or _goes_on(entry, about, about_it, intended):
            entry.today = True
        if _only_threatened(entry, about, threatened):
            entry.today = True
        owed = _still_asked(entry, asked.get(family, ()))
        for telling in about:
            if owed and telling.deed.taken and telling.day <= owed:
                continue
            _tell(entry, telling)


_T = TypeVar("_T")


def _by_family(told: Iterable[tuple[_T, Deed]]) -> dict[str, list[_T]]:
    """What tells of deeds, by the families of these."""
    found: dict[str, list[_T]] = {}
    for each, deed in told:
        found.setdefault(deed.family.name, []).append(each)
    return found


def _only_threatened(entry: Entry, about: Iterable[Telling], threatened: Iterable[Deed]) -> bool:
    """Whether its end is only threatened: "unless they pay, it would seize their boats".

    A threat takes for granted that what it would end goes on; where the record tells of an end
    ("holds ten boats") it would only go further.
    """
    family = entry.deed.family
    plain = not (family.measure or family.harm or any(t.happened for t in about))
    return plain and any(entry.deed.same_option(d) for d in threatened)


def _is_intended(position: Position) -> bool:
    """Whether somebody says that it will impose a measure of its own: "intends to restrict"."""
    deed = position.deed
    return (
        deed.family.measure
        and deed.taken
        and deed.act != STAYING
        and deed.owner == position.party
        and position.announced
    )


def _goes_on(
    entry: Entry, about: Iterable[Telling], spoken: Iterable[Deed], intended: Iterable[Position]
) -> bool:
    """Whether who speaks of ending it or of leaving it takes it for something that is there."""
    spoken = list(spoken)
    stopping = any(d.act in _STOPPING for d in spoken)
    family = entry.deed.family
    if not spoken or not (family.measure or family.standing or stopping):
        return False
    # Whoever may yet carry out a pact, or tear it up, has it.
    stays = stopping or family.name == "upkeep" or any(d.act == STAYING for d in spoken)
    if stays or any(t.deed.taken and t.happened for t in about):
        return True
    # What is only going to be imposed can be argued over, too.
    ahead = any(t.deed.taken and not t.happened and t.deed.act != STAYING for t in about)
    return not ahead and not any(entry.deed.same_option(p.deed) for p in intended)


# What is given, paid or said once is no option any more when that has happened.
_DONE_ONCE = frozenset({
    "apology", "custody", "delegation", "disclosure", "handover", "notice", "payment", "possession",
})  # fmt: skip


def settled(entry: Entry, record: Record) -> bool:
    """Whether what was asked for has been done since, and nobody has spoken of it again."""
    if not entry.today or entry.deed.family.name not in _DONE_ONCE:
        return False
    if any(entry.deed.same_option(d) for t in record.ties for d in (t.benefit, *t.needs)):
        return False
    about = [p for p in record.positions if entry.deed.same_option(p.deed)]
    said = max((p.newest for p in about), default="")
    asked = any(p.deed.taken and p.party != entry.owner for p in about)
    done = [t for t in record.tellings if t.happened and entry.deed.same_option(t.deed)]
    return asked and any(t.deed.taken and t.day > said for t in done)


def _not_begun(entry: Entry, about: Iterable[Telling], activities: Iterable[Deed]) -> bool:
    """Whether an activity is only going to be taken up: "will build a plant". None is going on.

    Who asks for a halt, or for it to go on, takes it for something that goes on.
    """
    if entry.deed.family.name != "activity" or any(t.happened for t in about):
        return False
    mentions = [d for d in activities if entry.deed.same_option(d)]
    begun = any(d.act in _UNDER_WAY for d in mentions)
    return not begun and any(not d.taken for d in mentions)


_UNDER_WAY = frozenset({HALTING, "call_off", "continue", "halt"})


def _still_asked(entry: Entry, asked: Iterable[Position]) -> str:
    """The last day on which a deed was asked for or held out: it had not been done before."""
    family = entry.deed.family
    if family.measure or family.standing or family.held or family.name == "talks":
        return ""  # these may go on, and be asked for
    days = (p.held_out for p in asked if p.deed.act != STAYING and entry.deed.same_option(p.deed))
    return max(days, default="")


def _tell(entry: Entry, telling: Telling) -> None:
    """Set an option to what is told that happened to it."""
    family = entry.deed.family
    if not telling.happened or (family.held and not _about(entry, telling)):
        return
    if telling.deed.taken and not family.measure and not telling.deed.named:
        return  # "set it up" may be said of anything
    entry.today = telling.deed.taken
    if family.measure or telling.deed.taken:
        entry.because |= dict.fromkeys(telling.ids)


def _about(entry: Entry, telling: Telling) -> bool:
    """Whether what is told of a held thing is of this very thing, and not merely of its kind."""
    deed = telling.deed
    if deed.owner != entry.owner:
        return False
    return not deed.taken or (
        entry.deed.thing.head == deed.thing.head
        or bool(entry.deed.thing.designations & deed.thing.designations)
    )
