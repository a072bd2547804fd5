"""Who "the two countries" are: the two states that the text has spoken of."""

from dataclasses import replace

from detente.domain.evidence import Actor
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story
from detente.read.who.pair import is_pair, two_spoken_of


def both_sides(
    story: Story, passage: Passage, source: Token | None, actor: Actor | None
) -> tuple[Actor, Actor] | None:
    """Two sides of what "ministers of the two countries" do, None if it is not known which."""
    if source is None or actor is None or actor.party is not None or not _of_both(source):
        return None
    codes = two_spoken_of(story, passage.start + source.end)
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
    return any(is_pair(each) for each in nouns)
