"""Whose a thing is by the nation that its words name."""

import pytest

from .drafts import drafted, options

WITHDRAWN = [
    "Kenya would reopen its embassy as soon as the last Somali soldier left, its minister said.",
    "Kenya wants Somali troops withdrawn. Ethiopia called on Kenya to reopen the border.",
    "Kenya will reopen its embassy if Somali soldiers are withdrawn.",
]


@pytest.mark.parametrize("text", WITHDRAWN)
def test_soldiers_are_withdrawn_by_their_own_state(text: str) -> None:
    found = set(options(drafted(text)))
    assert "SOM.withdraw" in found
    assert {"KEN.withdraw", "ETH.withdraw"}.isdisjoint(found)


def test_nobody_bans_its_own_goods() -> None:
    found = drafted(
        "Kenya banned imports of Somali bananas. If it does not lift the ban, imports of Kenyan"
        " flowers will be prohibited, Somalia's trade minister said."
    )
    assert found.dispute is not None
    texts = {name: option.text for name, _, option in found.dispute.named_options()}
    assert "flowers" not in texts["kenya.ban"]
