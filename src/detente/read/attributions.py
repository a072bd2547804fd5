"""Who said what: cues, their sources and the content they attribute.

A candidate is a cue of the lexicon with one of the complements it may take. Quotation
marks are looked at first: a cue inside them is somebody's word, not the writer's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from detente.domain.evidence import Manner, Span
from detente.lexicon.cues import Cue, cues
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.read import clauses
from detente.read.clauses import Passage, child, children, lemma
from detente.read.frames import frame as frame_of
from detente.read.frames import tag_source, tag_start, tail, told_from
from detente.read.quotes import is_speech, quotations

LONGEST_SENTENCE = 300
# What a cue comes to when it is negated: "did not rule out", "is not ready to".
_NEGATED = {
    "offers": ("refuses", None), "accepts": ("refuses", None), "promises": ("refuses", None),
    "refuses": ("offers", 0.3), "hopes": ("denies", None), "expects": ("denies", None),
    "believes": ("denies", None), "threatens": ("denies", None), "denies": ("asserts", 0.4),
    "demands": ("asserts", 0.4), "praises": ("accuses", None), "accuses": ("asserts", None),
}  # fmt: skip
_SAYING = frozenset(
    {
        "asserts",
        "believes",
        "denies",
        "warns",
        "accuses",
        "expects",
        "hopes",
        "promises",
        "threatens",
        "demands",
        "asks",
        "offers",
        "refuses",
    }
)
# The content of these is what somebody does not do, so its polarity stands for itself.
_MARKS = frozenset({"that", "to", "whether", "if", "for"})
# Adjectives of a noun cue as the adverbs that the scale of strengths knows.
_ADJECTIVE_ADVERBS = {
    "repeated": "repeatedly", "firm": "firmly", "categorical": "categorically", "flat": "flatly",
    "repeat": "repeatedly",
    "strong": "strongly", "consistent": "consistently", "continued": "consistently",
    "constant": "consistently", "tentative": "tentatively", "cautious": "cautiously",
}  # fmt: skip


@dataclass(slots=True)
class Attribution:
    """A source, a cue and the content attributed, as tokens and spans.

    ``heads`` are the tokens under which the content's clauses stand.
    """

    passage: Passage
    cue: Token
    cue_span: Span
    content: list[Span]
    attitude: str
    strength: float
    source: Token | None = None
    source_span: Span | None = None
    heads: list[Token] = field(default_factory=list)
    agent: Token | None = None
    frame: str = "clause"
    manner: Manner = "indirect"
    inherits: bool = False


def attributions(passage: Passage, text: str) -> list[Attribution]:
    """Find the attributions of one paragraph, in the order of their cues."""
    words = text[passage.start : passage.start + len(passage.doc.text)]
    quoted = [q for q in quotations(words, passage.start) if is_speech(text, q)]
    found = []
    for sentence in passage.doc.sents:
        # No sentence is so long; what the parser makes of such a run of words means nothing.
        if len(sentence) > LONGEST_SENTENCE:
            continue
        here = [a for token in sentence for a in _at(passage, token, quoted, text)]
        found += _distinct(here)
    for attribution in found:
        attribution.content = _tidy(attribution, quoted, text)
    found = [a for a in found if a.content]
    _attach_quotations(passage, found, quoted, text)
    for attribution in found:
        attribution.manner = _manner(attribution.content, quoted)
    return found


# --- candidates --------------------------------------------------------------------


def _at(passage: Passage, token: Token, quoted: list[Span], text: str) -> Iterator[Attribution]:
    place = passage.start + token.idx
    if any(q.start < place < q.end for q in quoted) or _supposed(token):
        return
    if token.lower_ == "according":
        yield from _according(passage, token)
    elif token.pos_ in ("VERB", "AUX"):
        yield from _verb(passage, token, quoted)
        yield from _adjective(passage, token)
    elif token.pos_ == "NOUN":
        yield from _noun(passage, token)


def _supposed(token: Token) -> bool:
    """Whether it stands in an if-clause: "if it wants to return" is not yet a wish."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in token.children)


