"""Does the line keep its order, lose nothing on the way, and stop for nobody?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente import workflow
from detente.domain.dispute import Dispute, Option, Party
from detente.domain.evidence import Judgement
from detente.errors import InputError
from detente.record import MemoryStore
from detente.workflow import briefing, drafting

TEXTS = Path(__file__).parents[2] / "texts"
DAM = TEXTS / "dam" / "base.txt"

DISPUTE = """
format = 1
name = "N"
status_quo = []
[[party]]
id = "one"
name = "One"
weights = { a = 1 }
option = [{ id = "a", text = "do a" }]
[[party]]
id = "two"
name = "Two"
weights = { b = 1 }
option = [{ id = "b", text = "do b" }]
[[provision]]
id = "p"
cite = "c"
says = "not one.a"
in_force = 2020-01-01
until = 2021-01-01
"""


@pytest.fixture
def articles(tmp_path):
    """Write texts to files; an empty one is refused by the reader."""

    def write(*texts):
        paths = [tmp_path / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return write


def codes(findings):
    return [finding.code for finding in findings]


# --- Reading -------------------------------------------------------------------------------


def test_articles_come_in_input_order_the_refused_ones_included(articles):
    said = "Spain said it would not accept plan {}."
    paths = articles("", said.format(1), "", "", said.format(2), "")
    found = list(workflow.read_articles(paths))
    assert [article.path for article in found] == [str(path) for path in paths]
    assert [article.reading is not None for article in found] == [0, 1, 0, 0, 1, 0]
    assert all(
        codes(article.findings) == ["empty-file"] for article in found if not article.reading
    )


def test_what_intake_found_comes_before_what_the_reader_found(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("The weather in Şırnak was mild, and the roads were dry.".encode("cp1254"))
    (article,) = workflow.read_articles([path])
    assert codes(article.reading.findings) == ["encoding-guessed", "no-statement"]


def test_no_parser_is_loaded_for_nothing(articles, monkeypatch):
    monkeypatch.setattr("detente.read.load_parser", lambda: pytest.fail("it was loaded"))
    assert [article.reading for article in workflow.read_articles(articles("", ""))] == [None] * 2


def test_progress_names_how_many_of_how_many(articles):
    told = []
    said = ["Spain said it would not accept the plan.", "Peru said it would."]
    list(workflow.read_articles(articles(*said, ""), tell=told.append))
    assert told == ["loading the parser", "reading", "reading: 1 of 3", "reading: 2 of 3"]


@pytest.mark.parametrize("published", ["2025-13", "soon", "", "2025-12-09T10:00"])
def test_a_date_that_is_none_stops_the_call_before_any_work(articles, published):
    with pytest.raises(InputError, match="not a date of publication"):
        workflow.read_articles(articles("x"), published)


# --- Briefing ------------------------------------------------------------------------------


def test_findings_of_every_stage_reach_the_brief(articles):
    text = DAM.read_text(encoding="utf-8")
    weather = (TEXTS / "nothing" / "weather.txt").read_text(encoding="utf-8")
    brief = workflow.brief_articles(articles("", text, weather, text))
    assert {"empty-file", "duplicate-article", "date-unknown"} <= set(codes(brief.findings))
    assert len(brief.readings) == 2
    assert brief.dispute is not None
    assert not brief.reviewed


def test_a_text_without_a_dispute_says_so(articles):
    weather = (TEXTS / "nothing" / "weather.txt").read_text(encoding="utf-8")
    brief = workflow.brief_articles(articles(weather))
    assert brief.dispute is None
    assert brief.analysis is None
    assert any(finding.severity != "info" for finding in brief.findings)


def test_what_an_analyst_rejects_is_not_modelled_and_still_shown(articles):
    store = MemoryStore()
    before = workflow.brief_articles([DAM], store=store)
    party = next(party for party in before.dispute.parties if party.code == "ETH")
    wish = next(p for p in party.preferences if p.basis == "stated")
    for claim in wish.because:
        store.judge(Judgement(claim=claim, decision="rejected", by="ada", at="2025-01-01"))
    after = workflow.brief_record(store)
    preferences = (
        [p.says for p in after.dispute.party(party.id).preferences] if after.dispute else []
    )
    assert wish.says not in preferences
    assert len(after.readings[0].statements) == len(before.readings[0].statements)


def test_reviewed_means_that_every_claim_was_judged():
    store = MemoryStore()
    first = workflow.brief_articles([DAM], store=store)
    for claim in first.claims:
        store.judge(Judgement(claim=claim.id, decision="accepted", by="ada", at="2025-01-01"))
    again = workflow.brief_record(store)
    assert again.reviewed
    assert again.dispute == first.dispute


def test_a_draft_too_large_to_solve_is_a_finding_and_the_record_is_briefed(monkeypatch):
    options = tuple(Option(id=f"o{number}", text="t") for number in range(20))
    parties = tuple(Party(id=name, name=name, options=options) for name in ("one", "two"))
    real = drafting.draft

    def too_large(readings, **_):
        return replace(real(readings), dispute=Dispute(name="N", parties=parties))

    monkeypatch.setattr(drafting, "draft", too_large)
    brief = workflow.brief_articles([DAM])
    assert brief.analysis is None
    assert brief.dispute is not None
    assert "not-analysed" in codes(brief.findings)
    assert brief.readings[0].statements


def test_the_law_of_a_brief_is_judged_on_the_newest_day_of_the_record(monkeypatch, articles):
    days = []
    real = briefing.solve
    monkeypatch.setattr(briefing, "solve", lambda d, on: days.append(on) or real(d, on))
    text = DAM.read_text(encoding="utf-8")
    workflow.brief_articles(articles(text), "2025-03")
    assert days == [date(2025, 3, 31)]


# --- Analysing -----------------------------------------------------------------------------


@pytest.fixture
def dispute(tmp_path):
    path = tmp_path / "dispute.toml"
    path.write_text(DISPUTE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("on", "lawful"),
    [
        (None, [True, False, True, False]),
        (date(2019, 1, 1), [True] * 4),
        (date(2022, 1, 1), [True] * 4),
    ],
)
def test_law_and_analysis_are_joined_on_a_day(dispute, on, lawful):
    solved = workflow.analyse_dispute(dispute, on)
    assert list(solved.analysis.lawful.values()) == lawful
    assert solved.error is None


def test_a_file_that_is_no_dispute_and_one_too_large_to_solve(tmp_path, dispute):
    broken = tmp_path / "broken.toml"
    broken.write_text("format = ", encoding="utf-8")
    assert workflow.analyse_dispute(broken).dispute is None
    many = ", ".join(f'{{ id = "o{n}", text = "t" }}' for n in range(70))
    dispute.write_text(
        DISPUTE.replace('{ id = "a", text = "do a" }', f'{{ id = "a", text = "t" }}, {many}')
    )
    solved = workflow.analyse_dispute(dispute)
    assert solved.analysis is None
    assert solved.error.exit_code == 4
    (finding,) = (finding for finding in solved.findings if finding.code == "not-analysed")
    assert finding.where.path == str(dispute)
