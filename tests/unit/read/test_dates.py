"""Are explicit dates read at the precision that the text gives, and no more?"""

import re

import pytest

from detente.domain.evidence import Span
from detente.read.dates.patterns import any_of
from detente.read.dates.written import dated, explicit_dates, iso_date, whole_date

from .sentences import cases, read

WORDS = [
    ("in 2020", ["2020"]),
    ("in December 2020", ["2020-12"]),
    ("in Dec. 2020", ["2020-12"]),
    ("in Sept. 2020", ["2020-09"]),
    ("in September of 2020", ["2020-09"]),
    ("on 14 December 2020", ["2020-12-14"]),
    ("on the 14th of December 2020", ["2020-12-14"]),
    ("on December 14, 2020", ["2020-12-14"]),
    ("on December 14th, 2020", ["2020-12-14"]),
    ("on Dec. 14, 2020", ["2020-12-14"]),
    ("on 2020-12-14", ["2020-12-14"]),
    ("from 2019 to 2021", ["2019", "2021"]),
    ("between May 2019 and 3 June 2021", ["2019-05", "2021-06-03"]),
    ("in May, 2019", ["2019-05"]),
    ("the 2020 law", ["2020"]),
    ("in 2020.", ["2020"]),
    ("in 2020, they", ["2020"]),
    ("(2020)", ["2020"]),
    ("on 31 February 2020", []),
    ("on 2020-13-40", []),
    ("2020 soldiers", []),
    ("a fee of $2020", []),
    ("2,020 people", []),
    ("2020.5 tonnes", []),
    ("resolution 2231", []),
    ("in 1848", []),
    ("the S-2000", []),
    ("twenty-twenty", []),
    ("", []),
]
KNOWN = {
    "2020 soldiers": "a number of people that could be a year is taken for one",
}


@pytest.mark.parametrize(("text", "expected"), cases(WORDS, KNOWN))
def test_dates_in_words(text: str, expected: list[str]) -> None:
    assert [iso for _, iso in explicit_dates(text)] == expected
    assert iso_date(text) == (expected[0] if expected else None)


def test_spans_are_the_words_of_the_date() -> None:
    text = "Signed on December 14, 2020, and broken in May 2021."
    found = [span.of("....." + text) for span, _ in explicit_dates(text, start=5)]
    assert found == ["December 14, 2020", "May 2021"]


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020-12-14", "2020-12-14", "2020-12-14"),
    ],
)
def test_a_date_is_the_days_it_may_mean(iso: str, first: str, last: str) -> None:
    found = dated(Span(start=0, end=4), iso)
    assert (found.earliest, found.latest) == (first, last)


@pytest.mark.parametrize("iso", ["2020", "2020-12", "2020-12-14"])
def test_whole_dates(iso: str) -> None:
    assert whole_date(iso) == iso


@pytest.mark.parametrize(
    "text",
    ["", "20", "2020-13", "2020-00", "2020-02-30", "2020-1", "2020-12-14T10:00", "soon", "0000"],
)
def test_what_is_no_whole_date(text: str) -> None:
    assert whole_date(text) is None


def test_every_date_of_a_text_is_listed_with_its_days() -> None:
    reading = read("Kenya closed the border in May 2021. It was opened on 3 June 2023.")
    days = [(d.span.of(reading.document.text), d.earliest, d.latest) for d in reading.dates]
    assert days == [
        ("May 2021", "2021-05-01", "2021-05-31"),
        ("3 June 2023", "2023-06-03", "2023-06-03"),
    ]


def test_of_words_that_begin_alike_the_longest_is_read() -> None:
    numbers = {"two": 2, "ten": 10, "twenty": 20, "twenty one": 21, "one": 1}
    pattern = re.compile(rf"(?:{any_of(numbers)})(?!\w)", re.IGNORECASE)
    for words in ("Two", "ten", "twenty", "Twenty-one", "twenty one", "one"):
        match = pattern.match(f"{words} days")
        assert match is not None
        assert match[0] == words
    assert pattern.match("tenth") is None
