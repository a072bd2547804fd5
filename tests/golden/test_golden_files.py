"""Do the marked sentences hold together: exact words, known values, enough of everything?"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest

from detente.domain.evidence import Polarity, Status

HERE = Path(__file__).parent
HALVES = ("open", "unseen")
ATTITUDES = frozenset(
    [
        "asserts",
        "denies",
        "demands",
        "offers",
        "accepts",
        "refuses",
        "conditions",
        "promises",
        "threatens",
        "expects",
        "hopes",
        "praises",
        "accuses",
    ]
)
DISPUTES = frozenset(
    [
        "river",
        "border",
        "maritime",
        "trade",
        "recognition",
        "prisoners",
        "fisheries",
        "safeguards",
        "arms",
        "gas",
        "strait",
        "sanctions",
        "peacekeepers",
    ]
)
STRENGTHS = frozenset({"weak", "plain", "strong"})
ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

Table = dict[str, Any]


def load(kind: str, half: str) -> list[Table]:
    text = (HERE / kind / f"{half}.toml").read_text(encoding="utf-8")
    sentences: list[Table] = tomllib.loads(text)["sentence"]
    return sentences


def marks(sentences: list[Table], name: str) -> Iterator[tuple[Table, Table]]:
    return ((s, mark) for s in sentences for mark in s.get(name, ()))


def parties() -> frozenset[str]:
    table = tomllib.loads((HERE / "parties.toml").read_text(encoding="utf-8"))
    names = table["names"]
    return frozenset(
        chain(table["countries"], table["organisations"], names["known"], names["invented"])
    )


def is_placed(text: str, words: str, at: int | None) -> bool:
    """Whether the words are found, and in one place only unless the place is given."""
    if at is None:
        return text.count(words) == 1
    return text.startswith(words, at)


def has_words(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


@pytest.mark.parametrize("kind", ["attitudes", "events"])
def test_ids_and_texts_occur_once(kind: str) -> None:
    sentences = [s for half in HALVES for s in load(kind, half)]

    for key in ("id", "text"):
        repeated = [name for name, n in Counter(s[key] for s in sentences).items() if n > 1]
        assert not repeated


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", ["attitudes", "events"])
def test_every_sentence_belongs_to_a_dispute(kind: str, half: str) -> None:
    for sentence in load(kind, half):
        assert sentence["dispute"] in DISPUTES, sentence["id"]
        assert sentence["id"].startswith(sentence["dispute"] + "-"), sentence["id"]


@pytest.mark.parametrize("half", HALVES)
def test_statements_quote_their_text(half: str) -> None:
    for sentence, said in marks(load("attitudes", half), "statement"):
        text, where = sentence["text"], sentence["id"]
        for role in ("source", "cue"):
            if role in said:
                assert is_placed(text, said[role], said.get(f"{role}_at")), (where, said[role])
        pieces = said["content"]
        places = said.get("content_at", [None] * len(pieces))
        for piece, at in zip(pieces, places, strict=True):
            assert is_placed(text, piece, at), (where, piece)
        for proposed in said["proposition"]:
            for role in ("agent", "object", "condition"):
                words = proposed.get(role)
                assert words is None or has_words(text, words), (where, words)


@pytest.mark.parametrize("half", HALVES)
def test_statements_take_their_values_from_the_inventories(half: str) -> None:
    known = parties()
    for sentence, said in marks(load("attitudes", half), "statement"):
        where = sentence["id"]
        assert said["attitude"] in ATTITUDES, where
        assert said.get("strength", "plain") in STRENGTHS, where
        assert said.get("party") is None or said["party"] in known, where
        for proposed in said["proposition"]:
            assert proposed["act"], where
            assert proposed["polarity"] in get_args(Polarity), where
        if said["attitude"] == "conditions":
            assert any("condition" in p for p in said["proposition"]), where


@pytest.mark.parametrize("half", HALVES)
def test_events_quote_their_text(half: str) -> None:
    for sentence, event in marks(load("events", half), "event"):
        text, where = sentence["text"], sentence["id"]
        assert is_placed(text, event["trigger"], event.get("trigger_at")), (where, event["trigger"])
        teller = event.get("told_by")
        assert teller is None or has_words(text, teller), (where, teller)


@pytest.mark.parametrize("half", HALVES)
def test_events_take_their_values_from_the_inventories(half: str) -> None:
    known = parties()
    for sentence, event in marks(load("events", half), "event"):
        where = sentence["id"]
        assert event["status"] in get_args(Status), where
        for role in ("actor", "target"):
            assert event.get(role) is None or event[role] in known, (where, event[role])


@pytest.mark.parametrize("half", HALVES)
def test_event_dates_run_forward(half: str) -> None:
    for sentence, event in marks(load("events", half), "event"):
        date.fromisoformat(sentence["published"])
        assert not ("date" in event and {"from", "until"} & event.keys()), sentence["id"]
        days = [event[key] for key in ("date", "from", "until") if key in event]
        assert all(ISO_DATE.fullmatch(day) for day in days), sentence["id"]
        # A month "until" means its last day, so that prefixes compare as they should.
        assert event.get("from", "") <= event.get("until", "9999") + "~", sentence["id"]


@pytest.mark.parametrize("half", HALVES)
def test_there_are_enough_sentences_of_every_attitude_and_dispute(half: str) -> None:
    sentences = load("attitudes", half)
    held = [{said["attitude"] for said in s.get("statement", ())} for s in sentences]
    attitudes = Counter(chain.from_iterable(held))
    disputes = Counter(s["dispute"] for s in sentences)

    assert len(sentences) >= 170
    assert {name: attitudes[name] for name in ATTITUDES if attitudes[name] < 18} == {}
    assert {name: disputes[name] for name in DISPUTES if disputes[name] < 10} == {}


@pytest.mark.parametrize("half", HALVES)
def test_there_are_enough_sentences_of_every_status_and_dispute(half: str) -> None:
    sentences = load("events", half)
    statuses = Counter(event["status"] for _, event in marks(sentences, "event"))
    disputes = Counter(s["dispute"] for s in sentences)

    assert len(sentences) >= 110
    assert {name: statuses[name] for name in get_args(Status) if statuses[name] < 20} == {}
    assert {name: disputes[name] for name in DISPUTES if disputes[name] < 6} == {}


def test_every_listed_party_is_used() -> None:
    statements = [m for h in HALVES for _, m in marks(load("attitudes", h), "statement")]
    events = [m for h in HALVES for _, m in marks(load("events", h), "event")]
    used = {m.get(role) for m in statements + events for role in ("party", "actor", "target")}

    assert parties() == used - {None}
