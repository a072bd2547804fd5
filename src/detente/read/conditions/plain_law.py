"""Law that is named beside a clause and not in it: in the sentence before, or by whoever says it.

"The treaty is clear. Oslo is to withdraw", "Oslo must withdraw, the minister said, citing the
pact", "nothing in the treaty allows Oslo to stay".
"""

from detente.lexicon.words import word_class
from detente.read.conditions.grounds import citing_law, is_law, speaks_law
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children, lemma
from detente.read.grammar.tokens import Token

_PLAIN = word_class("plain_words")
_SURE = frozenset({"doubt", "question", "room", "ambiguity", "uncertainty"})
_NOTHING = frozenset({"nothing", "none", "nowhere"})
_SPEAKING = frozenset({"rule", "say", "speak", "state"})
_PLAINLY = frozenset(
    {"clearly", "explicitly", "expressly", "plainly", "unambiguously", "unequivocally"}
)


def plain_before(verb: Token) -> bool:
    """Whether the sentence before says that law leaves no doubt: "The court was very clear."."""
    start = verb.sent.start
    if start == 0:
        return False
    said = verb.doc[start - 1].sent.root
    if said.pos_ not in ("VERB", "AUX"):
        return False
    own = clauses.subject(said)
    return own is not None and (is_law(own) or speaks_law(own)) and _leaves_no_doubt(said)


def _leaves_no_doubt(verb: Token) -> bool:
    if lemma(verb) == "be":
        told = children(verb, "acomp", "attr")
        return not clauses.negated(verb) and any(lemma(c) in _PLAIN for c in told)
    if lemma(verb) in _SPEAKING:
        told = children(verb, "advmod")
        return not clauses.negated(verb) and any(c.lower_ in _PLAINLY for c in told)
    left = child(verb, "dobj") if lemma(verb) == "leave" else None
    return left is not None and lemma(left) in _SURE and clauses.of_none(left)


def cited_by_speaker(verb: Token) -> bool:
    """Whether who says it cites law for it: "must withdraw, the minister said, citing the pact"."""
    above = verb.head
    said = verb.dep_ == "ccomp" and above.pos_ == "VERB"
    return said and not clauses.negated(above) and citing_law(above)


def in_no_law(noun: Token) -> bool:
    """Whether it is all that a law holds: "nothing in the treaty" allows it."""
    held = clauses.complement_of(noun, "in", "of", "under") if noun.lower_ in _NOTHING else None
    return held is not None and is_law(held)


def law_far_before(verb: Token) -> bool:
    """Whether a law is the subject that the parser lost on the way to its verb.

    "Article 4 of the pact concluded in 2018, in their view, forbids" is taken for "the article
    concluded ...", "Article 7, he likes to recall, forbids" for "he forbids".
    """
    if verb.tag_ != "VBZ" or child(verb, "nsubj", "nsubjpass") is not None:
        return False
    below = (own for c in children(verb, "ccomp") if c.i < verb.i and (own := child(c, "nsubj")))
    aside = children(verb.head, "npadvmod", "dep") if verb.dep_ == "conj" else []
    opening = (noun for noun in aside if noun.i < verb.head.i)
    return any(is_law(noun) for noun in (*below, *opening))
