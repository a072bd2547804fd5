"""The parser of the condition language: text to tree, and what is wrong with the text.

Nothing here recurses, so that no text, however deep, can exhaust the stack. Parentheses
vanish; a chain of `and` or of `or` becomes a balanced tree; what is still deeper than
`MOST_LEVELS` is refused, so that everybody may walk a tree by recursion.
"""

import re
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal, NoReturn

from detente.domain.conditions import PRECEDENCE, Both, Condition, Not, Operator, Taken, joined
from detente.domain.findings import Finding, Place
from detente.model.names import nearest, shown

MOST_LEVELS = 64
# After so many unknown names in one condition, listing more helps nobody.
MOST_UNKNOWN = 10
KEYWORDS = frozenset({"not", *PRECEDENCE})
_TOKEN = re.compile(r"(?P<paren>[()])|(?P<word>[\w.-]+)|(?P<sign>[^\s\w.()-]+)")
_SIGNS = {
    "&": "and",
    "&&": "and",
    "|": "or",
    "||": "or",
    "!": "not",
    "~": "not",
    "=>": "requires",
    "<=>": "iff",
    "=": "iff",
    "==": "iff",
}


def parse(
    text: str,
    options: Collection[str],
    *,
    party: str | None = None,
    where: Callable[[int], Place] | None = None,
    law: bool = False,
) -> tuple[Condition | None, tuple[Finding, ...]]:
    """Parse a condition.

    Parameters
    ----------
    options
        Full names, ``party.option``, of all options there are.
    law
        Whether the names are those of facts and provisions too.
    party
        The party inside which the condition stands: its own options may be named bare.
    where
        Turns an offset in ``text`` into a place in the file; by default line and column of
        the text itself.

    Returns
    -------
    The condition, or None with the findings that say why not.
    """
    parser = _Parser(text, options, party, where or _place_in(text))
    parser.law = law
    try:
        condition = parser.run()
    except _Refused as refused:
        return None, (*parser.findings, refused.finding)
    return (None if parser.findings else condition), tuple(parser.findings)


def _place_in(text: str) -> Callable[[int], Place]:
    def where(offset: int) -> Place:
        line_start = text.rfind("\n", 0, offset) + 1
        return Place(line=text.count("\n", 0, offset) + 1, column=offset - line_start + 1)

    return where


