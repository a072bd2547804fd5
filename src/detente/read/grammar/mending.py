"""What the small parser hangs on the wrong word time and again, hung where it belongs.

Of "offered on Monday to lift it" the lifting is what is offered, and no purpose of the offering; of
"rejected calls by Peru to lift it" it is what is called for. All rules ask the mended parse.
"""

from functools import cache, lru_cache

from detente.lexicon.acts import inventory
from detente.lexicon.cues import cues
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import first_words, word_class
from detente.read.grammar.leaves import is_leave
from detente.read.grammar.tokens import Doc, Token

_LOOSE = frozenset({"prep", "advmod", "npadvmod", "agent", "dative", "prt", "neg", "aux", "punct"})
_FULL = frozenset({"xcomp", "ccomp", "dobj", "acomp", "attr", "oprd"})


def mend(doc: Doc) -> Doc:
    """Hang to-infinitives on the verb or noun that they complete; the tokens change in place."""
    for token in doc.tokens:
        if token.tag_ == "RP" and token.head.tag_ in _DOING:
            _mend_particle(token)
        if token.dep_ == "pcomp" and token.tag_ == "NN" and token.lower_.endswith("ing"):
            _mend_gerund(token)
        if token.dep_ in _GERUNDS and token.tag_ == "NN" and token.lower_.endswith("ing"):
            _mend_phrasal(token)
        if token.tag_ == "JJ" and token.children:
            _mend_doing(token)
        if token.dep_ == "conj" and token.pos_ == "VERB":
            _mend_own_subject(token)
        if token.dep_ == "ccomp" and token.pos_ == "VERB" and token.head.i < token.i:
            _mend_turned_round(token)
            _mend_joined_clause(token)
        if token.dep_ == "conj" and token.tag_ in _FINITE:
            _mend_joined(token)
        if token.dep_ == "conj" and token.pos_ == "VERB" and token.head.tag_ == "VB":
            _mend_finite(token)
        if token.lower_ in _RESULTS and token.head.lemma in _KEEPING and token.head.i < token.i:
            _mend_result(token)
        if token.dep_ == "nsubj" and token.tag_ == "CC":
            token.dep_ = "preconj"  # "neither now nor later will Oslo leave"
        behind = token.dep_ == "advcl" and token.head.i < token.i
        if behind and _is_infinitive(token) and not _mend_expected(token):
            _mend(token)
        if token.dep_ == "advcl" and token.tag_ in _FINITE:
            _mend_time(token)
        if token.dep_ == "prep" and token.head.dep_ == "xcomp" and token.lower_ in _AT:
            _mend_meeting(token)
        if token.dep_ in ("prep", "dative") and token.lower_ == "to":
            _mend_towards(token)
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "dobj":
            _mend_wanted(token)
        if token.dep_ in ("pobj", "dobj") and (token.pos_ == "ADJ" or token.lower_ in _CLOSED):
            _mend_judged(token)
        if token.dep_ in _JOINED and token.tag_ in _TENSED:
            _mend_second_clause(token)
        if token.dep_ == "nsubj" and token.head.i > token.i:
            _mend_label(token)
        if token.dep_ in _LEAVE and is_leave(token):
            _mend_leave(token)
        if token.dep_ in _NOMINAL and token.lower_ in _NOUNS:
            _mend_side(token)
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("aux", "auxpass"):
            _mend_auxiliary(token)
        if token.dep_ == "pobj" and token.head.dep_ == "mark" and token.head.lower_ == "for":
            _hang(token, token.head.head, "nsubj")  # "it is for La Paz to lift it"
        if token.tag_ == "NN" and token.text[0].isupper() and _is_country(token.text):
            token.pos_, token.tag_ = "PROPN", "NNP"  # "Somalia says"
        if token.dep_ in _NOMINAL and token.lower_ == "non" and token.i + 2 < len(doc.tokens):
            _hang(token, token.nbor(2), "amod")  # "non-payment", in three words
            _hang(token.nbor(1), token.nbor(1).nbor(1), "punct")
        if token.dep_ == "aux" and token.text == "May" and _is_date(token):
            _hang(token, token.nbor(-1), "npadvmod")
        if token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.dep_ == "pobj":
            _mend_ruled(token)
        if token.dep_ == "advcl" and token.i < token.head.i:
            _mend_before_tag(token)
        if token.dep_ == "aux" and token.tag_ == "MD" and token.i:
            _mend_stolen_subject(token)
        if token.text == ")":
            _mend_affiliation(token)
    return doc


