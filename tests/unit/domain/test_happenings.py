"""Is the same event told in many texts one event, and are two events two?"""

from collections.abc import Callable, Collection

import pytest

from detente.domain.evidence import Actor, Document, Event, Reading, Span, Status
from detente.domain.happenings import Happening, happenings

LASTING = {"close": ["open"], "open": ["close"], "sign": [], "expel": ["readmit"]}


def undoing(act: str) -> Collection[str] | None:
    return LASTING.get(act)


def text(number: int, published: str | None = None, words: str = "the gate") -> Document:
    return Document(text=f"{words} text {number} " + "x" * 60, published=published)


def told(
    document: Document, *, act: str = "close", actor: str | None = "PER",
    target: str | None = "ECU", date: str | None = None, status: Status = "happened",
    at: int = 0, thing: bool = True, reciprocal: bool = False, days: tuple[str, str] | None = None,
) -> Event:  # fmt: skip
    end = document.text.index(" text")
    return Event(
        document=document.id, span=Span(start=at, end=at + 5), act=act, type="COERCE",
        status=status, date=date, reciprocal=reciprocal,
        actor=Actor(span=Span(start=0, end=1), party=actor) if actor else None,
        target=Actor(span=Span(start=1, end=2), party=target) if target else None,
        object=Actor(span=Span(start=0, end=end)) if thing else None,
        earliest=days[0] if days else None, latest=days[1] if days else None,
    )  # fmt: skip


def story(*tellings: tuple[Document, Event]) -> tuple[Happening, ...]:
    found: dict[str, Reading] = {}
    for document, event in tellings:
        before = found.get(document.id, Reading(document=document))
        found[document.id] = Reading(document=document, events=(*before.events, event))
    return happenings(found.values(), lambda event: True, undoing)


def pair(
    one: Callable[[Document], Event], other: Callable[[Document], Event],
    words: tuple[str, str] = ("the gate", "the gate"),
) -> tuple[Happening, ...]:  # fmt: skip
    first, second = text(1, "2022-08-12", words[0]), text(2, "2022-12-05", words[1])
    return story((first, one(first)), (second, other(second)))


def test_ten_texts_tell_of_one_event() -> None:
    texts = [text(n, f"2022-08-{10 + n}") for n in range(10)]
    (one,) = story(*((t, told(t, date="2022-08-09")) for t in texts))
    assert [event.document for event in one.events] == [t.id for t in texts]
    assert one.dates == (("2022-08-09", tuple(event.id for event in one.events)),)


@pytest.mark.parametrize(
    "change",
    [
        {"date": "2022-08"},
        {"date": "2022"},
        {"date": None},
        {"actor": None},
        {"target": None},
        {"status": "ongoing"},
        {"thing": False},
    ],
)
def test_what_is_told_less_exactly_joins_the_event_it_can_mean(change: dict[str, object]) -> None:
    (one,) = pair(
        lambda t: told(t, date="2022-08-09"),
        lambda t: told(t, **{"date": "2022-08-09", **change}),  # type: ignore[arg-type]
    )
    assert [date for date, _ in one.dates] == ["2022-08-09"]
    assert len(one.events) == 2


@pytest.mark.parametrize(
    "change",
    [{"act": "open"}, {"actor": "COL"}, {"target": "COL"}, {"status": "planned"},
     {"status": "denied"}, {"date": "2022-10-03"}],
)  # fmt: skip
def test_what_differs_is_another_event(change: dict[str, object]) -> None:
    found = pair(
        lambda t: told(t, date="2022-08-09"),
        lambda t: told(t, **{"date": "2022-08-09", **change}),  # type: ignore[arg-type]
    )
    assert len(found) == 2


def test_what_is_done_to_another_thing_is_another_event() -> None:
    def event(t: Document) -> Event:
        return told(t, date="2022-08-09")

    assert len(pair(event, event, ("the gate", "its ports"))) == 2
    assert len(pair(event, event, ("the gates of the canal", "a gate"))) == 1


def test_a_telling_that_could_mean_two_events_stands_alone() -> None:
    one, two, three, four = (text(n, f"2022-12-0{n}") for n in range(1, 5))
    found = story(
        (one, told(one, act="meet", date="2022-08-09")),
        (two, told(two, act="meet", date="2022-08-20")),
        (three, told(three, act="meet", date="2022-08")),
        (four, told(four, act="meet", date="2022-08")),
    )
    assert sorted(len(happening.events) for happening in found) == [1, 1, 2]


