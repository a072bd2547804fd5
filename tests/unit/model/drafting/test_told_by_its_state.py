"""Conditions without a deed: how a thing stands, that it has come, that it is held out."""

import pytest

from .drafts import conditions, drafted, options

CONDITIONS = [
    # Who can keep it so is asked not to.
    (("The case against Chile will not be withdrawn while that Border Act is in force, Bolivia's"
     " minister said."), "None.not lift case against Chile if None.not repeal Border Act"),
    ("The talks will not be resumed as long as the camp is in operation, Bolivia's minister said.",
     "None.negotiate talks if None.close camp"),
    ("If Chile persists with the toll, Bolivia will close the bridge, its minister said.",
     "BOL.not close bridge if CHL.not impose toll"),
    (("If the Chileans persist in the ban on fish, Bolivia would impose tariffs on Chilean salmon,"
     " its minister said."),
     "BOL.not impose tariffs on Chilean salmon if CHL.not impose ban on fish"),
    # What comes is sent.
    (("Bolivia would open the crossing once the first half of the debt reaches La Paz, its minister"
     " said."), "BOL.not open crossing if None.pay debt"),
    (("The talks cannot be resumed until a list of the missing soldiers reaches La Paz, Bolivia's"
     " minister said."), "None.negotiate talks if None.share list of the missing soldiers"),
    (("Bolivia will keep the crossing closed until the money from Chile has arrived, its minister"
     " said."), "None.not close  if None.pay money from Chile"),
    (
        "The ban stays until we have export licences from Peru, Chile's minister said.",
        "None.not stay ban if PER.grant export licences from Peru",
    ),
    (
        ("Chile will not open the port until it receives the list of passengers from Peru, its"
        " minister said."),
        "CHL.not open port if PER.share list of passengers from Peru",
    ),
    (
        "Chile will open the gate when the records are in our hands, its minister said.",
        "CHL.not open gate if None.share records",
    ),
    (
        "Togo said the boats could leave once the fine is in the treasury's account.",
        "None.withdraw boats if None.pay fine",
    ),
    # What falls is no more, and what is agreed is signed or accepted.
    (
        ("The objection would be dropped on the day the recognition falls, Georgia's"
        " minister said."),
        "None.not lift objection if None.not recognise ",
    ),
    (
        "If no agreement is reached with Peru, Chile will raise the toll, its minister said.",
        "CHL.not impose toll if None.sign agreement",
    ),
    (
        "The drillships will leave once such a committee has been agreed, Peru's minister said.",
        "None.withdraw drillships if None.accept committee",
    ),
    (
        ("There will be no deliveries to Tijuana until the debt has been paid by Mexico, the US"
        " minister said."),
        "USA.resume_supply deliveries to Tijuana if MEX.pay debt",
    ),
    # Who is ready for something would do it.
    (
        "Peru is ready for talks if Chile lifts the toll, its minister said.",
        "PER.negotiate talks if CHL.not lift toll",
    ),
    (
        ("Helsinki is not interested in talks with Russia unless the flow of migrants ends first,"
        " the Finnish minister said."),
        "FIN.negotiate talks with Russia if None.not stop_supply flow of migrants",
    ),
    (
        "Ghana will not discuss the quota until Togo pays the fine, Ghana's minister said.",
        "None.negotiate quota if TGO.pay fine",
    ),
    # Clauses that the parser takes for others.
    (
        "Chile will close the port should Peru keep the ban, its minister said.",
        "CHL.not close port if PER.not stay ban",
    ),
    (
        "The bridge stays shut as long as Peru refuses to pay the debt, Chile's minister said.",
        "None.not stay bridge if PER.pay debt",
    ),
    (
        ("The United States is prepared to sell Egypt the fighter, provided that Cairo cancels its"
        " order for two dozen Russian jets, a senior State Department official said on Thursday."),
        "USA.supply fighter if EGY.cancel_order order for two dozen Russian jets",
    ),
    # What is held out would be given.
    ("Bolivia's minister Ana Soto held out the prospect of a visa waiver if Chile lifts the toll.",
     "BOL.grant visa waiver if CHL.not lift toll"),
    (("Bolivia's minister Ana Soto held out the prospect of a Chilean officer aboard the flagship,"
     " on condition that Santiago stopped escorting freighters."),
     "BOL.accept Chilean officer aboard the flagship if CHL.halt escorting freighters"),
    # Who is willing, or names a condition, offers what would otherwise hurt.
    (("Bolivia's government was willing to revoke the recognition of Abkhazia provided that Georgia"
     " resumes relations."),
     "BOL.not recognise Abkhazia if GEO.restore_relations relations"),
    (("Bolivia would quit the alliance on condition that Chile withdraws its soldiers, its minister"
     " said."), "BOL.not leave alliance if CHL.withdraw soldiers"),
    # Without such words it is a threat.
    ("Bolivia would quit the alliance if Chile closed the border, its minister said.",
     "BOL.leave alliance if CHL.not close border"),
    ("If Chile persists with the toll, Bolivia will withdraw its contribution, its minister said.",
     "BOL.not withdraw contribution if CHL.not impose toll"),
    # "Provided" is a condition, whatever the parser takes it for.
    (("Bolivia offered to pay for ten years of monitoring, provided the Chilean government put its"
     " name to the declaration."),
     "BOL.pay payment for ten years of monitoring if CHL.sign declaration"),
]  # fmt: skip
NOTHING = [
    "The embargo is in force, Bolivia's minister said.",
    "Bolivia will be happy if winter arrives early, its minister said.",
    "The treaty provided that Chile would pay the debt, Bolivia's minister said.",
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS, ids=[c for _, c in CONDITIONS])
def test_a_state_is_what_brings_it_about(text: str, condition: str) -> None:
    assert condition in conditions(text)


@pytest.mark.parametrize("text", NOTHING)
def test_a_state_alone_sets_no_condition(text: str) -> None:
    assert not conditions(text)


def test_what_is_only_a_prospect_did_not_happen() -> None:
    text = (
        "Chile asked Bolivia to release the prisoners. The prospect of a release of the prisoners"
        " worries Bolivia. Bolivia demanded that Chile lift the toll."
    )
    assert options(drafted(text))["BOL.release"] is False