_LEAVE = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})


def _mend_leave(noun: Token) -> None:
    """Of "gave it the green light to sail", "its consent to the sale" what there is leave for."""
    above = noun.head
    clause = noun.dep_ == "nsubj" and above.dep_ == "ccomp" and _is_to(above)
    if clause and above.head.i < noun.i:
        _hang(noun, above.head, "dobj")  # "wants its go-ahead to sail"
        _hang(above, noun, "acl")
        return
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return
    for c in [c for c in above.children if c.i > noun.right_edge.i]:
        if c.dep_ in ("xcomp", "advcl") and _is_to(c) and c.children[0].i > noun.i:
            _hang(c, noun, "acl")
        elif c.dep_ in ("prep", "dative") and c.lower_ in ("to", "for") and _is_a_deed(c):
            _hang(c, noun, "prep")
        else:
            return


def _is_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _is_a_deed(preposition: Token) -> bool:
    """Whether what follows is nobody, who would be given the leave."""
    target = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)
    named = target is not None and target.ent_type_ in ("GPE", "NORP", "ORG", "PERSON")
    return target is not None and not named and target.pos_ not in ("PRON", "PROPN")


def _mend_auxiliary(own: Token) -> None:
    """Of "Oslo has only to lift it", "Oslo would be well advised" that the verb has the subject."""
    auxiliary = own.head
    verb = auxiliary.head
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    if any(
        c.dep_ not in ("nsubj", "nsubjpass", "aux", "neg", "advmod") for c in auxiliary.children
    ):
        return  # of "has until Friday to go or we will close it" the having is no auxiliary
    modals = [c for c in auxiliary.children if c.dep_ in ("aux", "neg")]
    for word in (own, *modals):
        _hang(word, verb, word.dep_)


@lru_cache(maxsize=1024)
def _is_country(word: str) -> bool:
    """Whether a word alone is the name of a country, which is never a common noun."""
    found = list(gazetteer().find(word))
    return len(found) == 1 and found[0].end == len(word) and found[0].party.kind == "country"


def _is_date(month: Token) -> bool:
    """Whether "May" is the month: of "by its order of 21 May the court told Oslo to leave"."""
    return month.i > 0 and month.nbor(-1).like_num


def _mend_ruled(name: Token) -> None:
    """Of "under the transit agreement Oslo may not close it" that Oslo may not, with no comma."""
    end = name.right_edge.i + 1
    helping = name.doc[end] if end < len(name.doc) else name
    verb = helping.head
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i for c in verb.children)
    joined = name.left_edge.i == name.head.i + 1
    if helping.dep_ in ("aux", "auxpass") and joined and not own:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        _hang(name, verb, "nsubjpass" if passive else "nsubj")


def _mend_affiliation(closing: Token) -> None:
    """Of "Ada Bell (Greens, Oslo) said" that Bell speaks, and not her constituency."""
    doc = closing.doc
    opening = next(
        (t.i for t in reversed(doc[max(0, closing.i - 8) : closing.i]) if t.text == "("), 0
    )
    name = doc[opening - 1] if opening else closing
    if name.pos_ != "PROPN":
        return
    for token in doc[opening + 1 : closing.i]:
        if token.dep_ == "nsubj" and token.head.i > closing.i:
            _hang(name, token.head, "nsubj")
            _hang(token, name, "appos")
            return


def _mend_stolen_subject(modal: Token) -> None:
    """Of "if the ships stay no talks will be held" that the talks are held, and not stayed."""
    verb, noun = modal.head, modal.doc[modal.i - 1]
    if noun.dep_ not in _STOLEN or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
        return
    clause = next((a for a in noun.ancestors if a.dep_ == "advcl"), None)
    if clause is not None and _marked(clause) and any(a is verb for a in clause.ancestors):
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        _hang(noun, verb, "nsubjpass" if passive else "nsubj")


_STOLEN = frozenset({"attr", "dobj", "npadvmod", "pobj"})


def _mend_before_tag(clause: Token) -> None:
    """Of "unless Oslo signs, Bell warned, it will be shut" that it is shut unless Oslo signs."""
    tag, said = clause.head, clause.head.head
    if tag.dep_ != "parataxis":
        after = tag.doc[tag.i + 1 : tag.i + 2]
        if not any(t.text == "," for t in after) or tag.lemma not in _TAGGING:
            return
        said = next((c for c in tag.children if c.dep_ == "ccomp" and c.i > tag.i), tag)
    if clause.i < tag.i < said.i and _marked(clause):
        _hang(clause, said, "advcl")


