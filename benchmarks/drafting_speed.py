"""How long drafting takes on records of many texts, and folding one more text in.

The readings are made here, not read: ten statements and three events a text, of twelve parties
about sixty matters in some hundred wordings, which is more variety than one dispute has. Measured
are `draft` (all of it, with claims, conflicts and expectations), and, with what each text
contributes at hand, drafting the dispute once more with one text more. Seconds are of the
processor, so that other work on the machine counts little.
"""

import argparse
import random
import time
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from detente.domain.evidence import (
    Actor,
    Document,
    Event,
    Proposition,
    Reading,
    Source,
    Span,
    Statement,
)
from detente.model.drafting.draft import draft, draft_gathered
from detente.model.drafting.hearing import hear, in_order
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.model.drafting.positions import Gathered

PARTIES = [("Kenya", "KEN"), ("Somalia", "SOM"), ("Chile", "CHL"), ("Peru", "PER"),
           ("Norway", "NOR"), ("Iran", "IRN"), ("Egypt", "EGY"), ("Sudan", "SDN"),
           ("Greece", "GRC"), ("Serbia", "SRB"),
           ("Japan", "JPN"), ("India", "IND")]  # fmt: skip
ACTS = [("open", "border"), ("close", "airspace"), ("release", "fishermen"), ("withdraw", "troops"),
        ("lift", "sanctions"), ("impose", "tariffs"), ("sign", "treaty"), ("share", "data"),
        ("halt", "drilling"), ("recognise", "passports"), ("grant", "licences"),
        ("admit", "inspectors"), ("pay", "compensation"), ("extradite", "suspects"),
        ("supply", "gas")]  # fmt: skip
PLACES = ["north", "south", "valley", "strait", "islands", "delta", "plateau", "capital"]
ATTITUDES = ["refuses", "demands", "offers", "hopes", "asserts", "accuses", "promises", "threatens"]
STATEMENTS, EVENTS = 10, 3


def main() -> None:
    """Measure drafts of more and more texts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--texts", type=int, nargs="*", default=[100, 1000, 10_000])
    given = options.parse_args()
    table = Table("texts", "statements", "a draft, s", "dispute alone, s", "one text more, s")
    for size in given.texts:
        table.add_row(f"{size:,}", f"{size * STATEMENTS:,}", *measured(size))
    Console(width=100).print(table)


def measured(size: int) -> list[str]:
    """Seconds of each measurement at one size."""
    *old, new = made(size + 1)
    started = time.process_time()
    made_draft = draft(old)
    whole = time.process_time() - started
    assert made_draft.dispute is not None
    people = people_of(old)
    heard = [hear(Page(reading), people) for reading in old]
    started = time.process_time()
    gathered = Gathered(in_order(heard))
    draft_gathered(gathered)
    alone = time.process_time() - started
    started = time.process_time()
    gathered.add(hear(Page(new), people))
    draft_gathered(gathered, before=made_draft.dispute)
    more = time.process_time() - started
    return [f"{seconds:.2f}" for seconds in (whole, alone, more)]


def made(size: int) -> Iterator[Reading]:
    """Readings of texts made by chance, always the same."""
    chance = random.Random(0)
    for number in range(size):
        yield _reading(number, chance)


def _reading(number: int, chance: random.Random) -> Reading:
    lines, planned = [], []
    start = 0
    for _ in range(STATEMENTS + EVENTS):
        (one, code), (other, its) = chance.sample(PARTIES[: 2 + chance.randrange(11)], 2)
        act, thing = chance.choice(ACTS)
        place = chance.choice(PLACES)
        line = f"{one} said of {other} {act} the {thing} in the {place} {chance.randrange(40)}."
        planned.append((start, line, one, code, other, its, act, thing))
        lines.append(line)
        start += len(line) + 1
    day = f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
    document = Document(text=f"{' '.join(lines)} {number}", published=day)
    return Reading(
        document=document,
        statements=tuple(_statement(document.id, p, chance) for p in planned[:STATEMENTS]),
        events=tuple(_event(document.id, p, chance) for p in planned[STATEMENTS:]),
    )


Planned = tuple[int, str, str, str, str, str, str, str]


def _statement(document: str, planned: Planned, chance: random.Random) -> Statement:
    start, line, one, code, *_ = planned
    attitude = chance.choice(ATTITUDES)
    own = attitude in ("refuses", "offers", "promises", "threatens")
    begin = start + line.index(" of ") + 4
    return Statement(
        document=document,
        source=Source(span=Span(start=start, end=start + len(one)), party=code, kind="country"),
        cue=Span(start=start + len(one) + 1, end=start + len(one) + 5),
        content=(Span(start=begin, end=start + len(line) - 1),),
        manner="indirect",
        attitude=attitude,
        strength=round(chance.uniform(0.3, 0.9), 2),
        propositions=(_proposition(document, planned, own=own),),
    )


def _proposition(document: str, planned: Planned, *, own: bool) -> Proposition:
    start, line, one, code, other, its, act, thing = planned
    name, party = (one, code) if own else (other, its)
    at = start + line.index(name)
    object_at = start + line.index(f"the {thing}")
    return Proposition(
        document=document,
        span=Span(start=at, end=start + len(line) - 1),
        act=act,
        agent=Actor(span=Span(start=at, end=at + len(name)), party=party, kind="country"),
        object=Actor(span=Span(start=object_at, end=start + len(line) - 1)),
    )


def _event(document: str, planned: Planned, chance: random.Random) -> Event:
    told = _proposition(document, planned, own=True)
    return Event(
        document=document,
        span=told.span,
        act=told.act,
        type="COOPERATE",
        status=chance.choice(("happened", "planned", "denied")),
        actor=told.agent,
        object=told.object,
    )


if __name__ == "__main__":
    main()
