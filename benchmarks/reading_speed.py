"""How much our reading adds to the parser: articles, beside `nlp.pipe` on the same pieces.

Both run in this process, in turn, with the same components and batches, a few articles at a
time. Of each such part the least processor time of all rounds counts, since whatever else the
machine does only adds to it. The target is 90 % of the parser's own speed.

The texts are 100 articles put together from the shipped ones, which are all of one dispute;
`--texts FILE` takes others, one JSON object with a "text" a line.
"""

import argparse
import gc
import json
import random
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
TARGET = 0.90
# Articles that are read in one go.
PART = 25


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


def given_articles(path: Path, count: int) -> list[Document]:
    """The first articles of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Document(text=json.loads(line)["text"]) for line in lines[:count]]


def seconds(work: Callable[[], Iterable[object]]) -> float:
    gc.collect()
    begun = time.process_time()
    deque(work(), maxlen=0)
    return time.process_time() - begun


def ways(documents: list[Document]) -> dict[str, Callable[[], Iterable[object]]]:
    """What is compared, on the same pieces of the same documents."""
    plain = [
        for_parser(piece.span.of(document.text))
        for document in documents
        for piece in pieces(document.text)
    ]
    return {
        "nlp.pipe": lambda: pipeline().pipe(plain, batch_size=BATCH),
        "detente": lambda: read_documents(documents),
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--texts", type=Path, help="a file of JSON lines, each with a text")
    given = options.parse_args()

    load_parser()
    count = given.articles
    documents = articles(count) if given.texts is None else given_articles(given.texts, count)
    least: dict[tuple[str, int], float] = {}
    for begun in range(0, len(documents), PART):
        for work in ways(documents[begun : begun + PART]).values():
            seconds(work)  # the vocabulary grows on the first round
    for _ in range(given.rounds):
        for begun in range(0, len(documents), PART):
            for name, work in ways(documents[begun : begun + PART]).items():
                taken = seconds(work)
                least[name, begun] = min(taken, least.get((name, begun), taken))

    totals: dict[str, float] = {}
    for (name, _), taken in least.items():
        totals[name] = totals.get(name, 0.0) + taken
    characters = sum(len(document.text) for document in documents)
    title = f"{len(documents)} articles, {characters:,} characters"
    table = Table("reader", "seconds", "articles/s", "of nlp.pipe", title=title)
    for name, total in totals.items():
        ratio = totals["nlp.pipe"] / total
        table.add_row(name, f"{total:.2f}", f"{len(documents) / total:.1f}", f"{ratio:.0%}")
    console = Console()
    console.print(table)
    console.print(f"{spacy_version()}; {given.rounds} rounds; the target is {TARGET:.0%}")


if __name__ == "__main__":
    main()
