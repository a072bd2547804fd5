"""How long `detente revise` takes on a case of many texts when little has come.

The texts are those of `drafting_speed.py`. Each command runs in a process of its own, and is told
in seconds of the processor behind the imports: opening the case, drafting, folding in. A part of it
is the same at any size (the lexicon, the dispute file): a case of twenty texts shows how much.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from detente import workflow
from detente.domain.claims import claims
from detente.domain.evidence import Judgement, Provenance, Reading
from detente.record import Arrival
from detente.record.cases import init_case, open_case
from detente.record.folders import Case, load_case
from detente.record.keeping import CaseStore
from drafting_speed import made

BATCH = 500
READER = Provenance(tool="benchmark", version="1")


def main() -> None:
    """Measure cases of more and more texts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--texts", type=int, nargs="*", default=[20, 1000, 10_000])
    options.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--without", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.once is not None:
        print(once(load_case(given.once), without=given.without))
        return
    table = Table("texts", "what has come", "seconds", title="detente revise")
    for size in given.texts:
        with tempfile.TemporaryDirectory() as name:
            for what, seconds in measured(Path(name) / "case", size):
                table.add_row(f"{size:,}", what, f"{seconds:.2f}")
    Console(width=100).print(table)


def once(case: Case, *, without: bool) -> float:
    """Seconds of one command."""
    begun = time.process_time()
    store = open_case(case)
    kept = None if without else workflow.remembering(store, case)
    workflow.revise_file(store, case.dispute, kept=kept)
    return time.process_time() - begun


def measured(folder: Path, size: int) -> Iterator[tuple[str, float]]:
    """What has come, and seconds of revising."""
    case = init_case(folder)
    *old, first, second, third, older = made(size + 4)
    store = open_case(case, by="benchmark")
    texts = iter(old)
    while batch := list(islice(texts, BATCH)):
        take_in(store, *batch)
    run(folder)
    case.memory.unlink()
    yield "anything, nothing kept of the texts", run(folder)
    yield "nothing", run(folder)
    for number, found in enumerate((first, second, third), start=1):
        take_in(store, dated(found, f"2026-01-0{number}"))
        yield "a text newer than the others", run(folder)
    claim = claims([old[-1]])[0].id
    store.judge(Judgement(claim=claim, decision="rejected", by="benchmark", at=""))
    yield "a judgement", run(folder)
    take_in(store, dated(older, "2020-06-01"))
    yield "a text older than others", run(folder)
    yield "nothing, but without a memory", run(folder, "--without")


def dated(found: Reading, day: str) -> Reading:
    """A reading of a text of this day."""
    return replace(found, document=replace(found.document, published=day))


def take_in(store: CaseStore, *readings: Reading) -> None:
    """Put readings into a case."""
    store.take_in([Arrival(document=r.document, reading=r) for r in readings], READER)


def run(folder: Path, *options: str) -> float:
    """Revise the case in another process."""
    command = [sys.executable, __file__, "--once", str(folder), *options]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
