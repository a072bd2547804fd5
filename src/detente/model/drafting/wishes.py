"""What each party wants, in the order in which the record speaks for it.

Strength and repetition raise a wish, age lowers it; what nobody voiced is weaker than any word
of the party's own, and unsure.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from detente.domain.conditions import Both, Condition, Not, Taken, literal
from detente.domain.dispute import Basis
from detente.domain.drafts import Shift
from detente.domain.evidence import ordered
from detente.lexicon.due import interval
from detente.lexicon.scales import scale
from detente.model.drafting.board import Board
from detente.model.drafting.completing import Record
from detente.model.drafting.entries import Entry
from detente.model.drafting.positions import Telling
from detente.model.drafting.taken_back import TAKEN_BACK
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A preference statement in the making, with the tier and strength it is ordered by."""

    says: Condition
    strength: float
    because: tuple[str, ...]
    tier: int = 0
    basis: Basis = "stated"


@dataclass(slots=True)
class Wishes:
    """What the parties want of the options on the table; ``shifts`` fills as it is asked."""

    record: Record
    board: Board
    today: date | None = None
    shifts: list[Shift] = field(default_factory=list)

    def of(self, owner: str) -> list[Wish]:
        """Everything a party wants, strongest first."""
        found, tied = list(self._voiced(owner)), self._conditional(owner)
        found = [w for w in found if not _until_met(w, tied)]
        found += [w for w in tied if all(w.says != f.says for f in found)]
        spoken = {lit[0] for wish in found if (lit := literal(wish.says))}
        for wish in (*self._presupposed(owner), *self._conduct(owner)):
            lit = literal(wish.says)
            if lit is not None and lit[0] not in spoken:
                spoken.add(lit[0])
                found.append(wish)
        return sorted(found, key=lambda wish: (wish.tier, -wish.strength))

    # --- voiced ----------------------------------------------------------------------------

    def _voiced(self, owner: str) -> Iterator[Wish]:
        """One wish an option: the later word against an earlier one, else the stronger."""
        said: dict[str, tuple[Entry, list[tuple[bool, Voice]]]] = {}
        for position in self.record.positions:
            entry = self.board.find(position.deed) if position.party == owner else None
            if entry is not None:
                taken = position.deed.taken
                voices = said.setdefault(entry.name, (entry, []))[1]
                voices += [
                    (taken, voice)
                    for voice in position.voices
                    if voice.wants or voice.attitude == TAKEN_BACK
                ]
        for entry, voiced in said.values():
            wish = self._settled(owner, entry, voiced) if voiced else None
            if wish is not None:
                yield wish

    def _settled(self, owner: str, entry: Entry, voiced: list[tuple[bool, Voice]]) -> Wish | None:
        """What it wants by its last word; None where that takes back what it asked before."""
        last_taken, last = max(voiced, key=lambda each: (each[1].published or "", each[1].strength))
        if last.attitude == TAKEN_BACK:
            return None
        voiced = [each for each in voiced if each[1].wants]
        done = self._done_since(owner, entry, last)
        if done is not None and done.deed.taken != last_taken:
            return self._belied(owner, entry, done, last)
        standing = [voice for taken, voice in voiced if taken == last_taken]
        against = [voice for taken, voice in voiced if taken != last_taken]
        if against:
            before = max(against, key=lambda voice: (voice.published or "", voice.strength))
            self.shifts.append(
                Shift(
                    party=owner,
                    option=entry.name,
                    wants=last_taken,
                    before=before.published,
                    after=last.published,
                    because=ordered([*before.because, *last.because]),
                )
            )
        return Wish(
            says=says(entry, taken=last_taken),
            strength=self._weighed(standing),
            tier=min(scale().tier(voice.attitude, voice.strength) for voice in standing),
            because=ordered(i for voice in (*standing, *against) for i in voice.because),
        )

    def _done_since(self, owner: str, entry: Entry, last: Voice) -> Telling | None:
        """What a party did of its own option after its last word on it."""
        if entry.owner != owner or not last.published:
            return None
        done = [
            telling
            for telling in self.record.tellings
            if telling.happened
            and telling.deed.owner == owner
            and telling.day
            and interval(telling.day)[0] > interval(last.published)[1]
            and entry.deed.same_option(telling.deed)
        ]
        newest = max(done, key=lambda telling: interval(telling.day)[0], default=None)
        return newest if newest is not None and newest.deed.taken == entry.today else None

    def _belied(self, owner: str, entry: Entry, done: Telling, last: Voice) -> Wish:
        """Who refused the licence in May and granted it in July does not want it refused."""
        self.shifts.append(
            Shift(
                party=owner,
                option=entry.name,
                wants=done.deed.taken,
                before=last.published,
                after=done.day,
                because=ordered([*last.because, *done.ids]),
            )
        )
        return Wish(
            says=says(entry, taken=done.deed.taken),
            strength=scale().basis["conduct"],
            tier=len(scale().tiers),
            because=ordered([*done.ids, *last.because]),
            basis="conduct",
        )

    def _weighed(self, voices: list[Voice]) -> float:
        """Strongest voice, less for its age, more for each time the number of texts doubles."""
        figures = scale()
        strongest = max(voice.strength - self._aged(voice) for voice in voices)
        texts = len({voice.because for voice in voices})
        raised = figures.repetition["doubled"] * math.log2(max(texts, 1))
        return round(min(1.0, strongest + min(raised, figures.repetition["most"])), 3)

    def _aged(self, voice: Voice) -> float:
        if self.today is None or not voice.published:
            return 0.0
        last = date.fromisoformat(interval(voice.published)[1])
        years = max(0, (self.today - last).days) / 365.25
        figures = scale().age
        return min(figures["most"], figures["year"] * years)

    # --- conditions, and what follows from them ----------------------------------------------

    def _conditional(self, owner: str) -> list[Wish]:
        """A condition that a party states is also what it wants."""
        found: dict[Condition, Wish] = {}
        for tie in self.record.ties:
            condition = self.tied(tie)
            if tie.setter == owner and condition is not None:
                wish = Wish(says=condition, strength=tie.strength, because=tie.because)
                before = found.get(condition, wish)
                found[condition] = replace(
                    wish,
                    strength=max(before.strength, wish.strength),
                    because=ordered([*before.because, *wish.because]),
                )
        return [wish for condition, wish in found.items() if not _takes_more(condition, found)]

    def _presupposed(self, owner: str) -> Iterator[Wish]:
        """Who sets a condition asks for what it takes; whoever must meet it wants the benefit.

        What a party refuses, the other one asked for, where there is only one other.
        """
        found = []
        for tie in self.record.ties:
            if self.tied(tie) is None:
                continue
            if tie.setter == owner:
                found += [(d, tie.because) for d in tie.needs if d.owner != owner]
            elif owner in _gained_for(tie) and tie.benefit.owner != owner:
                found.append((tie.benefit, tie.because))
        owners = {entry.owner for entry in self.board.entries}
        for position in self.record.positions:
            own = position.deed.owner == position.party
            if position.refused and own and owners - {position.party} == {owner}:
                found.append((position.deed.contrary, position.because))
        strength, tier = scale().basis["presupposed"], len(scale().tiers)
        for deed, because in found:
            entry = self.board.find(deed)
            if entry is not None:
                yield Wish(
                    says=says(entry, taken=deed.taken),
                    strength=strength,
                    tier=tier,
                    because=because,
                    basis="presupposed",
                )

    def _conduct(self, owner: str) -> Iterator[Wish]:
        """A measure kept in force today is weakly preferred by whoever keeps it.

        Not by who says on what condition it would be given up: that is its word on it.
        """
        own = {self.board.find(tie.benefit) for tie in self.record.ties if tie.setter == owner}
        for entry in self.board.entries:
            if entry in own:
                continue
            if entry.owner == owner and entry.deed.family.measure and entry.today:
                yield Wish(
                    says=says(entry, taken=True),
                    strength=scale().basis["conduct"],
                    tier=len(scale().tiers),
                    because=tuple(entry.because),
                    basis="conduct",
                )

    def tied(self, tie: Tie) -> Condition | None:
        """Return "benefit requires needs" over the options on the table."""
        benefit = self.board.find(tie.benefit)
        if benefit is None:
            return None
        parts: dict[Condition, None] = {}
        for need in tie.needs:
            entry = self.board.find(need)
            own = entry is not None and entry.owner == benefit.owner == tie.setter
            if entry is not None and entry is not benefit and not own:
                parts[says(entry, taken=need.taken)] = None
        if not parts:
            return None
        needed, *rest = parts
        for part in rest:
            needed = Both(needed, "and", part)
        return Both(says(benefit, taken=tie.benefit.taken), "requires", needed)


