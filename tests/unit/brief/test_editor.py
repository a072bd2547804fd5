"""An editor's notes on whole briefs: agreement, names, tense, and nothing said twice."""

import re
from dataclasses import replace

import pytest

from detente.brief import compose, supported
from detente.brief.forms.blocks import Items
from detente.brief.forms.layout import Layout
from detente.brief.forms.references import References
from detente.brief.wording import assurance, labels, limits, news, norms, outcomes, times
from detente.domain.drafts import Draft


def sentences(brief):
    found = [
        passage.text
        for section, _, passage in supported(brief)
        if hasattr(passage, "text") and section != "expectations"  # these are the text's words
    ]
    found += [check.text for check in brief.assurance.checks]
    return [*found, *brief.limits, brief.question]


def printed(brief):
    """Every passage outside of tables, as all forms print them."""
    layout = Layout(brief, References(brief))
    yield from (*layout.leads, *layout.caveats)
    for section in layout.sections:
        for block in section.blocks:
            if isinstance(block, Items):
                yield from block.items


@pytest.fixture
def briefs(water):
    dispute = water.draft.dispute
    no_law = replace(dispute, provisions=())
    unknown = replace(
        dispute, parties=(dispute.parties[0], replace(dispute.parties[1], preferences=()))
    )
    nothing = dict.fromkeys(water.analysis.equilibria, ())
    blind = replace(
        water.analysis,
        unknown=("kestria",),
        equilibria=nothing,
        stable={"arvenia": water.analysis.stable["arvenia"]},
    )
    return [
        water.brief(),
        water.brief(draft=replace(water.draft, dispute=no_law), broken={}),
        water.brief(draft=replace(water.draft, dispute=unknown), analysis=blind),
        water.brief(analysis=replace(water.analysis, status_quo=2)),
        water.brief(analysis=replace(water.analysis, status_quo=None)),
        compose(
            water.readings,
            replace(water.draft, dispute=None),
            names={"ARV": "Arvenia", "KES": "Kestria"},
        ),
        compose((), Draft(dispute=None)),
    ]


def test_every_sentence_begins_with_a_capital_and_ends_once(briefs):
    for brief in briefs:
        for text in sentences(brief):
            plain = text.strip("\u2068\u2069")
            assert re.match(r"[A-Z0-9“İ…]|All|#", plain), plain
            assert plain.endswith((".", "?", "”", "…", ")")), plain
            assert not re.search(r"\.\.|,,|  | ,| \.|;\.|:\.", plain), plain


def test_numbers_agree_with_their_nouns(briefs):
    wrong = re.compile(
        r"\bone \w+s (is|are|have|was)\b(?! the)|"
        r"\b(two|three|\d\d+) (state|claim|party|text|check) |"
        r"\b(One|one) (documents|statements|claims|findings|states|preferences)\b|\b1 \w+s\b"
    )
    for brief in briefs:
        for text in sentences(brief):
            assert not wrong.search(text), text


def test_names_are_those_of_the_record(briefs):
    known = {
        "Arvenia",
        "Kestria",
        "Norvia",
        "Sella",
        "Jonas",
        "Orhel",
        "Meridian",
        "Çağlar",
        "İpek",
    }
    ours = {"Today", "Under", "The", "What", "Which", "How", "Nash", "GMR", "SMR", "SEQ", "SSEQ"}
    for brief in briefs:
        for text in (sentence.text for sentence in brief.answer):
            ours_alone = re.sub(r"“.*?”", "", text)
            inner = re.findall(r"(?<![.?:;] )(?<!^)\b[A-ZÇİ][\w’]+", ours_alone)
            assert set(inner) <= known | ours | {"Whether", "It"}, text


def test_no_tense_runs_ahead_of_the_date(brief):
    """Only what is planned or due is put in the future; what would be is conditional."""
    for entry in brief.timeline:
        ours = re.sub(r"“.*?”", "", entry.text)
        assert not re.search(r"\bwill\b", ours)
    assert not any(re.search(r"\bwill\b", re.sub(r"“.*?”", "", s.text)) for s in brief.answer)


