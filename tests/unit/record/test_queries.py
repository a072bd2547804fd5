"""Are queries taken apart as meant, and can nothing in them command the index?"""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DetenteError, InputError, StoreError
from detente.record.queries import All, Any, Phrase, parse, phrases, to_fts5


def one(*words, begins=False):
    return Phrase(words, begins)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("sanctions", one("sanctions")),
        ("Türkiye talks", All((one("turkiye"), one("talks")))),
        ('"formal notice" F-35', All((one("formal", "notice"), one("f", "35")))),
        ('an open "mark', All((one("an"), one("open"), one("mark")))),
        ("AND OR NOT", All((one("and"), one("or"), one("not")))),
        ("NEAR(a b) col:x *", All((one("near", "a"), one("b"), one("col", "x")))),
    ],
)
def test_without_operators_everything_is_a_word(text, query):
    assert parse(text) == query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("a AND b", All((one("a"), one("b")))),
        ("a b", All((one("a"), one("b")))),
        ("a OR b c", Any((one("a"), All((one("b"), one("c")))))),
        ("(a OR b) c", All((Any((one("a"), one("b"))), one("c")))),
        ("a NOT b", All((one("a"),), (one("b"),))),
        ("sanction*", one("sanction", begins=True)),
        ('"new talk"*', one("new", "talk", begins=True)),
        ('"AND" or', All((one("and"), one("or")))),
    ],
)
def test_with_operators(text, query):
    assert parse(text, operators=True) == query


@pytest.mark.parametrize("text", ["", "   ", "!?", '""', "…"])
@pytest.mark.parametrize("operators", [False, True])
def test_a_query_without_a_word_says_so(text, operators):
    with pytest.raises(InputError, match="no word"):
        parse(text, operators=operators)


@pytest.mark.parametrize(
    "text",
    [
        "AND",
        "a AND",
        "OR a",
        "a OR",
        "NOT a",
        "a NOT",
        "a NOT NOT b",
        "(a",
        "a)",
        "(",
        "a AND OR b",
    ],
)
def test_operators_that_do_not_fit_are_an_error_with_a_way_out(text):
    with pytest.raises(InputError) as error:
        parse(text, operators=True)
    assert error.value.fix


def test_a_nul_is_refused():
    with pytest.raises(StoreError, match="NUL"):
        parse("a\x00b")


def test_brackets_without_end_are_refused_before_the_stack_is_used_up():
    with pytest.raises(InputError, match="too many brackets"):
        parse("(" * 5000, operators=True)


@pytest.fixture(scope="module")
def index():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(folded)")
    yield connection
    connection.close()


@given(text=st.text(max_size=40), operators=st.booleans())
def test_no_query_is_one_that_the_index_cannot_read(index, text, operators):
    try:
        query = parse(text, operators=operators)
    except DetenteError:
        return
    index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (to_fts5(query),)).fetchone()
    assert all(phrase.words for phrase in phrases(query))
