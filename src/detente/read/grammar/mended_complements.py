"""Mendings of a parse by which a verb or noun gets what completes it.

Of "offered on Monday to lift it" the lifting is what is offered; of "rejected calls by Peru to
lift it" it is what is called for.
"""

from functools import cache

from detente.lexicon.cues import cues
from detente.lexicon.days import WEEKDAYS
from detente.lexicon.words import word_class
from detente.read.grammar.hang import FULL, hang
from detente.read.grammar.tokens import Token

_LOOSE = frozenset({"prep", "advmod", "npadvmod", "agent", "dative", "prt", "neg", "aux", "punct"})


def mend_leave(noun: Token) -> None:
    """Of "gave it the green light to sail", "its consent to the sale" what there is leave for."""
    above = noun.head
    clause = noun.dep_ == "nsubj" and above.dep_ == "ccomp" and _is_to(above)
    if clause and above.head.i < noun.i:
        hang(noun, above.head, "dobj")  # "wants its go-ahead to sail"
        hang(above, noun, "acl")
        return
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return
    for c in [c for c in above.children if c.i > noun.right_edge.i]:
        if c.dep_ in ("xcomp", "advcl") and _is_to(c) and c.children[0].i > noun.i:
            hang(c, noun, "acl")
        elif c.dep_ in ("prep", "dative") and c.lower_ in ("to", "for") and _is_a_deed(c):
            hang(c, noun, "prep")
        else:
            return


def _is_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _is_a_deed(preposition: Token) -> bool:
    """Whether what follows is nobody, who would be given the leave."""
    target = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)
    named = target is not None and target.ent_type_ in ("GPE", "NORP", "ORG", "PERSON")
    return target is not None and not named and target.pos_ not in ("PRON", "PROPN")


def mend_particle(particle: Token) -> None:
    """Of "will be handing over the men" the men are handed over, and stand over nothing."""
    verb = particle.head
    noun = next((c for c in particle.children if c.dep_ == "pobj"), None)
    if noun is not None and not any(c.dep_ == "dobj" for c in verb.children):
        hang(noun, verb, "dobj")
        particle.dep_ = "prt"
    if particle.dep_ == "advmod" and particle.i == verb.i + 1 and not particle.children:
        particle.dep_ = "prt"  # "will turn away divers from the wreck"


def mend_kept_so(state: Token) -> None:
    """Of "keep the wharf at Arica open to all" the wharf is kept open, and not Arica."""
    above = state.head
    while above.dep_ in ("pobj", "prep", "compound", "dobj") and above.head.i < above.i:
        above = above.head
    kept = any(c.dep_ == "dobj" and c.i < state.i for c in above.children)
    if above.lemma in _KEEPING and kept:
        hang(state, above, "oprd")


RESULTS = word_class("results")
_KEEPING = frozenset({"hold", "keep", "leave"})


def mend_aside(participle: Token) -> None:
    """Of "urged Oslo to lift it, offering to pay" the offering is whoever's the urging is."""
    asked = participle.head
    above = asked.head
    edge = participle.left_edge.i
    if not is_infinitive(asked) or asked.dep_ not in ("xcomp", "ccomp") or not edge:
        return
    apart = participle.doc[edge - 1].text == "," and not any(
        c.dep_ in _OWN for c in participle.children
    )
    told = any(c.dep_ in ("dobj", "dative") for c in above.children) or any(
        c.dep_ == "nsubj" for c in asked.children
    )
    if apart and told and above.lemma in _ASKING and participle.lemma in cues().verbs:
        hang(participle, above, "advcl")


_OWN = frozenset({"nsubj", "nsubjpass", "aux"})
_ASKING = word_class("asking_verbs") | word_class("demanding")


def mend_listed(verb: Token) -> bool:
    """Of "to free them, to lift it and to leave" the lifting, which is one more thing asked.

    "Asked Oslo to free them, to avoid a war" has a purpose, and nothing joined to it.
    """
    edge = verb.left_edge.i
    more = any(c.dep_ == "conj" and is_infinitive(c) for c in verb.children)
    if not more or not edge or verb.doc[edge - 1].text not in (",", ";"):
        return False
    before = [verb.head, *(c for c in verb.head.children if c.dep_ in _INFINITIVES)]
    first = next((v for v in reversed(before) if is_infinitive(v) and v.i < verb.i), None)
    if first is not None:
        hang(verb, first, "conj")
    return first is not None


_INFINITIVES = frozenset({"advcl", "ccomp", "xcomp"})


def mend_expected(verb: Token) -> bool:
    """Of "expects a way to lift them to be found" the finding, hung on "to lift" as its purpose."""
    inner = verb.head
    noun = inner.head
    if inner.dep_ not in ("relcl", "acl") or noun.dep_ != "dobj" or not is_infinitive(inner):
        return False
    above = noun.head
    if above.lemma not in _EXPECTING or not any(c.dep_ == "auxpass" for c in verb.children):
        return False
    hang(verb, above, "ccomp")
    hang(noun, verb, "nsubjpass")
    return True


