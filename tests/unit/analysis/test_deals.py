from datetime import date

from detente.analysis import analyse, asks, deal
from detente.domain.states import feasible_states
from detente.domain.verdicts import Ask
from detente.law import judge
from detente.model.files import loads

HEAD = """\
format = 1
name = "Readmission"
status_quo = ["us.sanction"]
[[party]]
id = "tr"
option = [{id = "relinquish", text = "give it up"}]
preference = [TR]
[[party]]
id = "us"
option = [{id = "readmit", text = "readmit"}, {id = "sanction", text = "keep the measure"}]
preference = [US]
"""


def dispute_of(turkish, american, rest=""):
    def tables(statements):
        return ", ".join(
            "{" + (s if s.startswith("says") else f'says = "{s}"') + "}" for s in statements
        )

    text = HEAD.replace("TR", tables(turkish)).replace("US", tables(american)) + rest
    dispute, findings = loads(text)
    assert dispute is not None, findings
    return dispute


def dealt(dispute, on=None):
    lawful = judge(dispute, feasible_states(dispute), on)
    return deal(dispute, analyse(dispute, lawful=lawful), lawful, on=on)


def taken(dispute, found):
    return next(set(s.taken) for s in feasible_states(dispute) if s.id == found.state)


KEEPS = ["not relinquish", "us.readmit", "not us.sanction"]
WANTS = ["tr.relinquish", "sanction", "not readmit"]


def test_a_party_asks_what_it_says_of_the_others():
    dispute = dispute_of(
        ["not relinquish", "us.readmit and not us.sanction", "us.readmit or us.sanction"],
        ["readmit requires tr.relinquish", "says = ['tr.relinquish', 'sanction']"],
    )
    assert asks(dispute) == (
        Ask(party="tr", option="us.readmit", take=True),
        Ask(party="tr", option="us.sanction", take=False),
        Ask(party="us", option="tr.relinquish", take=True),
    )


def test_what_conduct_suggests_is_no_ask():
    dispute = dispute_of(["says = 'us.readmit', basis = 'conduct'"], ["tr.relinquish"])
    assert [ask.party for ask in asks(dispute)] == ["us"]


def test_of_two_statements_on_one_option_the_more_important_counts():
    dispute = dispute_of(["us.readmit", "not us.readmit"], ["tr.relinquish"])
    assert asks(dispute)[0].take is True
    assert len(asks(dispute)) == 2


def test_the_deal_gives_everybody_what_it_asks():
    dispute = dispute_of(KEEPS, WANTS)
    assert taken(dispute, dealt(dispute)) == {"tr.relinquish", "us.readmit"}


def test_options_nobody_asks_about_stay_as_they_are():
    dispute = dispute_of(["us.readmit"], ["tr.relinquish"])
    assert taken(dispute, dealt(dispute)) == {"tr.relinquish", "us.readmit", "us.sanction"}


def test_no_deal_where_one_side_asks_nothing():
    dispute = dispute_of(["us.readmit"], ["not readmit"])
    assert dealt(dispute).state is None


def test_no_deal_where_asks_contradict():
    text = HEAD.replace("TR", '{says = "us.readmit"}').replace("US", '{says = "tr.relinquish"}')
    third = (
        '[[party]]\nid = "eu"\noption = [{id = "aid", text = "aid"}]\n'
        'preference = [{says = "not us.readmit"}]\n'
    )
    dispute, _ = loads(text + third)
    found = dealt(dispute)
    assert (found.state, len(found.asks)) == (None, 3)


def test_no_deal_where_asks_exclude_each_other():
    rest = '[[rule]]\nsays = "not (tr.relinquish and us.readmit)"\n'
    assert dealt(dispute_of(KEEPS, WANTS, rest)).state is None


def test_the_nearest_feasible_state_where_today_cannot_stay():
    rest = '[[rule]]\nsays = "us.readmit requires not us.sanction"\n'
    dispute = dispute_of(["us.readmit"], ["tr.relinquish"], rest)
    assert taken(dispute, dealt(dispute)) == {"tr.relinquish", "us.readmit"}


def test_a_lawful_state_is_preferred_to_a_nearer_one():
    rest = '[[provision]]\nid = "p"\ncite = "c"\nsays = "us.readmit requires not us.sanction"\n'
    dispute = dispute_of(["us.readmit"], ["tr.relinquish"], rest)
    found = dealt(dispute)
    assert taken(dispute, found) == {"tr.relinquish", "us.readmit"}
    assert found.lawful is True


