"""How far two people who marked the same sentences agree: `python tests/golden/agreement.py`.

The first pass is `attitudes/` and `events/`, the second `second-pass/`. Two statements are the
same one when their cues share a character, two events when their triggers do; each mark is paired
at most once, the longest shared stretch first. What has no partner is counted but not judged, so
the agreement below is that on *what kind* of thing was found, and the share that was paired is
that on *where*.

Cohen's kappa is the agreement beyond what two people would reach who threw dice with these
frequencies: (observed - expected) / (1 - expected). Cohen (1960), *A coefficient of agreement for
nominal scales*, Educational and Psychological Measurement 20(1).

`--list` adds the disagreements one by one, of the open half only: whoever writes rules may read
them.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HALVES = ("open", "unseen")

Table = dict[str, Any]
Labels = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A set of sentences: where its marks stand, and which words say where a mark is."""

    folder: str
    first_key: str
    second_key: str
    anchor: str
    features: tuple[str, ...]


STATEMENTS = Kind(
    folder="attitudes",
    first_key="statement",
    second_key="statements",
    anchor="cue",
    features=("attitude", "strength", "party", "source"),
)
EVENTS = Kind(
    folder="events",
    first_key="event",
    second_key="events",
    anchor="trigger",
    features=("status", "actor", "target"),
)
UNMARKED = {"strength": "plain"}
# Their values are few enough for a table of which was taken for which.
CLOSED = frozenset({"attitude", "strength", "status"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The marks of one half: those that both made, and how many each made."""

    pairs: tuple[tuple[str, Table, Table], ...]
    first: int
    second: int

    def labels(self, feature: str) -> Labels:
        """What the two said of each mark that both made, first pass first."""
        missing = UNMARKED.get(feature, "none")
        return [(a.get(feature, missing), b.get(feature, missing)) for _, a, b in self.pairs]


def first_pass(kind: Kind, half: str) -> list[Table]:
    """Return the sentences of one half, as first marked."""
    path = HERE / kind.folder / f"{half}.toml"
    sentences: list[Table] = tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
    return sentences


def second_pass(kind: Kind) -> dict[str, list[Table]]:
    """Return the second marks of both halves, by sentence id."""
    path = HERE / "second-pass" / f"{kind.folder}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: table[kind.second_key] for name, table in tables.items()}


def shared(kind: Kind, text: str, one: Table, other: Table) -> int:
    """How many characters the anchors of two marks have in common."""
    spans: list[tuple[int, int]] = []
    for mark in (one, other):
        words = mark.get(kind.anchor, "")
        start = mark.get(f"{kind.anchor}_at", text.find(words))
        spans.append((start, start + len(words)))
    (start, end), (other_start, other_end) = spans
    return max(0, min(end, other_end) - max(start, other_start))


def partners(
    kind: Kind, text: str, ones: Sequence[Table], others: Sequence[Table]
) -> Iterator[tuple[Table, Table]]:
    """Pair the marks of one sentence, longest shared anchor first."""
    places = product(range(len(ones)), range(len(others)))
    by_length = sorted((-shared(kind, text, ones[i], others[j]), i, j) for i, j in places)
    taken: set[tuple[str, int]] = set()
    for length, i, j in by_length:
        if length and not {("first", i), ("second", j)} & taken:
            taken |= {("first", i), ("second", j)}
            yield ones[i], others[j]


def compare(kind: Kind, half: str, second: dict[str, list[Table]]) -> Pairing:
    """Pair all marks of one half."""
    sentences = first_pass(kind, half)
    pairs = tuple(
        (s["id"], one, other)
        for s in sentences
        for one, other in partners(kind, s["text"], s.get(kind.first_key, ()), second[s["id"]])
    )
    return Pairing(
        pairs=pairs,
        first=sum(len(s.get(kind.first_key, ())) for s in sentences),
        second=sum(len(second[s["id"]]) for s in sentences),
    )


def joined(pairings: Sequence[Pairing]) -> Pairing:
    """Return several halves as one."""
    return Pairing(
        pairs=tuple(pair for p in pairings for pair in p.pairs),
        first=sum(p.first for p in pairings),
        second=sum(p.second for p in pairings),
    )


def agreement(labels: Labels) -> float:
    """Share of the pairs with the same label."""
    return sum(a == b for a, b in labels) / len(labels)


def kappa(labels: Labels) -> float:
    """Cohen's kappa; 1 where both used one and the same label throughout."""
    ones, others = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    expected = sum(n * others[label] for label, n in ones.items()) / len(labels) ** 2
    return 1.0 if expected == 1 else (agreement(labels) - expected) / (1 - expected)


def figures(kind: Kind, parts: dict[str, Pairing]) -> Iterator[str]:
    """Lines of the table of figures: how many were paired, then each feature."""
    yield f"{kind.folder:12}{'half':10}{'first':>7}{'second':>8}{'paired':>8}{'F1':>8}"
    for name, part in parts.items():
        f1 = 2 * len(part.pairs) / (part.first + part.second)
        counts = f"{part.first:>7}{part.second:>8}{len(part.pairs):>8}{f1:>8.1%}"
        yield f"{'':12}{name:10}{counts}"
    yield ""
    yield f"{'feature':12}{'half':10}{'same':>7}{'of':>8}{'agree':>8}{'kappa':>8}"
    for feature, (name, part) in product(kind.features, parts.items()):
        labels = part.labels(feature)
        same = sum(a == b for a, b in labels)
        scores = f"{agreement(labels):>8.1%}{kappa(labels):>8.3f}"
        yield f"{feature:12}{name:10}{same:>7}{len(labels):>8}{scores}"


def confusions(feature: str, labels: Labels) -> Iterator[str]:
    """Lines of who said what where the two differ, commonest first."""
    yield f"{feature}: first pass -> second pass"
    differing = Counter((a, b) for a, b in labels if a != b)
    for (a, b), n in sorted(differing.items(), key=lambda item: (-item[1], item[0])):
        yield f"{n:5}  {a} -> {b}"


def differences(kind: Kind, part: Pairing) -> Iterator[str]:
    """Lines of the single disagreements of one half, in text order."""
    for name, one, other in part.pairs:
        for feature in kind.features:
            missing = UNMARKED.get(feature, "none")
            a, b = one.get(feature, missing), other.get(feature, missing)
            if a != b:
                yield f"{name:18}{one[kind.anchor]!r}  {feature}: {a} -> {b}"


def report(kind: Kind, *, listed: bool) -> Iterator[str]:
    """All lines about one set of sentences."""
    second = second_pass(kind)
    halves = {half: compare(kind, half, second) for half in HALVES}
    both = joined(list(halves.values()))
    yield from figures(kind, {**halves, "both": both})
    for feature in kind.features:
        if feature in CLOSED:
            yield ""
            yield from confusions(feature, both.labels(feature))
    if listed:
        yield ""
        yield from differences(kind, halves["open"])


def main() -> None:
    """Print the figures of both sets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--list", action="store_true", help="list what differs in the open half")
    listed: bool = parser.parse_args().list
    for kind in (STATEMENTS, EVENTS):
        sys.stdout.write("\n".join(report(kind, listed=listed)) + "\n\n")


if __name__ == "__main__":
    main()
