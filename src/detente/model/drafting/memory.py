"""What drafting knows of a record's texts, and its form in a file, one thing a line.

What was not touched is written again as it was read. Of most positions only what follows from
their voices is ever looked at, so the voices of each stand in a line of their own, compressed and
unread until they are asked for; and so does what each text tells.
"""

import binascii
import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, fields
from functools import cache
from operator import itemgetter
from typing import Any, cast

from detente.domain.findings import Finding
from detente.model.drafting.claims import Mentioned
from detente.model.drafting.deed import Deed
from detente.model.drafting.hearing import Heard, age_key
from detente.model.drafting.packing import Untyped, packer, unpacker, written
from detente.model.drafting.people import People, Votes
from detente.model.drafting.positions import (
    WORKED_OUT,
    Gathered,
    Position,
    Telling,
)
from detente.model.drafting.summing import Sum, Told
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice


@dataclass(slots=True, kw_only=True)
class Memory:
    """What is known of the texts of a record.

    Parameters
    ----------
    seals
        Of each text, in the order they came into the record.
    lines
        What each tells, as it is written, in the same order; pieces of one line or of many.
    people
        For whom persons speak, as the texts were understood.
    quotes
        Sentences that ids of the last draft lead to.
    """

    seals: Sequence[str]
    lines: list[bytes]
    sum: Sum
    people: People
    quotes: dict[str, str | None] = field(default_factory=dict)


def text_line(text: Told) -> bytes:
    """What a text tells, as a line: the positions of its voices and all else, then the voices."""
    parts = dict(zip(_names(Told), packer(Told)(text), strict=True))
    heard = dict(zip(_names(Heard), parts["heard"], strict=True))
    voices = heard.pop("voices")
    positions = [name_of(v.party, v.deed, only_own=v.only_own) for v in text.heard.voices]
    return b" ".join(map(_compressed, ([positions, heard, parts | {"heard": None}], voices)))


def name_of(party: str, deed: Deed, *, only_own: bool) -> str:
    """What `position_key` tells, as a short text."""
    *plain, designations, scope = deed.key
    told = written([party, only_own, *plain, sorted(designations), scope])
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


class StoredText:
    """What a text tells, read from its line as far as it is asked for.

    Parameters
    ----------
    positions
        Names of the positions of its voices, one for each voice.
    """

    def __init__(self, line: bytes) -> None:
        told, self._voices = line.split(b" ")
        self.positions: list[str]
        self.positions, self._heard, self._parts = _expanded(told)

    @property
    def votes(self) -> tuple[tuple[str, str | None], ...]:
        """Its persons; see `Told`."""
        return tuple((person, party) for person, party in self._parts["votes"])

    @property
    def asked(self) -> tuple[str, ...]:
        """Names of which it is asked for whom they speak."""
        return tuple(self._parts["asked"])

    @property
    def age(self) -> str:
        """What texts are put in order by."""
        return age_key(self._heard["published"])

    def told(self, voiced: Set[str] | None = None) -> Told:
        """Undo `text_line`; of the voices only those of some positions, if any are given."""
        needed = voiced is None or not voiced.isdisjoint(self.positions)
        voices = zip(self.positions, _expanded(self._voices), strict=True) if needed else ()
        told = [voice for position, voice in voices if voiced is None or position in voiced]
        heard = {**self._heard, "voices": told}
        parts = {**self._parts, "heard": [heard[name] for name in _names(Heard)]}
        return cast("Told", unpacker(Told)([parts[name] for name in _names(Told)]))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


def _compressed(tree: Any) -> bytes:
    return binascii.b2a_base64(zlib.compress(written(tree).encode(), 1), newline=False)


def _expanded(line: bytes) -> Any:
    return json.loads(zlib.decompress(binascii.a2b_base64(line)))


# --- Positions --------------------------------------------------------------------------------


