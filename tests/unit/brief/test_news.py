"""What is new between two briefs, and what of it turned the answer."""

from dataclasses import replace

import pytest

from detente import analysis
from detente.brief import attributed, compare, gist, news_lines, news_shape
from detente.domain.evidence import Judgement


@pytest.fixture
def then(water):
    """The brief before the second text came: Kestria had not yet demanded anything."""
    arvenia, kestria = water.draft.dispute.parties
    fewer = replace(kestria, preferences=(kestria.preferences[0], kestria.preferences[2]))
    dispute = replace(water.draft.dispute, parties=(arvenia, fewer))
    return water.brief(
        readings=water.readings[:1], draft=replace(water.draft, dispute=dispute, claims=())
    )


@pytest.fixture
def now(water):
    return water.brief(deal=replace(water.deal, changes=()))


def lines(news):
    return dict(news_lines(news))


def test_it_tells_the_text_the_wish_and_the_sentence_that_changed(then, now, water):
    news = compare(then, now, "2024-05-14")
    told = lines(news)
    assert told["New in the record"] == (
        "One text with two statements came in.",
        "Minister hopeful (The Invented Herald, 14 May 2024).",
    )
    assert (
        "New wish: Kestria wants Arvenia to open the sluices of the Sella dam."
        in (told["What that did to the model"])
    )
    (changed,) = news.answer
    assert changed.before.startswith("It would hold under GMR")
    assert changed.now.startswith("No single change")
    demands = water.readings[1].statements[1].id
    assert news.candidates == (demands,)


def test_a_wish_that_moved_is_not_new(then, now):
    moved = [change for change in compare(then, now, "1").model if change.turn == "moved"]
    assert [change.element for change in moved] == ["kestria.preference.3"]


def test_what_turned_the_answer_is_named_with_its_words(then, now, water):
    news = compare(then, now, "1")
    (one,) = news.candidates
    news = attributed(news, ("before",), ("now",), {one: ("before",)})
    assert [(cause.alone, cause.because) for cause in news.causes] == [(True, (one,))]
    assert news.causes[0].text == (
        "Kestria: “that Arvenia open the sluices” (Minister hopeful). "
        "Without it, the answer would be as it was."
    )


def test_what_only_took_part_is_said_so(then, now):
    news = compare(then, now, "1")
    (one,) = news.candidates
    told = attributed(news, ("before",), ("now",), {one: ("a third",)}).causes[0]
    assert not told.alone
    assert told.text.endswith("Without it, the answer would be another again.")


def test_no_cause_is_named_that_changes_nothing(then, now):
    news = compare(then, now, "1")
    (one,) = news.candidates
    news = attributed(news, ("before",), ("now",), {one: ("now",)})
    assert news.causes == ()
    assert lines(news)["Which sentence did it"][0].startswith("No single sentence did it")


def test_nothing_new_is_said_in_words(now):
    told = lines(compare(now, now, "2024-05-14"))
    assert told == {
        "New in the record": ("Nothing came in, and nothing was judged.",),
        "What that did to the model": ("The model is as it was.",),
        "What that did to the answer": ("The answer is as it was.",),
    }


def test_a_judgement_is_news_and_worth_trying(now, water):
    claim = water.draft.claims[2]
    judged = Judgement(claim=claim.id, decision="rejected", by="Ann", at="2024-06-01T10:00:00Z")
    later = replace(now, judgements={claim.id: judged})
    news = compare(now, later, "1")
    assert news.candidates == (claim.id,)
    assert (
        "Ann rejected: Arvenia, “Arvenia will not open the sluices”."
        in (lines(news)["New in the record"])
    )


def test_a_first_model_and_a_lost_one_are_said_so(then, now):
    empty = replace(now, dispute=None, answer=())
    assert lines(compare(empty, now, "1"))["What that did to the answer"][0].startswith("Nothing")
    assert lines(compare(now, empty, "1"))["What that did to the answer"] == (
        "There was an answer before; now nothing can be modelled.",
    )


def test_the_gist_does_not_hang_on_how_states_are_numbered(water):
    dispute = water.draft.dispute
    solved = analysis.analyse(dispute)
    deal = analysis.deal(dispute, solved)
    turned = replace(dispute, parties=dispute.parties[::-1])
    other = analysis.analyse(turned)
    assert gist(turned, other, analysis.deal(turned, other))[:3] == gist(dispute, solved, deal)[:3]
    assert gist(None, None, None) == ()


def test_the_data_names_everything_by_its_id(then, now):
    shape = news_shape(compare(then, now, "2024-05-14"))
    assert shape["format"] == 1
    assert shape["since"] == "2024-05-14"
    assert {change["turn"] for change in shape["model"]} <= {"added", "removed", "moved"}
    assert all(change["element"] for change in shape["model"])
