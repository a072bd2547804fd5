"""Is a condition found where a sentence says that there is none?"""

import pytest

from .sentences import read

NONE = [
    "Kenya will reopen the border without waiting for the release of the fishermen, it said.",
    "Kenya will reopen the border without a release of the fishermen, it said.",
    "Kenya will reopen the border, with or without the release of the fishermen, it said.",
    "Kenya will reopen the border whether or not Somalia releases the fishermen, it said.",
    "Kenya will reopen the border regardless of whether Somalia releases the fishermen, it said.",
    "Kenya will reopen the border even if Somalia does not release the fishermen, it said.",
    "Kenya no longer makes the reopening of the border conditional on the release of the men.",
    "Kenya does not make the reopening of the border conditional on the release of the men.",
    "The reopening of the border does not depend on the release of the fishermen, Kenya said.",
    "The reopening of the border no longer hinges on the release of the fishermen, Kenya said.",
    "Kenya has stopped linking the reopening of the border to the release of the fishermen.",
]
ONE = [
    "Kenya will not reopen the border without the release of the fishermen, it said.",
    "The border cannot be reopened without the release of the fishermen, Kenya said.",
    "Without the release of the fishermen, Kenya will expel the ambassador.",
    "Kenya makes the reopening of the border conditional on the release of the fishermen.",
    "The reopening of the border depends on the release of the fishermen, Kenya said.",
    "Kenya links the opening of the border to the release of the men, and will not cut that link.",
    "Kenya will not reopen the border until Somalia releases the fishermen, it said.",
    "The reopening of the border depends on whether or not Somalia releases the men, Kenya said.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_link_that_is_denied_is_no_condition(text: str) -> None:
    assert read(text).requirements == ()


@pytest.mark.parametrize("text", ONE)
def test_a_link_that_is_told_is_one(text: str) -> None:
    reading = read(text)
    assert reading.requirements or reading.conditions
