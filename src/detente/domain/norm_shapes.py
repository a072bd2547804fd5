"""The trees of instruments, provisions and facts, as files and `--json` spell them."""

from collections.abc import Iterable
from dataclasses import Field, fields, is_dataclass
from datetime import date
from typing import Any

from detente.domain.conditions import Both, Not, Taken, written
from detente.domain.norms import NotBefore, Provision, Wait, usual_modality

Json = dict[str, Any]


def norm_shape(norm: Any) -> Json:
    """The table of an instrument, actor, reading, fact or provision, without its defaults."""
    return {
        each.name: _shape(getattr(norm, each.name))
        for each in fields(norm)
        # What is not compared tells where a norm comes from, and no file says it.
        if each.compare and getattr(norm, each.name) != _default(norm, each)
    }


def own(norms: Iterable[Any]) -> list[Json]:
    """The tables that the dispute file itself has, and no instrument file."""
    return [norm_shape(norm) for norm in norms if norm.origin is None]


def _default(norm: Any, of: Field[Any]) -> Any:
    if isinstance(norm, Provision) and of.name == "modality":
        return usual_modality(norm.kind)
    return of.default


def _shape(value: Any) -> Any:
    match value:
        case Taken() | Not() | Both():
            return written(value)
        case NotBefore(on=date() as day):
            return day.isoformat()
        case (Wait(days=days, begun_from=None),):
            return days
        case date():
            return value.isoformat()
        case tuple():
            return [_shape(each) for each in value]
        case _ if is_dataclass(value):
            return norm_shape(value)
        case _:
            return value
