"""The outcomes: which states there are, which hold, and where each party would go."""

from collections.abc import Iterator

from detente.brief.contents import Departure, Element, Row
from detente.brief.forms.blocks import (
    Block,
    Items,
    Line,
    Passage,
    Picture,
    Table,
    cell,
)
from detente.brief.forms.context import Context
from detente.brief.forms.graph import drawn_rows, state_graph
from detente.brief.wording import labels
from detente.brief.wording.phrases import shortened
from detente.domain.dispute import Option, Party

# A table with a column for each option is read up to this many options.
MOST_COLUMNS = 8
# Lines of a table of states: with more of them it shows those that the brief tells of.
MOST_LINES = 32


def states(laid: Context) -> Iterator[Block]:
    """The picture of the states, their table, and who would go where."""
    brief = laid.brief
    if brief.dispute is None or not brief.state_table:
        return
    if rest := laid.rest(law=False):
        yield Items(items=rest)
    drawn = state_graph(brief, laid.anchor_of())
    if drawn:
        caption = labels.graph_title(len(brief.state_table))
        yield Picture(name="states", drawing=drawn, caption=caption)
    options = tuple(brief.dispute.named_options())
    wide = 0 < len(options) <= MOST_COLUMNS
    heads = (
        labels.STATE,
        *([shortened(o.text, 60) for _, _, o in options] if wide else [labels.TAKEN_HEAD]),
        *(labels.stable_for(party.name) for party in brief.dispute.parties),
        labels.EQUILIBRIUM,
        *([labels.LAW] if brief.dispute.provisions else []),
    )
    total = len(brief.analysis.states) if brief.analysis else 0
    rows = _rows(laid)
    yield Table(
        name="states-table",
        heads=heads,
        lines=tuple(_state(laid, row, options if wide else ()) for row in rows),
        caption=labels.states_caption(len(rows), total),
        note=labels.STATES_NOTE,
    )
    drawn_states = {row.id for row in drawn_rows(brief)}
    if moves := [
        (n, d)
        for n, d in enumerate(brief.departures, start=1)
        if {d.origin, d.target} <= drawn_states
    ]:
        yield _departures(laid, moves)


def _rows(laid: Context) -> tuple[Row, ...]:
    """States that the table has: all, or those told of and the firmest equilibria."""
    table = laid.brief.state_table
    if len(table) <= MOST_LINES:
        return table
    drawn = {row.id for row in drawn_rows(laid.brief)}
    holding = sorted(
        (row for row in table if row.equilibrium), key=lambda row: -len(row.equilibrium)
    )
    chosen = drawn | {row.id for row in holding[:MOST_LINES]}
    return tuple(row for row in table if row.id in chosen)


def _state(laid: Context, row: Row, options: tuple[tuple[str, Party, Option], ...]) -> Line:
    assert laid.brief.dispute is not None
    anchor, element = laid.references.elements[f"state:{row.id}"]
    chips = labels.chips(row.today, row.deal)
    taken = row.taken or ()
    bits = [
        Passage(text=labels.TAKEN if name in taken else labels.NOT_TAKEN, lead="", tags=())
        for name, _, _ in options
    ] or [cell(_taken(laid, row, element))]
    stable = [
        cell(labels.verdict_cell(row.stable[p.id]) if p.id in row.stable else "unknown")
        for p in laid.brief.dispute.parties
    ]
    unknown = bool(laid.brief.analysis and laid.brief.analysis.unknown)
    holds = (
        labels.verdict_cell(row.equilibrium)
        if row.equilibrium
        else ("unknown" if unknown else "no")
    )
    judged = bool(laid.brief.dispute.provisions)
    looks = {
        "equilibrium": bool(row.equilibrium),
        "today": row.today,
        "deal": row.deal,
        "unlawful": row.lawful is False,
    }
    return Line(
        cells=(
            Passage(text=str(row.id), tags=(chips,) if chips else ()),
            *bits,
            *stable,
            cell(holds),
            *([cell(labels.LAWFUL[row.lawful], *row.provisions)] if judged else []),
        ),
        anchor=anchor,
        looks=tuple(name for name, on in looks.items() if on),
    )


def _taken(laid: Context, row: Row, element: Element) -> str:
    if row.taken is None:
        return element.text
    texts = (
        {name: o.text for name, _, o in laid.brief.dispute.named_options()}
        if (laid.brief.dispute)
        else {}
    )
    shown = [texts[name] for name in row.taken[:MOST_COLUMNS]]
    more = len(row.taken) - len(shown)
    return "; ".join([*shown, *([labels.and_more(more)] if more else [])]) or labels.NOTHING_TAKEN


def _departures(laid: Context, moves: list[tuple[int, Departure]]) -> Table:
    assert laid.brief.dispute is not None
    names = {party.id: party.name for party in laid.brief.dispute.parties}
    lines = tuple(
        Line(
            cells=(
                cell(labels.edge(d.origin, d.target)),
                cell(names[d.party]),
                Passage(text=d.text, because=d.because, mark="computed"),
                cell(labels.deterred_under(d.deterred)),
            ),
            anchor=f"departures-{n}",
        )
        for n, d in moves
    )
    return Table(
        name="departures",
        heads=labels.DEPARTURE_HEADS,
        lines=lines,
        caption=labels.DEPARTURES_CAPTION,
    )


def today(laid: Context) -> Iterator[Block]:
    """Why today's state holds or not, party by party."""
    if laid.brief.today:
        yield Items(items=laid.passages("today", laid.brief.today))
