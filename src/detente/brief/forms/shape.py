"""The public JSON of a brief: what `detente brief --json` prints."""

from detente.brief.contents import Assurance, Bargain, Brief, Due, Lever, Memo, Sentence, Speaker
from detente.domain.drafts import ThirdParty
from detente.domain.evidence import Judgement
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
        "answer": [_sentence(s) | {"lead": s.lead, "caveat": s.caveat} for s in brief.answer],
        "as_of": brief.as_of,
        "assurance": brief.assurance and _assurance(brief.assurance),
        "hurdle": brief.hurdle and _sentence(brief.hurdle),
        "dispute": brief.dispute and dispute_shape(brief.dispute),
        "analysis": brief.analysis and analysis_shape(brief.analysis),
        "parties": [_sentence(sentence) for sentence in brief.parties],
        "third_parties": [_third_party(third) for third in brief.third_parties],
        "speakers": [_speaker(speaker) for speaker in brief.speakers],
        "elements": [
            {
                "id": e.id,
                "kind": e.kind,
                "text": e.text,
                "judged": e.judged,
                "because": list(e.because),
            }
            for e in brief.elements
        ],
        "claims": [
            claim_shape(claim) | {"judgement": _judgement(brief.judgements.get(claim.id))}
            for claim in brief.claims
        ],
        "positions": [
            {
                "party": p.party,
                "option": p.option,
                "stance": p.stance,
                "wish": p.wish or None,
                "strength": p.strength,
                "trend": p.trend,
                "dates": list(p.dates),
                "because": list(p.because),
            }
            for p in brief.positions
        ],
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
        "departures": [
            {
                "party": d.party,
                "from": d.origin,
                "to": d.target,
                "deterred": list(d.deterred),
                "text": d.text,
                "because": list(d.because),
            }
            for d in brief.departures
        ],
        "route": [
            {
                "party": step.party,
                "from": step.origin,
                "to": step.target,
                "gain": step.gain,
                "lawful": step.lawful,
                "text": step.text,
                "because": list(step.because),
            }
            for step in brief.route
        ],
        "timeline": [
            {
                "date": entry.date,
                "dates": [{"date": date, "because": list(ids)} for date, ids in entry.dates],
                "text": entry.text,
                "status": entry.status,
                "type": entry.type,
                "because": list(entry.because),
            }
            for entry in brief.timeline
        ],
        "memo": brief.memo and _memo(brief.memo),
        "gaps": [_sentence(gap) for gap in brief.gaps],
        "sources": [
            {
                "publisher": origin.publisher,
                "documents": list(origin.documents),
                "copies": list(origin.copies),
                "statements": origin.statements,
                "events": origin.events,
                "from": origin.first,
                "until": origin.last,
            }
            for origin in brief.origins
        ],
        "copies": dict(brief.copies),
        "limits": list(brief.limits),
        "documents": [reading_shape(reading) for reading in brief.readings],
        "findings": [finding_shape(finding) for finding in brief.findings],
    }


def _sentence(sentence: Sentence) -> Json:
    return {"text": sentence.text, "because": list(sentence.because)}


def _memo(memo: Memo) -> Json:
    return {
        "advice": [
            {
                "state": advice.state,
                "conclusion": _sentence(advice.conclusion),
                "reasons": [_sentence(reason) for reason in advice.reasons],
                "ways": [_sentence(way) for way in advice.ways],
                "more": advice.more,
            }
            for advice in memo.advice
        ],
        "outcomes": [_sentence(outcome) for outcome in memo.outcomes],
        "steps": [_sentence(step) for step in memo.steps],
    }


def _assurance(assurance: Assurance) -> Json:
    return {
        "level": assurance.level,
        "text": assurance.text,
        "checks": [
            {"text": check.text, "passed": check.passed, "because": list(check.because)}
            for check in assurance.checks
        ],
    }


def _judgement(judgement: Judgement | None) -> Json | None:
    if judgement is None:
        return None
    return {key: getattr(judgement, key) for key in ("decision", "by", "at", "note")}


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
        "status": due.status,
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
