"""Who decides what the texts put in the passive or leave open.

Who states the condition for a benefit controls it; what a party must do is up to the
beneficiary; anything else is filled in from another mention of the same option, or not at all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from detente.lexicon.acts import inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting.deed import STAYING, Deed, DeedKey
from detente.model.drafting.doers import Doers
from detente.model.drafting.laws import Duty
from detente.model.drafting.nationality import aimed_at, whose_own
from detente.model.drafting.one_matter import unite
from detente.model.drafting.positions import Gathered, Position, Telling
from detente.model.drafting.things import PEOPLE, is_a, thing
from detente.model.drafting.ties import Tie
from detente.model.drafting.undoing import Undoing
from detente.model.drafting.voices import UNKNOWN


@dataclass(slots=True)
class Record:
    """All that was voiced, tied together and told, with owners filled in where they can be."""

    positions: list[Position]
    ties: list[Tie]
    tellings: list[Telling]
    duties: list[Duty] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)

    def deeds(self) -> Iterator[Deed]:
        """Every deed that anything is said of."""
        for tie in self.ties:
            yield from (tie.benefit, *tie.needs)
        yield from (position.deed for position in self.positions)
        yield from (telling.deed for telling in self.tellings)


def complete(gathered: Gathered) -> Record:
    """Find out who decides what the texts leave open."""
    record = Record(
        gathered.positions, gathered.ties, gathered.tellings, list(gathered.duties), gathered.named
    )
    _tell_members(record)
    _tell_purchases_apart(record)
    _unfold_activities(record)
    doers = Doers(record.tellings)
    record.ties = [doers.uncross(tie) for tie in record.ties]
    record.ties = _bargains_ordered(record, doers)
    record.ties = [_controlled(tie) for tie in record.ties]
    owners = _Owners(record.deeds(), [duty.deed for duty in record.duties])
    record.ties = [_filled(tie, owners, doers) for tie in record.ties]
    deciding = deciding_in(record)
    record.ties = [_given_by_others(tie, deciding, record.named) for tie in record.ties]
    record.ties = [_set_by_giver(tie) for tie in record.ties]
    asked = _asked(record)
    record.ties = [_asked_of_others(tie, deciding, asked, record.named) for tie in record.ties]
    owners = _Owners(record.deeds(), [duty.deed for duty in record.duties])
    for position in record.positions:
        filled = owners.fill(position.deed)
        if filled.owner != position.party or position.deed.owner or not position.demanded:
            position.deed = filled
    deciding = deciding_in(record)
    asked = _asked(record)
    undoing = Undoing(record.deeds())
    for position in record.positions:
        if position.only_own:
            position.deed = _own(undoing.of(position.deed), position.party)
        else:
            position.deed = _granted(position.deed, position.party, deciding, asked, record.named)
    record.positions = [p for p in record.positions if not p.only_own or p.deed.owner == p.party]
    owners = _Owners(record.deeds())
    for telling in record.tellings:
        telling.deed = owners.fill(telling.deed)
    record.duties = [_due(duty, owners, deciding, record.named) for duty in record.duties]
    record.ties, record.duties = unite(
        record.positions, record.ties, record.tellings, record.duties
    )
    record.ties = [_let(tie) for tie in record.ties]
    return record


def _due(duty: Duty, owners: "_Owners", deciding: frozenset[str], named: Counter[str]) -> Duty:
    """A duty that names nobody binds whoever decides it; who cites law cites it at the other."""
    duty = replace(duty, sought=tuple(map(owners.fill, duty.sought)))
    if duty.general:
        return duty
    filled = owners.fill(duty.deed)
    if filled.owner is None and duty.setter is not None and duty.given is None:
        filled = replace(filled, owner=_other_side(duty.setter, deciding, named))
    return replace(duty, deed=filled)


def _let(tie: Tie) -> Tie:
    """Of "cannot build it without consent" leave to build it is what it takes."""

    def meant(need: Deed) -> Deed:
        had = tie.benefit
        bare = need.family.name == "permission" and need.thing.unspecified and need.taken
        if not bare or had.owner in (None, need.owner) or tie.setter == need.owner:
            return need
        if not had.taken and not (had.family.measure or had.family.held):
            return need  # what is threatened for want of leave is not what leave is asked for
        kept = had.family.measure or had.family.held or had.thing.generic or not had.taken
        words = had.family.text.format(object=f"the {had.thing.words}", member="it")
        what = f"for {had.thing.words}" if kept else f"to {words[0].lower()}{words[1:]}"
        return replace(need, thing=thing(f"permission {what}"))

    return replace(tie, needs=tuple(map(meant, tie.needs)))


class _Owners:
    """Who decides each option, as far as mentions of it say so."""

    def __init__(self, known: Iterable[Deed], lawful: Iterable[Deed] = ()) -> None:
        self._by_family: dict[str, dict[DeedKey, tuple[Deed, int]]] = {}
        for deed in known:
            self._count(deed)
        self._lawful = [deed for deed in lawful if deed.owner is not None]

    def _count(self, deed: Deed) -> None:
        # "Lima put off the reopening of two crossings of its own" tells of no other crossings.
        if deed.owner is not None and not _OF_ITS_OWN.search(deed.thing.words):
            family = self._by_family.setdefault(deed.family.name, {})
            family[deed.key] = deed, family.get(deed.key, (deed, 0))[1] + 1

    def fill(self, found: Deed) -> Deed:
        """Fill in a missing owner from other mentions of the same option, if most of them agree."""
        if found.owner is not None:
            return found
        own = whose_own(found)
        if own is not None:
            return replace(found, owner=own)
        counted: Counter[str] = Counter()
        known = list(self._by_family.get(found.family.name, {}).values()) or self._held(found)
        # Where its owner calls things by designations, another designation is another thing.
        named = {deed.owner for deed, _ in known if deed.thing.designations}
        for deed, times in known:
            if deed.thing.generic and not found.thing.generic:
                continue
            if (
                found.thing.designations
                and deed.owner in named
                and not found.thing.designations & deed.thing.designations
            ):
                continue
            if deed.owner is not None and found.same_option(deed):
                counted["" if aimed_at(found, deed.owner) else deed.owner] += times
        if not counted:
            # Whom law names decides what no other mention says whose it is.
            counted.update(d.owner for d in self._lawful if d.owner and found.same_option(d))
        owner, times = next(iter(counted.most_common(1)), (None, 0))
        agreed = 3 * times > 2 * counted.total()
        return replace(found, owner=owner) if owner and agreed else found

    def _held(self, found: Deed) -> list[tuple[Deed, int]]:
        """What else is told of the same people: who holds them decides whether they are sent on."""
        if found.family.name not in PEOPLE:
            return []
        told = (each for name in PEOPLE for each in self._by_family.get(name, {}).values())
        return [(replace(d, family=found.family), times) for d, times in told]


_OF_ITS_OWN = re.compile(r"\bof (?:its|their|his|her) own$")


def _tell_members(record: Record) -> None:
    """Of "asked for the suspension of the country to be lifted" that whoever asks is suspended."""
    for position in record.positions:
        deed = position.deed
        own = deed.family.name == "membership" and deed.member is None and deed.thing.generic
        if own and deed.taken and position.demanded and deed.owner != position.party:
            position.deed = replace(deed, member=position.party)


def _tell_purchases_apart(record: Record) -> None:
    """Buying is a matter of its own, unless the thing is one that somebody holds."""
    held = {d.key: d for d in record.deeds() if d.family.name == "possession"}
    kept = [d for d in held.values() if d.act != "acquire"]
    purchase = inventory().families["purchase"]

    def bought(d: Deed) -> Deed:
        if d.act != "acquire" or any(d.same_option(other) for other in kept):
            return d
        return replace(d, family=purchase, taken=not d.taken, undoing=False)

    record.ties = [
        replace(t, benefit=bought(t.benefit), needs=tuple(bought(n) for n in t.needs))
        for t in record.ties
    ]
    for position in record.positions:
        position.deed = bought(position.deed)
    for telling in record.tellings:
        telling.deed = bought(telling.deed)


def _unfold_activities(record: Record) -> None:
    """To refrain from an annexation is not to annex, where others speak of annexing."""
    known = [d for d in record.deeds() if d.family.open and d.owner]
    if not known:
        return

    def unfolded(d: Deed) -> Deed:
        if d.family.name != "activity" or d.act not in ("halt", "continue"):
            return d
        head = d.thing.head
        same = next(
            (
                other
                for other in known
                if d.owner in (None, other.owner)
                and _names_doing(head, other.family.name.removeprefix("~"))
            ),
            None,
        )
        if same is None:
            return d
        return replace(d, family=same.family, thing=same.thing, taken=not d.taken, act=same.act)

    record.ties = [
        replace(t, benefit=unfolded(t.benefit), needs=tuple(unfolded(n) for n in t.needs))
        for t in record.ties
    ]
    for position in record.positions:
        position.deed = unfolded(position.deed)
    for telling in record.tellings:
        telling.deed = unfolded(telling.deed)


_STEM = 5  # letters that a verb and the noun of its activity have in common


def _names_doing(noun: str, verb: str) -> bool:
    """Whether a noun is the doing of a verb: "dumping" of "dump", "annexation" of "annex"."""
    stem = noun.removesuffix("ing")
    if stem != noun and verb in (stem, f"{stem}e", stem[:-1]):
        return True
    return len(verb) >= _STEM and verb[:_STEM] == noun[:_STEM]


def _controlled(tie: Tie) -> Tie:
    """Who states the condition for a benefit controls the benefit."""
    benefit, setter = tie.benefit, tie.setter
    takers = {n.owner for n in tie.needs} | {benefit.member}
    # "Asks them to leave in exchange for a return" asks for what the return takes.
    given = benefit.owner is None and all(n.owner not in (None, setter) for n in tie.needs)
    if setter is None or setter in takers - {None}:
        return tie
    if tie.asked and not given and not tie.either:
        return tie
    # Of "must give notice before it fills the lake" the filling is nobody else's to give.
    own_doing = benefit.family.open or benefit.family.name == "activity"
    if benefit.owner is None:
        # Whoever cites law that lets nobody fill it, or keep troops there, does not do so itself.
        cited = tie.law and (own_doing or benefit.family.name == "presence")
        return tie if cited else replace(tie, benefit=replace(benefit, owner=setter))
    # Who says that law lets another do something only once it has told whom gives it nothing.
    own_doing |= tie.law and benefit.family.name not in _GAINS
    if benefit.owner in takers and benefit.owner != setter and not own_doing:
        return replace(tie, benefit=_from_other_side(benefit, setter))
    return tie


def _bargains_ordered(record: Record, doers: Doers) -> list[Tie]:
    """Of two deeds set against each other, who sets it gives its own; a bargain of none is none."""
    if not any(tie.either for tie in record.ties):
        return record.ties
    owners = _Owners(record.deeds())
    ordered = (_ordered(tie, owners, doers) if tie.either else tie for tie in record.ties)
    return [tie for tie in ordered if tie is not None]


def _ordered(tie: Tie, owners: "_Owners", doers: Doers) -> Tie | None:
    given, taken = (
        side if side.owner is None and doers.have_done(owners.fill(side)) else owners.fill(side)
        for side in (tie.benefit, tie.needs[0])
    )
    if given.owner == taken.owner:
        # Nobody asks itself: whose one of them is was told, and that of the other was filled in.
        given = given if tie.benefit.owner or not tie.needs[0].owner else tie.benefit
        taken = taken if tie.needs[0].owner or not tie.benefit.owner else tie.needs[0]
    if taken.owner == tie.setter or (given.owner is not None and given.owner != tie.setter):
        given, taken = taken, given
    if tie.setter is None or given.owner not in (None, tie.setter) or taken.owner == tie.setter:
        return None
    return replace(tie, benefit=given, needs=(taken,))


def _given_by_others(tie: Tie, deciding: frozenset[str], named: Counter[str]) -> Tie:
    """What is given for the deed of one side is up to the only other, where nobody is named."""
    takers = {need.owner for need in tie.needs}
    unknown = tie.benefit.owner is None and tie.setter is None and not tie.law
    if not unknown or len(takers) != 1 or tie.benefit.family.name == "membership":
        return tie
    taker = next(iter(takers))
    other = _other_side(taker, deciding, named) if taker is not None else None
    return tie if other is None else replace(tie, benefit=replace(tie.benefit, owner=other))


def _set_by_giver(tie: Tie) -> Tie:
    """Where nobody is named who sets a condition, it is who gives the benefit, unless law does."""
    giver = tie.benefit.owner
    others = all(need.owner != giver for need in tie.needs)
    return replace(tie, setter=giver) if tie.setter is None and not tie.law and others else tie


# What one side gains, and what the other grants by it.
_GAINS = {
    "entry": "entry",
    "membership": "membership",
    "membership_own": "membership",
    "permission": "permission",
    "possession": "supply",
    "purchase": "supply",
}


def _from_other_side(benefit: Deed, setter: str) -> Deed:
    """Of "if it wants to buy the jets" the sale: what one side gains, the other grants."""
    name = _GAINS.get(benefit.family.name, benefit.family.name)
    family = inventory().families[name]
    taken = True if name != benefit.family.name else benefit.taken
    return replace(benefit, family=family, owner=setter, member=benefit.owner, taken=taken)


def _filled(tie: Tie, owners: "_Owners", doers: Doers) -> Tie:
    """Owners from other mentions, but for what nobody would ask of itself, or do a second time."""
    taken = {need.owner for need in tie.needs} - {None}
    benefit = owners.fill(tie.benefit)
    if tie.benefit.owner is None and {benefit.owner} == taken and not tie.law:
        benefit = tie.benefit
    given = benefit.owner if benefit.owner == tie.setter else None

    def filled(need: Deed) -> Deed:
        found = owners.fill(need)
        own = need.owner is None and given is not None and found.owner == given
        own = own or (need.owner is None and doers.have_done(found))
        return _needed(need if own else found, tie)

    return replace(tie, benefit=benefit, needs=tuple(map(filled, tie.needs)))


def _needed(need: Deed, tie: Tie) -> Deed:
    """What it takes is up to the beneficiary where nobody is named, or who would suffer."""
    member = tie.benefit.member or _suffering(tie.benefit)
    if need.owner is None and member is not None and member != tie.setter:
        return replace(need, owner=member)
    return need


def _suffering(harm: Deed) -> str | None:
    """Of "disconnect Niger unless the bill is paid" Niger."""
    party = gazetteer().by_name(harm.thing.words)
    return None if party is None else party.code


def _asked_of_others(
    tie: Tie, deciding: frozenset[str], asked: Mapping[str, str], named: Counter[str]
) -> Tie:
    """What a condition takes is up to the only other party there is, where nobody is named.

    Of several others, to whom the setter asks everything else of.
    """
    if tie.setter is None or tie.benefit.owner != tie.setter:
        return tie
    other = _other_side(tie.setter, deciding, named) or asked.get(tie.setter)
    other = other or _aimed_at(tie.benefit, deciding)
    if other is None:
        return tie

    def owed(need: Deed) -> Deed:
        known = need.owner is not None or _in_parliament(need)
        return need if known else replace(need, owner=other)

    return replace(tie, needs=tuple(owed(need) for need in tie.needs))


def _in_parliament(need: Deed) -> bool:
    """Whether it is a vote of deputies, which no other party holds."""
    words = need.thing.words.lower().split()
    return need.family.name == "ballot" and not _CHAMBERS.isdisjoint(words)


_CHAMBERS = word_class("chambers")


def _aimed_at(benefit: Deed, deciding: frozenset[str]) -> str | None:
    """At whom it is aimed: who expels Russian diplomats wants something of Russia."""
    found = {m.party.code for m in gazetteer().find(benefit.thing.words)} & deciding
    others = found - {benefit.owner}
    return next(iter(others)) if len(others) == 1 else None


def _other_side(speaker: str, deciding: frozenset[str], named: Counter[str]) -> str | None:
    """The only other party that the record turns on; else the one that texts name by far most."""
    others = deciding - {speaker}
    if others:
        return next(iter(others)) if len(others) == 1 else None
    ranked = [(code, times) for code, times in named.most_common(3) if code != speaker]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    return ranked[0][0]


# So many times as often as any third one a party must be named to be the other side.
_CLEARLY = 2


def _own(found: Deed, speaker: str) -> Deed:
    """What "will be done" is the speaker's to do, save the end of what others impose."""
    imposed = found.family.measure and found.act != STAYING and not found.taken
    if found.owner is not None or imposed or found.family.name == "membership":
        return found
    return replace(found, owner=speaker)


