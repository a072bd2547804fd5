"""Requests that no verb of asking tells.

They are worded as what one would feel, "would be grateful if Oslo could lift it", or as what one
tries to bring about, "seeks to move Oslo to lift it".
"""

from collections.abc import Iterator

from detente.lexicon.cues import cues
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution
from detente.read.statements.making import attribution
from detente.read.statements.sources import source_of
from detente.read.statements.urged import thanked_for


def politely_asked(passage: Passage, verb: Token) -> Iterator[Attribution]:
    """Of "would appreciate it if Oslo left" the demand that Oslo leave."""
    below = thanked_for(verb)
    who = (source_of(verb) or child(verb, "nsubjpass")) if below is not None else None
    if below is not None and who is not None:
        found = attribution(passage, verb, None, cues().verbs["demand"], "clause", [below])
        found.source, found.source_span = who, passage.span(*clauses.extent(who))
        yield found


def moved_to(passage: Passage, verb: Token) -> Iterator[Attribution]:
    """Of "seeks to move Oslo to leave", "is trying to get Oslo to leave" the demand."""
    above = verb.head
    below = child(verb, "xcomp", "ccomp", "advcl")
    if verb.lemma not in _MOVING or verb.dep_ != "xcomp" or above.lemma not in _TRYING:
        return
    whom = child(verb, "dobj") or (child(below, "nsubj") if below is not None else None)
    if below is None or whom is None or not clauses.has_to(below) or clauses.negated(above):
        return
    who = source_of(above)
    if who is not None and whom.lower_ not in _ONESELF:
        found = attribution(passage, verb, None, cues().verbs["urge"], "order", [below])
        found.source, found.source_span = who, passage.span(*clauses.extent(who))
        found.agent = whom
        yield found


_MOVING = word_class("moving_verbs")
_TRYING = word_class("trying")
_ONESELF = frozenset({"itself", "themselves", "us", "me"})
