"""Does a model say what the texts say: no more, no less, whichever way they are turned?"""

import pytest

from detente.domain.drafts import Draft
from detente.model.drafting.draft import draft

from .drafts import coded, drafted, elements, findings, options, provisions, read, wishes

# --- three disputes, each sentence with the elements that rest on it alone ----------------

BORDER = {
    "Somalia demanded that Kenya release the fishermen. ": {
        "option KEN.release",
        "SOM: KEN.release",
    },
    "Kenya will not reopen the border unless Somalia withdraws its soldiers, Nairobi said. ": {
        "KEN: not KEN.close requires SOM.withdraw",
        "option KEN.close today",
    },
    "Somalia flatly refused to withdraw its soldiers. ": {"SOM: not SOM.withdraw"},
    "Under the Sea Act, the Kenyan minister said, Somalia must halt the drilling to rejoin the"
    " programme. ": {
        "law KEN.readmit requires SOM.halt",
        "KEN: KEN.readmit requires SOM.halt",
        "option KEN.readmit",
        "option SOM.halt",
    },
    "Traders said that it had rained.": set(),
}
INSPECTORS = {
    "Iran has ruled out admitting the inspectors. ": {"IRN: not IRN.admit"},
    "Under the Sanctions Act, the US envoy said, Washington cannot lift the sanctions unless Iran"
    " admits the inspectors. ": {
        "law not USA.sanction requires IRN.admit",
        "USA: not USA.sanction requires IRN.admit",
    },
    "Iran called on Washington to release the sailors. ": {
        "IRN: USA.release",
        "option USA.release",
    },
    "An observer from Austria slept through the talks.": set(),
}
FISH = {
    "Norway is ready to grant access to the waters. ": {"NOR: NOR.grant"},
    "Britain urged Norway to scrap the tariff. ": {
        "GBR: not NOR.tariff",
        "option NOR.tariff today",
    },
    "Access to the waters requires Britain to share the records, Oslo said. ": {
        "NOR: NOR.grant requires GBR.share",
    },
    "Britain refused to share the records. ": {"GBR: not GBR.share"},
    "The fog lifted at noon.": set(),
}
DISPUTES = {"border": BORDER, "inspectors": INSPECTORS, "fish": FISH}


def text_of(dispute: dict[str, set[str]]) -> str:
    return "".join(dispute)


@pytest.mark.parametrize("dispute", DISPUTES.values(), ids=DISPUTES)
def test_every_element_is_drafted(dispute: dict[str, set[str]]) -> None:
    assert set().union(*dispute.values()) <= elements(drafted(text_of(dispute)))


@pytest.mark.parametrize(
    ("dispute", "sentence"),
    [
        pytest.param(dispute, sentence, id=f"{name}: {sentence[:50]}")
        for name, dispute in DISPUTES.items()
        for sentence in dispute
    ],
)
def test_without_its_sentence_an_element_is_gone_and_the_rest_stays(
    dispute: dict[str, set[str]], sentence: str
) -> None:
    whole = elements(drafted(text_of(dispute)))
    part = elements(drafted(text_of(dispute).replace(sentence, "")))
    assert part & dispute[sentence] == set()
    others = set().union(*(made for other, made in dispute.items() if other != sentence))
    assert others - dispute[sentence] <= part
    assert part <= whole


# --- turned and swapped ---------------------------------------------------------------------

TURNED = [
    (
        (
            "Kenya demanded that Somalia withdraw its soldiers. Somalia {} its soldiers. Somalia"
            " urged Kenya to reopen the border."
        ),
        "refused to withdraw",
        "offered to withdraw",
        "SOM: {}SOM.withdraw",
    ),
    (
        (
            "The United States demanded that Iran admit the inspectors. Iran {} the inspectors."
            " Iran urged Washington to lift the sanctions."
        ),
        "ruled out admitting",
        "agreed to admit",
        "IRN: {}IRN.admit",
    ),
    (
        (
            "Norway asked Britain to share the records. London {} the records. Britain urged Norway"
            " to grant access to the waters."
        ),
        "is unwilling to share",
        "is willing to share",
        "GBR: {}GBR.share",
    ),
]


