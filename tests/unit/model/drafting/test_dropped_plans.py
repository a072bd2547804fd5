"""Plans that are to be dropped, by verbs that the inventory knows and by others."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import read


def wanted(text: str) -> set[str]:
    """What is voiced of Chile's doing, as "party act" or "party not act"."""
    (heard,) = listen([read(text)]).heard
    return {f"{v.party} {'' if v.deed.taken else 'not '}{v.deed.act}" for v in heard.voices}


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        # That it is planned is its owner's word, told by whoever asks that it be dropped.
        (
            "Peru urged Chile to abandon its plan to store waste at Arica.",
            {"PER not store", "CHL store"},
        ),
        ("Peru urged Chile to drop plans to repaint the buoys.", {"PER not repaint"}),
        (
            "Peru wants Chile to give up its plan to repaint the buoys.",
            {"PER not repaint", "CHL repaint"},
        ),
        ("Chile refused to abandon its plan to store waste at Arica.", {"CHL store"}),
        (
            "Chile has no intention of giving up its plan to repaint the buoys, its minister said.",
            {"CHL repaint"},
        ),
        ("Chile will not abandon its plan to store waste, its minister said.", {"CHL store"}),
        ("Chile said it would scrap the plan to store waste at Arica.", {"CHL not store"}),
        # Of what goes on once it is begun the option is to halt it.
        ("Peru urged Chile to give up its plan to build a dam.", {"PER build", "CHL not build"}),
        ("Chile refused to abandon its plan to build a dam.", {"CHL not build"}),
    ],
)
def test_who_wants_a_plan_dropped_and_who_does_not(text: str, voices: set[str]) -> None:
    assert wanted(text) == voices
