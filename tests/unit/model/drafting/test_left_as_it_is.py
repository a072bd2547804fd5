"""Refusals that do not name what they refuse: what should go stays, what is asked for is none."""

import pytest

from .drafts import voiced

# What Peru asks of Chile, what Chile's minister says to it, and what she thereby refuses.
REFUSED = [
    ("withdraw its soldiers from the island", "They were going to remain there",
     "not withdraw soldiers from the island"),
    ("release the two engines", "The engines would stay in Arica for the time being",
     "not release two engines"),
    ("close the shelter at its embassy", "It stays open", "not close shelter"),
    ("stop digging at the mine", "The mine works on", "not halt digging at the mine"),
    ("grant visas to its sailors", "None will be given", "not grant visas"),
    ("raise the water quota", "There will be no increase this year", "raise_quota water quota"),
    ("end the checks on lorries", "“We shall maintain them,”", "bar checks"),
    ("lift the toll", "Chile will hold on to it", "lift toll"),
    ("build a plant in Tacna", "Chile would not hear of a plant paid for by the taxpayer",
     "build construction of a plant in Tacna"),
]  # fmt: skip
# What stays is another thing, or does not stay, or was asked to stay.
NOT_REFUSED = [
    ("withdraw its soldiers from the island", "They will not stay there"),
    ("hold a vote on the toll", "Chile will hold on to it"),
    ("release the sailors", "The weather would stay bad"),
    ("stay in the fishing pact", "The pact will stay in force"),
    ("build a plant in Tacna", "There will be no rain this year"),
    ("reopen the bridge", "The bridge stays open"),
]


def _refusals(asked: str, answer: str) -> set[str]:
    told = voiced(f"Peru demanded that Chile {asked}. {answer}, Chile's minister Ana Soto said.")
    return {voice.split(".", 1)[1] for voice in told if voice.startswith("CHL refuses CHL.")}


@pytest.mark.parametrize(("asked", "answer", "refused"), REFUSED, ids=[a for _, a, _ in REFUSED])
def test_what_stays_is_not_ended(asked: str, answer: str, refused: str) -> None:
    assert refused in _refusals(asked, answer)


@pytest.mark.parametrize(("asked", "answer"), NOT_REFUSED, ids=[a for _, a in NOT_REFUSED])
def test_what_is_no_answer_refuses_nothing(asked: str, answer: str) -> None:
    assert not _refusals(asked, answer)
