"""`detente brief`: the whole line, from articles to a brief."""

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import case_among, opened
from detente.cli.files import check_writable, write_whole
from detente.cli.terminal import (
    AsJson,
    Debug,
    Published,
    Quiet,
    Strict,
    exit_code,
    plain,
    print_findings,
    say,
    width,
    working,
    write_json,
)

if TYPE_CHECKING:
    from detente.brief import Brief


def brief(
    articles: Annotated[
        list[Path],
        typer.Argument(metavar="ARTICLE", help="Articles: text, HTML or Markdown; or a case."),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Where to write the brief: a page, or Markdown or JSON by its ending.",
        ),
    ] = Path("brief.html"),
    published: Published = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read articles, draft and solve the dispute they tell of, and write the brief."""
    check_writable(output, articles)
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        if case := case_among(articles):
            with opened(case, tell=now, quiet=quiet) as (_, store):
                now("drafting the dispute")
                made = workflow.brief_record(store)
        else:
            made = workflow.brief_articles(articles, published, tell=now)
        gave_result = any(reading.statements for reading in made.readings)
        if gave_result:
            now(f"writing {output}")
            write_whole(output, _rendered(made, output))
    print_findings([f for f in made.findings if f.severity != "info"], quiet=quiet)
    _print(made, output if gave_result else None, as_json=as_json, quiet=quiet)
    raise typer.Exit(exit_code(gave_result=gave_result, findings=made.findings, strict=strict))


def _rendered(made: "Brief", output: Path) -> str:
    from detente.brief import brief_shape, render_html, render_markdown

    match output.suffix.lower():
        case ".json":
            return json.dumps(brief_shape(made), ensure_ascii=False, indent=2) + "\n"
        case ".md" | ".markdown":
            return render_markdown(made)
        case _:
            return render_html(made)


def _print(made: "Brief", written: Path | None, *, as_json: bool, quiet: bool) -> None:
    """Print the headlines and, last, where the brief is; with ``as_json`` only JSON."""
    from detente.brief import brief_shape, headlines

    if as_json:
        write_json(brief_shape(made))
        if written and not quiet:
            say(f"The brief: {written}")
    elif written:
        typer.echo(f"{_wrapped(made.question)}\n")
        for headline in headlines(made):
            typer.echo(_wrapped(headline, "- "))
        typer.echo(f"\nThe brief: {plain(str(written))}")
    else:
        say("No brief was written: no input gave a statement.")


def _wrapped(text: str, bullet: str = "") -> str:
    """Text in lines that fit the terminal."""
    return textwrap.fill(
        plain(text),
        width=width(),
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )
