"""`detente why`, `detente without`: what a model rests on, and on whom."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import InCase, opened
from detente.cli.terminal import AsJson, Debug, Quiet, counted, plain, working, write_json
from detente.domain.shapes import FORMAT, Json
from detente.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.domain.dispute import Dispute
    from detente.model.drafting.passages import Ground
    from detente.model.naming import Element

_MEANINGS = {
    "analyst": "set by an analyst",
    "unknown": "not in the record any more",
}


def why(
    element: Annotated[
        str,
        typer.Argument(
            metavar="ELEMENT",
            help="A party, option, provision, or what a preference or rule says.",
        ),
    ],
    case: InCase = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Follow a line of the case's dispute to the sentences it rests on."""
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        with opened(case, tell=now, quiet=quiet) as (found, store):
            chains = workflow.why(store, _dispute(found.dispute), element)
    if as_json:
        write_json({"format": FORMAT, "elements": [_shape(e, g) for e, g in chains]})
        return
    for each, grounds in chains:
        _print(each, grounds)


def _dispute(path: Path) -> "Dispute":
    from detente.model.drafted import loaded

    if not path.exists():
        raise InputError(f"the case has no {path.name}", fix="make one with `detente draft`")
    return loaded(path)


def _shape(element: "Element", grounds: "Sequence[Ground]") -> Json:
    return {
        "kind": element.kind,
        "name": element.name,
        "text": element.text,
        "because": [
            {
                "id": ground.id,
                "kind": ground.kind,
                "party": ground.party,
                "text": ground.text,
                "passages": [
                    {
                        "id": passage.id,
                        "document": passage.document.id,
                        "path": passage.document.path,
                        "published": passage.document.published,
                        "start": passage.start,
                        "end": passage.end,
                        "text": passage.text,
                        "party": passage.by,
                        "attitude": passage.attitude,
                        "opposes": opposes,
                    }
                    for passages, opposes in ((ground.support, False), (ground.oppose, True))
                    for passage in passages
                ],
            }
            for ground in grounds
        ],
    }


def _print(element: "Element", grounds: "Sequence[Ground]") -> None:
    typer.echo(plain(f"{element.kind} {element.name}"))
    if element.text not in element.name:
        typer.echo(plain(f"  {element.text}"))
    for ground in grounds:
        said = f"{ground.party}: {ground.text}" if ground.party else ground.text
        meaning = said if ground.kind == "claim" else _MEANINGS.get(ground.kind, "")
        typer.echo(plain(f"  {ground.kind} {ground.id}  {meaning}".rstrip()))
        for mark, passages in (("", ground.support), ("against: ", ground.oppose)):
            for passage in passages:
                place = f"{passage.source}, {passage.start}–{passage.end}"
                typer.echo(plain(f"    {mark}“{passage.text}”\n      {passage.id}  {place}"))
    if not grounds:
        typer.echo("  nothing is named that it rests on")


def without(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Documents to leave out: files, ids, publishers."),
    ],
    case: InCase = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Draft a case again without some documents, and say what falls with them."""
    with working("starting", quiet=quiet) as now:
        from detente import workflow

        with opened(case, tell=now, quiet=quiet) as (_, store):
            now("drafting twice")
            fallen = workflow.without(store, sources)
    if as_json:
        lists = {name: list(getattr(fallen, name)) for name in ("documents", "lost", "gained")}
        write_json({"format": FORMAT, **lists})
        return
    for name in fallen.lost:
        typer.echo(plain(f"falls    {name}"))
    for name in fallen.gained:
        typer.echo(plain(f"instead  {name}"))
    if not fallen.lost and not fallen.gained:
        left_out = counted(len(fallen.documents), "document")
        typer.echo(f"Nothing rests on {left_out} alone.")
