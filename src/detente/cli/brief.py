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
    echo,
    exit_code,
    plain,
    print_findings,
    say,
    width,
    working,
    write_json,
)
from detente.errors import InputError

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
            help="Where to write the brief: .html, .md, .pdf or .json.",
        ),
    ] = Path("brief.html"),
    dispute: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A dispute file in place of the draft; of a case its own, if it has one.",
        ),
    ] = None,
    published: Published = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read articles, draft and solve the dispute they tell of, and write the brief."""
    check_form(output)
    if dispute is not None and not dispute.is_file():
        raise InputError(f"{dispute} does not exist", fix="name a dispute file, or leave it out")
    check_writable(output, [*articles, *([dispute] if dispute else [])])
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        if case := case_among(articles):
            with opened(case, tell=now, quiet=quiet) as (found, store):
                now("drafting the dispute")
                own = found.dispute if found.dispute.is_file() else None
                made = workflow.brief_record(store, file=dispute or own)
        else:
            made = workflow.brief_articles(articles, published, file=dispute, tell=now)
        gave_result = any(reading.statements for reading in made.readings)
        if gave_result:
            now(f"writing {output}")
            for path, content in _rendered(made, output).items():
                write_whole(path, content)
    print_findings([f for f in made.findings if f.severity != "info"], quiet=quiet)
    _print(made, output if gave_result else None, as_json=as_json, quiet=quiet)
    raise typer.Exit(exit_code(gave_result=gave_result, findings=made.findings, strict=strict))


# What a brief can be written as, by the ending of its file.
FORMS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"} | {
    ".json": "json",
    ".pdf": "pdf",
}


def check_form(output: Path) -> None:
    """Refuse, before the work begins, a file whose ending no brief has.

    Raises
    ------
    InputError
        If the ending is none of :data:`FORMS`; no ending at all means a page.
    """
    if output.suffix and output.suffix.lower() not in FORMS:
        raise InputError(
            f"a brief cannot be written as {output.suffix}",
            fix="name a file that ends in .html, .md, .pdf or .json",
        )


def _rendered(made: "Brief", output: Path) -> dict[Path, str | bytes]:
    """What goes into which file; Markdown has its pictures in files beside it."""
    from detente.brief import brief_shape, pictures, render_html, render_markdown, render_pdf

    match FORMS.get(output.suffix.lower(), "html"):
        case "json":
            return {output: json.dumps(brief_shape(made), ensure_ascii=False, indent=2) + "\n"}
        case "md":
            drawn = {name: (_beside(output, name), svg) for name, svg in pictures(made).items()}
            files = {name: path.name for name, (path, _) in drawn.items()}
            return {output: render_markdown(made, files), **dict(drawn.values())}
        case "pdf":
            return {output: render_pdf(made)}
        case _:
            return {output: render_html(made)}


def _beside(output: Path, picture: str) -> Path:
    return output.with_name(f"{output.stem}.{picture}.svg")


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
        typer.echo()
        echo(f"The brief: {written}")
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
