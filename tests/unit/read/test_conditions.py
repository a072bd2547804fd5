"""Does every wording of a condition come to "the benefit requires the needs"?

Each form of condition stands in three wordings or more, over several disputes. What a
condition speaks of is compared by what it comes to: "not keep its troops" is a withdrawal.
"""

import pytest

from detente.read.conditions.grounds import names_law

from .sentences import cases, party, read, sense, words

# Text, who is to have or grant the benefit and which, who must do what.
FORMS = [
    # until a noun, and who says so at the end
    (
        "Kenya will not lift the sanctions until the withdrawal of Somali troops, it said.",
        "not measure",
        {"presence"},
    ),
    (
        "Kenya will keep the border closed until the release of its soldiers, the minister said.",
        "not closure",
        {"custody"},
    ),
    # kept as it is, whatever the parser makes of "shut"
    (
        "Kenya said it would keep the customs post at Mandera shut until Somalia frees the crews.",
        "not closure",
        {"custody"},
    ),
    (
        "Kenya will keep the border shut until Somalia releases the drivers, its minister said.",
        "not closure",
        {"custody"},
    ),
    # cannot A if it wants B
    (
        (
            "The Azerbaijani minister said Armenia cannot keep its troops there if it wants"
            " the prisoners to be released."
        ),
        "custody",
        {"presence"},
    ),
    (
        (
            "The Kenyan minister said Somalia may not keep its soldiers in Mandera if it wants to"
            " reopen the border."
        ),
        "not closure",
        {"presence"},
    ),
    (
        (
            "The British minister said Norway can't charge the fee if it wants to return to the"
            " fisheries programme."
        ),
        "membership",
        {"not measure"},
    ),
    (
        (
            "If it wants to rejoin the programme, the French minister said, Niger cannot operate"
            " the S-300 system."
        ),
        "membership",
        {"possession"},
    ),
    # must A if it wants B
    (
        "The Greek minister said Turkey must halt the drilling if it wants to rejoin the project.",
        "membership",
        {"activity"},
    ),
    (
        "If Iran wants the sanctions lifted, the US envoy said, it must admit the inspectors.",
        "not measure",
        {"inspection"},
    ),
    # must A to B
    (
        "The Greek minister said Turkey must halt the drilling to rejoin the project.",
        "membership",
        {"activity"},
    ),
    (
        (
            "The Indian minister said Pakistan has to release the fishermen in order to return to"
            " the bloc."
        ),
        "membership",
        {"custody"},
    ),
    (
        "To rejoin the bloc, the French minister said, Japan must stop whaling.",
        "membership",
        {"activity"},
    ),
    (
        "The American envoy said Niger needs to give up the drones to get back into the programme.",
        "membership",
        {"possession"},
    ),
    # must A before B
    (
        "The Greek minister said Turkey must halt the drilling before it rejoins the project.",
        "membership",
        {"activity"},
    ),
    (
        (
            "The Azerbaijani minister said Armenia must withdraw its troops before the prisoners"
            " are released."
        ),
        "custody",
        {"presence"},
    ),
    (
        "The British minister said Spain must open the border before any return to the bloc.",
        "membership",
        {"not closure"},
    ),
    # not B unless A
    (
        (
            "Kenya will not reopen the border unless Somalia withdraws its soldiers, the Kenyan"
            " minister said."
        ),
        "not closure",
        {"presence"},
    ),
    (
        (
            "The American envoy said the sanctions would not be lifted unless Iran admitted the"
            " inspectors."
        ),
        "not measure",
        {"inspection"},
    ),
    (
        "Unless Armenia withdraws its troops, Baku will not release the prisoners, an envoy said.",
        "custody",
        {"presence"},
    ),
    # not B until A
    (
        "Kenya will keep the border closed until Somalia withdraws its soldiers, Nairobi said.",
        "not closure",
        {"presence"},
    ),
    (
        "The American envoy said no sanctions would be lifted until Iran admitted the inspectors.",
        "not measure",
        {"inspection"},
    ),
    (
        "Norway will not grant access to the waters until Britain shares the records, Oslo said.",
        "permission",
        {"disclosure"},
    ),
    # not B before A
    (
        "Azerbaijan will not release the prisoners before Armenia withdraws its troops, Baku said.",
        "custody",
        {"presence"},
    ),
    # no B without A
    (
        (
            "The American envoy said there would be no lifting of sanctions without the admission"
            " of inspectors."
        ),
        "not measure",
        {"inspection"},
    ),
    (
        "Without a withdrawal of Armenian troops the prisoners will not be released, Baku said.",
        "custody",
        {"presence"},
    ),
    (
        (
            "The Greek minister said there could be no return to the project without a halt to the"
            " drilling."
        ),
        "membership",
        {"activity"},
    ),
    # barred from B while A
    (
        (
            "Turkey is barred from returning to the project while it continues the drilling, the"
            " Greek minister said."
        ),
        "membership",
        {"activity"},
    ),
    (
        (
            "The French minister said Niger was banned from rejoining the programme as long as it"
            " operates the S-300 system."
        ),
        "membership",
        {"possession"},
    ),
    (
        (
            "The British minister said Spain would be barred from rejoining the bloc while the"
            " border remains closed."
        ),
        "membership",
        {"not closure"},
    ),
    # not B as long as A
    (
        (
            "Azerbaijan will not release the prisoners as long as Armenia keeps its troops there,"
            " Baku said."
        ),
        "custody",
        {"presence"},
    ),
    # B only if, only once, only when, only after A
    (
        "Kenya will reopen the border only if Somalia withdraws its soldiers, Nairobi said.",
        "not closure",
        {"presence"},
    ),
    (
        (
            "The American envoy said the sanctions would be lifted only after Iran admitted the"
            " inspectors."
        ),
        "not measure",
        {"inspection"},
    ),
    (
        "Once Armenia withdraws its troops, the prisoners will be released, Baku said.",
        "custody",
        {"presence"},
    ),
    (
        "Norway will grant access to the waters only when Britain shares the records, Oslo said.",
        "permission",
        {"disclosure"},
    ),
    # B if A, B provided that A
    (
        "Kenya will reopen the border if Somalia withdraws its soldiers, Nairobi said.",
        "not closure",
        {"presence"},
    ),
    (
        "The American envoy said the sanctions would be lifted if Iran admitted the inspectors.",
        "not measure",
        {"inspection"},
    ),
    (
        (
            "Azerbaijan will release the prisoners provided that Armenia withdraws its troops, Baku"
            " said."
        ),
        "custody",
        {"presence"},
    ),
    # B requires A
    (
        (
            "The Azerbaijani minister said a release of the prisoners requires the withdrawal of"
            " Armenian troops."
        ),
        "custody",
        {"presence"},
    ),
    (
        "The Greek minister said a return to the project requires Turkey to halt the drilling.",
        "membership",
        {"activity"},
    ),
    (
        (
            "The American envoy said the lifting of the sanctions depends on the admission of"
            " inspectors."
        ),
        "not measure",
        {"inspection"},
    ),
    (
        (
            "The British minister said a reopening of the border hinged on the release of the"
            " fishermen."
        ),
        "not closure",
        {"custody"},
    ),
    (
        (
            "For a return to the project, the Greek minister said, the treaty requires Turkey to"
            " halt the drilling."
        ),
        "membership",
        {"activity"},
    ),
    # A is a condition for B, B is conditional on A
    (
        (
            "The Azerbaijani minister said the withdrawal of Armenian troops was a condition for"
            " the release of the prisoners."
        ),
        "custody",
        {"presence"},
    ),
    (
        (
            "The American envoy said the lifting of sanctions was conditional on the admission of"
            " inspectors."
        ),
        "not measure",
        {"inspection"},
    ),
    (
        "Greece has made a halt to the drilling a condition for a return to the project.",
        "membership",
        {"activity"},
    ),
    # harm unless, harm if: its absence is the benefit
    (
        "Kenya will close the border unless Somalia withdraws its soldiers, Nairobi said.",
        "not closure",
        {"presence"},
    ),
    (
        "The American envoy said sanctions would be imposed unless Iran admitted the inspectors.",
        "not measure",
        {"inspection"},
    ),
    (
        "Turkey will impose a fee if Greece continues the drilling, Ankara said.",
        "not measure",
        {"activity"},
    ),
    # loosely worded: passive, unknown or bare verbs, things that come about, what stays
    (
        "The Greek parliament will lift the ban only after the constitution has been amended.",
        "not measure",
        {"amendment"},
    ),
    (
        "There will be no association unless Iran releases the prisoners, Baku said.",
        "founding",
        {"custody"},
    ),
    (
        "Kenya will not lift the ban as long as there is no agreement, Nairobi said.",
        "not measure",
        {"signing"},
    ),
    (
        "The Kenyan ban will stay in place until Somalia withdraws its soldiers, Nairobi said.",
        "not measure",
        {"presence"},
    ),
    (
        "The ban will remain as long as Somalia refuses to withdraw its soldiers, Nairobi said.",
        "not measure",
        {"presence"},
    ),
    (
        "Kenya will lift the ban in exchange for a withdrawal of Somali soldiers, Nairobi said.",
        "not measure",
        {"presence"},
    ),
    (
        "Only a change of the constitution would make Greece lift the ban, Athens said.",
        "not measure",
        {"amendment"},
    ),
    (
        "Norway makes the lifting of the ban conditional on the release of the fishermen.",
        "not measure",
        {"custody"},
    ),
    (
        "The act bars returning the fishermen unless Kenya lifts the ban, the minister said.",
        "custody",
        {"not measure"},
    ),
    # several needs
    (
        (
            "The French minister said Niger may neither operate nor possess the S-300 system if it"
            " wants to rejoin the programme."
        ),
        "membership",
        {"possession"},
    ),
    (
        (
            "The Azerbaijani minister said Armenia must withdraw its troops and release the"
            " soldiers to rejoin the bloc."
        ),
        "membership",
        {"presence", "custody"},
    ),
    (
        (
            "The Azerbaijani minister said the reopening of the border requires the withdrawal of"
            " the troops as well as the release of the soldiers."
        ),
        "not closure",
        {"presence", "custody"},
    ),
    (
        (
            "Azerbaijan will reopen the border in exchange for the withdrawal of the troops and an"
            " apology, its minister said."
        ),
        "not closure",
        {"presence", "apology"},
    ),
    (
        (
            "Azerbaijan will reopen the border in exchange for the withdrawal of the troops or an"
            " apology, its minister said."
        ),
        "not closure",
        {"presence"},
    ),
]
KNOWN: dict[str, str] = {
    "The British minister said Norway can't charge": 'the parser ends the clause at "fisheries"',
}


