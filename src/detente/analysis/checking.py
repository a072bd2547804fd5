"""Checking a verdict from the definitions alone, without the solver and without arrays.

It shares with the solver only the numbering of states and the truth of conditions, and is
written to be read against the definitions, not to be fast.
"""

from collections.abc import Iterable

from detente.analysis.stability import IDEAS
from detente.domain.dispute import (
    Dispute,
    Option,
    State,
    StateId,
    feasible_states,
    state_ids,
    worth,
)
from detente.domain.verdicts import Deterred, Verdict


def verify(dispute: Dispute, verdict: Verdict) -> bool:
    """Say whether a verdict's witness proves it."""
    return Checker(dispute).verifies(verdict)


class Checker:
    """Checks many verdicts of one dispute."""

    def __init__(self, dispute: Dispute) -> None:
        self._dispute = dispute
        self._states = {state.id: state for state in feasible_states(dispute)}
        self._ids = state_ids(self._states.values())
        self._moves: dict[tuple[str, StateId], frozenset[StateId]] = {}

    def verifies(self, verdict: Verdict) -> bool:
        """Say whether a verdict's witness proves it."""
        improvements = self.improvements(verdict.party, verdict.state)
        if verdict.stable:
            answered = {deterred.improvement for deterred in verdict.deterred}
            return answered == improvements and all(
                self._deters(verdict, deterred) for deterred in verdict.deterred
            )
        return verdict.escape in improvements and not any(
            self._hurts(verdict, state) for state in self._answers(verdict, verdict.escape)
        )

    def moves(self, party: str, state: StateId) -> frozenset[StateId]:
        """States that a party reaches in one move."""
        if (party, state) not in self._moves:
            self._moves[party, state] = frozenset(self._find_moves(party, state))
        return self._moves[party, state]

    def improvements(self, party: str, state: StateId) -> set[StateId]:
        """States that a party reaches in one move and likes better."""
        return {to for to in self.moves(party, state) if self.prefers(party, to, state)}

    def prefers(self, party_id: str, one: StateId, other: StateId) -> bool:
        """Whether a party strictly prefers one state to another."""
        party = self._dispute.party(party_id)
        if party.ranking is None:
            first, second = self._states[one].members[0], self._states[other].members[0]
            return worth(party, first) > worth(party, second)
        tiers = [{self._ids[named] for named in tier} for tier in party.ranking.tiers]
        place = {state: index for index, tier in enumerate(tiers) for state in tier}
        return place[one] < place[other]

    def _find_moves(self, party: str, state: StateId) -> Iterable[StateId]:
        if self._dispute.states:
            listed = [m for m in self._dispute.moves if m.party == party and m.origin == state]
            return (target for move in listed for target in move.to if target != state)
        options = {f"{party}.{option.id}": option for option in self._dispute.party(party).options}
        return (
            to.id
            for to in self._states.values()
            if to.id != state and _leads(self._states[state], to, options)
        )

    def _allowed(self, verdict: Verdict, mover: str, state: StateId) -> set[StateId]:
        """Where a party may go from a state as part of an answer."""
        if IDEAS[verdict.concept].answers == "moves":
            return set(self.moves(mover, state))
        if not self._dispute.party(mover).known:
            return set()  # it can be in no answer; a party that cannot move needs no preferences
        return self.improvements(mover, state)

    def _hurts(self, verdict: Verdict, answer: StateId) -> bool:
        """Whether an answer leaves the party no better off than before it moved."""
        reactions = self.moves(verdict.party, answer) if IDEAS[verdict.concept].reaction else ()
        return not any(
            self.prefers(verdict.party, final, verdict.state) for final in (answer, *reactions)
        )

    def _deters(self, verdict: Verdict, deterred: Deterred) -> bool:
        """Whether the steps are a legal sequence of the others that hurts in the end."""
        here, last = deterred.improvement, verdict.party
        if not deterred.answer or IDEAS[verdict.concept].answers == "none":
            return False
        for step in deterred.answer:
            if step.party in (last, verdict.party):
                return False
            if step.to not in self._allowed(verdict, step.party, here):
                return False
            here, last = step.to, step.party
        return self._hurts(verdict, here)

    def _answers(self, verdict: Verdict, start: StateId | None) -> set[StateId]:
        """All states that legal sequences of the others reach."""
        if start is None or IDEAS[verdict.concept].answers == "none":
            return set()
        others = [party.id for party in self._dispute.parties if party.id != verdict.party]
        reached: set[tuple[StateId, str]] = set()
        ends: list[tuple[StateId, str | None]] = [(start, None)]
        while ends:
            state, last = ends.pop()
            for mover in others:
                for target in self._allowed(verdict, mover, state) if mover != last else ():
                    if (target, mover) not in reached:
                        reached.add((target, mover))
                        ends.append((target, mover))
        return {state for state, _ in reached}


def _leads(one: State, other: State, options: dict[str, Option]) -> bool:
    """Whether changing some of these options turns a member of one state into one of another."""
    return any(
        _may_change(before, after, options) for before in one.members for after in other.members
    )


def _may_change(before: frozenset[str], after: frozenset[str], options: dict[str, Option]) -> bool:
    return all(
        name in options
        and options[name].reversible != ("once_taken" if name in before else "once_dropped")
        for name in before ^ after
    )
