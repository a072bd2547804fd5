"""From readings to a dispute: options, preferences, provisions and today's state.

The rules, in the order they are applied (docs/explanation/drafting.md explains them):
options come from acts refused, demanded, offered, threatened or made conditional, and from
measures in force; who states the condition for a benefit controls it; a refusal presupposes
a demand; what was not reached is a finding that names the missing part, never a guess.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from detente.domain.conditions import Both, Not, Taken
from detente.domain.dispute import Dispute, Option, Party, Preference, Rule
from detente.domain.drafts import Draft, FurtherOption, Shift
from detente.domain.evidence import Reading, ordered
from detente.domain.findings import Finding
from detente.lexicon.acts import inventory
from detente.model.drafting import missing
from detente.model.drafting.board import Board, board_of
from detente.model.drafting.central import apart, at_the_table, central, wanting
from detente.model.drafting.claims import Mentioned, conflicts, mentions, opposed, third_parties
from detente.model.drafting.completing import Record, complete
from detente.model.drafting.entries import Entry
from detente.model.drafting.expectations import expectations, settled
from detente.model.drafting.garbage import not_collecting
from detente.model.drafting.hearing import Heard, age_key, hear, in_order
from detente.model.drafting.names import (
    decides,
    matter,
    name_options,
    option_text,
    party_name,
)
from detente.model.drafting.pages import Page, claims_of
from detente.model.drafting.people import People, attributed, people_of
from detente.model.drafting.positions import Gathered
from detente.model.drafting.provisions import provisions, unbound
from detente.model.drafting.wishes import Wishes, together

# Of hundreds of claims that carry one element the file names so many.
_MOST_BECAUSE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The dispute that some texts tell of, or the findings that say why there is none."""

    dispute: Dispute | None
    findings: tuple[Finding, ...] = ()
    shifts: tuple[Shift, ...] = ()
    further: tuple[FurtherOption, ...] = ()


def draft(
    readings: Iterable[Reading], *, before: Dispute | None = None, keep: Collection[str] = ()
) -> Draft:
    """Draft the dispute that some readings tell of, oldest text first.

    Parameters
    ----------
    before
        An earlier draft of the same dispute, whose options keep their names.
    keep
        Full names of options that stay in the model however little is said of them.
    """
    with not_collecting():
        return draft_listened(listen(readings), before=before, keep=keep)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """Texts, oldest first, with whom persons speak for and what each contributes."""

    pages: Sequence[Page]
    people: People
    heard: Sequence[Heard]


def listen(readings: Iterable[Reading]) -> Listened:
    """Work out what texts contribute to a draft."""
    readings = sorted(readings, key=lambda r: age_key(r.document.published))
    people = people_of(readings)
    pages = [Page(reading) for reading in readings]
    return Listened(pages=pages, people=people, heard=[hear(page, people) for page in pages])


def draft_listened(
    listened: Listened, *, before: Dispute | None = None, keep: Collection[str] = ()
) -> Draft:
    """Draft the dispute that some texts tell of; see :func:`draft`."""
    pages, heard = listened.pages, listened.heard
    made = claims_of(pages)
    drafted = draft_gathered(Gathered(in_order(heard)), before=before, keep=keep)
    told = [told_by(page, listened.people) for page in pages]
    expected, undated = expectations(told)
    contested = conflicts(pages)
    mentioned = Mentioned()
    for page in pages:
        mentioned.add(mentions(page))
    return Draft(
        dispute=drafted.dispute,
        claims=opposed(made, contested),
        conflicts=contested,
        expectations=settled(expected, told, heard),
        third_parties=third_parties(mentioned, deciding_codes(drafted.dispute)),
        findings=(*undated, *drafted.findings),
        shifts=drafted.shifts,
        further=drafted.further,
    )


def told_by(page: Page, people: People) -> Page:
    """A text with the party of each source whose person is known."""
    return page.anew(attributed(page.reading, people))


def deciding_codes(dispute: Dispute | None) -> frozenset[str]:
    """Codes of the parties to a dispute."""
    return frozenset(p.code for p in dispute.parties if p.code) if dispute else frozenset()


def draft_gathered(
    gathered: Gathered, *, before: Dispute | None = None, keep: Collection[str] = ()
) -> Drafted:
    """Draft the dispute from what all texts contribute; see :func:`draft`."""
    record = complete(gathered)
    drafting = _Drafting(
        record=record,
        board=board_of(record),
        today=date.fromisoformat(gathered.newest) if gathered.newest else None,
        names={name: option for name, _, option in before.named_options()} if before else {},
        keep=keep,
    )
    dispute = drafting.dispute()
    drafting.findings += missing.not_understood(gathered.unread)
    codes = {party.code or "" for party in dispute.parties} if dispute else set()
    drafting.findings += missing.not_heard(gathered.unheard, codes)
    if dispute is not None:
        newest_first = reversed(gathered.unused)
        drafting.findings += missing.not_used(newest_first, drafting.board.entries)
    return Drafted(
        dispute=dispute,
        findings=tuple(drafting.findings),
        shifts=tuple(drafting.shifts),
        further=tuple(drafting.further),
    )


