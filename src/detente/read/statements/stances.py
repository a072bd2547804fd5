"""Stances that no cue of the lexicon names whole: a noun or an adjective, and whatever carries it.

"There are no grounds for leaving", "its demand remains that they leave", "its message was plain:
leave", "the idea met with a flat refusal from Oslo", "Oslo, unwilling to leave, ...": the word that
tells the stance is known, and the verb beside it may be nearly any.
"""

from collections.abc import Iterator

from detente.lexicon.cues import Cue, Frame, cues
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.force import lacking

_VERBAL = ("VERB", "AUX")
_INTENTIONS = word_class("intentions")
_REQUESTS = word_class("requests")
_ASKING_FOR = _REQUESTS | word_class("wanted_nouns")
_CONDITIONS = word_class("condition_nouns")
_MEETING = word_class("meeting")
_STATING = frozenset({"be", "remain", "stay", "stand", "read", "run", "go", "say"})
_WILLED = frozenset({"promises", "offers", "accepts"})
_ASIDE = frozenset({"advcl", "acl", "amod", "appos", "relcl"})
# There is no wish to do it: who says so will not.
_NONE_OF_IT = Cue(
    lemma="no",
    kind="noun",
    frames={"gerund": "refuses", "infinitive": "refuses", "object": "refuses"},
)

_NOTHING_AGAINST = Cue(
    lemma="nothing", kind="noun", frames={"gerund": "offers", "object": "praises"}, strength=0.4
)


def of_no_use(noun: Token) -> Cue | None:
    """Cue that a noun is of which there is none: "sees no case for leaving"."""
    if noun.lower_ == "nothing":
        against = any(p.lower_ == "against" for p in children(noun, "prep"))
        return _NOTHING_AGAINST if against else None
    if noun.lemma not in _INTENTIONS or not (lacking(noun) or _not_in_a(noun) or not_had(noun)):
        return None
    known = cues().nouns.get(noun.lemma)
    taken = known is not None and _WILLED & {*known.frames.values()}
    return None if taken else _NONE_OF_IT


def not_had(noun: Token) -> bool:
    """Of "does not see any reason to leave" the reason."""
    verb = noun.head
    sees = noun.dep_ == "dobj" and verb.lemma in ("find", "have", "see")
    least = any(a.lower_ in _LEAST for a in children(noun, "amod"))
    some = least or any(d.lower_ in _ANY for d in children(noun, "det"))
    return sees and some and (clauses.negated(verb) or _opened_by_nor(verb))


_ANY = frozenset({"a", "an", "any"})
_LEAST = frozenset({"faintest", "least", "remotest", "slightest"})


def _opened_by_nor(verb: Token) -> bool:
    """Of "nor, the minister added, does it see any reason to" the seeing."""
    return verb.doc[verb.sent.start].lower_ in ("nor", "neither")


def _not_in_a(noun: Token) -> bool:
    """Of "is not in a position to leave" the position."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or above.lemma != "be":
        return False
    return clauses.negated(above)


def wider_frames(noun: Token) -> Iterator[tuple[Frame, Token]]:
    """Complements that stand apart from a noun: beside its verb, or after a colon."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.pos_ in _VERBAL and verb.lemma in _STATING:
        below = child(verb, "ccomp", "xcomp", "advcl")
        if below is not None and below.i > verb.i and below.pos_ in _VERBAL:
            yield ("infinitive" if clauses.has_to(below) else "clause"), below
    if noun.lemma in _ASKING_FOR or of_no_use(noun) is not None:
        yield from (("infinitive", c) for c in _hung_beside(noun) if clauses.has_to(c))
    yield from _beside(noun)
    named = _named_as(noun)
    if named is not None:
        yield ("clause" if noun.lemma in _CONDITIONS else "object"), named
    after = _after_colon(noun)
    if after is not None:
        yield "clause", after
    met = _met_with(noun)
    if met is not None:
        yield "object", met


