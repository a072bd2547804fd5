"""`detente undo`, `detente redo`, `detente remove`: taking back what was decided."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import AsName, InCase, acting, opened
from detente.cli.status import judged
from detente.cli.terminal import Debug, Quiet, echo, say

if TYPE_CHECKING:
    from detente.record.log import Entry


def undo(
    case: InCase = None, by: AsName = None, quiet: Quiet = False, debug: Debug = False
) -> None:
    """Take back your own last decision or removal; others' stay."""
    name = acting(by)
    with opened(case, by=name, quiet=quiet) as (_, store):
        target = store.undo(name)
    _print(target, "Undone", f"{name} has done nothing here that could be undone.", quiet=quiet)


def redo(
    case: InCase = None, by: AsName = None, quiet: Quiet = False, debug: Debug = False
) -> None:
    """Bring back what you undid last."""
    name = acting(by)
    with opened(case, by=name, quiet=quiet) as (_, store):
        target = store.redo(name)
    _print(target, "Done again", f"{name} has undone nothing since the last edit.", quiet=quiet)


def remove(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Its id, the beginning of it, or its path.")
    ],
    back: Annotated[bool, typer.Option("--back", help="Bring a removed document back.")] = False,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why; kept in the log.")] = "",
    case: InCase = None,
    by: AsName = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Let a document count no longer. Its text is kept, and this can be undone."""
    name = acting(by)
    with opened(case, by=name, quiet=quiet) as (_, store):
        change = store.bring_back if back else store.remove
        entry = change(document, by=name, note=note)
    _print(entry, "Brought back" if back else "Removed", "", quiet=quiet)


def _print(entry: "Entry | None", done: str, nothing: str, *, quiet: bool) -> None:
    if entry is None:
        say(nothing)
        return
    told = entry.told
    if entry.kind == "judged":
        what = f"{told['decision']}: {judged(told)}"
    else:
        what = f"{told['path'] or told['document']}"
        what = what if done in ("Removed", "Brought back") else f"{entry.kind}: {what}"
    if not quiet:
        echo(f"{done}: {what}")
