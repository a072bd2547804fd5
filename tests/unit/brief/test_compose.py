"""What a brief says of a whole case, and what it leaves unsaid when parts are missing."""

import json
import re
from dataclasses import replace

import pytest

from detente.brief import brief_shape, compose, headlines, loose_ends
from detente.domain.conditions import Both, Taken
from detente.domain.dispute import (
    Dispute,
    GraphMove,
    GraphState,
    Merge,
    Option,
    Party,
    Preference,
    Ranking,
    Rule,
)
from detente.domain.drafts import Draft
from detente.domain.evidence import Document, Reading
from detente.domain.findings import Finding
from detente.domain.states import feasible_states
from detente.domain.verdicts import CONCEPTS, Analysis, Ask, Change, Deal, Deterred, Step, Verdict

PUBLIC_KEYS = {
    *("format", "question", "reviewed", "answer", "dispute", "analysis", "third_parties"),
    *("documents", "claims", "conflicts", "expectations", "changes", "hurdle", "timeline"),
    *("limits", "findings"),
}


def texts(passages):
    return " ".join(passage.text for passage in passages)


def test_every_sentence_rests_on_something_in_the_same_object(brief):
    assert loose_ends(brief) == ()


def test_the_json_resolves_by_itself(brief):
    shape = json.loads(json.dumps(brief_shape(brief)))
    known = {element["id"] for element in shape["elements"]}
    known |= {claim["id"] for claim in shape["claims"]}
    for reading in shape["documents"]:
        known.add(reading["document"]["id"])
        known |= {item["id"] for key in ("statements", "events") for item in reading[key]}

    passages = [shape["hurdle"], shape["deal"], *shape["deal"]["asks"], *shape["deal"]["why"]]
    for key in ("answer", "changes", "expectations", "timeline", "third_parties", "parties"):
        passages += shape[key]
    for passage in [*passages, *shape["speakers"], *shape["today"]]:
        assert passage["because"], passage
        assert set(passage["because"]) <= known, passage


def test_the_json_has_every_public_key(brief):
    assert brief_shape(brief).keys() >= PUBLIC_KEYS


def test_elements_lead_on_to_the_record_and_analyst_is_left_out(brief):
    by_id = {element.id: element for element in brief.elements}
    assert by_id["arvenia.preference.1"].because == (brief.claims[2].id,)
    assert by_id["kestria"].because == ()


def test_the_answer_names_today_the_law_the_deal_and_the_change(brief):
    said = texts(brief.answer)
    assert said.startswith(
        "Today’s state, in which Arvenia does not open the sluices of the Sella dam, and Kestria "
        "does not buy power from the dam and keeps the transit levy on grain in force, holds under "
        "all five stability concepts."
    )
    assert (
        "Under the 1987 river treaty, art. 4, it is unlawful for Kestria to buy power from the dam "
        "unless Arvenia opens the sluices of the Sella dam (states 3 and 7)." in said
    )
    assert "(state 4: Arvenia would open the sluices" in said
    assert (
        "would be lawful, but would not hold as things stand: Arvenia would leave it, because it "
        "wants not to open the sluices of the Sella dam." in said
    )
    assert "It would hold under GMR, SMR, SEQ and SSEQ if Arvenia wanted" in said
    assert "; two other single changes would do as well." in said


def test_three_sentences_lead_and_each_is_one(brief):
    leads = [sentence.text for sentence in brief.answer if sentence.lead]
    assert len(leads) == 3
    assert all(len(re.findall(r"[.!?](?=\s|$)", text)) == 1 for text in leads), leads


def test_the_hurdle_is_the_preference_the_changes_touch_and_what_it_collides_with(brief):
    assert brief.hurdle is not None
    assert brief.hurdle.text == (
        "Arvenia wants not to open the sluices of the Sella dam, while under the 1987 river "
        "treaty, art. 4 it is unlawful for Kestria to buy power from the dam unless Arvenia opens "
        "the sluices of the Sella dam."
    )
    assert {"arvenia.preference.1", "treaty1987_4", brief.claims[2].id} <= set(brief.hurdle.because)


