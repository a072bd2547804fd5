"""The commands, put together; and the one place where an exception becomes an exit code."""

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import detente
from detente.cli.add import add, reread
from detente.cli.analyse import analyse
from detente.cli.bench import bench
from detente.cli.brief import brief
from detente.cli.changes import changes
from detente.cli.claims import claims, judge
from detente.cli.draft import draft
from detente.cli.edits import redo, remove, undo
from detente.cli.init import init
from detente.cli.keep import backup, doctor, restore, verify
from detente.cli.law import law
from detente.cli.read import read
from detente.cli.revise import revise
from detente.cli.schema import schema
from detente.cli.search import search
from detente.cli.status import log, status
from detente.cli.terminal import print_error, say
from detente.cli.why import why, without
from detente.errors import DetenteError, StoreError
from detente.lexicon.own import VARIABLE

# Beyond the codes that the errors carry: a fault of the program itself.
INTERNAL_ERROR = 70
# What a shell expects of a program that the person stopped.
INTERRUPTED = 130

app = typer.Typer(
    name="detente",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help is read sooner than rich is imported
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"detente {detente.__version__}")
        raise typer.Exit


@app.callback()
def _options_before_the_command(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print results and errors only.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    words: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Read with the parties and people of this folder too."),
    ] = None,
) -> None:
    """From the public record of a dispute to an answer that can be checked."""
    if words is not None:
        os.environ[VARIABLE] = str(words)


# A further command is one line here. Its module imports what is heavy inside its function.
app.command()(brief)
app.command()(changes)
app.command()(read)
app.command()(analyse)
app.add_typer(bench)
app.add_typer(law)
for command in (
    *(init, add, status, search, claims, judge, undo, redo, remove, log, reread),
    *(draft, revise, why, without),
    *(verify, doctor, backup, restore),
):
    app.command()(command)
app.command(hidden=True)(schema)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if sys.stdout is None:
        # Started with standard output closed: what would go there goes nowhere.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    _speak_utf8()
    try:
        try:
            app(args=list(arguments), prog_name="detente")
        finally:
            sys.stdout.flush()
    except SystemExit as left:
        if left.code == INTERRUPTED:
            say("stopped")
            sys.exit(INTERRUPTED)
        raise
    except DetenteError as error:
        _trace_if_asked(arguments)
        print_error(error)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - nobody above this line can tell the person
        _trace_if_asked(arguments)
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            say(
                f"error: the output cannot be written: {error.strerror}",
                "  try: make room where it goes, then run it again",
            )
            _leave_the_rest()
            sys.exit(StoreError.exit_code)
        say(
            f"error: this is a fault of Détente: {type(error).__name__}: {error}",
            "  try: run it again with --debug and report what it prints",
        )
        sys.exit(INTERNAL_ERROR)


def _leave_the_rest() -> None:
    """Let what cannot be written go nowhere: Python would try again at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _trace_if_asked(arguments: Sequence[str]) -> None:
    if "--debug" in arguments:
        traceback.print_exc()


def _speak_utf8() -> None:
    """Print UTF-8 whatever the terminal claims: `--json` promises it, and names need it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
