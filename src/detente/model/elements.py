"""From the tables of a dispute file to the domain's types, element by element."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, cast

from detente.domain.dispute import (
    Dispute,
    GraphMove,
    GraphState,
    Merge,
    Option,
    Party,
    Reversible,
    Rule,
)
from detente.model.instruments import Source, norms_in
from detente.model.names import shown
from detente.model.preferring import (
    Names,
    condition_in,
    preferences_in,
    ranking_in,
    unknown_option,
    unknown_party,
    unknown_state,
    weights_in,
)
from detente.model.tables import Notes, Table

FORMAT = 1
REVERSIBLE: tuple[Reversible, ...] = ("yes", "once_taken", "once_dropped")


def dispute_in(tree: Mapping[str, Any], notes: Notes, shared: Sequence[Source] = ()) -> Dispute:
    """Build a dispute from the tree of a file; it is whole only if ``notes`` has no error.

    ``shared`` are the instrument files that it names; each has notes of its own.
    """
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
    norms = norms_in([*shared, Source(tree=tree, notes=notes)], names.options, names.parties)
    for key in ("instrument", "actor", "reading", "fact", "provision"):
        top.has(key)  # read by `norms_in`
    dispute = Dispute(
        name=top.text("name", required=True) or "",
        parties=tuple(
            _party(party, table, names) for party, table in zip(parties, tables, strict=True)
        ),
        rules=tuple(_rules(top, names)),
        merges=tuple(_merges(top, names)),
        provisions=norms.provisions,
        facts=norms.facts,
        instruments=norms.instruments,
        actors=norms.actors,
        readings=norms.readings,
        status_quo=_status_quo(top, names),
        states=states,
        moves=tuple(_move(table, names) for table in top.tables("move")),
        law=top.texts("law"),
        because=top.text_or_texts("because"),
    )
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
        preferences=tuple(preferences_in(table, names, head.id)),
        ranking=ranking_in(table, names) if table.has("ranking") else None,
        weights=weights_in(table, names, head.id) if table.has("weights") else MappingProxyType({}),
    )
    table.close()
    return party


def _rules(top: Table, names: Names) -> list[Rule]:
    rules = []
    for table in top.tables("rule"):
        says = condition_in(table, names)
        why, because = table.text("why") or "", table.text_or_texts("because")
        table.close()
        if says:
            rules.append(Rule(says=says, why=why, because=because))
    return rules


def _merges(top: Table, names: Names) -> list[Merge]:
    merges = []
    for table in top.tables("merge"):
        says = condition_in(table, names)
        table.close()
        if says:
            merges.append(Merge(says=says))
    return merges


def _status_quo(top: Table, names: Names) -> frozenset[str] | str | None:
    if not top.has("status_quo"):
        return None
    path = ("status_quo",)
    if names.states:
        label = top.text("status_quo")
        if label is not None and label not in names.states:
            unknown_state(top.notes, path, label, names.states)
        return label
    taken = top.texts("status_quo")
    for index, name in enumerate(taken):
        if name not in names.options:
            unknown_option(top.notes, (*path, index), name, names.options)
        elif name in taken[:index]:
            what = f"the option {name!r} is listed twice"
            top.notes.error("duplicate", (*path, index), what, "list it once")
    return frozenset(taken)


def _move(table: Table, names: Names) -> GraphMove:
    party = table.text("party", required=True) or ""
    origin, to = table.text("from", required=True) or "", table.texts("to")
    if party and party not in names.parties:
        unknown_party(table.notes, (*table.path, "party"), party, names.parties)
    if origin and origin not in names.states:
        unknown_state(table.notes, (*table.path, "from"), origin, names.states)
    for index, target in enumerate(to):
        path = (*table.path, "to", index)
        if target not in names.states:
            unknown_state(table.notes, path, target, names.states)
        elif target == origin:
            what = f"a move leads from {shown(origin)} to itself"
            table.notes.error("self-loop", path, what, "remove it: staying is no move")
    if not to and not table.raw("to"):
        what = "a move leads nowhere"
        table.notes.error("empty-list", table.path, what, "list states under `to`")
    table.close()
    return GraphMove(party=party, origin=origin, to=to)