class _Refused(Exception):
    """Unwinds the parser at the first error of syntax; never leaves this module."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.what)
        self.finding = finding


@dataclass(slots=True)
class _Part:
    """A stretch already parsed: one condition, or a chain of them under `and` or `or`."""

    members: deque[Condition]
    levels: int = 0  # of the deepest member
    chain: Literal["and", "or"] | None = None

    def tree(self) -> tuple[Condition, int]:
        """Return the condition, and how many levels of operators it has."""
        condition = joined(self.members, self.chain) if self.chain else self.members[0]
        return condition, self.levels + (len(self.members) - 1).bit_length()


@dataclass(slots=True)
class _Waiting:
    """An operator or parenthesis whose right side is still to come."""

    sign: Operator | Literal["not", "("]
    offset: int

    @property
    def rank(self) -> int:
        """Position among the operators, tightest first; `not` is tighter than all."""
        return PRECEDENCE.index(self.sign) if self.sign in PRECEDENCE else -1


class _Parser:
    """Operator precedence with two stacks of our own."""

    def __init__(
        self,
        text: str,
        options: Collection[str],
        party: str | None,
        where: Callable[[int], Place],
    ) -> None:
        self.text = text
        self.options = options
        self.party = party
        self.where = where
        self.law = False
        self.findings: list[Finding] = []
        self.unknown: set[str] = set()
        self.parts: list[_Part] = []
        self.waiting: list[_Waiting] = []

    def run(self) -> Condition:
        operand_next = True
        for token in _TOKEN.finditer(self.text):
            word, offset = token.group(), token.start()
            step = self.operand if operand_next else self.operator
            operand_next = step(word, offset)
        if operand_next:
            self.refuse_end()
        self.reduce_while(lambda _: True, at_end=True)
        condition, _ = self.parts.pop().tree()
        return condition

    def operand(self, word: str, offset: int) -> bool:
        """Take what may stand where a condition begins; say whether one still must follow."""
        if word == "not":
            self.waiting.append(_Waiting("not", offset))
            return True
        if word == "(":
            self.waiting.append(_Waiting("(", offset))
            return True
        if word == ")" or word in KEYWORDS:
            self.refuse(offset, f"an option is missing before {shown(word)}", "name an option here")
        self.refuse_sign(word, offset)
        self.parts.append(_Part(deque([Taken(self.full_name(word, offset))])))
        return False

    def operator(self, word: str, offset: int) -> bool:
        """Take what may follow a condition; say whether another must now follow."""
        if word == ")":
            self.close(offset)
            return False
        operator = next((known for known in PRECEDENCE if known == word), None)
        if operator is None:
            self.refuse_sign(word, offset)
            self.refuse(
                offset,
                f"an operator is missing before {shown(word)}",
                f"join the two with one of: {', '.join(PRECEDENCE)}",
            )
        rank = PRECEDENCE.index(operator)
        # Of two `requires` the right one binds first, so the left one goes on waiting.
        tightest_left = rank - 1 if operator == "requires" else rank
        self.reduce_while(lambda waiting: waiting.rank <= tightest_left)
        self.waiting.append(_Waiting(operator, offset))
        return True

    def close(self, offset: int) -> None:
        self.reduce_while(lambda _: True)
        if not self.waiting:
            self.refuse(offset, "a parenthesis is closed that was never opened", "remove this ')'")
        self.waiting.pop()

    def reduce_while(self, wanted: Callable[[_Waiting], bool], *, at_end: bool = False) -> None:
        while self.waiting:
            top = self.waiting[-1]
            if top.sign == "(":
                if at_end:
                    self.refuse(top.offset, "a parenthesis is never closed", "add the missing ')'")
                return
            if not wanted(top):
                return
            self.reduce(self.waiting.pop())

    def reduce(self, top: _Waiting) -> None:
        """Let an operator take its operands off the stack and put back what it makes."""
        right = self.parts.pop()
        if top.sign == "not":
            inner, levels = right.tree()
            made = _Part(deque([Not(inner)]), levels + 1)
        elif top.sign == "and" or top.sign == "or":
            made = _chained(self.parts.pop(), top.sign, right)
        else:
            assert top.sign != "("
            left_tree, left_levels = self.parts.pop().tree()
            right_tree, right_levels = right.tree()
            both = Both(left_tree, top.sign, right_tree)
            made = _Part(deque([both]), max(left_levels, right_levels) + 1)
        if made.levels + (len(made.members) - 1).bit_length() > MOST_LEVELS:
            self.refuse(
                top.offset,
                f"the condition is more than {MOST_LEVELS} operators deep",
                "say it in several shorter conditions",
                code="condition-too-deep",
            )
        self.parts.append(made)

    def full_name(self, word: str, offset: int) -> str:
        own = f"{self.party}.{word}"
        if self.party is not None and "." not in word and own in self.options:
            return own
        if word in self.options:
            return word
        if word not in self.unknown:
            self.unknown.add(word)
            if len(self.unknown) > MOST_UNKNOWN:
                raise _Refused(self.unknown_name(word, offset))
            self.findings.append(self.unknown_name(word, offset))
        return word

    def unknown_name(self, word: str, offset: int) -> Finding:
        mine = f"{self.party}."
        known = [name.removeprefix(mine) for name in self.options if "." not in word]
        known += self.options
        best = nearest(word, known) or next(
            (name for name in self.options if name.endswith(f".{word}")), None
        )
        fix = f"did you mean {best!r}?" if best else "name an option of the file, `party.option`"
        what = f"no option is called {shown(word)}"
        if self.law:
            fix = fix if best else "name an option, or write the fact as a [[fact]] table"
            what = f"no option, fact or provision is called {shown(word)}"
        return Finding(
            code="unknown-name" if self.law else "unknown-option",
            severity="error",
            what=what,
            fix=fix,
            where=self.where(offset),
        )

    def refuse_sign(self, word: str, offset: int) -> None:
        meant = _SIGNS.get(word) or (word.lower() if word.lower() in KEYWORDS else None)
        if meant and word not in self.options and f"{self.party}.{word}" not in self.options:
            self.refuse(offset, f"{shown(word)} is not an operator", f"write `{meant}`")
        if not re.match(r"[\w.-]", word):
            signs = f"only names, parentheses, {', '.join(sorted(KEYWORDS))} can stand here"
            self.refuse(offset, f"{shown(word)} means nothing in a condition", signs)

    def refuse_end(self) -> NoReturn:
        if not self.waiting:
            self.refuse(0, "the condition is empty", "name an option, or remove the condition")
        last = self.waiting[-1]
        self.refuse(last.offset, f"nothing follows '{last.sign}'", "name an option after it")

    def refuse(self, offset: int, what: str, fix: str, code: str = "condition-syntax") -> NoReturn:
        place = self.where(offset)
        raise _Refused(Finding(code=code, severity="error", what=what, fix=fix, where=place))


def _chained(left: _Part, sign: Literal["and", "or"], right: _Part) -> _Part:
    """Join two parts by `and` or `or`, whose grouping says nothing, into one chain."""
    left, right = _as_chain(left, sign), _as_chain(right, sign)
    # The shorter is moved into the longer, or a nest of chains would cost its square.
    if len(left.members) >= len(right.members):
        left.members.extend(right.members)
        members = left.members
    else:
        right.members.extendleft(reversed(left.members))
        members = right.members
    return _Part(members, max(left.levels, right.levels), sign)


def _as_chain(part: _Part, sign: Literal["and", "or"]) -> _Part:
    if part.chain == sign:
        return part
    condition, levels = part.tree()
    return _Part(deque([condition]), levels, sign)
