"""How strongly things are voiced, and what of a page is not the story."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The scale of strengths, from 0 to 1; see ``data/scales.toml``."""

    step: float
    attitude: dict[str, float]
    basis: dict[str, float]
    adverb: dict[str, float]
    ground: dict[str, float]
    repetition: dict[str, float]
    age: dict[str, float]
    tiers: list[list[str]]
    firm: float

    def tier(self, attitude: str, strength: float) -> int:
        """Place of what is voiced among red lines (0), demands (1) and wishes (the last)."""
        if strength < self.firm:
            return len(self.tiers)
        found = (k for k, attitudes in enumerate(self.tiers) if attitude in attitudes)
        return next(found, len(self.tiers))

    def strength(self, attitude: str, cue: float | None, adverbs: Iterable[str]) -> float:
        """How strongly an attitude is voiced by a cue of this strength with these adverbs."""
        start = self.attitude.get(attitude, 0.5) if cue is None else cue
        return round(min(1.0, max(0.0, start + sum(self.adverb.get(a, 0) for a in adverbs))), 3)


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"data/{name}.toml").read_text("utf-8"))


@cache
def scale() -> Scale:
    """Load the scale that is shipped."""
    return Scale(**_load("scales"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What of a page is not the story."""

    boilerplate: re.Pattern[str]
    published: re.Pattern[str]
    agencies: tuple[str, ...]


@cache
def layout() -> Layout:
    """Load the table of page furniture that is shipped."""
    tree = _load("layout")
    return Layout(
        boilerplate=re.compile("|".join(f"(?:{p})" for p in tree["boilerplate"]), re.IGNORECASE),
        published=re.compile(tree["published"], re.IGNORECASE),
        agencies=tuple(tree["agencies"]),
    )
