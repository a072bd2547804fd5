"""Each answer to an open question leads to what a file that gives it would; so do all together."""

import re
from dataclasses import replace
from itertools import chain, combinations, permutations, product

import numpy as np
from games import conditions, option_forms
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis import analyse, deal, robustness
from detente.analysis.graph import graph_of
from detente.analysis.large import LargeGame
from detente.analysis.preferences import ranks_of
from detente.analysis.questions import count_of_orders, orders
from detente.analysis.stability import ListedGame
from detente.domain.dispute import Preference, Ranking
from detente.domain.states import feasible_states
from detente.domain.verdicts import CONCEPTS


@st.composite
def open_disputes(draw):
    """Two to five parties with up to three statements, of which some are unsure."""
    dispute = draw(option_forms(merged=False))
    names = [name for name, _, _ in dispute.named_options()]
    statement = st.builds(
        Preference, says=conditions(names).map(lambda says: (says,)), unsure=st.booleans()
    )
    parties = [
        replace(party, preferences=tuple(draw(st.lists(statement, max_size=3))))
        if draw(st.integers(0, 3))
        else party
        for party in dispute.parties
    ]
    parties = [
        replace(party, ranking=None, weights={}) if party.preferences else party
        for party in parties
    ]
    return replace(dispute, parties=tuple(parties))


def holding(dispute, party, preferences):
    """The party when these are all its statements; without one it is indifferent."""
    if preferences:
        return replace(party, preferences=preferences)
    name = next(name for name, _, _ in dispute.named_options())
    return replace(party, preferences=(), weights={name: 0})


def equilibria(dispute):
    found = analyse(dispute)
    return {(concept, s) for concept, states in found.equilibria.items() for s in states}


def pairs(by_concept):
    return {(concept, state) for concept, states in by_concept.items() for state in states}


def open_elements(dispute):
    """What a person would find by reading the file."""
    for party in dispute.parties:
        if party.ranking or party.weights:
            continue
        for preference in party.preferences:
            if preference.unsure:
                yield "order", party.id, preference.spelled
        said = " ".join(preference.spelled for preference in party.preferences)
        for option in party.options:
            if f"{party.id}.{option.id}" not in re.findall(r"[\w.]+", said):
                yield "option", party.id, f"{party.id}.{option.id}"


@given(open_disputes())
def test_every_answer_leads_where_a_file_that_gives_it_does(dispute):
    found, now = robustness(dispute), equilibria(dispute)
    assert found.deal == deal(dispute, analyse(dispute)).state
    for question in found.questions:
        party = dispute.party(question.party)
        for answer in question.answers:
            answered = dispute.with_party(holding(dispute, party, answer.preferences))
            then = equilibria(answered)
            assert pairs(answer.gained) == then - now
            assert pairs(answer.lost) == now - then
            assert answer.deal == deal(answered, analyse(answered)).state


@given(open_disputes())
def test_what_is_open_is_asked_and_nothing_else(dispute):
    found = robustness(dispute)
    asked = sorted((q.kind, q.party, q.element) for q in found.questions)
    assert asked == sorted(open_elements(dispute))


@given(open_disputes())
def test_answers_are_all_others_and_change_one_party_s_mind_about_one_thing(dispute):
    for question in robustness(dispute).questions:
        now = dispute.party(question.party).preferences
        ways = [answer.preferences for answer in question.answers]
        assert now not in ways
        if question.kind == "order":
            for answer in question.answers:
                assert (answer.says is None) == (len(answer.preferences) < len(now))
                assert set(answer.preferences) <= set(now)
            assert len(ways) <= len(now)
        else:
            assert len(set(ways)) == len(ways) == 2 * (len(now) + 1)
            assert all(set(now) < set(way) for way in ways)


def every_way(preferences):
    """Subsets that have all sure statements, in each order that leaves the sure ones alone."""
    numbers = range(len(preferences))
    sure = [k for k in numbers if not preferences[k].unsure]
    for kept in chain.from_iterable(
        combinations(numbers, size) for size in range(len(numbers) + 1)
    ):
        if set(sure) <= set(kept):
            for order in permutations(kept):
                if [k for k in order if k in sure] == sure:
                    yield tuple(preferences[k] for k in order)


@given(open_disputes())
def test_always_and_sometimes_are_of_all_variants_together(dispute):
    found = robustness(dispute)
    assert found.exhaustive or found.variants > 1
    if not found.exhaustive:
        return
    if not all(party.known for party in dispute.parties):
        assert not pairs(found.always) | pairs(found.sometimes)
        return
    ways = [
        [holding(dispute, party, way) for way in every_way(party.preferences)]
        if any(preference.unsure for preference in party.preferences)
        else [party]
        for party in dispute.parties
    ]
    if np.prod([len(of_party) for of_party in ways]) > 100:
        return
    variants = [equilibria(replace(dispute, parties=parties)) for parties in product(*ways)]
    always, ever = set.intersection(*variants), set.union(*variants)
    assert pairs(found.always) == always
    assert pairs(found.sometimes) == ever - always


@given(open_disputes())
def test_orders_are_counted_without_being_made(dispute):
    for party in dispute.parties:
        made = list(orders(party.preferences))
        assert len(made) == count_of_orders(party.preferences)
        assert sorted(map(str, made)) == sorted(map(str, every_way(party.preferences)))


@given(option_forms(), st.data())
def test_games_solved_side_by_side_are_solved_as_one_by_one(dispute, data):
    states = feasible_states(dispute)
    worth = st.lists(st.integers(0, 3), min_size=len(states), max_size=len(states))
    variants = [
        {party.id: np.unique(data.draw(worth), return_inverse=True)[1] for party in some}
        for some in data.draw(
            st.lists(st.lists(st.sampled_from(dispute.parties), unique_by=id), max_size=3)
        )
    ]
    ranks = ranks_of(dispute, states)
    listed = ListedGame(graph_of(dispute), ranks)
    compiled = LargeGame(dispute, states, CONCEPTS, lambda _: None)
    for variant, *found in zip(
        variants,
        listed.equilibria_of(variants, CONCEPTS),
        compiled.equilibria_of(variants, CONCEPTS),
        strict=True,
    ):
        parties = (holding_ranks(party, variant, states) for party in dispute.parties)
        alone = equilibria(replace(dispute, parties=tuple(parties)))
        for held in found:
            assert {
                (concept, states[number].id)
                for concept, where in zip(CONCEPTS, held, strict=True)
                for number in np.flatnonzero(where).tolist()
            } == alone


def holding_ranks(party, variant, states):
    if party.id not in variant:
        return party
    ranks = variant[party.id]
    tiers = tuple(
        tuple(states[number].id for number in np.flatnonzero(ranks == rank).tolist())
        for rank in range(int(ranks.max()), -1, -1)
    )
    return replace(party, preferences=(), weights={}, ranking=Ranking(tiers=tiers))
