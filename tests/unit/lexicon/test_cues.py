"""Is every cue usable: known frames, known attitudes, strengths on the scale?"""

import pytest

from detente.lexicon.cues import FRAMES, Cue, cues
from detente.lexicon.scales import scale

ALL = {
    (kind, word): cue
    for kind in ("verbs", "adjectives", "nouns")
    for word, cue in getattr(cues(), kind).items()
}


@pytest.mark.parametrize("cue", ALL.values(), ids=[f"{kind}: {word}" for kind, word in ALL])
def test_a_cue_has_frames_with_attitudes_of_the_scale(cue: Cue) -> None:
    assert cue.frames
    assert set(cue.frames) <= set(FRAMES)
    assert set(cue.frames.values()) <= set(scale().attitude)
    assert cue.strength is None or 0 <= cue.strength <= 1


@pytest.mark.parametrize("word", sorted({word for _, word in ALL}))
def test_a_cue_is_a_lemma_in_lower_case(word: str) -> None:
    assert word == word.lower().strip()
    assert "  " not in word


def test_both_spellings_are_one_cue() -> None:
    assert cues().verbs["criticize"] == cues().verbs["criticise"]


# Words that attribute in any newspaper, with the complement in which they do.
COMMON = [
    ("say", "clause", "asserts"),
    ("tell", "clause", "asserts"),
    ("deny", "clause", "denies"),
    ("refuse", "infinitive", "refuses"),
    ("rule out", "gerund", "refuses"),
    ("reject", "object", "refuses"),
    ("turn down", "object", "refuses"),
    ("demand", "clause", "demands"),
    ("urge", "order", "demands"),
    ("call on", "order", "demands"),
    ("offer", "infinitive", "offers"),
    ("agree", "infinitive", "accepts"),
    ("accept", "object", "accepts"),
    ("threaten", "infinitive", "threatens"),
    ("promise", "infinitive", "promises"),
    ("hope", "clause", "hopes"),
    ("expect", "clause", "expects"),
    ("believe", "clause", "believes"),
    ("warn", "clause", "warns"),
    ("accuse", "object", "accuses"),
    ("welcome", "object", "praises"),
]
MISSING: dict[str, str] = {}


@pytest.mark.parametrize(
    ("word", "frame", "attitude"),
    [
        pytest.param(
            *row,
            marks=[pytest.mark.xfail(strict=True, reason=MISSING[row[0]])]
            if row[0] in MISSING
            else [],
        )
        for row in COMMON
    ],
)
def test_common_cues(word: str, frame: str, attitude: str) -> None:
    assert cues().verbs[word].frames[frame] == attitude  # type: ignore[index]
