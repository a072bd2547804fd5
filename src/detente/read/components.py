"""Statements and events as components of a spaCy pipeline, for people who use spaCy already.

``nlp.add_pipe("detente.statements.v1")`` after a parser and a tagger puts the statements of a
text into ``doc._.statements``, ``nlp.add_pipe("detente.events.v1")`` its events into
``doc._.events``; their places are code points of ``doc.text``. ``published`` in the settings of
the second is the ISO date against which "on Monday" is told.

spaCy takes a dot in a name for a step into a section when it writes a pipeline to disk, and so
its decorator allows none. The versioned names are registered beside those without a dot, which
a pipeline uses that is to be saved: ``detente_statements``, ``detente_events``.
"""

from collections.abc import Callable
from typing import Any

from spacy.language import FactoryMeta, Language
from spacy.tokens import Doc
from spacy.util import registry

from detente.domain.evidence import Document, Reading
from detente.errors import InputError
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import taken_from
from detente.read.intake.layout import pieces
from detente.read.reader import read_passages

_REQUIRES = ["token.dep", "token.tag"]


class FindStatements:
    """Finds who says what in parsed texts."""

    def __call__(self, doc: Doc) -> Doc:
        """Put the statements of a text into ``doc._.statements``."""
        doc._.statements = _read(doc, None, "statements").statements
        return doc


class FindEvents:
    """Finds who did what to whom in parsed texts."""

    def __init__(self, published: str | None = None) -> None:
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        """Put the events of a text into ``doc._.events``."""
        doc._.events = _read(doc, self.published, "events").events
        return doc


def _read(doc: Doc, published: str | None, what: str) -> Reading:
    if len(doc) and not doc.has_annotation("DEP"):
        raise InputError(
            f"{what} are found in parsed text, and this text is not parsed",
            fix=f"add 'detente.{what}.v1' after the parser of a pipeline such as en_core_web_sm",
        )
    passages = []
    for piece in pieces(doc.text):
        span = doc.char_span(piece.span.start, piece.span.end, alignment_mode="expand")
        if span is not None:
            passages.append(Passage(taken_from(span.as_doc()), span.start_char, piece.heading))
    reading = read_passages(Document(text=doc.text, published=published), passages)
    for passage in passages:
        passage.doc.forget()
    return reading


def make_statements(nlp: Language, name: str) -> FindStatements:
    """Make the component that finds statements."""
    return FindStatements()


def make_events(nlp: Language, name: str, published: str | None) -> FindEvents:
    """Make the component that finds events."""
    return FindEvents(published)


def _register(what: str, make: Callable[..., Any], settings: dict[str, Any]) -> None:
    if not Doc.has_extension(what):
        Doc.set_extension(what, default=())
    assigns = [f"doc._.{what}"]
    Language.factory(
        f"detente_{what}",
        assigns=assigns,
        requires=_REQUIRES,
        default_config=settings,
        func=make,
    )
    versioned = f"detente.{what}.v1"
    if versioned not in registry.factories.get_all():
        registry.factories.register(versioned, func=make)
    meta = FactoryMeta(
        factory=versioned, assigns=assigns, requires=_REQUIRES, default_config=settings
    )
    Language.set_factory_meta(versioned, meta)


_register("statements", make_statements, {})
_register("events", make_events, {"published": None})
