"""Checking a verdict from the definitions alone, without the solver and without arrays.

It shares with the solver only the numbering of states, and is written to be read against the
definitions, not to be fast.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import compress, product

from detente.domain.dispute import Dispute, Party, Ranking, StateId, worth
from detente.domain.states import feasible_states
from detente.domain.verdicts import Concept, Deterred, Verdict

# What the concepts are, said a second time: a slip in the solver's table is not repeated here.
_ANSWERED: tuple[Concept, ...] = ("gmr", "smr", "seq", "sseq")
_BY_IMPROVEMENTS: tuple[Concept, ...] = ("seq", "sseq")
_REACTING: tuple[Concept, ...] = ("smr", "sseq")
_Held = tuple[str, StateId]  # by a party, of a state


def verify(dispute: Dispute, verdict: Verdict) -> bool:
    """Say whether a verdict's witness proves it."""
    return Checker(dispute).verifies(verdict)


class Checker:
    """Checks many verdicts of one dispute."""

    def __init__(self, dispute: Dispute) -> None:
        self._dispute = dispute
        self._states = feasible_states(dispute)
        self._moves: dict[_Held, frozenset[StateId]] = {}
        self._worths: dict[_Held, tuple[Fraction, ...]] = {}

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

    def prefers(self, party: str, one: StateId, other: StateId) -> bool:
        """Whether a party strictly prefers one state to another."""
        return self._worth(party, one) > self._worth(party, other)

    def _worth(self, party_id: str, state: StateId) -> tuple[Fraction, ...]:
        if (party_id, state) not in self._worths:
            party = self._dispute.party(party_id)
            if party.ranking is None:
                self._worths[party_id, state] = worth(party, self._members(state)[0])
            else:
                self._worths |= self._ranked(party, party.ranking)
        return self._worths[party_id, state]

    def _ranked(self, party: Party, ranking: Ranking) -> dict[_Held, tuple[Fraction, ...]]:
        return {
            (party.id, self._id(named)): (Fraction(-tier),)
            for tier, members in enumerate(ranking.tiers)
            for named in members
        }

    def _id(self, named: StateId | frozenset[str]) -> StateId:
        found = self._states.id_of(named)
        assert found is not None, f"{named} is no state"
        return found

    def _members(self, state: StateId) -> tuple[frozenset[str], ...]:
        number = self._states.number_of(state)
        assert number is not None, f"{state} is no state"
        return self._states[number].members

    def _find_moves(self, party: str, state: StateId) -> Iterator[StateId]:
        if self._dispute.states:
            listed = [m for m in self._dispute.moves if m.party == party and m.origin == state]
            yield from (target for move in listed for target in move.to if target != state)
            return
        for member in self._members(state):
            for taken in _changed(member, self._dispute.party(party)):
                to = self._states.id_of(taken)
                # An infeasible combination may be the name of what a merged state shares.
                if to not in (None, state) and taken in self._members(to):
                    yield to

    def _allowed(self, verdict: Verdict, mover: str, state: StateId) -> set[StateId]:
        """Where a party may go from a state as part of an answer."""
        if verdict.concept not in _BY_IMPROVEMENTS:
            return set(self.moves(mover, state))
        if not self._dispute.party(mover).known:
            return set()  # it can be in no answer; a party that cannot move needs no preferences
        return self.improvements(mover, state)

    def _hurts(self, verdict: Verdict, answer: StateId) -> bool:
        """Whether an answer leaves the party no better off than before it moved."""
        reactions = self.moves(verdict.party, answer) if verdict.concept in _REACTING else ()
        return not any(
            self.prefers(verdict.party, final, verdict.state) for final in (answer, *reactions)
        )

    def _deters(self, verdict: Verdict, deterred: Deterred) -> bool:
        """Whether the steps are a legal sequence of the others that hurts in the end."""
        here, last = deterred.improvement, verdict.party
        if not deterred.answer or verdict.concept not in _ANSWERED:
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
        if start is None or verdict.concept not in _ANSWERED:
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


def _changed(member: frozenset[str], party: Party) -> Iterator[frozenset[str]]:
    """Combinations that a party can turn one into, itself included, feasible or not."""
    fixed = {True: "once_taken", False: "once_dropped"}
    free = [
        f"{party.id}.{option.id}"
        for option in party.options
        if option.reversible != fixed[f"{party.id}.{option.id}" in member]
    ]
    for flips in product((False, True), repeat=len(free)):
        yield member ^ frozenset(compress(free, flips))
