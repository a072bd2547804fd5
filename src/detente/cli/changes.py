"""`detente changes`: what is new in a case, and what it did to the answer."""

import textwrap
from typing import Annotated

import typer

from detente.cli.case import InCase, opened
from detente.cli.terminal import AsJson, Debug, Quiet, echo, in_a_line, width, working, write_json


def changes(
    since: Annotated[
        str,
        typer.Option(
            metavar="DATE",
            help="What came in on this day or later is new; or after this entry of the log.",
        ),
    ],
    case: InCase = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Say what is new in a case, what it did to the model and the answer, and which of it did."""
    with working("starting", quiet=quiet) as now:
        from detente import workflow
        from detente.brief import news_lines, news_shape

        with opened(case, tell=now, quiet=quiet) as (_, store):
            news = workflow.changes(store, since, tell=now)
    if as_json:
        write_json(news_shape(news))
        return
    for number, (heading, lines) in enumerate(news_lines(news)):
        if number:
            typer.echo()
        echo(heading)
        for line in lines:
            typer.echo(
                textwrap.fill(
                    in_a_line(line),
                    width=width(),
                    initial_indent="- ",
                    subsequent_indent="  ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )
