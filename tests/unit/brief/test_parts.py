"""What each part of a brief finds: positions, ways, copies, gaps, how sure it all is."""

from dataclasses import replace

import pytest

from detente import analysis
from detente.brief import compose, loose_ends
from detente.brief.parts.positions import trend
from detente.brief.parts.sources import copies
from detente.domain.conditions import Taken
from detente.domain.dispute import (
    Dispute,
    GraphMove,
    GraphState,
    Option,
    Party,
    Preference,
    Ranking,
)
from detente.domain.drafts import Draft
from detente.domain.evidence import Document, Judgement, Reading
from detente.domain.robustness import Question, Robustness
from detente.domain.rulings import LawfulOutcomes, Opinion, Reason, Route, Step


def position(brief, party, option):
    return next(p for p in brief.positions if (p.party, p.option) == (party, option))


# --- who wants what -------------------------------------------------------------------------


def test_every_party_has_a_position_on_every_option_or_is_silent(brief):
    assert len(brief.positions) == 2 * 3
    assert position(brief, "arvenia", "arvenia.open").stance == "against"
    assert position(brief, "kestria", "arvenia.open").stance == "for"
    assert position(brief, "arvenia", "kestria.levy").stance == "against"


def test_a_condition_is_a_position_on_what_depends_and_not_on_what_it_asks(brief):
    buying = position(brief, "kestria", "kestria.buy")
    assert buying.stance == "conditional"
    assert (
        buying.wish
        == "to buy power from the dam only if Arvenia opens the sluices of the Sella dam"
    )
    assert position(brief, "kestria", "arvenia.open").because[0] == "kestria.preference.2"


def test_strength_is_the_partys_own_and_of_its_last_day(brief, water):
    refuses = position(brief, "arvenia", "arvenia.open")
    # Of the two refusals neither is dated, so they are weighed together: 0.9 and 1.0.
    assert refuses.strength == pytest.approx(0.95)
    assert refuses.trend is None
    # That Kestria may buy power is what Arvenia said: no word on how much Kestria wants it.
    assert position(brief, "kestria", "kestria.buy").strength is None


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ([], None),
        ([("2024-05-01", 0.9)], None),
        ([("", 0.1), ("2024-05-01", 0.9)], None),
        ([("2024-05-01", 0.5), ("2024-06-01", 0.55)], "steady"),
        ([("2024-05-01", 0.5), ("2024-06-01", 0.9)], "stronger"),
        ([("2024", 0.9), ("2024-05", 1.0), ("2024-06-01", 0.4)], "weaker"),
    ],
)
def test_a_trend_needs_two_dated_days(said, moved):
    assert trend(said) == moved


# --- the way to the deal --------------------------------------------------------------------


def test_the_way_leads_from_today_to_the_deal_and_says_who_loses(brief):
    assert [(step.origin, step.target) for step in brief.route] == [(5, 6), (6, 4)]
    arvenia, kestria = brief.route
    assert (arvenia.party, arvenia.gain) == ("arvenia", False)
    assert kestria.party == "kestria"
    assert "it loses by that, because it wants not to open the sluices" in arvenia.text
    assert "no longer keeps the transit levy" in kestria.text


def test_of_two_orders_the_lawful_one_is_taken(brief):
    # Kestria first would be lawless on the way: buying while the sluices are closed.
    assert all(step.lawful for step in brief.route)


def test_a_way_that_cannot_be_taken_back_is_not_offered(water):
    arvenia, kestria = water.draft.dispute.parties
    levy = replace(kestria.options[1], reversible="once_taken")
    fixed = replace(kestria, options=(kestria.options[0], levy))
    dispute = replace(water.draft.dispute, parties=(arvenia, fixed))
    assert water.brief(draft=replace(water.draft, dispute=dispute)).route == ()


def test_a_way_through_a_graph_is_the_shortest(water):
    parties = tuple(
        Party(id=name, name=name.upper(), ranking=Ranking(tiers=(("c",), ("b",), ("d",), ("a",))))
        for name in ("p", "q")
    )
    moves = (
        GraphMove(party="p", origin="a", to=("b", "d")),
        GraphMove(party="q", origin="b", to=("c",)),
        GraphMove(party="q", origin="d", to=("b",)),
    )
    dispute = Dispute(
        name="Graph",
        parties=parties,
        states=tuple(GraphState(id=name) for name in "abcd"),
        moves=moves,
        status_quo="a",
    )
    solved = analysis.analyse(dispute)
    deal = replace(analysis.deal(dispute, solved), state="c")
    brief = compose((), Draft(dispute=dispute), solved, deal)
    assert [(step.party, step.target) for step in brief.route] == [("p", "b"), ("q", "c")]
    assert loose_ends(brief) == ()


