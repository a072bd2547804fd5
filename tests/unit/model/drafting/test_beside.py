"""What is said beside something else: joined to a description, after "cease", "against", "?"."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import conditions, read, voiced

BESIDE_A_DESCRIPTION = [
    ("The prisoners are spies and will not be freed", "PER refuses None.not release prisoners"),
    ("The trawlers broke the law and will not be freed", "PER refuses None.not release trawlers"),
    ("The ban on wine is a health measure and will stay", "PER promises None.stay ban on wine"),
    ("The ban on wine is needed and will stay", "PER promises None.stay ban on wine"),
    ("The loan is a debt of honour and must be repaid by Chile", "PER demands CHL.pay_debt loan"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), BESIDE_A_DESCRIPTION)
def test_what_is_willed_of_what_is_described(words: str, expected: str) -> None:
    assert expected in voiced(f"{words}, Peru's ministry said.")


def test_what_is_only_described_beside_a_description_is_not_willed() -> None:
    assert not voiced("The ban on wine is old and hurts exporters, Peru's ministry said.")


CEASED = [
    "Peru demanded that Chile cease to block the road.",
    "Peru asked Chile to cease to block the road.",
    "Peru's minister said Chile must cease to block the road.",
]


@pytest.mark.parametrize("text", CEASED)
def test_to_cease_to_do_something_is_not_to_do_it(text: str) -> None:
    assert "PER demands CHL.not close road" in voiced(text)
    assert not conditions(text)


# Nothing is had for what somebody is against.
AGAINST = [
    ("Peru will vote against the admission of Chile to the Council", None),
    ("Peru will fight against the closure of the strait", "PER refuses None.not close strait"),
    ("Peru will appeal against the release of the captain", "PER accuses None.not release captain"),
    ("Peru will campaign against the extension of the lease", "PER refuses None.not keep_to lease"),
    ("Peru will lodge a complaint against the closure of the port", None),
    ("Peru will impose sanctions against the seizure of its ship", None),
]


@pytest.mark.parametrize(("words", "expected"), AGAINST)
def test_to_be_against_something_is_no_bargain(words: str, expected: str | None) -> None:
    text = f"{words}, its minister said."
    assert not conditions(text)
    assert expected is None or expected in voiced(text)


def test_what_is_given_against_something_is_a_bargain() -> None:
    text = "Peru will free the captain against payment of the fine by Chile, its minister said."
    assert "PER.release captain if CHL.pay fine" in conditions(text)
    text = "Peru will lift the sanctions against the release of the captain, its minister said."
    assert conditions(text)


ASKED = [
    ("Has Peru recognised Sealand?", "recognise Sealand", False),
    ("Are there circumstances in which Peru recognises Sealand?", "recognise Sealand", False),
    ("Did Peru close the crossing?", "close crossing", False),
    ("When did Peru close the crossing?", "close crossing", True),
    ("Will Peru reopen the crossing, which it closed in May?", "close crossing", True),
    ("Peru closed the crossing.", "close crossing", True),
]


@pytest.mark.parametrize(("text", "deed", "holds"), ASKED)
def test_what_is_asked_did_not_happen_for_that(text: str, deed: str, holds: bool) -> None:
    (heard,) = listen([read(text)]).heard
    told = {f"{f.deed.act} {f.deed.thing.words}": f.happened for f in heard.facts}
    assert told[deed] is holds


def test_soldiers_who_remain_are_no_prisoners_where_they_are_asked_to_go() -> None:
    texts = (
        "Peru asked Chile to pull its troops back from the lake. Peru holds that Chile's troops"
        " must go. Peru also demanded the release of the soldiers whom Chile detained in May."
        " The soldiers are on their own soil and will remain there, Chile's ministry said."
    )
    assert not any("refuses" in v and "release" in v for v in voiced(texts))
