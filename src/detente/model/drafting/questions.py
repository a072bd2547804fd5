"""Questions that are answered with a word, such as "Will you lift the ban? Yes, we will".

What is asked about stands in the question, and yes or no right behind it; the answer is the word of
whoever gives it, if the deed may be its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.domain.evidence import Proposition, Span
from detente.lexicon.scales import scale
from detente.model.drafting.at_stake import at_stake, tells
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed
from detente.model.drafting.facts import on_target
from detente.model.drafting.pages import Page
from detente.model.drafting.voices import Voice

# Yes-or-no questions; "why" and "when" are answered otherwise.
_QUESTION = re.compile(
    r"(?:will|would|can|could|do|does|are|is|should|shall|may|must|have|has)\s"
    r"(?:[^.?!\n]|(?<=\b[A-Z])\.){3,240}\?",
    re.I,
)
# Between a question and its answer: marks, and who answers or was asked.
_BETWEEN = (
    r"[”\"’'\s]*(?P<label>(?:[A-ZÀ-Ž][^:?!\n“”\"]{1,80}:\s*"
    r"|[^.:?!\n“”\"]{1,80}\bask(?:ed|s)\b[^.:?!\n“”\"]{0,60}\.\s*)?)[“\"‘'\s]*"
)
# "Asked whether Oslo would lift it, the minister said no."
_INDIRECT = re.compile(
    r"\bAsked (?:[^,.?!\n]{2,60} )?(?:whether|if) [^?!\n]{4,200}?"
    r", (?P<label>[^,.?!\n“”\"]{2,80}?)\s(?:said|answered|replied|responded|says)\b:?\s?[“\"]?"
    r"(?:(?P<no>no|never|certainly not|(?:it|they|he|she) (?:would|will|could) (?:not|never))"
    r"|(?P<yes>yes|of course|certainly|(?:it|they|he|she) (?:would|will)))(?=[.,”\"]|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
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


_TO_YOU = re.compile(r"(?:will|would|can|could|are|shall) you\b", re.IGNORECASE)


def answered(page: Page, spoken: Sequence[Voice]) -> Iterator[Voice]:
    """Voices of short answers to questions, in text order."""
    text = page.reading.document.text
    if "?" not in text and "Asked " not in text:
        return
    stakes = at_stake(spoken)
    for start, end, answer, no in _answers(text):
        first = answer.re is _INDIRECT
        found = _asked_about(page, stakes, Span(start=start, end=end), first=first)
        who = _answering(page, answer)
        if found is None or who is None or found[1].owner not in (None, who):
            continue
        name, made = found
        if made.owner is None and _TO_YOU.match(text, start):
            made = replace(made, owner=who)
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


def _answers(text: str) -> Iterator[tuple[int, int, "re.Match[str]", bool]]:
    """Where each question stands that is answered with a word, its answer, and whether it is no."""
    for question in _QUESTION.finditer(text):
        no, yes = _NO.match(text, question.end()), _YES.match(text, question.end())
        if (answer := no or yes) is not None:
            yield question.start(), question.end(), answer, no is not None
    for told in _INDIRECT.finditer(text):
        yield told.start(), told.start("label"), told, told["no"] is not None


def _asked_about(
    page: Page, stakes: Sequence[Deed], question: Span, *, first: bool
) -> tuple[str, Deed] | None:
    """The last deed that is named in a question, or the first, behind the id of what tells it."""
    found: list[tuple[int, str, Deed]] = []
    for i, statement in page.by_id.items():
        for p in statement.propositions:
            about = (p.object or p).span
            told = deed(p, page.texts) if question.start < about.end <= question.end else None
            if told is not None and (tells(told, stakes) or _put_to_somebody(p, page)):
                found.append((about.start, i, told))
    for i, event, as_told in page.events:
        if not question.start < event.span.end <= question.end:
            continue
        told = on_target(event, as_told, page.texts)
        if told is not None and (tells(told, stakes) or told.owner is not None):
            found.append((event.span.end, i, told))
    named = [each for each in found if each[2].named]
    pick = min if first else max
    told_of = pick(named, key=lambda each: each[0], default=None)
    return told_of[1:] if told_of is not None else None


def _put_to_somebody(p: Proposition, page: Page) -> bool:
    """Whether a deed is one of whoever is asked: "will you repaint it"."""
    text = page.reading.document.text
    return p.agent is not None and (
        p.agent.party is not None or p.agent.span.of(text).lower() == "you"
    )


def _answering(page: Page, answer: "re.Match[str]") -> str | None:
    """Whose answer it is: who is named before the colon, else whose words it stands in."""
    first, last = answer.span("label")
    if last > first:
        named = {m.party for m in page.reading.mentions if first <= m.span.start < last and m.party}
        told = (s.source for s in page.by_id.values() if s.source is not None)
        named |= {s.party for s in told if first <= s.span.start < last and s.party}
        if named:
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
