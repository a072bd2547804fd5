"""Mendings of a parse in which a word is taken for another sort: a gerund, a state, a verb."""

from functools import cache

from detente.lexicon.acts import inventory
from detente.lexicon.cues import cue_verbs
from detente.lexicon.words import first_words, word_class
from detente.read.grammar.hang import FINITE, hang
from detente.read.grammar.tokens import Token


def mend_wanted(done: Token) -> None:
    """Of "wants the channel dredged" that it be dredged, and no channel that was."""
    noun = done.head
    verb = noun.head
    if done.i == noun.i + 1 and (verb.lemma in _WANTING or has_done(verb)):
        hang(done, verb, "ccomp")
        hang(noun, done, "nsubj")


_WANTING = frozenset({"like", "need", "want"})


def mend_on_terms(done: Token) -> None:
    """Of "will have it dredged if they pay" the having done, which hangs on the condition."""
    verb, before = done.head, {c.dep_ for c in done.children if c.i < done.i}
    caused = has_done(verb)
    wanted = caused or verb.lemma in _WANTING
    if done.tag_ == "VBD" and wanted and "nsubj" in before and not before & {"aux", "mark"}:
        done.tag_ = "VBN"  # "to see the ban lifted", "we want the ban lifted"
    if not caused:
        return
    for clause in [c for c in done.children if c.dep_ == "advcl" and c.i > done.i]:
        if any(c.dep_ == "mark" and c.lower_ in _TERMS for c in clause.children):
            hang(clause, verb, "advcl")


_TERMS = frozenset({"if", "once", "unless", "until"})


def has_done(verb: Token) -> bool:
    """Whether it is a "have", "get" or "see" of what others do, and not of what they did.

    "Wants to have the ban lifted" does, "has the ban imposed in May" does not.
    """
    if verb.lemma not in _CAUSING:
        return False
    helped = any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in verb.children)
    after = verb.dep_ == "pcomp" and verb.head.lower_ != "from"  # "kept from having it recognised"
    return helped or verb.lemma == "get" or (verb.tag_ == "VBG" and after)


_CAUSING = frozenset({"get", "have", "see"})


def mend_first(first: Token) -> None:
    """Of "First Oslo must pay, then Lima will" when it pays, and no part of its name."""
    named = first.head
    verb = named.head
    if named.dep_ in ("nsubj", "nsubjpass") and named.pos_ == "PROPN" and verb.pos_ in _VERBAL:
        hang(first, verb, "advmod")
        first.pos_, first.tag_, first.ent_type_ = "ADV", "RB", ""


_VERBAL = frozenset({"VERB", "AUX"})


def mend_on_hold(hold: Token) -> None:
    """Of "put on hold a plan" the plan is put on hold, and nobody holds it."""
    verb, on = hold.head, hold.nbor(-1) if hold.i else None
    if on is None or on.lower_ != "on" or verb.lemma != "put" or hold.i < verb.i:
        return
    for own in list(hold.children):
        hang(own, verb, own.dep_)
    hang(hold, on, "pobj")
    hold.pos_, hold.tag_ = "NOUN", "NN"


def mend_provided(provided: Token) -> None:
    """Of "provided Oslo restores access" Oslo restores it."""
    around = [*provided.children, *provided.head.children]
    own = [c for c in provided.children if c.dep_ in ("dobj", "pobj")]
    behind = own[0].right_edge.i + 1 if own else len(provided.doc)
    if behind < len(provided.doc):
        around.append(provided.doc[behind])  # hung somewhere else: "... said"
    below = next((c for c in around if c.tag_ in _FINITE and c.i > provided.i), None)
    if below is None or any(a is below for a in provided.ancestors):
        return
    if not own or any(c.dep_.startswith("nsubj") for c in below.children):
        return
    if provided.i < own[0].i < below.i:
        hang(own[0], below, "nsubj")
        hang(below, provided, "ccomp")
        provided.dep_ = "prep"


