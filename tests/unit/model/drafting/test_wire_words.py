"""Everyday words of agencies that tell of a deed without its verb: get, be home, the seven."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import drafted, options, read, wishes


def voiced(text: str) -> set[str]:
    """What is voiced in a text, as "party attitude owner act", with a not for what is left."""
    (heard,) = listen([read(text)]).heard
    return {
        f"{v.party} {v.attitude} {v.deed.owner} {'' if v.deed.taken else 'not '}{v.deed.act}"
        for v in heard.voices
    }


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        # Who says that another will get something gives it.
        ("Chile will get the files, Peru's minister said.", "PER promises PER share"),
        ("Chile would receive the data on Monday, Peru's minister said.", "PER promises PER share"),
        ("Chile will get no visas, Peru's minister said.", "PER refuses PER not grant"),
        # Who is to be home is to be let go.
        (
            "The crews must be back with their families by May, Peru said.",
            "PER demands None release",
        ),
        ("The fishermen must be home by Easter, Peru said.", "PER demands None release"),
        # Studies that there are are shown; a study is agreed upon.
        ("Peru asked Chile for the studies of the site.", "PER demands CHL share"),
        ("Peru wants a study of the river.", "PER demands None accept"),
        ("Peru proposed two surveys of the lake.", "PER offers PER accept"),
        # Papers that are required.
        ("Peru will require visas of Chileans, it said.", "PER promises PER require_paper"),
        ("Chile urged Peru to drop the visas.", "CHL demands PER not waive_paper"),
    ],
)
def test_what_is_voiced(text: str, voice: str) -> None:
    assert voice in voiced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile will get rain, Peru's minister said.",
        "Peru will get the data, Peru's minister said.",
        # What that is stands elsewhere.
        "“Let them measure it, and what they say we shall pay,” Peru's minister said.",
        "The money must be back by Friday, Peru said.",
        # What something is for must not be done.
        "The railway that is to carry coal to the border is costly, Peru's minister said.",
        "Peru named the ships that are to leave the port, its minister said.",
    ],
)
def test_nothing_is_voiced(text: str) -> None:
    assert not {v for v in voiced(text) if not v.startswith("? ")}


def test_those_counted_are_those_held() -> None:
    found = drafted(
        "Chile is holding seven Peruvian officers. The seven would not be sent home before Peru had"
        " freed the fishermen, Chile's spokesman said."
    )
    assert set(options(found)) == {"CHL.release", "PER.release"}
    assert "CHL: CHL.release requires PER.release" in set(wishes(found))


def test_what_is_counted_and_is_no_people_is_not_held() -> None:
    assert not options(drafted("Peru will sell the first of the two, its minister said."))


@pytest.mark.parametrize(
    "text",
    [
        "If the level did not rise by May, Peru would close the bridge, its minister said.",
        "“If the level does not rise, we will close the bridge,” Peru's minister said.",
        "Peru would close the bridge if the level did not rise, its minister said.",
        "Peru's minister said if the level did not rise, Peru would close the bridge.",
    ],
)
def test_what_hangs_on_nobodys_deed_is_held_out_wherever_it_stands(text: str) -> None:
    assert "PER conditions PER close" in voiced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru did not say if it would close the bridge.",
        "Peru's minister was asked if it would close the bridge.",
        "If it will close the bridge Peru did not say.",
    ],
)
def test_what_is_only_asked_is_not_held_out(text: str) -> None:
    assert not voiced(text)