@pytest.mark.parametrize(("text", "benefit", "needs"), cases(FORMS, KNOWN))
def test_a_condition_is_taken_apart(text: str, benefit: str, needs: set[str]) -> None:
    requirements = read(text).requirements
    assert len(requirements) == 1
    (found,) = requirements
    assert found.benefit is not None
    assert (sense(found.benefit), {sense(n) for n in found.needs}) == (benefit, needs)


NONE = [
    "Even if Somalia withdraws its soldiers, Kenya will not reopen the border, Nairobi said.",
    "Kenya will not reopen the border even if Somalia withdraws its soldiers, Nairobi said.",
    "The sanctions would not be lifted, even if Iran admitted the inspectors, the envoy said.",
    "The American envoy said that even if Iran admitted the inspectors the sanctions would stay.",
    "Even were Armenia to withdraw its troops, Azerbaijan would not release the prisoners.",
    "Even after Armenia withdrew its troops, Azerbaijan did not release the prisoners.",
    "Kenya will not reopen the border, even with the soldiers withdrawn, Nairobi said.",
    "The Kenyan minister asked if Somalia had withdrawn its soldiers.",
    "The Kenyan minister did not say whether the border would be reopened.",
    "Somalia withdrew its soldiers before Kenya reopened the border.",
    "Kenya reopened the border after Somalia withdrew its soldiers.",
    "When Somalia withdrew its soldiers, Kenya reopened the border.",
    "The two ministers met to discuss the border.",
    "While Kenya welcomed the withdrawal of the soldiers, it did not reopen the border.",
    "Kenya closed the border without releasing the fishermen.",
    "In return for the fee Kenya has been levying a tariff on tea since April.",
    "Kenya will help the region, providing access to the ports.",
]
KNOWN_AS_CONDITIONS: dict[str, str] = {
    "Kenya closed the border without": '"without" after a deed that was done is a condition',
}


