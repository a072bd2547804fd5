"""Is what is drafted with a memory of the texts what is drafted without it, whatever was done?"""

import os
import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from detente import workflow
from detente.domain.claims import claims
from detente.domain.evidence import Document, Judgement, Provenance, Reading
from detente.read import read_documents
from detente.record import Arrival
from detente.record.cases import init_case, open_case
from detente.record.folders import Case
from detente.record.keeping import CaseStore

READER = Provenance(tool="test", version="1")
# Persons whose side only another text tells, two of one surname, law, answers that do not say to
# what, claims that several texts make, what is expected of texts without a day.
TEXTS = (
    "Peru refused to release the fishermen. Chile demanded that Peru release the fishermen.",
    "Chile's foreign minister, Rosa Aldunate, said Chile would keep the tariffs in force.",
    "Aldunate refused to lift the tariffs. Peru demanded that Chile lift the tariffs.",
    "Rosa Aldunate offered to reopen the ports. Brazil hoped that the talks would resume.",
    "Jorge Aldunate of the Peruvian foreign ministry refused to withdraw its soldiers.",
    (
        "Under Chilean law, the government in Santiago said, Chile cannot reopen its ports until"
        " Peru releases the fishermen."
    ),
    "Chile said it would reopen its ports only if Peru released the fishermen.",
    "Chile imposed tariffs on Peru in May 2021. Peru closed the border on 3 June 2021.",
    (
        "Chile urged Peru to sign the agreement. Peru refused. Lima said talks would resume within"
        " weeks."
    ),
    "Peru offered to release the fishermen if Chile lifted the tariffs. Bolivia welcomed it.",
    "Peru refused to release the fishermen. Bolivia urged Chile to share the data.",
    (
        "Peru refused something of the sort. Chile said it would lift the tariffs if Peru showed"
        " good will. The United Nations offered to mediate."
    ),
    "Chile lifted the tariffs on 4 July 2023. Peru released the fishermen, Chile said.",
)
DAYS = (None, "2019", "2021-05-03", "2022-01-10", "2022-01-10", "2024-06")


@cache
def read(number: int, published: str | None) -> Reading:
    name = f"{number}.txt"
    (found,) = read_documents([Document(text=TEXTS[number], published=published, path=name)])
    return found


@dataclass
class Office:
    """A case, with one dispute file revised with a memory and another one without."""

    store: CaseStore
    case: Case

    @property
    def folder(self) -> Path:
        return self.case.folder

    def add(self, number: int, day: int) -> None:
        found = read(number, DAYS[day])
        self.store.take_in([Arrival(document=found.document, reading=found)], READER)

    def read_again(self, number: int, day: int) -> None:
        """A reader that finds less."""
        found = read(number, DAYS[day])
        fewer = replace(found, statements=found.statements[:1], events=(), requirements=())
        self.store.read_again([fewer], READER)

    def remove(self, number: int, day: int) -> None:
        documents = self.store.documents()
        if documents:
            self.store.remove(documents[number % len(documents)].id, by="ada")

    def judge(self, number: int, day: int) -> None:
        made = claims(self.store.readings())
        if made:
            decision = ("rejected", "accepted")[day % 3 == 0]
            claim = made[number % len(made)].id
            self.store.judge(Judgement(claim=claim, decision=decision, by="ada", at=""))

    def undo(self, number: int, day: int) -> None:
        self.store.undo("ada")

    def redo(self, number: int, day: int) -> None:
        self.store.redo("ada")

    def spoil(self, number: int, day: int) -> None:
        """Something happens to the file of the memory."""
        path = self.case.memory
        data = path.read_bytes() if path.exists() else b""
        at = len(data) * day // len(DAYS)
        path.write_bytes(data[:at] + bytes([number]) + data[at + number % 2 :])

    def correct(self, number: int, day: int) -> None:
        """A person changes both files alike."""
        for path in self.paths:
            if path.exists():
                path.write_text(path.read_text().replace("[[party", "# looked at\n[[party", 1))

    @property
    def paths(self) -> tuple[Path, Path]:
        return self.folder / "with.toml", self.folder / "without.toml"

    def revise(self, number: int, day: int) -> None:
        kept = workflow.remembering(self.store, self.case)
        quick, slow = self.paths
        one = workflow.revise_file(self.store, quick, kept=kept)
        other = workflow.revise_file(self.store, slow)
        assert one.draft.dispute == other.draft.dispute
        assert told(one) == told(other)
        for left, right in zip(self.files(quick), self.files(slow), strict=True):
            assert left == right

    def files(self, path: Path) -> list[bytes | None]:
        both = (path, path.with_name(f"{path.stem}.drafted.toml"))
        return [file.read_bytes() if file.exists() else None for file in both]


def told(made: workflow.Redrafted) -> tuple[object, ...]:
    findings = [replace(f, what=f.what.replace("without", "with")) for f in made.findings]
    revision = made.revision and (made.revision.added, made.revision.changed, made.revision.removed)
    drafted = made.draft
    return findings, revision, drafted.third_parties, drafted.shifts, drafted.further


ACTS = st.sampled_from(
    ["add"] * 6
    + ["revise"] * 5
    + ["judge"] * 2
    + ["remove", "undo", "redo", "read_again", "spoil", "correct"]
)
STEPS = st.lists(
    st.tuples(ACTS, st.integers(0, len(TEXTS) - 1), st.integers(0, len(DAYS) - 1)), max_size=30
)


@settings(max_examples=int(os.environ.get("REMEMBERING_EXAMPLES", "25")))
@given(steps=STEPS)
def test_a_dispute_is_the_same_with_and_without_a_memory_of_the_texts(steps) -> None:
    with tempfile.TemporaryDirectory() as name:
        case = init_case(Path(name) / "case")
        with closing(open_case(case, by="ada")) as store:
            office = Office(store, case)
            for number, _ in enumerate(TEXTS[:3]):
                office.add(number, 2)
            office.revise(0, 0)
            for act, number, day in (*steps, ("revise", 0, 0)):
                getattr(office, act)(number, day)
