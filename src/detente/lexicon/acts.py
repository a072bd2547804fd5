"""The inventory of acts: what a verb or noun does to which matter."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

Side = Literal["take", "drop", "gain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One matter that a party decides, and the option a model makes of it.

    ``measure``: something kept in force, the option is to keep it; ``held``: something held
    or under way, the option is to end it; ``standing``: goes on today if somebody speaks of
    ending it; ``harm``: taking it hurts the other side; ``lasting``: what is taken stays taken,
    and is not taken again unless it was left between; ``ban``: the side of it that may be called
    a ban, a block or a freeze. ``text`` is how the model words it; ``lasts`` where it is taken
    today and ``begins`` where it is not, if they read otherwise.
    """

    name: str
    option: str
    text: str
    lasts: str | None = None
    begins: str | None = None
    measure: bool = False
    held: bool = False
    standing: bool = False
    harm: bool = False
    lasting: bool = False
    ban: Literal["take", "drop"] | None = None

    def wording(self, *, today: bool) -> str:
        """How the model words it, with a place for the object."""
        return (self.lasts if today else self.begins) or self.text

    @property
    def open(self) -> bool:
        """Whether it is made of a verb that the inventory does not know."""
        return self.name.startswith("~")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A normalised act; see ``data/acts.toml`` for what each field means."""

    name: str
    type: str
    family: Family | None = None
    side: Side = "take"
    objects: frozenset[str] = frozenset()
    activity: str | None = None
    object_is: str | None = None
    needs_complement: bool = False

    @property
    def opposed(self) -> bool:
        """Whether it leaves or undoes the option of its family."""
        return self.side == "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Two families of which one party takes at most one option each, of one thing or of any."""

    families: tuple[str, str]
    of_one_thing: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """Nouns for what lies open or closed, and the nouns for what goes through it."""

    through: frozenset[str]
    what: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """All acts, found by name, by verb or by noun."""

    acts: dict[str, Act]
    verbs: dict[str, tuple[Act, ...]]
    nouns: dict[str, tuple[Act, ...]]
    alone: dict[str, tuple[Act, ...]]
    classes: dict[str, frozenset[str]]
    families: dict[str, Family]
    exclusions: tuple[Exclusion, ...] = ()
    alike: tuple[frozenset[str], ...] = ()
    trades: tuple[frozenset[str], ...] = ()
    arms: tuple[frozenset[str], ...] = ()
    passing: tuple[Passing, ...] = ()
    bare: dict[str, Act] = field(default_factory=dict)
    wide: frozenset[str] = frozenset()

    def act(self, name: str) -> Act | None:
        """Return the act with this name, None for a plain lemma."""
        return self.acts.get(name)

    def opposites(self, act: Act) -> tuple[Act, ...]:
        """Return the acts of the same family that undo it, or that it undoes."""
        return tuple(
            other
            for other in self.acts.values()
            if act.family is not None
            and other.family is act.family
            and other.opposed != act.opposed
        )

    def of_verb(self, verb: str, objects: Iterable[str]) -> Act | None:
        """Return the act of a verb with its particle, given lemmas that head its objects."""
        return next(iter(self.all_of_verb(verb, objects)), None)

    def of_subject(self, verb: str, subjects: Iterable[str]) -> Act | None:
        """Return the act of a verb that says what its own subject does: "the police stay"."""
        return next(iter(_fitting(self.alone.get(verb, ()), frozenset(subjects))), None)

    def all_of_verb(self, verb: str, objects: Iterable[str]) -> tuple[Act, ...]:
        """Return every act that a verb may be, the most particular first."""
        kinds = frozenset(objects)
        return _fitting(self.verbs.get(verb, ()), kinds - {"§any"} if verb in self.wide else kinds)

    def of_noun(self, noun: str, objects: Iterable[str]) -> Act | None:
        """Return the act of a noun, given lemmas of what it is done to."""
        kinds = frozenset(objects)
        doing = any(self.is_a(kind, "activity") for kind in kinds)
        acts = _fitting(self.nouns.get(noun, ()), kinds)
        # Of "the suspension of the drilling" the drilling is put out of nothing.
        return next((a for a in acts if not (doing and a.needs_complement)), None)

    def is_a(self, lemma: str, class_name: str) -> bool:
        """Whether a noun belongs to a class of things."""
        return lemma in self.classes[class_name]


