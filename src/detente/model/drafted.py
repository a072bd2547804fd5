"""Drafted dispute files: written with comments for a person, and never over a person's work."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from detente.domain.conditions import written
from detente.domain.dispute import Dispute
from detente.domain.findings import Finding, Place
from detente.domain.shapes import Json
from detente.errors import InputError, StoreError
from detente.model import files
from detente.model.drafting.remarks import Key, Remarks
from detente.model.drafting.revising import Revision, revise
from detente.model.files import tree_of
from detente.model.updating import COMMENTS, toml_of, toml_updated

_HEAD = (
    "# A draft: a proposal to be corrected. `detente why ELEMENT` shows what a line rests on;",
    "# `detente revise` adds what is new in the record and leaves what you changed.",
)
_SEAL = re.compile(r"^# as drafted: ([0-9a-f]{64})$", re.MULTILINE)


def drafted_text(dispute: Dispute, remarks: Remarks) -> str:
    """Text of a new drafted file."""
    body = toml_of(commented(tree_of(replace(dispute, because=())), remarks))
    if remarks.closing:
        lines = "\n".join(f"# {line}".rstrip() for line in remarks.closing)
        body = f"{body.rstrip()}\n\n{lines}\n"
    return sealed(body)


def commented(tree: Json, remarks: Remarks, only: Collection[Key] | None = None) -> Json:
    """The tree with comments for its tables, or for some of them only."""

    def with_comment(kind: str, party: str, table: Json) -> Json:
        key = kind, party, table["id"] if kind == "option" else _said(table)
        lines = remarks.of.get(key, ()) if only is None or key in only else ()
        return {COMMENTS: list(lines), **table} if lines else table

    def commented_tables(kind: str, party: str, tables: list[Json]) -> list[Json]:
        return [with_comment(kind, party, table) for table in tables]

    def commented_party(table: Json) -> Json:
        return {
            key: commented_tables(key, table["id"], value)
            if key in ("option", "preference")
            else value
            for key, value in table.items()
        }

    result: dict[str, Any] = {}
    for key, value in tree.items():
        if key == "party":
            result[key] = [commented_party(party) for party in value]
        else:
            result[key] = (
                commented_tables(key, "", value) if key in ("rule", "provision") else value
            )
    return result


def _said(table: Json) -> str:
    says = table["says"]
    return says if isinstance(says, str) else ", ".join(says)


def sealed(body: str) -> str:
    """Put the head on a drafted text, with the hash by which it is known to be untouched."""
    digest = hashlib.sha256(body.encode("utf-8")).hexdigest()
    return "\n".join([*_HEAD, f"# as drafted: {digest}", "", body])


def unsealed(text: str) -> str:
    """The text without its head; all of it, if it has none."""
    seal = _SEAL.search(text)
    return text[seal.end() :].lstrip("\n") if seal else text


def is_untouched(text: str) -> bool:
    """Whether a file is as the program wrote it: nobody has changed it since."""
    seal = _SEAL.search(text)
    if seal is None:
        return False
    return hashlib.sha256(unsealed(text).encode("utf-8")).hexdigest() == seal[1]


# --- Files ------------------------------------------------------------------------------------


def base_of(path: Path) -> Path:
    """Where the last draft of a dispute file is kept, to tell a person's changes by."""
    return path.with_name(f"{path.stem}.drafted{path.suffix}")


def check_untouched(path: Path) -> None:
    """Refuse to write over a file that a person has made or changed.

    Raises
    ------
    InputError
        If it is one.
    """
    if path.exists() and not is_untouched(_read(path)):
        raise InputError(
            f"{path} was changed since it was drafted, or was never drafted",
            fix="fold the new draft in with `detente revise`, or write to another file with -o",
        )


