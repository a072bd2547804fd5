"""Provisions of a draft: what law is said to ask, over the options that are on the table.

Law speaks in general words ("no state may", "whoever buys"), and seldom in those of a dispute. It
binds an option that it fits, and whose owner it names or may mean; it puts none on the table.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.domain.conditions import Both, Condition, Not, Taken, options_in
from detente.domain.evidence import ordered
from detente.domain.norms import Provision
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.model.drafting.board import Board, Entry
from detente.model.drafting.completing import Record
from detente.model.drafting.deeds import Deed
from detente.model.drafting.laws import Duty
from detente.model.drafting.names import called, party_name
from detente.model.drafting.one_matter import related
from detente.model.drafting.phrases import content
from detente.model.drafting.things import is_a
from detente.model.drafting.ties import Tie

# Of hundreds of claims that carry one provision the file names so many.
_MOST_BECAUSE = 12
# What one family's option comes to in another, and whether the other way round: who buys has not
# cancelled the order, who objects to a membership vetoes it, who shuts a market bans what is sold.
_KIN = {
    "possession": (("order", False), ("purchase", True)),
    "purchase": (("order", True), ("possession", True)),
    "support": (("measure", True),),
    "opening": (("measure", True),),
    "permission": (("inspection", False),),
    "custody": (("handover", False),),
}
# Families of which the thing that law names tells that they are meant: "grant consular access".
_TOLD_BY_LAW = frozenset({"inspection", "handover"})
# Which things those are, of the others by the name of the measure.
_MEASURES = {
    "permission": frozenset({"access", "admission", "entry", "visit"}),
    "custody": frozenset({"citizen", "national", "subject", "fugitive", "offender"}),
    "support": frozenset({"veto", "objection", "block", "hold", "blockade"}),
    "opening": frozenset({"ban", "embargo", "boycott", "prohibition", "quota", "restriction"}),
}
_PUNISHING = word_class("punishing")
_HINDERING = word_class("hindering")
_PENALTIES = frozenset({"sanction", "penalty", "restriction", "embargo", "measure"})
# Nouns by which law names things of a kind, and the kinds.
_GENERA = {
    "arm": ("arms", "weapon"),
    "arms": ("arms", "weapon"),
    "weapon": ("arms", "weapon"),
    "munition": ("arms", "weapon"),
    "materiel": ("arms", "weapon"),
    "goods": ("goods", "trade"),
    "good": ("goods", "trade"),
    "product": ("goods", "trade"),
    "vessel": ("vessel",),
    "ship": ("vessel",),
    "aircraft": ("aircraft",),
    "person": ("person", "human"),
    "citizen": ("person", "human"),
    "national": ("person", "human"),
    "foreigner": ("person", "human"),
    "force": ("force",),
    "troop": ("force",),
}
_STEM = 5  # letters that a verb and the noun of its activity have in common


@dataclass(frozen=True, slots=True)
class Bound:
    """An option that law binds, and which way."""

    entry: Entry
    taken: bool

    @property
    def says(self) -> Condition:
        """What law asks of it."""
        return Taken(self.entry.name) if self.taken else Not(Taken(self.entry.name))


# Finds the options that an act of law fits.
Fit = Callable[[Deed, Sequence[Entry]], list[Bound]]


def provisions(
    record: Record, board: Board, tied: Callable[[Tie], Condition | None]
) -> tuple[Provision, ...]:
    """A condition is a provision only where law is its stated ground, and so is a duty."""
    found: dict[Condition, Provision] = {}
    told: list[tuple[Tie | Duty, Condition]] = [
        (tie, says) for tie in record.ties if tie.law and (says := tied(tie)) is not None
    ]
    told += [(duty, says) for duty in record.duties for says in asked(duty, board, record)]
    for law, says in told:
        if says not in found:
            found[says] = Provision(
                id=f"law_{len(found) + 1}", cite=_cite(law), says=says, wording=law.wording
            )
        before = found[says]
        because = law.because or _because(says, board)
        found[says] = replace(before, because=ordered([*before.because, *because])[:_MOST_BECAUSE])
    return tuple(found.values())


def _because(says: Condition, board: Board) -> tuple[str, ...]:
    """What speaks for the options that are bound, where only the writer tells of the law."""
    bound = options_in(says)
    return ordered(i for entry in board.entries if entry.name in bound for i in entry.because)


def unbound(record: Record, board: Board) -> Iterator[Duty]:
    """What law is said to ask that is no option on the table."""
    yield from (duty for duty in record.duties if not asked(duty, board, record))


def asked(duty: Duty, board: Board, record: Record) -> list[Condition]:
    """Return what law asks of each option on the table that it binds."""
    bound = _bound(duty, board, record)
    if duty.given is None:
        return [each.says for each in bound]
    pairs = ((each, _given(duty.given, each.entry, board)) for each in bound)
    return [Both(given.says, "requires", each.says) for each, given in pairs if given is not None]


def _given(deed: Deed, bound: Entry, board: Board) -> Bound | None:
    """The one option that a duty hangs on: another party's rather than one of whoever is bound."""
    others = [e for e in board.entries if e.owner != bound.owner]
    own = [e for e in board.entries if e.owner == bound.owner and e is not bound]
    found = _fitting(deed, others) or _fitting(deed, own)
    return found[0] if len(found) == 1 else None


