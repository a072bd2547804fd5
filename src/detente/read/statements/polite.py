"""Requests worded as what one would feel: "would be grateful if Oslo could lift it"."""

from collections.abc import Iterator

from detente.lexicon.cues import cues
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