def _verb(passage: Passage, verb: Token, quoted: list[Span]) -> Iterator[Attribution]:
    for phrase, preposition in clauses.phrasings(verb):
        cue = cues().verbs.get(phrase)
        if cue is None:
            continue
        frame = frame_of(passage, verb, preposition, cue, quoted)
        if frame is not None:
            name, heads = frame
            if _of_reporting(verb, name, heads):
                return
            yield _attribution(passage, verb, preposition, cue, name, heads)
            return


def _of_reporting(verb: Token, frame: str, heads: list[Token]) -> bool:
    """Whether it only tells how the story was got: "declined to be named", "has not replied"."""
    if any(lemma(h) in _REPORTING for h in heads) and frame == "infinitive":
        return True
    return clauses.negated(verb) and lemma(verb) in ("reply", "respond", "answer", "comment")


_REPORTING = word_class("reporting")


def _adjective(passage: Passage, verb: Token) -> Iterator[Attribution]:
    if lemma(verb) not in ("be", "remain", "seem", "appear", "stand", "declare"):
        return
    adjective = child(verb, "acomp", "oprd")
    cue = adjective and cues().adjectives.get(lemma(adjective))
    if not cue or adjective is None:
        return
    below = child(adjective, "xcomp", "ccomp", "advcl") or child(verb, "xcomp", "ccomp")
    if below is None:
        prep = child(adjective, "prep")
        below = prep and child(prep, "pcomp", "pobj")
    if below is None:
        return
    if clauses.has_to(below):
        frame = "infinitive"
    elif below.dep_ == "pcomp":
        frame = "gerund"
    else:
        frame = "object" if below.dep_ == "pobj" else "clause"
    if frame in cue.frames:
        found = _attribution(passage, verb, None, cue, frame, [below])
        found.cue_span = passage.span(min(verb, adjective, key=_index), adjective)
        yield found


def _noun(passage: Passage, noun: Token) -> Iterator[Attribution]:
    cue = cues().nouns.get(lemma(noun))
    if cue is None:
        return
    owner = child(noun, "poss")
    owner = owner if owner is not None else clauses.complement_of(noun, "by", "from")
    if owner is None:
        return
    below = child(noun, "acl", "ccomp", "xcomp", "relcl")
    if below is not None and below.pos_ in ("VERB", "AUX"):
        frame = "infinitive" if clauses.has_to(below) else "clause"
        if below.dep_ == "relcl" and any(c.tag_ in ("WDT", "WP") for c in below.children):
            return
    else:
        below, frame = clauses.complement_of(noun, "for", "on"), "object"
        # "Cairo's claim was that ...": the clause stands with the copula.
        if below is None and noun.dep_ == "nsubj" and lemma(noun.head) == "be":
            below, frame = child(noun.head, "ccomp", "xcomp", "advcl"), "clause"
            frame = "infinitive" if below is not None and clauses.has_to(below) else frame
    if below is None or frame not in cue.frames:
        return
    found = _attribution(passage, noun, None, cue, frame, [below])
    found.source = owner
    found.agent = owner if frame == "infinitive" else None
    found.source_span = passage.span(*clauses.noun_extent(owner))
    yield found


def _according(passage: Passage, token: Token) -> Iterator[Attribution]:
    to = child(token, "prep")
    source = to and child(to, "pobj")
    if to is None or source is None:
        return
    above = token.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    left_out = {int(t.i) for t in token.subtree}
    for c in children(above, "advcl"):
        if c.tag_ == "VBG" and _speaks(c) and c.i > above.i:
            left_out |= {int(t.i) for t in c.subtree}
    tokens = [t for t in sorted(above.subtree, key=_index) if int(t.i) not in left_out]
    tokens = (
        [t for t in tokens if t.i > token.i]
        if above.i > token.i
        else [t for t in tokens if t.i < token.i]
    )
    if not tokens:
        return
    yield Attribution(
        passage=passage,
        cue=token,
        cue_span=passage.span(token, to),
        content=[passage.span(*clauses.trimmed(tokens))],
        attitude="asserts",
        strength=scale().strength("asserts", None, []),
        source=source,
        source_span=passage.span(*clauses.extent(source)),
        heads=[above],
    )


