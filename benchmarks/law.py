"""How long the law takes: reasons and ways out of one state, and a map of a million states.

The law is random: 40 provisions, two in three prohibitions on options and facts, the others
waivers; 60 facts, some of them unknown. Side by side stand the map by vectors and the same
map asked state by state, on a sample.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from detente.domain.conditions import Both, Condition, Not, Taken, joined
from detente.domain.dispute import Dispute, Option, Party
from detente.domain.norms import Fact, Provision
from detente.domain.states import OptionStates, feasible_states
from detente.law.clauses import Clauses
from detente.law.day import LAWFUL, law_of
from detente.law.judging import codes_of
from detente.law.opinions import Question
from detente.law.tables import Table as LawTable

SAMPLE = 200


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--options", type=int, default=20)
    options.add_argument("--provisions", type=int, default=40)
    options.add_argument("--facts", type=int, default=60)
    options.add_argument("--unknown", type=int, default=6)
    given = options.parse_args()

    law_of(dispute(0, given), None)
    rows: dict[str, list[float]] = {}
    ratios = []
    for seed in range(given.rounds):
        case = dispute(seed, given)
        states = feasible_states(case)
        assert isinstance(states, OptionStates)
        state = states[random.Random(seed).randrange(len(states))].id
        rows.setdefault("reasons and ways of up to 4", []).append(seconds(asked(case, state, 4)))
        rows.setdefault("the 12 nearest ways, 40 reasons", []).append(
            seconds(asked(case, state, None))
        )
        law = law_of(case, None)
        codes = codes_of(states)
        by_vectors = seconds(lambda law=law, codes=codes: LawTable(law, codes).can_be)
        rows.setdefault(f"map of {len(states):,} states", []).append(by_vectors)
        one_by_one = seconds(lambda law=law, codes=codes: solved(law, codes)) / SAMPLE * len(codes)
        ratios.append(one_by_one / by_vectors)
    targets = ("0.20", "", "2.00")
    title = f"{given.provisions} provisions, {given.facts} facts, {given.unknown} of them unknown"
    table = Table("what", "median seconds", "slowest", "target", title=title)
    for (name, times), target in zip(rows.items(), targets, strict=True):
        table.add_row(name, f"{statistics.median(times):.3f}", f"{max(times):.3f}", target)
    console = Console()
    console.print(table)
    console.print(f"one solver call a state would take {statistics.median(ratios):,.0f} × the map")


def dispute(seed: int, given: argparse.Namespace) -> Dispute:
    chance = random.Random(seed)
    parties = tuple(
        Party(
            id=f"p{k}",
            name=f"P{k}",
            options=tuple(Option(id=f"o{i}", text="o") for i in range(given.options // 4)),
        )
        for k in range(4)
    )
    options = [f"{party.id}.{option.id}" for party in parties for option in party.options]
    facts = [f"f{number}" for number in range(given.facts)]
    unknown = set(chance.sample(facts, given.unknown))

    def clause(size: int) -> Condition:
        names = map(Taken, chance.sample(facts, size))
        return joined([name if chance.random() < 0.6 else Not(name) for name in names], "and")

    provisions: list[Provision] = []
    for number in range(given.provisions):
        binding = [each.id for each in provisions if each.binds]
        if number % 3 < 2:
            need = Both(Taken(chance.choice(options)), "or", clause(2))
            says = Both(Taken(chance.choice(options)), "requires", need)
            provisions.append(Provision(id=f"l{number}", cite="c", says=says))
        else:
            of = (chance.choice(binding),)
            waiver = Provision(id=f"l{number}", cite="c", kind="waiver", of=of, says=clause(3))
            provisions.append(waiver)
    known = [
        Fact(id=name, status="unknown" if name in unknown else chance.choice(["true", "false"]))
        for name in facts
    ]
    return Dispute(name="b", parties=parties, facts=tuple(known), provisions=tuple(provisions))


def asked(case: Dispute, state: int | str, largest: int | None) -> Callable[[], object]:
    def ask() -> None:
        with Question(case, state, None) as question:
            question.ways(None, 12 if largest is None else 10**6, largest)
            question.reasons(largest)

    return ask


def solved(law: object, codes: object) -> None:
    """Ask a solver of each state in a sample."""
    with Clauses(law) as clauses:  # type: ignore[arg-type]
        lawful = clauses.named(LAWFUL)
        for name, is_so in law.settled.items():  # type: ignore[attr-defined]
            clauses.add([clauses.atom(name) if is_so else -clauses.atom(name)])
        atoms = [clauses.atom(name) for name in law.options]  # type: ignore[attr-defined]
        for code in codes[:SAMPLE]:  # type: ignore[index]
            taken = [a if int(code) >> k & 1 else -a for k, a in enumerate(atoms)]
            clauses.solve([lawful, *taken])
            clauses.solve([-lawful, *taken])


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
