"""How far law reaches: what it does not cover, where it sets a limit, whose leave it asks for.

"Does not extend to boarding ships", "caps the catch at 20,000 tonnes", "only with the consent of
Bern". A parliament is law to the government of its own state.
"""

from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.asked import done_in, named_deed
from detente.read.conditions.benefits import flipped
from detente.read.conditions.excepting import CONSENTS
from detente.read.conditions.grounds import is_law
from detente.read.conditions.loose import known
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_HOUSES = word_class("houses")
_EXECUTIVES = word_class("executives")
_VOTING = word_class("house_voting")
_VERBAL = ("VERB", "AUX")
_PRESENT = frozenset({"VBP", "VBZ"})
_PAST = frozenset({"VBD", "VBN"})
_GUESSED = ("may", "can", "would")


def denied(p: Proposition) -> Proposition:
    """Of "allows no closure" as of "does not allow the closure": the grammar denies the first."""
    return p if p.polarity == "negative" and p.agent is None else flipped(p)


def not_reached(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What is forbidden since law does not reach so far: "does not extend to a closure"."""
    word = lemma(verb)
    reached = clauses.complement_of(verb, *_REACHING[word]) if word in _REACHING else None
    if reached is None and word in _COVERING:
        reached = child(verb, "dobj")
    if reached is None:
        return ()
    if reached.pos_ in _VERBAL:
        found = done_in(story, passage, reached, None)
    else:
        found = named_deed(story, passage, reached)
    first = passage.start + reached.left_edge.idx
    own = (p for p in found if known(p) and p.span.start >= first)
    return tuple(replace(denied(p), agent=None) for p in own)


# Of "does not extend to boarding ships", "does not provide for a closure", "covers no patrols".
_REACHING = {"extend": ("to",), "provide": ("for",), "reach": ("to",), "stretch": ("to",)}
_COVERING = frozenset({"cover", "foresee", "envisage", "include"})
FURTHER = frozenset({*_REACHING, *_COVERING})


def limits(verb: Token) -> bool:
    """Whether law sets a limit: "the pact caps the catch at 20,000 tonnes"."""
    if lemma(verb) not in _LIMITING:
        return False
    own, thing = clauses.subject(verb), child(verb, "dobj")
    if own is None or thing is None or thing.pos_ != "NOUN" or clauses.modality(verb) in _GUESSED:
        return False
    return verb.tag_ in _PRESENT and not clauses.negated(verb) and is_law(own)


_LIMITING = frozenset({"cap", "confine", "limit", "reserve", "restrict"})


def leave_of(story: Story, passage: Passage, verb: Token) -> Proposition | None:
    """What law makes an act hang on: the consent of a party, "only with the approval of Bern"."""
    for word in verb.subtree:
        if lemma(word) in CONSENTS and word.pos_ == "NOUN" and word.head.lower_ in _BY_LEAVE:
            giver = child(word, "poss") or clauses.complement_of(word, "of", "by", "from")
            actor = story.actor(passage, giver) if giver is not None else None
            if giver is not None and giver.pos_ == "PROPN" and actor is not None and actor.party:
                named = ActAt(word, inventory().act("let_do"), "let_do", word, None)
                made = proposition(story, passage, named)
                return replace(made, agent=actor, polarity="positive")
    return None


_BY_LEAVE = frozenset({"after", "before", "on", "to", "with", "without"})


def is_standing(noun: Token) -> bool:
    """Whether it is how a state stands under law: "its membership of the union obliges it to"."""
    what = clauses.complement_of(noun, "of", "in", "to")
    return lemma(noun) == "membership" and what is not None and child(noun, "poss") is not None


def mandates(verb: Token) -> bool:
    """Whether a house binds the government of its own state: "Congress barred the army from"."""
    house, told = clauses.subject(verb), child(verb, "dobj", "nsubjpass")
    if verb.dep_ == "xcomp" and not (lemma(verb.head) in _VOTING and verb.head.tag_ in _PAST):
        return False
    if clauses.is_passive(verb):
        house = clauses.passive_agent(verb)
    by_house = house is not None and lemma(house) in _HOUSES
    return by_house and told is not None and lemma(told) in _EXECUTIVES
