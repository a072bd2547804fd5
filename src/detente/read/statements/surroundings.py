"""What else around an act says how it is put: that it comes about, is asked for, is left open.

"The release will follow", "we repeat our call for the release", "do not expect a release", "what
would a release bring?": each of these asks about one word and those beside it, and is put together
with the others in :mod:`detente.read.statements.force`.
"""

import re

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token

_FIRST = frozenset({"i", "we"})
_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN")


COUNTING_ON = frozenset({"await", "bank", "bet", "count", "expect", "hope", "wait"})


def told_not_to(verb: Token) -> bool:
    """Whether somebody is told not to do something: "told Lima not to", "should not"."""
    if not clauses.negated(verb) and not any(c.dep_ == "neg" for c in verb.children):
        return False
    own = child(verb, "nsubj")
    told = clauses.has_to(verb) or (own is None and verb.tag_ == "VB")
    return told or clauses.modality(verb) in ("must", "should", "can")


def plain_no(noun: Token) -> bool:
    """Whether a phrase without a verb says no to a deed: "no lifting, not now", "no to lifting"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "to":
        return noun.head.head.lower_ in _NO
    return noun.dep_ in ("ROOT", "advcl", "appos", "dep", "npadvmod") and clauses.of_none(noun)


_NO = frozenset({"no", "never"})


def asked_about(verb: Token) -> bool:
    """Of "you ask me when we will lift it" the lifting, which nobody has promised yet.

    So of "too early to say whether we will lift it".
    """
    if any(c.lower_ == "whether" for c in children(verb, "mark")):
        return True
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma in _TELLING and clauses.negated(above):
        return above.i < verb.i  # "has not said that it will lift it"
    if verb.dep_ == "ccomp" and above.dep_ == "xcomp" and above.head.lemma in _KEEPING_BACK:
        # "Declined to say when it would lift it."
        return any(c.tag_ in ("WRB", "WP") for c in children(verb, "mark", "advmod"))
    if verb.dep_ not in ("ccomp", "advcl") or above.lemma not in _INQUIRING or verb.i < above.i:
        return False
    asked = verb.dep_ == "ccomp"
    return any(
        c.tag_ in ("WRB", "WP") or (c.lower_ == "if" and asked)
        for c in children(verb, "mark", "advmod", "nsubj", "dobj")
    )


LEFT_OPEN = frozenset({"will", "would", "can", "may"})


def in_question(token: Token) -> bool:
    """Whether it is asked for and not told: "what would its lifting bring us?"."""
    sentence = token.sent
    last = token.doc[sentence.end - 1]
    if last.is_quote and sentence.end - 2 > sentence.start:
        last = token.doc[sentence.end - 2]
    return last.text == "?" and not why_should(token)


def no_such_one(verb: Token) -> bool:
    """Of "I am not the minister who will lift it" the lifting.

    So of "there is no scenario in which we lift it".
    """
    noun = verb.head
    if noun.lemma in _CASES and verb.left_edge.lower_ in _IN_WHICH:
        return clauses.of_none(noun) or denied_above(noun)
    return noun.dep_ == "attr" and noun.head.lemma == "be" and clauses.negated(noun.head)


def for_nobody(verb: Token) -> bool:
    """Of "nobody will lift a finger to open it" the opening, which would be the purpose."""
    above = verb.head
    if verb.dep_ == "acl" and above.lemma == "order" and above.dep_ == "pobj":
        above = above.head.head
    elif verb.dep_ != "advcl" or above.i > verb.i or not clauses.has_to(verb):
        return False
    own = child(above, "nsubj")
    future = clauses.modality(above) in ("will", "would", "can")
    return own is not None and own.lower_ in _NOBODY and future


_NOBODY = frozenset({"nobody", "none"})
# Cases of which there are none: "no circumstances under which", "cannot see a day when".
_CASES = word_class("imagined_cases")
_IN_WHICH = frozenset({"in", "under", "when", "where", "by", "on", "at", "that", "which"})


def instead(gerund: Token) -> bool:
    """Of "far from lifting it" and "instead of lifting it" the lifting."""
    preposition = gerund.head
    if gerund.dep_ != "pcomp" or preposition.lower_ not in ("from", "of"):
        return False
    before = gerund.doc[preposition.i - 1].lower_ if preposition.i else ""
    return (before, preposition.lower_) in (("far", "from"), ("instead", "of"))


_TELLING = frozenset(
    {"announce", "claim", "confirm", "declare", "indicate", "promise", "say", "state"}
)
_KEEPING_BACK = frozenset({"decline", "refuse"})
_INQUIRING = frozenset({"ask", "inquire", "enquire", "wonder", "question"})


def demanded(verb: Token, node: Token) -> bool:
    """Of "we demand the release" and "I appeal to Oslo for its release" the release."""
    if node.pos_ not in _NOMINAL or verb.lemma not in _DEMANDING or clauses.negated(verb):
        return False
    if node.dep_ == "pobj" and node.head.lower_ not in ("for", "on", "upon"):
        return False
    own = clauses.subject(verb)
    return own is not None and own.lower_ in _FIRST and node.dep_ in ("dobj", "pobj")


_DEMANDING = word_class("asking_verbs") | {"insist", "seek"}


def comes_about(verb: Token) -> bool:
    """Whether a clause says that its subject will come, happen or "go ahead"."""
    if verb.lower_ == "going" and child(verb, "xcomp") is not None:
        return any(c.lemma in _HAPPENING for c in children(verb, "xcomp"))
    if verb.lemma == "go":
        return _not_yet(verb) and any(t.lower_ in _AHEAD for t in verb.children)
    if verb.lemma == "take":
        what = child(verb, "dobj")
        return _not_yet(verb) and what is not None and what.lemma in ("place", "effect", "shape")
    if verb.lemma == "be":
        return _not_yet(verb) and _on_its_way(verb)
    return verb.lemma in _HAPPENING and _not_yet(verb)


_HAPPENING = word_class("happening_verbs")
_AHEAD = frozenset({"ahead", "forward", "through"})


def _not_yet(verb: Token) -> bool:
    """Whether it is still to come: "will follow", "is coming"."""
    if clauses.modality(verb) in ("will", "would", "must"):
        return True
    return verb.tag_ == "VBG" and any(a.lower_ in ("is", "are") for a in children(verb, "aux"))


def _on_its_way(verb: Token) -> bool:
    after = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5])
    return (
        re.match(r"(?:\w+ )?(?:under ?way|on (?:its|the) way|done|complete)\b", after) is not None
    )


def our_own(noun: Token) -> bool:
    """Of "we repeat our call for the release" the call, made by whoever speaks."""
    if any(p.lower_ in ("our", "my") for p in children(noun, "poss")):
        return noun.head.lemma not in _DROPPING
    verb = noun.head
    own = clauses.subject(verb) if noun.dep_ == "dobj" and verb.pos_ == "VERB" else None
    return own is not None and own.lower_ in _FIRST and verb.lemma in _PUTTING


_DROPPING = word_class("dropping")
_PUTTING = frozenset({
    "address", "convey", "deliver", "direct", "file", "have", "issue", "lodge", "make", "place",
    "present", "put", "reiterate", "renew", "repeat", "restate", "send", "submit", "transmit",
})  # fmt: skip


def denied_above(noun: Token) -> bool:
    """Whether the clause that a noun stands in is negated."""
    verb = next((a for a in noun.ancestors if a.pos_ in _VERBAL), None)
    return verb is not None and clauses.negated(verb)


def why_should(verb: Token) -> bool:
    """Of "why should we lift it?" the lifting."""
    own = child(verb, "nsubj")
    if own is None or (own.pos_ == "PRON" and own.lower_ not in _FIRST):
        return False
    asked = any(a.lower_ == "why" for a in children(verb, "advmod")) and verb.dep_ != "relcl"
    return asked and clauses.modality(verb) in ("should", "would", "must")
