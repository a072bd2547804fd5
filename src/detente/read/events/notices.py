"""What is told by giving notice of it: "received notice that it had been shut out"."""

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import known_act

_NOTIFYING = word_class("notifying")
_NOTICES = word_class("notices")
_GETTING = frozenset({"get", "receive", "obtain"})
_GIVING = frozenset({"give", "hand", "send", "serve"})


def noticed(verb: Token) -> Token | None:
    """Word of a known act that a verb gives or gets notice of, None if it does neither.

    The notice is how the act is done, so that the two are one event, of the day of the notice.
    """
    if verb.pos_ != "VERB":
        return None
    if verb.lemma in _NOTIFYING:
        return _known(child(verb, "ccomp")) or _known(clauses.complement_of(verb, "of", "about"))
    if verb.lemma not in _GETTING and verb.lemma not in _GIVING:
        return None
    notice = child(verb, "dobj")
    if notice is None or notice.lemma not in _NOTICES:
        return None
    of = _known(clauses.complement_of(notice, "of", "about"))
    return of or next(
        (found for c in children(notice, "acl", "relcl", "ccomp") if (found := _known(c))), None
    )


def notice_of(token: Token) -> Token | None:
    """Verb that gives or gets notice of what a word tells of."""
    above = token.head
    for _ in range(3):
        if above.pos_ == "VERB":
            return above if noticed(above) is token else None
        above = above.head
    return None


def notifier(verb: Token) -> Token | None:
    """Who gives the notice, where the words name them: of an act without a doer, its doer."""
    if verb.lemma in _GETTING:
        return clauses.complement_of(verb, "from")
    return clauses.passive_agent(verb) if clauses.is_passive(verb) else clauses.subject(verb)


def _known(word: Token | None) -> Token | None:
    """A noun, or a verb of what has been done, that the inventory knows."""
    if word is None or (word.pos_ == "VERB" and not _done(word)):
        return None
    at = known_act(word)
    return word if at is not None and at.act is not None and at.act.family is not None else None


def _done(verb: Token) -> bool:
    """Whether it is told as done: "that it had been shut out", "that it was suspended"."""
    if clauses.negated(verb) or clauses.modality(verb) is not None:
        return False
    return verb.tag_ in ("VBN", "VBD", "VBG") and bool(children(verb, "aux", "auxpass"))
