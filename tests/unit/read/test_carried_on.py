"""What somebody goes on to say in sentences that name nobody, and what only the writer tells."""

import pytest

from .sentences import read, words

BELL = "The ferry is not safe, Kenyan transport minister Ada Bell said."
GOES_ON = [
    "The ferry must be repaired first.",
    "The licence ought to be withdrawn.",
    "It has to be inspected before anybody boards it.",
    "No passenger may board it.",
    "No new licence will be granted.",
    "There would be no exceptions.",
    "Ugandan ships should keep away from the pier.",
    "And the crew? They will not be let in.",
    "A repair presupposed the withdrawal of the licence.",
]
WRITER = [
    "The ferry was built in 1974.",
    "The crossing would usually take an hour.",
    "The wind may turn.",
    "The old harbour required a pilot.",
    "The ferry depended on the weather.",
    "A closure would hurt the traders.",
    "Must it be closed?",
    "Hundreds of people wait at the pier. They must pay for each night.",
]


@pytest.mark.parametrize("sentence", GOES_ON)
def test_the_mood_shows_that_it_is_said(sentence: str) -> None:
    last = read(f"{BELL} {sentence}").statements[-1]
    assert last.source is not None
    assert (last.source.party, last.source.person) == ("KEN", "Ada Bell")
    assert last.cue is None


@pytest.mark.parametrize("sentence", WRITER)
def test_what_is_told_is_the_writers(sentence: str) -> None:
    assert len(read(f"{BELL} {sentence}").statements) == 1


def test_what_ought_to_be_is_said() -> None:
    last = read(f"{BELL} The licence ought to be withdrawn.").statements[-1]
    assert [p.modality for p in last.propositions] == ["should"]


def test_what_follows_a_semicolon_goes_on_too() -> None:
    reading = read("Kenya dismissed the plan as premature; nothing will be signed before the vote.")
    last = reading.statements[-1]
    assert words(last.content[0], reading) == "nothing will be signed before the vote"
    assert last.source is not None
    assert last.source.party == "KEN"


def test_after_two_speakers_nobody_is_meant() -> None:
    reading = read(
        "Kenya said the ferry was safe, and Uganda said it was not. It must be repaired first."
    )
    assert all(s.cue is not None for s in reading.statements)


def test_who_only_refuses_does_not_speak_on() -> None:
    reading = read("Uganda refused to repair the ferry. It must be repaired first.")
    assert len(reading.statements) == 1


def test_in_a_paragraph_of_its_own_nobody_is_meant() -> None:
    assert len(read(f"{BELL}\n\nThe ferry must be repaired first.").statements) == 1


def test_whoever_goes_on_sets_the_condition() -> None:
    reading = read(f"{BELL} No ship will be let in until Uganda releases the crew.")
    told = {s.id: s.source and s.source.party for s in reading.statements}
    assert {told[r.statement] for r in reading.requirements} == {"KEN"}


BROUGHT_ON = [
    "Uganda's transport minister, Moses Okello, was blunter.",
    "Ugandan minister Moses Okello sounded conciliatory, and was brief.",
    "Uganda's transport minister Moses Okello smiled.",
    "Uganda takes another view.",
    "Uganda's minister put it less politely.",
]


@pytest.mark.parametrize("sentence", BROUGHT_ON)
def test_who_is_only_brought_on_speaks_next(sentence: str) -> None:
    last = read(f"{sentence} The ferry must be repaired first.").statements[-1]
    assert last.source is not None
    assert last.source.party == "UGA"
    assert last.attitude == "demands" or last.by_cue == "asserts"


NOT_BROUGHT_ON = [
    "The talks in Uganda were brief.",
    "Uganda's ferry was short of fuel.",
    "The traders were blunt.",
    "Uganda's minister took the ferry.",
    "Uganda's minister was not frank.",
]


@pytest.mark.parametrize("sentence", NOT_BROUGHT_ON)
def test_who_does_something_else_is_not_brought_on(sentence: str) -> None:
    assert not read(f"{sentence} The ferry must be repaired first.").statements


def test_a_colleague_speaks_for_the_same_state() -> None:
    reading = read(
        f"{BELL} Her colleague from defence put it less drily. "
        "If Uganda did not repair it, Kenya would seize the ferry."
    )
    last = reading.statements[-1]
    assert last.source is not None
    assert (last.source.party, last.source.person) == ("KEN", None)


def test_the_first_of_two_clauses_goes_on_too() -> None:
    reading = read(f"{BELL} Uganda must pay for the damage, and she urged it to hurry.")
    told = [
        (s.source and s.source.party, words(s.content[-1], reading)) for s in reading.statements
    ]
    assert ("KEN", "Uganda must pay for the damage") in told
    assert ("KEN", "it to hurry") in told