def test_nobody_tells_of_what_had_not_come_yet() -> None:
    before, after = text(1, "2022-08-01"), text(2, "2022-08-12")
    found = story((before, told(before)), (after, told(after, date="2022-08-09")))
    assert len(found) == 2


def test_nouns_of_one_sense_are_one_thing() -> None:
    one, other = text(1, "2022-08-10", "the border"), text(2, "2022-08-11", "its frontiers")
    readings = [
        Reading(document=document, events=(told(document, date="2022-08-09"),))
        for document in (one, other)
    ]
    senses = {"border": ["line"], "frontier": ["line"]}
    assert len(happenings(readings, lambda event: True, undoing)) == 2
    assert len(happenings(readings, lambda event: True, undoing, senses)) == 1


# --- dates that disagree ----------------------------------------------------------------------


def test_dates_that_disagree_are_both_kept() -> None:
    (one,) = pair(lambda t: told(t, date="2022-08-09"), lambda t: told(t, date="2022-08-10"))
    first, second = one.events
    assert dict(one.dates) == {"2022-08-09": (first.id,), "2022-08-10": (second.id,)}


def test_the_date_with_most_texts_comes_first() -> None:
    texts = [text(n, f"2022-08-1{n}") for n in range(3)]
    days = ("2022-08-09", "2022-08-10", "2022-08-10")
    (one,) = story(*((t, told(t, date=d)) for t, d in zip(texts, days, strict=True)))
    assert [date for date, _ in one.dates] == ["2022-08-10", "2022-08-09"]


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        ("2017-09", "2017-12", 1),
        ("2019-07-17", "2020", 1),
        ("2017-09", "2018-09", 2),
        ("2017-09-01", "2017-09-30", 2),
        ("2017", "2019", 2),
    ],
)
def test_how_far_dates_of_one_event_may_be_apart(first: str, second: str, events: int) -> None:
    assert len(pair(lambda t: told(t, date=first), lambda t: told(t, date=second))) == events


def test_what_may_be_done_again_at_any_time_is_done_twice() -> None:
    found = pair(
        lambda t: told(t, act="meet", date="2022-08-09"),
        lambda t: told(t, act="meet", date="2022-08-10"),
    )
    assert len(found) == 2


def test_a_text_that_tells_both_dates_tells_of_two_events() -> None:
    one = text(1)
    found = story((one, told(one, date="2022-08-09")), (one, told(one, date="2022-08-12", at=9)))
    assert len(found) == 2


def test_what_was_undone_between_was_done_twice() -> None:
    one, two, three = (text(n, f"2022-09-0{n}") for n in range(1, 4))
    found = story(
        (one, told(one, date="2022-08-09")),
        (two, told(two, act="open", date="2022-08-11")),
        (three, told(three, date="2022-08-13")),
    )
    assert len(found) == 3


@pytest.mark.parametrize(
    ("words", "events"),
    [
        (("a protocol", "the protocol"), 1),
        (("a protocol", "a protocol"), 2),
        (("two boats", "the three boats"), 2),
        (("a treaty", "the protocol"), 2),
    ],
)
def test_only_what_is_spoken_of_as_known_is_the_same(words: tuple[str, str], events: int) -> None:
    found = pair(
        lambda t: told(t, act="sign", date="2022-11-16"),
        lambda t: told(t, act="sign", date="2022-11-17"),
        words,
    )
    assert len(found) == events


def test_closer_days_than_an_iso_date_has_are_kept() -> None:
    week = ("2023-03-06", "2023-03-12")
    (one,) = pair(lambda t: told(t, date="2023-03", days=week), lambda t: told(t, date="2023-03"))
    assert [date for date, _ in one.dates] == ["2023-03-06/2023-03-12"]


def test_what_two_do_together_is_the_same_whoever_is_named_first() -> None:
    (one,) = pair(
        lambda t: told(t, act="meet", date="2022-08-09", reciprocal=True),
        lambda t: told(
            t, act="meet", date="2022-08-09", reciprocal=True, actor="ECU", target="PER"
        ),
    )
    assert len(one.events) == 2
