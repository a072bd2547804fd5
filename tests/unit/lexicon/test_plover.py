"""Are the words of events whole, and does what stands beside them decide their type?"""

import re
import tomllib
from importlib.resources import files

import pytest

from detente.lexicon.acts import inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.plover import COOPERATIVE, MATERIAL, TYPES, Coding, country_of, plover

STOCK = plover()
CODINGS = [c for table in (STOCK.verbs, STOCK.nouns) for codings in table.values() for c in codings]
DATA = files("detente.lexicon").joinpath("data")


def test_every_type_is_plovers() -> None:
    assert {c.type for c in CODINGS} - {""} <= TYPES
    assert {s.type for s in STOCK.stances.values()} - {""} <= TYPES
    assert COOPERATIVE <= TYPES
    assert MATERIAL <= TYPES


def test_every_type_has_words() -> None:
    assert {c.type for c in CODINGS} >= TYPES


def test_every_act_of_the_inventory_has_a_type_of_plovers() -> None:
    assert {act.type for act in inventory().acts.values()} <= TYPES


@pytest.mark.parametrize("word", sorted({*STOCK.verbs, *STOCK.nouns, *STOCK.stances}))
def test_words_are_lemmas(word: str) -> None:
    assert re.fullmatch(r"[a-zé-]+(?: [a-zé-]+)*", word)


def test_nothing_without_a_type_takes_any_object() -> None:
    assert all(c.objects for c in CODINGS if not c.type)


@pytest.mark.parametrize(
    ("verb", "thing", "kind"),
    [
        ("lift", "ban", "CONCEDE"),
        ("lift", "blockade", "RETREAT"),
        ("impose", "sanction", "SANCTION"),
        ("impose", "curfew", "COERCE"),
        ("withdraw", "troop", "RETREAT"),
        ("withdraw", "ambassador", "SANCTION"),
        ("suspend", "aid", "SANCTION"),
        ("seize", "town", None),
        ("seize", "passport", "COERCE"),
        ("seize", "§place", "ASSAULT"),
        ("send", "troop", "MOBILIZE"),
        ("send", "peacekeeper", "AID"),
        ("release", "report", ""),
    ],
)
def test_the_thing_decides(verb: str, thing: str, kind: str | None) -> None:
    found = STOCK.limited(verb, [thing])
    if kind is None:
        assert found is not None
    else:
        assert found is not None
        assert found.type == kind


def test_what_is_announced_is_a_promise_or_a_threat() -> None:
    assert Coding(type="AID").cooperative
    assert not Coding(type="AID").harmful
    assert Coding(type="SANCTION").harmful
    # Troops are sent to help, too.
    assert not Coding(type="MOBILIZE").harmful


def test_towns_are_in_known_states() -> None:
    towns = tomllib.loads(DATA.joinpath("places.toml").read_text("utf-8"))["towns"]
    assert [code for code in towns if gazetteer().by_code(code) is None] == []
    names = [name for names in towns.values() for name in names]
    assert len(names) == len(set(names))
    assert country_of("Mombasa") == "KEN"
    assert country_of("Atlantis") is None


def test_a_town_is_no_name_of_another_state() -> None:
    towns = tomllib.loads(DATA.joinpath("places.toml").read_text("utf-8"))["towns"]
    for code, names in towns.items():
        for name in names:
            known = gazetteer().by_name(name)
            assert known is None or known.code == code, name