def _bound(duty: Duty, board: Board, record: Record) -> list[Bound]:
    """Options that a duty means: of whom law names, else of whoever has it.

    What its words say goes first, then what whoever cites it asks, then what the words come to.
    """
    return (
        _by_its_words(duty, board, record, _exactly)
        or _by_its_citer(duty, board)
        or _by_its_words(duty, board, record, _nearly)
    )


def _by_its_citer(duty: Duty, board: Board) -> list[Bound]:
    """The option that whoever cites law in general words asks to be taken, or not."""
    of = None if duty.general else duty.deed.owner
    for deed in duty.sought:
        if None in (of, deed.owner) or deed.owner == of:
            found = _fitting(replace(deed, owner=deed.owner or of), board.entries)
            if found:
                return found[:1]
    return []


def _by_its_words(duty: Duty, board: Board, record: Record, fit: Fit) -> list[Bound]:
    """Options that the words of a law fit."""
    named = _meant(duty, board, fit)
    if duty.deed.owner is not None and (named or not duty.general):
        return named[:1]
    nobody = replace(duty, deed=replace(duty.deed, owner=None))
    fitting = named or _meant(nobody, board, fit)
    if duty.of_others:
        fitting = [each for each in fitting if each.entry.owner != duty.setter]
    owners = {each.entry.owner for each in fitting}
    if len(fitting) == 1 or (duty.general and len(owners) == len(fitting)):
        return fitting
    demanded = [each for each in fitting if _demanded(each, record)]
    return demanded if len(demanded) == 1 else []


def _demanded(bound: Bound, record: Record) -> bool:
    """Whether another party asks for what law asks: of several bans the one that is argued over."""
    wanted = replace(bound.entry.deed, taken=bound.taken)
    return any(
        p.demanded and p.party != bound.entry.owner and p.deed.taken == wanted.taken
        and p.deed.same_option(wanted)
        for p in record.positions
    )  # fmt: skip


def _meant(duty: Duty, board: Board, fit: Fit) -> list[Bound]:
    """Options that fit the words; of "may not suspend it" the one so worded, if it is the only."""
    if not duty.deed.thing.generic:
        return fit(duty.deed, board.entries)
    deeds = (duty.deed, *(replace(d, owner=duty.deed.owner) for d in duty.senses))
    fitting = {each.entry.name: each for d in deeds for each in fit(d, board.entries)}
    worded = [
        each for each in fitting.values()
        if duty.verb in (each.entry.deed.act, each.entry.deed.family.option)
    ]  # fmt: skip
    return worded if duty.senses else list(fitting.values())


