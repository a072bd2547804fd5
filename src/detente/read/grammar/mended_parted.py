"""Mendings of a parse in which a participle or a particle parts a noun from its verb.

Of "will not hand back ten boats seized off Lima" the boats are handed back, and do not seize; of
"called for the men held at Lima to be freed" the men are to be freed.
"""

from functools import cache

from detente.lexicon.acts import inventory
from detente.lexicon.cues import cues
from detente.lexicon.words import first_words, word_class
from detente.read.grammar.hang import FULL, hang
from detente.read.grammar.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def mend_described(participle: Token) -> None:
    """Of "hand back ten boats seized off Lima" that the boats are handed back."""
    verb, noun = participle.head, _own(participle)
    if noun is None or noun.pos_ != "NOUN" or not participle.lower_.endswith("ed"):
        return
    if participle.tag_ != "VBD" or verb.lemma in _HAVING:
        return  # "have the eulogy printed"
    between = verb.doc[verb.i + 1 : noun.left_edge.i]
    helped = any(c.dep_ in ("aux", "auxpass", "neg", "mark") for c in participle.children)
    if helped or any(t.dep_ != "prt" for t in between) or participle.i != noun.right_edge.i + 1:
        return
    if any(c.dep_ in FULL for c in verb.children if c is not participle) or not _is_done(verb):
        return
    hang(noun, verb, "dobj")
    hang(participle, noun, "acl")
    participle.tag_ = "VBN"


_HAVING = frozenset({"get", "have", "keep", "leave", "let", "make", "see"})


def _is_done(verb: Token) -> bool:
    """Whether a verb does something to a thing, and tells of nothing that others did."""
    return verb.lemma in _done_verbs() and verb.lemma not in _telling()


@cache
def _done_verbs() -> frozenset[str]:
    return first_words(inventory().verbs)


@cache
def _telling() -> frozenset[str]:
    return frozenset(v for v, cue in cues().verbs.items() if "clause" in cue.frames)


def mend_parted(wanted: Token) -> None:
    """Of "called for the men held at Lima to be freed" that the men are to be freed."""
    participle = wanted.head
    noun, asking = _own(participle), participle.head
    if participle.tag_ != "VBN" or noun is None or asking.lemma not in _ASKING:
        return
    if not asking.i < noun.i < participle.i < wanted.i or _helped(participle):
        return
    if not any(c.tag_ == "TO" for c in wanted.children) or _own(wanted) is not None:
        return
    passive = any(c.dep_ == "auxpass" for c in wanted.children)
    for mark in [c for c in participle.children if c.dep_ == "mark"]:
        hang(mark, wanted, "mark")
    hang(noun, wanted, "nsubjpass" if passive else "nsubj")
    hang(wanted, asking, participle.dep_)
    hang(participle, noun, "acl")


def _helped(participle: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass", "neg") for c in participle.children)


_ASKING = word_class("demanding") | word_class("wishing_verbs") | {"ask", "call", "press", "want"}


def mend_let_through(particle: Token) -> None:
    """Of "would let nobody through" that nobody is let through."""
    verb, noun = particle.head, _own(particle)
    if noun is None or verb.lemma not in _LETTING or noun.pos_ not in _NAMING:
        return
    hang(noun, verb, "dobj")
    particle.dep_ = "prt"


_LETTING = frozenset({"allow", "have", "let", "permit", "want"})


def mend_run_together(noun: Token) -> None:
    """Of "after a plea from Lima, Quito's ministry said" that the ministry said it."""
    verb = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if verb.lemma not in _TAGGING or verb.tag_ not in ("VBD", "VBZ"):
        return
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    before = next((c for c in noun.children if c.dep_ in ("nmod", "compound")), None)
    comma = None if before is None else _comma_after(before)
    if before is None or comma is None:
        return
    above, label = noun.head, noun.dep_
    hang(before, above, label)
    hang(noun, verb, "nsubj")
    hang(comma, verb, "punct")
    if above.dep_ == "prep" and verb.dep_ == "conj":
        turn_to_tag(verb)


def turn_to_tag(said: Token) -> None:
    """Hang what is said below the saying, where both were taken for joined verbs."""
    told = said.head
    above, label = (said, "ROOT") if told.head is told else (told.head, told.dep_)
    if above is said:
        said.head.children = [c for c in said.head.children if c is not said]
        said.head, said.dep_ = said, label
    else:
        hang(said, above, label)
    if told.head is told:
        told.head = said
        said.children = sorted([*said.children, told], key=lambda t: t.i)
        told.dep_ = "ccomp"
        told.doc.rehung()
    else:
        hang(told, said, "ccomp")


def _comma_after(name: Token) -> Token | None:
    """The comma that ends a name, wherever it hangs."""
    return next((t for t in name.doc[name.i + 1 : name.i + 2] if t.text == ","), None)


_TAGGING = word_class("tagging")


def mend_until(verb: Token) -> None:
    """Of "until Lima apologises" that Lima apologises, and there are no apologises."""
    preposition = verb.head
    marked = any(c.dep_ == "mark" for c in verb.children)
    name = verb.doc[verb.i - 1] if verb.i else verb
    if not marked and preposition.lower_ not in _UNTIL:
        return
    if name.dep_ != "compound" or name.pos_ != "PROPN":
        return
    stock = inventory()
    if name.head is not verb or verb.lemma in stock.nouns or verb.lemma not in stock.verbs:
        return
    verb.pos_, verb.tag_ = "VERB", "VBZ"
    if marked:
        hang(name, verb, "nsubj")
        return
    above = preposition.head
    hang(name, verb, "nsubj")
    hang(verb, above, "advcl")
    hang(preposition, verb, "mark")


def mend_going_on(gerund: Token) -> None:
    """Of "will go on barring ships", "hold off drilling" the gerund as what completes the verb."""
    particle = gerund.head
    if particle.dep_ == "prt" and particle.i == gerund.i - 1:
        hang(gerund, particle.head, "xcomp")


def mend_aside_where(verb: Token) -> None:
    """Of "the pass, where traders used to queue, will be shut" that the pass will be shut."""
    noun = verb.head
    helping = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    where = next((c for c in verb.children if c.tag_ in _WHERE), None)
    own = _own(verb)
    if noun.dep_ != "ROOT" or noun.pos_ not in _NAMING or helping is None or where is None:
        return
    comma = verb.doc[helping.i - 1].text == "," and where.i < helping.i - 1
    if own is None or not comma or helping.tag_ not in _TENSED or own.i > helping.i:
        return
    described = next((c for c in own.children if c.dep_ in ("acl", "relcl")), None)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    noun.children = [c for c in noun.children if c is not verb]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    verb.children = sorted([*verb.children, noun], key=lambda t: t.i)
    if described is None:
        hang(own, noun, "appos")
    else:
        hang(described, noun, "relcl")
        hang(own, described, "nsubj")
    hang(where, described or own, "advmod")


_WHERE = frozenset({"WRB"})
_TENSED = frozenset({"MD", "VBZ", "VBP", "VBD"})
_UNTIL = frozenset({"once", "till", "unless", "until"})


def _own(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
