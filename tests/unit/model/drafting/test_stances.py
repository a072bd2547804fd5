"""What a party refuses, asks and offers in wordings that no table lists, and what is nobody's wish.

The sentences were written before the rules for them, and are a part of those that came through.
"""

import pytest

from detente.domain.evidence import Document
from detente.model.drafting.hearing import hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.read import read_documents

OPENING = "Kenya closed the border with Somalia in March. Somalia holds two Kenyan fishermen."

REFUSED = [
    "Kenya sees no grounds for reopening the border.",
    "Kenya has no wish to reopen the border, its foreign minister said.",
    "Kenya shows little appetite for reopening the border.",
    "There can be no question of reopening the border, Kenya's president told lawmakers.",
    "There is no way that Kenya will reopen the border, its foreign minister told reporters.",
    "Kenya is in no mood to reopen the border, its foreign minister said.",
    "The idea of reopening the border has met with a flat refusal from Kenya.",
    "Kenya reiterated its opposition to reopening the border on Tuesday.",
    "Kenya stuck to its refusal to reopen the border.",
    "The Kenyan government is dead set against reopening the border.",
    "Kenya would rather leave the talks than reopen the border, its chief negotiator said.",
    "It would be wrong to reopen the border now, Kenya's president said.",
    "“Why should we reopen the border?” Kenya's foreign minister asked.",
    "“Nobody is going to make us reopen the border,” said Kenya's president.",
    "Kenya would not be bullied into reopening the border, its foreign ministry said.",
    "Kenya bristled at the suggestion that it should reopen the border.",
    "Kenya poured cold water on reopening the border.",
    "Kenya, unwilling to reopen the border, sent its minister to Djibouti.",
    "Kenya will never reopen the border.",
    "Kenya is not going to reopen the border.",
    "Kenya will no longer reopen the border on Fridays.",
    "Kenya has decided against the reopening of the border.",
    "For Kenya, reopening the border is out of the question.",
    "Kenya made it clear that it would not reopen the border.",
    "Kenya cannot and will not reopen the border.",
    "Neither now nor later will Kenya reopen the border, its foreign minister said.",
    "Under no circumstances, the Kenyan foreign minister insisted, would Kenya reopen the border.",
    "Nor did Kenya have the slightest intention of reopening the border, its minister said.",
    "Kenya's position is that it cannot reopen the border.",
    "The demand that Kenya reopen the border is groundless, Kenya's foreign ministry declared.",
    "“The idea that we should reopen the border is absurd,” Kenya's foreign minister said.",
    "“Anyone who thinks that we will reopen the border is mistaken,” Kenya's minister said.",
    "“Let nobody imagine that we will reopen the border,” Kenya's president said.",
    "“We do not believe that we should reopen the border,” Kenya's foreign minister said.",
    "“Do not ask us to reopen the border,” Kenya's president said.",
    "“I will not be the one to reopen the border,” Kenya's president said.",
    "“It is not for us to reopen the border,” Kenya's foreign minister said.",
    "“It is impossible for us to reopen the border,” Kenya's foreign minister said.",
    "“Somalia can forget about the reopening of the border,” Kenya's president said.",
    "“Will we reopen the border? No,” Kenya's president said.",
    "“As long as I hold this office, Kenya will not reopen the border,” its president said.",
    "Kenya will not reopen the border, whatever Somalia says.",
    "Kenya is opposed to the reopening of the border.",
    "It is too late to reopen the border, Kenya's foreign minister said.",
    "“It is not in our interest to reopen the border,” Kenya's foreign minister said.",
    "“We would be fools to reopen the border,” Kenya's foreign minister said.",
    "The reopening of the border is not under consideration, Kenya's foreign minister said.",
    "“The reopening of the border is a fairy tale,” Kenya's foreign minister said.",
    "Kenya is not considering reopening the border, its foreign minister said.",
    "Kenya is not about to reopen the border, its foreign minister said.",
    "Kenya has ignored every appeal to reopen the border.",
    "The Kenyan cabinet voted not to reopen the border.",
    "Kenya wants nothing to do with the reopening of the border.",
    "“Over my dead body will we reopen the border,” Kenya's president said.",
    "“Somalia will wait in vain for the reopening of the border,” Kenya's president said.",
    "Anyone who expects Kenya to reopen the border is mistaken, its president said.",
]
ASKED = [
    "Counsel for Kenya told the court that Somalia was obliged to release the fishermen.",
    "Kenya's demand remains that Somalia release the fishermen.",
    "It is up to Somalia to release the fishermen, said Kenya's foreign minister.",
    "It is for Somalia to release the fishermen, Kenya's ambassador said.",
    "It falls to Somalia to release the fishermen, Kenya's foreign minister said.",
    "The onus is on Somalia to release the fishermen, Kenya's foreign minister said.",
    "Somalia had better release the fishermen, Kenya's foreign minister said.",
    "Somalia will have to release the fishermen, the Kenyan government said.",
    "Somalia is bound to release the fishermen, Kenya's foreign minister said.",
    "Somalia would be well advised to release the fishermen, Kenya's foreign minister said.",
    "“All we ask is that Somalia release the fishermen,” Kenya's foreign minister said.",
    "The sooner Somalia releases the fishermen, the better, Kenya's foreign minister said.",
    "“Let Somalia release the fishermen,” Kenya's president said.",
    "“Release the fishermen,” Kenya's president told Somalia.",
    "Kenya's letter calls on Somalia to release the fishermen.",
    "Kenya leaned on Somalia to release the fishermen.",
    "Kenya has been urging Somalia for months to release the fishermen.",
    "Calls by Kenya for Somalia to release the fishermen have grown louder.",
    "Kenya served notice on Somalia to release the fishermen.",
    "Nothing less than the release of the fishermen would do, Kenya said.",
    "There is an urgent need for Somalia to release the fishermen, Kenya's foreign minister said.",
    "What Kenya wants is the release of the two fishermen.",
    "Kenya's first demand is the release of the two fishermen.",
    "High on Kenya's list of demands is the release of the two fishermen.",
    "The release of the fishermen, which Kenya has demanded for months, did not come.",
    "Not for the first time, Kenya has called for the release of the fishermen.",
    "Kenya will settle for nothing less than the release of the fishermen, its minister said.",
    "Kenya gave Somalia a week to free the fishermen.",
    "Kenya warned Somalia to free the fishermen.",
    "Kenya reminded Somalia of its obligation to free the fishermen.",
    "Kenya's message to Somalia: free the fishermen.",
    "Kenya to Somalia: free the fishermen at once.",
    "In Kenya's view, Somalia must free the fishermen.",
    "What Kenya wants is simple, its foreign minister said: Somalia has to free the fishermen.",
    "“We call upon Somalia to free the fishermen,” Kenya's envoy told the Council.",
    "“It is Somalia's duty to free the fishermen,” Kenya's president said.",
    "Kenya's president said she would like the fishermen back.",
    "Kenya wishes to make clear that Somalia must free the fishermen.",
]
OFFERED = [
    "Kenya is in favour of reopening the border, its president said.",
    "Kenya has nothing against reopening the border, said its foreign minister.",
    "Kenya dropped its objections to reopening the border.",
    "Kenya would consider reopening the border, its foreign minister said.",
    "Kenya held out the prospect of reopening the border.",
    "Kenya has said yes to reopening the border.",
    "Kenya sees no obstacle to reopening the border, its foreign minister said.",
    "Kenya came forward with an offer to reopen the border.",
]
NOBODYS = [
    "Opposition leader Ada Bell said that a government led by her would reopen the border.",
    "Kenya's government said that it had taken no decision on reopening the border.",
    "“We have taken no decision on the reopening of the border,” Kenya's minister said.",
    "Would Kenya reopen the border? Nobody in Nairobi knows.",
    "Historians recall that Kenya refused to reopen the border in the 1960s.",
    "In 1994 Kenya threatened to expel the Somali ambassador but thought better of it.",
    "A former Kenyan minister said his country ought to reopen the border.",
    "Newspapers in Somalia speculated that Kenya was ready to reopen the border.",
    "Kenya has not said whether it is ready to reopen the border.",
    "Kenya never said that it would reopen the border, its spokesman insisted.",
    "Kenya is no longer demanding that Somalia release the fishermen.",
    "Kenya denied reports that it had agreed to reopen the border.",
    "Experts believe that Kenya has no intention of reopening the border.",
    "Some observers expect Kenya to reopen the border next year.",
    "Kenya is considering reopening the border, its foreign minister said.",
    "It is not too late to reopen the border, an envoy of the African Union said.",
]


