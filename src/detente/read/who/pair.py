"""Who "the two countries" and "both sides" are: the two states that a text speaks of most."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection

from detente.lexicon.plover import plover
from detente.read.grammar import clauses
from detente.read.grammar.clauses import children
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story

_BOTH = frozenset({"two", "both"})
# So many of the last mentions say of whom a text speaks; all would take ever longer.
_LAST = 60


def is_pair(noun: Token) -> bool:
    """Whether a noun phrase is "the two countries", "both neighbours"."""
    words = {c.lower_ for c in children(noun, "nummod", "det", "predet", "amod")}
    return (
        noun.lemma in plover().actors["pair"]
        and noun.tag_ == "NNS"
        and bool(words & _BOTH)
        and clauses.complement_of(noun, "of") is None
    )


def two_spoken_of(
    story: Story, place: int, *, beside: Collection[str] = ()
) -> tuple[str, str] | None:
    """The two states named most often so far, in the order in which they were named first.

    Parameters
    ----------
    beside
        Parties that are neither of the two, such as whoever asks something of both.
    """
    mentions = story.mentions
    last = bisect_left(mentions, place, key=lambda mention: mention.span.start)
    spoken_of = mentions[max(0, last - _LAST) : last]
    before = [
        m.party
        for m in spoken_of
        if m.kind == "country" and m.party is not None and m.party not in beside
    ]
    counted = Counter(before)
    ranked = counted.most_common(3)
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] >= ranked[1][1]):
        return None
    codes = {ranked[0][0], ranked[1][0]}
    first, other = dict.fromkeys(code for code in before if code in codes)
    return first, other
