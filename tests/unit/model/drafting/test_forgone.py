"""Deeds and conditions that their party gives up: "shelved the release", "whether or not"."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import conditions, drafted, read, voiced, wishes

# What Peru's minister says, and what Peru thereby promises.
FORGONE = [
    ("Peru will shelve the ratification of the treaty", "not ratify treaty"),
    ("Peru will abandon the release of the prisoners", "not release prisoners"),
    ("Peru will drop the amendments", "not amend it"),
    ("Peru will drop its opposition to Chile’s membership of the Council",
     "oppose_bid Chile’s membership of the Council"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "promised"), FORGONE)
def test_a_deed_that_is_given_up_will_not_be_done(words: str, promised: str) -> None:
    assert f"PER promises PER.{promised}" in voiced(f"{words}, its minister said.")


# Facts as whether they hold.
FACTS = [
    ("Peru has shelved the withdrawal of its troops.", "PER.withdraw troops", False),
    ("Peru will not go ahead with the withdrawal of its troops.", "PER.withdraw troops", False),
    ("Peru went ahead with the withdrawal of its troops.", "PER.withdraw troops", True),
    ("Peru has dropped its objection to Chile's bid for the seat.",
     "PER.not oppose_bid Chile's bid for the seat", False),
    ("Peru will not drop its objection to Chile's bid for the seat.",
     "PER.not oppose_bid Chile's bid for the seat", True),
    ("Peru's objection to Chile's bid for the seat has been dropped.",
     "PER.oppose_bid Chile's bid for the seat", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "deed", "holds"), FACTS)
def test_what_stands_of_it(text: str, deed: str, holds: bool) -> None:
    (heard,) = listen([read(text)]).heard
    told = {
        f"{f.deed.owner}.{'' if f.deed.taken else 'not '}{f.deed.act} {f.deed.thing.words}":
        f.happened
        for f in heard.facts
    }  # fmt: skip
    assert told[deed] is holds


BEFORE = (
    "Peru will ratify the treaty only if Chile lifts the ban on wine, Peru's minister said. Chile"
    " will not lift the ban on wine, its minister said."
)
TIED = "PER: PER.ratify requires not CHL.ban"
FREED = [
    "Peru will ratify the treaty whether or not Chile lifts the ban, Peru's minister said.",
    "Peru will ratify the treaty even if Chile keeps the ban, Peru's minister said.",
    "Peru will ratify the treaty without waiting for an end to the ban, Peru's minister said.",
    "Peru will not ratify the treaty, no matter whether Chile lifts the ban, Peru's minister said.",
]
STILL_TIED = [
    "Peru will ratify the treaty, Peru's minister said.",
    (
        "Chile hopes that Peru will ratify the treaty whether or not the ban goes, Chile's minister"
        " said."
    ),
    "Peru will send an envoy whether or not Chile lifts the ban, Peru's minister said.",
]


@pytest.mark.parametrize("later", FREED)
def test_a_condition_that_its_party_drops_is_none(later: str) -> None:
    assert TIED in set(wishes(drafted(BEFORE)))
    assert TIED not in set(wishes(drafted(BEFORE, later)))


@pytest.mark.parametrize("later", STILL_TIED)
def test_another_word_leaves_a_condition_as_it_is(later: str) -> None:
    assert TIED in set(wishes(drafted(BEFORE, later)))


def test_an_older_word_drops_no_later_condition() -> None:
    assert TIED in set(wishes(drafted(FREED[0], BEFORE)))


def test_what_no_longer_hangs_on_it_is_no_condition() -> None:
    told = "Peru's ratification no longer depends on the lifting of the ban by Chile"
    assert not conditions(f"{told}, its minister said.")


def test_nobody_wants_what_they_put_up_with() -> None:
    told = voiced("Peru will ratify the treaty even if Chile keeps the ban, its minister said.")
    assert not [voice for voice in told if "ban" in voice]