def _fitting(deed: Deed, entries: Sequence[Entry]) -> list[Bound]:
    """Options of the same act, else those that it comes to."""
    return _exactly(deed, entries) or _nearly(deed, entries)


def _exactly(deed: Deed, entries: Sequence[Entry]) -> list[Bound]:
    """Options of the same act."""
    return [Bound(e, deed.taken) for e in entries if e.deed.same_option(deed)]


def _nearly(deed: Deed, entries: Sequence[Entry]) -> list[Bound]:
    """Options that an act comes to: done to what law names by its kind, or another act."""
    covered = [Bound(e, deed.taken) for e in entries if _covers(deed, e)]
    return covered or [b for e in entries if (b := _akin(deed, e)) is not None]


def _covers(deed: Deed, entry: Entry) -> bool:
    """Whether law speaks of the kind of thing that an option is about: arms, and the cartridges."""
    if deed.family != entry.deed.family or _of_another(deed, entry):
        return False
    if deed.family.name == "payment":
        return deed.owner is not None  # whatever the sum is called
    law, thing = deed.thing, entry.deed.thing
    kinds = _GENERA.get(law.head, ())
    return any(is_a(thing.head, kind) for kind in kinds) or thing.only_named


def _of_another(deed: Deed, entry: Entry) -> bool:
    return None not in (deed.owner, entry.deed.owner) and deed.owner != entry.deed.owner


def _akin(deed: Deed, entry: Entry) -> Bound | None:
    """An option that law means by another act: exploring the shelf is what drilling is."""
    if _of_another(deed, entry):
        return None
    family = entry.deed.family.name
    if deed.act in _HINDERING and not deed.taken and deed.owner is not None:
        return Bound(entry, entry.deed.family.ban == "drop") if _hinders(deed, entry) else None
    if deed.family.open and entry.deed.family.measure:
        return Bound(entry, deed.taken) if _imposes(deed.act, entry.deed.thing.head) else None
    if deed.family.open and family == "activity":
        return Bound(entry, not deed.taken) if _names_activity(deed, entry) else None
    if deed.family.name == "custody" and deed.taken:
        return None  # who is to be released is not to be handed to anybody
    for name, turned in _KIN.get(deed.family.name, ()):
        kinds = _MEASURES.get(deed.family.name)
        heads = {deed.thing.head} if name in _TOLD_BY_LAW else {entry.deed.thing.head}
        if family == name and (kinds is None or heads & kinds):
            return Bound(entry, deed.taken != turned)
    return None


def _hinders(deed: Deed, entry: Entry) -> bool:
    """Whether an option keeps back what law says is not to be hindered: "exports of crude"."""
    family = entry.deed.family
    if entry.deed.owner != deed.owner or not (family.ban or family.name == "measure"):
        return False
    return related(content(deed.thing.words) | {deed.thing.head}, entry.deed.thing)


def _imposes(verb: str, measure: str) -> bool:
    """Whether a verb is the taking of a measure: to punish is a sanction, to tax a duty."""
    if verb in _PUNISHING:
        return measure in _PENALTIES
    alike = {measure} | {word for group in inventory().alike if measure in group for word in group}
    return verb in alike


def _names_activity(deed: Deed, entry: Entry) -> bool:
    """Whether a verb is what an activity is the noun of, or one that stands for it."""
    stem = deed.family.name.removeprefix("~")[:_STEM]
    head = entry.deed.thing.head
    alike = {head} | {word for group in inventory().alike if head in group for word in group}
    return len(stem) == _STEM and any(word[:_STEM] == stem for word in alike)


def _cite(law: Tie | Duty) -> str:
    said = law.speaker or (called(law.setter) if law.setter else "the text")
    side = party_name(law.setter).name if law.setter and law.speaker else ""
    return f"the law as stated by {said}" + (f" ({side})" if side else "")
