"""A ban is what it keeps back, under another name; and when is it something else?"""

import pytest

from .drafts import drafted, options, wishes

FISHERMEN = " Kenya demanded that Somalia release the fishermen."
# Two sentences about one thing that Kenya keeps back, and its option.
ONE = {
    "Kenya's airspace will remain closed until Somalia releases the fishermen, Kenya said. Somalia"
    " called on Kenya to lift the ban on Somali flights.": "KEN.close",
    "Kenya closed the border on Monday. Somalia called on Kenya to lift the ban on lorries.": (
        "KEN.close"
    ),
    "Kenya will bar Somali trawlers from June 1 if Somalia does not release the fishermen, Kenya"
    " said. Somalia asked Kenya to lift the port ban.": "KEN.admit",
    "Kenya refused to reopen the border. Somalia called on Kenya to end the blockade.": "KEN.close",
    "Kenya imposed a ban on exports of tea. Somalia urged Kenya to resume exports of tea.": (
        "KEN.ban"
    ),
    # A border that is closed to goods is the ban on these, however many words there are for it.
    "Kenya suspended imports of Somali cattle. Somalia called on Kenya to reopen the border to its"
    " cattle. Imports will not resume until Somalia releases the fishermen, Kenya said.": "KEN.ban",
    "Kenya closed its market to Somali fish. Somalia asked Kenya to lift the ban on fish.": (
        "KEN.ban"
    ),
    "Kenya closed its airspace. Somalia called on Kenya to lift the ban on flights. Flights will"
    " not resume until Somalia releases the fishermen, Kenya said.": "KEN.close",
}


@pytest.mark.parametrize(("text", "option"), ONE.items(), ids=ONE)
def test_a_ban_is_what_it_keeps_back(text: str, option: str) -> None:
    found = drafted(text + FISHERMEN)
    assert set(options(found)) == {option, "SOM.release"}


def test_who_wants_the_ban_lifted_wants_in() -> None:
    found = drafted(
        "Kenya will turn back Somali trawlers unless Somalia releases the fishermen, Kenya said."
        " Somalia asked Kenya to lift the ban on trawlers." + FISHERMEN
    )
    assert "SOM: KEN.admit" in set(wishes(found, "stated"))


CLOSED = "Kenya refused to reopen its airspace. "
TWO = [
    # What is banned goes through no closed airspace.
    "Somalia called on Kenya to lift the ban on fish.",
    # It may be either.
    "Kenya suspended the treaty. Somalia called on Kenya to lift the ban.",
]


@pytest.mark.parametrize("text", TWO)
def test_a_ban_on_something_else_is_an_option_of_its_own(text: str) -> None:
    assert {"KEN.close", "KEN.ban"} <= set(options(drafted(CLOSED + text + FISHERMEN)))


def test_a_sum_offered_is_a_sum_to_be_paid() -> None:
    found = drafted(
        "Kenya offered 40 million dollars of aid. Somalia said it would release the"
        " fishermen if Kenya paid the money."
    )
    assert found.dispute is not None
    texts = [option.text for _, _, option in found.dispute.named_options()]
    assert "Pay 40 million dollars of aid" in texts
    assert sum(name.startswith("KEN.") for name in options(found)) == 1


def test_what_is_paid_out_of_frozen_money_is_that_money() -> None:
    found = drafted(
        "Kenya promised 40 million dollars in aid. Kenya will not release a cent of the money until"
        " Somalia releases the fishermen, Kenya's government said."
    )
    assert sum(name.startswith("KEN.") for name in options(found)) == 1


APPROVED = {
    # Whoever approves a sale decides on it.
    "Kenya refused to approve the sale of ten helicopters to Somalia. Somalia urged Kenya to"
    " approve the sale without delay.": {"KEN.supply"},
    "Kenya will not approve the delivery of ten helicopters unless Somalia releases the fishermen,"
    " Kenya's government said. Somalia called on Kenya to approve the delivery.": {"KEN.supply"},
    # What the buyer wants is the seller's sale.
    "Kenya offered to sell ten helicopters to Somalia. The Somali government said it would like to"
    " have the helicopters.": {"KEN.supply"},
    # A state is nothing that is given up.
    "Somalia demanded that Kenya remove it from the list of unsafe countries.": {"KEN.remove"},
}


