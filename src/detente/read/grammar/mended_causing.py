"""Mendings of who does what is done: "to have the border surveyed", "lifted by the end of May"."""

from detente.lexicon.words import word_class
from detente.read.grammar.hang import hang
from detente.read.grammar.tokens import Token

# Who wants or tries to have something done is mostly not who does it.
_FOR_OTHERS = word_class("wishing_to_have")
_WHEN = frozenset({"DATE", "TIME"})


def mend_by_then(by: Token) -> None:
    """Of "is to be lifted by the end of May" nobody's name, but the time, stands behind "by"."""
    noun = next((c for c in by.children if c.dep_ == "pobj"), None)
    if noun is not None and noun.ent_type_ in _WHEN and noun.pos_ != "PRON":
        by.dep_ = "prep"


def mend_caused(done: Token) -> None:
    """Of "is willing to have the border surveyed" the surveying is what one is willing to do."""
    noun = done.head if done.dep_ == "acl" else _object(done)
    have = noun.head if done.dep_ == "acl" and noun is not None else done.head
    if noun is None or have.lower_ != "have" or not have.i < noun.i < done.i:
        return
    helping = [c for c in have.children if c.tag_ in ("TO", "MD")]
    if not helping or have.head.lemma in _FOR_OTHERS or have.head is have:
        return
    if any(c.dep_ == "neg" for c in have.children) or any(c.dep_ == "poss" for c in noun.children):
        return  # "will not have people dumped", "to have its lorries searched": others do it
    if noun.dep_ not in ("dobj", "nsubj") or noun.right_edge.i > done.right_edge.i:
        return
    label = have.dep_
    for c in [c for c in have.children if c is not noun and c is not done]:
        hang(c, done, c.dep_)
    hang(done, have.head, label)
    hang(noun, done, "dobj")
    hang(have, done, "aux")


def _object(done: Token) -> Token | None:
    """Of "have it surveyed", parsed as a clause, what the parser takes for its subject."""
    if done.dep_ != "ccomp" or any(c.dep_ in ("aux", "auxpass", "mark") for c in done.children):
        return None
    return next((c for c in done.children if c.dep_ == "nsubj" and c.i < done.i), None)