@pytest.mark.parametrize(("text",), cases([(text,) for text in NONE], KNOWN_AS_CONDITIONS))
def test_what_sets_no_condition(text: str) -> None:
    assert [(r.form, words(r.condition, read(text))) for r in read(text).requirements] == []


# --- whose and on what ground -----------------------------------------------------------------

WHOSE = [
    (
        (
            "Kenya will not reopen the border unless Somalia withdraws its soldiers, the Kenyan"
            " minister said."
        ),
        "KEN",
        {"SOM"},
    ),
    (
        (
            "The Azerbaijani minister said Armenia must withdraw its troops before the prisoners"
            " are released."
        ),
        None,
        {"ARM"},
    ),
    (
        "Turkey must halt the drilling if it wants to rejoin the project, the Greek minister said.",
        "TUR",
        {"TUR"},
    ),
    (
        (
            "“We will not grant access to the waters until Britain shares the records,” the"
            " Norwegian minister said."
        ),
        "NOR",
        {"GBR"},
    ),
    (
        (
            "Kenya will not reopen the border unless it withdraws its soldiers from Mandera, the"
            " Somali minister was told."
        ),
        "KEN",
        {"SOM"},
    ),
]
KNOWN_WHOSE = {
    WHOSE[4][0]: "“it” in a condition means the other side, named after it; nobody could be sure",
}