def _attribution(
    passage: Passage,
    token: Token,
    preposition: Token | None,
    cue: Cue,
    frame: str,
    heads: list[Token],
) -> Attribution:
    attitude = cue.frames[frame]  # type: ignore[index]
    strength, words = cue.strength, [_ADJECTIVE_ADVERBS.get(a, a) for a in _adverbs(token)]
    if token.pos_ != "NOUN" and clauses.negated(token) and attitude in _NEGATED:
        attitude, strength = _NEGATED[attitude]
        words = [w for w in words if w not in ("never", "not")]
    if lemma(token) == "insist" and frame == "clause" and not _wanted_so(heads):
        attitude, strength = "asserts", None
    source = None if token.pos_ == "NOUN" else _source(token)
    tagged = frame == "clause" and bool(heads) and tail(passage, token) == heads
    if tagged:
        source = tag_source(token)
    agent = source
    if frame == "order":
        agent = clauses.controlled(heads[0]) or child(heads[0], "nsubj")
        if agent is None and preposition is not None:
            agent = child(preposition, "pobj")
    if frame in ("clause", "object", "predicate"):
        agent = None
    content = [passage.span(*_content_extent(head, token, frame)) for head in heads]
    if tagged:
        start = tag_start(token)
        assert start is not None
        told = [t for t in token.doc[told_from(token, start) : start] if not t.is_space]
        content = [passage.span(*clauses.trimmed(told))]
    if frame == "predicate":
        content = [passage.span(heads[0].left_edge, clauses.extent(token)[1])]
    if frame == "object" and lemma(token) == "accuse":
        of = next((p for p in children(token, "prep") if lemma(p) == "of"), None)
        if of is not None:
            content = [passage.span(clauses.extent(heads[0])[0], clauses.extent(of)[1])]
            inner = child(of, "pcomp", "pobj")
            agent, heads = heads[0], [inner] if inner is not None else heads
    return Attribution(
        passage=passage,
        cue=token,
        cue_span=_cue_span(passage, token, preposition),
        content=content + (_raised(passage, token, heads) if frame == "clause" else []),
        attitude=attitude,
        strength=scale().strength(attitude, strength, words),
        source=source,
        source_span=_source_span(passage, token, source, tagged=tagged),
        heads=heads,
        agent=agent,
        frame=frame,
        inherits=source is None or child(token, "nsubj", "agent") is None,
    )


def _wanted_so(heads: list[Token]) -> bool:
    """Whether a clause says what shall be: "insist that it leave", "that it must leave"."""
    return any(h.tag_ == "VB" or clauses.modality(h) in ("must", "should") for h in heads)


def _source_span(
    passage: Passage, cue: Token, source: Token | None, *, tagged: bool
) -> Span | None:
    if source is None:
        return None
    if not tagged:
        return passage.span(*clauses.extent(source))
    start = tag_start(cue)
    if start is None or clauses.passive_agent(cue) is not None:
        return passage.span(*clauses.extent(source))
    return passage.span(*clauses.trimmed(list(cue.doc[start : cue.i])))


def _adverbs(token: Token) -> list[str]:
    found = clauses.adverbs(token)
    found += [lemma(a) for v in children(token, "aux") for a in children(v, "advmod")]
    return found


def _source(verb: Token) -> Token | None:
    """Who the cue is attributed to; a thing that governs a participle is nobody."""
    if clauses.is_passive(verb):
        return clauses.passive_agent(verb)
    return clauses.subject(verb) if verb.dep_ != "acl" or verb.tag_ == "VBG" else None