@pytest.mark.parametrize(("text", "owned"), APPROVED.items(), ids=APPROVED)
def test_one_deed_in_two_wordings(text: str, owned: set[str]) -> None:
    found = drafted(text + FISHERMEN)
    assert {name for name in options(found) if name.startswith("KEN.")} == owned


def test_a_state_is_called_by_its_name() -> None:
    found = drafted("Somalia demanded that Kenya remove it from the list of sponsors." + FISHERMEN)
    assert found.dispute is not None
    texts = [option.text for _, _, option in found.dispute.named_options()]
    assert "Remove Somalia from the list of sponsors" in texts


def test_what_stands_beside_a_refusal_is_not_refused() -> None:
    found = drafted(
        "Kenya will not reopen the border until 40 million dollars frozen at a bank in Mogadishu"
        " have been released, the Kenyan government said." + FISHERMEN
    )
    assert "KEN.unfreeze" not in options(found)


def test_who_holds_a_man_decides_whether_he_is_handed_over() -> None:
    found = drafted(
        "Kenya will release the pilot Abdi Warsame only if Ethiopia withdraws its complaint, the"
        " Kenyan government said. Somalia said it would impose tariffs if he was extradited."
    )
    assert {"KEN.release", "KEN.extradite"} <= set(options(found))


def test_what_an_act_is_done_to_is_no_demand_of_its_own() -> None:
    found = drafted(
        "Somalia called on Kenya to halt drilling in its waters. Kenya refused to halt the"
        " drilling." + FISHERMEN
    )
    assert set(options(found)) == {"KEN.halt", "SOM.release"}


def test_a_demand_that_is_told_is_not_the_one_before_it() -> None:
    found = drafted(
        "Somalia demanded that Kenya release the sailors. Kenya rejected the Somali demand that the"
        " opposition be allowed to run." + FISHERMEN
    )
    assert "KEN: not KEN.release" not in set(wishes(found, "stated"))


HELD = {
    "Somalia demanded that Kenya extradite the banker Budi Hartono. Kenya refused to hand over"
    " the banker.": {"KEN.extradite"},
    "Kenya is holding 14 barges. Somalia demanded that Kenya release the barges. Kenya will not"
    " give up a single barge, the Kenyan government said.": {"KEN.release"},
}


@pytest.mark.parametrize(("text", "owned"), HELD.items(), ids=HELD)
def test_who_is_given_up_is_let_go_or_handed_over(text: str, owned: set[str]) -> None:
    found = drafted(text + FISHERMEN)
    assert {name for name in options(found) if name.startswith("KEN.")} == owned


def test_the_curbs_are_the_ban_that_is_told_of() -> None:
    found = drafted(
        "Kenya will maintain its ban on tea exports. Kenya will resume oil deliveries only if the"
        " fishermen are freed, the Kenyan government said. Somalia demanded that Kenya lift the"
        " restrictions." + FISHERMEN
    )
    assert {"KEN.ban", "KEN.supply", "SOM.release"} == set(options(found))


def test_an_embassy_is_closed_to_no_goods() -> None:
    found = drafted(
        "Kenya closed its embassy in Mogadishu. Somalia called on Kenya to reopen its embassy and"
        " to lift the ban on fish imports." + FISHERMEN
    )
    assert {"KEN.close", "KEN.ban"} <= set(options(found))


def test_a_ban_in_ports_keeps_nobody_out_of_another_zone() -> None:
    found = drafted(
        "Kenya is considering a ban on landings by Somali boats in its ports. Somalia asked Kenya"
        " to grant Somali vessels access to its fishing zone. Kenya refused." + FISHERMEN
    )
    assert set(options(found)) == {"KEN.ban", "KEN.grant", "SOM.release"}


def test_a_quota_that_stands_is_not_reduced() -> None:
    found = drafted(
        "Kenya called on Somalia to reduce its tuna quota by a third. The quota will stand,"
        " Somalia's fisheries ministry replied. Somalia demanded that Kenya open its ports."
    )
    assert set(options(found)) == {"SOM.reduce", "KEN.close"}
    assert "SOM: not SOM.reduce" in set(wishes(found))


def test_where_its_end_is_asked_for_the_quota_itself_is_the_matter() -> None:
    found = drafted(
        "Kenya called on Somalia to reduce its tuna quota. Kenya then demanded that Somalia lift"
        " the quota. The quota will stand, Somalia's fisheries ministry replied. Somalia demanded"
        " that Kenya open its ports."
    )
    assert "SOM.quota" in set(options(found))
