"""How the engine grows with the model, and how many small models it solves while a person waits.

Each size is a new process of `detente bench engine`. Beside it stand two plain numpy passes over
the same ranks, and the ratio to each. *Max*: for each party the largest rank in each of its
rows, compared with every rank, which is all that `nash` takes. *Sort*: for each party
`argsort`, which is where solving `seq` begins. Times are medians; memory is the most of all rounds.
"""

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.table import Table

DETENTE = str(Path(sys.executable).with_name("detente"))
SIZES = [(16, 3), (18, 3), (20, 3), (22, 3), (24, 2)]  # options, parties
TARGETS = {(20, 3): "1 s, 250", (22, 3): "5 s", (24, 2): "8 s, 2048"}
GROWTH = "1.15"
# Every how manieth option cannot be undone, and which share of the combinations is feasible.
FORMS = {
    "whole, all can be undone": (0, 1.0),
    "a fifth infeasible": (0, 0.8),
    "half of the options irreversible": (2, 1.0),
    "all options irreversible": (1, 1.0),
    "half irreversible, a fifth infeasible": (2, 0.8),
}
MANY, MANY_OPTIONS, MANY_TARGET = 10_000, 8, "3 s"
# Two options, one of each party.
SMALL = """format = 1
name = "Two tariffs"
status_quo = []
""" + "".join(
    f"""[[party]]
id = "{one}"
[[party.option]]
id = "tariff"
text = "Keep a tariff"
[[party.preference]]
says = "not {other}.tariff"
[[party.preference]]
says = "tariff"
"""
    for one, other in ("ab", "ba")
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--most", type=int, default=24, help="options of the largest model")
    given = options.parse_args()

    console = Console()
    console.print(f"{processor()}, {os.cpu_count()} cores; Python {platform.python_version()}")
    bench(10, 2)  # compiles what is not compiled yet
    growing(console, given.rounds, given.most)
    irregular(console, given.rounds, min(given.most, 20))
    perturbed(console, given.rounds)
    small(console, given.rounds)


def growing(console: Console, rounds: int, most: int) -> None:
    """One large model after another."""
    columns = ("states", "parties", "seconds", "slowest", "MiB", "÷ max", "÷ sort", "target")
    table = Table(*columns, title=f"nash, gmr, smr and seq; median of {rounds} processes")
    medians: dict[int, float] = {}
    plain: dict[int, float] = {}
    for size, parties in SIZES:
        if size > most:
            continue
        found = [bench(size, parties) for _ in range(rounds)]
        seconds = [each["seconds"] for each in found]
        least = {what: in_new_process(what, size, parties) for what in ("maximum", "sorting")}
        median = statistics.median(seconds)
        if parties == 3:
            medians[size], plain[size] = median, least["maximum"]
        table.add_row(
            f"2^{size}",
            str(parties),
            f"{median:.3f}",
            f"{max(seconds):.3f}",
            f"{max(each['peak_mib'] for each in found):.0f}",
            *(f"{median / taken:.1f}" for taken in least.values()),
            TARGETS.get((size, parties), ""),
        )
    console.print(table)
    if len(medians) > 1:
        sizes = f"2^{min(medians)} to 2^{max(medians)}"
        ours, theirs = exponent(medians), exponent(plain)
        console.print(f"growth exponent from {sizes}: {ours:.2f} (target {GROWTH})")
        console.print(f"that of the pass for the maximum: {theirs:.2f}")


def exponent(seconds: dict[int, float]) -> float:
    """Slope of the straight line through the logarithms of states and seconds."""
    sizes = list(seconds)
    slope, _ = np.polyfit(sizes, [math.log2(seconds[size]) for size in sizes], 1)
    return float(slope)


def irregular(console: Console, rounds: int, size: int) -> None:
    """Models that are no whole cube beside one that is, in turn: the machine's speed drifts.

    Of the processor's seconds, which other work disturbs less; the loops run on one core.
    """
    found: dict[str, list[float]] = {form: [] for form in FORMS}
    for _ in range(rounds):
        for form, seconds in found.items():
            seconds.append(in_new_process(form, size, 3))
    medians = {form: statistics.median(seconds) for form, seconds in found.items()}
    table = Table("model", "CPU seconds", "÷ whole", title=f"2^{size} combinations, three parties")
    for form, median in medians.items():
        table.add_row(form, f"{median:.2f}", f"{median / next(iter(medians.values())):.1f}")
    console.print(table)


def perturbed(console: Console, rounds: int) -> None:
    """Many small models that differ a little in what the parties prefer."""
    seconds = [in_new_process("perturbed", MANY_OPTIONS, 3) for _ in range(rounds)]
    console.print(
        f"{MANY:,} perturbed models of {2**MANY_OPTIONS} states and 3 parties: "
        f"{statistics.median(seconds):.2f} s, slowest {max(seconds):.2f} s (target {MANY_TARGET})"
    )


def small(console: Console, rounds: int) -> None:
    """A model of two options through the command line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "two-tariffs.toml"
        path.write_text(SMALL, encoding="utf-8")
        command = [DETENTE, "analyse", str(path)]
        seconds = [timed(lambda: run(command)) for _ in range(rounds)]
    console.print(
        f"detente analyse, two options, process and all: {statistics.median(seconds):.2f} s, "
        f"slowest {max(seconds):.2f} s (target 0.6 s)"
    )


# --- In a process of their own --------------------------------------------------------------


def bench(size: int, parties: int) -> Any:
    """What `detente bench engine` prints."""
    options = ["--parties", str(parties), "--options", str(size), "--seed", "1", "--json"]
    return json.loads(run([DETENTE, "bench", "engine", *options]))


def in_new_process(what: str, size: int, parties: int) -> float:
    return float(run([sys.executable, __file__, "--worker", what, str(size), str(parties)]))


def run(command: Sequence[str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout


def work(what: str, size: int, parties: int) -> float:
    """Seconds that a worker takes for what it is asked."""
    if what == "perturbed":
        return solve_perturbed(size, parties)
    if what in FORMS:
        return solve_irregular(size, parties, *FORMS[what])
    ranks, widths = random_ranks(size, parties), dealt(size, parties)
    passes: dict[str, Callable[[], object]] = {
        "maximum": lambda: row_maximum(ranks, widths),
        "sorting": lambda: [np.argsort(rank) for rank in ranks],
    }
    return statistics.median(timed(passes[what]) for _ in range(5))


def solve_perturbed(size: int, parties: int) -> float:
    """Solve one game many times, each time with some neighbours in each ranking swapped."""
    from detente.analysis.kernels import compile_kernels, solve_many
    from detente.analysis.rows import layout_of

    chance = np.random.default_rng(2)
    ranks = np.array([random_ranks(size, parties)] * MANY, dtype=np.int32)
    for _ in range(3):
        swap_neighbours(ranks, chance)
    layout = layout_of(dealt(size, parties))
    compile_kernels(layout)
    return timed(lambda: solve_many(layout, ranks, ("nash", "gmr", "smr", "seq")))


def solve_irregular(size: int, parties: int, every: int, feasible: float) -> float:
    """Solve a game of which some is infeasible, or some options cannot be undone."""
    from detente.analysis.kernels import compile_kernels, solve
    from detente.analysis.rows import layout_of

    chance = np.random.default_rng(1)
    codes = np.flatnonzero(chance.random(2**size) < feasible).astype(np.uint64)
    ranks = [chance.permutation(len(codes)).astype(np.int32) for _ in range(parties)]
    fixed = sum(1 << option for option in range(0, size, every)) if every else 0
    layout = layout_of(dealt(size, parties), codes=codes, once_taken=fixed)
    compile_kernels(layout)
    begun = time.process_time()
    solve(layout, ranks, ("nash", "gmr", "smr", "seq"))
    return time.process_time() - begun


def swap_neighbours(ranks: npt.NDArray[np.int32], chance: np.random.Generator) -> None:
    """Let every party of every game change its mind about two states that are next in rank."""
    lower = chance.integers(0, ranks.shape[2] - 1, size=ranks.shape[:2])[..., np.newaxis]
    here, above = ranks == lower, ranks == lower + 1
    ranks[here] += 1
    ranks[above] -= 1


def random_ranks(size: int, parties: int) -> list[npt.NDArray[np.int32]]:
    """The ranks that `detente bench engine --seed 1` solves."""
    chance = np.random.default_rng(1)
    return [chance.permutation(2**size).astype(np.int32) for _ in range(parties)]


def dealt(size: int, parties: int) -> list[int]:
    return [size // parties + (party < size % parties) for party in range(parties)]


def row_maximum(ranks: list[npt.NDArray[np.int32]], widths: list[int]) -> None:
    """For each party, the largest rank in each row, compared with every rank."""
    low = 0
    for rank, width in zip(ranks, widths, strict=True):
        rows = rank.reshape(-1, 2**width, 2**low)  # [above, own, below]
        rows.max(axis=1, keepdims=True) <= rows  # noqa: B015 - it is timed, not used
        low += width


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def processor() -> str:
    """Name of the processor, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        asked, options, parties = sys.argv[2:]
        print(work(asked, int(options), int(parties)))
    else:
        main()
