"""The cue lexicon: which words attribute, with which complement and which attitude."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from detente.lexicon.words import first_words

Frame = Literal["clause", "infinitive", "order", "object", "gerund", "predicate"]
Kind = Literal["verb", "adjective", "noun", "adverb", "mark"]
KINDS: tuple[Kind, ...] = ("verb", "adjective", "noun", "adverb", "mark")
FRAMES: tuple[Frame, ...] = ("clause", "infinitive", "order", "object", "gerund", "predicate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A lemma with its particle or preposition, and the attitude of each complement."""

    lemma: str
    kind: Kind = "verb"
    frames: dict[Frame, str] = field(default_factory=dict)
    strength: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """All cues by part of speech; keys are lemmas, with particle or preposition if any."""

    verbs: dict[str, Cue]
    adjectives: dict[str, Cue]
    nouns: dict[str, Cue]
    adverbs: dict[str, Cue]
    marks: dict[str, Cue]


@cache
def cues() -> Cues:
    """Load the cue lexicon that is shipped."""
    tree = tomllib.loads(files(__package__).joinpath("data/cues.toml").read_text("utf-8"))
    return Cues(
        verbs=_cues("verb", tree["verb"]),
        adjectives=_cues("adjective", tree["adjective"]),
        nouns=_cues("noun", tree["noun"]),
        adverbs=_cues("adverb", tree["adverb"]),
        marks=_cues("mark", tree["mark"]),
    )


@cache
def cue_verbs() -> frozenset[str]:
    """Verbs that cues begin with, particles and prepositions left off."""
    return first_words(cues().verbs)


def _cues(kind: Kind, entries: dict[str, dict[str, Any]]) -> dict[str, Cue]:
    found = {}
    for lemma, entry in entries.items():
        frames = {frame: entry[frame] for frame in FRAMES if frame in entry}
        for spelling in [lemma, *entry.get("also", [])]:
            found[spelling] = Cue(
                lemma=lemma, kind=kind, frames=frames, strength=entry.get("strength")
            )
    return found
