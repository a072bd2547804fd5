from dataclasses import replace

import pytest

from detente.analysis import Checker, analyse, verdict, verdicts, verify
from detente.analysis import graph as graph_module
from detente.domain.conditions import Both, Not, Taken
from detente.domain.dispute import (
    Dispute,
    GraphMove,
    GraphState,
    Merge,
    Option,
    Party,
    Preference,
    Ranking,
    Rule,
)
from detente.domain.states import MOST_OPTIONS
from detente.domain.verdicts import CONCEPTS, Deterred, Step
from detente.errors import AnalysisError, InputError


def party(name, options=1, **preferences):
    return Party(
        id=name,
        name=name.upper(),
        options=tuple(Option(id=f"o{k}", text="acts") for k in range(options)),
        **preferences,
    )


def ranked(*tiers):
    return Ranking(tiers=tuple(t if isinstance(t, tuple) else (t,) for t in tiers))


def graph_states(*labels):
    return tuple(GraphState(id=label) for label in labels)


def graph_moves(*arcs):
    return tuple(GraphMove(party=p, origin=a, to=(b,)) for p, a, b in arcs)


# Each gains by not cooperating; both lose if neither does. State 1: neither, 4: both.
DILEMMA = Dispute(
    name="Prisoner's dilemma",
    parties=(
        party("one", ranking=ranked(3, 4, 1, 2)),
        party("two", ranking=ranked(2, 4, 1, 3)),
    ),
    status_quo=frozenset({"one.o0", "two.o0"}),
)


def test_the_prisoners_dilemma():
    found = analyse(DILEMMA)
    assert found.equilibria == {
        "nash": (1,),
        "gmr": (1, 4),
        "smr": (1, 4),
        "seq": (1, 4),
        "sseq": (1, 4),
    }
    assert found.status_quo == 4
    assert found.findings == ()


def test_a_witness_names_the_answer():
    found = verdict(DILEMMA, "one", 4, "seq")
    assert found.deterred == (Deterred(improvement=3, answer=(Step(party="two", to=1),)),)
    assert verdict(DILEMMA, "one", 4, "nash").escape == 3


def test_undoing_the_move_deters():
    """The logical form: an answer that leads back to where one stood leaves one no better off."""
    back = Dispute(
        name="back",
        parties=(
            party("one", options=0, ranking=ranked("2", "1")),
            party("two", options=0, ranking=ranked("1", "2")),
        ),
        states=graph_states("1", "2"),
        moves=graph_moves(("one", "1", "2"), ("two", "2", "1")),
    )
    assert "1" in analyse(back).stable["one"]["seq"]


def test_nobody_answers_twice_in_a_row():
    """b reaches 3 from 1 only by two moves of its own; with c between them it may."""
    arcs = (("a", "0", "1"), ("b", "1", "2"), ("b", "2", "3"))
    worst_last = ranked("1", "2", "0", "3")
    free = ranked(("0", "1", "2", "3"))
    alone = Dispute(
        name="chain",
        parties=tuple(party(p, 0, ranking=worst_last if p == "a" else free) for p in "abc"),
        states=graph_states("0", "1", "2", "3"),
        moves=graph_moves(*arcs),
    )
    assert "0" not in analyse(alone).stable["a"]["gmr"]
    helped = replace(alone, moves=graph_moves(*arcs, ("c", "2", "1"), ("b", "1", "3")))
    assert "0" in analyse(helped).stable["a"]["gmr"]


def test_infeasible_on_the_way_is_no_matter():
    """Both options flip in one move although flipping either alone is infeasible."""
    both_or_none = Rule(says=Both(Taken("one.o0"), "iff", Taken("one.o1")))
    dispute = Dispute(
        name="jump",
        parties=(
            party("one", 2, preferences=(Preference(says=(Taken("one.o0"),)),)),
            party("two", 1, preferences=(Preference(says=(Taken("two.o0"),)),)),
        ),
        rules=(both_or_none,),
    )
    assert verdict(dispute, "one", 1, "nash").escape == 2


@pytest.mark.parametrize(
    ("reversible", "stays"), [("yes", False), ("once_taken", True), ("once_dropped", False)]
)
def test_what_cannot_be_undone_stays(reversible, stays):
    option = Option(id="o", text="acts", reversible=reversible)
    wants_out = Preference(says=(Not(Taken("one.o")),))
    one = Party(id="one", name="One", options=(option,), preferences=(wants_out,))
    dispute = Dispute(name="x", parties=(one, party("two", ranking=ranked((1, 2, 3, 4)))))
    assert (2 in analyse(dispute).stable["one"]["nash"]) is stays


def test_many_statements_do_not_overflow():
    """The first statement decides, however many follow it: more than the bits of an integer."""
    says = [Preference(says=(Taken("one.o0"),))]
    says += [Preference(says=(Not(Taken("one.o0")),)) for _ in range(200)]
    dispute = Dispute(
        name="long",
        parties=(party("one", preferences=tuple(says)), party("two", ranking=ranked((1, 2, 3, 4)))),
    )
    assert analyse(dispute).stable["one"]["nash"] == (2, 4)


def test_weights_are_added_as_written():
    tie = party("one", 3, weights={"one.o0": 0.1, "one.o1": 0.2, "one.o2": 0.3})
    first_two = Both(Taken("one.o0"), "and", Taken("one.o1"))
    exclusive = Rule(says=Both(Taken("one.o2"), "iff", Not(first_two)))
    dispute = Dispute(
        name="sums",
        parties=(tie, party("two", ranking=ranked(tuple(range(1, 9))))),
        rules=(exclusive,),
    )
    states = {s.id: set(s.taken) for s in analyse(dispute).states}
    both = next(i for i, t in states.items() if t == {"one.o0", "one.o1"})
    third = next(i for i, t in states.items() if t == {"one.o2"})
    checker = Checker(dispute)
    assert not checker.prefers("one", both, third)
    assert not checker.prefers("one", third, both)


