"""How often events found in some circumstances were right: counts as weights."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from detente.lexicon.weights import odds, share_at, shift


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCounts:
    """Weights of circumstances in log odds, and what share of each sum was right."""

    start: float
    circumstances: dict[str, float]
    shares: tuple[tuple[float, float], ...]

    def sum(self, circumstances: Iterable[str]) -> float:
        """Weight of an event found in some circumstances."""
        return self.start + sum(self.circumstances.get(c, 0.0) for c in circumstances)

    def confidence(self, weight: float) -> float:
        """Share of finds of this weight that were right."""
        return share_at(weight, self.shares)


@cache
def counts() -> EventCounts:
    """Load the counts that are shipped."""
    data = files(__package__).joinpath("data/event_counts.toml")
    return from_counts(tomllib.loads(data.read_text("utf-8")))


def from_counts(tree: dict[str, Any]) -> EventCounts:
    """Turn the counts of a file into weights."""
    all_right, all_found = tree["all"]
    return EventCounts(
        start=odds(all_right, all_found, 0.5),
        circumstances={
            name: shift(right, expected, found)
            for name, (right, expected, found) in tree["circumstance"].items()
        },
        shares=tuple((weight, right / found) for weight, right, found in tree["confidence"]),
    )
