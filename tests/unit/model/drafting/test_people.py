"""For whom does somebody speak, where only another sentence or another text says it?"""

import pytest

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


IN_CAPITALS = [
    "PRESENTER: And the border?\n\nAMINA ODHIAMBO: We won't reopen the border.",
    "HOST: And the border?\n\nODHIAMBO: We won't reopen the border.",
]


@pytest.mark.parametrize("transcript", IN_CAPITALS)
def test_the_capitals_of_a_label_are_the_name_of_another_text(transcript: str) -> None:
    assert "KEN" not in parties(transcript)
    assert "KEN" in parties(NAMED, transcript)


def test_a_name_in_capitals_with_small_letters_in_it() -> None:
    named = "Kenya's minister, Amina McLeod-Orr, said the rain was late."
    later = (
        "PRESENTER: Minister, will you reopen it?\n\n"
        "AMINA McLEOD-ORR: We won't, and I'll tell you why. The rain is late.\n\n"
        "PRESENTER: Thank you."
    )
    assert "KEN" in parties(named, later)


OFFICES = [
    ("Governor Amina Odhiambo of Kenya said the rain was late.", "the governor"),
    (
        "Kenya's agriculture minister, Amina Odhiambo, said it rained.",
        "the minister of agriculture",
    ),
    ("Kenyan Marine Minister Amina Odhiambo said it was late.", "the minister for the marine"),
    ("The Kenyan trade secretary, Amina Odhiambo, said the rain was late.", "the trade secretary"),
]


@pytest.mark.parametrize(("told", "office"), OFFICES)
def test_an_office_is_its_only_holders(told: str, office: str) -> None:
    bare = f"“The rain is late,” {office} said."
    assert parties(bare) == [None]
    assert parties(told, bare) == ["KEN"]


def test_every_state_has_a_minister() -> None:
    told = "Kenya's minister, Amina Odhiambo, said the rain was late."
    assert parties(told, "“The rain is late,” the minister said.") == [None]


def test_an_office_that_two_states_have_is_nobodys() -> None:
    one = "Governor Amina Odhiambo of Kenya said the rain was late."
    two = "Governor Peter Barre of Somalia said the rain was early."
    assert parties(one, two, "“The rain is late,” the governor said.") == [None]


@pytest.mark.parametrize(
    "served", ["A spokeswoman for Amina Odhiambo", "An aide to Ms Odhiambo", "Odhiambo's office"]
)
def test_whose_spokeswoman_it_is(served: str) -> None:
    told = f"Somalia waited. {served} said the proposal was being examined."
    assert parties(NAMED, told)[-1] == "KEN"


def test_what_a_ministry_is_for_is_nobodys_name() -> None:
    long = "Kenya's Deputy Minister of Public Health Amina Njeri Odhiambo said the rain was late."
    assert set(people_of([read(long, "2020")])) >= {"Amina Njeri Odhiambo", "Odhiambo"}
    assert "Public" not in people_of([read(long, "2020")])
