"""Where content begins and ends.

Content is the whole complement as it stands: with its "that", "to", "whether" or "if", and
with its quotation marks. Left out are the preposition that belongs to the cue, a relative
clause after a comma at the end, and a participle that goes on reporting (", adding that").
"""

import re

from detente.domain.evidence import Manner, Span
from detente.lexicon.cues import Frame, cues
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child
from detente.read.grammar.quotes import near
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution
from detente.read.statements.sources import goes_on_from


def content_of(passage: Passage, head: Token, cue: Token, frame: Frame) -> Span:
    """Words of the complement that hangs on ``head``."""
    first, last = head.left_edge.i, head.right_edge.i
    doc = head.doc
    for t in doc[head.i + 1 : last + 1]:
        if t.i > last:
            break
        if t.text == ";" and t.i > cue.i:
            last = t.i - 1
        elif t.dep_ == "conj" and (goes_on_from(t) is cue or (t.head is cue and cue.i > head.i)):
            last = min(last, _joining_word(t).i - 1)
        elif t.dep_ in ("relcl", "advcl") and _is_aside(t, head, frame):
            last = min(last, t.left_edge.i - 1)
    tokens = [t for t in doc[first : last + 1] if not t.is_space]
    while len(tokens) > 1 and (tokens[-1].dep_ in ("cc", "punct") and not tokens[-1].is_quote):
        tokens.pop()
    return passage.span(*clauses.trimmed(tokens or [head]))


def _joining_word(verb: Token) -> Token:
    """Return the "and" before a verb, or its own first word."""
    first = verb.left_edge
    before = verb.doc[first.i - 1]
    return before if before.dep_ == "cc" or before.text == "," else first


def judged_until(cue: Token, judged: Token) -> Token:
    """Last word of what somebody is called, without a clause joined to it or told of it."""
    last = clauses.extent(cue)[1].i
    for t in cue.doc[judged.i + 1 : last + 1]:
        own = t.dep_ == "conj" and t.head.i == cue.i
        told = t.dep_ == "relcl" and t.i > cue.i and _after_comma(t)
        if (own or told) and t.i > judged.right_edge.i:
            last = min(last, t.left_edge.i - 1)
    kept = [t for t in cue.doc[judged.i : last + 1] if not t.is_space]
    while len(kept) > 1 and kept[-1].dep_ == "cc":
        kept.pop()
    end = clauses.trimmed(kept or [judged])[1]
    return _in_marks(end) if end.i >= judged.i else end


def _in_marks(last: Token) -> Token:
    """Last word of the word in marks that comes next, if one does: "the gates *“rusty”*"."""
    rest = last.doc[last.i + 1 : min(last.i + 8, last.sent.end)]
    if len(rest) < 3 or not rest[0].is_quote:
        return last
    close = next((k for k, t in enumerate(rest[1:], 1) if t.is_quote), None)
    if close is None or any(t.pos_ == "VERB" for t in rest[1:close]):
        return last
    return clauses.trimmed(list(rest[1:close]))[1]


def _after_comma(clause: Token) -> bool:
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i else clause
    named = before.is_quote and clause.left_edge.lower_ != "that"
    return named or before.text in (",", "—", "–", "--")


def _is_aside(clause: Token, head: Token, frame: Frame) -> bool:
    """Whether a clause after a comma, at the end of the content, is the writer's own.

    "..., saying that work has begun" is a second attribution; after an infinitive, a gerund
    or a noun phrase ", leaving it open" is the writer's.
    """
    if clause.right_edge.i < head.right_edge.i - 1 or clause.left_edge.i <= head.i:
        return False
    before = clause.doc[clause.left_edge.i - 1]
    if before.text not in (",", "—", "–", "-", "--"):
        return False
    if clause.dep_ == "relcl":
        return any(c.tag_ in ("WDT", "WP", "WRB", "WP$") for c in clause.subtree)
    if any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in clause.children):
        return True
    return clause.tag_ == "VBG" and (frame != "clause" or _speaks(clause))


def _speaks(participle: Token) -> bool:
    cue = cues().verbs.get(participle.lemma)
    return cue is not None and "clause" in cue.frames and child(participle, "ccomp") is not None


def tidy(attribution: Attribution, quoted: list[Span], text: str) -> list[Span]:
    """Cut cue and source out of the content, and take quotation marks in whole."""
    spans = []
    holes = [attribution.cue_span, *([attribution.source_span] if attribution.source_span else [])]
    hole = Span(start=min(h.start for h in holes), end=max(h.end for h in holes))
    told = _addressed(attribution)
    hole = hole if told is None else Span(start=hole.start, end=max(hole.end, told))
    for span in attribution.content:
        spans += _without(span, hole, attribution, text)
    spans = [_closed(_with_marks(span, quoted, text), text) for span in spans]
    return sorted({s for s in spans if s.end > s.start}, key=lambda s: s.start)


def _addressed(attribution: Attribution) -> int | None:
    """Where those end who are told it, between two parts of what they are told."""
    whom = child(attribution.cue, "dobj", "dative")
    if whom is None or whom.left_edge.i != attribution.cue.i + 1 or attribution.frame != "clause":
        return None
    return attribution.passage.start + whom.right_edge.end


_JOINING = word_class("joining")


def joined(content: list[Span], text: str) -> list[Span]:
    """Pieces with at most a joining word between them are one: talks go on, but “slowly”."""
    found: list[Span] = []
    for span in sorted(content, key=lambda s: s.start):
        if found and span.start - found[-1].end < 12:
            between = text[found[-1].end : span.start].strip(" ,;:—–-\n").lower()
            if not between or all(w in _JOINING for w in between.split()):
                found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
                continue
        found.append(span)
    return found


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
    for q in near(quoted, start, end):
        if q.start - 1 <= start <= q.start + 2 and end > q.start + 1:
            start = min(start, q.start)
        if start <= q.start + 1 and q.end - 3 <= end <= q.end:
            end = max(end, q.end)
        if start <= q.start < end < q.end:
            end = q.end
        if start < q.end <= end and q.start < start and not text[q.start + 1 : start].strip():
            start = q.start
    return Span(start=start, end=end)


_CLOSES = re.compile(r"[.,!?]?(?:[”\"]|'')")
_LONGEST_CLOSED = 400


def _closed(span: Span, text: str) -> Span:
    """Take in the mark that closes a word in marks at the end of a span: the gates “rusty”."""
    closing = _CLOSES.match(text, span.end)
    if closing is None or span.end - span.start > _LONGEST_CLOSED:
        return span
    words = span.of(text)
    opened = words.count("“") > words.count("”") or words.count('"') % 2 == 1
    opened = opened or words.count("''") % 2 == 1
    return Span(start=span.start, end=closing.end()) if opened else span


def manner(content: list[Span], quoted: list[Span]) -> Manner:
    """Whether content is quoted: all but a few letters of it, in part, or not at all."""
    inside = total = 0
    for span in content:
        total += span.end - span.start
        inside += sum(
            max(0, min(span.end, q.end) - max(span.start, q.start))
            for q in near(quoted, span.start, span.end)
        )
    if inside and inside >= total - 4:
        return "direct"
    return "mixed" if inside else "indirect"
