"""Is what one side is to give another an option, though its noun names no act?"""

import pytest

from .test_unknown_verbs import wishes

GIVEN = [
    ("Chile demands guarantees from Peru.", "CHL wants PER.give"),
    ("Chile demands a written assurance from Peru.", "CHL wants PER.give"),
    ("Chile requested a seat on the board.", "CHL wants None.give"),
    ("Chile wants a say in the running of the dam.", "CHL wants None.give"),
    ("Chile offered Peru a share of the catch.", "CHL wants CHL.give"),
    ("Chile promised Peru a second port.", "CHL wants CHL.give"),
    ("Chile refused Peru a second port.", "CHL wants not CHL.give"),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_what_is_to_be_given_is_an_option(text: str, expected: str) -> None:
    assert wishes(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Chile called on Peru for restraint.",
        "Chile offered Peru its condolences.",
        "Chile promised Peru a swift reply.",
        "Chile asked Peru for patience.",
        "Chile offered Peru friendship.",
    ],
)
def test_what_nobody_hands_over_is_none(text: str) -> None:
    assert wishes(text) == []