def test_nothing_is_claimed_more_strongly_than_its_evidence(briefs):
    """What a party says or wants is never put as what is so."""
    strong = re.compile(
        r"\b(proves?|certainly|clearly|obviously|undoubtedly|in fact|truth)\b", re.I
    )
    for brief in briefs:
        for text in sentences(brief):
            assert not strong.search(text), text
    clash = briefs[0].conflicts[0].text
    assert clash.count(" says: “") == 2
    for brief in briefs[:5]:
        assert re.search(r"under|cannot be said|not known", brief.answer[0].text)


def test_the_same_fact_is_worded_once(brief):
    told = [p.text for p in printed(brief) if len(p.text) > 60 and not p.text.startswith("“")]
    assert len(told) == len(set(told)), [text for text in told if told.count(text) > 1]


def test_no_sentence_of_the_answer_could_be_said_of_any_dispute(brief):
    """Each of the three that lead names a party, an option or a state."""
    for sentence in brief.answer:
        if sentence.lead:
            assert re.search(r"Arvenia|Kestria|state \d", sentence.text), sentence.text


def test_a_verb_agrees_where_its_number_varies():
    assert limits.near_copies(1).startswith("One document carries")
    assert limits.near_copies(2).startswith("Two documents carry")
    assert assurance.stated(1, 1) == "The one preference of the model is stated by its party."
    assert assurance.stated(3, 3).startswith("All three preferences are stated")
    assert assurance.stated(2, 3) == (
        "Two of three preferences are stated by the parties themselves, one is inferred."
    )
    assert assurance.undated_hopes(1).startswith("By when? One expectation has")
    assert assurance.undated_hopes(2).startswith("By when? Two expectations have")
    assert norms.breaking([3], 1) == "state 3"
    assert norms.breaking([3, 7], 2) == "states 3 and 7"
    assert norms.breaking([3, 7], 2000) == "states 3, 7 and 1,998 more"
    assert norms.broken("Art. 4", "state 3") == "Under Art. 4, state 3 is unlawful."
    assert norms.broken("Art. 4", "states 3 and 7") == "Under Art. 4, states 3 and 7 are unlawful."
    assert norms.outcomes(["state 3"], []) == "State 3 holds and is lawful."
    assert norms.outcomes(["state 3", "state 5"], ["state 6"]) == (
        "State 3 and state 5 hold and are lawful. Of state 6 it depends."
    )
    assert news.record(1, 1, 0, 0) == "One text with one statement came in."
    assert news.record(2, 14, 1, 1) == (
        "Two texts with 14 statements came in, one text left it and a person judged one claim."
    )


def test_shares_are_never_rounded_to_all_or_nothing():
    assert "over 99 %" in assurance.measured(0.999)
    assert "100 %" in assurance.measured(1.0)
    assert "under 1 %" in assurance.open_order("A", "peace", 0.001, "it would turn")


def test_a_caption_needs_no_verb_that_agrees():
    assert labels.heard("US officials", "asserts", None) == "US officials: assertion"
    assert labels.heard("Ankara", "denies", "X") == "Ankara: denial, on X"
    assert labels.heard(None, "mulls", None) == "Somebody not named: mulls"


def test_a_date_is_never_more_precise_than_the_record():
    assert times.due(None, "2026-12", True) == "until December 2026"
    assert labels.dated_record("2021") == "As of 2021"
    assert labels.dated_record(None) == "No text of the record carries a date"


def test_many_equilibria_are_counted_and_not_listed():
    text = outcomes.outcomes(256, ["state 1", "state 2"], 18, 44)
    assert text.endswith(
        "44 are equilibria under at least one concept; "
        "under all five: state 1, state 2 and 16 more."
    )
