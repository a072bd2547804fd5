"""Is a condition that has the two sides crossed put right by what the record tells?"""

import pytest

from detente.domain.evidence import Document
from detente.model.drafting.completing import complete
from detente.model.drafting.hearing import hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.model.drafting.positions import Gathered
from detente.read import read_documents

OPENING = (
    "Finland closed the border with Estonia in March. Estonia has held two Finnish pilots since"
    " April. Finland and Estonia signed a ferry accord, which Finland ratified in May."
)
CROSSED = "“You want us to reopen the border? Then release the pilots,” Finland's minister said."


def tied(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Who sets a condition, who gives, and who is asked."""
    document = Document(text=f"{OPENING}\n\n{text}", published="2024-06-04")
    (reading,) = read_documents([document])
    found = complete(Gathered([hear(Page(reading), people_of([reading]))])).ties
    return {(t.setter, t.benefit.owner, n.owner) for t in found for n in t.needs}


def test_who_closed_it_reopens_it_and_who_holds_them_lets_them_go() -> None:
    assert ("FIN", "FIN", "EST") in tied(CROSSED)


@pytest.mark.parametrize(
    "text",
    [
        "The reopening of the border? Not before the ratification of the accord, Finland said.",
        "No ratification of the accord, no reopening of the border, Finland's minister said.",
        "Finland proposed a trade: the reopening of the border against the accord's ratification.",
    ],
)
def test_who_has_ratified_is_not_asked_to(text: str) -> None:
    assert all(taker != "FIN" for _, giver, taker in tied(text) if giver == "FIN")
