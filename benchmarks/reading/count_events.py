"""Count how often events found in each circumstance are right, and write ``event_counts.toml``.

    DETENTE_GOLD=folder python benchmarks/reading/count_events.py

PLV marks one event a sentence: who, to whom, and a PLOVER type. An event that was found is right
when its type is the marked one and the sides that it has share a word with the marked ones. What
tells of something else was not marked and is left out: beside a right event all that do not share
both sides with the mark, else all that share neither if another does.

Circumstances are taken one after the other, each with [right, expected, found]: what was expected
follows from all that was counted before it. The confidence table is counted on sentences left out
of the counting.
"""

import argparse
import json
import os
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from detente.domain.evidence import Actor, Document, Event
from detente.lexicon.event_counts import EventCounts, from_counts
from detente.lexicon.weights import shift
from detente.read.events.certainty import circumstances
from detente.read.reader import found_in

FOLDS = 5
# Of fewer finds nothing is concluded.
FEWEST = 15
STEP, LOWEST, HIGHEST = 0.5, -0.75, 1.75
HEAD = """\
# How often events were right by the circumstances in which they were found, counted over 1,006
# sentences in which people marked one event each (PLV); written by
# benchmarks/reading/count_events.py, and read by lexicon/event_counts.py, which turns counts into
# weights (log odds).
#
# all: right, found. confidence: weight, right, found, of sentences left out of the counting.
# circumstance: right, expected to be from all that stands above it, found.
"""


class Find(NamedTuple):
    """An event that was found, the number of its sentence, and whether it was right."""

    sentence: int
    names: tuple[str, ...]
    right: bool


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def finds(gold: Path) -> list[Find]:
    """Typed events of the marked sentences, each judged."""
    marks = {row["doc_id"]: row["events"] for row in rows(gold / "plv" / "dev.gold.jsonl")}
    texts = list(rows(gold / "plv" / "dev.docs.jsonl"))
    readings = found_in(Document(text=row["text"]) for row in texts)
    found: list[Find] = []
    for number, (row, (reading, behind)) in enumerate(zip(texts, readings, strict=True)):
        here = [event for event in reading.events if event.type]
        found += [
            Find(number, circumstances(event, behind.events[event.id]), right)
            for event, right in judged(here, marks[row["doc_id"]], row["text"])
        ]
    return found


def judged(here: list[Event], marks: list[dict[str, Any]], text: str) -> list[tuple[Event, bool]]:
    """Events of a sentence that its marks speak of, and whether they are right."""
    right = [event for event in here if any(is_right(event, mark, text) for mark in marks)]
    least = 2 if right else 1
    beside = [
        event
        for event in here
        if event not in right and any(sides_shared(event, mark, text) >= least for mark in marks)
    ]
    judgeable = [*((event, True) for event in right), *((event, False) for event in beside)]
    return judgeable or [(event, False) for event in here]


def words(start: int, end: int, text: str) -> set[int]:
    """Places of the words of a stretch, its articles apart."""
    return {
        k for k in range(start, end) if text[k].isalnum() and (k == 0 or not text[k - 1].isalnum())
    }


def meet(actor: Actor | None, span: list[int] | None, text: str) -> bool:
    if actor is None or not span:
        return actor is None and not span
    return bool(words(actor.span.start, actor.span.end, text) & words(*span, text))


def sides_shared(event: Event, mark: dict[str, Any], text: str) -> int:
    sides = ((event.actor, mark["source_span"]), (event.target, mark["target_span"]))
    return sum(actor is not None and meet(actor, span, text) for actor, span in sides)


def is_right(event: Event, mark: dict[str, Any], text: str) -> bool:
    fold = {"RETREAT": "CONCEDE", "YIELD": "CONCEDE"}
    sides = ((event.actor, mark["source_span"]), (event.target, mark["target_span"]))
    return fold.get(event.type, event.type) == fold.get(mark["code"], mark["code"]) and all(
        actor is None or meet(actor, span, text) for actor, span in sides
    )


