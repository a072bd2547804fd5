"""Do law and stability meet where they should?"""

from datetime import date
from pathlib import Path

from detente import workflow
from detente.domain.ruling_shapes import outcomes_shape

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_lawful_outcomes_of_the_first_dispute():
    solved = workflow.analyse_dispute(EXAMPLES / "f35" / "dispute.toml", date(2025, 12, 18))
    assert not solved.findings
    found = workflow.lawful_outcomes(solved.dispute, solved.analysis, date(2025, 12, 18))
    holding = {state for ids in solved.analysis.equilibria.values() for state in ids}
    assert set(found.equilibria) | set(found.doubtful) <= holding
    assert all(solved.analysis.lawful[state] for state in found.equilibria)
    assert all(solved.analysis.lawful[state] is None for state in found.doubtful)
    # The cheapest deal asks nothing of Russia: the system is destroyed.
    taken = set(solved.analysis.state(found.route.state).taken)
    assert {"turkiye.relinquish", "turkiye.destroy", "us.readmit"} <= taken
    assert not {"us.sanction", "russia.buy_back", "russia.consent"} & taken
    order = [step.what for step in found.route.steps]
    assert order.index("turkiye.destroy") < order.index("certified_1245")
    assert order.index("certified_1241") < order.index("us.sanction")
    assert outcomes_shape(found)["route"]["steps"]


def test_a_lawful_state_that_one_change_of_mind_would_make_hold(tmp_path):
    path = tmp_path / "dispute.toml"
    path.write_text(
        """format = 1
name = "x"
status_quo = []
[[party]]
id = "a"
option = [{id = "x", text = "Give up"}]
preference = [{says = "not x"}, {says = "b.y"}]
[[party]]
id = "b"
option = [{id = "y", text = "Readmit"}]
preference = [{says = "y iff a.x"}]
[[provision]]
id = "law_1"
cite = "Sec. 1"
says = "b.y requires a.x"
""",
        encoding="utf-8",
    )
    solved = workflow.analyse_dispute(path)
    found = workflow.lawful_outcomes(solved.dispute, solved.analysis, None)
    assert found.equilibria == (1,)
    (near,) = [each for each in found.near if each.state == 4]
    assert all(change.party == "a" for change in near.changes)


def test_graph_form_and_disputes_without_law_have_none():
    solved = workflow.analyse_dispute(EXAMPLES / "elmira" / "dispute.toml")
    assert workflow.lawful_outcomes(solved.dispute, solved.analysis, None) is None
