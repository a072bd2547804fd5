"""Do the compiled loops find what the definitions say, on games nobody chose?"""

from contextlib import contextmanager, nullcontext
from dataclasses import replace

import numpy as np
import pytest
from arcs import game_by_arcs, verdicts_by_arcs
from definitions import Conflict
from games import option_forms, rankings
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis import rows, sets
from detente.analysis.kernels import best, solve, solve_many, worst
from detente.analysis.rows import layout_of
from detente.domain.dispute import Party
from detente.domain.verdicts import CONCEPTS


def layout_like(dispute, states):
    """The layout of a dispute, written independently of the one in `src/`."""
    options = [
        (f"{party.id}.{option.id}", option.reversible)
        for party in dispute.parties
        for option in party.options
    ]
    members = sorted(
        (sum(1 << k for k, (name, _) in enumerate(options) if name in taken), number - 1)
        for number, group in states.items()
        for taken in group
    )
    return layout_of(
        [len(party.options) for party in dispute.parties],
        codes=np.array([code for code, _ in members], dtype=np.uint64),
        once_taken=sum(1 << k for k, (_, way) in enumerate(options) if way == "once_taken"),
        once_dropped=sum(1 << k for k, (_, way) in enumerate(options) if way == "once_dropped"),
        state_of=np.array([state for _, state in members], dtype=np.int32),
    )


def ranks_like(conflict, party):
    worse = [
        sum(conflict.prefers(party, s, t) for t in conflict.states) for s in sorted(conflict.states)
    ]
    return np.unique(worse, return_inverse=True)[1]


def by_definition(conflict):
    return np.array(
        [
            [[conflict.is_stable(p, s, c) for s in sorted(conflict.states)] for c in CONCEPTS]
            for p in conflict.parties
        ]
    )


def by_loops(dispute, conflict):
    ranks = [ranks_like(conflict, party) for party in conflict.parties]
    return solve(layout_like(dispute, conflict.states), ranks, CONCEPTS)


def assert_equal(found, expected, names=CONCEPTS):
    differing = [
        (party, names[concept], state)
        for party, concept, state in np.argwhere(found != expected).tolist()
    ]
    assert not differing


@given(option_forms())
def test_they_equal_the_definitions(dispute):
    conflict = Conflict(dispute)
    assert_equal(by_loops(dispute, conflict), by_definition(conflict))


@contextmanager
def in_buckets():
    """Small games have rows that are kept as sets; here they are not."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (rows, sets):
            patch.setattr(module, "MOST_OWN_BITS", 0)
        yield patch


@given(option_forms())
def test_they_do_so_when_rows_are_not_kept_as_sets(dispute):
    conflict = Conflict(dispute)
    with in_buckets():
        assert not layout_like(dispute, conflict.states).sets.used
        assert_equal(by_loops(dispute, conflict), by_definition(conflict))


@given(option_forms())
def test_they_do_so_whichever_way_buckets_are_found(dispute):
    """Small games never need the way for many options that cannot be undone."""
    conflict = Conflict(dispute)
    with in_buckets() as patch:
        patch.setattr(rows, "EMPTY_PER_PLACE", 0)
        patch.setattr(rows, "MOST_EMPTY", 0)
        assert_equal(by_loops(dispute, conflict), by_definition(conflict))


@given(option_forms(), st.data())
def test_they_do_so_when_everything_is_feasible_and_can_be_undone(dispute, data):
    plain = replace(
        dispute,
        parties=tuple(
            Party(
                id=party.id,
                name=party.name,
                options=tuple(replace(option, reversible="yes") for option in party.options),
                ranking=data.draw(rankings(range(1, 1 + 2 ** count_of_options(dispute)))),
            )
            for party in dispute.parties
        ),
        rules=(),
        merges=(),
    )
    conflict = Conflict(plain)
    assert layout_like(plain, conflict.states).buckets is None
    assert_equal(by_loops(plain, conflict), by_definition(conflict))


def count_of_options(dispute):
    return sum(len(party.options) for party in dispute.parties)


@st.composite
def larger(draw):
    """Arguments of `layout_of` for some hundred states, and ranks of many games."""
    options = draw(
        st.lists(st.integers(0, 4), min_size=2, max_size=5).filter(lambda n: 1 <= sum(n) <= 8)
    )
    total = sum(options)
    numbers = np.random.default_rng(draw(st.integers(0, 2**32)))
    bits = st.integers(0, 2**total - 1)
    once_taken = draw(st.just(0) | bits)
    once_dropped = draw(st.just(0) | bits) & ~once_taken
    share = draw(st.sampled_from([1, 1, 0.9, 0.5]))
    codes = np.flatnonzero(numbers.random(2**total) < share).astype(np.uint64)
    if not codes.size:
        codes = np.zeros(1, dtype=np.uint64)
    group = np.arange(codes.size)
    group[numbers.random(codes.size) < draw(st.sampled_from([0, 0, 0.1, 0.5]))] = -1
    group[numbers.random(codes.size) < draw(st.sampled_from([0, 0, 0.1]))] = -2
    _, first, inverse = np.unique(group, return_index=True, return_inverse=True)
    state_of = np.argsort(np.argsort(first))[inverse].astype(np.int32)
    tiers = draw(st.sampled_from([2, 5, 100, 10**6]))
    worth = numbers.integers(0, tiers, (3, len(options), state_of.max() + 1))
    ranks = np.array(
        [[np.unique(party, return_inverse=True)[1] for party in game] for game in worth]
    )
    form = {"codes": codes, "once_taken": once_taken, "once_dropped": once_dropped}
    return options, form | {"state_of": state_of}, ranks


@pytest.mark.parametrize("kept_as", [nullcontext, in_buckets])
@given(game=larger())
def test_they_equal_the_path_over_arcs(kept_as, game):
    options, form, ranks = game
    with kept_as():
        layout = layout_of(options, **form)
    found = solve_many(layout, ranks, CONCEPTS)
    for each, stable in zip(ranks, found, strict=True):
        assert_equal(stable, verdicts_by_arcs(game_by_arcs(options, each, **form)))


@given(larger(), st.permutations(CONCEPTS))
def test_neither_other_games_nor_other_concepts_change_anything(game, concepts):
    options, form, ranks = game
    layout = layout_of(options, **form)
    together = solve_many(layout, ranks, CONCEPTS)
    for each, stable in zip(ranks, together, strict=True):
        order = [CONCEPTS.index(concept) for concept in concepts]
        assert_equal(solve(layout, each, concepts), stable[:, order], concepts)
        for number, concept in enumerate(CONCEPTS):
            assert_equal(solve(layout, each, [concept])[:, 0], stable[:, number], [concept])


@given(larger(), st.data())
def test_what_verdicts_rest_on_is_the_same_over_arcs(game, data):
    options, form, (ranks, *_) = game
    layout = layout_of(options, **form)
    arcs = game_by_arcs(options, ranks, **form)
    party = data.draw(st.integers(0, len(options) - 1))
    reach = np.maximum(arcs.best_move(str(party)), ranks[party])
    assert (best(layout, ranks[party], party) == reach).all()
    for concept in CONCEPTS[1:]:
        # Both may count the state itself as something the others can make of it, or not.
        itself = arcs.worth_after_answer(str(party), concept)
        expected = np.minimum(arcs.worst_answer(str(party), concept), itself)
        assert (worst(layout, ranks, party, concept) == expected).all(), concept
