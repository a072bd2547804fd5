"""Mendings of a parse by which a verb gets the subject that it has.

Of "under the agreement Oslo may not close it" that Oslo may not; of "unless Oslo signs, Bell said,
it will be shut" that it is shut unless Oslo signs.
"""

from functools import cache

from detente.lexicon.cues import cues
from detente.lexicon.words import word_class
from detente.read.grammar.hang import FINITE, FULL, hang
from detente.read.grammar.tokens import Token


def mend_auxiliary(own: Token) -> None:
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
        hang(word, verb, word.dep_)


def mend_called_for(verb: Token) -> None:
    """Of "the call for the mines to be cleared" that the mines are to be cleared, and no call."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    if own or not any(c.tag_ == "TO" for c in verb.children):
        return
    for preposition in (c for c in verb.head.children if c.dep_ == "prep" and c.lower_ == "for"):
        thing = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        if thing is not None and thing.i < verb.i:
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            hang(thing, verb, "nsubjpass" if passive else "nsubj")
            hang(preposition, verb, "mark")
            return


def mend_asked_by(preposition: Token) -> None:
    """Of "turned down a request by Doha for more flights" the flights are what is requested."""
    verb = preposition.head
    asked = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if asked is None or asked.lemma not in _REQUESTS:
        return
    if asked.right_edge.i + 1 == preposition.i and any(c.lower_ == "by" for c in asked.children):
        hang(preposition, asked, "prep")


_REQUESTS = word_class("requests")


def mend_ruled(name: Token) -> None:
    """Of "under the transit agreement Oslo may not close it" that Oslo may not, with no comma."""
    end = name.right_edge.i + 1
    helping = name.doc[end] if end < len(name.doc) else name
    verb = helping.head
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i for c in verb.children)
    joined = name.left_edge.i == name.head.i + 1
    if helping.dep_ in ("aux", "auxpass") and joined and not own:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        hang(name, verb, "nsubjpass" if passive else "nsubj")


def mend_affiliation(closing: Token) -> None:
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
            hang(name, token.head, "nsubj")
            hang(token, name, "appos")
            return


def mend_stolen_subject(modal: Token) -> None:
    """Of "if the ships stay no talks will be held" that the talks are held, and not stayed."""
    verb, noun = modal.head, modal.doc[modal.i - 1]
    if noun.pos_ not in ("NOUN", "PROPN"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
        return
    if _joined_to_a_thing(noun) and not any(a is verb for a in noun.head.children):
        hang(noun.doc[noun.i - 1], verb, "cc")
        hang(noun, verb, "nsubj")  # "to release the crew or Oslo would close it"
        return
    if noun.dep_ not in _STOLEN:
        return
    if _run_into(noun, verb):
        return
    clause = next((a for a in noun.ancestors if a.dep_ == "advcl"), None)
    if clause is not None and _marked(clause) and any(a is verb for a in clause.ancestors):
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        hang(noun, verb, "nsubjpass" if passive else "nsubj")


def _run_into(name: Token, verb: Token) -> bool:
    """Of "under the 1992 convention Oslo must leave" hang the convention below, Oslo as subject."""
    below = name.head
    law = name.doc[name.i - 1] if name.i else name
    parted = law.head is name and law.dep_ == "compound"
    parted = parted and (law.pos_ == "NOUN" or law.lower_ in _LAWS)
    if name.pos_ != "PROPN" or below.pos_ != "ADP" or below.head is not verb or not parted:
        return False
    hang(law, below, "pobj")
    for word in [c for c in name.children if c.i < law.i]:
        hang(word, law, word.dep_)
    hang(name, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")
    return True


_LAWS = word_class("law_nouns") | word_class("law_titles")


def _joined_to_a_thing(noun: Token) -> bool:
    """Whether a name seems to be joined by "or" to a thing: "the crew or Oslo"."""
    joined = noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and noun.pos_ == "PROPN"
    return joined and noun.i > 0 and noun.doc[noun.i - 1].lower_ == "or"


_STOLEN = frozenset({"attr", "dobj", "npadvmod", "pobj"})


def mend_tag_subject(noun: Token) -> None:
    """Of "Oslo must go back to Lima, a source close to it said" the source, who said it."""
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 2]
    verb = after[0] if after else noun
    if verb.lemma not in _TAGGING or verb.tag_ not in FINITE or noun.pos_ not in ("NOUN", "PROPN"):
        return
    comma = noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    if comma and not own and any(a is verb for a in noun.ancestors):
        hang(noun, verb, "nsubj")


def mend_stolen_object(saying: Token) -> None:
    """Of "if Lima cancels its order for jets, an envoy said" what is cancelled, and does not say.

    The parser gives the tag two subjects, and the clause before it no object.
    """
    clause = saying.head
    own = [c for c in saying.children if c.dep_ == "nsubj" and c.i < saying.i]
    if saying.lemma not in _TAGGING or len(own) != 2 or clause.i > own[0].i or _has_object(clause):
        return
    if clause.pos_ != "VERB" or saying.doc[own[1].left_edge.i - 1].text != ",":
        return
    hang(own[0], clause, "dobj")
    saying.dep_ = "parataxis"


def mend_doing_part(doing: Token) -> None:
    """Of "soldiers taking part in the drill have left" the soldiers leave, and no taking part."""
    own = [c for c in doing.children if c.dep_ == "nsubj" and c.i < doing.i]
    verb = doing.head
    if doing.tag_ != "VBG" or not own or own[0].pos_ not in ("NOUN", "PROPN") or verb.i < doing.i:
        return
    hang(own[0], verb, "nsubj")
    hang(doing, own[0], "acl")


def mend_before_tag(clause: Token) -> None:
    """Of "unless Oslo signs, Bell warned, it will be shut" that it is shut unless Oslo signs."""
    tag, said = clause.head, clause.head.head
    if tag.dep_ != "parataxis":
        after = tag.doc[tag.i + 1 : tag.i + 2]
        if not any(t.text == "," for t in after) or tag.lemma not in _TAGGING:
            return
        said = next((c for c in tag.children if c.dep_ == "ccomp" and c.i > tag.i), tag)
    if clause.i < tag.i < said.i and _marked(clause):
        hang(clause, said, "advcl")


_TAGGING = word_class("tagging")


def _marked(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.i < clause.i for c in clause.children)


def mend_label(token: Token) -> None:
    """Of "Ada Bell on X: Oslo must lift it" and "Minister, Oslo will" Oslo alone is a subject."""
    verb = token.head
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i]
    if own and any(t.text == ":" for t in token.doc[token.i : own[-1].i]):
        token.dep_ = "dep"
    addressed = token.is_sent_start and token.i + 1 < len(token.doc)
    if own and addressed and token.nbor(1).text == "," and own[0].left_edge.i == token.i + 2:
        token.dep_ = "dep"


def mend_own_subject(verb: Token) -> None:
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
        hang(joint, verb.head, "cc")
        hang(noun, verb, "nsubj")


def mend_turned_round(verb: Token) -> None:
    """Of "only when Lima frees the men will Oslo lift it" the men are freed, and Oslo lifts it."""
    before = verb.head
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    helping = next((c for c in verb.children if c.dep_ == "aux" and c.tag_ in _HELPING), None)
    if len(own) != 2 or helping is None or not own[0].i < helping.i < own[1].i:
        return
    if before.i > own[0].left_edge.i or any(
        c.dep_ in FULL for c in before.children if c is not verb
    ):
        return
    above, label = before.head, before.dep_
    if above is before:
        return
    hang(own[0], before, "dobj")
    hang(verb, above, "ccomp" if label == "advcl" else label)
    hang(before, verb, "advcl")


_HELPING = frozenset({"MD", "VBZ", "VBD", "VBP"})


def mend_joined_clause(verb: Token) -> None:
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
    hang(other, verb, "nsubj")
    hang(joint, first, "cc")
    hang(own, first, "dobj")
    verb.dep_ = "conj"


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "xcomp", "attr", "acomp") for c in verb.children)


_NAMING = frozenset({"NOUN", "PROPN", "PRON"})


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def mend_joined(verb: Token) -> None:
    """Of "called the ban unjust and urged Oslo to lift it" the urging, hung on "unjust"."""
    above = verb.head
    tag = next((c for c in above.children if above.i < c.i < verb.i and _is_tag(c)), None)
    if tag is not None:
        hang(verb, tag, "conj")  # "will leave, Lima said, and urged Oslo to pay"
        return
    if above.tag_ == verb.tag_ or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    for higher in above.ancestors:
        if higher.tag_ == verb.tag_ and any(c.dep_ == "nsubj" for c in higher.children):
            if higher.i < above.i < verb.i:
                hang(verb, higher, "conj")
            return


def _is_tag(verb: Token) -> bool:
    """Whether it is the verb of a tag that stands in what is said: ", Lima said,"."""
    said = verb.dep_ == "parataxis" and verb.tag_ in FINITE and verb.lemma in _TAGGING
    return said and any(c.dep_ == "nsubj" for c in verb.children)


_TAGGING = word_class("tagging")


def mend_demanded_end(noun: Token) -> None:
    """Of "demanded that the ban end and warned that" the ending is demanded, and no end warned."""
    telling = noun.head
    asking = telling.head
    own = noun.doc[noun.i - 1] if noun.i else noun
    joint = next((c for c in noun.children if c.dep_ == "cc"), None)
    mark = next((c for c in telling.children if c.dep_ == "mark"), None)
    if joint is None or mark is None or own.head is not noun or own.dep_ != "compound":
        return
    if telling.dep_ != "ccomp" or telling.tag_ != asking.tag_ or joint.i + 1 != telling.i:
        return
    noun.pos_, noun.tag_ = "VERB", "VB"
    for word in [c for c in noun.children if c.i < own.i]:
        hang(word, own, word.dep_)
    hang(own, noun, "nsubj")
    hang(noun, asking, "ccomp")
    hang(mark, noun, "mark")
    hang(joint, asking, "cc")
    hang(telling, asking, "conj")


def mend_contact_clause(verb: Token) -> None:
    """Of "the accord the two states signed obliges Oslo" that they signed it and it obliges."""
    own = verb.head
    above = own.head
    if own.dep_ != "nsubj" or verb.tag_ not in ("VBD", "VBN") or not own.i < verb.i < above.i:
        return
    thing = next((c for c in above.children if c.dep_ == "nsubj"), own)
    if thing is own or thing.right_edge.i + 1 != own.left_edge.i or thing.pos_ != "NOUN":
        return
    hang(verb, thing, "relcl")
    hang(own, verb, "nsubj")


def mend_second_clause(verb: Token) -> None:
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
    hang(verb, first, "conj")
    hang(joint, first, "cc")


_AND = frozenset({"and", "but"})


@cache
def _telling() -> frozenset[str]:
    return frozenset(v for v, cue in cues().verbs.items() if "clause" in cue.frames)


def mend_parted_modal(modal: Token) -> None:
    """Of "it would under no circumstances close it" that it would not close it."""
    above = modal.head
    verb = next((c for c in above.children if c.tag_ == "VB" and c.i > modal.i), None)
    if verb is None or any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children):
        return
    between = modal.doc[modal.i + 1 : verb.i]
    nouns = [t for t in between if t.dep_ == "pobj"]
    if len(nouns) != 1 or not any(t.lower_ == "no" for t in nouns[0].children):
        return
    for word in list(modal.children):
        hang(word, verb, word.dep_)
    if nouns[0].head.dep_ == "prep":
        hang(nouns[0].head, verb, "prep")
    hang(modal, verb, "aux")
