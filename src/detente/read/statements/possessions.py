"""Whose a thing is that a speaker calls ours: "our potash", where Belarusian potash is told of."""

import re
from collections import Counter

from detente.domain.evidence import Statement
from detente.lexicon.parties import gazetteer
from detente.read.statements.places import parties
from detente.read.who.mentions import Story

_OURS = re.compile(r"\b[Oo]ur ((?:[a-z][\w-]+ ){0,2}[a-z][\w-]{2,})")


def owner_of_ours(story: Story, statement: Statement) -> str | None:
    """State whose thing the text calls it elsewhere, if it is one state's; None otherwise."""
    said = " ".join(piece.of(story.text) for piece in statement.content)
    nouns = {word for words in _OURS.findall(said) for word in words.split()}
    if not nouns:
        return None
    found = Counter(code for noun in sorted(nouns) for code in _owners(story.text, noun))
    return next(iter(found)) if len(found) == 1 else None


def _owners(text: str, noun: str) -> set[str]:
    """States whose name or people stands before a noun: "Kenya's trucks", "Kenyan tea trucks"."""
    stem = re.escape(noun.removesuffix("s"))
    before = re.compile(rf"\b([A-ZÀ-Þ][\w-]+)(?:['’]s?)? (?:[a-z][\w-]+ )?{stem}s?\b")
    return {code for name in before.findall(text) for code in parties(gazetteer().find(name))}
