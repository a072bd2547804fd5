"""What law is said to ask, over the options that are on the table."""

import pytest

from detente.domain.conditions import written

from .drafts import drafted, findings, options, provisions, wishes

QUARREL = (
    "Somalia demanded that Kenya reopen the border. Kenya refused."
    " Kenya demanded that Somalia release the fishermen. Somalia refused. "
)
BOTH_HOLD = (
    "Armenia demanded that Azerbaijan release the prisoners. Azerbaijan refused."
    " Azerbaijan demanded that Armenia release the prisoners. Armenia refused. "
)
BAN = (
    "Ghana imposed a ban on imports of onions in May. Togo demanded that Ghana lift the ban."
    " Ghana demanded that Togo reopen the port. Togo refused. "
)
ARMS = (
    "Egypt refused to cancel the order for the jets."
    " The United States threatened to impose sanctions on Egypt."
    " The United States demanded that Egypt cancel the order for the jets. "
)

LAWS = [
    # law names whom it binds
    (QUARREL, "The treaty obliges Kenya to open the border.", ["not KEN.close"]),
    (QUARREL, "A convention forbids Somalia to hold the fishermen.", ["SOM.release"]),
    (QUARREL, "The treaty obliges Kenya not to hinder traffic over the border.", ["not KEN.close"]),
    (QUARREL, "The treaty obliges Kenya not to hinder fishing in the lake.", []),
    (QUARREL, "The closure of the border violates the pact of 1963.", ["not KEN.close"]),
    (QUARREL, "The closure is a breach of the treaty, Somalia said.", ["not KEN.close"]),
    (QUARREL, "The court ordered Somalia to release the men.", ["SOM.release"]),
    (QUARREL, "The convention of 1958 bars states from holding fishermen.", ["SOM.release"]),
    # whoever has the option is bound
    (QUARREL, "Under the treaty neither side may close the border.", ["not KEN.close"]),
    (QUARREL, "Under the accord both are obliged to open the border.", ["not KEN.close"]),
    (BOTH_HOLD, "The convention obliges states to free prisoners.", ["AZE.release", "ARM.release"]),
    (BOTH_HOLD, "Under the treaty, prisoners must be released, Armenia said.", ["AZE.release"]),
    (
        BOTH_HOLD,
        "Under the ceasefire Armenia and Azerbaijan must release all prisoners.",
        ["ARM.release", "AZE.release"],
    ),
    # a state's own law binds that state
    (BOTH_HOLD, "Armenian law forbids the detention of prisoners of war.", ["ARM.release"]),
    (BOTH_HOLD, "Under the constitution of Armenia, no soldier may be detained.", ["ARM.release"]),
    (
        BOTH_HOLD,
        "“Our constitution prohibits the detention of soldiers,” the Armenian minister said.",
        ["ARM.release"],
    ),
    # what hangs on something
    (
        QUARREL,
        "The accord obliges Kenya to reopen the border once Somalia releases the fishermen.",
        ["SOM.release requires not KEN.close"],
    ),
    # a measure by its name, or by what it comes to
    (BAN, "The ban breaches the treaty of the union, Togo said.", ["not GHA.ban"]),
    (BAN, "Article XI of the trade accord forbids import bans of this kind.", ["not GHA.ban"]),
    (BAN, "Under union rules a member may not shut its market.", ["not GHA.ban"]),
    (BAN, "Togo called the ban a violation of the treaty.", ["not GHA.ban"]),
    (BAN, "Under the treaty no member may boycott the goods of another.", ["not GHA.ban"]),
    # whoever does one thing takes another
    (
        ARMS,
        "The act obliges the president to impose sanctions on any state that buys arms there.",
        ["not EGY.cancel requires USA.sanction"],
    ),
    (
        ARMS,
        "Section 231 of the act obliges the president to penalise any state that buys such jets.",
        ["not EGY.cancel requires USA.sanction"],
    ),
]
RENT = (
    "Kenya demanded that Chad pay the rent for the port. Chad refused to pay the rent."
    " Chad asked Kenya to extend the lease. Kenya refused to extend the lease. "
)
ARMED = (
    "Israel demanded that Lebanon disarm Hezbollah. Lebanon refused to disarm Hezbollah."
    " Lebanon demanded that Israel withdraw its soldiers. Israel refused. "
)
WANTED = (
    "Kenya demanded that Chad extradite the colonel. Chad refused to extradite the colonel."
    " Chad demanded that Kenya admit its consul. Kenya refused to admit the consul. "
)
KINDS = [
    # law names the kind of thing, and other words for what is done to it
    (ARMED, "The resolution requires Lebanon to disarm all armed groups.", ["LBN.disarm"]),
    (RENT, "Under the award, Chad owes Kenya 40 million dollars.", ["TCD.pay"]),
    (WANTED, "Under the constitution a citizen may not be handed over.", ["not TCD.extradite"]),
    (WANTED, "The convention does not permit a state to refuse consular access.", ["KEN.admit"]),
    # what may not be hindered may not be closed
    (QUARREL, "The treaty guarantees the free movement of goods.", ["not KEN.close"]),
    # the law of a union binds its members, and nobody cites law against oneself
    (QUARREL, "The closure is illegal under EU law, Somalia said.", ["not KEN.close"]),
    (BAN, "Under the treaty no member may boycott goods of another, Togo said.", ["not GHA.ban"]),
    # an order is what it orders
    (RENT, "Kenya demanded that Chad comply with the court's order to pay the rent.", ["TCD.pay"]),
    # whoever is free of it is not meant
    (WANTED, "Under the constitution citizens must be released.", []),
]