_TAGGING = word_class("tagging")


def _marked(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.i < clause.i for c in clause.children)


def _mend_wanted(done: Token) -> None:
    """Of "wants the channel dredged" that it be dredged, and no channel that was."""
    noun = done.head
    verb = noun.head
    if verb.lemma in _WANTING and done.i == noun.i + 1:
        _hang(done, verb, "ccomp")
        _hang(noun, done, "nsubj")


_WANTING = frozenset({"like", "need", "want"})


def _mend_label(token: Token) -> None:
    """Of "Ada Bell on X: Oslo must lift it" that Bell is no subject, where Oslo is one."""
    verb = token.head
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i]
    if own and any(t.text == ":" for t in token.doc[token.i : own[-1].i]):
        token.dep_ = "dep"


# Nouns of law's "either side" and "forbids states to" that are taken for verbs.
_NOUNS = frozenset({"side", "sides", "states"})
_NOMINAL = frozenset({"appos", "dobj", "nsubj", "pobj"})
_FINITE = frozenset({"VBD", "VBZ"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"})
_JOINED = frozenset({"conj", "ccomp"})
_DOING = _TENSED | {"NN"}
_RESULTS = word_class("results")
_KEEPING = frozenset({"hold", "keep", "leave"})


def _mend_result(word: Token) -> None:
    """Of "keep the border shut" the border is kept, whatever "shut" is taken for."""
    verb = word.head
    if word.dep_ in ("dobj", "oprd") and word.children and word.children[-1].i == word.i - 1:
        *others, noun = word.children
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
        for other in others:
            _hang(other, noun, other.dep_)
        _hang(noun, verb, "dobj")
    elif word.dep_ in ("ccomp", "xcomp", "dep"):
        for own in [c for c in word.children if c.dep_ == "nsubj" and c.i > verb.i]:
            _hang(own, verb, "dobj")
    else:
        return
    word.dep_ = "oprd"


def _mend_side(noun: Token) -> None:
    """Of "forbids either side to close it" the side, whatever it is taken for."""
    noun.pos_, noun.tag_ = "NOUN", "NNS" if noun.lower_.endswith("s") else "NN"
    if noun.dep_ == "appos" and noun.head.pos_ == "VERB":
        noun.dep_ = "dobj"


def _mend_judged(adjective: Token) -> None:
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
        _hang(other, noun, other.dep_)
    _hang(noun, above, label)
    judged.dep_ = "dobj"
    _hang(adjective, verb, "oprd")
    adjective.pos_ = "ADJ"


_CALLED = frozenset({"dobj", "oprd"})
_CLOSED = word_class("closed_matters") | (word_class("unlawful") - {"null", "void"})
_JUDGING = frozenset({
    "brand", "call", "consider", "declare", "deem", "find", "hold", "judge", "label", "pronounce",
    "rate", "rule", "term", "think",
})  # fmt: skip


def _mend_particle(particle: Token) -> None:
    """Of "will be handing over the men" the men are handed over, and stand over nothing."""
    verb = particle.head
    noun = next((c for c in particle.children if c.dep_ == "pobj"), None)
    if noun is not None and not any(c.dep_ == "dobj" for c in verb.children):
        _hang(noun, verb, "dobj")
        particle.dep_ = "prt"


def _mend_gerund(word: Token) -> None:
    """Of "open to handing over the men" the handing, which has a particle or an object."""
    if any(c.dep_ in ("prt", "dobj") for c in word.children):
        stem = word.lower_.removesuffix("ing")
        verbs = (stem, f"{stem}e", stem[:-1])
        word.lemma = next((v for v in verbs if v in _acting()), word.lemma)
        word.pos_, word.tag_ = "VERB", "VBG"


def _mend_doing(word: Token) -> None:
    """Of "the unfreezing of the funds", "all it has to do is extradite them" what is done."""
    after = next((c for c in word.children if c.i > word.i), None)
    doing = word.lower_.endswith("ing")
    if after is None:
        return
    if doing and any(c.dep_ == "dobj" for c in word.children):
        _mend_gerund(word)
    elif doing and after.lower_ == "of" and after.i == word.i + 1:
        word.pos_, word.tag_ = "NOUN", "NN"
    elif after.dep_ == "dobj" and word.lower_ in _acting():
        word.pos_, word.tag_ = "VERB", "VB"


def _mend_phrasal(word: Token) -> None:
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
    word.dep_ = _GERUNDS[word.dep_]
    particle.dep_ = "prt"
    _hang(noun, word, "dobj")


_PARTICLES = word_class("particles") - {"of", "to", "from", "on", "with", "for", "in", "at"}
# What a noun in such a place is where it is a verb.
_GERUNDS = {"dobj": "xcomp", "pobj": "pcomp", "nsubj": "csubj", "pcomp": "pcomp"}


def _mend_own_subject(verb: Token) -> None:
    """Of "must free the men or Oslo will act" Oslo acts, and is not what is to be freed."""
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    helping = [c for c in verb.children if c.dep_ in ("aux", "neg", "advmod") and c.i < verb.i]
    finite = verb.tag_ in ("VBZ", "VBD", "VBP") or any(c.tag_ == "MD" for c in helping)
    first = min((c.i for c in helping), default=verb.i)
    noun = verb.doc[first - 1] if first else verb
    joint = verb.doc[noun.left_edge.i - 1] if noun.left_edge.i else verb
    if verb in noun.subtree:
        return
    if finite and noun.dep_ == "conj" and noun.pos_ in _NAMING and joint.dep_ == "cc":
        _hang(joint, verb.head, "cc")
        _hang(noun, verb, "nsubj")


def _mend_turned_round(verb: Token) -> None:
    """Of "only when Lima frees the men will Oslo lift it" the men are freed, and Oslo lifts it."""
    before = verb.head
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    helping = next((c for c in verb.children if c.dep_ == "aux" and c.tag_ in _HELPING), None)
    if len(own) != 2 or helping is None or not own[0].i < helping.i < own[1].i:
        return
    if before.i > own[0].left_edge.i or any(
        c.dep_ in _FULL for c in before.children if c is not verb
    ):
        return
    above, label = before.head, before.dep_
    if above is before:
        return
    _hang(own[0], before, "dobj")
    _hang(verb, above, "ccomp" if label == "advcl" else label)
    _hang(before, verb, "advcl")


_HELPING = frozenset({"MD", "VBZ", "VBD", "VBP"})


def _mend_joined_clause(verb: Token) -> None:
    """Of "Oslo would free the men and Lima would open the port" Lima opens, and the men do not."""
    first = verb.head
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is None or any(c.dep_ == "mark" for c in verb.children) or first.lemma in _telling():
        return
    other = next((c for c in own.children if c.dep_ == "conj"), None)
    joint = next((c for c in own.children if c.dep_ == "cc"), None)
    if other is None or joint is None or not first.i < own.i < joint.i < other.i < verb.i:
        return
    helped = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    between = verb.doc[first.i + 1 : own.left_edge.i]
    if not helped or any(t.dep_ != "prt" for t in between) or _has_object(first):
        return
    _hang(other, verb, "nsubj")
    _hang(joint, first, "cc")
    _hang(own, first, "dobj")
    verb.dep_ = "conj"


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "xcomp", "attr", "acomp") for c in verb.children)