@dataclass(slots=True)
class _Drafting:
    record: Record
    board: Board
    today: date | None
    names: Mapping[str, Option]
    keep: Collection[str] = ()
    findings: list[Finding] = field(default_factory=list)
    shifts: list[Shift] = field(default_factory=list)
    further: list[FurtherOption] = field(default_factory=list)

    def dispute(self) -> Dispute | None:
        """Assemble the dispute, or None with findings that say what is missing."""
        self.findings += missing.missing_owners(self.record, self.board)
        self.findings += missing.missing_speakers(self.record)
        bound = at_the_table(self.board, self.record, frozenset(self._owners()))
        self.board.keep(e for e in self.board.entries if e.owner in bound)
        owners = self._owners()
        asking = wanting(self.board, self.record, owners[0]) if len(owners) == 1 else ()
        if len(owners) + len(asking) < 2:
            self.findings.append(missing.no_dispute(owners))
            return None
        if asking:
            self.findings.append(missing.one_sided(owners[0], asking))
        groups = apart(self.record, owners)
        if len(groups) > 1:
            self.findings.append(missing.several(groups))
        name_options(self.board.entries, self.names)
        self._leave_out()
        owners = (*self._owners(), *asking)
        wishes = Wishes(self.record, self.board, self.today)
        parties = tuple(self._party(owner, wishes) for owner in owners)
        self.shifts = wishes.shifts
        self.findings += missing.shifted(self.shifts)
        self.findings += missing.laws_not_used(unbound(self.record, self.board))
        return Dispute(
            name=self._title(owners),
            parties=parties,
            rules=tuple(_rules(self.board.entries)),
            provisions=provisions(self.record, self.board, wishes.tied),
            status_quo=frozenset(e.name for e in self.board.entries if e.today),
            because=ordered(i for p in parties for o in p.options for i in o.because),
        )

    def _owners(self) -> tuple[str, ...]:
        """Codes of those whose options are on the table."""
        owners = ordered(entry.owner for entry in self.board.entries)
        return tuple(o for o in owners if decides(o))

    def _title(self, owners: tuple[str, ...]) -> str:
        matters = ordered(matter(e) for e in self.board.entries if not e.deed.thing.generic)
        sides = " and ".join(party_name(o).name for o in owners[:2])
        sides += f" and {len(owners) - 2} more" if len(owners) > 2 else ""
        return f"{sides}: {', '.join(matters[:3])}" if matters else sides

    def _leave_out(self) -> None:
        """Keep the most central options; the others are named beside the model."""
        kept = central(self.board, self.record, self.keep)
        left = [e for e in self.board.entries if e not in kept]
        self.further = [FurtherOption(name=e.name, option=_option(e)) for e in left]
        self.board.keep(e for e in self.board.entries if e in kept)

    def _party(self, owner: str, wishes: Wishes) -> Party:
        options = tuple(_option(e) for e in self.board.entries if e.owner == owner)
        preferences = tuple(
            Preference(
                says=(wish.says,), because=_first(wish.because), basis=wish.basis, unsure=unsure
            )
            for wish, unsure in together(wishes.of(owner))
        )
        if not preferences:
            self.findings.append(missing.no_preferences(owner))
        name = party_name(owner)
        wanted = [i for preference in preferences for i in preference.because]
        return Party(
            id=name.id,
            name=name.name,
            code=name.code,
            options=options,
            preferences=preferences,
            because=_first([i for o in options for i in o.because] + wanted),
        )


def _first(ids: Iterable[str]) -> tuple[str, ...]:
    return ordered(ids)[:_MOST_BECAUSE]


def _option(entry: Entry) -> Option:
    return Option(
        id=entry.name.split(".", 1)[1], text=option_text(entry), because=_first(entry.because)
    )


def _rules(entries: Sequence[Entry]) -> Iterator[Rule]:
    """What one party cannot do together, by what the acts are."""
    for exclusion in inventory().exclusions:
        one, other = exclusion.families
        for first, second in product(entries, repeat=2):
            if (first.deed.family.name, second.deed.family.name) != (one, other):
                continue
            same = first.deed.thing.same(second.deed.thing, first.deed.family)
            # What the record tells as done at once cannot exclude each other.
            together = first.today and second.today
            if (
                first.owner == second.owner
                and not together
                and (same or not exclusion.of_one_thing)
            ):
                both = Both(Taken(first.name), "and", Taken(second.name))
                because = _first([*first.because, *second.because])
                yield Rule(says=Not(both), why=exclusion.why, because=because)
