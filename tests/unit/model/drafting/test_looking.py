"""What somebody demands to see is another's to show: "demanded to inspect the wreck"."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import drafted, options, read, wishes

LOOKED_INTO = [
    "Peru's ambassador demanded to see the sailors without delay. Chile holds seven sailors.",
    "Peru demanded to inspect the plant at Arica. Chile built it.",
    "Peru insisted on inspecting the wreck. Chile raised it.",
    "Peru requested to examine the files. Chile has kept them secret.",
    "Peru demanded to visit the camp, its minister said. Chile runs it.",
]


@pytest.mark.parametrize("told", LOOKED_INTO)
def test_who_demands_to_see_something_wants_to_be_let(told: str) -> None:
    found = drafted(told)
    assert "PER: CHL.grant" in set(wishes(found))
    assert not [name for name in options(found) if name.startswith("PER.")]


@pytest.mark.parametrize(
    "told",
    [
        # Another is to look.
        "Peru demanded that Chile inspect the bridge.",
        "Peru requested Chile to inspect the bridge.",
        # What is seen is done.
        "Peru demanded to see the levy lifted. Chile imposed the levy.",
        "Peru refused to see the files. Chile offered them.",
    ],
)
def test_who_asks_another_to_look_or_will_not_look_asks_for_no_leave(told: str) -> None:
    assert not [name for name in options(drafted(told)) if name.endswith(".grant")]


def test_only_who_demands_it_asks_for_it() -> None:
    (heard,) = listen([
        read(
            "Chad holds seven Sudanese officers. Sudan has 23 herders in its prisons. Its"
            " ambassador in N'Djamena demanded to see the officers without delay."
        )
    ]).heard  # fmt: skip
    assert [(v.party, v.deed.owner) for v in heard.voices] == [("SDN", None)]