_EXPECTING = frozenset({"expect", "want", "like", "need", "wish"})


def mend_for_to(verb: Token) -> None:
    """Of "asked for the crew to be released" that it be released, and no crew that is asked for."""
    above = verb.head
    mark = next((c for c in above.children if c.dep_ == "prep" and c.lower_ == "for"), None)
    noun = next((c for c in mark.children if c.dep_ == "pobj"), None) if mark is not None else None
    if mark is None or noun is None or noun.right_edge.i != verb.left_edge.i - 1:
        return
    if is_infinitive(verb) or any(c.dep_ == "auxpass" for c in verb.children):
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        if not passive and noun.ent_type_ not in ("GPE", "NORP"):
            return  # "asked for time to think"
        hang(noun, verb, "nsubjpass" if passive else "nsubj")
        hang(mark, verb, "mark")
        verb.dep_ = "advcl"


def mend_being(verb: Token) -> None:
    """Of "insists on the ban being lifted" the lifting, and of "is opposed to it being lifted"."""
    noun = verb.head if verb.dep_ == "acl" else verb.nbor(-1)
    being = next((c for c in verb.children if c.dep_ == "auxpass"), None)
    if being is None or being.lower_ != "being" or not being.i:
        return
    noun = (
        noun
        if verb.dep_ == "acl"
        else next(
            (c for c in verb.head.children if c.dep_ == "pobj" and c.right_edge.i == being.i - 1),
            noun,
        )
    )
    preposition = noun.head
    if noun.dep_ != "pobj" or being.i <= noun.i or preposition.head.lemma not in _ABOUT_DEEDS:
        return
    hang(noun, verb, "nsubjpass")
    hang(verb, preposition, "pcomp")


_ABOUT_DEEDS = frozenset({
    "agree", "consent", "depend", "hinge", "insist", "object", "objection", "oppose", "opposed",
    "opposition", "resistance",
})  # fmt: skip


def mend_time(verb: Token) -> None:
    """Of "five days after the ship reached the port" the ship, hung on "after" as its noun."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "mark") for c in verb.children):
        return
    before = [c for c in verb.children if c.i < verb.i and c.lower_ in ("after", "before")]
    noun = next((c for c in before[-1].children if c.dep_ == "pobj"), None) if before else None
    if noun is not None and noun.right_edge.i == verb.i - 1:
        before[-1].dep_ = "mark"
        hang(noun, verb, "nsubj")


def mend_day(on: Token) -> None:
    """Of "said on Monday it would lift it" the saying was on Monday, whenever the lifting is."""
    verb, above = on.head, on.head.head
    day = next((c for c in on.children if c.dep_ == "pobj"), None)
    if verb.dep_ not in ("ccomp", "xcomp") or day is None or day.lower_ not in WEEKDAYS:
        return
    clause = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if clause and above.i < on.i and verb.left_edge is on:  # and no "that" before it
        hang(on, above, "prep")


_GATHERINGS = word_class("gatherings")


def mend_meeting(at: Token) -> None:
    """Of "agreed to share it at a meeting on Monday" where it was agreed, and when."""
    inner, above = at.head, at.head.head
    noun = next((c for c in at.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma not in _GATHERINGS or above.tag_ not in ("VBD", "VBN"):
        return
    if above.lemma in _PLACING or not any(c.tag_ == "TO" for c in inner.children):
        return
    for later in [c for c in inner.children if c.i >= at.i and c.dep_ in ("prep", "npadvmod")]:
        hang(later, above, later.dep_)


# Of "planned to speak at a meeting on Monday" the speaking is at the meeting.
_PLACING = frozenset({"plan", "hope", "expect", "intend", "want", "wish", "schedule", "set", "be"})


def mend_towards(to: Token) -> None:
    """Of "demanded a halt to the dumping" what is halted, taken for whom it is demanded of."""
    verb = to.head
    noun = next((c for c in verb.children if c.i == to.i - 1 and c.dep_ == "dobj"), None)
    thing = any(c.dep_ == "pobj" for c in to.children)
    if thing and noun is not None and noun.lemma in _TOWARDS and verb.lemma not in _GIVING:
        hang(to, noun, "prep")


_TOWARDS = word_class("nouns_with_to")


_GIVING = word_class("granting_verbs") | {"bring", "put", "send"}


def mend_infinitive(verb: Token) -> None:
    """Of "rejected calls by Peru to lift it" that the lifting is called for."""
    above = verb.head
    noun = _taker(verb, above)
    if noun is not None:
        hang(verb, noun, "acl")
    elif (above.lemma in _verbs() and _may_complete(verb, above)) or _of_oneself(verb, above):
        hang(verb, above, "xcomp")


def mend_demanded(verb: Token) -> None:
    """Of "dismissed the demand to lift it" that the lifting is demanded, and no dismissal."""
    above = verb.head
    noun = next(
        (c for c in above.children if c.dep_ == "dobj" and c.i == verb.left_edge.i - 1), None
    )
    if noun is None or noun.lemma not in _REQUESTS:
        return
    cue = cues().verbs.get(above.lemma)
    if cue is not None and "order" not in cue.frames:
        hang(verb, noun, "acl")


_REQUESTS = word_class("requests")


def _of_oneself(verb: Token, above: Token) -> bool:
    """Of "cannot bring ourselves to lift it" the lifting, which is no purpose."""
    before = verb.doc[verb.left_edge.i - 1]
    own = before.head is above and before.lower_.endswith(("self", "selves"))
    return above.lemma == "bring" and own


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is worded "to do it", with or without "for" and who does it."""
    own = [c for c in verb.children if c.i < verb.i]
    named = own and own[0].lower_ == "for"  # "its call for Oslo to leave"
    allowed = ("aux", "neg", "advmod", "mark", "nsubj") if named else ("aux", "neg", "advmod")
    return any(c.tag_ == "TO" for c in own) and all(c.dep_ in allowed for c in own)


