"""What an act is done to, as drafting compares it across wordings.

"the S 400 system", "its Russian-made S-400s" and "the system" are one thing; a border and
an airspace are two. Designations decide where there are any, then proper names; else the head
noun does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from detente.lexicon.acts import Family, inventory
from detente.lexicon.nominals import verb_of
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting import phrases
from detente.model.drafting.phrases import is_a, singular

__all__ = ["AGREEING", "PEOPLE", "Thing", "is_a", "singular", "thing"]

_DESIGNATION = re.compile(r"\b([A-Z]{1,3})[ -]?([0-9]{1,4})(?:s|’s|'s)?\b")
_PARTIAL = re.compile(r"\b(?:interim|partial|provisional|temporary|limited|confined|short-term)\b")
_WHOLE = re.compile(r"\b(?:binding|comprehensive|full|final|permanent|lasting|complete)\b")
_DOING_SO = frozenset({"doing it", "doing so", "doing that", "doing this", "so doing"})
_POINTING_WORDS = word_class("pointing_words")
_NUMERALS = word_class("numerals")
_TIMES = word_class("times")
_MONEY = word_class("money")
# Parts in which a whole is handed over.
_PARTS = frozenset({"batch", "instalment", "installment", "portion", "slice", "tranche"})
# Families whose things are agreements, of which there may be one for a time and one for good.
AGREEING = frozenset({"signing", "ratification"})
# Families of what is done to people: whoever holds them decides what becomes of them.
PEOPLE = frozenset({"custody", "handover", "trial"})
_LEAVES = word_class("leaves") | word_class("papers_of_leave")
# Words for persons, to whom something is done and who are no thing.
PERSONS = frozenset(
    {"i", "me", "you", "us", "we", "he", "him", "she", "her", "themselves", "itself"}
)
_PAYING = frozenset({"payment", "funds"})
# Families whose things are told apart by class only: people held are people held.
_BY_CLASS = frozenset(
    [
        "presence",
        "talks",
        "water",
        "membership",
        "inspection",
        "permission",
        "envoys",
        "ballot",
        "support",
        "apology",
    ]
)
# Where an act of these is done says nothing of what it is done to.
_WHEREVER = _BY_CLASS | {"supply", "activity", "entry", "relations", "water", "reduction"}
# Heads that only point the way to what is meant.
_VAGUE = frozenset({"way", "path", "road", "part", "number", "list", "question", "matter"})
# What is paid or said, of which it is not said what for.
_SAYING_LITTLE = frozenset({"apology", "compensation", "payment"})
# Words of a phrase beyond which it tells no more of what it is, but about it.
_LONG = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing by its words: designations such as S-400, names, and the noun that heads it.

    ``pointing`` is whether the words take up a thing told of before: "these groups". ``heads`` are
    those of all things that are joined.
    """

    words: str
    head: str
    designations: frozenset[str] = frozenset()
    pointing: bool = False
    heads: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def same(self, other: "Thing", family: Family) -> bool:
        """Whether two wordings mean one thing, within one family of one party's acts."""
        if self.designations and other.designations:
            return bool(self.designations & other.designations)
        if family.name in AGREEING and {self.scope, other.scope} == {"part", "whole"}:
            return False
        if self.generic or other.generic:
            return True
        if self._named_apart(other) and family.name not in _WHEREVER:
            return False
        if family.name == "permission" and self._another_leave(other):
            return False
        if self.head == other.head or self.heads & other.heads:
            return True
        if self._is_part_of(other) or other._is_part_of(self):
            return True
        if family.name == "presence" and _of_other_kinds(inventory().arms, self, other):
            return False
        if self.pointing or other.pointing or family.name in _BY_CLASS:
            return True
        if family.name in PEOPLE:
            return not self._another_kind(other)
        if family.name in _PAYING and not _MONEY.isdisjoint((self.head, other.head)):
            return not self._paid_apart(other)
        if family.name == "possession":
            return self.arms and other.arms
        if family.name == "supply" and (self.supplying or other.supplying):
            bare = any(each.supplying and each._kinds <= {each.head} for each in (self, other))
            return bare or not self._kinds.isdisjoint(other._kinds)
        if family.name == "activity" and {self._at_work, other._at_work} == {"machine", "works"}:
            return True  # "the excavators must stop", "to halt building"
        doing = verb_of(self.head)
        if family.name == "activity" and doing is not None and doing == verb_of(other.head):
            return True  # "the use of the name", "using the name"
        return _alike(self.head, other.head)

    def _is_part_of(self, other: "Thing") -> bool:
        """Whether it is a part of the other: "the second tranche of the credit line"."""
        _, of, whole = self.words.partition(" of ")
        return bool(of) and self.head in _PARTS and thing(whole).head == other.head != ""

    def _named_apart(self, other: "Thing") -> bool:
        """Whether both bear names and share none: Ada Bell is not Ben Crane."""
        return bool(self.names and other.names) and not self.names & other.names

    def _paid_apart(self, other: "Thing") -> bool:
        """Whether both say what is paid for, and it is not the same: buses, a hospital."""
        what = [phrases.content(each.words) - {each.head} for each in (self, other)]
        told = [" for " in each.words for each in (self, other)]
        return all(told) and all(what) and not _stems(what[0]) & _stems(what[1])

    def _another_leave(self, other: "Thing") -> bool:
        """Whether leave to do something else is meant, or another paper: a visa is no asylum."""
        leaves = [each.is_leave for each in (self, other)]
        papers = [each.head if each.head in _SORTS else "leave" for each in (self, other)]
        if papers[0] != papers[1]:
            return "access" not in papers and not _alike(*papers)
        what = [phrases.content(each.words) - _LEAVES for each in (self, other)]
        return all(leaves) and all(what) and not _stems(what[0]) & _stems(what[1])

    @property
    def is_leave(self) -> bool:
        """Whether it is leave to do something, as letting acts are read."""
        return self.head == "permission"

    @property
    def unspecified(self) -> bool:
        """Whether it is leave of which the words do not say for what, or anything at all."""
        return self.generic or self.words == "permission"

    def _another_kind(self, other: "Thing") -> bool:
        """Whether other people are meant, or a ship and not its crew."""
        afloat = [is_a(each.head, "vessel") for each in (self, other)]
        return afloat[0] != afloat[1] or _of_other_kinds(inventory().trades, self, other)

    @property
    def _at_work(self) -> str:
        """Whether it is a machine or the works that machines do, if either."""
        return next((name for name in ("machine", "works") if is_a(self.head, name)), "")

    @property
    def supplying(self) -> bool:
        """Whether what is named is a delivery, of which other words tell what is delivered."""
        return is_a(self.head, "delivery")

    @property
    def _kinds(self) -> frozenset[str]:
        """Every noun that may say what is delivered: of "arms supplies" both."""
        words = self.words.lower().split()
        return frozenset(singular(word) for word in words) - {"of", "to", "the"}

    @property
    def arms(self) -> bool:
        """Whether it is a weapon or part of one, however called: "the system", "the missiles"."""
        return bool(self.designations) or any(
            inventory().is_a(self.head, c) for c in ("weapon", "arms")
        )

    @property
    def generic(self) -> bool:
        """Whether the words point at something named elsewhere: "it", "that step"."""
        return self.head in _POINTING_WORDS or self.words.lower() in _DOING_SO

    @property
    def only_named(self) -> bool:
        """Whether a name is all that is said of it: "Hezbollah", and no "group"."""
        return self.words[:1].isupper() and " " not in self.words

    @property
    def scope(self) -> str:
        """Of an agreement whether it is called one for a time, or one for good, if either."""
        return (
            "part" if _PARTIAL.search(self.words) else "whole" if _WHOLE.search(self.words) else ""
        )

    @property
    def is_held(self) -> bool:
        """Whether it is a thing that one can hold and give up."""
        held = ("goods", "area", "quantity", "person", "force", "data", "funds")
        return self.generic or self.arms or any(inventory().is_a(self.head, c) for c in held)

    @property
    def tells_what(self) -> bool:
        """Whether the words say what is meant: no "it", no stretch of time, no number alone."""
        return not (self.generic or self.is_time) and self.head[:1].isalpha()

    @property
    def is_time(self) -> bool:
        """Whether the words name a stretch of time: "the end of the year" ends nothing."""
        return self.head in _TIMES

    @property
    def detail(self) -> tuple[bool, bool, bool, bool, int, int]:
        """How well the words serve to name it: by designation, name, number; by telling more."""
        named = not (self.generic or self.pointing)
        says_which, proper, words = _telling(self.words)
        little = self.generic or self.words in _SAYING_LITTLE
        vague = self.head in _VAGUE or is_a(self.head, "machine")
        order = bool(self.names) + proper
        return bool(self.designations), not little, named and says_which, not vague, order, words


