"""FollowTheMoney `Sanction` entities as an instrument file: measure, target, programme, dates.

Each sanction becomes a provision that forbids a dealing with its target, and the dealing a
fact, unknown until a dispute file says which option it is. The target is the body itself, not
its subsidiaries: an entity says nothing of these.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from detente.domain.findings import Finding, Place, Severity
from detente.domain.shapes import Json
from detente.model.updating import toml_of

MOST_BYTES = 256 * 2**20
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The text of an instrument file, how many sanctions it has, and what is wrong."""

    text: str
    count: int
    findings: tuple[Finding, ...]


def sanctions_in(paths: Iterable[Path]) -> Imported:
    """Read the sanctions of files with entities: a JSON object or list, or one object a line."""
    findings: list[Finding] = []
    entities: list[tuple[Mapping[str, Any], Place]] = []
    for path in paths:
        entities += _entities(path, findings)
    names = {
        entity["id"]: _first(entity, "name")
        for entity, _ in entities
        if isinstance(entity.get("id"), str) and entity.get("schema") != "Sanction"
    }
    found = [(e, place) for e, place in entities if e.get("schema") == "Sanction"]
    if not found and not any(finding.severity == "error" for finding in findings):
        what = "no entity of the schema Sanction was found"
        findings.append(_finding("no-sanction", what, "give FollowTheMoney entities", None))
    tree = _tree(found, names, findings)
    return Imported(text=toml_of(tree), count=len(found), findings=tuple(findings))


def _entities(path: Path, findings: list[Finding]) -> Iterator[tuple[Mapping[str, Any], Place]]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)  # a device has no end
        text = "" if len(data) > MOST_BYTES else data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        what = f"the file cannot be read: {reason}"
        fix = "check its name, permissions and encoding"
        findings.append(_finding("unreadable", what, fix, Place(path=str(path))))
        return
    if len(data) > MOST_BYTES:
        what = f"the file is larger than {MOST_BYTES // 2**20} MiB"
        findings.append(_finding("too-large", what, "split it", Place(path=str(path))))
        return
    whole = _parsed(text)
    if isinstance(whole, list | dict):
        for member in whole if isinstance(whole, list) else [whole]:
            yield from _entity(member, Place(path=str(path)), findings)
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            place = Place(path=str(path), line=number)
            yield from _entity(_parsed(line), place, findings)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _entity(
    value: Any, place: Place, findings: list[Finding]
) -> Iterator[tuple[Mapping[str, Any], Place]]:
    """An entity, and those nested in it."""
    if not isinstance(value, dict) or not isinstance(value.get("schema"), str):
        what = "this is no FollowTheMoney entity with a `schema`"
        findings.append(_finding("bad-line", what, "give one JSON object a line", place))
        return
    properties = value.get("properties")
    value = {**value, "properties": properties if isinstance(properties, dict) else {}}
    yield value, place
    for members in value["properties"].values():
        for member in members if isinstance(members, list) else []:
            if isinstance(member, dict):
                yield from _entity(member, place, findings)


def _tree(
    sanctions: Sequence[tuple[Mapping[str, Any], Place]],
    names: Mapping[str, str],
    findings: list[Finding],
) -> Json:
    instruments: dict[tuple[str, str], Json] = {}
    facts: list[Json] = []
    provisions: list[Json] = []
    used: set[str] = set()
    for entity, place in sanctions:
        authority = _first(entity, "authority") or "unnamed authority"
        programme = _first(entity, "program") or _first(entity, "programId")
        key = authority, programme
        if key not in instruments:
            name = f"{authority}: {programme}" if programme else authority
            instruments[key] = {
                "id": _free(f"by_{_id(name)}", used),
                "name": name,
                "cite": programme or authority,
                "kind": "sanctions",
            }
        target = _target(entity, names)
        slug = _free(_id(target), used)
        facts.append(
            {
                "id": f"deals_{slug}",
                "text": f"A dealing with {target} that the measure covers takes place",
                "text_not": f"no dealing with {target} that the measure covers takes place",
            }
        )
        provisions.append(
            {
                "id": f"sanction_{slug}",
                "instrument": instruments[key]["id"],
                "cite": _cite(entity, authority, programme, target),
                "says": f"not deals_{slug}",
                "measure": {
                    "text": "; ".join(_texts(entity, "provisions")) or "not told",
                    "target": target,
                    **({"programme": programme} if programme else {}),
                },
                **_dates(entity, place, findings),
                **({"note": _first(entity, "reason")} if _first(entity, "reason") else {}),
            }
        )
    return {
        "format": 1,
        "name": "Sanctions imported from FollowTheMoney",
        "instrument": list(instruments.values()),
        "fact": facts,
        "provision": provisions,
    }


def _target(entity: Mapping[str, Any], names: Mapping[str, str]) -> str:
    for value in entity["properties"].get("entity", []):
        if isinstance(value, dict):
            properties = value.get("properties")
            named = _first(
                {"properties": properties if isinstance(properties, dict) else {}}, "name"
            )
            return named or str(value.get("id") or "unnamed target")
        if isinstance(value, str):
            return names.get(value) or value
    return "unnamed target"


def _cite(entity: Mapping[str, Any], authority: str, programme: str, target: str) -> str:
    number = _first(entity, "authorityId") or _first(entity, "unscId")
    parts = [part for part in (authority, programme, number) if part]
    return f"{', '.join(parts)}: {target}"


def _dates(entity: Mapping[str, Any], place: Place, findings: list[Finding]) -> Json:
    found: Json = {}
    begun = _day(entity, ("startDate", "listingDate"), "in_force", place, findings)
    until = _day(entity, ("endDate",), "until", place, findings)
    if "in_force" in begun and "until" in until and until["until"] < begun["in_force"]:
        what = "the sanction ends before it begins; its end was left out"
        findings.append(_finding("bad-dates", what, "correct the entity", place))
        until = {}
    return found | begun | until


def _day(
    entity: Mapping[str, Any],
    properties: Sequence[str],
    key: str,
    place: Place,
    findings: list[Finding],
) -> Json:
    for name in properties:
        text = _first(entity, name)
        if not text:
            continue
        try:
            if _DAY.match(text):
                return {
                    key: date.fromisoformat(text[:10]),
                    f"{key}_basis": f"{name} of the FollowTheMoney entity",
                }
        except ValueError:
            pass  # such as 2020-02-30: told below
        what = f"{name} is {text[:40]!r}, which is no day, so it was left out"
        findings.append(_finding("bad-dates", what, f"add `{key}` to the provision", place))
    return {}


def _first(entity: Mapping[str, Any], name: str) -> str:
    return next(iter(_texts(entity, name)), "")


def _texts(entity: Mapping[str, Any], name: str) -> list[str]:
    values = entity["properties"].get(name, [])
    values = values if isinstance(values, list) else [values]
    return [" ".join(value.split()) for value in values if isinstance(value, str) and value.strip()]


def _id(name: str) -> str:
    """A name that may stand in a condition."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"\W+", "_", plain.lower()).strip("_")[:40] or "unnamed"


def _free(name: str, used: set[str]) -> str:
    found, number = name, 2
    while found in used:
        found, number = f"{name}_{number}", number + 1
    used.add(found)
    return found


def _finding(code: str, what: str, fix: str, place: Place | None) -> Finding:
    severity: Severity = (
        "error" if code in ("no-sanction", "unreadable", "too-large") else "warning"
    )
    return Finding(code=code, severity=severity, what=what, fix=fix, where=place)
