"""The dispute's own terms in English: conditions, options and states as clauses.

An option's text begins with its verb ("Keep the levy in force"), which every form here
relies on: "wants Kestria to keep …", "Kestria keeps …", "Kestria would not keep …".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from detente.brief.wording import norms
from detente.brief.wording.phrases import infinitive, listed, quoted, the, third_person
from detente.domain.conditions import Both, Condition, Not, Taken, literal, written
from detente.domain.dispute import Dispute, Option, Party, Preference
from detente.domain.states import State
from detente.domain.verdicts import Ask

Act = Callable[[str, bool], str]
# A sentence that names more options than this is not read to its end.
MOST_SAID = 6
# A state that takes more than this is named by its number alone.
MOST_NAMED = 2


def _would(text: str, taken: bool) -> str:
    return f"would {'' if taken else 'not '}{infinitive(text)}"


def _does(text: str, taken: bool) -> str:
    return third_person(text) if taken else f"does not {infinitive(text)}"


def _acted(act: Act, state: State, name: str, option: Option) -> str:
    """One option in a state; the members of a merged state may differ in it."""
    members = state.members or (frozenset(state.taken or ()),)
    if len({name in member for member in members}) > 1:
        return f"may or may not {infinitive(option.text)}"
    return act(option.text, name in members[0])


@dataclass(frozen=True, slots=True)
class Terms:
    """Words for the parts of one dispute."""

    dispute: Dispute

    def option(self, name: str) -> tuple[Party, Option]:
        """Owner and option of a full name, ``party.option``."""
        return next((p, o) for full, p, o in self.dispute.named_options() if full == name)

    def party(self, party_id: str) -> str:
        """A party's name, with its article."""
        return the(self.dispute.party(party_id).name)

    def fact(self, condition: Condition) -> str:
        """A condition as a clause: "Kestria keeps the levy in force only if …"."""
        if (single := literal(condition)) is not None:
            return self._single(*single)
        match condition:
            case Both(left, "requires", right) if not _plain(left):
                return f"if {self.fact(left)}, then {self.fact(right)}"
            case Both(left, operator, right):
                return _joined(operator, self.fact(left), self.fact(right), self.fact(right))
            case Not(inner):
                return f"it is not so that {self.fact(inner)}"
        raise AssertionError(f"not a condition: {condition!r}")

    def _single(self, name: str, taken: bool) -> str:
        """An option, a fact or a provision of the law, or its contrary, as a clause."""
        if self.is_option(name):
            owner, option = self.option(name)
            return f"{the(owner.name)} {_does(option.text, taken)}"
        fact = next((fact for fact in self.dispute.facts if fact.id == name), None)
        said = (fact.text or name) if fact else None
        if said is None:
            cites = (p.cite for p in self.dispute.provisions if p.id == name)
            said = norms.in_effect(next(cites, name))
        if taken:
            return said
        return fact.text_not if fact and fact.text_not else f"it is not so that {said}"

    def is_option(self, name: str) -> bool:
        """Whether a name in a condition is an option's; it may be a fact's or a provision's."""
        return any(full == name for full, _, _ in self.dispute.named_options())

    def wish(self, condition: Condition, wisher: str | None = None) -> str:
        """A condition as what somebody wants: "Kestria not to keep the levy in force".

        The wisher's own options have no subject: "to keep the levy in force".
        """
        single = [literal(part) for part in _conjuncts(condition)]
        if all(part is not None for part in single):
            return self._wishes([part for part in single if part is not None], wisher)
        match condition:
            case Both(left, "requires", right) if not _plain(left):
                return f"this: if {self.fact(left)}, then {self.fact(right)}"
            case Both(left, operator, right):
                return _joined(
                    operator, self.wish(left, wisher), self.wish(right, wisher), self.fact(right)
                )
            case Not(inner):
                return f"this not to be so: {self.fact(inner)}"
        raise AssertionError(f"not a condition: {condition!r}")

    def _wishes(self, literals: list[tuple[str, bool]], wisher: str | None) -> str:
        """Join single options, naming each owner once."""
        clauses = []
        for owner, group in groupby(literals, key=lambda part: self.option(part[0])[0]):
            acts = [
                f"{'' if taken else 'not '}to {infinitive(self.option(name)[1].text)}"
                for name, taken in group
            ]
            clauses.append(
                listed(acts if owner.id == wisher else [f"{the(owner.name)} {acts[0]}", *acts[1:]])
            )
        return listed(clauses)

    def preference(self, party_id: str, preference: Preference) -> str:
        """What a party wants by one of its statements of preference."""
        return ", and just as much ".join(self.wish(says, party_id) for says in preference.says)

    def spelled(self, party_id: str, spelling: str) -> str:
        """What a party wants by the statement that the dispute file spells so."""
        for preference in self.dispute.party(party_id).preferences:
            if spelling in spellings(preference):
                return self.preference(party_id, preference)
        return quoted(spelling)

    def contrary(self, party_id: str, spelling: str) -> str | None:
        """The contrary of a statement that speaks of one option; None for any other."""
        for preference in self.dispute.party(party_id).preferences:
            if spelling in spellings(preference) and len(preference.says) == 1:
                says = preference.says[0]
                return self.wish(Not(says), party_id) if literal(says) else None
        return None

    def element(self, party_id: str, spelling: str) -> str | None:
        """A statement of preference by its spelling, named as in a ``because``."""
        for position, preference in enumerate(self.dispute.party(party_id).preferences, start=1):
            if spelling in spellings(preference):
                return f"{party_id}.preference.{position}"
        return None

    def act(self, option: str) -> str:
        """An option as what its owner may or may not do: "Kestria to keep the levy"."""
        return self.wish(Taken(option))

    def asked(self, ask: Ask) -> str:
        """What a party asks of another: "Kestria not to keep the levy"."""
        taken = Taken(ask.option)
        return self.wish(taken if ask.take else Not(taken), ask.party)

    def as_it_is(self, state: State) -> str:
        """A state as the present: "Arvenia does not release …; Kestria keeps …"."""
        return self._state(state, _does)

    def as_it_would_be(self, state: State) -> str:
        """A state as a possibility: "Arvenia would release …; Kestria would not keep …"."""
        return self._state(state, _would)

    def in_which(self, state: State) -> str:
        """A state as an aside: "in which Arvenia does not release … and Kestria keeps …"."""
        return self.labelled(state) or f"in which {self._in_brief(state, _does, third_person)}"

    def would_be(self, state: State) -> str:
        """A state as a possibility, within a sentence; of many options only those taken."""
        label = self.labelled(state)
        return label or self._in_brief(state, _would, lambda text: f"would {infinitive(text)}")

    def changed(self, party_id: str, origin: State, target: State) -> str:
        """What a party does when it moves from one state to another."""
        if origin.taken is None or target.taken is None:
            return f"moves on to {self.short(target)}"
        before, after = set(origin.taken), set(target.taken)
        party = self.dispute.party(party_id)
        texts = [(f"{party_id}.{option.id}", option.text) for option in party.options]
        acts = [third_person(text) for name, text in texts if name in after - before]
        acts += [
            f"no longer {third_person(text)}" for name, text in texts if name in before - after
        ]
        return listed(acts) if acts else f"moves on to {self.short(target)}"

    def labelled(self, state: State) -> str | None:
        """What a state of a conflict in graph form is called; None in option form."""
        return quoted(self._label(state)) if state.taken is None else None

    def _in_brief(self, state: State, act: Act, done: Callable[[str], str]) -> str:
        if sum(1 for _ in self.dispute.named_options()) <= MOST_SAID:
            return self._state(state, act, ", and ")
        taken = [self.option(name) for name in state.taken or ()]
        if not taken:
            return "no option is taken"
        said = [f"{the(party.name)} {done(option.text)}" for party, option in taken[:MOST_SAID]]
        more = len(taken) - len(said)
        further = "one more option is" if more == 1 else f"{more} more options are"
        return listed([*said, f"{further} taken"] if more else said)

    def _state(self, state: State, act: Act, joint: str = "; ") -> str:
        if state.taken is None:
            return quoted(self._label(state))
        clauses = [
            f"{the(party.name)} "
            + listed(
                _acted(act, state, f"{party.id}.{option.id}", option) for option in party.options
            )
            for party in self.dispute.parties
            if party.options
        ]
        return joint.join(clauses)

    def short(self, state: State) -> str:
        """A state in a few words: its id and, where they are few, the options taken."""
        if state.taken is None:
            label = self._label(state)
            return f"state {state.id}" + ("" if label == state.id else f" ({quoted(label)})")
        if len(state.taken) > MOST_NAMED:
            return self.number(state)
        texts = [quoted(self.option(name)[1].text) for name in state.taken]
        return f"state {state.id} ({listed(texts) if texts else 'no option taken'})"

    def number(self, state: State) -> str:
        """A state by its id alone."""
        return f"state {state.id}"

    def _label(self, state: State) -> str:
        return next(
            (s.text or s.id for s in self.dispute.states if s.id == state.id), str(state.id)
        )


def spellings(preference: Preference) -> tuple[str, ...]:
    """How a statement of preference may be spelled: each condition, or all of them joined."""
    each = tuple(written(says) for says in preference.says)
    return (*each, ", ".join(each), " and ".join(each))


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    match condition:
        case Both(left, "and", right):
            yield from _conjuncts(left)
            yield from _conjuncts(right)
        case _:
            yield condition


def _plain(condition: Condition) -> bool:
    """Whether a condition only says that options are taken."""
    singles = [literal(part) for part in _conjuncts(condition)]
    return all(single is not None and single[1] for single in singles)


def _joined(operator: str, left: str, right: str, right_fact: str) -> str:
    match operator:
        case "and":
            return f"{left} and {right}"
        case "or":
            return f"either {left} or {right}"
        case "requires":
            return f"{left} only if {right_fact}"
        case _:
            return f"{left} if, and only if, {right_fact}"
