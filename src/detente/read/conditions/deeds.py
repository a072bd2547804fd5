"""Acts that a clause states, or makes a duty."""

from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.read.conditions.extents import REPORTING
from detente.read.conditions.nominalised import nominalised, sole_act
from detente.read.conditions.ruling_out import ruled
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt, act_at, open_noun_act
from detente.read.statements.force import force
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_DUTY = frozenset({"must", "should"})
BARRING = word_class("barring")


def duties_of(story: Story, passage: Passage, main: Token) -> tuple[Proposition, ...]:
    """What must be done, or not done: every verb joined under a modal of duty."""
    verb = main
    if lemma(main) in ("have", "need", "oblige", "ought", "require"):
        below = child(main, "xcomp", "ccomp")
        verb = below if below is not None and clauses.has_to(below) else main
    modal, negative = clauses.modality(verb), clauses.negated(verb) or clauses.negated(main)
    duty = modal in _DUTY or verb.i != main.i or asked_for(verb)
    if _inverted(verb):
        return ()  # "should they fail to sign" makes it nobody's duty
    barred = negative and modal in ("can", "may", "must", "should")
    if not duty and not barred:
        return ()
    if verb.i != main.i and negative:
        return ()
    found: list[Proposition] = []
    for joined in clauses.conjuncts(verb):
        at = act_at(joined)
        first = _coming_first(joined) or _seen(joined)
        if first is not None:
            found.append(proposition(story, passage, first))
            continue
        # "the Russian made S-400": a participle that the parser took for a third verb.
        if joined.i != verb.i and (at is None or at.act is None):
            continue
        if at is not None and joined.pos_ in ("VERB", "AUX"):
            made = proposition(story, passage, at)
            found.append(replace(made, polarity="negative" if negative else made.polarity))
    return _sharing_objects(found)


def _inverted(verb: Token) -> bool:
    own = child(verb, "nsubj", "nsubjpass")
    return own is not None and any(a.lower_ == "should" and a.i < own.i for a in verb.children)


def asked_for(verb: Token) -> bool:
    """Whether somebody is asked to do it: "insists that Oslo sign before they talk"."""
    above = verb.head
    asked = verb.dep_ in ("ccomp", "xcomp") and lemma(above) in _ASKING and above.i != verb.i
    return asked and (clauses.has_to(verb) or clauses.subjunctive(verb))


_ASKING = word_class("asking_verbs") | {"insist", "stipulate", "maintain", "propose", "recommend"}


def _coming_first(verb: Token) -> ActAt | None:
    """Of "a withdrawal must come before talks" the withdrawal."""
    own = child(verb, "nsubj")
    if lemma(verb) not in _COMING or own is None or own.pos_ not in ("NOUN", "PROPN"):
        return None
    found = _act_of(own)
    return found if found is not None and found.act is not None else None


def _act_of(word: Token) -> ActAt | None:
    """Act of a verb, or of a noun with what it is done to: "the suspension of drilling"."""
    return nominalised(word) or act_at(word) if word.pos_ in ("NOUN", "PROPN") else act_at(word)


def _seen(verb: Token) -> ActAt | None:
    """Of "needs to see a withdrawal before", "must see to a withdrawal" the withdrawal."""
    thing = child(verb, "dobj")
    if thing is None and lemma(verb) in _ARRANGING:
        seen_to = clauses.complement_of(verb, "for", "on", "to", "with")
        found = _act_of(seen_to) if seen_to is not None else None
        return found if found is not None and found.act is not None else None
    if lemma(verb) not in ("see", "have", "get", "receive", "obtain", "witness") or thing is None:
        return None
    found = _act_of(thing)
    return found if found is not None and found.act is not None else None


_ARRANGING = word_class("arranging") - {"agree", "care", "commit", "consent"}
_COMING = frozenset({"come", "happen", "go", "occur", "precede", "take"})


def _sharing_objects(found: list[Proposition]) -> tuple[Proposition, ...]:
    """Give every verb of "operate or possess the system" the object that stands once."""
    last = next((p.object for p in reversed(found) if p.object is not None), None)
    return tuple(p if p.object is not None else replace(p, object=last) for p in found)


def let_do(main: Token) -> Token:
    """Of "would let them visit it, provided" the letting."""
    above = main.head
    let = main.dep_ == "ccomp" and lemma(above) == "let" and main.tag_ in ("VB", "VBP")
    return above if let and not clauses.has_to(main) else main


