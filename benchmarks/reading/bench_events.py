"""Events: who did what to whom, measured on marked sentences.

Three sets. `--gold FOLDER` has `plv` and `plover` (sentences with marked dyads and PLOVER types)
and the scorer `score_events.py`; they are not part of this repository, and without them that
part is skipped. The third set is our own, in `tests/golden/events`: of its half that nobody may
look into while writing rules only the totals are printed.

How events become predictions:

- PLV: events of a sentence that have a type, an actor and a target, in the order of the text,
  at most two.
- PLOVER records: typed events whose actor has a code; of acts that are only thought of, those
  which are themselves an announcement (AGREE, THREATEN). Organisations of states count as IGO,
  others as NGO, and movements by the country that they are of.
- Status: the event that hangs on the marked word, else the shortest whose words hold it. What is
  not found counts as wrong.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from detente.domain.evidence import Actor, Document, Event, Reading
from detente.lexicon.parties import gazetteer
from detente.read import load_parser, read_documents

OWN = Path(__file__).parents[2] / "tests" / "golden" / "events"
AT_MOST = 2
# Movements by the country whose politics they are of, as the records code them.
COUNTRIES = {
    "Hamas": "PSE", "PLO": "PSE", "Fatah": "PSE", "Hezbollah": "LBN", "Taliban": "AFG",
    "Houthis": "YEM", "PKK": "TUR", "FARC": "COL", "LTTE": "LKA",
}  # fmt: skip


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def read_all(texts: list[tuple[str, str, str | None]]) -> Iterator[tuple[str, Reading]]:
    """Read texts of an id and a day, each with its id."""
    documents = [Document(text=text, published=day) for _, text, day in texts]
    for (name, _, _), reading in zip(texts, read_documents(documents), strict=True):
        yield name, reading


# --- dyads by place -----------------------------------------------------------------------


def spans(event: Event) -> dict[str, Any]:
    assert event.actor is not None and event.target is not None
    return {
        "code": event.type,
        "source_span": [event.actor.span.start, event.actor.span.end],
        "target_span": [event.target.span.start, event.target.span.end],
    }


def dyads(reading: Reading) -> list[dict[str, Any]]:
    whole = [spans(e) for e in reading.events if e.type and e.actor and e.target]
    different = [e for k, e in enumerate(whole) if e not in whole[:k]]
    return different[:AT_MOST]


# --- dyads by country ---------------------------------------------------------------------


def coded(actor: Actor | None) -> list[dict[str, str]]:
    code = None if actor is None else actor.party or actor.of
    if code is None:
        return []
    code = COUNTRIES.get(code, code)
    party = gazetteer().by_code(code)
    if party is not None and party.kind in ("igo", "ngo"):
        return [{"code": party.kind.upper()}]
    return [{"code": code}] if len(code) == 3 and code.isupper() else []


def record(event: Event) -> dict[str, Any]:
    source, target = coded(event.actor), coded(event.target)
    if event.reciprocal:
        return {"code": event.type, "source": source + target, "target": [], "reciprocal": True}
    return {"code": event.type, "source": source, "target": target}


def records(reading: Reading) -> list[dict[str, Any]]:
    told = [
        e for e in reading.events
        if e.type and (e.status != "hypothetical" or e.type in ("AGREE", "THREATEN"))
        and coded(e.actor)
    ]  # fmt: skip
    return [record(e) for e in told]


def scored(gold: Path, name: str, scheme: str, console: Console) -> None:
    docs, marks = gold / name / "dev.docs.jsonl", gold / name / "dev.gold.jsonl"
    scorer = gold / "score_events.py"
    if not (docs.exists() and scorer.exists()):
        console.print(f"{name}: skipped, {docs} is not there")
        return
    texts = [(row["doc_id"], row["text"], None) for row in rows(docs)]
    predicted = dyads if scheme == "spans" else records
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "pred.jsonl"
        lines = [
            json.dumps({"doc_id": name, "events": predicted(reading)})
            for name, reading in read_all(texts)
        ]
        made.write_text("\n".join(lines), encoding="utf-8")
        options = ["--docs", docs, "--gold", marks, "--pred", made, "--scheme", scheme]
        done = subprocess.run(
            [sys.executable, str(scorer), *map(str, options), "--label", name],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    console.print(done.stdout, highlight=False, soft_wrap=True)


# --- status -------------------------------------------------------------------------------


def meant(mark: dict[str, Any], text: str, reading: Reading) -> Event | None:
    """Event that a marked word tells of."""
    start = mark.get("trigger_at", text.find(mark["trigger"]))
    end = start + len(mark["trigger"])
    holding = [e for e in reading.events if e.span.start <= start and end <= e.span.end]
    beginning = [e for e in holding if e.act.split()[0][:4] == mark["trigger"].split()[0][:4]]
    size = lambda e: e.span.end - e.span.start  # noqa: E731
    return min(beginning or holding, key=size, default=None)


def status(path: Path) -> Counter[str]:
    sentences = tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
    texts = [(s["id"], s["text"], s.get("published")) for s in sentences]
    count: Counter[str] = Counter()
    for sentence, (_, reading) in zip(sentences, read_all(texts), strict=True):
        for mark in sentence.get("event", ()):
            event = meant(mark, sentence["text"], reading)
            count["marked"] += 1
            if event is None:
                continue
            count["found"] += 1
            count["status"] += event.status == mark["status"]
            who = event.actor and (event.actor.party or event.actor.of)
            count["actor"] += who == mark.get("actor")
            count["told_by"] += (event.statement is not None) == ("told_by" in mark)
            if "date" in mark:
                count["dated"] += 1
                count["date"] += event.date == mark["date"]
    return count


def own_sets(console: Console) -> None:
    table = Table(title="status of events, own sentences")
    for column in ("half", "marked", "found", "status", "actor", "told by", "date"):
        table.add_column(column, justify="left" if column == "half" else "right")
    for half in ("open", "unseen"):
        n = status(OWN / f"{half}.toml")
        share = lambda k, of="marked": f"{100 * n[k] / max(1, n[of]):.1f} %"  # noqa: B023, E731
        table.add_row(
            half, str(n["marked"]), share("found"), share("status"), share("actor"),
            share("told_by"), share("date", "dated"),
        )  # fmt: skip
    console.print(table)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--gold", type=Path, help="folder with plv, plover and score_events.py")
    given, _ = options.parse_known_args()
    console = Console()
    load_parser()
    own_sets(console)
    if given.gold is None:
        console.print("plv, plover: skipped; give their folder with --gold")
        return
    scored(given.gold, "plv", "spans", console)
    scored(given.gold, "plover", "plover", console)


if __name__ == "__main__":
    main()
