"""Are what is done, what is asked and what is refused read as one option, the opposite ways?

Each row of `opposites.toml` says of an invented quarrel what Ghana has done, how Togo would have it
undone, and the noun for that. The seven sentences made of them must speak of one option of Ghana's.
`known` names the sentences that do not, and why.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from detente.domain.evidence import Document, Reading
from detente.model.drafting.completing import complete
from detente.model.drafting.deed import Deed
from detente.model.drafting.hearing import Heard, hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.model.drafting.positions import Gathered
from detente.read import read_documents

ROWS = tomllib.loads((Path(__file__).parent / "opposites.toml").read_text("utf-8"))["row"]
SENTENCES = {
    "fact": "{done}.",
    "demand": "Togo called on Ghana to {undo}.",
    "refusal": "Ghana refused to {undo}.",
    "told": "Ghana will not {undo}.",
    "offer": "Ghana said it would {undo}.",
    "noun": "Togo demanded {noun}.",
    "turned down": "Ghana rejected {noun}.",
}
# Which of them speak of undoing it: the others speak for what is.
UNDOING = ("demand", "offer", "noun")


@cache
def readings() -> dict[tuple[int, str], Reading]:
    """Every sentence of every row, read in one go below one line of background."""
    keys = [(k, name) for k in range(len(ROWS)) for name in SENTENCES]
    documents = [
        Document(
            text=f"Relations between Ghana and Togo are poor.\n\n{SENTENCES[n].format(**ROWS[k])}",
            published="2025-06-04",
        )
        for k, n in keys
    ]
    return dict(zip(keys, read_documents(documents), strict=True))


@cache
def heard(k: int, name: str) -> Heard:
    reading = readings()[k, name]
    return hear(Page(reading), people_of([reading]))


def deeds(k: int, name: str) -> list[Deed]:
    """What a sentence says of Ghana, beside what was done and asked; undoing counts as taken."""
    own = heard(k, name)
    record = complete(Gathered(dict.fromkeys([heard(k, "fact"), heard(k, "demand"), own])))
    if name == "fact":
        return [t.deed.contrary for t in record.tellings if t.happened]
    ids = {i for voice in own.voices for i in voice.because}
    party = "TGO" if name in ("demand", "noun") else "GHA"
    found = [p.deed for p in record.positions if p.party == party and ids & set(p.because)]
    return found if name in UNDOING else [d.contrary for d in found]


CASES = [
    pytest.param(
        k, name, id=f"{row['done']}: {name}",
        marks=[pytest.mark.xfail(reason=row["known"][name], strict=True)]
        if name in row.get("known", {})
        else [],
    )
    for k, row in enumerate(ROWS)
    for name in SENTENCES
]  # fmt: skip


@pytest.mark.parametrize(("k", "name"), CASES)
def test_it_is_one_option(k: int, name: str) -> None:
    (wanted, *_) = deeds(k, "demand") or [None]
    assert wanted is not None and wanted.owner == "GHA"
    assert any(d.same_option(wanted) and d.taken == wanted.taken for d in deeds(k, name))