def test_departures_go_where_a_party_prefers_to_be(brief):
    leaving = {(d.party, d.origin, d.target) for d in brief.departures}
    assert ("arvenia", 4, 3) in leaving
    assert not any(origin == 5 for _, origin, _ in leaving), "today's state holds"


# --- sources --------------------------------------------------------------------------------


WIRE = " ".join(f"word{n} of the wire report" for n in range(60))


def reading(text, **told):
    return Reading(document=Document(text=text, **told))


def test_a_wire_report_printed_twice_is_one_source():
    first = reading(WIRE, publisher="Wire", published="2024-05-02")
    reprint = reading(
        f"By our staff. {WIRE} More on page 4.", publisher="Gazette", published="2024-05-03"
    )
    other = reading(" ".join(f"quite{n} another story" for n in range(60)), publisher="Herald")
    # The earlier is the original, wherever it stands in the record.
    assert copies([reprint, first, other]) == {reprint.document.id: first.document.id}
    brief = compose([reprint, first, other], Draft(dispute=None))
    assert {o.publisher: len(o.copies) for o in brief.origins} == {
        "Wire": 0,
        "Gazette": 1,
        "Herald": 0,
    }
    assert any("nearly the words of another" in limit for limit in brief.limits)


def test_short_texts_and_shared_phrases_are_no_copies():
    assert copies([reading("The minister said no."), reading("The minister said no. ")]) == {}
    shared = " ".join(f"common{n} background paragraph" for n in range(15))
    texts = [f"{shared} {' '.join(f'own{k}x{n} words here' for n in range(50))}" for k in range(3)]
    assert copies([reading(text) for text in texts]) == {}


# --- how sure -------------------------------------------------------------------------------


def checks(brief):
    return {check.text: check.passed for check in brief.assurance.checks}


def test_the_word_is_counted_from_the_checks(brief):
    assert brief.assurance.level == "low"
    passed = sum(checks(brief).values())
    assert brief.assurance.text.startswith("Low: ")
    assert f"{['none', 'one', 'two'][passed] if passed else 'no'}" in brief.assurance.text.lower()


def test_a_judged_record_says_who_judged_and_when(water):
    judged = [
        Judgement(claim=claim.id, decision="accepted", by="Ann", at="2024-06-01T10:00:00Z")
        for claim in water.draft.claims
    ]
    brief = water.brief(reviewed=True, judgements=judged)
    assert checks(brief)["Five of five claims were judged by Ann, last on 1 June 2024."]
    assert checks(water.brief())["No person has judged any of it."] is False


def test_nothing_is_sure_of_a_party_whose_preferences_are_unknown(water):
    solved = replace(water.analysis, unknown=("kestria",))
    assert water.brief(analysis=solved, reviewed=True).assurance.level == "low"


def robustness(**changes):
    asked = Question(kind="order", party="kestria", element="arvenia.open", answers=(), deal=0.25)
    given = {
        "questions": (asked,),
        "always": {"seq": (5,)},
        "sometimes": {"seq": (4,)},
        "status_quo": 5,
        "deal": 4,
        "variants": 12,
        "exhaustive": True,
    }
    return Robustness(**given | changes)


def test_robustness_is_told_as_it_was_found(water):
    found = checks(water.brief(robustness=robustness()))
    always = "Today’s state holds (under SEQ) in all of the 12 orders of preference that the record"
    assert found[f"{always} leaves open."]
    some = "The deal holds (under SEQ) in some, not all, of the 12 orders of preference that the"
    assert found[f"{some} record leaves open."] is False


def test_a_claim_of_robustness_does_not_outrun_what_was_tried(water):
    found = " ".join(checks(water.brief(robustness=robustness(exhaustive=False))))
    assert "leaves open, tried one by one." in found
    found = " ".join(checks(water.brief(robustness=robustness(variants=1))))
    assert "Nothing that the record leaves open decides whether today’s state holds." in found


