"""Which states hold, for whom, and why."""

from collections.abc import Sequence

from detente.brief.wording.concepts import under_only
from detente.brief.wording.phrases import (
    capital,
    counted,
    full_stop,
    listed,
    number,
    one_line,
    quoted,
)
from detente.domain.verdicts import Concept


def question(parties: Sequence[str], topic: str) -> str:
    """What a brief with a model answers."""
    between = f" between {listed(parties)}" if len(parties) > 1 else ""
    over = f" over {quoted(topic)}" if topic else ""
    return (
        f"Which outcomes of the dispute{between}{over} can hold, "
        "and what would have to change for a deal?"
    )


def question_without_model(parties: Sequence[str]) -> str:
    """What a brief without a model answers."""
    of = f"what {listed(parties)} want of each other" if len(parties) > 1 else "a dispute"
    return f"What does the record say of {of}, and what is missing to model it?"


def today_holds(words: str, concepts: Sequence[Concept]) -> str:
    """Today's state is an equilibrium under at least one concept."""
    return f"Today’s state, {words}, holds {under_only(concepts)}."


def today_fails(words: str, leavers: Sequence[str]) -> str:
    """Today's state is no equilibrium; ``leavers`` are clauses that say who would leave it."""
    why = f": {'; '.join(leavers)}" if leavers else ""
    return f"Today’s state, {words}, holds under none of the five stability concepts{why}."


def today_open(words: str, unknown: Sequence[str]) -> str:
    """Nothing can be said of today's state as a whole, since preferences are unknown."""
    return (
        f"Whether today’s state, {words}, holds cannot be said, because the record does not "
        f"show what {listed(unknown, 'or')} prefers."
    )


def today_unknown() -> str:
    """The record does not say which options are taken."""
    return "Which state the dispute is in today is not known from the record."


def rests_on_inference(party: str, wishes: Sequence[str]) -> str:
    """A party's verdicts rest on preferences inferred from what it does now."""
    return (
        f"What is said of {party} rests in part on its present conduct and not on its words: "
        f"it is taken to want {', and also '.join(wishes)}."
    )


def rests_on_unsure(party: str, wishes: Sequence[str]) -> str:
    """The record leaves open how much a party wants something."""
    return (
        f"How strongly {party} wants the following, compared with what else it wants, is not "
        f"settled by the record and was assumed: {'; '.join(wishes)}."
    )


def preferences_unknown(party: str) -> str:
    """Nothing is claimed for a party that the record says too little about."""
    return (
        f"What {party} prefers is not known from the record, so no state is called stable for it."
    )


def stays_without_moves(party: str, state: str) -> str:
    """A party that cannot move is stable for want of a move."""
    return f"{capital(party)} has no move of its own in {state}, so it is stable for it."


def stays(party: str, state: str, wishes: Sequence[str]) -> str:
    """None of a party's moves improves on a state; ``wishes`` are what the moves would cost."""
    why = f": it wants {', and it wants '.join(wishes)}" if wishes else ""
    return f"{capital(party)} has no move of its own that improves on {state}{why}."


def is_deterred(
    party: str,
    state: str,
    better: str,
    wish: str | None,
    concepts: Sequence[Concept],
    answer: str | None,
) -> str:
    """A party would rather be elsewhere; an answer of the others deters it under some concepts."""
    why = f", because it wants {wish}" if wish else ""
    how = answer or "the others could answer it"
    return (
        f"{capital(party)} would rather be in {better} than in {state}{why}, and can move there by "
        f"itself. {capital(under_only(concepts))} the move is deterred: {how}, and that would "
        f"leave {party} no better off."
    )


def answer_by(movers: Sequence[str], state: str) -> str:
    """The answer that deters a move."""
    return f"{listed(movers)} could answer by going on to {state}"


def would_leave(party: str, state: str, better: str, wish: str | None) -> str:
    """A party would leave a state and nothing deters it under any concept."""
    why = f", because it wants {wish}" if wish else ""
    return (
        f"{capital(party)} would leave {state} for {better}{why}; "
        "under no concept is it held back from moving."
    )


def leaver(party: str, better: str, wish: str | None) -> str:
    """Short clause for who would leave a state, and why; for where, only if it is not known why."""
    return (
        f"{party} would leave it, because it wants {wish}"
        if wish
        else (f"{party} would leave it for {better}")
    )


def outcomes(total: int, named: Sequence[str], every: int, some: int) -> str:
    """How many states are equilibria; ``named`` are the first of those so under all concepts."""
    found = (
        f"Of the {counted(total, 'feasible state')}, {number(some)} "
        f"{'is an equilibrium' if some == 1 else 'are equilibria'}"
    )
    names = listed([*named, *([f"{every - len(named):,} more"] if every > len(named) else [])])
    if every == some:
        return f"{found}, under all five concepts: {names}."
    if every:
        return f"{found} under at least one concept; under all five: {names}."
    return f"{found} under at least one concept, none under all five."


def no_outcome(total: int) -> str:
    """No state is an equilibrium."""
    states = counted(total, "feasible state")
    return f"None of the {states} is an equilibrium under any of the five concepts."


def no_model(statements: int, speakers: Sequence[str]) -> str:
    """Nothing could be drafted, though somebody said something."""
    by = f" by or for {listed(speakers)}" if speakers else ""
    return (
        f"The record holds {counted(statements, 'statement')}{by}, "
        "but no model of a dispute could be drafted from it."
    )


def missing(what: str) -> str:
    """What a model lacks."""
    return full_stop(f"What is missing: {one_line(what)}")


def no_statement(documents: int) -> str:
    """Nothing anybody said was found."""
    return f"In {counted(documents, 'document')}, no statement by anybody was found."


def departure(party: str, wish: str | None) -> str:
    """Why a party would go from one state to another."""
    return f"{capital(party)} prefers it" + (f", because it wants {wish}." if wish else ".")