def _kenyas(text: str) -> set[tuple[str, str, bool]]:
    """Owner, family and side of what Kenya wants, besides what the opening tells."""
    document = Document(text=f"{OPENING}\n\n{text}", published="2024-06-04")
    (reading,) = read_documents([document])
    heard = hear(Page(reading), people_of([reading])).voices
    return {
        (v.deed.owner or "?", v.deed.family.name, v.deed.taken)
        for v in heard
        if v.party == "KEN" and v.wants
    }


@pytest.mark.parametrize("text", REFUSED)
def test_it_is_refused(text: str) -> None:
    assert {("KEN", "closure", True), ("?", "closure", True)} & _kenyas(text)


@pytest.mark.parametrize("text", ASKED)
def test_it_is_asked_for(text: str) -> None:
    assert {("SOM", "custody", True), ("?", "custody", True)} & _kenyas(text)


@pytest.mark.parametrize("text", OFFERED)
def test_it_is_offered(text: str) -> None:
    assert {("KEN", "closure", False), ("?", "closure", False)} & _kenyas(text)


@pytest.mark.parametrize("text", NOBODYS)
def test_it_is_nobodys_wish(text: str) -> None:
    assert not _kenyas(text)


def test_a_short_answer_refuses_what_was_asked_before() -> None:
    asked = "Somalia demanded that Kenya reopen the border."
    text = f"{asked} Kenya said it would do nothing of the kind."
    assert ("KEN", "closure", True) in _kenyas(text)