def acts_stated(
    story: Story, passage: Passage, clause: Token, agent: Token | None
) -> tuple[Proposition, ...]:
    """Acts that a clause states, as propositions; those joined by "and" all count."""
    verb = clause
    if clause.pos_ not in ("VERB", "AUX"):
        first, *others = _joined(clause)
        named = [_named(first), *(_named(noun) or sole_act(noun) for noun in others)]
        if named[0] is None:
            return ()
        return tuple(proposition(story, passage, at, agent=agent) for at in named if at)
    if lemma(verb) in BARRING and _barred_from(verb) is not None:
        return _barred(story, passage, verb)
    found: list[Proposition] = []
    for joined in clauses.conjuncts(verb):
        through = _through(story, passage, joined, agent)
        at = act_at(joined) if not through and found else None
        if at is not None and at.object is not None:
            # "Cuts the subsidies and adopts a law": both are asked.
            through = [proposition(story, passage, at, agent=agent)]
        found += through
    return _sharing_objects(found)


def _joined(noun: Token) -> list[Token]:
    """A noun and others that stand beside it by "and", "as well as"; by "or" the first serves."""
    either = any(cc.lower_ in ("or", "nor") for cc in children(noun, "cc"))
    return [noun] if either else clauses.conjuncts(noun)


def _named(noun: Token) -> ActAt | None:
    """Act that a noun stands for."""
    at = nominalised(noun) or act_at(noun)
    if at is None or at.act is None:
        return open_noun_act(noun) if not clauses.of_none(noun) else None
    return at


def _through(story: Story, passage: Passage, verb: Token, agent: Token | None) -> list[Proposition]:
    """Act of a verb, or of what it only carries: "agrees to withdraw", "there can be no return"."""
    at = act_at(verb)
    if at is not None and at.act is not None and at.act.family is not None:
        return [proposition(story, passage, at, agent=agent)]
    if at is not None and at.name.startswith("let "):
        return [proposition(story, passage, at, agent=agent)]
    negative = clauses.negated(verb)
    fit = child(verb, "acomp")
    below = [] if fit is None else children(fit, "xcomp", "ccomp")
    for c in (
        *below,
        *children(verb, "xcomp", "ccomp", "attr", "dobj", "nsubjpass", "nsubj", "advcl"),
    ):
        if c.dep_ == "ccomp" and c.i < verb.i and verb.lemma not in REPORTING:
            continue  # "first they must pay, then it will be repainted"
        if c.pos_ in ("NOUN", "PROPN") or clauses.has_to(c) or c.tag_ == "VBG" or c.dep_ == "ccomp":
            inner = _act_of(c)
            if inner is not None and inner.act is not None and inner.act.family is not None:
                own = clauses.subject(verb) if agent is None and ruled(verb) is c else agent
                made = proposition(story, passage, inner, agent=own)
                put = force(c, frozenset())
                unmade = negative or any(lemma(d) == "no" for d in children(c, "det"))
                if c.pos_ == "VERB" and c.dep_ != "ccomp":
                    unmade = put.negative
                elif lemma(verb) in ("refuse", "decline", "fail") or ruled(verb) is c:
                    unmade = not unmade
                modal = made.modality or put.modality or clauses.modality(verb)
                return [
                    replace(made, modality=modal, polarity="negative" if unmade else made.polarity)
                ]
            deeper = child(c, "xcomp")
            if deeper is not None and c.pos_ == "VERB":
                return _through(story, passage, c, agent)
    return [] if at is None or at.act is None else [proposition(story, passage, at, agent=agent)]


def _barred_from(verb: Token) -> Token | None:
    return clauses.complement_of(verb, "from")


def _barred(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "barred from returning", not returning."""
    target = _barred_from(verb)
    assert target is not None
    held = clauses.patient(verb)
    inner = _through(story, passage, target, held) if target.pos_ == "VERB" else ()
    at = act_at(target)
    if not inner and at is not None and at.act is not None:
        inner = [proposition(story, passage, at, agent=held)]
    if inner:
        actor = None if held is None else story.actor(passage, held)
        made = inner[0]
        recognised = made.agent is not None and made.agent.party is not None
        return (replace(made, agent=made.agent if recognised else actor, polarity="negative"),)
    at = act_at(verb)
    return () if at is None or at.act is None else (proposition(story, passage, at),)
