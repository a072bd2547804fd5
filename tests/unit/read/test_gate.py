"""Do the weights follow the counts, and does the gate say what it rests on?"""

import pytest

from detente.domain.evidence import Document
from detente.lexicon.cues import KINDS, cues
from detente.lexicon.weights import Weights, from_counts, odds, shift, weights
from detente.read import explained
from detente.read.grammar.clauses import Passage
from detente.read.grammar.parser import for_parser, pipeline
from detente.read.grammar.tokens import taken_from
from detente.read.statements.attributions import attributions

from .sentences import read, words


def table(**changes: object) -> Weights:
    counts: dict[str, object] = {
        "threshold": 0.0, "least": -1.0, "quoted": [9, 10],
        "confidence": [[-1.0, 1, 10], [0.0, 5, 10], [1.0, 9, 10]],
        "frame": {"verb clause": [80, 100]},
        "verb": {"say": {"clause": [79, 80]}, "scan": {"clause": [1, 20]}},
        "circumstance": {"main": [50, 40.0, 60], "aside": [10, 20.0, 30]},
    }  # fmt: skip
    return from_counts(counts | changes)


def test_more_right_weighs_more() -> None:
    known = table()
    assert known.sum(("verb", "say", "clause"), ()) > 1 > 0
    assert known.sum(("verb", "scan", "clause"), ()) < 0


def test_a_cue_never_counted_weighs_what_its_frame_does() -> None:
    known = table()
    assert known.sum(("verb", "mumble", "clause"), ()) == pytest.approx(odds(80, 100, 0.5))


def test_a_circumstance_weighs_by_what_was_right_against_what_was_expected() -> None:
    assert shift(50, 40.0, 60) > 0 > shift(10, 20.0, 30)
    assert shift(20, 20.0, 30) == 0
    say = ("verb", "say", "clause")
    known = table()
    assert known.sum(say, ("main",)) > known.sum(say, ()) > known.sum(say, ("aside",))
    assert known.sum(say, ("never counted",)) == known.sum(say, ())


@pytest.mark.parametrize(
    ("weight", "share"),
    [(-9, 0.1), (-1, 0.1), (-0.5, 0.3), (0, 0.5), (0.5, 0.7), (1, 0.9), (9, 0.9)],
)
def test_confidence_lies_between_the_counted_shares(weight: float, share: float) -> None:
    assert table().confidence(weight) == pytest.approx(share)


def test_every_counted_cue_is_in_the_lexicon() -> None:
    lexicon = {
        "verb": cues().verbs, "adjective": cues().adjectives, "noun": cues().nouns,
        "adverb": cues().adverbs, "mark": cues().marks,
    }  # fmt: skip
    assert set(lexicon) == set(KINDS)
    for kind, lemma, frame in weights().cues:
        known = {cue.lemma: cue for cue in lexicon[kind].values()}
        assert frame in known[lemma].frames, (kind, lemma, frame)


def test_shipped_confidence_rises_with_the_weight() -> None:
    shares = [share for _, share in weights().shares]
    assert shares == sorted(shares)
    assert shares[0] < 0.2
    assert shares[-1] > 0.9


def test_what_is_said_outright_is_surer_than_what_is_only_mentioned() -> None:
    plain, vague = (
        read(text).statements[0].confidence
        for text in (
            "The Kenyan minister said that the border would stay closed.",
            "The Kenyan minister spoke about the border.",
        )
    )
    assert plain is not None
    assert vague is not None
    assert plain > vague


def test_an_explanation_names_rule_entry_and_weights() -> None:
    text = "The Kenyan minister said that the border would stay closed."
    ((reading, why),) = explained([Document(text=text)])
    (explanation,) = why.statements
    assert reading.statements == (explanation.statement,)
    assert explanation.entry == "verb.say"
    assert explanation.rule == "verb with clause"
    names = [name for name, _ in explanation.weights]
    assert names[0] == "say with clause"
    assert "clause with that" in names


def test_every_statement_is_explained() -> None:
    text = (
        "“We stay,” the Kenyan minister said. According to Somalia, talks go on. Kenya's refusal"
        " to talk is known.\n\nBELL: Honestly, we will not go.\n\n“It is over.” —Ada Bell, mayor"
    )
    ((reading, why),) = explained([Document(text=text)])
    explanations = why.statements
    assert len(explanations) == len(reading.statements) > 3
    assert all(e.rule and "." in e.entry for e in explanations)


def test_the_weight_is_that_of_the_named_circumstances() -> None:
    text = "The Kenyan minister said that the border would stay closed."
    passage = Passage(taken_from(pipeline()(for_parser(text))), 0)
    ((found,),) = attributions([passage], text)
    assert found.entry is not None
    expected = weights().sum((found.entry.kind, found.entry.lemma, found.frame), found.features)
    assert found.weight == expected


RELATIVE = "The talks were led by Ada Oduya, who said the border would stay closed."


def test_a_relative_pronoun_is_the_source_and_says_for_whom() -> None:
    (statement,) = [s for s in read(RELATIVE).statements if s.source]
    assert statement.source is not None
    assert words(statement.source.span, read(RELATIVE)) == "who"
    assert words(statement.source.named, read(RELATIVE)) == "Ada Oduya"
