"""Listing the feasible states in blocks gives what trying every combination gives."""

from itertools import combinations

import pytest
from games import conditions
from hypothesis import given
from hypothesis import strategies as st

from detente.domain import blocks, states
from detente.domain.conditions import holds
from detente.domain.dispute import Dispute, Merge, Option, Party, Rule
from detente.domain.states import feasible_states


@st.composite
def ruled(draw, most=6):
    """Up to six options of two parties, rules and merges over them."""
    names = [f"p{k % 2}.o{k}" for k in range(draw(st.integers(1, most)))]
    names.sort()
    parties = tuple(
        Party(
            id=party,
            name=party,
            options=tuple(Option(id=n[3:], text="acts") for n in names if n.startswith(party)),
        )
        for party in ("p0", "p1")
    )
    rules = draw(st.lists(conditions(names), max_size=3))
    merges = draw(st.lists(conditions(names), max_size=2))
    return Dispute(
        name="random",
        parties=parties,
        rules=tuple(Rule(says=says) for says in rules),
        merges=tuple(Merge(says=says) for says in merges),
    )


def tried_one_by_one(dispute):
    """Members of each state, states in order, from the words of the design."""
    names = [name for name, _, _ in dispute.named_options()]
    groups = {}
    for code in range(2 ** len(names)):
        taken = frozenset(name for k, name in enumerate(names) if code >> k & 1)
        if all(holds(rule.says, taken) for rule in dispute.rules):
            merge = next((k for k, m in enumerate(dispute.merges) if holds(m.says, taken)), None)
            groups.setdefault(taken if merge is None else merge, []).append(taken)
    return [tuple(members) for members in groups.values()]


@pytest.fixture(params=[0, 2, 16])
def block(request, monkeypatch):
    """Number of options that are tried at once; the others are fixed one by one."""
    monkeypatch.setattr(blocks, "_BLOCK", request.param)
    states._option_states.cache_clear()
    yield
    states._option_states.cache_clear()


@pytest.mark.usefixtures("block")
@pytest.mark.parametrize("kept", [0, 2**14])
def test_states_are_those_found_one_by_one(kept, monkeypatch):
    monkeypatch.setattr(states, "_MOST_KEPT", kept)

    @given(ruled())
    def law(dispute):
        states._option_states.cache_clear()
        found = feasible_states(dispute)
        expected = tried_one_by_one(dispute)
        assert [state.members for state in found] == expected
        assert [state.id for state in found] == list(range(1, len(expected) + 1))
        for state, members in zip(found, expected, strict=True):
            assert set(state.taken) == frozenset.intersection(*members)

    law()


@given(ruled())
def test_every_state_is_found_by_all_its_names(dispute):
    found = feasible_states(dispute)
    names = [name for name, _, _ in dispute.named_options()]
    shared = [frozenset(state.taken) for state in found]
    for number, state in enumerate(found):
        assert found.number_of(state.id) == number
        assert all(found.number_of(member) == number for member in state.members)
    for size in range(len(names) + 1):
        for taken in map(frozenset, combinations(names, size)):
            members = [n for n, state in enumerate(found) if taken in state.members]
            meant = members or [n for n, each in enumerate(shared) if each == taken]
            assert found.number_of(taken) == (meant[0] if len(meant) == 1 else None)


@pytest.mark.parametrize("named", [0, -1, True, 99, "1", None, frozenset({"p0.unknown"})])
def test_what_names_no_state(named):
    options = (Option(id="o0", text="acts"),)
    dispute = Dispute(
        name="d", parties=(Party(id="p0", name="P", options=options), Party(id="p1", name="Q"))
    )
    assert feasible_states(dispute).id_of(named) is None
