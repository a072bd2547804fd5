"""Which options fit a deed that law names: the same, one of its kind, or what it comes to.

Law is made for whatever may happen: "arms" are cartridges here, to explore the shelf is to drill,
and whoever buys has not cancelled the order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from detente.domain.conditions import Condition, Not, Taken
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.entries import Entry
from detente.model.drafting.one_matter import related
from detente.model.drafting.phrases import content
from detente.model.drafting.things import is_a


@dataclass(frozen=True, slots=True)
class Bound:
    """An option that law binds, and which way."""

    entry: Entry
    taken: bool

    @property
    def says(self) -> Condition:
        """What law asks of it."""
        return Taken(self.entry.name) if self.taken else Not(Taken(self.entry.name))


@dataclass(frozen=True, slots=True)
class _Kin:
    """What one family's option comes to in another, and whether the other way round.

    ``things`` are what it is done to, where only some are meant; ``by_law`` is whether law names
    them, and not the option.
    """

    family: str
    turned: bool = False
    things: frozenset[str] | None = None
    by_law: bool = False


# Who buys has not cancelled the order, who objects to a membership vetoes it, who shuts a market
# bans what is sold, and who must grant access to prisoners admits the visitor.
_KIN = {
    "possession": (_Kin("order"), _Kin("purchase", turned=True)),
    "purchase": (_Kin("order", turned=True), _Kin("possession", turned=True)),
    "support": (
        _Kin(
            "measure", turned=True,
            things=frozenset({"veto", "objection", "block", "hold", "blockade"}),
        ),
    ),
    "opening": (
        _Kin(
            "measure", turned=True,
            things=frozenset({"ban", "embargo", "boycott", "prohibition", "quota", "restriction"}),
        ),
        _Kin(
            "closure", turned=True,
            things=frozenset({"border", "crossing", "frontier", "gate", "market"}),
        ),
    ),
    "permission": (
        _Kin(
            "inspection", by_law=True,
            things=frozenset({"access", "admission", "entry", "visit"}),
        ),
    ),
    "inspection": (
        _Kin("permission", things=frozenset({"access", "entry", "permit", "visa"})),
    ),
    "custody": (
        _Kin(
            "handover", by_law=True,
            things=frozenset({"citizen", "fugitive", "national", "offender", "subject"}),
        ),
    ),
}  # fmt: skip
_CONSENTS = word_class("consents")
_PUNISHING = word_class("punishing")
HINDERING = word_class("hindering")
_WAYS = word_class("ways")
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
_BARS = frozenset({"ban", "blockade", "bar", "block", "embargo", "freeze", "restriction"})
_STEM = 5  # letters that a verb and the noun of its activity have in common


# Finds the options that an act of law fits.
Fit = Callable[[Deed, Sequence[Entry]], list[Bound]]


def fitting(deed: Deed, entries: Sequence[Entry]) -> list[Bound]:
    """Options of the same act, else those that it comes to."""
    return exactly(deed, entries) or nearly(deed, entries)


def exactly(deed: Deed, entries: Sequence[Entry]) -> list[Bound]:
    """Options of the same act."""
    return [Bound(e, deed.taken) for e in entries if e.deed.same_option(deed)]


def of_its_family(deed: Deed, entries: Sequence[Entry]) -> list[Bound]:
    """Options of the kind of act, whatever it is done to, but not of acts that nobody knows."""
    if deed.family.open:
        return []
    return [Bound(e, deed.taken) for e in entries if e.deed.family == deed.family]


def is_leave(deed: Deed) -> bool:
    """Whether it is leave that is given, of which law says no more: "the consent of Bern"."""
    return deed.family.name == "permission" and deed.thing.head in _CONSENTS


def nearly(deed: Deed, entries: Sequence[Entry]) -> list[Bound]:
    """Options that an act comes to: done to what law names by its kind, or another act."""
    covered = [Bound(e, deed.taken) for e in entries if _covers(deed, e)]
    return covered or [b for e in entries if (b := _akin(deed, e)) is not None]


def _covers(deed: Deed, entry: Entry) -> bool:
    """Whether law speaks of the kind of thing that an option is about: arms, and the cartridges."""
    if deed.family != entry.deed.family or _of_another(deed, entry):
        return False
    if deed.family.name == "payment":
        return deed.owner is not None  # whatever the sum is called
    if is_leave(deed):
        return deed.owner is not None  # whatever it is leave for
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
    if deed.act in HINDERING and not deed.taken:
        return Bound(entry, entry.deed.family.ban == "drop") if _hinders(deed, entry) else None
    if deed.family.measure and _is_bare_bar(deed):
        ban = entry.deed.family.ban
        return Bound(entry, (ban == "drop") != deed.taken) if ban is not None else None
    if deed.family.open and entry.deed.family.measure:
        return Bound(entry, deed.taken) if _imposes(deed.act, entry.deed.thing.head) else None
    if deed.family.open and family == "activity":
        return Bound(entry, not deed.taken) if _names_activity(deed, entry) else None
    if deed.family.name == "custody" and deed.taken:
        return None  # who is to be released is not to be handed to anybody
    for kin in _KIN.get(deed.family.name, ()):
        head = (deed if kin.by_law else entry.deed).thing.head
        if family == kin.family and (kin.things is None or head in kin.things):
            return Bound(entry, deed.taken != kin.turned)
    return None


def _is_bare_bar(deed: Deed) -> bool:
    """Whether only "the ban" is named, which may be whatever is closed or kept back."""
    return deed.thing.head in _BARS and content(deed.thing.words) <= {deed.thing.head}


def _hinders(deed: Deed, entry: Entry) -> bool:
    """Whether an option keeps back what law says is not to be hindered: "exports of crude"."""
    family = entry.deed.family
    if _of_another(deed, entry) or not (family.ban or family.name == "measure"):
        return False
    if deed.thing.head in _WAYS and is_a(entry.deed.thing.head, "passage"):
        return True
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
