"""What the words above an act make of it."""

import pytest

from .sentences import read

# Sentence; whether lifting is negated; its mood.
PUT = [
    ("Kenya is ready to lift the ban, the Kenyan minister said.", False, "will"),
    ("Kenya has no intention of lifting the ban, the Kenyan minister said.", True, "will"),
    ("The Kenyan minister said that it could not agree to lift the ban.", True, "can"),
    ("Lifting the ban is out of the question, the Kenyan minister said.", True, "will"),
    ("Lifting the ban was not an option, the Kenyan minister said.", True, "will"),
    ("Nothing prevents Kenya from lifting the ban, the Kenyan minister said.", False, "will"),
    ("It is time for Kenya to lift the ban, the Somali minister said.", False, "must"),
    ("Kenya ought to lift the ban, the Somali minister said.", False, "should"),
    ("“We call on Kenya to lift the ban,” the Somali minister said.", False, "must"),
    ("Under no circumstances would Kenya lift the ban, its minister said.", True, "would"),
    ("Kenya had no objection to lifting the ban, its minister said.", False, "will"),
    ("The demand that Kenya lift the ban will not be met, its minister said.", True, "will"),
    ("Lifting the ban will go ahead, the Kenyan minister said.", False, "will"),
    ("“We are not thinking of lifting the ban,” the Kenyan minister said.", True, "will"),
    ("“It is too early to say whether we will lift the ban,” the minister said.", False, None),
    ("Far from lifting the ban, Kenya keeps it, the Kenyan minister said.", True, "will"),
    ("“We will not sign any agreement to lift the ban,” the Kenyan minister said.", True, "will"),
    ("“We do not think that we should lift the ban,” the Kenyan minister said.", True, "will"),
    ("“Nobody should expect us to lift the ban,” the Kenyan minister said.", True, "will"),
    ("“Somalia has a week to lift the ban,” the Kenyan minister said.", False, "must"),
    ("“We see no reason why we should lift the ban,” the Kenyan minister said.", True, "should"),
    ("“We want the ban lifted,” the Somali minister said.", False, "want"),
    ("“We cannot bring ourselves to lift the ban,” the Kenyan minister said.", True, "will"),
    ("“There is no scenario in which we lift the ban,” the Kenyan minister said.", True, "will"),
    ("“Nobody will spend a shilling to lift the ban,” the Kenyan minister said.", True, "will"),
    ("“Lifting the ban is not going to happen,” the Kenyan minister said.", True, "will"),
    ("“We will not comply with the request to lift the ban,” the minister said.", True, "will"),
    ("“Lima will not wait long for the lifting of the ban,” the minister said.", False, "will"),
    ("“Whoever thinks that we will lift the ban does not know us,” he said.", True, "will"),
    ("“Anyone who thinks that we will lift the ban is right,” he said.", False, "will"),
    ("“The minister has not said that he wants to lift the ban,” she said.", False, None),
    ("“It is too early to lift the ban,” the Kenyan minister said.", True, "will"),
    ("“It is not too late to lift the ban,” the Kenyan minister said.", True, None),
    ("“We shall lift the ban,” the Kenyan minister said.", False, "will"),
    ("“The states shall lift the ban,” the Kenyan minister said.", False, "must"),
    ("Kenya is not about to lift the ban, its minister said.", True, "will"),
    ("“Not one minister will lift the ban,” the Kenyan minister said.", True, "will"),
]


@pytest.mark.parametrize(("text", "negative", "modality"), PUT)
def test_what_stands_above_an_act_tells_its_mood(
    text: str, negative: bool, modality: str | None
) -> None:
    outer = [s for s in read(text).statements if s.inside is None]
    found = [p for s in outer for p in s.propositions if p.act == "lift" and not p.condition]
    assert [(p.polarity == "negative", p.modality) for p in found][:1] == [(negative, modality)]
