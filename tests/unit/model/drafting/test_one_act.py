"""One act in two wordings is one option: plans, machines, people left where they are, goods."""

import pytest

from .drafts import drafted, options, wishes

FISHERMEN = " Kenya demanded that Somalia release the fishermen."
# Sentences about one thing that Kenya or Somalia decides, and its option.
ONE = {
    # To drop a plan is to leave undone what its owner has announced.
    "Kenya plans to close the crossing. Somalia urged Kenya to abandon the plan.": "KEN.close",
    "Kenya threatened to impose a tariff on cement. Somalia called on Kenya to drop the idea.": (
        "KEN.tariff"
    ),
    "Kenya intends to restrict the import of tea. Somalia wants the plan dropped altogether.": (
        "KEN.restriction"
    ),
    "Somalia urged Kenya to drop the idea of a tariff on cement. Kenya will impose the tariff, its"
    " minister said.": "KEN.tariff",
    "Somalia urged Kenya to lift the threat of sanctions.": "KEN.sanction",
    # Machines that stop are works that stop.
    "Kenya will not halt building. Somalia said the excavators had to stop.": "KEN.halt",
    "Somalia demanded that Kenya halt construction. The bulldozers have to stop, Somalia's minister"
    " said.": "KEN.halt",
    # Who is held and stays is not released; who is wanted and sent back is extradited.
    "Kenya arrested nine sailors. The sailors will stay until Somalia releases the fishermen,"
    " Kenya's minister said.": "KEN.release",
    "Kenya will not extradite the exiles. Somalia wants the exiles sent back.": "KEN.extradite",
    # A border that is closed to goods is the ban on imports.
    "Kenya threatened to close its border to Somali goats. Somalia called on Kenya to lift the ban"
    " on imports.": "KEN.ban",
    "Somalia urged Kenya to clear the mines together with Ugandan sappers. Kenya will not clear the"
    " mines, its minister said.": "KEN.remove",
    # A sea that is closed to boats is the ban on fishing in it; money restored is what was frozen.
    "Kenya will not reopen the northern part of the bay to trawlers, its minister said. Somalia"
    " asks that the ban be lifted.": "KEN.close",
    "Kenya froze its aid to Somalia. Somalia asked Kenya to restore the money.": "KEN.unfreeze",
    # Gates that are lowered hold the water back that others ask for.
    "Somalia asked Kenya to release water from the Tana dam. Kenya's gates will stay closed, its"
    " minister said.": "KEN.release",
    # A barrier at a closed border is the closed border; what is not unloaded is not let in.
    "Kenya closed the border in May. Somalia called on Kenya to lift the barrier.": "KEN.close",
    "Kenya banned Somali tea. No Somali tea will be unloaded, Kenya's minister said. Somalia asked"
    " Kenya to lift the ban.": "KEN.ban",
    # What is opened to people lets them in.
    "Kenya will admit no inspectors. Somalia asked Kenya to open the plant to a visit.": (
        "KEN.admit"
    ),
    # A rupture that lasts is that ties stay cut.
    "Kenya broke off diplomatic relations with Somalia in May. The rupture will last until Somalia"
    " releases the fishermen, Kenya's minister said.": "KEN.restore_relations",
    # Figures and counts of them are one thing.
    "Somalia asked Kenya for these figures. Kenya will submit complete counts of its herds, its"
    " minister said.": "KEN.share",
    # Who withdraws from the court drops the case.
    "Kenya took Somalia to court in The Hague in May. Kenya will not withdraw from The Hague,"
    " Kenya's minister said. Somalia called on Kenya to drop the case.": "KEN.lawsuit",
    # What is asked of one is not asked of another because it is held out.
    "Kenya stands by its ban on milk. Somalia urged Kenya to lift the ban.": "KEN.ban",
}


@pytest.mark.parametrize(("text", "option"), ONE.items(), ids=ONE)
def test_one_act_in_two_wordings(text: str, option: str) -> None:
    assert set(options(drafted(text + FISHERMEN))) == {option, "SOM.release"}


