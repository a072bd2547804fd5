"""What an analysis owes to what the record leaves open: the nouns."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.domain.dispute import Preference, StateId
from detente.domain.verdicts import Concept

QuestionKind = Literal["order", "option"]
Standing = Literal["always", "sometimes", "never"]
Equilibria = Mapping[Concept, tuple[StateId, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One way to settle an open question, and what it changes.

    Parameters
    ----------
    says
        The statement as the dispute file spells it; None if the party does not hold it.
    above
        Statement that it then stands directly above; None if it is the last, or is not held.
    preferences
        All statements of the party under this answer, most important first.
    gained, lost
        States that are equilibria then and are none of the dispute as it stands; the contrary.
    deal
        Id of the state that the parties then ask of each other, None where there is none.
    """

    says: str | None
    above: str | None
    preferences: tuple[Preference, ...]
    gained: Equilibria
    lost: Equilibria
    deal: StateId | None

    def turns(self, state: StateId, concept: Concept) -> bool:
        """Whether this answer changes if a state is an equilibrium."""
        return state in self.gained.get(concept, ()) or state in self.lost.get(concept, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that the record leaves open, with all its answers but the one now assumed.

    Parameters
    ----------
    kind
        ``order``: where a statement that is unsure stands, if the party holds it at all;
        ``option``: whether a party wants to take an option of its own, of which its statements
        say nothing, and how much.
    element
        The statement as the dispute file spells it, or the option's full name.
    because
        What the statement or the option rests on.
    answers
        That the statement is not held first, then from the top down.
    deal, status_quo, equilibria
        Shares of the answers that change which state is the deal or whether it holds; whether
        today's state holds; any equilibrium under any concept.
    """

    kind: QuestionKind
    party: str
    element: str
    answers: tuple[Answer, ...]
    because: tuple[str, ...] = ()
    deal: float = 0.0
    status_quo: float = 0.0
    equilibria: float = 0.0

    def decides(self, state: StateId, concept: Concept) -> bool:
        """Whether some answer changes if a state is an equilibrium."""
        return any(answer.turns(state, concept) for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """Which equilibria rest on what the record leaves open, and on which question.

    Parameters
    ----------
    questions
        Those whose answers change most first: of the deal, then of today's state, then of the
        equilibria.
    always, sometimes
        Equilibria in all, and in some but not all, variants of the dispute: its unsure statements
        in every order that leaves the others' alone, each of them held or not.
    status_quo, deal
        Id of today's state, and of the deal, in the dispute as it stands.
    variants
        How many variants with different rankings there are, the dispute as it stands included.
    exhaustive
        Whether unsure statements were varied together; there may be too many ways to do so, and
        then they were one at a time.
    """

    questions: tuple[Question, ...]
    always: Equilibria
    sometimes: Equilibria
    status_quo: StateId | None
    deal: StateId | None
    variants: int
    exhaustive: bool

    def standing(self, state: StateId, concept: Concept = "seq") -> Standing:
        """Whether a state is an equilibrium in all variants, in some, or in none."""
        if state in self.always.get(concept, ()):
            return "always"
        return "sometimes" if state in self.sometimes.get(concept, ()) else "never"

    def decided_by(self, state: StateId, concept: Concept = "seq") -> tuple[Question, ...]:
        """Questions of which a single answer changes whether a state is an equilibrium."""
        return tuple(question for question in self.questions if question.decides(state, concept))
