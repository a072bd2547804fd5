"""How long a person waits: the help, the import, and one article to a brief, each in a new process.

The files are in the system's cache after the first round; the process is new each time.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

DETENTE = str(Path(sys.executable).with_name("detente"))
EXAMPLES = (Path(__file__).parents[1] / "examples" / "f35").glob("*.txt")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()

    longest = str(max(EXAMPLES, key=lambda path: path.stat().st_size))
    work: dict[str, tuple[list[str], str]] = {
        "python -c pass": ([sys.executable, "-c", "pass"], ""),
        "python -c 'import detente'": (
            [sys.executable, "-c", "import detente"],
            "0.10 beyond python",
        ),
        "detente --help": ([DETENTE, "--help"], "0.40"),
        "detente brief ARTICLE": ([DETENTE, "brief", longest], "5.00"),
    }
    table = Table("what", "seconds", "slowest", "target", title="in a new process, median")
    for name, (command, target) in work.items():
        times = [seconds(command) for _ in range(given.rounds)]
        table.add_row(name, f"{statistics.median(times):.2f}", f"{max(times):.2f}", target)
    Console().print(table)


def seconds(command: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return time.perf_counter() - begun


if __name__ == "__main__":
    main()
