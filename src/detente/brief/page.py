"""The brief as one self-contained page that fetches nothing and runs nothing."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from detente.brief import phrases
from detente.brief import sentences as say
from detente.brief.contents import Brief, Row
from detente.brief.highlight import Layer, Piece, layers, paragraphs
from detente.brief.references import Mark, References
from detente.domain.evidence import Reading
from detente.domain.verdicts import CONCEPTS

if TYPE_CHECKING:
    from jinja2 import Environment

# Longer documents are shown without the paragraphs in which nothing was found.
LONGEST_WHOLE = 60_000
# A table of more states than this shows those that the brief speaks of.
MOST_ROWS = 64
# Control characters, and halves of surrogate pairs, have no place in a page.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document of the sources: its text in pieces, and the list of what was read in it."""

    number: int
    reading: Reading
    link: str | None
    lines: tuple[tuple[Piece, ...] | str, ...]
    marks: tuple[Mark, ...]
    opened: frozenset[str]

    @property
    def title(self) -> str:
        """Name of the document."""
        document = self.reading.document
        return document.title or document.path or f"Document {self.number}"


def render_html(brief: Brief) -> str:
    """Write the page: no script, no outside resource, every text escaped."""
    references = References(brief)
    style = _style(references)
    template = _environment().get_template("brief.html")
    return template.render(
        brief=brief,
        refs=references,
        say=say,
        phrases=phrases,
        concepts=CONCEPTS,
        rows=_rows(brief),
        sheets=tuple(_sheets(brief, references)),
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        options=tuple(brief.dispute.named_options()) if brief.dispute else (),
        numbers=_numbers(brief),
    )


@cache
def _environment() -> "Environment":
    # Loaded only when a page is written: `import detente` stays light.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("detente.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )


def _printable(value: Any) -> Any:
    """Replace what a page cannot hold; `Markup` is left alone, since it was made here."""
    return _UNPRINTABLE.sub("\ufffd", value) if type(value) is str else value


def _style(references: References) -> "Any":
    """The style sheet, with a rule for each mark that lights up all its words when followed."""
    from markupsafe import Markup

    sheet = files("detente.brief").joinpath("templates/brief.css").read_text("utf-8")
    targets = "".join(
        f".sheet:has(#{mark.id}:target) .k{mark.number},"
        for mark in references.marks.values()
        if re.fullmatch(r"\w+", mark.id)
    )
    lit = f"{targets}.lit{{background:var(--lit);color:var(--lit-ink)}}\n"
    # Nothing but our own sheet and ids that are plain words, so it is safe as it stands.
    return Markup(sheet + lit)  # noqa: S704


def _rows(brief: Brief) -> tuple[Row, ...]:
    table = brief.state_table
    if len(table) <= MOST_ROWS:
        return table
    spoken = tuple(row for row in table if row.today or row.deal or row.equilibrium)
    return spoken[:MOST_ROWS]


def _sheets(brief: Brief, references: References) -> Iterator[Sheet]:
    for number, reading in enumerate(brief.readings, start=1):
        text, found = reading.document.text, layers(reading)
        cut = tuple(paragraphs(text, found))
        marks = [m for m in references.marks.values() if m.document == reading.document.id]
        yield Sheet(
            number=number,
            reading=reading,
            link=web_address(reading.document.url),
            lines=cut if len(text) <= LONGEST_WHOLE else tuple(_marked(cut, found)),
            marks=tuple(marks),
            opened=frozenset(owner for line in cut for piece in line for owner in piece.opens),
        )


def _marked(
    lines: Iterable[tuple[Piece, ...]], found: list[Layer]
) -> Iterator[tuple[Piece, ...] | str]:
    """Lines that hold a mark, with a note in place of each run of others."""
    skipped = 0
    for line in lines:
        if found and any(piece.owners for piece in line):
            if skipped:
                yield say.left_out(skipped)
            skipped = 0
            yield line
        else:
            skipped += 1
    if skipped:
        yield say.left_out(skipped)


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it: http or https with a host; else None."""
    if not url or _UNPRINTABLE.search(url):
        return None
    try:
        parts = urlsplit(url.strip())
        return url.strip() if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def _numbers(brief: Brief) -> str:
    readings = brief.readings
    return say.record_in_numbers(
        len(readings),
        sum(len(reading.statements) for reading in readings),
        sum(len(reading.events) for reading in readings),
        [reading.document.published for reading in readings if reading.document.published],
    )
