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

from detente.brief.contents import Brief
from detente.brief.forms.blocks import Cards, Items, Picture, Table
from detente.brief.forms.characters import printable, unprintable
from detente.brief.forms.highlight import Layer, Piece, layers, paragraphs
from detente.brief.forms.layout import Layout, record_line
from detente.brief.forms.references import Mark, References
from detente.brief.wording import labels, limits, phrases
from detente.domain.evidence import Reading

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# Longer documents are shown without the paragraphs in which nothing was found.
LONGEST_WHOLE = 60_000
# The texts of a larger record are shown in the same way, however short each is.
LONGEST_RECORD = 400_000
# Of more marks than this, only the words right after one light up when it is followed.
MOST_LIT = 800
# Sentences that a mark leads back to.
MOST_USES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document of the sources: its text in pieces, and the list of what was read in it."""

    number: int
    reading: Reading
    link: str | None
    lines: tuple[tuple[Piece, ...] | str, ...]
    marks: tuple[Mark, ...]
    opened: frozenset[str]
    copy_of: int | None

    @property
    def title(self) -> str:
        """Name of the document."""
        document = self.reading.document
        return document.title or document.path or f"Text {self.number}"


def render_html(brief: Brief) -> str:
    """Write the page: no script, no outside resource, every text escaped."""
    from markupsafe import Markup

    references = References(brief)
    style = _style(references)
    template = _environment().get_template("brief.html")
    return template.render(
        brief=brief,
        layout=Layout(brief, references, linked=True),
        refs=references,
        labels=labels,
        limits=limits,
        most_uses=MOST_USES,
        phrases=phrases,
        record=record_line(brief),
        sheets=tuple(_sheets(brief, references)),
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        kind=_kind,
        # A picture is made by us, element by element, with every text in it escaped.
        markup=Markup,
    )


def _kind(block: object) -> str:
    match block:
        case Items():
            return "items"
        case Table():
            return "table"
        case Picture():
            return "picture"
        case Cards():
            return "cards"
    raise AssertionError(f"not a block: {block!r}")


@cache
def _environment() -> "Environment":
    # Loaded only when a page is written: `import detente` stays light.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("detente.brief.forms", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: Any) -> Any:
    """Replace what a page cannot hold; `Markup` is left alone, since it was made here."""
    return printable(value) if type(value) is str else value


def _style(references: References) -> "Markup":
    """The style sheet, with a rule for each mark that lights up all its words when followed."""
    from markupsafe import Markup

    sheet = files("detente.brief.forms").joinpath("templates/brief.css").read_text("utf-8")
    named = [mark for mark in references.marks.values() if re.fullmatch(r"\w+", mark.id)]
    targets = "".join(
        f".sheet:has(#{mark.id}:target) .k{mark.number}," for mark in named[: MOST_LIT + 1]
    )
    if len(named) > MOST_LIT:
        targets = ".mark:target + span,"
    lit = f"{targets}.lit{{background:var(--lit);color:var(--lit-ink)}}\n"
    # Nothing but our own sheet and ids that are plain words, so it is safe as it stands.
    return Markup(sheet + lit)  # noqa: S704


def _sheets(brief: Brief, references: References) -> Iterator[Sheet]:
    numbers = {r.document.id: n for n, r in enumerate(brief.readings, start=1)}
    large = sum(len(r.document.text) for r in brief.readings) > LONGEST_RECORD
    by_document: dict[str, list[Mark]] = {}
    for mark in references.marks.values():
        by_document.setdefault(mark.document, []).append(mark)
    for number, reading in enumerate(brief.readings, start=1):
        text, found = reading.document.text, layers(reading)
        cut = tuple(paragraphs(text, found))
        whole = len(text) <= LONGEST_WHOLE and not large
        yield Sheet(
            number=number,
            reading=reading,
            link=web_address(reading.document.url),
            lines=cut if whole else tuple(_marked(cut, found)),
            marks=tuple(by_document.get(reading.document.id, ())),
            opened=frozenset(owner for line in cut for piece in line for owner in piece.opens),
            copy_of=numbers.get(brief.copies.get(reading.document.id, "")),
        )


def _marked(
    lines: Iterable[tuple[Piece, ...]], found: list[Layer]
) -> Iterator[tuple[Piece, ...] | str]:
    """Lines that hold a mark, with a note in place of each run of others."""
    skipped = 0
    for line in lines:
        if found and any(piece.owners for piece in line):
            if skipped:
                yield labels.left_out(skipped)
            skipped = 0
            yield line
        else:
            skipped += 1
    if skipped:
        yield labels.left_out(skipped)


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it: http or https with a host; else None."""
    if not url or unprintable(url):
        return None
    try:
        parts = urlsplit(url.strip())
        return url.strip() if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None
