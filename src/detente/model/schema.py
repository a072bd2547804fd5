"""The JSON Schema of a dispute file, made from the domain's types.

It is for editors and other programs. The loader does not use it: it says more, and with
line and column.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from importlib.resources import files
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from detente.domain.conditions import Condition
from detente.domain.dispute import Dispute, GraphMove, Party, Ranking
from detente.domain.shapes import FORMAT, Json

# Where the file's key is not the attribute's name.
_KEYS: dict[tuple[type, str], str] = {
    (Dispute, "parties"): "party",
    (Dispute, "rules"): "rule",
    (Dispute, "merges"): "merge",
    (Dispute, "provisions"): "provision",
    (Dispute, "states"): "state",
    (Dispute, "moves"): "move",
    (Party, "options"): "option",
    (Party, "preferences"): "preference",
    (GraphMove, "origin"): "from",
}
# A file may leave these out although the type has no default.
_OPTIONAL = {(Party, "name")}
_TEXTS: Json = {"type": "array", "items": {"type": "string"}}
_ONE_OR_MANY: dict[str, Json] = {
    "because": {"anyOf": [{"type": "string"}, _TEXTS]},
    "says": {"anyOf": [{"type": "string"}, {**_TEXTS, "minItems": 1}]},
}
_STATE: Json = {"type": ["integer", "string"]}
_RANKING: Json = {
    "type": "array",
    "items": {"anyOf": [_STATE, {"type": "array", "items": _STATE, "minItems": 1}]},
}


def dispute_schema() -> Json:
    """Make the schema anew from the types."""
    tables: Json = {}
    top = _table(Dispute, tables)
    top["properties"] = {"format": {"const": FORMAT}, **top["properties"]}
    top["required"] = ["format", *top["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Détente dispute file",
        **top,
        "$defs": tables,
    }


def schema_text() -> str:
    """Text of the schema as it is shipped."""
    return json.dumps(dispute_schema(), ensure_ascii=False, indent=2) + "\n"


def shipped_schema_text() -> str:
    """Text of the schema that came with this package."""
    return files("detente.model").joinpath("dispute.schema.json").read_text(encoding="utf-8")


def _table(kind: type, tables: Json) -> Json:
    hints = get_type_hints(kind)
    properties = {_key(kind, each): _of(hints[each.name], tables) for each in fields(kind)}
    for key, one_or_many in _ONE_OR_MANY.items():
        if properties.get(key, {}).get("type") == "array":
            properties[key] = one_or_many
    return {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n")[0],
        "properties": properties,
        "required": [_key(kind, each) for each in fields(kind) if _is_required(kind, each)],
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
    if hint == Condition:
        return {"type": "string", "description": "A condition over options."}
    if hint is Ranking:
        return _RANKING
    if hint is date:
        return {"type": "string", "format": "date"}
    if hint in plain:
        return {"type": plain[hint]}
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