@pytest.mark.parametrize(("text", "no", "yes", "wish"), TURNED)
def test_offered_for_refused_turns_the_preference(text: str, no: str, yes: str, wish: str) -> None:
    refused, offered = drafted(text.format(no)), drafted(text.format(yes))
    against, in_favour = wish.format("not "), wish.format("")
    assert against in set(wishes(refused, "stated"))
    assert in_favour not in set(wishes(refused, "stated"))
    assert in_favour in set(wishes(offered, "stated"))
    assert against not in set(wishes(offered))


SWAPPED = [
    (
        (
            "{0} demanded that {1} withdraw its soldiers. {1} refused to withdraw its soldiers."
            " {0} will not reopen the border unless {1} withdraws its soldiers, {0} said."
        ),
        ("Kenya", "KEN"),
        ("Somalia", "SOM"),
    ),
    (
        (
            "{0} called on {1} to release the sailors. {1} must halt the drilling to rejoin the"
            " programme, {0} said. {1} ruled out halting the drilling."
        ),
        ("Greece", "GRC"),
        ("Albania", "ALB"),
    ),
    (
        (
            "{0} urged {1} to scrap the tariff. {1} refused to scrap the tariff. {0} offered to"
            " open the port."
        ),
        ("Chile", "CHL"),
        ("Peru", "PER"),
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), SWAPPED)
def test_swapping_the_parties_swaps_the_model(
    text: str, one: tuple[str, str], other: tuple[str, str]
) -> None:
    def turn(words: str) -> str:
        return words.replace(one[1], "§").replace(other[1], one[1]).replace("§", other[1])

    there, back = drafted(text.format(one[0], other[0])), drafted(text.format(other[0], one[0]))
    assert elements(there)
    assert {turn(element) for element in elements(there)} == elements(back)


# --- the order of preferences --------------------------------------------------------------


def basis_and_doubt(found: Draft, code: str) -> list[tuple[str, str, bool]]:
    assert found.dispute is not None
    (party,) = [p for p in found.dispute.parties if p.code == code]
    return [(coded(p.says[0], found), p.basis, p.unsure) for p in party.preferences]


def test_what_is_voiced_more_strongly_comes_first() -> None:
    found = drafted(
        "Somalia hopes that Kenya will reopen the border. Somalia flatly refused to withdraw its"
        " soldiers. Kenya asked Somalia to withdraw its soldiers."
    )
    assert basis_and_doubt(found, "SOM")[:2] == [
        ("not SOM.withdraw", "stated", False),
        ("not KEN.close", "stated", False),
    ]


def test_what_is_voiced_equally_strongly_is_unsure() -> None:
    found = drafted(
        "Somalia demanded that Kenya reopen the border. Somalia demanded that Kenya release the"
        " fishermen. Kenya asked Somalia to withdraw its soldiers."
    )
    stated = [row for row in basis_and_doubt(found, "SOM") if row[1] == "stated"]
    assert [unsure for _, _, unsure in stated] == [True, True]


def test_a_refusal_presupposes_a_demand_and_it_is_unsure() -> None:
    found = drafted("Somalia refused to withdraw its soldiers. Kenya refused to reopen the border.")
    assert basis_and_doubt(found, "KEN") == [
        ("KEN.close", "stated", False),
        ("SOM.withdraw", "presupposed", True),
    ]


def test_a_demand_that_was_voiced_is_not_presupposed_as_well() -> None:
    found = drafted(
        "Kenya demanded that Somalia withdraw its soldiers. Somalia refused to withdraw its"
        " soldiers. Kenya refused to reopen the border."
    )
    rows = [row for row in basis_and_doubt(found, "KEN") if row[0] == "SOM.withdraw"]
    assert [basis for _, basis, _ in rows] == ["stated"]