class StoredPosition(Position):
    """A position whose voices are read when they are asked for."""

    lines: tuple[bytes, bytes] | None
    voices: list[Voice]

    @classmethod
    def read(cls, told: Any, lines: tuple[bytes, bytes]) -> "StoredPosition":
        """The position that two lines tell of, of which the first says ``told``."""
        self = cls.__new__(cls)
        party, deed, *worked_out = told
        known = zip(WORKED_OUT, map(_tupled, worked_out), strict=True)
        vars(self).update(known, party=party, deed=unpacker(Deed)(deed), lines=lines)
        return self

    def __getattr__(self, name: str) -> Any:
        lines = vars(self).get("lines")
        if name != "voices" or lines is None:
            raise AttributeError(name)
        self.voices = _voices_of(self, lines[1])
        return self.voices

    def __copy__(self) -> "StoredPosition":
        other = StoredPosition.__new__(StoredPosition)
        vars(other).update(vars(self))
        return other

    def add(self, voice: Voice) -> None:
        """Count one more voice."""
        super().add(voice)
        self.lines = None


def position_lines(position: Position) -> tuple[bytes, bytes]:
    """What follows from a position's voices, and the voices."""
    if isinstance(position, StoredPosition) and position.lines is not None:
        return position.lines
    worked_out = [getattr(position, name) for name in WORKED_OUT]
    told = [position.party, packer(Deed)(position.deed), *worked_out]
    own = [_OWN(packer(Voice)(voice)) for voice in position.voices]
    return written(told).encode(), _compressed(own)


# What the voices of a position share is not written with each: their deeds differ in wording only,
# and the position has the best.
_SHARED = ("party", "deed", "only_own")
_APART = [name for name in _names(Voice) if name not in _SHARED]
_OWN = itemgetter(*map(_names(Voice).index, _APART))
_WHOLE = itemgetter(*map((*_SHARED, *_APART).index, _names(Voice)))


def _voices_of(position: Position, line: bytes) -> list[Voice]:
    """The voices of a position, from their line."""
    shared = position.party, packer(Deed)(position.deed), position.only_own
    voices = [_WHOLE((*shared, *own)) for own in _expanded(line)]
    return list(map(unpacker(Voice), voices))


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


# --- All of it --------------------------------------------------------------------------------

_OTHERS = Untyped(Heard, Position, Tie, Telling)
_PARTS: dict[str, Any] = {
    "votes": Votes,
    "asked": dict[str, None],
    "mentioned": Mentioned,
    "undated": list[Finding],
    "newest": str,
}


def lines_of(memory: Memory) -> Iterator[bytes]:
    """The lines of a file; the first says how many positions there are."""
    positions, ties, tellings, others = memory.sum.gathered.parts()
    told = {
        "positions": len(positions),
        "seals": list(memory.seals),
        "people": list(memory.people.items()),
        "quotes": list(memory.quotes.items()),
        "ties": list(map(packer(Tie), ties)),
        "tellings": list(map(packer(Telling), tellings)),
        "others": _OTHERS.pack(dict(others)),
        **{name: packer(kind)(getattr(memory.sum, name)) for name, kind in _PARTS.items()},
    }
    yield written(told).encode()
    for position in positions:
        yield from position_lines(position)
    yield from memory.lines


def memory_of(data: bytes) -> Memory:
    """Undo `lines_of`; what it has not made raises one of many exceptions, or nothing."""
    first, _, others = data.partition(b"\n")
    told = json.loads(first)
    end = 2 * told["positions"]
    lines = others.split(b"\n", end)
    firsts, seconds = lines[0:end:2], lines[1:end:2]
    each = json.loads(b"[%b]" % b",".join(firsts))
    gathered = Gathered.restored(
        map(StoredPosition.read, each, zip(firsts, seconds, strict=True)),
        map(unpacker(Tie), told["ties"]),
        map(unpacker(Telling), told["tellings"]),
        _OTHERS.unpack(told["others"]),
    )
    parts = {name: unpacker(kind)(told[name]) for name, kind in _PARTS.items()}
    return Memory(
        seals=told["seals"],
        lines=lines[end:] if told["seals"] else [],
        sum=Sum(gathered=gathered, **parts),
        people=dict(told["people"]),
        quotes=dict(told["quotes"]),
    )
