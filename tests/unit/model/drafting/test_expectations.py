"""When does what is expected fall due, and did it come in time?"""

import pytest

from detente.domain.drafts import Expectation
from detente.domain.evidence import Document
from detente.model.drafting.draft import draft
from detente.read import read_documents


def expected(*texts: tuple[str, str]) -> tuple[Expectation, ...]:
    documents = [Document(text=text, published=published) for published, text in texts]
    return draft(list(read_documents(documents))).expectations


HOPE = ("2022-08-23", "Kenya expects Somalia to open the border by the end of September.")


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        ("Somalia opened the border on 20 September.", "met"),
        ("Somalia opened the border on 3 October.", "missed"),
        ("Somalia has opened the border.", "met"),
        ("Somalia closed its embassy on 20 September.", "missed"),
    ],
)
def test_what_comes_after_its_last_day_did_not_come_in_time(later: str, outcome: str) -> None:
    (due,) = expected(HOPE, ("2022-10-05", later))
    assert due.until == "2022-09-30"
    assert due.outcome == outcome


def test_of_a_mere_thing_nobody_can_tell_whether_it_came() -> None:
    hope = ("2022-08-23", "Kenya hopes for calm before the end of the year.")
    (due,) = expected(hope, ("2023-02-05", "Somalia closed its embassy on 20 January."))
    assert due.until == "2022-12-31"
    assert due.outcome == "open"


def test_a_date_right_after_what_is_hoped_for_says_when() -> None:
    text = "Kenya said that it hoped for a treaty before the end of the year."
    assert {due.until for due in expected(("2022-08-23", text))} == {"2022-12-31"}


def test_a_person_known_from_another_text_expects_for_the_same_party() -> None:
    found = expected(
        ("2022-08-20", "The Kenyan foreign minister, Awa Sarr, said that talks would go on."),
        ("2022-08-23", "Sarr said that she expected the first licences within weeks."),
    )
    assert [(due.party, due.until) for due in found if "licences" in due.text] == [
        ("KEN", "2022-10-22")
    ]
