"""Statements as a component of a spaCy pipeline, for people who use spaCy already.

``nlp.add_pipe("detente.statements.v1")`` after a parser and a tagger puts the statements of
a text into ``doc._.statements``; their places are code points of ``doc.text``.

spaCy takes a dot in a name for a step into a section when it writes a pipeline to disk, and
so its decorator allows none. The versioned name is registered beside it; a pipeline that is
to be saved uses ``detente_statements``.
"""

from spacy.language import FactoryMeta, Language
from spacy.tokens import Doc
from spacy.util import registry

from detente.domain.evidence import Document
from detente.errors import InputError
from detente.read.clauses import Passage
from detente.read.layout import pieces
from detente.read.reader import read_passages

NAME = "detente.statements.v1"
SAVED_NAME = "detente_statements"
_ASSIGNS = ["doc._.statements"]
_REQUIRES = ["token.dep", "token.tag"]


class FindStatements:
    """Finds who says what in parsed texts."""

    def __call__(self, doc: Doc) -> Doc:
        """Put the statements of a text into ``doc._.statements``."""
        if len(doc) and not doc.has_annotation("DEP"):
            raise InputError(
                "statements are found in parsed text, and this text is not parsed",
                fix=f"add {NAME!r} after the parser of a pipeline such as en_core_web_sm",
            )
        passages = []
        for piece in pieces(doc.text):
            span = doc.char_span(piece.span.start, piece.span.end, alignment_mode="expand")
            if span is not None:
                passages.append(Passage(span.as_doc(), span.start_char, piece.heading))
        doc._.statements = read_passages(Document(text=doc.text), passages).statements
        return doc


@Language.factory(SAVED_NAME, assigns=_ASSIGNS, requires=_REQUIRES)
def make_statements(nlp: Language, name: str) -> FindStatements:
    """Make the component for a pipeline."""
    if not Doc.has_extension("statements"):
        Doc.set_extension("statements", default=())
    return FindStatements()


if NAME not in registry.factories.get_all():
    registry.factories.register(NAME, func=make_statements)
Language.set_factory_meta(NAME, FactoryMeta(factory=NAME, assigns=_ASSIGNS, requires=_REQUIRES))