@pytest.mark.parametrize(("quarrel", "law", "says"), KINDS)
def test_law_names_kinds_of_things(quarrel: str, law: str, says: list[str]) -> None:
    assert sorted(provisions(drafted(quarrel + "\n\n" + law))) == says


# Law in general words means what who cites it asks, or will not have, beside it.
CITED = [
    ("He accused Kenya of breaking the treaty.", ["not KEN.close"]),
    ("The move violates the treaty, he said.", ["not KEN.close"]),
    ("Kenya was in breach of the agreement, he said.", ["not KEN.close"]),
    (
        "He cited Article 4 of the treaty, which obliges members to respect their neighbours.",
        ["not KEN.close"],
    ),
    (
        "He based the demand on Article 9 of the treaty, which requires each side to ensure trade.",
        ["not KEN.close"],
    ),
    (
        "In his view the treaty, which says that measures must not discriminate, is on his side.",
        ["not KEN.close"],
    ),
    (
        "He pointed to a pact under which, he said, Kenya may not hinder exports of crude.",
        ["not KEN.close"],
    ),
    ("The treaty requires it, he said.", ["not KEN.close"]),
    ("He invoked the treaty of 1963.", ["not KEN.close"]),
    # who cites law against another asks for what it says
    ("He said the treaty obliges Kenya to pay for the bridge.", ["KEN.pay"]),
    # not what is said by somebody else, or by nobody
    ("The Norwegian minister said that Kenya had broken the treaty.", []),
    ("He said nobody had broken the treaty.", []),
    ("Kenya denied that it had broken the treaty.", []),
    ("He called the treaty a success.", []),
]
EXCUSED = [
    "He cited Article 9 of the treaty, which allows each side to protect its security.",
    "He pointed to the constitution, which obliges the government to protect its citizens.",
]
NO_LAW = [
    (QUARREL, "The treaty obliges Kenya to pay for the bridge."),  # no option here
    (QUARREL, "The treaty obliges Norway to open the border."),  # nobody here
    (QUARREL, "Kenya denied that the closure violates the treaty."),
    (QUARREL, "The closure of the border does not violate the treaty."),
    (QUARREL, "The closure of the border is unfair, Somalia said."),
    (QUARREL, "Kenya must open the border, Somalia said."),
    (QUARREL, "Under the draft treaty, Kenya must open the border."),
    (BAN, "The ban is lawful under the treaty, Ghana said."),
    (BAN, "Under the treaty, neither side may suspend it."),  # it is not known what
    (ARMS, "The act obliges the president to penalise any state that pollutes the sea."),
]


@pytest.mark.parametrize(("quarrel", "law", "says"), LAWS)
def test_law_binds_an_option(quarrel: str, law: str, says: list[str]) -> None:
    assert sorted(provisions(drafted(quarrel + law))) == sorted(says)


@pytest.mark.parametrize(("quarrel", "law"), NO_LAW)
def test_no_provision_is_made_up(quarrel: str, law: str) -> None:
    assert provisions(drafted(quarrel + law)) == []


