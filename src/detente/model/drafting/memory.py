"""What drafting knows of a record's texts, and its form in a file, one thing a line.

What was not touched is written again as it was read. Of most positions only what follows from
their voices is ever looked at, so the voices of each stand in a line of their own, compressed and
unread until they are asked for; and so does what each text tells.
"""

import binascii
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, cast

from detente.domain.findings import Finding
from detente.model.drafting.claims import Mentioned
from detente.model.drafting.deeds import Deed
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
        What each tells, as it is written, in the same order.
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
    """What a text tells, as a line, with the position of each voice."""
    return _compressed([packer(Told)(text), list(map(_position, text.heard.voices))])


def _position(voice: Voice) -> str:
    """What `position_key` tells, as a text."""
    *plain, designations, scope = voice.deed.key
    return written([voice.party, voice.only_own, *plain, sorted(designations), scope])


class StoredText:
    """What a text tells, read from its line as far as it is asked for."""

    def __init__(self, line: bytes) -> None:
        told, self._positions = _expanded(line)
        self._parts = dict(zip(_names(Told), told, strict=True))
        self._heard = dict(zip(_names(Heard), self._parts["heard"], strict=True))

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

    def told(self, openings: "Openings | None" = None) -> Told:
        """Undo `text_line`; with openings, voices as far as a sum needs them."""
        voices = self._heard["voices"]
        if openings is not None:
            places = zip(voices, self._positions, strict=True)
            voices = [voice for voice, position in places if openings.need(position)]
        heard = {**self._heard, "voices": voices}
        parts = {**self._parts, "heard": list(heard.values())}
        return cast("Told", unpacker(Told)(list(parts.values())))


class Openings:
    """Tells which voices a sum needs, where what comes of most positions is known.

    Of a position of which nothing was voiced anew one voice shows where in the order it comes up.
    Texts are to be asked oldest first.

    Parameters
    ----------
    anew
        What was voiced anew, or is voiced no longer.
    """

    def __init__(self, anew: Iterable[Voice]) -> None:
        self._anew = set(map(_position, anew))
        self._opened: set[str] = set()

    def need(self, position: str) -> bool:
        """Whether the next voice of a position is needed."""
        if position in self._opened:
            return False
        if position not in self._anew:
            self._opened.add(position)
        return True


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
        self.voices = list(map(unpacker(Voice), _expanded(lines[1])))
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
    return written(told).encode(), _compressed(list(map(packer(Voice), position.voices)))


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


def memory_of(lines: Sequence[bytes]) -> Memory:
    """Undo `lines_of`; what it has not made raises one of many exceptions, or nothing."""
    told = json.loads(lines[0])
    end = 1 + 2 * told["positions"]
    firsts, seconds = lines[1:end:2], lines[2:end:2]
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
        lines=list(lines[end:]),
        sum=Sum(gathered=gathered, **parts),
        people=dict(told["people"]),
        quotes=dict(told["quotes"]),
    )
