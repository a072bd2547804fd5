"""Reliability diagrams: of what was found with some confidence, what share was right.

    python benchmarks/reading/reliability.py COUNTS.json… -o docs/images/reliability.svg

Each file of counts is one panel, of one kind of found thing (dates, conditions, statements,
events). A benchmark that measures a kind writes it with :func:`write`::

    {"title": "Dates", "on": "121 texts of GUM, in five folds",
     "steps": [{"sure": 0.62, "right": 96, "found": 153}, …]}

``sure`` is the mean confidence of a step, ``found`` how many have it, ``right`` how many of them
were right. The nearer the points are to the diagonal, the more the confidence means. A whisker is
the 95 % interval of Wilson, so that a step of few tells little and shows it. The picture is plain
SVG, with colours of its own for light and dark pages. The same counts are printed as a table.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Step:
    """Finds of about the same confidence."""

    sure: float
    right: int
    found: int

    @property
    def share(self) -> float:
        return self.right / self.found

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share may lie: Wilson (1927), 95 %."""
        z, n, p = 1.96, self.found, self.share
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Panel:
    """One kind of found thing, and on what it was measured."""

    title: str
    on: str
    steps: tuple[Step, ...]

    @property
    def off(self) -> float:
        """Mean distance of share and confidence, over all finds."""
        found = sum(s.found for s in self.steps)
        return sum(s.found * abs(s.share - s.sure) for s in self.steps) / max(1, found)


def steps(finds: Iterable[tuple[float, bool]], count: int = 10) -> tuple[Step, ...]:
    """Put finds, each with its confidence and whether it was right, into steps of equal width."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for sure, right in finds:
        bins.setdefault(min(count - 1, int(sure * count + 1e-9)), []).append((sure, right))
    return tuple(
        Step(sum(s for s, _ in some) / len(some), sum(r for _, r in some), len(some))
        for _, some in sorted(bins.items())
    )


def write(panel: Panel, path: Path) -> None:
    """Keep counts for a picture."""
    tree = asdict(panel)
    for step in tree["steps"]:
        step["sure"] = round(step["sure"], 3)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(tree, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> Panel:
    tree = json.loads(path.read_text(encoding="utf-8"))
    return Panel(tree["title"], tree["on"], tuple(Step(**step) for step in tree["steps"]))


# --- the picture --------------------------------------------------------------------------------

_SIDE, _LEFT, _TOP, _WIDE, _HIGH, _ACROSS = 220, 46, 52, 300, 330, 2
_XMLNS = "http://www.w3.org/2000/svg"
# Colours are said twice and not as variables, which some programs that draw SVG do not know.
_STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #59636e; }
  .title { font-size: 14px; font-weight: 600; fill: #1f2328; }
  .back { fill: #ffffff; }
  .grid, .same { stroke: #d1d9e0; fill: none; }
  .same { stroke: #59636e; stroke-dasharray: 4 4; }
  .mark { fill: #0969da; stroke: #0969da; }
  @media (prefers-color-scheme: dark) {
    text { fill: #9198a1; }
    .title { fill: #f0f6fc; }
    .back { fill: #0d1117; }
    .grid { stroke: #3d444d; }
    .same { stroke: #9198a1; }
    .mark { fill: #58a6ff; stroke: #58a6ff; }
  }
"""


def picture(panels: Sequence[Panel]) -> str:
    """Draw panels side by side, two in a row."""
    across = min(_ACROSS, len(panels))
    down = -(-len(panels) // _ACROSS)
    size = f"{across * _WIDE} {down * _HIGH}"
    width, height = size.split()
    said = "; ".join(f"{p.title}: {_spoken(p)}" for p in panels)
    lines = [
        f'<svg xmlns="{_XMLNS}" viewBox="0 0 {size}" width="{width}" height="{height}" role="img">',
        f"<title>Confidence and the share that was right. {escape(said)}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="back" width="{width}" height="{height}"/>',
    ]
    for k, panel in enumerate(panels):
        row, column = divmod(k, _ACROSS)
        lines.append(f'<g transform="translate({column * _WIDE} {row * _HIGH})">')
        lines += _drawn(panel)
        lines.append("</g>")
    return "\n".join([*lines, "</svg>", ""])


def _spoken(panel: Panel) -> str:
    return ", ".join(f"{s.sure:.2f} right in {s.share:.0%} of {s.found:,}" for s in panel.steps)


def _x(value: float) -> float:
    return round(_LEFT + value * _SIDE, 1)


def _y(value: float) -> float:
    return round(_TOP + (1 - value) * _SIDE, 1)


def _drawn(panel: Panel) -> Iterator[str]:
    found = sum(s.found for s in panel.steps)
    yield f'<text class="title" x="{_LEFT}" y="20">{escape(panel.title)}, {found:,}</text>'
    yield f'<text x="{_LEFT}" y="38">{escape(panel.on)}</text>'
    for tenth in range(0, 11, 2):
        value = tenth / 10
        yield f'<path class="grid" d="M{_x(0)} {_y(value)}H{_x(1)}M{_x(value)} {_y(0)}V{_y(1)}"/>'
        yield f'<text x="{_x(0) - 6}" y="{_y(value) + 4}" text-anchor="end">{value:.1f}</text>'
        yield f'<text x="{_x(value)}" y="{_y(0) + 16}" text-anchor="middle">{value:.1f}</text>'
    yield f'<path class="same" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>'
    for step in panel.steps:
        low, high = step.interval
        x, size = _x(step.sure), round(2.5 + 7 * math.sqrt(step.found / found), 1)
        yield f'<path class="mark" d="M{x} {_y(low)}V{_y(high)}"/>'
        yield (
            f'<circle class="mark" cx="{x}" cy="{_y(step.share)}" r="{size}">'
            f"<title>{step.sure:.2f}: {step.right:,} of {step.found:,} right</title></circle>"
        )
    below = _y(0) + 34
    yield f'<text x="{_x(0.5)}" y="{below}" text-anchor="middle">confidence; up: share right</text>'


def table(panels: Sequence[Panel]) -> str:
    """Put the counts into a table in Markdown."""
    lines = ["| | confidence | found | right | share |", "|---|---|---|---|---|"]
    for panel in panels:
        for k, s in enumerate(panel.steps):
            name = panel.title if k == 0 else ""
            lines.append(f"| {name} | {s.sure:.2f} | {s.found:,} | {s.right:,} | {s.share:.2f} |")
        lines.append(f"| | | | off by, on average | {panel.off:.2f} |")
    return "\n".join(lines)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("counts", type=Path, nargs="+", help="files of counts, one a panel")
    options.add_argument("-o", "--output", type=Path, required=True, help="the picture, SVG")
    given = options.parse_args()
    panels = [read(path) for path in given.counts]
    given.output.parent.mkdir(parents=True, exist_ok=True)
    given.output.write_text(picture(panels), encoding="utf-8")
    print(table(panels))
    return 0


if __name__ == "__main__":
    sys.exit(main())
