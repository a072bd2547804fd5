"""Does twice the text take twice the time? Texts of many shapes, read and drafted.

The last columns divide by the size: 1.0 is linear, 2.0 quadratic. Shapes are chosen to hurt:
what looks backwards or across a paragraph would show here first.
"""

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from detente.domain.evidence import Document, Reading
from detente.model.drafting.draft import draft
from detente.read import load_parser, read_documents

T = TypeVar("T")

REFUSAL = "Kenya refused to reopen the border in May 2021. "
NESTED = (
    "The Kenyan minister said that Somalia had refused to say that it believed the border open. "
)


def story(k: int) -> str:
    return (
        f"Foreign Minister Ada Oduya told reporters that post {k} would stay closed. Kenya will not"
        f" reopen it unless Somalia withdraws its troops, she said. “We asked them {k} times to"
        " leave,” she added. Somalia rejected the demand.\n\n"
    )


SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "".join(story(k) for k in range(n)),
    "one paragraph": lambda n: REFUSAL * 4 * n,
    "nested statements": lambda n: NESTED * 2 * n,
    "one long sentence": lambda n: "Kenya said that " + "the border was open and " * 6 * n + "wet.",
    "quotations": lambda n: "“We stay here for good,” Kenya said. " * 5 * n,
    "unclosed quotations": lambda n: "Kenya said, “We stay for good.\n\n" * 5 * n,
    "headings": lambda n: "Kenya says no to a border\n\n" * 6 * n + REFUSAL,
}


def repeated(rounds: int, work: Callable[[], T]) -> tuple[float, T]:
    """Median of the seconds that something takes, and what comes of it."""
    taken = []
    for _ in range(rounds):
        gc.collect()
        begun = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), made


def reading(text: str) -> Reading:
    return next(iter(read_documents([Document(text=text)])))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=25)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()

    load_parser()
    sizes = [given.size, given.size * 2, given.size * 4]
    table = Table(
        "shape", *(f"×{n}" for n in sizes), "draft", "read growth", "draft growth", title="seconds"
    )
    for shape, text in SHAPES.items():
        reading(text(given.size))  # the vocabulary grows on the first round
        read_in, drafted_in = [], []
        for size in sizes:
            times, found = repeated(given.rounds, partial(reading, text(size)))
            read_in.append(times)
            drafted_in.append(repeated(given.rounds, partial(draft, [found]))[0])
        growth = sizes[-1] / sizes[0]
        ratios = [times[-1] / times[0] / growth for times in (read_in, drafted_in)]
        cells = [f"{t:.2f}" for t in (*read_in, drafted_in[-1])]
        table.add_row(shape, *cells, *(f"{ratio:.1f}" for ratio in ratios))
    Console().print(table)


if __name__ == "__main__":
    main()
