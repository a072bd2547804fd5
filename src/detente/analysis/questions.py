"""What a dispute leaves open, and every way to settle it: in words of the dispute, nothing solved.

A statement that is unsure may stand anywhere in its party's order, or nowhere. An option that
its party has not spoken of may be wanted or not, however much.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from detente.domain.conditions import Not, Taken, options_in
from detente.domain.dispute import Dispute, Party, Preference
from detente.domain.robustness import QuestionKind

Order = tuple[Preference, ...]  # the statements of a party, most important first


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A party's statements once a question is answered; as in `domain.robustness.Answer`."""

    says: str | None
    above: str | None
    preferences: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A question whose answers are not tried yet; as `domain.robustness.Question`."""

    kind: QuestionKind
    party: Party
    element: str
    because: tuple[str, ...]
    ways: tuple[Settled, ...]


def questions(dispute: Dispute) -> Iterator[Open]:
    """What is open, party by party: the places of its unsure statements, then its options.

    A ranking or weights leave nothing open.
    """
    for party in dispute.parties:
        if party.ranking is None and not party.weights:
            yield from _of_orders(party)
            yield from _of_options(party)


def _of_orders(party: Party) -> Iterator[Open]:
    for place, statement in enumerate(party.preferences):
        if statement.unsure:
            rest = party.preferences[:place] + party.preferences[place + 1 :]
            ways = (Settled(says=None, above=None, preferences=rest), *_placed(statement, rest))
            yield Open(
                kind="order",
                party=party,
                element=statement.spelled,
                because=statement.because,
                ways=tuple(way for way in ways if way.preferences != party.preferences),
            )


def _of_options(party: Party) -> Iterator[Open]:
    spoken_of = frozenset[str]().union(
        *(options_in(said) for statement in party.preferences for said in statement.says)
    )
    for option in party.options:
        name = Taken(f"{party.id}.{option.id}")
        if name.option not in spoken_of:
            wanted, unwanted = Preference(says=(name,)), Preference(says=(Not(name),))
            yield Open(
                kind="option",
                party=party,
                element=name.option,
                because=option.because,
                ways=(
                    *_placed(wanted, party.preferences),
                    *_placed(unwanted, party.preferences),
                ),
            )


def _placed(statement: Preference, rest: Order) -> Iterator[Settled]:
    """One statement at every place among others, from the top down."""
    for place in range(len(rest) + 1):
        yield Settled(
            says=statement.spelled,
            above=rest[place].spelled if place < len(rest) else None,
            preferences=(*rest[:place], statement, *rest[place:]),
        )


def orders(preferences: Order) -> Iterator[Order]:
    """Every order in which the sure statements stand as they do, and any of the unsure."""
    found: list[Order] = [tuple(statement for statement in preferences if not statement.unsure)]
    for statement in preferences:
        if statement.unsure:
            found += [way.preferences for order in found for way in _placed(statement, order)]
    return iter(found)


def count_of_orders(preferences: Order) -> int:
    """How many :func:`orders` gives, without making them."""
    of_length = Counter({sum(not statement.unsure for statement in preferences): 1})
    for statement in preferences:
        if statement.unsure:
            longer = {length + 1: n * (length + 1) for length, n in of_length.items()}
            of_length += Counter(longer)
    return of_length.total()
