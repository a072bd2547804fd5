"""The answers of `detente law` as memoranda: conclusion, reasons, ways, sources, in plain text."""

import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby, islice

from detente.cli.terminal import counted, echo, plain, width
from detente.domain.dispute import Dispute, StateId
from detente.domain.rulings import (
    Difference,
    Lawful,
    LawfulOutcomes,
    Opinion,
    Reason,
    Route,
    Ruling,
    Way,
)
from detente.law import Assumption
from detente.law.day import law_of
from detente.law.holders import Holders
from detente.law.wording import ADVICE, TIER_WORDS, Words, sources, upper
from detente.workflow import Matter

MOST_STATES = 200
_CONCLUSIONS: dict[Lawful, str] = {
    "yes": "This state is lawful.",
    "no": "This state is not lawful.",
    "depends": "Whether this state is lawful cannot be said: it depends",
}
_SHORT: dict[Lawful, str] = {"yes": "lawful", "no": "unlawful", "depends": "depends"}


def print_rulings(matter: Matter, found: Iterable[Ruling]) -> None:
    """One line a state."""
    rulings = list(islice(found, MOST_STATES + 1))
    _heading(f"The law{_on(matter)}{_under(matter)}")
    for ruling in rulings[:MOST_STATES]:
        on = f" on {', '.join(ruling.depends_on)}" if ruling.depends_on else ""
        taken = "+".join(ruling.taken) or "-"
        _say(f"{ruling.state!s:>5}  {_SHORT[ruling.lawful]:<8}  {taken}{on}", hang=17)
    if len(rulings) > MOST_STATES:
        _say(f"… and more; these are the first {MOST_STATES}. --json prints them all.")
    _close(matter.dispute, ())


def print_reasons(matter: Matter, opinion: Opinion) -> None:
    """Why a state is not lawful: the reasons, those from the same provisions together."""
    words = _conclude(matter, opinion)
    if opinion.reasons or opinion.lawful == "yes":
        _heading("Reasons")
    if opinion.lawful == "yes":
        _lawful(words)
    told = {""}
    groups: dict[object, list[Reason]] = {}
    for reason in opinion.reasons:
        key = reason.provisions, reason.options, reason.readings
        groups.setdefault(key, []).append(reason)
    for number, group in enumerate(groups.values(), start=1):
        _say(f"{number}. {words.rules(group[0])}", hang=3)
        relief = words.relief(dict.fromkeys(name for each in group for name in each.lacking))
        if relief not in told:
            _say(f"   {relief}", hang=3)
            told.add(relief)
        if closed := words.foreclosed(group[0].foreclosed):
            _say(f"   {closed}", hang=3)
        facts = [text for each in group if (text := words.facts(each))]
        if len(facts) > 1:
            _say("   Each of these keeps it from being lawful:", hang=3)
        for text in facts:
            _say(f"   - {text}", hang=5)
    if opinion.more_reasons:
        _say(f"There are more reasons than these {len(opinion.reasons)}.")
    named = [
        name
        for each in opinion.reasons
        for name in (*each.provisions, *each.lacking, *each.foreclosed)
    ]
    _readings(words, matter, opinion)
    _close(matter.dispute, named)


def print_ways(matter: Matter, opinion: Opinion, by: Sequence[str], nearest: Sequence[Way]) -> None:
    """What would have to change; of the nearest way the part of those asked for, if no more."""
    words = _conclude(matter, opinion)
    if opinion.lawful != "yes":
        _ways(words, opinion.ways, opinion.more, _filter(matter.dispute, by))
        if by and not opinion.ways:
            _part(words, Holders(matter.dispute).meant(by), nearest)
        for reading, ways in (opinion.under or {}).items():
            _heading(f"Only if {words.readings([reading])}")
            _ways(words, ways, False, "")
    every = [*opinion.ways, *(way for ways in (opinion.under or {}).values() for way in ways)]
    changed = {change.id for way in every for change in way.changes}
    in_force = [p for p in matter.dispute.provisions if p.applies(matter.on)]
    used = [p.id for p in in_force if p.act in changed or p.id in changed]
    reasons = [name for each in opinion.reasons for name in each.provisions]
    _close(matter.dispute, [*reasons, *used])


