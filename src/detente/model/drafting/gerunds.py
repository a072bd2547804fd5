"""Deeds that a gerund tells, of one that is to stop or to go on: "stop blocking its entry"."""

import re
from dataclasses import replace
from functools import lru_cache

from detente.lexicon.acts import Act, inventory
from detente.lexicon.words import word_class
from detente.model.drafting.deed import HALTING, STAYING, Deed
from detente.model.drafting.things import PERSONS, thing


@lru_cache(maxsize=2**12)
def of_gerund(words: str, *, taken: bool) -> Deed | None:
    """Of "stop blocking its entry" not to block it, where blocking is a known act."""
    resort = _of_resort(words, taken=taken)
    if resort is not None:
        return resort
    verb, _, rest = words.partition(" ")
    if not verb.endswith("ing") or not rest:
        return None
    if rest in PERSONS:
        return _of_barring(verb, taken=taken)
    particle, _, others = rest.partition(" ")
    particle = particle if particle in _PARTICLES and others else ""
    rest = others if particle else rest
    whom = _WHOM.match(rest) if verb in _GIVING_WHOM else None
    rest = rest[whom.end() :] if whom is not None else rest
    given = _WITH.search(rest) if verb in _PROVIDING else None
    done_to = thing(rest[given.end() :] if given is not None else rest)
    stem = verb.removesuffix("ing")
    for spelled in (stem, f"{stem}e", stem[:-1]):
        act = inventory().of_verb(f"{spelled} {particle}".strip(), [done_to.head])
        if act is not None and act.family is not None and (act.objects or _arms(act)):
            done_to = thing(act.activity) if act.activity is not None else done_to
            found = Deed(
                family=act.family, thing=done_to, taken=act.side != "drop", owner=None, act=act.name
            )
            # To halt an activity is the option of its family: taken, the activity is left.
            found = replace(found, undoing=found.taken)
            return replace(found.contrary, act=HALTING) if taken else found
    return None


def _of_resort(words: str, *, taken: bool) -> Deed | None:
    """Of "refrain from going to the court", "from suing" that the case is not taken there."""
    found = _RESORTING.match(words)
    forum = found["forum"] if found is not None else None
    if found is None or (forum is not None and thing(forum).head not in _FORA):
        return None
    case = thing("lawsuit" if forum is None else f"lawsuit at {forum}")
    family = inventory().families["measure"]
    made = Deed(family=family, thing=case, taken=True, owner=None, act="sue")
    return made.contrary if taken else made


_RESORTING = re.compile(
    r"(?:suing|going to court)\b"
    r"|(?:going|turning|resorting|(?:bringing|taking) (?:it|the \w+)) (?:to|before) (?P<forum>.+)"
)
_FORA = word_class("fora") | word_class("judges") | word_class("watching_over")


def _of_barring(gerund: str, *, taken: bool) -> Deed | None:
    """Of "stop blocking us" the end of the block, of "continue vetoing it" the veto."""
    stem = gerund.removesuffix("ing")
    noun = next((n for n in (stem, f"{stem}e", stem[:-1]) if n in _BARRING), None)
    if noun is None:
        return None
    act = "lift" if taken else STAYING
    family = inventory().families["measure"]
    return Deed(
        family=family, thing=thing(noun), taken=not taken, owner=None, undoing=taken, act=act
    )


_BARRING = word_class("barring_nouns")
_WITH = re.compile(r"\bwith\s")
_PARTICLES = word_class("particles")
# Of "charging ferries the fee" whom, before what.
_WHOM = re.compile(
    r"(?:(?!(?:at|by|for|from|in|of|on|over|to|with)\b)[\w’'-]+ ){1,4}?"
    r"(?=(?:the|an?|its|their|this|that|no|any) )"
)
_GIVING_WHOM = frozenset(
    {"allowing", "charging", "denying", "giving", "granting", "offering", "paying", "refusing"}
)
_PROVIDING = frozenset({"equipping", "furnishing", "providing", "supplying"})


def _arms(act: Act) -> bool:
    """Whether an act says itself what is given: "arming the rebels" supplies arms."""
    return act.activity is not None and act.family is not None and act.family.name == "supply"
