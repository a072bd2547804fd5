"""What drafts of plain stories, written for the purpose, had got wrong: each cause, reworded."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import conditions, drafted, options, read, voiced, wishes

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
    text = (
        "Peru will hand over the maps only in exchange for the soldiers held in Santiago, its"
        " minister said. Peru further wants Chilean troops to pull back from the lake. That request"
        " was turned down: the soldiers are on their own soil and will remain there, Chile's"
        " ministry said."
    )
    said = set(wishes(drafted(text), "stated"))
    assert "CHL: not CHL.withdraw" in said
    assert "CHL: not CHL.release" not in said


LEFT_SO = [
    ("The bridge was closed to Chilean lorries on Sunday", "None.close bridge", True),
    ("Peru's minister confirmed that the bridge was closed to Chilean lorries from Sunday night",
     "None.close bridge", True),
    ("Exports of gas remain suspended, Peru's ministry said", "None.stay ban on Exports of gas",
     True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "deed", "holds"), LEFT_SO)
def test_how_something_was_left_is_what_was_done(text: str, deed: str, holds: bool) -> None:
    (heard,) = listen([read(f"{text}.")]).heard
    told = {
        f"{f.deed.owner}.{f.deed.act} {f.deed.thing.words}": f.happened
        for f in heard.facts
    }  # fmt: skip
    assert told[deed] is holds


def test_whose_goods_are_banned_does_not_ban_them() -> None:
    said = voiced("Chilean goods remain banned for reasons of health, Peru's ministry said.")
    assert said == {"PER refuses None.stay ban on Chilean goods"}


LET_HAVE = [
    ("Peru has refused Chile's inspectors access to the mine.",
     "PER refuses PER.not grant access to the mine"),
    ("Peru denied Chile's inspectors access to the mine.",
     "PER refuses PER.not grant access to the mine"),
    ("Peru will not grant Chile's inspectors access to the mine, its minister said.",
     "PER refuses PER.not grant access to the mine"),
    ("Peru refused Chilean journalists visas.", "PER refuses PER.not grant visas"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LET_HAVE)
def test_whoever_is_let_have_something_is_no_part_of_its_name(text: str, expected: str) -> None:
    assert expected in voiced(text)


CHARGED = [
    "Peru asked Chile to stop charging its lorries the bridge toll.",
    "Peru demanded that Chile stop charging lorries a toll of 300 pesos.",
]


@pytest.mark.parametrize("text", CHARGED)
def test_whoever_is_charged_is_no_part_of_the_toll(text: str) -> None:
    assert any(
        v.split(" ", 3)[-1].endswith(("bridge toll", "toll of 300 pesos")) for v in voiced(text)
    )
    assert not any("lorries" in v for v in voiced(text))


PROVIDED = [
    "Peru was prepared to share the results with Lima provided Chile lifted the ban, Peru said.",
    "Peru is willing to share the results provided that Chile lifts the ban, its minister said.",
]


@pytest.mark.parametrize("text", PROVIDED)
def test_what_is_provided_is_a_condition(text: str) -> None:
    (tied,) = {c for c in conditions(text) if c.startswith("PER.share")}
    assert tied.endswith("if CHL.not lift ban")


def test_who_cites_law_does_not_do_what_it_forbids() -> None:
    (heard,) = listen([read(
        "Filling the lake before there are common rules would breach the treaty, in Peru's view."
        " Peru asked Chile to halt the filling of the lake."
    )]).heard  # fmt: skip
    assert not any(tie.benefit.owner == "PER" for tie in heard.ties)


def test_what_a_minister_asks_of_the_cabinet_may_be_done_at_home() -> None:
    text = "Peru's Rosa Luna said she would recommend to the cabinet that the border be reopened."
    assert "PER offers PER.not open border" in voiced(text)
    text = "Peru's Rosa Luna recommended that the border be reopened."
    assert "PER demands None.not open border" in voiced(text)


def test_two_deeds_with_the_end_of_a_quotation_between_them_are_no_bargain() -> None:
    text = (
        "“They have had the power, and we want the money,” Peru's minister said, adding that the"
        " supplies to Chile would be reduced."
    )
    assert not conditions(text)


def test_what_is_to_be_let_through_does_not_name_the_closure() -> None:
    found = drafted(
        "Peru will not reopen its border post to Chilean trucks until Chile pays its debt, Peru's"
        " minister Rosa Luna said. She would recommend to the cabinet that perishable goods be let"
        " through, Luna said."
    )
    assert {"PER.close", "CHL.pay"} <= set(options(found))


SET_FREE = [
    "The surveyors must be set free, Chile's ministry said.",
    "The surveyors were on their own soil and must be set free at once, Chile's ministry said.",
    "Peru must set the surveyors free, Chile's ministry said.",
    "Peru must let the surveyors go, Chile's ministry said.",
]


@pytest.mark.parametrize("text", SET_FREE)
def test_whoever_is_set_free_is_held_whatever_their_trade(text: str) -> None:
    (said,) = voiced(text)
    assert said.startswith("CHL demands")
    assert said.endswith("free surveyors")


def test_what_an_objection_is_to_is_asked_of_nobody() -> None:
    said = voiced(
        "Chile's government said Peru must not object to its neighbour's membership of any league"
        " which it would join under its name."
    )
    assert said
    assert not any(" join" in each for each in said)


def test_who_once_worked_on_a_text_offers_nothing() -> None:
    said = voiced("Ada Bell, a diplomat in Peru's ministry, worked on the text of the accord.")
    assert not said


def test_an_accord_is_nobodys_alone_to_bury() -> None:
    found = drafted(
        "Peru will lift the ban if Chile frees the crew, Peru's minister said. Chile will not free"
        " the crew, its minister said. Ada Bell, Peru's defence minister, wants the accord buried."
    )
    assert set(options(found)) == {"PER.ban", "CHL.release"}
