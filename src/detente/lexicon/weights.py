"""How often each cue attributes, and what makes that more or less likely: counts as weights."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from typing import Any

from detente.lexicon.cues import KINDS

# Counts are joined by this many that behave as the frame does on the whole, so that a cue
# seen twice is not thought certain.
PRIOR = 8.0

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Weights of cues with their frames and of circumstances, in log odds.

    ``threshold`` is what a candidate needs, ``least`` what the position of a party needs.
    ``shares`` are pairs of a weight and the share of finds of about that weight that were
    right, ``quoted`` the share of those that own a quotation.
    ``frames`` has the weight of a cue never counted, by part of speech and frame.
    """

    threshold: float
    least: float
    cues: dict[Key, float]
    frames: dict[tuple[str, str], float]
    circumstances: dict[str, float]
    shares: tuple[tuple[float, float], ...]
    quoted: float

    def confidence(self, weight: float) -> float:
        """Share of finds of this weight that were right, between the two nearest counted."""
        return share_at(weight, self.shares)

    def sum(self, key: Key, circumstances: Iterable[str]) -> float:
        """Weight of a cue in a frame under some circumstances."""
        start = self.cues.get(key)
        if start is None:
            start = self.frames.get((key[0], key[2]), 0.0)
        return start + sum(self.circumstances.get(c, 0.0) for c in circumstances)


def share_at(weight: float, shares: Sequence[tuple[float, float]]) -> float:
    """Share that goes with a weight, between the two nearest of those counted."""
    (low, share), *rest = shares
    for high, more in rest:
        if weight < high:
            part = (max(weight, low) - low) / (high - low)
            return round(share + part * (more - share), 2)
        low, share = high, more
    return round(share, 2)


def odds(right: float, found: float, rate: float, prior: float = PRIOR) -> float:
    """Log odds of a count, drawn towards a rate."""
    return log((right + prior * rate) / (found - right + prior * (1 - rate)))


def shift(right: float, expected: float, found: float, prior: float = PRIOR) -> float:
    """By how much log odds rise where ``right`` were right and ``expected`` were expected to be."""
    more = log((right + prior) / (expected + prior))
    return more - log((found - right + prior) / (found - expected + prior))


@cache
def weights() -> Weights:
    """Load the counts that are shipped."""
    return from_counts(
        tomllib.loads(files(__package__).joinpath("data/weights.toml").read_text("utf-8"))
    )


def from_counts(tree: dict[str, Any]) -> Weights:
    """Turn the counts of a file into weights."""
    frames = {}
    rates = {}
    for name, (right, found) in tree["frame"].items():
        kind, frame = name.split(" ")
        rates[kind, frame] = (right + 1) / (found + 2)
        frames[kind, frame] = odds(right, found, 0.5)
    known: dict[Key, float] = {}
    for kind in KINDS:
        for lemma, entry in tree.get(kind, {}).items():
            for frame, (right, found) in entry.items():
                known[kind, lemma, frame] = odds(right, found, rates[kind, frame])
    circumstances = {
        name: shift(right, expected, found)
        for name, (right, expected, found) in tree["circumstance"].items()
    }
    return Weights(
        threshold=tree["threshold"],
        least=tree["least"],
        cues=known,
        frames=frames,
        circumstances=circumstances,
        shares=tuple((weight, right / found) for weight, right, found in tree["confidence"]),
        quoted=tree["quoted"][0] / tree["quoted"][1],
    )
