"""From readings to a dispute: options, preferences, provisions and today's state.

The rules, in the order they are applied (docs/explanation/drafting.md explains them):
options come from acts refused, demanded, offered, threatened or made conditional, and from
measures in force; who states the condition for a benefit controls it; a refusal presupposes
a demand; what was not reached is a finding that names the missing part, never a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from detente.domain.claims import claims
from detente.domain.conditions import Both, Condition, Not, Taken, literal
from detente.domain.dispute import Basis, Dispute, Option, Party, Preference
from detente.domain.drafts import Draft
from detente.domain.evidence import Claim, Reading, ordered
from detente.domain.findings import Finding
from detente.domain.norms import Provision
from detente.lexicon.scales import scale
from detente.model.drafting.board import Board, Entry, facts
from detente.model.drafting.claims import conflicts, expectations, opposed, third_parties
from detente.model.drafting.completing import Record
from detente.model.drafting.deeds import Deed
from detente.model.drafting.names import (
    called,
    matter,
    option_id,
    option_text,
    party_id,
    party_name,
)
from detente.model.drafting.voices import STRONG, Tie, ties, unread, voices

_DECIDING_KINDS = ("country", "igo", "other", "ngo")


def draft(readings: Iterable[Reading]) -> Draft:
    """Draft the dispute that some readings tell of, oldest text first."""
    readings = sorted(readings, key=lambda r: r.document.published or "9999")
    texts = {r.document.id: r.document.text for r in readings}
    made = claims(readings)
    by_statement = {i: claim for claim in made for i in claim.support}
    expected, undated = expectations(readings)
    record = Record(
        voices=list(voices(readings, texts)),
        ties=list(ties(readings, texts)),
        facts=facts(readings, texts),
    )
    record.complete()
    board = record.board()
    drafting = _Drafting(record=record, board=board, claims=by_statement)
    dispute = drafting.dispute()
    drafting.not_understood(unread(readings, texts))
    deciding = {p.code for p in dispute.parties if p.code} if dispute else set()
    contested = conflicts(readings, by_statement)
    return Draft(
        dispute=dispute,
        claims=opposed(made, contested),
        conflicts=contested,
        expectations=expected,
        third_parties=third_parties(readings, deciding),
        findings=(*undated, *drafting.findings),
    )


# --- the dispute ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """A preference statement in the making, with the strength it is ordered by."""

    says: Condition
    strength: float
    because: tuple[str, ...]
    basis: Basis = "stated"
    published: str = ""

    @property
    def unsure(self) -> bool:
        return self.basis != "stated"


@dataclass(slots=True)
class _Drafting:
    record: Record
    board: Board
    claims: dict[str, Claim]
    findings: list[Finding] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)

    def dispute(self) -> Dispute | None:
        """Assemble the dispute, or None with findings that say what is missing."""
        self._missing_owners()
        owners = ordered(entry.owner for entry in self.board.entries)
        owners = tuple(o for o in owners if party_name(o).kind in _DECIDING_KINDS)
        self.board.entries = [e for e in self.board.entries if e.owner in owners]
        if len(owners) < 2:
            self._no_dispute(owners)
            return None
        self._name_options()
        wishes = {owner: self._wishes(owner) for owner in owners}
        parties = tuple(self._party(owner, wishes[owner]) for owner in owners)
        today = frozenset(self.names[id(e)] for e in self.board.entries if e.today)
        return Dispute(
            name=self._title(owners),
            parties=parties,
            provisions=self._provisions(),
            status_quo=today,
            because=ordered(i for e in self.board.entries for i in self._claimed(e.because)),
        )

    def _title(self, owners: tuple[str, ...]) -> str:
        matters = ordered(matter(e) for e in self.board.entries if not e.deed.thing.generic)
        sides = " and ".join(party_name(o).name for o in owners[:2])
        sides += f" and {len(owners) - 2} more" if len(owners) > 2 else ""
        return f"{sides}: {', '.join(matters[:3])}" if matters else sides

    def _claimed(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Claims that statements support; events and others stand for themselves."""
        return ordered(self.claims[i].id if i in self.claims else i for i in ids)

    # --- options -----------------------------------------------------------------

    def _name_options(self) -> None:
        taken: set[str] = set()
        for entry in self.board.entries:
            base = f"{party_id(entry.owner)}.{option_id(entry)}"
            name, number = base, 2
            while name in taken:
                name, number = f"{base}_{number}", number + 1
            taken.add(name)
            self.names[id(entry)] = name

    def _party(self, owner: str, wishes: list[_Wish]) -> Party:
        options = tuple(
            Option(
                id=self.names[id(e)].split(".", 1)[1],
                text=option_text(e),
                because=self._claimed(e.because),
            )
            for e in self.board.entries
            if e.owner == owner
        )
        preferences = self._ordered(wishes)
        name = party_name(owner)
        if not preferences:
            self._finding(
                "preference-missing", "warning",
                f"the record does not say what {name.name} prefers",
                f"add texts in which {name.name} speaks, or set them in the dispute file",
            )  # fmt: skip
        return Party(
            id=name.id,
            name=name.name,
            code=name.code,
            options=options,
            preferences=preferences,
            because=ordered(
                [i for o in options for i in o.because]
                + [i for p in preferences for i in p.because]
            ),
        )

    # --- preferences ---------------------------------------------------------------

    def _wishes(self, owner: str) -> list[_Wish]:
        found = self._settled(self._voiced(owner), owner)
        found += [w for w in self._conditional(owner) if all(w.says != f.says for f in found)]
        spoken = {frozenset([lit[0]]) for w in found if (lit := literal(w.says))}
        for wish in (*self._presupposed(owner), *self._conduct(owner)):
            lit = literal(wish.says)
            if lit is not None and frozenset([lit[0]]) not in spoken:
                spoken.add(frozenset([lit[0]]))
                found.append(wish)
        return found

    def _voiced(self, owner: str) -> list[_Wish]:
        found = []
        for voice in self.record.voices:
            entry = self.board.find(voice.deed)
            if (
                voice.party == owner
                and voice.wants
                and entry is not None
                and id(entry) in self.names
            ):
                found.append(
                    _Wish(
                        says=self._says(entry, taken=voice.deed.taken),
                        strength=voice.strength,
                        because=voice.because,
                        published=voice.published or "",
                    )
                )
        return found

    def _settled(self, voiced: list[_Wish], owner: str) -> list[_Wish]:
        """One wish an option: the later word against an earlier one, else the stronger."""
        best: dict[str, _Wish] = {}
        for wish in voiced:
            lit = literal(wish.says)
            assert lit is not None
            before = best.get(lit[0])
            if before is None:
                best[lit[0]] = wish
            elif before.says == wish.says:
                strongest = max(before, wish, key=lambda w: w.strength)
                best[lit[0]] = replace(strongest, because=ordered([*before.because, *wish.because]))
            else:
                later = max(before, wish, key=lambda w: (w.published, w.strength))
                best[lit[0]] = replace(later, because=ordered([*before.because, *wish.because]))
                self._finding(
                    "position-changed", "warning",
                    f"{party_name(owner).name} speaks both for and against {lit[0]};"
                    " the later or stronger word counts",
                    "judge the two claims, or set the preference in the dispute file",
                )  # fmt: skip
        return list(best.values())

    def _conditional(self, owner: str) -> list[_Wish]:
        """A condition that a party states is also what it wants."""
        found: dict[Condition, _Wish] = {}
        for tie in self.record.ties:
            says = self._tied(tie)
            if tie.setter == owner and says is not None:
                wish = _Wish(says=says, strength=tie.strength, because=tie.because)
                before = found.get(says)
                if before is not None:
                    wish = replace(
                        wish,
                        strength=max(before.strength, wish.strength),
                        because=ordered([*before.because, *wish.because]),
                    )
                found[says] = wish
        return list(found.values())

    def _presupposed(self, owner: str) -> list[_Wish]:
        """Who sets a condition asks for what it takes; whoever must meet it wants the benefit.

        What a party refuses, the other one asked for, where there is only one other.
        """
        strength = scale().basis["presupposed"]
        found = []
        for tie in self.record.ties:
            if self._tied(tie) is None:
                continue
            if tie.setter == owner:
                found += [(d, tie.because) for d in tie.needs if d.owner != owner]
            elif owner in {d.owner for d in tie.needs} and tie.benefit.owner != owner:
                found.append((tie.benefit, tie.because))
        for voice in self.record.voices:
            others = {e.owner for e in self.board.entries} - {voice.party}
            refused = voice.attitude == "refuses" and voice.deed.owner == voice.party
            if refused and others == {owner}:
                found.append((voice.deed.contrary, voice.because))
        return [
            _Wish(
                says=self._says(entry, taken=d.taken),
                strength=strength,
                because=because,
                basis="presupposed",
            )
            for d, because in found
            if (entry := self.board.find(d)) is not None and id(entry) in self.names
        ]

    def _conduct(self, owner: str) -> list[_Wish]:
        """A measure kept in force today is weakly preferred by whoever keeps it."""
        return [
            _Wish(
                says=self._says(entry, taken=True),
                strength=scale().basis["conduct"],
                because=tuple(entry.because),
                basis="conduct",
            )
            for entry in self.board.entries
            if entry.owner == owner and entry.deed.family.measure and entry.today
        ]

    def _ordered(self, wishes: list[_Wish]) -> tuple[Preference, ...]:
        """Strongest first; those whose order the record does not settle are unsure."""
        wishes = sorted(wishes, key=lambda w: -w.strength)
        step = scale().step
        return tuple(
            Preference(
                says=(wish.says,),
                because=self._claimed(wish.because),
                basis=wish.basis,
                unsure=wish.unsure
                or any(abs(wish.strength - o.strength) <= step for o in wishes if o is not wish),
            )
            for wish in wishes
        )

    # --- conditions and provisions ---------------------------------------------------

    def _says(self, entry: Entry, *, taken: bool) -> Condition:
        name = Taken(self.names[id(entry)])
        return name if taken else Not(name)

    def _tied(self, tie: Tie) -> Condition | None:
        """Return "benefit requires needs" over the options on the table."""
        benefit = self.board.find(tie.benefit)
        needs = [(self.board.find(d), d.taken) for d in tie.needs]
        if benefit is None or id(benefit) not in self.names:
            return None
        parts: dict[Condition, None] = {}
        for entry, taken in needs:
            own = entry is not None and entry.owner == benefit.owner == tie.setter
            if entry is not None and id(entry) in self.names and entry is not benefit and not own:
                parts[self._says(entry, taken=taken)] = None
        if not parts:
            return None
        first, *rest = parts
        needed = first
        for part in rest:
            needed = Both(needed, "and", part)
        return Both(self._says(benefit, taken=tie.benefit.taken), "requires", needed)

    def _provisions(self) -> tuple[Provision, ...]:
        """A condition is a provision only where law is its stated ground."""
        found: dict[Condition, Provision] = {}
        for tie in self.record.ties:
            says = self._tied(tie)
            if says is None or not tie.law:
                continue
            because = self._claimed(tie.because)
            if says in found:
                found[says] = replace(
                    found[says], because=ordered([*found[says].because, *because])
                )
                continue
            found[says] = Provision(
                id=f"law_{len(found) + 1}",
                cite=_cite(tie),
                says=says,
                wording=tie.wording,
                because=because,
            )
        return tuple(found.values())

    # --- what is missing ----------------------------------------------------------------

    def _missing_owners(self) -> None:
        open_deeds = [d for t in self.record.ties for d in (t.benefit, *t.needs) if d.owner is None]
        open_deeds += [
            v.deed for v in self.record.voices if v.deed.owner is None and v.attitude in STRONG
        ]
        open_deeds += [
            v.deed
            for v in self.record.voices
            if v.deed.owner is None and v.deed.family.name == "membership"
        ]
        seen: list[Deed] = []
        for d in open_deeds:
            if any(d.same_option(s) for s in seen) or self.board.find(d) is not None:
                continue
            seen.append(d)
            self._finding(
                "owner-missing", "warning",
                f"it is not known who would decide to {_undecided(d)}",
                "add a text that says who decides it, or write the option into the dispute file",
            )  # fmt: skip
        for tie in self.record.ties:
            if tie.setter is None:
                self._finding(
                    "condition-without-speaker", "info",
                    f"nobody is named who sets the condition “{tie.wording[:100]}”",
                    "add a text in which a party states it",
                )  # fmt: skip

    def not_understood(self, conditions: Iterable[tuple[str, str]]) -> None:
        """Say which conditions were found of which one side was not understood."""
        for party, wording in conditions:
            self._finding(
                "condition-not-understood", "warning",
                f"{party_name(party).name} sets a condition that was not understood:"
                f" “{wording[:120]}”",
                "write it into the dispute file as a preference or a provision",
            )  # fmt: skip

    def _no_dispute(self, owners: tuple[str, ...]) -> None:
        who = f"only {party_name(owners[0]).name} has" if owners else "no party has"
        self._finding(
            "no-dispute", "warning",
            f"no dispute could be drafted: {who} an option that the record speaks of",
            "add texts that say what each side asks, refuses, offers or makes conditional",
        )  # fmt: skip

    def _finding(self, code: str, severity: str, what: str, fix: str) -> None:
        assert severity in ("info", "warning")
        found = Finding(
            code=code, severity="info" if severity == "info" else "warning", what=what, fix=fix
        )
        if found not in self.findings:
            self.findings.append(found)


def _undecided(deed: Deed) -> str:
    """Say an option of nobody in words: "readmit Türkiye to the programme"."""
    text = option_text(Entry(deed=deed))
    return text[0].lower() + text[1:]


def _cite(tie: Tie) -> str:
    said = tie.speaker or (called(tie.setter) if tie.setter else "the text")
    side = party_name(tie.setter).name if tie.setter and tie.speaker else ""
    return f"the law as stated by {said}" + (f" ({side})" if side else "")
