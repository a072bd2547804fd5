"""All minimal conflicts among demands, and all minimal sets of demands to give up.

Every minimal correction set hits every minimal conflict, and the smallest sets that hit all of
them are exactly those corrections (Reiter 1987; Bailey & Stuckey 2005). So the smallest set
that hits the conflicts known so far is either a correction, or what is left of the demands
holds a conflict that nobody knew. When no set is left, both lists are complete. RC2 finds the
smallest, by cost; Liffiton, Previti, Malik & Marques-Silva (2016) use the same duality.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

Demands = frozenset[str]
# Whether some demands can all be met; with all that can be met beside them in one and the same
# situation, or else with those of them that already exclude each other.
Ask = Callable[[Demands], tuple[bool, Demands]]


class EnoughAskedError(Exception):
    """So much was asked that the search ends with what it has found."""


def limited(ask: Ask, most: int) -> Ask:
    """Ask so often at most.

    Raises
    ------
    EnoughAskedError
        By what is returned, when it is asked once more.
    """
    left = most

    def asked(demands: Demands) -> tuple[bool, Demands]:
        nonlocal left
        left -= 1
        if left < 0:
            raise EnoughAskedError
        return ask(demands)

    return asked


class Hitting:
    """Sets of names that hit other sets, the cheapest first."""

    def __init__(self, names: Sequence[str], costs: Mapping[str, int]) -> None:
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        self._numbers = {name: number for number, name in enumerate(names, start=1)}
        formula = WCNF()
        formula.nv = len(names)
        for name, number in self._numbers.items():
            formula.append([-number], weight=costs.get(name, 1))
        self._solver = RC2(formula, solver="g4")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._solver.delete()

    def cheapest(self) -> Demands | None:
        """A cheapest set that hits everything and is not blocked; None when there is none."""
        model = self._solver.compute()
        if model is None:
            return None
        taken = {number for number in model if number > 0}
        return frozenset(name for name, number in self._numbers.items() if number in taken)

    def hit(self, names: Iterable[str]) -> None:
        """Demand that one of these be in every further set."""
        self._solver.add_clause(sorted(self._numbers[name] for name in names))

    def block(self, names: Iterable[str]) -> None:
        """Leave out every further set that holds all of these."""
        self._solver.add_clause(sorted(-self._numbers[name] for name in names))


def corrections(
    demands: Demands,
    open_to_change: Sequence[str],
    ask: Ask,
    costs: Mapping[str, int],
    known: list[Demands],
) -> Iterator[Demands]:
    """Minimal sets of demands that need giving up so that the rest can be met, cheapest first.

    Parameters
    ----------
    open_to_change
        The demands that may be given up.
    known
        Minimal conflicts known so far; those found on the way are added. When the iterator
        ends and every demand may be given up, these are all there are.
    """
    with Hitting(open_to_change, costs) as hitting:
        allowed = frozenset(open_to_change)
        for found in known:
            if not found & allowed:
                return
            hitting.hit(found & allowed)
        while (given_up := hitting.cheapest()) is not None:
            can_be_met, core = ask(demands - given_up)
            if can_be_met:
                yield given_up
                if not given_up:
                    return
                hitting.block(given_up)
                continue
            found = smallest(core, ask)
            known.append(found)
            if not found & allowed:
                return
            hitting.hit(found & allowed)


def conflicts(demands: Demands, ask: Ask, known: Sequence[Demands] = ()) -> Iterator[Demands]:
    """Minimal conflicts, the smallest first.

    Parameters
    ----------
    known
        Minimal corrections that are known already.
    """
    with Hitting(sorted(demands), {}) as hitting:
        for correction in known:
            hitting.hit(correction)
        while (candidate := hitting.cheapest()) is not None:
            can_be_met, _ = ask(candidate)
            if not can_be_met:
                yield candidate
                hitting.block(candidate)
                continue
            correction = demands - _grown(candidate, demands, ask)
            if not correction:
                return
            hitting.hit(correction)


def smallest(core: Demands, ask: Ask) -> Demands:
    """A minimal conflict within one that is known."""
    found = core
    for name in sorted(core):
        if name in found:
            can_be_met, within = ask(found - {name})
            found = found if can_be_met else within
    return found


def _grown(met: Demands, demands: Demands, ask: Ask) -> Demands:
    """A largest set of demands that holds these and can be met."""
    _, met = ask(met)
    for name in sorted(demands - met):
        if name not in met:
            can_be_met, more = ask(met | {name})
            met = more if can_be_met else met
    return met