def _named_as(noun: Token) -> Token | None:
    """Of "its first demand is the release", "high on its list of demands is the release" it."""
    if noun.lemma not in _ASKING_FOR | _CONDITIONS:
        return None
    verb = noun.head
    fronted = noun.dep_ == "pobj"
    while fronted and verb.dep_ in ("prep", "pobj", "acomp") and verb.head.i != verb.i:
        verb = verb.head
    if verb.lemma not in _RANKING or (noun.dep_ != "nsubj" and not fronted) or noun.i > verb.i:
        return None
    told = child(verb, "attr") or (child(verb, "nsubj", "dobj") if fronted else None)
    return told if told is not None and told.i > verb.i and told.pos_ in ("NOUN", "PROPN") else None


_RANKING = frozenset({"be", "come", "figure", "rank", "remain", "sit", "stand"})


def _hung_beside(noun: Token) -> list[Token]:
    """Of "made a plea to Lima to leave", "is in no mood to leave" the leaving, by the verb."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    hung = children(noun, "advcl")
    turned = noun.dep_ == "nsubj" and noun.i > verb.i  # "from Oslo came a plea to leave"
    if (turned or noun.dep_ in ("dobj", "pobj", "attr")) and verb.pos_ in _VERBAL:
        hung += [c for c in children(verb, "xcomp", "advcl") if c.i > noun.i]
    return hung


def _beside(noun: Token) -> Iterator[tuple[Frame, Token]]:
    """Of "dropped its objections to leaving" the leaving, hung on the dropping.

    So of "came out in favour of leaving".
    """
    if noun.dep_ not in ("dobj", "pobj"):
        return
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    for preposition in children(verb, "prep"):
        below = child(preposition, "pobj", "pcomp")
        if preposition.i == noun.i + 1 and preposition.lemma in _OF and below is not None:
            yield ("gerund" if below.dep_ == "pcomp" else "object"), below


_OF = frozenset({"to", "against", "for", "of"})


def _after_colon(noun: Token) -> Token | None:
    """Verb of what follows the colon of "its message was plain: leave"."""
    doc, end = noun.doc, noun.sent.end
    colon = next((t.i for t in doc[noun.i + 1 : end] if t.text == ":"), None)
    if colon is None or any(t.is_quote for t in doc[noun.i : colon]):
        return None
    verbs = [t for t in doc[colon + 1 : end] if t.pos_ in _VERBAL and t.dep_ not in _AUXILIARY]
    inside = {t.i for t in verbs}
    return next((t for t in verbs if not any(a.i in inside for a in t.ancestors)), None)


_AUXILIARY = frozenset({"aux", "auxpass"})


def _met_with(noun: Token) -> Token | None:
    """Of "the idea has met with a flat refusal from Oslo" the idea."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.pos_ == "ADP":
        verb = verb.head
    if verb.pos_ not in _VERBAL or verb.lemma not in _MEETING:
        return None
    if clauses.complement_of(noun, "from", "by", "in") is None and child(noun, "poss") is None:
        return None
    return child(verb, "nsubj", "nsubjpass", "csubj")


def asked_in(noun: Token) -> Token | None:
    """Of "its appeal to Oslo to leave was rebuffed" Oslo, who alone can have rebuffed it."""
    if noun.lemma not in _REQUESTS or noun.dep_ != "nsubjpass":
        return None
    for clause in children(noun, "acl", "ccomp", "relcl"):
        own = child(clause, "nsubj")
        if own is not None and own.tag_ not in ("WDT", "WP"):
            return own
    return clauses.complement_of(noun, "to", "on", "upon")


def aside(adjective: Token) -> tuple[Token, Frame, Token] | None:
    """Of "Oslo, unwilling to leave, ..." who is so, how the deed stands, and the deed."""
    if adjective.dep_ not in _ASIDE or adjective.lower_ not in cues().adjectives:
        return None
    below = child(adjective, "xcomp", "ccomp")
    above = adjective.head
    who = clauses.subject(above) if above.pos_ in _VERBAL else above
    if below is None or who is None or not clauses.has_to(below):
        return None
    return (who, "infinitive", below) if below.i != who.i else None
