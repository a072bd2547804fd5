"""Does a draft follow its texts when their words change?

`edits.toml` beside an analyst's model holds three kinds of changes. **delete**: the sentences
that carry an element go, and it must vanish. **turn**: a sentence says the opposite, and the
element must turn: it is gone, or what it `becomes` is there. **reword**: a sentence says the same
in other words, and the element must stay, or a finding that was not there before must say what is
missing.

Only an element that the draft has can vanish, turn or stay: the first figure counts those. The
second counts all edits: one of an element that the draft lacks holds where the draft does not
come to have it (delete), comes to have what it becomes (turn), or stays as it is or tells of it
(reword).
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from matching import Pair, pairs
from scoring import Case, part_of, same, translated

from detente.domain.conditions import Condition
from detente.domain.dispute import Dispute, Party
from detente.domain.drafts import Draft
from detente.domain.evidence import Document, Reading
from detente.model.conditions import parse
from detente.model.drafting.draft import draft
from detente.model.naming import elements
from detente.read import read_documents, take_file

KINDS = ("delete", "turn", "reword")


@dataclass(slots=True)
class Held:
    """How many edits hold, of elements that the draft has and of all."""

    drafted: int = 0
    drafted_of: int = 0
    every: int = 0
    every_of: int = 0
    failed: list[str] = field(default_factory=list)
    unusable: int = 0  # edits that name words or files that are not there

    def __add__(self, other: "Held") -> "Held":
        return Held(
            self.drafted + other.drafted,
            self.drafted_of + other.drafted_of,
            self.every + other.every,
            self.every_of + other.every_of,
            self.failed + other.failed,
            self.unusable + other.unusable,
        )

    def count(self, what: str, *, had: bool, holds: bool) -> None:
        """Count one edit."""
        self.every += holds
        self.every_of += 1
        self.drafted += had and holds
        self.drafted_of += had
        if not holds:
            self.failed.append(what if had else f"{what} (not drafted)")


@dataclass(slots=True)
class Texts:
    """The texts of a dispute, read once, and again wherever an edit changes one."""

    documents: dict[str, Document]
    known: dict[str, Reading] = field(default_factory=dict)

    def draft(self, changes: Mapping[str, str]) -> Draft:
        """Draft the texts, some of them changed."""
        documents = [
            replace(document, text=changes.get(name, document.text))
            for name, document in self.documents.items()
        ]
        unread = [document for document in documents if document.text not in self.known]
        self.known |= {r.document.text: r for r in read_documents(unread)}
        return draft([self.known[document.text] for document in documents])


def score_edits(case: Case, path: Path) -> dict[str, Held]:
    """Try every edit of a file on a dispute."""
    tree = tomllib.loads(path.read_text(encoding="utf-8"))
    taken = ((text.name, take_file(text).document) for text in case.texts)
    texts = Texts({name: document for name, document in taken if document is not None})
    trial = Trial(case.model, texts)
    found = {kind: Held() for kind in KINDS}
    for kind, held in found.items():
        for edit in tree.get(kind, ()):
            trial.run(kind, edit, held)
    return found


@dataclass
class Trial:
    """A draft of the texts as they are, and of the texts as edits make them."""

    model: Dispute
    texts: Texts

    @cached_property
    def whole(self) -> Draft:
        return self.texts.draft({})

    def run(self, kind: str, edit: Mapping[str, Any], held: Held) -> None:
        """Try one edit, or each of its wordings."""
        try:
            wordings = list(_changes(kind, edit, self.texts.documents))
        except KeyError:
            held.unusable += 1
            return
        for number, changes in enumerate(wordings):
            edited = self.texts.draft(changes)
            name = edit["element"]
            had = self.has(self.whole, name)
            held.count(
                f"{kind} {number + 1}: {name}", had=had, holds=self.holds(kind, edit, edited, had)
            )

    def holds(self, kind: str, edit: Mapping[str, Any], edited: Draft, had: bool) -> bool:
        """Whether the edited draft is as it should be."""
        has = self.has(edited, edit["element"])
        if kind == "delete":
            return not has
        if kind == "turn":
            becomes = self.has(edited, edit.get("becomes", ""))
            return becomes or (had and not has)
        if had:
            return has or _tells(edited, self.whole)
        return _names(edited) == _names(self.whole) or has or _tells(edited, self.whole)

    def has(self, made: Draft, name: str) -> bool:
        """Whether a draft has an element of the analyst's model."""
        if made.dispute is None:
            return False
        paired = pairs(made.dispute, self.model)
        name = name.split(" (")[0] if name.endswith(")") and " (" in name else name
        name = name.split(";")[0].split(", and ")[0]
        if any(pair.wanted == name for pair in paired):
            return True
        names = {pair.drafted: pair for pair in paired}
        law = next((law for law in self.model.provisions if law.id == name), None)
        if law is not None:
            said = (translated(p.says, names) for p in made.dispute.provisions)
            return any(each is not None and part_of(each, law.says) for each in said)
        return self._wants(made.dispute, name, names)

    def _wants(self, dispute: Dispute, name: str, names: Mapping[str, Pair]) -> bool:
        owner, colon, says = name.partition(": ")
        party = next((p for p in self.model.parties if p.id == owner), None)
        if not colon or party is None:
            return False
        options = [option for option, _, _ in self.model.named_options()]
        condition, _ = parse(says, options, party=owner)
        if condition is None:
            return False
        return any(same(said, condition) for said in _wished(dispute, party, names))


def _wished(dispute: Dispute, wanted: Party, names: Mapping[str, Pair]) -> Iterator[Condition]:
    """What the draft's party of this code wants, in the analyst's names."""
    for party in dispute.parties:
        if (party.code or party.id) == (wanted.code or wanted.id):
            for preference in party.preferences:
                for says in preference.says:
                    said = translated(says, names)
                    if said is not None and preference.basis == "stated":
                        yield said


def _changes(
    kind: str, edit: Mapping[str, Any], documents: Mapping[str, Document]
) -> Iterator[dict[str, str]]:
    """Changed texts by file: one set for a deletion or a turn, one for each rewording."""
    if kind == "delete":
        gone: Sequence[Mapping[str, str]] = [*edit["sentences"], *edit.get("tidy", ())]
        texts: dict[str, str] = {}
        for each in gone:
            name = Path(each["file"]).name
            text = texts.get(name, documents[name].text)
            texts[name] = _replaced(text, each["text"], "")
        yield texts
        return
    wordings = edit["new"] if isinstance(edit["new"], list) else [edit["new"]]
    for wording in wordings:
        name = Path(edit["file"]).name
        yield {name: _replaced(documents[name].text, edit["old"], wording)}


def _replaced(text: str, old: str, new: str) -> str:
    if old not in text:
        raise KeyError(old)
    return text.replace(old, new, 1)


def _tells(edited: Draft, whole: Draft) -> bool:
    """Whether a finding says what is missing that was not missing before."""
    before = {finding.what for finding in whole.findings}
    return any(finding.what not in before for finding in edited.findings)


def _names(made: Draft) -> set[str]:
    return {e.name for e in elements(made.dispute)} if made.dispute else set()


def total(each: Iterable[dict[str, Held]]) -> dict[str, Held]:
    """All disputes together."""
    found = {kind: Held() for kind in KINDS}
    for held in each:
        for kind in KINDS:
            found[kind] += held[kind]
    return found
