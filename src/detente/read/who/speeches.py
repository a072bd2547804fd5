"""Whose speech, statement or signed article a text in the first person is."""

import re

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.who.persons import is_human
from detente.read.who.turns import NOBODY, SAYS_I, SAYS_WE, Paragraphs, Turn, Voice

_SPEECH = re.compile(
    r"\b(?:remarks?|speech|address(?:es|ed)?|statement|testimony|lecture|sermon|letter|op-ed|essay"
    r"|toast|eulogy)\b(?:(?!\b(?:about|on|over|regarding|against)\b)[^\n.?!]){0,60}"
    r"\b(?:by|of|from)\s[^\n.?!]{0,60}$",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"(?:[’']s?\s(?:[\w-]+\s){0,5}?(?:remarks|speech|address|statement|testimony|lecture|letter)\b"
    r"|[^\n.?!]{0,40}\b(?:delivered|delivers|gave|gives|made|addressed|addresses|spoke)\b)",
    re.IGNORECASE,
)
# A speaker's description of himself: "As president of this country, I …".
_AS = re.compile(r"\b[Aa]s (?P<self>(?!I\b)[^\n,.;:?!]{3,60}?)(?=,|\s(?:during|at|and I|I)\b)")


def speech(paragraphs: Paragraphs) -> dict[int, Turn]:
    """One voice throughout: a speech, a statement, an article under a name."""
    body = [(p, w) for p, w in paragraphs.own if not p.heading]
    firsts = [p for p, w in body if SAYS_I.search(w)]
    told = [p for p, w in body if SAYS_I.search(w) or SAYS_WE.search(w)]
    if not firsts or len(told) < 2 or 3 * len(told) < len(body):
        return {}
    voice = _speaks(paragraphs, firsts[0])
    if voice == NOBODY:
        return {}
    return {p.start: Turn(speaker=voice) for p in paragraphs.passages if p.start >= told[0].start}


def _speaks(paragraphs: Paragraphs, first: Passage) -> Voice:
    scores: dict[int, float] = {}
    for passage in paragraphs.passages:
        if passage.start >= first.start:
            break
        for index, span, _ in paragraphs.named_in(passage):
            before, after = paragraphs.around(passage, span)
            told = bool(_SPEECH.search(before)) + bool(_GIVES.match(after))
            if told:
                scores[index] = scores.get(index, 0) + told
    if scores:
        person = paragraphs.persons.known[max(scores, key=lambda k: scores[k])]
        return Voice((person,), person.span)
    return _self_described(paragraphs)


def _self_described(paragraphs: Paragraphs) -> Voice:
    """Of a speaker without a name "as your president, I": the office."""
    for passage, words in paragraphs.own:
        if passage.heading:
            continue
        for sentence in passage.doc.sents:
            said = words[sentence.start_char : sentence.end_char]
            found = list(_AS.finditer(said)) if SAYS_I.search(said) else []
            found = [m for m in found if _is_somebody(paragraphs, m["self"])]
            if found:
                # Of several the one that says the most.
                match = max(found, key=lambda m: len(m["self"]))
                start = passage.start + sentence.start_char + match.start("self")
                return Voice(span=Span(start=start, end=start + len(match["self"])))
    return NOBODY


def _is_somebody(paragraphs: Paragraphs, words: str) -> bool:
    """Whether words describe a person: "your president", "a Democrat", not "a result"."""
    if words.startswith("one who") or paragraphs.persons.names.known.title_in(words) is not None:
        return True
    return any(is_human(word.lower()) for word in words.split()[:5])
