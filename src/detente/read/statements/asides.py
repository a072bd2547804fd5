"""What an aside attributes without a verb of saying: "in the view of Oslo", "came the reply".

Such an aside stands before its sentence, after it or inside it, set off by commas or a colon. The
parser makes something else of most of them, so they are found by their words; who is meant and
what is said are taken from the parse.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.domain.evidence import Span
from detente.lexicon.cues import cues
from detente.lexicon.parties import gazetteer
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Span as Sentence
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution

_VERBAL = ("VERB", "AUX")
_NAMING = ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM")
_TAGGING = word_class("tagging")
_NOUNS = word_class("views") | word_class("replies")
_FEWEST_WORDS = 3  # that somebody says


def _any(name: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, word_class(name)), key=len, reverse=True)) + ")"


_VIEW, _REPLY, _PLAIN = _any("views"), f"(?P<noun>{_any('replies')})", _any("plain_spoken")
# Here it begins who it is; what follows may tell when and to whom.
_WHO, _REST = r"(?P<who>)", r"[^,;:.]*"
_SOME = r"(?:[\w’'-]+ ){0,2}?"
_ANSWERS = (
    rf"(?:the|a|an) {_SOME}{_REPLY} (?:from|of|by|in) {_WHO}{_REST}",
    rf"(?:the|a|an) {_WHO}[A-ZÀ-Þ][\w’'-]+ {_SOME}{_REPLY}\b{_REST}",
)
_CAME = r"(?:so )?(?:came|comes|was|is|ran|runs|went|goes|reads?|says|said)(?: back)?"
_VIEWED = (
    rf"(?:in|by|on|from) the {_SOME}{_VIEW} of {_WHO}{_REST}",
    rf"(?:in|by|on|to|from) {_WHO}[^,;:.]*?[’']s? {_SOME}{_VIEW}\b{_REST}",
    rf"(?:in|by|on|to|from) {_WHO}(?:her|his|its|their) {_SOME}{_VIEW}\b{_REST}",
)
# "As Oslo sees it", "as Oslo's minister, Ada Bell, put it"
_SO = r"(?:put|puts|sees|saw|has|had|tells|told|phrased) it"
_SEEN = (rf"(?:as|the way) {_WHO}[^,;:.]*?(?:, [^,;:.]*,)? {_SO}{_REST}",)
_TAGS = (
    *(rf"{_CAME} {answer}" for answer in _ANSWERS),
    rf"if {_WHO}[^,;:.]*? (?:is|are) to be believed",
    *_SEEN,
    rf"{_WHO}[^,;:.]*? (?:has |had )?(?:made|makes) (?:it )?(?:\w+ )?(?:plain|clear|known){_REST}",
    rf"{_WHO}[^,;:.]*? lets? (?:it be (?:known|understood)|(?:slip|fall|drop)|be known){_REST}",
)
_HAD = r"(?:had|has|gave|gives|offered|sent)"
_WITH = r"[^,;:.]*?(?:, [^,;:.]*,)?"  # with what is told beside the name
_HEADS = (
    rf"{_WHO}[^,;:.]*? {_HAD} (?:\w+ )?(?:a|an|one|the) {_SOME}{_REPLY}{_REST}",
    rf"{_WHO}{_WITH} (?:was|is|were|are|remained|remains|sounded) {_SOME}{_PLAIN}{_REST}",
    rf"{_WHO}{_WITH} (?:put|puts|phrased) it {_REST}",
    *(rf"{answer} (?:was|is|came|remains|remained)\b{_REST}" for answer in _ANSWERS),
    rf"{_WHO}[^,;:.]*?[’']s? {_SOME}{_REPLY} (?:was|is|came|remains|remained)\b{_REST}",
    *_ANSWERS,
)
# "thundered the ministry in Oslo": which verbs, the parse says.
_TURNED = rf"(?P<verb>\w+(?:ed|s)) {_WHO}(?:the |an? |its )?[\w’'-]+{_REST}"
# "..., in the view of a minister, Ada Bell": what tells of the name belongs to it.
_TOLD_OF = r"(?:, (?:(?:an?|the|its|his|her) [^,;:.]*|[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*))?"
_CLOSING = [
    re.compile(rf"[,;–—] (?P<aside>(?i:{p}){_TOLD_OF})[.!?]?$") for p in (*_TAGS, *_VIEWED, _TURNED)
]
_OPENING = [
    re.compile(rf"^(?P<aside>(?i:{p}){_TOLD_OF}), ")
    for p in (*_VIEWED, *_SEEN, rf"(?P<for>for) {_WHO}{_REST}")
]
_AMID = [re.compile(rf", (?P<aside>(?i:{p}){_TOLD_OF}), ") for p in (*_TAGS, *_VIEWED)]
# "Kenya's president: the border stays shut", "The minister on X: ..."
_LABEL = rf"(?P<label>{_WHO}[^,;:.“\"]{{2,70}})"
_BEFORE_COLON = [re.compile(rf"^(?:[^,:]+, )?(?P<aside>(?i:{p})): ") for p in (*_HEADS, _LABEL)]
# Most sentences have none of these words, and are not looked at any further.
_TOLD = re.compile(
    rf"\b(?:{_VIEW}|{_any('replies')}|{_PLAIN}|believed|known|slip|fall|drop|understood)\b"
    r"|\b(?:put|puts|sees|saw|has|had|tells|told|phrased) it\b|^[Ff]or |, \w+(?:ed|s) "
    r"|^[A-ZÀ-Þ][^,;:.“\"]{2,70}: "
)


@dataclass(frozen=True, slots=True)
class _Aside:
    """Where an aside stands, where it begins to say who it is, and the noun it may be told with.

    Places are characters of the paragraph.
    """

    start: int
    end: int
    who: int
    noun: str | None
    by_verb: bool = False
    by_for: bool = False
    by_colon: bool = False
    by_label: bool = False


def asides(passage: Passage, sentence: Sentence, text: str) -> Iterator[Attribution]:
    """What a sentence attributes by an aside; at most one."""
    start = sentence.start_char
    words = text[passage.start + start : passage.start + sentence.end_char].rstrip()
    if _TOLD.search(words) is None:
        return
    for aside in _found(words, start):
        made = _attributed(passage, sentence, aside)
        if made is not None:
            yield made
            return


def _attributed(passage: Passage, sentence: Sentence, aside: _Aside) -> Attribution | None:
    run = _named(sentence, aside)
    inside = [t for t in sentence if aside.start <= t.idx < aside.end]
    if not run or (aside.by_verb and inside[0].lemma not in _TAGGING):
        return None
    if aside.by_for and not _somebody(run):
        return None
    if aside.by_label and not _labels(passage, run, inside):
        return None
    before = [t for t in sentence if t.idx < aside.start and not aside.by_colon]
    after = [t for t in sentence if t.idx >= aside.end]
    said = [*before, *after]
    heads = _heads(said)
    if not heads or sum(not t.is_punct for t in said) < _FEWEST_WORDS:
        return None
    cue = cues().verbs["according to"]
    noun = cues().nouns.get(aside.noun or "")
    attitude = noun.frames.get("clause") if noun is not None else None
    attitude = attitude or cue.frames["clause"]
    named = _source_span(passage, run, aside)
    beside = [t for t in inside if not named.start <= passage.start + t.idx < named.end]
    return Attribution(
        passage=passage,
        cue=inside[0],
        cue_span=passage.span(*clauses.trimmed(_together(beside) or inside)),
        content=[
            passage.span(*clauses.trimmed(piece))
            for piece in (before, after)
            if any(not t.is_punct for t in piece)
        ],
        attitude=attitude,
        strength=scale().strength(attitude, None, []),
        source=run[-1],
        source_span=named,
        heads=heads,
        entry=cue,
        aside=passage.span(inside[0], inside[-1]),
    )


def _found(words: str, start: int) -> Iterator[_Aside]:
    """Asides of a sentence by their words, likeliest first; ``start`` is where it starts."""
    for pattern in (*_CLOSING, *_BEFORE_COLON, *_OPENING, *_AMID):
        match = pattern.search(words)
        if match is None:
            continue
        told, end = match.groupdict(), match.end("aside")
        yield _Aside(
            start=start + match.start("aside"),
            end=start + end,
            who=start + match.start("who"),
            noun=(told.get("noun") or "").lower() or None,
            by_verb="verb" in told,
            by_for="for" in told,
            by_label="label" in told,
            by_colon=words[end : end + 1] == ":",
        )


def _named(sentence: Sentence, aside: _Aside) -> list[Token]:
    """The run of names that says who it is, up to its last noun."""
    run: list[Token] = []
    for token in sentence:
        if not aside.who <= token.idx < aside.end:
            continue
        if token.pos_ not in _NAMING and token.tag_ != "POS" and token.text != "-":
            break
        run.append(token)
    if run and run[-1].lemma in _NOUNS:
        # Of "Oslo's view" and "the Norwegian position" what comes before.
        ends = [k for k, t in enumerate(run) if t.tag_ == "POS"]
        run = run[: ends[-1]] if ends else [t for t in run if t.text[0].isupper()][:1]
    while run and not (run[-1].pos_ in ("NOUN", "PROPN", "PRON") or run[-1].text[0].isupper()):
        run.pop()
    return run


def _somebody(run: list[Token]) -> bool:
    """Whether a run of names is somebody's: "for Ada Bell, ...", and not "for years, ..."."""
    return run[-1].pos_ == "PROPN" and not run[-1].ent_type_.startswith(("DATE", "TIME", "EVENT"))


