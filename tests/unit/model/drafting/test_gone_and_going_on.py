"""What is gone is lifted or withdrawn, and what goes on is not gone."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import read


def tied(text: str) -> set[str]:
    """Each tie of a text as "[not] act requires [not] act"."""
    (heard,) = listen([read(text)]).heard
    return {
        f"{'' if t.benefit.taken else 'not '}{t.benefit.act}"
        f" requires {'' if n.taken else 'not '}{n.act}"
        for t in heard.ties
        for n in t.needs
    }


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Unless the levy is gone by May, Peru will sue, its minister said.",
            "not sue requires not lift",
        ),
        ("Peru will sue unless the troops are gone, it said.", "not sue requires withdraw"),
        (
            "“Let Chile open the crossing, and the levy is gone the next morning,” Peru said.",
            "not lift requires not open",
        ),
        # "Not lift" and "not impose": the family's option is that the levy is kept, and it is not.
        ("If the levy goes on, Peru will sue, it said.", "not sue requires not impose"),
        ("If the levy drags on, Peru will sue, it said.", "not sue requires not impose"),
        ("If the levy goes, Peru will open its port, it said.", "not open requires not lift"),
    ],
)
def test_a_condition(text: str, tie: str) -> None:
    assert tie in tied(text)


def test_whoever_is_gone_ties_nothing() -> None:
    assert not tied("Unless the minister is gone by May, Peru will sue, its opposition said.")
