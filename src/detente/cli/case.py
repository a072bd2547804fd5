"""What the commands on a case share: which case, who is at work, opening and closing it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.terminal import print_findings, say
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.record.folders import Case
    from detente.record.keeping import CaseStore

InCase = Annotated[
    Path | None,
    typer.Option("--case", metavar="DIR", help="The case; else the nearest folder that is one."),
]
AsName = Annotated[
    str | None,
    typer.Option("--as", metavar="NAME", help="Your name, for the log; else git's user.name."),
]

Tell = Callable[[str], None]


def _silently(_: str) -> None:
    """Tell nobody."""


@contextmanager
def opened(
    folder: Path | None,
    *,
    by: str | None = None,
    tell: Tell = _silently,
    damaged: bool = False,
    quiet: bool = True,
) -> "Iterator[tuple[Case, CaseStore]]":
    """Open the case that a person means; see `open_case`."""
    from detente.record.cases import open_case, warnings
    from detente.record.folders import find_case

    case = find_case(folder)
    print_findings(warnings(case), quiet=quiet)
    store = open_case(case, by=by, tell=tell, damaged=damaged)
    try:
        yield case, store
    finally:
        store.close()


def case_among(paths: Sequence[Path]) -> Path | None:
    """The case that is given in place of articles; None if articles are given.

    Raises
    ------
    InputError
        If a case and something else are given.
    """
    from detente.record.folders import is_case

    cases = [path for path in paths if is_case(path)]
    if cases and len(paths) > 1:
        raise InputError(
            f"{cases[0]} is a case and other inputs are given with it",
            fix=f"put them into it first: detente add --case {cases[0]} FILE…",
        )
    return cases[0] if cases else None


def acting(name: str | None) -> str:
    """Name of the person at work; asked for once, where somebody is there to be asked.

    Raises
    ------
    InputError
        If nobody says it.
    """
    from detente.record.people import known_name, remember

    if name is not None:
        if not name.strip():
            raise InputError("--as is empty", fix="give your name: --as NAME")
        return name.strip()
    if known := known_name():
        return known
    if not sys.stdin.isatty():
        raise InputError(
            "it is not known who decides, and every decision has a name on it",
            fix="give yours with --as NAME, or once for all with: git config --global user.name",
        )
    given = ""
    while not given:
        given = typer.prompt("Your name, as it shall stand beside your decisions", err=True).strip()
    remember(given)
    say("Remembered. Another time, give another name with --as NAME.")
    return given


def perhaps(name: str | None) -> str | None:
    """Name of the person at work, if it is known; nobody is asked."""
    from detente.record.people import known_name

    return (name or "").strip() or known_name()
