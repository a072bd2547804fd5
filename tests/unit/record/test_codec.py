"""Does every reading come back as it was?"""

from dataclasses import fields, replace

import cases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain import evidence
from detente.domain.evidence import Reading
from detente.domain.findings import Finding, Place
from detente.record import digests
from detente.record.codec import (
    joined,
    packed,
    reading_from_bytes,
    reading_tree,
    unpacked,
    written,
    written_parts,
)

# Every type that a reading may hold, filled at random from its annotations.
READINGS = st.builds(
    Reading,
    document=st.just(cases.reading(1).document),
    statements=st.lists(
        st.builds(evidence.Statement, content=st.tuples(st.just(evidence.Span(start=1, end=4)))),
        max_size=3,
    ).map(tuple),
    findings=st.lists(st.builds(Finding, where=st.none() | st.builds(Place)), max_size=2).map(
        tuple
    ),
)
st.register_type_strategy(
    evidence.Span,
    st.tuples(st.integers(0, 50), st.integers(0, 50)).map(
        lambda ends: evidence.Span(start=min(ends), end=max(ends))
    ),
)


def there_and_back(reading):
    data = packed(written(reading_tree(reading)).encode())
    return reading_from_bytes(unpacked(data), reading.document)


@given(READINGS)
def test_any_reading_comes_back(reading):
    assert there_and_back(reading) == reading


@given(READINGS)
def test_the_parts_together_are_what_is_written_at_once(reading):
    assert joined(written_parts(reading)) == written(reading_tree(reading))


@pytest.mark.parametrize("date", [None, "2025-12"])
def test_the_content_is_what_is_written_without_the_days(date):
    reading = cases.reading(3)
    reading = replace(
        reading,
        events=(replace(reading.events[0], date=date),),
        findings=(Finding(code="a-b", severity="info", what="it is odd", fix="leave it"),),
    )
    tree = reading_tree(reading)
    del tree["findings"]
    tree["events"] = [
        {name: value for name, value in event.items() if name != "date"} for event in tree["events"]
    ]
    found = digests.reading_content(reading, written_parts(reading))
    assert found == digests.sha256(written(tree).encode())


def test_a_real_shape_comes_back():
    reading = cases.reading(3)
    proposition = reading.statements[0].propositions[0]
    requirement = evidence.Requirement(
        condition=proposition.span,
        consequence=proposition.span,
        benefit=proposition,
        needs=(proposition, proposition),
        ground="law",
    )
    reading = replace(reading, requirements=(requirement,))
    assert there_and_back(reading) == reading


def test_a_field_that_a_newer_program_wrote_is_passed_over():
    reading = cases.reading(3)
    tree = reading_tree(reading)
    tree["invented"] = 1
    tree["statements"][0]["invented"] = {"start": 1}
    assert reading_from_bytes(written(tree).encode(), reading.document) == reading


def test_what_is_at_its_default_takes_no_room():
    assert reading_tree(Reading(document=cases.reading(0).document)) == {}
    names = {field.name for field in fields(evidence.Statement)}
    assert set(reading_tree(cases.reading(0))["statements"][0]) < names


def test_damaged_bytes_are_an_error_of_one_kind():
    with pytest.raises(ValueError, match="decompress"):
        unpacked(b"no such thing")
