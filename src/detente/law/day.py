"""The law of a day as conditions that define each other, in an order in which they can be read.

Everything that follows is asked of this one form: over a million states at once, of one state
with the facts of the day, and as clauses for a solver. A name with a space in it is ours; the
ids of a file have none.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from detente.domain.conditions import Both, Condition, Not, Taken, holds, joined, options_in
from detente.domain.dispute import Dispute
from detente.domain.norms import Menu, Provision, leans_on
from detente.errors import InputError
from detente.law.clocks import Clock, unmet

LAWFUL = "it is lawful"
ALWAYS = "it is so"


def standing(provision: str) -> str:
    """Name of the condition that a provision has not been repealed."""
    return f"{provision} stands"


def kept(provision: str) -> str:
    """Name of the condition that a provision is kept, or has no effect."""
    return f"{provision} is kept"


def demanded(provision: str) -> str:
    """Name of the condition that a provision that must be kept has effect, and asks this."""
    return f"{provision} asks"


def clock(provision: str) -> str:
    """Name of the condition that a provision's clocks have run."""
    return f"{provision} may be used by now"


def reading(reading_id: str) -> str:
    """Name of the condition that a reading of the law is the right one."""
    return f"{reading_id} is right"


@dataclass(frozen=True)
class LawOfDay:
    """What the law says on a day.

    Parameters
    ----------
    definitions
        Names and what they mean, each after those it mentions; the last is :data:`LAWFUL`.
    facts
        Truth of the facts that are known and that nothing else settles.
    unknown
        Facts that are unknown or contested.
    questions
        Rival readings that are left open, question by question.
    binding
        Prohibitions and obligations in force.
    derived
        Facts that options and other facts settle.
    clocks
        Clocks that have not run, by provision.
    answered
        Readings of the questions that are answered, and whether each is right.
    """

    on: date | None
    options: tuple[str, ...]
    definitions: tuple[tuple[str, Condition], ...]
    facts: Mapping[str, bool]
    unknown: tuple[str, ...]
    questions: tuple[tuple[str, ...], ...]
    binding: tuple[Provision, ...]
    derived: frozenset[str]
    clocks: Mapping[str, Clock]
    answered: Mapping[str, bool]

    @cached_property
    def rests_on(self) -> Mapping[str, frozenset[str]]:
        """For each defined name the names it rests on in the end, which nothing defines."""
        found: dict[str, frozenset[str]] = {}
        for name, condition in self.definitions:
            each = (found.get(part, frozenset({part})) for part in options_in(condition))
            found[name] = frozenset().union(*each)
        return found

    def reached_from(self, name: str) -> frozenset[str]:
        """Every name that a name leads to, those between included."""
        definitions = dict(self.definitions)
        found: set[str] = set()
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += options_in(definitions[each]) if each in definitions else ()
        return frozenset(found)

    def open_facts(self, about: str = LAWFUL) -> tuple[str, ...]:
        """Unknown facts on which the truth of a name can depend."""
        return tuple(fact for fact in self.unknown if fact in self.rests_on[about])

    def open_questions(self, about: str = LAWFUL) -> tuple[tuple[str, ...], ...]:
        """Questions on whose answer the truth of a name can depend."""
        atoms = self.rests_on[about]
        return tuple(q for q in self.questions if any(reading(r) in atoms for r in q))

    @property
    def settled(self) -> Mapping[str, bool]:
        """Truth of everything that is neither an option nor open."""
        truths = {ALWAYS: True, **self.facts}
        truths |= {standing(law.id): True for law in self.binding}
        truths |= {clock(name): False for name in self.clocks}
        return truths | {reading(r): is_right for r, is_right in self.answered.items()}

    def truths(self, taken: Set[str], given: Mapping[str, bool]) -> frozenset[str]:
        """Every name that is true where so much is taken and given."""
        found = {*taken, *(name for name, is_so in given.items() if is_so)}
        for name, condition in self.definitions:
            if holds(condition, found):
                found.add(name)
        return frozenset(found)


def law_of(
    dispute: Dispute,
    on: date | None,
    readings: Sequence[str] = (),
    without: Set[str] = frozenset(),
) -> LawOfDay:
    """The law of a day under the readings chosen; None stands for all provisions in force.

    ``without`` are provisions taken to be repealed or waived.

    Raises
    ------
    InputError
        If no reading is called so, two rivals are chosen, or the law goes round in a circle.
    """
    return _Day(dispute, on, readings, without).law()


