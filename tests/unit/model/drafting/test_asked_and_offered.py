"""Demands, offers and threats that no verb of asking, willing or threatening tells."""

import pytest

from detente.domain.evidence import Document
from detente.model.drafting.completing import Record, complete
from detente.model.drafting.hearing import hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.model.drafting.positions import Gathered
from detente.read import read_documents

OPENING = (
    "Portugal closed the port of Leixões to Irish trawlers in May. "
    "Two Portuguese skippers have been held in Ireland since a raid in April."
)
ASKED = [
    # questions
    "“When will Ireland release the two Portuguese skippers?” Portugal's foreign minister asked.",
    "“Why does Ireland not simply release the two skippers?” Portugal's foreign minister said.",
    "“What prevents Ireland from releasing the two skippers?” Portugal's foreign minister asked.",
    "“How long must we wait until Ireland releases the skippers?” Portugal's premier asked.",
    "“How long will Ireland keep us waiting for the release of the skippers?” Lisbon asked.",
    "“Does Ireland not see that it must release the skippers?” Portugal's premier asked.",
    # wishes, and the one thing left
    "“May Ireland release the two skippers before Easter,” said the Portuguese president.",
    "“Ireland need only release the two skippers,” Portugal's foreign minister said.",
    "“Ireland has only to release the two skippers,” Portugal's foreign minister said.",
    "“All Ireland needs to do is release the two skippers,” Portugal's foreign minister said.",
    "“What Ireland must do is release the two skippers,” Portugal's foreign minister said.",
    "“The best thing Ireland could do is release the skippers,” Portugal's premier said.",
    "“It is about time Ireland released the two skippers,” Portugal's foreign minister said.",
    "“The time has come for Ireland to release the two skippers,” Portugal's premier said.",
    "“Now is the moment for Ireland to release the two skippers,” Portugal's premier said.",
    "“We look to Ireland to release the two skippers,” Portugal's foreign minister said.",
    "“We count on Ireland to release the two skippers,” Portugal's foreign minister said.",
    "“Ireland would be well advised to release the two skippers,” Portugal's premier said.",
    "“Ireland could end this today by releasing the two skippers,” Portugal's premier said.",
    "“There is no alternative to the release of the two skippers,” Portugal's premier said.",
    "“Nothing but the release of the two skippers will do,” Portugal's premier said.",
    "“Nothing would help more than the release of the skippers,” Portugal's premier said.",
    "For Portugal, the release of the two skippers comes first.",
    # told to somebody
    "“Be so kind as to release the two skippers,” Portugal's foreign minister told Ireland.",
    "“Have the courage to release the two skippers,” Portugal's foreign minister told Ireland.",
    "“Ireland, release the two skippers,” Portugal's foreign minister wrote on X.",
    "“I have one request to Ireland: release the two skippers,” Portugal's premier said.",
    "“We shall not stop asking for the release of the skippers,” Portugal's premier said.",
    # thanks in advance, and what one tries to bring about
    "Portugal would appreciate it if Ireland could release the two skippers.",
    "The Government of Portugal would be obliged if Ireland were to release the skippers.",
    "“We would be grateful if Ireland released the two skippers,” Portugal's premier wrote.",
    "Portugal is trying to get Ireland to release the two skippers.",
    "Portugal seeks to move Ireland to release the two skippers.",
    # lists
    "Portugal wants two things from Ireland: an apology and the release of the two skippers.",
    "Portugal has three demands of Ireland: an apology, money and the release of the skippers.",
    "Portugal's demands include the release of the two skippers.",
    "Portugal has given Ireland a list of demands, among them the release of the two skippers.",
    # resolutions
    "The Government of Portugal URGES Ireland to release the two skippers.",
]
OFFERED = [
    "“It would be an honour to reopen the port of Leixões,” Portugal's premier said.",
    "“I see no reason why we should not reopen the port of Leixões,” Portugal's premier said.",
    "“I will propose to the cabinet that we reopen the port of Leixões,” Portugal's premier said.",
    "“Ireland can rely on us to reopen the port of Leixões,” Portugal's premier said.",
    "“Ireland can count on the reopening of the port of Leixões,” Portugal's premier said.",
    "“I have signed the order to reopen the port of Leixões,” Portugal's premier said.",
    "“I have instructed the ministry to reopen the port of Leixões,” Portugal's premier said.",
    "“The reopening of the port of Leixões is only a matter of time,” Portugal's premier said.",
    "“The reopening of the port of Leixões will be completed by June,” Portugal's premier said.",
    "“We begin with the reopening of the port of Leixões,” Portugal's premier said.",
    "“I am in favour of reopening the port of Leixões,” Portugal's premier said.",
    "Portugal proposes to begin with the reopening of the port of Leixões.",
    "Portugal has floated the idea of reopening the port of Leixões.",
    "Portugal decided on the reopening of the port of Leixões.",
    "Portugal's parliament voted to reopen the port of Leixões.",
    "Lisbon wrote of the readiness of Portugal to reopen the port of Leixões.",
    # answers
    "“Will we reopen the port of Leixões? Yes,” Portugal's premier said.",
    "Reporter: Will you reopen the port of Leixões? Portugal's premier: Yes, we will.",
    "Interviewer: Are you ready to reopen the port? Foreign minister of Portugal: Yes, we are.",
    "Ireland wants Portugal to reopen the port of Leixões. Portugal is ready for that.",
    "Ireland wants Portugal to reopen the port. “We can do that,” Portugal's premier said.",
    "Ireland wants Portugal to reopen the port. “It will happen,” Portugal's premier said.",
]
# Of Portugal's own harm.
HELD_OUT = [
    "Portugal reserves the right to impose tariffs on Irish beef.",
    "Portugal is considering imposing tariffs on Irish beef.",
    "Portugal would not shrink from imposing tariffs on Irish beef.",
    "Portugal does not rule out imposing tariffs on Irish beef.",
]
SILENT = [
    "Analysts wonder when Portugal will reopen the port of Leixões.",
    "Portugal's foreign minister declined to say when Portugal would reopen the port of Leixões.",
    "Portugal has not yet decided on the reopening of the port of Leixões.",
    "“Will Portugal reopen the port of Leixões? That is for parliament,” its premier said.",
    "Asked when Portugal would reopen the port of Leixões, its premier smiled.",
    "Portugal is considering reopening the port of Leixões.",
    "Analysts in Lisbon said Ireland could show good will by releasing the two skippers.",
    "Traders in Lisbon would be grateful if Ireland were to release the two skippers.",
    "Whoever may release the two skippers is not known, Portugal's premier said.",
]


