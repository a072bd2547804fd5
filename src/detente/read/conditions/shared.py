"""A condition that several set together is set by each: "Oslo and Bern will pay if Lima signs"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition, Requirement, Source
from detente.read.statements.stated import Said


def shared(requirement: Requirement, said: Iterable[Said]) -> Iterator[Requirement]:
    """The condition as it was found, and as each other party sets it that says the same words.

    Parameters
    ----------
    said
        Statements of the same paragraph.
    """
    yield requirement
    told = [s.statement for s in said]
    holder = next((s for s in told if s.id == requirement.statement), None)
    if holder is None or holder.source is None:
        return
    for other in told:
        same = other.cue == holder.cue and other.content == holder.content
        if same and other.source is not None and other.source.party != holder.source.party:
            yield replace(
                requirement,
                statement=other.id,
                benefit=requirement.benefit
                and _of_the_other(requirement.benefit, holder.source, other.source),
                needs=tuple(
                    _of_the_other(p, holder.source, other.source) for p in requirement.needs
                ),
            )


def _of_the_other(made: Proposition, one: Source, other: Source) -> Proposition:
    """What the one of them would do, as the other would do it."""
    if made.agent is None or made.agent.party != one.party:
        return made
    return replace(made, agent=replace(made.agent, party=other.party, kind=other.kind))
