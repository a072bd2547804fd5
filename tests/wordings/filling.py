"""Do refusals, demands, offers, conditions and threats come through, however they are worded?

`open.toml`, `second.toml`, `third.toml`, `fourth.toml`, `fifth.toml` and `unseen.toml` hold
sentence templates by what they voice, each by another hand, `disputes.toml` the states and deeds
to fill them with. Rules were written from all but the last. Each filled sentence makes a short text
with the dispute's opening paragraph; the text is read and heard as for a draft, and what was
voiced is compared with what the template means:

* refusal: A does not want its own deed;
* demand: A wants B's deed;
* offer: A wants its own deed;
* condition: A's deed requires B's;
* threat: A's harm is held out, and B's deed asked for or what keeps it away;
* none: A voices nothing of its own deed, sets no condition, and asks for nothing.

Which option a deed is, is found out by reading it in a plain sentence.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from detente.domain.evidence import Document, Reading
from detente.lexicon.parties import gazetteer
from detente.model.drafting.completing import Record, complete
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed
from detente.model.drafting.hearing import hear
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.model.drafting.positions import Gathered
from detente.read import read_documents

HERE = Path(__file__).parent
KINDS = ("refusal", "demand", "offer", "condition", "threat", "none")
Filler = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A template filled for one dispute."""

    kind: str
    template: str
    text: str
    dispute: int


@cache
def disputes() -> tuple[Filler, ...]:
    """What the slots stand for, by dispute."""
    return tuple(tomllib.loads((HERE / "disputes.toml").read_text("utf-8"))["dispute"])


def filled(half: str) -> Iterator[Filled]:
    """Every template of a half for every dispute."""
    tree = tomllib.loads((HERE / f"{half}.toml").read_text("utf-8"))
    for kind in KINDS:
        for entry in tree[kind]:
            for number, words in enumerate(disputes()):
                yield Filled(
                    kind=kind,
                    template=entry["text"],
                    text=entry["text"].format(**words),
                    dispute=number,
                )


def recorded(sentences: list[Filled]) -> Iterator[tuple[Filled, Reading, Record]]:
    """Read each sentence below its dispute's opening, and hear it as a draft would."""
    documents = [
        Document(text=f"{disputes()[f.dispute]['opening']}\n\n{f.text}", published="2024-06-04")
        for f in sentences
    ]
    for each, reading in zip(sentences, read_documents(documents), strict=True):
        yield each, reading, record_of(reading)


def record_of(reading: Reading) -> Record:
    """What one text contributes to a draft, with owners filled in."""
    heard = hear(Page(reading), people_of([reading]))
    return complete(Gathered([heard]))


@cache
def meant(number: int) -> tuple[str, str, Deed, Deed, Deed]:
    """Codes of A and B, and the deeds of A, of B, and A's harm, as a plain sentence gives them."""
    words = disputes()[number]
    lines = ("{A} promised to {a_do}.", "{B} promised to {b_do}.", "{A} promised to {a_harm}.")
    documents = [Document(text=f"{words['opening']}\n\n{line.format(**words)}") for line in lines]
    found = []
    for reading in read_documents(documents):
        texts = {reading.document.id: reading.document.text}
        last = [s for s in reading.statements if s.inside is None][-1]
        made = next(d for p in last.propositions if (d := deed(p, texts)) is not None)
        found.append(made)
    a, b = (_code(words[side]) for side in ("A", "B"))
    own, asked, harm = found
    return a, b, own, asked, harm


def _code(name: str) -> str:
    party = gazetteer().by_name(name)
    assert party is not None and party.code is not None
    return party.code


def holds(each: Filled, record: Record) -> bool:
    """Whether what was voiced is what the template means."""
    a, b, own, asked, harm = meant(each.dispute)
    voiced = [p for p in record.positions if p.party == a]

    def wants(deed: Deed, owner: str, *, taken: bool) -> bool:
        return any(
            _same(p.deed, deed, owner)
            and p.deed.taken == (deed.taken == taken)
            and any(voice.wants for voice in p.voices)
            for p in voiced
        )

    def tied(benefit: Deed, *, kept_away: bool) -> bool:
        return any(
            t.setter == a
            and _same(t.benefit, benefit, a)
            and t.benefit.taken == (benefit.taken != kept_away)
            and any(_same(n, asked, b) and n.taken == asked.taken for n in t.needs)
            for t in record.ties
        )

    match each.kind:
        case "refusal":
            return wants(own, a, taken=False) and not wants(own, a, taken=True)
        case "demand":
            return wants(asked, b, taken=True)
        case "offer":
            return wants(own, a, taken=True) and not wants(own, a, taken=False)
        case "condition":
            return tied(own, kept_away=False)
        case "threat":
            shown = any(_same(p.deed, harm, a) for p in voiced)
            return tied(harm, kept_away=True) or (shown and wants(asked, b, taken=True))
        case _:
            strong = [p for p in voiced if p.strong and _any(p.deed, (own, asked, harm))]
            return not strong and all(t.setter != a for t in record.ties)


def _any(found: Deed, deeds: tuple[Deed, ...]) -> bool:
    return any(found.same_option(each) for each in deeds)


def _same(found: Deed, wanted: Deed, owner: str) -> bool:
    return found.owner in (None, owner) and found.family.name == wanted.family.name
