"""What a noun phrase does in its clause, and whether something is attributed to it there."""

from typing import Literal

from detente.lexicon.cues import cue_verbs, cues
from detente.read.grammar.clauses import child, phrasings
from detente.read.grammar.tokens import Token, once

Role = Literal["subject", "object", "phrase", "owner", "other"]

_ROLES: dict[str, Role] = {
    "nsubj": "subject", "nsubjpass": "subject", "csubj": "subject", "dobj": "object",
    "dative": "object", "attr": "object", "oprd": "object", "pobj": "phrase", "poss": "owner",
}  # fmt: skip
_WITHIN = ("compound", "amod", "nmod", "appos", "conj", "flat")


def role(token: Token) -> Role:
    """What the phrase that a token belongs to is in its clause."""
    head = top(token)
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        return "subject"
    if head.dep_ == "attr" and _set_apart(head):
        return "subject"
    return _ROLES.get(head.dep_, "other")


def _set_apart(noun: Token) -> bool:
    """Of "it is Oslo that lets go" Oslo, of whom all the sentence speaks."""
    own = child(noun.head, "nsubj", "expl")
    clause = child(noun, "relcl") or child(noun.head, "relcl", "ccomp", "advcl")
    return own is not None and own.lower_ == "it" and clause is not None


def top(token: Token) -> Token:
    """Head of the whole noun phrase that a token belongs to, joined phrases included."""
    while token.dep_ in _WITHIN and token.head.i != token.i:
        token = token.head
    return token


def speaks(token: Token) -> bool:
    """Whether something is attributed to a phrase: "Oslo *said*", "according to Oslo"."""
    head = top(token)
    above = head.head
    if head.dep_ == "pobj":
        if above.dep_ == "agent":
            return says(above.head)
        # "For Bell, the plan was a mistake" tells what she thinks.
        if above.lower_ == "for" and above.i == above.sent.start:
            after = above.doc[head.right_edge.i + 1 : head.right_edge.i + 2]
            return any(t.text == "," for t in after)
        return above.lower_ == "to" and above.head.lower_ == "according"
    return head.dep_ == "nsubj" and says(above)


def says(verb: Token) -> bool:
    """Whether a verb attributes a clause or a quotation to its subject."""
    return verb.pos_ in ("VERB", "AUX") and verb.lemma in cue_verbs() and _says(verb)


@once
def _says(verb: Token) -> bool:
    if child(verb, "auxpass") is not None and child(verb, "agent") is None:
        return False
    known = cues().verbs
    return any("clause" in known[phrase].frames for phrase, _ in phrasings(verb) if phrase in known)


def letting_know(verb: Token) -> Token | None:
    """Of "Oslo has let Lima know that it would come" the letting, which is how Oslo says it."""
    above = verb.head
    if verb.lemma not in _LEARNING or above.lemma not in ("let", "make"):
        return None
    if child(verb, "auxpass") is not None:
        # "Oslo has let it be known that it would come"
        own = child(verb, "nsubjpass")
        return above if own is not None and own.lower_ == "it" and above.i < own.i else None
    bare = verb.tag_ in ("VB", "VBP") and verb.dep_ in ("ccomp", "xcomp")
    own = child(verb, "nsubj")
    between = own is not None and above.i < own.i < verb.i
    return above if bare and between and child(verb, "aux", "mark") is None else None


_LEARNING = frozenset({"know", "understand", "see", "hear"})
