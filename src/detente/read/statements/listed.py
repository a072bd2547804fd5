"""Deeds listed after the noun that announces them: "two demands: an apology, the release".

"Its demands include the release", "a list of demands, among them the release", "wants two things
from Oslo: an apology and the release", "asks for the following: (a) the release; (b) an apology":
each thing of such a list is asked for, or offered, as what announces it is.
"""

from collections.abc import Iterator

from detente.lexicon.acts import inventory
from detente.lexicon.nominals import verb_of
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import child
from detente.read.grammar.tokens import Token

_ANNOUNCING = word_class("requests") | word_class("wanted_nouns") | word_class("listing_nouns")
_INCLUDING = frozenset({"comprise", "contain", "cover", "encompass", "feature", "include"})
_NOMINAL = ("NOUN", "PROPN")
# What hangs on a noun of the list as a part of its phrase, and is no thing of its own there.
_WITHIN = frozenset({"pobj", "compound", "poss", "nmod", "amod", "npadvmod", "pcomp"})


def listed(noun: Token) -> list[Token]:
    """Nouns for deeds in the list that a noun announces, in text order; mostly there is none."""
    if noun.lemma not in _ANNOUNCING:
        return []
    start = _beginning(noun)
    if start is None:
        return []
    told = noun.doc[start : noun.sent.end]
    stop = next((t.i for t in told if t.tag_ in _FINITE or t.is_quote), noun.sent.end)
    return list(_things(told[: stop - start]))


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _beginning(noun: Token) -> int | None:
    """Where the list begins: behind a colon, "include", "among them", "namely"."""
    doc, end = noun.doc, noun.sent.end
    for t in doc[noun.i + 1 : end]:
        after = doc[t.i + 1] if t.i + 1 < end else None
        if t.text == ":":
            return t.i + 1
        if t.lemma in _INCLUDING and (child(t, "dobj") is not None or t.dep_ == "prep"):
            return t.i + 1
        if t.lower_ in ("including", "namely", "notably"):
            return t.i + 1
        pair = (t.lower_, after.lower_ if after is not None else "")
        if pair in _AMONG:
            return t.i + 2
        if t.text in (";", ".", "!", "?") or t.is_quote:
            return None
    return None


_AMONG = frozenset({
    ("among", "them"), ("among", "which"), ("among", "these"), ("such", "as"), ("first", "and"),
})  # fmt: skip


def _things(told: list[Token]) -> Iterator[Token]:
    inside = {t.i for t in told}
    for t in told:
        if t.pos_ not in _NOMINAL or not _names_deed(t):
            continue
        above = t.head
        part = t.dep_ in _WITHIN and (above.i in inside and above.dep_ in ("prep", *_WITHIN))
        if part or (t.dep_ in _WITHIN and above.pos_ in _NOMINAL and above.i in inside):
            continue
        yield t


def _names_deed(noun: Token) -> bool:
    return noun.lemma in inventory().nouns or verb_of(noun.lemma) is not None
