from dataclasses import replace
from datetime import date

import pytest

from detente.domain.conditions import Both, Not, Taken
from detente.domain.dispute import Dispute, GraphState, Merge, Option, Party
from detente.domain.norms import LegalReading, Override, Provision
from detente.domain.states import feasible_states
from detente.law import broken, judge, newest_day

LAW = Provision(
    id="sec_1",
    cite="Sec. 1",
    says=Both(Taken("us.readmit"), "requires", Taken("tr.relinquish")),
    in_force=date(2019, 12, 20),
    until=date(2024, 12, 31),
)
DISPUTE = Dispute(
    name="x",
    parties=(
        Party(id="tr", name="TR", options=(Option(id="relinquish", text="gives up"),)),
        Party(id="us", name="US", options=(Option(id="readmit", text="readmits"),)),
    ),
    provisions=(LAW,),
)
STATES = feasible_states(DISPUTE)


@pytest.mark.parametrize(
    ("day", "lawful"),
    [
        (None, False),
        (date(2019, 12, 19), True),
        (date(2019, 12, 20), False),
        (date(2024, 12, 31), False),
        (date(2025, 1, 1), True),
    ],
)
def test_both_ends_of_its_time_are_in_force(day, lawful):
    assert judge(DISPUTE, STATES, day) == {1: True, 2: True, 3: lawful, 4: True}
    assert bool(broken(DISPUTE, STATES[2], day)) is not lawful


def test_every_provision_broken_is_named():
    other = replace(LAW, id="sec_2", says=Not(Taken("us.readmit")))
    dispute = replace(DISPUTE, provisions=(LAW, other))
    assert [law.id for law in broken(dispute, STATES[2], None)] == ["sec_1", "sec_2"]
    assert [law.id for law in broken(dispute, STATES[3], None)] == ["sec_2"]


def test_without_law_everything_is_lawful():
    assert set(judge(replace(DISPUTE, provisions=()), STATES, None).values()) == {True}


def test_a_review_has_effect_only_under_its_reading():
    readings = tuple(LegalReading(id=each, about="q", text=each) for each in ("r1", "r2"))
    review = Provision(
        id="heard",
        cite="Sec. 3",
        kind="review",
        says=Not(Taken("tr.relinquish")),
        of=("waiver",),
        reading="r1",
        overrides=(Override(provision="sec_1", reason="later"),),
    )
    waiver = Provision(
        id="waiver", cite="Sec. 2", kind="waiver", says=Taken("tr.relinquish"), of=("sec_1",)
    )
    dispute = replace(DISPUTE, readings=readings, provisions=(LAW, waiver, review))
    readmitted = {chosen: judge(dispute, STATES, None, [chosen])[3] for chosen in ("r1", "r2")}
    assert readmitted == {"r1": True, "r2": False}


def test_members_that_differ_leave_it_open():
    merged = replace(DISPUTE, merges=(Merge(says=Taken("us.readmit")),))
    states = feasible_states(merged)
    assert judge(merged, states, None) == {1: True, 2: True, 3: None}
    assert broken(merged, states[2], None) == (LAW,)


def test_graph_form_is_not_judged():
    graph = Dispute(name="g", parties=(), states=(GraphState(id="1"),))
    assert judge(graph, feasible_states(graph), None) == {"1": None}


def test_the_newest_day_the_dispute_names():
    assert newest_day(DISPUTE) == date(2024, 12, 31)
    assert newest_day(replace(DISPUTE, provisions=())) is None
