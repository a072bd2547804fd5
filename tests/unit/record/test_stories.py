"""Are copies told from reports that only share a phrase?"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.folding import fold
from detente.record.stories import (
    SKETCH,
    Families,
    alike,
    from_bytes,
    grouped,
    sketch,
    to_bytes,
)

WORDS = [f"word{number}" for number in range(3000)]


def text(seed, length=200):
    return random.Random(seed).choices(WORDS, k=length)


def test_a_copy_with_another_headline_and_end_is_one():
    report = text(1)
    copy = ["other", "headline", *report[5:], "reporting", "by", "somebody"]
    assert alike(sketch(" ".join(report)), sketch(" ".join(copy)))


def test_two_reports_with_a_common_paragraph_are_two():
    paragraph = text(2, 60)
    one, other = " ".join(text(3) + paragraph), " ".join(text(4) + paragraph)
    assert not alike(sketch(one), sketch(other))


@pytest.mark.parametrize("short", ["", "one", "one two three"])
def test_short_texts_have_a_sketch_too(short):
    assert len(sketch(short)) == 1
    assert alike(sketch(short), sketch(short))


@given(st.text(max_size=300))
def test_a_sketch_is_sorted_bounded_and_survives_the_database(words):
    made = sketch(fold(words))
    assert list(made) == sorted(made)
    assert 0 < len(made) <= SKETCH
    assert all(0 <= number < 2**63 for number in made)
    assert from_bytes(to_bytes(made)) == made


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=20))
def test_families_do_not_hang_on_the_order_of_joining(pairs):
    def families(order):
        found = Families({})
        for pair in order:
            found.join(pair)
        return {number: found.of(number) for number in range(1, 13)}

    assert families(pairs) == families(pairs[::-1])


def test_a_phrase_that_everybody_uses_does_not_make_one_story():
    opening = ["said", "in", "a", "statement", "on", "monday"]
    sketches = {n: sketch(" ".join(opening + text(100 + n, 60))) for n in range(1, 60)}
    assert len(set(grouped(sketches).values())) == 59
