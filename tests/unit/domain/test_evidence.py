"""Are ids what `content_id` makes of the parts, however the parts are written?"""

import pytest

from detente.domain.evidence import (
    Claim,
    Document,
    Event,
    Source,
    Span,
    Statement,
    content_id,
)

ODD = ["plain", 'with "quotes" and \\', "ligne\nsuivante\t\x00\x7f", "Türkiye – “мир” 😀", ""]


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end)


@pytest.mark.parametrize("text", ODD)
def test_an_id_is_of_the_parts_as_json(text: str) -> None:
    event = Event(document=text, span=span(3, 17), act=text, type="COOPERATE")
    claim = Claim(party=text, text="", key=text, support=())
    assert Document(text=text).id == content_id("document", text)
    assert event.id == content_id("event", [text, 3, 17, text])
    assert claim.id == content_id("claim", [text, text])


def test_nobody_is_a_part_too() -> None:
    claim = Claim(party=None, text="", key="asserts: the well is dry", support=())
    assert claim.id == content_id("claim", [None, claim.key])


@pytest.mark.parametrize("source", [None, Source(span=span(0, 4))])
@pytest.mark.parametrize("cue", [None, span(5, 9)])
@pytest.mark.parametrize("content", [(), (span(10, 12),), (span(10, 12), span(20, 31))])
def test_an_id_of_a_statement_is_of_its_places(
    source: Source | None, cue: Span | None, content: tuple[Span, ...]
) -> None:
    made = Statement(
        document='doc "1"',
        source=source,
        cue=cue,
        content=content,
        manner="direct",
        attitude="asserts",
    )
    places = [
        source and [source.span.start, source.span.end],
        cue and [cue.start, cue.end],
        [[piece.start, piece.end] for piece in content],
    ]
    assert made.id == content_id("statement", [made.document, places])
