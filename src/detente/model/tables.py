"""Reading one table of a dispute file key by key, noting what is wrong with it.

Whatever nobody asked for by the end is an unknown key: so the set of keys is written down
once, where they are read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from detente.domain.findings import Finding, Place, Severity
from detente.model.names import fault_in_id, nearest, shown
from detente.model.places import Path, Places

_MISSING = object()
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Notes:
    """The findings of one file, each with its place."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.findings: list[Finding] = []

    def error(self, code: str, path: Path, what: str, fix: str) -> None:
        """Note what keeps the file from giving a result."""
        self.add(code, "error", self.places.at(path), what, fix)

    def warning(self, code: str, path: Path, what: str, fix: str) -> None:
        """Note what does no harm to the rest."""
        self.add(code, "warning", self.places.at(path), what, fix)

    def add(self, code: str, severity: Severity, where: Place, what: str, fix: str) -> None:
        """Note anything, at a place already known."""
        self.findings.append(Finding(code=code, severity=severity, what=what, fix=fix, where=where))

    @property
    def failed(self) -> bool:
        """Whether anything so far keeps the file from giving a result."""
        return any(finding.severity == "error" for finding in self.findings)


class Table:
    """One table, at its path in the file."""

    def __init__(self, tree: Mapping[str, Any], path: Path, notes: Notes) -> None:
        self.tree = tree
        self.path = path
        self.notes = notes
        self._asked: dict[str, None] = {}

    def has(self, key: str) -> bool:
        """Whether a key is given."""
        self._asked[key] = None
        return key in self.tree

    def raw(self, key: str) -> Any:
        """Value of a key as the file has it, None when it is not given."""
        self._asked[key] = None
        return self.tree.get(key)

    def text(self, key: str, *, required: bool = False) -> str | None:
        """Text of a key."""
        value = self._value(key, required)
        if value is _MISSING:
            return None
        if isinstance(value, str) and (value.strip() or not required):
            return value
        self._wrong(key, "a text that is not empty" if isinstance(value, str) else "a text")
        return None

    def id(self, key: str = "id") -> str | None:
        """Text of a key that names the thing the table describes."""
        value = self.text(key, required=True)
        fault = fault_in_id(value) if value is not None else None
        if fault:
            fix = "use letters, digits, '_' and '-', and no word of the condition language"
            self.notes.error("bad-id", (*self.path, key), fault, fix)
            return None
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """List of texts."""
        value = self._value(key)
        if value is _MISSING:
            return ()
        if isinstance(value, list) and all(isinstance(member, str) for member in value):
            return tuple(value)
        self._wrong(key, "a list of texts")
        return ()

    def text_or_texts(self, key: str) -> tuple[str, ...]:
        """List of texts, or one text that stands for a list of it."""
        value = self.raw(key)
        return (value,) if isinstance(value, str) else self.texts(key)

    def truth(self, key: str) -> bool:
        """Either true or false; false when not given."""
        value = self._value(key)
        if value is _MISSING or isinstance(value, bool):
            return value is True
        self._wrong(key, "true or false")
        return False

    def whole(self, key: str, *, least: int = 0) -> int | None:
        """Whole number not below ``least``."""
        value = self._value(key)
        if value is _MISSING:
            return None
        if type(value) is int and value >= least:
            return value
        self._wrong(key, f"a whole number from {least} on")
        return None

    def inner(self, key: str) -> "Table | None":
        """The one table that stands under a key."""
        value = self._value(key)
        if value is _MISSING:
            return None
        if isinstance(value, dict):
            return Table(value, (*self.path, key), self.notes)
        self._wrong(key, "a table")
        return None

    def choice(self, key: str, among: Sequence[str]) -> str:
        """One of a few words, the first when not given."""
        value = self._value(key)
        if value is _MISSING or value in among:
            return among[0] if value is _MISSING else str(value)
        self._wrong(key, f"one of {', '.join(map(repr, among))}")
        return among[0]

    def day(self, key: str) -> date | None:
        """Day, written as a TOML date or as an ISO text."""
        value = self._value(key)
        if value is _MISSING:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass  # such as 2019-02-30: told below
        self._wrong(key, "a day such as 2019-12-20")
        return None

    def tables(self, key: str) -> Iterator["Table"]:
        """Each table of a list of tables."""
        value = self._value(key)
        if value is _MISSING:
            return
        if not isinstance(value, list):
            self._wrong(key, f"a list of tables, each headed [[{key}]]")
            return
        for index, member in enumerate(value):
            path = (*self.path, key, index)
            if isinstance(member, dict):
                yield Table(member, path, self.notes)
            else:
                fix = f"write a table, headed [[{key}]]"
                self.notes.error("wrong-type", path, f"a member of {key!r} is no table", fix)

    def close(self) -> None:
        """Report the keys that nobody asked for."""
        for key in self.tree:
            if key not in self._asked:
                place = self.notes.places.at_key((*self.path, key))
                best = nearest(key, self._asked)
                fix = f"did you mean {best!r}?" if best else f"known here: {', '.join(self._asked)}"
                what = f"no key is called {shown(key)} here; it was left out"
                self.notes.add("unknown-key", "warning", place, what, fix)

    def _value(self, key: str, required: bool = False) -> Any:
        self._asked[key] = None
        if key in self.tree:
            return self.tree[key]
        if required:
            fix = f"add a line `{key} = …`"
            self.notes.error("missing-key", self.path, f"the key {key!r} is missing", fix)
        return _MISSING

    def _wrong(self, key: str, expected: str) -> None:
        found = _KINDS.get(type(self.tree[key]), "something else")
        self.notes.error(
            "wrong-type",
            (*self.path, key),
            f"{key!r} should be {expected}, and is {found}",
            f"write {expected}",
        )


_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "another text",
    list: "a list",
    dict: "a table",
    date: "a day",
    datetime: "a day with a time",
    type(None): "null",
}
