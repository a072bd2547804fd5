"""The law as clauses for a solver, in which every variable keeps its name."""

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self

from detente.domain.conditions import Both, Condition, Not, Taken, options_in
from detente.law.day import ALWAYS, LawOfDay, reading

if TYPE_CHECKING:
    from pysat.solvers import Solver


class Clauses:
    """An incremental solver with the definitions of a day's law.

    Definitions become clauses when they are first asked for, and once for each way in which
    the atoms they rest on are replaced.
    """

    def __init__(self, law: LawOfDay) -> None:
        from pysat.solvers import Glucose4  # a third of a light import, and not always needed

        self.law = law
        self.solver: Solver = Glucose4()
        self._definitions = dict(law.definitions)
        self._order = {name: place for place, name in enumerate(self._definitions)}
        self._atoms: dict[str, int] = {}
        self._defined: dict[tuple[str, tuple[tuple[str, int], ...]], int] = {}
        self._last = 0
        self.add([self.atom(ALWAYS)])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.solver.delete()

    def fresh(self) -> int:
        """A new variable."""
        self._last += 1
        return self._last

    def add(self, clause: Iterable[int]) -> None:
        """Add a clause that always holds."""
        self.solver.add_clause(list(clause))

    def atom(self, name: str) -> int:
        """The variable of a name that nothing defines."""
        if name not in self._atoms:
            self._atoms[name] = self.fresh()
        return self._atoms[name]

    def one_right_reading(self) -> None:
        """Demand that of the readings of each open question exactly one is right."""
        for question in self.law.questions:
            rivals = [self.atom(reading(each)) for each in question]
            self.add(rivals)
            for place, one in enumerate(rivals):
                for other in rivals[:place]:
                    self.add([-one, -other])

    def meaning(self, condition: Condition, instead: Mapping[str, int] | None = None) -> int:
        """The literal that is true just when a condition is.

        ``instead`` gives literals to stand in the place of some atoms.
        """
        instead = instead or {}
        match condition:
            case Taken(name):
                return self.named(name, instead)
            case Not(inner):
                return -self.meaning(inner, instead)
            case Both(left, operator, right):
                one, other = self.meaning(left, instead), self.meaning(right, instead)
                match operator:
                    case "and":
                        return self.both(one, other)
                    case "or":
                        return -self.both(-one, -other)
                    case "requires":
                        return -self.both(one, -other)
                    case _:
                        return -self.either(one, other)

    def named(self, name: str, instead: Mapping[str, int] | None = None) -> int:
        """The literal of a name: of what defines it, or of the atom itself."""
        instead = instead or {}
        if name not in self._definitions:
            return instead[name] if name in instead else self.atom(name)
        atoms = self.law.rests_on[name]
        key = name, tuple(sorted((a, lit) for a, lit in instead.items() if a in atoms))
        if key not in self._defined:
            # One after the other, those it mentions first, so that no chain exhausts the stack.
            for earlier in self._needed(name):
                inner = tuple(pair for pair in key[1] if pair[0] in self.law.rests_on[earlier])
                if (earlier, inner) not in self._defined:
                    meaning = self.meaning(self._definitions[earlier], dict(inner))
                    self._defined[earlier, inner] = meaning
        return self._defined[key]

    def _needed(self, name: str) -> list[str]:
        """Defined names that a name leads to, itself last, in the order of their definition."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += options_in(self._definitions[each]) & self._definitions.keys()
        return sorted(found, key=self._order.__getitem__)

    def both(self, one: int, other: int) -> int:
        """A literal that is true just when two are."""
        made = self.fresh()
        self.add([-made, one])
        self.add([-made, other])
        self.add([made, -one, -other])
        return made

    def either(self, one: int, other: int) -> int:
        """A literal that is true just when exactly one of two is."""
        made = self.fresh()
        self.add([-made, one, other])
        self.add([-made, -one, -other])
        self.add([made, -one, other])
        self.add([made, one, -other])
        return made

    def solve(self, assumptions: Iterable[int]) -> frozenset[int] | None:
        """True literals of a solution, or None if there is none."""
        if not self.solver.solve(assumptions=list(assumptions)):
            return None
        return frozenset(self.solver.get_model() or ())

    def core(self) -> frozenset[int]:
        """Assumptions of the last call that already exclude each other."""
        return frozenset(self.solver.get_core() or ())
