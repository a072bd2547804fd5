"""Do the reader and the drafter find in each text what a careful person found in it?

Every expectation of every expected.toml is a test of its own, named by file and
expectation. What fails today is listed in known-misses.toml; an entry that passes fails
here, so that the list can only shrink.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from detente.domain.conditions import Both, Condition, literal
from detente.domain.dispute import Dispute, Preference
from detente.domain.drafts import Draft
from detente.domain.evidence import Reading, Span
from detente.model.drafting.draft import draft
from detente.read import Taken, read_documents, take_file

HERE = Path(__file__).parent
Table = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one text; without reading and draft where it was refused."""

    taken: Taken
    reading: Reading | None = None
    draft: Draft | None = None

    @property
    def dispute(self) -> Dispute | None:
        return self.draft.dispute if self.draft else None

    @property
    def text(self) -> str:
        assert self.reading is not None, "the text was refused"
        return self.reading.document.text

    @property
    def codes(self) -> dict[str, str]:
        """Code of each party by its id."""
        parties = self.dispute.parties if self.dispute else ()
        return {party.id: party.code or party.id for party in parties}

    @property
    def options(self) -> Iterator[tuple[str, str, bool]]:
        """Owner's code, option id without its number, whether it is taken today."""
        if self.dispute is None:
            return
        today = self.dispute.status_quo or frozenset()
        for name, party, option in self.dispute.named_options():
            yield party.code or party.id, plain(option.id), name in today

    def preferences(self, code: str) -> Iterator[Preference]:
        parties = self.dispute.parties if self.dispute else ()
        yield from (p for party in parties if party.code == code for p in party.preferences)

    @property
    def findings(self) -> set[str]:
        """Codes of all findings about the text."""
        own = (*self.taken.findings, *(self.reading.findings if self.reading else ()))
        return {f.code for f in (*own, *(self.draft.findings if self.draft else ()))}


