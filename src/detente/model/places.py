"""Where each value of a TOML or JSON text stands, which their parsers do not tell.

The scanner reads only texts that a real parser has accepted, so it checks nothing. TOML and
JSON differ little in their values, and one scanner reads both.
"""

import re
from bisect import bisect_right

from detente.domain.findings import Place

Path = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[\s,]|#[^\n]*)*")  # between members; JSON has no `#` outside strings
_BLANK = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^\s,\]}#]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)


class Places:
    """Line and column of every key path of a text."""

    def __init__(
        self, text: str, name: str | None, starts: dict[Path, int], keys: dict[Path, int]
    ) -> None:
        self.name = name
        self.text = text
        self._starts = starts
        self._keys = keys
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, path: Path, inside: int | None = None) -> Place:
        """Place of the value at a path, or of the nearest thing that holds it.

        ``inside`` is an offset in the string that stands there; it is counted where the
        file spells the string without escapes, else the string's own place is given.
        """
        while path and path not in self._starts:
            path, inside = path[:-1], None
        start = self._starts.get(path, 0)
        if inside is not None:
            start += self._quotes(start, inside)
        return self.at_offset(start)

    def at_key(self, path: Path) -> Place:
        """Place of the key rather than of its value."""
        return self.at_offset(self._keys[path]) if path in self._keys else self.at(path)

    def at_offset(self, offset: int) -> Place:
        """Place of a character of the text."""
        line = bisect_right(self._lines, offset)
        return Place(path=self.name, line=line, column=offset - self._lines[line - 1] + 1)

    def _quotes(self, start: int, inside: int) -> int:
        """How far the ``inside``-th character of a string's value is from its first quote."""
        literal = _STRING.match(self.text, start)
        if literal is None or (literal.group()[0] == '"' and "\\" in literal.group()):
            return 0
        if literal.group()[:3] in ('"""', "'''"):
            # A line end directly after the quotes is not part of the value.
            return inside + (4 if literal.group()[3] == "\n" else 3)
        return inside + 1


def places_in_toml(text: str, name: str | None = None) -> Places:
    """Find the place of every value of a valid TOML text with LF line ends."""
    scan = _Scanner(text)
    scan.document()
    return Places(text, name, scan.starts, scan.key_starts)


def places_in_json(text: str, name: str | None = None) -> Places:
    """Find the place of every value of a valid JSON text."""
    scan = _Scanner(text)
    scan.skip(_SPACE)
    scan.value(())
    return Places(text, name, scan.starts, scan.key_starts)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0
        self.starts: dict[Path, int] = {}
        self.key_starts: dict[Path, int] = {}
        self.tables: dict[Path, int] = {}  # how many tables each [[array]] has so far

    def skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.offset)
        self.offset = found.end() if found else self.offset
        return found.group() if found else ""

    def ahead(self, sign: str) -> bool:
        return self.text.startswith(sign, self.offset)

    def document(self) -> None:
        inside: Path = ()
        self.skip(_SPACE)
        while self.offset < len(self.text):
            if self.ahead("["):
                inside = self.header()
            else:
                self.pair(inside)
            self.skip(_SPACE)

    def header(self) -> Path:
        start = self.offset
        many = self.ahead("[[")
        self.offset += 2 if many else 1
        *outer, last = self.keys()
        self.offset += 2 if many else 1
        path: Path = ()
        for key in outer:
            path = self.newest((*path, key))
        path = (*path, last)
        if many:
            self.tables[path] = self.tables.get(path, 0) + 1
            self.starts.setdefault(path, start)
        path = self.newest(path)
        self.starts[path] = start
        return path

    def newest(self, path: Path) -> Path:
        """Turn the path of an array of tables into that of its last table."""
        return (*path, self.tables[path] - 1) if path in self.tables else path

    def keys(self) -> list[str]:
        """Read a dotted key and the spaces round it."""
        keys = []
        while True:
            self.skip(_BLANK)
            quoted = self.skip(_STRING)
            keys.append(_unquoted(quoted) if quoted else self.skip(_BARE))
            self.skip(_BLANK)
            if not self.ahead("."):
                return keys
            self.offset += 1

    def pair(self, inside: Path) -> None:
        start = self.offset
        path = (*inside, *self.keys())
        self.skip(_SPACE)
        self.offset += 1  # the sign = or :
        self.skip(_SPACE)
        self.key_starts[path] = start
        self.value(path)

    def value(self, path: Path) -> None:
        self.starts[path] = self.offset
        if self.ahead("["):
            self.members(path)
        elif self.ahead("{"):
            self.pairs(path)
        elif not self.skip(_STRING):
            self.skip(_SCALAR)
            self.skip(re.compile(r" \d\d:[\d:.+Z-]+"))  # a date and a time may be two words

    def members(self, path: Path) -> None:
        self.offset += 1
        self.skip(_SPACE)
        index = 0
        while not self.ahead("]"):
            self.value((*path, index))
            self.skip(_SPACE)
            index += 1
        self.offset += 1

    def pairs(self, path: Path) -> None:
        self.offset += 1
        self.skip(_SPACE)
        while not self.ahead("}"):
            self.pair(path)
            self.skip(_SPACE)
        self.offset += 1


def _unquoted(literal: str) -> str:
    """Value of a quoted key; escapes are rare in keys and only cost precision."""
    return literal[1:-1]
