"""Sentences that seem to speak of what somebody does or wants, and of which nothing was made.

No list of wordings is complete. An analyst who is shown the sentences that speak of an option in
the tone of a position, and that no part of the draft rests on, sees what the draft lacks.
"""

import re
from bisect import bisect_right
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
    covered = sorted((span.start, span.end) for span in used)
    starts = [start for start, _ in covered]
    reach: list[int] = []
    for _, end in covered:
        reach.append(max(end, reach[-1] if reach else 0))
    place, given = 0, 0
    while given < MOST_OF_A_TEXT:
        found = _FORCE.search(text, place)
        if found is None:
            return
        start, end = page.sentence_at(found.start()), page.sentence_end(found.start())
        place = max(end, found.end())
        before = bisect_right(starts, end - 1)
        if before and reach[before - 1] > start:
            continue
        given += 1
        words = " ".join(text[start:end].split())
        yield words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
