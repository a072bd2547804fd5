"""What is said beside a demand: of "urged Oslo to sign: “The ink is dry”" the ink is no demand.

Behind what somebody is asked to do a colon opens what the asker says of it.
"""

import re
from dataclasses import replace

from detente.domain.evidence import Span, Statement

_QUOTED = re.compile(r":\s*[“\"«']")
_ASKED = re.compile(r"\b(?:to [a-z]+|that)\b")


def uncommented(statement: Statement, text: str) -> Statement:
    """A demand without the words that comment on it; a comment alone is only said."""
    cue = statement.cue
    if statement.by_cue != "demands" or cue is None or not statement.content:
        return statement
    first, last = statement.content[0].start, statement.content[-1].end
    opened = _QUOTED.search(text, min(cue.end, first), last)
    if opened is None or _ASKED.search(text, cue.end, opened.start()) is None:
        return statement
    asked = tuple(
        Span(start=piece.start, end=min(piece.end, opened.start()))
        for piece in statement.content
        if piece.start < opened.start()
    )
    if not asked:
        return replace(statement, attitude="asserts", cue_attitude=None)
    left = tuple(p for p in statement.propositions if p.span.start < opened.start())
    return replace(statement, content=asked, propositions=left)
