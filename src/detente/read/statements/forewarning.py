"""Notice given beforehand: "inform it in advance", "give a week's notice", "notify it before"."""

from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import ActAt

_TELLING = frozenset({"alert", "inform", "notify", "tell", "warn"})
_GIVING = frozenset({"give", "provide", "send", "serve"})
_NOTICES = word_class("early_notices")
_BEFOREHAND = frozenset({"beforehand", "earlier", "first"})
_EARLY = frozenset({"advance", "early", "prior", "timely"})

# Verbs that such acts begin with.
FOREWARNING = _TELLING | _GIVING


def act_of_forewarning(verb: Token) -> ActAt | None:
    """Return the giving of notice that a verb stands for."""
    told = verb.lemma in _TELLING and _beforehand(verb)
    notice = clauses.patient(verb) if verb.lemma in _GIVING else None
    given = notice is not None and is_notice(notice)
    return (
        ActAt(verb, inventory().acts["notify"], "notify", notice, None) if told or given else None
    )


def is_notice(noun: Token) -> bool:
    """Whether a noun is word given early: "advance warning", "notice", "48 hours' notice"."""
    if noun.lemma not in _NOTICES:
        return False
    early = any(c.lower_ in _EARLY or c.dep_ in ("poss", "nummod") for c in noun.children)
    # "Gave notice of its exclusion" announces it, as does "notice that it is shut out".
    announced = clauses.complement_of(noun, "of") is not None or any(
        child(word, "acl", "ccomp", "relcl") is not None for word in (noun, noun.head)
    )
    bare = noun.lemma == "notice" and not announced
    return early or bare or _beforehand(noun) or _beforehand(noun.head)


def _beforehand(word: Token) -> bool:
    """Whether something is told ahead of what it tells of."""
    if any(a.lower_ in _BEFOREHAND for a in children(word, "advmod")):
        return True
    for before in children(word, "prep", "advcl"):
        inner = child(before, "pobj", "pcomp")
        if before.lower_ == "in" and inner is not None and inner.lemma == "advance":
            return True
        if before.lower_ in ("before", "ahead"):
            return True
        if before.dep_ == "advcl" and any(c.lower_ == "before" for c in before.children):
            return True
    return False
