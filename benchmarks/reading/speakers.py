"""Who is meant: of the statements that are found, how many are given to the right person.

Measured on documents with marked speakers, each with all the places where it is named
(``gum/dev`` of the folder with marked articles). Statements inside others are left out, as
everywhere in this benchmark. The speaker is the name that a source was resolved to, and where
there is none the source itself; "he" is no answer.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gold import folder, scorer
from rich.table import Table

from detente.domain.evidence import Document, Statement
from detente.read.reader import read_documents

KINDS = {"pronoun": 65, "other": 92, "all": None}


def speakers() -> Table | None:
    """Right, found and marked by kind of source; None where no such documents are given."""
    stem = folder() / "gum" / "dev"
    docs, gold = stem.with_suffix(".docs.jsonl"), stem.with_suffix(".gold.jsonl")
    if not docs.is_file():
        return None
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "found.jsonl"
        rows = (json.dumps(row) for row in _found(docs))
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        result = scorer().score(docs, gold, path)[0]["speaker"]
    table = Table("speaker, gum/dev", "right", "of those found", "share", "marked", "reach")
    for kind, reach in KINDS.items():
        right, found, marked = result[kind]
        share = f"{100 * right / found:.1f}" if found else ""
        table.add_row(kind, str(right), str(found), share, str(marked), str(reach or ""))
    return table


def _found(docs: Path) -> Iterator[dict[str, Any]]:
    rows = [json.loads(line) for line in docs.read_text(encoding="utf-8").splitlines() if line]
    readings = read_documents(Document(text=row["text"]) for row in rows)
    for row, reading in zip(rows, readings, strict=True):
        for s in reading.statements:
            if s.inside is None:
                yield {"doc_id": row["doc_id"], **_spans(s)}


def _spans(said: Statement) -> dict[str, Any]:
    source = said.source
    speaker = None if source is None else source.speaker or source.span
    return {
        "content": [[c.start, c.end] for c in said.content],
        "source": None if source is None else [source.span.start, source.span.end],
        "cue": None if said.cue is None else [said.cue.start, said.cue.end],
        "speaker_span": None if speaker is None else [speaker.start, speaker.end],
    }
