"""Deeds that no act of the inventory knows: "repaint the buoys", "the dredging of the canal".

News uses more verbs than any list holds. In a condition such a verb tells of a deed where it says
what is done to what; "take", "seem" or "depend" say too little by themselves.
"""

from detente.domain.evidence import Proposition
from detente.lexicon.acts import plain_verbs
from detente.lexicon.nominals import verb_of
from detente.lexicon.words import word_class
from detente.read.conditions.extents import REPORTING
from detente.read.conditions.loose import known
from detente.read.grammar import clauses
from detente.read.grammar.clauses import lemma
from detente.read.grammar.tokens import Token

_UNTOLD = plain_verbs() | REPORTING | word_class("carriers") | word_class("happening_verbs")


def is_open(p: Proposition) -> bool:
    """Whether something is done to something, by a verb that the inventory does not know."""
    return p.object is not None and p.act.split()[0] not in _UNTOLD and not known(p)


def tells_of_deed(p: Proposition) -> bool:
    """Whether a proposition says what is done, in a known act or by a verb of its own."""
    return known(p) or is_open(p)


def names_open_deed(noun: Token) -> bool:
    """Whether a noun is one for an unknown doing to something: "the dredging of the canal"."""
    verb = verb_of(lemma(noun)) if noun.pos_ == "NOUN" else None
    return (
        verb is not None and verb not in _UNTOLD and clauses.complement_of(noun, "of") is not None
    )
