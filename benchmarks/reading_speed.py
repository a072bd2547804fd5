"""How much our reading adds to the parser: 100 articles, beside `nlp.pipe` on the same pieces.

Both run in this process, in turn, with the same components and batches; the medians are
compared. The target is 80 % of the parser's own speed.
"""

import argparse
import gc
import random
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from detente.domain.evidence import Document
from detente.read import load_parser, read_documents
from detente.read.grammar.parser import BATCH, for_parser, pipeline, spacy_version
from detente.read.intake.layout import pieces

EXAMPLES = sorted((Path(__file__).parents[1] / "examples" / "f35").glob("*.txt"))
TARGET = 0.80


def articles(count: int) -> list[Document]:
    """Articles that differ: paragraphs of the shipped texts in a new order, each with a number."""
    texts = [path.read_text(encoding="utf-8").split("\n\n")[1:] for path in EXAMPLES]
    paragraphs = [paragraph for text in texts for paragraph in text]
    length = sum(map(len, texts)) // len(texts)
    chance = random.Random(400)
    return [
        Document(text="\n\n".join([*chance.sample(paragraphs, length), f"That was report {n}."]))
        for n in range(count)
    ]


def seconds(work: Callable[[], Iterable[object]]) -> float:
    gc.collect()
    begun = time.perf_counter()
    deque(work(), maxlen=0)
    return time.perf_counter() - begun


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()

    load_parser()
    documents = articles(given.articles)
    plain = [
        for_parser(piece.span.of(document.text))
        for document in documents
        for piece in pieces(document.text)
    ]
    ways: dict[str, Callable[[], Iterable[object]]] = {
        "nlp.pipe": lambda: pipeline().pipe(plain, batch_size=BATCH),
        "detente": lambda: read_documents(documents),
    }
    for work in ways.values():
        seconds(work)  # the vocabulary grows on the first round
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(given.rounds):
        for name, work in ways.items():
            taken[name].append(seconds(work))

    medians = {name: statistics.median(times) for name, times in taken.items()}
    characters = sum(len(document.text) for document in documents)
    title = f"{len(documents)} articles, {characters:,} characters, {len(plain)} pieces"
    table = Table("reader", "seconds", "articles/s", "of nlp.pipe", title=title)
    for name, median in medians.items():
        ratio = medians["nlp.pipe"] / median
        table.add_row(name, f"{median:.2f}", f"{len(documents) / median:.1f}", f"{ratio:.0%}")
    console = Console()
    console.print(table)
    console.print(f"{spacy_version()}; {given.rounds} rounds; the target is {TARGET:.0%}")


if __name__ == "__main__":
    main()
