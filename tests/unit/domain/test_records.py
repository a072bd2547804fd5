"""Do records and short forms say what the analysis says, of any dispute?"""

import json

import pytest

from detente import analysis
from detente.domain.ids import Ids
from detente.domain.verdicts import Analysis
from detente.errors import InputError
from detente.model import files

TWO = """
format = 1
name = "Two tariffs"
status_quo = ["a.tariff"]
[[party]]
id = "a"
[[party.option]]
id = "tariff"
text = "A tariff"
[[party.preference]]
says = "not b.tariff"
[[party.preference]]
says = "tariff"
[[party]]
id = "b"
[[party.option]]
id = "tariff"
text = "A tariff"
"""
KNOWN = TWO + '[[party.preference]]\nsays = "not a.tariff"\n[[party.preference]]\nsays = "tariff"\n'
GRAPH = """
format = 1
name = "Graph"
[[state]]
id = "<b>"
[[state]]
id = "shut"
[[party]]
id = "a"
ranking = ["shut", "<b>"]
[[party]]
id = "b"
ranking = [["<b>", "shut"]]
[[move]]
party = "a"
from = "<b>"
to = ["shut"]
"""


def solved(text: str) -> Analysis:
    dispute, findings = files.loads(text)
    assert dispute is not None, findings
    return analysis.analyse(dispute)


def many(options: int) -> Analysis:
    """Parties with nothing to gain, in states too many to be kept."""
    party = '[[party]]\nid = "{}"\nweights = {{"{}.o0" = 1}}\n'
    option = '[[party.option]]\nid = "o{}"\ntext = "-"\n'
    text = 'format = 1\nname = "Many"\nstatus_quo = ["p.o1", "p.o3"]\n'
    for name in "pq":
        text += party.format(name, name) + "".join(map(option.format, range(options)))
    return solved(text)


def test_every_record_says_what_the_analysis_says() -> None:
    found = solved(KNOWN)
    for record, state in zip(found.records(), found.states, strict=True):
        assert record["id"] == state.id
        assert record["status_quo"] is (state.id == 2)
        for party, by_concept in found.stable.items():
            for concept, stable in by_concept.items():
                assert record[f"{party}.{concept}"] is (state.id in stable)
        for concept, equilibria in found.equilibria.items():
            assert record[f"equilibrium.{concept}"] is (state.id in equilibria)


def test_options_are_spelled_as_on_the_command_line() -> None:
    assert [r["taken"] for r in solved(KNOWN).records()] == [
        "-",
        "a.tariff",
        "b.tariff",
        "a.tariff+b.tariff",
    ]


def test_a_dominated_equilibrium_names_what_dominates_it() -> None:
    found = solved(KNOWN)
    assert found.dominated == {4: 1}
    assert [record["dominated_by"] for record in found.records()] == ["", "", "", "1"]


def test_what_is_not_known_is_neither_true_nor_false() -> None:
    records = solved(TWO).records()
    assert {record["b.nash"] for record in records} == {None}
    assert {record["equilibrium.nash"] for record in records} == {None}
    assert {record["dominated_by"] for record in records} == {None}
    assert {record["a.nash"] for record in records} == {True, False}
    assert {record["a.seq"] for record in records} == {None}  # it rests on what b prefers


@pytest.mark.parametrize("text", [KNOWN, TWO, GRAPH])
def test_columns_have_one_type_from_the_first_record_on(text: str) -> None:
    """Programs that make tables of records tell a column's type from the first few."""
    records = solved(text).records()
    assert len({tuple(record) for record in records}) == 1
    for key in records[0]:
        assert len({type(record[key]) for record in records}) == 1, key
    json.dumps(records)


def test_records_of_some_states_only() -> None:
    found = solved(KNOWN)
    assert found.records([4, 1]) == [found.records()[3], found.records()[0]]
    with pytest.raises(InputError, match="no state is called 5"):
        found.records([5])


def test_records_of_a_few_among_very_many_states() -> None:
    found = many(10)
    assert isinstance(found.equilibria["nash"], Ids)
    (last,) = found.records([2**20])
    assert last["equilibrium.nash"] is True
    (first,) = found.records([1])
    assert first["equilibrium.nash"] is False


def test_a_party_that_is_called_like_a_column_is_refused_and_still_shown() -> None:
    found = solved(KNOWN.replace('id = "a"', 'id = "equilibrium"').replace("a.t", "equilibrium.t"))
    with pytest.raises(InputError, match="'equilibrium'"):
        found.records()
    assert ">all parties<" in found._repr_html_()


def test_notable_states_are_today_s_and_the_equilibria_under_most_concepts() -> None:
    found = many(10)
    shown = [state.id for state in found.notable(100)]
    assert len(shown) == 100
    assert shown == sorted(shown)
    assert found.status_quo in shown
    assert {s for s in shown if s != found.status_quo} <= set(found.equilibria["nash"])
    assert [state.id for state in solved(KNOWN).notable(4)] == [1, 2, 3, 4]


def test_short_forms_are_short_however_many_states() -> None:
    found = many(10)
    assert len(repr(found)) < 500
    assert "1,048,576 states" in repr(found)
    assert len(repr(found.states)) < 100
    assert len(repr(found.equilibria["nash"])) < 100
    assert repr(Ids(found.equilibria["nash"][:2]._ids)) == "Ids(1026, 1028)"  # type: ignore[union-attr]


def test_short_forms_of_a_small_dispute() -> None:
    dispute, _ = files.loads(KNOWN)
    assert dispute is not None
    assert repr(dispute) == "Dispute('Two tariffs': 2 parties, 2 options)"
    found = analysis.analyse(dispute)
    assert repr(found).startswith("Analysis(4 states, today 2; equilibria: nash 4; gmr 1, 4;")
    assert repr(found.states) == "OptionStates(4 states of 2 options)"
    one = analysis.verdict(dispute, "a", 1, "seq")
    assert repr(one) == "Verdict(a, seq, state 1: stable; 2 is answered: b to 4)"
    other = analysis.verdict(dispute, "a", 1, "nash")
    assert repr(other) == "Verdict(a, nash, state 1: not stable, nobody deters the move to 2)"
    assert "unknown preferences: b" in repr(solved(TWO))
    assert repr(solved(GRAPH).states) == "ListedStates(2 states)"
