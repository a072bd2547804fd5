"""The JSON Schema of a dispute file, made from the domain's types.

It is for editors and other programs. The loader does not use it: it says more, and with
line and column.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from importlib.resources import files
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from detente.domain.conditions import Condition
from detente.domain.dispute import Dispute, GraphMove, Party, Ranking
from detente.domain.norms import InstrumentFile, Menu, NotBefore, Provision, Wait
from detente.domain.shapes import FORMAT, Json

# Where the file's key is not the attribute's name.
_KEYS: dict[tuple[type, str], str] = {
    (Dispute, "parties"): "party",
    (Dispute, "rules"): "rule",
    (Dispute, "merges"): "merge",
    (Dispute, "states"): "state",
    (Dispute, "moves"): "move",
    **{
        (kind, f"{table}s"): table
        for kind in (Dispute, InstrumentFile)
        for table in ("instrument", "actor", "reading", "fact", "provision")
    },
    (Party, "options"): "option",
    (Party, "preferences"): "preference",
    (GraphMove, "origin"): "from",
}
# A file may leave these out although the type has no default.
_OPTIONAL = {(Party, "name"), (Provision, "says")}
_TEXTS: Json = {"type": "array", "items": {"type": "string"}}
_ONE_OR_MANY: dict[str, Json] = {
    **{key: {"anyOf": [{"type": "string"}, _TEXTS]} for key in ("because", "actors", "of", "by")},
    "says": {"anyOf": [{"type": "string"}, {**_TEXTS, "minItems": 1}]},
}
_STATE: Json = {"type": ["integer", "string"]}
_RANKING: Json = {
    "type": "array",
    "items": {"anyOf": [_STATE, {"type": "array", "items": _STATE, "minItems": 1}]},
}


def dispute_schema() -> Json:
    """Make the schema of a dispute file anew from the types."""
    return _file_schema("Détente dispute file", Dispute)


def _file_schema(title: str, kind: type) -> Json:
    tables: Json = {}
    top = _table(kind, tables)
    top["properties"] = {"format": {"const": FORMAT}, **top["properties"]}
    top["required"] = ["format", *top["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **top,
        "$defs": tables,
    }


def instrument_schema() -> Json:
    """Make the schema of an instrument file anew from the types."""
    return _file_schema("Détente instrument file", InstrumentFile)


def schema_text(make: Callable[[], Json] = dispute_schema) -> str:
    """Text of a schema as it is shipped."""
    return json.dumps(make(), ensure_ascii=False, indent=2) + "\n"


def shipped_schema_text(name: str = "dispute") -> str:
    """Text of a schema that came with this package: of ``dispute`` or ``instrument`` files."""
    return files("detente.model").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")


def _table(kind: type, tables: Json) -> Json:
    hints = get_type_hints(kind)
    # What is not compared tells where a value comes from, and no file says it.
    written = [each for each in fields(kind) if each.compare]
    properties = {_key(kind, each): _of(hints[each.name], tables) for each in written}
    if kind is not Menu:  # what is on a menu is a list in any case
        properties |= {
            key: one_or_many
            for key, one_or_many in _ONE_OR_MANY.items()
            if properties.get(key, {}).get("type") == "array"
        }
    return {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n")[0],
        "properties": properties,
        "required": [_key(kind, each) for each in written if _is_required(kind, each)],
        "additionalProperties": False,
    }


def _key(kind: type, field: Field[Any]) -> str:
    return _KEYS.get((kind, field.name), field.name)


def _is_required(kind: type, field: Field[Any]) -> bool:
    has_default = field.default is not MISSING or field.default_factory is not MISSING
    return not has_default and (kind, field.name) not in _OPTIONAL


def _of(hint: Any, tables: Json) -> Json:
    """Schema of a value of this type."""
    plain = {str: "string", bool: "boolean", float: "number", int: "integer"}
    # `Condition | None` is one flat union.
    if hint == Condition or set(get_args(hint)) - {type(None)} == set(get_args(Condition)):
        return {"type": "string", "description": "A condition over options."}
    if hint is Ranking:
        return _RANKING
    if hint is date:
        return {"type": "string", "format": "date"}
    if hint in plain:
        return {"type": plain[hint]}
    if hint is NotBefore:  # a day, or so long after a fact
        return {"anyOf": [{"type": "string", "format": "date"}, _reference(hint, tables)]}
    if hint == tuple[Wait, ...]:
        several = {"type": "array", "items": _reference(Wait, tables)}
        return {"anyOf": [{"type": "integer"}, several]}
    if is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint, tables)
    return _of_generic(hint, tables)


def _of_generic(hint: Any, tables: Json) -> Json:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _of(arguments[0], tables)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(arguments[1], tables)}
    if origin in (Union, UnionType):
        members = [_of(each, tables) for each in arguments if each is not type(None)]
        return members[0] if len(members) == 1 else {"anyOf": members}
    raise TypeError(f"no schema is known for {hint!r}")


def _reference(kind: type, tables: Json) -> Json:
    name = kind.__name__
    if name not in tables:
        tables[name] = _table(kind, tables)
    return {"$ref": f"#/$defs/{name}"}