# Papers of kinds of their own: who grants a visa lets nobody fish.
_SORTS = word_class("papers_apart")


def _of_other_kinds(groups: Iterable[frozenset[str]], one: Thing, other: Thing) -> bool:
    """Whether two are known to be of kinds of which neither is the other."""
    kinds = [{g for g in groups if each.head in g} for each in (one, other)]
    return all(kinds) and not kinds[0] & kinds[1]


def _alike(one: str, other: str) -> bool:
    return any(one in group and other in group for group in inventory().alike)


def _stems(words: frozenset[str]) -> frozenset[str]:
    """What nouns and the verbs they come from have in common: "export", "exporting"."""
    return frozenset(stem[:_STEM] for word in words for stem in (word, verb_of(word) or word))


_STEM = 5


@lru_cache(maxsize=2**14)
def _telling(words: str) -> tuple[bool, bool, int]:
    """Whether words say which thing it is, whether they begin with a number, how much they tell."""
    telling = len(phrases.shown(words).split())
    numbered = words[:1].isdigit() or phrases.amounts_to(words)
    return phrases.says_which(words), numbered, telling if telling <= _LONG else -telling


@lru_cache(maxsize=2**16)
def thing(words: str) -> Thing:
    """Read the words of a noun phrase, a gerund, or a clause after "that"."""
    claim = phrases.claim(words)
    if claim is not None:
        names = frozenset(phrases.names_in(claim))
        return Thing(words=words.strip(), head=phrases.first_noun(claim), names=names)
    plain = phrases.bare(words)
    head = phrases.head_of(plain)
    return Thing(
        words=plain,
        head=head,
        designations=frozenset(f"{a}-{b}" for a, b in _DESIGNATION.findall(plain)),
        pointing=phrases.points_back(words) or plain.lower() in _NUMERALS,
        heads=frozenset(phrases.heads_of(plain)),
        names=frozenset(phrases.names_in(plain)),
    )


_NAMELESS = frozenset({"he", "i", "it", "nobody", "she", "they", "we", "who"})
_PEOPLE = word_class("people") | word_class("governing")


def is_somebody(words: str) -> bool:
    """Whether words may mean people or a body, of whatever party."""
    first = words.split()[0] if words.split() else ""
    named = first[:1].isupper() and first.lower() not in ("a", "an", "no", "the")
    known = words.lower() in _NAMELESS or thing(words).head in _PEOPLE
    return named or known or gazetteer().title_in(words) is not None
