"""Which texts are copies of one story: a wire report printed by many with small changes.

Copies stay documents of their own. How many stories there are is a second count, shown beside
the first, because ten papers that print one report are one source and not ten.

Two texts are copies when they share most of their runs of four words. That is estimated from a
sketch: of the hashes of all runs, the smallest. Texts that share most of their runs share most
of their smallest hashes too (Broder 1997, "On the resemblance and containment of documents").
The marks of a text, by which candidates are looked up, are the smallest few of its sketch.
"""

import struct
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b

RUN = 4
SKETCH = 48
MARKS = 6
# Of the texts with a mark, only so many of the first are compared with a new one: a mark may be
# a phrase that everybody uses, and comparing with all of them would take ever longer.
FIRST = 20
# Share of common runs from which on two texts are copies.
ALIKE = 0.6

Sketch = tuple[int, ...]


def sketch(folded: str) -> Sketch:
    """Smallest hashes of the runs of a folded text, in order; of a short text all of them."""
    words = [_hash(word) for word in folded.split()]
    words += [0] * (RUN - len(words))
    runs = {
        (one * _FIRST + two * _SECOND + three * _THIRD + four) & _LARGEST
        for one, two, three, four in zip(words, words[1:], words[2:], words[3:], strict=False)
    }
    return tuple(sorted(runs)[:SKETCH])


# Any large odd numbers: the order of words counts.
_FIRST, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
# 63 bits, which is what both databases take as a number.
_LARGEST = 2**63 - 1


@lru_cache(maxsize=100_000)  # texts say the same words again and again
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())


def marks(of: Sketch) -> Sketch:
    """Hashes by which copies are looked up."""
    return of[:MARKS]


def alike(one: Collection[int], other: Collection[int]) -> bool:
    """Whether the texts of two sketches are copies."""
    shared = {*one}.intersection(other)
    if len(shared) < ALIKE * max(len(one), len(other)):
        return False  # quickly said of nearly all that only share a mark
    both = sorted({*one, *other})[:SKETCH]
    return bool(both) and sum(run in shared for run in both) >= ALIKE * len(both)


def to_bytes(of: Sketch) -> bytes:
    """A sketch as the database keeps it."""
    return struct.pack(f">{len(of)}q", *of)


def from_bytes(data: bytes) -> Sketch:
    """Undo `to_bytes`."""
    return struct.unpack(f">{len(data) // 8}q", data)


def grouped(sketches: Mapping[int, Sketch]) -> dict[int, int]:
    """Smallest document of the story of each, for all documents of a record at once."""
    by_mark: dict[int, list[int]] = {}
    families = Families({})
    for number in sorted(sketches):
        for mark in marks(sketches[number]):
            with_it = by_mark.setdefault(mark, [])
            families.join_alike(number, with_it, sketches)
            if len(with_it) < FIRST:
                with_it.append(number)
    return {number: families.of(number) for number in sketches}


class Families:
    """Groups that grow together as copies are found; each goes by its smallest member."""

    def __init__(self, root: dict[int, int]) -> None:
        self._root = root

    def of(self, member: int) -> int:
        """Group that a document belongs to, its own if no copy is known."""
        root = self._root.setdefault(member, member)
        while root != self._root.setdefault(root, root):
            root = self._root[root]
        self._root[member] = root
        return root

    def join_alike(self, one: int, others: Iterable[int], sketches: Mapping[int, Sketch]) -> None:
        """Join a document with those of some others that are copies of it."""
        for other in others:
            if self.of(one) != self.of(other) and alike(sketches[one], sketches[other]):
                self.join([one, other])

    def join(self, members: Iterable[int]) -> None:
        """Make one group of the groups of these documents."""
        roots = {self.of(member) for member in members}
        smallest = min(roots)
        for root in roots:
            self._root[root] = smallest
