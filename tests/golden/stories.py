"""Timelines and expectations of whole stories, against what was marked by hand.

`python tests/golden/stories.py`; `--list` names what is not right. Each folder of `events/stories`
has an `expected.toml`, marked from the texts before the program had read them. Of each marked event
it is asked whether an entry of the brief's timeline tells of it (some event found at the marked
words stands under it), whether the entry has its actor, its target and all of its dates and no
other, and whether all tellings are in it. Of the entries it is asked how many with a date tell of
nothing that was marked.
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from detente import workflow
from detente.brief.contents import Brief, Dispatch
from detente.domain.evidence import Event

ROOT = Path(__file__).parents[2]
STORIES = Path(__file__).parent / "events" / "stories"


class Told:
    """A story that was briefed, with look-ups from marked words to entries."""

    def __init__(self, folder: Path) -> None:
        self.expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
        texts = self.expected["texts"]
        where = folder if texts == "." else ROOT / texts
        self.brief: Brief = workflow.brief_articles(sorted(where.glob("*.txt")))
        self.events = {e.id: e for r in self.brief.readings for e in r.events}

    def event_at(self, telling: list[str]) -> Event | None:
        """The shortest event found at marked words."""
        stem, words = telling
        (reading,) = (r for r in self.brief.readings if Path(r.document.path or "").stem == stem)
        start = reading.document.text.index(words)
        end = start + len(re.split(r"\s", words)[0])
        holding = [e for e in reading.events if e.span.start <= start and end <= e.span.end]
        return min(holding, key=lambda e: e.span.end - e.span.start, default=None)

    def entries_of(self, mark: dict[str, Any]) -> list[Dispatch | None]:
        """The entry of each telling of a marked event."""
        wanted = mark.get("status", "happened")
        standings = {"happened", "ongoing"} if wanted == "happened" else {wanted}
        events = [self.event_at(telling) for telling in mark["told"]]
        return [
            next((d for d in self.brief.timeline if e and e.id in d.because), None)
            if e and e.status in standings
            else None
            for e in events
        ]


def shown(entry: Dispatch) -> list[str]:
    return sorted({date for date, _ in entry.dates}) if entry.date else []


def sides(told: Told, entry: Dispatch) -> tuple[set[str | None], set[str | None]]:
    """Parties on both sides, either way round where it is done together."""
    events = [told.events[one] for one in entry.because if one in told.events]
    actors = {e.actor.party or e.actor.of for e in events if e.actor}
    targets = {e.target.party or e.target.of for e in events if e.target}
    if any(e.reciprocal for e in events):
        actors = targets = actors | targets
    return actors, targets


def checked(told: Told) -> Iterator[tuple[str, Counter[str], str]]:
    """Each marked event with what is right about it, and what is not in words."""
    for mark in told.expected.get("event", ()):
        entries = told.entries_of(mark)
        entry = next((e for e in entries if e is not None), None)
        count: Counter[str] = Counter(marked=1, tellings=len(entries))
        if entry is None:
            yield mark["what"], count, "not found"
            continue
        actors, targets = sides(told, entry)
        ok = {
            "found": True,
            "actor": "actor" not in mark or mark["actor"] in actors,
            "target": "target" not in mark or mark["target"] in targets,
            "dates": shown(entry) == sorted(mark["dates"]),
        }
        count.update(k for k, v in ok.items() if v)
        count["joined"] = sum(e is entry for e in entries)
        wrong = [k for k, v in ok.items() if not v]
        if count["joined"] < len(entries):
            wrong.append(f"joined {count['joined']} of {len(entries)}")
        yield mark["what"], count, f"{', '.join(wrong)} {shown(entry)}" if wrong else ""


def unmarked(told: Told) -> list[Dispatch]:
    """Entries with a date that tell of nothing marked."""
    known = {id(e) for m in told.expected.get("event", ()) for e in told.entries_of(m)}
    return [e for e in told.brief.timeline if e.date and id(e) not in known]


def expectations(told: Told) -> Iterator[tuple[str, bool]]:
    for mark in told.expected.get("expectation", ()):
        yield (
            mark["words"],
            any(
                due.party == mark["party"]
                and mark["words"] in due.text
                and due.until == mark.get("until")
                for due in told.brief.expectations
            ),
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--list", action="store_true", help="name what is not right")
    given = options.parse_args()
    console = Console(width=100)
    table = Table(title="stories")
    columns = ("marked", "found", "actor", "target", "dates", "tellings", "joined")
    for column in ("story", *columns, "other", "entries", "due"):
        table.add_column(column, no_wrap=True, justify="left" if column == "story" else "right")
    for folder in sorted(path.parent for path in STORIES.glob("*/expected.toml")):
        told = Told(folder)
        total: Counter[str] = Counter()
        for what, count, wrong in checked(told):
            total += count
            if given.list and wrong:
                console.print(f"{folder.name}: {what}: {wrong}", highlight=False)
        due = list(expectations(told))
        extra = unmarked(told)
        if given.list:
            for entry in extra:
                console.print(f"{folder.name}: unmarked {shown(entry)} {entry.text}")
            for words, right in due:
                if not right:
                    console.print(f"{folder.name}: expectation: {words}")
        table.add_row(
            folder.name, *(str(total[c]) for c in columns), str(len(extra)),
            str(len(told.brief.timeline)), f"{sum(r for _, r in due)} of {len(due)}",
        )  # fmt: skip
    console.print(table)


if __name__ == "__main__":
    main()