@pytest.mark.parametrize(("quarrel", "law"), [*NO_LAW, *((q, law) for q, law, _ in LAWS)])
def test_law_puts_no_option_on_the_table(quarrel: str, law: str) -> None:
    assert set(options(drafted(quarrel + law))) == set(options(drafted(quarrel)))


# Who cites law for what another must do asks for it; the writer, and who only tells of it, do not.
PLEADED = [
    ("Under the treaty, Somalia said, Kenya is obliged to withdraw its troops.", "KEN.withdraw"),
    ("Somalia said the pact forbids Kenya to hold the drivers.", "KEN.release"),
    ("The treaty of 1963 obliges Kenya to withdraw its troops.", None),
    ("Norway denied that the treaty obliges Kenya to withdraw its troops.", None),
    ("The pact obliges its members to withdraw their troops, Somalia said.", None),
]


@pytest.mark.parametrize(("law", "option"), PLEADED)
def test_who_cites_law_against_another_asks_for_what_it_says(law: str, option: str | None) -> None:
    more = set(options(drafted(QUARREL + law))) - set(options(drafted(QUARREL)))
    assert more == ({option} if option else set())


def test_a_ban_in_the_present_is_no_other_act_of_the_same_verb() -> None:
    found = drafted(
        "India suspended the water treaty in May. Pakistan demanded that India restore the treaty."
        " India refused. India demanded that Pakistan reopen its airspace. Pakistan refused.\n\n"
        "The treaty holds, Pakistan said. Under Article 12, neither side may suspend it."
    )
    assert provisions(found) == ["not IND.suspend"]


@pytest.mark.parametrize(("law", "says"), CITED)
def test_law_in_general_words_means_what_its_citer_asks(law: str, says: list[str]) -> None:
    asked = "\n\nThe Somali minister called on Kenya to reopen the border. "
    assert provisions(drafted(QUARREL + asked + law)) == says


@pytest.mark.parametrize("law", EXCUSED)
def test_law_is_cited_for_a_refusal(law: str) -> None:
    refused = "\n\nThe Kenyan minister refused to reopen the border. "
    assert provisions(drafted(QUARREL + refused + law)) == ["KEN.close"]


def test_who_speaks_goes_on_to_cite_law() -> None:
    found = drafted(
        "Chad asked Kenya to open the border. Kenya will not open it, Chad's envoy said.\n\n"
        "Kenya says it will never accept the recognition of the province. It cited Article 4 of"
        " the charter, which obliges members to respect borders. Chad threatened to recognise the"
        " province."
    )
    assert provisions(found) == ["not TCD.recognise"]


def test_a_law_that_one_party_breaks_is_not_meant_against_another() -> None:
    found = drafted(
        QUARREL + "Somalia refused to open its port. Somalia accused Kenya of breaching the pact."
    )
    assert provisions(found) == ["not KEN.close"]


def test_who_must_do_what_others_give_is_none_of_the_givers() -> None:
    found = drafted(
        "Kenya demanded that Chad revoke the recognition of the enclave. Chad refused. Chad asked"
        " Kenya to restore relations. Kenya refused to restore relations. Kenya's minister"
        " recalled that the law prohibits ties with any state that treats the enclave as"
        " independent."
    )
    assert provisions(found) == ["TCD.recognise requires not KEN.restore_relations"]


def test_whom_law_names_decides_this_activity_whatever_else_is_halted() -> None:
    found = drafted(
        "Norway will close the port unless the digging stops. Norway demanded that Chad lift the"
        " ban. Norway halted the dredging. The order of the court obliges Chad to cease extraction"
        " at Lodi."
    )
    assert provisions(found) == ["TCD.halt"]


def test_several_cite_law_together() -> None:
    found = drafted(
        "Peru demanded that Kenya lift the ban. Chile demanded that Kenya lift the ban. Kenya"
        " refused. Kenya demanded that Peru unblock the loan.\n\nBoth governments say that the"
        " trade agreement obliges Kenya not to interrupt the transit of goods."
    )
    assert provisions(found) == ["not KEN.ban"]


def test_of_several_bans_law_means_the_one_that_is_argued_over() -> None:
    found = drafted(
        "Ghana kept its ban on onions in force. Togo kept its ban on rice in force. Togo demanded"
        " that Ghana lift the ban on onions. Ghana refused. Ghana demanded that Togo reopen the"
        " port.\n\nA panel found that the ban was inconsistent with the trade treaty."
    )
    assert provisions(found) == ["not GHA.ban"]


