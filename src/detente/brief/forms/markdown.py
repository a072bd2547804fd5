"""The brief as Markdown: the page's twin, with footnotes in place of highlights."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote

from detente.brief.contents import Brief
from detente.brief.forms.blocks import Block, Cards, Items, Passage, Picture, Table
from detente.brief.forms.characters import printable
from detente.brief.forms.layout import Layout, record_line
from detente.brief.forms.references import References
from detente.brief.wording import labels
from detente.brief.wording.phrases import day, one_line, quoted

# Everything that could begin a construct of Markdown inside a line, and at its start.
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=#])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
# An address in plain words becomes a link by itself in some readers of Markdown.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|file|vbscript):|\b(www)\.")

NO_FILES: Mapping[str, str] = MappingProxyType({})


def render_markdown(brief: Brief, files: Mapping[str, str] = NO_FILES) -> str:
    """Write the brief as Markdown with footnotes; every text of others is escaped.

    Parameters
    ----------
    files
        Names of the files that :func:`pictures` were written to, by picture; without them the
        tables stand alone.
    """
    return "\n".join(_Writer(brief, files).lines()).rstrip() + "\n"


def pictures(brief: Brief) -> dict[str, str]:
    """The pictures of the brief by name, as SVG that stands alone."""
    layout = Layout(brief, References(brief))
    return {
        block.name: block.drawing.written(alone=True)
        for section in layout.sections
        for block in section.blocks
        if isinstance(block, Picture)
    }


def escaped(text: str) -> str:
    """Text on one line, in which no character begins a link, a tag, a list or emphasis."""
    plain = _SPECIAL.sub(r"\\\1", one_line(printable(_CONTROL.sub(" ", text))))
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _ADDRESS.sub(lambda m: f"{m[1]}&#58;" if m[1] else f"{m[2]}&#46;", plain)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", plain)


def _code(element: str) -> str:
    return f"`{element}`" if re.fullmatch(r"[\w.:-]+", element) else escaped(element)


@dataclass
class _Writer:
    """Writes one brief, and remembers which evidence it has named."""

    brief: Brief
    files: Mapping[str, str]
    used: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.references = References(self.brief)
        self.layout = Layout(self.brief, self.references)

    def lines(self) -> Iterator[str]:
        yield from self._top()
        for section in self.layout.sections:
            yield from ("", f"## {section.title}", "")
            for block in section.blocks:
                yield from self._block(block)
                yield ""
        yield from self._texts()
        yield from self._footnotes()

    def _top(self) -> Iterator[str]:
        brief = self.brief
        yield f"# {escaped(brief.question)}"
        yield ""
        review = "Reviewed" if brief.reviewed else "Unreviewed"
        yield f"**{review}.** {labels.dated_record(brief.as_of)}. {escaped(record_line(brief))}."
        yield from ("", f"## {labels.SECTIONS['answer']}", "")
        for number, lead in enumerate(self.layout.leads, start=1):
            yield f"{number}. {self._passage(lead)}"
        if brief.hurdle:
            yield from ("", f"### {labels.SECTIONS['hurdle']}", "")
            hurdle = Passage(text=brief.hurdle.text, because=brief.hurdle.because, mark="computed")
            yield f"> {self._passage(hurdle)}"
        if brief.assurance:
            yield from ("", f"### {labels.SECTIONS['sure']}", "", escaped(brief.assurance.text), "")
            yield from (f"- {self._passage(check)}" for check in self.layout.checks)
        if self.layout.caveats:
            yield from ("", f"### {labels.SECTIONS['caveats']}", "")
            yield from (f"- {self._passage(caveat)}" for caveat in self.layout.caveats)
        yield from ("", f"### {labels.SECTIONS['unclear']}", "")
        yield labels.not_understood(len(brief.findings))
        key = (f"{labels.MARKS[mark]} {words}" for mark, words in labels.MARK_MEANINGS.items())
        yield from ("", f"*{'; '.join(key)}*")

    def _passage(self, passage: Passage) -> str:
        because = passage.because
        parts = [labels.MARKS[passage.mark]] if passage.mark else []
        parts += [f"**{escaped(passage.lead)}**"] if passage.lead else []
        parts += [escaped(passage.text)] if passage.text else []
        parts += [f"\\[{escaped(tag)}\\]" for tag in passage.tags]
        model = [_code(one) for one in because if one in self.references.elements]
        marks = self.references.evidence(because)
        self.used.update({mark.id: mark.number for mark in marks})
        notes = "".join(f"[^{mark.number}]" for mark in marks)
        papers = [link.label for link in self.references.links(because) if link.kind == "document"]
        named = [*model, *papers]
        return " ".join(parts) + notes + (f" ({', '.join(named)})" if named else "")

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Items():
                yield from self._items(block)
            case Table():
                yield from self._table(block)
            case Picture(name=name) if name in self.files:
                yield f"![{escaped(block.caption)}]({quote(self.files[name])})"
            case Cards():
                for card in block.cards:
                    code = f" ({escaped(card.code)})" if card.code else ""
                    yield from (f"### {escaped(card.title)}{code}", "")
                    for inner in card.blocks:
                        yield from self._items(inner, level=4)
                        yield ""

    def _items(self, block: Items, level: int = 3) -> Iterator[str]:
        if block.title:
            yield from (f"{'#' * level} {escaped(block.title)}", "")
        for number, passage in enumerate(block.items, start=1):
            yield f"{f'{number}.' if block.numbered else '-'} {self._passage(passage)}"

    def _table(self, block: Table) -> Iterator[str]:
        yield from (f"*{escaped(block.caption)}.*", "")
        yield self._row(map(escaped, block.heads))
        yield self._row("---" for _ in block.heads)
        for line in block.lines:
            yield self._row(self._passage(cell) for cell in line.cells)
        if block.note:
            yield from ("", escaped(block.note))

    def _row(self, cells: "Iterator[str]") -> str:
        return f"| {' | '.join(cells)} |"

    def _texts(self) -> Iterator[str]:
        if self.brief.readings:
            yield from (f"## {labels.SECTIONS['texts']}", "")
        for number, reading in enumerate(self.brief.readings, start=1):
            document = reading.document
            name = document.title or document.path or f"Text {number}"
            when = day(document.published) if document.published else "no date"
            about = [part for part in (document.publisher, when, document.url) if part]
            yield f"{number}. {escaped(name)} ({escaped(', '.join(about))})"

    def _footnotes(self) -> Iterator[str]:
        yield ""
        documents = {r.document.id: n for n, r in enumerate(self.brief.readings, start=1)}
        for one, number in sorted(self.used.items(), key=lambda item: item[1]):
            mark = self.references.marks[one]
            where = f"text {documents[mark.document]}"
            yield (
                f"[^{number}]: {escaped(mark.caption)}, {where}. {escaped(quoted(mark.quote))} "
                f"(`{mark.id}`)"
            )
