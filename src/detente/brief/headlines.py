"""The few lines that a terminal shows of a brief."""

from detente.brief import sentences as say
from detente.brief.contents import Brief


def headlines(brief: Brief) -> tuple[str, ...]:
    """Results, then the main hurdle, then how far they can be relied on."""
    results = [sentence.text for sentence in brief.answer if not sentence.caveat]
    hurdle = [say.hurdle_line(brief.hurdle.text)] if brief.hurdle else []
    caveats = [sentence.text for sentence in brief.answer if sentence.caveat]
    review = [] if brief.reviewed else [say.unreviewed(len(brief.claims))]
    return (*results, *hurdle, *caveats, *review)
