"""Disputes that are taken further: to a court, to an organisation, to the Security Council."""

import pytest

from detente.domain.conditions import written

from .drafts import drafted, options, wishes

BAN = " Kenya banned Somali fish in May. Somalia demanded that Kenya lift the ban."
TAKEN = [
    "If the ban stayed, Somalia would take the matter to the World Trade Organization, it said.",
    "Somalia threatened to bring the dispute before the Security Council.",
    "Unless the ban is lifted, Somalia will turn to the Security Council, its minister said.",
    "Unless Kenya lifts it, Somalia will report the case to the General Assembly, it said.",
    "Kenya must lift the ban or else the matter will go to the World Court, Somalia said.",
    "Somalia threatened to go to the tribunal in Hamburg.",
    "Somalia warned that it would lodge a complaint with the World Trade Organization.",
    # A body that watches over what states have agreed is turned to as a court is.
    "If Kenya kept the ban, Somalia would turn to the East African Secretariat, it said.",
    "Somalia will bring the matter before the fisheries commission, its minister said.",
    "Somalia would go to the tuna committee unless Kenya lifted the ban, its minister said.",
    # Judges are asked for a ruling, and arbitration is applied for.
    "Somalia will ask the East African Court of Justice to strike down the ban, it said.",
    "Somalia would ask the tribunal to annul the ban unless Kenya lifted it, it said.",
    "Unless the ban goes, Somalia will ask a court in Arusha to rule on it, it said.",
    "Somalia would file for arbitration if Kenya kept the ban, its minister said.",
    "If Kenya kept the ban, Somalia would start arbitration, its minister said.",
    "Unless Kenya lifts it, Somalia will initiate arbitration proceedings, it said.",
    # What is quarrelled about is taken there as well, and back there.
    "Somalia will take the ban back to the Security Council, its minister said.",
    "Somalia would bring the ban before the World Trade Organization, its minister said.",
]


@pytest.mark.parametrize("told", TAKEN)
def test_a_dispute_that_is_taken_further_is_an_option(told: str) -> None:
    assert "SOM.lawsuit" in set(options(drafted(told + BAN)))


@pytest.mark.parametrize(
    "told",
    [
        # Who travels there takes no dispute along.
        "Somalia's minister will go to the Security Council on Monday.",
        "Somalia wants to turn to its own council of elders, its minister said.",
        "Somalia brought its case file to the court.",
        "Somalia appealed to Kenya to keep calm.",
        "Somalia would turn to the fisheries commission for a loan, its minister said.",
        "Somalia asked the court to be patient.",
        "Lawyers will ask the court to free the two fishermen.",
        "Somalia asked the commission to send observers.",
        "Somalia turned to Kenya's commission, its minister said.",
        "Somalia will take its proposal to the Security Council, its minister said.",
        "Somalia's envoy took his seat at the Security Council.",
    ],
)
def test_who_only_goes_there_sues_nobody(told: str) -> None:
    assert not {"SOM.lawsuit", "SOM.appeal"} & set(options(drafted(told + BAN)))


@pytest.mark.parametrize(
    ("told", "called"),
    [
        (TAKEN[0], "Take the case to the World Trade Organization"),
        (TAKEN[1], "Take the case to the Security Council"),
        (
            "Somalia said it would appeal against the ruling unless Kenya lifted the ban.",
            "Appeal against the ruling",
        ),
        # What is before the judges already is kept there.
        (
            (
                "Somalia filed a complaint with the World Trade Organization in March. Kenya wants"
                " Somalia to withdraw the complaint."
            ),
            "Keep the lawsuit at the World Trade Organization in force",
        ),
    ],
)
def test_what_it_is_called(told: str, called: str) -> None:
    found = drafted(told + BAN).dispute
    assert found is not None
    assert called in {option.text for _, _, option in found.named_options()}


@pytest.mark.parametrize(
    "told",
    [
        "Somalia is thinking of lodging a complaint with the tuna commission, its minister said.",
        "Somalia is drawing up a complaint to the World Trade Organization, its minister said.",
        "Somalia is toying with filing a complaint in Arusha, its minister said.",
    ],
)
def test_what_is_only_thought_of_is_not_filed(told: str) -> None:
    found = drafted(told + BAN).dispute
    assert found is not None
    assert "KEN" in {party.code for party in found.parties}
    assert not {name for name in found.status_quo or () if name.startswith("somalia.")}


def test_what_is_asked_of_judges_hangs_on_the_case_as_the_asking_does() -> None:
    found = drafted(
        "Somalia will ask the East African Court to annul Kenya's levy on its fish unless it is"
        " lifted, its minister said. Kenya has imposed a levy on Somali fish."
    ).dispute
    assert found is not None
    said = {written(s) for p in found.parties for q in p.preferences for s in q.says}
    assert "not kenya.levy" in said


def test_an_agency_that_states_founded_decides_for_itself() -> None:
    found = drafted(
        "The International Atomic Energy Agency will report the case to the Security Council unless"
        " Kenya admits its inspectors, the agency said. Kenya refused to admit them."
    )
    assert "IAEA.lawsuit" in set(options(found))


def test_what_its_owner_threatens_with_once_is_in_the_model() -> None:
    more = (
        " Kenya demanded that Somalia release two fishermen, reopen its port and pay the fees."
        " Somalia demanded that Kenya apologise."
    )
    told = "Somalia threatened to bring the dispute before the Security Council."
    assert "SOM.lawsuit" in set(options(drafted(told + BAN + more)))


@pytest.mark.parametrize(
    "told",
    [
        "Kenya would lift the ban if Somalia refrained from suing, its minister said.",
        "Kenya will lift the ban if Somalia refrains from going to the tuna commission, it said.",
        "Kenya offered to lift the ban in return for Somalia refraining from going to court.",
        "Kenya will lift the ban if Somalia desists from taking the case to the tribunal, it said.",
    ],
)
def test_who_refrains_from_it_takes_nothing_further(told: str) -> None:
    found = drafted(told + BAN + " Somalia threatened to take the matter to the tribunal.")
    assert "KEN: not KEN.ban requires not SOM.lawsuit" in set(wishes(found))


def test_who_refrains_from_closing_keeps_open() -> None:
    found = drafted("Somalia urged Kenya to refrain from closing the border.")
    assert "SOM: not KEN.close" in set(wishes(found))
