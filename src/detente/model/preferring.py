"""What parties prefer and what conditions say, read in terms of the file's own names."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, cast

from detente.domain.conditions import Condition
from detente.domain.dispute import Basis, Preference, Ranking, StateId
from detente.model.conditions import parse
from detente.model.names import nearest, shown
from detente.model.places import Path
from detente.model.states import options_taken
from detente.model.tables import Notes, Table

BASES: tuple[Basis, ...] = ("stated", "presupposed", "conduct")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the file's elements may refer to."""

    parties: tuple[str, ...]
    options: tuple[str, ...]  # full names
    states: tuple[str, ...]  # labels, in graph form only


def preferences_in(party: Table, names: Names, party_id: str) -> list[Preference]:
    """Read the statements of a party, most important first."""
    found = []
    for table in party.tables("preference"):
        says = _conditions(table, names, party_id)
        found.append(
            Preference(
                says=says,
                because=table.text_or_texts("because"),
                unsure=table.truth("unsure"),
                basis=cast("Basis", table.choice("basis", BASES)),
            )
        )
        table.close()
    return found


def _conditions(table: Table, names: Names, party: str) -> tuple[Condition, ...]:
    """Read a statement, or the list of those that are equally important."""
    if not isinstance(table.raw("says"), list):
        condition = condition_in(table, names, party)
        return (condition,) if condition else ()
    texts = table.texts("says")
    if not texts and not table.raw("says"):
        path = (*table.path, "says")
        table.notes.error(
            "empty-list", path, "'says' lists nothing", "name an option, or remove it"
        )
    read = [
        _parsed(text, (*table.path, "says", index), table.notes, names, party)
        for index, text in enumerate(texts)
    ]
    return tuple(condition for condition in read if condition)


def condition_in(table: Table, names: Names, party: str | None = None) -> Condition | None:
    """Read the one condition of a table; ``party`` is the one it stands inside, if any."""
    text = table.text("says", required=True)
    if text is None:
        return None
    return _parsed(text, (*table.path, "says"), table.notes, names, party)


def _parsed(
    text: str, path: Path, notes: Notes, names: Names, party: str | None
) -> Condition | None:
    condition, findings = parse(
        text, names.options, party=party, where=lambda offset: notes.places.at(path, offset)
    )
    notes.findings.extend(findings)
    return condition


def ranking_in(party: Table, names: Names) -> Ranking | None:
    """Read a ranking; whether it names every state once is checked when all are known."""
    best_first = party.raw("ranking")
    path = (*party.path, "ranking")
    if not isinstance(best_first, list):
        what = "a ranking is a list of states, best first"
        party.notes.error("wrong-type", path, what, "write for instance `ranking = [1, [2, 3]]`")
        return None
    tiers = []
    for index, tier in enumerate(best_first):
        here = (*path, index)
        members = enumerate(tier) if isinstance(tier, list) else ((None, tier),)
        tied = [
            _ranked(member, here if place is None else (*here, place), party.notes, names)
            for place, member in members
        ]
        if not tied:
            party.notes.error("empty-list", here, "a tie holds no state", "remove the empty list")
        tiers.append(tuple(state for state in tied if state is not None))
    return Ranking(tiers=tuple(tiers))


def _ranked(member: Any, path: Path, notes: Notes, names: Names) -> StateId | frozenset[str] | None:
    """Read one state of a ranking."""
    if isinstance(member, str) and names.states:
        return member
    if isinstance(member, str):
        taken, wrong = options_taken(member, names.options)
        if wrong:
            fix = "name a state by its id, or by its options taken: 'a.b+c.d', '-' for none"
            notes.error("unknown-state", path, f"in {shown(member)} {wrong}", fix)
            return None
        return taken
    if type(member) is int and not names.states:
        return member
    if type(member) is int:
        what = "in graph form states are named by their labels, which are texts"
        notes.error("wrong-type", path, what, f'write "{member}"')
        return None
    what = "a member of a ranking is a state, or a list of tied states"
    notes.error("wrong-type", path, what, "name a state by its id or by the options taken")
    return None


def weights_in(party: Table, names: Names, party_id: str) -> Mapping[str, float]:
    """Read the weights of options, by full name."""
    given = party.raw("weights")
    path = (*party.path, "weights")
    if not isinstance(given, dict) or not given:
        what = "weights are a table of options and numbers"
        fix = 'write for instance `weights = {"us.readmit" = 3}`'
        party.notes.error("wrong-type", path, what, fix)
        return MappingProxyType({})
    weights: dict[str, float] = {}
    for key, value in given.items():
        here = (*path, key)
        name = key if key in names.options else f"{party_id}.{key}"
        if name not in names.options:
            if isinstance(value, dict):
                what = f"{shown(key)} is a table, not an option"
                party.notes.error("wrong-type", here, what, "put the option's name in quotes")
            else:
                unknown_option(party.notes, here, key, names.options)
        elif name in weights:
            what = f"the option {name!r} is weighed twice"
            party.notes.error("duplicate", here, what, "keep one of them")
        elif not _is_finite(value):
            what = f"the weight of {name!r} is not a finite number"
            party.notes.error("bad-weight", here, what, "write a number")
        else:
            weights[name] = value
    return MappingProxyType(weights)


def _is_finite(value: Any) -> bool:
    if type(value) is int:
        return abs(value) < 10**300  # so that a sum of them is a float like any other
    return type(value) is float and math.isfinite(value)


def unknown_option(notes: Notes, path: Path, name: str, known: Sequence[str]) -> None:
    """Note a name that should be one of the options, and is not."""
    fix = _did_you_mean(name, known) or "name an option of the file, `party.option`"
    notes.error("unknown-option", path, f"no option is called {shown(name)}", fix)


def unknown_state(notes: Notes, path: Path, name: str, known: Sequence[str]) -> None:
    """Note a name that should be one of the states, and is not."""
    fix = _did_you_mean(name, known) or "name a state of the file by its label"
    notes.error("unknown-state", path, f"no state is called {shown(name)}", fix)


def unknown_party(notes: Notes, path: Path, name: str, known: Sequence[str]) -> None:
    """Note a name that should be one of the parties, and is not."""
    fix = _did_you_mean(name, known) or "name a party of the file by its id"
    notes.error("unknown-party", path, f"no party is called {shown(name)}", fix)


def _did_you_mean(name: str, known: Sequence[str]) -> str | None:
    best = nearest(name, known)
    return f"did you mean {best!r}?" if best else None
