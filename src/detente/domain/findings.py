"""Problems in the user's data, as values that travel with the result."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding points: a file or document, and a place inside it.

    ``line`` and ``column`` count from 1; ``start`` and ``end`` are code points of a
    document's text, half-open.
    """

    path: str | None = None
    document: str | None = None
    line: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        name = self.path or self.document or ""
        numbers = [str(n) for n in (self.line, self.column) if n is not None]
        return ":".join([name, *numbers])


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem in an article, a dispute file or a rule, and the way out.

    Parameters
    ----------
    code
        Stable short name, lower case with hyphens; every code is in the documentation.
    severity
        ``info``: worth knowing; ``warning``: something was left out;
        ``error``: this input gave no result.
    what
        One sentence saying what is wrong.
    fix
        One sentence saying what to do about it.
    """

    code: str
    severity: Severity
    what: str
    fix: str
    where: Place | None = None