def test_law_that_binds_nothing_is_told() -> None:
    assert "law-not-used" in findings(
        drafted(QUARREL + "The treaty obliges Kenya to pay for the bridge.")
    )
    assert "law-not-used" not in findings(
        drafted(QUARREL + "The treaty obliges Kenya to open the border.")
    )


def test_a_threat_is_no_law_whatever_treaty_it_reminds_of() -> None:
    found = drafted(
        "Kenya's minister demanded that Somalia release the fishermen it holds under the treaty of"
        " 1998. Should it fail to do so, he added, Kenya will close the border. Somalia refused to"
        " release the fishermen."
    )
    assert provisions(found) == []


def test_law_says_who_says_so() -> None:
    found = drafted(QUARREL + "The treaty obliges Kenya to open the border, Somalia said.")
    assert found.dispute is not None
    (law,) = found.dispute.provisions
    assert "Somalia" in law.cite


def test_whom_law_names_decides_what_nobody_else_does() -> None:
    found = drafted(
        "Kenya said that the troops would be withdrawn only if Somalia released the fishermen."
        " Somalia demanded the withdrawal of the troops."
        " The pact obliges Kenya to withdraw its troops."
    )
    assert "KEN.withdraw" in options(found)


def test_a_host_that_law_speaks_of_is_not_whoever_cites_it() -> None:
    found = drafted(
        "Oman demanded that Qatar grant the envoy safe conduct. Qatar refused."
        " Qatar demanded that Oman grant the envoy a visa. Oman refused.\n\n"
        "Under the pact the territorial state is obliged to grant safe conduct, the Omani"
        " minister argued."
    )
    assert provisions(found) == ["QAT.grant"]


def test_who_accepts_arbitration_takes_the_quarrel_to_arbitrators() -> None:
    found = drafted(
        "Oman demanded that Qatar reopen the border. Qatar said it would reopen the border only if"
        " Oman accepted arbitration. Oman refused.\n\n"
        "The contract obliges both sides to take quarrels over prices to arbitrators."
    )
    assert provisions(found) == ["OMN.refer"]


# Where its words fit no option, law is cited for what is asked of whom it binds.
BESIDE = [
    # in the paragraph after
    (
        (
            "The accord obliges Kenya to respect herders' customs, Somalia's minister said.\n\n"
            "Somalia demanded that Kenya lift the levy."
        ),
        ["not KEN.levy"],
    ),
    (
        (
            "Somalia demanded that Kenya lift the levy.\n\n"
            "He referred to the accord, which obliges Kenya to leave the herds in peace."
        ),
        [],  # nobody knows who he is
    ),
    (
        (
            "Somalia's minister called on Kenya to lift the levy.\n\n"
            "He referred to the accord, which obliges Kenya to leave the herds in peace."
        ),
        ["not KEN.levy"],
    ),
    (
        (
            "The accord of 1970 forbids lodgings on the road, Somalia said."
            " Somalia demanded that Kenya lift the levy."
        ),
        ["not KEN.levy"],
    ),
    (
        (
            "Somalia demanded that Kenya lift the levy. The accord is binding, Somalia said,"
            " and Kenya must honour it."
        ),
        ["not KEN.levy"],
    ),
    # not what the writer tells of, nor what is asked of somebody else
    ("Somalia demanded that Kenya lift the levy. The accord obliges Kenya to breed camels.", []),
    (
        "Somalia demanded that Kenya lift the levy. The accord obliges Chad to hum, Somalia said.",
        [],
    ),
]


@pytest.mark.parametrize(("law", "says"), BESIDE)
def test_law_that_fits_nothing_is_cited_for_what_is_asked(law: str, says: list[str]) -> None:
    before = (
        "Kenya has imposed a levy on camels. Kenya demanded that Somalia release the fishermen."
        " Somalia refused.\n\n"
    )
    assert provisions(drafted(before + law)) == says


def test_what_law_says_in_words_of_its_own_is_no_demand_beside_another() -> None:
    found = drafted(
        "Somalia said the men could go home once Kenya ended the bottom trawling. Kenya demanded"
        " that Somalia release the men.\n\nThe accord obliges Kenya to withdraw its bottom"
        " trawlers, Somalia's minister said."
    )
    assert "KEN.withdraw" not in options(found)
    assert provisions(found) == ["KEN.halt"]


