"""Law that is named beside a clause and not in it: in the sentence before, or by whoever says it.

"The treaty is clear. Oslo is to withdraw", "Oslo must withdraw, the minister said, citing the
pact", "nothing in the treaty allows Oslo to stay".
"""

from detente.lexicon.words import word_class
from detente.read.conditions.grounds import citing_law, is_law, speaks_law, told_of_law
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children, lemma
from detente.read.grammar.tokens import Token

_PLAIN = word_class("plain_words")
_SURE = frozenset({"doubt", "question", "room", "ambiguity", "uncertainty"})
_NOTHING = frozenset({"nothing", "none", "nowhere"})
_SPEAKING = frozenset({"rule", "say", "speak", "state"})
_PLAINLY = frozenset(
    {"clearly", "explicitly", "expressly", "plainly", "unambiguously", "unequivocally"}
)


def plain_before(verb: Token) -> bool:
    """Whether the sentence before says that law leaves no doubt: "The court was very clear."."""
    start = verb.sent.start
    if start == 0:
        return False
    said = verb.doc[start - 1].sent.root
    if said.pos_ not in ("VERB", "AUX"):
        return False
    own = clauses.subject(said)
    return own is not None and (is_law(own) or speaks_law(own)) and _leaves_no_doubt(said)


def _leaves_no_doubt(verb: Token) -> bool:
    if lemma(verb) == "be":
        told = children(verb, "acomp", "attr")
        return not clauses.negated(verb) and any(lemma(c) in _PLAIN for c in told)
    if lemma(verb) in _SPEAKING:
        told = children(verb, "advmod")
        return not clauses.negated(verb) and any(c.lower_ in _PLAINLY for c in told)
    left = child(verb, "dobj") if lemma(verb) == "leave" else None
    return left is not None and lemma(left) in _SURE and clauses.of_none(left)


def cited_by_speaker(verb: Token) -> bool:
    """Whether who says it cites law for it: "must withdraw, the minister said, citing the pact"."""
    above = verb.head
    said = verb.dep_ == "ccomp" and above.pos_ == "VERB"
    if said and not clauses.negated(above) and citing_law(above):
        return True
    # "May not close it, Oslo noted, quoting Article 5": the parser makes the noting an aside.
    return any(citing_law(aside) for aside in children(verb, "parataxis"))


def in_no_law(noun: Token) -> bool:
    """Whether it is all that a law holds: "nothing in the treaty" allows it."""
    held = clauses.complement_of(noun, "in", "of", "under") if noun.lower_ in _NOTHING else None
    return held is not None and is_law(held)


def law_far_before(verb: Token) -> bool:
    """Whether a law is the subject that the parser lost on the way to its verb.

    "Article 4 of the pact concluded in 2018, in their view, forbids" is taken for "the article
    concluded ...", "Article 7, he likes to recall, forbids" for "he forbids".
    """
    if verb.tag_ not in _PRESENT:
        return False
    if child(verb, "nsubj", "nsubjpass") is not None:
        return _other_number(verb)
    if _behind_a_tag(verb) or _signed_before(verb):
        return True
    below = (own for c in children(verb, "ccomp") if c.i < verb.i and (own := child(c, "nsubj")))
    asides = [verb.head] if verb.dep_ == "conj" else []
    asides += [c for c in children(verb, "parataxis") if c.i < verb.i]
    opening = (n for a in asides for n in children(a, "npadvmod", "dep") if n.i < a.i)
    return any(is_law(noun) for noun in (*below, *opening))


_PRESENT = ("VBZ", "VBP")


def _behind_a_tag(verb: Token) -> bool:
    """Of "read it differently: Article 3, she noted, forbids" whether the article forbids."""
    if verb.i < 4 or verb.nbor(-1).text != ",":
        return False
    tag = verb.doc[max(verb.i - _LONGEST_TAG, verb.sent.start) : verb.i - 1]
    comma = next((t for t in reversed(tag) if t.text == ","), None)
    if comma is None or not any(t.lemma in _TELLING for t in tag if t.i > comma.i):
        return False
    before = comma.nbor(-1)
    return any(is_law(t) for t in (before, before.head) if t.pos_ in _NAMING and t.i < comma.i)


_LONGEST_TAG = 8  # tokens of ", the Mexican ambassador pointed out,"
_TELLING = word_class("law_telling")
_NAMING = ("NOUN", "PROPN", "NUM")


def _other_number(verb: Token) -> bool:
    """Of "the pact that the two presidents signed requires" whether the pact requires.

    The parser takes the requiring for what the presidents do; its form says that one thing does.
    """
    own = child(verb, "nsubj")
    several = own is not None and own.tag_ in ("NNS", "NNPS") and verb.tag_ == "VBZ"
    if not several or own is None or verb.dep_ != "relcl" or not is_law(verb.head):
        return False
    return any(lemma(c) in _JOINING for c in children(own, "acl", "relcl"))


def _signed_before(verb: Token) -> bool:
    """Of "the declaration that they signed in May requires" whether the declaration requires.

    The parser makes one clause of the signing and the law, and joins the requiring to it.
    """
    if verb.dep_ not in ("ccomp", "conj"):
        return False
    for signing in (verb.head, *children(verb.head, "ccomp")):
        if signing.i < verb.i and lemma(signing) in _JOINING:
            nouns = [t for t in children(signing, "nsubj", "dobj") if t.i < signing.i]
            return len(nouns) > 1 and (is_law(nouns[0]) or lemma(nouns[0]) in _SIGNED)
    return False


_SIGNED = word_class("law_titles") | word_class("law_dated")


def law_just_named(pronoun: Token) -> bool:
    """Whether "it" is a law that the clause before was about: "the pact binds, and we keep it"."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    topics = [t for t in before if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ in _NOMINAL]
    named = [t for t in before if t.dep_ in ("dobj", "pobj") and t.pos_ in _NOMINAL]
    return any(map(is_law, (*topics[:1], *named[-1:]))) or told_of_law(pronoun)


_NOMINAL = ("NOUN", "PROPN")


def by_signing(verb: Token) -> bool:
    """Whether it is asked of those who signed a law: "states that have ratified it may not"."""
    own = child(verb, "nsubj", "nsubjpass")
    return own is not None and any(joins_law(c) for c in children(own, "relcl", "acl"))


def joins_law(clause: Token) -> bool:
    """Whether a clause on states says that they are bound: "that have ratified the pact"."""
    if lemma(clause) not in _JOINING or clauses.negated(clause):
        return False
    law = child(clause, "dobj") or clauses.complement_of(clause, "to")
    return law is not None and is_law(law)


_JOINING = frozenset({
    "accede", "adhere", "adopt", "approve", "conclude", "initial", "join", "ratify", "sign",
})  # fmt: skip


def follows(verb: Token) -> bool:
    """Whether it is said to follow from what was said before: "it must therefore leave"."""
    return any(c.lower_ in _HENCE for c in children(verb, "advmod"))


_HENCE = frozenset({"accordingly", "consequently", "hence", "therefore", "thus"})


def hung_on_law(word: Token) -> Token | None:
    """Of "has no right under the pact to enter" the entering, hung on the pact by the parser."""
    grounds = (p for p in children(word, "prep", "agent") if p.lower_ in ("by", "in", "under"))
    laws = (law for p in grounds if (law := child(p, "pobj")) is not None and is_law(law))
    below = (child(law, "acl") for law in laws)
    return next((c for c in below if c is not None and clauses.has_to(c)), None)
