"""Which name of its sentence grammar lets a pronoun take up."""

from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage, child, children, has_to, modality
from detente.read.grammar.tokens import Token
from detente.read.who.referents import Mention


def governing(inside: list[Mention], passage: Passage, token: Token) -> Mention | None:
    """Mention that a pronoun in a subordinate clause takes up from the clause above it.

    A clause of condition or time speaks of the other side: the object of the clause above
    if a party is one, else its subject. A clause of content speaks of its speaker. What somebody
    may not do before "it" does something it is to do itself: then the grammar decides.
    """
    verb = token.head
    while verb.dep_ not in ("advcl", "ccomp", "ROOT", "relcl", "acl") and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ not in ("advcl", "ccomp", "relcl"):
        return None
    above = verb.head
    if _does_first(verb, above):
        return None
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


def _does_first(verb: Token, above: Token) -> bool:
    """Of "may not sell them to Oslo before it has told Lima" whether one party does both."""
    if not any(c.lower_ == "before" for c in children(verb, "mark")):
        return False
    return has_to(above) or modality(above) in ("may", "must")


_UNDERGONE = word_class("undergone")
_DECREEING = word_class("decreeing")
_NOTIFYING = word_class("notifying")


def decreed_by(token: Token) -> Token | None:
    """Of "Washington announced its removal" Washington, which did not remove itself.

    Nor did whoever "informed Ankara that it had been removed".
    """
    if token.dep_ == "nsubjpass" and token.head.dep_ == "ccomp":
        verb = token.head.head
        return child(verb, "nsubj") if verb.lemma in _NOTIFYING else None
    noun = token.head
    if token.dep_ != "poss" or noun.lemma not in _UNDERGONE:
        return None
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return child(verb, "nsubj") if verb.lemma in _DECREEING else None


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
