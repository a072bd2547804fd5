"""Whose people "may" do something on a condition: another lets them."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import read


def heard(text: str) -> set[str]:
    """Ties as "act thing requires owner act thing"."""
    (page,) = listen([read(text)]).heard
    return {
        f"{t.benefit.act} {t.benefit.thing.words} requires {n.owner} {n.act} {n.thing.words}"
        for t in page.ties
        for n in t.needs
    }


@pytest.mark.parametrize(
    "text",
    [
        "Peru will lift the ban on condition that its vets may read the records in Chile, it said.",
        "Peru will lift the ban if its vets may read the records in Chile, its minister said.",
        "Unless its vets may read the records in Chile, Peru will not lift the ban, it said.",
    ],
)
def test_another_lets_them(text: str) -> None:
    tie = "lift ban requires None let_do permission to read the records in Chile"
    assert tie in heard(text)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Peru will lift the ban on condition that Chile frees the crew, it said.", "lift ban"),
        ("Peru will admit the inspectors on the understanding that Chile frees the crew, it said.",
         "admit inspectors"),
    ],
)  # fmt: skip
def test_a_condition_is_no_part_of_the_thing(text: str, given: str) -> None:
    assert f"{given} requires CHL release crew" in heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's vets may read the records in Chile, its minister said.",
        "Peru said that its minister may read the letter on Monday.",
    ],
)
def test_who_may_do_something_by_himself_is_let_by_nobody(text: str) -> None:
    (page,) = listen([read(text)]).heard
    assert "let_do" not in {v.deed.act for v in page.voices}
