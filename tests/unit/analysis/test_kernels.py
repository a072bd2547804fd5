"""Do the compiled loops find what the other paths do on larger games, and refuse the rest?

That they follow the definitions is in `tests/property/test_kernel_laws.py`.
"""

import pickle
import subprocess
import sys

import numpy as np
import pytest
from arcs import game_by_arcs, verdicts_by_arcs

from detente.analysis.kernels import (
    best,
    compile_kernels,
    is_compiled,
    solve,
    solve_many,
    worst,
)
from detente.analysis.rows import layout_of
from detente.domain.verdicts import CONCEPTS
from detente.errors import AnalysisError, InputError


def random_ranks(parties, states, seed=1, tiers=10**9):
    numbers = np.random.default_rng(seed).integers(0, tiers, (parties, states))
    return np.array([np.unique(party, return_inverse=True)[1] for party in numbers])


def feasible(total, share, seed=1):
    return np.flatnonzero(np.random.default_rng(seed).random(2**total) < share).astype(np.uint64)


FORMS = {
    "cube": ([4, 4, 4], {}, 1),
    "two parties": ([5, 7], {}, 1),
    "five parties, one idle": ([3, 0, 2, 3, 3], {}, 1),
    "infeasible": ([4, 4, 4], {}, 0.7),
    "wide rows": ([8, 5], {"once_taken": 0b1010101010101}, 1),
    "wide rows, some infeasible": ([4, 8], {"once_dropped": 0b0101000011}, 0.8),
    "nearly all infeasible": ([5, 5, 6], {}, 0.03),
    "irreversible": ([4, 3, 3], {"once_taken": 0b1000110011, "once_dropped": 0b0010001100}, 1),
    "irreversible and infeasible": ([2, 12], {"once_taken": 0b1111_1111_1100_00}, 0.1),
}

KEPT_AS_SETS = {"infeasible", "irreversible", "wide rows", "wide rows, some infeasible"}


@pytest.mark.parametrize("tiers", [3, 50, 10**9])
@pytest.mark.parametrize("name", FORMS)
def test_they_equal_the_path_over_arcs_on_larger_games(name, tiers):
    options, form, share = FORMS[name]
    form = form | {"codes": feasible(sum(options), share)}
    ranks = random_ranks(len(options), form["codes"].size, tiers=tiers)
    expected = verdicts_by_arcs(game_by_arcs(options, ranks, **form))
    layout = layout_of(options, **form)
    assert (solve(layout, ranks, CONCEPTS) == expected).all()
    assert layout.sets.used == (name in KEPT_AS_SETS)


@pytest.mark.parametrize("options", [[3, 3, 3, 4], [6, 7], [17, 1], [1, 17], [2, 0, 15]])
def test_an_option_that_nobody_can_take_changes_nothing(options):
    """It takes the game out of the whole cube, whose loops share nothing with the others."""
    states = 2 ** sum(options)
    ranks = random_ranks(len(options), states)
    expected = solve(layout_of(options), ranks, CONCEPTS)
    layout = layout_of([*options, 1], codes=np.arange(states, dtype=np.uint64))
    assert layout.buckets is not None
    found = solve(layout, [*ranks, ranks[0]], CONCEPTS)
    assert (found[:-1] == expected).all()


def test_a_layout_of_everything_by_name_is_the_whole_cube():
    named = layout_of([2, 1], codes=np.arange(8, dtype=np.uint64), state_of=np.arange(8))
    assert named.buckets is None
    assert named == layout_of([2, 1])


def test_many_parties_are_told_apart():
    """The bits of 64 parties fill a number; each has one option and the last one decides."""
    options = [1] * 64
    codes = np.array([0, 1, 1 << 63, 1 | 1 << 63], dtype=np.uint64)
    ranks = random_ranks(64, 4)
    found = solve(layout_of(options, codes=codes), ranks, CONCEPTS)
    few = solve(layout_of([1, 1]), ranks[[0, 63]], CONCEPTS)
    assert (found[[0, 63]] == few).all()
    assert found[1:63].all()


@pytest.mark.parametrize("form", [{}, {"once_taken": 1}])
@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.int64, np.uint64])
def test_ranks_may_be_of_any_integers(form, kind):
    layout = layout_of([2, 2], **form)
    ranks = random_ranks(2, 16)
    expected = solve(layout, ranks, CONCEPTS)
    assert (solve(layout, list(ranks.astype(kind)), CONCEPTS) == expected).all()
    assert (solve(layout, ranks.astype(kind), CONCEPTS) == expected).all()


