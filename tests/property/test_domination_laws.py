"""What dominates an equilibrium does so by the definition, and is itself dominated by nothing."""

from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from detente.analysis import comparing
from detente.analysis.comparing import dominated

TABLES = npst.arrays(
    np.int64,
    st.tuples(st.integers(1, 4), st.integers(1, 12)),
    elements=st.integers(0, 4),
)


def dominates(table, one, other):
    return all(table[:, one] >= table[:, other]) and any(table[:, one] > table[:, other])


@pytest.mark.parametrize("most", [0, 2**24])
@given(table=TABLES, data=st.data())
def test_exactly_the_dominated_states_are_found(most, table, data):
    states = table.shape[1]
    asked = np.array(sorted(data.draw(st.sets(st.integers(0, states - 1)))), dtype=np.int64)
    with mock.patch.object(comparing, "_MOST_PROFILES", most):
        dominated_states, by = dominated(list(table), asked)
    found = dict(zip(dominated_states.tolist(), by.tolist(), strict=True))
    assert found.keys() == {s for s in asked if any(dominates(table, t, s) for t in range(states))}
    for state, by in found.items():
        assert dominates(table, by, state)
        assert not any(dominates(table, t, by) for t in range(states))


def test_too_many_comparisons_are_not_begun(monkeypatch):
    monkeypatch.setattr(comparing, "_MOST_COMPARISONS", 10)
    monkeypatch.setattr(comparing, "_MOST_PROFILES", 0)
    opposed = [np.arange(8), np.arange(8)[::-1]]
    assert dominated(opposed, np.arange(8)) is None