def _content_extent(head: Token, cue: Token, frame: str) -> tuple[Token, Token]:
    asides = {int(t.i) for aside in _asides(head, frame) for t in aside.subtree}
    tokens = [t for t in sorted(head.subtree, key=_index) if int(t.i) not in asides]
    # A clause that contains its own cue ("Talks, the minister said, go on") loses it later.
    if head.pos_ in ("VERB", "AUX"):
        tokens = [t for t in tokens if not _mark(t, head)]
        stop = next((t.i for t in tokens if t.text == ";" and t.i > max(head.i, cue.i)), None)
        tokens = [t for t in tokens if stop is None or t.i < stop]
    if not tokens:
        tokens = [head]
    return clauses.trimmed(tokens)


def _asides(head: Token, frame: str) -> Iterator[Token]:
    """Participles after a comma at the end of the content that are somebody's own words.

    "..., saying that work has begun" is a second attribution; after an infinitive, a gerund
    or a noun phrase ", leaving it open" is the writer's.
    """
    for t in head.subtree:
        if t.dep_ == "advcl" and t.tag_ == "VBG" and t.i > head.i:
            before = t.doc[t.left_edge.i - 1] if t.left_edge.i else t
            if before.text == "," and (frame != "clause" or _speaks(t)):
                yield t


def _speaks(participle: Token) -> bool:
    cue = cues().verbs.get(lemma(participle))
    return cue is not None and "clause" in cue.frames and child(participle, "ccomp") is not None


def _mark(token: Token, head: Token) -> bool:
    return (
        token.dep_ in ("mark", "aux")
        and token.head.i == head.i
        and token.lower_ in ("that", "to")
        and token.i < head.i
    )


def _raised(passage: Passage, verb: Token, heads: list[Token]) -> list[Span]:
    """Of "a move Washington said posed risks", the words "a move", which the clause lacks."""
    if verb.dep_ == "relcl" and heads and child(heads[0], "nsubj", "nsubjpass") is None:
        return [passage.span(*clauses.noun_extent(verb.head))]
    return []


def _cue_span(passage: Passage, token: Token, preposition: Token | None) -> Span:
    last = token
    for c in (*children(token, "prt"), *([preposition] if preposition is not None else [])):
        if c.i > last.i and c.i - token.i <= 3:
            last = c
    first = token
    for aux in children(token, "aux", "auxpass", "neg"):
        if aux.i < first.i:
            first = aux
    if lemma(first) != lemma(token) and any(
        t.dep_ in ("nsubj", "nsubjpass") for t in passage.doc[first.i : token.i]
    ):
        first = token
    return passage.span(first, last)


def _index(token: Token) -> int:
    return int(token.i)


def _distinct(found: list[Attribution]) -> list[Attribution]:
    """Drop a second attribution of the same content by the same cue word."""
    kept: list[Attribution] = []
    for attribution in found:
        same = any(
            a.cue_span == attribution.cue_span or (a.content and a.content == attribution.content)
            for a in kept
        )
        if not same:
            kept.append(attribution)
    return kept


# --- content --------------------------------------------------------------------------


def _tidy(attribution: Attribution, quoted: list[Span], text: str) -> list[Span]:
    """Cut cue and source out of the content, and take quotation marks in whole."""
    spans = []
    holes = [attribution.cue_span, *([attribution.source_span] if attribution.source_span else [])]
    hole = Span(start=min(h.start for h in holes), end=max(h.end for h in holes))
    for span in attribution.content:
        spans += _without(span, hole, attribution, text)
    spans = [_with_marks(span, quoted, text) for span in spans]
    return sorted({s for s in spans if s.end > s.start}, key=lambda s: s.start)


def _without(span: Span, hole: Span, attribution: Attribution, text: str) -> list[Span]:
    cue = attribution.cue_span
    if not (span.start <= cue.start and cue.end <= span.end):
        return [span]
    parts = [(span.start, max(span.start, hole.start)), (min(hole.end, span.end), span.end)]
    return [_stripped(Span(start=a, end=b), text) for a, b in parts if b - a > 2]


