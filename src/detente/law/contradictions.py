"""Two rules that apply at once and cannot both be kept: a finding, not a silent choice."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detente.domain.conditions import options_in
from detente.domain.dispute import Dispute
from detente.domain.findings import Finding
from detente.domain.norms import Provision
from detente.law.clauses import Clauses
from detente.law.day import LawOfDay, clock, demanded, law_of, reading, standing

# So many pairs are listed at most, and the solver is asked of so many: a person mends a few
# and asks again, and law of some dozen provisions comes nowhere near.
_MOST_LISTED = 50
_MOST_ASKED = 2**13


def contradictions(
    dispute: Dispute, on: date | None, readings: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Pairs of provisions of a day of which, wherever both apply, only one can be kept.

    The facts of the day are as they are known, options within the rules as one likes, and
    what is unknown is as bad as it can be. Where there are very many pairs, the last finding
    says that not all were compared.
    """
    law = law_of(dispute, on, readings)
    meeting = _meeting(dispute, law)
    if not any(meeting):
        return ()
    with Clauses(law) as clauses:
        clauses.one_right_reading()
        for rule in dispute.rules:
            clauses.add([clauses.meaning(rule.says)])
        for name, is_so in law.settled.items():
            clauses.add([clauses.atom(name) if is_so else -clauses.atom(name)])
        return tuple(_Pairs(law.binding, meeting, clauses).findings())


def _meeting(dispute: Dispute, law: LawOfDay) -> list[int]:
    """For each provision those after it whose demands have anything in common with its own.

    Rules tie options together, so that those that one rule names count as one.
    """
    tied = _tied(options_in(rule.says) for rule in dispute.rules)
    shared = _shared(law)
    groups: dict[str, int] = {}
    names = [law.rests_on[demanded(each.id)] - shared for each in law.binding]
    for number, atoms in enumerate(names):
        for name in {tied.get(atom, atom) for atom in atoms}:
            groups[name] = groups.get(name, 0) | 1 << number
    found: list[int] = []
    for number, atoms in enumerate(names):
        others = 0
        for name in {tied.get(atom, atom) for atom in atoms}:
            others |= groups[name]
        found.append(others >> number + 1 << number + 1)
    return found


def _tied(rules: Iterable[frozenset[str]]) -> dict[str, str]:
    """One name to stand for all that rules tie together, by each of them."""
    groups: list[set[str]] = []
    for names in rules:
        apart = [group for group in groups if not group & names]
        groups = [*apart, set(names).union(*(group for group in groups if group & names))]
    return {name: min(group) for group in groups for name in group}


def _shared(law: LawOfDay) -> frozenset[str]:
    """Names that any two provisions may share without having anything in common."""
    found = {standing(each.id) for each in law.binding} | {clock(name) for name in law.clocks}
    return frozenset(found | {reading(each) for question in law.questions for each in question})


class _Pairs:
    """The pairs that may exclude each other, compared one by one.

    A solution in which both are kept shows the same of every pair that it keeps: of law
    without contradictions a few solutions clear all pairs.
    """

    def __init__(self, binding: Sequence[Provision], meeting: list[int], clauses: Clauses) -> None:
        self._binding = binding
        self._left = meeting
        self._clauses = clauses
        self._applies = [clauses.named(each.id) for each in binding]
        self._asks = [clauses.named(demanded(each.id)) for each in binding]
        clauses.solver.set_phases([*self._applies, *self._asks])

    def findings(self) -> Iterator[Finding]:
        listed = asked = 0
        for number, one in enumerate(self._binding):
            while self._left[number]:
                if listed == _MOST_LISTED or asked == _MOST_ASKED:
                    yield _not_all()
                    return
                other = (self._left[number] & -self._left[number]).bit_length() - 1
                self._left[number] &= ~(1 << other)
                asked += 1
                if self._exclude(number, other):
                    listed += 1
                    yield _finding(one, self._binding[other])

    def _exclude(self, one: int, other: int) -> bool:
        both = [self._applies[one], self._applies[other]]
        first, second = self._asks[one], self._asks[other]
        solution = self._clauses.solve([*both, first, second])
        if solution is not None:
            self._clear(solution)
            return False
        return (
            self._clauses.solve([*both, first]) is not None
            and self._clauses.solve([*both, second]) is not None
        )

    def _clear(self, solution: frozenset[int]) -> None:
        """Leave out all pairs that a solution keeps."""
        kept = 0
        for number, (applies, asks) in enumerate(zip(self._applies, self._asks, strict=True)):
            if _is_true(applies, solution) and _is_true(asks, solution):
                kept |= 1 << number
        for number, left in enumerate(self._left):
            if kept >> number & 1:
                self._left[number] = left & ~kept


def _is_true(literal: int, solution: frozenset[int]) -> bool:
    return literal in solution if literal > 0 else -literal not in solution


def _finding(one: Provision, other: Provision) -> Finding:
    return Finding(
        code="contradictory-law",
        severity="warning",
        what=f"{one.id!r} and {other.id!r} apply at once, and nobody can keep both",
        fix="say which gives way with `overrides` and a reason, or give them rival readings",
        where=other.place,
    )


def _not_all() -> Finding:
    return Finding(
        code="law-not-compared",
        severity="warning",
        what="there are too many pairs of provisions to compare them all",
        fix="mend the contradictions that are listed and ask again, or split the law",
    )
