"""What the equilibria and the deal owe to what is left open: every answer, tried and solved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, product
from math import prod
from types import MappingProxyType

import numpy as np

from detente.analysis.combinations import Bools, Ints
from detente.analysis.deals import asks, state_asked_for
from detente.analysis.preferences import ranks_by_statements, truths
from detente.analysis.questions import Open, Order, Settled, count_of_orders, orders, questions
from detente.analysis.solving import game_of
from detente.domain.dispute import Dispute, Party, Preference, StateId
from detente.domain.robustness import Answer, Equilibria, Question, Robustness
from detente.domain.verdicts import CONCEPTS
from detente.errors import InputError

# So many variants are solved together at most, with so many states in all; some seconds.
MOST_VARIANTS = 2**12
MOST_STATES_IN_ALL = 2**18

_Ranks = Mapping[str, Ints]  # by party id, of those whose ranks are others than in the file
_Ranking = tuple[str, bytes]  # a party and its ranks, to tell rankings apart


def robustness(
    dispute: Dispute, *, lawful: Mapping[StateId, bool | None] = MappingProxyType({})
) -> Robustness:
    """Find which equilibria rest on what the record leaves open, and on which question.

    Every answer to every question is tried by itself. Unsure statements are also varied together,
    unless that makes more than :data:`MOST_VARIANTS` different variants, or these have more than
    :data:`MOST_STATES_IN_ALL` states between them. The cost is that of solving each variant.

    Parameters
    ----------
    lawful
        What the law says of each state: of all that meet what the parties ask of each other, the
        deal is one that is not unlawful.

    Returns
    -------
    What was found. A party that holds no statement under some answer is then indifferent. While
    the preferences of two parties are unknown nothing is an equilibrium, whatever is answered.

    Raises
    ------
    InputError, AnalysisError
        If the dispute cannot be solved, as for `analyse`.
    """
    trial = _Trial(dispute, lawful)
    found = [trial.question(asked) for asked in trial.asked]
    together = trial.together()
    exhaustive = together is not None
    solved = [trial.now, *(trial.one_at_a_time() if together is None else together)]
    always, ever = np.logical_and.reduce(solved), np.logical_or.reduce(solved)
    return Robustness(
        questions=tuple(sorted(found, key=_weight, reverse=True)),
        always=trial.ids(always),
        sometimes=trial.ids(ever & ~always),
        status_quo=trial.today,
        deal=trial.deal,
        variants=len(solved),
        exhaustive=exhaustive,
    )


def _weight(question: Question) -> tuple[float, float, float, int]:
    turned = sum(_size(answer) for answer in question.answers)
    return question.deal, question.status_quo, question.equilibria, turned // len(question.answers)


def _size(answer: Answer) -> int:
    """How many verdicts an answer turns."""
    return sum(map(len, (*answer.gained.values(), *answer.lost.values())))


class _Trial:
    """What all variants of a dispute have in common, and what each single answer leads to."""

    def __init__(self, dispute: Dispute, lawful: Mapping[StateId, bool | None]) -> None:
        self._dispute = dispute
        self._lawful = lawful
        self._game = game_of(dispute)
        self._columns: dict[tuple[str, Preference], Ints] = {}
        self._deals: dict[frozenset[tuple[str, str, bool]], StateId | None] = {}
        self.today = self._game.states.id_of(dispute.status_quo)
        self.deal = self._deal_of(dispute)
        self.asked = tuple(asked for asked in questions(dispute) if self._can_ask(asked))
        (self.now,) = self._solved([{}])
        self._single = self._solve_singly()

    def _can_ask(self, asked: Open) -> bool:
        """Whether the party may prefer as the answers say; not between members of one state."""
        try:
            for way in asked.ways:
                self._ranks(asked.party, way.preferences)
        except InputError:
            return False
        return bool(asked.ways)

    # --- one question ----------------------------------------------------------------------

    def question(self, asked: Open) -> Question:
        """What becomes of it under each answer."""
        answers = [self._answer(asked.party, way) for way in asked.ways]
        of_deal = [a.deal != self.deal or _turns(a, self.deal) for a in answers]
        return Question(
            kind=asked.kind,
            party=asked.party.id,
            element=asked.element,
            because=asked.because,
            answers=tuple(answers),
            deal=_share(of_deal),
            status_quo=_share([_turns(answer, self.today) for answer in answers]),
            equilibria=_share([_size(answer) > 0 for answer in answers]),
        )

    def _answer(self, party: Party, way: Settled) -> Answer:
        held = self._single[self._ranking(party, way.preferences)]
        changed = self._dispute.with_party(replace(party, preferences=way.preferences))
        return Answer(
            says=way.says,
            above=way.above,
            preferences=way.preferences,
            gained=self.ids(held & ~self.now),
            lost=self.ids(self.now & ~held),
            deal=self._deal_of(changed),
        )

    def _deal_of(self, dispute: Dispute) -> StateId | None:
        asked = asks(dispute)
        key = frozenset((ask.party, ask.option, ask.take) for ask in asked)
        if key not in self._deals:
            state = state_asked_for(dispute, self._game.states, asked, self._lawful)
            self._deals[key] = None if state is None else state.id
        return self._deals[key]

    # --- unsure statements, together or one at a time ---------------------------------------

    def one_at_a_time(self) -> list[Bools]:
        """What is an equilibrium when one unsure statement is placed otherwise."""
        different = {
            self._ranking(asked.party, way.preferences)
            for asked in self.asked
            if asked.kind == "order"
            for way in asked.ways
        }
        present = {self._ranking(p, p.preferences) for p in self._dispute.parties if p.preferences}
        return [self._single[ranking] for ranking in different - present]

    def together(self) -> list[Bools] | None:
        """What is an equilibrium in each variant but the present; None if they are too many."""
        parties = [p for p in self._dispute.parties if any(each.unsure for each in p.preferences)]
        if any(count_of_orders(party.preferences) > MOST_VARIANTS for party in parties):
            return None
        rankings = {party.id: self._different(party) for party in parties}
        most = min(MOST_VARIANTS, MOST_STATES_IN_ALL // len(self._game.states))
        if prod(map(len, rankings.values())) > most:
            return None
        _, *others = product(*rankings.values())
        return list(self._solved([dict(zip(rankings, each, strict=True)) for each in others]))

    def _different(self, party: Party) -> list[Ints]:
        """All rankings that its unsure statements allow, the present one first."""
        ways = (party.preferences, *orders(party.preferences))
        ranks = (self._ranks(party, way) for way in ways)
        return list({each.tobytes(): each for each in ranks}.values())

    # --- rankings and what they lead to -----------------------------------------------------

    def _solve_singly(self) -> dict[_Ranking, Bools]:
        """What is an equilibrium under each answer; many answers amount to the same ranking."""
        different = {
            self._ranking(asked.party, way.preferences): {
                asked.party.id: self._ranks(asked.party, way.preferences)
            }
            for asked in self.asked
            for way in asked.ways
        }
        return dict(zip(different, self._solved(different.values()), strict=True))

    def _ranking(self, party: Party, way: Order) -> _Ranking:
        return party.id, self._ranks(party, way).tobytes()

    def _ranks(self, party: Party, way: Order) -> Ints:
        columns = [self._column(party, statement) for statement in way]
        if not columns:
            return np.zeros(len(self._game.states), dtype=np.int64)
        return ranks_by_statements(columns)

    def _column(self, party: Party, statement: Preference) -> Ints:
        key = party.id, statement
        if key not in self._columns:
            alone = replace(party, preferences=(statement,))
            (self._columns[key],) = truths(alone, self._game.states)
        return self._columns[key]

    def _solved(self, variants: Iterable[_Ranks]) -> Iterator[Bools]:
        """What is an equilibrium in each variant, by concept and state."""
        known, parties = self._game.ranks.keys(), len(self._dispute.parties)
        nothing = np.zeros((len(CONCEPTS), len(self._game.states)), dtype=np.bool_)
        for are_known, some in groupby(variants, lambda ranks: len(known | ranks) == parties):
            if are_known:
                yield from self._game.equilibria_of(some, CONCEPTS)
            else:
                yield from (nothing for _ in some)

    def ids(self, held: Bools) -> Equilibria:
        """Ids of states, by concept."""
        states = self._game.states
        return {
            concept: tuple(states[number].id for number in np.flatnonzero(where).tolist())
            for concept, where in zip(CONCEPTS, held, strict=True)
        }


def _share(turned: Sequence[bool]) -> float:
    return sum(turned) / len(turned)


def _turns(answer: Answer, state: StateId | None) -> bool:
    return state is not None and answer.turns(state, "seq")