def test_who_has_to_give_notice_before_it_does_something_does_it_itself() -> None:
    found = drafted(
        "Chad urged Kenya to stop filling the lake. Kenya refused. Chad threatened to recall its"
        " envoy.\n\nKenya has to give Chad sixty days' notice before it fills the lake, under a"
        " protocol signed in 1999, Chad's minister said."
    )
    assert not [name for name in options(found) if name.startswith("TCD.halt")]
    assert provisions(found) == ["not KEN.halt requires KEN.notify"]


def test_a_bare_ban_is_whatever_is_kept_closed() -> None:
    found = drafted(
        "Chad demanded that Kenya reopen its airspace. Kenya said the airspace would stay closed."
        " Kenya demanded that Chad release the pilots.\n\nA tribunal has ruled that the ban is"
        " unlawful."
    )
    assert provisions(found) == ["not KEN.close"]


def test_a_treaty_with_a_citys_name_is_no_partys_word() -> None:
    found = drafted(
        "Peru demanded that Chile reopen its ports. Chile refused. Chile demanded that Peru release"
        " the crew.\n\nThe Treaty of Lima guarantees Peruvian vessels access to Chilean ports."
    )
    assert not [name for name in options(found) if name == "PER.admit"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("Chad demanded that Oman grant it permission to dredge the channel.",
         "TCD.dredge requires OMN.grant"),
        # leave that is no option forbids
        ("Chad demanded that Oman reopen the port.", "not TCD.dredge"),
    ],
)  # fmt: skip
def test_what_takes_the_leave_of_a_party_requires_that_it_gives_leave(
    asked: str, says: str
) -> None:
    found = drafted(
        f"{asked} Oman refused. Oman demanded that Chad not dredge the channel. Chad refused. "
        "Under the treaty Chad may not dredge the channel without the consent of Oman."
    )
    assert provisions(found) == [says]


def test_who_goes_to_a_court_cites_the_law_that_it_has() -> None:
    found = drafted(
        "Chad demanded that Oman lift its ban on exports of dates. Oman refused. Oman demanded that"
        " Chad reopen the port. Chad refused.\n\nChad will bring the matter before the World Trade"
        " Organization, whose Article XI forbids restrictions on exports."
    )
    assert provisions(found) == ["not OMN.ban"]
    assert found.dispute is not None
    assert "Chad" in found.dispute.provisions[0].cite


def test_law_is_not_cited_for_what_was_asked_elsewhere_of_another_matter() -> None:
    asked = (
        "Peru asked Chile to stop its lending to the casino. Chile refused. Chile asked Peru to"
        " withdraw the marines. Peru refused."
    )
    law = "The convention of 1926, Peru's minister said, obliges Chile to leave the river alone."
    assert provisions(drafted(asked, law)) == []


def test_what_law_permits_to_members_is_cited_for_what_is_asked() -> None:
    found = drafted(
        "Tuvalu asked Tonga to admit the partners. Tonga refused. Tonga asked Tuvalu to pay its"
        " dues. Tuvalu refused.\n\nThe charter permits those members that wish it to meet with"
        " outsiders, Tuvalu's minister said."
    )
    assert provisions(found) == ["TON.admit"]


def test_what_a_court_orders_is_no_wish_of_its_state() -> None:
    found = drafted(
        "Chad demanded that Kenya reopen the border. Kenya refused. Kenya asked Chad to release the"
        " drivers.\n\nA court in Nairobi ordered the government to reopen the border."
    )
    assert provisions(found) == ["not KEN.close"]
    assert found.dispute is not None
    (kenya,) = [p for p in found.dispute.parties if p.code == "KEN"]
    assert "kenya.close" in [written(says) for p in kenya.preferences for says in p.says]


def test_what_a_court_of_a_union_rules_is_no_wish_of_the_union() -> None:
    found = drafted(
        "Chad demanded that Kenya reopen the border. Kenya refused. Kenya asked Chad to release the"
        " drivers.\n\nThe closure was declared unlawful by the International Court of Justice."
    )
    assert provisions(found) == ["not KEN.close"]
    assert found.dispute is not None
    assert {p.code for p in found.dispute.parties} == {"KEN", "TCD"}
    assert found.dispute.provisions[0].cite == "the law as stated by the text"


