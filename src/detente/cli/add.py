"""`detente add` and `detente reread`: put texts into a case, and read them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import AsName, InCase, opened, perhaps
from detente.cli.claims import place_shape, print_places
from detente.cli.terminal import (
    AsJson,
    Debug,
    Published,
    Quiet,
    Strict,
    counted,
    echo,
    exit_code,
    print_findings,
    working,
    write_json,
)
from detente.domain.shapes import FORMAT, finding_shape
from detente.errors import StoreError

if TYPE_CHECKING:
    from detente.domain.findings import Finding


def add(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Articles, folders of them, or .jsonl files."),
    ],
    case: InCase = None,
    parse: Annotated[
        bool, typer.Option("--read/--no-read", help="Read the texts too, or only keep them.")
    ] = True,
    published: Published = None,
    by: AsName = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Put articles into a case. Those already there are known by their words."""
    _check_paths(files)
    findings: list[Finding] = []
    given = 0
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        with opened(case, by=perhaps(by), tell=now, quiet=quiet) as (_, store):
            before = store.counts()
            for added in workflow.add_articles(store, files, published, parse=parse, tell=now):
                print_findings(added.findings, quiet=quiet)
                findings += added.findings
                given += sum(article.kept for article in added.articles)
            after = store.counts()
    new = after.documents - before.documents
    if as_json:
        write_json(
            {
                "format": FORMAT,
                "added": new,
                "known": given - new,
                "documents": after.documents,
                "statements": after.statements - before.statements,
                "events": after.events - before.events,
                "findings": [finding_shape(finding) for finding in findings],
            }
        )
    elif given:
        echo(
            f"{counted(new, 'document')} added, {counted(given - new, 'known text')} met again:"
            f" {counted(after.statements - before.statements, 'statement')} and"
            f" {counted(after.events - before.events, 'event')} more in the case"
        )
        if unread := after.unread:
            echo(f"{counted(unread, 'document')} not read yet: detente reread")
    raise typer.Exit(exit_code(gave_result=given > 0, findings=findings, strict=strict))


def _check_paths(files: list[Path]) -> None:
    """Refuse a path that is not there before anything is changed."""
    for file in files:
        if not file.exists():
            raise StoreError(
                f"{file} does not exist; nothing was added", fix="check the path, then run it again"
            )


def reread(
    case: InCase = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Read all documents, also those this version has read.")
    ] = False,
    by: AsName = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read what this version of the reader has not read, and say what became of judgements."""
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        with opened(case, by=perhaps(by), tell=now, quiet=quiet) as (_, store):
            done = 0
            for count in workflow.read_again(store, everything=everything, tell=now):
                done = count
            places = store.whereabouts()
    if as_json:
        judged = [place_shape(place) for place in places]
        write_json({"format": FORMAT, "read": done, "judged": judged})
        return
    echo(f"{counted(done, 'document')} read")
    if lost := [place for place in places if place.state != "FOUND"]:
        print_places(lost)
        echo("A judgement is never moved by itself: judge the claim that has its words now.")
