"""Does what drafting works out come back from JSON as it was, whatever stands in it?"""

import json
from collections import Counter
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.domain.findings import Finding
from detente.lexicon.acts import Family
from detente.model.drafting.deed import Deed
from detente.model.drafting.hearing import Heard, hear
from detente.model.drafting.laws import Duty
from detente.model.drafting.packing import Untyped, packer, unpacker, written
from detente.model.drafting.pages import Page
from detente.model.drafting.people import people_of
from detente.model.drafting.positions import Gathered, Position, Telling
from detente.model.drafting.summing import Told
from detente.model.drafting.things import Thing
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice

from .drafts import read

# `key` follows from the other fields of a deed.
DEEDS = st.builds(
    Deed,
    family=st.builds(Family),
    thing=st.builds(Thing),
    taken=st.booleans(),
    owner=st.none() | st.text(),
)
st.register_type_strategy(Deed, DEEDS)
# No strength is a number that is not even equal to itself.
st.register_type_strategy(float, st.floats(allow_nan=False))


def again(kind, value):
    return unpacker(kind)(json.loads(written(packer(kind)(value))))


@settings(max_examples=30)
@pytest.mark.parametrize("kind", [Heard, Told, Tie, Duty, Telling, Voice, Finding])
@given(data=st.data())
def test_every_kind_comes_back_with_whatever_is_in_its_fields(kind, data) -> None:
    value = data.draw(st.from_type(kind))
    assert again(kind, value) == value


def test_a_text_cut_within_a_character_comes_back() -> None:
    assert (
        again(Finding, Finding(code="c", severity="info", what="\ud800", fix="")).what == "\ud800"
    )


@dataclass(frozen=True, kw_only=True)
class Newer:
    """A kind with every sort of field that might be added one day."""

    table: dict[str, int] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)
    pairs: tuple[tuple[str, int | None], ...] = ()
    names: frozenset[str] = frozenset()
    deeds: list[Deed] = field(default_factory=list)
    perhaps: Deed | None = None


@given(value=st.builds(Newer))
def test_fields_of_other_sorts_come_back_too(value) -> None:
    assert again(Newer, value) == value


def test_what_no_form_is_known_for_is_refused() -> None:
    with pytest.raises(TypeError, match="no form"):
        packer(complex)
    with pytest.raises(TypeError, match="no form"):
        Untyped(Voice).pack({1j: 2})


UNTYPED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.from_type(Duty),
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text(), inner)
        | st.dictionaries(st.text(), st.integers()).map(Counter)
        | st.sets(st.text())
        | st.frozensets(st.text())
    ),
    max_leaves=10,
)


@given(value=UNTYPED)
def test_values_without_a_type_come_back_of_the_type_they_were(value) -> None:
    kept = Untyped(Heard)
    back = kept.unpack(json.loads(written(kept.pack(value))))
    assert back == value
    assert type(back) is type(value)


def test_all_that_is_gathered_of_texts_has_a_form() -> None:
    readings = [
        read(
            "Peru refused to release the fishermen. Under Chilean law, Santiago said, Chile cannot"
            " reopen its ports until Peru releases the fishermen. Chile demanded a sort of thing.",
            "2024",
        )
    ]
    gathered = Gathered(hear(Page(r), people_of(readings)) for r in readings)
    positions, ties, tellings, others = gathered.parts()
    kept = Untyped(Heard, Position, Tie, Telling)
    back = Gathered.restored(positions, ties, tellings, kept.unpack(kept.pack(dict(others))))
    assert vars(back) == vars(gathered)
    assert list(vars(back)["_positions"]) == list(vars(gathered)["_positions"])