# --- what to find out -----------------------------------------------------------------------


def test_the_questions_say_how_much_hangs_on_them(water):
    first = water.brief(robustness=robustness()).gaps[0]
    assert first.text.startswith("How much does Kestria want Arvenia to open the sluices")
    assert (
        "In 25 % of its possible places the deal, or whether it holds, would change." in first.text
    )
    assert "kestria.preference.2" in first.because


def test_a_silence_and_a_hope_without_a_day_are_gaps(brief):
    said = [gap.text for gap in brief.gaps]
    assert any("By when? One expectation has no day" in text for text in said)
    assert any(text.startswith("Does a second source confirm") for text in said)


def test_a_day_that_has_passed_without_word_asks_what_came_of_it(water):
    expected = replace(water.draft.expectations[0], until="2024-05-01")
    brief = water.brief(draft=replace(water.draft, expectations=(expected,)))
    assert brief.expectations[0].status == "past"
    assert any(
        "Did it come about that Kestria expected: “a settlement within months”" in gap.text
        for gap in brief.gaps
    )


@pytest.mark.parametrize("outcome", ["met", "missed"])
def test_what_became_of_an_expectation_is_the_drafts_word(water, outcome):
    event = water.readings[1].events[1].id
    expected = replace(water.draft.expectations[0], outcome=outcome, met_by=(event,))
    due = water.brief(draft=replace(water.draft, expectations=(expected,))).expectations[0]
    assert due.status == outcome
    assert event in due.because


# --- law ------------------------------------------------------------------------------------


def test_the_memo_says_what_the_law_stage_found_and_rests_on_its_provisions(water):
    provision = water.draft.dispute.provisions[0].id
    reason = Reason(
        provisions=(provision,),
        facts=("arvenia.open",),
        text="No power is sold without water.",
    )
    opinion = Opinion(state=3, taken=(), on=None, lawful="no", reasons=(reason,) * 5)
    step = Step(
        number=1,
        what="act",
        text="Arvenia opens the sluices",
        provision=provision,
        cite="art. 4",
        clock="30 days must pass first",
    )
    lawful = LawfulOutcomes(
        equilibria=(5,), doubtful=(), route=Route(state=4, way=None, steps=(step,))
    )
    brief = water.brief(opinions=(opinion,), lawful=lawful)
    (advice,) = brief.memo.advice
    assert "is unlawful, as far as the model knows the law." in advice.conclusion.text
    assert provision in advice.reasons[0].because
    assert advice.more == "Left out here: 2 more reasons; `detente law` prints them."
    assert [sentence.text for sentence in brief.memo.outcomes] == ["State 5 holds and is lawful."]
    assert (
        brief.memo.steps[0].text == "Arvenia opens the sluices (art. 4); 30 days must pass first."
    )
    assert loose_ends(brief) == ()


def test_without_the_law_stage_there_is_no_memo_and_no_claim_of_lawfulness(water):
    dispute = replace(water.draft.dispute, provisions=())
    brief = water.brief(draft=replace(water.draft, dispute=dispute), broken={})
    assert brief.memo is None
    assert not any("lawful" in sentence.text for sentence in brief.answer)


# --- models of any size ----------------------------------------------------------------------


def large(options):
    party = Party(
        id="a",
        name="Arvenia",
        options=tuple(Option(id=f"o{n}", text=f"Do thing {n}") for n in range(options)),
        preferences=(Preference(says=(Taken("a.o1"),)), Preference(says=(Taken("a.o2"),))),
    )
    other = Party(id="b", name="Kestria", preferences=(Preference(says=(Taken("a.o0"),)),))
    dispute = Dispute(name="Large", parties=(party, other), status_quo=frozenset({"a.o3"}))
    solved = analysis.analyse(dispute)
    return compose((), Draft(dispute=dispute), solved, analysis.deal(dispute, solved))


def test_a_large_model_lists_what_is_asked_about_and_claims_nothing_for_the_rest():
    brief = large(12)
    assert len(brief.state_table) <= 258
    assert any(row.today for row in brief.state_table)
    assert "4,096 feasible states" in " ".join(sentence.text for sentence in brief.answer)
    assert loose_ends(brief) == ()
