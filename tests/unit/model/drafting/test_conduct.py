"""How somebody is to behave is no deed, and whoever is paid is not what is paid."""

import pytest

from detente.model.drafting.draft import listen

from ...read.sentences import read


def heard(text: str) -> set[str]:
    """Each voice as owner, act and what is done to."""
    return {
        f"{v.deed.owner} {v.deed.act} {v.deed.thing.words}"
        for each in listen([read(text)]).heard
        for v in each.voices
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya urged Somalia to show restraint.",
        "Kenya called on Somalia to exercise patience.",
        "Kenya accused Somalia of dragging its feet.",
    ],
)
def test_conduct_is_no_deed(text: str) -> None:
    assert not heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Somalia must pay us for the loss,” Kenyan minister Ada Bell said.",
        "Kenya told Somalia that it must pay them for the loss.",
    ],
)
def test_who_is_paid_is_not_what_is_paid(text: str) -> None:
    assert heard(text) == {"SOM pay compensation for the loss"}
