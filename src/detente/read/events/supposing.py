"""What is told only as a condition, or as what hangs on one, has not come about."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from detente.domain.evidence import Event, Requirement, Span
from detente.read.events.telling import Told

# Wordings of a condition that also say in which order things came about.
_IN_ORDER = frozenset({"before", "while", "only", "must before"})


def conditional(
    told: Sequence[tuple[Event, Told]], requirements: Sequence[Requirement]
) -> tuple[Event, ...]:
    """Make events hypothetical that are told as conditions, or as what hangs on one.

    "Russia quit the pact before it expired" tells of what was done: where what hangs on it is told
    in the past, *before*, *while* and *after* only say when. And what is said to break a law was
    done: "closed the border in breach of the treaty".
    """
    done = _Cover(event.span for event, each in told if _told_as_done(event, each))
    real = [
        r for r in requirements
        if not (r.form in _IN_ORDER and r.benefit is not None and done.holds(r.benefit.span))
    ]  # fmt: skip
    conditions = _Cover(r.condition for r in real if not _forbids(r))
    forbidden = _Cover(r.condition for r in real if _forbids(r))
    sides = {
        p.span for r in real if not _forbids(r)
        for p in (*r.needs, *((r.benefit,) if r.benefit is not None else ()))
    }  # fmt: skip

    def open_still(event: Event) -> bool:
        if event.span in sides or conditions.holds(event.span):
            return event.status != "denied"
        return event.status not in ("denied", "happened") and forbidden.holds(event.span)

    return tuple(
        replace(event, status="hypothetical") if open_still(event) else event for event, _ in told
    )


def _forbids(r: Requirement) -> bool:
    """Whether law is said to forbid it, of which its clause may tell as done."""
    return r.duty and r.benefit is None and all(p.polarity == "negative" for p in r.needs)


def _told_as_done(event: Event, told: Told) -> bool:
    """Whether something was done, and not only "was ready" to be."""
    past = told.token.tag_ == "VBD" and told.token.lemma != "be"
    return past and event.status in ("happened", "ongoing")


class _Cover:
    """Stretches of a text, asked whether one of them holds another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        # Where those that start no later reach.
        self._reach = list(accumulate((span.end for span in ordered), max))

    def holds(self, span: Span) -> bool:
        """Whether the span lies inside one of them."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end
