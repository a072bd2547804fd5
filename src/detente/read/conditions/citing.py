"""Who cites a law: "in Oslo's view", "pointed to Article 5, which forbids", "invoked the pact"."""

from collections.abc import Iterator

from detente.lexicon.words import word_class
from detente.read.conditions.grounds import CITING, is_law
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children, lemma
from detente.read.grammar.tokens import Token

_VIEWS = word_class("views")
# Verbs of citing that are said of much else besides law.
_WIDER = frozenset(
    {"bring", "draw", "found", "ground", "lean", "mention", "name", "recall", "remind"}
)


def citer(verb: Token) -> Token | None:
    """Who cites the law that a clause tells of, where it stands in the sentence."""
    before = verb.doc[verb.sent.start : verb.i + 1]
    citing = [t for t in before if t.pos_ == "VERB" and lemma(t) in CITING]
    above = next((t for t in citing if any(is_law(n) for n in _named(t))), None)
    if above is None and verb.dep_ in ("relcl", "acl"):
        above = next((t for t in verb.ancestors if t in citing), None)
    return clauses.subject(above) if above is not None else _viewer(verb) or _aside_of(verb)


def _aside_of(verb: Token) -> Token | None:
    """Of "Oslo, the minister holds, must not go beyond it" the minister."""
    aside = child(verb, "parataxis")
    plain = aside is not None and child(aside, "dobj", "ccomp", "xcomp") is None
    return child(aside, "nsubj") if aside is not None and plain else None


def _viewer(verb: Token) -> Token | None:
    """Of "in the minister's view" the minister."""
    for noun in verb.sent:
        if lemma(noun) in _VIEWS and noun.head.lower_ in ("in", "to"):
            whose = child(noun, "poss") or clauses.complement_of(noun, "of")
            if whose is not None:
                return whose
    return None


def cites_law(verb: Token) -> bool:
    """Whether somebody cites a law and no more is said of it: "invoked the treaty"."""
    if verb.pos_ != "VERB" or lemma(verb) not in CITING - _WIDER or clauses.negated(verb):
        return False
    if clauses.is_passive(verb) or verb.dep_ == "advcl":
        return False  # "citing the treaty, demanded that": what is demanded is said
    return any(is_law(n) and not children(n, "relcl", "acl") for n in _named(verb))


def _named(verb: Token) -> Iterator[Token]:
    yield from children(verb, "dobj")
    for preposition in children(verb, "prep"):
        yield from children(preposition, "pobj")
