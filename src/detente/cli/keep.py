"""`detente verify`, `doctor`, `backup`, `restore`: so that nobody loses work."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.case import InCase, opened
from detente.cli.terminal import (
    AsJson,
    Debug,
    Quiet,
    counted,
    echo,
    print_findings,
    working,
    write_json,
)
from detente.domain.shapes import FORMAT, finding_shape
from detente.errors import StoreError


def verify(
    case: InCase = None, as_json: AsJson = False, quiet: Quiet = False, debug: Debug = False
) -> None:
    """Recompute every hash of a case, and say what is damaged."""
    with (
        working("starting", quiet=quiet) as now,
        opened(case, tell=now, quiet=quiet, damaged=True) as (found, store),
    ):
        from detente.record.verifying import verify as verify_record

        report = verify_record(store, now)
    if as_json:
        write_json(
            {
                "format": FORMAT,
                "case": found.name,
                "sound": report.sound,
                "checked": report.checked,
                "findings": [finding_shape(finding) for finding in report.findings],
            }
        )
    else:
        print_findings(report.findings, quiet=quiet)
        checked = ", ".join(f"{number} {what}" for what, number in report.checked.items())
        echo(f"{found.where}: {checked}")
        echo("sound" if report.sound else "DAMAGED: see above")
    if not report.sound:
        raise typer.Exit(StoreError.exit_code)


def doctor(
    accept_loss: Annotated[
        bool,
        typer.Option(
            "--accept-loss", help="Take the log as it is, though its newest entries are missing."
        ),
    ] = False,
    case: InCase = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Make indexes anew and remove what an interrupted call left behind."""
    with (
        working("starting", quiet=quiet) as now,
        opened(case, tell=now, quiet=quiet, damaged=True) as (_, store),
    ):
        from detente.record.doctoring import repair
        from detente.record.verifying import verify as verify_record

        done = repair(store, now, accept_loss=accept_loss)
        report = verify_record(store, now)
    if not quiet:
        echo(f"The index of {counted(done.documents, 'document')} was made anew.")
        for name in done.orphans:
            echo(f"Removed blobs/{name}, which belonged to nothing.")
    print_findings(report.findings, quiet=quiet)
    echo("sound" if report.sound else "DAMAGED: what is above, nothing here can repair")
    if not report.sound:
        raise typer.Exit(StoreError.exit_code)


def backup(
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER", help="Where backups are collected; backups/ of the case unless given."
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--verify", help="Open the backup and recompute every hash in it.")
    ] = False,
    case: InCase = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Copy a whole case, also while somebody works on it."""
    with (
        working("starting", quiet=quiet) as now,
        opened(case, tell=now, quiet=quiet) as (found, store),
    ):
        from detente.record.backups import make

        made = make(found, store.database, target, now)
    if check:
        _verify_backup(made.folder, quiet=quiet)
    if as_json:
        shape = {"format": FORMAT, "case": found.name, "folder": str(made.folder)}
        write_json(shape | {"made": made.made, "entries": made.entries, "verified": check})
    else:
        verified = "; every hash in it was recomputed" if check else ""
        echo(f"The backup: {made.folder}{verified}")


def _verify_backup(folder: Path, *, quiet: bool) -> None:
    from detente.record.backups import check
    from detente.record.verifying import verify as verify_record

    check(folder)
    with working("verifying the backup", quiet=quiet) as now:
        with opened(folder, tell=now) as (_, store):
            report = verify_record(store, now)
        check(folder)
    if not report.sound:
        print_findings(report.findings)
        raise StoreError(
            f"the backup {folder} is not sound, and so the case is not either",
            fix="run `detente verify` on the case; keep older backups",
        )


def restore(
    folder: Annotated[Path, typer.Argument(metavar="BACKUP", help="What `backup` made.")],
    target: Annotated[
        Path | None,
        typer.Argument(metavar="CASE", help="The case, or a new folder; this case unless given."),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="For a new case: keep its record in PostgreSQL."),
    ] = None,
    case: InCase = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Make a case what a backup holds. What it was before is kept as a backup too."""
    from detente.record.folders import find_case

    place = target or find_case(case).folder
    with working("starting", quiet=quiet) as now:
        from detente.record.restoring import restore as restore_case

        done = restore_case(folder, place, now, store=store)
    if not quiet:
        echo(f"{done.case.folder} is as it was on {done.backup.made}.")
        if done.before:
            echo(f"What it was until now: {done.before}")
