"""Why a statement was found: the rule, the entry of the lexicon and the counts behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.domain.evidence import Document, Reading, Statement
from detente.lexicon.weights import weights
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


def explained(documents: Iterable[Document]) -> Iterator[tuple[Reading, tuple[Explanation, ...]]]:
    """Read documents and say of each statement why it was found."""
    for reading, behind in found_in(documents):
        yield reading, tuple(_explanation(s, behind[s.id]) for s in reading.statements)


def _explanation(statement: Statement, found: Attribution) -> Explanation:
    entry = found.entry
    assert entry is not None
    return Explanation(
        statement=statement,
        rule=_rule(found),
        entry=f"{entry.kind}.{entry.lemma}",
        weights=_weights(found) if found.features else (),
    )


def _rule(found: Attribution) -> str:
    assert found.entry is not None
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