def test_what_is_given_is_neither_changed_nor_needs_to_be_writable():
    layout = layout_of([2, 2])
    ranks = random_ranks(2, 16).astype(np.int32)
    ranks.setflags(write=False)
    before = ranks.copy()
    solve(layout, ranks, CONCEPTS)
    worst(layout, ranks, 0, "sseq")
    best(layout, ranks[0], 0)
    assert (ranks == before).all()


@pytest.mark.parametrize(
    ("options", "form", "states"),
    [([], {}, 1), ([0, 0], {}, 1), ([1, 1], {"codes": np.array([2], dtype=np.uint64)}, 1)],
)
def test_where_nobody_can_move_all_is_stable(options, form, states):
    layout = layout_of(options, **form)
    assert layout.states == states
    found = solve_many(layout, np.zeros((2, len(options), states), dtype=np.int32), CONCEPTS)
    assert found.shape == (2, len(options), len(CONCEPTS), states)
    assert found.all()


def test_without_states_or_games_or_concepts_there_is_nothing_to_find():
    empty = layout_of([1, 1], codes=np.empty(0, dtype=np.uint64))
    assert solve(empty, np.empty((2, 0), dtype=np.int32), CONCEPTS).shape == (2, 5, 0)
    layout = layout_of([1, 1])
    assert solve_many(layout, np.empty((0, 2, 4), dtype=np.int32), CONCEPTS).shape == (0, 2, 5, 4)
    assert solve(layout, random_ranks(2, 4), []).shape == (2, 0, 4)


def test_nobody_answers_under_nash():
    assert (worst(layout_of([1, 1]), random_ranks(2, 4), 0, "nash") == 4).all()


@pytest.mark.parametrize(
    "ranks",
    [
        np.zeros((2, 3), dtype=int),  # a state too few
        np.zeros((3, 4), dtype=int),  # a party too many
        np.full((2, 4), 4),  # would be written outside of an array
        np.full((2, 4), -1),
        np.full((2, 4), 2**32),  # 0 in 32 bits
        np.zeros((2, 4)),  # not whole numbers
    ],
)
def test_ranks_that_do_not_fit_are_refused(ranks):
    with pytest.raises(InputError, match="do not fit"):
        solve(layout_of([1, 1]), ranks, CONCEPTS)


@pytest.mark.parametrize("options", [[33, 32], [1] * 65, [0] * 65])
def test_more_than_a_code_has_bits_is_refused_before_it_is_laid_out(options):
    with pytest.raises(AnalysisError, match="limit is 64"):
        layout_of(options)


def test_compiling_is_needed_once():
    compile_kernels()
    assert is_compiled()
    assert is_compiled(layout_of([3, 2]))
    assert compile_kernels() == 0.0


def test_importing_them_does_not_import_the_compiler():
    code = "import detente.analysis.kernels, sys; assert 'numba' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


SMALL = """\
from detente.analysis.compiling import compiled, is_ready, make_ready


@compiled
def doubled(number):
    return 2 * number
"""
USE = """\
import sys

sys.path.insert(0, {folder!r})
import small

ready = small.is_ready(small.doubled, (2,))
small.make_ready(small.doubled, (2,))
assert small.doubled(2) == 4
print(ready)
"""


def was_ready(folder, **environment):
    """Whether a new process finds compiled code; it must get its result either way."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", USE.format(folder=str(folder))],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={"PATH": "", "NUMBA_CACHE_DIR": str(folder / "kept")} | environment,
    )
    return done.stdout.strip() == "True"


def test_compiled_code_is_kept_and_what_is_damaged_is_made_anew(tmp_path):
    (tmp_path / "small.py").write_text(SMALL)
    assert not was_ready(tmp_path)
    assert was_ready(tmp_path)
    for kept in (tmp_path / "kept").rglob("*.nb?"):
        kept.write_bytes(pickle.dumps("nonsense")[:-3])
    assert not was_ready(tmp_path)
    assert was_ready(tmp_path)


def test_nothing_that_can_be_written_to_does_no_harm(tmp_path):
    (tmp_path / "small.py").write_text(SMALL)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where folders would be made")
    (tmp_path / "__pycache__").write_text("likewise")
    places = dict.fromkeys(("NUMBA_CACHE_DIR", "HOME", "XDG_CACHE_HOME"), str(blocked))
    for _ in range(2):
        assert not was_ready(tmp_path, PYTHONDONTWRITEBYTECODE="1", **places)
