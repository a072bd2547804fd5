"""Readings as bytes and back, for any frozen dataclass of the domain.

What is at its default is left out, so that a field added later does not change old bytes; a
field that is not known is passed over.
"""

import json
import types
import zlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Union, get_args, get_origin, get_type_hints

from detente.domain.evidence import Document, Reading

Decode = Callable[[Any], Any]
Encode = Callable[[Any], Any]
Tree = dict[str, Any]


def reading_tree(reading: Reading) -> Tree:
    """A reading as plain data, without its document, which is kept apart."""
    tree: Tree = _encoder(Reading)(reading)
    return tree


def written_parts(reading: Reading) -> dict[str, str]:
    """What `written` makes of each part of a reading."""
    return {name: written(part) for name, part in reading_tree(reading).items()}


def joined(parts: Mapping[str, str]) -> str:
    """What `written` makes of the whole, from what it made of the parts."""
    return "{" + ",".join(f'"{name}":{parts[name]}' for name in sorted(parts)) + "}"


def reading_from_bytes(data: bytes, document: Document) -> Reading:
    """Put a reading back together with its document."""
    parts = json.loads(data)
    decoders = _decoders(Reading)
    return Reading(
        document=document,
        **{name: decoders[name](value) for name, value in parts.items() if name in decoders},
    )


_WRITER = json.JSONEncoder(separators=(",", ":"), sort_keys=True)


def written(tree: Any) -> str:
    """JSON in the one form that is hashed."""
    return _WRITER.encode(tree)


def packed(data: bytes) -> bytes:
    """Compress bytes for the database."""
    return zlib.compress(data, 1)


def unpacked(data: bytes) -> bytes:
    """Undo `packed`; raises ``ValueError`` where the bytes are damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError(str(error)) from error


# --- Out ------------------------------------------------------------------------------------


@cache
def _encoder(kind: Any) -> Encode:
    """How an instance of a dataclass becomes plain data."""
    hints = get_type_hints(kind)
    kept = [f for f in fields(kind) if not (kind is Reading and f.name == "document")]
    parts = [(field.name, _default(field), _value_encoder(hints[field.name])) for field in kept]
    values_of = attrgetter(*(field.name for field in kept))

    def encode(instance: Any) -> Tree:
        return {
            name: value if inner is None or value is None else inner(value)
            for (name, default, inner), value in zip(parts, values_of(instance), strict=True)
            if value is not default and value != default
        }

    return encode


def _value_encoder(hint: Any) -> Encode | None:
    """How a value of this type becomes plain data; None if it is that already."""
    if is_dataclass(hint):
        kind: Any = hint
        return lambda value: _encoder(kind)(value)
    if get_origin(hint) is tuple:
        inner = _value_encoder(get_args(hint)[0])
        return list if inner is None else lambda items: [inner(item) for item in items]
    if get_origin(hint) in (Union, types.UnionType):
        (arm,) = [arm for arm in get_args(hint) if arm is not type(None)]
        return _value_encoder(arm)
    return None


# --- In -------------------------------------------------------------------------------------


def _default(field: Any) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _decoders(kind: Any) -> dict[str, Decode]:
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    return {field.name: _decoder(hints[field.name]) for field in fields(kind)}


def _decoder(hint: Any) -> Decode:
    """How a value of this type comes back from JSON."""
    if is_dataclass(hint):
        return lambda tree: _made(hint, tree)
    if get_origin(hint) is tuple:
        inner = _decoder(get_args(hint)[0])
        return lambda items: tuple(inner(item) for item in items)
    if get_origin(hint) in (Union, types.UnionType):
        (inner, *more) = [_decoder(arm) for arm in get_args(hint) if arm is not type(None)]
        assert not more, f"{hint} could be read in two ways"
        return lambda value: None if value is None else inner(value)
    return lambda value: value


def _made(kind: Any, tree: dict[str, Any]) -> Any:
    decoders = _decoders(kind)
    known = {name: decoders[name](value) for name, value in tree.items() if name in decoders}
    return kind(**known)