def write_drafted(path: Path, dispute: Dispute, remarks: Remarks, *, base: bool) -> None:
    """Write a drafted file; with ``base`` also the copy by which changes are told later.

    Raises
    ------
    InputError
        If a person has made or changed the file that is there.
    StoreError
        If it cannot be written.
    """
    check_untouched(path)
    text = drafted_text(dispute, remarks)
    files.write(path, text)
    if base:
        files.write(base_of(path), text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A dispute file as it stands; ``last`` is its last draft, None if none was kept.

    ``read`` is what the file and its base held when they were read.
    """

    path: Path
    now: Dispute
    last: Dispute | None
    read: tuple[bytes | None, bytes | None]


def standing(path: Path, before: Standing | None = None) -> Standing:
    """Read a dispute file with its last draft; the same as before if both hold the same.

    Raises
    ------
    InputError
        If one of them is no valid dispute file.
    """
    read = _bytes(path), _bytes(base_of(path))
    if before is not None and before.read == read:
        return before
    last = last_draft(path)
    now = last if last is not None and read[0] == read[1] else loaded(path)
    return Standing(path=path, now=now, last=last, read=read)


def fold_in(stands: Standing, draft: Dispute, remarks: Remarks) -> Revision:
    """Fold a newer draft into a dispute file; see `detente.model.drafting.revising`.

    What a person has changed in it meanwhile is not lost.

    Raises
    ------
    InputError
        If the file, or the last draft beside it, is no valid dispute file.
    StoreError
        If it cannot be read or written.
    """
    path = stands.path
    text = _read(path)
    stands = standing(path, stands)
    now, last = stands.now, stands.last
    findings: tuple[Finding, ...] = ()
    if last is None:
        last = now if is_untouched(text) else replace(now, parties=(), rules=(), provisions=())
        findings = () if is_untouched(text) else (_no_last_draft(path),)
    draft = replace(draft, because=())
    revision = revise(last, now, draft)
    base = drafted_text(draft, remarks)
    if is_untouched(text):
        same = revision.dispute == draft
        newer = base if same else drafted_text(revision.dispute, remarks)
    else:
        tree = commented(tree_of(revision.dispute), remarks, _keys(revision.dispute) - _keys(now))
        newer = toml_updated(text, tree_of(now), tree)
    # The file before its base: were the base newer, what is new would count as removed by hand.
    if newer != text:
        files.write(path, newer)
    files.write(base_of(path), base)
    return replace(revision, findings=(*findings, *revision.findings))


def last_draft(path: Path) -> Dispute | None:
    """The dispute as it was last drafted; None if no draft of it was kept."""
    base = base_of(path)
    return loaded(base) if base.exists() else None


def _keys(dispute: Dispute) -> set[Key]:
    """Tables that can carry a comment."""
    found: set[Key] = set()
    for party in dispute.parties:
        found |= {("option", party.id, option.id) for option in party.options}
        found |= {
            ("preference", party.id, ", ".join(map(written, preference.says)))
            for preference in party.preferences
        }
    found |= {("rule", "", written(rule.says)) for rule in dispute.rules}
    return found | {("provision", "", written(law.says)) for law in dispute.provisions}


def loaded(path: Path) -> Dispute:
    """Read a dispute file that must be there.

    Raises
    ------
    InputError
        If it is no valid dispute file.
    """
    dispute, findings = files.load(path)
    if dispute is None:
        error = next(finding for finding in findings if finding.severity == "error")
        raise InputError(f"{error.where or path}: {error.what}", fix=error.fix)
    return dispute


def _bytes(path: Path) -> bytes | None:
    """What a file holds; None where it cannot be read, which is told where it must be."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            f"{path} cannot be read: {error}", fix="check its permissions and that it is UTF-8"
        ) from error


def _no_last_draft(path: Path) -> Finding:
    return Finding(
        code="no-last-draft",
        severity="warning",
        where=Place(path=str(path)),
        what=f"{base_of(path).name} is missing, so that all of this file counts as set by hand",
        fix="look through what was added: something that you had removed may be back",
    )
