"""What several parties say together is the word of each: "Egypt and Sudan demanded ...".

So what "they" will do, each of them will, and what is asked of two is asked of either.
"""

from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Actor, Proposition, Source, Span
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution
from detente.read.who.mentions import Story
from detente.read.who.pair import is_pair, two_spoken_of

_STATES = ("country", "igo")
_TOGETHER = frozenset({"they", "we", "both", "each", "the two", "the three", "the four"})
_OFFICIALS = word_class("governing") | word_class("official_nouns")


def joined_sources(story: Story, found: Attribution) -> list[Source]:
    """A source of its own for each of several parties that say it; none where one speaks."""
    if found.source is None or _of_all_at_once(found):
        return []
    sides = joined_sides(story, found.passage, found.source) or joined_sides(
        story, found.passage, _whose_officials(found.source)
    )
    return [Source(span=s.span, party=s.party, kind=s.kind) for s in sides]


def _of_all_at_once(found: Attribution) -> bool:
    """Of "failed to agree on a date for it": it takes all of them, and is the deed of none."""
    agreeing = {found.cue.lemma, *(c.lemma for c in clauses.children(found.cue, "xcomp"))}
    return not agreeing.isdisjoint(_AGREEING) and not any(map(clauses.has_to, found.heads))


_AGREEING = frozenset({"agree", "compromise", "differ", "disagree", "haggle", "quarrel", "settle"})


def joined_sides(story: Story, passage: Passage, token: Token | None) -> list[Actor]:
    """The states and organisations that a phrase joins, in text order; none where it is one."""
    if token is None:
        return []
    sides = []
    for joined in clauses.conjuncts(token):
        who = story.who(passage, joined)
        if who.party is None or who.person is not None or who.kind not in _STATES:
            return []
        own = clauses.subtree_without(joined, ("cc", "conj", "preconj", "punct"))
        span = passage.span(*clauses.trimmed(own))
        sides.append(Actor(span=span, party=who.party, kind=who.kind))
    return sides if len({side.party for side in sides}) > 1 else []


def _whose_officials(noun: Token) -> Token | None:
    """Of "the foreign ministers of Egypt and Sudan" Egypt, to which Sudan is joined."""
    several = noun.tag_ in ("NNS", "NNPS") and noun.lemma.lower() in _OFFICIALS
    return clauses.complement_of(noun, "of", "from") if several else None


def of_each(
    told: tuple[Proposition, ...], sources: list[Source], source: Source, text: str
) -> tuple[Proposition, ...]:
    """What "they", or all who say it, do as one of them, ``source``, does it."""
    joined = Span(start=sources[0].span.start, end=sources[-1].span.end)

    def theirs(actor: Actor) -> bool:
        words = actor.span.of(text).lower()
        return words in _TOGETHER or joined.start <= actor.span.start < joined.end

    own = (
        replace(p, agent=replace(p.agent, span=source.span, party=source.party, kind=source.kind))
        if p.agent is not None and theirs(p.agent)
        else p
        for p in told
    )
    return tuple(dict.fromkeys(own))


def by_each(
    story: Story, passage: Passage, made: Proposition, doer: Token | None
) -> Iterator[Proposition]:
    """What is to be done by several, "asked Egypt and Sudan to sign", by each of them.

    Talks are held by all of them at once.
    """
    apart = made.agent is not None and made.act != "negotiate"
    sides = joined_sides(story, passage, doer) or _pair(story, passage, doer) if apart else []
    if not sides:
        yield made
    for side in sides:
        yield replace(made, agent=side, object=_theirs(made.object, side, story.text))


def _theirs(found: Actor | None, side: Actor, text: str) -> Actor | None:
    """Of "their troops", told of several, those of one of them."""
    if found is None or found.of is None or not found.span.of(text).startswith("their "):
        return found
    return replace(found, of=side.party)


def _pair(story: Story, passage: Passage, doer: Token | None) -> list[Actor]:
    """Of "urged both sides to withdraw" the two states that the text speaks of."""
    if doer is None or not is_pair(doer):
        return []
    place, asker = passage.start + doer.idx, _asker(story, passage, doer)
    codes = two_spoken_of(story, place, beside=asker)
    own = story.actor(passage, doer)
    return [replace(own, party=code, kind="country", of=None) for code in codes or ()]


def _asker(story: Story, passage: Passage, doer: Token) -> tuple[str, ...]:
    """Who asks it of both: of "Brazil urged both sides to withdraw" Brazil, which is neither."""
    verb = doer.head if doer.dep_ != "pobj" else doer.head.head
    if doer.dep_ == "nsubj" and not clauses.has_to(verb):
        return ()  # "proposed that both countries withdraw"
    verb = verb.head if doer.dep_ == "nsubj" else verb
    asker = clauses.subject(verb)
    code = None if asker is None else story.who(passage, asker).party
    return () if code is None else (code,)
