"""`detente search`: find statements, events and texts in a case."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import InCase, opened
from detente.cli.terminal import AsJson, Debug, Quiet, counted, echo, write_json
from detente.domain.shapes import FORMAT
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.record.searching import Found, Hit

_KINDS = ("statement", "event", "document")


def search(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help='Words; in "quotation marks" a phrase.'),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help=f"Only {', '.join(_KINDS)}. May be repeated."),
    ] = None,
    party: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Who says or does it: a code or a name.")
    ] = None,
    attitude: Annotated[
        str | None, typer.Option(metavar="ATTITUDE", help="How it is said: refuses, demands, …")
    ] = None,
    act: Annotated[
        str | None, typer.Option(metavar="ACT", help="What is done: an act's name, or a verb.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Not before: 2025, 2025-12 or 2025-12-09."),
    ] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after.")] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose name has these words in it.")
    ] = None,
    judged: Annotated[
        bool | None,
        typer.Option("--judged/--unjudged", help="Whether the claim it carries was judged."),
    ] = None,
    operators: Annotated[
        bool,
        typer.Option("--operators", help="AND, OR, NOT, brackets and a closing * mean something."),
    ] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Show so many.")] = 20,
    offset: Annotated[int, typer.Option(metavar="N", min=0, help="Leave out so many first.")] = 0,
    case: InCase = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Find what was said and done; accents and capitals make no difference."""
    from detente.record.deriving import KINDS
    from detente.record.searching import Wanted
    from detente.record.searching import search as search_record

    if unknown := [name for name in kind or () if name not in _KINDS]:
        raise InputError(
            f"there is no kind of result called {unknown[0]!r}",
            fix=f"name one of: {', '.join(_KINDS)}",
        )
    wanted = Wanted(
        text=" ".join(query) if query else None,
        operators=operators,
        kinds=tuple(name for name in KINDS if not kind or name in kind),
        party=party,
        attitude=attitude,
        act=act,
        since=since,
        until=until,
        publisher=publisher,
        judged=judged,
        limit=limit,
        offset=offset,
    )
    with opened(case, quiet=quiet) as (_, store):
        found = search_record(store.database, wanted)
    if as_json:
        results = [asdict(hit) for hit in found.hits]
        write_json({"format": FORMAT, "results": results, "total": found.total})
    else:
        _print(found, offset)


def _print(found: "Found", offset: int) -> None:
    for hit in found.hits:
        echo(f"{hit.id}  {_who(hit)}")
        echo(f"    {hit.snippet}")
    shown = len(found.hits)
    if not found.total:
        echo("Nothing found.")
    elif shown == found.total:
        echo(counted(found.total, "result"))
    else:
        echo(f"{offset + 1}–{offset + shown} of {counted(found.total, 'result')}")


def _who(hit: "Hit") -> str:
    """Who says what where and when, as far as it is known."""
    said = " ".join(part for part in (hit.party, hit.attitude or hit.act) if part)
    where = hit.title or hit.path or hit.document
    parts = [hit.kind, said, where, hit.publisher, hit.published]
    return "  ·  ".join(part for part in parts if part)
