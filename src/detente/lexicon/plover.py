"""PLOVER types of verbs and nouns, and where they name the other side: ``data/events.toml``."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from detente.lexicon.parties import gazetteer

# The sixteen types of PLOVER.
TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip
# What is announced of these is a promise; of the others a threat.
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
# Done in deed and not in words.
MATERIAL = frozenset({
    "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What a word stands for among PLOVER's types, and where it names whom it is done to.

    ``to`` are prepositions, or "object", in the order in which the other side is looked for;
    ``objects`` limits the word to nouns after it, empty for any; ``alone`` to none.
    """

    type: str
    mode: str | None = None
    objects: frozenset[str] = frozenset()
    to: tuple[str, ...] = ("object",)
    reciprocal: bool = False
    alone: bool = False

    @property
    def cooperative(self) -> bool:
        """Whether it is done for the other side rather than against it."""
        return self.type in COOPERATIVE

    @property
    def harmful(self) -> bool:
        """Whether it does the other side harm; to move troops may be to help."""
        return bool(self.type) and not self.cooperative and self.type != "MOBILIZE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A verb whose content is another act; ``turned`` is its type where that act harms.

    ``silent``: no event beside that act ("plans to leave").
    """

    type: str
    turned: str
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """All words of events, by lemma with particle and preposition."""

    verbs: dict[str, tuple[Coding, ...]]
    nouns: dict[str, tuple[Coding, ...]]
    stances: dict[str, Stance]
    carriers: frozenset[str]
    receivers: frozenset[str]
    silent: frozenset[str]
    suffered: frozenset[str]
    actors: dict[str, frozenset[str]]

    def limited(self, verb: str, heads: Iterable[str]) -> Coding | None:
        """Return what a verb stands for with just these nouns after it."""
        known = frozenset(heads)
        return next((c for c in self.verbs.get(verb, ()) if c.objects & known), None)

    def plain(self, verb: str, *, alone: bool) -> Coding | None:
        """Return what a verb stands for whatever comes after it, or with nothing after it."""
        return next(
            (c for c in self.verbs.get(verb, ()) if not c.objects and (alone or not c.alone)), None
        )

    def of_noun(self, noun: str, things: Iterable[str]) -> Coding | None:
        """Return what a noun stands for, given lemmas of what it is of."""
        known = frozenset(things)
        return next(
            (c for c in self.nouns.get(noun, ()) if not c.objects or c.objects & known), None
        )


@cache
def plover() -> Plover:
    """Load the words that are shipped."""
    tree = tomllib.loads(files(__package__).joinpath("data/events.toml").read_text("utf-8"))
    classes = {name: frozenset(words) for name, words in tree["class"].items()}
    return Plover(
        verbs=_index(tree["verb"], "objects", classes),
        nouns=_index(tree["noun"], "of", classes),
        stances={
            word: Stance(
                type=entry["type"],
                turned=entry.get("turned", entry["type"]),
                silent=entry.get("silent", False),
            )
            for entry in tree["attitude"]
            for word in entry["words"]
        },
        carriers=frozenset(tree["carrier"]),
        receivers=frozenset(tree["receiver"]),
        silent=frozenset(tree["silent"]),
        suffered=frozenset(tree["suffered"]),
        actors={name: frozenset(words) for name, words in tree["actor"].items()},
    )


def _index(
    entries: list[dict[str, Any]], limit: str, classes: dict[str, frozenset[str]]
) -> dict[str, tuple[Coding, ...]]:
    found: dict[str, list[Coding]] = {}
    for entry in entries:
        coding = Coding(
            type=entry["type"],
            mode=entry.get("mode"),
            objects=frozenset().union(*(classes[c] for c in entry.get(limit, []))),
            to=tuple(entry.get("to", ["object"])),
            reciprocal=entry.get("reciprocal", False),
            alone=entry.get("alone", False),
        )
        for word in entry["words"]:
            found.setdefault(word, []).append(coding)
    # What is limited to a class of nouns is tried before what takes any.
    return {word: tuple(sorted(c, key=lambda one: not one.objects)) for word, c in found.items()}


def country_of(place: str) -> str | None:
    """Return the code of the state that a town or region is in, None if it is not known."""
    return _towns().get(place)


@cache
def is_town(name: str) -> bool:
    """Whether a name, however it is written, is that of a capital or a town known by its state."""
    match = gazetteer().by_name(name)
    state = match is not None and match.name.casefold() == name.casefold()
    return (match is not None and not state) or name.casefold() in _folded_towns()


@cache
def _folded_towns() -> frozenset[str]:
    return frozenset(name.casefold() for name in _towns())


@cache
def _towns() -> dict[str, str]:
    tree = tomllib.loads(files(__package__).joinpath("data/places.toml").read_text("utf-8"))
    return {name: code for code, names in tree["towns"].items() for name in names}
