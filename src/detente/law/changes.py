"""What giving up a demand would change, and who can do that."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from detente.domain.dispute import Dispute
from detente.domain.norms import NOBODY, Fact, Provision
from detente.domain.rulings import ChangeKind, LegalChange, Tier
from detente.law.day import LawOfDay, clock, standing
from detente.law.holders import TIME, Holders


@dataclass(frozen=True, slots=True)
class Possible:
    """Something that could change: an option, a fact, a provision, a clock."""

    id: str
    kind: ChangeKind
    by: tuple[str, ...]
    tier: Tier
    cost: int


class Changes:
    """All that could change in the law of a day."""

    def __init__(self, dispute: Dispute, law: LawOfDay, holders: Holders) -> None:
        self._dispute = dispute
        self._law = law
        self._holders = holders

    @cached_property
    def all(self) -> Mapping[str, Possible]:
        """By demand what giving it up would change."""
        found: dict[str, Possible] = {}
        provisions = {each.id: each for each in self._dispute.provisions}
        by: tuple[str, ...]
        for provision in self._law.binding:
            by = (self._holders.repealing(provision),)
            found[standing(provision.id)] = self._of(provision, "provision", by)
        for provision_id, unmet in self._law.clocks.items():
            provision = provisions[provision_id]
            by = provision.actors if unmet.lapsed else (TIME,)
            found[clock(provision_id)] = self._of(provision, "clock", by or (NOBODY,))
        for fact in self._dispute.facts:
            by = fact.by or self._acting(fact) or self._settling(fact) or (NOBODY,)
            found[fact.id] = self._of(fact, "fact", by)
        for name, party, _ in self._dispute.named_options():
            found[name] = Possible(name, "option", (party.id,), "table", 1)
        return found

    @cached_property
    def _in_force(self) -> tuple[Provision, ...]:
        return tuple(p for p in self._dispute.provisions if p.applies(self._law.on))

    def _of(self, norm: Fact | Provision, kind: ChangeKind, by: tuple[str, ...]) -> Possible:
        return Possible(norm.id, kind, by, self._holders.tier(by), norm.cost)

    def _acting(self, fact: Fact) -> tuple[str, ...]:
        """Who performs an act that a provision knows by this fact."""
        return next((p.actors for p in self._in_force if p.act == fact.id), ())

    def _settling(self, fact: Fact) -> tuple[str, ...]:
        """The parties whose options settle a fact."""
        resting = self._law.rests_on.get(fact.id, frozenset()) if fact.says else frozenset()
        parties = (name.partition(".")[0] for name in self._law.options if name in resting)
        return tuple(dict.fromkeys(parties))

    def made(self, demand: str, stands: Mapping[str, bool]) -> LegalChange:
        """The change that giving up a demand is, where things then stand so."""
        change = self.all[demand]
        to: bool | str = stands[demand]
        if change.kind == "provision":
            to = "repealed"
        elif change.kind == "clock":
            unmet = self._law.clocks[change.id]
            to = "renewed" if unmet.lapsed else unmet.opens.isoformat() if unmet.opens else "later"
        return LegalChange(
            id=change.id,
            kind=change.kind,
            to=to,
            by=change.by,
            tier=change.tier,
            cost=change.cost,
        )

    def as_told(self, change: LegalChange) -> tuple[int, str]:
        """The order of telling: what acts presuppose, reports, other acts, waiting, repeals."""
        act = next((p for p in self._in_force if p.act == change.id), None)
        if change.kind == "provision":
            return 4, change.id
        if change.kind == "clock":
            return 3, change.id
        if act is not None and change.kind == "fact":
            return (1 if act.kind == "review" else 2), change.id
        return 0, change.id
