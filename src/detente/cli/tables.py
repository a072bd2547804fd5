"""An analysis as a table in the terminal."""

from collections.abc import Container, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from detente.cli.terminal import in_a_line, out, plain
from detente.domain.display import TODAY, WORSE, listed
from detente.domain.dispute import Dispute, StateId
from detente.domain.evidence import Reading, Statement
from detente.domain.states import State
from detente.domain.verdicts import Analysis, Concept, Verdict

if TYPE_CHECKING:
    from detente.read.explain import EventExplanation, Explanation, Why

LAWFUL = {True: "yes", False: "no", None: "–"}
# A longer table is not read; a longer list even less.
MOST_ROWS = 200
MOST_LISTED = 50


def _line(text: str, style: str = "") -> Text:
    """A line in which no character of a file commands the terminal."""
    return Text(in_a_line(text), style=style)


def print_analysis(dispute: Dispute, analysis: Analysis, concepts: Sequence[Concept]) -> None:
    """Print the states with who finds each stable, then the equilibria and today's state."""
    console = out()
    console.print(_line(dispute.name, style="bold"))
    shown = analysis.notable(MOST_ROWS)
    if len(analysis.states) > len(shown):
        what = "today's state and the equilibria under most concepts"
        count = f"{len(analysis.states):,} states; the table shows {len(shown)} of them: {what}"
        console.print(_line(f"{count} (--json has all)"))
    console.print(_table(dispute, analysis, concepts, shown))
    for concept in concepts:
        console.print(_line(f"{concept:>5}  equilibria: {_equilibria(analysis, concept)}"))
    if analysis.dominated:
        what = "Pareto-dominated (some would gain and nobody lose)"
        console.print(_line(f"  {WORSE}    {what}: {_dominated(analysis.dominated)}"))
    if analysis.status_quo is not None:
        console.print(_line(f"  {TODAY}    today's state: {analysis.status_quo}"))


def _dominated(pairs: Mapping[StateId, StateId]) -> str:
    """Dominated states by what dominates them, such as "1, 5 by 4; 2 by 7"."""
    groups: dict[StateId, list[StateId]] = {}
    for state, by in islice(pairs.items(), MOST_LISTED):
        groups.setdefault(by, []).append(state)
    told = "; ".join(f"{', '.join(map(str, some))} by {by}" for by, some in groups.items())
    more = len(pairs) - MOST_LISTED
    return told + (f" and {more:,} more" if more > 0 else "")


def _equilibria(analysis: Analysis, concept: Concept) -> str:
    if analysis.unknown:
        return f"not known, for want of the preferences of {', '.join(analysis.unknown)}"
    return _listed(analysis.equilibria[concept], analysis.dominated or ())


def _listed(states: Sequence[StateId], dominated: Container[StateId]) -> str:
    first = states[:MOST_LISTED]
    marked = [f"{state}{WORSE}" if state in dominated else str(state) for state in first]
    return listed(marked, len(states))


def print_mixed(concepts: Mapping[str, Concept], states: Sequence[StateId]) -> None:
    """Print the states that are stable for each party under a concept of its own."""
    each = ", ".join(f"{concept} for {party}" for party, concept in concepts.items())
    out().print(_line(f"equilibria with {each}: {_listed(states, ())}"))


def _table(
    dispute: Dispute, analysis: Analysis, concepts: Sequence[Concept], shown: Sequence[State]
) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("state", justify="right", no_wrap=True)
    texts: dict[StateId, str] = {state.id: state.text for state in dispute.states}
    table.add_column("what it is" if texts else "options taken", overflow="fold")
    for concept in concepts:
        table.add_column(concept, overflow="fold")
    if not texts:
        table.add_column("lawful")
    for state in shown:
        today = f" {TODAY}" if state.id == analysis.status_quo else ""
        cells = [f"{state.id}{today}", texts[state.id] if texts else _taken(state)]
        cells += [_who(analysis, state, concept) for concept in concepts]
        cells += [] if texts else [LAWFUL[analysis.lawful.get(state.id)]]
        table.add_row(*(Text(plain(cell)) for cell in cells))
    return table


