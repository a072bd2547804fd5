"""Deeds told by what came of them: "while that Act is in force", "until the money arrives".

A condition often names no deed at all, only how a thing stands or that it has come. Whoever can
keep it so, or send it, is asked for that.
"""

import re
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.acts import Act, inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_LASTING = word_class("lasting_states")
_ARRIVING = word_class("arriving_verbs")
_MEASURING = word_class("measuring")


def stood(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What a clause without a deed comes to; nothing where it tells of one, or of nothing."""
    own = clauses.subject(verb)
    if verb.pos_ not in ("VERB", "AUX") or own is None or own.pos_ not in ("NOUN", "PROPN"):
        return ()
    return _lasting(story, passage, verb, own) or _arrived(story, passage, verb, own)


def _lasting(story: Story, passage: Passage, verb: Token, own: Token) -> tuple[Proposition, ...]:
    """Of "the ban is in effect" the keeping of it, of "the Act is in force" no repeal."""
    if lemma(verb) not in _STAYING or not _is_lasting(verb):
        return ()
    kept, repealed = (_limited(verb_of, own) for verb_of in ("keep", "repeal"))
    if kept is not None and kept.family is not None and kept.family.measure:
        return (proposition(story, passage, ActAt(verb, kept, kept.name, own, None)),)
    gone = ActAt(verb, None, "close", own, None)  # "as long as the shelter remains in operation"
    if repealed is not None:
        gone = ActAt(verb, repealed, repealed.name, own, None)
    elif not _is_run(verb):
        return ()
    made = proposition(story, passage, gone)
    return (replace(made, polarity="positive" if made.polarity == "negative" else "negative"),)


# "When the records are in our hands", "the day the fine is in the treasury's account"
_IN_HAND = re.compile(
    r" (?:\w+ )?in (?:(?:our|its|their|his|her) hands?|(?:[\w’']+ ){0,4}(?:accounts?|coffers)) "
)
_STAYING = frozenset({"be", "remain", "stay", "continue", "stand"})


def _is_lasting(verb: Token) -> bool:
    return any(f" {state} " in _after(verb) for state in _LASTING)


def _is_run(verb: Token) -> bool:
    return " in operation " in _after(verb)


def _after(verb: Token) -> str:
    return f" {' '.join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 7])} "


def _limited(verb: str, thing: Token) -> Act | None:
    """Act of a verb that is done to such things, and not to any."""
    act = inventory().of_verb(verb, [lemma(thing)])
    return act if act is not None and act.objects else None


def _arrived(story: Story, passage: Passage, verb: Token, own: Token) -> tuple[Proposition, ...]:
    """Of "the money has arrived" the payment, of "the records reach Oslo" the handing over."""
    handed = lemma(verb) == "be" and _IN_HAND.match(_after(verb)) is not None
    if not (handed or lemma(verb) in _ARRIVING) or child(verb, "xcomp", "ccomp") is not None:
        return ()
    thing = own
    if lemma(own) in _MEASURING:
        thing = clauses.complement_of(own, "of") or own
    for kind, name in _SENDING.items():
        if inventory().is_a(lemma(thing), kind):
            act = inventory().act(name)
            made = proposition(story, passage, ActAt(verb, act, name, thing, None))
            return (replace(made, agent=None),)
    return ()


# By which act things of a class come to arrive, asked in this order.
_SENDING = {"debt": "pay", "funds": "pay", "data": "share", "goods": "supply"}
