"""Count how often each cue attributes, and write ``weights.toml``.

    DETENTE_GOLD=folder python benchmarks/reading/count_cues.py

Of each candidate in the marked articles it is counted whether people marked it. A cue with a
frame is kept as [right, found]. Circumstances are taken one after the other, each with
[right, expected, found]: what was expected follows from all that was counted before it. The
confidence table is counted on articles left out of the counting.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from math import exp
from pathlib import Path
from typing import Any

from gold import Article, Row, articles, judged, rows

from detente.lexicon.cues import KINDS
from detente.lexicon.weights import Weights, from_counts, shift
from detente.read.statements import gate
from detente.read.statements.attributions import attributions

# Chosen on held-out folds of the same articles: any value between -0.5 and -0.9 does as well.
THRESHOLD = -0.7
LEAST = -2.5
FOLDS = 5
# Circumstances in the order in which they are counted.
ORDER = ("source", "word", "cue", "form", "modal", "negated", "passive", "clause ", "object ")
HEAD = """\
# How often cues attribute something, counted over 200 news articles in which people marked it;
# written by benchmarks/reading/count_cues.py, and read by lexicon/weights.py, which turns
# counts into weights (log odds). A number may be changed by hand: raise the first of a pair
# and the cue passes more often.
#
# threshold: what a candidate's weights must sum up to. least: what is enough for a demand, an
# offer, a promise, a refusal or a threat of a party that is named. confidence: weight, right,
# found. quoted: right and found of those with a quotation of their own.
"""


def counted(found: list[Row], shares: list[tuple[float, int, int]]) -> dict[str, Any]:
    """Counts of some candidates, as ``weights.toml`` has them."""
    frames: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    cues: dict[str, dict[str, dict[str, list[int]]]] = {kind: {} for kind in KINDS}
    for _, (kind, lemma, frame), _, right in found:
        entry = cues[kind].setdefault(lemma, {}).setdefault(frame, [0, 0])
        for count in (entry, frames[f"{kind} {frame}"]):
            count[0] += right
            count[1] += 1
    tree = {
        "threshold": THRESHOLD, "least": LEAST, "confidence": shares, "quoted": [1, 1],
        "frame": dict(sorted(frames.items())),
        **{kind: dict(sorted(cues[kind].items())) for kind in KINDS},
        "circumstance": {},
    }  # fmt: skip
    tree["circumstance"] = _circumstances(found, tree)
    return tree


def _circumstances(found: list[Row], tree: dict[str, Any]) -> dict[str, list[float]]:
    table = from_counts(tree)
    sums = [table.sum(key, ()) for _, key, _, _ in found]
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, _, names, _) in enumerate(found):
        for name in names:
            places[name].append(place)
    counts = {}
    for name in sorted(places, key=lambda n: (_rank(n), -len(places[n]), n)):
        here = places[name]
        right = sum(found[p][3] for p in here)
        expected = round(sum(1 / (1 + exp(-sums[p])) for p in here), 1)
        counts[name] = [right, expected, len(here)]
        for p in here:
            sums[p] += shift(right, expected, len(here))
    return counts


def _rank(name: str) -> int:
    return next((rank for rank, part in enumerate(ORDER) if part in name), len(ORDER))


def held_out(found: list[Row]) -> list[tuple[float, bool]]:
    """Weight of each candidate by counts of other articles, and whether it was marked."""
    scored = []
    for fold in range(FOLDS):
        table = from_counts(counted([r for r in found if r[0] % FOLDS != fold], [(0.0, 1, 2)]))
        scored += [
            (table.sum(k, names), right) for n, k, names, right in found if n % FOLDS == fold
        ]
    return scored


def reliability(scored: Iterable[tuple[float, bool]]) -> list[tuple[float, int, int]]:
    """Weight (middle of a step of one half, open at both ends), right and found."""
    right: Counter[float] = Counter()
    found: Counter[float] = Counter()
    for weight, marked in scored:
        step = min(2.25, max(-1.75, (weight // 0.5) * 0.5 + 0.25))
        found[step] += 1
        right[step] += marked
    return [(step, right[step], found[step]) for step in sorted(found)]


def quotations(marked: list[Article], table: Weights) -> list[int]:
    """Right and found of attributions that own a quotation."""
    gate.weights = lambda: table  # type: ignore[assignment]
    right = found = 0
    for article in marked:
        judge = judged(article)
        for paragraph in attributions(article.passages, article.document.text):
            owning = [a for a in paragraph if a.owns_quotation]
            found += len(owning)
            right += sum(map(judge, owning))
    return [right, found]


def written(tree: dict[str, Any]) -> str:
    """Counts as TOML, one line a cue."""
    lines = [HEAD, f"threshold = {tree['threshold']}", f"least = {tree['least']}"]
    lines += [f"quoted = {list(tree['quoted'])}", "confidence = ["]
    lines += [f"  {list(row)}," for row in tree["confidence"]] + ["]"]
    for name in ("frame", *KINDS, "circumstance"):
        lines += ["", f"[{name}]"]
        for key, value in tree[name].items():
            entry = value if isinstance(value, list) else _inline(value)
            lines.append(f'"{key}" = {entry}')
    return "\n".join(lines) + "\n"


def _inline(entry: dict[str, list[int]]) -> str:
    return "{ " + ", ".join(f"{frame} = {counts}" for frame, counts in entry.items()) + " }"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    shipped = Path(str(files("detente.lexicon").joinpath("data/weights.toml")))
    options.add_argument("--output", type=Path, default=shipped)
    given = options.parse_args()
    marked = articles("train")
    found = rows(marked)
    tree = counted(found, reliability(held_out(found)))
    tree["quoted"] = quotations(marked, from_counts(tree))
    given.output.write_text(written(tree), encoding="utf-8")


if __name__ == "__main__":
    main()
