"""Who spoke for whom, what was claimed against what, what is expected, and the limits."""

from collections.abc import Iterator
from dataclasses import replace

from detente.brief.case import Case
from detente.brief.contents import Clash, Due, DueStatus, Sentence, Speaker
from detente.brief.wording import limits as bounds
from detente.brief.wording import people, times
from detente.brief.wording.phrases import infinitive, one_line, quoted, the
from detente.domain.drafts import Expectation, ThirdParty
from detente.domain.evidence import Statement, ordered


def decision_makers(case: Case) -> Iterator[Sentence]:
    """The model's parties with what each can do."""
    for party in case.draft.dispute.parties if case.draft.dispute else ():
        options = [f"{party.id}.{option.id}" for option in party.options]
        because = ordered([*(options or [party.id]), *case.kept(party.because)])
        texts = [infinitive(option.text) for option in party.options]
        yield Sentence(text=people.decision_maker(the(party.name), texts), because=because)


def third_parties(case: Case) -> Iterator[ThirdParty]:
    """Parties that are mentioned, resting at least on the documents that mention them."""
    for third in case.draft.third_parties:
        because = case.kept(third.because) or tuple(
            reading.document.id
            for reading in case.readings
            if any(mention.party == third.code for mention in reading.mentions)
        )
        if because:
            yield replace(third, because=because)


def speakers(case: Case) -> Iterator[Speaker]:
    """Named persons with office and channels, then what is laid to a party as such."""
    named: dict[tuple[str, str | None], list[Statement]] = {}
    unnamed: dict[str | None, list[Statement]] = {}
    for statement in case.statements.values():
        source = statement.source
        if source and source.person:
            named.setdefault((source.person, source.party), []).append(statement)
        elif source:
            unnamed.setdefault(source.party, []).append(statement)
    for (person, party), said in named.items():
        yield _named(case, person, party, said)
    for party, said in sorted(unnamed.items(), key=lambda item: item[0] is None):
        yield _unnamed(case, party, said)


def _named(case: Case, person: str, party: str | None, said: list[Statement]) -> Speaker:
    offices = ordered(s.source.office for s in said if s.source and s.source.office)
    channels = _channels(said)
    return Speaker(
        text=people.spoke(person, offices[0] if offices else None, case.party(party), channels),
        because=tuple(statement.id for statement in said),
        party=party,
        person=person,
        office=offices[0] if offices else None,
        channels=channels,
    )


def _unnamed(case: Case, party: str | None, said: list[Statement]) -> Speaker:
    words = ordered(one_line(s.source.named.of(case.texts[s.document])) for s in said if s.source)
    channels = _channels(said)
    return Speaker(
        text=people.spoke_unnamed(case.party(party), words[:4], len(said), channels),
        because=tuple(statement.id for statement in said),
        party=party,
        channels=channels,
    )


def _channels(said: list[Statement]) -> tuple[str, ...]:
    return ordered(statement.channel for statement in said if statement.channel)


def conflicts(case: Case) -> Iterator[Clash]:
    """Claims that cannot all be true, in words."""
    for conflict in case.draft.conflicts:
        claims = [case.claims[one] for one in conflict.claims if one in case.claims]
        sides = [(case.party(c.party) or people.unknown_claimant(), c.text) for c in claims]
        if len(sides) > 1:
            yield Clash(claims=tuple(claim.id for claim in claims), text=people.clash(sides))


def expectations(case: Case) -> Iterator[Due]:
    """What is expected, by whom, and when it falls due."""
    for expected in case.draft.expectations:
        because = case.kept(expected.because)
        if because:
            yield _due(case, expected, because)


def _due(case: Case, expected: Expectation, because: tuple[str, ...]) -> Due:
    dated = any(
        reading.document.published
        for reading in case.readings
        if any(statement.id in because for statement in reading.statements)
    )
    return Due(
        party=expected.party,
        text=expected.text,
        due=times.due(expected.earliest, expected.until, dated or expected.open_ended),
        because=ordered([*because, *case.kept(expected.met_by)]),
        earliest=expected.earliest,
        until=expected.until,
        status=_status(case, expected, dated),
    )


def _status(case: Case, expected: Expectation, dated: bool) -> DueStatus:
    if expected.outcome != "open":
        return expected.outcome
    if expected.until is None:
        return "open" if dated or expected.open_ended else "unknown"
    return "past" if case.as_of and expected.until < case.as_of else "open"


def limits(case: Case, repeated: int, findings: int) -> Iterator[str]:
    """What the brief does not know, and how it came about."""
    if not case.reviewed:
        yield bounds.unreviewed(len(case.claims))
    yield from _record_limits(case, repeated)
    yield from _model_limits(case)
    if findings:
        yield bounds.not_understood(findings)
    yield bounds.machine_read()
    yield bounds.not_legal_advice()


def _record_limits(case: Case, repeated: int) -> Iterator[str]:
    if len(case.readings) == 1:
        yield bounds.one_document()
    if repeated:
        yield bounds.repeated(repeated)
    if case.copies:
        yield bounds.near_copies(len(case.copies))
    if single := sum(case.on_one_source(claim) for claim in case.claims.values()):
        yield bounds.single_source(single, len(case.claims))
    if unsourced := sum(statement.source is None for statement in case.statements.values()):
        yield bounds.no_source(unsourced)
    if undated := sum(reading.document.published is None for reading in case.readings):
        yield bounds.undated(undated)


def _model_limits(case: Case) -> Iterator[str]:
    dispute = case.draft.dispute
    if dispute is None:
        return
    options = [option for _, _, option in dispute.named_options()]
    if options:
        yield bounds.model_bounds(len(options))
    for party in dispute.parties:
        if unsure := sum(preference.unsure for preference in party.preferences):
            yield bounds.unsure_order(the(party.name), unsure)
    if case.draft.further:
        yield bounds.further([quoted(one.option.text) for one in case.draft.further])
    if options and all(option.reversible == "yes" for option in options):
        yield bounds.freely_reversible()
    unchecked = ordered(p.cite for p in dispute.provisions if not p.text_checked)
    if unchecked:
        yield bounds.unchecked_provisions(unchecked)
    elif not dispute.provisions:
        yield bounds.no_provisions()
