"""Dispute files: reading them with findings, writing them without losing comments."""

import json
import os
import re
import tempfile
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from detente.domain.dispute import Dispute
from detente.domain.findings import Finding, Place
from detente.domain.shapes import Json, dispute_shape
from detente.errors import InputError, StoreError
from detente.model.checks import check_idle, check_names, check_statements, check_states
from detente.model.elements import dispute_in
from detente.model.places import Places, places_in_json, places_in_toml
from detente.model.tables import Notes

# A dispute that somebody wrote has thousands of characters, not millions.
MOST_BYTES = 16 * 2**20
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def load(path: Path | str) -> tuple[Dispute | None, tuple[Finding, ...]]:
    """Read a dispute file, TOML or JSON.

    Returns
    -------
    The dispute, or None when a finding of severity ``error`` says why there is none; and all
    findings in the order of the file's elements.
    """
    path = Path(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            what = f"the file is larger than {MOST_BYTES // 2**20} MiB"
            return _failed("too-large", what, "give a dispute file", Place(path=str(path)))
        data = path.read_bytes()
    except OSError as error:
        what = f"the file cannot be read: {error.strerror or error}"
        return _failed("unreadable", what, "check its name and permissions", Place(path=str(path)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"the file is not UTF-8 text: byte {error.start} does not fit"
        return _failed("not-utf8", what, "save it as UTF-8", Place(path=str(path)))
    return loads(text, name=str(path), is_json=_is_json(path, text))


def loads(
    text: str, *, name: str | None = None, is_json: bool = False
) -> tuple[Dispute | None, tuple[Finding, ...]]:
    """Read the text of a dispute file; ``name`` is what findings call it."""
    text = text.replace("\r\n", "\n")
    try:
        tree, places = _parse(text, name, is_json)
    except _NotParsed as problem:
        return None, (problem.finding,)
    notes = Notes(places)
    dispute = dispute_in(tree, notes)
    check_names(dispute, notes)
    if not notes.failed:
        check_idle(dispute, notes)
        check_statements(dispute, notes)
        check_states(dispute, notes)
    return (None if notes.failed else dispute), tuple(notes.findings)


class _NotParsed(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.what)
        self.finding = finding


def _failed(code: str, what: str, fix: str, where: Place) -> tuple[None, tuple[Finding, ...]]:
    return None, (Finding(code=code, severity="error", what=what, fix=fix, where=where),)


def _is_json(path: Path, text: str) -> bool:
    return path.suffix.lower() == ".json" or (
        path.suffix.lower() != ".toml" and text.lstrip().startswith("{")
    )


def _parse(text: str, name: str | None, is_json: bool) -> tuple[dict[str, Any], Places]:
    kind = "JSON" if is_json else "TOML"
    parse = _parse_json if is_json else _parse_toml
    try:
        return parse(text, name)
    except RecursionError:
        what, place = "lists and tables are nested too deep", Place(path=name)
    except json.JSONDecodeError as error:
        what, place = error.msg, Place(path=name, line=error.lineno, column=error.colno)
    except ValueError as error:  # of TOML; and of a number with thousands of digits
        what, place = str(error), Place(path=name)
        found = _TOML_PLACE.search(what)
        if found:
            lines = text.split("\n")
            line, column = found[1] or len(lines), found[2] or len(lines[-1]) + 1
            place = Place(path=name, line=int(line), column=int(column))
            what = what[: found.start()]
    finding = Finding(
        code="not-parsed",
        severity="error",
        what=f"the file is not valid {kind}: {what[:200]}",
        fix=f"correct the {kind} at this place",
        where=place,
    )
    raise _NotParsed(finding)


def _parse_toml(text: str, name: str | None) -> tuple[dict[str, Any], Places]:
    return tomllib.loads(text), places_in_toml(text, name)


def _parse_json(text: str, name: str | None) -> tuple[dict[str, Any], Places]:
    tree = json.loads(text, object_pairs_hook=_without_repeats)
    if not isinstance(tree, dict):
        raise ValueError("it holds no table of keys and values")
    return tree, places_in_json(text, name)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key given twice, of which Python's parser would silently keep the last."""
    tree = dict(pairs)
    if len(tree) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for index, key in enumerate(keys) if key in keys[:index])
        raise ValueError(f"the key {repeated[:80]!r} is given twice")
    return tree


def dumps(dispute: Dispute) -> str:
    """Write a dispute as the text of a new TOML file."""
    from detente.model.updating import toml_of  # tomlkit is only needed for writing

    return toml_of(_for_toml(dispute))


def save(dispute: Dispute, path: Path | str) -> None:
    """Write a dispute file, JSON if it is called ``.json``, else TOML.

    An existing TOML file keeps its comments, its order and its spelling wherever the dispute
    did not change. The file is replaced in one step, so that nobody sees half of it.

    Raises
    ------
    InputError
        If the file exists and is no valid dispute file: what stands there would be lost.
    StoreError
        If the file cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() == ".json":
        text = json.dumps(dispute_shape(dispute), ensure_ascii=False, indent=2) + "\n"
    elif path.exists():
        text = _updated(dispute, path)
    else:
        text = dumps(dispute)
    _replace(path, text)


def _updated(dispute: Dispute, path: Path) -> str:
    from detente.model.updating import toml_updated

    old, findings = load(path)
    if old is None:
        raise InputError(
            f"{path} is no valid dispute file: {findings[0].what}",
            fix="correct it first, or write to another file",
        )
    text = path.read_bytes().decode("utf-8-sig")
    return toml_updated(text, _for_toml(old), _for_toml(dispute))


def _for_toml(dispute: Dispute) -> Json:
    """Tree of the file, with the days that JSON can only spell as texts."""
    tree = dispute_shape(dispute)
    for provision in tree.get("provision", ()):
        for key in ("in_force", "until"):
            if key in provision:
                provision[key] = date.fromisoformat(provision[key])
    return tree


def _replace(path: Path, text: str) -> None:
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        _write_and(handle, text, lambda: Path(temporary).replace(path), temporary)
    except OSError as error:
        what = f"{path} cannot be written: {error.strerror or error}"
        raise StoreError(what, fix="choose a folder that can be written to") from error


def _write_and(handle: int, text: str, then: Callable[[], object], temporary: str) -> None:
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        then()
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