def print_differences(
    matter: Matter, assumed: Assumption, found: Sequence[Difference], states: int
) -> None:
    """What an assumption changes."""
    told = [f"{name} is {status}" for name, status in assumed.facts.items()]
    told += [f"{name} is repealed or waived" for name in sorted(assumed.without)]
    told += [f"the day is {assumed.on}"] if assumed.on != matter.on else []
    told += [
        f"the reading {name!r} is right" for name in assumed.readings if name not in matter.readings
    ]
    _heading(f"If {', '.join(told)}, against the law{_on(matter)}{_under(matter)}")
    if not found:
        _say(f"Nothing changes in any of {counted(states, 'state')}.")
    for (before, after), group in groupby(sorted(found, key=_kind), key=_kind):
        members = list(group)
        _say(f"{counted(len(members), 'state')} from {_SHORT[before]} to {_SHORT[after]}:")
        for each in members[:MOST_STATES]:
            _say(f"{each.state!s:>5}  {'+'.join(each.taken) or '-'}", hang=7)
        if len(members) > MOST_STATES:
            _say(f"      … and {len(members) - MOST_STATES} more")
    _close(matter.dispute, sorted(assumed.without))


def _kind(difference: Difference) -> tuple[Lawful, Lawful]:
    return difference.before, difference.after


def print_steps(matter: Matter, route: Route | None) -> None:
    """The steps of a route."""
    if route is None:
        _heading("No way")
        _say("Nothing that may change makes this state lawful, or today's state is not known.")
        _close(matter.dispute, ())
        return
    _heading(f"To state {route.state}{_on(matter)}{_under(matter)}")
    if not route.steps:
        _say("Nothing has to be done.")
    for step in route.steps:
        after = f" After {', '.join(map(str, step.after))}." if step.after else ""
        clock = f" {step.clock[:1].upper()}{step.clock[1:]}." if step.clock else ""
        day = f" Earliest {step.earliest}." if step.earliest else " No day can be told."
        _say(f"{step.number}. {upper(step.text)}.{after}{clock}{day}", hang=3)
    if route.way is not None and len(route.way.means) > 1:
        _say(f"There are {len(route.way.means)} means to this; the nearest to the table is shown.")
    _close(matter.dispute, [step.provision for step in route.steps if step.provision])


def print_outcomes(found: LawfulOutcomes) -> None:
    """Where law and stability meet, below the table of states."""
    _heading("Law and stability")
    lawful = _ids(found.equilibria) if found.known else "not known"
    _say(f"Lawful equilibria: {lawful}.")
    if found.doubtful:
        _say(f"Equilibria of which it depends: {_ids(found.doubtful)}.")
    for near in found.near:
        first, rest = near.changes[0], len(near.changes) - 1
        more = f", or one of {counted(rest, 'other change')}" if rest else ""
        kinds = {"raise": f"puts “{first.element}” above “{first.above}”"}
        does = kinds.get(first.kind) or f"{first.kind}s “{first.element}”"
        _say(f"Lawful state {near.state} would hold if {first.party} {does}{more}.", hang=2)
    if found.more_near:
        _say("Not all lawful states were looked at for one change that would make them hold.")
    route = found.route
    if route is not None:
        _say(f"The cheapest lawful way to the deal (state {route.state}):")
        for step in route.steps:
            day = f" Earliest {step.earliest}." if step.earliest else ""
            _say(f"{step.number}. {upper(step.text)}.{day}", hang=3)
    echo("")
    _say(ADVICE)


