"""Who "the two countries" are: the two states that the text has spoken of."""

from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from detente.domain.evidence import Actor
from detente.lexicon.plover import plover
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story

_BOTH = frozenset({"two", "both"})
# So many of the last mentions say of whom a text speaks; all would take ever longer.
_LAST = 60


def both_sides(
    story: Story, passage: Passage, source: Token | None, actor: Actor | None
) -> tuple[Actor, Actor] | None:
    """Two sides of what "ministers of the two countries" do, None if it is not known which."""
    if source is None or actor is None or actor.party is not None or not _of_both(source):
        return None
    codes = _two_spoken_of(story, passage.start + source.end)
    if codes is None:
        return None
    one, other = (replace(actor, party=code, kind="country", of=None) for code in codes)
    return one, other


def _of_both(noun: Token) -> bool:
    """Whether a noun is "the two countries", or people "of", "from" or "for" them."""
    if noun.pos_ != "NOUN":
        return False
    nouns = [noun]
    for preposition in children(noun, "prep"):
        inner = child(preposition, "pobj")
        if inner is not None and preposition.lemma in ("of", "from", "for"):
            nouns.append(inner)
    owner = child(noun, "poss")
    nouns += [] if owner is None else [owner]
    return any(_both(each) for each in nouns)


def _both(noun: Token) -> bool:
    words = {c.lower_ for c in children(noun, "nummod", "det", "predet", "amod")}
    return (
        noun.lemma in plover().actors["pair"]
        and noun.tag_ == "NNS"
        and bool(words & _BOTH)
        and clauses.complement_of(noun, "of") is None
    )


def _two_spoken_of(story: Story, place: int) -> tuple[str, str] | None:
    """The two states named most often so far, in the order in which they were named first."""
    mentions = story.mentions
    last = bisect_left(mentions, place, key=lambda mention: mention.span.start)
    spoken_of = mentions[max(0, last - _LAST) : last]
    before = [m.party for m in spoken_of if m.kind == "country" and m.party is not None]
    counted = Counter(before)
    ranked = counted.most_common(3)
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] >= ranked[1][1]):
        return None
    codes = {ranked[0][0], ranked[1][0]}
    first, other = dict.fromkeys(code for code in before if code in codes)
    return first, other