def _granted(
    found: Deed,
    speaker: str,
    deciding: frozenset[str],
    asked: Mapping[str, str],
    named: Counter[str],
) -> Deed:
    """What is wanted of nobody in particular is up to whoever else is there.

    Of several others, to whom the speaker asks everything else of.
    """
    if found.owner is not None or speaker == UNKNOWN:
        return found
    if found.family.open and is_a(found.thing.head, "agreement"):
        return found  # "wants the accord buried": whatever that is, it is nobody's alone
    other = _other_side(speaker, deciding, named)
    if found.family.name == "membership":
        # Who asks to be let in again asks the organisation that it faces.
        own = found.member == speaker and found.taken and other is not None
        return replace(found, owner=other) if own and _is_body(other) else found
    if other is not None:
        return replace(found, owner=other)
    return replace(found, owner=asked[speaker]) if speaker in asked else found


def _is_body(code: str | None) -> bool:
    known = gazetteer().by_code(code) if code is not None else None
    return known is not None and known.kind == "igo"


def _asked(record: Record) -> Mapping[str, str]:
    """Of whom each party asks most of what it asks of anybody."""
    counted: dict[str, Counter[str]] = {}
    for position in record.positions:
        owner = position.deed.owner
        if owner is not None and owner != position.party and position.asking:
            counted.setdefault(position.party, Counter())[owner] += position.asking
    return {
        party: owner
        for party, each in counted.items()
        for owner, times in each.most_common(1)
        if 2 * times > each.total()
    }


def deciding_in(record: Record) -> frozenset[str]:
    """Parties that the record turns on: not those that come up once where others do throughout."""
    counted: Counter[str | None] = Counter()
    for tie in record.ties:
        counted.update({tie.setter, *(d.owner for d in (tie.benefit, *tie.needs))})
    for position in record.positions:
        if position.strong:
            counted[position.party] += position.times
            counted[position.deed.owner] += position.times
    del counted[None], counted[UNKNOWN]
    second = next((times for _, times in counted.most_common(2)[1:]), 0)
    return frozenset(code for code, times in counted.items() if code and 4 * times > second)