def test_without_the_provision_the_hurdle_collides_with_what_the_other_wants(water):
    dispute = replace(water.draft.dispute, provisions=())
    brief = water.brief(draft=replace(water.draft, dispute=dispute), broken={})
    assert "while Kestria wants to buy power from the dam only if Arvenia" in brief.hurdle.text
    assert "no provision of law" in " ".join(brief.limits)
    assert "lawful" not in texts(brief.answer)
    assert loose_ends(brief) == ()


def test_it_says_when_a_verdict_rests_on_conduct_or_on_an_open_order(brief):
    caveats = texts(sentence for sentence in brief.answer if sentence.caveat)
    assert "Kestria rests in part on its present conduct" in caveats
    assert "How strongly Arvenia wants the following" in caveats
    assert "The place of one preference of Arvenia in its order is assumed" in " ".join(
        brief.limits
    )


def test_nothing_is_claimed_for_a_party_whose_preferences_are_unknown(water):
    kestria = replace(water.draft.dispute.parties[1], preferences=())
    dispute = replace(water.draft.dispute, parties=(water.draft.dispute.parties[0], kestria))
    stable = {"arvenia": water.analysis.stable["arvenia"]}
    nothing = dict.fromkeys(CONCEPTS, ())
    analysis = replace(water.analysis, stable=stable, equilibria=nothing, unknown=("kestria",))
    deal = replace(water.deal, changes=())
    brief = water.brief(draft=replace(water.draft, dispute=dispute), analysis=analysis, deal=deal)

    said = texts(brief.answer)
    assert said.startswith("Whether today’s state, in which Arvenia does not open")
    assert "Whether the deal, in which each side has what it asks" in said
    assert "What Kestria prefers is not known from the record" in said
    assert "equilibrium" not in said
    assert not re.search(r"\bholds? under", said)
    assert all("kestria" not in row.stable for row in brief.state_table)
    assert loose_ends(brief) == ()


def test_a_deal_that_holds_has_no_hurdle_but_the_first_move(water):
    both = dict.fromkeys(CONCEPTS, (4, 5))
    stable = dict.fromkeys(("arvenia", "kestria"), both)
    analysis = replace(water.analysis, stable=stable, equilibria=both)
    deal = replace(water.deal, concepts=CONCEPTS, changes=())
    brief = water.brief(analysis=analysis, deal=deal, verdicts=())
    assert "would be lawful and would hold under all five" in texts(brief.answer)
    assert "no party gains by being the first to move" in brief.hurdle.text
    assert "change" not in texts(brief.answer)


def test_a_deal_under_some_concepts_only_says_which(water):
    some = {"nash": (5,), "gmr": (4, 5), "smr": (4, 5), "seq": (5,), "sseq": (5,)}
    stable = dict.fromkeys(("arvenia", "kestria"), some)
    analysis = replace(water.analysis, stable=stable, equilibria=some)
    deal = replace(water.deal, concepts=("gmr", "smr"), changes=())
    brief = water.brief(analysis=analysis, deal=deal, verdicts=())
    said = texts(brief.answer)
    assert "would hold under GMR and SMR but not under Nash, SEQ or SSEQ." in said
    assert "No single change" in said
    assert brief.hurdle.text.startswith("Arvenia wants not to open")


def test_an_unlawful_deal_says_so_and_the_law_is_the_hurdle(water):
    provision = water.draft.dispute.provisions[0]
    deal = Deal(
        state=7,
        asks=water.deal.asks,
        lawful=False,
        changes=(Change(kind="repeal", party=None, element=provision.id, concepts=("nash",)),),
    )
    brief = water.brief(deal=deal)
    assert "would be unlawful and would not hold" in brief.deal.text
    assert brief.hurdle.text.startswith("The deal breaks the 1987 river treaty, art. 4")
    assert "if the 1987 river treaty, art. 4 no longer applied" in brief.changes[0].text
    assert loose_ends(brief) == ()


def test_asks_that_exclude_each_other_are_the_hurdle(water):
    asks = (
        Ask(party="arvenia", option="kestria.levy", take=False),
        Ask(party="kestria", option="kestria.levy", take=True),
    )
    brief = water.brief(deal=Deal(state=None, asks=asks))
    assert "No single outcome gives each party what it asks" in brief.deal.text
    assert "Arvenia asks Kestria not to keep" in brief.hurdle.text
    assert loose_ends(brief) == ()