def _ids(states: Sequence[StateId]) -> str:
    listed = ", ".join(map(str, states[:MOST_STATES]))
    return f"{listed}, …" if len(states) > MOST_STATES else listed or "none"


# --- Parts of a memorandum --------------------------------------------------------------------


def _conclude(matter: Matter, opinion: Opinion) -> Words:
    law = law_of(matter.dispute, matter.on, matter.readings)
    words = Words(matter.dispute, law, Holders(matter.dispute), frozenset(opinion.taken))
    _heading(
        f"State {opinion.state} ({'+'.join(opinion.taken) or '-'}){_on(matter)}{_under(matter)}"
    )
    conclusion = _CONCLUSIONS[opinion.lawful]
    if opinion.lawful == "depends":
        conclusion += f" on {'; '.join(words.open_names(opinion.depends_on))}."
    _say(f"Conclusion. {conclusion}")
    return words


def _lawful(words: Words) -> None:
    """Why a state is lawful: nothing is broken; and what does not count on that day."""
    _say("Nothing that is in force is broken, whatever the facts that are unknown turn out to be.")
    if apart := list(words.apart()):
        _say(f"Not in force on that day: {'; '.join(apart)}.")


def _readings(words: Words, matter: Matter, opinion: Opinion) -> None:
    about = {name for each in opinion.reasons for name in each.readings}
    for reading in matter.dispute.readings:
        if reading.id in about:
            source = f" Source: {reading.source}." if reading.source else ""
            _say(f"Reading {reading.id!r}: {reading.text}.{source}", hang=2)


def _ways(words: Words, ways: Sequence[Way], more: bool, whose: str) -> None:
    if not ways:
        _heading("Ways out")
        none = f"Nothing{whose} makes this state lawful."
        _say("None was found among those that were looked at." if more else none)
    told: dict[str, int] = {}
    number = 0
    for tier, group in groupby(ways, key=lambda way: way.tier):
        _heading(TIER_WORDS[tier])
        for way in group:
            number += 1
            _way(words, way, number, told)
    if more:
        _say("More exist.")


def _part(words: Words, whose: frozenset[str], nearest: Sequence[Way]) -> None:
    parts = [c for way in nearest for c in way.changes if whose.intersection(c.by)]
    if parts:
        _say("Theirs to do in the nearest way out:")
    for change in parts:
        _say(f"- {upper(words.change(change))}.", hang=2)


def _way(words: Words, way: Way, number: int, told: dict[str, int]) -> None:
    """One way: what must change, line by line; means that were told of are referred to."""
    if len(way.changes) == 1:
        _say(f"{number}. {upper(words.change(way.changes[0]))}.", hang=3)
    else:
        _say(f"{number}. All of these:")
        for change in way.changes:
            _say(f"   - {upper(words.change(change))}.", hang=5)
    means = words.means(way)
    if means:
        first = told.setdefault(means, number)
        again = f"This can come about by the same means as in {first}."
        _say(f"   {means if first == number else again}", hang=3)


def _filter(dispute: Dispute, by: Sequence[str]) -> str:
    if not by:
        return " that anybody could change"
    return f" that {' and '.join(Holders(dispute).name(each) for each in by)} can change alone"


def _close(dispute: Dispute, named: Sequence[str]) -> None:
    found = list(sources(dispute, named))
    if found:
        _heading("Sources")
        for source in found:
            _say(f"- {source}", hang=2)
    echo("")
    _say(ADVICE)


def _on(matter: Matter) -> str:
    return "" if matter.on is None else f" on {matter.on}"


def _under(matter: Matter) -> str:
    return f", reading {', '.join(matter.readings)}" if matter.readings else ""


def _heading(text: str) -> None:
    echo("")
    _say(text)
    echo("-" * min(len(text), width()))


def _say(text: str, hang: int = 0) -> None:
    for line in textwrap.wrap(
        plain(text), width(), subsequent_indent=" " * hang, break_long_words=False
    ):
        echo(line)
