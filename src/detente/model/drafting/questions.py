"""Questions that are answered with a word, such as "Will you lift the ban? Yes, we will".

What is asked about stands in the question, and yes or no right behind it; the answer is the word of
whoever gives it, if the deed may be its own.
"""

import re
from collections.abc import Iterator, Sequence

from detente.domain.evidence import Span
from detente.lexicon.scales import scale
from detente.model.drafting.at_stake import at_stake, tells
from detente.model.drafting.deeds import Deed, deed
from detente.model.drafting.facts import on_target
from detente.model.drafting.pages import Page
from detente.model.drafting.voices import Voice

# Yes-or-no questions; "why" and "when" are answered otherwise.
_QUESTION = re.compile(
    r"(?:will|would|can|could|do|does|are|is|should|shall|may|must|have|has)\s"
    r"(?:[^.?!\n]|(?<=\b[A-Z])\.){3,240}\?",
    re.I,
)
# Between a question and its answer: marks, and who answers.
_BETWEEN = r"[”\"’'\s]*(?P<label>(?:[A-ZÀ-Ž][^:?!\n“”\"]{1,80}:\s*)?)[“\"‘'\s]*"
_YES = re.compile(
    _BETWEEN + r"(?:yes|certainly|sure|of course|gladly|absolutely|definitely|indeed|with pleasure"
    r"|by all means|naturally|we (?:will|would|shall|are|do|can)|I (?:will|would|shall|am|do)"
    r"|it (?:will|would|shall|is)|I think (?:so|we should|it should))\b(?! not\b)",
    re.I,
)
_NO = re.compile(
    _BETWEEN
    + r"(?:no\b(?! (?:problem|doubt|objection))|never\b|certainly not|of course not|absolutely not"
    r"|not (?:at all|a chance|now|today)|out of the question|we (?:will|would|shall|are|do) not"
    r"|we (?:won|don|aren|wouldn|shan)[’']t|I (?:will|would|shall|am|do) not)",
    re.I,
)


def answered(page: Page, spoken: Sequence[Voice]) -> Iterator[Voice]:
    """Voices of short answers to questions, in text order."""
    text = page.reading.document.text
    if "?" not in text:
        return
    stakes = at_stake(spoken)
    for question in _QUESTION.finditer(text):
        no, yes = _NO.match(text, question.end()), _YES.match(text, question.end())
        answer = no or yes
        if answer is None:
            continue
        found = _asked_about(page, stakes, question.start(), question.end())
        who = _answering(page, answer)
        if found is None or who is None or found[1].owner not in (None, who):
            continue
        name, made = found
        attitude = "refuses" if no else "offers"
        yield Voice(
            party=who,
            deed=made.contrary if no else made,
            attitude=attitude,
            strength=scale().strength(attitude, None, ()),
            because=(name,),
            published=page.reading.document.published,
            only_own=made.owner is None,
        )


def _asked_about(
    page: Page, stakes: Sequence[Deed], start: int, end: int
) -> tuple[str, Deed] | None:
    """The last deed that is named in a question, behind the id of what it rests on."""
    found: list[tuple[int, str, Deed]] = []
    for i, statement in page.by_id.items():
        for p in statement.propositions:
            told = deed(p, page.texts) if start < p.span.end <= end else None
            if told is not None and tells(told, stakes):
                found.append((p.span.start, i, told))
    for i, event, as_told in page.events:
        told = on_target(event, as_told, page.texts) if stakes else as_told
        if told is not None and start < event.span.end <= end and tells(told, stakes):
            found.append((event.span.start, i, told))
    last = max(found, key=lambda each: each[0], default=None)
    return last[1:] if last is not None else None


def _answering(page: Page, answer: "re.Match[str]") -> str | None:
    """Whose answer it is: who is named before the colon, else whose words it stands in."""
    first, last = answer.span("label")
    if last > first:
        named = {m.party for m in page.reading.mentions if first <= m.span.start < last and m.party}
        return next(iter(named)) if len(named) == 1 else None
    at = Span(start=answer.end() - 1, end=answer.end())
    held = [
        (piece.end - piece.start, s.source.party)
        for s in page.by_id.values()
        if s.source is not None and s.source.party is not None
        for piece in s.content
        if piece.covers(at)
    ]
    return min(held)[1] if held else None
