"""Which claims cannot both be true, and what is expected by when."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from detente.domain.claims import worded
from detente.domain.drafts import Conflict, Expectation, ThirdParty
from detente.domain.evidence import Claim, Proposition, Reading, Span, Statement, ordered
from detente.domain.findings import Finding, Place
from detente.lexicon.acts import inventory
from detente.lexicon.due import due
from detente.model.drafting.names import party_name

_AHEAD = frozenset({"hopes", "expects", "believes"})
# Places that show that somebody was mentioned.
_ENOUGH = 4
_FUTURE = frozenset({"will", "would", "can", "may"})


def opposed(made: Iterable[Claim], found: Iterable[Conflict]) -> tuple[Claim, ...]:
    """Claims with the statements that speak against them filled in from the conflicts."""
    made = tuple(made)
    support = {claim.id: claim.support for claim in made}
    party = {claim.id: claim.party for claim in made}
    against: dict[str, list[str]] = {}
    for conflict in found:
        for one in conflict.claims:
            for other in conflict.claims:
                if party[one] != party[other]:
                    against.setdefault(one, []).extend(support[other])
    return tuple(replace(claim, oppose=ordered(against.get(claim.id, ()))) for claim in made)


def conflicts(readings: Iterable[Reading], by_statement: dict[str, Claim]) -> tuple[Conflict, ...]:
    """Pairs of claims of different parties of which one denies the other."""
    found: dict[tuple[str, ...], None] = {}
    readings = list(readings)
    for reading in readings:
        for ids in _answered(reading):
            found[tuple(by_statement[i].id for i in ids if i in by_statement)] = None
    for ids in _contrary(readings):
        pair = tuple(by_statement[i].id for i in ids if i in by_statement)
        if not any(set(pair) <= set(other) for other in found):
            found[pair] = None
    return tuple(Conflict(claims=pair) for pair in found if len(set(pair)) > 1)


def _answered(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Of "rejected that position, arguing that ...": the position, the denial, the argument."""
    for k, statement in enumerate(reading.statements):
        if statement.answers is None or statement.attitude not in ("denies", "accuses"):
            continue
        argument = [
            s.id
            for s in reading.statements[k + 1 : k + 3]
            if s.source == statement.source and s.attitude in ("asserts", "denies", "believes")
            and s.source is not None
        ]  # fmt: skip
        # "That position" says nothing itself where an argument follows.
        yield (statement.answers, *(argument or [statement.id]))


def _contrary(readings: list[Reading]) -> Iterator[tuple[str, str]]:
    """Same act asserted by one party and denied by another, of things that share a word."""
    said = [
        (statement, proposition, reading.document.text)
        for reading in readings
        for conditional in [reading.conditional]
        for statement in reading.statements
        if statement.source is not None and statement.source.party is not None
        for proposition in statement.propositions
        if _is_assertion(statement, proposition)
        and (proposition.span, proposition.act) not in conditional
    ]
    for k, (one, first, text) in enumerate(said):
        for other, second, other_text in said[k + 1 :]:
            assert one.source is not None
            assert other.source is not None
            if one.source.party == other.source.party or first.act != second.act:
                continue
            if _truth(one, first) != _truth(other, second) and _words(first, text) & _words(
                second, other_text
            ):
                yield one.id, other.id


def _is_assertion(statement: Statement, proposition: Proposition) -> bool:
    """Whether it says how things are, and not what somebody should or will do."""
    if statement.attitude not in ("asserts", "denies", "accuses", "warns", "believes"):
        return False
    if proposition.modality in ("must", "should", "can") or proposition.condition is not None:
        return False
    act = inventory().act(proposition.act)
    # What a party will do is a position; what a thing would do is a claim.
    position = act is not None and act.family is not None and proposition.modality is not None
    return act is not None and not position


def _truth(statement: Statement, proposition: Proposition) -> bool:
    return (proposition.polarity == "positive") != (statement.attitude == "denies")


def _words(proposition: Proposition, text: str) -> set[str]:
    spans = [proposition.span]
    spans += [a.span for a in (proposition.agent, proposition.object) if a is not None]
    words = " ".join(span.of(text) for span in spans).casefold().split()
    return {w.strip(".,’'”“\"").removesuffix("s") for w in words if len(w) > 4}


def expectations(
    readings: Iterable[Reading],
) -> tuple[tuple[Expectation, ...], tuple[Finding, ...]]:
    """What parties expect or hope for, with the last day that the words and the date allow."""
    found, findings = [], []
    for reading in readings:
        document = reading.document
        nested = {s.inside for s in reading.statements if s.attitude in _AHEAD}
        for statement in reading.statements:
            party = statement.source.party if statement.source else None
            if party is None or statement.id in nested:
                continue
            text = worded(statement, document.text)
            vague, until = due(text, document.published)
            told = _last_day(reading, statement)
            vague, until = vague or told is not None, told or until
            if not _looks_ahead(statement, text, vague=vague):
                continue
            if until is not None and not _is_date(until):
                until = None
            open_ended = told is None and due(text, "2000-01-01")[1] is None
            if vague and document.published is None and not open_ended:
                findings.append(_undated(document.path, document.id, statement.content[0], text))
            found.append(
                Expectation(
                    party=party,
                    text=text,
                    earliest=document.published,
                    until=until,
                    open_ended=open_ended,
                    because=(statement.id,),
                )
            )
    return tuple(found), tuple(findings)


def _last_day(reading: Reading, statement: Statement) -> str | None:
    """Last day of the last date in a statement's words that is not over when it is published."""
    published = reading.document.published
    ahead = [
        d.latest
        for d in reading.dates
        if d.latest is not None
        and (published is None or d.latest >= published)
        and any(piece.covers(d.span) for piece in statement.content)
    ]
    return max(ahead, default=None) if published is not None else None


def _looks_ahead(statement: Statement, text: str, *, vague: bool) -> bool:
    modal = any(p.modality in _FUTURE for p in statement.propositions)
    if statement.attitude in ("hopes", "expects"):
        return True
    words = set(text.lower().split())
    future = modal or bool(words & {"will", "would", "could"})
    if statement.attitude == "believes":
        return future
    return statement.attitude in ("asserts", "promises") and vague and future


def _is_date(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _undated(path: str | None, document: str, span: Span, text: str) -> Finding:
    return Finding(
        code="date-unknown",
        severity="warning",
        where=Place(path=path, document=document, start=span.start, end=span.end),
        what=f"when “{text[:80]}” falls due is unknown, because the text carries no date",
        fix="give the day of publication with --published YYYY-MM-DD",
    )


def third_parties(readings: Iterable[Reading], deciding: set[str]) -> tuple[ThirdParty, ...]:
    """States and organisations mentioned beside those that decide, with where."""
    because: dict[str, list[str]] = {}
    documents: dict[str, str] = {}
    for reading in readings:
        document = reading.document.id
        covered = [(s.extent, s.id) for s in reading.statements]
        covered += [(e.span, e.id) for e in reading.events if e.type]
        for mention in reading.mentions:
            if (
                mention.party is None
                or mention.party in deciding
                or mention.kind not in ("country", "igo")
            ):
                continue
            ids = because.setdefault(mention.party, [])
            if len(ids) < _ENOUGH:
                ids += [i for span, i in covered if span.covers(mention.span) and i not in ids]
            documents.setdefault(mention.party, document)
    return tuple(
        ThirdParty(
            name=party_name(code).name,
            code=code,
            because=tuple(ids[:_ENOUGH]) or (documents[code],),
        )
        for code, ids in because.items()
    )