def test_a_measure_kept_today_is_weakly_and_unsurely_preferred() -> None:
    found = drafted(
        "Washington imposed the sanctions in 2018. Iran called on Washington to lift the"
        " sanctions. Washington called on Iran to admit the inspectors."
    )
    assert basis_and_doubt(found, "USA")[-1] == ("USA.sanction", "conduct", True)
    assert options(found)["USA.sanction"] is True


def test_conduct_counts_for_nothing_where_the_party_has_spoken() -> None:
    found = drafted(
        "Washington imposed the sanctions in 2018. Washington offered to lift the sanctions."
        " Washington called on Iran to admit the inspectors. Iran refused to admit the inspectors."
    )
    about = [row for row in basis_and_doubt(found, "USA") if "sanction" in row[0]]
    assert about == [("not USA.sanction", "stated", about[0][2])]


def test_conduct_counts_for_nothing_where_its_own_condition_says_what_ends_it() -> None:
    found = drafted(
        "Kenya closed the border in May 2021. Kenya will reopen the border only if Somalia releases"
        " the fishermen, its minister said. Somalia refused to release the fishermen."
    )
    assert "KEN: not KEN.close requires SOM.release" in set(wishes(found, "stated"))
    assert not list(wishes(found, "conduct"))


def test_a_threat_shows_an_option_and_no_wish() -> None:
    found = drafted(
        "Kenya threatened to close the border. Somalia refused to withdraw its soldiers."
    )
    assert "KEN.close" in options(found)
    assert "KEN: KEN.close" not in set(wishes(found))


# --- provisions -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ground", "law"),
    [
        ("Under the Sea Act, ", True),
        ("By law, ", True),
        ("Citing the treaty, ", True),
        ("At noon, ", False),
        ("Under the old bridge, ", False),
    ],
)
def test_a_condition_is_a_provision_only_where_law_is_its_ground(ground: str, law: bool) -> None:
    found = drafted(
        f"{ground}the Greek minister said, Albania must halt the drilling to rejoin the programme."
        " Albania refused to halt the drilling."
    )
    says = "GRC.readmit requires ALB.halt"
    assert f"GRC: {says}" in set(wishes(found, "stated"))
    assert provisions(found) == ([says] if law else [])


def test_a_provision_keeps_its_words_and_who_stated_it() -> None:
    found = drafted(
        "Under the Sea Act, Albania must halt the drilling to rejoin the programme, the Greek"
        " minister, Nikos Vasilakis, said. Albania refused to halt the drilling."
    )
    assert found.dispute is not None
    (law,) = found.dispute.provisions
    assert "must halt the drilling" in law.wording
    assert "Nikos Vasilakis" in law.cite
    assert law.because


# --- today ------------------------------------------------------------------------------------

TODAY = [
    ("Kenya closed the border in 2021. Somalia asked Kenya to open it.", "KEN.close", True),
    ("Somalia urged Kenya to reopen the border.", "KEN.close", True),
    (("Kenya closed the border in 2021. Kenya reopened the border in 2022. Somalia urged Kenya not"
     " to close the border."), "KEN.close", False),
    ("Kenya threatened to close the border.", "KEN.close", False),
    ("Somalia urged Kenya to withdraw its soldiers.", "KEN.withdraw", False),
    ("Kenya withdrew its soldiers in 2021. Somalia urged Kenya not to deploy its soldiers.",
     "KEN.withdraw", True),
    ("Somalia urged Kenya to recognise the passports.", "KEN.recognise", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "option", "taken"), TODAY)
def test_what_is_taken_today(text: str, option: str, taken: bool) -> None:
    found = drafted(f"{text} Kenya asked Somalia to release the fishermen.")
    assert options(found).get(option) is taken


# --- what is missing is a finding ---------------------------------------------------------------

MISSING = [
    ("The weather was fine.", ["no-dispute"]),
    ("Kenya refused to reopen the border.", ["no-dispute"]),
    (
        (
            "Somalia refused to withdraw its soldiers. The border will not be reopened unless"
            " Somalia withdraws its soldiers."
        ),
        ["condition-without-speaker", "no-dispute"],
    ),
    (
        (
            "Kenya refused to reopen the border. Somalia refused to release the fishermen. Sudan"
            " hopes to rejoin the programme."
        ),
        ["owner-missing"],
    ),
]


