"""The condition language: its syntax tree and its truth value.

A condition says something about a state, which is a set of options taken. The
parser lives in :mod:`detente.model`; everybody may read and evaluate a tree.
"""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from typing import Literal, Protocol, Self, TypeVar

Operator = Literal["and", "or", "requires", "iff"]


@dataclass(frozen=True, slots=True)
class Taken:
    """An option is taken; ``option`` is the full name, ``party.option``."""

    option: str


@dataclass(frozen=True, slots=True)
class Not:
    """The inner condition does not hold."""

    inner: "Condition"


@dataclass(frozen=True, slots=True)
class Both:
    """Two conditions joined by ``and``, ``or``, ``requires`` (implication) or ``iff``."""

    left: "Condition"
    operator: Operator
    right: "Condition"


Condition = Taken | Not | Both

# Tightest first, as written in a dispute file; `not` binds tighter than all of them.
PRECEDENCE: tuple[Operator, ...] = ("and", "or", "requires", "iff")


class _Truths(Protocol):
    """Truth values of many states."""

    def __and__(self, other: Self, /) -> Self: ...
    def __or__(self, other: Self, /) -> Self: ...
    def __xor__(self, other: Self, /) -> Self: ...
    def __invert__(self) -> Self: ...


Truth = TypeVar("Truth", bound=_Truths)


def joined(conditions: Iterable[Condition], operator: Literal["and", "or"]) -> Condition:
    """Join conditions (at least one) of which the grouping says nothing.

    The tree is balanced, so that a chain of thousands is only a dozen levels deep and every
    function here may recurse. The parser joins chains in this way.
    """
    level = list(conditions)
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        rest = level[-1:] if len(level) % 2 else []
        level = [*(Both(left, operator, right) for left, right in pairs), *rest]
    return level[0]


def holds(condition: Condition, taken: Set[str]) -> bool:
    """Say whether a condition is true of the state in which exactly ``taken`` are taken."""
    match condition:
        case Taken(option):
            return option in taken
        case Not(inner):
            return not holds(inner, taken)
        case Both(left, "and", right):
            return holds(left, taken) and holds(right, taken)
        case Both(left, "or", right):
            return holds(left, taken) or holds(right, taken)
        case Both(left, "requires", right):
            return not holds(left, taken) or holds(right, taken)
        case Both(left, _, right):
            return holds(left, taken) == holds(right, taken)


def evaluate(condition: Condition, value: Callable[[str], Truth]) -> Truth:
    """Evaluate a condition over many states at once.

    Parameters
    ----------
    value
        Gives for an option's full name in which states it is taken: anything on which ``&``,
        ``|``, ``^`` and ``~`` work element by element, such as an array of booleans.
    """
    match condition:
        case Taken(option):
            return value(option)
        case Not(inner):
            return ~evaluate(inner, value)
        case Both(left, operator, right):
            one, other = evaluate(left, value), evaluate(right, value)
            match operator:
                case "and":
                    return one & other
                case "or":
                    return one | other
                case "requires":
                    return ~one | other
                case _:
                    return ~(one ^ other)


def options_in(condition: Condition) -> frozenset[str]:
    """Full names of the options that a condition speaks of."""
    match condition:
        case Taken(option):
            return frozenset({option})
        case Not(inner):
            return options_in(inner)
        case Both(left, _, right):
            return options_in(left) | options_in(right)


def literal(condition: Condition) -> tuple[str, bool] | None:
    """Option and whether it is to be taken, if the condition is a single (negated) option."""
    match condition:
        case Taken(option):
            return option, True
        case Not(inner):
            found = literal(inner)
            return found and (found[0], not found[1])
        case _:
            return None


def written(condition: Condition) -> str:
    """Write a condition as the dispute file spells it, with no more parentheses than needed."""
    match condition:
        case Taken(option):
            return option
        case Not(inner):
            return f"not {_wrapped(inner, isinstance(inner, Both))}"
        case Both(left, operator, right):
            rank = PRECEDENCE.index(operator)
            # `requires` groups to the right and `iff` to the left; of the others grouping
            # says nothing.
            left_wraps = _rank(left) > rank or (operator == "requires" and _rank(left) == rank)
            right_wraps = _rank(right) > rank or (operator == "iff" and _rank(right) == rank)
            return f"{_wrapped(left, left_wraps)} {operator} {_wrapped(right, right_wraps)}"


def _rank(condition: Condition) -> int:
    return PRECEDENCE.index(condition.operator) if isinstance(condition, Both) else -1


def _wrapped(condition: Condition, wrap: bool) -> str:
    text = written(condition)
    return f"({text})" if wrap else text
