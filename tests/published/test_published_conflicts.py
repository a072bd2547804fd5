"""Do we print the literature's tables?

Each conflict is a dispute file with its citation, beside it what its source states
(``published``), where the definitions give another answer and why (``deviations``), and the
stable states computed by brute force from the definitions (``computed``), in the source's
labels; ``labels`` maps these to our state ids where they differ.
"""

import json
from pathlib import Path

import pytest

from detente.analysis import Checker, analyse, verdicts
from detente.model.files import load

HERE = Path(__file__).parent
CASES = sorted(path.name.removesuffix(".toml") for path in HERE.glob("*.toml"))


def expected(case):
    return json.loads((HERE / f"{case}.expected.json").read_text(encoding="utf-8"))


def solved(case):
    dispute, findings = load(HERE / f"{case}.toml")
    assert findings == ()
    return dispute, analyse(dispute)


def in_our_ids(labels, case):
    known = expected(case).get("labels")
    dispute, _ = load(HERE / f"{case}.toml")
    if known:
        return {known[label] for label in labels}
    return set(labels) if dispute.states else {int(label) for label in labels}


def test_no_case_is_missing():
    assert len(CASES) == 9


@pytest.mark.parametrize("case", CASES)
def test_equilibria_are_those_the_source_states(case):
    _, analysis = solved(case)
    for concept, labels in expected(case)["published"].items():
        assert set(analysis.equilibria[concept]) == in_our_ids(labels, case), concept


@pytest.mark.parametrize("case", CASES)
def test_every_verdict_follows_from_the_definitions(case):
    _, analysis = solved(case)
    for party, concepts in expected(case)["computed"].items():
        for concept, labels in concepts.items():
            found = set(analysis.stable[party][concept])
            assert found == in_our_ids(labels, case), (party, concept)
    for concept, labels in expected(case)["equilibria"].items():
        assert set(analysis.equilibria[concept]) == in_our_ids(labels, case), concept


@pytest.mark.parametrize("case", CASES)
def test_every_witness_is_proof(case):
    dispute, _ = solved(case)
    checker = Checker(dispute)
    assert all(checker.verifies(verdict) for verdict in verdicts(dispute))


def test_all_608_verdicts_that_the_us_china_study_prints():
    case = "us-china-trade-2017-2020"
    _, analysis = solved(case)
    agreeing = 0
    for party, concepts in expected(case)["published_per_party"].items():
        for concept, labels in concepts.items():
            for state in analysis.states:
                stated = state.id in labels
                agreeing += stated == analysis.is_stable(state.id, party, concept)
    assert agreeing == 608


def test_garrison_needs_sequences_in_which_a_party_moves_again():
    """Opponents limited to one move each miss state 6 under gmr and smr."""
    dispute, analysis = solved("garrison-diversion")
    assert {4, 6, 10} <= set(analysis.equilibria["gmr"])
    assert {4, 6, 10} <= set(analysis.equilibria["smr"])
    movers = [
        [step.party for step in deterred.answer]
        for verdict in verdicts(dispute, states=(6,), concepts=("gmr",))
        for deterred in verdict.deterred
    ]
    assert any(len(answer) > len(set(answer)) for answer in movers)


@pytest.mark.parametrize("case", CASES)
def test_every_deviation_is_still_one_and_has_its_reason(case):
    _, analysis = solved(case)
    for deviation in expected(case)["deviations"]:
        stated = in_our_ids(deviation["stated"], case)
        assert set(analysis.equilibria[deviation["concept"]]) != stated
        assert deviation["reason"]
