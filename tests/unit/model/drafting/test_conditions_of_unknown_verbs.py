"""Does a condition tie two deeds of which no act of the inventory knows either?"""

import pytest

from detente.model.drafting.pages import Page
from detente.model.drafting.ties import ties

from .drafts import read

# Each ties the repainting to the dredging, whoever is said to do them.
TIED = [
    "Peru said the buoys would be repainted once Chile dredges the canal.",
    "Peru said the buoys would be repainted as soon as the canal is dredged.",
    "Without dredging of the canal, Peru will not repaint the buoys, Lima said.",
    "Without the canal being dredged, the buoys will not be repainted, Lima said.",
    "Lima said the repainting of the buoys depends on the dredging of the canal by Chile.",
    "Lima said the canal must be dredged first, then the buoys will be repainted.",
    '"No repainting of the buoys without dredging of the canal," Lima told Chile.',
    "Peru said the price of repainting the buoys was the dredging of the canal by Chile.",
    "Peru has made the repainting of the buoys conditional on the dredging of the canal.",
    "Peru made the dredging of the canal a condition for repainting the buoys.",
    "Peru's condition for repainting the buoys is that Chile dredge the canal.",
    "Peru linked the repainting of the buoys to the dredging of the canal.",
    "Peru tied the repainting of the buoys to Chile's dredging of the canal.",
    "Peru wants the canal dredged before it repaints the buoys.",
    "Peru said it would repaint the buoys after Chile has dredged the canal.",
]


def tied(text: str) -> list[str]:
    """Each tie as "verb requires verb"."""
    return [
        f"{tie.benefit.family.option} requires {' and '.join(n.family.option for n in tie.needs)}"
        for tie in ties(Page(read(text)))
    ]


@pytest.mark.parametrize("text", TIED)
def test_what_no_act_knows_hangs_on_what_none_knows(text: str) -> None:
    assert "repaint requires dredge" in tied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru repainted the buoys after Chile dredged the canal.",
        "Peru repainted the buoys without dredging the canal.",
        "The repainting of the buoys followed the dredging of the canal, Lima said.",
        "The repainting of the buoys does not depend on the dredging of the canal, Lima said.",
        "Peru will repaint the buoys regardless of whether Chile dredges the canal, Lima said.",
        "The Sarstoon divides the valley, or it crosses the plain, depending on the map.",
        "The engineers can weld the pipe without draining the tank, the company said.",
        "The order requires tankers to show the certificate before they cross the strait.",
        "Denmark asks tankers to show the papers before they enter the strait, Copenhagen said.",
        "The painting of the buoys is a key part of the upkeep of the harbour, the port said.",
    ],
)
def test_what_only_happens_or_holds_ties_nothing(text: str) -> None:
    assert tied(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile proposed a joint fund for the fishermen.",
        "Chile offered compensation for the families of the soldiers.",
        "Peru proposed a fund for the rebuilding of the harbour.",
        "Peru offered loans for the dredging of the canal.",
    ],
)
def test_what_something_is_offered_for_may_be_whom_it_helps(text: str) -> None:
    assert tied(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile offered the soldiers for the captain.",
        "Chile offered the release of the fishermen for the lifting of the tariffs.",
    ],
)
def test_what_is_offered_for_a_deed_or_for_people_held_is_a_bargain(text: str) -> None:
    assert tied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru said it would repaint the buoys, but only when Chile has dredged the canal.",
        "Peru said it would repaint the buoys, but not before the canal is dredged.",
        "Peru will not start repainting the buoys until the canal is dredged, Lima said.",
        "Peru will repaint the buoys as soon as Chile starts dredging the canal, Lima said.",
        "Peru asked Chile to dredge the canal in return for repainting the buoys.",
    ],
)
def test_it_hangs_whatever_stands_between(text: str) -> None:
    assert "repaint requires dredge" in tied(text)


def test_what_is_done_unless_something_else_is_threatens() -> None:
    text = "Peru said it would repaint the buoys if Chile does not dredge the canal."
    (found,) = ties(Page(read(text)))
    assert not found.benefit.taken
    assert found.needs[0].taken
