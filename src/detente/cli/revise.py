"""`detente revise`: fold what is new into a dispute file, and leave what a person has set."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import opened
from detente.cli.draft import AsOf, InFolder, day_of
from detente.cli.terminal import (
    AsJson,
    Debug,
    Quiet,
    Strict,
    exit_code,
    plain,
    print_findings,
    working,
    write_json,
)
from detente.domain.shapes import FORMAT, finding_shape

if TYPE_CHECKING:
    from detente.model.drafting.revising import Revision


def revise(
    case: InFolder = None,
    take: Annotated[
        list[str] | None,
        typer.Option(metavar="OPTION", help="Also this option, left out so far. Repeatable."),
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Fold what the case tells of by now into its dispute file; your changes stay."""
    day = day_of(as_of)
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        with opened(case, tell=now, quiet=quiet) as (found, store):
            now("drafting the dispute")
            kept = workflow.remembering(store, found)
            made = workflow.revise_file(store, found.dispute, take=take or (), as_of=day, kept=kept)
    print_findings([f for f in made.findings if f.severity != "info"], quiet=quiet)
    if as_json:
        findings = [finding_shape(f) for f in made.findings]
        write_json({"format": FORMAT, **_shape(made.revision), "findings": findings})
    elif made.draft.dispute is not None:
        _print(made.revision)
    gave_result = made.draft.dispute is not None
    raise typer.Exit(exit_code(gave_result=gave_result, findings=made.findings, strict=strict))


def _shape(revision: "Revision | None") -> dict[str, list[str]]:
    kinds = ("added", "changed", "removed", "left")
    return {kind: list(getattr(revision, kind, ())) for kind in kinds}


def _print(revision: "Revision | None") -> None:
    if revision is None:
        typer.echo("There was no dispute file; it is drafted now.")
        return
    for kind in ("added", "changed", "removed"):
        for name in getattr(revision, kind):
            typer.echo(plain(f"{kind:8} {name}"))
    for name in revision.left:
        typer.echo(plain(f"{'left':8} {name}: as you set it"))
    if not revision.differs:
        typer.echo("Nothing to add.")
