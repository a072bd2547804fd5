"""Which combinations of options meet all rules, found in blocks of bit patterns."""

from collections.abc import Iterator, Sequence
from itertools import compress

from detente.domain.conditions import Both, Condition, Not, Taken

# So many options are tried at once, as bit patterns in whole numbers: one bit a combination.
_BLOCK = 16
_MOST_BLOCKS = 2**16
_SELECTED = [bytes(byte >> bit & 1 for bit in range(8)) for byte in range(256)]


class TooManyError(Exception):
    """There are more options or states than can be listed."""


class Blocks:
    """Blocks of combinations that agree in all but the lowest options, with which are feasible.

    A truth value over a block is a whole number with one bit for each of its combinations. The
    options above the block are fixed one by one, the highest first, and what the rules then
    exclude is not looked at further. While an option is not fixed it may be true or false, so
    that a condition has two numbers: where it may be true, and where it may be false.
    """

    def __init__(
        self, names: Sequence[str], rules: Sequence[Condition], merges: Sequence[Condition]
    ) -> None:
        low = min(len(names), _BLOCK)
        self._names = names
        self._rules = rules
        self._merges = merges
        self._low = low
        self._all = (1 << (1 << low)) - 1
        self._values = dict.fromkeys(names, (self._all, self._all))
        self._values |= {name: self._known(_pattern(k, low)) for k, name in enumerate(names[:low])}
        self._tried = 0

    def __iter__(self) -> Iterator[tuple[int, int, list[int]]]:
        """First combination of a block, the feasible ones, and those that each merge takes."""
        for first, feasible in self._fix(len(self._names) - 1, 0, self._rules, self._all):
            left, groups = feasible, []
            for merge in self._merges:
                groups.append(left & self._possible(merge)[0])
                left &= ~groups[-1]
            yield first, feasible, groups

    def _fix(
        self, option: int, code: int, rules: Sequence[Condition], feasible: int
    ) -> Iterator[tuple[int, int]]:
        self._tried += 1
        if self._tried > _MOST_BLOCKS:
            raise TooManyError("the rules leave too many combinations to try them all")
        open_rules = []
        for rule in rules:
            may_hold, may_fail = self._possible(rule)
            feasible &= may_hold
            if feasible & may_fail:
                open_rules.append(rule)
        if not feasible:
            return
        if option < self._low:
            yield code, feasible
            return
        name = self._names[option]
        for taken in (False, True):
            self._values[name] = self._known(self._all if taken else 0)
            yield from self._fix(option - 1, code | taken << option, open_rules, feasible)
        self._values[name] = (self._all, self._all)

    def _known(self, true: int) -> tuple[int, int]:
        return true, self._all & ~true

    def _possible(self, condition: Condition) -> tuple[int, int]:
        """Where a condition may be true, and where it may be false."""
        match condition:
            case Taken(option):
                return self._values[option]
            case Not(inner):
                yes, no = self._possible(inner)
                return no, yes
            case Both(left, operator, right):
                one, not_one = self._possible(left)
                other, not_other = self._possible(right)
                match operator:
                    case "and":
                        return one & other, not_one | not_other
                    case "or":
                        return one | other, not_one & not_other
                    case "requires":
                        return not_one | other, one & not_other
                    case _:
                        return one & other | not_one & not_other, one & not_other | not_one & other


def _pattern(option: int, options: int) -> int:
    """Over all combinations of so many options, those that take one of them."""
    width = 2 << option
    pattern = ((1 << (1 << option)) - 1) << (1 << option)
    while width < 1 << options:
        pattern |= pattern << width
        width *= 2
    return pattern


def selected(first: int, chosen: int) -> Iterator[int]:
    """Numbers from ``first`` on for whose place the bit is set."""
    selectors = b"".join(
        _SELECTED[byte] for byte in chosen.to_bytes((chosen.bit_length() + 7) // 8, "little")
    )
    return compress(range(first, first + len(selectors)), selectors)
