"""What dominates an equilibrium does so by the definition, and is itself dominated by nothing."""

import numpy as np
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


@given(TABLES, st.data())
def test_exactly_the_dominated_states_are_found(table, data):
    states = table.shape[1]
    asked = sorted(data.draw(st.sets(st.integers(0, states - 1))))
    found = dominated(list(table), np.array(asked, dtype=np.int64))
    assert found.keys() == {s for s in asked if any(dominates(table, t, s) for t in range(states))}
    for state, by in found.items():
        assert dominates(table, by, state)
        assert not any(dominates(table, t, by) for t in range(states))


def test_too_many_comparisons_are_not_begun(monkeypatch):
    monkeypatch.setattr(comparing, "_MOST_COMPARISONS", 10)
    opposed = [np.arange(8), np.arange(8)[::-1]]
    assert dominated(opposed, np.arange(8)) is None
