"""The options on the table: who decides what, what speaks for it, and how it stands today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from detente.domain.evidence import Event, Proposition, Reading
from detente.model.drafting.deeds import Deed, deed
from detente.model.drafting.voices import Tie, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An event as a deed, with its id and whether it really happened."""

    deed: Deed
    id: str
    happened: bool
    target: str | None


@dataclass(slots=True)
class Entry:
    """One option: its deed when taken, what it rests on, whether it is taken today."""

    deed: Deed
    because: list[str] = field(default_factory=list)
    today: bool = False

    @property
    def owner(self) -> str:
        """Code of the party that decides it."""
        assert self.deed.owner is not None
        return self.deed.owner


def facts(readings: Iterable[Reading], texts: Mapping[str, str]) -> list[Fact]:
    """Events of known families, in text order."""
    found = []
    for reading in readings:
        tellers = {s.id: s.source.party for s in reading.statements if s.source is not None}
        for event in reading.events:
            teller = tellers.get(event.statement or "")
            # What one party says that another did is its claim, and no fact.
            if teller is not None and event.actor is not None and event.actor.party != teller:
                continue
            as_deed = deed(_as_proposition(event), texts)
            # "A hundred countries have recognised it": done, but by nobody at this table.
            elsewhere = event.actor is not None and as_deed is not None and as_deed.owner is None
            if as_deed is not None and not elsewhere:
                happened = event.status in ("happened", "ongoing")
                target = event.target.party if event.target else None
                found.append(Fact(deed=as_deed, id=event.id, happened=happened, target=target))
    return found


def _as_proposition(event: Event) -> Proposition:
    return Proposition(
        document=event.document,
        span=event.span,
        act=event.act,
        agent=event.actor,
        object=event.object,
        complement=event.complement,
    )


@dataclass(slots=True)
class Board:
    """All options found, without two entries for one option."""

    entries: list[Entry] = field(default_factory=list)

    def find(self, wanted: Deed) -> Entry | None:
        """Return the entry of a deed's option, if it is on the table."""
        fitting = [e for e in self.entries if e.deed.same_option(wanted)]
        exact = [e for e in fitting if e.deed.thing.designations & wanted.thing.designations]
        return next(iter(exact or fitting), None)

    def put(self, found: Deed, because: Iterable[str]) -> Entry:
        """Put a deed's option on the table, or add to what speaks for it."""
        entry = self.find(found)
        if entry is None:
            entry = Entry(deed=replace(found, taken=True))
            self.entries.append(entry)
        entry.because += [i for i in because if i not in entry.because]
        best = max(entry.deed.thing, found.thing, key=lambda t: t.detail)
        entry.deed = replace(
            entry.deed,
            thing=replace(
                best, designations=entry.deed.thing.designations | found.thing.designations
            ),
            member=entry.deed.member or found.member,
        )
        return entry


def with_owner(found: Deed, known: Iterable[Deed]) -> Deed:
    """Fill in a missing owner from another mention of the same option, if they agree."""
    if found.owner is not None:
        return found
    owners = {d.owner for d in known if d.owner is not None and found.same_option(d)}
    return replace(found, owner=owners.pop()) if len(owners) == 1 else found


def stand(
    board: Board, told: Iterable[Fact], spoken: Iterable[Voice], bound: Iterable[Tie]
) -> None:
    """Work out which options are taken today.

    A measure is in force when it was imposed, or when somebody speaks of lifting it; it is
    no longer when it was lifted. Anything else is taken when the record says that it was done.
    """
    told = list(told)
    undone = [v.deed for v in spoken if v.deed.undoing]
    undone += [d for tie in bound for d in (tie.benefit, *tie.needs) if d.undoing]
    for entry in board.entries:
        own = [f for f in told if entry.deed.same_option(f.deed) and f.happened]
        measure = entry.deed.family.measure
        lasting = measure or entry.deed.family.standing
        ahead = any(
            f.deed.taken and not f.happened and entry.deed.same_option(f.deed) for f in told
        )
        begun = any(f.deed.taken and f.happened and entry.deed.same_option(f.deed) for f in told)
        # What is only going to be imposed can be argued over, too.
        if lasting and (begun or not ahead) and any(entry.deed.same_option(d) for d in undone):
            entry.today = True
        for fact in own:
            if entry.deed.family.held and not _about(entry, fact):
                continue
            entry.today = fact.deed.taken
            if measure or fact.deed.taken:
                entry.because += [fact.id] if fact.id not in entry.because else []


def _about(entry: Entry, fact: Fact) -> bool:
    """Whether a fact of a held thing is about this very thing, and not merely of its kind."""
    if fact.deed.owner != entry.owner:
        return False
    return not fact.deed.taken or (
        entry.deed.thing.head == fact.deed.thing.head
        or bool(entry.deed.thing.designations & fact.deed.thing.designations)
    )
