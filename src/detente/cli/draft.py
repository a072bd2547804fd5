"""`detente draft`: from a record to a dispute file that a person can correct."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import opened
from detente.cli.files import check_writable
from detente.cli.terminal import (
    AsJson,
    Debug,
    Quiet,
    Strict,
    counted,
    exit_code,
    plain,
    print_findings,
    say,
    working,
    write_json,
)
from detente.domain.shapes import FORMAT, Json, dispute_shape, finding_shape
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.domain.drafts import Draft

InFolder = Annotated[
    Path | None,
    typer.Argument(metavar="CASE", help="The case; else the nearest folder that is one."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Use only what was published by this day."),
]


def draft(
    case: InFolder = None,
    as_of: AsOf = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write this file, not the case's own dispute."
        ),
    ] = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Draft the dispute that a case tells of, as a file to be corrected."""
    day = day_of(as_of)
    if output is not None:
        check_writable(output)
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        with opened(case, tell=now, quiet=quiet) as (found, store):
            path = output or found.dispute
            now("drafting the dispute")
            kept = workflow.remembering(store, found)
            made = workflow.draft_file(store, path, as_of=day, base=output is None, kept=kept)
    print_findings([f for f in made.findings if f.severity != "info"], quiet=quiet)
    if as_json:
        write_json(draft_shape(made.draft))
    elif made.draft.dispute is not None:
        _print(made.draft, path)
    gave_result = made.draft.dispute is not None
    raise typer.Exit(exit_code(gave_result=gave_result, findings=made.findings, strict=strict))


def day_of(text: str | None) -> date | None:
    """The day that a person gives; None if none is given."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(f"{text!r} is not a day", fix="write it as 2025-12-20") from error


def draft_shape(drafted: "Draft") -> Json:
    """What `--json` prints of a draft."""
    return {
        "format": FORMAT,
        "dispute": dispute_shape(drafted.dispute) if drafted.dispute else None,
        "further": [
            {"name": f.name, "text": f.option.text, "because": list(f.option.because)}
            for f in drafted.further
        ],
        "third_parties": [
            {"name": t.name, "code": t.code, "speaks": t.speaks, "because": list(t.because)}
            for t in drafted.third_parties
        ],
        "shifts": [
            {
                "party": s.party,
                "option": s.option,
                "wants": s.wants,
                "before": s.before,
                "after": s.after,
                "because": list(s.because),
            }
            for s in drafted.shifts
        ],
        "expectations": [
            {
                "party": e.party,
                "text": e.text,
                "from": e.earliest,
                "until": e.until,
                "outcome": e.outcome,
                "because": [*e.because, *e.met_by],
            }
            for e in drafted.expectations
        ],
        "findings": [finding_shape(f) for f in drafted.findings],
    }


def _print(drafted: "Draft", path: Path) -> None:
    dispute = drafted.dispute
    assert dispute is not None
    typer.echo(plain(dispute.name))
    for party in dispute.parties:
        typer.echo(plain(f"\n{party.name}"))
        for option in party.options:
            taken = f"{party.id}.{option.id}" in (dispute.status_quo or ())
            typer.echo(plain(f"  {option.text}{' (taken today)' if taken else ''}"))
    laws = counted(len(dispute.provisions), "provision")
    wishes = counted(sum(len(p.preferences) for p in dispute.parties), "preference")
    left = f"; {counted(len(drafted.further), 'option')} left out" if drafted.further else ""
    typer.echo(f"\n{wishes}, {laws}{left}")
    say(
        plain(
            f"The draft: {path}. Correct it in an editor; `detente why` shows what a line is from."
        )
    )
