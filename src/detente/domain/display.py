"""The table of states as a notebook shows it.

Colours are those of the page it stands on, or transparent, so that it can be read on a light
page and on a dark one.
"""

from collections.abc import Iterator, Sequence
from html import escape

from detente.domain.findings import Finding

Record = dict[str, int | str | bool | None]

TODAY, WORSE = "◂", "▾"
_STABLE, _NOT_STABLE, _UNKNOWN = "●", "·", "?"
_MOST_EXPLAINED = 20
# Notebooks have rules of their own for tables; naming element and class twice goes before them.
_STYLE = """\
.detente-states {overflow-x: auto; font-variant-numeric: tabular-nums}
.detente-states p, .detente-states ul {font-size: 12px; margin: 4px 0}
.detente-states table.states {border-collapse: collapse; font-size: 12px; color: inherit}
.detente-states table.states tr {background: none}
.detente-states table.states th, .detente-states table.states td {background: none; \
color: inherit; border: 0; padding: 2px 3px; text-align: center; vertical-align: top; \
white-space: nowrap}
.detente-states table.states th {font-weight: 600}
.detente-states table.states th.concept {font-weight: 400}
.detente-states table.states thead tr:last-child th {border-bottom: 1px solid \
rgba(128, 128, 128, .8)}
.detente-states table.states tbody td {border-bottom: 1px solid rgba(128, 128, 128, .25)}
.detente-states table.states .first {border-left: 1px solid rgba(128, 128, 128, .4)}
.detente-states table.states .id {text-align: right}
.detente-states table.states .taken {text-align: left; padding: 2px 8px}
.detente-states table.states td.holds {background: rgba(60, 150, 90, .3)}
"""


def listed(first: Sequence[int | str], count: int) -> str:
    """The first ids of so many, and how many more there are."""
    more = f" and {count - len(first):,} more" if count > len(first) else ""
    return (", ".join(map(str, first)) or "none") + more


def table_of(
    records: Sequence[Record],
    *,
    parties: Sequence[str],
    concepts: Sequence[str],
    states: int,
    findings: Sequence[Finding] = (),
) -> str:
    """Lay out records of states in HTML; every text is escaped.

    Parameters
    ----------
    records
        As `Analysis.records` gives them, of all states or of some.
    parties
        The groups of columns: names that stand before a concept's in the keys of a record.
    states
        How many states there are.
    """
    options = any(record["taken"] is not None for record in records)
    rows = "\n".join(_row(record, parties, concepts, options=options) for record in records)
    return (
        f'<div class="detente-states">\n<style>\n{_STYLE}</style>\n{_count(len(records), states)}'
        f'<table class="states">\n<thead>\n{_head(parties, concepts, options=options)}\n</thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n{_legend(records)}{_findings(findings)}</div>"
    )


def _count(shown: int, states: int) -> str:
    if shown == states:
        return ""
    which = "today’s state and the equilibria under most concepts"
    return f"<p>{states:,} states; the table shows {shown:,} of them: {which}.</p>\n"


def _head(parties: Sequence[str], concepts: Sequence[str], *, options: bool) -> str:
    before = '<th rowspan="2" class="id">state</th>'
    if options:
        before += '<th rowspan="2" class="taken">options taken</th><th rowspan="2">lawful</th>'
    groups = (f'<th colspan="{len(concepts)}" class="first">{escape(p)}</th>' for p in parties)
    names = (
        f"<th{_first(place, 'concept')}>{escape(concept)}</th>"
        for _ in parties
        for place, concept in enumerate(concepts)
    )
    return f"<tr>{before}{''.join(groups)}</tr>\n<tr>{''.join(names)}</tr>"


def _first(place: int, *others: str) -> str:
    classes = [*(["first"] if place == 0 else []), *others]
    return f' class="{" ".join(classes)}"' if classes else ""


def _row(record: Record, parties: Sequence[str], concepts: Sequence[str], *, options: bool) -> str:
    marks = (f" {TODAY}" if record["status_quo"] else "") + (
        f" {WORSE}" if record["dominated_by"] else ""
    )
    cells = [f'<td class="id">{escape(str(record["id"]))}{marks}</td>']
    if options:
        cells += [f'<td class="taken">{_taken(record)}</td>', f"<td>{record['lawful']}</td>"]
    for party in parties:
        for place, concept in enumerate(concepts):
            stable = record[f"{party}.{concept}"]
            holds = ["holds"] if stable and party == parties[-1] else []
            cells.append(f"<td{_first(place, *holds)}>{_mark(stable)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _taken(record: Record) -> str:
    taken = str(record["taken"])
    lines = "–" if taken == "-" else "<br>".join(escape(taken).split("+"))
    members = int(record["members"] or 1)
    return f"{lines} ({members:,} merged)" if members > 1 else lines


def _mark(stable: int | str | bool | None) -> str:
    if stable is None:
        return _UNKNOWN
    return _STABLE if stable else _NOT_STABLE


def _legend(records: Sequence[Record]) -> str:
    return f"<p>{'; '.join(_explained(records))}.</p>\n"


def _explained(records: Sequence[Record]) -> Iterator[str]:
    """What the marks that occur mean."""
    yield f"{_STABLE} stable"
    if any(value is None for record in records for key, value in record.items() if "." in key):
        yield f"{_UNKNOWN} not known"
    if any(record["status_quo"] for record in records):
        yield f"{TODAY} today’s state"
    worse = [record for record in records if record["dominated_by"]]
    if worse:
        first = worse[:_MOST_EXPLAINED]
        pairs = [f"{escape(str(r['id']))} by {escape(str(r['dominated_by']))}" for r in first]
        more = f" and {len(worse) - len(first)} more" if len(worse) > len(first) else ""
        yield f"{WORSE} Pareto-dominated, some would gain and nobody lose: {', '.join(pairs)}{more}"


def _findings(findings: Sequence[Finding]) -> str:
    items = (f"<li>{escape(f.severity)}: {escape(f.what)} ({escape(f.fix)})</li>" for f in findings)
    return f"<ul>{''.join(items)}</ul>\n" if findings else ""
