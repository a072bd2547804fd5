"""Dispute files: reading them with findings, writing them without losing comments."""

import json
import os
import re
import stat
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from detente.domain.dispute import Dispute
from detente.domain.findings import Finding, Place
from detente.domain.shapes import Json, dispute_shape
from detente.errors import InputError, StoreError
from detente.model.checks import check_idle, check_names, check_statements, check_states
from detente.model.elements import dispute_in
from detente.model.instruments import Source
from detente.model.names import shown
from detente.model.norm_checks import check_norms
from detente.model.places import Places, places_in_json, places_in_toml
from detente.model.tables import Notes

# A dispute that somebody wrote has thousands of characters, not millions.
MOST_BYTES = 16 * 2**20
_DAYS = frozenset({"in_force", "until", "enacted", "as_of", "not_before"})
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
        text = _text_of(path)
    except _NotParsed as problem:
        return None, (problem.finding,)
    return loads(text, name=str(path), is_json=_is_json(path, text), folder=path.parent)


def loads(
    text: str, *, name: str | None = None, is_json: bool = False, folder: Path | None = None
) -> tuple[Dispute | None, tuple[Finding, ...]]:
    """Read the text of a dispute file.

    Parameters
    ----------
    name
        What findings call it.
    folder
        Where the instrument files are that it names; without one they are left out.
    """
    try:
        tree, places = _parse(text.replace("\r\n", "\n"), name, is_json)
    except _NotParsed as problem:
        return None, (problem.finding,)
    notes = Notes(places)
    shared = list(_instrument_files(tree, notes, folder))
    dispute = dispute_in(tree, notes, shared)
    check_names(dispute, notes)
    check_norms(dispute, notes)
    if not _failed_in(notes, shared):
        check_idle(dispute, notes)
        check_statements(dispute, notes)
        check_states(dispute, notes)
    findings = (*notes.findings, *(each for file in shared for each in file.notes.findings))
    return (None if _failed_in(notes, shared) else dispute), findings


def _failed_in(notes: Notes, shared: Iterable[Source]) -> bool:
    return notes.failed or any(file.notes.failed for file in shared)


def _instrument_files(tree: Json, notes: Notes, folder: Path | None) -> Iterator[Source]:
    """The instrument files that a dispute file names, as far as they can be read.

    One that cannot be read keeps the dispute from being used: without it everything that it
    forbids would count as lawful.
    """
    names = tree.get("law")
    if not isinstance(names, list):
        return
    for index, name in enumerate(names):
        path = ("law", index)
        if not isinstance(name, str):
            continue  # told of where the key is read
        if folder is None:
            what = f"the instrument file {shown(name)} was left out: nobody says where it is"
            notes.warning("law-left-out", path, what, "give the dispute as a file")
            continue
        try:
            text = _text_of(folder / name, only_files=True)
            found, places = _parse(text, str(folder / name), _is_json(folder / name, text))
        except _NotParsed as problem:
            notes.findings.append(problem.finding)
        else:
            yield Source(tree=found, notes=Notes(places), origin=name)


def _text_of(path: Path, *, only_files: bool = False) -> str:
    """The text of a file; ``only_files`` refuses pipes and devices, which somebody else named."""
    place = Place(path=str(path))
    try:
        mode = path.stat().st_mode
        if only_files and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            what = "the file cannot be read: it is a pipe or a device"
            raise _failed("unreadable", what, "name a file", place)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)  # a device has no end
    except OSError as error:
        what = f"the file cannot be read: {error.strerror or error}"
        raise _failed("unreadable", what, "check its name and permissions", place) from None
    except ValueError as error:  # a name with a null byte
        what = f"the file cannot be read: {error}"
        raise _failed("unreadable", what, "check its name", place) from None
    if len(data) > MOST_BYTES:
        what = f"the file is larger than {MOST_BYTES // 2**20} MiB"
        raise _failed("too-large", what, "give a dispute file", place)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        what = f"the file is not UTF-8 text: byte {error.start} does not fit"
        raise _failed("not-utf8", what, "save it as UTF-8", place) from None


class _NotParsed(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.what)
        self.finding = finding


def _failed(code: str, what: str, fix: str, where: Place) -> _NotParsed:
    return _NotParsed(Finding(code=code, severity="error", what=what, fix=fix, where=where))


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

    return toml_of(tree_of(dispute))


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
    write(path, text)


def _updated(dispute: Dispute, path: Path) -> str:
    from detente.model.updating import toml_updated

    old, findings = load(path)
    if old is None:
        raise InputError(
            f"{path} is no valid dispute file: {findings[0].what}",
            fix="correct it first, or write to another file",
        )
    text = path.read_bytes().decode("utf-8-sig")
    return toml_updated(text, tree_of(old), tree_of(dispute))


def tree_of(dispute: Dispute) -> Json:
    """Tree of the file as TOML writes it: with the days that JSON can only spell as texts."""
    tree = dispute_shape(dispute)
    for key in ("instrument", "fact", "provision"):
        tree |= {key: [_with_days(table) for table in tree[key]]} if key in tree else {}
    return tree


def _with_days(table: Json) -> Json:
    """A table of the law in which days are days."""
    found = dict(table)
    for key, value in table.items():
        if key in _DAYS and isinstance(value, str):
            found[key] = date.fromisoformat(value)
        elif isinstance(value, list):
            found[key] = [_with_days(each) if isinstance(each, dict) else each for each in value]
    return found


def write(path: Path, text: str) -> None:
    """Put a text into a file in one step, so that nobody sees half of it.

    Raises
    ------
    StoreError
        If the file cannot be written.
    """
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
