"""A newer draft folded into a file that an analyst may have changed.

Three versions are compared, element by element: as it was last drafted, as it stands now, and
as it is drafted today. What stands as it was drafted follows the draft; what an analyst has
set, added or removed stays as the analyst left it. Where both changed the same thing, the
analyst's version stays and a finding says what the draft would have.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from detente.domain.conditions import Condition, options_in, written
from detente.domain.dispute import Dispute, Option, Party, Preference, Rule
from detente.domain.findings import Finding
from detente.domain.norms import Provision

Element = TypeVar("Element", Party, Option, Preference, Rule, Provision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A revised dispute, and what became of each element in which the versions differ.

    ``added``, ``changed`` and ``removed`` are what the revision did; ``left`` is what the
    draft would do and the analyst has decided otherwise. All are named as a person would.
    """

    dispute: Dispute
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything was done."""
        return bool(self.added or self.changed or self.removed)


def revise(last: Dispute, now: Dispute, draft: Dispute) -> Revision:
    """Fold a newer draft into a dispute.

    Parameters
    ----------
    last
        As it was last drafted.
    now
        As it stands in the file.
    draft
        As it is drafted today.
    """
    merging = _Merging(last=last, now=now, draft=draft)
    dispute = merging.merged()
    return Revision(
        dispute=dispute,
        added=tuple(merging.added),
        changed=tuple(merging.changed),
        removed=tuple(merging.removed),
        left=tuple(merging.left),
        findings=tuple(merging.findings),
    )


@dataclass(slots=True)
class _Merging:
    last: Dispute
    now: Dispute
    draft: Dispute
    options: frozenset[str] = frozenset()
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def merged(self) -> Dispute:
        parties = self._elements(
            "party", self.last.parties, self.now.parties, self.draft.parties, lambda p: p.id
        )
        parties = [self._with_options(party) for party in parties]
        self.options = frozenset(f"{p.id}.{o.id}" for p in parties for o in p.options)
        parties = [self._with_preferences(party) for party in parties]
        rules = self._elements(
            "rule", self.last.rules, self.now.rules, self.draft.rules, _says_of, self._stands
        )
        provisions = self._elements(
            "provision",
            self.last.provisions,
            self.now.provisions,
            self.draft.provisions,
            _says_of,
            self._stands,
        )
        return replace(
            self.now,
            name=self._value("name", self.last.name, self.now.name, self.draft.name),
            parties=tuple(parties),
            rules=tuple(rules),
            provisions=tuple(_with_own_ids(provisions)),
            status_quo=self._today(),
        )

    # --- parties ---------------------------------------------------------------------------

    def _with_options(self, party: Party) -> Party:
        last, now, draft = (_party(d, party.id) for d in (self.last, self.now, self.draft))
        options = self._elements(
            f"{party.id}.", last.options, now.options, draft.options, lambda o: o.id
        )
        return replace(party, options=tuple(options))

    def _with_preferences(self, party: Party) -> Party:
        last, now, draft = (_party(d, party.id) for d in (self.last, self.now, self.draft))
        if now.ranking or now.weights:  # an analyst's own kind of order
            if draft.preferences != last.preferences:
                self._leave(f"the preferences of {party.id}")
            return replace(party, preferences=(), ranking=now.ranking, weights=now.weights)
        kept = self._elements(
            f"{party.id}: ",
            last.preferences,
            now.preferences,
            draft.preferences,
            _wished,
            self._stands,
        )
        return replace(party, preferences=tuple(self._in_order(party.id, kept, last, now, draft)))

    def _in_order(
        self, party: str, kept: list[Preference], last: Party, now: Party, draft: Party
    ) -> list[Preference]:
        """The draft's order where the file has that of the last draft, else the file's."""
        was, stands, drafted = (
            [_wished(p) for p in each.preferences] for each in (last, now, draft)
        )
        here = {_wished(p): p for p in kept}
        before = [k for k in was if k in stands]
        set_by_hand = before != [k for k in stands if k in was]
        if set_by_hand:
            lead, other = stands, drafted
            common = [k for k in drafted if k in was]
            if common != [k for k in was if k in drafted]:
                self._conflict(f"the order of what {party} prefers", "another order")
        else:
            lead, other = drafted, stands
        order = [k for k in lead if k in here]
        for place, key in enumerate(other):
            if key in here and key not in order:
                above = next((k for k in reversed(other[:place]) if k in order), None)
                order.insert(order.index(above) + 1 if above is not None else 0, key)
        return [here[key] for key in order]

    # --- anything with a name ------------------------------------------------------------------

    def _elements(
        self,
        kind: str,
        last: Sequence[Element],
        now: Sequence[Element],
        draft: Sequence[Element],
        key: Callable[[Element], Hashable],
        fits: Callable[[Element], bool] = lambda _: True,
    ) -> list[Element]:
        was, drafted = ({key(e): e for e in each} for each in (last, draft))
        found = []
        for element in now:
            name, k = _name(kind, element), key(element)
            if k not in was or (k in drafted and was[k] == drafted[k]):
                found.append(element)
            elif k in drafted:
                found.append(self._element(name, was[k], element, drafted[k]))
            elif not _same(element, was[k]):
                self._conflict(name, "nothing of the kind any more")
                found.append(element)
            elif self._is_used(kind, element):
                self._conflict(name, "nothing of the kind any more, but other lines name it")
                found.append(element)
            else:
                self.removed.append(name)
        standing = {key(e) for e in now}
        for k, element in drafted.items():
            if k in standing:
                continue
            name = _name(kind, element)
            if k in was or not fits(element):
                self._leave(name)
            else:
                self.added.append(name)
                found.append(element)
        return found

    def _element(self, name: str, last: Element, now: Element, draft: Element) -> Element:
        """Merge one element attribute by attribute."""
        merged: dict[str, Any] = {}
        for attribute in _PLAIN:
            if hasattr(now, attribute):
                values = [getattr(each, attribute) for each in (last, now, draft)]
                merged[attribute] = self._value(f"{name} ({attribute})", *values)
        if any(value != getattr(now, attribute) for attribute, value in merged.items()):
            self.changed.append(name)
        # What an analyst rests an element on is not the program's to complete.
        merged["because"] = draft.because if now.because == last.because else now.because
        return replace(now, **merged)

    def _value(self, name: str, last: Any, now: Any, draft: Any) -> Any:
        """One value of three: the draft's, unless the analyst set it."""
        if now in (last, draft):
            return draft
        if draft != last:
            self._conflict(name, repr(draft) if isinstance(draft, str | bool) else "another value")
        return now

    def _today(self) -> frozenset[str] | str | None:
        last, now, draft = (each.status_quo for each in (self.last, self.now, self.draft))
        if not isinstance(now, frozenset) or not isinstance(draft, frozenset):
            return now
        was = last if isinstance(last, frozenset) else frozenset()
        today = set()
        for option in self.options:
            values = [option in each for each in (was, now, draft)]
            known = option in _names(self.draft)
            new = option not in _names(self.now)
            taken = values[2] if new else self._taken(option, *values) if known else values[1]
            if taken:
                today.add(option)
        return frozenset(today)

    def _taken(self, option: str, last: bool, now: bool, draft: bool) -> bool:
        taken = draft if now == last else now
        if taken != now:
            self.changed.append(f"{option} is {'taken' if taken else 'not taken'} today")
        return taken

    # --- what fits -----------------------------------------------------------------------------

    def _stands(self, element: Any) -> bool:
        """Whether every option that an element names is there."""
        return all(options_in(condition) <= self.options for condition in _conditions(element))

    def _is_used(self, kind: str, element: Any) -> bool:
        """Whether lines that an analyst wrote or changed name an option, or one of a party's."""
        match element:
            case Party():
                names = {f"{element.id}.{option.id}" for option in element.options}
            case Option():
                names = {f"{kind}{element.id}"}
            case _:
                return False
        if self.now.merges or any(p.ranking or p.weights for p in self.now.parties):
            return True
        return any(options_in(condition) & names for condition in self._by_hand())

    def _by_hand(self) -> Iterable[Condition]:
        """Conditions of the elements that are not as they were drafted."""
        pairs: list[tuple[Sequence[Any], Sequence[Any], Callable[[Any], Hashable]]] = [
            (_party(self.last, p.id).preferences, p.preferences, _wished) for p in self.now.parties
        ]
        pairs.append((self.last.rules, self.now.rules, _says_of))
        pairs.append((self.last.provisions, self.now.provisions, _says_of))
        for last, now, key in pairs:
            was = {key(element): element for element in last}
            for element in now:
                if key(element) not in was or not _same(element, was[key(element)]):
                    yield from _conditions(element)

    def _leave(self, name: str) -> None:
        if name not in self.left:
            self.left.append(name)

    def _conflict(self, name: str, drafted: str) -> None:
        self._leave(name)
        self.findings.append(
            Finding(
                code="revision-conflict",
                severity="warning",
                what=f"{name} was changed by hand, and the draft now has {drafted}",
                fix="compare the two with `detente draft -o FILE`, and keep the better one",
            )
        )


