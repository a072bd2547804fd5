"""The brief as Markdown: the page's twin, with footnotes in place of highlights."""

import re
from collections.abc import Iterable, Iterator

from detente.brief import sentences as say
from detente.brief.contents import Brief, Row
from detente.brief.phrases import capital, day, full_stop, one_line, quoted, the
from detente.brief.references import References

# Everything that could begin a construct of Markdown inside a line, and at its start.
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=#])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def render_markdown(brief: Brief) -> str:
    """Write the brief as Markdown with footnotes; every text of others is escaped."""
    references = References(brief)
    used: dict[str, int] = {}
    lines = [*_head(brief, references, used)]
    for section in (_parties, _law, _today, _states, _deal, _conflicts, _expected, _timeline):
        lines += section(brief, references, used)
    lines += [*_limits(brief), *_sources(brief), *_footnotes(references, used)]
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text on one line, in which no character begins a link, a tag, a list or emphasis."""
    plain = _SPECIAL.sub(r"\\\1", one_line(_CONTROL.sub(" ", text)))
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", plain)


def _said(text: str, because: Iterable[str], refs: References, used: dict[str, int]) -> str:
    because = tuple(because)
    model = [_code(one) for one in because if one in refs.elements]
    marks = refs.evidence(because)
    used.update({mark.id: mark.number for mark in marks})
    notes = "".join(f"[^{mark.number}]" for mark in marks)
    return f"{escaped(text)}{notes}{' (' + ', '.join(model) + ')' if model else ''}"


def _code(element: str) -> str:
    return f"`{element}`" if re.fullmatch(r"[\w.:-]+", element) else escaped(element)


def _title(section: str) -> list[str]:
    return ["", f"## {say.SECTIONS[section]}", ""]


def _head(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    yield f"# {escaped(brief.question)}"
    yield from _title("answer")
    for sentence in brief.answer:
        yield from (_said(sentence.text, sentence.because, refs, used), "")
    if brief.hurdle:
        yield from _title("hurdle")
        yield f"> {_said(brief.hurdle.text, brief.hurdle.because, refs, used)}"


def _parties(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    yield from _title("parties")
    yield from (f"- {_said(p.text, p.because, refs, used)}" for p in brief.parties)
    yield from (f"- {_said(s.text, s.because, refs, used)}" for s in brief.speakers)
    for third in brief.third_parties:
        text = say.third_party(the(third.name)) if brief.dispute else third.name
        yield f"- {_said(text, third.because, refs, used)}"
    for element in brief.elements:
        if element.kind == "preference":
            yield f"- {_said(element.text, (element.id, *element.because), refs, used)}"


def _law(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    dispute = brief.dispute
    if dispute is None or not (dispute.provisions or dispute.rules):
        return
    yield from _title("law")
    cites = {provision.id: provision.cite for provision in dispute.provisions}
    for element in brief.elements:
        if element.kind in {"provision", "rule"}:
            text = f"{capital(cites[element.id])}. " if element.id in cites else ""
            yield f"- {_said(text + element.text, (element.id, *element.because), refs, used)}"


def _today(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    if brief.today:
        yield from _title("today")
        yield from (f"- {_said(s.text, s.because, refs, used)}" for s in brief.today)


def _states(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    if not brief.state_table or brief.dispute is None:
        return
    yield from _title("states")
    names = [escaped(party.name) for party in brief.dispute.parties]
    heads = ["State", "What it is", *(f"Stable for {name}" for name in names)]
    heads += ["Equilibrium", "Law"]
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for row in brief.state_table:
        yield _row(_cells(brief, row))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(brief: Brief, row: Row) -> list[str]:
    marks = [word for word, on in (("today", row.today), ("deal", row.deal)) if on]
    parties = brief.dispute.parties if brief.dispute else ()
    stable = [
        say.verdict_cell(row.stable[party.id]) if party.id in row.stable else "unknown"
        for party in parties
    ]
    judged = brief.dispute is not None and bool(brief.dispute.provisions)
    law = say.LAWFUL[row.lawful] if judged else say.NOT_JUDGED
    return [
        escaped(str(row.id)) + (f" ({', '.join(marks)})" if marks else ""),
        escaped(row.text),
        *stable,
        say.verdict_cell(row.equilibrium) if row.equilibrium else "no",
        " ".join([law, *map(_code, row.provisions)]),
    ]


def _deal(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    if brief.deal is None:
        return
    yield from _title("deal")
    yield _said(brief.deal.text, brief.deal.because, refs, used)
    yield ""
    for passage in (*brief.deal.asks, *brief.deal.why):
        yield f"- {_said(passage.text, passage.because, refs, used)}"
    if brief.changes:
        yield from _title("changes")
        for place, lever in enumerate(brief.changes, start=1):
            yield f"{place}. {_said(lever.text, lever.because, refs, used)}"


def _conflicts(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    if brief.conflicts:
        yield from _title("conflicts")
        yield from (f"- {_said(c.text, c.claims, refs, used)}" for c in brief.conflicts)


def _expected(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    if brief.expectations:
        yield from _title("expectations")
        for due in brief.expectations:
            text = say.expects(the(brief.name(due.party) or due.party), due.text, due.due)
            yield f"- {_said(text, due.because, refs, used)}"


def _timeline(brief: Brief, refs: References, used: dict[str, int]) -> Iterator[str]:
    if brief.timeline:
        yield from _title("timeline")
        for entry in brief.timeline:
            when = day(entry.date) if entry.date else "undated"
            yield f"- **{escaped(when)}**: {_said(entry.text, entry.because, refs, used)}"


def _limits(brief: Brief) -> Iterator[str]:
    yield from _title("limits")
    yield from (f"- {escaped(limit)}" for limit in brief.limits)
    if brief.findings:
        yield from _title("findings")
        for finding in brief.findings:
            text = f"{full_stop(capital(finding.what))} {full_stop(capital(finding.fix))}"
            yield f"- {finding.severity}: {escaped(text)}"


def _sources(brief: Brief) -> Iterator[str]:
    yield from _title("sources")
    for number, reading in enumerate(brief.readings, start=1):
        document = reading.document
        name = document.title or document.path or f"Document {number}"
        when = day(document.published) if document.published else "no date"
        about = [part for part in (document.publisher, when, document.url) if part]
        yield f"{number}. {escaped(name)} ({escaped(', '.join(about))})"


def _footnotes(refs: References, used: dict[str, int]) -> Iterator[str]:
    yield ""
    for one, number in sorted(used.items(), key=lambda item: item[1]):
        mark = refs.marks[one]
        yield f"[^{number}]: {escaped(mark.caption)}. {escaped(quoted(mark.quote))} (`{mark.id}`)"
