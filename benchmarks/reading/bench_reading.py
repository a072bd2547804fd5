"""How well the reader finds who says what, where a folder with marked articles is given.

    DETENTE_GOLD=folder python benchmarks/reading/bench_reading.py

``train`` is measured on articles left out of the counting, in five folds; ``devsmall`` with
the counts that are shipped. F1 by the scorer that comes with the articles. Who is meant is
measured on ``gum/dev``, if the folder has it. With ``--counts FOLDER`` what share was right by
confidence is written there, for ``reliability.py`` to draw.
"""

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from count_cues import FOLDS, counted
from gold import Article, articles, folder, rows, scorer
from reliability import Panel, steps, write
from rich.console import Console
from rich.table import Table
from speakers import speakers

from detente.domain.evidence import Statement
from detente.lexicon.weights import Weights, from_counts, weights
from detente.read.reader import read_passages
from detente.read.statements import gate

TARGETS = {
    "content overlap": 73.0, "+source overlap": 67.0, "content exact": None, "all exact": 49.0,
    "direct": 90.0, "mixed": 84.0, "indirect": 64.0,
}  # fmt: skip


def statements(article: Article, table: Weights) -> list[Statement]:
    """Statements of an article, read with some counts, those inside others left out."""
    gate.weights = lambda: table  # type: ignore[assignment]
    found = read_passages(article.document, article.passages).statements
    return [s for s in found if s.inside is None]


def measured(part: str, found: dict[str, list[Statement]], path: Path) -> dict[str, Any]:
    """Score some statements, by article."""
    with path.open("w", encoding="utf-8") as lines:
        for name, said in found.items():
            for s in said:
                row = {
                    "doc_id": name,
                    "content": [[c.start, c.end] for c in s.content],
                    "source": [s.source.span.start, s.source.span.end] if s.source else None,
                    "cue": [s.cue.start, s.cue.end] if s.cue else None,
                    "confidence": s.confidence,
                }
                lines.write(json.dumps(row) + "\n")
    gold = folder() / "polnear"
    result, _, marked, made, pairs = scorer().score(
        gold / f"{part}.docs.jsonl", gold / f"{part}.gold.jsonl", path
    )
    values = {m: result["all"][m] for m in ("content overlap", "+source overlap", "content exact",
                                            "all exact")}  # fmt: skip
    values |= {t: result["types"][t]["content overlap"] for t in ("direct", "mixed", "indirect")}
    return {"values": values, "sure": _sure(marked, made, pairs)}


def _sure(marked: Any, made: Any, pairs: Any) -> list[tuple[float, bool]]:
    """Of each statement its confidence, and whether it is right."""
    sure = []
    for name, rows_ in made.items():
        good = set()
        for i, j, f1 in pairs[name]:
            gold, mine = marked[name][i], rows_[j]
            same = bool(gold["s"] & mine["s"]) or not (gold["s"] or mine["s"])
            if f1 >= 0.5 and same:
                good.add(j)
        for j, row in enumerate(rows_):
            sure.append((row["row"]["confidence"] or 0.0, j in good))
    return sure


def _by_tenth(sure: list[tuple[float, bool]]) -> dict[float, tuple[int, int]]:
    """How many of each tenth of confidence are right, and how many there are."""
    found = Counter(int(confidence * 10) / 10 for confidence, _ in sure)
    right = Counter(int(confidence * 10) / 10 for confidence, good in sure if good)
    return {step: (right[step], found[step]) for step in sorted(found)}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--counts", type=Path, help="folder for the counts of reliability.py")
    given = options.parse_args()
    folder()
    console = Console()
    train, dev = articles("train"), articles("devsmall")
    counts = rows(train)
    shipped = weights()
    found: dict[str, dict[str, list[Statement]]] = {"train": {}, "devsmall": {}}
    for fold in range(FOLDS):
        tree = counted([r for r in counts if r[0] % FOLDS != fold], [(0.0, 1, 2)])
        table = from_counts(tree)
        table = Weights(
            threshold=shipped.threshold, least=shipped.least, cues=table.cues,
            frames=table.frames, circumstances=table.circumstances, shares=shipped.shares,
            quoted=shipped.quoted,
        )  # fmt: skip
        for article in train[fold::FOLDS]:
            found["train"][article.name] = statements(article, table)
    for article in dev:
        found["devsmall"][article.name] = statements(article, shipped)
    with tempfile.TemporaryDirectory() as place:
        results = {part: measured(part, said, Path(place) / part) for part, said in found.items()}
    table_ = Table("measure", "train, held out: P", "R", "F1", "devsmall: P", "R", "F1", "reach")
    for name, target in TARGETS.items():
        cells = [f"{v:.1f}" for part in results for v in results[part]["values"][name]]
        table_.add_row(name, *cells, "" if target is None else f"{target:.0f}")
    console.print(table_)
    sure = Table("confidence", "train: right", "of", "share", "devsmall: right", "of", "share")
    by_step = {part: _by_tenth(results[part]["sure"]) for part in results}
    for step in sorted({s for rows_ in by_step.values() for s in rows_}):
        cells = []
        for part in results:
            right, total = by_step[part].get(step, (0, 0))
            cells += [str(right), str(total), f"{right / total:.2f}" if total else ""]
        sure.add_row(f"{step:.1f} to {step + 0.1:.1f}", *cells)
    console.print(sure)
    if given.counts is not None:
        on = f"{len(dev)} articles of PolNeAR's devsmall"
        kept = Panel("Attributions", on, tuple(steps(results["devsmall"]["sure"])))
        write(kept, given.counts / "attributions.json")
    gate.weights = weights
    meant = speakers()
    if meant is not None:
        console.print(meant)


if __name__ == "__main__":
    main()
