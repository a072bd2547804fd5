"""What parties expect by when, and whether the record shows since that it came."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from detente.domain.claims import worded
from detente.domain.drafts import Expectation
from detente.domain.evidence import Dated, Reading, Span, Statement
from detente.domain.findings import Finding, Place
from detente.lexicon.due import due, interval
from detente.model.drafting.deed import Deed, DeedKey
from detente.model.drafting.deeds import deed
from detente.model.drafting.facts import Fact
from detente.model.drafting.hearing import Heard
from detente.model.drafting.pages import Page

_AHEAD = frozenset({"hopes", "expects", "believes"})
# What is said so may be an expectation, by its words.
_MAY_EXPECT = _AHEAD | {"asserts", "promises"}
_FUTURE = frozenset({"will", "would", "can", "may"})


def settled(
    expected: Iterable[Expectation], pages: Sequence[Page], heard: Iterable[Heard]
) -> tuple[Expectation, ...]:
    """Expectations with what became of each: met, missed or still open on the newest day.

    It is met when the record tells, of a day after it was voiced and not after its last, that what
    was expected is done; missed when its last day is over and it was not.
    """
    newest = max((interval(d)[1] for p in pages if (d := p.reading.document.published)), default="")
    expected = tuple(expected)
    told = {i for each in expected for i in each.because}
    pages_of = {i: page for page in pages for i in page.by_id.keys() & told}
    done = _Done(heard)
    return tuple(_settled(each, pages_of[each.because[0]], done, newest) for each in expected)


class _Done:
    """What the record tells of as done, found by the deed; of one deed it is looked for once."""

    def __init__(self, heard: Iterable[Heard]) -> None:
        self._by_family: dict[str, list[Fact]] = {}
        for fact in (fact for each in heard for fact in each.facts if fact.happened):
            self._by_family.setdefault(fact.deed.family.name, []).append(fact)
        self._by_deed: dict[tuple[DeedKey, bool], list[Fact]] = {}

    def of(self, wanted: Deed) -> list[Fact]:
        """Facts of the same option, taken or left as a deed does."""
        key = wanted.key, wanted.taken
        if key not in self._by_deed:
            self._by_deed[key] = [
                fact
                for fact in self._by_family.get(wanted.family.name, ())
                if fact.deed.taken == wanted.taken and wanted.same_option(fact.deed)
            ]
        return self._by_deed[key]


def _settled(
    expected: Expectation,
    page: Page,
    done: _Done,
    newest: str,
) -> Expectation:
    begun = expected.earliest
    if begun is None:
        return expected
    said = page.by_id[expected.because[0]].propositions
    wanted = [d for p in said if (d := deed(p, page.texts)) is not None]
    met = [
        fact.id
        for each in wanted
        for fact in done.of(each)
        if fact.day > begun and not _late(fact, expected.until)
    ]
    if met:
        return replace(expected, outcome="met", met_by=tuple(dict.fromkeys(met)))
    over = expected.until is not None and expected.until < newest
    # Of "the first licences" nobody can tell from the record whether they came.
    return replace(expected, outcome="missed") if over and wanted else expected


def _late(fact: Fact, until: str | None) -> bool:
    """Whether it is told of a day after the last; a text printed later may tell of one before."""
    return fact.dated and until is not None and fact.day > until


def expectations(
    pages: Iterable[Page],
) -> tuple[tuple[Expectation, ...], tuple[Finding, ...]]:
    """What parties expect or hope for, with the last day that the words and the date allow."""
    found, findings = [], []
    for page in pages:
        reading, document = page.reading, page.reading.document
        nested = {s.inside for s in reading.statements if s.by_cue in _AHEAD}
        for name, statement in page.by_id.items():
            party = statement.source.party if statement.source else None
            if party is None or name in nested or statement.by_cue not in _MAY_EXPECT:
                continue
            text = worded(statement, document.text)
            if not _looks_ahead(statement, text, vague=True):
                continue
            vague, until = due(text, document.published)
            times = _times(reading, statement)
            told = max((d.latest for d in times if d.latest is not None), default=None)
            vague, until = vague or told is not None, told or until
            if not _looks_ahead(statement, text, vague=vague):
                continue
            if until is not None and not _is_date(until):
                until = None
            open_ended = told is None and due(text, "2000-01-01")[1] is None
            if vague and document.published is None and not open_ended:
                findings.append(_undated(document.path, page.name, statement.content[0], text))
            found.append(
                Expectation(
                    party=party,
                    text=text + _rest(statement, times, document.text),
                    earliest=document.published,
                    until=until,
                    open_ended=open_ended,
                    because=(name,),
                )
            )
    return tuple(found), tuple(findings)


def _times(reading: Reading, statement: Statement) -> list[Dated]:
    """Dates in or right after a statement's words that are not over when it is published."""
    published = reading.document.published
    if published is None:
        return []
    return [
        d
        for d in reading.dates
        if d.latest is not None
        and d.latest >= published
        and any(_tells_when(piece, d.span, reading.document.text) for piece in statement.content)
    ]


def _rest(statement: Statement, times: Sequence[Dated], text: str) -> str:
    """Words from the end of the content to a time told after it: " within months"."""
    end = statement.content[-1].end
    return text[end : max((d.span.end for d in times), default=end)]


# Of "hoped for a treaty before the end of the year" the content ends with the treaty.
_MOST_BETWEEN = 20
_APART = re.compile(r"[^\w\s]|\b(?:in|on|at) (?:a|an)\b")


def _tells_when(piece: Span, dated: Span, text: str) -> bool:
    """Whether a date stands in a stretch of content, or right after it in the same clause."""
    if piece.covers(dated):
        return True
    near = piece.end <= dated.start <= piece.end + _MOST_BETWEEN
    return near and _APART.search(text, piece.end, dated.start) is None


def _looks_ahead(statement: Statement, text: str, *, vague: bool) -> bool:
    modal = any(p.modality in _FUTURE for p in statement.propositions)
    if statement.by_cue in ("hopes", "expects"):
        return True
    words = set(text.lower().split())
    future = modal or bool(words & {"will", "would", "could"})
    if statement.by_cue == "believes":
        return future
    return statement.by_cue in ("asserts", "promises") and vague and future


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