def test_one_side_that_asks_nothing_is_named(water):
    brief = water.brief(deal=Deal(state=None, asks=water.deal.asks[:2]))
    assert "nothing could be read in the record that Kestria asks" in brief.deal.text
    assert loose_ends(brief) == ()


def test_today_that_does_not_hold_says_who_would_leave_and_for_what(water):
    analysis = replace(water.analysis, status_quo=2)
    brief = water.brief(analysis=analysis)
    assert "holds under none of the five stability concepts" in brief.answer[0].text
    assert "Arvenia would leave it, because it wants not to open the" in brief.answer[0].text


def test_an_answer_that_deters_is_named_from_its_proof(water):
    some = {"nash": (5,), "gmr": (4, 5), "smr": (5,), "seq": (5,), "sseq": (5,)}
    analysis = replace(water.analysis, stable={"arvenia": some, "kestria": some}, equilibria=some)
    proof = Verdict(
        party="arvenia",
        state=4,
        concept="gmr",
        stable=True,
        deterred=(Deterred(improvement=3, answer=(Step(party="kestria", to=1),)),),
    )
    brief = water.brief(analysis=analysis, verdicts=(proof,))
    why = brief.deal.why[0].text
    assert "Kestria could answer by going on to state 1 (no option taken)" in why
    assert "Under GMR but not under Nash, SMR, SEQ or SSEQ the move is deterred" in why


def test_today_unknown_is_said(water):
    brief = water.brief(analysis=replace(water.analysis, status_quo=None))
    assert "Which state the dispute is in today is not known" in brief.answer[0].text
    assert brief.today == ()
    assert loose_ends(brief) == ()


def test_without_a_dispute_the_record_still_speaks(water):
    missing = Finding(
        code="condition-missing", severity="warning", what="nobody states a condition", fix="add"
    )
    draft = replace(water.draft, dispute=None, findings=(missing,))
    brief = compose(water.readings, draft, names={"ARV": "Arvenia", "KES": "Kestria"})
    said = texts(brief.answer)
    assert brief.question.startswith("What does the record say of what Arvenia and Kestria")
    assert "nine statements by or for Arvenia and Kestria" in said
    assert "What is missing: nobody states a condition." in said
    assert "Kestria says: “The closure of the dam starves the fields downstream”." in said
    assert brief.timeline
    assert brief.speakers
    assert (brief.state_table, brief.deal, brief.hurdle, brief.dispute) == ((), None, None, None)
    assert missing in brief.findings
    assert loose_ends(brief) == ()


def test_a_dispute_that_was_not_solved_has_its_parties_but_no_states(water):
    brief = compose(water.readings, water.draft)
    assert len(brief.parties) == 2
    assert brief.state_table == ()
    assert loose_ends(brief) == ()


@pytest.mark.parametrize("readings", [(), (Reading(document=Document(text="")),)])
def test_nothing_at_all_is_an_honest_brief(readings):
    brief = compose(readings, Draft(dispute=None))
    assert len(brief.answer) == len(readings)
    assert "Nothing here is legal advice." in brief.limits
    assert loose_ends(brief) == ()


def test_the_same_text_from_two_places_counts_once(water):
    first = water.readings[0]
    again = replace(first, document=replace(first.document, path="copy.txt"))
    brief = water.brief(readings=(*water.readings, again))
    assert [reading.document.path for reading in brief.readings] == [
        "texts/first.txt",
        "texts/second.txt",
    ]
    assert "One document repeats the text of another, and counts once with it." in brief.limits


def test_without_an_analyst_it_is_unreviewed(water):
    assert any(limit.startswith("Unreviewed") for limit in water.brief().limits)
    assert not any(limit.startswith("Unreviewed") for limit in water.brief(reviewed=True).limits)


