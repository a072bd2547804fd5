"""Where the words of a condition end, for the parser often ends its clause elsewhere."""

from detente.lexicon.words import word_class
from detente.read.conditions.stretches import EDGES, SUBJECTS, VERBAL, Stretch
from detente.read.conditions.wordings import wordings
from detente.read.grammar.clauses import child, lemma
from detente.read.grammar.tokens import Token

REPORTING = word_class("tagging")


def words_from(marker: Token, clause: Token) -> Stretch:
    """From the marker, and what bears on it, to the end of its clause."""
    doc = marker.doc
    first = min([marker.i, *wordings().leads(marker)])
    last = clause.right_edge.i
    left_out = {t.i for c in clause.children if _opposed(c) for t in c.subtree}
    inside = {t.i for t in clause.subtree} - left_out
    last = next((i for i in range(clause.i + 1, last + 1) if i not in inside), last + 1) - 1
    begins = comma_clause(marker, clause)
    if begins is not None:
        last = min(max(last, begins - 1), begins - 1)
    last = _without_tag(marker, clause, last)
    while last > marker.i and (doc[last].text in EDGES or doc[last].dep_ == "cc"):
        last -= 1
    return Stretch(first, max(last, marker.i))


_TAG = 12


def _without_tag(marker: Token, clause: Token, last: int) -> int:
    """Leave out of "if they go, the minister said" who says it."""
    doc = marker.doc
    # A tag is short and ends the clause; looking no further back keeps time linear.
    for i in range(max(clause.i + 1, last - _TAG), last):
        if doc[i].text != ",":
            continue
        for verb in doc[i + 1 : last + 1]:
            own = child(verb, *SUBJECTS) if verb.pos_ == "VERB" else None
            said = own is not None and lemma(verb) in REPORTING and verb.tag_ in ("VBD", "VBZ")
            if said and own is not None and own.i > i and verb.i >= last - 4:
                return i - 1
    return last


def _opposed(joined: Token) -> bool:
    """Whether what is joined is a clause of its own: "if you come, but he stays"."""
    if joined.dep_ != "conj" or child(joined, *SUBJECTS) is None:
        return False
    before = joined.doc[joined.left_edge.i - 1].lower_ if joined.left_edge.i else ""
    return before == "but" or any(t.lower_ == "whether" for t in joined.children)


def comma_clause(marker: Token, clause: Token) -> int | None:
    """Where, after a condition that opens its clause, the surface says the main clause begins.

    Parsers often hang the main clause of "if A, B" or "if A then B" below A, or the marker on
    B. It begins at "then", or after the first comma behind a verb, an adjective or a participle
    that is followed by a subject with a verb or by an order.
    """
    before = marker.nbor(-1) if not marker.is_sent_start else None
    opens = before is None or before.text in EDGES or before.lower_ in OPENING
    end = clause.sent.end
    said = False
    aside = marker.i + 1 < end and marker.nbor(1).text == ","
    for t in marker.doc[marker.i + 1 : end]:
        if t.i > marker.i + 1 and t.lower_ in ("if", "unless"):
            return None
        if said and t.lower_ == "then" and t.nbor(-1).lower_ not in _NOT_THEN:
            return t.i
        late = t.i > clause.i or (said and not aside)
        if opens and late and t.text == "," and t.i + 1 < end and _begins_clause(t.nbor(1), clause):
            return t.i + 1
        said = said or t.pos_ in ("VERB", "AUX", "ADJ", "SYM") or t.tag_ in ("VBG", "VBN")
    return None


_NOT_THEN = frozenset({"and", "since", "by", "but", "until", "back"})
OPENING = frozenset({"and", "but", "or", "so", "that", "because", "now", "uh", "um", "only",
                      "especially", "just", "like"})  # fmt: skip


def _begins_clause(token: Token, clause: Token) -> bool:
    """Whether a main clause begins at a word: a subject and its verb, or an order."""
    if token.tag_ == "VB" and child(token, *SUBJECTS) is None:
        return token.dep_ != "conj" or token.head.i != clause.i or token.head.tag_ != "VB"
    for verb in (token.head, token.head.head):
        if verb.pos_ not in VERBAL or verb.i <= token.i:
            continue
        if lemma(verb) in ("know", "mean", "think", "say") and verb.nbor(1).text == ",":
            # "You know", "I mean": said in passing.
            return False
        own = child(verb, "nsubj", "nsubjpass", "expl")
        starts = own is not None and own.i > token.i - 1 and own.left_edge.i == token.i
        # After a comma a clause without "which" or "who" is no relative clause.
        free = verb.dep_ not in ("acl", "advcl", "csubj") and child(verb, "mark") is None
        return starts and free and not any(t.tag_ in ("WDT", "WP", "WRB") for t in verb.children)
    return False