# Sentences about two things that Kenya decides.
TWO = {
    # Two things are planned, and both would hurt: the plan may be either.
    "Kenya threatened to close the crossing. Kenya threatened to impose a tariff on cement. Somalia"
    " called on Kenya to drop the plan.": {"KEN.close", "KEN.tariff", "KEN.halt"},
    "Somalia demanded that Kenya halt fishing. Somalia called on Kenya to halt the excavators.": {
        "KEN.halt", "KEN.halt_excavator",
    },
    # Soldiers of its own are withdrawn.
    "Kenya arrested nine sailors. Kenya will not release the sailors. Somalia demanded the"
    " withdrawal of the soldiers. The soldiers will stay, Kenya's minister said.": {
        "KEN.release", "KEN.withdraw",
    },
    # Who is held may be let go without being handed over.
    "Kenya arrested two suspects. Kenya will not extradite the suspects. Somalia wants the suspects"
    " freed.": {"KEN.release", "KEN.extradite"},
    # People are no goods.
    "Kenya closed its border to Somali citizens. Somalia called on Kenya to lift the ban on"
    " imports.": {"KEN.close", "KEN.ban"},
}  # fmt: skip


@pytest.mark.parametrize(("text", "two"), TWO.items(), ids=TWO)
def test_two_acts(text: str, two: set[str]) -> None:
    assert set(options(drafted(text + FISHERMEN))) == {*two, "SOM.release"}


def test_of_several_plans_who_is_harmed_means_the_harm() -> None:
    found = drafted(
        "Kenya will pay for the school, its minister said. Kenya threatened to impose a tariff on"
        " cement. Somalia called on Kenya to drop the plan." + FISHERMEN
    )
    assert "KEN.tariff" in options(found)
    assert "KEN.halt" not in options(found)


def test_what_is_held_out_in_return_is_not_asked_of_the_other() -> None:
    found = drafted(
        "Somalia urged Kenya to lift the ban. Somalia hinted at something in return: with the ban"
        " gone it could imagine sharing the catch data." + FISHERMEN
    )
    assert {"KEN.ban", "SOM.share"} <= set(options(found))
    assert "KEN.share" not in options(found)


def test_an_order_that_goes_unheeded_says_nothing_of_what_was_told_before() -> None:
    found = drafted(
        "Kenya has been widening the channel, officially to let Ugandan barges through. An order by"
        " a court in Mombasa has gone unheeded. Somalia demanded that Kenya halt the dredging."
        + FISHERMEN
    )
    assert set(options(found)) == {"KEN.halt", "SOM.release"}


def test_who_withdraws_from_a_pact_drops_no_case() -> None:
    found = drafted(
        "Kenya threatened to withdraw from the International Criminal Court." + FISHERMEN
    )
    assert "KEN.lawsuit" not in options(found)


SUSPENDED = [
    "ECOWAS suspended Mali in May. Mali demanded that the suspension of the country be lifted.",
    "Mali asked ECOWAS to end the suspension of Mali.",
]


@pytest.mark.parametrize("text", SUSPENDED)
def test_the_end_of_the_suspension_of_a_state_is_that_it_is_let_in(text: str) -> None:
    found = drafted(f"{text} ECOWAS demanded that Mali release the president.")
    assert set(options(found)) == {"ECOWAS.readmit", "MLI.release"}
    assert "MLI: ECOWAS.readmit" in set(wishes(found))


def test_what_is_done_to_any_member_is_a_rule() -> None:
    found = drafted(
        "Under the protocol a member state shall be expelled, ECOWAS said. ECOWAS demanded that"
        " Mali release the president. Mali demanded that ECOWAS withdraw its soldiers."
    )
    assert set(options(found)) == {"MLI.release", "ECOWAS.withdraw"}


def test_soldiers_called_home_are_withdrawn() -> None:
    found = drafted("Somalia asked Kenya to call its soldiers home." + FISHERMEN)
    assert set(options(found)) == {"KEN.withdraw", "SOM.release"}


