"""Do the laws of the Graph Model hold on games nobody chose?"""

from dataclasses import replace

from definitions import Conflict
from games import disputes, graph_forms, option_forms
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis import Checker, analyse, verdicts, verify
from detente.domain.conditions import Both, Not, Taken
from detente.domain.dispute import GraphMove, GraphState, Party, Ranking
from detente.domain.verdicts import CONCEPTS

# Under each concept, the concepts that then hold as well.
IMPLIES = {
    "nash": {"gmr", "smr", "seq", "sseq"},
    "sseq": {"seq", "smr"},
    "seq": {"gmr"},
    "smr": {"gmr"},
}


def stable_sets(analysis):
    return {
        (party, concept): set(ids)
        for party, stable in analysis.stable.items()
        for concept, ids in stable.items()
    }


@given(disputes())
def test_it_equals_the_definitions(dispute):
    conflict = Conflict(dispute)
    found = analyse(dispute)
    assert [state.id for state in found.states] == list(conflict.states)
    for party in conflict.parties:
        for concept in CONCEPTS:
            expected = conflict.stable(party, concept)
            assert set(found.stable[party][concept]) == expected, (party, concept)


@given(disputes())
def test_concepts_imply_each_other(dispute):
    found = stable_sets(analyse(dispute))
    for (party, concept), states in found.items():
        for weaker in IMPLIES.get(concept, ()):
            assert states <= found[party, weaker], (party, concept, weaker)


@given(disputes())
def test_an_equilibrium_is_stable_for_everybody(dispute):
    found = analyse(dispute)
    for concept in CONCEPTS:
        everybody = [set(stable[concept]) for stable in found.stable.values()]
        assert set(found.equilibria[concept]) == set.intersection(*everybody)


@given(disputes())
def test_every_witness_is_proof(dispute):
    found, checker = analyse(dispute), Checker(dispute)
    for verdict in verdicts(dispute):
        assert checker.verifies(verdict), verdict
        judged = found.is_stable(verdict.state, verdict.party, verdict.concept)
        assert verdict.stable == judged


@given(disputes(), st.data())
def test_a_witness_for_the_contrary_is_refused(dispute, data):
    verdict = data.draw(st.sampled_from(list(verdicts(dispute))))
    if verdict.stable:
        improvements = [deterred.improvement for deterred in verdict.deterred]
        other = data.draw(st.sampled_from([*improvements, verdict.state]))
        contrary = replace(verdict, stable=False, escape=other, deterred=())
    else:
        contrary = replace(verdict, stable=True, escape=None)
    assert not verify(dispute, contrary)


@given(disputes(), st.data())
def test_a_shortened_or_repeated_answer_is_refused(dispute, data):
    answered = [v for v in verdicts(dispute) if v.deterred]
    if not answered:
        return
    verdict = data.draw(st.sampled_from(answered))
    first, *rest = verdict.deterred
    for answer in (first.answer[:-1], (*first.answer, first.answer[-1])):
        damaged = replace(verdict, deterred=(replace(first, answer=answer), *rest))
        assert not verify(dispute, damaged)
    assert not verify(dispute, replace(verdict, deterred=tuple(rest)))


def renamed_condition(condition, new):
    match condition:
        case Taken(option):
            return Taken(new(option))
        case Not(inner):
            return Not(renamed_condition(inner, new))
        case Both(left, operator, right):
            return Both(renamed_condition(left, new), operator, renamed_condition(right, new))


def renamed(dispute):
    """Other names for parties and options, ordered otherwise in the alphabet."""
    parties = {party.id: f"z{9 - k}" for k, party in enumerate(dispute.parties)}

    def new(option):
        party, own = option.split(".")
        return f"{parties[party]}.y{own}"

    def party_of(old):
        return replace(
            old,
            id=parties[old.id],
            options=tuple(replace(option, id=f"y{option.id}") for option in old.options),
            preferences=tuple(
                replace(each, says=tuple(renamed_condition(c, new) for c in each.says))
                for each in old.preferences
            ),
            weights={new(name): weight for name, weight in old.weights.items()},
        )

    today = dispute.status_quo
    return parties, replace(
        dispute,
        parties=tuple(party_of(party) for party in dispute.parties),
        rules=tuple(replace(r, says=renamed_condition(r.says, new)) for r in dispute.rules),
        merges=tuple(replace(m, says=renamed_condition(m.says, new)) for m in dispute.merges),
        moves=tuple(replace(m, party=parties[m.party]) for m in dispute.moves),
        status_quo=today if dispute.states else frozenset(map(new, today)),
    )


@given(disputes())
def test_names_change_nothing(dispute):
    names, other = renamed(dispute)
    before, after = stable_sets(analyse(dispute)), stable_sets(analyse(other))
    assert {(names[p], c): states for (p, c), states in before.items()} == after


@given(disputes(), st.booleans())
def test_an_idle_party_changes_nothing(dispute, first):
    states = tuple(state.id for state in analyse(dispute).states)
    idle = Party(id="idle", name="Idle", ranking=Ranking(tiers=(states,)))
    parties = (idle, *dispute.parties) if first else (*dispute.parties, idle)
    before, after = analyse(dispute), analyse(replace(dispute, parties=parties))
    assert before.equilibria == after.equilibria
    assert stable_sets(before).items() <= stable_sets(after).items()
    assert all(after.stable["idle"][concept] == states for concept in CONCEPTS)


@given(graph_forms())
def test_order_of_parties_and_moves_changes_nothing(dispute):
    other = replace(dispute, parties=dispute.parties[::-1], moves=dispute.moves[::-1])
    assert stable_sets(analyse(dispute)) == stable_sets(analyse(other))


@given(option_forms(merged=False))
def test_graph_form_of_the_same_game_gives_the_same(dispute):
    conflict = Conflict(dispute)
    graph = replace(
        dispute,
        parties=tuple(
            Party(id=p, name=p, ranking=ranking_by_comparison(conflict, p))
            for p in conflict.parties
        ),
        states=tuple(GraphState(id=str(s)) for s in conflict.states),
        moves=tuple(
            GraphMove(party=p, origin=str(s), to=tuple(map(str, targets)))
            for (p, s), targets in conflict.moves.items()
        ),
        rules=(),
        status_quo=None,
    )
    as_labels = {key: set(map(str, ids)) for key, ids in stable_sets(analyse(dispute)).items()}
    assert stable_sets(analyse(graph)) == as_labels


def ranking_by_comparison(conflict, party):
    better = {
        s: sum(conflict.prefers(party, t, s) for t in conflict.states) for s in conflict.states
    }
    tiers = [
        tuple(str(s) for s in conflict.states if better[s] == count)
        for count in sorted(set(better.values()))
    ]
    return Ranking(tiers=tuple(tiers))


@given(disputes(), st.data())
def test_an_unknown_party_takes_only_what_rests_on_it(dispute, data):
    chosen = data.draw(st.integers(0, len(dispute.parties) - 1))
    unknown = dispute.parties[chosen]
    silent = Party(id=unknown.id, name=unknown.name, options=unknown.options)
    parties = (*dispute.parties[:chosen], silent, *dispute.parties[chosen + 1 :])
    before, after = analyse(dispute), analyse(replace(dispute, parties=parties))
    assert after.unknown == (unknown.id,)
    assert unknown.id not in after.stable
    assert not any(after.equilibria.values())
    assert stable_sets(after).items() <= stable_sets(before).items()
    for stable in after.stable.values():
        assert {"nash", "gmr", "smr"} <= stable.keys()
