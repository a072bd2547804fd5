"""Short answers, what the writer tells of a party's will, and duties under law."""

import pytest

from .drafts import drafted, options, provisions, wishes

# So that both sides decide something.
_BESIDE = " Somalia refused to withdraw its troops."

# What is refused or accepted stands in the sentence before.
ANSWERED = [
    ("Somalia asked Kenya to reopen the border. Kenya refused.", "KEN: KEN.close"),
    ("Somalia asked Kenya to reopen the border. It refused.", "KEN: KEN.close"),
    ("Somalia asked Kenya to reopen the border. They refused.", "KEN: KEN.close"),
    ("Somalia urged Kenya to reopen the border. The request was rejected.", "KEN: KEN.close"),
    ("Somalia urged Kenya to reopen the border. Kenya agreed.", "KEN: not KEN.close"),
    ("Somalia demanded that Kenya reopen the border. Kenya rejected it.", "KEN: KEN.close"),
]
# Nobody asked the one who answers, or what is answered is told there.
UNANSWERED = [
    "Kenya refused. Somalia asked Kenya to reopen the border.",
    "Somalia asked Kenya to reopen the border. Somalia refused.",
    "Somalia asked Kenya to reopen the border. Kenya declined to comment.",
    "Somalia asked Kenya to reopen the border. Kenya agreed that the talks were useful.",
]


@pytest.mark.parametrize(("text", "wish"), ANSWERED)
def test_a_short_answer_answers_what_was_asked(text: str, wish: str) -> None:
    assert wish in list(wishes(drafted(text + _BESIDE), "stated"))


@pytest.mark.parametrize("text", UNANSWERED)
def test_what_answers_nothing_is_no_wish_of_the_asked(text: str) -> None:
    found = drafted(text + _BESIDE)
    assert "KEN.close" in options(found)
    assert not [wish for wish in wishes(found, "stated") if wish.startswith("KEN")]


TOLD = [
    ("Kenya will reopen the border.", "KEN: not KEN.close"),
    ("Kenya will not reopen the border.", "KEN: KEN.close"),
]


@pytest.mark.parametrize(("text", "wish"), TOLD)
def test_what_a_party_will_do_is_its_wish(text: str, wish: str) -> None:
    assert wish in list(wishes(drafted(text + _BESIDE), "stated"))


def test_what_hangs_on_something_is_no_plain_wish() -> None:
    found = drafted("Kenya will reopen the border if Somalia withdraws its troops.")
    assert "KEN.close" in options(found)
    assert "KEN: not KEN.close" not in list(wishes(found, "stated"))


def test_a_duty_under_law_is_a_provision() -> None:
    found = drafted(
        "Kenya has kept its troops in the valley. Somalia demanded that Kenya withdraw its troops."
        " The treaty obliges Kenya to withdraw its troops. Somalia closed the border."
    )
    assert "KEN.withdraw" in options(found)
    assert provisions(found) == ["KEN.withdraw"]
