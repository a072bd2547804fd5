"""`detente read`: what texts say, with the place of every word."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import Tell, case_among, opened
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
    from collections.abc import Iterator

    from detente.domain.evidence import Document
    from detente.domain.findings import Finding
    from detente.workflow import Article


def read(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Articles, folders of them, .jsonl files; or a case."),
    ],
    published: Published = None,
    as_json: AsJson = False,
    as_lines: Annotated[
        bool, typer.Option("--jsonl", help="Print one JSON object a text, in input order.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of each statement and event why it was found.")
    ] = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Find the statements, events, dates and conditions in texts, each with its place."""
    if as_json and as_lines:
        raise InputError("--json and --jsonl are two forms of one output", fix="give one of them")
    if explain and (as_json or as_lines):
        raise InputError("--explain is for people, and JSON is not", fix="leave one of them out")
    documents: list[Json] = []
    refused: list[Finding] = []
    findings: list[Finding] = []
    gave_result = False
    with working("starting", quiet=quiet) as now:
        for article in _articles(files, published, now, quiet=quiet):
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
                if explain:
                    _print_why(reading.document)
            gave_result = gave_result or reading is not None
            print_findings(found, quiet=quiet)
            findings += found
    if as_json:
        problems = [finding_shape(finding) for finding in refused]
        write_json({"format": FORMAT, "documents": documents, "findings": problems})
    raise typer.Exit(exit_code(gave_result=gave_result, findings=findings, strict=strict))


def _print_why(document: "Document") -> None:
    from detente.cli.tables import print_explanations
    from detente.read import explained

    for reading, why in explained([document]):
        print_explanations(reading, why)


def _articles(
    files: list[Path], published: str | None, now: Tell, *, quiet: bool
) -> "Iterator[Article]":
    """What the articles say; of a case what was read in it."""
    from detente import workflow

    case = case_among(files)
    if case is None:
        yield from workflow.read_articles(files, published, tell=now)
        return
    with opened(case, tell=now, quiet=quiet) as (_, store):
        for reading in store.readings():
            path = reading.document.path or reading.document.id
            yield workflow.Article(path=path, reading=reading)
