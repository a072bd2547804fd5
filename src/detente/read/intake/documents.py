"""From bytes of any format to a `Document`, or a finding that says why not."""

import logging
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from detente.domain.evidence import Document
from detente.domain.findings import Finding, Place
from detente.lexicon.scales import layout
from detente.lexicon.words import word_class
from detente.read.dates.written import iso_date
from detente.read.intake.datelines import dateline
from detente.read.intake.days import day_alone, day_in_name, doubtful_day
from detente.read.intake.front_matter import front_matter

# About a novel and a half. Reading is linear, but a person waits; a longer file is nearly
# always a collection, which reads better apart.
MAX_BYTES = 5_000_000

_ENGLISH = word_class("english")
_WORD = re.compile(r"[^\W\d_]+")
# Letters that Windows-1254 (Turkish) has where Windows-1252 has Icelandic ones.
_TURKISH = frozenset("ğĞışŞİ")
_ICELANDIC = frozenset("ðÐýÝþÞ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one input: a document, or none, and what was found wrong.

    ``source`` is the bytes that the document was made of, or the file of many texts it is in.
    """

    path: str
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    source: bytes | Path | None = None


def take_file(path: Path, published: str | None = None) -> Taken:
    """Read one text, HTML or Markdown file.

    Parameters
    ----------
    published
        ISO date for a text that does not carry one.
    """
    name = str(path)
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "does not exist"
            fix = "name the files in it" if path.is_dir() else "check the path"
            return _refused(name, "unreadable-file", f"{name} {what}", fix)
        size = path.stat().st_size
        if size > MAX_BYTES:
            what = f"{name} is {size / 1e6:.0f} MB; one article is at most {MAX_BYTES / 1e6:.0f} MB"
            return _refused(name, "file-too-large", what, "split it into one file per article")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        what = f"{name} cannot be read: {reason}"
        return _refused(name, "unreadable-file", what, "check its permissions, then try again")
    return take_bytes(data, path=name, published=published)


def take_bytes(data: bytes, *, path: str, published: str | None = None) -> Taken:
    """Make a document of bytes; the path's ending tells HTML and Markdown from text."""
    if not data.strip():
        return _refused(path, "empty-file", f"{path} is empty", "give a file with text in it")
    decoded = decode(data)
    if decoded is None:
        what = f"{path} is not a text file"
        return _refused(
            path, "binary-file", what, "save the article as text, HTML or Markdown and give that"
        )
    text, encoding = decoded
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    document = _document(text, path)
    if not document.text.strip():
        what = f"no article text was found in {path}"
        return _refused(path, "no-article-text", what, "save the article's text and give that")
    findings = []
    if encoding not in ("utf-8", "utf-16"):
        what = f"{path} is not UTF-8; it was read as {encoding}"
        fix = "look at the accented letters in the brief; if they are wrong, save it as UTF-8"
        findings.append(_finding(path, "encoding-guessed", what, fix, "info"))
    if not is_english(document.text):
        what = f"{path} does not look like English, and only English is read"
        fix = "give an English version of the text"
        return Taken(path=path, findings=(_finding(path, "not-english", what, fix, "error"),))
    day = document.published or day_in_name(path) or published
    document = replace(document, published=day)
    findings += doubtful_day(document.published, Place(path=path))
    return Taken(path=path, document=document, findings=tuple(findings), source=data)


def decode(data: bytes) -> tuple[str, str] | None:
    """Decode bytes and name the encoding; None when they are not text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            return None
    try:
        text, encoding = data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _windows(data)
    controls = sum(1 for c in text if unicodedata.category(c) == "Cc" and c not in "\t\n\r\f")
    return None if controls > len(text) / 100 else (text, encoding)


def _windows(data: bytes) -> tuple[str, str]:
    """Tell Turkish from Western Windows text by the letters in which the two differ."""
    western = data.decode("cp1252", errors="replace")
    turkish = data.decode("cp1254", errors="replace")
    if set(western) & _ICELANDIC and set(turkish) & _TURKISH:
        return turkish, "windows-1254"
    return western, "windows-1252"


def _document(text: str, path: str) -> Document:
    ending = Path(path).suffix.lower()
    if ending in (".html", ".htm", ".xhtml") or _looks_like_html(text):
        return _from_html(text, path)
    if ending in (".md", ".markdown"):
        return _from_markdown(text, path)
    return Document(text=text, path=path, published=_published(text))


def _looks_like_html(text: str) -> bool:
    return re.match(r"\s*(?:<!doctype html|<html\b)", text, re.IGNORECASE) is not None


def _from_html(html: str, path: str) -> Document:
    # Imported late: it takes a third of a second, and most articles are text.
    import trafilatura
    from trafilatura.metadata import extract_metadata
    from trafilatura.settings import use_config

    # What is wrong with a page is a finding; the library would print it as well.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    if "\x00" in html:
        html = html.replace("\x00", "\ufffd")
    text = trafilatura.extract(
        html, include_comments=False, include_tables=False, favor_recall=True, config=config
    )
    about = extract_metadata(html)
    return Document(
        text=text or "",
        path=path,
        title=about.title if about else None,
        publisher=about.sitename if about else None,
        url=about.url if about else None,
        published=iso_date(about.date) if about and about.date else None,
    )


def _from_markdown(markdown: str, path: str) -> Document:
    """Keep the words of headings, paragraphs, lists and quotations; leave out code and markup."""
    from markdown_it import MarkdownIt

    about = front_matter(markdown)
    parts: list[str] = []
    title = about.title
    inside = ""
    for token in MarkdownIt("commonmark", {"html": False}).parse(about.rest):
        if token.type == "heading_open":
            inside = token.tag
        elif token.type == "inline":
            words = "".join(_inline(child) for child in token.children or ())
            title = title or (words if inside == "h1" else None)
            inside = ""
            parts.append(words)
    text = "\n\n".join(part for part in parts if part.strip())
    return Document(
        text=text,
        path=path,
        title=title,
        publisher=about.publisher,
        url=about.url,
        published=about.published or _published(text),
    )


def _inline(token: object) -> str:
    kind, content = getattr(token, "type", ""), getattr(token, "content", "")
    if kind in ("softbreak", "hardbreak"):
        return " "
    return content if kind in ("text", "code_inline") else ""


def _published(text: str) -> str | None:
    """Day of publication that one of the first lines names, as page furniture does."""
    for line in text.split("\n", 12)[:12]:
        filed = iso_date(line[: dateline(line)])
        if filed and len(filed) == 10:
            return filed
        match = layout().published.search(line.strip())
        if match and layout().boilerplate.match(line.strip()):
            return iso_date(match["date"])
        day = day_alone(line)
        if day is not None:
            return day
    return None


def is_english(text: str) -> bool:
    """Whether enough of its words are the small words of English."""
    # Names say nothing of the language, and short news is full of them.
    found = [word for word in _WORD.findall(text[:20_000]) if not word[0].isupper()]
    if len(found) < 6:
        return True
    return sum(word in _ENGLISH for word in found) / len(found) >= 0.18


def _finding(path: str, code: str, what: str, fix: str, severity: str) -> Finding:
    assert severity in ("info", "error")
    return Finding(
        code=code,
        severity="info" if severity == "info" else "error",
        where=Place(path=path),
        what=what,
        fix=fix,
    )


def _refused(path: str, code: str, what: str, fix: str) -> Taken:
    return Taken(path=path, findings=(_finding(path, code, what, fix, "error"),))
