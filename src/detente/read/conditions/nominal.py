"""Nouns that set a condition: "before any return", "without giving up"."""

from collections.abc import Iterator

from detente.lexicon.words import word_class
from detente.read.conditions.benefits import weighed
from detente.read.conditions.clausal import nothing_else
from detente.read.conditions.dependence import Dependence, Marker, consequence_of
from detente.read.conditions.loose import known, stated_loosely
from detente.read.conditions.open_deeds import names_open_deed
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import act_at
from detente.read.who.mentions import Story

_COURTS = word_class("courts")
_FORA = word_class("fora") | word_class("judges") | word_class("watching_over")


def of_preposition(story: Story, passage: Passage, preposition: Token) -> Iterator[Dependence]:
    """Return what a preposition makes depend: "before any return", "without giving up"."""
    target = child(preposition, "pobj", "pcomp")
    if target is None or (preposition.i > 0 and preposition.nbor(-1).lower_ == "even"):
        return
    if preposition.lower_ == "before" and (target.lemma in _COURTS or target.lower_ in _FORA):
        return  # "can be prosecuted before a Libyan court"
    if preposition.lower_ == "before" and _has_its_day(target):
        return  # "withdraw the levy before the summit in March": by then
    main = preposition.head
    while main.pos_ not in ("VERB", "AUX") and main.head.i != main.i and act_at(main) is None:
        main = main.head
    if main.i == preposition.i:
        return
    span = passage.span(*clauses.extent(preposition))
    consequence = consequence_of(passage, main, preposition)
    # Who gives up what does it before returning; whose release is waited for is not said.
    doer = _subject_of(main) if target.pos_ == "VERB" else None
    inner = stated_loosely(story, passage, target, doer)
    if not any(known(p) for p in inner) and not names_open_deed(target):
        return
    marker: Marker = "until" if preposition.lower_ in ("without", "until", "unless") else "before"
    if preposition.lower_ == "while":
        marker = "while"
    if preposition.lower_ == "after":
        only = any(c.lower_ == "only" for c in (*main.children, *preposition.children))
        if not only and not nothing_else(preposition):
            return
        marker = "only"
    yield from weighed(story, passage, marker, main, inner, span, consequence)


def _subject_of(main: Token) -> Token | None:
    return clauses.subject(main) if main.pos_ in ("VERB", "AUX") else child(main, "poss")


def _has_its_day(target: Token) -> bool:
    """Whether a gathering takes place anyway: "the summit", "next week's talks"."""
    if target.lemma not in _GATHERINGS:
        return False
    before = target.doc[target.left_edge.i : target.i]
    told = any(t.lemma in _PARTS_OF_TIME for t in before)
    return told or (target.lemma not in _TALKS and any(t.lower_ in _SURE for t in before))


_GATHERINGS = word_class("gatherings")
_TALKS = frozenset({"consultation", "negotiation", "session", "talk"})
_PARTS_OF_TIME = frozenset({"day", "fall", "month", "summer", "week", "winter", "year"})
_SURE = frozenset({"the", "this", "next", "its", "their", "today", "tomorrow"})
