"""How people and files name a state: by its id, or by the options taken joined with `+`."""

from collections.abc import Collection

from detente.domain.dispute import Dispute, StateId
from detente.domain.states import feasible_states
from detente.errors import InputError
from detente.model.names import nearest, shown

NOTHING_TAKEN = "-"


def options_taken(text: str, names: Collection[str]) -> tuple[frozenset[str], str | None]:
    """Read options joined with `+`; second comes what is wrong with the text, if anything."""
    words = [] if text.strip() == NOTHING_TAKEN else [word.strip() for word in text.split("+")]
    taken = frozenset(words)
    unknown = next((word for word in words if word not in names), None)
    if unknown is not None:
        best = nearest(unknown, names)
        return taken, f"no option is called {shown(unknown)}" + (
            f"; did you mean {best!r}?" if best else ""
        )
    return taken, "an option is named twice" if len(taken) < len(words) else None


def find_state(dispute: Dispute, text: str) -> StateId:
    """Find the state that a person named on the command line.

    Raises
    ------
    InputError
        If no feasible state is called so.
    """
    states = feasible_states(dispute)
    if dispute.states:
        if states.number_of(text) is not None:
            return text
        best = nearest(text, [state.id for state in dispute.states])
        hint = f"did you mean {best!r}?" if best else "use a label of the file"
        raise InputError(f"no state is called {shown(text)}", fix=hint)
    if text.isdecimal() and len(text) < 10:
        if states.number_of(int(text)) is not None:
            return int(text)
        fix = f"use an id from 1 to {len(states)}"
        raise InputError(f"no state has the id {int(text)}", fix=fix)
    taken, wrong = options_taken(text, [name for name, _, _ in dispute.named_options()])
    if wrong:
        raise InputError(wrong, fix="join options taken with '+', or use '-' where none is")
    found = states.id_of(taken)
    if found is None:
        raise InputError(f"the state {shown(text)} is not feasible", fix="see the file's rules")
    return found