def heard(sentence: str) -> Record:
    (reading,) = read_documents([Document(text=f"{OPENING}\n\n{sentence}")])
    return complete(Gathered([hear(Page(reading), people_of([reading]))]))


def wanted(sentence: str) -> set[tuple[str, bool]]:
    """Families of what Portugal wants, and whether it wants them taken."""
    positions = [p for p in heard(sentence).positions if p.party == "PRT"]
    return {(p.deed.family.name, p.deed.taken) for p in positions if any(v.wants for v in p.voices)}


@pytest.mark.parametrize("sentence", ASKED)
def test_a_deed_of_another_is_asked_for(sentence: str) -> None:
    assert ("custody", True) in wanted(sentence)


@pytest.mark.parametrize("sentence", OFFERED)
def test_an_own_deed_is_held_out(sentence: str) -> None:
    assert ("closure", False) in wanted(sentence)


@pytest.mark.parametrize("sentence", HELD_OUT)
def test_own_harm_is_shown_and_not_wanted(sentence: str) -> None:
    (position,) = [
        p for p in heard(sentence).positions if p.party == "PRT" and p.deed.family.name == "measure"
    ]
    assert position.strong
    assert not any(voice.wants for voice in position.voices)


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_wondered_weighed_or_left_open_is_nobodys_wish(sentence: str) -> None:
    assert not wanted(sentence) & {("custody", True), ("closure", False), ("closure", True)}
