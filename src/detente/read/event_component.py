"""Events as a component of a spaCy pipeline, beside the one for statements.

``nlp.add_pipe("detente.events.v1")`` after a parser, a tagger and a name recogniser puts the
events of a text into ``doc._.events``; a pipeline that is to be saved uses
``detente_events`` (:mod:`detente.read.component` says why). ``published`` in its settings is
the ISO date against which "on Monday" is told.
"""

from spacy.language import FactoryMeta, Language
from spacy.tokens import Doc
from spacy.util import registry

from detente.domain.evidence import Document
from detente.errors import InputError
from detente.read.clauses import Passage
from detente.read.layout import pieces
from detente.read.reader import read_passages

NAME = "detente.events.v1"
SAVED_NAME = "detente_events"
_ASSIGNS = ["doc._.events"]
_REQUIRES = ["token.dep", "token.tag"]
_SETTINGS = {"published": None}


class FindEvents:
    """Finds who did what to whom in parsed texts."""

    def __init__(self, published: str | None = None) -> None:
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        """Put the events of a text into ``doc._.events``."""
        if len(doc) and not doc.has_annotation("DEP"):
            raise InputError(
                "events are found in parsed text, and this text is not parsed",
                fix=f"add {NAME!r} after the parser of a pipeline such as en_core_web_sm",
            )
        passages = []
        for piece in pieces(doc.text):
            span = doc.char_span(piece.span.start, piece.span.end, alignment_mode="expand")
            if span is not None:
                passages.append(Passage(span.as_doc(), span.start_char, piece.heading))
        document = Document(text=doc.text, published=self.published)
        doc._.events = read_passages(document, passages).events
        return doc


@Language.factory(SAVED_NAME, assigns=_ASSIGNS, requires=_REQUIRES, default_config=_SETTINGS)
def make_events(nlp: Language, name: str, published: str | None) -> FindEvents:
    """Make the component for a pipeline."""
    if not Doc.has_extension("events"):
        Doc.set_extension("events", default=())
    return FindEvents(published)


if NAME not in registry.factories.get_all():
    registry.factories.register(NAME, func=make_events)
Language.set_factory_meta(
    NAME,
    FactoryMeta(factory=NAME, assigns=_ASSIGNS, requires=_REQUIRES, default_config=_SETTINGS),
)
