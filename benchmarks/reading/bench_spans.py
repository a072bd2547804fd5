"""Dates and conditions: measured on marked texts, with how far the confidences can be trusted.

`DETENTE_GOLD` names a folder with `gumdates`, `gumconditions` and the scorer `score_spans.py`; they
are not part of this repository, and without them there is nothing to measure.

A date becomes a prediction with its first and last day, a condition with its two spans, just as
`detente read --json` prints them. The table of confidences puts beside each step of ten what share
was right: of dates those whose days meet the marked ones, of conditions those whose words share
half with the marked condition and half with the marked consequence.

The confidences that are shipped were counted on these very texts. So the table is printed twice:
with them, and *held out*, where each tenth of the texts gets the shares that the others have.
With `--counts FOLDER` the latter are written there, for `reliability.py` to draw; `--shares` prints
what `days.toml` has under `[confidence]`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from reliability import Panel, steps, write
from rich.console import Console
from rich.table import Table

from detente.domain.evidence import Document, Reading
from detente.read import read_documents

Row = dict[str, Any]
Right = Callable[[Row, Row], bool]
# A share counts as if so many finds more had been right as often as finds are on the whole.
STEADY, FOLDS = 5, 10


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
        sure = {"confidence": d.confidence, "form": d.form}
        yield {"doc_id": name, "span": span, "value": value, **sure}


def conditions(name: str, reading: Reading) -> Iterator[Row]:
    for c in reading.conditions:
        yield {
            "doc_id": name,
            "condition": [[c.condition.start, c.condition.end]],
            "consequence": [[c.consequence.start, c.consequence.end]],
            "confidence": c.confidence,
            "form": c.form,
        }


def score(gold: Path, what: str, folder: Path, predictions: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        pred = Path(scratch) / "pred.jsonl"
        pred.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
        command = [sys.executable, str(gold / "score_spans.py"), what, "--label", what]
        places = ["--docs", folder / "dev.docs.jsonl", "--gold", folder / "dev.gold.jsonl"]
        subprocess.run([*command, *map(str, places), "--pred", str(pred)], check=True)


def judged(predictions: list[Row], gold: list[Row], right: Right) -> list[bool]:
    """Whether each prediction is right."""
    by_document: dict[str, list[Row]] = {}
    for g in gold:
        by_document.setdefault(g["doc_id"], []).append(g)
    return [any(right(p, g) for g in by_document.get(p["doc_id"], ())) for p in predictions]


def shares(forms: Iterable[str], rights: Iterable[bool]) -> dict[str, float]:
    """Share of each form that was right; that of all under no name."""
    found: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for form, right in zip(forms, rights, strict=True):
        for name in (form, ""):
            found[name] += 1
            good[name] += right
    whole = good[""] / max(1, found[""])
    counted = {f: (good[f] + STEADY * whole) / (n + STEADY) for f, n in found.items() if f}
    return counted | {"": whole}


def held_out(predictions: list[Row], rights: list[bool]) -> list[float]:
    """Confidence of each prediction, counted on the documents of the other folds."""
    names = sorted({p["doc_id"] for p in predictions})
    fold = {name: k % FOLDS for k, name in enumerate(names)}
    rows_ = list(zip(predictions, rights, strict=True))
    counted = []
    for k in range(FOLDS):
        others = [(p["form"], right) for p, right in rows_ if fold[p["doc_id"]] != k]
        counted.append(shares((f for f, _ in others), (right for _, right in others)))
    return [
        counted[fold[p["doc_id"]]].get(p["form"], counted[fold[p["doc_id"]]][""])
        for p in predictions
    ]


def print_confidences(panels: list[Panel]) -> None:
    title = f"{panels[0].title}: are the confidences right?"
    table = Table("", "confidence", "found", "right", "share", title=title)
    for panel in panels:
        for step in panel.steps:
            table.add_row(
                panel.on, f"{step.sure:.2f}", str(step.found), str(step.right), f"{step.share:.2f}"
            )
        table.add_row(panel.on, "", "", "off by", f"{panel.off:.3f}", end_section=True)
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
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--counts", type=Path, help="folder for the counts of reliability.py")
    options.add_argument("--shares", action="store_true", help="print the share of each form")
    given = options.parse_args()
    named = os.environ.get("DETENTE_GOLD")
    if not named or not (gold := Path(named)).is_dir():
        print("skipped: DETENTE_GOLD names no folder of marked texts")
        return 0
    kinds: tuple[tuple[str, Callable[[str, Reading], Iterator[Row]], Right], ...] = (
        ("dates", dates, same_days),
        ("conditions", conditions, same_pair),
    )
    for what, predict, right in kinds:
        folder = gold / f"gum{what}"
        if not folder.is_dir():
            print(f"skipped: there is no {folder.name} in that folder")
            continue
        made = [row for name, reading in readings(folder) for row in predict(name, reading)]
        score(gold, what, folder, made)
        rights = judged(made, rows(folder / "dev.gold.jsonl"), right)
        shipped = [row["confidence"] for row in made]
        if given.shares:
            for form, share in sorted(shares((r["form"] for r in made), rights).items()):
                print(f'"{form}" = {share:.2f}')
        texts = len(rows(folder / "dev.docs.jsonl"))
        panels = [
            Panel(what.capitalize(), on, steps(zip(sure, rights, strict=True)))
            for on, sure in (
                ("as shipped", shipped),
                (f"{texts} texts of GUM, held out", held_out(made, rights)),
            )
        ]
        print_confidences(panels)
        if given.counts is not None:
            write(panels[1], given.counts / f"{what}.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
