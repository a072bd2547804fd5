"""The picture of the states: which of them hold, and where each party would go."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from detente.brief.contents import Brief, Departure, Row
from detente.brief.forms import svg
from detente.brief.forms.plan import Plan, planned
from detente.brief.wording import labels
from detente.domain.dispute import StateId

MARGIN = 14.0
SIDE = 190.0
LINE = 14.0
# Room for arrows that bend around a state, above the first line and right of the last column.
ARCH = 46.0

Anchor = Callable[[str], str | None]
Point = tuple[float, float]


def state_graph(brief: Brief, anchor: Anchor) -> svg.Drawing | None:
    """Draw the states; None where there are none.

    Parameters
    ----------
    anchor
        Where a state or an arrow leads to on the page, by ``state:5`` or :func:`arrow`; None if
        it leads nowhere.
    """
    return _Graph(brief, planned(brief), anchor).draw() if brief.state_table else None


def drawn_rows(brief: Brief) -> tuple[Row, ...]:
    """The states that the picture has."""
    return planned(brief).rows if brief.state_table else ()


def arrow(departure: Departure) -> str:
    """How an arrow is named where anchors are looked up."""
    return f"{departure.party}:{departure.origin}:{departure.target}"


@dataclass(frozen=True)
class _Graph:
    brief: Brief
    plan: Plan
    anchor: Anchor

    @cached_property
    def head(self) -> float:
        """Height of what stands above the states."""
        lines = max((len(text) for text in self.plan.heads), default=0)
        bend = ARCH if self.plan.across and self.plan.columns > 2 else 10.0
        return MARGIN + (30 + LINE * lines if lines else 0) + bend

    @cached_property
    def left(self) -> float:
        """Width of what stands left of the states."""
        return MARGIN + (SIDE if self.plan.sides else 0)

    def place(self, state: StateId) -> Point:
        """Left upper corner of a state."""
        column, line = self.plan.cells[state]
        (wide, high), (right, below) = self.plan.node, self.plan.gap
        return self.left + column * (wide + right), self.head + line * (high + below)

    def draw(self) -> svg.Drawing:
        """The picture, with what it takes to read it below."""
        plan = self.plan
        (wide, high), (right, below) = plan.node, plan.gap
        bend = ARCH if plan.across and plan.lines > 2 else 10.0
        width = self.left + plan.columns * (wide + right) - right + MARGIN + bend
        height = self.head + plan.lines * (high + below) - below + 30
        legend, deep = self._legend(height, width)
        parts = [
            _arrowheads(),
            *self._heads(),
            *self._way(),
            *(self._arrow(departure) for departure in self._departures()),
            *(self._state(row) for row in plan.rows),
            *self._numbers(),
            *legend,
        ]
        return svg.Drawing(width, height + deep, labels.graph_title(len(plan.rows)), tuple(parts))

    def _heads(self) -> Iterator[str]:
        plan = self.plan
        if plan.across is None:
            return
        yield svg.label(labels.chooses(plan.across.name), self.left, MARGIN + 10, bold=True)
        for number, lines in enumerate(plan.heads):
            x = self.left + number * (plan.node[0] + plan.gap[0])
            yield from _column_of_text(lines, x, MARGIN + 30)
        if plan.sides:
            names = labels.choose([party.name for party in plan.down])
            yield svg.label(names, MARGIN, self.head - 12, bold=True)
        for number, lines in enumerate(plan.sides):
            y = self.head + number * (plan.node[1] + plan.gap[1])
            yield from _column_of_text(lines, MARGIN, y + 16)

    def _state(self, row: Row) -> str:
        x, y = self.place(row.id)
        wide, high = self.plan.node
        unlawful = row.lawful is False
        box = svg.element(
            "rect",
            fill="pale" if row.equilibrium else "panel",
            stroke="warn" if unlawful else "ink",
            x=x,
            y=y,
            width=wide,
            height=high,
            rx=4.0,
            stroke_width=3.0 if row.equilibrium else 1.2,
            stroke_dasharray="6 4" if unlawful else None,
        )
        name = svg.label(labels.state_name(row.id), x + 11, y + 21, size=14, bold=True)
        chips = labels.chips(row.today, row.deal)
        chip = svg.label(chips, x + wide - 11, y + 21, anchor="end", bold=True, paint="accent")
        text = [
            svg.label(line, x + 11, y + 38 + LINE * n, size=11.5)
            for n, line in enumerate(self.plan.texts.get(row.id, ()))
        ]
        foot = y + high - (26 if unlawful else 12)
        unknown = self.brief.analysis is None or bool(self.brief.analysis.unknown)
        holds = labels.holds_in(row.equilibrium) if row.equilibrium else labels.HOLDS_NOT
        verdict = (
            ""
            if unknown
            else svg.label(
                holds, x + 11, foot, size=11.5, paint="ink" if row.equilibrium else "soft"
            )
        )
        law = (
            svg.label(
                labels.LAWFUL[False], x + 11, y + high - 11, size=11.5, paint="warn", bold=True
            )
            if unlawful
            else ""
        )
        drawn = "".join([box, name, chip if chips else "", *text, verdict, law])
        return svg.linked(drawn, self.anchor(f"state:{row.id}"))

    def _departures(self) -> Iterator[Departure]:
        """Moves that have room: all in a grid, else those from today's state and the deal."""
        told = {row.id for row in self.plan.rows if self.plan.across or row.today or row.deal}
        for departure in self.brief.departures:
            if departure.origin in told and departure.target in self.plan.cells:
                yield departure

    def _arrow(self, departure: Departure) -> str:
        path, (x, y) = self._curve(departure.origin, departure.target)
        held = bool(departure.deterred)
        along = self.plan.across is not None and departure.party == self.plan.across.id
        told = f"{labels.edge(departure.origin, departure.target)}: {departure.text}"
        drawn = svg.element(
            "path",
            svg.element("title", svg.words(told)),
            stroke="soft" if held else "accent",
            d=path,
            stroke_width=1.3 if held else 1.8,
            stroke_dasharray="2 4" if held else (None if along else "8 4"),
            marker_end="url(#head-soft)" if held else "url(#head)",
        )
        assert self.brief.dispute is not None
        party = self.brief.dispute.party(departure.party)
        code = (party.code or party.name)[:12]
        name = svg.label(code, x, y, size=10, anchor="middle", paint="soft", halo=True)
        return svg.linked(drawn + name, self.anchor(arrow(departure)))

    def _curve(self, origin: StateId, target: StateId, lane: float = 7.0) -> tuple[str, Point]:
        """A path between two states, and where its label stands.

        Neighbours are joined by a straight line, its lane apart from the way back; states further
        apart in one line or column by an arch around those between.
        """
        (c1, l1), (c2, l2) = self.plan.cells[origin], self.plan.cells[target]
        (x1, y1), (x2, y2) = self.place(origin), self.place(target)
        w, h = self.plan.node
        if l1 == l2 and abs(c1 - c2) == 1:
            y = y1 + h / 2 + (-lane if c2 > c1 else lane)
            a, b = (x1 + w, x2 - 5) if c2 > c1 else (x1, x2 + w + 5)
            return f"M{a:.1f} {y:.1f}L{b:.1f} {y:.1f}", ((a + b) / 2, y + (-5 if c2 > c1 else 13))
        if c1 == c2 and abs(l1 - l2) == 1:
            x = x1 + w / 2 + (lane if l2 > l1 else -lane)
            a, b = (y1 + h, y2 - 5) if l2 > l1 else (y1, y2 + h + 5)
            return f"M{x:.1f} {a:.1f}L{x:.1f} {b:.1f}", (
                x + (18 if l2 > l1 else -18),
                (a + b) / 2 + 3,
            )
        if l1 == l2:
            rise, side = 10.0 + 9 * abs(c1 - c2), 14.0 if c2 > c1 else -14.0
            a, b = x1 + w / 2 + side, x2 + w / 2 - side
            path = f"M{a:.1f} {y1:.1f}C{a:.1f} {y1 - rise:.1f} {b:.1f} {y1 - rise:.1f} {b:.1f}"
            return f"{path} {y1 - 5:.1f}", ((a + b) / 2, y1 - rise * 0.75 - 3)
        if c1 == c2:
            out, side = 10.0 + 9 * abs(l1 - l2), 12.0 if l2 > l1 else -12.0
            a, b, x = y1 + h / 2 + side, y2 + h / 2 - side, x1 + w
            path = f"M{x:.1f} {a:.1f}C{x + out:.1f} {a:.1f} {x + out:.1f} {b:.1f} {x + 5:.1f}"
            return f"{path} {b:.1f}", (x + out * 0.75 + 10, (a + b) / 2)
        return self._straight((x1 + w / 2, y1 + h / 2), (x2 + w / 2, y2 + h / 2))

    def _straight(self, one: Point, other: Point) -> tuple[str, Point]:
        """A line between the middles of two states, cut where it leaves and enters them."""
        dx, dy = other[0] - one[0], other[1] - one[1]
        halves = ((self.plan.node[0] / 2 + 4, dx), (self.plan.node[1] / 2 + 4, dy))
        cut = min([abs(half / d) for half, d in halves if d] + [0.45])
        a, b = (one[0] + dx * cut, one[1] + dy * cut), (other[0] - dx * cut, other[1] - dy * cut)
        middle = ((a[0] * 2 + b[0]) / 3, (a[1] * 2 + b[1]) / 3)
        return f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}", middle

    def _way(self) -> Iterator[str]:
        """The way from today to the deal, as a broad band beneath the arrows."""
        for step in self.brief.route:
            if {step.origin, step.target} <= self.plan.cells.keys():
                path, _ = self._curve(step.origin, step.target, lane=0)
                yield svg.element("path", stroke="pale", d=path, stroke_width=20.0)

    def _numbers(self) -> Iterator[str]:
        """The steps of that way, counted."""
        w, h = self.plan.node
        for number, step in enumerate(self.brief.route, start=1):
            if not {step.origin, step.target} <= self.plan.cells.keys():
                continue
            (c1, l1), (c2, l2) = self.plan.cells[step.origin], self.plan.cells[step.target]
            (x1, y1), (x2, y2) = self.place(step.origin), self.place(step.target)
            x, y = (x1 + x2 + w) / 2, (y1 + y2 + h) / 2
            if l1 == l2:
                x += -16 if c2 > c1 else 16
            if l1 == l2 and abs(c1 - c2) > 1:
                y = y1 - (10 + 9 * abs(c1 - c2)) * 0.75
            elif c1 == c2 and abs(l1 - l2) > 1:
                x = x1 + w + (10 + 9 * abs(l1 - l2)) * 0.75
            ring = svg.element("circle", fill="paper", stroke="accent", cx=x, cy=y, r=9.0)
            yield ring + svg.label(
                str(number), x, y + 4, anchor="middle", bold=True, paint="accent"
            )

    def _legend(self, top: float, width: float) -> tuple[list[str], float]:
        plan = self.plan
        texts = labels.graph_legend(
            plan.across.name if plan.across else None,
            [party.name for party in plan.down],
            route=bool(self.brief.route),
            left_out=len(self.brief.analysis.states) - len(plan.rows) if self.brief.analysis else 0,
        )
        lines = [line for text in texts for line in svg.wrapped(text, int(width / 6), 3)]
        drawn = [
            svg.label(line, MARGIN, top + 4 + 15 * n, size=11, paint="soft")
            for n, line in enumerate(lines)
        ]
        return drawn, 15.0 * len(lines) + 6


def _column_of_text(lines: list[str], x: float, y: float) -> Iterator[str]:
    """Lines below each other; those of what is not taken are softer."""
    paint = "ink"
    for number, text in enumerate(lines):
        if not text.startswith("\u2003"):
            paint = "soft" if text.startswith(labels.NOT_TAKEN) else "ink"
        yield svg.label(text, x, y + LINE * number, size=11.5, paint=paint)


def _arrowheads() -> str:
    def head(name: str, paint: str) -> str:
        return svg.element(
            "marker",
            svg.element("path", fill=paint, d="M0 0L9 4.5L0 9Z"),
            id=name,
            viewBox="0 0 9 9",
            refX=7.0,
            refY=4.5,
            markerWidth=9.0,
            markerHeight=9.0,
            markerUnits="userSpaceOnUse",
            orient="auto",
        )

    return svg.element("defs", head("head", "accent"), head("head-soft", "soft"))
