"""A deed and a word beside it that says yes or no, where no statement holds both."""

import pytest

from detente.domain.evidence import Document
from detente.model.drafting.hearing import hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.model.drafting.voices import Voice
from detente.read import read_documents

OPENING = (
    "Norway imposed tariffs on Danish salmon in May. "
    "Three Norwegian sailors have been held in Denmark since a collision in April."
)
REFUSED = [
    "Norway's trade minister called the removal of the tariffs on Danish salmon unthinkable.",
    "Norway's government has decided against lifting the tariffs on Danish salmon.",
    "“No removal of the tariffs on Danish salmon, not now,” Norway's trade minister said.",
    "“I am not the minister who will lift the tariffs on Danish salmon,” Norway's premier said.",
    "Norway told Denmark not to expect the removal of the tariffs on Danish salmon.",
    "Norway, whose government said it would not lift the tariffs on Danish salmon, is calm.",
    "Norway was not in a position to agree to the removal of the tariffs on Danish salmon.",
    "A curt rebuff from Oslo ended talk of the removal of the tariffs on Danish salmon.",
    "Norway turned a deaf ear to the call for the removal of the tariffs on Danish salmon.",
    "Norway put paid on Monday to any hope of lifting the tariffs on Danish salmon.",
    "Norway threw out a compromise that obliged it to lift the tariffs on Danish salmon.",
    "The door to the removal of the tariffs on Danish salmon has been shut in Oslo.",
    "Asked about the lifting of the tariffs on Danish salmon, Norway's minister said: “Never.”",
    "The answer from Oslo to the plea for the removal of the tariffs on Danish salmon was no.",
    "Traders had hoped for the removal of the tariffs on salmon. Norway would not hear of it.",
    "Norway, its premier said, “cannot and will not” comply with the call to lift the tariffs.",
    "“The removal of the tariffs on Danish salmon? That ship has sailed,” Norway's premier said.",
    "“The removal of the tariffs on Danish salmon? Not on my watch,” Norway's premier said.",
    "Norway let a deadline for the removal of the tariffs on Danish salmon pass.",
]
# Deeds of which no other sentence tells whose they are, named by a noun alone.
UNKNOWN = [
    "Norway gave a flat no on Monday to the recognition of the island's parliament.",
    "Norway's answer on the recognition of the island's parliament was no, its minister confirmed.",
    "“Never,” Norway's premier said when asked about the recognition of the parliament.",
    "Norway has turned its back on proposals for the ratification of the fisheries treaty.",
    "Oslo has dismissed calls for the ratification of the fisheries treaty.",
]
ASKED = [
    "Denmark has been reminded that the release of the three sailors heads Norway's list.",
    "A demand for the release of the three Norwegian sailors was made by Norway on Thursday.",
    "Oslo's message to Copenhagen was short: free the three Norwegian sailors.",
    "Nothing short of the release of the three Norwegian sailors will satisfy Oslo.",
    "Norway hit out at Denmark and said it must release the three Norwegian sailors.",
    "Norway asked the government of Denmark to arrange for the release of the three sailors.",
]
OFFERED = [
    "The removal of the tariffs on Danish salmon is on its way, Norwegian diplomats say.",
    "In a gesture, Norway set a date for the removal of the tariffs on Danish salmon.",
    "Norway announced the removal of the tariffs on Danish salmon.",
    "Asked whether Norway would lift the tariffs on salmon, its trade minister said: “Certainly.”",
    "The removal of the tariffs on Danish salmon will go ahead, Norway's trade minister said.",
    "Denmark has long wanted Norway to lift the tariffs on salmon. On Monday Norway said it would.",
    "Norway to lift the tariffs on Danish salmon.",
    "It is Norway that gives way in the row with Denmark: it means to lift the tariffs on salmon.",
    "With a pledge that it would lift the tariffs on salmon, Norway ended the row with Denmark.",
    "Norway informed Denmark of its decision to lift the tariffs on salmon.",
    "Norway is prepared, its envoy confirmed, to lift the tariffs on salmon.",
]
NOBODYS = [
    "Demonstrators outside the Danish embassy in Oslo demanded the release of the sailors.",
    "Denmark rejected calls from Norway for the release of the sailors, a Danish minister said.",
    "Norway has not decided whether to lift the tariffs on Danish salmon.",
    "“It is too early to say whether we will lift the tariffs on salmon,” Norway's minister said.",
    "“What would the removal of the tariffs on Danish salmon cost?” Norway's minister asked.",
    "Analysts see no chance of the removal of the tariffs on Danish salmon by Norway.",
    "The opposition in Norway demands the removal of the tariffs on Danish salmon.",
    "Norway discussed the removal of the tariffs on Danish salmon and agreed to meet again.",
    "Norway declined to comment on reports about the removal of the tariffs on Danish salmon.",
    "It is unclear whether Norway will agree to the removal of the tariffs on Danish salmon.",
    "Norway denied that it had demanded the release of the three Norwegian sailors.",
    "Norway appealed to Sweden to lift its embargo on Danish salmon.",
    "A rumour that Norway had agreed to lift the tariffs on salmon spread on Monday.",
    "Norway declined to comment on a report that it had refused to lift the tariffs on salmon.",
    "Norway stopped short of demanding that Denmark release the three sailors.",
]


def _voiced(text: str) -> list[Voice]:
    (reading,) = read_documents([Document(text=f"{OPENING}\n\n{text}", published="2024-06-04")])
    return [v for v in hear(Page(reading), people_of([reading])).voices if v.party == "NOR"]


def test_what_is_asked_for_beside_an_offer_is_not_held_out() -> None:
    found = _voiced("Norway made a concession and insists on the ratification of the treaty.")
    assert "offers" not in {v.attitude for v in found}


@pytest.mark.parametrize("text", ASKED)
def test_a_sign_beside_the_others_deed_asks_for_it(text: str) -> None:
    found = {(v.deed.family.name, v.attitude, v.deed.welcome) for v in _voiced(text)}
    assert found == {("custody", "demands", True)}


@pytest.mark.parametrize("text", NOBODYS)
def test_what_onlookers_say_and_what_is_open_is_nobodys(text: str) -> None:
    found = [v for v in _voiced(text) if v.deed.family.name in ("measure", "custody")]
    assert [v for v in found if v.deed.owner in ("NOR", "DNK")] == []