# What is merged value by value; lists of elements are merged one by one.
_PLAIN = (
    *("name", "code", "text", "reversible", "unsure", "basis", "why", "cite", "wording"),
    *("in_force", "until", "text_checked"),
)


def _same(one: Any, other: Any) -> bool:
    """Whether nothing of an element was changed; evidence apart, which the program keeps."""
    if isinstance(one, Party) and not _same_members(one, other):
        return False
    return all(getattr(one, name, None) == getattr(other, name, None) for name in _PLAIN)


def _same_members(one: Party, other: Party) -> bool:
    own, others = ((*p.options, *p.preferences) for p in (one, other))
    return (
        len(own) == len(others)
        and all(_same(mine, its) for mine, its in zip(own, others, strict=True))
        and (one.ranking, one.weights) == (other.ranking, other.weights)
    )


def _party(dispute: Dispute, party: str) -> Party:
    """The party of this id; one without anything, if there is none."""
    found = (each for each in dispute.parties if each.id == party)
    return next(found, Party(id=party, name=party))


def _names(dispute: Dispute) -> frozenset[str]:
    return frozenset(name for name, _, _ in dispute.named_options())


def _wished(preference: Preference) -> tuple[str, ...]:
    return tuple(sorted(map(written, preference.says)))


def _says_of(element: Rule | Provision) -> str:
    return written(element.says)


def _conditions(element: Any) -> tuple[Condition, ...]:
    return element.says if isinstance(element, Preference) else (element.says,)


def _name(kind: str, element: Any) -> str:
    """What a person calls an element: `kenya.close`, `kenya: not somalia.withdraw`."""
    match element:
        case Party() | Option():
            return f"{kind}{element.id}" if kind.endswith(".") else element.id
        case Preference():
            return kind + ", ".join(map(written, element.says))
    return f"{kind} {written(element.says)}"


def _with_own_ids(provisions: Iterable[Provision]) -> Iterable[Provision]:
    """Give each provision that comes new an id that none before it has."""
    taken: set[str] = set()
    for provision in provisions:
        number = 1
        name = provision.id
        while name in taken:
            number += 1
            name = f"law_{number}"
        taken.add(name)
        yield replace(provision, id=name)
