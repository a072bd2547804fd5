"""Laws of reading that hold for any text, however it is quoted, spelled, broken or mixed."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from detente.domain.evidence import Document, Reading, Span
from detente.domain.shapes import reading_shape
from detente.model.drafting.draft import draft
from detente.read import read_documents

# --- texts that nobody wrote ------------------------------------------------------------

WHO = [
    "Kenya", "Somalia", "Türkiye", "Ankara", "NATO", "The White House", "he", "She", "it",
    "They", "the minister", "Ada Oduya, the Kenyan minister,", "Foreign Minister Şükrü Işık",
    "a senior US official", "traders", "his delegation", "the İzmir envoy", "The system",
]  # fmt: skip
SAYS = [
    "said", "said that", "told Reuters", "told reporters that", "refused to", "ruled out",
    "demanded that", "called on", "accused", "is ready to", "rejected that position",
    "according to", "wrote on X:", "called", "hopes", "did not rule out", ", saying that",
    ", which advocates say", "believes", "agreed to",
]  # fmt: skip
WHAT = [
    "reopen the border", "reopening the border", "Kenya withdraw its troops",
    "Kenya to lift the sanctions", "give up the S 400 system", "the removal unfair",
    "its demand", "release them", "the talks went well",
    "Kenya of closing the border in May 2021", "the closure of the border by Kenya",
    "within months", "the law is clear", "it cannot return to the programme",
    "a ban on goods, imposed in 2020,",
]  # fmt: skip
GLUE = [
    "if it wants to", "unless", "until", "before", "even if", "only if", "while", "without",
    "as long as", "and", "or", "but", "because", "requires", "is a condition for",
    "under the Border Act", ",", ";", ":", ".", ". ", "?", "—", "(", ")", "...",
]  # fmt: skip
MARKS = ["“", "”", "„", "‘", "’", "«", "»", "‹", "›", '"', "'", "''", "``", "「", "」"]
ODD = [
    "🙂", "👩🏽‍🚀", "e\u0301", "I\u0307stanbul", "ıİğĞşŞ", "שלום", "مرحبا بكم", "\u202e", "\u200b",
    "\ufeff", "\x00", "\x07", "\u2028", "\x85", "\u00a0", "\u00ad", "\t", "ﬁ", "中文", "a" * 700,
    "-" * 90, "9" * 40, "$2020", "2020-02-31", "Read also: more", "ISTANBUL, Dec 4 (Agency) —",
    "https://example.org/a?b=c", "#", "@x", "<script>", "{{", "%s", "\\",
]  # fmt: skip
FRAGMENT = st.sampled_from([*WHO, *SAYS, *WHAT, *GLUE, *MARKS, *ODD])
# Half of the sentences are nearly English, so that the rules behind the parser see work.
ENGLISH = st.tuples(*map(st.sampled_from, (WHO, SAYS, WHAT, GLUE, WHO, WHAT))).map(" ".join)
ANYTHING = st.lists(FRAGMENT, max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " ", "  "]).map(lambda between: between.join(parts))
)
QUOTED = st.builds(
    lambda mark, words, other: f"{mark}{words}{other}",
    st.sampled_from(MARKS),
    ENGLISH,
    st.sampled_from(["", *MARKS]),
)
# One choice is any text at all, surrogates excepted: no decoder yields them.
SENTENCE = (
    ENGLISH | QUOTED | ANYTHING | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
)
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=3).map(". ".join)
TEXT = st.builds(
    lambda paragraphs, between: between.join(paragraphs),
    st.lists(PARAGRAPH, max_size=3),
    st.sampled_from(["\n\n", "\n", "\n\n\n"]),
)


def read(text: str) -> Reading:
    (reading,) = read_documents([Document(text=text)])
    return reading


# --- what every reading promises ------------------------------------------------------------


def spans(shape: Any) -> Iterator[dict[str, Any]]:
    """Every part of the JSON that quotes the text."""
    if isinstance(shape, dict):
        if {"start", "end", "text"} <= shape.keys():
            yield shape
        for member in shape.values():
            yield from spans(member)
    elif isinstance(shape, list):
        for member in shape:
            yield from spans(member)


def places(reading: Reading) -> Iterator[Span]:
    """Every span of a reading, those that the JSON does not quote included."""
    for s in reading.statements:
        yield from (s.extent, *s.content)
        yield from (p.span for p in s.propositions)
    yield from (e.span for e in reading.events)
    yield from (d.span for d in reading.dates)
    yield from (m.span for m in reading.mentions)
    for r in reading.requirements:
        yield from (r.condition, r.consequence)


@given(TEXT)
def test_every_span_lies_in_the_text_and_the_json_quotes_it(text: str) -> None:
    reading = read(text)
    for span in places(reading):
        assert 0 <= span.start < span.end <= len(text)
    shape = reading_shape(reading)
    assert json.loads(json.dumps(shape, ensure_ascii=False).encode()) == shape
    for quoted in spans(shape):
        assert quoted["text"] == text[quoted["start"] : quoted["end"]]
    for finding in reading.findings:
        if finding.where is not None and finding.where.start is not None:
            assert finding.where.end is not None
            assert 0 <= finding.where.start < finding.where.end <= len(text)


@given(TEXT)
def test_ids_are_unique_and_what_refers_to_one_finds_it(text: str) -> None:
    reading = read(text)
    above = {s.id: s.inside for s in reading.statements}
    assert len(above) == len(reading.statements)
    assert len({e.id for e in reading.events}) == len(reading.events)
    for s in reading.statements:
        said = {p.id for p in s.propositions}
        assert len(said) == len(s.propositions)
        assert {p.condition for p in s.propositions} <= {None, *said}
        assert {s.inside, s.answers} <= {None, *above}
        assert s.answers != s.id
        assert s.content
    assert {e.statement for e in reading.events} <= {None, *above}
    for r in reading.requirements:
        assert {r.statement, r.ground_statement} <= {None, *above}
    for start in above:
        seen, place = {start}, above[start]
        while place is not None:
            assert place not in seen, "a statement is inside itself"
            seen.add(place)
            place = above[place]


@given(TEXT, TEXT)
def test_a_text_is_read_the_same_again_and_in_company(text: str, other: str) -> None:
    first = read(text)
    assert read(text) == first
    beside = list(read_documents([Document(text=other), Document(text=text)]))
    assert beside[1] == first


def found(reading: Reading, end: int) -> list[tuple[Any, ...]]:
    """Where the statements of a text's beginning stand, as far as that beginning goes.

    A paragraph that opens with a quotation may go on with what the last speaker said: it adds a
    piece to a statement, and moves none.
    """
    return [
        (s.source and s.source.span, s.cue, tuple(c for c in s.content if c.end <= end))
        for s in reading.statements
        if s.extent.start < end
    ]


# A paragraph that is surely one, whatever comes after it.
SURE = st.lists(ENGLISH, min_size=1, max_size=3).map(
    lambda parts: f"It rained. {'. '.join(parts)}."
)


@given(SURE, TEXT)
# A noun inside a denial is no speaker whose words a quotation goes on from.
@example(
    "It rained. Kenya said reopen the border if it wants to Kenya reopen the border. Kenya rejected"
    " that position the law is clear if it wants to Kenya reopen the border.",
    "“Kenya said reopen the border if it wants to Kenya reopen the border. ",
)
def test_what_follows_moves_no_statement_before_it(before: str, after: str) -> None:
    alone, followed = read(before), read(f"{before}\n\n{after}")
    assert found(followed, len(before)) == found(alone, len(before))


# --- what every draft promises --------------------------------------------------------------


@given(st.lists(TEXT, max_size=2))
def test_a_draft_rests_on_what_was_read(texts: list[str]) -> None:
    readings = [read(text) for text in texts]
    made = draft(readings)
    known = {s.id for r in readings for s in r.statements}
    known |= {e.id for r in readings for e in r.events} | {r.document.id for r in readings}
    assert {i for claim in made.claims for i in (*claim.support, *claim.oppose)} <= known
    known |= {claim.id for claim in made.claims}
    resting = [x.because for x in (*made.expectations, *made.third_parties)]
    if made.dispute is not None:
        resting.append(made.dispute.because)
        resting += [o.because for p in made.dispute.parties for o in p.options]
        resting += [w.because for p in made.dispute.parties for w in p.preferences]
        resting += [law.because for law in made.dispute.provisions]
        names = {name for name, _, _ in made.dispute.named_options()}
        assert set(made.dispute.status_quo or ()) <= names
    assert {i for ids in resting for i in ids} <= known
    assert {i for conflict in made.conflicts for i in conflict.claims} <= known
    assert all(finding.what and finding.fix for finding in made.findings)
