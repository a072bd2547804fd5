"""The law of a day over many states at once: where it can be kept, and where it can be broken.

Truth values of many states are bits packed into arrays. Unknown facts and open readings are
completed in every way that matters: a solver finds a completion for the first state that is
still open, the completion is tried on all states together, and where there is none the
options that exclude it settle all states that share them. So there are few calls of the
solver, however many states there are.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import numpy as np
import numpy.typing as npt

from detente.domain.conditions import evaluate
from detente.law.clauses import Clauses
from detente.law.day import ALWAYS, LAWFUL, LawOfDay, reading

Bools = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint64]
Where = Callable[[Mapping[str, bool]], Bools]


class Table:
    """What the law of a day says of combinations of options.

    Parameters
    ----------
    codes
        Combinations; bit *k* of each stands for the *k*-th option of the dispute.
    about
        The name in the law of which is asked where it is true; unless given, lawfulness.
    """

    def __init__(self, law: LawOfDay, codes: Codes, about: str = LAWFUL) -> None:
        self.law = law
        self.open_facts = law.open_facts(about)
        self.open_questions = law.open_questions(about)
        self._about = about
        self._codes = codes
        spoken_of = law.rests_on[about]
        self._options = {
            name: np.uint64(1 << k) for k, name in enumerate(law.options) if name in spoken_of
        }
        self._bits = {
            name: np.packbits(codes & bit != 0, bitorder="little")
            for name, bit in self._options.items()
        }
        self._none: Bits = np.zeros((len(codes) + 7) // 8, dtype=np.uint8)

    @property
    def is_settled(self) -> bool:
        """Whether no open fact or reading bears on any state."""
        return not self.open_facts and not self.open_questions

    @cached_property
    def _both(self) -> tuple[Bools, Bools]:
        if self.is_settled:
            found = self._where({})
            return found, ~found
        with Clauses(self.law) as clauses:
            clauses.one_right_reading()
            true = clauses.named(self._about)
            can = self._possible(clauses, true, self._where)
            can_not = self._possible(clauses, -true, lambda given: ~self._where(given))
        return can, can_not

    @property
    def can_be(self) -> Bools:
        """For each combination: whether it is true in some completion."""
        return self._both[0]

    @property
    def can_fail(self) -> Bools:
        """For each combination: whether it is false in some completion."""
        return self._both[1]

    def depends_on(self) -> Iterator[tuple[str, Bools]]:
        """Each open fact and reading, and where the answer can hang on it alone."""
        if self.is_settled:
            return
        for fact in self.open_facts:
            yield fact, self._differs({fact: False}, {fact: True})
        for question in self.open_questions:
            for place, one in enumerate(question):
                for other in question[:place]:
                    here = self._differs(_only(question, other), _only(question, one))
                    yield other, here
                    yield one, here

    def _differs(self, one: Mapping[str, bool], other: Mapping[str, bool]) -> Bools:
        """Where some completion of the rest is lawful with the one, unlawful with the other."""

        def where(given: Mapping[str, bool]) -> Bools:
            return self._where({**given, **one}) ^ self._where({**given, **other})

        with Clauses(self.law) as clauses:
            clauses.one_right_reading()
            true = clauses.atom(ALWAYS)
            sides = [{n: true if so else -true for n, so in side.items()} for side in (one, other)]
            here, there = (clauses.named(self._about, side) for side in sides)
            return self._possible(clauses, clauses.either(here, there), where)

    def _where(self, given: Mapping[str, bool]) -> Bools:
        """For each combination: whether it is lawful in one completion."""
        given = {**self.law.settled, **given}
        truths = {
            **{name: ~self._none if so else self._none for name, so in given.items()},
            **self._bits,
        }
        for name, condition in self.law.definitions:
            truths[name] = evaluate(condition, lambda part: truths.get(part, self._none))
        bits = np.unpackbits(truths[self._about], bitorder="little", count=len(self._codes))
        return bits.view(np.bool_)

    def _possible(self, clauses: Clauses, target: int, where: Where) -> Bools:
        """For each combination: whether some completion makes the target true.

        ``where`` says the same of one completion.
        """
        for name, is_so in self.law.settled.items():
            atom = clauses.atom(name)
            clauses.add([atom if is_so else -atom])
        atoms = {name: clauses.atom(name) for name in self._options}
        open_atoms = {name: clauses.atom(name) for name in self._open()}
        found = np.zeros(len(self._codes), dtype=np.bool_)
        todo = np.ones(len(self._codes), dtype=np.bool_)
        while True:
            first = int(np.argmax(todo))
            if not todo[first]:
                return found
            code = self._codes[first]
            asked = [atom if code & self._options[name] else -atom for name, atom in atoms.items()]
            solution = clauses.solve([target, *asked])
            if solution is None:
                todo &= ~self._sharing(clauses.core(), atoms)
            else:
                here = where({name: atom in solution for name, atom in open_atoms.items()})
                found |= here
                todo &= ~here

    def _open(self) -> Iterator[str]:
        yield from self.open_facts
        # All readings: those of another question may matter to a completion tried on all states.
        yield from (reading(each) for question in self.law.questions for each in question)

    def _sharing(self, core: frozenset[int], atoms: Mapping[str, int]) -> Bools:
        """Combinations that take and leave what a set of literals does."""
        mask = value = np.uint64(0)
        for name, atom in atoms.items():
            if atom in core:
                mask, value = mask | self._options[name], value | self._options[name]
            elif -atom in core:
                mask |= self._options[name]
        matching: Bools = self._codes & mask == value
        return matching


def _only(question: tuple[str, ...], right: str) -> dict[str, bool]:
    return {reading(each): each == right for each in question}
