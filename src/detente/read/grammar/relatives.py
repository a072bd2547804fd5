"""What a relative pronoun stands for: "the ships, *which* Oslo asks for", "*what* it wants is"."""

from detente.read.grammar.clauses import child
from detente.read.grammar.tokens import Token


def antecedent(pronoun: Token) -> Token | None:
    """Return the noun that "which", "that" or "what" stands for as an object, if it is told."""
    verb = pronoun.head.head if pronoun.head.pos_ == "ADP" else pronoun.head
    above = verb.head
    if pronoun.lower_ == "what":
        return _equated(verb, above)
    if pronoun.tag_ == "WDT" and verb.dep_ == "relcl" and above.pos_ in ("NOUN", "PROPN"):
        return above
    return None


def equated_clause(verb: Token) -> Token | None:
    """Of "what Oslo wants is for Lima to leave", "is that it leave" the leaving."""
    being = verb.head
    what = any(c.dep_ == "dobj" and c.lower_ == "what" for c in verb.children)
    if verb.dep_ == "relcl" and being.lemma == "thing" and being.dep_ == "nsubj":
        what, being = True, being.head
    if not what or being.lemma != "be" or verb.i > being.i:
        return None
    told = child(being, "advcl", "ccomp", "xcomp")
    marked = told is not None and (child(told, "mark") is not None)
    return told if told is not None and told.i > being.i and marked else None


def _equated(verb: Token, being: Token) -> Token | None:
    """Of "what Oslo asks for is the release" and "the release is what it asks for" the release."""
    if being.lemma != "be" or verb.dep_ not in ("csubj", "ccomp"):
        return None
    if child(being, "neg") is not None:
        return None  # "what we want is not a deal"
    told = child(being, "attr", "nsubj")
    if told is None or told.pos_ not in ("NOUN", "PROPN"):
        return None
    return told if (told.i > being.i) == (verb.i < being.i) else None
