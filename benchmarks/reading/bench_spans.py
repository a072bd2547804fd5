"""Dates and conditions: measured on marked texts, with how far the confidences can be trusted.

`DETENTE_GOLD` names a folder with `gumdates`, `gumconditions` and the scorer `score_spans.py`; they
are not part of this repository, and without them there is nothing to measure.

A date becomes a prediction with its first and last day, a condition with its two spans, just as
`detente read --json` prints them. The table of confidences puts beside each step of ten what share
was right: of dates those whose days meet the marked ones, of conditions those whose words share
half with the marked condition and half with the marked consequence.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from detente.domain.evidence import Document, Reading
from detente.read import read_documents

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def readings(folder: Path) -> Iterator[tuple[str, Reading]]:
    """Read the documents of one set, each with its id."""
    docs = rows(folder / "dev.docs.jsonl")
    made = [Document(text=d["text"], published=d["meta"].get("created")) for d in docs]
    for d, reading in zip(docs, read_documents(made), strict=True):
        yield d["doc_id"], reading


def dates(name: str, reading: Reading) -> Iterator[Row]:
    for d in reading.dates:
        days = {"from": d.earliest, "to": d.latest}
        value = {key: day for key, day in days.items() if day is not None}
        span = [d.span.start, d.span.end]
        yield {"doc_id": name, "span": span, "value": value, "confidence": d.confidence}


def conditions(name: str, reading: Reading) -> Iterator[Row]:
    for c in reading.conditions:
        yield {
            "doc_id": name,
            "condition": [[c.condition.start, c.condition.end]],
            "consequence": [[c.consequence.start, c.consequence.end]],
            "confidence": c.confidence,
        }


def score(gold: Path, what: str, folder: Path, predictions: list[Row], right: Any) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        pred = Path(scratch) / "pred.jsonl"
        pred.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
        command = [sys.executable, str(gold / "score_spans.py"), what, "--label", what]
        places = ["--docs", folder / "dev.docs.jsonl", "--gold", folder / "dev.gold.jsonl"]
        subprocess.run([*command, *map(str, places), "--pred", str(pred)], check=True)
    print_confidences(what, predictions, rows(folder / "dev.gold.jsonl"), right)


def print_confidences(what: str, predictions: list[Row], gold: list[Row], right: Any) -> None:
    by_document: dict[str, list[Row]] = {}
    for g in gold:
        by_document.setdefault(g["doc_id"], []).append(g)
    met: Counter[int] = Counter()
    found: Counter[int] = Counter()
    for p in predictions:
        step = min(9, int(p["confidence"] * 10))
        found[step] += 1
        met[step] += any(right(p, g) for g in by_document.get(p["doc_id"], ()))
    table = Table("confidence", "found", "right", title=f"{what}: are the confidences right?")
    for step in sorted(found):
        share = f"{met[step] / found[step]:.0%}"
        table.add_row(f"{step / 10:.1f} to {step / 10 + 0.1:.1f}", str(found[step]), share)
    Console().print(table)


def same_days(p: Row, g: Row) -> bool:
    """Whether a predicted date and a marked one stand at the same place and share a day."""
    value = g["value"]
    first = value.get("when") or value.get("from") or value.get("notBefore") or value.get("to")
    last = value.get("when") or value.get("to") or value.get("notAfter") or value.get("from")
    if not first or not last or not overlap([p["span"]], [g["span"]]):
        return False
    own_first, own_last = p["value"].get("from"), p["value"].get("to")
    # A bare month or year sorts before its days, and with "~" behind them.
    return bool(own_first and own_last and own_first <= f"{last}~" and first <= own_last)


def same_pair(p: Row, g: Row) -> bool:
    return all(overlap(p[side], g[side]) for side in ("condition", "consequence"))


def overlap(some: list[list[int]], others: list[list[int]]) -> bool:
    """Whether two lists of spans share half of the shorter."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in some for b in others)
    return 2 * shared >= min(sum(e - s for s, e in spans) for spans in (some, others)) > 0


def main() -> int:
    named = os.environ.get("DETENTE_GOLD")
    if not named or not (gold := Path(named)).is_dir():
        print("skipped: DETENTE_GOLD names no folder of marked texts")
        return 0
    for what, predict, right in (
        ("dates", dates, same_days),
        ("conditions", conditions, same_pair),
    ):
        folder = gold / f"gum{what}"
        if not folder.is_dir():
            print(f"skipped: there is no {folder.name} in that folder")
            continue
        made = [row for name, reading in readings(folder) for row in predict(name, reading)]
        score(gold, what, folder, made, right)
    return 0


if __name__ == "__main__":
    sys.exit(main())
