"""Does the glossary hold the words that the field's readers and ours need?"""

import re
from pathlib import Path

import pytest

from detente.domain.verdicts import CONCEPTS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "glossary.md"
TERMS = [
    *("decision maker", "option", "state", "move", "improvement", "equilibrium", "status quo"),
    *("coalition", "answer", "attribution", "source", "cue", "content", "publisher", "channel"),
    *("instrument", "provision", "condition", "waiver", "certification", "finding"),
    *CONCEPTS,
]


def entries() -> dict[str, str]:
    parts = re.split(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("term", TERMS)
def test_the_term_is_explained(term: str) -> None:
    assert entries().get(term), f"docs/reference/glossary.md has no entry '### {term}'"


def test_the_answer_is_told_apart_from_an_embargo() -> None:
    assert "sanction" in entries()["answer"]
    assert "embargo" in entries()["answer"]


def test_no_term_is_explained_twice() -> None:
    names = re.findall(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(names) == sorted(set(names))
