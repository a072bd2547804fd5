"""Forces that come and go: is what soldiers and ships do by themselves what their state does?"""

import pytest

from .sentences import read

MOVED = [
    ("Kenya said the battalion would return to its barracks.", "withdraw"),
    ("Kenya said the last Ugandan soldier must leave the oasis.", "withdraw"),
    ("Kenya demanded that Ugandan forces get out of the oasis.", "withdraw"),
    ("Kenya told Uganda to get its troops out of the oasis.", "withdraw"),
    ("Kenya asked Uganda to take its gunboats off the lake.", "withdraw"),
    ("Uganda said its warships would sail away.", "withdraw"),
    ("Uganda said its ships would return to port.", "withdraw"),
    ("Kenya demands that Ugandan patrols stay out of the delta.", "withdraw"),
    ("Kenya demanded that Ugandan gunboats keep their distance.", "withdraw"),
    ("Uganda said its guards would remain where they are.", "deploy"),
    ("Uganda said its troops would stay put.", "deploy"),
    ("Uganda said its soldiers were going nowhere.", "deploy"),
]


@pytest.mark.parametrize(("text", "act"), MOVED)
def test_what_forces_do_their_state_does(text: str, act: str) -> None:
    told = [p for s in read(text).statements for p in s.propositions if p.act == act]
    assert [p.object is not None for p in told] == [True]


OTHERS = [
    "Kenya said Ugandan forces left three people dead.",
    "Kenya said the boat may leave the port.",
    "Uganda demanded that its captured soldiers go home.",
    "Kenya said the soldiers would leave the alliance.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_withdrawal(text: str) -> None:
    acts = {p.act for s in read(text).statements for p in s.propositions}
    assert not acts & {"withdraw", "deploy"}
