"""The few lines that a terminal shows of a brief."""

import re

from detente.brief.contents import Brief
from detente.brief.wording import labels, limits

# A terminal has its own ways with words that run from right to left.
_ISOLATES = re.compile(r"[\u2066-\u2069]")


def headlines(brief: Brief) -> tuple[str, ...]:
    """Results, then the main hurdle, then how far they can be relied on."""
    results = [sentence.text for sentence in brief.answer if not sentence.caveat]
    hurdle = [labels.hurdle_line(brief.hurdle.text)] if brief.hurdle else []
    caveats = [sentence.text for sentence in brief.answer if sentence.caveat]
    review = [] if brief.reviewed else [limits.unreviewed(len(brief.claims))]
    return tuple(_ISOLATES.sub("", line) for line in (*results, *hurdle, *caveats, *review))
