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
    assert ("KEN", "The border stays shut") in found
    assert ("KEN", "Uganda must lift its duty first") in found


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
    assert ("KEN", "The border stays shut") in found
    assert ("KEN", "Uganda to withdraw the levy") in found


IN_A_HOUSE = [
    "PARLIAMENT OF FIJI\nOral questions",
    "House of Representatives of Fiji – Questions",
    "National Assembly of Fiji, 12 May 2025",
]


@pytest.mark.parametrize("head", IN_A_HOUSE)
def test_a_minister_answers_for_the_state_of_the_house(head: str) -> None:
    """Who asks there speaks for nobody, and the minister goes on under the name alone."""
    found = said(
        f"{head}\n\n"
        "HON. TUKANA (Opposition): Will the wharf be closed to Tongan ships?\n\n"
        "THE MINISTER FOR TRADE (HON. MERE BALE): No. The wharf stays open.\n\n"
        "HON. TUKANA: Tonga must pay now.\n\n"
        "HON. BALE: We shall ban its ships."
    )
    assert ("FJI", "The wharf stays open") in found
    assert ("FJI", "No") in found
    assert ("FJI", "We shall ban its ships") in found
    assert not any(code == "FJI" and "pay" in told for code, told in found)


def test_a_long_office_before_the_name() -> None:
    found = said(
        "House of Lords – Oral Questions\n\n"
        "Baroness Bell: Will the ports be opened?\n\n"
        "The Parliamentary Under-Secretary of State, Home Office (Lord Ware of Strand): The ports "
        "will not be opened. France must pay first.\n\n"
        "Lord Tarn: That is a pity.\n\n"
        "Lord Ware of Strand: France must pay."
    )
    ours = [told for code, told in found if code == "GBR"]
    assert ours == ["The ports will not be opened", "France must pay first", "France must pay"]


def test_an_office_that_names_its_state() -> None:
    found = said(
        "Questions on the fishery\n\n"
        "Deputy Ada Roche: Will the case be withdrawn?\n\n"
        "The Tánaiste (Deputy Finn Ware): The case will not be withdrawn.\n\n"
        "The Tánaiste: Spain must pay."
    )
    assert ("IRL", "The case will not be withdrawn") in found
    assert ("IRL", "Spain must pay") in found


def test_posts_under_the_lines_that_say_whose_they_are() -> None:
    found = said(
        "Ada Bell @adabell · 7:12\n\nUganda must lift the levy.\n\n"
        "Kampala Foreign Ministry @MofaUg · 7:40\n\nThe levy stays.\n\n"
        "Kenya MFA (@KenyaMFA)\n\nWe shall close the bridge."
    )
    assert found == [
        (None, "Uganda must lift the levy"),
        ("UGA", "The levy stays"),
        ("KEN", "We shall close the bridge"),
    ]


def test_a_minister_of_a_house_that_no_head_names() -> None:
    """What is told of all that she says decides: here her state's offer."""
    found = said(
        "Mr HALE (Rivers) (14:07): Will the minister open the wharf?\n\n"
        "Ms BALE (Plains – Minister for Trade) (14:08): The answer is no. Tonga built it.\n\n"
        "Fiji is prepared to offer Tonga another berth. It has a lovely view."
    )
    assert ("FJI", "The answer is no") in found
    assert ("FJI", "It has a lovely view") in found


def test_whoever_called_the_press_together_answers_it() -> None:
    found = said(
        "WHO press conference – transcript\n\n"
        "Mary Tarn: Next question, from Reuters.\n\n"
        "Reuters: What do you make of Fiji's decision?\n\n"
        "Dr Ada Bell: Thanks. We ask Fiji to release the sequences. We cannot pay for them.\n\n"
        "Mary Tarn: Thank you, Ada."
    )
    assert ("WHO", "We cannot pay for them") in found
    assert not any(code == "WHO" and "Thank you" in told for code, told in found)
