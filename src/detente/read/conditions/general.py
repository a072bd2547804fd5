"""Law that is cited without a word of what it asks: "the treaty requires it", "broke the treaty".

What is meant stands in the text around it. It is read as a duty to comply with the law, or not to
violate it; drafting asks what whoever cites it wants.
"""

from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_COMPLYING = "comply"
_BREAKING = "violate"
_POINTING = frozenset({"it", "so", "that", "this", "what", "which"})
_CHOICES = frozenset({"alternative", "choice", "option"})
_STEPS = word_class("steps")
_SOMEBODY = word_class("anybody") | {"counterpart"}


def complying(
    story: Story, passage: Passage, verb: Token, bound: Token | None
) -> tuple[Proposition, ...]:
    """To keep to a law, by whom it binds if that is said."""
    made = proposition(story, passage, ActAt(verb, None, _COMPLYING, None, None))
    doer = story.actor(passage, bound) if bound is not None else None
    return (replace(made, agent=doer, polarity="positive"),)


def breaking(
    story: Story, passage: Passage, word: Token, wrong: Token | None
) -> tuple[Proposition, ...]:
    """To break a law: by a party, or by what is only pointed at."""
    doer = story.actor(passage, wrong) if wrong is not None else None
    other = wrong is not None and _is_the_other(wrong)
    by_party = doer is not None and (doer.party or doer.of) is not None and not other
    pointed = wrong is not None and (wrong.lower_ in _POINTING or lemma(wrong) in _STEPS)
    pointed = pointed or other or _is_deed(wrong)
    if not by_party and not pointed:
        return ()
    made = proposition(story, passage, ActAt(word, None, _BREAKING, None, None))
    return (replace(made, agent=doer if by_party else None, polarity="positive"),)


def _is_deed(wrong: Token | None) -> bool:
    """Whether a noun names something done that no inventory has: "the boarding of ships"."""
    if wrong is None or wrong.pos_ != "NOUN":
        return False
    return (wrong.tag_ == "NN" and lemma(wrong).endswith(_OF_DEEDS)) or lemma(wrong) in _DEEDS


_OF_DEEDS = ("age", "al", "ation", "ence", "ing", "ment", "sion", "ition", "ution")
_DEEDS = word_class("named_deeds")


def _is_the_other(noun: Token) -> bool:
    """Whether it is only said whose other side it is: "its neighbour", "the government"."""
    beside = children(noun, "amod", "compound", "nmod", "poss", "prep")
    return lemma(noun) in _SOMEBODY and all(c.tag_ == "PRP$" or _of_what(c) for c in beside)


def _of_what(preposition: Token) -> bool:
    """Whether it names nobody: "accused the government *of* a breach"."""
    of = child(preposition, "pobj") if preposition.lower_ == "of" else None
    return of is not None and of.pos_ != "PROPN"


def only_pointed_at(verb: Token) -> bool:
    """Whether a law asks what stands elsewhere: "requires it", "leaves them no choice"."""
    thing, below = child(verb, "dobj"), child(verb, "xcomp")
    if below is not None and lemma(below) == "do":
        return True  # "is bound by the treaty to do so"
    if thing is None:
        return any(c.lower_ == "to" and c.i == verb.right_edge.i for c in verb.subtree)
    if lemma(thing) in _CHOICES:
        return clauses.negated(verb) and child(verb, "dative") is not None
    plain = not children(verb, "xcomp", "ccomp", "advcl")
    return plain and thing.lower_ in _POINTING