def _taker(verb: Token, above: Token) -> Token | None:
    """Noun between the two that takes an infinitive: the last before the "to", but for a name."""
    for token in reversed(above.children):
        if token.i >= verb.i:
            continue
        noun = token
        if token.dep_ == "prep":
            noun = next((c for c in token.children if c.dep_ == "pobj"), token)
        if noun.lemma in _nouns() and noun.pos_ == "NOUN" and noun.dep_ in ("dobj", "pobj"):
            return noun
        if token.dep_ not in _LOOSE:
            return None
    return None


def _may_complete(verb: Token, above: Token) -> bool:
    """Whether a verb lacks a complement and nothing but circumstances stand before this one."""
    return all(
        c.dep_ not in FULL and (c.dep_ in _LOOSE or c.i < above.i)
        for c in above.children
        if c is not verb and c.i < verb.i
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(v for v, cue in cues().verbs.items() if "infinitive" in cue.frames)


@cache
def _nouns() -> frozenset[str]:
    found = {noun for noun, cue in cues().nouns.items() if "infinitive" in cue.frames}
    return frozenset(found) | word_class("requests")


def mend_given(noun: Token) -> None:
    """Of "would send to Sudan grain that is rotting" the grain is sent, and no kind of Sudan's."""
    to, before = noun.head, noun.nbor(-1) if noun.i else noun
    verb = to.head
    if to.lower_ != "to" or before.dep_ != "compound" or before.head is not noun:
        return
    if verb.lemma not in _GIVING or any(c.dep_ == "dobj" for c in verb.children):
        return
    if to.i != verb.i + 1 or before.i != to.i + 1:
        return
    hang(noun, verb, "dobj")
    hang(before, to, "pobj")


def mend_let_have(noun: Token) -> None:
    """Of "denied the inspectors access to the mine" the access is denied, and the inspectors."""
    verb = noun.head
    if verb.lemma not in _LETTING_HAVE or noun.i < verb.i or noun.lemma not in _PERMITS:
        return
    whom = next((c for c in noun.children if _whom(c)), None)
    if whom is None:
        if noun.dep_ == "oprd" and any(c.dep_ == "dobj" for c in verb.children):
            noun.dep_ = "dobj"
            next(c for c in verb.children if c.dep_ == "dobj").dep_ = "dative"
        return
    for word in [c for c in noun.children if c.i < whom.i]:
        hang(word, whom, word.dep_)
    hang(whom, verb, "dative")
    noun.dep_ = "dobj"


def _whom(word: Token) -> bool:
    """Whether a word before a noun is who gets it, taken for a part of its name."""
    return word.dep_ == "nsubj" or (word.dep_ in ("compound", "nmod") and word.tag_ == "NNS")


_LETTING_HAVE = (
    word_class("giving_verbs") | word_class("granting_verbs") | word_class("withholding_verbs")
)
_PERMITS = frozenset({
    "access", "accreditation", "asylum", "clearance", "licence", "license", "passage", "permission",
    "permit", "transit", "visa",
})  # fmt: skip
_GIVING = word_class("giving_verbs")


def mend_claimed(clause: Token) -> None:
    """Of "acknowledge in writing that it is theirs" what is acknowledged, not what is written."""
    above = clause.head
    preposition = above.head
    adverbial = above.dep_ in ("pobj", "pcomp") and preposition.dep_ == "prep"
    if not adverbial or above.lower_ not in _OPENLY:
        return
    verb = preposition.head
    if verb.pos_ == "VERB" and not any(c.dep_ in FULL for c in verb.children):
        hang(clause, verb, "ccomp")


_OPENLY = frozenset({"full", "particular", "private", "public", "return", "writing"})


def mend_what_one_does(verb: Token) -> None:
    """Of "what we would do is to lift it" that we would lift it, and that nobody is to."""
    copula = verb.head
    to = next((c for c in verb.children if c.tag_ == "TO" and c.i < verb.i), None)
    clause = next((c for c in copula.children if c.dep_ == "csubj" and c.lemma == "do"), None)
    if to is None or clause is None or copula.lemma != "be":
        return
    if any(c.lower_ in ("what", "all") for c in clause.children if c.i < clause.i):
        hang(to, copula, "mark")
