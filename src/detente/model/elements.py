"""From the tables of a dispute file to the domain's types, element by element."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, cast

from detente.domain.conditions import Condition
from detente.domain.dispute import (
    Basis,
    Dispute,
    GraphMove,
    GraphState,
    Merge,
    Option,
    Party,
    Preference,
    Ranking,
    Reversible,
    Rule,
    StateId,
)
from detente.domain.norms import Provision
from detente.model.conditions import parse
from detente.model.names import nearest, shown
from detente.model.places import Path
from detente.model.states import options_taken
from detente.model.tables import Notes, Table

FORMAT = 1
REVERSIBLE: tuple[Reversible, ...] = ("yes", "once_taken", "once_dropped")
BASES: tuple[Basis, ...] = ("stated", "presupposed", "conduct")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the file's elements may refer to."""

    parties: tuple[str, ...]
    options: tuple[str, ...]  # full names
    states: tuple[str, ...]  # labels, in graph form only


def dispute_in(tree: Mapping[str, Any], notes: Notes) -> Dispute:
    """Build a dispute from the tree of a file; it is whole only if ``notes`` has no error."""
    top = Table(tree, (), notes)
    _check_format(top)
    states = tuple(_graph_state(table) for table in top.tables("state"))
    tables = list(top.tables("party"))
    parties = [_party_head(table) for table in tables]
    names = Names(
        parties=tuple(party.id for party in parties),
        options=tuple(f"{party.id}.{option.id}" for party in parties for option in party.options),
        states=tuple(state.id for state in states),
    )
    dispute = Dispute(
        name=top.text("name", required=True) or "",
        parties=tuple(
            _party(party, table, names) for party, table in zip(parties, tables, strict=True)
        ),
        rules=tuple(_rules(top, names)),
        merges=tuple(_merges(top, names)),
        provisions=tuple(_provisions(top, names)),
        status_quo=_status_quo(top, names),
        states=states,
        moves=tuple(_move(table, names) for table in top.tables("move")),
        law=top.texts("law"),
        because=top.text_or_texts("because"),
    )
    _leave_for_later(top)
    top.close()
    return dispute


def _check_format(top: Table) -> None:
    found = top.raw("format")
    if found is None:
        fix = f"add `format = {FORMAT}` at the top"
        top.notes.error("missing-key", (), "the file does not say which format it has", fix)
    elif type(found) is not int or found < 1:
        top.notes.error(
            "wrong-type", ("format",), "'format' should be a number", f"write `format = {FORMAT}`"
        )
    elif found > FORMAT:
        what = f"the file has format {found}, and this program knows {FORMAT}"
        top.notes.error("newer-format", ("format",), what, "use a newer version of Détente")


def _leave_for_later(top: Table) -> None:
    """Name what the format has and this program does not use yet."""
    for key, holds in (
        ("law", "instrument files"),
        ("instrument", "instruments"),
        ("fact", "facts"),
    ):
        if top.has(key):
            top.notes.warning(
                "not-used-yet",
                (key,),
                f"{holds} ({key!r}) are not read by this version; they were left out",
                "write what they forbid as [[provision]] tables of the dispute file",
            )


def _graph_state(table: Table) -> GraphState:
    state = GraphState(id=table.text("id", required=True) or "", text=table.text("text") or "")
    table.close()
    return state


def _party_head(table: Table) -> Party:
    """Everything about a party that needs no other party."""
    party_id = table.id() or ""
    return Party(
        id=party_id,
        name=table.text("name") or party_id,
        code=table.text("code"),
        options=tuple(_option(option) for option in table.tables("option")),
        because=table.text_or_texts("because"),
    )


def _option(table: Table) -> Option:
    option = Option(
        id=table.id() or "",
        text=table.text("text", required=True) or "",
        reversible=cast("Reversible", table.choice("reversible", REVERSIBLE)),
        because=table.text_or_texts("because"),
    )
    table.close()
    return option


def _party(head: Party, table: Table, names: Names) -> Party:
    """Add to a party what it prefers, in terms of everybody's options."""
    given = [key for key in ("preference", "ranking", "weights") if table.has(key)]
    if len(given) > 1:
        table.notes.error(
            "several-preferences",
            (*table.path, given[1]),
            f"the preferences of {head.id!r} are given twice, as {' and as '.join(given)}",
            "keep one of them",
        )
    party = Party(
        id=head.id,
        name=head.name,
        code=head.code,
        options=head.options,
        because=head.because,
        preferences=tuple(_preferences(table, names, head.id)),
        ranking=_ranking(table, names) if table.has("ranking") else None,
        weights=_weights(table, names, head.id) if table.has("weights") else MappingProxyType({}),
    )
    table.close()
    return party


