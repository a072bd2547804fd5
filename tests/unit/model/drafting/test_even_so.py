"""Words that say that nothing hangs on something, and turn an offer or a threat round."""

import pytest

from .drafts import drafted, wishes

QUARREL = (
    "Chad demanded that Kenya open the border. Kenya demanded that Chad lift the ban on tea."
    " Chad refused. "
)


@pytest.mark.parametrize(
    "said",
    [
        "The border would not be opened even once Chad lifted the ban on tea, Kenya said.",
        "Kenya would not open the border even on the day Chad lifts the ban on tea, it said.",
        "Kenya said it would under no circumstances open the border.",
        "There will be no opening of the border, Kenya's minister said.",
    ],
)
def test_what_is_refused_come_what_may_waits_for_nothing(said: str) -> None:
    told = [wish for wish in wishes(drafted(QUARREL + said)) if wish.startswith("KEN")]
    assert not [wish for wish in told if "requires" in wish]


@pytest.mark.parametrize(
    ("said", "tied"),
    [
        ("Kenya will cut power to Chad unless Chad lifts the ban on tea, Kenya said.", True),
        ("Kenya will not cut power to Chad if Chad does not lift the ban on tea, it said.", False),
        ("Kenya will not open the border if Chad does not lift the ban on tea, it said.", True),
    ],
)
def test_a_threat_that_is_renounced_is_no_condition(said: str, *, tied: bool) -> None:
    told = [wish for wish in wishes(drafted(QUARREL + said)) if wish.startswith("KEN")]
    assert bool([wish for wish in told if "requires" in wish]) == tied
