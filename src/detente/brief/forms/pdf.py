"""The brief as PDF, set by typst from a template that is part of the program.

Nothing of a brief is ever typst code: all of it goes in as one string of JSON, and the template
sets strings as they stand. The compiler sees an empty folder, and the template names no file, no
package and no font of the machine, so that it can embed and fetch nothing.
"""

import json
import re
import tempfile
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from detente.brief.contents import Brief
from detente.brief.forms.axis import days_of
from detente.brief.forms.blocks import Block, Cards, Items, Passage, Picture, Section, Table
from detente.brief.forms.characters import printable
from detente.brief.forms.layout import Layout, record_line
from detente.brief.forms.page import web_address
from detente.brief.forms.references import MOST_PARTS, Mark, References
from detente.brief.wording import labels, limits
from detente.brief.wording.phrases import day, quoted
from detente.domain.evidence import Reading
from detente.domain.shapes import Json
from detente.errors import MissingExtra

if TYPE_CHECKING:
    from typst import Fonts

# Letters around a quotation that show what it was said in.
CONTEXT = 160
# A word longer than this may be broken anywhere.
LONGEST_WORD = 40
# Pictographs, which hardly any font has that can be embedded; a box stands for each.
_PICTOGRAPHS = re.compile(r"[\U0001f000-\U0001faff]\ufe0f?")
_BOX = "\u25af"
_ISOLATES = re.compile(r"[\u2066-\u2069\u200e\u200f]")


def render_pdf(brief: Brief) -> bytes:
    """Write the PDF: tagged, for screen readers (PDF/UA-1), the same bytes for the same brief.

    Raises
    ------
    MissingExtra
        If the part that sets PDFs is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise MissingExtra(
            "a PDF is set by typst, which is not installed",
            fix='install it: python -m pip install "typst>=0.15,<0.16"; or write a page with '
            "-o brief.html and print it from the browser",
        ) from error
    template = files("detente.brief.forms").joinpath("templates/brief.typ").read_bytes()
    data = {"brief": json.dumps(_tree(brief), ensure_ascii=False)}
    ours = typst.Fonts(include_system_fonts=False)
    # Scripts that the fonts which come with typst lack are set with those of the machine; what
    # no font has makes the file less than PDF/UA, and is better than no file.
    attempts = [(ours, True), (typst.Fonts(), True), (typst.Fonts(), False)]
    with tempfile.TemporaryDirectory() as nothing:
        for fonts, accessible in attempts[:-1]:
            try:
                return _set(
                    template, data, fonts, Path(nothing), brief.as_of, accessible=accessible
                )
            except typst.TypstError as error:
                if "font" not in f"{error.message}{error.diagnostic}":
                    raise
        fonts, accessible = attempts[-1]
        return _set(template, data, fonts, Path(nothing), brief.as_of, accessible=accessible)


def _set(
    template: bytes,
    data: dict[str, str],
    fonts: "Fonts",
    root: Path,
    as_of: str | None,
    *,
    accessible: bool,
) -> bytes:
    import typst

    days = days_of(as_of) if as_of else None
    moment = datetime(days[1].year, days[1].month, days[1].day, tzinfo=UTC) if days else 0
    compiler = typst.Compiler(
        template,
        root=root,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs=data,
        package_path=root,
        package_cache_path=root,
    )
    found = compiler.compile(
        format="pdf", pdf_standards="ua-1" if accessible else None, timestamp=moment
    )
    assert isinstance(found, bytes)
    return found


def _tree(brief: Brief) -> Json:
    """Everything that the template sets, in the order of its reading."""
    writer = _Writer(brief)
    return {
        "title": _text(brief.question),
        "name": _text(brief.dispute.name if brief.dispute else "Brief"),
        "review": "Reviewed" if brief.reviewed else "Unreviewed",
        "reviewed": brief.reviewed,
        "dated": labels.dated_record(brief.as_of),
        "record": _text(record_line(brief)),
        "headings": {key: labels.SECTIONS[key] for key in labels.SECTIONS},
        "leads": [writer.passage(lead) for lead in writer.layout.leads],
        "hurdle": brief.hurdle
        and writer.passage(
            Passage(text=brief.hurdle.text, because=brief.hurdle.because, mark="computed")
        ),
        "sure": brief.assurance and _text(brief.assurance.text),
        "checks": [writer.passage(check) for check in writer.layout.checks],
        "caveats": [writer.passage(caveat) for caveat in writer.layout.caveats],
        "unclear": labels.not_understood(len(brief.findings)),
        "grave": [writer.passage(finding) for finding in writer.layout.unclear],
        "key": [
            {"sign": sign, "text": labels.MARK_MEANINGS[mark]}
            for mark, sign in labels.MARKS.items()
        ],
        "sections": [writer.section(section) for section in writer.layout.sections],
        "evidence": writer.evidence(),
        "texts": [_text_of(number, r) for number, r in enumerate(brief.readings, start=1)],
        "note": limits.not_legal_advice(),
    }


class _Writer:
    """Turns blocks into plain data, and remembers which evidence they name."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.references = References(brief)
        self.layout = Layout(brief, self.references)
        self.anchors = {
            anchor
            for section in self.layout.sections
            for block in section.blocks
            for anchor in _anchors(block)
        }
        self.used: dict[str, Mark] = {}

    def passage(self, passage: Passage) -> Json:
        """A passage, with links to what the file holds."""
        marks = self.references.evidence(passage.because)
        self.used.update({mark.id: mark for mark in marks})
        links = [
            {"label": _text(link.label), "to": link.anchor if self._is_here(link.anchor) else None}
            for link in self.references.links(passage.because)
            if link.kind != "evidence"
        ][:MOST_PARTS]
        links += [{"label": str(mark.number), "to": f"evidence-{mark.number}"} for mark in marks]
        return {
            "text": _text(passage.text),
            "lead": _text(passage.lead),
            "tags": [_text(tag) for tag in passage.tags],
            "mark": labels.MARKS[passage.mark] if passage.mark else "",
            "anchor": passage.anchor if passage.anchor in self.anchors else None,
            "links": links,
        }

    def _is_here(self, anchor: str) -> bool:
        return anchor in self.anchors or anchor.startswith("document-")

    def section(self, section: Section) -> Json:
        """A section with its blocks."""
        return {
            "title": section.title,
            "id": section.id,
            "blocks": [self._block(block) for block in section.blocks],
        }

    def _block(self, block: Block) -> Json:
        match block:
            case Items():
                return {"kind": "items", **self._items(block)}
            case Table():
                return {
                    "kind": "table",
                    "name": block.name,
                    "caption": _text(block.caption),
                    "note": _text(block.note),
                    "heads": [_text(head) for head in block.heads],
                    "lines": [
                        {
                            "cells": [self.passage(cell) for cell in line.cells],
                            "anchor": line.anchor or None,
                            "looks": list(line.looks),
                        }
                        for line in block.lines
                    ],
                }
            case Picture():
                return {
                    "kind": "picture",
                    "svg": block.drawing.written(),
                    "width": block.drawing.width,
                    "height": block.drawing.height,
                    "caption": _text(block.caption),
                }
            case Cards():
                cards = [
                    {
                        "title": _text(card.title),
                        "code": _text(card.code),
                        "anchor": card.anchor or None,
                        "blocks": [self._items(inner) for inner in card.blocks],
                    }
                    for card in block.cards
                ]
                return {"kind": "cards", "look": block.look, "cards": cards}
        raise AssertionError(f"not a block: {block!r}")

    def _items(self, block: Items) -> Json:
        return {
            "title": _text(block.title),
            "numbered": block.numbered,
            "items": [self.passage(passage) for passage in block.items],
        }

    def evidence(self) -> list[Json]:
        """What was named, with the words around it, in the order of its numbers."""
        documents = {r.document.id: (n, r) for n, r in enumerate(self.brief.readings, start=1)}
        return [
            _evidence(mark, *documents[mark.document])
            for mark in sorted(self.used.values(), key=lambda mark: mark.number)
        ]