def _stripped(span: Span, text: str) -> Span:
    words = span.of(text)
    kept = words.strip(" \n,;:.")
    start = span.start + words.find(kept) if kept else span.end
    return Span(start=start, end=start + len(kept))


def _with_marks(span: Span, quoted: list[Span], text: str) -> Span:
    """Grow a span over a quotation that it covers but for its marks or its last words."""
    start, end = span.start, span.end
    for q in quoted:
        if q.start - 1 <= start <= q.start + 1 and end > q.start + 1:
            start = min(start, q.start)
        if start <= q.start + 1 and q.end - 2 <= end <= q.end:
            end = max(end, q.end)
        if start <= q.start < end < q.end:
            end = q.end
        if start < q.end <= end and q.start < start and not text[q.start + 1 : start].strip():
            start = q.start
    return Span(start=start, end=end)


def _attach_quotations(
    passage: Passage, found: list[Attribution], quoted: list[Span], text: str
) -> None:
    """Give each quotation that no content covers to the nearest cue that can carry one."""
    speaking = [a for a in found if a.attitude in _SAYING and a.cue.pos_ != "NOUN"]
    for quotation in quoted:
        if any(
            c.start <= quotation.start and quotation.end <= c.end for a in found for c in a.content
        ):
            continue
        owner = _owner(passage, speaking, quotation, text)
        if owner is None:
            continue
        kept = [
            c for c in owner.content if not (quotation.start <= c.start and c.end <= quotation.end)
        ]
        owner.content = sorted([*kept, quotation], key=lambda s: s.start)
        inside = [
            t for t in passage.doc
            if quotation.start <= passage.start + t.idx < quotation.end and t.head.i == t.i
        ]  # fmt: skip
        owner.heads += [t for t in inside if all(t.i != h.i for h in owner.heads)]


def _owner(
    passage: Passage, speaking: list[Attribution], quotation: Span, text: str
) -> Attribution | None:
    """Whose quotation it is: a cue of the same sentence, else the one told just before."""

    def sentence(place: int) -> int:
        inside = min(max(place - passage.start, 0), len(passage.doc.text) - 1)
        # Blanks after the last word belong to no sentence.
        return next((k for k, s in enumerate(passage.doc.sents) if inside < s.end_char), -1)

    here = {sentence(quotation.start), sentence(quotation.end - 1)}
    same = [a for a in speaking if sentence(a.cue_span.start) in here]
    if same:
        return min(same, key=lambda a: abs(a.cue_span.start - quotation.start))
    before = [a for a in speaking if a.cue_span.end <= quotation.start]
    return before[-1] if before else None


def _manner(content: list[Span], quoted: list[Span]) -> Manner:
    inside = total = 0
    for span in content:
        total += span.end - span.start
        inside += sum(max(0, min(span.end, q.end) - max(span.start, q.start)) for q in quoted)
    if total and inside >= total - 4:
        return "direct"
    return "mixed" if inside else "indirect"


_CHANNEL = re.compile(
    r"\b(press conference|news conference|briefing|interview|statement|speech|letter|post|tweet"
    r"|address|communiqu[eé]|message|remarks|hearing|report|televised address|op-ed)\b",
    re.IGNORECASE,
)


def channel_words(attribution: Attribution) -> Iterator[tuple[Token, Span]]:
    """Phrases beside a cue that may say where a thing was said: "told X", "in a post on X"."""
    cue, passage = attribution.cue, attribution.passage
    for c in cue.children:
        if c.dep_ in ("dobj", "dative", "iobj") or (
            c.dep_ == "prep" and c.lower_ in ("in", "on", "at", "via", "to", "during", "with")
        ):
            target = c if c.dep_ != "prep" else child(c, "pobj")
            if target is not None and all(target.i != h.i for h in attribution.heads):
                yield target, passage.span(*clauses.extent(target))


def channel_noun(words: str) -> str | None:
    """Kind of occasion that words name, if any."""
    match = _CHANNEL.search(words)
    return match and match[1].lower()
