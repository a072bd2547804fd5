"""What law is said to oblige somebody to do, or not to do, whatever else happens.

"The treaty obliges Oslo to withdraw", "Article 3 prohibits the surrender of nationals", "under the
convention prisoners must be released". A duty has no benefit: its needs are what the law asks.
"""

from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.read.conditions.deeds import acts_stated, duties_of
from detente.read.conditions.dependence import Dependence
from detente.read.conditions.grounds import names_law
from detente.read.conditions.loose import stated_loosely
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story

FORM = "duty"
_OBLIGING = word_class("obliging")
_FORBIDDING = word_class("forbidding")
_LAWS = word_class("law_nouns")
_NOMINAL = ("NOUN", "PROPN")
# What makes a duty hang on something else; then it is a condition.
_HANGING = frozenset({"if", "unless", "until", "before", "once", "when", "while", "after"})


def of_law(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Find what law is said to ask at a verb."""
    needs: tuple[Proposition, ...] = ()
    if lemma(verb) in _OBLIGING:
        needs = _obliged(story, passage, verb) if _by_law(verb) else ()
    elif lemma(verb) in _FORBIDDING:
        needs = tuple(map(_denied, _forbidden(story, passage, verb))) if _by_law(verb) else ()
    elif clauses.modality(verb) is not None and not _hangs(verb) and names_law(verb.sent.text):
        needs = duties_of(story, passage, verb)
    if needs:
        span = passage.span(*clauses.extent(verb))
        yield Dependence(
            condition=span, consequence=span, benefit=None, needs=needs, form=FORM, token=verb
        )


def _by_law(verb: Token) -> bool:
    """Whether it is law that obliges or forbids: as the subject, or named as the ground."""
    own = child(verb, "nsubj")
    if own is not None and any(t.lower_ in _LAWS or t.lemma in _LAWS for t in own.subtree):
        return True
    relative = own is not None and own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
    if relative and verb.head.lemma in _LAWS:
        return True
    return clauses.is_passive(verb) and names_law(verb.sent.text)


def _obliged(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    below = child(verb, "xcomp", "ccomp", "advcl")
    told = child(verb, "dobj", "nsubjpass")
    if below is not None and (clauses.has_to(below) or clauses.subjunctive(below)):
        agent = told if told is not None else child(below, "nsubj")
        return acts_stated(story, passage, below, agent)
    if told is not None and not clauses.is_passive(verb) and told.pos_ in _NOMINAL:
        inner = child(told, "acl", "relcl")
        if inner is not None and clauses.has_to(inner):
            return acts_stated(story, passage, inner, told)
        return stated_loosely(story, passage, told)
    return ()


def _forbidden(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    told = child(verb, "dobj", "nsubjpass")
    inner = clauses.complement_of(verb, "from")
    inner = inner if inner is not None else child(verb, "xcomp", "ccomp")
    if inner is None and told is not None:
        inner = clauses.complement_of(told, "from") or child(told, "acl")
        inner = inner if inner is not None and inner.pos_ == "VERB" else None
    if inner is not None:
        return acts_stated(story, passage, inner, told)
    return stated_loosely(story, passage, told) if told is not None else ()


def _hangs(verb: Token) -> bool:
    """Whether something else in its clause makes it conditional."""
    below = children(verb, "advcl")
    return any(
        c.dep_ == "mark" and c.lower_ in _HANGING for clause in below for c in clause.children
    ) or any(clauses.has_to(clause) for clause in below)


def _denied(p: Proposition) -> Proposition:
    return replace(p, polarity="positive" if p.polarity == "negative" else "negative")