def test_every_change_makes_the_deal_hold():
    """Each change is made in the file, and the file is solved anew."""
    dispute = dispute_of(KEEPS, ["tr.relinquish", "readmit"])
    found = dealt(dispute)
    assert found.concepts == ()
    assert found.changes
    for change in found.changes:
        assert change.party == "tr"
        statements = ["not tr.relinquish", "us.readmit", "not us.sanction"]
        place = statements.index(change.element)
        match change.kind:
            case "raise":
                statements.insert(statements.index(change.above), statements.pop(place))
            case "drop":
                statements.pop(place)
            case "reverse":
                statements[place] = f"not {change.element}"
        equilibria = analyse(dispute_of(statements, ["tr.relinquish", "readmit"])).equilibria
        now = {concept for concept, states in equilibria.items() if found.state in states}
        assert now == set(change.concepts)
        assert {"nash", "seq"} & now


def test_to_turn_a_statement_round_is_not_told_where_giving_it_up_is_enough():
    dispute = dispute_of(KEEPS, ["tr.relinquish", "readmit"])
    changes = [(c.kind, c.element, c.above) for c in dealt(dispute).changes]
    assert changes == [("drop", "not tr.relinquish", None)]


# Washington readmits only a buyer that has given the system up, and would take it back.
ONLY_IF = ["tr.relinquish", "readmit requires tr.relinquish", "readmit", "not sanction"]


def test_a_raise_comes_before_a_drop_and_goes_no_higher_than_it_must():
    found = dealt(dispute_of(KEEPS, ONLY_IF))
    assert [(c.kind, c.element, c.above, c.concepts) for c in found.changes] == [
        ("raise", "us.readmit", "not tr.relinquish", ("gmr", "smr", "seq", "sseq")),
        ("raise", "not us.sanction", "not tr.relinquish", ("gmr", "smr", "seq", "sseq")),
        ("drop", "not tr.relinquish", None, ("nash", "gmr", "smr", "seq", "sseq")),
    ]


def test_a_deal_that_holds_needs_no_change():
    dispute = dispute_of(["us.readmit", "relinquish"], ["tr.relinquish", "readmit"])
    found = dealt(dispute)
    assert "nash" in found.concepts
    assert found.changes == ()


UNLAWFUL = '[[provision]]\nid = "p"\ncite = "c"\nsays = "not (us.readmit and tr.relinquish)"\n'


def test_an_unlawful_deal_that_would_hold_needs_a_repeal():
    dispute = dispute_of(["us.readmit", "relinquish"], ["tr.relinquish", "readmit"], UNLAWFUL)
    found = dealt(dispute)
    assert found.lawful is False
    assert [(c.kind, c.party, c.element) for c in found.changes] == [("repeal", None, "p")]


def test_no_single_change_where_two_are_needed():
    dispute = dispute_of(KEEPS, WANTS, UNLAWFUL)
    assert dealt(dispute).changes == ()
    twice = UNLAWFUL + UNLAWFUL.replace('"p"', '"q"')
    dispute = dispute_of(["us.readmit", "relinquish"], ["tr.relinquish", "readmit"], twice)
    assert dealt(dispute).changes == ()


def test_a_provision_not_in_force_need_not_be_repealed():
    later = UNLAWFUL + UNLAWFUL.replace('"p"', '"q"') + "in_force = 2030-01-01\n"
    dispute = dispute_of(["us.readmit", "relinquish"], ["tr.relinquish", "readmit"], later)
    assert [c.element for c in dealt(dispute, on=date(2025, 1, 1)).changes] == ["p"]


def test_unsure_statements_are_marked_and_reasons_carried():
    dispute = dispute_of(
        ["says = 'not relinquish', unsure = true, because = ['clm_1']", "us.readmit"],
        ["tr.relinquish", "readmit"],
    )
    change = dealt(dispute).changes[0]
    assert (change.kind, change.unsure, change.because) == ("drop", True, ("clm_1",))


def test_a_party_of_unknown_preferences_leaves_no_changes_to_try():
    text = HEAD.replace("TR", '{says = "us.readmit"}').replace("US", '{says = "tr.relinquish"}')
    third = '[[party]]\nid = "eu"\noption = [{id = "aid", text = "aid"}]\n'
    dispute, _ = loads(text + third)
    found = dealt(dispute)
    assert found.state is not None
    assert (found.concepts, found.changes) == ((), ())


def test_graph_form_has_no_deal():
    text = """\
format = 1
name = "G"
state = [{id = "1"}, {id = "2"}]
party = [{id = "a", ranking = ["1", "2"]}, {id = "b", ranking = ["2", "1"]}]
move = [{party = "a", from = "1", to = ["2"]}]
"""
    dispute, findings = loads(text)
    assert [finding.code for finding in findings] == ["idle-party"]
    assert deal(dispute, analyse(dispute)).state is None
