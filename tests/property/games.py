"""Random disputes of every kind the format has."""

from hypothesis import strategies as st

from detente.domain.conditions import PRECEDENCE, Both, Not, Taken
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
from detente.domain.states import feasible_states

REVERSIBLE = ("yes", "yes", "yes", "once_taken", "once_dropped")


def conditions(names):
    return st.recursive(
        st.sampled_from(names).map(Taken),
        lambda inner: inner.map(Not) | st.builds(Both, inner, st.sampled_from(PRECEDENCE), inner),
        max_leaves=4,
    )


@st.composite
def rankings(draw, states):
    """A random order of the states with ties."""
    order = draw(st.permutations(states))
    tiers = [[order[0]]]
    for state in order[1:]:
        if draw(st.booleans()):
            tiers[-1].append(state)
        else:
            tiers.append([state])
    return Ranking(tiers=tuple(tuple(tier) for tier in tiers))


@st.composite
def option_forms(draw, merged=None):
    """Two to five parties, at most five options, rules; merged states in about half."""
    counts = draw(
        st.lists(st.integers(0, 3), min_size=2, max_size=5).filter(lambda n: 1 <= sum(n) <= 5)
    )
    parties = [
        Party(
            id=f"p{i}",
            name=f"P{i}",
            options=tuple(
                Option(id=f"o{k}", text="acts", reversible=draw(st.sampled_from(REVERSIBLE)))
                for k in range(count)
            ),
        )
        for i, count in enumerate(counts)
    ]
    names = [f"{party.id}.{option.id}" for party in parties for option in party.options]
    rules = tuple(Rule(says=c) for c in draw(st.lists(conditions(names), max_size=2)))
    merging = draw(st.booleans()) if merged is None else merged
    merges = (Merge(says=draw(conditions(names))),) if merging else ()
    bare = Dispute(name="random", parties=tuple(parties), rules=rules, merges=merges)
    states = feasible_states(bare)
    if not states:
        bare = Dispute(name="random", parties=tuple(parties), merges=merges)
        states = feasible_states(bare)
    valued = tuple(draw(valuing(party, names, states)) for party in parties)
    today = draw(st.sampled_from([state.members[0] for state in states]))
    return Dispute(name="random", parties=valued, rules=bare.rules, merges=merges, status_quo=today)


@st.composite
def valuing(draw, party, names, states):
    """The same party with preferences; rankings where members of a state might differ."""
    kinds = ["ranking", "statements", "weights"]
    plain = all(len(state.members) == 1 for state in states)
    match draw(st.sampled_from(kinds if plain else kinds[:1])):
        case "statements":
            says = st.lists(conditions(names), min_size=1, max_size=2).map(tuple)
            found = draw(st.lists(says, min_size=1, max_size=4))
            preferences = tuple(Preference(says=each) for each in found)
            return Party(
                id=party.id, name=party.name, options=party.options, preferences=preferences
            )
        case "weights":
            amounts = st.sampled_from([-2, -1, -0.3, 0.1, 0.2, 0.3, 1, 2])
            weights = draw(st.dictionaries(st.sampled_from(names), amounts, min_size=1))
            return Party(id=party.id, name=party.name, options=party.options, weights=weights)
        case _:
            ranking = draw(rankings([state.id for state in states]))
            return Party(id=party.id, name=party.name, options=party.options, ranking=ranking)


@st.composite
def graph_forms(draw):
    """Irregular arcs, of which several parties may have the same."""
    labels = [str(n) for n in range(1, draw(st.integers(1, 6)) + 1)]
    ids = [f"p{i}" for i in range(draw(st.integers(2, 4)))]
    arcs = [(a, b) for a in labels for b in labels if a != b]
    common = draw(st.lists(st.sampled_from(arcs), max_size=4)) if arcs else []
    moves = []
    for party in ids:
        own = draw(st.lists(st.sampled_from(arcs), max_size=8)) if arcs else []
        shared = [arc for arc in common if draw(st.booleans())]
        moves += [GraphMove(party=party, origin=a, to=(b,)) for a, b in (*own, *shared)]
    return Dispute(
        name="random",
        parties=tuple(Party(id=p, name=p.upper(), ranking=draw(rankings(labels))) for p in ids),
        states=tuple(GraphState(id=label) for label in labels),
        moves=tuple(moves),
        status_quo=draw(st.sampled_from(labels)),
    )


def disputes():
    return option_forms() | graph_forms()