def counted(found: list[Find], shares: list[tuple[float, int, int]]) -> dict[str, Any]:
    """Counts of some finds, as ``event_counts.toml`` has them."""
    tree: dict[str, Any] = {
        "all": [sum(f.right for f in found), len(found)],
        "confidence": shares,
        "circumstance": {},
    }
    sums = [from_counts(tree).start] * len(found)
    places: dict[str, list[int]] = {}
    for place, find in enumerate(found):
        for name in find.names:
            places.setdefault(name, []).append(place)
    order = ("word", "actor:", "actor f", "target:", "target f", "place", "type", "status")
    rank = {
        name: next((k for k, o in enumerate(order) if name.startswith(o)), 99) for name in places
    }
    for name in sorted(places, key=lambda n: (rank[n], -len(places[n]), n)):
        here = places[name]
        if len(here) < FEWEST:
            continue
        right = sum(found[p].right for p in here)
        expected = round(sum(1 / (1 + exp(-sums[p])) for p in here), 1)
        tree["circumstance"][name] = [right, expected, len(here)]
        for p in here:
            sums[p] += shift(right, expected, len(here))
    return tree


def held_out(found: list[Find]) -> list[tuple[float, bool]]:
    """Weight of each find by counts of other sentences, and whether it was right."""
    scored = []
    for fold in range(FOLDS):
        table = from_counts(
            counted([f for f in found if f.sentence % FOLDS != fold], [(0.0, 1, 2)])
        )
        scored += [(table.sum(f.names), f.right) for f in found if f.sentence % FOLDS == fold]
    return scored


def reliability(scored: Iterable[tuple[float, bool]]) -> list[tuple[float, int, int]]:
    """Weight (middle of a step, open at both ends), right and found."""
    right: Counter[float] = Counter()
    total: Counter[float] = Counter()
    for weight, ok in scored:
        step = min(HIGHEST, max(LOWEST, (weight // STEP) * STEP + STEP / 2))
        total[step] += 1
        right[step] += ok
    return [(step, right[step], total[step]) for step in sorted(total)]


def tenths(pairs: Iterable[tuple[float, bool]]) -> list[tuple[int, float, int, int]]:
    """Of each tenth of confidence: its number, the mean confidence, right and found."""
    within: dict[int, list[tuple[float, bool]]] = {}
    for sure, right in pairs:
        within.setdefault(min(9, int(sure * 10)), []).append((sure, right))
    return [
        (tenth, sum(s for s, _ in here) / len(here), sum(r for _, r in here), len(here))
        for tenth, here in sorted(within.items())
    ]


def reliability_held_out(found: list[Find]) -> list[tuple[int, float, int, int]]:
    """Confidence by tenths, of sentences on which nothing was counted that it rests on."""
    pairs: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        rest = [f for f in found if f.sentence % FOLDS != fold]
        table: EventCounts = from_counts(counted(rest, reliability(held_out(rest))))
        pairs += [
            (table.confidence(table.sum(f.names)), f.right)
            for f in found
            if f.sentence % FOLDS == fold
        ]
    return tenths(pairs)


def written(tree: dict[str, Any]) -> str:
    lines = [HEAD, f"all = {tree['all']}", "confidence = ["]
    lines += [f"  {list(row)}," for row in tree["confidence"]] + ["]", "", "[circumstance]"]
    lines += [f'"{name}" = {row}' for name, row in tree["circumstance"].items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    shipped = Path(str(files("detente.lexicon").joinpath("data/event_counts.toml")))
    options.add_argument("--gold", type=Path, default=os.environ.get("DETENTE_GOLD"))
    options.add_argument("--output", type=Path, default=shipped)
    given = options.parse_args()
    if given.gold is None:
        options.exit(message="skipped: name the folder that holds plv with --gold\n")
    found = finds(given.gold)
    text = written(counted(found, reliability(held_out(found))))
    assert tomllib.loads(text)
    given.output.write_text(text, encoding="utf-8")
    print(f"{sum(f.right for f in found)} right of {len(found)}")
    for tenth, sure, right, total in reliability_held_out(found):
        print(f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: confidence {sure:.2f}, "
              f"right {right / total:.2f} of {total}")  # fmt: skip


if __name__ == "__main__":
    main()
