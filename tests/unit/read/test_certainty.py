"""Is an event as sure as the counts make it, and is each explained?"""

import pytest

from detente.domain.evidence import Document
from detente.lexicon.event_counts import EventCounts, counts, from_counts
from detente.read import explained

from .sentences import read


def table() -> EventCounts:
    return from_counts({
        "all": [60, 100],
        "confidence": [[-1.0, 1, 10], [1.0, 9, 10]],
        "circumstance": {"plain": [50, 40.0, 60], "aside": [10, 20.0, 30]},
    })  # fmt: skip


def test_a_circumstance_weighs_by_what_was_right_against_what_was_expected() -> None:
    known = table()
    assert known.sum(["plain"]) > known.sum([]) > known.sum(["aside"])
    assert known.sum(["never counted"]) == known.sum([]) == known.start
    assert known.confidence(-9) == 0.1
    assert known.confidence(0) == pytest.approx(0.5)
    assert known.confidence(9) == 0.9


def test_shipped_confidence_rises_with_the_weight() -> None:
    shares = [share for _, share in counts().shares]
    assert shares == sorted(shares)
    assert shares[0] < 0.35
    assert shares[-1] > 0.8


def test_a_plain_sentence_is_surer_than_a_clause_in_passing() -> None:
    plain, passing = (
        next(event.confidence for event in read(text).events if event.type == "ASSAULT")
        for text in (
            "Kenya attacked Somalia on Monday.",
            "The mayor of a town that soldiers had attacked was late.",
        )
    )
    assert plain is not None
    assert passing is not None
    assert plain > passing


def test_a_doing_without_a_type_has_no_confidence() -> None:
    (event,) = read("Ethiopia is building a dam.").events
    assert event.type == "" or event.confidence is not None
    (event,) = read("Crews from Kenya are dredging the channel.").events
    assert event.type == ""
    assert event.confidence is None


TEXT = (
    "Kenya imposed sanctions on Somalia. Somalia carried out an attack on Kenya. Uganda agreed to"
    " lift the ban on Kenyan tea. Talks between Kenya and Somalia failed. Crews from Kenya are"
    " dredging the channel."
)


def test_every_event_is_explained_by_its_entry() -> None:
    ((reading, why),) = explained([Document(text=TEXT)])
    assert tuple(e.event for e in why.events) == reading.events
    entries = [entry for explanation in why.events for entry in explanation.entries]
    assert "verb.impose in events.toml" in entries
    assert "act.impose in acts.toml" in entries
    assert "noun.attack in events.toml" in entries
    assert "attitude.agree in events.toml" in entries
    assert [e.rule for e in why.events if not e.entries] == ["a verb of no list"]


def test_the_named_weights_make_the_confidence() -> None:
    ((_, why),) = explained([Document(text=TEXT)])
    typed = [e for e in why.events if e.event.type]
    assert typed
    for explanation in typed:
        total = sum(weight for _, weight in explanation.weights)
        assert explanation.event.confidence == pytest.approx(counts().confidence(total), abs=0.02)
