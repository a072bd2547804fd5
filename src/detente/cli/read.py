"""`detente read`: what texts say, with the place of every word."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.terminal import (
    AsJson,
    Debug,
    Published,
    Quiet,
    Strict,
    exit_code,
    print_findings,
    working,
    write_json,
    write_json_line,
)
from detente.domain.shapes import FORMAT, Json, finding_shape, reading_shape
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.domain.findings import Finding


def read(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Articles, folders of them, or .jsonl files."),
    ],
    published: Published = None,
    as_json: AsJson = False,
    as_lines: Annotated[
        bool, typer.Option("--jsonl", help="Print one JSON object a text, in input order.")
    ] = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Find the statements, events, dates and conditions in texts, each with its place."""
    if as_json and as_lines:
        raise InputError("--json and --jsonl are two forms of one output", fix="give one of them")
    documents: list[Json] = []
    refused: list[Finding] = []
    findings: list[Finding] = []
    gave_result = False
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        for article in workflow.read_articles(files, published, tell=now):
            reading = article.reading
            found = reading.findings if reading else article.findings
            if reading is None:
                refused += article.findings
            elif as_lines:
                write_json_line(reading_shape(reading))
            elif as_json:
                documents.append(reading_shape(reading))
            else:
                from detente.cli.tables import print_reading

                print_reading(reading)
            gave_result = gave_result or reading is not None
            print_findings(found, quiet=quiet)
            findings += found
    if as_json:
        problems = [finding_shape(finding) for finding in refused]
        write_json({"format": FORMAT, "documents": documents, "findings": problems})
    raise typer.Exit(exit_code(gave_result=gave_result, findings=findings, strict=strict))
