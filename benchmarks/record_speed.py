"""How fast the record is on SQLite: storing, searching, several writers, opening.

The targets are those of the project: 100,000 short documents at 2,000 a second, a search and a
party's statements in 50 ms at a million statements, four writers without an error, opening in
0.2 s. The texts are made up of a few thousand words, as often as words are in English.
"""

import argparse
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path

from rich.console import Console
from rich.table import Table

from detente.domain.evidence import (
    Document,
    Judgement,
    Proposition,
    Provenance,
    Reading,
    Source,
    Span,
    Statement,
)
from detente.record import Arrival
from detente.record.cases import init_case, open_case
from detente.record.folders import Case, load_case
from detente.record.keeping import CaseStore
from detente.record.searching import Wanted, search

BATCH = 500
READER = Provenance(tool="benchmark", version="1")
PARTIES = ("TUR", "USA", "RUS", "GRC", "FRA", "DEU", "ITA", "ESP", "NATO", "EU")
ATTITUDES = ("asserts", "denies", "demands", "refuses", "offers", "warns")
_SYLLABLES = tuple(a + b for a in "bdklmnprstğş" for b in "aeiouö")
WORDS = [a + b + c for a, b, c in product(_SYLLABLES, _SYLLABLES[::9], _SYLLABLES)][:6000]
random.Random(1).shuffle(WORDS)
# The k-th word is about as frequent as 1/k, as in any language.
WEIGHTS = [1 / (k + 1) for k in range(len(WORDS))]


def readings(count: int, statements: int, seed: int = 5) -> Iterator[Reading]:
    """Texts of so many sentences, each of them a statement."""
    chance = random.Random(seed)
    for number in range(count):
        yield reading(number, statements, chance)


def reading(number: int, statements: int, chance: random.Random) -> Reading:
    sentences, spans = [], []
    at = 0
    for _ in range(statements):
        content = " ".join(chance.choices(WORDS, WEIGHTS, k=14))
        sentence = f"Somebody said {content}."
        spans.append((Span(start=at, end=at + 8), Span(start=at + 9, end=at + 13),
                      Span(start=at + 14, end=at + 14 + len(content))))  # fmt: skip
        sentences.append(sentence)
        at += len(sentence) + 1
    document = Document(
        text=" ".join([*sentences, f"That was report {number}."]),
        path=f"{number}.txt",
        publisher=f"Paper {number % 40}",
        published=f"20{number % 20 + 5:02}-{number % 12 + 1:02}-{number % 28 + 1:02}",
    )
    ident = document.id
    found = tuple(
        Statement(
            document=ident,
            source=Source(span=source, party=chance.choice(PARTIES)),
            cue=cue,
            content=(content,),
            manner="indirect",
            attitude=chance.choice(ATTITUDES),
            propositions=(Proposition(document=ident, span=content, act="accept"),),
        )
        for source, cue, content in spans
    )
    return Reading(document=document, statements=found)


def fill(store: CaseStore, found: Iterator[Reading], tell: Callable[[str], None]) -> float:
    """Seconds that storing took; making up the texts is not counted."""
    spent, done = 0.0, 0
    while batch := list(islice(found, BATCH)):
        arrivals = [Arrival(document=one.document, reading=one) for one in batch]
        begun = time.perf_counter()
        store.take_in(arrivals, READER)
        spent += time.perf_counter() - begun
        done += len(batch)
        tell(f"{done} documents, {done / spent:.0f} a second")
    return spent


def median_ms(work: Callable[[], object], rounds: int = 7) -> float:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def write_some(folder: Path, number: int, count: int) -> int:
    """Documents and judgements that one of several processes got into a case."""
    store = open_case(load_case(folder), by=f"writer {number}")
    mine = [
        Arrival(document=one.document, reading=one)
        for one in readings(count, 2, seed=1000 + number)
    ]
    for start in range(0, count, 20):
        store.take_in(mine[start : start + 20], READER)
        claim = store.claims(limit=1)[0].id
        decided = Judgement(claim=claim, decision="accepted", by=store.by or "", at="")
        store.judge(decided)
    store.close()
    return count


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--statements", type=int, default=1_000_000)
    given = options.parse_args()
    console = Console()
    table = Table("what", "measured", "target", title="the record on SQLite")

    with tempfile.TemporaryDirectory() as name, console.status("…") as status:
        work = Path(name)
        case = init_case(work / "many")
        store = open_case(case)
        spent = fill(store, readings(given.documents, 2), status.update)
        rate = given.documents / spent
        table.add_row(f"storing {given.documents:,} short documents", f"{rate:,.0f}/s", "2,000/s")
        store.close()

        large = init_case(work / "large")
        store = open_case(large)
        per = 10
        spent = fill(store, readings(given.statements // per, per, seed=6), status.update)
        status.update("searching")
        rate = given.statements / spent
        table.add_row(f"storing {given.statements:,} statements", f"{rate:,.0f}/s", "")
        for row in searches(store):
            table.add_row(*row)
        store.close()
        table.add_row("opening that case", f"{median_ms(lambda: opening(large)):.0f} ms", "200 ms")

        status.update("four writers")
        shared = init_case(work / "shared")
        begun = time.perf_counter()
        with multiprocessing.get_context("spawn").Pool(4) as pool:
            jobs = [(shared.folder, number, 400) for number in range(4)]
            written = sum(pool.starmap(write_some, jobs))
        seconds = time.perf_counter() - begun
        store = open_case(shared)
        assert store.counts().documents == written
        store.close()
        table.add_row("4 writing processes", f"{written} documents, {seconds:.1f} s", "no error")
        size = (large.folder / "record.db").stat().st_size / 1e9
        table.add_row("size of the large record", f"{size:.1f} GB", "")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table.add_row("most memory", f"{peak:,.0f} MiB", "")
    console.print(table)


def opening(case: Case) -> None:
    open_case(case).close()


def searches(store: CaseStore) -> Iterator[tuple[str, str, str]]:
    rare, common = WORDS[3000], WORDS[2]
    asked = {
        "a rare word": Wanted(text=rare),
        "two words": Wanted(text=f"{WORDS[40]} {WORDS[90]}"),
        "a phrase": Wanted(text=f'"{WORDS[5]} {WORDS[9]}"'),
        "a frequent word": Wanted(text=common),
        "a party's statements": Wanted(party="TUR", kinds=("statement",)),
        "a party's refusals": Wanted(party="TUR", attitude="refuses"),
        "a party's statements with a word": Wanted(text=rare, party="TUR"),
        "a month of a party": Wanted(party="TUR", since="2020-04", until="2020-04"),
        "a word among the statements": Wanted(text=WORDS[40], kinds=("statement",)),
    }
    for name, wanted in asked.items():
        found = search(store.database, wanted)
        spent = median_ms(lambda wanted=wanted: search(store.database, wanted))
        yield f"search: {name} ({found.total:,} found)", f"{spent:.0f} ms", "50 ms"


if __name__ == "__main__":
    main()
