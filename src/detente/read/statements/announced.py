"""Nouns that a colon spells out: "made Lima an offer: it would lift the ban".

What somebody made, sent or has of that name stands after the colon, and is said by whoever made
it, sent it or has it.
"""

from collections.abc import Iterator

from detente.domain.evidence import Span
from detente.lexicon.cues import Cue, Frame, cues
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution
from detente.read.statements.making import attribution
from detente.read.statements.sources import source_of

_SPELT_OUT = word_class("spelt_out")
_VERBAL = ("VERB", "AUX")
_FRAMES: tuple[Frame, ...] = ("clause", "infinitive")


def announced(passage: Passage, colon: Token) -> Iterator[Attribution]:
    """Attribution of what stands after a colon to whose noun stands before it."""
    sentence = colon.sent
    named = _named(list(colon.doc[sentence.start : colon.i]))
    told = _told(list(colon.doc[colon.i + 1 : sentence.end]))
    if named is None or told is None:
        return
    noun, cue, frame = named
    owner = _owner(noun)
    if owner is None:
        return
    found = attribution(passage, noun, None, cue, frame, [told])
    found.source = found.agent = owner
    found.source_span = passage.span(*clauses.noun_extent(owner))
    found.content = [_content(passage, colon)]
    if not clauses.has_to(told):
        found.agent = None
    yield found


def _named(before: list[Token]) -> tuple[Token, Cue, Frame] | None:
    """The last noun before the colon that says what follows, and how it says it."""
    for noun in reversed(before):
        cue = cues().nouns.get(noun.lemma) if noun.lemma in _SPELT_OUT else None
        frame = next((f for f in _FRAMES if cue is not None and f in cue.frames), None)
        if cue is not None and frame is not None:
            below = children(noun, "acl", "ccomp", "relcl")
            return None if below else (noun, cue, frame)
    return None


def _told(after: list[Token]) -> Token | None:
    """Verb of what stands after the colon, if that is a clause."""
    within = {t.i for t in after}
    for t in after:
        outermost = t.head is t or t.head.i not in within
        if outermost and t.pos_ in _VERBAL and t.dep_ not in ("aux", "auxpass"):
            return t if child(t, "nsubj", "nsubjpass") or _bare(t) else None
    return None


def _bare(verb: Token) -> bool:
    return clauses.has_to(verb) or (verb.tag_ in ("VB", "VBP") and child(verb, "aux") is None)


def _owner(noun: Token) -> Token | None:
    """Whose it is: of "Oslo's offer", "a message from Oslo", "Oslo sent a reply" Oslo."""
    owner = child(noun, "poss") or clauses.complement_of(noun, "by", "from", "of")
    if owner is not None:
        return owner
    above = noun.head
    while above.pos_ not in _VERBAL and above.head is not above:
        above = above.head
    if above.pos_ not in _VERBAL:
        return None
    from_whom = clauses.complement_of(above, "from")
    if noun.dep_ in ("nsubj", "nsubjpass", "attr") or clauses.is_passive(above):
        return from_whom
    return from_whom or source_of(above)


def _content(passage: Passage, colon: Token) -> Span:
    words = [t for t in colon.doc[colon.i + 1 : colon.sent.end] if not t.is_space]
    return passage.span(*clauses.trimmed(words))