_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def _mend_joined(verb: Token) -> None:
    """Of "called the ban unjust and urged Oslo to lift it" the urging, hung on "unjust"."""
    above = verb.head
    if above.tag_ == verb.tag_ or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    for higher in above.ancestors:
        if higher.tag_ == verb.tag_ and any(c.dep_ == "nsubj" for c in higher.children):
            if higher.i < above.i < verb.i:
                _hang(verb, higher, "conj")
            return


def _mend_finite(verb: Token) -> None:
    """Of "demands that Oslo leave and does not rule out closing it" who rules nothing out."""
    below = verb.head
    bare = below.dep_ == "ccomp" and not any(c.dep_ == "aux" for c in below.children)
    finite = any(c.dep_ == "aux" and c.tag_ in _FINITE for c in verb.children)
    above = below.head
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if bare and finite and not own and above.pos_ == "VERB" and above.i < below.i:
        _hang(verb, above, "conj")


def _mend_expected(verb: Token) -> bool:
    """Of "expects a way to lift them to be found" the finding, hung on "to lift" as its purpose."""
    inner = verb.head
    noun = inner.head
    if inner.dep_ not in ("relcl", "acl") or noun.dep_ != "dobj" or not _is_infinitive(inner):
        return False
    above = noun.head
    if above.lemma not in _EXPECTING or not any(c.dep_ == "auxpass" for c in verb.children):
        return False
    _hang(verb, above, "ccomp")
    _hang(noun, verb, "nsubjpass")
    return True


