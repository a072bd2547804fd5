"""What is said to follow from what was asked before: "Only then", "if not", "in return".

"Peru must release them. Until then the ports stay closed": the second sentence, or clause, speaks
of the first by a word that takes it up. What is asked there is what the second takes.
"""

from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import is_good, weighed
from detente.read.conditions.dependence import Dependence, Marker
from detente.read.conditions.loose import known, stated_loosely
from detente.read.conditions.open_deeds import tells_of_deed
from detente.read.conditions.taking_up import first_words_of_sequels, sequels
from detente.read.conditions.ultimatums import bound, ordered
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Span, Token
from detente.read.who.mentions import Story

# What such a condition is called, and the marker of a clause that says the same.
_FORMS: dict[str, Marker] = {
    "then": "provided",
    "first": "provided",
    "until then": "until",
    "if not": "unless",
}
_EDGES = frozenset({".", ";", ",", ":", "—", "–", "-", '"', "!", "?"})
_ASKING = word_class("asking_verbs") | word_class("demanding") | {"insist", "seek", "await"}


def of_sequels(story: Story, passage: Passage) -> Iterator[Dependence]:
    """Find conditions whose two sides stand in two sentences, or in two clauses side by side."""
    for token in passage.doc:
        if token.lower_ in first_words_of_sequels() and not token.sent.text.endswith("?"):
            if not _opens(token) and _after(token) is None:
                continue
            rest = token.doc.text[token.idx : token.idx + 90].lower()
            for form, pattern in sequels().items():
                found = pattern.match(rest)
                if found is not None:
                    yield from _followed(story, passage, token, found.end(), form)
                    break


