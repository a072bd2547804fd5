"""Where the states stand in their picture.

Few states stand in a grid: the columns are what one party can do, the rows what the others can
do together, so that whoever moves alone moves along a row or along a column. Of many states, and
of a conflict in graph form, those that the brief tells of stand in reading order, each with what
it is written into it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.brief.contents import Brief, Row
from detente.brief.forms import svg
from detente.brief.wording import labels
from detente.brief.wording.phrases import shortened
from detente.domain.dispute import Option, Party, StateId

# A grid of more states than this, or with more columns, is a thicket.
MOST_NODES = 16
MOST_COLUMNS = 5
# So many states stand in reading order, so many in a line.
MOST_LISTED = 9
IN_A_LINE = 3
# Letters in a line of text, in a head and in a state.
HEAD_LETTERS = 25
TEXT_LETTERS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is drawn, and where.

    ``cells`` has the column and the line of each state, ``heads`` and ``sides`` what stands above
    each column and beside each line, ``texts`` what stands in each state.
    """

    rows: tuple[Row, ...]
    cells: dict[StateId, tuple[int, int]]
    node: tuple[float, float]
    gap: tuple[float, float]
    across: Party | None = None
    down: tuple[Party, ...] = ()
    heads: tuple[list[str], ...] = ()
    sides: tuple[list[str], ...] = ()
    texts: dict[StateId, list[str]] = field(default_factory=dict)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 + max((column for column, _ in self.cells.values()), default=0)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return 1 + max((line for _, line in self.cells.values()), default=0)


def planned(brief: Brief) -> Plan:
    """Place the states of a brief that has any."""
    return _grid(brief) or _list(brief)


def _grid(brief: Brief) -> Plan | None:
    """A grid, if that many states and choices have room in one."""
    rows = brief.state_table
    parties = tuple(p for p in brief.dispute.parties if p.options) if brief.dispute else ()
    if len(rows) > MOST_NODES or not parties or any(row.taken is None for row in rows):
        return None
    fitting = [p for p in parties if len(_choices(rows, [p])) <= MOST_COLUMNS]
    if not fitting:
        return None
    across = max(fitting, key=lambda party: len(_choices(rows, [party])))
    down = tuple(party for party in parties if party is not across)
    columns, lines = _choices(rows, [across]), _choices(rows, down)
    return Plan(
        rows=rows,
        cells={
            row.id: (columns.index(_choice(row, [across])), lines.index(_choice(row, down)))
            for row in rows
        },
        node=(158.0, 64.0),
        gap=(60.0, 58.0),
        across=across,
        down=down,
        heads=tuple(_said([across], choice, HEAD_LETTERS) for choice in columns),
        sides=tuple(_said(down, choice, HEAD_LETTERS) for choice in lines) if down else (),
    )


def _choice(row: Row, parties: Sequence[Party]) -> tuple[str, ...]:
    own = {f"{party.id}.{option.id}" for party in parties for option in party.options}
    return tuple(name for name in row.taken or () if name in own)


def _choices(rows: Sequence[Row], parties: Sequence[Party]) -> list[tuple[str, ...]]:
    """What these parties take in some states, each once, in order."""
    return list(dict.fromkeys(_choice(row, parties) for row in rows))


def _said(parties: Sequence[Party], choice: tuple[str, ...], letters: int) -> list[str]:
    """A choice in short lines: every option where they are few, else those taken."""
    options = [(f"{p.id}.{o.id}", p, o) for p in parties for o in p.options]
    shown = options if len(options) <= 3 else [o for o in options if o[0] in choice][:4]
    found: list[str] = []
    for name, party, option in shown:
        mark = labels.TAKEN if name in choice else labels.NOT_TAKEN
        whose = f"{party.code or party.name}: " if len(parties) > 1 else ""
        found += _option(mark, f"{whose}{option.text}", letters)
    left = len(choice) - sum(name in choice for name, _, _ in shown)
    if not shown:
        found.append(labels.NOTHING_TAKEN)
    return [*found, *([labels.and_more(left)] if left > 0 else [])]


def _option(mark: str, text: str, letters: int) -> list[str]:
    first, *rest = svg.wrapped(text, letters, 3) or [""]
    return [f"{mark} {first}", *(f"\u2003{line}" for line in rest)]


def _list(brief: Brief) -> Plan:
    """States in reading order: the way from today to the deal, then the firmest equilibria."""
    rows = {row.id: row for row in brief.state_table}
    way = [end for step in brief.route for end in (step.origin, step.target)]
    told = [row.id for row in brief.state_table if row.today or row.deal]
    holding = sorted((r for r in rows.values() if r.equilibrium), key=lambda r: -len(r.equilibrium))
    order = dict.fromkeys([*way, *told, *(row.id for row in holding)])
    few = len(rows) <= MOST_LISTED
    chosen = [one for one in [*order, *(rows if few else ())] if one in rows]
    ids = list(dict.fromkeys(chosen))[:MOST_LISTED]
    options = {n: (p, o) for n, p, o in brief.dispute.named_options()} if brief.dispute else {}
    texts = {one: _described(rows[one], options) for one in ids}
    deepest = max((len(text) for text in texts.values()), default=0)
    return Plan(
        rows=tuple(rows[one] for one in ids),
        cells={one: (n % IN_A_LINE, n // IN_A_LINE) for n, one in enumerate(ids)},
        node=(214.0, 66.0 + 14.0 * deepest),
        gap=(70.0, 52.0),
        texts=texts,
    )


def _described(row: Row, options: dict[str, tuple[Party, Option]]) -> list[str]:
    """What a state is, in the few lines that have room in it."""
    if row.taken is None:
        return svg.wrapped(row.text.strip("“”"), TEXT_LETTERS, 4)
    found: list[str] = []
    for name in row.taken[:4]:
        party, option = options[name]
        text = shortened(f"{party.code or party.name}: {option.text}", 2 * TEXT_LETTERS)
        found += svg.wrapped(text, TEXT_LETTERS, 2)
    if len(row.taken) > 4:
        found.append(labels.and_more(len(row.taken) - 4))
    return found or [labels.NOTHING_TAKEN]
