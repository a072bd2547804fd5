"""`detente law`: which outcomes are allowed, why not, and the smallest way out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from detente.cli.terminal import (
    AsJson,
    Debug,
    Quiet,
    Strict,
    exit_code,
    print_findings,
    working,
    write_json,
    write_long_json,
)
from detente.domain.norms import Status
from detente.domain.shapes import FORMAT, finding_shape
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.domain.dispute import StateId
    from detente.domain.rulings import Opinion
    from detente.workflow import Matter

law = typer.Typer(
    name="law",
    help="Which outcomes the law allows, why not others, and the smallest way out.",
    no_args_is_help=True,
)
# A case keeps its dispute under this name.
_FILE = "dispute.toml"

DisputeFile = Annotated[
    Path, typer.Argument(metavar="DISPUTE", help="A dispute file, or the folder of a case.")
]
StateName = Annotated[
    str,
    typer.Argument(
        metavar="STATE", help="The state's id, or the options taken joined with +; - for none."
    ),
]
On = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Judge the law on this day, such as 2025-12-20."),
]
Readings = Annotated[
    list[str] | None,
    typer.Option("--reading", metavar="ID", help="Take this reading of the law to be right."),
]
By = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WHO",
        help="Only what these control: a party, an actor, or table, legislature, third, nobody.",
    ),
]


@law.command()
def check(
    dispute: DisputeFile,
    on: On = None,
    reading: Readings = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Say of each feasible state whether the law of a day allows it, or on what that depends."""
    from detente import law as stage
    from detente.domain.ruling_shapes import readings_shape, ruling_shape
    from detente.domain.states import feasible_states

    with working("judging", quiet=quiet):
        matter = _matter(dispute, on, reading, quiet=quiet)
        states = feasible_states(matter.dispute)
        found = stage.check(matter.dispute, states, matter.on, matter.readings)
        if as_json:
            head = {
                "format": FORMAT,
                "on": _iso(matter.on),
                "reading": readings_shape(matter.readings),
                "states": [],
                "findings": [finding_shape(each) for each in matter.findings],
            }
            write_long_json(head, states=map(ruling_shape, found), one_line=False)
        else:
            from detente.cli.memos import print_rulings

            print_rulings(matter, found)
    _exit(matter, strict, quiet)


@law.command("why-not")
def why_not(
    dispute: DisputeFile,
    state: StateName,
    on: On = None,
    reading: Readings = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Say why a state is not lawful: all minimal reasons, each with its provisions and facts."""
    from detente.domain.ruling_shapes import why_not_shape

    with working("looking for reasons", quiet=quiet):
        matter = _matter(dispute, on, reading, quiet=quiet)
        found = _opinion(matter, state, most=0)
    if as_json:
        write_json(_with_findings(why_not_shape(found), matter))
    else:
        from detente.cli.memos import print_reasons

        print_reasons(matter, found)
    _exit(matter, strict, quiet)


@law.command()
def requires(
    dispute: DisputeFile,
    state: StateName,
    by: By = None,
    most: Annotated[int, typer.Option(min=1, help="List so many ways at most.")] = 12,
    size: Annotated[
        int | None, typer.Option(min=1, help="Leave out ways with more changes than this.")
    ] = None,
    on: On = None,
    reading: Readings = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Say what would have to change for a state to be lawful: all minimal ways out."""
    from detente.domain.ruling_shapes import requires_shape

    with working("looking for ways", quiet=quiet):
        matter = _matter(dispute, on, reading, quiet=quiet)
        found = _opinion(matter, state, by=by or (), most=most, largest=size)
        every = found if found.ways or not by else _opinion(matter, state, most=1)
    if as_json:
        write_json(_with_findings(requires_shape(found), matter))
    else:
        from detente.cli.memos import print_ways

        print_ways(matter, found, by or (), nearest=every.ways[:1])
    _exit(matter, strict, quiet)


@law.command("what-if")
def what_if(
    dispute: DisputeFile,
    assume: Annotated[
        list[str] | None,
        typer.Option(metavar="FACT=STATUS", help="A fact is true, false, unknown or contested."),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="PROVISION", help="A provision is repealed or waived."),
    ] = None,
    then: Annotated[str | None, typer.Option(metavar="DATE", help="It is another day.")] = None,
    then_reading: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="This reading turns out to be right.")
    ] = None,
    on: On = None,
    reading: Readings = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Assume a fact, repeal or waive a provision, or move the day: what becomes of which state."""
    from detente import law as stage
    from detente.domain.ruling_shapes import difference_shape, readings_shape
    from detente.domain.states import feasible_states

    facts = dict(_assumed(assume or ()))
    if not (facts or without or then or then_reading):
        fix = "give --assume, --without, --then or --then-reading"
        raise InputError("nothing is assumed", fix=fix)
    with working("judging twice", quiet=quiet):
        matter = _matter(dispute, on, reading, quiet=quiet)
        assumed = stage.Assumption(
            facts=facts,
            without=frozenset(without or ()),
            on=_day(then) or matter.on,
            readings=tuple(dict.fromkeys((*matter.readings, *(then_reading or ())))),
        )
        states = feasible_states(matter.dispute)
        here = (matter.dispute, states, matter.on, matter.readings)
        found = stage.differences(*here, assumed)
    if as_json:
        shape = {
            "format": FORMAT,
            "on": _iso(matter.on),
            "reading": readings_shape(matter.readings),
            "assumed": {
                "facts": facts,
                "without": sorted(assumed.without),
                "on": _iso(assumed.on),
                "reading": readings_shape(assumed.readings),
            },
            "states": [difference_shape(each) for each in found],
        }
        write_json(_with_findings(shape, matter))
    else:
        from detente.cli.memos import print_differences

        print_differences(matter, assumed, found, len(states))
    _exit(matter, strict, quiet)


@law.command()
def steps(
    dispute: DisputeFile,
    state: StateName,
    by: By = None,
    on: On = None,
    reading: Readings = None,
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Say how a state could be reached lawfully: the cheapest way, step by step, with days."""
    from detente import law as stage
    from detente.domain.ruling_shapes import route_shape

    with working("looking for the way", quiet=quiet):
        matter = _matter(dispute, on, reading, quiet=quiet)
        found = stage.route(
            matter.dispute, _state(matter, state), matter.on, matter.readings, by=by or ()
        )
    if as_json:
        shape = None if found is None else route_shape(found)
        write_json(
            _with_findings({"format": FORMAT, "on": _iso(matter.on), "route": shape}, matter)
        )
    else:
        from detente.cli.memos import print_steps

        print_steps(matter, found)
    _exit(matter, strict, quiet)