def test_what_others_ask_for_is_not_asked_by_who_tells_of_it() -> None:
    found = drafted(
        "The files are asked for by that commission, Kenya's minister said. The files will not be"
        " shared. Somalia demanded that Kenya share the files." + FISHERMEN
    )
    assert "KEN: SOM.share" not in set(wishes(found))


def test_a_vote_of_deputies_is_held_by_no_other_party() -> None:
    found = drafted(
        "The treaty will not be restored without a vote of two thirds in parliament, Kenya's"
        " minister said. Somalia demanded that Kenya restore the treaty." + FISHERMEN
    )
    assert not any(option.endswith("hold_vote") for option in options(found))


COMMENTED = [
    'Kenya\'s minister urged Somalia to come back: "We cannot release the pilot alone."',
    'Kenya\'s minister appealed to Somalia not to stay away: "An empty seat cannot vote."',
]


@pytest.mark.parametrize("text", COMMENTED)
def test_what_is_said_beside_a_demand_is_not_demanded(text: str) -> None:
    assert set(
        options(drafted(f"Somalia demanded that Kenya lift the ban. {text}{FISHERMEN}"))
    ) == {
        "KEN.ban",
        "SOM.release",
    }


def test_a_demand_may_be_quoted() -> None:
    found = drafted('Kenya\'s minister demanded: "Somalia must release the fishermen."')
    assert "KEN: SOM.release" in set(wishes(found)) or "SOM.release" in options(found)


def test_no_such_thing_is_not_what_the_speaker_does() -> None:
    found = drafted(
        "The traders would be kept out, Kenya's minister said. Somalia, he said, should do no such"
        " thing. Somalia demanded that Kenya admit the traders." + FISHERMEN
    )
    assert "SOM.admit" not in options(found)


def test_whoever_is_waited_for_asks_for_nothing() -> None:
    found = drafted(
        "Somalia urged Kenya to sign the accord. Kenya dismissed the accord as premature; nothing"
        " is to be signed before the United Nations has spoken." + FISHERMEN
    )
    assert not any(wish.startswith("UN:") for wish in wishes(found))


def test_crossings_of_ones_own_are_others() -> None:
    found = drafted(
        "Uganda has put off the reopening of two crossings of its own. Not one lorry will leave"
        " before the crossings are open, Somalia's minister said. Kenya demanded that Somalia halt"
        " the balloons. Somalia demanded that Kenya open the crossings."
    )
    assert "KEN.close" in options(found)
    assert "UGA.close" not in options(found)


def test_it_is_not_what_are_several() -> None:
    found = drafted(
        "Kenya asked Somalia to clear the mines. The Mandera crossing, where traders used to pass,"
        " will be kept shut. Somalia, which depends on it for fuel, has asked for it to be"
        " reopened." + FISHERMEN
    )
    assert "KEN.shut_down" not in options(found)


def test_what_is_asked_of_businesses_is_no_states() -> None:
    found = drafted(
        "The embassy exerts pressure on Kenyan employers to add clauses. Somalia demanded that"
        " Kenya lift the ban." + FISHERMEN
    )
    assert set(options(found)) == {"KEN.ban", "SOM.release"}


def test_what_must_cease_is_not_what_will_not_be_unloaded() -> None:
    found = drafted(
        "The meetings must cease and no tea will be unloaded, Kenya's minister said. Somalia"
        " demanded that Kenya lift the ban on tea." + FISHERMEN
    )
    texts = [o.text for _, _, o in found.dispute.named_options()] if found.dispute else []
    assert not any("tea" in text and text.startswith("Halt") for text in texts)


def test_what_passes_through_is_no_law() -> None:
    found = drafted(
        "If Somalia wants its oil to pass through the yard, it unlocks the gate, Kenya's minister"
        " said. Somalia demanded that Kenya lift the ban." + FISHERMEN
    )
    assert not any("law" in option for option in options(found))
