"""What is done in the words in which law asks for something or forbids it.

Law speaks generally: of acts that no inventory has ("to lift the immunity"), of measures by their
names ("import bans"), of ties as such. What it asks need only fit an option that somebody has.
"""

from dataclasses import replace

from detente.domain.evidence import Actor, Proposition
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import flipped
from detente.read.conditions.deeds import acts_stated
from detente.read.conditions.grounds import is_law
from detente.read.conditions.loose import known, stated_loosely
from detente.read.conditions.requiring import imposed, subject_act
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt, act_at, acts_in
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_STEPS = word_class("steps")
_KINDS = word_class("kinds")
_VERBAL = ("VERB", "AUX")


def done_in(
    story: Story, passage: Passage, clause: Token, agent: Token | None
) -> tuple[Proposition, ...]:
    """Acts of a clause, known or not, by whom law speaks to where the clause names nobody."""
    spared = _refrained_from(clause)
    if spared is not None:
        return tuple(map(flipped, done_in(story, passage, spared, agent)))
    found = acts_stated(story, passage, clause, agent) or tuple(
        proposition(story, passage, at, agent=agent)
        for verb in clauses.conjuncts(clause)
        if (at := act_at(verb)) is not None and at.object is not None
    )
    inherits = clauses.has_to(clause) or child(clause, "nsubj", "nsubjpass") is not None
    if agent is None:
        return found
    doer = story.actor(passage, agent)
    # "Requires the border to stay open" says what is to be done to it, and not by whom.
    if any(_is_done_to(p, doer) for p in found):
        return tuple(replace(p, agent=None) for p in found)
    if inherits:
        named = doer is not None and doer.party is not None
        told = clauses.has_to(clause) and child(clause, "nsubj", "nsubjpass") is None
        # "Calls on Oslo to withdraw its troops": Oslo's, whoever calls.
        return tuple(
            replace(p, agent=doer) if told or (named and _nobodys_own(p)) else p for p in found
        )
    return tuple(p if p.agent == doer else replace(p, agent=doer) for p in found)


def _refrained_from(clause: Token) -> Token | None:
    """Of "refrain from closing it", "desist from a closure" what is not to be done."""
    if lemma(clause) not in _REFRAINING:
        return None
    inner = clauses.complement_of(clause, "from")
    return inner if inner is not None and inner.tag_ == "VBG" else None


_REFRAINING = frozenset({"abstain", "desist", "forbear", "refrain"})


def _nobodys_own(p: Proposition) -> bool:
    """Whether no party is known to do it, of what is not said to become of something."""
    return p.agent is None or (p.agent.party or p.agent.of) is None


def _is_done_to(p: Proposition, doer: Actor | None) -> bool:
    return p.object is not None and doer is not None and p.object.span == doer.span


def named_deed(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    """What a noun under a law says is done: "the surrender of nationals", "import bans", "ties"."""
    left_undone = _left_undone(noun)
    if left_undone is not None:
        return tuple(map(flipped, named_deed(story, passage, left_undone)))
    if _is_not_done(noun):
        return tuple(map(flipped, _named(story, passage, noun)))
    return _named(story, passage, noun)


def _left_undone(noun: Token) -> Token | None:
    """Of "the refusal of visits", "the denial of access" what is not done."""
    if lemma(noun) not in _OMISSIONS:
        return None
    left = clauses.complement_of(noun, "of")
    return left if left is not None and left.pos_ in ("NOUN", "PROPN") else None


_OMISSIONS = word_class("omissions")


def _is_not_done(noun: Token) -> bool:
    """Whether a prefix says so that was taken for a word: "non-payment of the rent"."""
    return noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ == "non"


def _named(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    found = stated_loosely(story, passage, noun) or subject_act(story, passage, noun)
    if not any(known(p) for p in found):
        better = imposed(story, passage, noun) or _carried_on(story, passage, noun)
        found = better or _in_state(story, passage, noun) or _of_kind(story, passage, noun) or found
    found = found or _bare(story, passage, noun)
    return tuple(_nobodys(p, story, passage, noun) for p in found)


def step_before(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    """Of "Oslo closed the port. The move violates it" the closing: the last harm told before."""
    if noun.lower_ not in ("this", "that", "which") and lemma(noun) not in _STEPS:
        return ()
    start = noun.sent.start
    before = noun.doc[start - 1].sent if start else ()
    words = [*before, *(t for t in noun.sent if t.i < noun.i)]
    harmful = [
        at for at in acts_in(words)
        if at.act is not None and at.act.family is not None and at.act.side == "take"
        and (at.act.family.harm or at.act.family.measure)
    ]  # fmt: skip
    return (proposition(story, passage, harmful[-1]),) if harmful else ()


def _carried_on(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    """Of "prohibits ties with" having relations, of "the flights violate" going on with them."""
    for class_name, name in (("relation", "restore_relations"), ("activity", "continue")):
        if inventory().is_a(lemma(noun), class_name):
            act = inventory().act(name)
            return (proposition(story, passage, ActAt(noun, act, name, noun, None)),)
    return ()


def _in_state(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    """Of "guarantees an open border" the border's staying open."""
    for state in children(noun, "amod"):
        act = inventory().of_subject(f"stay {state.lower_}", [lemma(noun)])
        if act is not None:
            return (proposition(story, passage, ActAt(noun, act, act.name, noun, None)),)
    return ()


def _of_kind(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    """Of "forbids closures of that kind" as of "such a closure"."""
    of = clauses.complement_of(noun, "of")
    return _bare(story, passage, noun) if of is not None and lemma(of) in _KINDS else ()


def _bare(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    """Of "the closure violates it" the closing, of what the text says elsewhere."""
    harmful = {
        act.name: act for act in inventory().nouns.get(lemma(noun), ())
        if act.side == "take" and act.family is not None and (act.family.harm or act.family.measure)
    }  # fmt: skip
    if len(harmful) != 1:
        return ()
    ((name, act),) = harmful.items()
    return (proposition(story, passage, ActAt(noun, act, name, None, None)),)


def _nobodys(p: Proposition, story: Story, passage: Passage, noun: Token) -> Proposition:
    """Without the law as the one who does what it forbids."""
    own = clauses.subject(noun.head) if noun.head.pos_ in _VERBAL else None
    law = own is not None and is_law(own) and p.agent == story.actor(passage, own)
    return replace(p, agent=None) if law else p
