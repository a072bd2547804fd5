"""Is the calendar right? The oracle counts the days one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.conditions import Taken
from detente.domain.norms import Fact, NotBefore, Provision, Wait
from detente.law.clocks import Clock, earliest, later, unmet, wait_after

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
SUMMER = (Wait(days=60, begun_from="07-10", begun_to="09-07"), Wait(days=30))


def waiver(**kinds):
    return Provision(id="w", cite="c", kind="waiver", says=Taken("f"), act="f", of=("p",), **kinds)


def done(day):
    return {"f": Fact(id="f", status="true", as_of=day)}


def first_day(provision, facts, start):
    """The first day on which no clock keeps the provision from having effect, day by day."""
    day = start
    while unmet(provision, facts, day) is not None:
        day += timedelta(days=1)
        assert day < start + timedelta(days=4000)
    return day


@given(DAYS, st.integers(1, 400))
def test_so_many_days_must_pass(act, days):
    provision = waiver(wait=(Wait(days=days),))
    opens = first_day(provision, done(act), act)
    passed = 0
    while act + timedelta(days=passed) != opens:
        passed += 1
    assert passed == days
    assert unmet(provision, done(act), act) == Clock(provision="w", opens=opens)
    assert earliest(provision, done(act), act) == opens


@given(DAYS, st.integers(1, 400))
def test_an_act_lapses_after_its_last_day(act, days):
    provision = waiver(renew_days=days)
    lasting = 0
    while unmet(provision, done(act), act + timedelta(days=lasting)) is None:
        lasting += 1
    assert lasting == days + 1
    assert unmet(provision, done(act), act + timedelta(days=lasting)).lapsed


@pytest.mark.parametrize(
    ("act", "days"),
    [
        (date(2026, 7, 9), 30),
        (date(2026, 7, 10), 60),
        (date(2026, 9, 7), 60),
        (date(2026, 9, 8), 30),
    ],
)
def test_a_part_of_the_year_has_a_wait_of_its_own(act, days):
    assert wait_after(SUMMER, act) == days


def test_a_part_of_the_year_may_run_over_new_year():
    waits = (Wait(days=9, begun_from="12-20", begun_to="01-06"),)
    found = [wait_after(waits, day) for day in (date(2024, 12, 20), date(2025, 1, 6))]
    assert found == [9, 9]
    assert wait_after(waits, date(2025, 1, 7)) == 0


@given(DAYS, st.integers(0, 40))
def test_years_and_months_keep_the_day_where_there_is_one(day, count):
    for unit, months in (("months", count), ("years", 12 * count)):
        found = later(day, count, unit)
        assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
        last_of_month = (found + timedelta(days=1)).month != found.month
        assert found.day == day.day or (found.day < day.day and last_of_month)


def test_29_february_and_the_end_of_the_calendar():
    assert later(date(2020, 2, 29), 1, "years") == date(2021, 2, 28)
    assert later(date(9999, 12, 1), 1, "years") == date.max
    assert later(date(9999, 12, 1), 10**9, "days") == date.max


def test_a_clock_that_begins_with_what_has_not_happened_does_not_open():
    rule = NotBefore(count=1, unit="years", after="f")
    provision = Provision(id="t", cite="c", kind="termination", says=Taken("g"), not_before=rule)
    assert unmet(provision, {"f": Fact(id="f", status="false")}, date(2026, 1, 1)) == Clock(
        provision="t"
    )
    since = {"f": Fact(id="f", status="true", as_of=date(2020, 12, 14))}
    assert unmet(provision, since, date(2021, 12, 13)).opens == date(2021, 12, 14)
    assert unmet(provision, since, date(2021, 12, 14)) is None
    assert unmet(provision, {"f": Fact(id="f", status="true")}, date(2021, 1, 1)) is None


def test_not_before_a_day():
    provision = waiver(not_before=NotBefore(on=date(2024, 5, 1)))
    assert unmet(provision, {}, date(2024, 4, 30)) == Clock(provision="w", opens=date(2024, 5, 1))
    assert unmet(provision, {}, date(2024, 5, 1)) is None
    assert unmet(provision, {}, None) is None


def test_a_fact_stands_as_it_was_on_the_day():
    from detente.domain.norms import Standing

    fact = Fact(
        id="f",
        status="true",
        as_of=date(2021, 1, 1),
        history=(Standing(status="false", as_of=date(2019, 1, 1)),),
    )
    assert fact.standing(date(2018, 12, 31)) == ("unknown", None)
    assert fact.standing(date(2020, 12, 31)) == ("false", date(2019, 1, 1))
    assert fact.standing(date(2021, 1, 1)) == ("true", date(2021, 1, 1))
    assert fact.standing(None) == ("true", date(2021, 1, 1))
