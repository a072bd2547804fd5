"""The public JSON shapes: what `--json` prints for each noun.

These are promises to other programs. Adding a key is not a change; removing or
redefining one is a new format number.
"""

from collections.abc import Iterator
from typing import Any

from detente.domain.conditions import written
from detente.domain.dispute import Dispute, Option, Party, Preference, Ranking
from detente.domain.evidence import (
    Actor,
    Claim,
    Dated,
    Document,
    Event,
    Proposition,
    Reading,
    Requirement,
    Source,
    Span,
    Statement,
)
from detente.domain.findings import Finding, Place
from detente.domain.norm_shapes import own
from detente.domain.verdicts import Analysis

FORMAT = 1
Json = dict[str, Any]


def finding_shape(finding: Finding) -> Json:
    """``{code, severity, where, what, fix}``."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "where": finding.where and _place(finding.where),
        "what": finding.what,
        "fix": finding.fix,
    }


def _place(place: Place) -> Json:
    keys = ("path", "document", "line", "column", "start", "end")
    return {key: getattr(place, key) for key in keys if getattr(place, key) is not None}


def reading_shape(reading: Reading) -> Json:
    """One member of ``documents`` in what `detente read --json` prints."""
    text = reading.document.text
    return {
        "document": document_shape(reading.document),
        "statements": [statement_shape(s, text) for s in reading.statements],
        "events": [event_shape(e, text) for e in reading.events],
        "dates": [_dated(d) for d in reading.dates],
        "conditions": [_requirement(r) for r in reading.requirements],
        "findings": [finding_shape(f) for f in reading.findings],
    }


def document_shape(document: Document) -> Json:
    """Text and description of a document; ``source_id`` only where one was given."""
    keys = ("id", "path", "title", "published", "publisher", "url", "text")
    shape = {key: getattr(document, key) for key in keys}
    return shape | ({"source_id": document.source_id} if document.source_id else {})


def _words(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _actor(actor: Actor | None, text: str) -> Json | None:
    if actor is None:
        return None
    return _words(actor.span, text) | {"party": actor.party, "kind": actor.kind}


def _source(source: Source | None, text: str) -> Json | None:
    if source is None:
        return None
    return _words(source.span, text) | {
        "party": source.party,
        "kind": source.kind,
        "person": source.person,
        "office": source.office,
        "speaker": source.speaker and _words(source.speaker, text),
    }


def statement_shape(statement: Statement, text: str) -> Json:
    """A statement with the exact words of its source, cue and content."""
    return {
        "id": statement.id,
        "inside": statement.inside,
        "answers": statement.answers,
        "manner": statement.manner,
        "attitude": statement.attitude,
        "cue_attitude": statement.by_cue,
        "strength": statement.strength,
        "confidence": statement.confidence,
        "source": _source(statement.source, text),
        "channel": statement.channel,
        "cue": statement.cue and _words(statement.cue, text),
        "content": [_words(piece, text) for piece in statement.content],
        "propositions": [proposition_shape(p, text) for p in statement.propositions],
    }


def proposition_shape(proposition: Proposition, text: str) -> Json:
    """What a stretch of content says, with the words of agent and object."""
    return {
        "id": proposition.id,
        "start": proposition.span.start,
        "end": proposition.span.end,
        "agent": _actor(proposition.agent, text),
        "act": proposition.act,
        "object": _actor(proposition.object, text),
        "polarity": proposition.polarity,
        "modality": proposition.modality,
        "time": proposition.time and _words(proposition.time, text),
        "condition": proposition.condition,
    }


def event_shape(event: Event, text: str) -> Json:
    """An event with its actors and the words it rests on."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "reciprocal": event.reciprocal,
        "date": event.date,
        "from": event.earliest,
        "to": event.latest,
        "start": event.span.start,
        "end": event.span.end,
        "act": event.act,
        "actor": _actor(event.actor, text),
        "target": _actor(event.target, text),
        "object": _actor(event.object, text),
        "statement": event.statement,
        "confidence": event.confidence,
    }


def _dated(dated: Dated) -> Json:
    span = dated.span
    return {"start": span.start, "end": span.end, "from": dated.earliest, "to": dated.latest}


