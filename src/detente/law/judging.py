"""Whether the law allows a state, and which provisions it breaks."""

from collections.abc import Iterable
from datetime import date

from detente.domain.conditions import holds
from detente.domain.dispute import Dispute, State, StateId
from detente.domain.norms import Provision


def judge(dispute: Dispute, states: Iterable[State], on: date | None) -> dict[StateId, bool | None]:
    """Say of each state whether the law of a day allows it.

    Parameters
    ----------
    on
        The day; None stands for a day on which every provision is in force.

    Returns
    -------
    True, False, or None where it cannot be told: in graph form, where states have no options,
    and of a merged state only some members of which are lawful.
    """
    in_force = [provision for provision in dispute.provisions if provision.applies(on)]
    return {state.id: _judge(state, in_force) for state in states}


def _judge(state: State, in_force: list[Provision]) -> bool | None:
    answers = {all(holds(law.says, member) for law in in_force) for member in state.members}
    return answers.pop() if len(answers) == 1 else None


def broken(dispute: Dispute, state: State, on: date | None) -> tuple[Provision, ...]:
    """Provisions in force on a day that some member of a state breaks."""
    return tuple(
        provision
        for provision in dispute.provisions
        if provision.applies(on)
        and not all(holds(provision.says, member) for member in state.members)
    )


def newest_day(dispute: Dispute) -> date | None:
    """Newest day that the dispute itself names, on which the law is judged by default."""
    days = [
        day for law in dispute.provisions for day in (law.in_force, law.until) if day is not None
    ]
    return max(days, default=None)
