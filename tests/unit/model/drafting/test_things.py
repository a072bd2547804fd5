"""Which wordings mean one thing, and which two?"""

import pytest

from detente.lexicon.acts import Family, inventory
from detente.model.drafting.things import singular, thing

from .drafts import drafted

FAMILIES = inventory().families

SAME = [
    ("possession", "the S-400 system", "its Russian-made S-400s"),
    ("possession", "the S-400 system", "the S 400"),
    ("possession", "the S-400 system", "S-400s’"),
    ("possession", "the S-400 system", "the system"),
    ("possession", "the S-400 system", "the missiles"),
    ("possession", "the S-400 system", "it"),
    ("funds", "the credit line", "the second tranche of the credit line"),
    ("funds", "the last instalment of the pledge", "the pledge"),
    ("supply", "the first batch of the turbines", "the turbines"),
    ("closure", "the border", "its border with Somalia"),
    ("closure", "the border", "the frontier"),
    ("closure", "the border", "all crossings"),
    ("closure", "the border", "it"),
    ("measure", "the sanctions", "US sanctions on Iran"),
    ("measure", "the sanctions", "those restrictions"),
    ("measure", "the tariffs", "a tariff of 25 percent"),
    ("measure", "the tariffs", "duties"),
    ("custody", "two sailors", "the prisoners"),
    ("custody", "the crew", "them"),
    ("presence", "its troops", "the soldiers in the valley"),
    ("presence", "special police", "forces"),
    ("upkeep", "the memorandum", "the document"),
    ("permission", "an export licence for the turbines", "permission to export the turbines"),
    ("permission", "permission for the export of the turbines", "permission to export turbines"),
    ("permission", "permission", "permission to lay the cable"),
    ("permission", "access to the lagoon", "visas"),
    ("membership", "the F-35 programme", "the programme"),
    ("membership", "the programme", "the project"),
    ("activity", "the filling of the reservoir", "filling"),
    ("activity", "filling", "the dam"),
    ("signing", "the treaty", "the accord"),
    ("custody", "the teacher Ada Bell", "the prisoner"),
    ("custody", "Ada Bell", "Mrs Bell"),
    ("custody", "the sailors and their boats", "the boats"),
    ("custody", "two Somali nationals", "the couple"),
    ("closure", "the Mandera border crossing", "the crossing"),
    ("payment", "about $1.5 billion in damages", "the damages"),
    ("payment", "40 million euros in aid", "the money"),
    ("payment", "compensation for the trawler", "damages"),
    ("signing", "the Nairobi Declaration", "the declaration"),
    ("~withdraw", "maps and charts", "a single chart"),
    ("measure", "the export-ban", "the ban on exports"),
    ("supply", "arms supplies to the rebels", "arms"),
    ("supply", "gas deliveries", "supplies"),
    ("supply", "the supply of drones", "drones"),
    ("activity", "the use of the name", "using the name"),
    ("activity", "the excavators", "the digging of the canal"),
    ("activity", "a dredger", "dredging"),
]


@pytest.mark.parametrize(("family", "one", "other"), SAME)
def test_one_thing_in_two_wordings(family: str, one: str, other: str) -> None:
    assert thing(one).same(thing(other), family_of(family))
    assert thing(other).same(thing(one), family_of(family))


def family_of(name: str) -> Family:
    """The family of that name; of a verb that no table knows, its own."""
    return FAMILIES.get(name) or Family(name=name, option=name, text=name)


OTHER = [
    ("supply", "the first batch of the turbines", "the cables"),
    ("supply", "arms supplies to the rebels", "grain"),
    ("activity", "the use of the name", "the printing of maps"),
    ("possession", "the S-400 system", "the S-300 system"),
    ("possession", "the S-400 system", "F-16 jets"),
    ("closure", "the border", "the airspace"),
    ("closure", "the border", "the port of Mombasa"),
    ("measure", "the sanctions", "the tariffs"),
    ("measure", "a landing fee", "the sanctions"),
    ("activity", "the filling", "enrichment"),
    ("activity", "drilling", "fishing"),
    ("activity", "the cranes", "fishing"),
    ("activity", "construction", "mining"),
    ("supply", "gas", "wheat"),
    ("recognition", "its passports", "its borders"),
    ("permission", "visas", "fishing licences"),
    ("custody", "the teacher Ada Bell", "the engineer Ben Crane"),
    ("custody", "Ada Bell", "Ben Crane"),
    ("custody", "the journalists", "the fishermen"),
    ("custody", "the trawlers", "their crews"),
    ("closure", "the Mandera crossing", "the Liboi crossing"),
    ("signing", "the Mombasa Declaration", "the Kisumu Declaration"),
    ("permission", "political asylum", "the safe-conduct"),
    ("permission", "permission to lay the cable", "visas"),
    ("permission", "permission to lay the cable", "permission to map the seabed"),
]


