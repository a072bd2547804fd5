"""An editor's notes: numbers agree, names take their article, clauses are grammatical."""

import pytest

from detente.brief.wording import deals, limits, outcomes, people, phrases, times
from detente.brief.wording.terms import Terms
from detente.domain.conditions import Both, Not, Taken
from detente.domain.dispute import Dispute, Option, Party, Preference

US = Party(
    id="us",
    name="United States",
    options=(Option(id="readmit", text="Readmit Norvia"), Option(id="levy", text="Keep the levy")),
)
NORVIA = Party(id="nor", name="Norvia", options=(Option(id="leave", text="Withdraw its troops"),))
TERMS = Terms(Dispute(name="", parties=(US, NORVIA)))
READMIT, LEVY, LEAVE = Taken("us.readmit"), Taken("us.levy"), Taken("nor.leave")


@pytest.mark.parametrize(
    ("condition", "wish"),
    [
        (LEAVE, "to withdraw its troops"),
        (Not(LEAVE), "not to withdraw its troops"),
        (Not(Not(LEAVE)), "to withdraw its troops"),
        (READMIT, "the United States to readmit Norvia"),
        (
            Both(READMIT, "and", Not(LEVY)),
            "the United States to readmit Norvia and not to keep the levy",
        ),
        (
            Both(READMIT, "requires", LEAVE),
            "the United States to readmit Norvia only if Norvia withdraws its troops",
        ),
        (
            Both(Not(LEAVE), "requires", LEVY),
            "this: if Norvia does not withdraw its troops, then the United States keeps the levy",
        ),
        (
            Both(READMIT, "or", Not(LEVY)),
            "either the United States to readmit Norvia or the United States not to keep the levy",
        ),
        (
            Both(LEAVE, "iff", READMIT),
            "to withdraw its troops if, and only if, the United States readmits Norvia",
        ),
        (
            Not(Both(LEVY, "and", LEAVE)),
            "this not to be so: the United States keeps the levy and Norvia withdraws its troops",
        ),
    ],
)
def test_a_wish_reads_as_english(condition, wish):
    assert TERMS.wish(condition, "nor") == wish


def test_equally_important_statements_are_said_so():
    preference = Preference(says=(READMIT, Not(LEVY)))
    assert TERMS.preference("us", preference) == (
        "to readmit Norvia, and just as much not to keep the levy"
    )


@pytest.mark.parametrize(
    ("text", "conjugated"),
    [
        ("Keep the levy", "keeps the levy"),
        ("Carry out the plan", "carries out the plan"),
        ("Pay", "pays"),
        ("Impose and enforce a ban", "imposes and enforce a ban"),
        ("Withdraw its troops and lift the embargo", "withdraws its troops and lifts the embargo"),
        ("Give up possession and operation", "gives up possession and operation"),
        ("Reach an accord", "reaches an accord"),
        ("Have talks", "has talks"),
        ("Go home", "goes home"),
    ],
)
def test_an_option_is_conjugated(text, conjugated):
    # Of two verbs joined, the second is only conjugated if it is a common one.
    assert phrases.third_person(text) == conjugated


@pytest.mark.parametrize(
    ("name", "articled"),
    [
        ("United States", "the United States"),
        ("European Union", "the European Union"),
        ("Netherlands", "the Netherlands"),
        ("Türkiye", "Türkiye"),
        ("NATO", "NATO"),
        ("Niger", "Niger"),
    ],
)
def test_names_take_their_article(name, articled):
    assert phrases.the(name) == articled


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2020", "2020"),
        ("2020-12", "December 2020"),
        ("2020-12-04", "4 December 2020"),
        ("about 2020", "about 2020"),
    ],
)
def test_a_date_is_as_precise_as_it_was(iso, words):
    assert phrases.day(iso) == words


@pytest.mark.parametrize(
    ("channel", "placed"),
    [
        ("X", "on X"),
        ("Reuters", "to Reuters"),
        ("press conference", "at a press conference"),
        ("a press conference", "at a press conference"),
        ("interview", "in an interview"),
        ("state television", "on state television"),
    ],
)
def test_a_channel_takes_its_preposition(channel, placed):
    assert people.place(channel) == placed


def test_numbers_agree():
    assert phrases.counted(1, "claim") == "one claim"
    assert phrases.counted(12, "claim") == "12 claims"
    assert limits.single_source(1, 1).startswith("The one claim rests")
    assert limits.single_source(1, 3).startswith("One of three claims rests")
    assert limits.single_source(3, 3).startswith("All three claims rest")
    assert outcomes.outcomes(8, ["state 5"], 1, 1).startswith(
        "Of the eight feasible states, one is"
    )
    assert "two are equilibria" in outcomes.outcomes(8, [], 0, 2)


def test_a_quotation_is_not_quoted_twice():
    assert phrases.quoted("“We will,”") == "“We will,”"
    assert phrases.quoted("two\nlines ") == "“two lines”"
    assert phrases.quoted("") == "“”"


def test_due_dates_are_said_or_said_to_be_missing():
    assert times.due(None, "2026-12-09", True) == "until 9 December 2026"
    assert times.due("2025-12-09", None, True) == "open, from 9 December 2025"
    assert times.due(None, None, True) == "open"
    assert times.due(None, None, False) == "unknown, the article carries no date"


def test_a_change_of_any_kind_is_one_sentence_of_its_own():
    conditions = {
        "raise": deals.condition("raise", "Norvia", "A", "B"),
        "drop": deals.condition("drop", "Norvia", "A", None),
        "reverse": deals.condition("reverse", "Norvia", "A", None),
        "repeal": deals.condition("repeal", "", "the act", None),
    }
    changed = {
        kind: deals.change(condition, ("nash",), open_=kind == "raise")
        for kind, condition in conditions.items()
    }
    assert changed["raise"] == (
        "The deal would hold under Nash if Norvia wanted A more than it wants B. "
        "The record does not rule out that this is so already."
    )
    assert changed["drop"].endswith("if Norvia no longer wanted A.")
    assert changed["reverse"].endswith("if Norvia came to want A.")
    assert changed["repeal"].endswith("if the act no longer applied.")
