"""`detente status` and `detente log`: what a case holds, and what was done in it."""

from typing import Annotated, Any

import typer

from detente.cli.case import AsName, InCase, opened
from detente.cli.terminal import AsJson, Debug, Quiet, counted, echo, write_json
from detente.domain.shapes import FORMAT


def status(
    case: InCase = None, as_json: AsJson = False, quiet: Quiet = False, debug: Debug = False
) -> None:
    """Say how much a case holds, and the digest of its content."""
    with opened(case, quiet=quiet) as (found, store):
        counts = store.counts()
        digest = store.digest()
        places = store.whereabouts()
    lost = [place for place in places if place.state != "FOUND"]
    if as_json:
        numbers = {name: getattr(counts, name) for name in counts.__dataclass_fields__}
        write_json(
            {"format": FORMAT, "case": found.name, "id": found.id, "store": found.where}
            | numbers
            | {"lost_judgements": len(lost), "digest": digest}
        )
        return
    copies = counts.documents - counts.stories
    unread = f", {counts.unread} not read yet" if counts.unread else ""
    removed = f" ({counts.removed} removed)" if counts.removed else ""
    stories = f", {counted(counts.stories, 'story', 'stories')}" if copies else ""
    echo(f"{found.name}  {found.where}")
    echo(f"{counted(counts.documents, 'document')}{stories}{unread}{removed}")
    echo(
        f"{counted(counts.statements, 'statement')}, {counted(counts.events, 'event')},"
        f" {counted(counts.claims, 'claim')}"
    )
    echo(f"{counted(counts.judgements, 'judgement')}")
    if lost:
        echo(
            f"{counted(len(lost), 'judged claim')} no longer found as worded: detente claims --lost"
        )
    echo(f"digest {digest}")


def log(
    case: InCase = None,
    newest: Annotated[
        int, typer.Option("--newest", metavar="N", min=1, help="Show so many of the last entries.")
    ] = 20,
    by: AsName = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Show what was done in a case, by whom and when; the newest entry last."""
    with opened(case, quiet=quiet, damaged=True) as (_, store):
        entries = store.history(newest=newest, by=by)
    if as_json:
        write_json({"format": FORMAT, "entries": [_shape(entry) for entry in entries]})
        return
    for entry in entries:
        who = entry.by or "–"
        echo(f"{entry.seq:>5}  {entry.at}  {who}  {entry.kind}  {_told(entry)}")


def _shape(entry: Any) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": entry.at,
        "by": entry.by,
        "kind": entry.kind,
        "told": entry.told,
        "hash": entry.hash,
    }


def judged(told: dict[str, Any]) -> str:
    """Who claimed what, in the words of the log."""
    return f"{told['party']} {told['attitude']}: {told['text']}"


def _told(entry: Any) -> str:
    """What an entry tells, in a line."""
    told = entry.told
    match entry.kind:
        case "added":
            documents, readings = len(told["documents"]), len(told["readings"])
            return f"{counted(documents, 'document')}, {counted(readings, 'reading')}"
        case "judged":
            note = f" – {told['note']}" if told["note"] else ""
            return f"{told['decision']}: {judged(told)[:100]}{note}"
        case "removed" | "returned":
            note = f" – {told['note']}" if told["note"] else ""
            return f"{told['path'] or told['document']}{note}"
        case "undone" | "redone":
            return f"entry {told['seq']}"
        case "restored":
            return f"from the backup of {told['made']}"
        case "upgraded":
            return f"from form {told['from']} to {told['to']}"
        case _:
            return ""
