"""Highlights overlap, nest and touch, and never move or lose a character."""

from hypothesis import given
from hypothesis import strategies as st

from detente.brief.forms.highlight import Layer, layers, paragraphs
from detente.domain.evidence import Span

TEXT = "💧 İpek said “no”.\n\nÇağlar’ın sözü: iğne 👩‍👩‍👧 ok\nend"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
ROLES = st.sampled_from(["content", "source", "cue", "event", "proposition"])
LAYERS = st.lists(
    st.builds(
        lambda owner, role, span: Layer(owner, role, Span(start=span[0], end=span[1])),
        st.sampled_from("abc"),
        ROLES,
        SPANS,
    ),
    max_size=8,
)


@given(found=LAYERS)
def test_pieces_put_together_are_the_text(found):
    lines = ["".join(piece.text for piece in line) for line in paragraphs(TEXT, found)]
    assert lines == [line for line in TEXT.split("\n") if line.strip()]


@given(found=LAYERS)
def test_each_layer_covers_exactly_its_words(found):
    for number, layer in enumerate(found):
        alone = Layer(f"own{number}", layer.role, layer.span)
        cut = [p for line in paragraphs(TEXT, [*found, alone]) for p in line]
        covered = "".join(piece.text for piece in cut if alone.owner in piece.owners)
        assert covered == layer.span.of(TEXT).replace("\n", "")


@given(found=LAYERS)
def test_an_owner_opens_once_and_where_it_first_covers_something(found):
    seen: list[str] = []
    for line in paragraphs(TEXT, found):
        for piece in line:
            assert set(piece.opens) == set(piece.owners) - set(seen)
            seen += piece.opens
    assert len(seen) == len(set(seen))


def test_nested_content_is_deeper():
    found = [
        Layer("outer", "content", Span(start=2, end=18)),
        Layer("inner", "content", Span(start=12, end=18)),
    ]
    first = next(iter(paragraphs(TEXT, found)))
    assert [piece.depth for piece in first] == [0, 1, 2]
    assert first[2].text == "“no”."[:5] or first[2].owners == ("outer", "inner")


def test_every_part_of_a_statement_is_a_layer(water):
    reading = water.readings[0]
    roles = {(layer.owner, layer.role) for layer in layers(reading)}
    treaty = reading.statements[0]
    assert {(treaty.id, role) for role in ("source", "cue", "content")} <= roles
    assert (treaty.propositions[0].id, "proposition") in roles
    assert {(event.id, "event") for event in reading.events} <= roles
