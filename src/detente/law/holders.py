"""Who controls what: parties at the table, their offices, legislatures, others, nobody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.domain.dispute import Dispute
from detente.domain.norms import NOBODY, Provision
from detente.domain.rulings import TIERS, Tier
from detente.errors import InputError

# Who repeals what nobody is said to have made.
LEGISLATURE = "legislature"
# What a clock waits for.
TIME = "time"
_NAMES = {NOBODY: "nobody", LEGISLATURE: "the legislature", TIME: "time"}


@dataclass(frozen=True, slots=True)
class Holders:
    """The parties, offices and bodies of a dispute."""

    dispute: Dispute

    def name(self, holder: str) -> str:
        """Name of a party or actor, as a sentence says it."""
        for party in self.dispute.parties:
            if party.id == holder:
                return party.name
        for actor in self.dispute.actors:
            if actor.id == holder:
                return actor.name
        return _NAMES.get(holder, holder)

    def tier(self, holders: Iterable[str]) -> Tier:
        """How near to the table a thing is that several control together."""
        found = [self._tier(holder) for holder in holders] or ["nobody"]
        return max(found, key=TIERS.index)

    def _tier(self, holder: str) -> Tier:
        if any(party.id == holder for party in self.dispute.parties):
            return "table"
        actor = next((each for each in self.dispute.actors if each.id == holder), None)
        if holder == LEGISLATURE or (actor is not None and actor.kind == "legislature"):
            return "legislature"
        if actor is None:
            return "nobody"
        return "table" if self.party_of(holder) and actor.kind != "court" else "third"

    def party_of(self, holder: str) -> str | None:
        """The party at the table that a holder is, or whose state it belongs to."""
        for party in self.dispute.parties:
            if party.id == holder:
                return party.id
        actor = next((each for each in self.dispute.actors if each.id == holder), None)
        if actor is None or actor.code is None:
            return None
        return next((p.id for p in self.dispute.parties if p.code == actor.code), None)

    def repealing(self, provision: Provision) -> str:
        """Who can repeal or amend a provision."""
        made = {each.id: each.by for each in self.dispute.instruments}
        return made.get(provision.instrument or "") or LEGISLATURE

    def meant(self, wanted: Sequence[str]) -> frozenset[str]:
        """The holders that are meant by ids, or by the names of the tiers.

        A party means itself and its offices, its legislature excepted.

        Raises
        ------
        InputError
            If nobody is called so.
        """
        everybody = [*(p.id for p in self.dispute.parties), *(a.id for a in self.dispute.actors)]
        everybody += [NOBODY, LEGISLATURE, TIME]
        found: set[str] = set()
        for name in wanted:
            if name not in everybody and name not in TIERS:
                fix = f"name one of: {', '.join(dict.fromkeys((*everybody, *TIERS)))}"
                raise InputError(f"nobody is called {name!r}", fix=fix)
            found |= {
                each
                for each in everybody
                if name in (each, self.tier([each]))
                or (self.party_of(each) == name and self.tier([each]) == "table")
            }
        return frozenset(found)
