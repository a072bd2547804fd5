"""Games solved in machine code are solved as those whose moves are listed."""

import numpy as np
import pytest
from games import option_forms
from hypothesis import given

from detente.analysis import checking, large, solving
from detente.analysis.graph import graph_of
from detente.analysis.large import LargeGame
from detente.analysis.preferences import ranks_of
from detente.analysis.stability import ListedGame
from detente.analysis.witnesses import verdicts
from detente.domain.dispute import Option, Party
from detente.domain.states import feasible_states
from detente.domain.verdicts import CONCEPTS
from detente.errors import AnalysisError


def both(dispute):
    states = feasible_states(dispute)
    listed = ListedGame(graph_of(dispute), ranks_of(dispute, states))
    return listed, LargeGame(dispute, states, CONCEPTS, lambda _: None)


@given(option_forms())
def test_both_ways_of_solving_agree(dispute):
    listed, compiled = both(dispute)
    for party in listed.parties:
        for state in range(len(listed.states)):
            assert compiled.moves_from(party, state) == listed.moves_from(party, state)
        for concept in CONCEPTS:
            np.testing.assert_array_equal(
                compiled.stable(party, concept), listed.stable(party, concept)
            )


@given(option_forms())
def test_witnesses_of_compiled_games_prove_their_verdicts(dispute):
    checker = checking.Checker(dispute)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "is_large", lambda *_: True)
        for verdict in verdicts(dispute):
            assert checker.verifies(verdict)


def test_more_than_fits_the_memory_is_refused_before_it_is_allocated(monkeypatch):
    options = tuple(Option(id=f"o{k}", text="acts") for k in range(13))
    parties = tuple(
        Party(id=name, name=name, options=options, weights={f"{name}.o0": 1}) for name in "ab"
    )
    dispute = solving.Dispute(name="large", parties=parties)
    monkeypatch.setattr(large, "memory_limit", lambda: 2**30)
    with pytest.raises(AnalysisError, match=r"67,108,864 states need some .* GiB") as refused:
        solving.analyse(dispute)
    assert "'b.o12'" in refused.value.fix
