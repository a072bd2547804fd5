"""The cue lexicon: which words attribute, with which complement and which attitude."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Frame = Literal["clause", "infinitive", "order", "object", "gerund", "predicate"]
FRAMES: tuple[Frame, ...] = ("clause", "infinitive", "order", "object", "gerund", "predicate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A lemma with its particle or preposition, and the attitude of each complement."""

    lemma: str
    frames: dict[Frame, str] = field(default_factory=dict)
    strength: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """All cues by part of speech; keys are lemmas, with particle or preposition if any."""

    verbs: dict[str, Cue]
    adjectives: dict[str, Cue]
    nouns: dict[str, Cue]


@cache
def cues() -> Cues:
    """Load the cue lexicon that is shipped."""
    tree = tomllib.loads(files(__package__).joinpath("data/cues.toml").read_text("utf-8"))
    return Cues(
        verbs=_cues(tree["verb"]), adjectives=_cues(tree["adjective"]), nouns=_cues(tree["noun"])
    )


def _cues(entries: dict[str, dict[str, Any]]) -> dict[str, Cue]:
    found = {}
    for lemma, entry in entries.items():
        frames = {frame: entry[frame] for frame in FRAMES if frame in entry}
        for spelling in [lemma, *entry.get("also", [])]:
            found[spelling] = Cue(lemma=lemma, frames=frames, strength=entry.get("strength"))
    return found