def test_a_merged_state_moves_wherever_a_member_moves():
    merged = Dispute(
        name="merged",
        parties=(
            party("one", 2, ranking=ranked(3, 1, 2)),
            party("two", 0, ranking=ranked((1, 2, 3))),
        ),
        merges=(Merge(says=Taken("one.o0")),),
    )
    found = analyse(merged)
    assert [len(state.members) for state in found.states] == [1, 2, 1]
    assert verdict(merged, "one", 2, "nash").escape == 3


def test_an_unknown_party_has_no_verdicts_and_a_finding():
    dispute = replace(DILEMMA, parties=(DILEMMA.parties[0], party("two")))
    found = analyse(dispute)
    assert found.unknown == ("two",)
    assert set(found.stable) == {"one"}
    assert set(found.stable["one"]) == {"nash", "gmr", "smr"}
    assert all(ids == () for ids in found.equilibria.values())
    assert [finding.code for finding in found.findings] == ["preferences-unknown"]
    assert {v.concept for v in verdicts(dispute)} == {"nash", "gmr", "smr"}
    for asked, concept in (("two", "nash"), ("one", "seq")):
        with pytest.raises(InputError, match="unknown"):
            verdict(dispute, asked, 1, concept)


def test_what_the_law_says_is_passed_on():
    found = analyse(DILEMMA, lawful={1: True, 2: False})
    assert found.lawful == {1: True, 2: False}


@pytest.mark.parametrize(
    ("asked", "state", "says"), [("three", 1, "'three'"), ("one", 9, "9"), ("one", "1", "'1'")]
)
def test_a_senseless_question_is_refused(asked, state, says):
    with pytest.raises(InputError, match=says):
        verdict(DILEMMA, asked, state, "nash")


@pytest.mark.parametrize(
    "ranking", [ranked(1, 2, 3), ranked(1, 2, 3, 4, 4), ranked(1, 2, 3, 5), ranked(1, 2, 3, "4")]
)
def test_a_ranking_that_does_not_fit_is_refused(ranking):
    with pytest.raises(InputError, match="ranking of 'one'"):
        analyse(replace(DILEMMA, parties=(party("one", ranking=ranking), DILEMMA.parties[1])))


def test_merged_states_that_differ_are_refused():
    one = party("one", preferences=(Preference(says=(Taken("two.o0"),)),))
    dispute = Dispute(
        name="x",
        parties=(one, party("two", ranking=ranked((1, 2, 3)))),
        merges=(Merge(says=Taken("one.o0")),),
    )
    with pytest.raises(InputError, match="distinguishes"):
        analyse(dispute)


def test_contradictory_rules_are_refused():
    rules = (Rule(says=Taken("one.o0")), Rule(says=Not(Taken("one.o0"))))
    with pytest.raises(InputError, match="no state is feasible"):
        analyse(replace(DILEMMA, rules=rules))


def test_a_dispute_without_parties_is_refused():
    with pytest.raises(InputError, match="no party"):
        analyse(Dispute(name="nobody", parties=()))


def test_too_many_options_are_refused_with_a_way_out():
    wanted = Preference(says=(Taken("one.o0"),))
    large = Dispute(
        name="large",
        parties=(
            party("one", MOST_OPTIONS, preferences=(wanted,)),
            party("two", 10, preferences=(wanted,)),
        ),
    )
    with pytest.raises(AnalysisError, match=r"2\^74 states; the limit is 2\^26") as refused:
        analyse(large)
    assert "'two.o9'" in refused.value.fix


def test_too_many_moves_are_refused_before_they_are_made(monkeypatch):
    monkeypatch.setattr(graph_module, "MOST_MOVES", 7)
    with pytest.raises(AnalysisError, match="up to 8 moves; the limit is 7"):
        analyse(DILEMMA)


def test_thousands_of_states_are_solved():
    one = party("one", 6, weights={f"one.o{k}": (-1) ** k * (k + 1) for k in range(6)})
    two = party(
        "two", 6, preferences=tuple(Preference(says=(Taken(f"two.o{k}"),)) for k in range(6))
    )
    found = analyse(Dispute(name="large", parties=(one, two)))
    assert len(found.states) == 2**12
    best_one = frozenset(f"one.o{k}" for k in (0, 2, 4))
    best_two = frozenset(f"two.o{k}" for k in range(6))
    assert [set(found.state(s).taken) for s in found.equilibria["nash"]] == [best_one | best_two]


def test_one_party_alone_answers_to_nobody():
    alone = Dispute(name="alone", parties=(party("one", ranking=ranked(2, 1)),))
    found = analyse(alone)
    assert {found.equilibria[concept] for concept in CONCEPTS} == {(2,)}


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_made_up_proof_is_refused(concept):
    true = verdict(DILEMMA, "one", 4, concept)
    assert verify(DILEMMA, true)
    elsewhere = Deterred(improvement=3, answer=(Step(party="two", to=2),))
    by_itself = Deterred(improvement=3, answer=(Step(party="one", to=4),))
    for made_up in (elsewhere, by_itself):
        assert not verify(DILEMMA, replace(true, stable=True, escape=None, deterred=(made_up,)))
    assert not verify(DILEMMA, replace(true, stable=False, escape=None, deterred=()))
    assert not verify(DILEMMA, replace(true, stable=False, escape=2, deterred=()))
