"""What drafting works out, as plain JSON and back: any dataclass, by its fields.

A dataclass is the list of its values in the order of its fields; what they are is known from their
types. Such lists only mean something to the very code that wrote them: see `remembering.py`. What
recurs thousands of times is a text inside the text, by which it is made but once.
"""

import json
import types
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from detente.model.drafting.deed import Deed

Pack = Callable[[Any], Any]

_RECURRING = (Deed,)
_WRITER = json.JSONEncoder(separators=(",", ":"), check_circular=False)

_PLAIN = (str, int, float, bool)
# Containers by what they are called where no type says what a value is.
_SEVERAL: dict[str, Callable[[Iterable[Any]], Any]] = {
    "list": list, "tuple": tuple, "set": set, "frozenset": frozenset,
}  # fmt: skip
_TABLES: dict[str, Callable[[Iterable[Any]], Any]] = {"dict": dict, "Counter": Counter}


@cache
def packer(kind: Any) -> Pack:
    """How values of a type become plain JSON.

    Raises
    ------
    TypeError
        If there is no form for the type.
    """
    return _inner(kind, packer, _packs_dataclass, _packs_several, _packs_table) or _same


@cache
def unpacker(kind: Any) -> Pack:
    """How values of a type come back; what is no such value raises, or gives another value."""
    return _inner(kind, unpacker, _unpacks_dataclass, _unpacks_several, _unpacks_table) or _same


def _same(value: Any) -> Any:
    return value


def _inner(
    kind: Any,
    again: Callable[[Any], Pack],
    dataclass: Callable[[Any], Pack],
    several: Callable[[str, list[Pack], bool], Pack],
    table: Callable[[str, Pack, Pack], Pack],
) -> Pack | None:
    """What to do with a type, either way; None where nothing need be done."""
    if kind in (*_PLAIN, None) or get_origin(kind) is Literal:
        return None
    if is_dataclass(kind):
        return dataclass(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        arms = [arm for arm in arguments if arm is not type(None)]
        if all(arm in _PLAIN or get_origin(arm) is Literal for arm in arms):
            return None
        if len(arms) == 1:
            return _optional(again(arms[0]))
    name = getattr(origin, "__name__", "")
    if name in _SEVERAL and arguments:
        alike = name != "tuple" or arguments[-1] is ...
        return several(name, [again(a) for a in arguments if a is not ...], alike)
    if name == "Counter":
        return table(name, again(arguments[0]), _same)
    if name in _TABLES:
        return table(name, again(arguments[0]), again(arguments[1]))
    raise TypeError(f"{kind} has no form in which it could be kept")


def _optional(inner: Pack) -> Pack:
    return lambda value: None if value is None else inner(value)


def _parts(kind: Any) -> list[tuple[str, Any]]:
    """Names and types of what a dataclass is made from."""
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in fields(kind) if field.init]


def written(tree: Any) -> str:
    """Plain JSON on one line, without a character that is not ASCII."""
    return _WRITER.encode(tree)


def _packs_dataclass(kind: Any) -> Pack:
    parts = _parts(kind)
    inner = [
        (place, way) for place, (_, hint) in enumerate(parts) if (way := packer(hint)) != _same
    ]
    names = [name for name, _ in parts]
    values_of = attrgetter(*names, "__class__")  # never only one, so that it gives a tuple

    def pack(value: Any) -> Any:
        (*packed, _) = values_of(value)
        for place, way in inner:
            packed[place] = way(packed[place])
        return packed

    return (lambda value: written(pack(value))) if kind in _RECURRING else pack


def _unpacks_dataclass(kind: Any) -> Pack:
    parts = _parts(kind)
    names = [name for name, _ in parts]
    inner = [(name, un) for name, hint in parts if (un := unpacker(hint)) != _same]

    def unpack(values: Any) -> Any:
        made = dict(zip(names, values, strict=True))
        for name, way in inner:
            made[name] = way(made[name])
        return kind(**made)

    if kind in _RECURRING:
        return _once(lambda text: unpack(json.loads(text)))
    # Of what has only plain values the same few stand in thousands of others.
    frozen = not inner and kind.__dataclass_params__.frozen
    known = _once(unpack)
    return (lambda values: known(tuple(values))) if frozen else unpack


def _once(make: Pack) -> Pack:
    """Make of each thing what it gives but once."""
    known: dict[Any, Any] = {}

    def made(of: Any) -> Any:
        found = known.get(of)
        if found is None:
            found = known[of] = make(of)
        return found

    return made


def _packs_several(name: str, inner: list[Pack], alike: bool) -> Pack:
    order: Callable[[Any], Any] = sorted if "set" in name else list
    if not alike:
        return lambda values: [pack(v) for pack, v in zip(inner, values, strict=True)]
    (pack,) = inner
    return order if pack is _same else lambda values: order([pack(value) for value in values])


def _unpacks_several(name: str, inner: list[Pack], alike: bool) -> Pack:
    make = _SEVERAL[name]
    if not alike:
        return lambda values: make([un(v) for un, v in zip(inner, values, strict=True)])
    (unpack,) = inner
    return make if unpack is _same else lambda values: make(map(unpack, values))


def _packs_table(name: str, key: Pack, value: Pack) -> Pack:
    return lambda table: [[key(k), value(v)] for k, v in table.items()]


def _unpacks_table(name: str, key: Pack, value: Pack) -> Pack:
    make = _TABLES[name]
    if name == "Counter":
        return lambda pairs: Counter({key(k): value(v) for k, v in pairs})
    return lambda pairs: make((key(k), value(v)) for k, v in pairs)


# --- Values whose type no field tells --------------------------------------------------------


class Untyped:
    """Plain JSON of values of any type, of which each says what it is.

    Parameters
    ----------
    roots
        Dataclasses that may stand in them, with all that stand in these.
    """

    def __init__(self, *roots: Any) -> None:
        self._kinds = {kind.__name__: kind for root in roots for kind in _reached(root)}

    def pack(self, value: Any) -> Any:
        """Plain JSON of a value.

        Raises
        ------
        TypeError
            If there is no form for it.
        """
        if value is None or type(value) in _PLAIN:
            return value
        name = type(value).__name__
        if name in self._kinds:
            return [name, packer(self._kinds[name])(value)]
        if name in _TABLES:
            return [name, [[self.pack(k), self.pack(v)] for k, v in value.items()]]
        if name not in _SEVERAL:
            raise TypeError(f"{type(value)} has no form in which it could be kept")
        kinds = {type(each).__name__ for each in value}
        if len(kinds) == 1 and (one := kinds.pop()) in self._kinds:
            return [name, one, list(map(packer(self._kinds[one]), value))]
        return [name, [self.pack(each) for each in value]]

    def unpack(self, tree: Any) -> Any:
        """Undo `pack`; what it has not made raises."""
        if not isinstance(tree, list):
            return tree
        name, *rest = tree
        if name in self._kinds:
            return unpacker(self._kinds[name])(rest[0])
        if name in _TABLES:
            return _TABLES[name]({self.unpack(k): self.unpack(v) for k, v in rest[0]})
        if len(rest) == 2:
            return _SEVERAL[name](map(unpacker(self._kinds[rest[0]]), rest[1]))
        return _SEVERAL[name](map(self.unpack, rest[0]))


def _reached(kind: Any) -> Iterator[Any]:
    """A dataclass and all dataclasses that its fields speak of."""
    if is_dataclass(kind):
        yield kind
        for _, hint in _parts(kind):
            yield from _reached(hint)
    else:
        for argument in get_args(kind):
            yield from _reached(argument)
