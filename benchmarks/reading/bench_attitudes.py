"""Attitudes, speakers and acts on our own sentences, half of them unseen by whoever writes rules.

A found statement is paired with a marked one whose cue it overlaps. Of the unseen half only
totals are printed, so that nobody tunes to it; ``--list`` shows the errors of the open half.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from detente.domain.evidence import Document, Statement
from detente.read import read_documents

GOLDEN = Path(__file__).parents[2] / "tests" / "golden" / "attitudes"
# Said of a topic, committing nobody: no attitude that the marking knows.
UNCOUNTED = "mentions"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--list", action="store_true", help="show errors of the open half")
    given = options.parse_args()
    table = Table("half", "cue found", "attitude P", "R", "F1", "given the cue", "party right")
    for half in ("open", "unseen"):
        table.add_row(half, *score(half, listing=given.list and half == "open"))
    Console().print(table)


def score(half: str, *, listing: bool) -> Iterator[str]:
    """Recall of cues; precision, recall and F1 of attitudes; what is right given the cue."""
    sentences = tomllib.loads((GOLDEN / f"{half}.toml").read_text(encoding="utf-8"))["sentence"]
    readings = read_documents([Document(text=sentence["text"]) for sentence in sentences])
    count: Counter[str] = Counter()
    for sentence, reading in zip(sentences, readings, strict=True):
        found = [s for s in reading.statements if s.attitude != UNCOUNTED]
        count["found"] += len(found)
        for marked in sentence.get("statement", ()):
            count["marked"] += 1
            paired = next((s for s in found if overlaps(s, marked, sentence["text"])), None)
            if paired is None:
                if listing:
                    print(f"not found   {marked['cue']!r}: {sentence['text']}")
                continue
            count["cue"] += 1
            count["attitude"] += paired.attitude == marked["attitude"]
            count["party"] += party(paired) == marked.get("party")
            if listing and paired.attitude != marked["attitude"]:
                words = f"{paired.attitude} for {marked['attitude']}"
                print(f"{words:24} {marked['cue']!r}: {sentence['text']}")
    precision, recall = count["attitude"] / count["found"], count["attitude"] / count["marked"]
    yield f"{count['cue'] / count['marked']:.1%}"
    yield f"{precision:.1%}"
    yield f"{recall:.1%}"
    yield f"{2 * precision * recall / (precision + recall):.1%}"
    yield f"{count['attitude'] / count['cue']:.1%}"
    yield f"{count['party'] / count['cue']:.1%}"


def overlaps(statement: Statement, marked: dict[str, Any], text: str) -> bool:
    if statement.cue is None:
        return False
    start = marked.get("cue_at", text.find(marked["cue"]))
    return statement.cue.start < start + len(marked["cue"]) and start < statement.cue.end


def party(statement: Statement) -> str | None:
    return statement.source.party if statement.source else None


if __name__ == "__main__":
    main()
