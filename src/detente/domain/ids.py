"""Ids of very many states, and pairs of them, kept as plain numbers."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import eq
from typing import overload

from detente.domain.display import listed
from detente.domain.dispute import StateId

# A longer list is not read.
_MOST_LISTED = 5


class Ids(Sequence[StateId]):
    """Ids of many states in ascending order, four bytes each."""

    def __init__(self, ids: "array[int]") -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> "Ids": ...
    def __getitem__(self, index: int | slice) -> "int | Ids":
        found = self._ids[index]
        return Ids(found) if isinstance(found, array) else found

    def __iter__(self) -> Iterator[int]:
        return iter(self._ids)

    def __contains__(self, state: object) -> bool:
        return isinstance(state, int) and self._place(state) is not None

    def index(self, state: object, start: int = 0, stop: int | None = None) -> int:
        """Place of an id."""
        place = self._place(state) if isinstance(state, int) else None
        if place is None or place not in range(len(self))[start:stop]:
            raise ValueError(f"{state!r} is not in the list")
        return place

    def _place(self, state: int) -> int | None:
        place = bisect_left(self._ids, state)
        return place if place < len(self._ids) and self._ids[place] == state else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # it equals tuples, and would hash otherwise

    def __repr__(self) -> str:
        return f"Ids({listed(self._ids[:_MOST_LISTED], len(self))})"


class ByState(Mapping[StateId, StateId]):
    """Pairs of states, kept in two lists; the first ascends."""

    def __init__(self, keys: Ids, values: Sequence[StateId]) -> None:
        self._keys = keys
        self._values = values

    def __getitem__(self, state: StateId) -> StateId:
        if state not in self._keys:
            raise KeyError(state)
        return self._values[self._keys.index(state)]

    def __iter__(self) -> Iterator[StateId]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, state: object) -> bool:
        return state in self._keys
