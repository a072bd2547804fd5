"""What goes to standard output, what goes to standard error, and the exit code.

Results go to standard output, everything said about them to standard error, so that a pipe
only ever carries results.
"""

import json
import os
import re
import shutil
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.domain.findings import Finding
from detente.errors import DetenteError

if TYPE_CHECKING:
    from rich.console import Console

# Long enough for the widest table of a small dispute, where nobody says how wide the page is.
WIDTH_OF_A_PIPE = 120
# Seconds between two looks at what is going on, and so before anything is told of it.
TELL_AFTER = 1.0
# Control characters, those that turn the direction of writing, and halves of surrogate pairs.
_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Whatever begins a new line, and the tabulator.
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def _or_before_the_command(
    context: typer.Context, parameter: typer.CallbackParam, value: bool
) -> bool:
    """`detente --quiet analyse` means the same as `detente analyse --quiet`."""
    return value or bool(context.find_root().params.get(str(parameter.name)))


Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet", "-q", help="Print results and errors only.", callback=_or_before_the_command
    ),
]
Debug = Annotated[
    bool,
    typer.Option(
        "--debug", help="Show the traceback of an error.", callback=_or_before_the_command
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Exit with 1 if there are findings worse than information."),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Day of publication of texts that do not carry one: 2025, 2025-12 or 2025-12-09.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")]


def write_json(shape: Any) -> None:
    """Print one JSON object for a person to read."""
    print(_escaped(json.dumps(shape, ensure_ascii=False, indent=2, allow_nan=False)))  # noqa: T201


def write_json_line(shape: Any) -> None:
    """Print one JSON object on one line, at once."""
    line = json.dumps(shape, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    print(_escaped(line), flush=True)  # noqa: T201


def write_long_json(shape: dict[str, Any], *, states: Iterable[Any], one_line: bool) -> None:
    """Print one JSON object whose ``states`` come one by one; they are never held together."""
    compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    end = "" if one_line else "\n"
    write = sys.stdout.write

    def encoded(value: Any) -> str:
        return _escaped(compact.encode(value))

    for number, (key, value) in enumerate(shape.items()):
        write(f"{',' + end if number else '{' + end}{encoded(key)}:")
        if key != "states":
            write(encoded(value))
            continue
        for place, state in enumerate(states):
            write(f"{',' + end if place else '[' + end}{encoded(state)}")
        write("]")
    write("}\n")
    sys.stdout.flush()


def _escaped(encoded: str) -> str:
    """The same JSON, in which no character commands the terminal that it may be shown on."""
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)


def out() -> "Console":
    """Return the console of results; it obeys NO_COLOR and knows a pipe from a screen."""
    from rich.console import Console

    return Console(width=WIDTH_OF_A_PIPE if _piped() else None, highlight=False)


def width() -> int:
    """How many characters a line of prose may have."""
    return min(100, WIDTH_OF_A_PIPE if _piped() else shutil.get_terminal_size().columns)


def _piped() -> bool:
    return not sys.stdout.isatty() and "COLUMNS" not in os.environ


def plain(text: str) -> str:
    """Text in which no character of an article or a file name commands the terminal."""
    return _COMMANDS.sub("\ufffd", text)


def in_a_line(text: str) -> str:
    """Plain text that stays in its line, so that none of it passes for a line of ours."""
    return plain(_BREAKS.sub(" ", text))


def echo(text: str) -> None:
    """Print a line of the result."""
    typer.echo(in_a_line(text))


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 document", "1,204 documents"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def say(*lines: str) -> None:
    """Print lines on standard error, in one go."""
    print("\n".join(map(in_a_line, lines)), file=sys.stderr, flush=True)  # noqa: T201


def print_findings(findings: Collection[Finding], *, quiet: bool = False) -> None:
    """Print findings on standard error, in order; with ``quiet`` only errors."""
    for finding in findings:
        if not quiet or finding.severity == "error":
            where = f"{finding.where}: " if finding.where and str(finding.where) else ""
            say(f"{where}{finding.severity}: {finding.what}", f"  try: {finding.fix}")


def print_error(error: DetenteError) -> None:
    """Print what happened and what to do about it on standard error."""
    say(f"error: {error.what}", f"  try: {error.fix}")


def exit_code(*, gave_result: bool, findings: Collection[Finding], strict: bool) -> int:
    """Exit code of a command that went through its inputs."""
    if not gave_result:
        return 2
    serious = any(finding.severity != "info" for finding in findings)
    return 1 if strict and serious else 0


@contextmanager
def working(what: str, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Tell on standard error what is going on, whenever it takes more than a second.

    Yields a function to say what is being done now; it costs nothing to call it often.
    """
    current = [what]
    done = threading.Event()

    def tell() -> None:
        told = None
        while not done.wait(TELL_AFTER):
            if current[0] != told:
                told = current[0]
                say(f"{told} …")

    def now(doing: str) -> None:
        current[0] = doing

    teller = threading.Thread(target=tell, daemon=True)
    if not quiet:
        teller.start()
    try:
        yield now
    finally:
        done.set()
        if not quiet:
            teller.join()
