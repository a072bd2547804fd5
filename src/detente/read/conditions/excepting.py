"""What law allows only in a case that it names, and so forbids otherwise.

"May be ended only by consent of both", "allows a closure only in time of war", "such bans are
permitted only for a limited time". Where the case is a deed of somebody it is a condition, which
other rules find.
"""

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, lemma
from detente.read.grammar.tokens import Token

CONSENTS = word_class("consents")
_ANYBODY = word_class("anybody")
_ONLY = frozenset({"exclusively", "only", "solely"})
# What opens a case: a preposition, a conjunction, or "to" before what it is for.
_OPENING = ("ADP", "SCONJ", "PART")
_WHEN = frozenset({"if", "once", "when", "where", "whenever", "wherever"})


def only_in_a_case(verb: Token) -> bool:
    """Whether what a verb allows is allowed only in a case: "only in time of war"."""
    below = list(verb.subtree)
    if any(_opens_case(token) for token in below if token.lower_ in _ONLY):
        return True
    return any(_limits_time(time) for time in below if time.lemma in _TIMES)


def _limits_time(time: Token) -> bool:
    """Whether a stretch of time is the longest: "one year at most", "no more than six months"."""
    around = time.doc[max(time.i - 4, 0) : time.i + 3]
    words = " ".join(t.lower_ for t in around)
    return any(each in words for each in _AT_MOST)


_AT_MOST = (
    "at most",
    "no longer than",
    "no more than",
    "not longer than",
    "not more than",
    "up to",
)
_TIMES = word_class("times")


def _opens_case(only: Token) -> bool:
    """Whether a case stands behind an "only", and no number or name that it picks out."""
    if only.i + 1 >= len(only.doc):
        return False
    opening = only.nbor(1)
    if opening.lower_ == "by":
        return _by_whom(opening)
    return opening.pos_ in _OPENING or opening.lower_ in _WHEN


def _by_whom(preposition: Token) -> bool:
    """Whether "only by" names a consent or some kind of party: none that is named is spared."""
    doer = child(preposition, "pobj")
    if doer is None:
        return child(preposition, "pcomp") is not None
    return lemma(doer) in (CONSENTS | _ANYBODY | _DECIDING)


_DECIDING = (
    word_class("courts") | word_class("law_nouns") | {"decision", "order", "parliament", "vote"}
)


def only_where(verb: Token) -> Token | None:
    """Clause on the case that law allows: "may levy it only where the other has not signed"."""
    for word in verb.subtree:
        if word.lower_ == "where" and word.i > verb.i and word.nbor(-1).lower_ in _ONLY:
            return word.head if word.head.pos_ in ("VERB", "AUX") else None
    return None


def by_leave(verb: Token) -> bool:
    """Whether a modal allows something only in a case: "may be ended only by consent"."""
    allowed = clauses.modality(verb) in ("may", "can") and not clauses.negated(verb)
    return allowed and only_in_a_case(verb)
