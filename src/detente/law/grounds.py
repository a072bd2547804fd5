"""One state before the law: what its lawfulness demands, as demands that can be given up.

A demand is that a fact stay as it is, that an unknown fact stay unsettled, that an option not
taken stay so, that a provision stand, that a clock not be waited for. The demands of a state
that is not surely lawful exclude each other; to give one up is to change that thing.

Demands are made where the law looks: of a fact that options and other facts settle, the demand
is that it stay as it is, by whatever; what lies beneath it may change, and how is a second
question. Where what settles it is unknown, the demands are made of what lies beneath.

Lawful means: lawful whatever the unsettled facts turn out to be, and under every open reading.
The solver that looks for changes knows only the completions that mattered so far; a second
solver looks for one that breaks the law in spite of the changes, and it is added. At most
there are as many as completions, and mostly a few.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import ExitStack
from functools import cached_property
from types import TracebackType
from typing import Self

from detente.domain.conditions import Condition, options_in
from detente.law.clauses import Clauses
from detente.law.day import ALWAYS, LAWFUL, LawOfDay, clock, reading, standing
from detente.law.dualising import Demands


class Ground:
    """A state before the law of a day.

    Parameters
    ----------
    rules
        What cannot happen, by logic or by fact.
    state
        Options, and whether each is taken: those that are asked for, and stay as they are.
    others
        Options that are not taken, and may be.
    fixed
        Facts that nobody can change.
    """

    def __init__(
        self,
        law: LawOfDay,
        rules: Iterable[Condition],
        state: Mapping[str, bool],
        others: Collection[str],
        fixed: Set[str] = frozenset(),
    ) -> None:
        self.law = law
        self._state = state
        self._others = others
        self._open = law.open_facts()
        self._stack = ExitStack()
        self._seeking = self._stack.enter_context(Clauses(law))
        self._testing = self._stack.enter_context(Clauses(law))
        self._keeping: dict[str, int] = {}
        self._derived: dict[str, bool] = {}
        self._turns: dict[tuple[str, bool], int] = {}
        self._testing.one_right_reading()
        self._answer()
        for rule in rules:
            self._seeking.add([self._seeking.meaning(rule)])
        self._demand(fixed)
        self._broken = self._broken_law()
        # Where nothing else decides, things stay as they are.
        self._seeking.solver.set_phases(list(self._keeping.values()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    @property
    def demands(self) -> Demands:
        """What could be given up, where the law looks."""
        return self._surface & self._keeping.keys()

    @property
    def beneath(self) -> Demands:
        """What could be changed beneath the facts that other things settle."""
        return frozenset(self._keeping) - self._surface

    def ask(self, demands: Demands) -> tuple[bool, Demands]:
        """Whether demands can all be met lawfully; see :data:`detente.law.dualising.Ask`."""
        return self._asked(demands, self._state)

    def excludes(self, demands: Demands, state: Mapping[str, bool] | None = None) -> bool:
        """Whether demands exclude each other, where only so much of the state is asked for."""
        return not self._asked(demands, self._state if state is None else state)[0]

    def changed(self, given_up: Demands, met: Demands) -> Mapping[str, bool]:
        """How things stand when some demands are given up, others are met, and all is lawful."""
        solution = self._solution(met - given_up, self._state)
        assert solution is not None, "what was given up makes it lawful"
        stands = {n: atom in solution for n, atom in self._atoms.items() if n in given_up}
        return stands | {n: not so for n, so in self._derived.items() if n in given_up}

    # --- What is demanded ----------------------------------------------------------------

    @cached_property
    def _surface(self) -> frozenset[str]:
        """Names at which the law looks: what it mentions, facts that are settled by others too.

        Of those whose truth is open here, what they mention takes their place.
        """
        definitions = dict(self.law.definitions)
        found: set[str] = set()
        waiting = [LAWFUL]
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            if name in self.law.derived and self._settled_as(name) is not None:
                found.add(name)
            elif name in definitions:
                waiting += sorted(options_in(definitions[name]))
            else:
                found.add(name)
        return frozenset(found)

    def _settled_as(self, name: str) -> bool | None:
        """Truth of a derived fact in this state as things are; None if that is open."""
        testing = self._testing
        here = [testing.atom(n) if so else -testing.atom(n) for n, so in self._today().items()]
        meant = testing.named(name)
        can, can_not = testing.solve([*here, meant]), testing.solve([*here, -meant])
        return None if can is not None and can_not is not None else can is not None

    def _today(self) -> dict[str, bool]:
        return {**self.law.settled, **dict.fromkeys(self._others, False), **self._state}

    def _answer(self) -> None:
        for name, is_right in self.law.answered.items():
            for solver in (self._seeking, self._testing):
                atom = solver.atom(reading(name))
                solver.add([atom if is_right else -atom])

    def _demand(self, fixed: Set[str]) -> None:
        seeking, law = self._seeking, self.law
        atoms = law.rests_on[LAWFUL]
        for name in self._others:
            self._keep(name, -seeking.atom(name))
        for name, is_so in law.facts.items():
            literal = seeking.atom(name) if is_so else -seeking.atom(name)
            if name in fixed:
                seeking.add([literal])
            elif name in atoms:
                self._keep(name, literal)
        for name in self._open:
            self._keep_unsettled(name)
        for provision in law.binding:
            self._keep(standing(provision.id), seeking.atom(standing(provision.id)))
        for provision_id in law.clocks:
            if clock(provision_id) in atoms:
                self._keep(clock(provision_id), -seeking.atom(clock(provision_id)))
        for name in sorted(self._surface & law.derived):
            self._keeping[name] = seeking.fresh()
            self._derived[name] = self._settled_as(name) is True

    def _keep(self, name: str, literal: int) -> None:
        keep = self._keeping[name] = self._seeking.fresh()
        self._seeking.add([-keep, literal])
        self._seeking.add([keep, -literal])

    def _keep_unsettled(self, name: str) -> None:
        """In each completion an unsettled fact is as that has it, a settled one as decided."""
        seeking = self._seeking
        keep = self._keeping[name] = seeking.fresh()
        decided = seeking.atom(name)
        for value in (False, True):
            here = self._turns[name, value] = seeking.fresh()
            seeking.add([-keep, here if value else -here])
            seeking.add([keep, -here, decided])
            seeking.add([keep, here, -decided])

    def _broken_law(self) -> int:
        """In the testing solver: the law is broken, or a derived fact is not as demanded."""
        testing = self._testing
        broken = -testing.named(LAWFUL)
        for name, is_so in self._derived.items():
            meant = testing.named(name)
            off = testing.both(testing.atom(_demanded(name)), -meant if is_so else meant)
            broken = -testing.both(-broken, -off)
        return broken

    # --- What can be met -----------------------------------------------------------------

    def _asked(self, demands: Demands, state: Mapping[str, bool]) -> tuple[bool, Demands]:
        solution = self._solution(demands, state)
        if solution is None:
            core = self._seeking.core()
            return False, frozenset(n for n in demands if self._keeping[n] in core)
        return True, frozenset(n for n, keep in self._keeping.items() if keep in solution)

    def _solution(self, demands: Demands, state: Mapping[str, bool]) -> frozenset[int] | None:
        """How things can stand so that the demands are met lawfully."""
        seeking = self._seeking
        asked = [self._keeping[name] for name in sorted(demands)]
        asked += [seeking.atom(n) if taken else -seeking.atom(n) for n, taken in state.items()]
        while True:
            solution = seeking.solve(asked)
            completion = None if solution is None else self._broken_by(solution)
            if completion is None:
                return solution
            self._add(completion)

    @cached_property
    def _atoms(self) -> Mapping[str, int]:
        """Variables of everything that may change and that lawfulness rests on."""
        law = self.law
        names = [*law.options, *law.facts, *self._open]
        names += [standing(provision.id) for provision in law.binding]
        names += [clock(provision_id) for provision_id in law.clocks]
        spoken_of = law.rests_on[LAWFUL]
        return {
            name: self._seeking.atom(name)
            for name in names
            if name in spoken_of or name in self._keeping
        }

    @cached_property
    def _tested(self) -> Sequence[tuple[str, int, int]]:
        """The same with their variables in the solver that looks for broken law."""
        plain = ((name, here, self._testing.atom(name)) for name, here in self._atoms.items())
        derived = (
            (name, self._keeping[name], self._testing.atom(_demanded(name)))
            for name in self._derived
        )
        return [*plain, *derived]

    def _broken_by(self, solution: frozenset[int]) -> Mapping[str, bool] | None:
        """A completion in which the law is broken although things stand as in a solution."""
        testing = self._testing
        unsettled = {name for name in self._open if self._keeping[name] in solution}
        asked = [
            atom if here in solution else -atom
            for name, here, atom in self._tested
            if name not in unsettled
        ]
        found = testing.solve([self._broken, *asked])
        if found is None:
            return None
        return {name: testing.atom(name) in found for name in self._open_names()}

    def _open_names(self) -> Iterator[str]:
        yield from self._open
        yield from (reading(each) for question in self.law.questions for each in question)

    def _add(self, completion: Mapping[str, bool]) -> None:
        """Demand lawfulness, and derived facts as they are demanded, in one more completion."""
        seeking = self._seeking
        true = seeking.atom(ALWAYS)
        constant = {True: true, False: -true}
        instead = {
            name: self._turns.get((name, value), constant[value])
            for name, value in completion.items()
        }
        seeking.add([seeking.named(LAWFUL, instead)])
        for name, is_so in self._derived.items():
            meant = seeking.named(name, instead)
            seeking.add([-self._keeping[name], meant if is_so else -meant])


def _demanded(name: str) -> str:
    """Name of the condition that a derived fact is demanded to be as it is."""
    return f"{name} is to stay"
