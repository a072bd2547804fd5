"""Sentences that seem to speak of what somebody does or wants, and of which nothing was made.

No list of wordings is complete. An analyst who is shown the sentences that speak of an option in
the tone of a position, and that no part of the draft rests on, sees what the draft lacks.
"""

import re
from collections.abc import Collection, Iterator

from detente.domain.evidence import Span
from detente.model.drafting.pages import Page

# So many of one text are kept, and so many of the newest texts.
MOST_OF_A_TEXT, MOST_KEPT = 6, 400
_LONGEST = 160
# What is asked, held out, refused, or set against something else.
_FORCE = re.compile(
    r"\b(?:must|shall|should|ought|will|would|cannot|can|could|may|never|not|no|nor|only|unless"
    r"|until|if|once|before|without|refus\w*|reject\w*|demand\w*|insist\w*|ask\w*"
    r"|call\w* (?:for|on)|want\w*|offer\w*|propos\w*|agree\w*"
    r"|ready|willing|prepared|condition\w*|in (?:return|exchange))\b"
    r"|n[’']t\b|’ll\b",
    re.IGNORECASE,
)


def unused(page: Page, used: Collection[Span]) -> Iterator[str]:
    """Sentences of a text in the tone of a position that no span of ``used`` touches.

    They are given on one line, cut short where they are long.
    """
    text = page.reading.document.text
    given = 0
    for begin, end in _between(used, len(text)):
        if not page.holds_sentence(begin, end):
            continue
        place = begin
        while (found := _FORCE.search(text, place, end)) is not None:
            first, last = page.sentence_at(found.start()), page.sentence_end(found.start())
            place = max(last, found.end())
            if first < begin or last > end:
                continue
            words = " ".join(text[first:last].split())
            yield words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            given += 1
            if given == MOST_OF_A_TEXT:
                return


def _between(spans: Collection[Span], length: int) -> Iterator[tuple[int, int]]:
    """Where no span is: start and end of each stretch."""
    reached = 0
    for span in sorted(spans, key=lambda each: each.start):
        if span.start > reached:
            yield reached, span.start
        reached = max(reached, span.end)
    if reached < length:
        yield reached, length