def test_an_option_that_cannot_be_undone_is_not_called_reversible(water):
    arvenia, kestria = water.draft.dispute.parties
    fixed = replace(arvenia, options=(replace(arvenia.options[0], reversible="once_taken"),))
    dispute = replace(water.draft.dispute, parties=(fixed, kestria))
    brief = water.brief(draft=replace(water.draft, dispute=dispute))
    assert not any("freely reversible" in limit for limit in brief.limits)
    # Once open, the sluices stay open: the deal cannot be left for state 3.
    assert "Arvenia has no move of its own in the deal" in texts(brief.deal.why)


def test_expectations_fall_due_when_the_text_says_and_only_where_it_has_a_date(brief):
    dated, undated = brief.expectations
    assert dated.due == "from 14 May 2024 until 14 May 2025"
    assert undated.due == "unknown, the article carries no date"


def test_speakers_are_named_with_office_and_channel(brief):
    said = texts(brief.speakers)
    assert "İpek Çağlar, water minister, spoke for Arvenia, on X." in said
    assert "Jonas Orhel, foreign minister, spoke for Kestria, to the Meridian news agency." in said


def test_headlines_are_plain_lines_with_the_hurdle_and_the_reserve(brief):
    lines = headlines(brief)
    assert lines[0] == brief.answer[0].text
    assert any(line.startswith("The main hurdle: Arvenia wants") for line in lines)
    assert lines[-1].startswith("Unreviewed")
    assert all("\n" not in line for line in lines)


def test_a_conflict_in_graph_form_is_named_by_its_labels():
    parties = tuple(
        Party(id=name, name=name.upper(), ranking=Ranking(tiers=(("talk",), ("duel",))))
        for name in ("a", "b")
    )
    dispute = Dispute(
        name="Graph",
        parties=parties,
        states=(GraphState(id="duel", text="everybody shoots"), GraphState(id="talk")),
        moves=(GraphMove(party="a", origin="duel", to=("talk",)),),
        status_quo="duel",
    )
    analysis = Analysis(
        states=feasible_states(dispute),
        lawful={},
        stable={
            "a": dict.fromkeys(CONCEPTS, ("talk",)),
            "b": dict.fromkeys(CONCEPTS, ("duel", "talk")),
        },
        equilibria=dict.fromkeys(CONCEPTS, ("talk",)),
        status_quo="duel",
    )
    brief = compose((), Draft(dispute=dispute), analysis)
    assert "A would leave it for state talk" in brief.answer[0].text
    assert "“everybody shoots”" in brief.answer[0].text
    assert loose_ends(brief) == ()


def test_weights_and_merged_states_are_worded_without_statements():
    options = (Option(id="x", text="Stop"), Option(id="y", text="Pay"))
    party = Party(id="p", name="Pell", options=options, weights={"p.x": 1.0})
    dispute = Dispute(
        name="One",
        parties=(party,),
        rules=(Rule(says=Both(Taken("p.y"), "requires", Taken("p.x"))),),
        merges=(Merge(says=Taken("p.x")),),
        status_quo=frozenset(),
    )
    states = feasible_states(dispute)
    best = dict.fromkeys(CONCEPTS, (2,))
    analysis = Analysis(
        states=states, lawful={1: None, 2: True}, stable={"p": best}, equilibria=best, status_quo=1
    )
    brief = compose((), Draft(dispute=dispute), analysis)
    assert "Pell would leave today’s state for state 2 (“Stop”)" in texts(brief.today)
    assert "may or may not pay" in brief.state_table[1].text
    assert "p.weights" in brief.today[0].because
    assert loose_ends(brief) == ()


def test_a_party_without_options_or_moves_stays(water):
    watcher = Party(id="w", name="Watcher", preferences=(Preference(says=(Taken("p.x"),)),))
    actor = Party(id="p", name="Pell", options=(Option(id="x", text="Stop"),))
    dispute = Dispute(name="Two", parties=(actor, watcher), status_quo=frozenset())
    states = feasible_states(dispute)
    analysis = Analysis(
        states=states,
        lawful={},
        stable={"w": dict.fromkeys(CONCEPTS, (1, 2))},
        equilibria={},
        unknown=("p",),
        status_quo=1,
    )
    brief = compose((), Draft(dispute=dispute), analysis)
    assert "Watcher has no move of its own in today’s state" in texts(brief.today)
    assert "Watcher is a decision maker without an option" in texts(brief.parties)
    assert loose_ends(brief) == ()