def _fitting(candidates: tuple[Act, ...], objects: frozenset[str]) -> tuple[Act, ...]:
    if "§any" in objects:
        # A pronoun may stand for any class of thing; what takes anything is the safer reading.
        loose = tuple(a for a in candidates if not a.objects)
        return loose or (candidates if len(candidates) == 1 else ())
    return tuple(a for a in candidates if not a.objects or a.objects & objects)


@cache
def inventory() -> Inventory:
    """Load the inventory that is shipped."""
    tree = tomllib.loads(files(__package__).joinpath("data/acts.toml").read_text("utf-8"))
    families = {name: Family(name=name, **entry) for name, entry in tree["family"].items()}
    classes = {name: frozenset(words) for name, words in tree["class"].items()}
    acts = {
        name: Act(
            name=name,
            type=entry["type"],
            family=families[entry["family"]] if "family" in entry else None,
            side=entry.get("side", "take"),
            objects=frozenset().union(*(classes[c] for c in entry.get("objects", []))),
            activity=entry.get("activity"),
            object_is=entry.get("object_is"),
            needs_complement=entry.get("needs_complement", False),
        )
        for name, entry in tree["act"].items()
    }
    return Inventory(
        acts=acts,
        verbs=_index(acts, tree["act"], "verbs"),
        nouns=_with_derived(_index(acts, tree["act"], "nouns"), acts, tree["act"]),
        alone=_index(acts, tree["act"], "alone"),
        classes=classes,
        families=families,
        exclusions=tuple(
            Exclusion(**{**entry, "families": tuple(entry["families"])})
            for entry in tree["exclusive"]
        ),
        wide=frozenset(tree["wide"]["verbs"]),
        bare={noun: acts[name] for noun, name in tree["bare"].items()},
        alike=tuple(frozenset(words) for words in tree["alike"]["groups"]),
        passing=tuple(
            Passing(
                through=frozenset(entry["through"]),
                what=frozenset().union(*(classes[c] for c in entry["what"])),
            )
            for entry in tree["passing"]
        ),
        trades=tuple(frozenset(words) for words in tree["trades"]["groups"]),
        arms=tuple(frozenset(words) for words in tree["arms"]["groups"]),
    )


@cache
def known_nouns() -> frozenset[str]:
    """Nouns of any class, and those that are like others."""
    stock = inventory()
    return frozenset().union(*stock.classes.values(), *stock.alike, *stock.trades)


@cache
def plain_verbs() -> frozenset[str]:
    """Verbs that say too little of what is done to make an option of it."""
    tree = tomllib.loads(files(__package__).joinpath("data/acts.toml").read_text("utf-8"))
    return frozenset(tree["plain"]["verbs"])


def _with_derived(
    nouns: dict[str, tuple[Act, ...]],
    acts: dict[str, Act],
    entries: dict[str, dict[str, list[str]]],
) -> dict[str, tuple[Act, ...]]:
    """Nouns with those that come from verbs of acts which are done to certain things.

    "The resumption of supplies" is what "to resume" is of supplies, listed or not. What is listed
    is tried before, but for what takes anything.
    """
    data = files(__package__).joinpath("data/conditions.toml").read_text("utf-8")
    nominal: dict[str, str] = tomllib.loads(data)["nominal"]
    limited = [(acts[n], e) for n, e in entries.items() if acts[n].objects and acts[n].family]
    found = dict(nouns)
    for noun, verb in nominal.items():
        listed = found.get(noun, ())
        told = {a.family for a in listed}
        derived = [a for a, e in limited if verb in e.get("verbs", []) and a.family not in told]
        ordered = [*(a for a in listed if a.objects), *derived]
        found[noun] = (*ordered, *(a for a in listed if not a.objects))
    return {noun: each for noun, each in found.items() if each}


def _index(
    acts: dict[str, Act], entries: dict[str, dict[str, list[str]]], key: str
) -> dict[str, tuple[Act, ...]]:
    found: dict[str, list[Act]] = {}
    for name, entry in entries.items():
        for word in entry.get(key, []):
            found.setdefault(word, []).append(acts[name])
    # What is limited to a class of objects is tried before what takes anything.
    return {word: tuple(sorted(a, key=lambda act: not act.objects)) for word, a in found.items()}
