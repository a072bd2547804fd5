"""Wordings that hold a deed out without a word of willing: "you can count on its release".

"It would be a pleasure to lift it", "I see no reason why we should not lift it", "I will propose to
the cabinet that we lift it", "I have given orders to lift it", "its lifting is only a matter of
time", "we begin by lifting it": whoever says so of an own deed offers it.
"""

import re
from dataclasses import dataclass

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token

_VERBAL = ("VERB", "AUX")
_FIRST = frozenset({"i", "we", "us", "me"})
_INTENTIONS = word_class("intentions")
_PLEASING = word_class("pleasing")
_PROPOSING = word_class("proposing")
_ORDERS = word_class("orders")
_BEGINNING = word_class("beginning")
_CERTAIN = word_class("certain_matters")
_OWN_PEOPLE = word_class("governing") | word_class("official_nouns")


@dataclass(frozen=True, slots=True)
class HeldOut:
    """That an act is held out, and by whom, where that is not the act's own subject."""

    doer: Token | None = None


def held_out(token: Token) -> HeldOut | None:
    """Say whether the words around an act hold it out, though none says that it is willed."""
    if _in_favour(token) or _begun_with(token):
        return HeldOut()
    if token.pos_ not in _VERBAL:
        return HeldOut() if _counted_on(token) or _certain(token) else None
    if _no_reason_not(token) or _a_pleasure(token) or _proposed(token):
        return HeldOut()
    doer = _relied_on(token) or _ordered(token)
    return HeldOut(doer) if doer is not None else None


def _no_reason_not(verb: Token) -> bool:
    """Of "I see no reason why we should not lift it" the lifting."""
    noun = verb.head
    hangs = verb.dep_ in ("acl", "relcl", "ccomp", "advcl") and noun.lemma in _INTENTIONS
    none = hangs and (clauses.of_none(noun) or _not_seen(noun))
    return none and child(verb, "neg") is not None  # "no plans to lift it" holds nothing out


def _not_seen(noun: Token) -> bool:
    return noun.head.pos_ in _VERBAL and clauses.negated(noun.head)


def _a_pleasure(verb: Token) -> bool:
    """Of "it would be a pleasure to lift it", "it costs us nothing to lift it" the lifting."""
    above = verb.head.head if verb.dep_ in ("acl", "relcl") else verb.head
    own = child(above, "nsubj", "expl")
    if above.pos_ not in _VERBAL or own is None or own.lower_ != "it" or not clauses.has_to(verb):
        return False
    if child(verb, "nsubj") is not None:
        return False  # "it would be a pleasure for them to"
    told = child(above, "attr", "acomp", "dobj", "oprd")
    if above.lemma == "cost":
        return told is not None and told.lower_ in ("little", "nothing")
    return (
        told is not None
        and (told.lemma in _PLEASING or told.lower_ in _PLEASING)
        and not clauses.negated(above)
    )


def _proposed(verb: Token) -> bool:
    """Of "I will propose to the cabinet that we lift it", "ask parliament to let us lift it"."""
    above, own = verb.head, child(verb, "nsubj")
    if own is None or own.lower_ not in _FIRST or clauses.negated(verb):
        return False
    if verb.dep_ == "ccomp" and above.lemma == "let" and above.dep_ in ("xcomp", "ccomp"):
        above = above.head
    elif verb.dep_ != "ccomp":
        return False
    proposer = clauses.subject(above)
    may = above.lemma in _PROPOSING and not clauses.negated(above)
    return may and proposer is not None and proposer.lower_ in _FIRST


def _relied_on(verb: Token) -> Token | None:
    """Of "Lima can rely on us to lift it" the lifting."""
    above = verb.head
    if above.lemma not in _RELYING or not clauses.has_to(verb) or clauses.negated(above):
        return None
    whom = clauses.complement_of(above, "on", "upon")
    return whom if whom is not None and whom.lower_ in _FIRST else None


def _counted_on(noun: Token) -> bool:
    """Of "Lima can count on its lifting", "may expect its lifting in May" the lifting."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in ("pobj", "dobj") or verb.lemma not in _RELYING | {"expect"}:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ not in ("on", "upon"):
        return False
    own = child(verb, "nsubj")
    other = own is not None and own.lower_ not in _FIRST
    return other and clauses.modality(verb) in ("can", "may") and not clauses.negated(verb)


_RELYING = frozenset({"bank", "count", "depend", "rely", "reckon"})


def _ordered(verb: Token) -> Token | None:
    """Of "I have signed the order to lift it", "instructed the ministry to lift it" the orderer."""
    if not clauses.has_to(verb) or clauses.negated(verb):
        return None
    noun = verb.head
    above = noun.head if noun.lemma in _ORDERS and noun.pos_ == "NOUN" else noun
    if above.pos_ not in _VERBAL or clauses.negated(above):
        return None
    who = clauses.subject(above)
    if who is None or who.lower_ not in _FIRST:
        return None
    if above is not noun:
        return who if above.lemma in _ISSUING else None
    told = [*children(above, "dobj", "dative"), *children(verb, "nsubj")]
    own = any(o.lemma in _OWN_PEOPLE or o.lemma in _ORDERS for o in told)
    return who if own and above.lemma in _COMMANDING | _ISSUING else None


_ISSUING = frozenset({"draft", "give", "issue", "make", "prepare", "send", "sign", "take", "write"})
_COMMANDING = frozenset({
    "ask", "authorise", "authorize", "charge", "command", "direct", "empower", "instruct", "order",
    "request", "task", "tell",
})  # fmt: skip


def _begun_with(token: Token) -> bool:
    """Of "we begin with the lifting", "our first step is its lifting" the lifting."""
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ in ("by", "with"):
        verb = token.head.head
        if verb.lemma in _BEGINNING and verb.pos_ == "NOUN":
            verb = verb.head  # "will make a start by lifting it"
        elif verb.lemma not in _BEGINNING:
            return False
        own = clauses.subject(verb)
        return own is not None and own.lower_ in _FIRST and not clauses.negated(verb)
    return False


def _in_favour(token: Token) -> bool:
    """Of "I am in favour of lifting it" the lifting."""
    of = token.head
    if token.dep_ not in ("pobj", "pcomp") or of.lower_ != "of" or of.i < of.sent.start + 2:
        return False
    pair = of.doc[of.i - 2].lower_, of.doc[of.i - 1].lower_
    return pair in (("in", "favour"), ("in", "favor"), ("in", "support"))


def _certain(noun: Token) -> bool:
    """Of "its lifting is only a matter of time", "is a done deal" the lifting."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma != "be" or clauses.negated(verb):
        return False
    after = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + _AFTER])
    return _ASSURED.match(after) is not None


_AFTER = 7  # words after "is" in which it is said that a deed is certain
_ASSURED = re.compile(
    r"(?:(?:now|only|merely|just|all but|as good as|already|practically|virtually) )*(?:"
    + "|".join(re.escape(words) for words in sorted(_CERTAIN, key=len, reverse=True))
    + r")\b"
)
