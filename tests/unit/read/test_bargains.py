"""Are deeds of two sides taken for a bargain where a word links them, and only there?"""

import pytest

from detente.domain.evidence import Document, Requirement
from detente.read import read_documents
from detente.read.conditions.bargains import BARGAIN

OPENING = (
    "Croatia imposed tariffs on Serbian steel in May. Two Croatian pilots have been held in"
    " Serbia since June."
)


def tied(text: str) -> list[Requirement]:
    """What is found below the opening of an invented quarrel."""
    (reading,) = read_documents([Document(text=f"{OPENING}\n\n{text}", published="2024-06-04")])
    return list(reading.requirements)


def sides(found: Requirement) -> set[tuple[str, str]]:
    """Acts of both sides with their polarity, in no order."""
    assert found.benefit is not None
    return {(p.act, p.polarity) for p in (found.benefit, *found.needs)}


GIVEN = {("lift", "positive"), ("release", "positive")}
HELD_OUT = {("close", "negative"), ("release", "positive")}


@pytest.mark.parametrize(
    "text",
    [
        "Croatia has a swap in mind: the lifting of the tariffs for the release of the pilots.",
        "First the release of the pilots, then the lifting of the tariffs, Zagreb said.",
        "No release of the pilots, no lifting of the tariffs, Croatia told Serbia.",
        (
            "Croatia will lift the tariffs subject to one proviso, it said: Serbia must release"
            " the pilots."
        ),
        "Croatia would lift the tariffs against a promise that Serbia would release the pilots.",
        (
            "Croatia is dangling the lifting of the tariffs; what it wants is the release of the"
            " pilots in exchange."
        ),
        (
            '"Of course we can lift the tariffs," Croatia\'s minister said. "Serbia only has to'
            ' release the pilots first."'
        ),
        (
            "The lifting of the tariffs is a trump card that Croatia will keep, it says, for"
            " want of the release of the pilots."
        ),
    ],
)
def test_what_one_side_gives_for_the_other(text: str) -> None:
    (found,) = tied(text)
    assert sides(found) == GIVEN


@pytest.mark.parametrize(
    "text",
    [
        (
            "Croatia threatens to close the bridge at Vukovar over Serbia's failure to release the"
            " pilots."
        ),
        (
            "Croatia used the threat of closing the bridge at Vukovar to press Serbia to release"
            " the pilots."
        ),
        (
            "Any further refusal by Serbia to release the pilots will be answered by closing the"
            " bridge at Vukovar, Croatia warned."
        ),
        (
            '"Either Serbia will release the pilots or Croatia will close the bridge at Vukovar,"'
            " the Croatian minister said."
        ),
    ],
)
def test_what_is_held_out_for_want_of_it(text: str) -> None:
    (found,) = tied(text)
    assert sides(found) == HELD_OUT
    assert found.benefit is not None and found.benefit.act == "close"


@pytest.mark.parametrize(
    "text",
    [
        "Croatia and Serbia discussed the lifting of the tariffs and the release of the pilots.",
        (
            "The ministers exchanged views on the lifting of the tariffs and on the release of the"
            " pilots."
        ),
        "Norway called on Croatia to lift the tariffs and on Serbia to release the pilots.",
        "Croatia lifted the tariffs in July, and Serbia released the pilots without delay.",
        "Croatia will lift the tariffs unconditionally, and Serbia wants to release the pilots.",
        "Will Croatia lift the tariffs without the release of the pilots?",
        (
            "Croatia dropped its threat to close the bridge at Vukovar after Serbia released the"
            " pilots."
        ),
        "Croatia will close the bridge at Vukovar if the pilots are extradited to Cuba.",
        "It is unclear whether Croatia will lift the tariffs if Serbia releases the pilots.",
        "Norway demands that Mr Bell be given a safe-conduct so that he may leave Serbia.",
    ],
)
def test_what_is_no_bargain(text: str) -> None:
    assert all(found.form != BARGAIN for found in tied(text))