def _preferences(party: Table, names: Names, party_id: str) -> list[Preference]:
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
        condition = _condition(table, names, party)
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


def _condition(table: Table, names: Names, party: str | None = None) -> Condition | None:
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


def _ranking(party: Table, names: Names) -> Ranking | None:
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
    """Read one state of a ranking; whether it exists is checked once all are known."""
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


def _weights(party: Table, names: Names, party_id: str) -> Mapping[str, float]:
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
                _unknown_option(party.notes, here, key, names.options)
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


def _rules(top: Table, names: Names) -> list[Rule]:
    rules = []
    for table in top.tables("rule"):
        says = _condition(table, names)
        why, because = table.text("why") or "", table.text_or_texts("because")
        table.close()
        if says:
            rules.append(Rule(says=says, why=why, because=because))
    return rules


def _merges(top: Table, names: Names) -> list[Merge]:
    merges = []
    for table in top.tables("merge"):
        says = _condition(table, names)
        table.close()
        if says:
            merges.append(Merge(says=says))
    return merges


def _provisions(top: Table, names: Names) -> list[Provision]:
    provisions = []
    for table in top.tables("provision"):
        provision_id, says = table.id(), _condition(table, names)
        cite, wording = table.text("cite", required=True), table.text("wording")
        begun, until = table.day("in_force"), table.day("until")
        checked, because = table.truth("text_checked"), table.text_or_texts("because")
        table.close()
        if begun and until and until < begun:
            what = "the provision ends before it begins"
            table.notes.error("bad-dates", (*table.path, "until"), what, "correct the dates")
        if provision_id and says and cite:
            provisions.append(
                Provision(
                    id=provision_id,
                    cite=cite,
                    says=says,
                    wording=wording,
                    in_force=begun,
                    until=until,
                    text_checked=checked,
                    because=because,
                )
            )
    return provisions


def _status_quo(top: Table, names: Names) -> frozenset[str] | str | None:
    if not top.has("status_quo"):
        return None
    path: Path = ("status_quo",)
    if names.states:
        label = top.text("status_quo")
        if label is not None and label not in names.states:
            _unknown_state(top.notes, path, label, names.states)
        return label
    taken = top.texts("status_quo")
    for index, name in enumerate(taken):
        if name not in names.options:
            _unknown_option(top.notes, (*path, index), name, names.options)
        elif name in taken[:index]:
            what = f"the option {name!r} is listed twice"
            top.notes.error("duplicate", (*path, index), what, "list it once")
    return frozenset(taken)


def _move(table: Table, names: Names) -> GraphMove:
    party = table.text("party", required=True) or ""
    origin, to = table.text("from", required=True) or "", table.texts("to")
    if party and party not in names.parties:
        _unknown_party(table.notes, (*table.path, "party"), party, names.parties)
    if origin and origin not in names.states:
        _unknown_state(table.notes, (*table.path, "from"), origin, names.states)
    for index, target in enumerate(to):
        path = (*table.path, "to", index)
        if target not in names.states:
            _unknown_state(table.notes, path, target, names.states)
        elif target == origin:
            what = f"a move leads from {shown(origin)} to itself"
            table.notes.error("self-loop", path, what, "remove it: staying is no move")
    if not to and not table.raw("to"):
        what = "a move leads nowhere"
        table.notes.error("empty-list", table.path, what, "list states under `to`")
    table.close()
    return GraphMove(party=party, origin=origin, to=to)


def _unknown_option(notes: Notes, path: Path, name: str, known: Sequence[str]) -> None:
    fix = _did_you_mean(name, known) or "name an option of the file, `party.option`"
    notes.error("unknown-option", path, f"no option is called {shown(name)}", fix)


def _unknown_state(notes: Notes, path: Path, name: str, known: Sequence[str]) -> None:
    fix = _did_you_mean(name, known) or "name a state of the file by its label"
    notes.error("unknown-state", path, f"no state is called {shown(name)}", fix)


def _unknown_party(notes: Notes, path: Path, name: str, known: Sequence[str]) -> None:
    fix = _did_you_mean(name, known) or "name a party of the file by its id"
    notes.error("unknown-party", path, f"no party is called {shown(name)}", fix)


def _did_you_mean(name: str, known: Sequence[str]) -> str | None:
    best = nearest(name, known)
    return f"did you mean {best!r}?" if best else None