def _anchors(block: Block) -> list[str]:
    match block:
        case Items():
            return [passage.anchor for passage in block.items if passage.anchor]
        case Table():
            return [line.anchor for line in block.lines if line.anchor]
        case Cards():
            inner = [
                anchor for card in block.cards for each in card.blocks for anchor in _anchors(each)
            ]
            return [*(card.anchor for card in block.cards if card.anchor), *inner]
        case _:
            return []


def _evidence(mark: Mark, number: int, reading: Reading) -> Json:
    text = reading.document.text
    start, end = mark.span.start, mark.span.end
    before = text[max(0, start - CONTEXT) : start].split("\n")[-1]
    after = text[end : end + CONTEXT].split("\n")[0]
    return {
        "number": mark.number,
        "id": mark.id,
        "caption": _text(mark.caption),
        "before": _text(_from_a_word(before)),
        "quote": _text(quoted(mark.quote)) if mark.parted else _text(text[start:end]),
        "after": _text(_to_a_word(after)),
        "text": number,
    }


def _from_a_word(text: str) -> str:
    return f"… {text.partition(' ')[2]}" if len(text) >= CONTEXT else text


def _to_a_word(text: str) -> str:
    return f"{text.rpartition(' ')[0]} …" if len(text) >= CONTEXT else text


def _text_of(number: int, reading: Reading) -> Json:
    document = reading.document
    return {
        "number": number,
        "title": _text(document.title or document.path or f"Text {number}"),
        "publisher": _text(document.publisher or ""),
        "published": day(document.published) if document.published else "no date",
        "url": _text(document.url or ""),
        "link": web_address(document.url),
        "id": document.id,
    }


def _text(text: str) -> str:
    """Text for the typesetter, in which no word is wider than its column."""
    plain = _PICTOGRAPHS.sub(_BOX, _ISOLATES.sub("", printable(text)))
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", plain)
