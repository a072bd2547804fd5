"""The public JSON of a brief: what `detente brief --json` prints."""

from detente.brief.contents import Bargain, Brief, Due, Lever, Sentence, Speaker
from detente.domain.drafts import ThirdParty
from detente.domain.shapes import (
    FORMAT,
    Json,
    analysis_shape,
    claim_shape,
    dispute_shape,
    finding_shape,
    reading_shape,
)


def brief_shape(brief: Brief) -> Json:
    """Every sentence with what it rests on, and everything that it may rest on."""
    return {
        "format": FORMAT,
        "question": brief.question,
        "reviewed": brief.reviewed,
        "answer": [_sentence(sentence) for sentence in brief.answer],
        "hurdle": brief.hurdle and _sentence(brief.hurdle),
        "dispute": brief.dispute and dispute_shape(brief.dispute),
        "analysis": brief.analysis and analysis_shape(brief.analysis),
        "parties": [_sentence(sentence) for sentence in brief.parties],
        "third_parties": [_third_party(third) for third in brief.third_parties],
        "speakers": [_speaker(speaker) for speaker in brief.speakers],
        "elements": [
            {"id": e.id, "kind": e.kind, "text": e.text, "because": list(e.because)}
            for e in brief.elements
        ],
        "claims": [claim_shape(claim) for claim in brief.claims],
        "conflicts": [{"claims": list(c.claims), "text": c.text} for c in brief.conflicts],
        "expectations": [_due(due) for due in brief.expectations],
        "today": [_sentence(sentence) for sentence in brief.today],
        "deal": brief.deal and _bargain(brief.deal),
        "changes": [_lever(lever) for lever in brief.changes],
        "state_table": [
            {
                "id": row.id,
                "text": row.text,
                "taken": None if row.taken is None else list(row.taken),
                "today": row.today,
                "deal": row.deal,
                "lawful": row.lawful,
                "provisions": list(row.provisions),
                "stable": {party: list(concepts) for party, concepts in row.stable.items()},
                "equilibrium": list(row.equilibrium),
            }
            for row in brief.state_table
        ],
        "timeline": [
            {
                "date": entry.date,
                "text": entry.text,
                "status": entry.status,
                "type": entry.type,
                "because": list(entry.because),
            }
            for entry in brief.timeline
        ],
        "limits": list(brief.limits),
        "documents": [reading_shape(reading) for reading in brief.readings],
        "findings": [finding_shape(finding) for finding in brief.findings],
    }


def _sentence(sentence: Sentence) -> Json:
    return {"text": sentence.text, "because": list(sentence.because)}


def _third_party(third: ThirdParty) -> Json:
    return {"name": third.name, "code": third.code, "because": list(third.because)}


def _speaker(speaker: Speaker) -> Json:
    return {
        "party": speaker.party,
        "person": speaker.person,
        "office": speaker.office,
        "channels": list(speaker.channels),
        "text": speaker.text,
        "because": list(speaker.because),
    }


def _due(due: Due) -> Json:
    return {
        "party": due.party,
        "text": due.text,
        "from": due.earliest,
        "until": due.until,
        "due": due.due,
        "because": list(due.because),
    }


def _bargain(deal: Bargain) -> Json:
    return {
        "state": deal.state,
        "text": deal.text,
        "lawful": deal.lawful,
        "concepts": list(deal.concepts),
        "asks": [_sentence(ask) for ask in deal.asks],
        "why": [_sentence(why) for why in deal.why],
        "because": list(deal.because),
    }


def _lever(lever: Lever) -> Json:
    change = lever.change
    return {
        "party": change.party,
        "element": change.element,
        "change": change.kind,
        "above": change.above,
        "concepts": list(change.concepts),
        "unsure": change.unsure,
        "text": lever.text,
        "because": list(lever.because),
    }
