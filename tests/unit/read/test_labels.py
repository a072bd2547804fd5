"""Who speaks in paragraphs with labels, in lists and after a colon."""

import pytest

from .sentences import read, words

Said = tuple[str | None, str]


def said(text: str) -> list[Said]:
    """Party and words of each statement that stands in no other."""
    reading = read(text)
    return [
        (s.source and s.source.party, words(s.content[-1], reading))
        for s in reading.statements
        if not s.inside
    ]


def test_the_guest_answers_under_a_name_in_capitals() -> None:
    found = said(
        "Ada Bell is Kenya's minister for trade. We met her in Nairobi.\n\n"
        "INTERVIEWER: When will the border open?\n\n"
        "ADA BELL: The border stays shut. Uganda must lift its duty first.\n\n"
        "INTERVIEWER: Have you told them?\n\n"
        "ADA BELL: Many times."
    )
    assert ("KEN", "The border stays shut. Uganda must lift its duty first") in found


def test_a_state_beside_the_name() -> None:
    found = said(
        "JOINT PRESS CONFERENCE\n\n"
        "Ms. Bell (Kenya): The levy stays until the border is open.\n\n"
        "Mr. Okello (Uganda): Uganda opens the border when the levy is gone."
    )
    assert [code for code, _ in found] == ["KEN", "UGA"]


def test_sides_of_a_meeting() -> None:
    found = said(
        "MINUTES of the border commission\n\n"
        "The Ugandan side: the border must first be reopened.\n\n"
        "The Kenyan side: the levy must first be lifted."
    )
    assert found == [
        ("UGA", "the border must first be reopened"),
        ("KEN", "the levy must first be lifted"),
    ]


def test_question_and_answer_in_one_paragraph() -> None:
    found = said(
        "Transcript of the briefing by the head of the Kenyan delegation\n\n"
        "Ada Bell, head of the delegation, entered at noon.\n\n"
        "Q. And the border? – It stays shut.\n\n"
        "Q. And the drivers? – They broke the law; they will not be released."
    )
    assert ("KEN", "It stays shut") in found
    assert ("KEN", "they will not be released") in found
    assert not any("?" in words for _, words in found)


def test_a_bare_office_in_a_label_is_the_issuers() -> None:
    found = said(
        "PARLIAMENT OF UGANDA\n\nWritten answer to question 214\n\n"
        "Ruth Atim: To ask the minister whether the levy will be lifted.\n\n"
        "The Minister of Trade (Mr Moses Okello): The levy will not be lifted."
    )
    assert ("UGA", "The levy will not be lifted") in found


ITEMS = [
    "1. Calls on Uganda to lift the levy;\n\n2. Decides to keep the border closed.",
    "(a) Calls on Uganda to lift the levy;\n\n(b) Also decides to keep the border closed.",
]


@pytest.mark.parametrize("items", ITEMS)
def test_the_items_of_a_decision_are_whoevers_stands_before_them(items: str) -> None:
    found = said(f"The Government of Kenya, recalling its note of 2 April 2025,\n\n{items}")
    assert [code for code, _ in found] == ["KEN", "KEN"]


def test_points_after_a_colon() -> None:
    found = said(
        "Main points made by the spokesperson of the Kenyan foreign ministry:\n\n"
        "• The levy must be lifted without delay.\n\n"
        "• Kenya will not send its delegation.\n\n"
        "The briefing ended at noon. The levy must be paid in cash."
    )
    assert [code for code, _ in found] == ["KEN", "KEN"]


def test_a_post_after_a_colon() -> None:
    found = said("Moses Okello, Uganda's trade minister, on X:\n\nThe levy will not be lifted.")
    assert ("UGA", "The levy will not be lifted") in found


def test_a_list_of_nobodys_is_nobodys() -> None:
    found = said(
        "What divides Kenya and Uganda:\n\n• The levy must be paid.\n\n• The border is shut."
    )
    assert found == []


def test_whoever_issues_a_paper_answers_the_questions_in_it() -> None:
    """Also where the lines of its head are not parted by empty ones."""
    found = said(
        "Ministry of Trade of the Republic of Kenya\nSpokesperson's remarks on the levy\n"
        "12 May 2025\n\n"
        "Q: Will the border be opened?\n\n"
        "A: The border stays shut. We urge Uganda to withdraw the levy."
    )
    assert ("KEN", "The border stays shut. We urge Uganda to withdraw the levy") in found
