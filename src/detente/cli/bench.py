"""`detente bench`: how fast this program is on this machine."""

from typing import Annotated

import typer

from detente.cli.terminal import AsJson, Debug, Quiet, out, working, write_json_line
from detente.domain.shapes import FORMAT

bench = typer.Typer(
    name="bench", help="Measure how fast this program is on this machine.", no_args_is_help=True
)


@bench.command()
def engine(
    parties: Annotated[int, typer.Option(help="How many decision makers.")] = 3,
    options: Annotated[int, typer.Option(help="How many options in all, 1 to 26.")] = 20,
    seed: Annotated[int, typer.Option(min=0, help="Of the random preferences.")] = 1,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Solve a random conflict under nash, gmr, smr and seq, and tell time and memory."""
    with working("loading the solver", quiet=quiet) as now:
        from detente.analysis.kernels import compile_kernels, is_compiled
        from detente.analysis.measuring import measure

        if not is_compiled():
            now("compiling the solver; this is done once")
        compile_seconds = compile_kernels()
        now(f"solving {2**options:,} states" if 0 < options < 64 else "solving")
        found = measure(parties=parties, options=options, seed=seed)
    if as_json:
        write_json_line(
            {
                "format": FORMAT,
                "parties": parties,
                "options": options,
                "seed": seed,
                "states": found.states,
                "seconds": round(found.seconds, 4),
                "compile_seconds": round(compile_seconds, 4),
                "peak_mib": round(found.peak_mib, 1),
                "stable": [dict(counts) for counts in found.stable],
            }
        )
        return
    console = out()
    console.print(
        f"{found.states:,} states, {parties} parties: {found.seconds:.3f} s, "
        f"{found.peak_mib:.0f} MiB at most (compiling or loading: {compile_seconds:.2f} s)"
    )
    for number, counts in enumerate(found.stable, start=1):
        stable = ", ".join(f"{concept} {count:,}" for concept, count in counts.items())
        console.print(f"party {number}: states stable under {stable}")
