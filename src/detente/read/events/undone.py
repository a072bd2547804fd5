"""What was not done though a word speaks of it: given up, refrained from, called off, untrue."""

from detente.domain.evidence import Status
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token

_AVERTING = word_class("averting")
# A closure that is abandoned was there; a release that is shelved was not.
_NOT_BEGUN = _AVERTING | (word_class("forgoing") - {"abandon", "give up", "renounce"})
_TAKING_BACK = word_class("forgoing") | {"end", "lift", "retract", "revoke", "waive", "withdraw"}
_ABANDONING = word_class("abandoning") | _AVERTING
_ABSTAINING = word_class("abstaining")
_INTENDED = word_class("intentions") | word_class("intended") | {
    "attempt", "effort", "evidence", "indication", "move", "order", "sign", "step", "truth",
}  # fmt: skip
_UNTRUE = word_class("untrue")
_TRUE = frozenset({"true", "correct", "accurate", "so"})


def withheld(verb: Token, above: Token, relation: str) -> Status | None:
    """Standing of an act that is left: "shelved plans to", "refrained from", "untrue that"."""
    if above.pos_ == "NOUN":
        return _of_no_plan(above)
    if above.pos_ in ("VERB", "AUX") and verb.dep_ == "pcomp" and _is(above, _ABSTAINING):
        return "happened" if clauses.negated(above) else "denied"
    if above.lemma == "rule" and child(above, "prt") is not None:
        return "hypothetical" if clauses.negated(above) else "denied"
    if above.lemma == "be" and relation in ("ccomp", "csubj"):
        said = child(above, "acomp", "attr")
        if said is not None and (said.lemma in _UNTRUE) != (
            said.lemma in _TRUE and clauses.negated(above)
        ):
            return "denied"
    return None


def _of_no_plan(noun: Token) -> Status | None:
    """Of "shelved plans to close", "no plans to close" what was planned."""
    if noun.lemma not in _INTENDED:
        # A demand that is dropped says nothing of what was demanded.
        return None
    none = any(d.lemma == "no" for d in children(noun, "det"))
    left = noun.dep_ == "dobj" and _is(noun.head, _ABANDONING) and not clauses.negated(noun.head)
    return "denied" if none or left else None


def called_off(verb: Token) -> bool:
    """Whether a verb says that its object will not be: "averted", "shelved", "ruled out"."""
    return _is(verb, _NOT_BEGUN) and not clauses.negated(verb)


def taken_back(verb: Token) -> bool:
    """Whether a verb speaks of something that stood and does no longer: "dropped", "lifted"."""
    return _is(verb, _TAKING_BACK)


def _is(verb: Token, known: frozenset[str]) -> bool:
    """Whether a verb, with its particle or adverb, is one of these."""
    if verb.lemma in known:
        return True
    beside = (*children(verb, "prt", "advmod"), *_after_on(verb))
    return any(f"{verb.lemma} {c.lower_}" in known for c in beside)


def _after_on(verb: Token) -> list[Token]:
    return [p for p in children(verb, "prep") if child(p, "pcomp") is None]


def to_come(noun: Token, verb: Token) -> Status | None:
    """Of a noun that something is said of: "talks *are due to resume*", "are *under way*"."""
    if noun.dep_ != "nsubj" or verb.lemma != "be":
        return None
    said = child(verb, "acomp")
    if said is not None and said.lemma in ("due", "set", "likely", "imminent", "near"):
        return "planned" if said.lemma != "likely" else "hypothetical"
    if said is not None and said.lemma in ("underway", "ongoing"):
        return "ongoing"
    for preposition in children(verb, "prep"):
        inner = child(preposition, "pobj")
        if inner is None:
            continue
        if (preposition.lower_, inner.lower_) in (("under", "way"), ("in", "progress")):
            return "ongoing"
        nth = any(c.lower_.endswith(("st", "nd", "rd", "th")) for c in children(inner, "amod"))
        if preposition.lower_ == "in" and nth and inner.ent_type_ in ("DATE", "TIME"):
            return "ongoing"
    return None
