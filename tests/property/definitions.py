"""The definitions of the Graph Model, in plain sets, to compare the engine with.

Obviously right rather than fast: it enumerates states, moves and legal sequences one by one,
and shares nothing with the engine but the dispute it is asked about.

References: Fang, Hipel & Kilgour (1993), *Interactive Decision Making*; for `sseq` Rêgo &
Vieira (2017), Group Decision and Negotiation 26:775-792.
"""

from fractions import Fraction
from itertools import combinations

from detente.domain.conditions import Both, Not, Taken


class Conflict:
    """States are numbered as the design says; `states[id]` is the set of its members."""

    def __init__(self, dispute):
        self.dispute = dispute
        self.parties = [party.id for party in dispute.parties]
        self.states = graph_states(dispute) if dispute.states else option_states(dispute)
        self.moves = {
            (party, s): {t for t in self.states if t != s and self.can_move(party, s, t)}
            for party in self.parties
            for s in self.states
        }

    # --- moves -------------------------------------------------------------------------

    def can_move(self, party, s, t):
        if self.dispute.states:
            return any(m.party == party and m.origin == s and t in m.to for m in self.dispute.moves)
        return any(self.can_change(party, a, b) for a in self.states[s] for b in self.states[t])

    def can_change(self, party, before, after):
        """Every option that differs is the party's own and may change in this direction."""
        for owner in self.dispute.parties:
            for option in owner.options:
                name = f"{owner.id}.{option.id}"
                if (name in before) == (name in after):
                    continue
                if owner.id != party:
                    return False
                if name in before and option.reversible == "once_taken":
                    return False
                if name in after and option.reversible == "once_dropped":
                    return False
        return True

    # --- preferences -------------------------------------------------------------------

    def prefers(self, party_id, s, t):
        """Strictly."""
        party = next(p for p in self.dispute.parties if p.id == party_id)
        if party.ranking:
            return self.tier(party, s) < self.tier(party, t)
        one, other = min(self.states[s], key=sorted), min(self.states[t], key=sorted)
        if party.weights:
            return total(party, one) > total(party, other)
        for statement in party.preferences:
            first = sum(true(says, one) for says in statement.says)
            second = sum(true(says, other) for says in statement.says)
            if first != second:
                return first > second
        return False

    def tier(self, party, s):
        for index, tier in enumerate(party.ranking.tiers):
            for named in tier:
                if named == s or (isinstance(named, frozenset) and named in self.states[s]):
                    return index
        raise AssertionError(f"{s} is not ranked")

    def at_most(self, party, s, t):
        """s is not better than t."""
        return not self.prefers(party, s, t)

    def improvements(self, party, s):
        return {t for t in self.moves[party, s] if self.prefers(party, t, s)}

    # --- legal sequences ---------------------------------------------------------------

    def reached(self, movers, s, by_improvements):
        """R_H(s) or R+_H(s): with Ω(t), the set of those who may have moved last to t."""
        step = self.improvements if by_improvements else lambda party, t: self.moves[party, t]
        last_movers = {}
        for j in movers:
            for t in step(j, s):
                last_movers.setdefault(t, set()).add(j)
        changed = True
        while changed:
            changed = False
            for t, omega in list(last_movers.items()):
                for j in movers:
                    if omega == {j}:
                        continue  # j has just moved
                    for u in step(j, t):
                        if j not in last_movers.setdefault(u, set()):
                            last_movers[u].add(j)
                            changed = True
        return set(last_movers)

    # --- the five concepts --------------------------------------------------------------

    def is_stable(self, party, s, concept):
        if concept == "nash":
            return not self.improvements(party, s)
        by_improvements = concept in ("seq", "sseq")
        others = [other for other in self.parties if other != party]
        return all(
            any(
                self.at_most(party, s2, s)
                and (
                    concept in ("gmr", "seq")
                    or all(self.at_most(party, s3, s) for s3 in self.moves[party, s2])
                )
                for s2 in self.reached(others, s1, by_improvements)
            )
            for s1 in self.improvements(party, s)
        )

    def stable(self, party, concept):
        return {s for s in self.states if self.is_stable(party, s, concept)}


def graph_states(dispute):
    return {state.id: None for state in dispute.states}


def option_states(dispute):
    names = [f"{party.id}.{option.id}" for party in dispute.parties for option in party.options]
    feasible = [
        frozenset(chosen)
        for size in range(len(names) + 1)
        for chosen in combinations(names, size)
        if all(true(rule.says, set(chosen)) for rule in dispute.rules)
    ]
    feasible.sort(key=lambda taken: sum(2 ** names.index(name) for name in taken))
    groups = []
    for taken in feasible:
        merge = next((k for k, m in enumerate(dispute.merges) if true(m.says, taken)), None)
        found = next((g for m, g in groups if merge is not None and m == merge), None)
        if found is None:
            groups.append((merge, {taken}))
        else:
            found.add(taken)
    return {number: members for number, (_, members) in enumerate(groups, start=1)}


def total(party, taken):
    return sum(Fraction(str(party.weights[name])) for name in party.weights if name in taken)


def true(condition, taken):
    if isinstance(condition, Taken):
        return condition.option in taken
    if isinstance(condition, Not):
        return not true(condition.inner, taken)
    assert isinstance(condition, Both)
    left, right = true(condition.left, taken), true(condition.right, taken)
    return {
        "and": left and right,
        "or": left or right,
        "requires": right or not left,
        "iff": left == right,
    }[condition.operator]
