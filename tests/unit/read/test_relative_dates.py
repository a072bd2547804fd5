"""Are relative, partial and vague dates reckoned from the document's own day?

Published on Tuesday, 4 March 2025, unless a row says otherwise. Each row lists all the dates
that are to be found, in text order: words, first day, last day.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.evidence import Dated, Document, Span
from detente.read import read_documents
from detente.read.dates.times import dates_in, precise

from .sentences import cases

TUESDAY = "2025-03-04"


def found(text: str, published: str | None = TUESDAY) -> list[tuple[str, str | None, str | None]]:
    (reading,) = read_documents([Document(text=text, published=published)])
    return [(d.span.of(text), d.earliest, d.latest) for d in reading.dates]


DAYS = [
    ("The envoys met today in Oslo.", [("today", "2025-03-04", "2025-03-04")]),
    ("The envoys met yesterday in Oslo.", [("yesterday", "2025-03-03", "2025-03-03")]),
    ("The envoys will meet tomorrow.", [("tomorrow", "2025-03-05", "2025-03-05")]),
    ("The envoys arrived the day before yesterday.",
     [("the day before yesterday", "2025-03-02", "2025-03-02")]),
    ("The envoys will leave the day after tomorrow.",
     [("the day after tomorrow", "2025-03-06", "2025-03-06")]),
    ("The minister said on Monday that talks had ended.",
     [("Monday", "2025-03-03", "2025-03-03")]),
    ("The minister said on Wednesday that talks had ended.",
     [("Wednesday", "2025-02-26", "2025-02-26")]),
    ("The minister said on Tuesday that talks had ended.",
     [("Tuesday", "2025-03-04", "2025-03-04")]),
    ("The two sides will meet on Monday.", [("Monday", "2025-03-10", "2025-03-10")]),
    ("The two sides are expected to meet on Friday.", [("Friday", "2025-03-07", "2025-03-07")]),
    ("Talks ended last Friday.", [("last Friday", "2025-02-28", "2025-02-28")]),
    ("Talks resume next Thursday.", [("next Thursday", "2025-03-13", "2025-03-13")]),
    ("The tariff takes effect on Saturday, officials said.",
     [("Saturday", "2025-03-08", "2025-03-08")]),
    ("Kenya must open the border by Friday.", [("Friday", "2025-03-07", "2025-03-07")]),
]  # fmt: skip

WEEKS_AND_MONTHS = [
    ("Kenya closed the border last week.", [("last week", "2025-02-24", "2025-03-02")]),
    ("Kenya will open the border next week.", [("next week", "2025-03-10", "2025-03-16")]),
    ("The envoys meet this week.", [("this week", "2025-03-03", "2025-03-09")]),
    ("Kenya closed the border last month.", [("last month", "2025-02-01", "2025-02-28")]),
    ("The ministers will meet next month.", [("next month", "2025-04-01", "2025-04-30")]),
    ("Trade fell this month.", [("this month", "2025-03-01", "2025-03-31")]),
    ("Kenya closed the border last year.", [("last year", "2024-01-01", "2024-12-31")]),
    ("The treaty expires next year.", [("next year", "2026-01-01", "2026-12-31")]),
    ("The treaty was renewed this year.", [("this year", "2025-01-01", "2025-12-31")]),
    ("The envoy resigned in January.", [("January", "2025-01-01", "2025-01-31")]),
    ("The envoy resigned in November.", [("November", "2024-11-01", "2024-11-30")]),
    ("The envoy will resign in November.", [("November", "2025-11-01", "2025-11-30")]),
    ("The envoy will resign in January.", [("January", "2026-01-01", "2026-01-31")]),
    ("The envoy resigned on 12 February.", [("12 February", "2025-02-12", "2025-02-12")]),
    ("The envoy resigned on October 9.", [("October 9", "2024-10-09", "2024-10-09")]),
    ("The court will rule on 12 May.", [("12 May", "2025-05-12", "2025-05-12")]),
    ("The envoy resigned last November.", [("last November", "2024-11-01", "2024-11-30")]),
    ("The pact lapses next June.", [("next June", "2025-06-01", "2025-06-30")]),
    ("The two sides may talk in the coming weeks.",
     [("the coming weeks", "2025-03-04", "2025-05-03")]),
    ("It will return within months.", [("within months", "2025-03-04", "2026-03-04")]),
    ("It will decide within ten days.", [("within ten days", "2025-03-04", "2025-03-14")]),
]  # fmt: skip

YEARS_AND_MORE = [
    ("Exports fell in the past three years.",
     [("the past three years", "2022-03-05", "2025-03-04")]),
    ("The system was bought three years ago.", [("three years ago", "2022-01-01", "2022-12-31")]),
    ("The envoy left three days ago.", [("three days ago", "2025-03-01", "2025-03-01")]),
    ("The envoy left two months ago.", [("two months ago", "2025-01-01", "2025-01-31")]),
    ("The border was closed in the 1990s.", [("the 1990s", "1990-01-01", "1999-12-31")]),
    ("The border was closed in the early 1990s.",
     [("the early 1990s", "1990-01-01", "1994-12-31")]),
    ("The line was drawn in the 19th century.",
     [("the 19th century", "1800-01-01", "1899-12-31")]),
    ("It was signed in 1923.", [("1923", "1923-01-01", "1923-12-31")]),
    ("It was signed in the summer of 2023.", [("the summer of 2023", "2023-06-01", "2023-08-31")]),
    ("Exports fell in the third quarter of 2024.",
     [("the third quarter of 2024", "2024-07-01", "2024-09-30")]),
    ("Exports fell in the first half of 2024.",
     [("the first half of 2024", "2024-01-01", "2024-06-30")]),
    ("It was removed in late 2019.", [("late 2019", "2019-09-01", "2019-12-31")]),
    ("It was removed in mid-2019.", [("mid-2019", "2019-05-01", "2019-08-31")]),
    ("It will be done by the end of the year.",
     [("the end of the year", "2025-12-31", "2025-12-31")]),
    ("It will be done by the end of 2027.", [("the end of 2027", "2027-12-31", "2027-12-31")]),
    ("It was done at the beginning of May.",
     [("the beginning of May", "2024-05-01", "2024-05-01")]),
    ("They talked from 3 to 5 May 2024.", [("3 to 5 May 2024", "2024-05-03", "2024-05-05")]),
    ("They talked from May 3 to May 5, 2024.",
     [("May 3", "2024-05-03", "2024-05-03"), ("May 5, 2024", "2024-05-05", "2024-05-05")]),
    ("They talked on May 3-5, 2024.", [("May 3-5, 2024", "2024-05-03", "2024-05-05")]),
    ("The 2019-2021 dispute is over.",
     [("2019", "2019-01-01", "2019-12-31"), ("2021", "2021-01-01", "2021-12-31")]),
    ("They met in December 2020 and on 3 June 2021.",
     [("December 2020", "2020-12-01", "2020-12-31"), ("3 June 2021", "2021-06-03", "2021-06-03")]),
]  # fmt: skip

IN_A_HISTORY = [
    # A text that never speaks of its own day: dates are reckoned from what was told before.
    ("Kenya closed the border in May 2021. It was opened on 3 June.",
     [("May 2021", "2021-05-01", "2021-05-31"), ("3 June", "2021-06-03", "2021-06-03")]),
    ("The pact was signed in December 2019. It lapsed in March.",
     [("December 2019", "2019-12-01", "2019-12-31"), ("March", "2020-03-01", "2020-03-31")]),
    ("The pact was signed in 1990. One year later it was broken.",
     [("1990", "1990-01-01", "1990-12-31"), ("One year later", "1991-01-01", "1991-12-31")]),
    ("The pact was signed on 3 May 1990. The next day it was broken.",
     [("3 May 1990", "1990-05-03", "1990-05-03"), ("The next day", "1990-05-04", "1990-05-04")]),
    ("The envoy came in 1990 and left in March of that year.",
     [("1990", "1990-01-01", "1990-12-31"), ("March of that year", "1990-03-01", "1990-03-31")]),
    # One that does: they are reckoned from that day.
    ("Kenya closed the border in May 2021. It was opened last week, on 26 February.",
     [("May 2021", "2021-05-01", "2021-05-31"), ("last week", "2025-02-24", "2025-03-02"),
      ("26 February", "2025-02-26", "2025-02-26")]),
    # "Today" where nobody speaks of any day is nowadays.
    ("The town was founded in 1750. Today it lives on tourism.",
     [("1750", "1750-01-01", "1750-12-31")]),
    # What was dated once keeps its year.
    ("The talks opened on 9 October 2019. The mood on 9 October was good.",
     [("9 October 2019", "2019-10-09", "2019-10-09"), ("9 October", "2019-10-09", "2019-10-09")]),
]  # fmt: skip

FORMS = [
    ("The talks run from March to August 2026.",
     [("March", "2026-03-01", "2026-03-31"), ("August 2026", "2026-08-01", "2026-08-31")]),
    ("They met on Monday, 3 March 2025.", [("Monday, 3 March 2025", "2025-03-03", "2025-03-03")]),
    ("They met on 13/06/2024.", [("13/06/2024", "2024-06-13", "2024-06-13")]),
    ("They met on 03/06/2024.", [("03/06/2024", "2024-03-06", "2024-06-03")]),
    ("They met in the '90s.", [("the '90s", "1990-01-01", "1999-12-31")]),
    ("They met in the nineties.", [("the nineties", "1990-01-01", "1999-12-31")]),
    ("They met in the 1800s.", [("the 1800s", "1800-01-01", "1899-12-31")]),
    ("The class of '71 met.", [("'71", "1971-01-01", "1971-12-31")]),
    ("They met in nineteen seventy-two.", [("nineteen seventy-two", "1972-01-01", "1972-12-31")]),
    ("They met in Q3 2024.", [("Q3 2024", "2024-07-01", "2024-09-30")]),
    ("They met in early March 2024.", [("early March 2024", "2024-03-01", "2024-03-10")]),
    ("They met last summer.", [("last summer", "2024-06-01", "2024-08-31")]),
    ("They will meet next spring.", [("next spring", "2026-03-01", "2026-05-31")]),
    ("They met on Christmas Eve.", [("Christmas Eve", "2024-12-24", "2024-12-24")]),
    ("The 1648 treaty holds.", [("1648", "1648-01-01", "1648-12-31")]),
    ("It was built before World War II.", [("World War II", "1939-09-01", "1945-09-02")]),
    ("They met this weekend.", [("this weekend", "2025-03-01", "2025-03-02")]),
    ("They will meet this weekend.", [("this weekend", "2025-03-08", "2025-03-09")]),
    ("They will meet on Thursday next week.",
     [("Thursday next week", "2025-03-13", "2025-03-13")]),
    ("They will meet in ten days.", [("in ten days", "2025-03-14", "2025-03-14")]),
    ("They left a couple of years ago.", [("a couple of years ago", "2023-01-01", "2023-12-31")]),
    ("They left a few weeks ago.", [("a few weeks ago", "2024-12-31", "2025-02-18")]),
    ("They met on the 29th.", [("the 29th", "2025-01-29", "2025-01-29")]),
    ("They met at the beginning of this month.",
     [("the beginning of this month", "2025-03-01", "2025-03-01")]),
    ("They met in the last decade of talks, 2014–24.",
     [("the last decade", "2015-03-05", "2025-03-04"), ("2014", "2014-01-01", "2014-12-31"),
      ("24", "2024-01-01", "2024-12-31")]),
    ("The vote is scheduled for Friday.", [("Friday", "2025-03-07", "2025-03-07")]),
    ("He said it would be signed on Friday.", [("Friday", "2025-03-07", "2025-03-07")]),
    ("4 May 2020\n\nThe border was closed yesterday.",
     [("4 May 2020", "2020-05-04", "2020-05-04"), ("yesterday", "2020-05-03", "2020-05-03")]),
]  # fmt: skip

TOLD = [
    # A day just past goes before one far ahead, unless a modal or a plan says otherwise.
    ("The ruling of 8 February cheers the exporters.",
     [("8 February", "2025-02-08", "2025-02-08")]),
    ("The court will rule on 8 February.", [("8 February", "2026-02-08", "2026-02-08")]),
    ("The court meets on 12 March.", [("12 March", "2025-03-12", "2025-03-12")]),
    # A weekday tells the year of a day that is not close.
    ("They met last Friday, 28 February.",
     [("last Friday, 28 February", "2025-02-28", "2025-02-28")]),
    ("They met on Saturday, 29 June.", [("Saturday, 29 June", "2024-06-29", "2024-06-29")]),
    ("They will meet on Monday, 29 June.", [("Monday, 29 June", "2026-06-29", "2026-06-29")]),
    # What is told from a day told just before.
    ("They met on 12 February and parted on the fifth, they said last week.",
     [("12 February", "2025-02-12", "2025-02-12"), ("the fifth", "2025-02-05", "2025-02-05"),
      ("last week", "2025-02-24", "2025-03-02")]),
    ("They met on 12 February. The next day they parted, the envoy said yesterday.",
     [("12 February", "2025-02-12", "2025-02-12"), ("The next day", "2025-02-13", "2025-02-13"),
      ("yesterday", "2025-03-03", "2025-03-03")]),
    ("Three years ago today the border was closed.",
     [("Three years ago", "2022-03-04", "2022-03-04"), ("today", "2025-03-04", "2025-03-04")]),
    # A diary's days are its own.
    ("It is Thursday. Tomorrow I leave.",
     [("Thursday", "2025-03-06", "2025-03-06"), ("Tomorrow", "2025-03-07", "2025-03-07")]),
    ("March 10\n\nThe talks went on until late at night, and nobody saw an end. We go tomorrow.",
     [("March 10", "2025-03-10", "2025-03-10"), ("tomorrow", "2025-03-11", "2025-03-11")]),
    ("They lost in 84 and 88, and won in 96.",
     [("84", "1984-01-01", "1984-12-31"), ("88", "1988-01-01", "1988-12-31"),
      ("96", "1996-01-01", "1996-12-31")]),
]  # fmt: skip

# What is no date: durations, ages, numbers, and the words that have a day's name.
NO_DATE = [
    "They talked for three years.",
    "It was a three-year contract.",
    "The talks lasted ten days.",
    "The parties met twice a week.",
    "He is 45 years old.",
    "The parties may march in protest.",
    "They bought 2020 tanks.",
    "A fee of $2000 was paid.",
    "Section 2024 applies.",
    "May the talks succeed.",
    "The second envoy left.",
    "Over 1500 people marched.",
    "They meet every Friday.",
    "They meet on Fridays.",
    "He opened early on a Sunday.",
    "It was a Christmas miracle.",
    "Vision 2030's authors resigned, all 1900 of them.",
    "They may, at least, march.",
    "It fell in ten years.",
    "Trade has grown in recent years.",
    "On 31 February they met.",
    "They settled there 5,000 years ago.",
    "One in 40, the envoy said.",
    "He won the first round and lost on the second.",
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(
    ("text", "expected"),
    cases([*DAYS, *WEEKS_AND_MONTHS, *YEARS_AND_MORE, *IN_A_HISTORY, *FORMS, *TOLD], KNOWN),
)
def test_dates_against_the_day_of_publication(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text",), cases([(text,) for text in NO_DATE], {}))
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


def test_without_a_day_of_publication_only_what_says_its_year_is_known() -> None:
    text = "They met last week, on Monday, in May, two years ago and in June 2020."
    assert found(text, published=None) == [
        ("last week", None, None),
        ("Monday", None, None),
        ("May", None, None),
        ("two years ago", None, None),
        ("June 2020", "2020-06-01", "2020-06-30"),
    ]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-03", ("2025-02-01", "2025-02-28")),
        ("2025", (None, None)),
    ],
)
def test_what_is_asked_more_closely_than_publication_is_known_stays_open(
    published: str, expected: tuple[str | None, str | None]
) -> None:
    assert found("They met last month.", published) == [("last month", *expected)]


def test_a_leap_day_is_sought_in_years_that_have_one() -> None:
    assert found("They met on 29 February.", "2024-06-01") == [
        ("29 February", "2024-02-29", "2024-02-29")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9" * 5000,
        "in " * 3000 + "9999 years",
        "999 centuries ago. 999 decades ago. Within 99999 years.",
        "31/31/31 and 0000-00-00 and 13.13.2013",
        "the the the last last last next next Monday Monday",
        "٣ مارس ٢٠٢٥ ２０２５ Ⅻ ²⁰²⁵",
        "May\u2028May\u00a0May\x00May",
        "’" * 1000 + "90s",
        "the first quarter of the last half of the next century of the 0th century",
    ],
)
@pytest.mark.parametrize("published", [None, "2025", "1000-01-01", "2999-12-31"])
def test_hostile_text_does_not_raise(text: str, published: str | None) -> None:
    for d in dates_in(text, published):
        assert 0 <= d.span.start < d.span.end <= len(text)
        assert d.earliest is None or d.latest is None or d.earliest <= d.latest


@given(st.text(alphabet="0123456789 -/.’'thelasyrMonduJcg,", max_size=80))
def test_any_text(text: str) -> None:
    last = 0
    for d in dates_in(text, "2025-03-04"):
        assert last <= d.span.start < d.span.end
        last = d.span.end


def test_a_date_says_which_form_it_was_read_by_and_how_sure_that_is() -> None:
    (d,) = dates_in("They met in 2020.", None)
    assert (d.form, 0.9 < d.confidence <= 1) == ("year", True)


@pytest.mark.parametrize(
    ("earliest", "latest", "iso"),
    [
        ("2025-03-04", "2025-03-04", "2025-03-04"),
        ("2025-03-03", "2025-03-09", "2025-03"),
        ("2025-02-24", "2025-03-02", "2025"),
        ("2024-12-30", "2025-01-05", None),
        (None, "2025-03-02", None),
    ],
)
def test_the_shortest_iso_date_that_holds_all_days(
    earliest: str | None, latest: str | None, iso: str | None
) -> None:
    span = Span(start=0, end=1)
    assert precise(Dated(span=span, earliest=earliest, latest=latest)) == iso
