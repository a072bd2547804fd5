"""What a stretch of text says that somebody does, with agent, object and polarity."""

import re
from dataclasses import replace
from typing import Literal

from detente.domain.evidence import Actor, Proposition, Span
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, children
from detente.read.grammar.tokens import Token
from detente.read.statements.act_frames import CONCEDING
from detente.read.statements.acts import ActAt, agent_of
from detente.read.statements.lettings import lets_look
from detente.read.statements.resolved import is_resolved
from detente.read.who.mentions import Story

_BAD = re.compile(
    r"^(?:un(?:fair|just|justified|lawful|acceptable|warranted|reasonable)|illegal|illegitimate|wrong"
    r"|wrongful|mistaken?|mistake|injustice|arbitrary|provocative|counterproductive|baseless|excessive"
    r"|discriminatory|harmful|outrageous|disproportionate|groundless|unwelcome|an? injustice)$"
)


_GOOD = re.compile(
    r"^(?:fair|just|justified|lawful|welcome|necessary|right|legitimate|overdue|essential)$"
)


_TENTATIVE = word_class("tentative")


def proposition(
    story: Story,
    passage: Passage,
    found: ActAt,
    *,
    agent: Token | None = None,
    ordered: bool = False,
) -> Proposition:
    """Make a proposition of an act, resolving who is meant.

    Parameters
    ----------
    agent
        Who does it where the grammar of the clause does not say.
    ordered
        Whether the agent was told to, and goes before what the clause says.
    """
    token = found.token
    doer = agent if ordered and agent is not None else agent_of(found)
    doer = doer if doer is not None else agent
    if lets_look(found):
        doer = None  # whoever asks to see something does not let it be seen
    verbal = token.pos_ in ("VERB", "AUX")
    return Proposition(
        document=story.document,
        span=_span(passage, found),
        act=found.name,
        agent=None if doer is None else story.actor(passage, doer),
        object=_named(passage, found.object, _actor(story, passage, found.object)),
        complement=_actor(story, passage, found.complement),
        valued=_valued(token),
        polarity="negative" if verbal and clauses.negated(token) else "positive",
        modality=_modality(found) if verbal else _noun_modality(token),
        time=_time(passage, token),
    )


def _actor(story: Story, passage: Passage, token: Token | None) -> Actor | None:
    if token is None:
        return None
    if token.pos_ in ("VERB", "AUX"):
        # "Stop sharing the data if Oslo signs": the condition is not what is stopped.
        claim = token.dep_ == "ccomp" and token.head.lemma in CONCEDING
        own = clauses.subtree_without(token, ("advcl", "parataxis", *(() if claim else ("mark",))))
        return Actor(span=passage.span(*clauses.trimmed(own)))
    return story.actor(passage, token)


def _named(passage: Passage, token: Token | None, found: Actor | None) -> Actor | None:
    """What something is done to, with the name set behind it and what is joined to it."""
    if token is None or found is None or token.pos_ not in ("NOUN", "PROPN"):
        return found
    span = passage.span(*clauses.thing_extent(token))
    return found if span == found.span else replace(found, span=span)


def _span(passage: Passage, found: ActAt) -> Span:
    """Words of the act: the clause or noun phrase, without what is merely joined to it."""
    token = found.token
    if token.pos_ not in ("VERB", "AUX"):
        return passage.span(*clauses.noun_extent(token))
    joined = ("advcl", "conj", "cc", "parataxis", "relcl", "mark")
    return passage.span(*clauses.trimmed(clauses.subtree_without(token, joined)))


def _modality(found: ActAt) -> str | None:
    return clauses.modality(found.token) or ("will" if is_resolved(found) else None)


def _noun_modality(noun: Token) -> str | None:
    words = {c.lemma for c in children(noun, "amod", "det")}
    return "may" if words & _TENTATIVE else None


def _valued(token: Token) -> Literal["for", "against"] | None:
    """Whether the text calls the act good or bad: "its removal was unfair"."""
    words = [c.lemma for c in children(token, "amod")]
    head = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
        words += [c.lemma for c in children(head, "acomp", "attr", "oprd")]
        if clauses.negated(head):
            return None
    if token.dep_ == "dobj" and head.lemma in ("call", "describe", "consider", "deem", "brand"):
        words += [
            t.lower_ for t in head.subtree if t.dep_ in ("oprd", "acomp", "amod", "pobj", "ccomp")
        ]
    if token.pos_ == "VERB" and clauses.is_passive(token):
        words += adverbs_as_adjectives(token)
    if any(_BAD.match(w) for w in words):
        return "against"
    return "for" if any(_GOOD.match(w) for w in words) else None


def adverbs_as_adjectives(token: Token) -> list[str]:
    """Adverbs of manner as the adjectives they come from: "unfairly removed"."""
    return [w[:-2] for w in clauses.adverbs(token) if w.endswith("ly")]


def _time(passage: Passage, token: Token) -> Span | None:
    for t in token.subtree:
        if t.ent_type_ == "DATE" and t.ent_iob_ == "B":
            last = t
            while last.i + 1 < len(passage.doc) and passage.doc[last.i + 1].ent_iob_ == "I":
                last = passage.doc[last.i + 1]
            return passage.span(t, last)
    return None