_EXPECTING = frozenset({"expect", "want", "like", "need", "wish"})


def _mend_time(verb: Token) -> None:
    """Of "five days after the ship reached the port" the ship, hung on "after" as its noun."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "mark") for c in verb.children):
        return
    before = [c for c in verb.children if c.i < verb.i and c.lower_ in ("after", "before")]
    noun = next((c for c in before[-1].children if c.dep_ == "pobj"), None) if before else None
    if noun is not None and noun.right_edge.i == verb.i - 1:
        before[-1].dep_ = "mark"
        _hang(noun, verb, "nsubj")


_AT = frozenset({"at", "during", "after", "following"})
_GATHERINGS = word_class("gatherings")


def _mend_meeting(at: Token) -> None:
    """Of "agreed to share it at a meeting on Monday" where it was agreed, and when."""
    inner, above = at.head, at.head.head
    noun = next((c for c in at.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma not in _GATHERINGS or above.tag_ not in ("VBD", "VBN"):
        return
    if above.lemma in _PLACING or not any(c.tag_ == "TO" for c in inner.children):
        return
    for later in [c for c in inner.children if c.i >= at.i and c.dep_ in ("prep", "npadvmod")]:
        _hang(later, above, later.dep_)


# Of "planned to speak at a meeting on Monday" the speaking is at the meeting.
_PLACING = frozenset({"plan", "hope", "expect", "intend", "want", "wish", "schedule", "set", "be"})


def _mend_second_clause(verb: Token) -> None:
    """Of "said he expected a way to lift it and that work had begun" the second thing said."""
    opening = verb.left_edge
    if opening.lower_ != "that" or opening.i == 0:
        return
    joint = verb.doc[opening.i - 1 : opening.i][0]
    first = next((t for t in (verb.head, *verb.head.ancestors) if t.dep_ == "ccomp"), None)
    if joint.lower_ not in _AND or first is None or first.i > verb.i:
        return
    if verb.dep_ == "conj" and first is verb.head:
        return
    _hang(verb, first, "conj")
    _hang(joint, first, "cc")


_AND = frozenset({"and", "but"})


def _mend_towards(to: Token) -> None:
    """Of "demanded a halt to the dumping" what is halted, taken for whom it is demanded of."""
    verb = to.head
    noun = next((c for c in verb.children if c.i == to.i - 1 and c.dep_ == "dobj"), None)
    thing = any(c.dep_ == "pobj" for c in to.children)
    if thing and noun is not None and noun.lemma in _TOWARDS and verb.lemma not in _GIVING:
        _hang(to, noun, "prep")


_TOWARDS = word_class("nouns_with_to")
_GIVING = word_class("granting_verbs") | {"bring", "put", "send"}


def _mend(verb: Token) -> None:
    above = verb.head
    noun = _taker(verb, above)
    if noun is not None:
        _hang(verb, noun, "acl")
    elif (above.lemma in _verbs() and _may_complete(verb, above)) or _of_oneself(verb, above):
        _hang(verb, above, "xcomp")


def _of_oneself(verb: Token, above: Token) -> bool:
    """Of "cannot bring ourselves to lift it" the lifting, which is no purpose."""
    before = verb.doc[verb.left_edge.i - 1]
    own = before.head is above and before.lower_.endswith(("self", "selves"))
    return above.lemma == "bring" and own


def _is_infinitive(verb: Token) -> bool:
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
        c.dep_ not in _FULL and (c.dep_ in _LOOSE or c.i < above.i)
        for c in above.children
        if c is not verb and c.i < verb.i
    )


def _hang(token: Token, above: Token, label: str) -> None:
    token.head.children = [c for c in token.head.children if c is not token]
    above.children = sorted([*above.children, token], key=lambda t: t.i)
    token.head, token.dep_ = above, label
    token.doc.rehung()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(v for v, cue in cues().verbs.items() if "infinitive" in cue.frames)


@cache
def _acting() -> frozenset[str]:
    return first_words(inventory().verbs)


@cache
def _telling() -> frozenset[str]:
    return frozenset(v for v, cue in cues().verbs.items() if "clause" in cue.frames)


@cache
def _nouns() -> frozenset[str]:
    found = {noun for noun, cue in cues().nouns.items() if "infinitive" in cue.frames}
    return frozenset(found) | word_class("requests")
