"""Whose quotation it is: each is given to a cue beside it, or to the speaker it goes on from."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from detente.domain.evidence import Span
from detente.lexicon.cues import Cue, cues
from detente.lexicon.scales import scale
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage
from detente.read.grammar.quotes import is_quoted
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution
from detente.read.statements.frames import tag_source
from detente.read.statements.making import attribution

_STOP = re.compile(r"[.!?;](?=\s)|[“”\"]")
_STARTS = re.compile(r"(?:^|[.!?:…]['’]?[”\"»]?|''|[”\"»]|—|–)\s*$")
# How many letters may stand between a quotation and its cue.
_AFTER, _BEFORE = 120, 160
# How many verbs are tried on either side.
_TRIED = 30
# Words that a signature has at most.
_LONGEST_SIGNATURE = 15
# What cannot carry a quotation: it is done, and not said.
_DONE = frozenset({"conditions", "accepts"})


def attach(passage: Passage, found: list[Attribution], quoted: list[Span], text: str) -> list[Span]:
    """Give each quotation that no content covers to a cue; return those that none takes.

    New attributions are added to ``found`` for cues that had no other complement.
    """
    if not quoted:
        return []
    open_ones = [q for q in quoted if not _covered(q, found)]
    if not open_ones:
        return []
    speakers = list(_speakers(passage, quoted))
    left = []
    for quotation in open_ones:
        owner = _owner(passage, found, speakers, quotation, text)
        if owner is None:
            owner = _signed(passage, quotation)
            if owner is not None:
                found.append(owner)
        if owner is None:
            left.append(quotation)
        else:
            add(owner, _whole(passage, owner, quotation, text), passage)
    return left


def _whole(passage: Passage, owner: Attribution, quotation: Span, text: str) -> Span:
    """A quotation with the rest of its sentence, where the writer ends it: “… too late” for us."""
    after = text[quotation.end : quotation.end + 2]
    if owner.cue_span.end > quotation.start or not (after[:1] == " " and after[1:].islower()):
        return quotation
    token = next((t for t in passage.within(quotation)[-1:]), None)
    if token is None or _STARTS.search(text[max(0, quotation.start - 6) : quotation.start]) is None:
        return quotation
    end = passage.start + token.sent.end_char
    rest = text[quotation.end : end]
    if len(rest) > _BEFORE or _STOP.search(rest[:-1]):
        return quotation
    return Span(start=quotation.start, end=quotation.end + len(rest.rstrip(" .")))


def _signed(passage: Passage, quotation: Span) -> Attribution | None:
    """Whose name stands after a dash at the end: “We stay.” —Ada Bell, mayor."""
    after = passage.within(Span(start=quotation.end, end=max(quotation.end, passage.end)))
    dash = next((t for t in after if not t.is_space), None)
    cue = None if dash is None else cues().marks.get(dash.text)
    name = [t for t in after[1:] if not t.is_space]
    if dash is None or cue is None or not name or name[0].pos_ != "PROPN":
        return None
    if len(name) > _LONGEST_SIGNATURE or any(t.pos_ in ("VERB", "AUX") for t in name):
        # "— Ada Bell, on whether the dam will hold": the name alone.
        name = list(takewhile(lambda t: t.pos_ == "PROPN", name))
        rest = passage.doc[name[-1].i + 1 : name[-1].i + 2]
        if not all(t.text in (",", "(") for t in rest):
            return None
    first, last = clauses.trimmed(name)
    return Attribution(
        passage=passage,
        cue=dash,
        cue_span=passage.token_span(dash),
        content=[],
        attitude=cue.frames["clause"],
        strength=scale().strength(cue.frames["clause"], None, []),
        source=first if first.dep_ != "compound" else first.head,
        source_span=passage.span(first, last),
        entry=cue,
    )


def _covered(quotation: Span, found: list[Attribution]) -> bool:
    return any(
        c.start <= quotation.start + 1 and quotation.end - 2 <= c.end
        for a in found
        for c in a.content
    )


def add(owner: Attribution, quotation: Span, passage: Passage) -> None:
    """Add a quotation to an attribution, with the roots of its sentences as heads."""
    owner.owns_quotation = True
    kept = [c for c in owner.content if not quotation.covers(c)]
    owner.content = sorted([*kept, quotation], key=lambda s: s.start)
    inside = [
        t for t in passage.within(quotation)
        if t.head.i == t.i or (t.head.i == owner.cue.i and t.dep_ in ("ccomp", "parataxis"))
    ]  # fmt: skip
    known = {(id(h.doc), h.i) for h in owner.heads}
    owner.heads += [t for t in inside if (id(t.doc), t.i) not in known]


def _speakers(passage: Passage, quoted: list[Span]) -> Iterator[tuple[Span, Token]]:
    """Verbs outside the quotations that can carry one."""
    for token in passage.doc:
        if token.pos_ != "VERB" and token.lemma not in cues().verbs and token.lower_ != "says":
            continue
        # "Bell says of the dam" may be parsed as a heap of nouns.
        verbal = token.pos_ in ("VERB", "AUX") or token.lower_ == "says"
        if not verbal or token.dep_ in ("aux", "auxpass"):
            continue
        span = passage.token_span(token)
        if not is_quoted(quoted, span.start):
            yield span, token


def _owner(
    passage: Passage,
    found: list[Attribution],
    speakers: list[tuple[Span, Token]],
    quotation: Span,
    text: str,
) -> Attribution | None:
    after = _cue_after(passage, speakers, quotation, text)
    before = _cue_before(passage, speakers, quotation, text)
    cut_off = "," in text[quotation.end - 3 : quotation.end + 1]
    close = before is not None and quotation.start - before[0].end < 30
    chosen = after if after is not None and (cut_off or not close) else before
    if chosen is not None:
        return _attributed(passage, found, chosen[1])
    starts = _STARTS.search(text[max(0, quotation.start - 6) : quotation.start]) is not None
    earlier = [a for a in found if a.cue_span.end <= quotation.start and a.attitude not in _DONE]
    if earlier and starts:
        return goes_on(earlier)
    later = [a for a in found if a.cue_span.start >= quotation.end and a.attitude not in _DONE]
    if later and quotation.start <= passage.start + 1:
        return min(later, key=lambda a: a.cue_span.start)
    return None


def goes_on(earlier: list[Attribution]) -> Attribution:
    """Whose words a quotation goes on from: the last who was quoted, else the last of all."""
    latest = sorted(earlier, key=lambda a: a.cue_span.start, reverse=True)
    for a in latest:
        if not any(c.covers(a.cue_span) for o in earlier if o is not a for c in o.content):
            return a
    return latest[0]


def _carries(verb: Token, *, close: bool) -> bool:
    """Whether a verb can carry a quotation; beside the marks, any that somebody does can."""
    named = (cues().verbs.get(phrase) for phrase, _ in clauses.phrasings(verb))
    if any(cue is not None and "clause" in cue.frames for cue in named):
        return True
    return close and verb.tag_ in ("VBD", "VBZ", "VBG") and _somebody(verb)


def _somebody(verb: Token) -> bool:
    subject = clauses.child(verb, "nsubj")
    return subject is not None and (
        subject.pos_ in ("PROPN", "PRON") and subject.lower_ not in ("it", "this", "that")
    )


def _cue_after(
    passage: Passage, speakers: list[tuple[Span, Token]], quotation: Span, text: str
) -> tuple[Span, Token] | None:
    """“…,” the minister said; “…,” said the minister."""
    first = bisect_left(speakers, quotation.end, key=lambda s: s[0].start)
    for span, verb in speakers[first : first + _TRIED]:
        gap = text[quotation.end : span.start]
        if (
            len(gap) > _AFTER
            or _STOP.search(gap)
            or _is_over(text, quotation, gap, text[span.end : span.end + 2])
        ):
            return None
        if _carries(verb, close=len(gap.split()) < 4):
            return span, verb
    return None


_FULL_STOP = re.compile(r"(?<!\.)\.['’]?(?:''|[”»“«\"’'])$")
_ASKED = re.compile(r"[?!…]['’]?(?:''|[”»“«\"’'])$")


def _is_over(text: str, quotation: Span, gap: str, after: str) -> bool:
    """Whether a new sentence begins after a quotation, so that a cue there is not its tag."""
    ending = text[max(quotation.start, quotation.end - 4) : quotation.end]
    if _FULL_STOP.search(ending):
        # "… are missing.” Oslo said." is a tag all the same.
        return not after.startswith(".") and after.strip() != ""
    return _ASKED.search(ending) is not None and "," in gap


def _cue_before(
    passage: Passage, speakers: list[tuple[Span, Token]], quotation: Span, text: str
) -> tuple[Span, Token] | None:
    """The minister said: “…”; the minister told reporters, “…”."""
    last = bisect_left(speakers, quotation.start + 1, key=lambda s: s[0].end)
    for span, verb in reversed(speakers[max(0, last - _TRIED) : last]):
        gap = text[span.end : quotation.start]
        if len(gap) > _BEFORE or _STOP.search(gap):
            return None
        if _carries(verb, close=gap.strip() in (",", ":")):
            return span, verb
    return None


def _attributed(passage: Passage, found: list[Attribution], verb: Token) -> Attribution:
    """Attribution of a cue, made anew if it has none yet."""
    for known in found:
        if known.cue.i == verb.i or (known.support is not None and known.support.i == verb.i):
            return known
    named = [cues().verbs.get(phrase) for phrase, _ in clauses.phrasings(verb)]
    cue = next((c for c in named if c is not None and "clause" in c.frames), None)
    cue = cue or Cue(lemma=verb.lemma, frames={"clause": "asserts"})
    made = attribution(passage, verb, None, cue, "clause", [])
    if made.source is None and clauses.child(verb, "auxpass") is None:
        made.source = tag_source(verb) or _around(verb)
        if made.source is not None:
            made.source_span = passage.span(*clauses.extent(made.source))
    found.append(made)
    return made


def _around(verb: Token) -> Token | None:
    """Who speaks where the parser misses the subject: "…,” added a diplomat."""
    if verb.dep_ == "acl":
        return verb.head
    after = clauses.child(verb, "dobj", "attr", "oprd", "npadvmod")
    return after if after is not None and after.i > verb.i and after.pos_ != "PRON" else None
