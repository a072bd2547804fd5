"""What texts speak of and nobody decides: talks one is merely ready for, and things misread."""

import pytest

from .drafts import drafted, options, wishes

QUARREL = (
    "Kenya closed its border with Somalia in May. Somalia demanded that Kenya reopen the border."
    " Kenya demanded that Somalia release two fishermen."
)
TABLE = {"KEN.close", "SOM.release"}


@pytest.mark.parametrize(
    "more",
    [
        "Kenya is ready for talks, its foreign minister said.",
        "Kenya would attend a new round of talks, its foreign minister said.",
        # Ships that are ordered about are not bought, and a person who leaves withdraws no force.
        "Its trawlers will not be ordered about by Kenya, Somalia's president said.",
        "Kenya demands that the lawyer be freed so that she may leave Somalia.",
        # Of what is before a court no court is set up.
        "The fishermen can be prosecuted before a Somali court, Somalia's minister said.",
        # A rule on any of a kind is no single matter.
        "Kenya demands that Somalia endorse the judges of any court, its minister said.",
        # Of a guarantee that arrives nobody promises what it is of.
        "Games can be held on the day a guarantee of entry for the athletes arrives, Somalia said.",
        # A duty to do something is no customs duty, and what a bank charges is no tariff.
        "A duty to seek advice is nowhere to be found, objects Somalia's president.",
        "The bank in Mogadishu charges 5% on loans.",
        # What was promised or decided is told elsewhere.
        "Somalia would honour its word, its president said.",
        "Somalia's president said it would not change its mind.",
    ],
)
def test_what_puts_no_option_on_the_table(more: str) -> None:
    found = set(options(drafted(f"{QUARREL} {more}")))
    assert {o for o in found if not o.startswith(("SOM.release", "SOM.prosecute"))} == {"KEN.close"}


def test_talks_that_are_refused_are_an_option() -> None:
    found = drafted(f"{QUARREL} Kenya refuses to hold talks with Somalia.")
    assert set(options(found)) == {*TABLE, "KEN.negotiate"}


def test_who_proposes_talks_asks_the_other_side_for_them() -> None:
    found = drafted(f"{QUARREL} Somalia has proposed talks between the two police forces.")
    assert set(options(found)) == {*TABLE, "KEN.negotiate"}
    assert "SOM: KEN.negotiate" in set(wishes(found))


def test_what_goes_on_is_not_called_by_what_others_do() -> None:
    text = (
        "Kenya has stopped Somali boats on the river since May. A fisherman was fishing off the"
        " island. The interceptions will go on, Kenya's navy chief said. Somalia demanded an end"
        " to the interceptions."
    )
    named = [o.text for _, _, o in drafted(text).dispute.named_options()]  # type: ignore[union-attr]
    assert not any("fishing" in words for words in named)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            (
                "Kenya would withdraw the lawsuit only in exchange for compensation of 5 million"
                " euros, its minister said. Somalia would pay nothing while Kenya kept the lawsuit."
            ),
            "Pay the compensation of 5 million euros",
        ),
        (
            (
                "Kenya wants Somalia to adopt constitutional amendments. Somalia demanded that"
                " Kenya reopen its border."
            ),
            "Amend the constitution",
        ),
        (
            (
                "Kenya demanded that Somalia release every lorry. Somalia demanded that Kenya"
                " reopen its border."
            ),
            "Release the lorry",
        ),
    ],
)
def test_what_an_option_is_called(text: str, words: str) -> None:
    found = drafted(text).dispute
    assert found is not None
    assert words in {option.text for _, _, option in found.named_options()}


def test_money_that_is_let_go_of_and_a_refund_that_is_unblocked_are_one_matter() -> None:
    found = drafted(
        "Kenya is holding up 5 million euros for Somalia and will not let go of the money, its"
        " minister said. Somalia called on Kenya to unblock the reimbursement. Kenya demanded that"
        " Somalia release two fishermen."
    )
    assert set(options(found)) == {"KEN.unfreeze", "SOM.release"}


def test_an_apology_is_not_owed_by_those_to_whom_it_is_addressed() -> None:
    found = drafted(
        "Kenya insisted that the apology be addressed to the people of Kenya. Kenya demanded that"
        " Somalia apologise. Somalia demanded that Kenya reopen its border."
    )
    assert "KEN.apologise" not in options(found)


def test_people_let_through_are_let_in_and_soldiers_who_go_home_are_withdrawn() -> None:
    found = drafted(
        "Kenya's border will stay closed until Somalia no longer lets people through to the"
        " frontier, Kenya's minister said. Somalia said the militia must be disarmed by Kenya"
        " before a single soldier goes home."
    )
    assert {"SOM.admit", "SOM.withdraw"} <= set(options(found))
    assert not any(name.endswith(".release") for name in options(found))


@pytest.mark.parametrize(
    "more",
    [
        "An association of traders urged both governments to sit down together.",
        "A spokesman for the hauliers called on both countries to hold talks.",
        "The committee invited both parties to step up their efforts.",
    ],
)
def test_what_onlookers_ask_of_both_sides_is_no_option(more: str) -> None:
    assert set(options(drafted(f"{QUARREL} {more}"))) == TABLE


def test_what_somebody_of_no_known_side_asks_of_one_is_an_option() -> None:
    found = drafted(f"{QUARREL} A spokesman called on Somalia to sign the fisheries agreement.")
    assert set(options(found)) == TABLE | {"SOM.sign"}


def test_the_eighteen_are_those_who_are_held() -> None:
    found = drafted(
        "Kenya detained 18 Somali soldiers. Kenya will send home the 18 soldiers if Somalia clears"
        " the mines, it said. Somalia wants Kenya to give up the 18."
    )
    assert set(options(found)) == {"KEN.release", "SOM.remove"}


def test_who_is_to_stop_blocking_somebody_has_a_block_in_force() -> None:
    found = drafted(
        "Kenya must stop blocking us, the Somali minister said. Kenya demanded that Somalia release"
        " two fishermen."
    )
    assert options(found)["KEN.block"]


def test_goods_and_people_let_in_make_nobody_a_member() -> None:
    found = drafted(
        "Kenya will no longer let Somali eggs in, its minister said. Somalia must let our"
        f" veterinarians into its farms, the Kenyan minister said. {QUARREL}"
    )
    assert {"KEN.ban", "SOM.admit"} <= set(options(found))
    assert not any(name.endswith(".readmit") for name in options(found))