@pytest.mark.parametrize(("text", "codes"), MISSING)
def test_what_was_not_reached_is_a_finding(text: str, codes: list[str]) -> None:
    found = drafted(text)
    assert [code for code in findings(found) if code in codes] == codes
    assert (found.dispute is None) == ("no-dispute" in codes)


def test_who_only_wants_something_is_a_party_to_half_a_model() -> None:
    found = drafted(
        "Kenya demanded that Somalia release the fishermen. Somalia refused. Ethiopia called the"
        " affair sad."
    )
    assert found.dispute is not None
    assert [(p.code, len(p.options)) for p in found.dispute.parties] == [("SOM", 1), ("KEN", 0)]
    assert "KEN: SOM.release" in list(wishes(found))
    (told,) = [f for f in found.findings if f.code == "one-sided"]
    assert "only Somalia" in told.what
    assert "what Kenya can do" in told.what


UNUSED = [
    # In the tone of a position, of an option that is there.
    ("“No price can buy the fishermen’s way home,” a poet wrote.", True),
    ("The fishermen, a neighbour thought, would not see Nairobi before the rains.", True),
    # Of nothing at stake; in no such tone; understood.
    ("The weather in Lamu will not change before Sunday.", False),
    ("The fishermen are called Ali, Omar and İdris.", False),
    ("Kenya will not reopen the border, its minister said.", False),
]


@pytest.mark.parametrize(("sentence", "told"), UNUSED)
def test_a_sentence_of_an_option_that_nothing_was_made_of_is_shown(
    sentence: str, told: bool
) -> None:
    found = drafted(
        "Kenya refused to reopen the border. Somalia refused to release the fishermen. Kenya"
        f" demanded that Somalia release the fishermen.\n\n{sentence}"
    )
    shown = [f.what for f in found.findings if f.code == "sentence-not-used"]
    assert any(sentence in what for what in shown) == told


def test_every_finding_says_what_to_do() -> None:
    for text, _ in MISSING:
        assert all(finding.what and finding.fix for finding in drafted(text).findings)


def test_nobody_is_made_a_party_by_offering_to_mediate() -> None:
    found = drafted(
        "Kenya refused to reopen the border. Somalia refused to withdraw its soldiers. Ethiopia"
        " offered to mediate between them, and the African Union hosted the talks."
    )
    assert found.dispute is not None
    assert {p.code for p in found.dispute.parties} == {"KEN", "SOM"}
    assert {t.code for t in found.third_parties} == {"ETH", "AU"}


@pytest.mark.parametrize("asking", ["Would Kenya", "Will Kenya ever"])
def test_a_question_sets_no_condition(asking: str) -> None:
    found = drafted(
        f"{asking} close the border if Somalia did not release the fishermen? Nobody in Nairobi"
        " would say. Kenya refused to lift the tariffs. Kenya demanded that Somalia release the"
        " fishermen."
    )
    assert not any("requires" in says for says in wishes(found, "stated"))
    assert "KEN.close" not in options(found)


def test_even_if_makes_no_condition() -> None:
    found = drafted(
        "Kenya will not reopen the border even if Somalia withdraws its soldiers, Nairobi said."
        " Somalia refused to withdraw its soldiers."
    )
    assert not [w for w in wishes(found) if "requires" in w]


# --- everything can be followed back ----------------------------------------------------------


@pytest.mark.parametrize("dispute", DISPUTES.values(), ids=DISPUTES)
def test_every_element_rests_on_what_was_said_or_done(dispute: dict[str, set[str]]) -> None:
    text = text_of(dispute)
    reading, found = read(text, "2020"), drafted(text)
    assert found.dispute is not None
    known = {s.id for s in reading.statements} | {e.id for e in reading.events}
    known |= {claim.id for claim in found.claims}
    resting = [o.because for p in found.dispute.parties for o in p.options]
    resting += [w.because for p in found.dispute.parties for w in p.preferences]
    resting += [law.because for law in found.dispute.provisions]
    assert all(resting)
    assert {i for ids in resting for i in ids} <= known


