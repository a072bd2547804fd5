"""What is said to depend on what, in whichever of the common wordings.

All wordings come to one shape, "the benefit requires the needs":

* cannot A if it wants B, must A if it wants B
* must A to B, must A before B
* not B unless (until, before) A; B only if (once, when, after) A; B if A
* barred from B while A; B as long as A; no B without A; B provided that A
* B requires (depends on, hinges on) A; A is a condition for B

"Even if" states no condition. What hurts the other side is turned round: "sanctions will be
imposed unless it withdraws" says that their absence requires the withdrawal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition, Span
from detente.read.conditions.bargains import of_bargains
from detente.read.conditions.between import between
from detente.read.conditions.clausal import of_clause, of_purpose
from detente.read.conditions.dependence import Dependence
from detente.read.conditions.excepting import CONSENTS
from detente.read.conditions.frames import FRAMED, WITHHELD, of_frames
from detente.read.conditions.hanging import binds_anybody
from detente.read.conditions.leave import of_leave
from detente.read.conditions.legal import of_citing, of_law
from detente.read.conditions.loose import known
from detente.read.conditions.named import PRICES, of_copula, of_price, of_tying
from detente.read.conditions.nominal import of_preposition
from detente.read.conditions.open_ties import only_open, takes_up
from detente.read.conditions.paired import of_pair
from detente.read.conditions.pairs import Pair
from detente.read.conditions.requiring import of_leading, of_making, of_meeting, of_requiring
from detente.read.conditions.sequels import of_sequels
from detente.read.conditions.unlawful import of_breach
from detente.read.conditions.unlinked import unlinked
from detente.read.grammar.clauses import Passage, children
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story


def dependences(story: Story, passage: Passage, pairs: Iterable[Pair]) -> list[Dependence]:
    """Find the conditions of one paragraph, of which the pairs are known, in text order."""
    told = (t for t in passage.doc if _may_tell(t) and not _asks(t))
    found = [d for token in told for d in _at(story, passage, token)]
    found += [d for pair in pairs if not _asks(pair.main) for d in of_pair(story, passage, pair)]
    found += of_frames(story, passage)
    found += of_sequels(story, passage)
    found = [d for d in found if not _of_itself(d) and not _in_doubt(d.token)]
    whole = _whole([d for d in found if _tells(d) or takes_up(d, story.text)])
    lawful = _lawful(story, passage)
    whole = _with_bargains(story, passage, whole, lawful)
    whole = [d for d in whole if not unlinked(passage, d)]
    tied = [_beside(d, lawful) for d in whole if not _goes_before(passage, lawful, d)]
    return sorted([*tied, *_apart(lawful, tied)], key=lambda d: d.condition.start)


def _tells(d: Dependence) -> bool:
    """Whether something is known to be done on a side, or two parties do what no act is known for.

    Not so of two clauses that only stand side by side.
    """
    if any(known(p) for p in _sides(d)):
        return True
    return only_open(d) or (between(d) and d.form not in _LOOSE)


def _of_itself(d: Dependence) -> bool:
    """Whether a deed would be its own condition: then one clause was taken for both."""
    had = d.benefit
    return had is not None and any(
        (p.act, p.span.start) == (had.act, had.span.start) for p in d.needs
    )


def _with_bargains(
    story: Story, passage: Passage, found: list[Dependence], lawful: list[Dependence]
) -> list[Dependence]:
    """What was found, with deeds set against each other in place of what was only half read."""
    for bargain, beside in of_bargains(story, passage, [*found, *lawful]):
        found = [*(d for d in found if d not in beside), bargain]
    return found


def _asks(token: Token) -> bool:
    """Whether it stands in a question: "would they close it if ...?" sets nothing."""
    sent = token.sent
    return len(sent) > 0 and sent[-1].text == "?"


def _in_doubt(token: Token) -> bool:
    """Whether it is only asked about: "declined to say whether a release would bring an end"."""
    return any(
        above.dep_ == "ccomp"
        and above.head.i < above.i
        and any(c.lower_ == "whether" for c in children(above, "mark"))
        for above in (token, *token.ancestors)
    )


def _lawful(story: Story, passage: Passage) -> list[Dependence]:
    """What law is said to ask: of what overlaps, the first."""
    words = [token for token in passage.doc if token.pos_ in _DUTIFUL]
    told = [d for t in words for d in (*of_law(story, passage, t), *of_breach(story, passage, t))]
    found: list[Dependence] = []
    for d in (*told, *(d for t in words for d in of_citing(story, passage, t))):
        if not any(_overlap(d.condition, other.condition) for other in found):
            found.append(d)
    return found


def _goes_before(passage: Passage, lawful: list[Dependence], d: Dependence) -> bool:
    """Whether law needs no such condition: by leave of another, or of what it asks of anybody."""
    exception = d.form in ("unless", "until", "only") and not any(map(known, d.needs))
    unclear = d.benefit is not None and not known(d.benefit)
    weaker = d.form in _LOOSE or exception
    if unclear and any(law.by_law and _overlap(law.condition, d.condition) for law in lawful):
        return True
    if weaker and any(_overlap(law.condition, d.condition) for law in lawful):
        return True
    over = [law for law in lawful if law.condition.covers(d.condition)]
    words = passage.within(d.condition)
    leave = d.form == "until" and any(t.lemma in CONSENTS and t.pos_ == "NOUN" for t in words)
    return any(leave or (law.benefit is not None and binds_anybody(law.token)) for law in over)


# Wordings that only set two clauses side by side; law that is named says more.
_LOOSE = frozenset({FRAMED, WITHHELD})


def _beside(d: Dependence, lawful: list[Dependence]) -> Dependence:
    """A condition beside a duty that arises where it is met: then law is the ground of the duty."""
    over = (law for law in lawful if law.condition.covers(d.condition) and not law.by_law)
    return replace(d, lawful=False) if any(law.benefit is not None for law in over) else d


def _apart(lawful: list[Dependence], found: list[Dependence]) -> Iterator[Dependence]:
    """Duties under law that are no part of a condition."""
    taken = [span for d in found for span in (d.condition, d.consequence)]
    tied = {t for d in found for t in d.token.subtree}
    for d in lawful:
        if d.by_law and any(_overlap(d.condition, other.condition) for other in found):
            continue
        if d.benefit is not None or (
            d.token not in tied and not any(_overlap(d.condition, span) for span in taken)
        ):
            yield d


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


_DUTIFUL = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


def _sides(d: Dependence) -> tuple[Proposition, ...]:
    return d.needs if d.benefit is None else (d.benefit, *d.needs)


def _whole(found: list[Dependence]) -> list[Dependence]:
    """One per condition clause; what names both sides, in known acts, goes before the rest."""
    best: list[Dependence] = []
    for d in sorted(found, key=_named, reverse=True):
        place = d.condition
        if not any(b.condition.start < place.end and place.start < b.condition.end for b in best):
            best.append(d)
    return sorted(best, key=lambda d: d.condition.start)


def _named(d: Dependence) -> tuple[int, int]:
    had = d.benefit is not None and known(d.benefit)
    return bool(d.needs) + (d.benefit is not None), any(known(p) for p in d.needs) + had


def _may_tell(token: Token) -> bool:
    """Whether a rule asks more of a token; asked of every one, so it has to be quick."""
    part = token.pos_
    return part in _VERBAL or (token.lower_ in _WORDS and part in _PARTS)


_VERBAL = frozenset({"VERB", "AUX"})
_PARTS = frozenset({"NOUN", "ADP", "SCONJ"})
_PLACED = frozenset({"before", "without", "until", "unless", "after", "while"})
_WORDS = PRICES | _PLACED


def _at(story: Story, passage: Passage, token: Token) -> Iterator[Dependence]:
    if token.pos_ in _VERBAL:
        if token.dep_ in (
            "advcl",
            "ccomp",
            "conj",
            "relcl",
            "ROOT",
            "pcomp",
            "parataxis",
            "xcomp",
            "acl",
        ):
            yield from of_clause(story, passage, token)
            yield from of_purpose(story, passage, token)
        yield from of_requiring(story, passage, token)
        yield from of_leave(story, passage, token)
        yield from of_making(story, passage, token)
        yield from of_leading(story, passage, token)
        yield from of_meeting(story, passage, token)
        yield from of_copula(story, passage, token)
        yield from of_tying(story, passage, token)
    elif token.pos_ == "NOUN" and token.lower_ in PRICES:
        yield from of_price(story, passage, token)
    elif token.lower_ in _PLACED and token.pos_ in ("ADP", "SCONJ"):
        yield from of_preposition(story, passage, token)