def test_a_law_that_gives_time_to_hand_over_is_no_refusal() -> None:
    found = drafted(
        "Armenia asked Azerbaijan to share its maps. Azerbaijan asked Armenia to withdraw its guns."
        " Armenia refused.\n\nThe accord gives Baku sixty days to hand over the"
        " maps."
    )
    assert provisions(found) == ["AZE.share"]
    assert not found.shifts


def test_whom_a_union_may_keep_out_it_keeps_out_itself() -> None:
    found = drafted(
        "Sudan demanded that the African Union readmit it to its councils. The African Union"
        " demanded that Sudan free the detainees. Sudan refused to free them.\n\nUnder its charter"
        " a member whose government was toppled shall be suspended, the African Union recalled."
    )
    assert provisions(found) == ["not AU.readmit"]
    assert not [name for name in options(found) if name.startswith("SDN") and "release" not in name]


@pytest.mark.parametrize(
    "law",
    [
        # what is left to another is not kept
        "Under the accord Kenya must withdraw its troops from the city and leave it to the UN.",
        # what has not been done is no law
        "Under the accord Kenya withdraws its troops, and this year it has not withdrawn them.",
    ],
)
def test_law_is_not_read_both_ways(law: str) -> None:
    found = drafted(
        "Somalia demanded that Kenya withdraw its troops. Kenya refused. Kenya demanded that"
        f" Somalia release the fishermen. Somalia refused. {law}"
    )
    assert provisions(found) == ["KEN.withdraw"]


def test_a_law_that_is_to_be_passed_first_is_no_ground() -> None:
    found = drafted(
        "The IMF has yet to approve the loan to Chad. The board will approve the loan only if Chad"
        " adopts a law on state-owned companies, the IMF said. Chad demanded the loan. Chad refused"
        " to adopt the law."
    )
    assert provisions(found) == []


def test_what_law_forbids_is_no_deed_that_is_asked_beside_it() -> None:
    found = drafted(
        "Peru broke off relations with Chile. Peru demanded that Chile offer an apology. Chile"
        " refused. Chile demanded that Peru restore relations. Peru refused.\n\nArticle 22 of the"
        " Vienna Convention forbids agents of a host state to enter a mission, Peru's minister"
        " said. Peru demanded that Chile offer an apology."
    )
    assert provisions(found) == []


@pytest.mark.parametrize(
    "law",
    [
        "Under the pact Chad may not sell the shells to Oman before it has consulted {}, {} said.",
        "The Chadian ministry may not sell the shells before it has consulted {}, under the pact.",
    ],
)
def test_whom_law_binds_does_itself_what_comes_first(law: str) -> None:
    found = drafted(
        "Kenya demanded that Chad not sell the shells to Oman. Chad refused. Chad demanded that"
        " Kenya reopen the border. Kenya refused. " + law.format("Kenya", "Kenya")
    )
    assert provisions(found) == ["TCD.supply requires TCD.consult"]


DEMANDS = (
    "Peru demanded that Chile withdraw its frigates. Peru demanded that Chile lift the levy on tin."
    " Chile refused. Chile demanded that Peru extradite the general. "
)


@pytest.mark.parametrize(
    ("law", "says"),
    [
        # Words that are nouns as well: "bars", "tax", "building".
        ("The treaty of 1904 bars Chile from stationing warships in the gulf.", ["CHL.withdraw"]),
        ("The pact signed in Lima in 1988 bars Chile from taxing tin.", ["not CHL.levy"]),
        ("The Andean Treaty does not permit a member to tax goods of another.", ["not CHL.levy"]),
        # A name that runs into the law before it.
        ("Under the 1998 convention Chile must withdraw its frigates.", ["CHL.withdraw"]),
        ("Under the Andean Protocol Chile must withdraw its frigates.", ["CHL.withdraw"]),
        # Nobody may be handed over: then neither may he who is asked for.
        (
            (
                "Peru's constitution rules out handing anyone over to a state in which he may be"
                " tortured, Peru said."
            ),
            ["not PER.extradite"],
        ),
        # No law speaks.
        ("Old prison bars kept Chile from closing its gaol.", []),
    ],
)
def test_verbs_of_law_that_are_nouns_too(law: str, says: list[str]) -> None:
    assert provisions(drafted(DEMANDS + law)) == says


def test_who_lets_nobody_go_refuses() -> None:
    found = drafted(
        "Chile is holding two Peruvian sailors. Peru wants them released. Chile will let nobody go,"
        " its minister said."
    )
    assert "CHL: not CHL.release" in set(wishes(found))
