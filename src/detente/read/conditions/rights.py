"""Rights and obligations that law is said to give: "entitles Oslo to a visit", "has a duty to".

What one party has a right to others owe. Only such rights count as others can grant or withhold:
that a party may do something itself asks nothing of anybody.
"""

from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.asked import done_in, named_deed
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt, act_at
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_RIGHTS = frozenset({"right", "claim", "entitlement", "title"})
_OBLIGATIONS = word_class("obligations")
_VERBAL = ("VERB", "AUX")
# Nouns of verbs that somebody must be let do: "to inspect" is an inspection.
_LET = (("inspector", "admit"), ("permit", "grant"))


def entitled(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What others owe to whoever is entitled: "the pact gives Oslo the right to a visit"."""
    given = children(verb, "dobj")
    due = given[-1] if given and lemma(verb) != "entitle" else None
    if due is None and lemma(verb) == "entitle":
        due = clauses.complement_of(verb, "to") or child(verb, "xcomp")
    if due is not None and lemma(due) in _RIGHTS:
        due = child(due, "acl", "relcl") or clauses.complement_of(due, "to", "of")
    if due is None or inventory().is_a(lemma(due), "person"):
        return ()
    found = _let(story, passage, due) if due.pos_ in _VERBAL else named_deed(story, passage, due)
    # A veto that somebody has the right to cast is nobody else's to give.
    return tuple(replace(p, agent=None) for p in found if p.act != "impose")


def has_right(verb: Token) -> bool:
    """Whether somebody is said to have a right: "has the right to a visit"."""
    own = child(verb, "dobj")
    return lemma(verb) in ("have", "enjoy") and own is not None and lemma(own) in _RIGHTS


def _let(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What it takes that somebody may do something: their admission, or the act that is theirs."""
    at, stock = act_at(verb), inventory()
    if at is not None and at.act is not None and at.act.side == "gain":
        return (proposition(story, passage, at),)
    for class_name, name in _LET:
        nouns = (lemma(verb), f"{lemma(verb)}ion", f"{lemma(verb)}or")
        if any(stock.is_a(noun, class_name) for noun in nouns):
            return (proposition(story, passage, ActAt(verb, stock.act(name), name, None, None)),)
    return ()


def owed(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "has an obligation to release them", "imposes a duty on Oslo to" the release."""
    nouns = [*children(verb, "dobj", "attr")]
    nouns += [n for p in children(verb, "prep") if (n := child(p, "pobj")) is not None]
    duty = next((n for n in nouns if lemma(n) in _OBLIGATIONS), None)
    if duty is None or clauses.of_none(duty):
        return ()
    for clause in (*children(duty, "acl", "relcl"), *children(verb, "advcl", "xcomp")):
        if clauses.has_to(clause):
            bound = clauses.complement_of(duty, "on", "upon", "for")
            found = done_in(story, passage, clause, bound)
            doer = bound if bound is not None else clauses.subject(verb)
            actor = None if doer is None else story.actor(passage, doer)
            return tuple(replace(p, agent=actor) for p in found)
    return ()
