"""Threats in case nothing comes of what was asked before: "if nothing has changed by May"."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import read

ASKED = [
    "Peru demanded that Chile free the sailors.",
    "Peru called on Chile to free the sailors.",
    "Peru appealed to Chile to free the sailors.",
    "Peru wants Chile to free the sailors.",
    "“Chile must free the sailors,” Peru's minister said.",
]
AWAITED = [
    "If nothing has changed by May, Peru will close the bridge, its minister said.",
    "If nothing happens by May, Peru will close the bridge, its minister said.",
    "Should nothing happen, the bridge will be closed in May, Peru's minister said.",
    "Unless something changes before Friday, she added, Peru would close the bridge.",
    "If nothing is done, Peru will close the bridge, its minister said.",
]


def tied(text: str) -> set[str]:
    """Each tie of a text as "act requires owner act"."""
    (heard,) = listen([read(text)]).heard
    return {f"{t.benefit.act} requires {n.owner} {n.act}" for t in heard.ties for n in t.needs}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("awaited", AWAITED)
def test_what_was_asked_is_what_is_to_happen(asked: str, awaited: str) -> None:
    assert tied(f"{asked} {awaited}") == {"close requires CHL release"}


def test_of_verbs_with_one_form_what_is_demanded_was_not_done() -> None:
    told = "Peru demanded that Chile cut the price of tin. If not, Peru will close the bridge."
    assert "close requires CHL reduce" in tied(told)


@pytest.mark.parametrize(
    "text",
    [
        "If nothing changes in the weather, the ferry will sail on Monday, Peru's minister said.",
        "Peru closed the bridge in May. Nothing has changed since, its minister said.",
    ],
)
def test_where_nothing_is_asked_nothing_hangs_on_it(text: str) -> None:
    assert not tied(text)
