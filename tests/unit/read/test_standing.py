"""Did it happen? Each wording that makes an act planned, denied or only thought of."""

import pytest

from .sentences import cases, read

# Text; standing of the act of closing in it.
CLOSING = [
    ("Kenya closed the border.", "happened"),
    ("Kenya has closed the border.", "happened"),
    ("Kenya has closed the border since May.", "ongoing"),
    ("Kenya is closing the border.", "ongoing"),
    ("The border is being closed by Kenya.", "ongoing"),
    ("Kenya has been closing the border.", "ongoing"),
    ("Kenya will close the border.", "planned"),
    ("Kenya is to close the border.", "planned"),
    ("Kenya decided to close the border.", "planned"),
    ("Kenya promised to close the border.", "planned"),
    ("Kenya ordered its police to close the border.", "planned"),
    ("Kenya is expected to close the border.", "planned"),
    ("Kenya said it would close the border.", "planned"),
    ("Kenya said it would not close the border.", "denied"),
    ("Kenya will never close the border.", "denied"),
    ("Kenya refused to close the border.", "denied"),
    ("Kenya failed to close the border.", "denied"),
    ("Kenya ruled out closing the border.", "denied"),
    ("Kenya denied having closed the border.", "denied"),
    ("Kenya denied that it had closed the border.", "denied"),
    ("Kenya left without closing the border.", "denied"),
    ("Somalia prevented Kenya from closing the border.", "denied"),
    ("Kenya could close the border.", "hypothetical"),
    ("Kenya would close the border if Somalia attacked.", "hypothetical"),
    ("Kenya will close the border if Somalia attacks.", "hypothetical"),
    ("Kenya warned that it would close the border.", "hypothetical"),
    ("Kenya considered closing the border.", "hypothetical"),
    ("Kenya wants to close the border.", "hypothetical"),
    ("Somalia asked Kenya to close the border.", "hypothetical"),
    ("Should Kenya close the border, Somalia will protest.", "hypothetical"),
    ("Kenya began to close the border.", "happened"),
    ("Kenya could begin to close the border.", "hypothetical"),
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(("text", "standing"), cases(CLOSING, KNOWN))
def test_standing(text: str, standing: str) -> None:
    assert [e.status for e in read(text).events if e.act == "close"] == [standing]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kenya closed the border on 3 May 2021.", "2021-05-03"),
        ("Kenya, which joined the pact in 2019, closed the border.", None),
        ("Kenya closed the border, the minister said on 3 May 2021.", None),
        ("Kenya's closure of the border in 2021 hurt traders.", "2021"),
    ],
)
def test_a_date_belongs_to_the_clause_it_stands_in(text: str, date: str | None) -> None:
    assert [e.date for e in read(text).events if e.act == "close"] == [date]
