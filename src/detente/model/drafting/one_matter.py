"""One matter under two names: the ban on flights is the closed airspace.

What somebody closes, halts or withholds may also be called a ban, a block or a freeze. It is then
the same option, where what is banned is what is kept out or held back; or where nothing more is
said of the ban and its owner keeps but one thing back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed, DeedKey
from detente.model.drafting.intended import Intended
from detente.model.drafting.laws import Duty
from detente.model.drafting.phrases import content, head_of
from detente.model.drafting.positions import Position, Telling
from detente.model.drafting.things import PEOPLE, Thing, is_a
from detente.model.drafting.ties import Tie
from detente.model.drafting.undoing import Undoing

_ANYBODY = word_class("anyone")
_APPROVING = word_class("approving")
_BARRING = word_class("barring_nouns")
_STEM = 5  # letters that words of one thing have in common: "exports", "exporting"


def unite(
    positions: Iterable[Position],
    ties: Sequence[Tie],
    tellings: Iterable[Telling],
    duties: Sequence[Duty],
) -> tuple[list[Tie], list[Duty]]:
    """Give each ban the deed that it is a name for; positions and tellings are changed in place."""
    positions, tellings = list(positions), list(tellings)
    known = [p.deed for p in positions]
    known += [d for tie in ties for d in (tie.benefit, *tie.needs)]
    known += [t.deed for t in tellings if t.happened]
    undoing = Undoing(known)
    intended = Intended(positions)
    named = _Meanings(known).of

    def meant(found: Deed) -> Deed:
        return named(undoing.of(intended.of(found)))

    for telling in tellings:
        if telling.happened:
            telling.deed = undoing.of_done(telling.deed)
    for position in positions:
        position.deed = meant(position.deed)
    for telling in tellings:
        telling.deed = meant(telling.deed)
    return (
        [replace(t, benefit=meant(t.benefit), needs=tuple(map(meant, t.needs))) for t in ties],
        [replace(d, deed=meant(d.deed), sought=tuple(map(meant, d.sought))) for d in duties],
    )


class _Meanings:
    """What each ban means, by what else its owner is known to keep back."""

    def __init__(self, known: Iterable[Deed]) -> None:
        self._kept: dict[str, list[Deed]] = {}
        self._bans: dict[str, list[Deed]] = {}
        self._all: dict[str, dict[DeedKey, Deed]] = {}
        for each in known:
            if each.owner is None:
                continue
            self._all.setdefault(each.owner, {})[each.key] = each
            if _is_ban(each):
                self._bans.setdefault(each.owner, []).append(each)
            elif each.family.ban is not None and not each.thing.generic:
                others = self._kept.setdefault(each.owner, [])
                if not any(each.same_option(other) for other in others):
                    others.append(each)

    def of(self, found: Deed) -> Deed:
        """The deed that a deed is another name for; the same if it is none."""
        if found.owner is None:
            return found
        if found.family.name in _TWINS:
            return self._of_twin(found, self._all.get(found.owner, {}).values())
        water = self._of_sluice(found, self._all.get(found.owner, {}).values())
        if water is not None:
            return water
        kept = self._kept.get(found.owner, ())
        apart = [d for d in kept if d.family.name != "activity"]
        if found.family.name in _CALLED_BANS:
            called = self._called(found)
            return self._of_ban(_as(found, called), apart) if called is not None else found
        if found.family.name == "payment":
            paid = [d for d in kept if d.family.name == "funds"]
            same = next((d for d in paid if d.thing.same(found.thing, d.family)), None)
            return replace(found, family=same.family) if same is not None else found
        if found.family.name == "custody" and found.thing.head in _ANYBODY:
            return self._of_anybody(found)
        if found.family.name == "possession":
            return self._of_captives(found, kept=self._all.get(found.owner, {}).values())
        if found.family.measure:
            reduced = self._of_reduction(found, self._all.get(found.owner, {}).values())
            if reduced is not None:
                return reduced
        approved = self._of_approval(found, found.owner)
        if approved is not None:
            return approved
        return self._of_ban(found, apart)

    def _called(self, found: Deed) -> Deed | None:
        """The ban that what is halted goes by, or what is closed to some goods alone."""
        for ban in self._bans.get(found.owner or "", ()):
            what = content(ban.thing.words)
            # To close a crossing is not the ban on maize, unless to maize; to reopen it may end it.
            named = found.undoing or not what.isdisjoint(content(found.thing.words))
            # To close it to cattle is the ban on imports, of which no more is said.
            named = named or (what <= _ANY_GOODS and _closed_to_goods(found.thing))
            if found.family.name == "closure" and not (_is_of_trade(ban.thing) and named):
                continue
            if related(what, found.thing):
                return ban
        return None

    def _of_twin(self, found: Deed, known: Iterable[Deed]) -> Deed:
        """Of "return to the treaty" that it is no longer suspended, or that one stays in it.

        Which of the two an owner's option is, its leaving or suspending tells.
        """
        same = [
            d for d in known if d.family.name in _TWINS and d.thing.same(found.thing, found.family)
        ]
        if len({d.family.name for d in same}) < 2:
            return found
        prevails = "suspension" if any(d.act == "suspend" for d in same) else "upkeep"
        if found.family.name == prevails:
            return found
        family = inventory().families[prevails]
        return replace(found, family=family, taken=not found.taken, undoing=not found.undoing)

    def _of_sluice(self, found: Deed, known: Iterable[Deed]) -> Deed | None:
        """Of "the gates stay closed" that the water is held back, where water is asked for."""
        if found.thing.head not in _SLUICES:
            return None
        if found.family.name == "closure":
            flows = not found.taken
        elif found.act in _LOWERING or found.act in _RAISING:
            flows = (found.act in _RAISING) == found.taken
        else:
            return None
        water = next((d for d in known if d.family.name == "water"), None)
        return replace(water, taken=flows, act=found.act, undoing=False) if water else None

    def _of_reduction(self, found: Deed, known: Iterable[Deed]) -> Deed | None:
        """Of "the quota stands", where a smaller one is asked for, that it is not reduced.

        Where somebody asks for the end of it, to end it is the matter, and the size another.
        """
        same = [d for d in known if d.thing.head == found.thing.head]
        if any(d.family.measure and d.undoing for d in same):
            return None
        smaller = next((d for d in same if d.family.name == _REDUCTION), None)
        if smaller is None:
            return None
        return replace(smaller, taken=not found.taken, act=found.act, owner=found.owner)

    def _of_captives(self, found: Deed, kept: Iterable[Deed]) -> Deed:
        """Of "hand over the pilot", "give up the 18" what becomes of those who are held."""
        for other in kept:
            same = content(found.thing.words) & content(other.thing.words)
            counted = found.thing.words.isdigit() and found.thing.words in other.thing.words.split()
            if other.family.name in PEOPLE and (same or counted):
                return replace(found, family=other.family)
        return found

    def _of_anybody(self, found: Deed) -> Deed:
        """Of "hand nobody over" the extradition that its owner is asked for, if it holds nobody."""
        asked = [
            d
            for d in self._all.get(found.owner or "", {}).values()
            if d.family.name in PEOPLE and d.thing.head not in _ANYBODY
        ]
        only = next((d for d in asked if all(d.same_option(other) for other in asked)), None)
        if only is None or only.family.name != "handover":
            return found
        return replace(only, taken=found.taken, act=found.act)

    def _of_approval(self, found: Deed, owner: str) -> Deed | None:
        """Of "approve the delivery", "give its approval", the delivery that the owner decides."""
        if found.act in _APPROVING and found.family.open:
            named = inventory().nouns.get(found.thing.head, ())
            families = {a.family.name for a in named if a.family and a.side == "take"}
        elif found.family.name == "permission" and found.thing.unspecified:
            families = {"permission", "supply"}
        else:
            return None
        decided: list[Deed] = []
        for each in self._all.get(owner, {}).values():
            known = each.family.name in families and not each.thing.generic
            if known and not any(each.same_option(other) for other in decided):
                decided.append(each)
        if len(decided) != 1:
            return None
        return replace(found, family=decided[0].family, thing=decided[0].thing)

    def _of_ban(self, found: Deed, kept: Sequence[Deed]) -> Deed:
        """What a ban keeps back; of one that says no more than "the ban", as others put it."""
        if not _is_ban(found) or found.owner is None:
            return found
        bans = [
            b.thing for b in self._bans.get(found.owner, ()) if b.thing.head == found.thing.head
        ]
        banned = _banned(found.thing) or frozenset().union(*map(_banned, bans))
        if not banned and any(_banned(b.thing) for b in self._bans.get(found.owner, ())):
            return found  # "the curbs" are the ban that is told of
        if any(map(_is_of_trade, (found.thing, *bans))):
            return found
        meant = [d for d in kept if related(banned, d.thing)] if banned else list(kept)
        return _as(found, meant[0]) if len(meant) == 1 else found


def _banned(ban: Thing) -> frozenset[str]:
    return content(ban.words) - {ban.head}


def _closed_to_goods(closed: Thing) -> bool:
    """Whether a passage is closed to goods, and not to people or to all: "the border to cattle"."""
    kept_out = closed.words.partition(" to ")[2]
    return bool(kept_out) and is_a(head_of(kept_out), "trade")


_ANY_GOODS = frozenset({"import", "trade", "goods"})
_SLUICES = word_class("sluices")
_LOWERING, _RAISING = word_class("sluices_down"), word_class("sluices_up")
_REDUCTION = "reduction"
# Leaving an agreement and suspending it are undone alike.
_TWINS = frozenset({"upkeep", "suspension"})
# What is halted goes by the ban on it, where there is one; so does a border closed to goods.
_CALLED_BANS = frozenset({"activity", "closure"})


def _is_of_trade(ban: Thing) -> bool:
    """Whether goods are banned: then the border is closed to these, and to nothing else."""
    return any(is_a(word, "trade") and not is_a(word, "traffic") for word in _banned(ban))


def _is_ban(found: Deed) -> bool:
    """Whether somebody calls it a ban: to let perishable goods through is only named by one."""
    called = found.thing.head in _BARRING and found.act != "admit_goods"
    return found.family.name == "measure" and called


def related(banned: frozenset[str], kept: Thing) -> bool:
    """Whether what is banned is what is kept back, or what goes through what is closed."""
    held = content(kept.words) | {kept.head}
    if {w[:_STEM] for w in banned} & {w[:_STEM] for w in held}:
        return True
    return any(
        (p.through & held and p.what & banned)
        # A ban on landings by boats in ports keeps nothing out of a zone at sea.
        or (p.through & banned and p.what & held and not p.what & banned)
        for p in inventory().passing
    )


def _as(found: Deed, other: Deed) -> Deed:
    """A deed under the name of another that keeps the same back, or lets it go."""
    turned = {found.family.ban, other.family.ban} - {None} == {"drop"}
    return replace(
        other,
        taken=found.taken != turned,
        act=found.act,
        undoing=found.undoing and not turned,
        owner=found.owner,
    )
