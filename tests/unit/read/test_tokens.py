"""Do our tokens answer what spaCy's own would?"""

import gc
import weakref
from itertools import combinations

import pytest

from detente.read.grammar.parser import for_parser, pipeline
from detente.read.grammar.tokens import Token, once, taken_from

TEXTS = [
    "",
    " ",
    "He said the U.S. “would not go”. They left — at once, they said! Why?",
    "Ünal Öz, who speaks for Türkiye 🙂, told Reuters on 3 May 2024 that 45% of it was sold.",
    # Names that touch, and runs of blanks.
    "Kenya Uganda Monday 5 May 2024 Ada Bell United  Nations   said so \t to Omar Haddad, Peru.",
    "What did Washington, officials asked, say it would do about the (old) plan?  It won't say.",
]
PLAIN = (
    *("i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_"),
    *("is_punct", "is_space", "is_quote", "is_title", "is_upper", "is_lower", "like_num"),
)


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_answer_as_in_the_parse(text: str) -> None:
    parse = pipeline()(for_parser(text))
    doc = taken_from(parse)
    assert (doc.text, len(doc)) == (parse.text, len(parse))
    for ours, theirs in zip(doc, parse, strict=True):
        for name in PLAIN:
            assert getattr(ours, name) == getattr(theirs, name), (name, theirs)
        assert ours.is_sent_start == bool(theirs.is_sent_start)
        assert ours.head.i == theirs.head.i
        assert [t.i for t in ours.children] == [t.i for t in theirs.children]
        assert [t.i for t in ours.subtree] == sorted(t.i for t in theirs.subtree)
        assert [t.i for t in ours.ancestors] == [t.i for t in theirs.ancestors]
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert ours.sent.start == theirs.sent.start


@pytest.mark.parametrize("text", TEXTS)
def test_stretches_answer_as_in_the_parse(text: str) -> None:
    parse = pipeline()(for_parser(text))
    doc = taken_from(parse)
    ours = [doc.sents, doc.ents]
    theirs = [tuple(parse.sents), parse.ents]
    for mine, other in zip(ours, theirs, strict=True):
        assert [(s.start, s.end, s.label_, s.text) for s in mine] == [
            (s.start, s.end, s.label_, s.text) for s in other
        ]
    for start, end in combinations(range(len(doc) + 1), 2):
        mine, other = doc[start:end], parse[start:end]
        assert mine.root.i == other.root.i
        assert (mine.start_char, mine.end_char) == (other.start_char, other.end_char)
        assert [t.i for t in mine] == [t.i for t in other]


def test_no_neighbour_before_the_first() -> None:
    doc = taken_from(pipeline()("They left."))
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    assert doc[0].nbor().text == "left"


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("He was readmitted.", "readmitted", "readmit"),
        ("They re-imposed the ban.", "imposed", "reimpose"),
        ("She hoped for it.", "hoped", "hope"),
    ],
)
def test_a_lemma_is_put_right(text: str, word: str, lemma: str) -> None:
    doc = taken_from(pipeline()(text))
    assert [t.lemma for t in doc if t.text == word] == [lemma]


def test_a_question_is_worked_out_once_for_each_token() -> None:
    asked: list[Token] = []

    @once
    def first(token: Token) -> str | None:
        asked.append(token)
        return None if token.is_punct else token.text[0]

    doc = taken_from(pipeline()("They left."))
    for _ in range(2):
        assert [first(token) for token in doc] == ["T", "l", None]
    assert asked == list(doc)


def test_what_is_forgotten_waits_for_no_collector() -> None:
    doc = taken_from(pipeline()("They left, he said, because nobody had asked them."))
    assert doc[0].sent.root.subtree
    kept = weakref.ref(doc)
    gc.disable()
    try:
        doc.forget()
        del doc
        assert kept() is None
    finally:
        gc.enable()