class _Day:
    def __init__(
        self, dispute: Dispute, on: date | None, readings: Sequence[str], without: Set[str]
    ) -> None:
        self.dispute = dispute
        self.on = on
        self.chosen = _chosen(dispute, readings)
        self.facts = {fact.id: fact for fact in dispute.facts}
        self.provisions = {law.id: law for law in dispute.provisions}
        applying = (law for law in dispute.provisions if law.applies(on))
        self.in_force = {law.id: law for law in applying if law.id not in without}
        unmet_clocks = ((n, unmet(law, self.facts, on)) for n, law in self.in_force.items())
        self.clocks = {name: found for name, found in unmet_clocks if found is not None}
        self.aimed_at: dict[str, list[Provision]] = {}
        self.overriding: dict[str, list[Provision]] = {}
        for law in self.in_force.values():
            for name in dict.fromkeys(law.of):
                self.aimed_at.setdefault(name, []).append(law)
            for name in dict.fromkeys(each.provision for each in law.overrides):
                self.overriding.setdefault(name, []).append(law)

    def law(self) -> LawOfDay:
        binding = tuple(law for law in self.in_force.values() if law.binds)
        definitions = [*self._named(), *self._requirements(binding)]
        all_kept = [Taken(kept(law.id)) for law in binding] or [Taken(ALWAYS)]
        questions = self._questions()
        plain = {f.id: f.standing(self.on)[0] for f in self.dispute.facts if f.says is None}
        return LawOfDay(
            on=self.on,
            options=tuple(name for name, _, _ in self.dispute.named_options()),
            definitions=(*definitions, (LAWFUL, joined(all_kept, "and"))),
            facts={f: status == "true" for f, status in plain.items() if status in _KNOWN},
            unknown=tuple(f for f, status in plain.items() if status not in _KNOWN),
            questions=tuple(q for q in questions if not self.chosen.intersection(q)),
            binding=binding,
            derived=frozenset(f.id for f in self.dispute.facts if f.says is not None),
            clocks=self.clocks,
            answered={
                each: each in self.chosen
                for question in questions
                if self.chosen.intersection(question)
                for each in question
            },
        )

    def _questions(self) -> list[tuple[str, ...]]:
        about: dict[str, list[str]] = {}
        for each in self.dispute.readings:
            about.setdefault(each.about, []).append(each.id)
        return [tuple(rivals) for rivals in about.values()]

    def _named(self) -> Iterator[tuple[str, Condition]]:
        """Derived facts, and which provisions have effect."""
        graph = leans_on(self.dispute.facts, self.dispute.provisions)
        try:
            order = tuple(TopologicalSorter(graph).static_order())
        except CycleError as error:
            circle = ", ".join(error.args[1])
            fix = "take one of them out of the condition, of `of` or of `overrides`"
            raise InputError(f"the law goes round in a circle: {circle}", fix=fix) from None
        for name in order:
            if name in self.facts:
                says = self.facts[name].says
                if says is not None:
                    yield name, says
            elif name in self.provisions:
                yield from self._effect(self.provisions[name])

    def _effect(self, law: Provision) -> Iterator[tuple[str, Condition]]:
        if law.id not in self.in_force:
            yield law.id, Not(Taken(ALWAYS))
            return
        own = [*self._used(law)] if not law.binds else [Taken(standing(law.id))]
        own += [law.when] if law.when else []
        if law.id in self.clocks:
            own.append(Taken(clock(law.id)))
        reviews = [Taken(passed(each.id)) for each in self._of(law.id) if each.kind == "review"]
        free = [*self._free_of_others(law)]
        yield law.id, joined([Taken(ALWAYS), *own, *reviews, *free], "and")
        if law.kind == "review":
            is_asked_for = joined([Taken(ALWAYS), *free], "and")
            yield passed(law.id), Both(is_asked_for, "requires", Taken(law.id))

    @staticmethod
    def _used(law: Provision) -> Iterator[Condition]:
        """What it takes to use a power, waiver, … or to pass a review."""
        yield law.says
        if law.act is not None and law.says != Taken(law.act):
            yield Taken(law.act)

    def _free_of_others(self, law: Provision) -> Iterator[Condition]:
        """That its reading is right, and that nothing takes its effect away."""
        if law.reading is not None:
            yield Taken(reading(law.reading))
        yield from (Not(Taken(each.id)) for each in self._of(law.id) if each.relieves)
        yield from (Not(Taken(each.id)) for each in self.overriding.get(law.id, ()))

    def _of(self, name: str) -> Sequence[Provision]:
        return self.aimed_at.get(name, ())

    @staticmethod
    def _requirements(binding: Sequence[Provision]) -> Iterator[tuple[str, Condition]]:
        for law in binding:
            says = law.says
            if law.menu is not None:
                yield from _menu(law.id, law.menu)
                enough = Taken(_chosen_of(law.id, len(law.menu.of), law.menu.least))
                says = Both(says, "and", enough)
            yield demanded(law.id), says
            yield kept(law.id), Both(Taken(law.id), "requires", Taken(demanded(law.id)))


_KNOWN = frozenset({"true", "false"})


def passed(review: str) -> str:
    """Name of the condition that a review was passed, or need not be."""
    return f"{review} is passed"


def _chosen_of(provision: str, first: int, number: int) -> str:
    return f"{provision} has {number} of the first {first}"


def _menu(provision: str, menu: Menu) -> Iterator[tuple[str, Condition]]:
    """Count along the menu: so many of the first so many are chosen."""
    for first, name in enumerate(menu.of, start=1):
        for number in range(1, min(first, menu.least) + 1):
            ways: list[Condition] = []
            if first > number:
                ways.append(Taken(_chosen_of(provision, first - 1, number)))
            one_more: Condition = Taken(name)
            if number > 1:
                before = Taken(_chosen_of(provision, first - 1, number - 1))
                one_more = Both(one_more, "and", before)
            yield _chosen_of(provision, first, number), joined([*ways, one_more], "or")


def _chosen(dispute: Dispute, readings: Sequence[str]) -> frozenset[str]:
    known = {each.id: each.about for each in dispute.readings}
    answered: dict[str, str] = {}
    for name in readings:
        if name not in known:
            listed = ", ".join(known) or "the dispute has none"
            raise InputError(f"no reading is called {name!r}", fix=f"name one of: {listed}")
        other = answered.setdefault(known[name], name)
        if other != name:
            what = f"the readings {other!r} and {name!r} exclude each other"
            raise InputError(what, fix="choose one of them")
    return frozenset(answered.values())
