"""The timeline as a picture: a day is a dot, a month or a year a bar of its length."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from detente.brief.contents import Brief, Dispatch
from detente.brief.forms import svg
from detente.brief.wording import labels
from detente.brief.wording.phrases import MONTHS

WIDTH = 860.0
MARGIN = 26.0
LANE = 22.0
MOST_LANES = 14
TOP = 40.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """An entry with the days that it may have been on, both included."""

    number: int
    entry: Dispatch
    first: date
    last: date


def days_of(iso: str) -> tuple[date, date] | None:
    """The days that a date of any precision may mean, both included; None if it is no date."""
    try:
        parts = [int(part) for part in iso[:10].split("-")]
        match parts:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                first = date(year, month, 1)
                later = date(year + month // 12, month % 12 + 1, 1)
                return first, later - timedelta(days=1)
            case [year, month, day]:
                return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
    return None


def time_axis(brief: Brief, *, linked: bool = False) -> svg.Drawing | None:
    """Draw the dated entries; None where fewer than two have a date."""
    found: list[Stretch] = []
    for number, entry in enumerate(brief.timeline, start=1):
        days = days_of(entry.date) if entry.date else None
        if days:
            found.append(Stretch(number, entry, *days))
    if len(found) < 2:
        return None
    start, end = min(s.first for s in found), max(s.last for s in found)
    start, end = date(start.year, 1, 1), date(end.year, 12, 31)
    total = (end - start).days + 1

    def x(day: date) -> float:
        return MARGIN + (WIDTH - 2 * MARGIN) * (day - start).days / total

    lanes: list[float] = []
    drawn: list[str] = []
    shown = 0
    for stretch in sorted(found, key=lambda s: (s.first, s.number)):
        left, right = (
            x(stretch.first),
            max(x(stretch.last + timedelta(days=1)), x(stretch.first) + 11),
        )
        lane = next((n for n, used in enumerate(lanes) if used < left - 3), len(lanes))
        if lane >= MOST_LANES:
            continue
        if lane == len(lanes):
            lanes.append(0)
        lanes[lane] = right + 9 * len(str(stretch.number)) + 6
        shown += 1
        drawn.append(_entry(stretch, left, right, TOP + LANE * lane + 14, linked))
    height = TOP + LANE * len(lanes) + 14
    undated = len(brief.timeline) - len(found)
    notes = svg.wrapped(labels.axis_legend(undated, len(found) - shown), 130, 3)
    legend = [
        svg.label(note, MARGIN, height + 12 + 15 * n, size=11, paint="soft")
        for n, note in enumerate(notes)
    ]
    deep = 15.0 * len(notes) + 12
    ticks = _ticks(start, end, x, height)
    title = labels.axis_title(shown)
    return svg.Drawing(WIDTH, height + deep, title, (*ticks, *drawn, *legend))


def _ticks(start: date, end: date, x: Callable[[date], float], height: float) -> list[str]:
    """A line for each year, or for each quarter where there are few years."""
    years = end.year - start.year + 1
    step = max(1, -(-years // 14))
    found = [date(year, 1, 1) for year in range(start.year, end.year + 1, step)]
    texts = [str(day.year) for day in found]
    if years <= 2:
        found = [date(y, m, 1) for y in range(start.year, end.year + 1) for m in (1, 4, 7, 10)]
        texts = [f"{MONTHS[day.month - 1][:3]} {day.year}" for day in found]
    return [
        svg.element("path", stroke="rule", d=f"M{x(day):.1f} {TOP - 6:.1f}V{height:.1f}")
        + svg.label(text, x(day) + 3, TOP - 14, size=11.5, paint="soft")
        for day, text in zip(found, texts, strict=True)
    ]


def _entry(stretch: Stretch, left: float, right: float, y: float, linked: bool) -> str:
    """A dot for a day, a bar for a longer stretch; hollow where it did not happen."""
    done = stretch.entry.status in {"happened", "ongoing"}
    paint = "accent" if done else "paper"
    if stretch.first == stretch.last:
        shape = svg.element(
            "circle", fill=paint, stroke="accent", cx=left + 5, cy=y, r=5.0, stroke_width=1.6
        )
        edge = left + 12
    else:
        shape = svg.element(
            "rect",
            fill="pale" if done else "paper",
            stroke="accent",
            x=left,
            y=y - 6.0,
            width=right - left,
            height=12.0,
            rx=2.0,
            stroke_width=1.4,
            stroke_dasharray=None if done else "3 3",
        )
        edge = right + 3
    title = svg.element("title", svg.words(stretch.entry.text))
    number = svg.label(str(stretch.number), edge, y + 4, size=11, bold=True)
    group = svg.element("g", title, shape, number)
    return svg.linked(group, f"timeline-{stretch.number}" if linked else None)