# --- several documents -----------------------------------------------------------------------

FIRST = "Kenya refused to reopen the border. Somalia refused to withdraw its soldiers."
LATER = "Somalia agreed to withdraw its soldiers. Kenya asked Somalia to release the fishermen."


def test_a_later_word_counts_and_a_finding_says_so() -> None:
    found = drafted(FIRST, LATER)
    assert "SOM: SOM.withdraw" in set(wishes(found, "stated"))
    assert "SOM: not SOM.withdraw" not in set(wishes(found))
    assert "position-changed" in findings(found)


def test_the_other_way_round_the_refusal_counts() -> None:
    found = drafted(LATER, FIRST)
    assert "SOM: not SOM.withdraw" in set(wishes(found, "stated"))
    assert "SOM: SOM.withdraw" not in set(wishes(found, "stated"))


def test_who_does_what_it_refused_does_not_want_it_refused() -> None:
    words = "Kenya refused to grant the licence. Somalia imposed tariffs on Kenya."
    done = drafted(words, "Kenya granted Somalia the licence in May 2021.")
    assert "KEN: not KEN.grant" in set(wishes(drafted(words)))
    assert "KEN: KEN.grant" in set(wishes(done, "conduct"))
    assert [(s.before, s.after) for s in done.shifts] == [("2020", "2021-05")]


def test_what_was_done_before_the_refusal_changes_nothing() -> None:
    found = drafted(
        "Kenya granted Somalia the licence in May 2019.",
        "Kenya refused to grant the licence. Somalia imposed tariffs on Kenya.",
    )
    assert "KEN: not KEN.grant" in set(wishes(found))
    assert not found.shifts


def test_the_order_in_which_documents_are_given_does_not_matter() -> None:
    one, other = read(FIRST, "2020"), read(LATER, "2021")
    assert draft([one, other]) == draft([other, one])


def test_what_two_documents_say_alike_is_one_claim_with_two_supports() -> None:
    found = drafted(FIRST, "It rained. Somalia refused to withdraw its soldiers.")
    claims = [c for c in found.claims if c.text == "withdraw its soldiers"]
    assert [len(c.support) for c in claims if c.key.startswith("refuses")] == [2]


def test_the_same_text_twice_changes_nothing() -> None:
    one = read(FIRST, "2020")
    assert elements(draft([one, one])) == elements(draft([one]))


# --- what excludes what ------------------------------------------------------------------------


def rules(found: Draft) -> list[str]:
    assert found.dispute is not None
    return [coded(rule.says, found) for rule in found.dispute.rules]


def test_what_one_party_cannot_do_together_is_a_rule() -> None:
    closed = "Somalia demanded that Kenya reopen the border."
    through = " Somalia demanded that Kenya admit the lorries."
    through += " Kenya asked Somalia to withdraw its troops."
    found = drafted(closed + through)
    assert rules(found) == ["not (KEN.close and KEN.admit)"]
    assert found.dispute is not None
    assert found.dispute.rules[0].because
    assert rules(drafted(closed + " Kenya demanded that Somalia admit the lorries.")) == []


def test_a_rule_never_forbids_today() -> None:
    found = drafted(
        "Kenya closed the border in May. Kenya let the lorries through on Friday. Somalia demanded"
        " that Kenya reopen the border and admit the lorries. Kenya asked Somalia to withdraw its"
        " troops."
    )
    assert found.dispute is not None
    assert {"kenya.close", "kenya.admit"} <= found.dispute.status_quo
    assert found.dispute.rules == ()


def test_nobody_bans_its_own_goods() -> None:
    text = (
        "Why has the border guard stopped Somali sugar? Somalia demanded that Kenya admit it."
        " Kenya demanded that Somalia release two drivers."
    )
    assert not any(name.startswith("SOM.ban") for name in options(drafted(text)))
