"""Do letters fold together that people take for one, and only for search?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.folding import LONGEST, fold, words


@pytest.mark.parametrize(
    "alike",
    [
        ("Erdoğan", "Erdogan", "ERDOGAN", "ERDOĞAN", "erdog\u0306an"),
        ("İzmir", "izmir", "IZMIR", "ızmır", "IZMİR"),
        ("Türkiye", "TURKIYE", "Turkiye", "TÜRKİYE"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("Æthelstan", "aethelstan"),
        ("ﬁnance", "finance"),
        ("Ελλάδα", "ΕΛΛΆΔΑ", "Ελλαδα"),
    ],
)
def test_spellings_of_one_name_fold_alike(alike):
    assert len({fold(name) for name in alike}) == 1


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("the F-35s, by 2025", "the f 35s by 2025"),
        ("Türkiye’s S‑400", "turkiye s s 400"),
        ("under_score", "under score"),
        ("", ""),
        ("…!?", ""),
        ("漢字 и кириллица", "漢字 и кириллица"),
        ("a" * 500, "a" * LONGEST),
    ],
)
def test_words_of_a_text(text, folded):
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_places_are_those_of_the_words_in_the_text(text):
    found = list(words(text))
    assert " ".join(word.folded for word in found) == fold(text)
    for word in found:
        assert fold(text[word.start : word.end]) == word.folded


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=60))
def test_plain_letters_take_the_same_way_as_others(text):
    assert fold(text) == fold(f"{text} é").removesuffix("e").removesuffix(" ")