def _opens(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return before is None or token.is_sent_start or before.text in _EDGES or before.lower_ in (
        "and", "but", "or",
    )  # fmt: skip


def _followed(
    story: Story, passage: Passage, opening: Token, length: int, form: str
) -> Iterator[Dependence]:
    sentence = opening.sent
    end = opening.idx + length
    after = None if _opens(opening) else _after(opening)
    if after is None:
        rest = [t for t in sentence if t.idx >= end]
    else:
        first = max((t.i for t in sentence if t.i < opening.i and t.text in _EDGES), default=-1)
        rest = [t for t in sentence if t.i > first and (t.i < opening.i or t.idx >= end)]
        opening = rest[0] if rest else opening
    if form in _TURNING and (swapped := _bound_in(rest)) is not None:
        yield from _asked_after(story, passage, opening, swapped, rest)
        return
    asked = _asked_before(story, passage, opening)
    if asked is None or not rest or form == "first":
        return
    head, words = asked
    main = _promised(rest)
    if main is None or not _told(story, passage, main, plainly=clauses.modality(main) in _TO_COME):
        return
    inner = stated_loosely(story, passage, head)
    whom = _called_upon(head)
    if whom is not None:
        inner = tuple(replace(p, agent=story.actor(passage, whom)) for p in inner)
    asker = _asker(head)
    marker: Marker = _FORMS[form]
    if marker in ("provided", "unless") and any(map(_hurts, stated_loosely(story, passage, main))):
        # "Has until May to leave. After that, the post will be closed"; "it would be wrong not to
        # leave, for then the post will be closed".
        marker = "provided" if all(p.polarity == "negative" for p in inner) else "unless"
    for d in weighed(
        story, passage, marker, main, inner,
        passage.span(words[0], words[-1]), passage.span(rest[0], rest[-1]),
    ):  # fmt: skip
        yield replace(d, form=form, setter=asker)


def _told(story: Story, passage: Passage, head: Token, *, plainly: bool) -> bool:
    """Whether a deed is told of, by a verb of no list only where its mood says it plainly."""
    told = stated_loosely(story, passage, head)
    return any(map(known, told)) or (plainly and any(map(tells_of_deed, told)))


_TO_COME = ("will", "would")


def _hurts(p: Proposition) -> bool:
    """Whether something is done that nobody asks for."""
    return known(p) and p.polarity == "positive" and not is_good(p)


# Of these what is asked may stand second: "ready to lift it. First, they must leave".
_TURNING = frozenset({"first", "then", "until then"})


def _bound_in(rest: list[Token]) -> Token | None:
    return next((t for t in rest if t.pos_ == "VERB" and bound(t) and _duty(t)), None)


def _duty(verb: Token) -> bool:
    must = clauses.modality(verb) in ("must", "should")
    return must or (clauses.has_to(verb) and lemma(verb.head) in ("have", "need"))


def _asked_after(
    story: Story, passage: Passage, opening: Token, asked: Token, rest: list[Token]
) -> Iterator[Dependence]:
    """Of "is ready to lift it. First, they must leave" what is asked for what was held out."""
    start = opening.sent.start
    before = list(opening.doc[opening.doc[start - 1].sent.start : start]) if start else []
    words = [t for t in opening.sent if t.i < opening.i]
    words = words if len(words) >= _SHORT else before
    main = next((t for t in reversed(words) if _held_out(t)), None)
    inner = stated_loosely(story, passage, asked)
    if main is None or not any(map(tells_of_deed, inner)):
        return
    for d in weighed(
        story, passage, "provided", main, inner,
        passage.span(rest[0], rest[-1]), passage.span(words[0], words[-1]),
    ):  # fmt: skip
        yield replace(d, form="then")


def _held_out(verb: Token) -> bool:
    """Whether a verb says what will or may be done: "would lift it", "is ready to lift it"."""
    if verb.pos_ != "VERB":
        return False
    willing = clauses.has_to(verb) and (lemma(verb.head) in _WILLING)
    return willing or clauses.modality(verb) in ("will", "would", "can")


_WILLING = word_class("willing_verbs") | word_class("willing_adjectives")


def _after(word: Token) -> Token | None:
    """Of "would resume only after that", "would stay until it did" the resuming, the staying."""
    if word.dep_ in ("mark", "advmod") and word.head.dep_ == "advcl" and word.lower_ in _MARKING:
        above = word.head.head
        return above if clauses.modality(above) is not None else None
    if word.dep_ not in ("prep", "advmod", "mark") or word.head.pos_ not in ("VERB", "AUX"):
        return None
    taken_up = child(word, "pobj")
    bare = word.lower_ in _LATER or (taken_up is not None and _takes_up(taken_up))
    return word.head if bare and clauses.modality(word.head) is not None else None


def _takes_up(noun: Token) -> bool:
    """Whether a noun points at what was asked: "after that", "only on that condition"."""
    if noun.lower_ in _TAKING_UP:
        return True
    return noun.lower_ == "condition" and any(c.lower_ in _TAKING_UP for c in noun.children)


_MARKING = frozenset({"until", "till", "unless", "before", "once", "if", "when", "after"})
_LATER = frozenset({"then", "afterwards", "afterward", "thereafter"})
_TAKING_UP = frozenset({"that", "this", "which", "then"})


def _promised(rest: list[Token]) -> Token | None:
    """Verb of what is said to follow: it may, will or would be."""
    verbs = [t for t in rest if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
    return next((v for v in verbs if clauses.modality(v) in ("will", "would", "can", "may")), None)


def _asked_before(
    story: Story, passage: Passage, opening: Token
) -> tuple[Token, list[Token]] | None:
    """What is asked: earlier in the sentence, else in the sentence before."""
    sentence = opening.sent
    here = [t for t in sentence if t.i < opening.i]
    before: Span | None = None
    if sentence.start:
        before = opening.doc[sentence.start - 1].sent
    for words in (here, list(before) if before is not None and len(here) < _SHORT else []):
        for head in _askings(words):
            if _told(story, passage, head, plainly=_duty(head)):
                told = [t for t in head.subtree if t in words] or words
                return head, told
    return None


# A sentence that opens with so few words before its connector speaks of the one before.
_SHORT = 4


def _askings(words: list[Token]) -> Iterator[Token]:
    """Verbs and nouns of what is asked, the nearest first; of a question what it asks about."""
    for t in reversed(words):
        if t.pos_ == "VERB" and (bound(t) or ordered(t) or clauses.subjunctive(t) or _wanted(t)):
            yield t
    yield from (
        t for t in words if t.pos_ == "NOUN" and t.dep_ in ("dobj", "pobj") and _demanded(t)
    )
    question = bool(words) and words[-1].text == "?"
    for t in words if question else ():
        if t.pos_ == "VERB" and clauses.modality(t) in ("will", "would", "can"):
            yield t


def _wanted(verb: Token) -> bool:
    """Of "wants the ban lifted" the lifting."""
    above = verb.head
    return verb.tag_ == "VBN" and above.i < verb.i and lemma(above) in ("want", "wish")


def _demanded(noun: Token) -> bool:
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return lemma(above) in _ASKING


def _called_upon(head: Token) -> Token | None:
    """Of "called on Oslo to leave" who is to leave, whom no verb has for an object."""
    above = head.head
    if lemma(above) not in _CALLING or not clauses.has_to(head):
        return None
    whom = (child(p, "pobj") for p in children(above, "prep") if p.lower_ in ("on", "to", "upon"))
    return next((noun for noun in whom if noun is not None and noun.i < head.i), None)


_CALLING = frozenset({"appeal", "call", "plead"})


def _asker(head: Token) -> Token | None:
    """Who asks for it, if a verb of asking says so."""
    for above in (head.head, head.head.head):
        if above.i != head.i and lemma(above) in _ASKING and above.pos_ == "VERB":
            return child(above, "nsubj")
    return None
