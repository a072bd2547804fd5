"""A mending by which a tag that the parser joins to what is said stands above it."""

from detente.lexicon.words import word_class
from detente.read.grammar.hang import FINITE, hang
from detente.read.grammar.mended_parted import turn_to_tag
from detente.read.grammar.tokens import Token

_TAGGING = word_class("tagging") | {"tell"}
_BELOW = frozenset({"ccomp", "xcomp"})


def mend_spliced_tag(tag: Token) -> None:
    """Of "The levy stays, the minister, Ada Bell, told reporters" the staying is what is told.

    Two clauses that only a comma parts are joined by no "and".
    """
    said = tag.head
    if tag.tag_ not in FINITE or tag.lemma not in _TAGGING or said.dep_ != "ROOT" or tag.i < said.i:
        return
    own = next((c for c in tag.children if c.dep_ == "nsubj"), None) or _beside(said, tag)
    if own is None or own.i > tag.i or own.left_edge.i <= said.i:
        return
    joined = any(c.dep_ == "cc" and c.i < tag.i for c in said.children)
    apart = own.doc[own.left_edge.i - 1].text == ","
    if joined or not apart or any(c.dep_ in _BELOW for c in tag.children):
        return
    said.children = [c for c in said.children if c is not tag]
    tag.head, tag.dep_ = tag, "ROOT"
    hang(said, tag, "ccomp")
    for comma in [c for c in said.children if c.dep_ == "punct" and c.i > own.i]:
        hang(comma, tag, "punct")
    if own.head is not tag:
        hang(own, tag, "nsubj")


def _beside(said: Token, tag: Token) -> Token | None:
    """What the parser leaves with the first verb: "The levy stays, *the mayor*, Ada Bell, told"."""
    between = [c for c in said.children if said.i < c.i < tag.i and c.dep_ in _LEFT]
    return between[-1] if between and tag.doc[tag.i - 1].text == "," else None


_LEFT = frozenset({"appos", "dobj", "npadvmod", "attr"})


def mend_after_tag(verb: Token) -> None:
    """Of "it was up to Lima, he insisted, to take them back" that the taking back is up to Lima."""
    tag = verb.head
    if tag.lemma not in _TAGGING or verb.left_edge.i != tag.i + 2 or tag.nbor(1).text != ",":
        return
    said = next((c for c in tag.children if c.dep_ == "ccomp" and c.i < tag.i), None)
    below = said is None and tag.dep_ == "ccomp" and tag.head.dep_ == "ROOT" and tag.head.i < tag.i
    if below:
        said = tag.head
    if said is None:
        return
    hang(verb, said, "xcomp")
    if below:
        mend_spliced_tag(tag)


def mend_behind_tag(clause: Token) -> None:
    """Of "it stays shut, Bell said, until the raids end" that it stays so until they end."""
    tag = clause.head
    if tag.lemma not in _TAGGING or tag.i + 1 >= clause.i or tag.nbor(1).text != ",":
        return
    said = next((c for c in tag.children if c.dep_ == "ccomp" and c.i < tag.i), None)
    said = tag.head if tag.dep_ == "parataxis" and tag.head.i < tag.i else said
    opening = clause.left_edge
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in _TYING for c in clause.children)
    if said is not None and marked and opening.i == tag.i + 2:
        hang(clause, said, "advcl")


_TYING = frozenset({"if", "once", "provided", "unless", "until"})


def mend_told_on(verb: Token) -> None:
    """Of "the ban stays, Bell told a committee, but it would pay" that the paying was told too."""
    tag = verb.head
    if tag.lemma not in _TELLING or tag.tag_ not in FINITE or verb.i < tag.i:
        return
    said = next((c for c in tag.children if c.dep_ == "ccomp" and c.i < tag.i), None)
    joint = next((c for c in tag.children if c.dep_ == "cc" and tag.i < c.i < verb.i), None)
    modal = any(c.tag_ == "MD" for c in verb.children)
    if said is None or joint is None or not modal or verb.lemma in _TAGGING:
        return
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    # "Bell told parliament, and would fly home" flies herself.
    if (own is None and joint.lower_ != "but") or joint.nbor(-1).text != ",":
        return
    hang(joint, said, "cc")
    hang(verb, said, "conj")


_TELLING = frozenset({"assure", "inform", "tell"})


def mend_until_notice(until: Token) -> None:
    """Of "is closed until further notice, the minister, Ada Bell, announced" who announced it."""
    tag, words = until.head, until.doc[until.i + 1 : until.i + 3]
    if [t.lower_ for t in words] != ["further", "notice"]:
        return
    notice = words[1]
    if until.dep_ != "mark" or tag.lemma not in _TAGGING or notice.head is not tag:
        return
    speaker = next((c for c in notice.children if c.i > notice.i and c.dep_ in _NAMED), None)
    if speaker is None:
        return
    hang(until, tag.head, "prep")
    hang(notice, until, "pobj")
    hang(speaker, tag, "nsubj")
    turn_to_tag(tag)


_NAMED = frozenset({"appos", "conj", "npadvmod"})


def mend_office_in_ing(title: Token) -> None:
    """Of "it is late, Acting Minister Ada Bell said" that she said it, and that nobody acts."""
    head = title.nbor(1) if title.i + 1 < len(title.doc) else title
    if not title.text[0].isupper() or title.is_sent_start or head.lower_ not in _OFFICES:
        return
    if not head.text[0].isupper() or head.head is not title:
        return
    later = (t for t in title.doc[head.i + 1 : title.sent.end] if t.tag_ in FINITE)
    tag = next(later, None)
    title.pos_, title.tag_ = "PROPN", "NNP"
    if tag is None or tag.lemma not in _TAGGING:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in tag.children):
        return
    for below in [c for c in title.children if c is not head]:
        hang(below, head, below.dep_)
    hang(head, tag, "nsubj")
    hang(title, head, "compound")
    if tag.dep_ == "conj":
        turn_to_tag(tag)


_OFFICES = frozenset({
    "commissioner", "committee", "council", "deputy", "director", "minister", "ministry", "officer",
    "secretary",
})  # fmt: skip
