"""Rights to go where another is at home: whoever that is has to let in.

"Entitles Malian aircraft to overfly Algeria" asks Algeria to admit the aircraft, and "gives its
inspectors the right to see any plant" that they are admitted.
"""

from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import heads_of
from detente.read.statements.acts import ActAt
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_ENTERING = word_class("entering")
_INTO = ("across", "at", "in", "inside", "into", "over", "through", "to")


def let_in(
    story: Story, passage: Passage, verb: Token, whom: Token | None
) -> tuple[Proposition, ...]:
    """To let in whoever has a right to go somewhere, by whom the place belongs to."""
    if whom is None or lemma(verb) not in _ENTERING:
        return ()
    place = child(verb, "dobj") or clauses.complement_of(verb, *_INTO)
    actor = story.actor(passage, place) if place is not None else None
    owner = (actor.party or actor.of) if actor is not None else None
    at_home = owner is not None and owner == story.actor(passage, whom).party
    inspecting = inventory().is_a(lemma(whom), "inspector")
    if at_home or (owner is None and not inspecting):
        return ()
    act = inventory().of_verb("let in", heads_of(whom))
    if act is None or act.family is None or act.family.name == "membership":
        act = inventory().act("admit" if inspecting else "let_in")
    assert act is not None
    made = proposition(story, passage, ActAt(verb, act, act.name, whom, None))
    doer = replace(actor, party=owner) if actor is not None and owner is not None else None
    return (replace(made, agent=doer, polarity="positive"),)
