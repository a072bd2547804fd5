"""When does a vaguely dated thing fall due, and when is that left open?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.lexicon.due import due, due_phrases, interval

TUESDAY = "2025-03-04"

PHRASES = [
    ("results within months", "2026-03-04"),
    ("results in the coming months", "2026-03-04"),
    ("results within the next few months", "2026-03-04"),
    ("results within weeks", "2025-05-03"),
    ("results in the coming weeks", "2025-05-03"),
    ("results within days", "2025-03-18"),
    ("results within a year", "2026-03-04"),
    ("results within a month", "2025-04-04"),
    ("results within a week", "2025-03-11"),
    ("results in 10 days", "2025-03-14"),
    ("results within ten days", "2025-03-14"),
    ("results within the next three weeks", "2025-03-25"),
    ("results in two to three weeks", "2025-03-25"),
    ("results within six months", "2025-09-06"),
    ("results by the end of the year", "2025-12-31"),
    ("results before the end of this year", "2025-12-31"),
    ("results later this year", "2025-12-31"),
    ("results by the end of the month", "2025-03-31"),
    ("results next year", "2026-12-31"),
    ("results by 2027", "2027-12-31"),
    ("results tomorrow", "2025-03-05"),
    ("results soon", None),
    ("results before long", None),
    ("results in the near future", None),
    ("RESULTS WITHIN WEEKS", "2025-05-03"),
]


MISSED: dict[str, str] = {}
ROWS = [
    pytest.param(
        *row,
        marks=[pytest.mark.xfail(strict=True, reason=MISSED[row[0]])] if row[0] in MISSED else [],
    )
    for row in PHRASES
]


@pytest.mark.parametrize(("words", "until"), ROWS)
def test_a_due_phrase_and_its_last_day(words: str, until: str | None) -> None:
    assert due(words, TUESDAY) == (True, until)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "results",
        "a sooner result",
        "the monthly talks",
        "a tomorrowland",
        "weeks of talks",
        "in days gone by",
    ],
)
def test_words_without_a_due_phrase(words: str) -> None:
    assert due(words, TUESDAY) == (False, None)


@pytest.mark.parametrize(("words", "until"), ROWS)
def test_without_a_day_of_publication_only_a_named_year_is_known(
    words: str, until: str | None
) -> None:
    assert due(words, None) == (True, until if "2027" in words else None)


@pytest.mark.parametrize(
    ("published", "until"),
    [
        ("2025-12-28", "2026-01-11"),
        ("2025-12", "2026-01-14"),
        ("2025", "2026-01-14"),
        ("2024-02-20", "2024-03-05"),
    ],
)
def test_the_last_day_counts_from_the_end_of_what_is_known(published: str, until: str) -> None:
    assert due("within days", published) == (True, until)


@pytest.mark.parametrize(
    ("iso", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-07", ("2024-02-07", "2024-02-07")),
    ],
)
def test_interval(iso: str, days: tuple[str, str]) -> None:
    assert interval(iso) == days


@given(
    words=st.text(max_size=40),
    count=st.integers(0, 10**12),
    published=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
)
def test_any_words_and_any_day(words: str, count: int, published: date) -> None:
    found, until = due(f"{words} within {count} months", published.isoformat())
    assert found
    assert until is None or until >= published.isoformat()


def test_no_phrase_matches_the_empty_text() -> None:
    assert not [phrase for phrase in due_phrases() if phrase.words.search("")]
