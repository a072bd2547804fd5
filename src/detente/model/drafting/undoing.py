"""What was done, under the name of what would undo it.

Who has signed an accord that others want ended keeps it; who harbours the man whose expulsion is
asked lets him stay; whoever left a commission is to return to it, whoever else the words may mean.
What undoes a deed names the option, and only where it is spoken of is the deed called by it.
"""

from collections.abc import Iterable
from dataclasses import replace

from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed, DeedKey
from detente.model.drafting.phrases import content
from detente.model.drafting.things import is_a

# The family of a deed that was done, that of what undoes it, and whether the one taken leaves the
# other: who annexes an island does not give it up.
_KEPT_BY = {
    "signing": ("upkeep", False),
    "legislation": ("measure", False),
    "handover": ("inspection", True),
    "~annex": ("possession", True),
}
_OBJECTIONS = word_class("objections")
_PASSES = word_class("passes")
# What may be let in, opened or made free for somebody: "access to the ports", "to the accounts".
_ACCESSIBLE = frozenset({"entry", "inspection", "closure", "opening", "funds"})
_HELD = frozenset({"detain", "seize"})
# What a "return" may be of: who was held, what was taken; and what else it may mean.
_COMING_BACK = frozenset({"custody", "possession"})
_FREE = frozenset({"citizen", "national"})
# Of prisoners that they are not released, of troops that they are not withdrawn.
_LEFT_WHERE_THEY_ARE = frozenset({"deploy", "stay"})
_SHUT_OUT = frozenset({"inspection", "entry", "service"})


def _drops(found: Deed) -> bool:
    """Whether it was worded as the leaving of its option: "expelled", "turned away"."""
    act = inventory().act(found.act)
    return act is not None and act.opposed