@law.command("import-sanctions")
def import_sanctions(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="FollowTheMoney entities, JSON or one a line."),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="The instrument file to write.")
    ],
    as_json: AsJson = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Make an instrument file of the Sanction entities of FollowTheMoney."""
    from detente.cli.files import check_writable, write_whole
    from detente.cli.terminal import counted
    from detente.model.sanctions import sanctions_in

    check_writable(output, files)
    found = sanctions_in(files)
    if found.count:
        write_whole(output, found.text)
    if as_json:
        shape = {
            "format": FORMAT,
            "sanctions": found.count,
            "output": str(output) if found.count else None,
            "findings": [finding_shape(each) for each in found.findings],
        }
        write_json(shape)
    elif found.count:
        typer.echo(f"{counted(found.count, 'sanction')} written to {output}")
    print_findings(found.findings, quiet=quiet)
    gave_result = found.count > 0
    raise typer.Exit(exit_code(gave_result=gave_result, findings=found.findings, strict=strict))


# --- What all of them need --------------------------------------------------------------------


def _matter(path: Path, on: str | None, readings: Sequence[str] | None, *, quiet: bool) -> "Matter":
    from detente import workflow

    file = path / _FILE if path.is_dir() else path
    found = workflow.bring_before_law(file, _day(on), readings or ())
    if isinstance(found, tuple):
        print_findings(found, quiet=quiet)
        raise typer.Exit(2)
    return found


def _opinion(matter: "Matter", state: str, **asked: Any) -> "Opinion":
    from detente import law as stage

    return stage.opinion(matter.dispute, _state(matter, state), matter.on, matter.readings, **asked)


def _state(matter: "Matter", name: str) -> "StateId":
    from detente.model.states import find_state

    return find_state(matter.dispute, name)


def _with_findings(shape: Mapping[str, Any], matter: "Matter") -> dict[str, Any]:
    return {**shape, "findings": [finding_shape(each) for each in matter.findings]}


def _exit(matter: "Matter", strict: bool, quiet: bool) -> None:
    print_findings(matter.findings, quiet=quiet)
    raise typer.Exit(exit_code(gave_result=True, findings=matter.findings, strict=strict))


def _assumed(pairs: Sequence[str]) -> Iterator[tuple[str, Status]]:
    for pair in pairs:
        name, equals, status = pair.rpartition("=")
        if not equals or status not in ("true", "false", "unknown", "contested"):
            what = f"{pair!r} is not a fact and its status"
            raise InputError(what, fix="write it as FACT=true, =false, =unknown or =contested")
        yield name, cast("Status", status)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text!r} is not a day", fix="write it as 2025-12-20") from error


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
