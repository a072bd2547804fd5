"""Events in order, with no more precision than the text gives."""

from dataclasses import replace

import pytest

from detente.brief.wording import times
from detente.domain.evidence import Actor, Span


def with_events(water, events):
    first, second = water.readings
    return water.brief(readings=(replace(first, events=tuple(events)), second)).timeline


def test_the_same_event_told_twice_is_one_entry_with_both_ids(brief, water):
    first, second = water.readings
    levy = brief.timeline[0]
    assert levy.date == "2023-03"
    assert levy.because == (first.events[1].id, second.events[1].id)
    assert levy.text == "“Kestria imposed a transit levy on Arvenian grain in March 2023”."


def test_undated_events_come_last_and_carry_no_date(brief):
    dates = [entry.date for entry in brief.timeline]
    assert dates == ["2023-03", None, None, None]


def test_events_are_sorted_and_a_year_comes_before_its_months(water):
    talks, levy, _ = water.readings[0].events
    events = [levy, replace(talks, date="2023"), replace(talks, date="2019-04-01", act="meet")]
    dates = [entry.date for entry in with_events(water, events) if entry.date]
    assert dates == ["2019-04-01", "2023", "2023-03"]


@pytest.mark.parametrize(
    "change",
    [
        {"date": "2022"},
        {"status": "denied"},
        {"act": "lift"},
        {"actor": Actor(span=Span(start=0, end=3), party="NOR")},
    ],
)
def test_what_may_be_another_event_is_kept_apart(water, change):
    levy = water.readings[0].events[1]
    other = replace(levy, span=Span(start=0, end=7), **change)
    entries = with_events(water, [levy, other])
    assert sum(levy.id in entry.because or other.id in entry.because for entry in entries) == 2


def test_an_undated_telling_that_could_be_either_of_two_is_kept_apart(water):
    levy = water.readings[0].events[1]
    earlier = replace(levy, span=Span(start=0, end=7), date="2021")
    entries = with_events(water, [levy, earlier])
    told_later = water.readings[1].events[1].id
    assert [entry.because for entry in entries if told_later in entry.because] == [(told_later,)]


def test_what_did_not_happen_says_so(brief):
    offer = brief.timeline[-1]
    assert offer.status == "planned"
    assert offer.text.endswith("(planned).")


def test_a_pronoun_is_replaced_by_the_name_of_the_actor(water):
    text = water.readings[0].document.text
    start = text.index("she added")
    event = replace(
        water.readings[0].events[2],
        span=Span(start=start + 4, end=start + 9),
        actor=Actor(span=Span(start=start, end=start + 3), party="ARV", kind="person"),
    )
    assert with_events(water, [event])[0].text.startswith("Arvenia: “she added")


def test_an_entry_says_where_texts_disagree_on_the_date(water):
    first, second = water.readings
    levy = replace(first.events[1], act="sign", date="2023-03-10")
    later = replace(second.events[1], act="sign", date="2023-03-12")
    readings = (replace(first, events=(levy,)), replace(second, events=(later,)))
    (entry,) = water.brief(readings=readings).timeline
    assert entry.text.endswith(
        "Texts disagree on the date: 10 March 2023 (one text) or 12 March 2023 (one text)."
    )
    assert entry.because == (levy.id, later.id)
    assert entry.dates == (("2023-03-10", (levy.id,)), ("2023-03-12", (later.id,)))
    assert entry.date == "2023-03-10"


def test_a_week_is_shown_by_its_first_and_last_day(water):
    levy = replace(
        water.readings[0].events[1], date="2023-03", earliest="2023-03-06", latest="2023-03-12"
    )
    first, second = water.readings
    readings = (replace(first, events=(levy,)), replace(second, events=()))
    (entry,) = water.brief(readings=readings).timeline
    assert entry.date == "2023-03"
    assert times.told(date for date, _ in entry.dates) == "6 March 2023 to 12 March 2023"
