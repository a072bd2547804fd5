"""For whom does somebody speak, where only another sentence or another text says it?"""

from detente.model.drafting.draft import draft
from detente.model.drafting.people import attributed, people_of

from .drafts import read, wishes

NAMED = "Amina Odhiambo, a spokeswoman for the Kenyan government, said the rain was late."
BARE = "The border stays shut. “We will not reopen the border,” Amina Odhiambo said."


def parties(*texts: str) -> list[str | None]:
    """Party of each statement's source in the last text."""
    readings = [read(text, str(2020 + k)) for k, text in enumerate(texts)]
    found = attributed(readings[-1], people_of(readings))
    return [s.source.party for s in found.statements if s.source]


def test_a_name_is_known_from_another_text() -> None:
    assert set(parties(BARE)) == {None}
    assert set(parties(NAMED, BARE)) == {"KEN"}


def test_what_we_do_the_speakers_party_does() -> None:
    other = "Somalia refused to withdraw its soldiers."
    found = draft([read(NAMED, "2020"), read(BARE, "2021"), read(other, "2022")])
    assert "KEN: KEN.close" in set(wishes(found, "stated"))


def test_a_name_that_two_persons_share_is_nobodys() -> None:
    one = "Amina Odhiambo, a spokeswoman for the Kenyan government, said the rain was late."
    two = "Peter Odhiambo, a spokesman for the Somali government, said the rain was early."
    people = people_of([read(one, "2020"), read(two, "2021")])
    assert people["Amina Odhiambo"] == "KEN"
    assert people["Peter Odhiambo"] == "SOM"
    assert "Odhiambo" not in people
    assert people["Amina"] == "KEN"


def test_of_two_texts_that_contradict_each_other_neither_counts() -> None:
    one = "Amina Odhiambo, a spokeswoman for the Kenyan government, said the rain was late."
    two = "Amina Odhiambo, a spokeswoman for the Somali government, said the rain was early."
    assert "Amina Odhiambo" not in people_of([read(one, "2020"), read(two, "2021")])


MINISTER = "Kenya's deputy minister, Amina Odhiambo, said the border would stay shut."
LATER = (
    "Amina Odhiambo rejected the request. Tomatoes threaten nobody, the deputy minister remarked."
    " The pact, she said, is clear."
)


def test_the_only_person_that_a_text_names_holds_the_office_that_it_names() -> None:
    assert set(parties(LATER)) == {None}
    assert set(parties(MINISTER, LATER)) == {"KEN"}


def test_of_two_persons_an_office_alone_tells_none() -> None:
    other = LATER + " Peter Barre said the road was wet."
    assert None in parties(MINISTER, other)
