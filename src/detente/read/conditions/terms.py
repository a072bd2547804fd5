"""Who sets a condition, and what it is to the other side: law, a demand, an offer or a threat.

The words of the pair decide, in this order:

* **law**: the text names law as the ground (:mod:`detente.read.conditions.grounds`);
* **threat**: what depends is harm ("sanctions will follow unless", "withdraw or face ...");
* **offer**: something is promised for it ("will ... if", "in exchange for", "provided that");
* **demand**: something is withheld until it is met ("not ... unless, until, without"), or it must
  be done first ("must ... before").

What is none of these (a forecast, a rule of nature) has no kind. Who sets it is the source of the
statement that holds it; told by the writer, the party that would do what depends on it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from detente.domain.evidence import ConditionPair, Requirement, Span, Statement
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import is_good
from detente.read.conditions.frames import FRAMED, WITHHELD
from detente.read.conditions.grounds import names_law
from detente.read.conditions.pairs import Pair
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import act_at
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

Kind = Literal["law", "demand", "offer", "threat"]

_UNDERTAKING = word_class("undertaking")
# Forms of a requirement whose words put what must be done in the main clause.
_DUTY_FIRST = ("must before", "must to")
_OFFERING = ("if", "provided", "in exchange", "on condition", "once", "should", "and")
_WITHHOLDING = ("unless", "until", "without")


def condition_pairs(
    story: Story,
    paragraphs: Sequence[tuple[Passage, Sequence[Pair], Sequence[Statement]]],
    requirements: Iterable[Requirement],
) -> tuple[ConditionPair, ...]:
    """Find the conditions of a text: all pairs, and what only a model's rule saw.

    ``paragraphs`` come in text order, each with its pairs and its statements; ``requirements``
    is what was drawn from them.
    """
    starts = [passage.start for passage, _, _ in paragraphs]
    drawn: dict[int, list[Requirement]] = {}
    for r in requirements:
        drawn.setdefault(bisect_right(starts, r.condition.start) - 1, []).append(r)
    return tuple(
        pair
        for k, (passage, found, statements) in enumerate(paragraphs)
        for pair in _of_paragraph(story, passage, found, statements, drawn.get(k, ()))
    )


def _of_paragraph(
    story: Story,
    passage: Passage,
    pairs: Sequence[Pair],
    statements: Sequence[Statement],
    requirements: Sequence[Requirement],
) -> list[ConditionPair]:
    found = [_told(story, passage, pair, statements, requirements) for pair in pairs]
    spans = [f.condition for f in found] + [f.consequence for f in found]
    found += [
        _required(r)
        for r in requirements
        if _of_known_acts(r, story.text)
        and not any(_overlap(r.condition, s) or _overlap(r.consequence, s) for s in spans)
    ]
    return sorted(found, key=lambda f: (f.condition.start, f.consequence.start))


# Forms whose words show a condition whatever the acts.
_CLAUSAL = ("provided", "unless", "if it wants")


_ABLE = re.compile(r"\b(?:can|could|will|would|may|might)\b")


def _of_known_acts(requirement: Requirement, text: str) -> bool:
    """Whether it is about acts of a dispute: "must rest to get well" sets nobody a condition."""
    if requirement.form in _CLAUSAL:
        return True
    if requirement.form in (FRAMED, WITHHELD):
        return False  # found by a whole sentence, of which no words are the condition's own
    if requirement.form == "must before":
        # "Before talks can resume" waits on it; "before serving" only comes later.
        return _ABLE.search(requirement.condition.of(text)) is not None
    sides = (*requirement.needs, *([requirement.benefit] if requirement.benefit else ()))
    acts = [inventory().act(p.act) for p in sides]
    return len(acts) > 1 and all(act is not None and act.family is not None for act in acts)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _told(
    story: Story,
    passage: Passage,
    pair: Pair,
    statements: Sequence[Statement],
    requirements: Sequence[Requirement],
) -> ConditionPair:
    held = _holder(pair.condition.start, statements)
    drawn = next((r for r in requirements if _overlap(r.condition, pair.condition)), None)
    sentence = Span(
        start=passage.start + pair.main.sent.start_char,
        end=passage.start + pair.main.sent.end_char,
    )
    law = (drawn is not None and drawn.ground == "law") or names_law(sentence.of(story.text))
    kind: Kind | None = "law" if law else _kind(story, passage, pair)
    return ConditionPair(
        condition=pair.condition,
        consequence=pair.consequence,
        form=pair.form,
        kind=kind,
        setter=_setter(story, passage, pair, held),
        statement=held.id if held is not None else None,
        confidence=wordings().confidence.get(pair.form, _UNMEASURED),
    )


# What is said of forms that were too rare to be measured.
_UNMEASURED = 0.6


def _required(requirement: Requirement) -> ConditionPair:
    """Pair that only the rules for a model saw: "must do A to get B", "A is a condition for B"."""
    condition, consequence = requirement.condition, requirement.consequence
    if requirement.form in _DUTY_FIRST:
        condition, consequence = consequence, condition
    return ConditionPair(
        condition=condition,
        consequence=consequence,
        form=requirement.form,
        kind="law" if requirement.ground == "law" else "demand",
        setter=requirement.setter,
        statement=requirement.statement,
        confidence=_UNMEASURED,
    )


def _holder(place: int, statements: Sequence[Statement]) -> Statement | None:
    """Innermost statement whose content holds a place."""
    holding = [s for s in statements if any(c.start <= place < c.end for c in s.content)]
    return min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def _kind(story: Story, passage: Passage, pair: Pair) -> Kind | None:
    if pair.form in ("or else", "otherwise"):
        return "threat"
    main = pair.main
    negative = main.pos_ in ("VERB", "AUX") and clauses.negated(main)
    if not negative and _harm(story, passage, main):
        return "threat"
    if pair.form in _WITHHOLDING and (negative or _withheld(main)):
        return "demand"
    if pair.form == "before":
        return "demand"
    if "only" in pair.condition.of(story.text).lower().split()[:2] and _future(main):
        return "demand"
    if pair.form in _OFFERING and _future(main) and not negative and _party(story, passage, main):
        return "offer"
    return "demand" if pair.form in _WITHHOLDING and _future(main) else None


def _harm(story: Story, passage: Passage, main: Token) -> bool:
    """Whether what depends is a known act that the other side would not want."""
    at = act_at(main)
    if at is None or at.act is None or at.act.family is None or not _future(main):
        return False
    return at.act.family.harm and not is_good(proposition(story, passage, at))


def _future(main: Token) -> bool:
    if main.pos_ not in ("VERB", "AUX"):
        return False
    modal = clauses.modality(main)
    undertakes = lemma(main) in _UNDERTAKING or clauses.has_to(main)
    return modal in ("will", "would", "can", "may") or undertakes


def _withheld(main: Token) -> bool:
    """Whether something stays as it is: "the border stays closed unless"."""
    return lemma(main) in ("stay", "remain", "keep", "continue", "refuse")


def _party(story: Story, passage: Passage, main: Token) -> str | None:
    """Party that would do what depends."""
    own = clauses.subject(main) if main.pos_ in ("VERB", "AUX") else None
    return None if own is None else story.who(passage, own).party


def _setter(story: Story, passage: Passage, pair: Pair, held: Statement | None) -> str | None:
    if held is not None:
        return held.source.party if held.source is not None else None
    return _party(story, passage, pair.main)
