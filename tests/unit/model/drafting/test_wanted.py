"""What do nouns tell that somebody wants: all that is joined, and of whom it is asked?"""

import pytest

from detente.model.drafting.pages import Page
from detente.model.drafting.voices import voices

from .drafts import read

# Text; "party [not] owner.option(thing)" for each voice that is a wish.
WANTED = [
    # each of the things that are joined, where each names an act
    (
        "Somalia demanded the release of the trawlers and an exemption from the fee.",
        ["SOM None.release(trawler)", "SOM None.grant(exemption)"],
    ),
    (
        "Somalia demanded an apology and compensation.",
        ["SOM None.apologise(apology)", "SOM None.pay(compensation)"],
    ),
    (
        "Somalia demanded the repainting of the buoys and an explanation.",
        ["SOM None.repaint(buoy)", "SOM None.give(explanation)"],
    ),
    ("Somalia demanded the release of the crew and the ship.", ["SOM None.release(crew)"]),
    ("Somalia demanded the repainting of the buoys and beacons.", ["SOM None.repaint(buoy)"]),
    # of whom it is asked
    ("Somalia asked Kenya for an apology.", ["SOM KEN.apologise(apology)"]),
    ("Somalia demanded an apology from Kenya.", ["SOM KEN.apologise(apology)"]),
    ("Somalia appealed to Kenya for the repainting of the buoys.", ["SOM KEN.repaint(buoy)"]),
    ("Somalia asked Kenya for the release of the crew.", ["SOM KEN.release(crew)"]),
    # a share of something is a share
    ("Somalia demands a bigger share of the water.", ["SOM None.give(share)"]),
    ("Kenya is ready to give Somalia a seat on the board.", ["KEN KEN.give(seat)"]),
    ("Kenya refused to offer Somalia a share in the port.", ["KEN not KEN.give(share)"] * 2),
    ("Nobody will be given a seat on the board, Kenya said.", []),
    # what is to be gone is to be removed
    ("Somalia wants the buoys out of the bay.", ["SOM None.remove(buoy)"]),
    ("Somalia wants the furnace gone by June.", ["SOM None.remove(furnace)"]),
    ("Somalia wants the soldiers gone.", ["SOM None.withdraw(soldier)"]),
    ("Somalia said the furnace must go.", ["SOM None.remove(furnace)"]),
    ("Somalia said the envoy must go.", []),
    ("Somalia said Kenya must go.", []),
    ("Somalia wants a way out of the crisis.", []),
    ("Somalia demanded a day off.", []),
    ("Somalia wants its ambassador out of Kenya by Monday.", []),
    ("Somalia wants the furnace off the table.", []),
    # who is against something need not have it in hand
    ("Somalia is against the repainting of the buoys.", ["SOM not None.repaint(buoy)"]),
    ("Somalia objects to the closure of the port.", ["SOM not None.close(port)"]),
    ("Somalia called the closure of the port unacceptable.", ["SOM not None.close(port)"]),
    ("Somalia rejected the repainting of the buoys.", ["SOM not SOM.repaint(buoy)"]),
    # what another offered is its own to do, and what is put to a party it takes or leaves
    ("Somalia rejected Kenya's offer to repaint the buoys.", ["KEN KEN.repaint(buoy)"]),
    ("Somalia accepted the Kenyan offer of a joint fund.", ["SOM SOM.accept(fund)"]),
    ("Somalia rejected a Kenyan proposal for joint patrols.", ["SOM not SOM.accept(patrol)"]),
    (
        "Somalia rejected the Kenyan demand for the repainting of the buoys.",
        ["SOM not SOM.repaint(buoy)", "KEN None.repaint(buoy)"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WANTED, ids=[text for text, _ in WANTED])
def test_what_nouns_tell(text: str, expected: list[str]) -> None:
    heard = [v for v in voices(Page(read(text))) if v.wants]
    found = [
        f"{v.party} {'' if v.deed.taken else 'not '}{v.deed.owner}."
        f"{v.deed.family.option}({v.deed.thing.head})"
        for v in heard
    ]
    assert found == expected