@pytest.mark.parametrize(("family", "one", "other"), OTHER)
def test_two_things(family: str, one: str, other: str) -> None:
    assert not thing(one).same(thing(other), FAMILIES[family])
    assert not thing(other).same(thing(one), FAMILIES[family])


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("the border", "border"),
        ("its border with Somalia", "border"),
        ("“the border”", "border"),
        ("those Russian-made systems", "system"),
        ("the filling of the reservoir", "filling"),
        ("filling the reservoir", "filling"),
        ("operating rules", "rule"),
        ("remaining prisoners", "prisoner"),
        ("fishing boats", "boat"),
        ("training camps", "camp"),
        ("seizing boats", "seizing"),
        ("mines together with Ugandan sappers", "mine"),
        ("a tariff of 25 percent on steel", "tariff"),
        ("the country's sanctions", "sanction"),
        ("", ""),
        ("it", "it"),
        ("350,000 acre-feet of water", "water"),
        ("3 cubic kilometres of water a year", "water"),
        ("a cent of it", "it"),
        ("900 million euros in aid for the harbour", "aid"),
        ("about $1.5 billion in damages", "damage"),
        ("the $25 million frozen at a bank", "money"),
        ("a $25 million loan", "loan"),
        ("another round of talks", "talk"),
        ("the delivery without further delay", "delivery"),
        ("’", ""),
        ("   ", ""),
    ],
)
def test_the_noun_that_heads_it(words: str, head: str) -> None:
    assert thing(words).head == head


def test_a_mine_is_no_pronoun() -> None:
    assert not thing("the mine").generic


def test_designations_are_told_whatever_stands_between_letter_and_number() -> None:
    assert {thing(w).designations for w in ("S-400", "S400s", "the S 400 system")} == {
        frozenset({"S-400"})
    }
    assert thing("S-300 or S-400 systems").designations == {"S-300", "S-400"}


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("borders", "border"), ("duties", "duty"), ("police", "police"), ("crew", "crew"),
        ("passes", "pass"), ("taxes", "tax"), ("glass", "glass"), ("women", "woman"),
        ("fishermen", "fisherman"), ("gas", "gas"), ("ship's", "ship"), ("", ""), ("s", "s"),
    ],
)  # fmt: skip
def test_singular(noun: str, one: str) -> None:
    assert singular(noun) == one


def test_a_person_by_name_has_no_article() -> None:
    found = drafted(
        "Kenya demanded the extradition of Ada Bell. Somalia refused to extradite Ada Bell."
        " Somalia demanded that Kenya reopen the border."
    )
    assert found.dispute is not None
    texts = [option.text for _, _, option in found.dispute.named_options()]
    assert "Extradite Ada Bell" in texts


TARIFFS = " Kenya demanded that Somalia lift the tariffs."
# What is said of a thing, and the option's text.
NAMED = {
    "Somalia called on Kenya to reopen the crossing. Kenya will reopen the Mandera border crossing"
    " only if Somalia lifts the tariffs, Kenya said.": "Keep the Mandera border crossing closed",
    "Kenya refused to release the teacher Ada Bell. Somalia demanded that Kenya release the"
    " woman.": "Release the teacher Ada Bell",
    "Somalia demanded that Kenya pay 40 million dollars in damages. Kenya refused to pay the"
    " damages.": "Pay 40 million dollars in damages",
    "Somalia urged Kenya to approve the loan without further delay. Kenya refused to approve a"
    " loan of 3 billion shillings.": "Approve the loan of 3 billion shillings",
    "Somalia demanded that Kenya stop the digging. Kenya refused to stop the digging. The order of"
    " the court obliges Kenya to cease extraction at Lodi.": "Halt the extraction at Lodi",
    "Somalia demanded that Kenya withdraw the maps and charts. Kenya said it would not withdraw a"
    " single map.": "Withdraw maps and charts",
}


@pytest.mark.parametrize(("text", "called"), NAMED.items(), ids=NAMED.values())
def test_an_option_is_called_after_the_fullest_mention(text: str, called: str) -> None:
    assert called in texts_of(text + TARIFFS)


def test_two_prisoners_are_two_options() -> None:
    found = texts_of(
        "Somalia demanded that Kenya release the teacher Ada Bell. Somalia demanded that Kenya"
        " release the engineer Ben Crane." + TARIFFS
    )
    assert {"Release the teacher Ada Bell", "Release the engineer Ben Crane"} <= found


def test_boats_and_their_crews_are_two_options() -> None:
    found = texts_of(
        "Somalia demanded that Kenya release the trawlers. Kenya refused to release the crews."
        + TARIFFS
    )
    assert {"Release trawlers", "Release crews"} <= found


def texts_of(text: str) -> set[str]:
    """Texts of the options drafted."""
    found = drafted(text)
    assert found.dispute is not None
    return {option.text for _, _, option in found.dispute.named_options()}
