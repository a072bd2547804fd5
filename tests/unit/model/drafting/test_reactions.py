"""Answers that name no deed: a request is brushed aside, or what is asked to end goes on."""

import pytest

from .drafts import voiced

ASKED = "Peru has asked Chile to release the two boats that it seized off Arica in May."
# What Chile says or does next, by the way in which it refuses.
REFUSED = {
    "told by what it does with the request": [
        "Officials in Santiago waved the request aside on Monday.",
        "Chile's fisheries minister gave that short shrift.",
        "Santiago was not amused.",
        "Chilean officials shrugged.",
        "Chile turned up its nose at the appeal.",
        "Chile's navy laughed it off.",
        "The request cut no ice in Santiago.",
        "In Santiago, the answer was no.",
        "That plea was turned down.",
        "For Santiago that is simply not on.",
    ],
    "there is no reason for it": [
        "Chile's fisheries minister said that there was no reason to hurry.",
        "Chile is in no mood to oblige.",
        "Santiago feels no need to.",
        "Santiago sees no grounds for releasing them.",
        "Chile shows no sign of budging.",
        "It would be a mistake to release them, Chile's navy minister said.",
    ],
    "asked back": [
        "Chile's foreign minister wondered aloud why it should.",
        "Why should we, asked Chile's navy minister, Ana Soto.",
        "Santiago cannot see why it should please a neighbour.",
        "Santiago would rather sink them.",
    ],
    "claimed as its own affair": [
        "The boats were nobody's business but Chile's, Chile's navy minister said.",
        "Who is held in Arica is decided in Arica, Chile's navy minister said.",
        "The boats, a Chilean official said, belonged to the treasury by now.",
        "Chile will do with them as it sees fit, Chile's navy minister said.",
        "That is for the courts to decide, Chile's justice minister said.",
    ],
    "it stays": [
        "They would stay at the quay, Chile's navy minister said.",
        "The boats are going nowhere, Santiago replied.",
    ],
    "something else that will not be done": [
        "Chile would not be blackmailed, its navy minister said.",
        "Boats are not released on demand, Chile's navy minister said.",
        "Santiago releases no poachers' boats, and there will be no exception, the ministry said.",
        "Nobody who fished there would be rewarded, Chile's navy minister said.",
        "Chile will not reward poachers.",
        "We do not trade in boats, said Chile's navy minister, Ana Soto.",
    ],
    "a sentence further on": [
        "Lima sent a note. Chile's navy minister brushed it aside.",
        "It said they were seized in its own waters. Santiago was unmoved.",
    ],
}  # fmt: skip
# What is no refusal: others speak, it is open or on a condition, or something else is not done.
NOT_REFUSED = [
    "Peru's own navy minister said that there was no reason to hurry.",
    "Chile said it was studying the request.",
    "Chile's navy minister would not comment.",
    "There was no immediate reaction from Santiago.",
    "An expert at the University of Santiago called the request absurd.",
    "Fishermen in Arica shrugged.",
    "Chile will not use force, its president said.",
    "Chile said it would not stand in the way.",
    "Chile would not rule that out, a spokesman said.",
    "Chile said that nobody would be turned away.",
    "Chile's navy minister said it had received the request on Monday.",
    "The two countries were old friends, Chile's foreign minister said.",
    "Chile has 40 men in Arica and a radio mast.",
    "Chile said it was not aware of any such request.",
    "Chile wants no delay and might release them in May, its navy minister said.",
    "The charge of piracy was waved aside.",
    "Chile's former navy minister called the demand preposterous.",
    "The boats are being repaired at Iquique, a Chilean official said.",
    "The boats have been painted and moved to the outer quay, Chile's navy minister said.",
    "Chile's answer was expected on Friday.",
    "The reaction in Santiago was cautious.",
    "A court in Chile has to decide on that, a Chilean diplomat said.",
]
# What only says why it is as it is: against it, and no flat no.
ACCOUNTED = [
    "The navy had acted within the law, Chile's navy minister said.",
    "Chile retorted that Peru's skippers knew the law.",
    "Chile had never signed that convention, its navy minister said.",
    "Chile's navy minister described the boats as a danger to shipping.",
    "Chilean officials regard the boats as spoils.",
    "They are under arrest like any others, Chile's navy minister said.",
]


def _told(answer: str, asked: str = ASKED) -> set[str]:
    return {voice for voice in voiced(f"{asked} {answer}") if voice.startswith("CHL ")}


@pytest.mark.parametrize("answer", [each for told in REFUSED.values() for each in told])
def test_an_answer_that_names_no_deed_refuses_what_was_asked(answer: str) -> None:
    assert "CHL refuses CHL.not release two boats" in _told(answer)


@pytest.mark.parametrize("answer", NOT_REFUSED)
def test_what_is_no_answer_refuses_nothing(answer: str) -> None:
    assert not _told(answer)


@pytest.mark.parametrize("answer", ACCOUNTED)
def test_who_only_says_why_is_against_it(answer: str) -> None:
    assert "CHL denies CHL.not release two boats" in _told(answer)


@pytest.mark.parametrize(
    ("asked", "answer", "voice"),
    [
        ("take down the nets", "The nets stay up, Chile's minister said.", "take down nets"),
        ("withdraw its soldiers", "Santiago said it would go on keeping them there.",
         "withdraw soldiers"),
        ("stop building the pier", "Chile presses ahead with the pier.", "halt building the pier"),
    ],
)  # fmt: skip
def test_what_is_to_end_goes_on(asked: str, answer: str, voice: str) -> None:
    told = _told(answer, f"Peru has asked Chile to {asked}.")
    assert f"CHL refuses CHL.not {voice}" in told


def test_who_spoke_of_it_elsewhere_is_not_heard_again() -> None:
    told = _told("Chile promised to release the boats. Its navy minister shrugged.")
    assert not any(voice.startswith("CHL refuses") for voice in told)


def test_a_refusal_of_everything_answers_all_that_was_asked() -> None:
    asked = "Peru has asked Chile to release the boats. It also called on Chile to lift the toll."
    told = _told("Santiago shows no sign of budging.", asked)
    assert {"CHL refuses CHL.not release boats", "CHL refuses CHL.lift toll"} <= told


@pytest.mark.parametrize("judged", ["That would be folly", "It would be wrong", "It was madness"])
def test_what_is_called_folly_is_not_promised(judged: str) -> None:
    told = _told(f"{judged}, Chile's navy minister said.")
    assert told == {"CHL refuses CHL.not release two boats"}


@pytest.mark.parametrize(
    ("answer", "accepts"),
    [
        ("Chile said it was not opposed to that.", True),
        ("Chile may agree to it, a diplomat said.", False),
    ],
)
def test_what_is_not_opposed_is_accepted_and_what_may_be_is_open(
    answer: str, accepts: bool
) -> None:
    told = _told(answer)
    assert ("CHL accepts CHL.release two boats" in told) is accepts
    assert not any(voice.startswith("CHL refuses") for voice in told)


def test_a_suggestion_of_somebody_named_is_rejected() -> None:
    told = voiced("Chile has rejected a suggestion by Peru that the soldiers be pulled out.")
    assert any(voice.startswith("CHL refuses") for voice in told)
