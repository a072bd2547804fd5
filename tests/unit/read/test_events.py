"""What is told as done, by whom, when, and did it happen?"""

import pytest

from .sentences import cases, party, read, words

# Text; act, status, actor and date of each event.
EVENTS = [
    ("Kenya closed the border in May 2021.", [("close", "happened", "KEN", "2021-05")]),
    ("The border was closed by Kenya in 2021.", [("close", "happened", "KEN", "2021")]),
    ("In 2021 Kenya closed the border.", [("close", "happened", "KEN", "2021")]),
    ("Kenya closed the border.", [("close", "happened", "KEN", None)]),
    ("Kenya is withdrawing its troops.", [("withdraw", "ongoing", "KEN", None)]),
    ("Kenya keeps its troops in the valley.", [("deploy", "ongoing", "KEN", None)]),
    ("Kenya will close the border.", [("close", "planned", "KEN", None)]),
    ("Kenya plans to close the border.", [("close", "planned", "KEN", None)]),
    ("Kenya did not close the border.", [("close", "denied", "KEN", None)]),
    ("Kenya has never closed the border.", [("close", "denied", "KEN", None)]),
    ("Kenya may close the border.", [("close", "hypothetical", "KEN", None)]),
    ("Kenya would close the border.", [("close", "hypothetical", "KEN", None)]),
    # a stance is an event of its own, beside what it is taken on
    (
        "Kenya threatened to close the border.",
        [("threaten", "happened", "KEN", None), ("close", "hypothetical", "KEN", None)],
    ),
    (
        "Kenya refused to close the border.",
        [("refuse", "happened", "KEN", None), ("close", "denied", "KEN", None)],
    ),
    (
        "Somalia urged Kenya to close the border.",
        [("urge", "happened", "SOM", None), ("close", "hypothetical", "KEN", None)],
    ),
    (
        "Somalia called on Kenya to close the border.",
        [("call", "happened", "SOM", None), ("close", "hypothetical", "KEN", None)],
    ),
    ("Somalia denied that Kenya closed the border.", [("close", "denied", "KEN", None)]),
    (
        "Kenya asked whether Somalia closed the border.",
        [("ask", "happened", "KEN", None), ("close", "hypothetical", "SOM", None)],
    ),
    (
        "Kenya's closure of the border in 2021 angered traders.",
        [("close", "happened", "KEN", "2021")],
    ),
    (
        "Washington imposed sanctions on Iran in 2018.",
        [("impose", "happened", "USA", "2018")],
    ),
    ("US sanctions imposed in 2018 hurt Iran.", [("impose", "happened", "USA", "2018")]),
    # a date belongs to the nearest event before it
    (
        "Kenya bought the S-300 system in 2017 and closed the border in May 2021.",
        [("acquire", "happened", "KEN", "2017"), ("close", "happened", "KEN", "2021-05")],
    ),
    (
        "Kenya was dropped from the programme after it bought the S-300 system in 2017.",
        [("expel", "happened", None, None), ("acquire", "happened", "KEN", "2017")],
    ),
    (
        "Kenya closed the border in 2021. Somalia withdrew its troops.",
        [("close", "happened", "KEN", "2021"), ("withdraw", "happened", "SOM", None)],
    ),
    (
        "Without a withdrawal of Kenyan troops, nothing will change.",
        [("withdraw", "hypothetical", None, None)],
    ),
    # nothing between parties
    ("The shop closed its doors in 2021.", []),
    ("A farmer sold his milk.", []),
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(("text", "expected"), cases(EVENTS, KNOWN))
def test_events(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    found = read(text).events
    assert [(e.act, e.status, party(e.actor), e.date) for e in found] == expected


def test_talks_are_reciprocal() -> None:
    (event,) = [e for e in read("Kenya met with Somalia in May 2021.").events if e.act == "meet"]
    assert event.reciprocal


def test_an_event_knows_the_statement_that_reports_it() -> None:
    reading = read("Kenya closed the border. Somalia said Kenya had opened the border.")
    assert [e.statement for e in reading.events] == [None, reading.statements[0].id]


def test_what_stands_in_a_condition_is_not_told_as_done() -> None:
    text = "Kenya will not reopen the border unless Somalia withdraws its soldiers, Nairobi said."
    assert [(e.act, e.status) for e in read(text).events] == [
        ("open", "denied"),
        ("withdraw", "hypothetical"),
    ]


@pytest.mark.xfail(strict=True, reason='"when" is left at the head of the clause')
def test_the_span_is_the_clause() -> None:
    reading = read("Traders wept when Kenya closed the border in May 2021, and it rained.")
    (event,) = reading.events
    assert words(event.span, reading) == "Kenya closed the border in May 2021"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Somalia quarrel. The two countries signed a treaty.",
        "Kenya and Somalia quarrel. Ministers from both countries signed a treaty.",
        "Kenya and Somalia quarrel. The presidents of the two states signed a treaty.",
        "Kenya waits. So does Somalia. The two sides signed a treaty.",
        "Kenya and Somalia quarrel. Kenya keeps the treaty that the two countries signed.",
    ],
)
def test_the_two_countries_are_those_that_the_text_speaks_of(text: str) -> None:
    (event,) = [event for event in read(text).events if event.act == "sign"]
    assert (party(event.actor), party(event.target)) == ("KEN", "SOM")
    assert event.reciprocal


@pytest.mark.parametrize(
    "text",
    [
        "The two countries signed a treaty.",
        "Kenya, Somalia and Uganda quarrel. The two countries signed a treaty.",
        "Kenya and Somalia quarrel. Two ships signed a treaty.",
        "Kenya and Somalia quarrel. The countries signed a treaty.",
    ],
)
def test_who_the_two_are_is_not_guessed(text: str) -> None:
    for event in read(text).events:
        assert event.act != "sign" or party(event.actor) is None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Kenya sent its ambassador back to Somalia.", "SOM"),
        ("Kenya recalled its ambassador from Somalia.", "SOM"),
        ("Kenya withdrew its envoy from Uganda.", "UGA"),
    ],
)
def test_to_whom_an_envoy_is_sent_is_the_other_side(text: str, target: str) -> None:
    (event,) = read(text).events
    assert (party(event.actor), party(event.target)) == ("KEN", target)
