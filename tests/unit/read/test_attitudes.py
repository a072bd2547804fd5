"""Does a statement take on the attitude of what it says, where its cue leaves that open?"""

import pytest

from detente.domain.evidence import Document, Statement
from detente.read import read_documents


def first(text: str) -> Statement:
    (reading,) = read_documents([Document(text=text)])
    return reading.statements[0]


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("Norway said it would never open the fjord to Russian ships.", "refuses"),
        ("“We will not hand over the archive,” the Polish minister said.", "refuses"),
        ("Oslo said the matter was out of the question.", "refuses"),
        ("Kenya said it would release the two drivers on Friday.", "promises"),
        ("Kenya said it would impose tariffs on Somali fish.", "threatens"),
        (
            "Kenya said it would release the drivers only if Somalia paid for the trucks.",
            "conditions",
        ),
        ("Kenya said Somalia must open the crossing at once.", "demands"),
        ("“Open the crossing now,” Kenya's president told Somalia.", "demands"),
        ("The Danish minister said: “That is a lie.”", "denies"),
        ("Kenya said the talks would resume in June.", "expects"),
        ("Kenya said the talks had resumed in June.", "asserts"),
        ("Peru believes the talks will fail.", "expects"),
        ("Peru believes the buoys were moved.", "asserts"),
        ("Ankara warned that it would close the strait unless the raids stopped.", "threatens"),
    ],
)
def test_attitude_of_what_is_said(text: str, attitude: str) -> None:
    assert first(text).attitude == attitude


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that it would open the fjord.",
        "Norway demanded that Russia would leave.",
        "Norway hopes the talks will resume.",
        "Norway offered to open the fjord.",
    ],
)
def test_a_cue_that_says_it_itself_is_left_alone(text: str) -> None:
    statement = first(text)
    assert statement.cue_attitude is None
    assert statement.by_cue == statement.attitude


def test_what_the_cue_said_alone_stays_known() -> None:
    statement = first("Norway said it would never open the fjord to Russian ships.")
    assert (statement.attitude, statement.by_cue) == ("refuses", "asserts")


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("Norway gave no pledge to open the fjord.", "refuses"),
        ("Norway has yet to agree to open the fjord.", "refuses"),
        ("Norway stopped short of promising to open the fjord.", "refuses"),
        ("Norway pledged to open the fjord.", "promises"),
    ],
)
def test_what_is_withheld_is_refused(text: str, attitude: str) -> None:
    assert first(text).attitude == attitude