def _labels(passage: Passage, run: list[Token], label: list[Token]) -> bool:
    """Whether words before a colon are somebody who speaks: "Oslo's minister", "Ada Bell on X"."""
    named = passage.doc.text[run[0].idx : run[-1].end]
    rest = [t for t in label if t.i > run[-1].i]
    if rest and rest[0].lower_ not in ("on", "in", "to", "at"):
        return False
    title = gazetteer().title_in(named)
    if title is not None and title.text.split()[-1].lower() == run[-1].lower_:
        return True
    return run[-1].ent_type_ == "PERSON" or any(
        m.end == len(named) for m in gazetteer().find(named)
    )


def _together(tokens: list[Token]) -> list[Token]:
    """The first of them that stand side by side."""
    return [t for k, t in enumerate(tokens) if t.i == tokens[0].i + k]


def _heads(said: list[Token]) -> list[Token]:
    """The verb of what is said that stands highest in the parse."""
    verbs = [t for t in said if t.pos_ in _VERBAL and t.dep_ not in ("aux", "auxpass")]
    if not verbs:
        # "No opening without the fishermen"
        words = [t for t in said if not t.is_punct]
        return [words[0].head] if words and words[0].lower_ == "no" else []
    return [min(verbs, key=lambda t: sum(1 for _ in t.ancestors))]


def _source_span(passage: Passage, run: list[Token], aside: _Aside) -> Span:
    """The words for who it is, with what hangs on the last of them, no further than the aside."""
    last = run[-1] if aside.by_label else clauses.noun_extent(run[-1])[1]
    end = min(passage.start + max(last.end, run[-1].end), passage.start + aside.end)
    return Span(start=passage.start + run[0].idx, end=end)
