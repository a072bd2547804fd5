"""Dispute → words: what an element rests on, and what falls without some sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente import law
from detente.domain.dispute import Dispute
from detente.domain.drafts import Draft
from detente.model.drafting.claims import contested_claims
from detente.model.drafting.draft import draft
from detente.model.drafting.passages import Ground, Passages
from detente.model.drafting.selecting import from_sources
from detente.model.naming import Element, elements
from detente.model.naming import find as find_elements
from detente.record import Store
from detente.workflow.drafting import counting
from detente.workflow.solving import solve


def why(
    store: Store, dispute: Dispute, wanted: str
) -> tuple[tuple[Element, Sequence[Ground]], ...]:
    """Follow elements of a dispute to the sentences they rest on.

    Raises
    ------
    InputError
        If nothing in the dispute is called so.
    """
    found = find_elements(dispute, wanted)
    readings = store.readings()
    passages = Passages(readings, contested_claims(readings))
    return tuple((element, [passages.ground(i) for i in element.because]) for element in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """What a draft loses without some documents; ``gained`` is what stands only then.

    Both hold names of elements, and equilibria as ``seq: options taken``.
    """

    documents: tuple[str, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]


def without(store: Store, sources: Sequence[str]) -> Fallen:
    """Draft a record again without some documents, and compare.

    Raises
    ------
    InputError
        If a source means no document.
    """
    readings = counting(store)
    left_out = from_sources(readings, sources)
    whole = draft(readings)
    rest = draft([r for r in readings if r.document.id not in left_out], before=whole.dispute)
    had, has = _conclusions(whole), _conclusions(rest)
    return Fallen(
        documents=left_out,
        lost=tuple(name for name in had if name not in has),
        gained=tuple(name for name in has if name not in had),
    )


def _conclusions(drafted: Draft) -> tuple[str, ...]:
    """Every element of a draft, today's state and the equilibria, by name."""
    dispute = drafted.dispute
    if dispute is None:
        return ()
    found = [element.name for element in elements(dispute)]
    if isinstance(dispute.status_quo, frozenset):
        found += [f"{name} is taken today" for name in sorted(dispute.status_quo)]
    solved = solve(dispute, law.newest_day(dispute)).analysis
    if solved is not None:
        for concept, ids in solved.equilibria.items():
            states = (solved.state(state).taken or () for state in ids)
            found += [f"{concept}: {'+'.join(sorted(taken)) or '-'}" for taken in states]
    return tuple(found)
