"""Is text that nobody wrote to be read got through, in work that grows with its length?

What the rules do is counted in calls of functions, which is the same on any machine.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from detente.domain.evidence import Document
from detente.read import read_documents
from detente.read.grammar.clauses import Passage
from detente.read.grammar.parser import for_parser, parsed
from detente.read.intake.layout import pieces
from detente.read.reader import read_passages

MEGABYTE = 1_000_000


def filled(unit: str) -> Callable[[int], str]:
    """Text of any length made of the same words again and again."""
    return lambda length: (unit * (length // len(unit) + 1))[:length]


RUNS = {
    "one word": filled("a"),
    "emoji": filled("🙂"),
    "combining marks": lambda length: "e" + "\u0301" * (length - 1),
    "letters with marks": filled("e\u0301"),
    "brackets": lambda length: "(" * (length // 2) + ")" * (length // 2),
    "quotation marks": filled("“"),
    "apostrophes": filled("'"),
    "prices": filled("$1"),
    "stops": filled("."),
    "blanks": lambda length: " " * (length - 1) + "x",
    "line ends": lambda length: "\n" * (length - 1) + "x",
    "a link": filled("https://example.org/a?b=c&"),
}
PROSE = {
    "unbalanced quotation marks": filled("Kenya said, “We stay. «Oslo said \"no 'yes „ ‘it left” "),
    "straight quotation marks": filled("\"We stay\" Kenya said. \"We do not' leave. ''It said. "),
    "apostrophes that open": filled("'it was 'said that 'they 'left "),
    "one paragraph": filled("Kenya said the border was open, and Oslo rejected its demand. "),
    "short paragraphs": filled("He said so.\n\n"),
    "commas": filled("Kenya, which, as Somalia, whose, "),
    "nested brackets": filled("(Kenya [said {that "),
    "no end of a sentence": filled("said that he refused to say that "),
    "joined names": filled("and Kenya "),
    "pronouns": filled("He said he left. She told him it was theirs.\n\n"),
    "conditions": filled("if Kenya leaves unless Somalia stays until "),
    "labels": filled("Bell: no. A: yes: "),
}


@pytest.mark.parametrize("shape", RUNS)
def test_a_megabyte_of_no_words_is_got_through(shape: str) -> None:
    text = RUNS[shape](MEGABYTE)
    (reading,) = read_documents([Document(text=text)])
    assert reading.document.text == text
    assert not reading.statements


@pytest.mark.parametrize("mark", ["🙂", "(", "$", "“"])
def test_a_run_without_a_blank_is_one_word_to_the_parser(mark: str) -> None:
    text = f"Oslo said no. {mark * 600} It left."
    plain = for_parser(text)
    assert plain == text.replace(mark, "x").replace("“", '"')
    assert for_parser(mark * 100) == (mark * 100).replace("“", '"')


def work(text: str) -> int:
    """Calls of functions that the rules take for a text, the parser's aside."""
    document = Document(text=text, published="2024-05-06")
    given = ((piece.span.of(text), piece) for piece in pieces(text))
    passages = [Passage(doc, piece.span.start, piece.heading) for doc, piece in parsed(given)]
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_passages(document, passages)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("shape", PROSE)
def test_twice_the_text_is_twice_the_work(shape: str) -> None:
    text = PROSE[shape]
    work(text(500))  # what is loaded once is not counted
    once, twice = work(text(10_000)), work(text(20_000))
    assert twice < 2.3 * once
    # An article takes about 30 calls for a letter.
    assert once < 10_000 * 150
