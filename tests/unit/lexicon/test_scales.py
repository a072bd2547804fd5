"""Does the scale order voices as a reader would, and does it stay a scale?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.lexicon.scales import layout, scale

SCALE = scale()
WORDS = st.lists(st.sampled_from(sorted(SCALE.adverb)) | st.text(max_size=5), max_size=6)


def test_every_figure_is_on_the_scale() -> None:
    assert all(0 <= value <= 1 for value in SCALE.attitude.values())
    assert all(0 <= value <= 1 for value in SCALE.basis.values())
    assert all(-1 <= value <= 1 for value in SCALE.adverb.values())
    assert 0 < SCALE.step < 1


@given(
    attitude=st.sampled_from(sorted(SCALE.attitude)) | st.text(max_size=5),
    cue=st.none() | st.floats(0, 1),
    adverbs=WORDS,
)
def test_strength_never_leaves_the_scale(
    attitude: str, cue: float | None, adverbs: list[str]
) -> None:
    assert 0 <= SCALE.strength(attitude, cue, adverbs) <= 1


@given(attitude=st.sampled_from(sorted(SCALE.attitude)), adverbs=WORDS)
def test_the_order_of_adverbs_does_not_matter(attitude: str, adverbs: list[str]) -> None:
    forward = SCALE.strength(attitude, None, adverbs)
    assert forward == SCALE.strength(attitude, None, adverbs[::-1])


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("refuses", "hopes"),
        ("demands", "hopes"),
        ("demands", "expects"),
        ("threatens", "warns"),
        ("promises", "believes"),
        ("hopes", "believes"),
    ],
)
def test_attitudes_are_ordered(stronger: str, weaker: str) -> None:
    gap = SCALE.strength(stronger, None, ()) - SCALE.strength(weaker, None, ())
    assert gap > SCALE.step


def test_adverbs_add_up_from_the_strength_of_the_cue() -> None:
    plain = SCALE.strength("refuses", 0.5, ())
    assert plain == 0.5
    assert SCALE.strength("refuses", 0.5, ["firmly"]) > plain
    assert SCALE.strength("refuses", 0.5, ["tentatively"]) < plain
    assert SCALE.strength("refuses", 0.5, ["yesterday"]) == plain


def test_what_nobody_voiced_is_worth_less_than_what_somebody_did() -> None:
    refused = SCALE.strength("refuses", None, ())
    assert SCALE.basis["conduct"] < SCALE.basis["presupposed"] < refused


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("Read Also: Another story", True),
        ("READ MORE: Another story", True),
        ("© The Gazette 2025", True),
        ("By Ada Bell", True),
        ("By Ada Bell, Anna Ruiz", True),
        ("4 min read", True),
        ("By Monday the troops had left.", False),
        ("Read his lips, said the envoy.", False),
        ("Via the canal ships reach the sea.", False),
    ],
)
def test_page_furniture(line: str, furniture: bool) -> None:
    assert (layout().boilerplate.match(line) is not None) is furniture


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 4 March 2025", "4 March 2025"),
        ("A story. Date: 2025-03-04", "2025-03-04"),
        ("Posted on: March 4, 2025", "March 4, 2025"),
        ("The date is not known.", None),
    ],
)
def test_a_line_that_carries_the_day_of_publication(line: str, day: str | None) -> None:
    match = layout().published.search(line)
    assert (match and match["date"]) == day
