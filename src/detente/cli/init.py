"""`detente init`: make a folder a case."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.terminal import Debug, Quiet, echo, print_findings


def init(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The folder; made if need be.")],
    name: Annotated[
        str | None, typer.Option(help="What the case is called; the folder's name unless given.")
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Keep the record in PostgreSQL: postgresql://NAME@HOST/DATABASE.",
        ),
    ] = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Make a case: a folder that keeps articles, what they say, and what you decide."""
    from detente.record.cases import init_case, warnings

    made = init_case(case, name=name, store=store)
    print_findings(warnings(made), quiet=quiet)
    if not quiet:
        echo(f"{made.folder} is a case now. Its record: {made.where}")
        echo(f"Add articles: detente add --case {made.folder} FILE…")
