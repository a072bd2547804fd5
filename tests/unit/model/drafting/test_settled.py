"""What was asked for and has been done since is no option any more."""

import pytest

from .drafts import drafted, options

FIRST = "Somalia demanded that Kenya {}. Kenya demanded that Somalia release the fishermen."
LATER = " Somalia demanded that Kenya reopen the border. Kenya demanded the fishermen's release."
DONE = [
    ("hand over the report", "Kenya handed over the report on Monday."),
    ("hand over the report", "Kenya has handed over the report, Somalia confirmed on Friday."),
    ("pay compensation", "Kenya has paid the compensation."),
]
NOT_DONE = [
    ("hand over the report", "Kenya will hand over the report, its minister said."),
    (
        "pay compensation",
        "Somalia said Kenya has paid nothing. It wants Kenya to pay compensation.",
    ),
]


@pytest.mark.parametrize(("asked", "then"), DONE, ids=[then for _, then in DONE])
def test_what_was_done_is_no_option(asked: str, then: str) -> None:
    found = set(options(drafted(FIRST.format(asked), then + LATER)))
    assert found == {"KEN.close", "SOM.release"}


@pytest.mark.parametrize(("asked", "then"), NOT_DONE, ids=[t for _, t in NOT_DONE])
def test_what_was_not_done_is_one(asked: str, then: str) -> None:
    found = set(options(drafted(FIRST.format(asked), then + LATER)))
    assert found > {"KEN.close", "SOM.release"}
