"""Leave to do something: which nouns mean it, what it is leave to do, and who is to have it.

"Denied Oslo permission to land", "the consent of Oslo to the sale", "the green light for the sale".
"""

from detente.lexicon.nominals import verb_of
from detente.lexicon.words import word_class
from detente.read.grammar.tokens import Token

_LEAVES = word_class("leaves")
_PAPERS = word_class("papers_of_leave")
_COLOURED = {"light": "green", "ahead": "go"}  # "the green light", "the go-ahead"
_NOMINAL = ("NOUN", "PROPN")
_NAMES = ("GPE", "NORP", "PERSON", "ORG")
_FOR_WHAT = frozenset({"for", "on", "over", "to"})
GIVING = word_class("leave_giving_verbs")
WITHHOLDING = word_class("leave_withholding_verbs")
_GIVING_OR_NOT = GIVING | WITHHOLDING


def is_leave(noun: Token) -> bool:
    """Whether a noun means leave that one gives another: "permission", "the green light"."""
    if noun.pos_ not in _NOMINAL and noun.lower_ not in _COLOURED:
        return False
    colour = _COLOURED.get(noun.lower_)
    if colour is not None:
        return any(c.lower_ == colour for c in noun.children)
    return noun.lemma in _LEAVES or noun.lemma in _PAPERS


def is_paper(noun: Token) -> bool:
    """Whether it is something one holds, and not what somebody says: a licence, no consent."""
    return noun.lemma in _PAPERS


def what_for(noun: Token) -> Token | None:
    """What it is leave to do: the infinitive behind it, or the noun of a deed."""
    for c in noun.children:
        if c.dep_ in ("acl", "relcl", "xcomp") and c.i > noun.i and _infinitive(c):
            return None if noun.lemma in _OWN_WORD and holder(noun) is None else c
    for c in noun.children:
        target = _behind(c)
        if target is not None and target.pos_ in ("NOUN", "VERB") and not _is_somebody(target):
            return target
    return None


def _is_somebody(target: Token) -> bool:
    """Whether it is who has leave, and not what for: "permits for countries at war"."""
    return target.ent_type_ in _NAMES or target.lemma in _SOMEBODY


_SOMEBODY = word_class("anybody") | word_class("human_nouns")
# "Gave its consent to leave": who consents to do something does it.
_OWN_WORD = frozenset({"assent", "consent"})


def _behind(preposition: Token) -> Token | None:
    if preposition.dep_ != "prep" or preposition.lower_ not in _FOR_WHAT:
        return None
    return next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)


def _infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def holder(noun: Token) -> Token | None:
    """Who is to have it, as far as the words beside it say: of "denied Oslo permission" Oslo."""
    above = noun.head
    if above.lemma in _GIVING_OR_NOT and noun.dep_ in ("dobj", "nsubjpass"):
        passive = noun.dep_ == "dobj" and any(c.dep_ == "auxpass" for c in above.children)
        labels = ("dative", "nsubjpass") if passive else ("dative",)
        given = [c for c in above.children if c.dep_ in labels or _beside(c, noun)]
        whom = given[0] if given else _named_before(noun)
        if whom is not None and whom.pos_ == "ADP":
            whom = next((c for c in whom.children if c.dep_ == "pobj"), None)
        if whom is not None:
            return whom
    named = (_behind(c) for c in noun.children)
    return next((t for t in named if t is not None and t.ent_type_ in _NAMES), None)


def _beside(token: Token, noun: Token) -> bool:
    """Whether it is the first of two objects: of "issue the airline a permit" the airline."""
    return token.dep_ == "dobj" and token.i < noun.i


def _named_before(noun: Token) -> Token | None:
    """Of "denied Oslo permission" Oslo, taken for a part of its name."""
    near = [c for c in noun.children if c.dep_ in ("compound", "nmod") and c.i == noun.i - 1]
    if near and any(c.dep_ == "det" for c in noun.children) and not is_paper(noun):
        return near[0]  # "denied the ship permission"
    return next((c for c in near if c.ent_type_ in _NAMES or c.pos_ == "PROPN"), None)


def letter(noun: Token) -> Token | None:
    """Who gives it or does not, as far as the noun itself says: "Oslo's consent", "by Oslo"."""
    own = next((c for c in noun.children if c.dep_ == "poss"), None)
    if own is not None and not is_paper(noun):
        return own
    sources = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in _FROM]
    sources += [
        c for c in noun.children
        if c.dep_ == "prep" and c.lower_ == "of" and any(_lets(t) for t in c.children)
    ]  # fmt: skip
    return next((t for c in sources for t in c.children if t.dep_ == "pobj"), None)


_FROM = frozenset({"by", "from"})


def _lets(target: Token) -> bool:
    """Whether it is who lets, and nothing that is let: "the consent of the council"."""
    return target.dep_ == "pobj" and (target.ent_type_ in _NAMES or verb_of(target.lemma) is None)
