"""Which words set a condition, and which words depend on it.

A *pair* is found by its wording alone, whoever sets it and whatever it is about; what a model
may make of some of them is for :mod:`detente.read.conditions.dependences`. What sets one is told
by kind: :mod:`~detente.read.conditions.markers` before a clause,
:mod:`~detente.read.conditions.phrases` and :mod:`~detente.read.conditions.ultimatums`. Where the
two spans end is one rule:

* the condition is the clause or phrase with its marker and what bears on that ("only if ..."),
  without commas around it (:mod:`~detente.read.conditions.extents`);
* the consequence is the clause it hangs on, with all that hangs on that clause in turn, without
  "that" or "and" before it and without whoever says or thinks it; where the condition stands in
  the middle of it, the longer side (:mod:`~detente.read.conditions.consequences`);
* a condition that is a sentence of its own goes with the next sentence, or, if it only adds to
  what was said ("Not today. Unless it rains."), with the one before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from detente.domain.evidence import Span
from detente.read.conditions.consequences import consequence, main_clause, neighbour, says_nothing
from detente.read.conditions.extents import words_from
from detente.read.conditions.markers import (
    fronted,
    introduced_clause,
    inverted,
    set_apart,
    supposition,
)
from detente.read.conditions.phrases import correlated, of_phrase
from detente.read.conditions.stretches import Found, Stretch, trimmed
from detente.read.conditions.ultimatums import ultimatums
from detente.read.conditions.wordings import wordings
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A condition and its consequence, as worded.

    ``form`` names the wording ("if", "unless", "in exchange", ...); ``given`` and ``main`` are the
    heads of the two.
    """

    condition: Span
    consequence: Span
    form: str
    given: Token
    main: Token


def pairs(passage: Passage) -> list[Pair]:
    """Find the pairs of one paragraph, in text order, one for each condition."""
    found: list[Pair] = []
    taken: list[Stretch] = []
    for token in passage.doc:
        if not _may_set(token.lower_):
            continue
        for form, given, words, main in _at(token):
            if any(t.covers(words.first) and t.covers(words.last) for t in taken):
                continue
            pair = _pair(passage, form, given, words, main)
            if pair is not None:
                taken.append(words)
                found.append(pair)
    return _joined(passage, sorted(found, key=lambda p: p.condition.start))


def _joined(passage: Passage, found: list[Pair]) -> list[Pair]:
    """Make one of conditions in a row: "if it wants oil, if it wants peace, it must talk"."""
    kept: list[Pair] = []
    for pair in found:
        last = kept[-1] if kept else None
        if last is not None and last.form == pair.form and _adjoin(passage, last, pair):
            both = Span(start=last.condition.start, end=pair.condition.end)
            clear = pair.consequence if pair.consequence.start >= both.end else last.consequence
            if clear.start < both.end and both.start < clear.end:
                clear = pair.consequence
            kept[-1] = replace(pair, condition=both, consequence=clear)
        else:
            kept.append(pair)
    return kept


_ROW = re.compile(r"[\s,–—-]*(?:and|or)?[\s,]*")


def _adjoin(passage: Passage, last: Pair, pair: Pair) -> bool:
    between = passage.doc.text[
        last.condition.end - passage.start : pair.condition.start - passage.start
    ]
    return _ROW.fullmatch(between) is not None


_OTHERS = frozenset({"should", "had", "were", "without", "exchange", "return", "depending", "for",
                     "subject", "event", "otherwise", "then", "not", "or", "and",
                     "the", "which", "that", "failing", "absent", "absence",
                     "barring"})  # fmt: skip


@cache
def _may_set(word: str) -> bool:
    """Whether a rule asks more of a word; asked of every token, so it has to be quick."""
    if word in _OTHERS or word in wordings().single or word in wordings().phrases:
        return True
    return any(word.startswith(verb[:-1]) for verb in wordings().depending)


def _at(token: Token) -> Iterator[Found]:
    """Conditions that a token introduces: form, head, words, and the head of what depends."""
    form = wordings().marker(token)
    if _even(token):
        return
    if form in ("until", "when", "once", "if"):
        yield from fronted(token)
    if form == "suppose":
        yield form, token, supposition(token), None
    elif form is not None:
        apart = set_apart(token, form)
        if apart is not None:
            yield apart
            return
        clause = introduced_clause(token, form)
        if clause is not None:
            yield form, clause, words_from(token, clause), None
    elif token.lower_ in ("should", "had", "were"):
        yield from inverted(token)
    if token.lower_ == "the":
        yield from correlated(token)
    elif token.lower_ in ("or", "and", "otherwise", "then", "not", "which", "that"):
        yield from ultimatums(token)
    else:
        yield from of_phrase(token)


def _even(token: Token) -> bool:
    """Whether nothing hangs on it: "even once they leave", "even on the day they leave"."""
    before = token.doc[max(token.sent.start, token.i - 3) : token.i]
    words = [t.lower_ for t in before]
    return (
        words[-1:] == ["even"]
        or words[-2:] == ["even", "on"]
        or words[-3:] == ["even", "on", "the"]
    )


def _pair(
    passage: Passage, form: str, given: Token, words: Stretch, main: Token | None
) -> Pair | None:
    doc = passage.doc
    if main is None and form != "suppose":
        main, words = main_clause(given, words)
    if main is not None:
        rest = consequence(main, words, form)
        if rest is not None and says_nothing(doc, rest):
            rest, main = None, None
    if main is None:
        rest = neighbour(given, words, ahead=form == "suppose")
        main = None if rest is None else doc[rest.first : rest.last + 1].root
    if rest is None or main is None:
        return None
    first, last = trimmed(doc, words)
    return Pair(
        condition=passage.span(first, last),
        consequence=passage.span(*trimmed(doc, rest)),
        form=form, given=given, main=main,
    )  # fmt: skip