def _requirement(requirement: Requirement) -> Json:
    return {
        "condition": [requirement.condition.start, requirement.condition.end],
        "consequence": [requirement.consequence.start, requirement.consequence.end],
        "ground": requirement.ground,
        "statement": requirement.statement,
    }


def claim_shape(claim: Claim) -> Json:
    """A claim with the ids of the statements for and against it."""
    return {
        "id": claim.id,
        "party": claim.party,
        "text": claim.text,
        "support": list(claim.support),
        "oppose": list(claim.oppose),
    }


def state_shapes(analysis: Analysis) -> Iterator[Json]:
    """The members of ``states`` in :func:`analysis_shape`, made one by one."""
    for state in analysis.states:
        yield {
            "id": state.id,
            "taken": None if state.taken is None else list(state.taken),
            "lawful": analysis.lawful.get(state.id),
        }


def analysis_shape(analysis: Analysis, *, states: bool = True) -> Json:
    """What `detente analyse --json` prints; without ``states`` their list is left empty."""
    dominated = analysis.dominated
    return {
        "format": FORMAT,
        "states": list(state_shapes(analysis)) if states else [],
        "stable": {
            party: {concept: list(ids) for concept, ids in by_concept.items()}
            for party, by_concept in analysis.stable.items()
        },
        "equilibria": {concept: list(ids) for concept, ids in analysis.equilibria.items()},
        "dominated": (
            None
            if dominated is None
            else [{"state": state, "by": by} for state, by in dominated.items()]
        ),
        "unknown": list(analysis.unknown),
        "status_quo": analysis.status_quo,
        "findings": [finding_shape(f) for f in analysis.findings],
    }


def dispute_shape(dispute: Dispute) -> Json:
    """The tree of a dispute file, leaving out what is at its default."""
    names = [name for name, _, _ in dispute.named_options()]
    today = dispute.status_quo
    return _given(
        {
            "format": FORMAT,
            "name": dispute.name,
            "status_quo": sorted(today, key=names.index) if isinstance(today, frozenset) else today,
            "because": list(dispute.because),
            "law": list(dispute.law),
            "state": [_given({"id": s.id, "text": s.text}) for s in dispute.states],
            "party": [_party(party, names) for party in dispute.parties],
            "move": [{"party": m.party, "from": m.origin, "to": list(m.to)} for m in dispute.moves],
            "rule": [
                _given({"says": written(r.says), "why": r.why, "because": list(r.because)})
                for r in dispute.rules
            ],
            "merge": [{"says": written(m.says)} for m in dispute.merges],
            "instrument": own(dispute.instruments),
            "actor": own(dispute.actors),
            "reading": own(dispute.readings),
            "fact": own(dispute.facts),
            "provision": own(dispute.provisions),
        }
    )


def _given(tree: Json) -> Json:
    """Leave out what is absent; an empty set of options taken today is information."""
    return {
        key: value
        for key, value in tree.items()
        if (key == "status_quo" and value == []) or value not in (None, "", [], {})
    }


def _party(party: Party, names: list[str]) -> Json:
    return _given(
        {
            "id": party.id,
            "name": party.name,
            "code": party.code,
            "because": list(party.because),
            "ranking": party.ranking and _ranking(party.ranking, names),
            "weights": dict(party.weights),
            "option": [_option(option) for option in party.options],
            "preference": [_preference(preference) for preference in party.preferences],
        }
    )


def _option(option: Option) -> Json:
    reversible = None if option.reversible == "yes" else option.reversible
    return _given(
        {
            "id": option.id,
            "text": option.text,
            "reversible": reversible,
            "because": list(option.because),
        }
    )


def _preference(preference: Preference) -> Json:
    says = [written(condition) for condition in preference.says]
    return _given(
        {
            "says": says[0] if len(says) == 1 else says,
            "unsure": preference.unsure or None,
            "basis": None if preference.basis == "stated" else preference.basis,
            "because": list(preference.because),
        }
    )


def _ranking(ranking: Ranking, names: list[str]) -> list[Any]:
    def spelled(state: int | str | frozenset[str]) -> int | str:
        if isinstance(state, frozenset):
            return "+".join(sorted(state, key=names.index)) or "-"
        return state

    return [
        spelled(tier[0]) if len(tier) == 1 else [spelled(state) for state in tier]
        for tier in ranking.tiers
    ]
