"""Are quotations of every convention found, and nothing else taken for one?"""

import pytest

from detente.domain.evidence import Span
from detente.read.grammar.quotes import is_speech, quotations

from .sentences import cases, content, read

FOUND = [
    ("He said, “We stay here.”", ["“We stay here.”"]),
    ('He said, "We stay here."', ['"We stay here."']),
    ("He said, «We stay here».", ["«We stay here»"]),
    ("He said, „We stay here“.", ["„We stay here“"]),
    ("He said, „We stay here”.", ["„We stay here”"]),
    ("He said, »We stay here«.", ["»We stay here«"]),
    ("He said, ‘We stay here.’", ["‘We stay here.’"]),
    ("He said, 'We stay here.'", ["'We stay here.'"]),
    ("He said, ''We stay here.''", ["''We stay here.''"]),
    ("He said, ``We stay here.''", ["``We stay here.''"]),
    ("“We stay,” he said, “until they go.”", ["“We stay,”", "“until they go.”"]),
    ('"We stay," he said, "until they go."', ['"We stay,"', '"until they go."']),
    ("He said, “Their ‘offer’ is none.”", ["“Their ‘offer’ is none.”"]),
    ("He said, ‘Their “offer” is none.’", ["‘Their “offer” is none.’"]),
    ("He said, ‘They don’t want us to go.’", ["‘They don’t want us to go.’"]),
    ("He said, “We stay. And so on", ["“We stay. And so on"]),
    ('He said, "We stay. And so on', ['"We stay. And so on']),
    ("The talks (“a waste of time”) ended.", ["“a waste of time”"]),
    ('The talks ("a waste of time") ended.', ['"a waste of time"']),
    ('An offer—"a last one," he said—came.', ['"a last one,"']),
    ("The ministers’ talks don’t matter, and the ’90s are over.", []),
    ("The minister's talks don't matter to the ministers' friends.", []),
    ('A 24" pipe and a 30" one cross the border.', []),
    ("No marks at all.", []),
    ("", []),
    ("”", []),
    ("“", ["“"]),
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(("text", "expected"), cases(FOUND, KNOWN))
def test_quotations_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == expected


def test_offsets_are_into_the_document() -> None:
    (found,) = quotations("Ada: “We stay here.”", start=100)
    assert found == Span(start=105, end=120)


def test_an_unclosed_quotation_ends_where_the_words_do() -> None:
    text = "He said, “We stay  \n "
    assert [span.of(text) for span in quotations(text)] == ["“We stay"]


@pytest.mark.parametrize(
    ("text", "speech"),
    [("“peace”", False), ("“special operation”", False), ("“We will stay”", True)],
)
def test_one_or_two_words_in_marks_are_no_speech(text: str, speech: bool) -> None:
    assert is_speech(text, Span(start=0, end=len(text))) is speech
    longer = f"A so-called {text}"
    assert is_speech(longer, Span(start=12, end=12 + len(text))) is speech


# --- in a text -------------------------------------------------------------------------

QUOTED = [
    ("“We will not leave the island,” the Greek minister said.", "“We will not leave the island,”"),
    ('"We will not leave the island," the Greek minister said.', '"We will not leave the island,"'),
    ("«We will not leave the island», the Greek minister said.", "«We will not leave the island»"),
    ("‘We will not leave the island,’ the Greek minister said.", "‘We will not leave the island,’"),
    ("„We will not leave the island“, the Greek minister said.", "„We will not leave the island“"),
    (
        "The Greek minister said: “We will not leave the island.”",
        "“We will not leave the island.”",
    ),
    (
        "“We have a map,” the Greek minister said. “It is a very old map.”",
        "“We have a map,”|“It is a very old map.”",
    ),
    (
        "“We have a map,” the Greek minister said, “and it is very old.”",
        "“We have a map,”|“and it is very old.”",
    ),
]


@pytest.mark.parametrize(("text", "expected"), cases(QUOTED, {}))
def test_a_quotation_is_direct_whatever_its_marks(text: str, expected: str) -> None:
    reading = read(text)
    assert [content(s, reading) for s in reading.statements] == [expected]
    assert [s.manner for s in reading.statements] == ["direct"]
    assert [s.source and s.source.party for s in reading.statements] == ["GRC"]


def test_a_word_held_at_arms_length_is_not_quoted_speech() -> None:
    reading = read("The Greek minister said that the “peace” offer was a trap.")
    assert [s.manner for s in reading.statements] == ["indirect"]


GONE_ON = "“It will be ours when we are gone.”"
CONTINUED = [
    (f"“The island is ours,” the Greek minister said. “It was ours in 1821.\n\n{GONE_ON}",),
    (f"“The island is ours and will stay ours,” the Greek minister said.\n\n{GONE_ON}",),
]


@pytest.mark.parametrize(("text",), cases(CONTINUED, {}))
def test_a_quotation_goes_on_in_the_next_paragraph(text: str) -> None:
    reading = read(text)
    owners = [
        s.source and s.source.party for s in reading.statements if GONE_ON in content(s, reading)
    ]
    assert owners == ["GRC"]