@pytest.mark.parametrize(("text", "grantor", "bound"), cases(WHOSE, KNOWN_WHOSE))
def test_who_grants_and_who_is_bound(text: str, grantor: str | None, bound: set[str]) -> None:
    (found,) = read(text).requirements
    assert found.benefit is not None
    assert party(found.benefit.agent) == grantor
    assert {party(n.agent) or party(n.object) for n in found.needs} == bound


def test_the_condition_belongs_to_the_statement_that_holds_it() -> None:
    reading = read(
        "The Kenyan minister said the weather was fine. Kenya will not reopen the border unless"
        " Somalia withdraws its soldiers, the Kenyan minister said."
    )
    assert [r.statement for r in reading.requirements] == [reading.statements[1].id]


def test_a_condition_told_by_the_writer_belongs_to_no_statement() -> None:
    reading = read("Kenya will not reopen the border unless Somalia withdraws its soldiers.")
    assert [r.statement for r in reading.requirements] == [None]
    assert reading.statements == ()


def test_a_writer_may_name_who_set_it() -> None:
    reading = read(
        "Greece has made a halt to the drilling a condition for a return to the project."
    )
    assert [r.setter for r in reading.requirements] == ["GRC"]


def test_the_propositions_of_a_condition_are_linked() -> None:
    reading = read(
        "Kenya will not reopen the border unless Somalia withdraws its soldiers, Nairobi said."
    )
    (statement,), (requirement,) = reading.statements, reading.requirements
    by_id = {p.id: p for p in statement.propositions}
    assert requirement.benefit is not None
    linked = by_id[requirement.benefit.id]
    assert linked.condition is not None
    assert sense(by_id[linked.condition]) == "presence"


LAW = [
    ("Under the 1976 treaty, Turkey must halt the drilling to rejoin the project", True),
    ("By law Turkey must halt the drilling to rejoin the project", True),
    ("US law requires a halt to the drilling before a return to the project", True),
    ("The convention bars Turkey from rejoining the project unless it halts the drilling", True),
    ("Turkey must, citing the Drilling Act, halt the drilling to rejoin the project", True),
    ("Section 12 requires a halt to the drilling before a return to the project", True),
    ("Turkey is legally barred from rejoining the project unless it halts the drilling", True),
    ("Turkey must halt the drilling to rejoin the project", False),
    ("The law professor said Turkey must halt the drilling to rejoin the project", False),
    ("His brother-in-law said Turkey must halt the drilling to rejoin the project", False),
    ("Turkey must halt the drilling to rejoin the peace accord", False),
    ("Greek lawmakers said Turkey must halt the drilling to rejoin the project", False),
    ("Martial law ended, and Turkey must halt the drilling to rejoin the project", False),
]
KNOWN_LAW: dict[str, str] = {}


@pytest.mark.parametrize(("text", "lawful"), cases(LAW, KNOWN_LAW))
def test_law_is_a_ground_only_where_it_is_named_as_one(text: str, lawful: bool) -> None:
    assert names_law(text) is lawful


def test_law_is_the_ground_in_the_sentence_or_just_before_by_the_same_voice() -> None:
    plain = "Turkey must halt the drilling to rejoin the project, he said."
    before = "The Greek minister, Nikos Vasilakis, said that the treaty left no choice. "
    other = "The Greek minister, Nikos Vasilakis, said that it had rained. "
    (with_law,), (without,) = read(before + plain).requirements, read(other + plain).requirements
    assert (with_law.ground, without.ground) == ("law", None)
    assert with_law.ground_statement is not None


def test_a_duty_not_to_do_something_before_is_what_it_takes() -> None:
    reading = read(
        "Kenyan law requires that Somalia neither sell nor store the shells before it can return to"
        " the pact, the Kenyan envoy said."
    )
    (found,) = reading.requirements
    assert found.form == "must before"
    assert {(p.act, p.polarity) for p in found.needs} == {
        ("supply", "negative"), ("possess", "negative"),
    }  # fmt: skip
