"""Is notice given beforehand told from other words that are passed on?"""

import pytest

from .sentences import read

GIVEN = [
    "Kenya asked Uganda to give notice before opening the gates.",
    "Kenya asked Uganda to inform it in advance of any flights.",
    "Kenya said Uganda must give it a week's notice.",
    "Uganda agreed to notify Kenya before it opens the gates.",
    "Uganda will provide prior notification of drills, it said.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_notice_is_given(text: str) -> None:
    assert "notify" in {p.act for s in read(text).statements for p in s.propositions}


OTHERS = [
    "Uganda said it would tell Kenya the truth.",
    "Kenya said it had informed Uganda of the accident.",
    "Kenya agreed to give Uganda the money.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_no_notice_is_given(text: str) -> None:
    assert "notify" not in {p.act for s in read(text).statements for p in s.propositions}
