"""What an act is done to, as drafting compares it across wordings.

"the S 400 system", "its Russian-made S-400s" and "the system" are one thing; a border and
an airspace are two. Designations decide where there are any; else the head noun does.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from detente.lexicon.acts import Family, inventory

_DESIGNATION = re.compile(r"\b([A-Z]{1,3})[ -]?([0-9]{1,4})(?:s|’s|'s)?\b")
_STOP = re.compile(
    r"\s(?:of|for|on|from|to|in|at|by|with|that|which|as|over|against|under|within|into|and|or|near|along|inside|off|since|until|after)\s"
)
_PARTIAL = re.compile(r"\b(?:interim|partial|provisional|temporary|limited|confined|short-term)\b")
_WHOLE = re.compile(r"\b(?:binding|comprehensive|full|final|permanent|lasting|complete)\b")
_LEADING = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|our|all|any|some|those|these|this|that|more|further|both|such|no)\s+)+",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    {
        "it",
        "him",
        "his",
        "her",
        "their",
        "anybody",
        "own",
        "anyone",
        "somebody",
        "they",
        "them",
        "this",
        "that",
        "those",
        "these",
        "one",
        "so",
        "measure",
        "step",
        "issue",
        "matter",
        "thing",
        "",
        "which",
        "what",
        "anything",
        "something",
        "nothing",
        "everything",
        "same",
        "first",
        "second",
        "third",
        "fourth",
        "latter",
        "former",
        "other",
    }
)
# Families whose things are agreements, of which there may be one for a time and one for good.
AGREEING = frozenset({"signing", "ratification"})
_TIMES = frozenset(
    [
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "season",
        "hour",
        "minute",
        "moment",
        "time",
        "spring",
        "summer",
        "autumn",
        "winter",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "morning",
        "evening",
        "night",
        "today",
    ]
)
# Families whose things are told apart by class only: people held are people held.
_BY_CLASS = {
    "custody": "person",
    "presence": "force",
    "talks": "talks",
    "water": "water",
    "membership": "group",
    "inspection": "inspector",
    "permission": "permit",
    "handover": "person",
    "envoys": "envoy",
    "ballot": "ballot",
    "support": "bid",
}
# Things that an "-ing" before them describes, and does nothing to.
_NEVER_DONE_TO = ("measure", "agreement", "permit", "talks", "data")
# Heads that only point the way to what is meant.
_VAGUE = frozenset({"way", "path", "road", "part", "number", "list", "question", "matter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing by its words: designations such as S-400, and the noun that heads it.

    ``pointing`` is whether the words take up a thing told of before: "these groups".
    """

    words: str
    head: str
    designations: frozenset[str] = frozenset()
    pointing: bool = False

    def same(self, other: "Thing", family: Family) -> bool:
        """Whether two wordings mean one thing, within one family of one party's acts."""
        if self.designations and other.designations:
            return bool(self.designations & other.designations)
        if family.name in AGREEING and {self.scope, other.scope} == {"part", "whole"}:
            return False
        if self.generic or other.generic or self.head == other.head:
            return True
        if self.pointing or other.pointing:
            return True
        if family.name in _BY_CLASS:
            return True
        if family.name == "possession":
            return self.arms and other.arms
        return any(self.head in group and other.head in group for group in inventory().alike)

    @property
    def arms(self) -> bool:
        """Whether it is a weapon or part of one, however called: "the system", "the missiles"."""
        return bool(self.designations) or any(
            inventory().is_a(self.head, c) for c in ("weapon", "arms")
        )

    @property
    def generic(self) -> bool:
        """Whether the words point at something named elsewhere: "it", "that step"."""
        return self.head in _GENERIC

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
    def is_time(self) -> bool:
        """Whether the words name a stretch of time: "the end of the year" ends nothing."""
        return self.head in _TIMES

    @property
    def detail(self) -> tuple[bool, bool, bool, int]:
        """How well the words serve to name it: a designation, then brevity."""
        short = -len(self.words)
        named = not self.generic and not self.pointing
        return bool(self.designations), named, self.head not in _VAGUE, short


@lru_cache(maxsize=2**16)
def thing(words: str) -> Thing:
    """Read the words of a noun phrase or gerund."""
    plain = _LEADING.sub("", words.strip().strip("“”\"'’,.")).strip()
    head_part = _STOP.split(f"{plain} ", maxsplit=1)[0].strip()
    first, last = (head_part.split() or [""])[0], (head_part.split() or [""])[-1]
    # "filling the reservoir" is about the filling; a "landing fee", a "binding agreement" are not.
    gerund = first.endswith("ing") and first != last and first[0].islower()
    named = gerund and any(is_a(singular(last.lower()), name) for name in _NEVER_DONE_TO)
    head = first if gerund and not named else last
    return Thing(
        words=plain,
        head=singular(head.lower().strip("’'")),
        designations=frozenset(f"{a}-{b}" for a, b in _DESIGNATION.findall(plain)),
        pointing=_POINTING.search(words) is not None,
    )


_POINTING = re.compile(r"^(?:\w+ing )?(?:these|those|such|this)\s\w", re.IGNORECASE)


def singular(noun: str) -> str:
    """Return a noun in the singular, as far as the inventory's classes need it."""
    noun = re.sub(r"[’']s$", "", noun)
    if noun in ("children", "people", "police"):
        return "child" if noun == "children" else noun
    if noun.endswith("men") and len(noun) > 2:
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun


def is_a(head: str, class_name: str) -> bool:
    """Whether a head noun belongs to a class of the inventory."""
    return inventory().is_a(head, class_name)
