"""Do the answers name what they should, and refuse what cannot be answered?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente.domain.conditions import Both, Not, Taken
from detente.domain.dispute import Dispute, GraphState, Merge, Option, Party
from detente.domain.norms import Actor, Fact, Instrument, LegalReading, Override, Provision
from detente.domain.states import feasible_states
from detente.errors import InputError
from detente.law import Assumption, check, contradictions, differences, opinion, route
from detente.model import files

EXAMPLES = Path(__file__).parents[3] / "examples"
DAY = date(2025, 12, 18)
READMIT = Provision(
    id="law",
    cite="Sec. 1",
    says=Both(Taken("us.readmit"), "requires", Taken("tr.relinquish")),
)
PLAIN = Dispute(
    name="x",
    parties=(
        Party(
            id="tr", name="Turkey", code="TUR", options=(Option(id="relinquish", text="give up"),)
        ),
        Party(id="us", name="States", code="USA", options=(Option(id="readmit", text="readmit"),)),
    ),
    provisions=(READMIT,),
    status_quo=frozenset(),
)


@pytest.fixture(scope="module")
def f35():
    dispute, findings = files.load(EXAMPLES / "f35" / "dispute.toml")
    assert not findings
    return dispute


def state(dispute, taken):
    return feasible_states(dispute).id_of(frozenset(taken.split("+")) - {"-"})


def ids(way):
    return {change.id for change in way.changes}


def test_a_plain_provision():
    found = opinion(PLAIN, 3, None)
    (reason,) = found.reasons
    assert (reason.provisions, reason.facts) == (("law",), ("tr.relinquish",))
    assert reason.options == ("us.readmit",)
    assert [ids(way) for way in found.ways] == [{"tr.relinquish"}, {"law"}]
    assert [way.tier for way in found.ways] == ["table", "legislature"]
    assert found.ways[0].state == 4
    assert not found.more


def test_of_a_lawful_state_nothing_is_required():
    found = opinion(PLAIN, 4, None)
    assert (found.lawful, found.reasons, found.ways) == ("yes", (), ())


def test_dropping_what_is_taken_today_is_what_is_asked_for():
    duty = Provision(id="duty", cite="c", kind="obligation", says=Taken("us.readmit"))
    dispute = replace(PLAIN, provisions=(duty,), status_quo=frozenset({"us.readmit"}))
    found = opinion(dispute, 1, None)
    assert [ids(way) for way in found.ways] == [{"duty"}]
    assert found.reasons[0].options == ("us.readmit",)


def test_who_made_an_instrument_repeals_it():
    made = replace(READMIT, instrument="act")
    dispute = replace(
        PLAIN,
        provisions=(made,),
        instruments=(Instrument(id="act", name="Act", by="council"),),
        actors=(Actor(id="council", name="the Council", kind="organisation", code="EU"),),
    )
    repeal = opinion(dispute, 3, None).ways[1].changes[0]
    assert (repeal.by, repeal.tier, repeal.to) == (("council",), "third", "repealed")


def test_a_court_sits_at_no_table():
    fact = Fact(id="f", status="false", by=("judges",))
    says = Both(Taken("us.readmit"), "requires", Taken("f"))
    dispute = replace(
        PLAIN,
        provisions=(replace(READMIT, says=says),),
        facts=(fact,),
        actors=(Actor(id="judges", name="the court", kind="court", code="USA"),),
    )
    assert opinion(dispute, 3, None).ways[1].tier == "third"


def test_a_fixed_fact_is_no_way_out():
    says = Both(Taken("us.readmit"), "requires", Taken("f"))
    dispute = replace(
        PLAIN,
        provisions=(replace(READMIT, says=says),),
        facts=(Fact(id="f", status="false", fixed=True),),
    )
    found = opinion(dispute, 3, None)
    assert [ids(way) for way in found.ways] == [{"law"}]
    assert found.reasons[0].facts == ()


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        (lambda: opinion(PLAIN, 9, None), "no state"),
        (lambda: opinion(PLAIN, 3, None, ["r"]), "no reading"),
        (lambda: opinion(PLAIN, 3, None, by=["nemo"]), "nobody is called"),
        (
            lambda: opinion(replace(PLAIN, merges=(Merge(says=Taken("us.readmit")),)), 3, None),
            "several",
        ),
        (
            lambda: list(
                check(
                    replace(PLAIN, parties=(), states=(GraphState(id="1"),)),
                    feasible_states(Dispute(name="g", parties=(), states=(GraphState(id="1"),))),
                    None,
                )
            ),
            "graph form",
        ),
    ],
)
def test_what_cannot_be_answered_is_refused(asked, what):
    with pytest.raises(InputError, match=what):
        asked()


def test_rivals_exclude_each_other():
    rivals = tuple(LegalReading(id=r, about="q", text=r) for r in ("one", "two"))
    dispute = replace(PLAIN, readings=rivals, provisions=(replace(READMIT, reading="one"),))
    found = opinion(dispute, 3, None)
    assert (found.lawful, found.depends_on) == ("depends", ("one", "two"))
    assert found.reasons[0].readings == ("one",)
    assert opinion(dispute, 3, None, ["two"]).lawful == "yes"
    with pytest.raises(InputError, match="exclude each other"):
        opinion(dispute, 3, None, ["one", "two"])


@pytest.mark.parametrize(
    ("taken", "day", "lawful"),
    [
        ("us.sanction", DAY, "yes"),
        ("us.readmit+us.sanction", DAY, "no"),
        ("us.readmit+us.sanction", date(2019, 12, 19), "yes"),
        ("-", date(2020, 12, 13), "yes"),
        ("-", date(2020, 12, 14), "no"),
        ("us.sanction+us.engines", DAY, "depends"),
    ],
)
def test_the_first_dispute(f35, taken, day, lawful):
    assert opinion(f35, state(f35, taken), day, most=0).lawful == lawful


def test_storage_cannot_be_certified(f35):
    found = opinion(f35, state(f35, "turkiye.store+us.readmit+us.sanction"), DAY)
    assert [ids(way) for way in found.ways] == [{"ndaa2020_1245"}]


def test_possession_ends_by_sale_transfer_or_destruction(f35):
    found = opinion(f35, state(f35, "us.readmit+us.sanction"), DAY)
    means = [{change.id for change in each} for each in found.ways[0].means]
    for how in ("sell_back", "transfer", "destroy"):
        assert any(f"turkiye.{how}" in each for each in means)
    assert found.ways[0].tier == "table"


def test_only_the_termination_of_1241_ends_the_duty_of_1241(f35):
    lifted = state(f35, "-")
    under = opinion(f35, lifted, DAY, ["section_1241_governs"], by=["president", "turkiye"])
    assert all("certified_1241" in ids(way) for way in under.ways)
    other = opinion(f35, lifted, DAY, ["section_236_remains"], by=["president"])
    assert any(ids(way) == {"reported_216", "waived_236_b"} for way in other.ways)
    assert not any("certified_1241" in ids(way) for way in other.ways)


def test_the_summer_review_takes_sixty_days(f35):
    found = route(
        f35, state(f35, "-"), date(2026, 7, 15), ["section_236_remains"], by=["president"]
    )
    assert found.earliest == date(2026, 9, 13)
    report, waiver, lifting = found.steps
    assert (report.what, waiver.what, lifting.what) == (
        "reported_216",
        "waived_236_b",
        "us.sanction",
    )
    assert waiver.after == (1,)
    assert "60 days" in waiver.clock


def test_a_certificate_comes_after_what_it_certifies(f35):
    target = "turkiye.relinquish+turkiye.destroy+us.readmit+us.sanction"
    found = route(f35, state(f35, target), DAY)
    order = [step.what for step in found.steps]
    assert (
        order.index("turkiye.destroy") < order.index("certified_1245") < order.index("us.readmit")
    )


def test_assuming_away_a_provision():
    states = feasible_states(PLAIN)
    assumed = Assumption(facts={}, without=frozenset({"law"}))
    (found,) = differences(PLAIN, states, None, (), assumed)
    assert (found.state, found.before, found.after) == (3, "no", "yes")
    with pytest.raises(InputError, match="no provision"):
        differences(PLAIN, states, None, (), Assumption(facts={}, without=frozenset({"x"})))
    with pytest.raises(InputError, match="no fact"):
        differences(PLAIN, states, None, (), Assumption(facts={"x": "true"}))


FORBIDS = Provision(id="a", cite="A", says=Not(Taken("us.readmit")))
OBLIGES = Provision(id="b", cite="B", kind="obligation", says=Taken("us.readmit"))


@pytest.mark.parametrize(
    ("provisions", "found"),
    [
        ((FORBIDS, OBLIGES), 1),
        ((FORBIDS, replace(OBLIGES, overrides=(Override(provision="a", reason="later"),))), 0),
        ((replace(FORBIDS, until=date(2020, 1, 1)), OBLIGES), 0),
        ((FORBIDS, replace(OBLIGES, when=Taken("tr.relinquish"))), 1),
        # Where both apply both can be kept, by not readmitting or by giving up.
        ((READMIT, replace(OBLIGES, says=Not(Taken("us.readmit")))), 0),
        ((FORBIDS, replace(READMIT, id="c")), 0),
    ],
)
def test_two_rules_that_cannot_both_be_kept_are_a_finding(provisions, found):
    dispute = replace(PLAIN, provisions=provisions)
    codes = [each.code for each in contradictions(dispute, DAY)]
    assert codes == ["contradictory-law"] * found


def test_of_very_many_contradictions_some_are_told_and_that_there_are_more():
    halves = (FORBIDS, OBLIGES)
    many = tuple(replace(halves[k % 2], id=f"p{k}") for k in range(400))
    found = contradictions(replace(PLAIN, provisions=many), DAY)
    assert {each.code for each in found[:-1]} == {"contradictory-law"}
    assert found[-1].code == "law-not-compared"
    assert len(found) < 100


def test_many_rules_that_agree_are_compared_to_the_end():
    many = tuple(replace(FORBIDS, id=f"p{k}") for k in range(400))
    assert not contradictions(replace(PLAIN, provisions=many), DAY)


def test_a_search_in_huge_law_ends_and_says_that_there_is_more():
    halves = (FORBIDS, OBLIGES)
    many = tuple(replace(halves[k % 2], id=f"p{k}") for k in range(400))
    found = opinion(replace(PLAIN, provisions=many), 1, DAY)
    assert found.lawful == "no"
    assert found.reasons
    assert found.more and found.more_reasons


def test_a_waiver_that_the_state_itself_shuts_off_is_told_of(f35):
    stored = state(f35, "turkiye.store+us.readmit+us.sanction")
    (reason,) = opinion(f35, stored, DAY).reasons
    assert reason.foreclosed == ("ndaa2020_1245_waiver",)
    assert "possesses the S-400" in reason.text