class Undoing:
    """What undoes what, as far as the deeds that a record speaks of tell."""

    def __init__(self, known: Iterable[Deed]) -> None:
        self._known: dict[str, dict[DeedKey, Deed]] = {}
        for each in known:
            if each.owner is not None:
                self._known.setdefault(each.owner, {}).setdefault(each.key, each)
        told = [d for deeds in self._known.values() for d in deeds.values()]
        self._left = [d for d in told if d.act == "leave"]
        self._put_out = [d for d in told if d.family.name == "membership"]

    def of(self, found: Deed) -> Deed:
        """The deed under the name that others have for it; the same if there is none."""
        if found.family.name == "membership" and found.owner is None:
            return self._of_return(found)
        if found.family.name == "measure" and found.thing.head in _OBJECTIONS:
            return self._of_objection(found)
        if found.family.name == "permission" and found.thing.head in _PASSES:
            return self._of_access(found)
        if found.family.name in _COMING_BACK:
            return self._of_wanted(self._of_shut_out(found))
        if found.act in _LEFT_WHERE_THEY_ARE and is_a(found.thing.head, "person"):
            return self._of_held(found)
        if found.act == "admit_people":
            return self._of_held(found)
        return found

    def of_done(self, found: Deed) -> Deed:
        """What was done, as that which it keeps or leaves."""
        name, left = _KEPT_BY.get(found.family.name, (None, False))
        if name is None or found.owner is None:
            return found
        if name == "inspection" and found.act != "harbour_person":
            return found
        family = inventory().families[name]
        undone = any(
            d.family.name == name and d.undoing != left and d.thing.same(found.thing, family)
            for d in self._of_owner(found.owner)
            if not d.thing.generic and (name != "measure" or is_a(d.thing.head, "statute"))
        )
        if not undone:
            return found
        return replace(found, family=family, taken=found.taken != left, undoing=False)

    def _of_owner(self, owner: str | None) -> Iterable[Deed]:
        return self._known.get(owner, {}).values() if owner is not None else ()

    def _of_return(self, found: Deed) -> Deed:
        """Of "its return to the commission" that of whoever left, or was put out by somebody."""
        left = {d.owner for d in self._left if d.thing.same(found.thing, d.family)}
        if found.act == "rejoin" and len(left) == 1:
            own = inventory().families["membership_own"]
            return replace(found, family=own, owner=left.pop(), member=None, act="join")
        if found.member is not None and {d.owner for d in self._put_out} == {found.member}:
            return replace(found, owner=found.member, member=self._put_out[0].member)
        return found

    def _of_objection(self, found: Deed) -> Deed:
        """Of "drop its veto" that the owner no longer opposes the one thing that it opposed."""
        about = content(found.thing.words) - {found.thing.head}
        opposed = self._one_of(found, frozenset({"support"}))
        if opposed is None or (about and not about & content(opposed.thing.words)):
            return found
        named = any(
            d.family.name == "measure"
            and d.thing.head in _OBJECTIONS
            and len(d.thing.words.split()) > 1
            for d in self._of_owner(found.owner)
        )
        if not about and (named or opposed.act != "oppose_bid"):
            return found
        return replace(opposed, taken=not found.taken, act=found.act, undoing=not found.undoing)

    def _of_access(self, found: Deed) -> Deed:
        """Of "access to its ports" the letting in of whoever is kept out of them."""
        barred = self._one_of(found, _ACCESSIBLE)
        if barred is None:
            return found
        shut = barred.family.measure
        return replace(barred, taken=found.taken != shut, act=found.act, undoing=shut)

    def _of_shut_out(self, found: Deed) -> Deed:
        """Of "the return of the teachers" that they are let in again, if they were thrown out."""
        out = self._shut_out(found)
        if out is None or any(d.act in _HELD for d in self._of_same(found)):
            return found
        shut = out.family.measure
        return replace(out, taken=found.taken != shut, act=found.act, undoing=shut)

    def _of_wanted(self, found: Deed) -> Deed:
        """Of "send the exiles back" their extradition, if they are wanted and not held."""
        head = found.thing.head
        if found.family.name != "custody" or not is_a(head, "wanted") or head in _FREE:
            return found
        sought = [d for d in self._of_owner(found.owner) if d.family.name == "handover"]
        sought = [d for d in sought if d.thing.same(found.thing, d.family)]
        if not sought or any(d.act in _HELD for d in self._of_same(found)):
            return found
        return replace(found, family=sought[0].family)

    def _of_held(self, found: Deed) -> Deed:
        """Of "allow him to return" the release of him, if he is held."""
        held = next((d for d in self._of_same(found) if d.family.name == "custody"), None)
        if held is None or self._shut_out(found) is not None or self._asked_to_go(found):
            return found
        return replace(found, family=held.family)

    def _asked_to_go(self, found: Deed) -> bool:
        """Whether "the soldiers will remain there" may speak of the owner's own, asked to leave."""
        return found.act in _LEFT_WHERE_THEY_ARE and any(
            d.family == found.family and d.act not in _LEFT_WHERE_THEY_ARE
            for d in self._of_owner(found.owner)
        )

    def _shut_out(self, found: Deed) -> Deed | None:
        """What is told of the shutting out of those that a deed is done to."""
        same = self._of_same(found)
        return next((d for d in same if d.family.name in _SHUT_OUT and _drops(d)), None)

    def _of_same(self, found: Deed) -> list[Deed]:
        """What else the owner of a deed does to what the same words name."""
        about = content(found.thing.words)
        return [d for d in self._of_owner(found.owner) if about & content(d.thing.words)]

    def _one_of(self, found: Deed, families: frozenset[str]) -> Deed | None:
        """The one option of these families that the owner of a deed has, if it has but one."""
        options: list[Deed] = []
        for each in self._of_owner(found.owner):
            fits = each.family.name in families and not each.thing.generic
            if fits and not any(each.same_option(other) for other in options):
                options.append(each)
        return options[0] if len(options) == 1 else None