Check = Callable[[Outcome], bool]


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing expected of one file, and how to tell."""

    file: str
    what: str
    check: Check


# --- words and conditions ---------------------------------------------------------------


@cache
def synonyms() -> dict[str, list[str]]:
    return tomllib.loads((HERE / "synonyms.toml").read_text(encoding="utf-8"))


def plain(option: str) -> str:
    return re.sub(r"_\d+$", "", option)


def means(option: str, act: str) -> bool:
    return plain(option) in synonyms().get(act, [act])


def says(condition: Condition, wanted: str, codes: dict[str, str]) -> bool:
    """Whether a condition is a literal that means, say, ``not ETH.halt``."""
    found = literal(condition)
    if found is None:
        return False
    party, option = found[0].split(".")
    owner, act = wanted.removeprefix("not ").split(".")
    return codes[party] == owner and means(option, act) and found[1] != wanted.startswith("not ")


def conjuncts(condition: Condition) -> Iterator[Condition]:
    match condition:
        case Both(left, "and", right):
            yield from (*conjuncts(left), *conjuncts(right))
        case _:
            yield condition


def requires(condition: Condition, benefit: str, needs: str, codes: dict[str, str]) -> bool:
    match condition:
        case Both(left, "requires", right):
            return says(left, benefit, codes) and any(
                says(part, needs, codes) for part in conjuncts(right)
            )
    return False


# --- one expectation of each kind --------------------------------------------------------


def has_parties(wanted: list[str]) -> Check:
    return lambda got: sorted(got.codes.values()) == sorted(wanted)


def mentions(code: str) -> Check:
    return lambda got: got.draft is not None and code in {t.code for t in got.draft.third_parties}


def has_option(owner: str, act: str) -> Check:
    return lambda got: any(o == owner and means(option, act) for o, option, _ in got.options)


def stands(owner: str, act: str, today: bool) -> Check:
    return lambda got: (owner, today) in {(o, now) for o, x, now in got.options if means(x, act)}


def wants(party: str, what: str, bases: tuple[str, ...]) -> Check:
    return lambda got: any(
        p.basis in bases and says(p.says[0], what, got.codes) for p in got.preferences(party)
    )


def asks(party: str, benefit: str, needs: str) -> Check:
    return lambda got: any(
        requires(p.says[0], benefit, needs, got.codes) for p in got.preferences(party)
    )


def provides(benefit: str, needs: str) -> Check:
    return lambda got: any(
        requires(law.says, benefit, needs, got.codes)
        for law in (got.dispute.provisions if got.dispute else ())
    )


def looks_ahead(party: str, when: str) -> Check:
    return lambda got: (
        got.draft is not None
        and any(e.party == party and when in e.text for e in got.draft.expectations)
    )


def place(words: str, text: str) -> Span:
    start = text.find(words)
    assert start >= 0, f"the text does not hold {words!r}"
    return Span(start=start, end=start + len(words))


def in_no_condition(words: str) -> Check:
    def check(got: Outcome) -> bool:
        assert got.reading is not None
        span = place(words, got.text)
        return not any(
            r.condition.start < span.end and span.start < r.condition.end
            for r in got.reading.requirements
        )

    return check


def in_no_statement(words: str) -> Check:
    def check(got: Outcome) -> bool:
        assert got.reading is not None
        span = place(words, got.text)
        return not any(
            c.start < span.end and span.start < c.end
            for s in got.reading.statements
            for c in s.content
        )

    return check


def no_dispute(got: Outcome) -> bool:
    return got.dispute is None and "no-dispute" in got.findings


def unlike(check: Check) -> Check:
    return lambda got: not check(got)


# --- from expected.toml to expectations ----------------------------------------------------


def expectations() -> Iterator[Expected]:
    for table in sorted(HERE.glob("*/expected.toml")):
        tree = tomllib.loads(table.read_text(encoding="utf-8"))
        edits = {edit["name"]: edit for edit in tree.get("file", [])}
        for path in sorted(table.parent.glob("*.txt")):
            name = f"{path.parent.name}/{path.name}"
            found = of_file(tree, edits.get(path.name, {}), path.name)
            yield from (Expected(name, what, check) for what, check in found)


def of_file(tree: Table, edit: Table, name: str) -> Iterator[tuple[str, Check]]:
    if edit.get("why") == "not English":
        yield "is refused as not English", lambda got: "not-english" in got.findings
        return
    yield from nevers(tree, name)
    if not tree["parties"]:
        yield "no dispute, and a finding that says so", no_dispute
        if "one statement at the most" in edit["why"]:
            yield "at most one statement", at_most_one_statement
        return
    swap = edit.get("swap", ())
    tree, edit = swapped(tree, swap), swapped(edit, swap)
    yield "parties " + " ".join(tree["parties"]), has_parties(tree["parties"])
    yield from ((f"mentions {code}", mentions(code)) for code in tree["third"])
    yield from options(tree, edit)
    yield from preferences(tree, edit)
    yield from conditions(tree, edit)
    if name == "base.txt":
        for e in tree.get("expectation", []):
            yield f"{e['party']} expects {e['when']}", looks_ahead(e["party"], e["when"])


def nevers(tree: Table, name: str) -> Iterator[tuple[str, Check]]:
    # A condition that no government sets may be read, as long as no dispute comes of it.
    kinds = {"even if": in_no_condition, "boilerplate": in_no_statement}
    for never in tree.get("never", []):
        if never["file"] == name and never["why"] in kinds:
            yield f"{never['why']}: {never['text']}", kinds[never["why"]](never["text"])


def at_most_one_statement(got: Outcome) -> bool:
    return got.reading is not None and len(got.reading.statements) <= 1


def swapped(tree: Table, swap: tuple[str, ...]) -> Table:
    """Swap two codes wherever they stand, save in what names the swap itself."""
    if not swap:
        return tree
    one, other = swap

    def turn(value: Any) -> Any:
        match value:
            case str():
                return re.sub(
                    rf"\b(?:{one}|{other})\b", lambda m: other if m[0] == one else one, value
                )
            case list():
                return [turn(member) for member in value]
            case dict():
                return {key: turn(member) for key, member in value.items()}
        return value

    turned: Table = turn(tree)
    return turned


def either(gone: bool, label: str, check: Check) -> tuple[str, Check]:
    return (f"no {label}", unlike(check)) if gone else (label, check)


def options(tree: Table, edit: Table) -> Iterator[tuple[str, Check]]:
    for o in tree.get("option", []):
        owner, act = o["owner"], o["act"]
        gone = f"option: {owner}.{act}" in edit.get("gone", [])
        yield either(gone, f"option {owner}.{act}", has_option(owner, act))
        if not gone:
            today = "taken" if o["today"] else "not taken"
            yield f"{owner}.{act} is {today} today", stands(owner, act, o["today"])


def preferences(tree: Table, edit: Table) -> Iterator[tuple[str, Check]]:
    for p in (*tree.get("preference", []), *edit.get("preference", [])):
        party, what = p["party"], p["wants"]
        gone = f"preference: {what}" in edit.get("gone", []) and p in tree["preference"]
        # What others presuppose counts where a wish is expected, but not as one still voiced.
        bases = ("stated",) if gone else ("stated", "presupposed")
        yield either(gone, f"{party} wants {what}", wants(party, what, bases))


def conditions(tree: Table, edit: Table) -> Iterator[tuple[str, Check]]:
    for r in tree.get("requires", []):
        benefit, needs, party = r["benefit"], r["needs"], r["by"]
        label = f"{benefit} requires {needs}"
        gone = edit.get("gone", [])
        check = asks(party, benefit, needs)
        yield either(f"requires: {label}" in gone, f"{party} asks that {label}", check)
        lawless = not r["provision"] or f"provision: {label}" in gone
        yield either(lawless, f"provision that {label}", provides(benefit, needs))


# --- the tests ---------------------------------------------------------------------------

EXPECTED = tuple(expectations())
MISSES: list[dict[str, str]] = tomllib.loads(
    (HERE / "known-misses.toml").read_text(encoding="utf-8")
)["miss"]
WHY = {(miss["file"], miss["expect"]): miss["why"] for miss in MISSES}


@pytest.fixture(scope="session")
def outcomes() -> dict[str, Outcome]:
    """Every text read once, all of them in one batch."""
    paths = sorted(HERE.glob("*/*.txt"))
    taken = {f"{path.parent.name}/{path.name}": take_file(path) for path in paths}
    documents = [t.document for t in taken.values() if t.document is not None]
    readings = {r.document.path: r for r in read_documents(documents)}
    found = {}
    for name, one in taken.items():
        reading = readings.get(one.path)
        made = None if reading is None else draft([reading])
        found[name] = Outcome(taken=one, reading=reading, draft=made)
    return found


def parameter(expected: Expected) -> Any:
    why = WHY.get((expected.file, expected.what))
    marks = [pytest.mark.xfail(strict=True, reason=why)] if why is not None else []
    return pytest.param(expected, id=f"{expected.file}: {expected.what}", marks=marks)


@pytest.mark.parametrize("expected", [parameter(e) for e in EXPECTED])
def test_text_gives_what_a_careful_person_finds(
    expected: Expected, outcomes: dict[str, Outcome]
) -> None:
    assert expected.check(outcomes[expected.file]), expected.what


def test_every_known_miss_names_an_expectation() -> None:
    assert set(WHY) <= {(e.file, e.what) for e in EXPECTED}


def test_every_text_is_expected_to_give_something() -> None:
    files = {f"{path.parent.name}/{path.name}" for path in HERE.glob("*/*.txt")}
    assert {e.file for e in EXPECTED} == files