def _taken(state: State) -> str:
    merged = f" ({len(state.members)} merged)" if len(state.members) > 1 else ""
    return ("\n".join(state.taken or ()) or "–") + merged


def _who(analysis: Analysis, state: State, concept: Concept) -> str:
    """Parties for which a state is stable, ``all`` for an equilibrium."""
    if state.id in analysis.equilibria[concept]:
        return "all"
    judged = [party for party, stable in analysis.stable.items() if concept in stable]
    stable = [party for party in judged if analysis.is_stable(state.id, party, concept)]
    return "\n".join(stable) or ("–" if judged else "?")


def print_witnesses(verdicts: Sequence[Verdict] | None) -> None:
    """Print what proves each verdict, one line for each improvement."""
    console = out()
    for verdict in verdicts or ():
        console.print(_line(f"{verdict.party}, {verdict.concept}: {_finding(verdict)}"))
        for deterred in verdict.deterred:
            steps = ", then ".join(f"{step.party} to {step.to}" for step in deterred.answer)
            console.print(_line(f"    its move to {deterred.improvement} is answered: {steps}"))


def _finding(verdict: Verdict) -> str:
    if not verdict.stable:
        return f"state {verdict.state} is not stable; nobody deters its move to {verdict.escape}"
    if not verdict.deterred:
        return f"state {verdict.state} is stable; no move of its own is better"
    return f"state {verdict.state} is stable; each better move is answered"


def print_reading(reading: Reading) -> None:
    """Print who says what in a document, and where."""
    console = out()
    document = reading.document
    text = document.text
    title = f" · {document.title}" if document.title else ""
    console.print(_line(f"{document.path or document.id}{title}", style="bold"))
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("who", overflow="fold", ratio=3)
    table.add_column("attitude", no_wrap=True)
    table.add_column("words", overflow="fold", ratio=6)
    table.add_column("channel", overflow="fold")
    for statement in reading.statements:
        words = " … ".join(piece.of(text) for piece in statement.content)
        cells = (_speaker(statement, text), statement.attitude, words, statement.channel or "–")
        table.add_row(*(_line(" ".join(cell.split())) for cell in cells))
    console.print(table if reading.statements else _line("nobody says anything"))
    console.print()


def print_explanations(reading: Reading, why: "Why") -> None:
    """Print of each statement and event the rule, the lexicon entries and the weights."""
    text = reading.document.text
    for statement in why.statements:
        _print_statement(statement, text)
    for event in why.events:
        _print_event(event, text)
    out().print()


def _print_statement(explanation: "Explanation", text: str) -> None:
    statement = explanation.statement
    cue = " ".join(statement.cue.of(text).split()) if statement.cue else "–"
    line = f"{_speaker(statement, text)} · {cue} · {statement.attitude}"
    out().print(_line(f"{line}{_sure(statement.confidence)}", style="bold"))
    out().print(_line(f"    {explanation.rule}; {explanation.entry} in cues.toml"))
    _print_weights(explanation.weights)


def _print_event(explanation: "EventExplanation", text: str) -> None:
    event = explanation.event
    sides = [actor.party or actor.span.of(text) for actor in (event.actor, event.target) if actor]
    line = f"{' → '.join(sides) or '–'} · {event.span.of(text)} · {event.type or event.act}"
    out().print(_line(f"{line}, {event.status}{_sure(event.confidence)}", style="bold"))
    entries = ", ".join(explanation.entries) or "a doing that no list has"
    out().print(_line(f"    {explanation.rule}; {entries}; {explanation.sides}"))
    _print_weights(explanation.weights)


def _sure(confidence: float | None) -> str:
    return "" if confidence is None else f", confidence {confidence:.2f}"


def _print_weights(weights: "Sequence[tuple[str, float]]") -> None:
    for name, weight in weights:
        out().print(_line(f"    {weight:+6.2f}  {name}"))


def _speaker(statement: Statement, text: str) -> str:
    source = statement.source
    if source is None:
        return "–"
    name = source.person or source.named.of(text)
    return f"{name} ({source.party})" if source.party else name