def _takes_more(offered: Condition, stated: Iterable[Condition]) -> bool:
    """Whether an offer is none by itself: "will free them if you leave" and pay.

    ``offered`` is what is owed for one deed, "you leave requires we free them".
    """
    if not isinstance(offered, Both):
        return False
    takes = [c.right for c in stated if isinstance(c, Both) and c.left == offered.right]
    return offered.left in takes and len(takes) > 1


def _until_met(wish: Wish, tied: Iterable[Wish]) -> bool:
    """Whether a refusal is only that of a condition: "will not sell them until they are paid".

    Who says on what condition it would do a thing does not refuse it in every case.
    """
    refused = literal(wish.says)
    for condition in tied:
        given = literal(condition.says.left) if isinstance(condition.says, Both) else None
        if refused is not None and given is not None and given == (refused[0], not refused[1]):
            return True
    return False


def says(entry: Entry, *, taken: bool) -> Condition:
    """Say that an option is taken, or that it is not."""
    return Taken(entry.name) if taken else Not(Taken(entry.name))


def together(wishes: Iterable[Wish]) -> Iterator[tuple[Wish, bool]]:
    """Wishes with whether the record leaves their place in the order open."""
    wishes = tuple(wishes)
    step = scale().step
    for wish in wishes:
        near = any(
            wish.tier == other.tier and abs(wish.strength - other.strength) <= step
            for other in wishes
            if other is not wish
        )
        yield wish, near or wish.basis != "stated"


def _gained_for(tie: Tie) -> set[str | None]:
    """Who gets the benefit for what it does; who only lets it be done gets nothing for that."""
    return {d.owner for d in tie.needs if d.family.name != "permission" or not d.thing.is_leave}