_FINITE = frozenset({"VBD", "VBP", "VBZ"})


def mend_away(way: Token) -> None:
    """Of "wants its troops out of the valley" and "off the island" where they are to be."""
    verb = way.head
    wanted = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < way.i]
    if verb.lemma in _ASKING_FOR and wanted:
        hang(way, wanted[-1], "prep")


_ASKING_FOR = _WANTING | {"demand", "seek"}


def mend_for_its_part(part: Token) -> None:
    """Of "Oslo, for its part, asks that they pay" what it asks, and not for its part."""
    preposition = part.head
    verb = preposition.head
    if preposition.lower_ != "for" or not any(c.tag_ == "PRP$" for c in part.children):
        return
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None:
        hang(preposition, own, "prep")


def mend_staying(verb: Token) -> None:
    """Of "the bridge stays shut" the bridge stays, and nothing that stays has shut it."""
    shut = verb.head
    if shut.i != verb.i + 1 or shut.tag_ not in ("VBD", "VBN") or verb.lemma not in _STAYING:
        return
    above, label = shut.head, shut.dep_
    below = [c for c in shut.children if c is not verb]
    if above is shut:
        verb.head.children = [c for c in verb.head.children if c is not verb]
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        hang(verb, above, label)
    for word in below:
        hang(word, verb, word.dep_)
    hang(shut, verb, "acomp")
    shut.pos_, shut.tag_ = "ADJ", "JJ"


_STAYING = frozenset({"remain", "stay"})


def mend_done_to(shut: Token) -> None:
    """Of "was closed to lorries", "remains banned" that it is what the participle says."""
    verb = shut.head
    if verb.lemma not in _STAYING | {"be"} or shut.i < verb.i or verb.dep_ in ("aux", "auxpass"):
        return
    if verb.lemma in _STAYING and shut.lower_ == shut.lemma:
        return  # "stays shut", "stays put"
    below = [c for c in verb.children if c is not shut]
    if verb.head is verb:
        verb.children = [c for c in verb.children if c is not shut]
        shut.head, shut.dep_ = shut, "ROOT"
    else:
        hang(shut, verb.head, verb.dep_)
    for word in below:
        hang(word, shut, "nsubjpass" if word.dep_ == "nsubj" else word.dep_)
    hang(verb, shut, "auxpass")


def mend_result(word: Token) -> None:
    """Of "keep the border shut" the border is kept, whatever "shut" is taken for."""
    verb = word.head
    if word.dep_ in ("dobj", "oprd") and word.children and word.children[-1].i == word.i - 1:
        *others, noun = word.children
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
        for other in others:
            hang(other, noun, other.dep_)
        hang(noun, verb, "dobj")
    elif word.dep_ in ("ccomp", "xcomp", "dep"):
        for own in [c for c in word.children if c.dep_ == "nsubj" and c.i > verb.i]:
            hang(own, verb, "dobj")
    else:
        return
    word.dep_ = "oprd"


def mend_side(noun: Token) -> None:
    """Of "forbids either side to close it" the side, whatever it is taken for."""
    noun.pos_, noun.tag_ = "NOUN", "NNS" if noun.lower_.endswith("s") else "NN"
    if noun.dep_ == "appos" and noun.head.pos_ == "VERB":
        noun.dep_ = "dobj"


def mend_judged(adjective: Token) -> None:
    """Of "called the lifting of the ban unthinkable" what it is called, taken for the last noun."""
    noun = adjective.children[-1] if adjective.children else None
    if noun is None or noun.i != adjective.i - 1 or noun.pos_ not in ("NOUN", "PROPN"):
        return
    judged = next((a for a in (adjective, *adjective.ancestors) if a.dep_ in _CALLED), None)
    verb = judged.head if judged is not None else None
    if verb is None or judged is None or verb.lemma not in _JUDGING:
        return
    above, label = adjective.head, adjective.dep_
    for other in [c for c in adjective.children if c is not noun]:
        hang(other, noun, other.dep_)
    hang(noun, above, label)
    judged.dep_ = "dobj"
    hang(adjective, verb, "oprd")
    adjective.pos_ = "ADJ"


