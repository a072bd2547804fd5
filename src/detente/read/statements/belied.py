"""Whether whoever counts on an act is told not to: "anyone who thinks that we will is mistaken".

What others think, expect or demand is no word of the speaker's; that they are wrong to is one, and
says that it will not be so. Nor does the speaker think so: "we do not believe that we should".
"""

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.surroundings import told_not_to

_THINKING = word_class("counting_verbs")
_WRONG = word_class("wrong_to_think")
_IDEAS = word_class("requests") | word_class("ideas")
_FOOLISH = word_class("foolish") | word_class("untrue") | word_class("closed_matters")
_GRANTING = word_class("granting")
_ANYBODY = frozenset(
    {"anybody", "anyone", "everybody", "everyone", "he", "people", "those", "whoever"}
)
_FIRST = frozenset({"i", "we"})
_US = frozenset({"me", "us", "this"})
_HIGHEST = 4  # words above an act that are followed


def belied(verb: Token) -> bool:
    """Whether the words around a verb say that those who count on it are wrong."""
    return _thought(verb) or _wild_idea(verb) or _not_asked(verb)


def _thought(verb: Token) -> bool:
    """Of "let nobody imagine that we will lift it" and "we do not think that we should" it."""
    above = verb
    for _ in range(_HIGHEST):
        if above.head.i == above.i:
            return False
        above = above.head
        if above.lemma in _THINKING and above.pos_ in ("VERB", "AUX") and above.i < verb.i:
            return _is_told_wrong(above)
        if above.pos_ not in ("ADP", "NOUN") and above.i != verb.head.i:
            return False
    return False


def _is_told_wrong(thinking: Token) -> bool:
    own = child(thinking, "nsubj")
    if own is not None and own.lower_ in _FIRST:
        return clauses.negated(thinking) and clauses.modality(thinking) != "would"
    if told_not_to(thinking):
        return True
    if own is not None and clauses.of_none(own):
        let = thinking.head.lemma == "let" and thinking.dep_ == "ccomp"
        return let or clauses.modality(thinking) in ("should", "must", "can")
    if own is None or own.tag_ != "WP" or thinking.dep_ not in ("relcl", "csubj"):
        return False
    who, above = thinking.head, thinking.head.head
    if thinking.dep_ == "csubj":
        above = who
    if (who.lower_ in _WHOEVER or thinking.dep_ == "csubj") and thinking.lemma in _SUPPOSING:
        return not _is_right(above)
    return (who.lower_ in _ANYBODY or thinking.dep_ == "csubj") and _errs(above)


def _is_right(verb: Token) -> bool:
    """Whether a verb says that its subject is right, or may go on."""
    told = [verb, *children(verb, "acomp", "attr", "advmod")]
    return any(t.lemma in _RIGHT for t in told)


# Of "whoever thinks that we will leave does not know us" any predicate will do but these.
_RIGHT = frozenset({"correct", "right", "rightly", "safe", "sane", "sensible", "wise"})
_WHOEVER = frozenset({"anybody", "anyone", "whoever"})
_SUPPOSING = frozenset({
    "assume", "believe", "dream", "fancy", "imagine", "presume", "reckon", "suppose", "think",
})  # fmt: skip


def _errs(verb: Token) -> bool:
    """Whether a verb says that its subject is wrong, or will be disappointed."""
    told = [verb, *children(verb, "acomp", "attr", "oprd", "advmod", "dobj", "prep")]
    told += [t for p in children(verb, "prep") for t in children(p, "pobj", "amod")]
    return any(t.lemma in _WRONG or t.lower_ in _WRONG for t in told)


def _wild_idea(verb: Token) -> bool:
    """Of "the idea that we should lift it is absurd", "the demand to will not be met" the act."""
    idea = verb.head
    if idea.lemma not in _IDEAS or verb.dep_ not in ("acl", "ccomp", "relcl"):
        return False
    above = idea.head
    if idea.dep_ not in ("nsubj", "nsubjpass") or above.pos_ not in ("VERB", "AUX"):
        return False
    return any(_dismissed(each) for each in clauses.conjuncts(above))


def _dismissed(verb: Token) -> bool:
    if verb.lemma in _GRANTING:
        return clauses.negated(verb)
    told = child(verb, "acomp", "attr", "oprd")
    return told is not None and told.lemma in _FOOLISH and not clauses.negated(verb)


def _not_asked(verb: Token) -> bool:
    """Of "do not ask us to lift it", "nobody can expect us to lift it" the lifting."""
    above = verb.head
    if above.lemma not in _ASKING or not clauses.has_to(verb):
        return False
    whom = child(verb, "nsubj") or child(above, "dobj") or clauses.complement_of(above, "of", "on")
    return (
        whom is not None
        and whom.lower_ in _US
        and (told_not_to(above) or clauses.of_none(child(above, "nsubj") or verb))
    )


_ASKING = word_class("asking_verbs")
