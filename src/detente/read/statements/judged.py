"""What is said of a deed that amounts to a no: that it is wrong, too late, or not an option."""

import re

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token

_FIRST = frozenset({"i", "we"})
# Of whom it is said: "it would be wrong to lift it", "we would be fools to lift it".
_JUDGED = _FIRST | {"it"}
_BESIDE = frozenset({"pcomp", "pobj", "relcl"})
_CLOSED = word_class("closed_matters")
_CLOSED_IDIOMS = word_class("closed_idioms")
_FOOLISH = word_class("foolish") | _CLOSED
_INTERESTS = frozenset({"gift", "interest", "nature", "power"})


def called_foolish(verb: Token, node: Token) -> bool:
    """Of "it would be wrong to lift it" the lifting."""
    judged = child(verb, "acomp", "attr") if _judges(verb, node) else None
    return judged is not None and judged.lemma in _FOOLISH and not clauses.negated(verb)


def amiss(verb: Token, node: Token) -> bool:
    """Of "it is too late to lift it", "not in our interest to", "is not about to" the lifting."""
    if verb.lemma == "be" and clauses.negated(verb) and _about_to(node):
        return True  # who is about to may yet not; who is not about to will not
    return _judges(verb, node) and (_too_much(verb) or _of_no_interest(verb))


def fools(noun: Token, verb: Token | None) -> bool:
    """Of "we would be fools to lift it" the fools."""
    if verb is None or noun.lemma not in _FOOLISH or noun.dep_ != "attr":
        return False
    own = child(verb, "nsubj")
    return own is not None and own.lower_ in _FIRST and not clauses.negated(verb)


def _judges(verb: Token, node: Token) -> bool:
    own = child(verb, "nsubj", "nsubjpass")
    return own is not None and own.lower_ in _JUDGED and node.dep_ not in _BESIDE


def _too_much(verb: Token) -> bool:
    told = child(verb, "acomp", "attr", "advmod")
    if told is None or told.i < verb.i or clauses.negated(verb):
        return False
    return any(c.lower_ == "too" for c in children(told, "advmod"))


def _of_no_interest(verb: Token) -> bool:
    noun = clauses.complement_of(verb, "in")
    return noun is not None and noun.lemma in _INTERESTS and clauses.negated(verb)


def _about_to(node: Token) -> bool:
    """Whether "about" stands before it, however it is parsed."""
    if node.lower_ == "about":
        return True
    to = next((c for c in children(node, "aux") if c.lower_ == "to"), None)
    return to is not None and to.i > 0 and to.nbor(-1).lower_ == "about"


def closed(verb: Token) -> bool:
    """Whether a clause says of its subject that it is out of the question, or "not an option"."""
    if verb.lemma not in ("be", "remain", "stay"):
        return False
    after = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 8])
    if clauses.negated(verb):
        return _OPEN.match(after) is not None
    complement = child(verb, "acomp", "attr")
    if complement is not None and complement.lemma in _FOOLISH:
        return True
    return any(f" {idiom}" in f" {after}" for idiom in _CLOSED_IDIOMS)


# After "is not": what is not open is closed.
_OPEN = re.compile(
    r"(?:not |n't |\w+ly )*(?:an option|on the (?:table|agenda|cards|menu)|on [\w’' ]+ agenda"
    r"|possible|negotiable|up for|open to|acceptable|conceivable|going to happen|in the cards"
    r"|a possibility|for sale|under (?:consideration|discussion|review)"
    r"|in (?:prospect|sight|the offing)|on offer|foreseen|envisaged|(?:even )?thinkable|feasible"
    r"|being (?:considered|contemplated|discussed|planned|weighed)|justifiable|warranted"
    r"|(?:a |any )?(?:matter|subject|topic) (?:for|of) (?:bargaining|debate|discussion|negotiation"
    r"|talks)"
    r"|for discussion|desirable|opportune|something (?:that |which )?(?:[\w’']+ ){1,5}?(?:accept"
    r"|consider|contemplat|discuss|entertain|envisag|intend|plan|want|weigh)\w*)"
)
