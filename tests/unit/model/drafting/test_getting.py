"""What is waited for till somebody has it is for another to give: "until it has a guarantee"."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import drafted, read, wishes


def tied(text: str) -> set[str]:
    """Each tie of a text as "act requires owner act"."""
    (heard,) = listen([read(text)]).heard
    return {f"{t.benefit.act} requires {n.owner} {n.act}" for t in heard.ties for n in t.needs}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Peru will not free the ship until it has a pledge from Chile.", "CHL provide"),
        ("Peru will not free the ship unless it gets Chile's written promise.", "CHL provide"),
        ("Peru will not free the ship before it has secured a guarantee.", "None provide"),
        ("Peru will free the ship once it has received the files from Chile.", "CHL share"),
        ("Peru will free the ship as soon as it has the data on the catch.", "None share"),
    ],
)
def test_what_is_had_was_given(text: str, tie: str) -> None:
    assert f"free requires {tie}" in tied(f"{text[:-1]}, its minister said.")


@pytest.mark.parametrize(
    "text",
    [
        "If Peru has evidence, it will free the ship, its minister said.",
        "Peru will free the ship when it has money, its minister said.",
        "Peru freed the ship after it had received the files from Chile.",
        "Peru has Chile's promise, its minister said.",
    ],
)
def test_what_somebody_only_has_is_not_waited_for(text: str) -> None:
    assert not {tie for tie in tied(text) if "provide" in tie or "share" in tie}


def test_what_is_waited_for_is_the_others_option() -> None:
    found = drafted(
        "Peru will not extradite the banker until it has a written guarantee that he will be"
        " treated in hospital, its minister said. Chile wants the banker extradited. Chile will"
        " give no guarantee, its minister said."
    )
    assert "PER: PER.extradite requires CHL.give" in set(wishes(found))
    assert "CHL: not CHL.give" in set(wishes(found))
