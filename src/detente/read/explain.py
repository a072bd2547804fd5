"""Why a statement or an event was found: the rule, the lexicon's entries, the counts behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.domain.evidence import Document, Event, Reading, Statement
from detente.lexicon.event_counts import counts
from detente.lexicon.weights import weights
from detente.read.events.certainty import actor_way, circumstances, word
from detente.read.events.telling import Told
from detente.read.reader import found_in
from detente.read.statements.attribution import Attribution
from detente.read.statements.gate import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What led to a statement.

    Parameters
    ----------
    entry
        Key of the cue in its section of ``cues.toml``, for instance ``verb.call for``.
    weights
        What spoke for it (above 0) and against it (below 0), in log odds, by name.
    """

    statement: Statement
    rule: str
    entry: str
    weights: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventExplanation:
    """What led to an event.

    Parameters
    ----------
    sides
        How actor and target were found.
    entries
        What the lexicon has of its word, each with its file: ``verb.impose in events.toml``;
        none for a doing that no list has.
    weights
        What spoke for its being right (above 0) and against it (below 0), in log odds, by name.
    """

    event: Event
    rule: str
    sides: str
    entries: tuple[str, ...]
    weights: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What led to the statements and events of a reading, in their order."""

    statements: tuple[Explanation, ...]
    events: tuple[EventExplanation, ...]


def explained(documents: Iterable[Document]) -> Iterator[tuple[Reading, Why]]:
    """Read documents and say of each statement and event why it was found."""
    for reading, behind in found_in(documents):
        yield (
            reading,
            Why(
                statements=tuple(
                    _explanation(s, behind.statements[s.id]) for s in reading.statements
                ),
                events=tuple(_of_event(e, behind.events[e.id]) for e in reading.events),
            ),
        )


def _explanation(statement: Statement, found: Attribution) -> Explanation:
    entry = found.entry
    return Explanation(
        statement=statement,
        rule=_rule(found),
        entry="" if entry is None else f"{entry.kind}.{entry.lemma}",
        weights=_weights(found) if found.features else (),
    )


def _rule(found: Attribution) -> str:
    if found.entry is None:
        return "sentence of an issued statement"
    if found.tagged:
        return "tag at the end of the sentence"
    if found.owns_quotation and not found.features:
        return "quotation beside the cue"
    rule = f"{found.entry.kind} with {found.frame}"
    if found.support is not None:
        rule += f" below {found.support.text}"
    return f"{rule} and a quotation" if found.owns_quotation else rule


def _weights(found: Attribution) -> tuple[tuple[str, float], ...]:
    table = weights()
    start = table.sum(key(found), ())
    named = [(name, table.circumstances.get(name, 0.0)) for name in found.features]
    cue = f"{found.entry.lemma if found.entry else ''} with {found.frame}"
    return ((cue, round(start, 2)), *((name, round(weight, 2)) for name, weight in named))


def _of_event(event: Event, told: Told) -> EventExplanation:
    entries = []
    if told.code is not None:
        entries.append(f"{told.code.entry} in events.toml")
    if told.at is not None and told.at.act is not None:
        entries.append(f"act.{told.at.act.name} in acts.toml")
    table = counts()
    names = circumstances(event, told) if event.type else ()
    known = [(n, round(table.circumstances[n], 2)) for n in names if n in table.circumstances]
    return EventExplanation(
        event=event,
        rule=word(told),
        sides=f"actor: {actor_way(told)}; target: {told.way or 'nowhere'}",
        entries=tuple(entries),
        weights=(("any event", round(table.start, 2)), *known) if event.type else (),
    )
