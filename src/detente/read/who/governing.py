"""Which name of its sentence a pronoun in a subordinate clause takes up."""

from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.who.referents import Mention


def governing(inside: list[Mention], passage: Passage, token: Token) -> Mention | None:
    """Mention that a pronoun in a subordinate clause takes up from the clause above it.

    A clause of condition or time speaks of the other side: the object of the clause above
    if a party is one, else its subject. A clause of content speaks of its speaker.
    """
    verb = token.head
    while verb.dep_ not in ("advcl", "ccomp", "ROOT", "relcl", "acl") and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ not in ("advcl", "ccomp", "relcl"):
        return None
    above = verb.head
    labels = ("dobj", "pobj", "nsubjpass", "nsubj") if verb.dep_ == "advcl" else ("nsubj", "dobj")
    tokens = {t.i: t for t in above.subtree}
    for label in labels:
        for mention in reversed(inside):
            at = next(
                (
                    t
                    for t in tokens.values()
                    if passage.start + t.idx <= mention.span.start < passage.start + t.end
                ),
                None,
            )
            if at is not None and _role(at, above) == label:
                return mention
    return None


def _role(token: Token, verb: Token) -> str | None:
    """What a name is to a verb: its own subject or object, alone or at the end of a name."""
    head = token
    while head.dep_ in ("compound", "amod", "nmod") and head.head.i != head.i:
        head = head.head
    if head.head.i == verb.i:
        return head.dep_
    if head.dep_ == "pobj" and head.head.head.i == verb.i:
        return "pobj"
    return None
