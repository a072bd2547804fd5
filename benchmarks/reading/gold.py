"""Articles in which people have marked who says what, where a folder with them is given.

``DETENTE_GOLD`` names the folder. It holds ``polnear/train`` and ``polnear/devsmall``
(``.docs.jsonl`` and ``.gold.jsonl``) and the scorer, ``score_attribution.py``. Its texts are
their publishers' and are no part of this project.
"""

import importlib.util
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from detente.domain.evidence import Document, Span
from detente.read.grammar.clauses import Passage
from detente.read.grammar.parser import parsed
from detente.read.grammar.setting import speech
from detente.read.intake.layout import pieces
from detente.read.statements.attribution import Attribution
from detente.read.statements.attributions import proposed
from detente.read.statements.gate import features, key

VARIABLE = "DETENTE_GOLD"
Row = tuple[int, tuple[str, str, str], tuple[str, ...], bool]


def folder() -> Path:
    """Folder with the marked articles; the program ends with a sentence where there is none."""
    path = Path(os.environ.get(VARIABLE, ""))
    if not os.environ.get(VARIABLE) or not (path / "polnear").is_dir():
        sys.stdout.write(f"skipped: {VARIABLE} names no folder with marked articles\n")
        raise SystemExit(0)
    return path


@cache
def scorer() -> ModuleType:
    """Load the scorer that comes with the articles."""
    spec = importlib.util.spec_from_file_location(
        "score_attribution", folder() / "score_attribution.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(slots=True)
class Article:
    """A marked article, parsed: its paragraphs, and what people marked in it."""

    name: str
    document: Document
    passages: list[Passage]
    marked: list[dict[str, Any]]


def articles(part: str) -> list[Article]:
    """Articles of a part, parsed; parsing is nearly all the time it takes."""
    path = folder() / "polnear"
    found = [
        Article(row["doc_id"], Document(text=row["text"]), [], [])
        for row in _rows(path / f"{part}.docs.jsonl")
    ]
    by_name = {article.name: article for article in found}
    for row in _rows(path / f"{part}.gold.jsonl"):
        by_name[row["doc_id"]].marked.append(row)
    inputs = [
        (a.document.text[p.span.start : p.span.end], (a, p))
        for a in found
        for p in pieces(a.document.text)
    ]
    for doc, (article, piece) in parsed(inputs):
        article.passages.append(Passage(doc, piece.span.start, piece.heading))
    return found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def rows(found: Iterable[Article]) -> list[Row]:
    """Each candidate: number of its article, key, circumstances, and whether it was marked.

    It counts as marked when half of the content's words agree (F1) and the source shares a
    word. Marked attributions are not nested, so what stands in another's content is left out.
    """
    return [row for number, article in enumerate(found) for row in _rows_of(number, article)]


def _rows_of(number: int, article: Article) -> Iterator[Row]:
    text = article.document.text
    words = scorer().Tokens(text)
    inside = frozenset().union(
        *(words.ids(scorer().as_list(row["content"])) for row in article.marked)
    )
    judge = judged(article)
    for passage in article.passages:
        quoted = speech(passage, text)
        for readings in proposed(passage, quoted, text):
            for candidate in readings:
                if words.ids([_pair(candidate.cue_span)]) & inside:
                    continue
                names = tuple(features(candidate, quoted))
                yield number, key(candidate), names, judge(candidate)


def judged(article: Article) -> Callable[[Attribution], bool]:
    """Make a judge of an article, who says whether people marked an attribution."""
    score = scorer()
    words = score.Tokens(article.document.text)
    marked = [
        (words.ids(row["content"]), words.ids(score.as_list(row["source"])))
        for row in article.marked
    ]

    def judge(found: Attribution) -> bool:
        content = words.ids([_pair(piece) for piece in found.content])
        source = words.ids([_pair(found.source_span)] if found.source_span else [])
        return any(
            score.f1(content, one) >= 0.5 and bool(source & who or not (source or who))
            for one, who in marked
        )

    return judge


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