_CALLED = frozenset({"dobj", "oprd"})


_JUDGING = frozenset({
    "brand", "call", "consider", "declare", "deem", "find", "hold", "judge", "label", "pronounce",
    "rate", "rule", "term", "think",
})  # fmt: skip


def mend_second_verb(noun: Token) -> None:
    """Of "restores its courts and scraps a law" that the law is scrapped: nouns take no "a"."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    determiner = next((t for t in after if t.dep_ in ("det", "poss")), None)
    thing = determiner.head if determiner is not None else noun
    if _tells_on(noun):
        if noun.head.pos_ != "VERB":
            for word, label in ((noun.doc[noun.i - 1], "cc"), (noun, "conj")):
                hang(word, noun.head.head, label)
        noun.pos_, noun.tag_ = "VERB", "VBZ"
        for clause in [c for c in noun.children if c.dep_ == "acl"]:
            clause.dep_ = "ccomp"
        return
    if thing.dep_ != "dobj" or thing.head.i > noun.i or noun.lemma not in _acting():
        return
    noun.pos_, noun.tag_ = "VERB", "VBZ"
    for word, label in ((noun.doc[noun.i - 1], "cc"), (noun, "conj")):
        hang(word, thing.head, label)
    hang(thing, noun, "dobj")


def _tells_on(noun: Token) -> bool:
    """Of "has shut its ports and demands that Oslo pay" whether "demands" is a verb."""
    above = noun.head
    clause = next((c for c in noun.children if c.i > noun.i), None)
    if clause is None or noun.i < above.i or above.lemma in _REQUESTS:
        return False
    if above.pos_ != "VERB" and above.dep_ != "dobj":
        return False
    plain = not any(c.i < noun.i for c in noun.children)
    told = clause.dep_ in ("acl", "ccomp") and clause.left_edge.lower_ == "that"
    return plain and told and noun.doc[noun.i - 1].lower_ == "and" and noun.lemma in cue_verbs()


_REQUESTS = word_class("requests") | word_class("claim_nouns")


def mend_governing(noun: Token) -> None:
    """Of "the deal caps its purchases", "must, by treaty, supply Lima" a verb taken for a noun.

    What has a subject before it and an object behind it, or a modal, does something.
    """
    labels = {c.dep_ for c in noun.children if c.i < noun.i}
    objects = any(c.dep_ == "dobj" and c.i > noun.i for c in noun.children)
    modal = any(c.tag_ == "MD" and c.dep_ == "aux" for c in noun.children)
    if "nsubj" not in labels or labels & {"det", "poss", "amod", "compound"}:
        return
    if modal and noun.tag_ == "NN":
        noun.pos_, noun.tag_ = "VERB", "VB"
    elif objects and noun.tag_ == "NNS":
        noun.pos_, noun.tag_ = "VERB", "VBZ"


def mend_plural(noun: Token) -> None:
    """Of "lift the visa bans" that the bans are lifted, taken for a verb beside the visa."""
    before = noun.doc[noun.i - 1] if noun.i else noun
    if before.pos_ != "NOUN" or before.dep_ != noun.dep_ or before.head is not noun.head:
        return
    noun.pos_, noun.tag_ = "NOUN", "NNS"
    for other in before.children:
        if other.i < before.i:
            hang(other, noun, other.dep_)
    hang(before, noun, "compound")


def mend_subjunctive(that: Token) -> None:
    """Of "demanded that Oslo lift duties imposed in May" the lifting, taken for a noun."""
    clause, above = that.head, that.head.head
    if above.pos_ != "VERB" or above.lemma not in _ASKING or clause.i < that.i:
        return
    noun = clause if clause.pos_ == "NOUN" else _plain_subject(clause)
    if noun is None or noun.tag_ != "NNS":
        return  # not of "demanded that the loading ban end"
    words = noun.doc[that.i + 2 : noun.i]
    verb = next((t for t in words if t.head is noun and t.lower_ in _acting()), None)
    before = noun.doc[verb.i - 1] if verb is not None else None
    if verb is None or before is None or before.pos_ not in ("NOUN", "PROPN"):
        return
    verb.pos_, verb.tag_, verb.lemma = "VERB", "VB", verb.lower_
    hang(verb, above, "ccomp")
    hang(before, verb, "nsubj")
    for other in [c for c in noun.children if that.i < c.i < before.i]:
        hang(other, before, other.dep_)
    hang(that, verb, "mark")
    if clause is not noun:
        clause.tag_ = "VBN"
        hang(clause, noun, "acl")
    hang(noun, verb, "dobj")


def _plain_subject(clause: Token) -> Token | None:
    """Subject of a clause that has no auxiliary, and so may be a participle."""
    if clause.tag_ not in ("VBN", "VBD") or any(c.dep_ in _AUXILIARIES for c in clause.children):
        return None
    return next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)


_AUXILIARIES = frozenset({"aux", "auxpass"})
_ASKING = word_class("asking_verbs")


def mend_back(word: Token) -> None:
    """Of "take back migrants" that they are taken back, and are not what is at the back."""
    verb = word.doc[word.i - 1] if word.i else word
    if (
        verb.pos_ == "VERB"
        and verb.lemma in _BRINGING
        and word.head in (verb, verb.head, *verb.children)
    ):
        word.pos_, word.tag_ = "ADV", "RB"
        hang(word, verb, "prt")


_BRINGING = frozenset(
    {"accept", "bring", "fly", "give", "hand", "let", "send", "ship", "take", "welcome"}
)


def mend_gerund(word: Token) -> None:
    """Of "open to handing over the men" the handing, which has a particle or an object."""
    if any(c.dep_ in ("prt", "dobj") for c in word.children):
        stem = word.lower_.removesuffix("ing")
        verbs = (stem, f"{stem}e", stem[:-1])
        word.lemma = next((v for v in verbs if v in _acting()), word.lemma)
        word.pos_, word.tag_ = "VERB", "VBG"


def mend_doing(word: Token) -> None:
    """Of "the unfreezing of the funds", "all it has to do is extradite them" what is done."""
    after = next((c for c in word.children if c.i > word.i), None)
    doing = word.lower_.endswith("ing")
    if after is None:
        return
    if doing and any(c.dep_ == "dobj" for c in word.children):
        mend_gerund(word)
    elif doing and after.lower_ == "of" and after.i == word.i + 1:
        word.pos_, word.tag_ = "NOUN", "NN"
    elif word.lower_ in _acting() and (after.dep_ == "dobj" or _joined_to_verb(word)):
        word.pos_, word.tag_ = "VERB", "VB"


def mend_bare(word: Token) -> None:
    """Of "that Oslo release Ada Bell" the releasing, taken for a noun that has an object."""
    labels = [c.dep_ for c in word.children if c.i < word.i]
    after = any(c.dep_ == "dobj" and c.i > word.i for c in word.children)
    if "nsubj" in labels and after and word.lower_ in _acting():
        word.pos_, word.tag_, word.lemma = "VERB", "VB", word.lower_


def _joined_to_verb(word: Token) -> bool:
    """Of "that Oslo free and deport the men" whether "free" is a verb beside another."""
    own = any(c.dep_ == "nsubj" and c.i < word.i for c in word.children)
    joined = any(c.dep_ == "conj" and c.tag_ == "VB" for c in word.children)
    return own and joined


def mend_phrasal(word: Token) -> None:
    """Of "ruled out handing over the men" the handing over, taken for a thing over the men."""
    particle = next((c for c in word.children if c.i == word.i + 1), None)
    noun = next((c for c in particle.children if c.dep_ == "pobj"), None) if particle else None
    if particle is None or noun is None or any(c.i < word.i for c in word.children):
        return
    stem = word.lower_.removesuffix("ing")
    verbs = (stem, f"{stem}e", stem[:-1])
    verb = next((v for v in verbs if f"{v} {particle.lower_}" in inventory().verbs), None)
    if verb is None or particle.lower_ not in _PARTICLES:
        return
    word.lemma, word.pos_, word.tag_ = verb, "VERB", "VBG"
    word.dep_ = GERUNDS[word.dep_]
    particle.dep_ = "prt"
    hang(noun, word, "dobj")


def mend_opening_gerund(word: Token) -> None:
    """Of "refusing inspectors is a breach" that the refusing is, and no inspectors."""
    noun = word.head
    verb = noun.head
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    single = first.tag_ == "VBZ" or first.lower_ == "was"
    stem = word.lower_.removesuffix("ing")
    acting = next((v for v in (stem, f"{stem}e", stem[:-1]) if v in _acting()), None)
    if noun.tag_ != "NNS" or noun.i != word.i + 1 or not single or acting is None:
        return
    passive = noun.dep_ == "nsubjpass"
    hang(word, verb, "csubjpass" if passive else "csubj")
    word.lemma, word.pos_, word.tag_ = acting, "VERB", "VBG"
    hang(noun, word, "dobj")


_PARTICLES = word_class("particles") - {"of", "to", "from", "on", "with", "for", "in", "at"}


# What a noun in such a place is where it is a verb.
GERUNDS = {"dobj": "xcomp", "pobj": "pcomp", "nsubj": "csubj", "pcomp": "pcomp"}


def mend_finite(verb: Token) -> None:
    """Of "demands that Oslo leave and does not rule out closing it" who rules nothing out."""
    below = verb.head
    if _of_another_tense(verb):
        above = below.head
        hang(verb, above, "conj")
        for word in [c for c in below.children if c.dep_ == "cc" and c.i > below.i]:
            hang(word, above, "cc")
        return
    bare = below.dep_ == "ccomp" and not any(c.dep_ == "aux" for c in below.children)
    finite = any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)
    above = below.head
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if bare and finite and not own and above.pos_ == "VERB" and above.i < below.i:
        hang(verb, above, "conj")


def _of_another_tense(verb: Token) -> bool:
    """Of "has offered to mediate and opposes a ban" whether opposing is no part of it."""
    below = verb.head
    parts = [c for c in below.children if c.dep_ in ("aux", "auxpass")]
    infinitive = below.dep_ == "xcomp" and [c.tag_ for c in parts] == ["TO"]
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)
    return infinitive and verb.tag_ in FINITE and not own and below.head.pos_ in ("VERB", "AUX")


@cache
def _acting() -> frozenset[str]:
    return first_words(inventory().verbs)


def mend_so_called(what: Token) -> None:
    """Of "lift what it called an illegal ban" the ban is what is lifted."""
    calling = what.head
    main = calling.head
    if calling.lemma not in _CALLING or calling.dep_ not in ("ccomp", "pcomp", "dobj"):
        return
    named = next((c for c in calling.children if c.i > calling.i and c.dep_ in _NAMED_SO), None)
    if named is not None and named.lower_ == "as":
        named = next((c for c in named.children if c.dep_ == "pobj"), None)
    if named is None or named.pos_ not in ("NOUN", "PROPN") or main.i > what.i:
        return
    hang(named, main, "pobj" if calling.dep_ == "pcomp" else "dobj")
    hang(calling, main, "parataxis")


_CALLING = frozenset(
    {
        "brand",
        "call",
        "consider",
        "deem",
        "describe",
        "dub",
        "label",
        "regard",
        "see",
        "term",
        "view",
    }
)
_NAMED_SO = frozenset({"attr", "dobj", "oprd", "prep"})


def mend_thing_in_ing(gerund: Token) -> None:
    """Of "reopen the Khorgos crossing to fruit" the crossing is a thing, and nobody crosses."""
    the = gerund.left_edge
    if the.tag_ in ("DT", "PRP$") and gerund.lower_ in _THINGS_IN_ING:
        gerund.pos_, gerund.tag_, gerund.lemma = "NOUN", "NN", gerund.lower_


_THINGS_IN_ING = word_class("things_in_ing")


def mend_left_so(noun: Token) -> None:
    """Of "the border stays shut" that it stays so, and there are no border stays."""
    own = noun.doc[noun.i - 1] if noun.i else noun
    after = noun.doc[noun.i + 1 : noun.i + 2]
    if own.head is not noun or own.dep_ != "compound" or own.tag_ not in ("NN", "NNS", "NNP"):
        return
    if not after or after[0].lower_ not in _LEFT_SO or noun.dep_ not in ("ROOT", "ccomp"):
        return
    noun.pos_, noun.tag_ = "VERB", "VBZ"
    for word in [c for c in noun.children if c.i < own.i and c.dep_ in ("amod", "det", "poss")]:
        hang(word, own, word.dep_)
    hang(own, noun, "nsubj")
    hang(after[0], noun, "acomp")


_LEFT_SO = frozenset({"closed", "frozen", "open", "sealed", "shut", "suspended"})


def mend_described_object(adjective: Token) -> None:
    """Of "if Lima submits complete counts" the counts that are complete, and are submitted."""
    verb = adjective.head
    thing = next((c for c in adjective.children if c.dep_ == "dobj"), None)
    if thing is None or verb.i != adjective.i - 1 or verb.tag_ not in ("VBZ", "VBD", "VB"):
        return
    alone = all(c is thing or c.i > thing.i for c in adjective.children)
    if not alone or verb.lemma in _DOING_BARE or any(c.dep_ == "dobj" for c in verb.children):
        return
    hang(thing, verb, "dobj")
    hang(adjective, thing, "amod")
    adjective.pos_, adjective.tag_ = "ADJ", "JJ"


_DOING_BARE = frozenset({"dare", "help", "let", "make", "need"})


def mend_noun_for_verb(thing: Token) -> None:
    """Of "does not permit a member to tax goods" the taxing, and not what is permitted *to*.

    So of "bars both sides from building dams", where the building is taken for a kind of dam.
    """
    before, to = thing.nbor(-1) if thing.i else thing, thing.head
    verb = to.head
    beside = before.dep_ == "compound" and before.head is thing and before.i == to.i + 1
    if not beside or verb.pos_ != "VERB" or not _told_another(verb):
        return
    if to.lower_ == "to" and before.tag_ == "NN" and before.lower_ in _ALSO_VERBS:
        before.tag_, label = "VB", "xcomp"
        hang(to, before, "aux")
        to.pos_, to.tag_ = "PART", "TO"
    elif to.lower_ == "from" and before.tag_ == "VBG" and verb.lemma in _KEEPING_FROM:
        label = "pcomp"
    else:
        return
    hang(before, verb if label == "xcomp" else to, label)
    before.pos_ = "VERB"
    hang(thing, before, "dobj")


def _told_another(verb: Token) -> bool:
    """Whether it is done to somebody, who may then be told what to do."""
    return any(
        c.dep_ in ("dobj", "nsubjpass", "nsubj") and c.i > verb.i for c in verb.children
    ) or (any(c.dep_ == "nsubjpass" for c in verb.children))


# Nouns that are verbs as well, of what states let or forbid one another.
_ALSO_VERBS = word_class("nouns_also_verbs")
_KEEPING_FROM = word_class("keeping_from")


def mend_gone(verb: Token) -> None:
    """Of "unless the levy is gone by May" that it goes by then: nobody has gone it."""
    for word in verb.children:
        word.dep_ = _ACTIVE.get(word.dep_, word.dep_)


_ACTIVE = {"auxpass": "aux", "nsubjpass": "nsubj", "agent": "prep"}
