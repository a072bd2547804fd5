"""Whether the clause around a date looks forward or back."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from detente.domain.evidence import Span
from detente.lexicon.days import date_words
from detente.lexicon.words import word_class
from detente.read.dates.telling import Outlook
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, lemma
from detente.read.grammar.tokens import Token

_TELLING = word_class("tagging")
_AHEAD = frozenset({"will", "would", "shall", "must", "should", "may", "can"})
_SCHEDULED = date_words("scheduled")
_SETTLING = date_words("settling")
_MOVING = date_words("moving")
_DONE = date_words("done")
_TO = frozenset({"to", "until", "till", "for"})


@dataclass(slots=True)
class Tense:
    """The tenses of a text, asked by place."""

    passages: Sequence[Passage]

    def outlook(self, start: int, end: int) -> Outlook:
        """Say how the clause around a place looks at it; None where nothing tells."""
        k = bisect_right(self.passages, start, key=lambda p: p.start) - 1
        if k < 0:
            return None
        tokens = self.passages[k].within(Span(start=start, end=end))
        if not tokens:
            return None
        top = _first_of(_top(tokens))
        verb = governing(top)
        if verb is None:
            return None
        if lemma(verb) in _MOVING and _leads_to(top):
            return "planned"
        found = _outlook(verb)
        above = top.head.head if top.dep_ == "pobj" else top.head
        if above.i == verb.i:
            return found
        own = top.dep_ == "poss" or top.head.lower_ == "of"
        if lemma(above) in _DONE and (own or found == "present"):
            return "past"
        return "beside" if found == "present" else found


def _top(tokens: Sequence[Token]) -> Token:
    """Token of a phrase that hangs on something outside it."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside), tokens[0])


def _first_of(top: Token) -> Token:
    """Of "on Monday and Friday" what stands first and hangs where both do."""
    for _ in range(9):
        if top.dep_ != "conj" or top.head.pos_ in ("VERB", "AUX"):
            break
        top = top.head
    return top


def _leads_to(top: Token) -> bool:
    """Whether "to", "until" or "for" stands before it, or "until five o'clock on"."""
    above = top.head
    if above.lower_ in _TO:
        return True
    return above.dep_ == "prep" and above.head.head.lower_ in ("until", "till")


def governing(token: Token) -> Token | None:
    """Verb of the clause that a word stands in, the word itself if it is one."""
    above = token
    for _ in range(30):
        if above.pos_ in ("VERB", "AUX"):
            return above
        if above.head.i == above.i:
            return None
        above = above.head
    return None


def _outlook(verb: Token) -> Outlook:
    modal = clauses.modality(verb)
    helping = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if modal in _AHEAD:
        if not any(lemma(h) == "have" for h in helping) or modal == "will":
            return "planned"
        # "Should have met" is past; "would have met" was or might have been, then or later.
        return "past" if modal == "should" else None
    if lemma(verb) in _SCHEDULED and verb.tag_ in ("VBN", "VBD"):
        return "planned"
    if clauses.has_to(verb):
        # "is to meet", "plans to meet" and "agreed to meet" on Monday.
        if any(lemma(h) == "have" for h in helping) or _came_about(verb):
            return "past"
        return "awaited" if _was_to(verb) else "planned"
    if verb.tag_ in ("VBZ", "VBP") and _is_to(verb):
        return "planned"
    if verb.tag_ == "VBN" and not helping:
        whole = _brought_about(verb)
        if whole is not None:
            return _outlook(whole)
    if any(lemma(h) == "have" or h.tag_ == "VBD" for h in helping):
        return "past"
    if verb.tag_ in ("VBD", "VBN"):
        # "The port is reopened on Monday" is a present.
        present = verb.tag_ == "VBN" and any(h.tag_ in ("VBZ", "VBP") for h in helping)
        return "present" if present else "past"
    return _of_unmarked(verb, helping)


def _came_about(infinitive: Token) -> bool:
    """Whether a verb above says that it was done or not: "failed to meet on Monday"."""
    above = infinitive.head
    if infinitive.dep_ != "xcomp" or lemma(above) not in _SETTLING:
        return False
    verb = governing(above)
    return verb is not None and _outlook(verb) == "past"


def _was_to(infinitive: Token) -> bool:
    """Whether it is "was to meet", or "was due to meet"."""
    above = infinitive.head
    if infinitive.dep_ != "xcomp":
        return False
    if lemma(above) == "be":
        return above.tag_ == "VBD"
    verb = above if above.pos_ in ("VERB", "AUX") else governing(above)
    be = [verb, *verb.children] if verb is not None else []
    return lemma(above) in _SCHEDULED and any(t.tag_ == "VBD" and lemma(t) == "be" for t in be)


def _is_to(verb: Token) -> bool:
    """Whether it is the first word of "are to meet", whatever stands before its subject."""
    inner = child(verb, "xcomp")
    return lemma(verb) == "be" and inner is not None and clauses.has_to(inner) and (
        child(verb, "acomp", "attr") is None
    )  # fmt: skip


def _brought_about(participle: Token) -> Token | None:
    """Verb of "will have the papers *signed* on Friday"."""
    if participle.dep_ in ("ccomp", "xcomp", "oprd") and participle.head.pos_ in ("VERB", "AUX"):
        return participle.head
    above = participle.head.head
    had = participle.dep_ == "acl" and participle.head.dep_ == "dobj" and lemma(above) == "have"
    return above if had else None


def _of_unmarked(verb: Token, helping: Sequence[Token]) -> Outlook:
    """Of a present, an infinitive, a participle: what goes on, is usual or will be."""
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ in ("VERB", "AUX"):
        return _outlook(verb.head)
    if verb.tag_ == "VBG" and not helping:
        above = verb.head if verb.head.i != verb.i else None
        return None if above is None or above.pos_ not in ("VERB", "AUX") else _outlook(above)
    if lemma(verb) in _TELLING:
        return _supposed(verb)
    present = verb.tag_ in ("VBZ", "VBP", "VBG", "VB")
    return "present" if present and lemma(verb) != "be" else None


def _supposed(verb: Token) -> Outlook:
    """Of "we are leaving, I think, on Saturday" what is thought."""
    own = child(verb, "nsubj")
    aside = own is not None and own.lower_ == "i" and verb.dep_ in ("parataxis", "ccomp")
    above = verb.head
    return _outlook(above) if aside and above.pos_ in ("VERB", "AUX") else "past"
