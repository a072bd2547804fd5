"""Is the inventory of acts whole, and does the thing decide which act a word stands for?"""

import re
from typing import get_args

import pytest

from detente.lexicon.acts import Act, Family, Side, inventory

STOCK = inventory()
ACTS = list(STOCK.acts.values())
# Event types of the PLOVER manual.
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


# --- the table ----------------------------------------------------------------------------


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_an_act_has_a_plover_type_and_a_side(act: Act) -> None:
    assert act.type in PLOVER
    assert act.side in get_args(Side)
    assert act.opposed == (act.side == "drop")


def test_opposites_know_each_other() -> None:
    names = {a.name: {o.name for o in STOCK.opposites(a)} for a in ACTS}
    assert "lift" in names["impose"]
    assert all(name in names[other] for name, others in names.items() for other in others)


@pytest.mark.parametrize("word", sorted({*STOCK.verbs, *STOCK.nouns, *STOCK.alone}))
def test_words_are_lemmas_in_lower_case(word: str) -> None:
    assert word == word.lower().strip()
    assert re.fullmatch(r"[a-z-]+(?: [a-z-]+)*", word)


@pytest.mark.parametrize("name", sorted(STOCK.families))
def test_every_family_has_an_act_that_takes_its_option(name: str) -> None:
    sides = {act.side for act in ACTS if act.family is not None and act.family.name == name}
    # Buying is a family that acquiring is moved to where nobody holds the thing.
    assert "take" in sides or name == "purchase"


@pytest.mark.parametrize("family", STOCK.families.values(), ids=lambda family: family.name)
def test_a_family_says_in_words_what_taking_its_option_does(family: Family) -> None:
    words = family.text.format(object="the thing", member="the member")
    assert words[0].isupper()
    assert "{" not in words
    assert re.fullmatch(r"[a-z_]+|\{object\}", family.option)


def test_a_measure_is_kept_and_a_held_thing_is_ended() -> None:
    assert not [f.name for f in STOCK.families.values() if f.measure and f.held]


@pytest.mark.parametrize("name", sorted(STOCK.classes))
def test_classes_hold_singular_lower_case_nouns(name: str) -> None:
    for word in STOCK.classes[name]:
        assert word == word.lower().strip()
        assert STOCK.is_a(word, name)
    assert not STOCK.is_a("nothing of the kind", name)


def test_one_word_on_one_thing_never_means_both_sides_of_a_family() -> None:
    clashes = []
    for index in (STOCK.verbs, STOCK.nouns):
        for word, acts in index.items():
            for k, one in enumerate(acts):
                for other in acts[k + 1 :]:
                    same = one.family is not None and one.family == other.family
                    overlap = one.objects & other.objects or one.objects == other.objects
                    if same and one.side != other.side and overlap:
                        clashes.append((word, one.name, other.name))
    assert clashes == []


# --- the thing decides ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "thing", "act"),
    [
        ("lift", "sanction", "lift"),
        ("lift", "stone", None),
        ("keep", "tariff", "impose"),
        ("keep", "prisoner", "detain"),
        ("keep", "troop", "deploy"),
        ("close", "border", "close"),
        ("close", "file", None),
        ("open", "border", "open"),
        ("open", "talk", "negotiate"),
        ("resume", "talk", "negotiate"),
        ("suspend", "sanction", "lift"),
        ("suspend", "talk", "walk_out"),
        ("release", "prisoner", "release"),
        ("release", "figure", "share"),
        ("withdraw", "troop", "withdraw"),
        ("withdraw", "sanction", "lift"),
        ("give up", "system", "relinquish"),
        ("recognise", "passport", "recognise"),
        ("recognize", "passport", "recognise"),
        ("admit", "inspector", "admit"),
        ("supply", "gas", "supply"),
        ("sell", "gas", "supply"),
        ("leave", "bloc", "leave"),
        ("walk out of", "talk", "walk_out"),
        ("frown", "border", None),
    ],
)
def test_what_a_verb_means_with_a_thing(verb: str, thing: str, act: str | None) -> None:
    found = STOCK.of_verb(verb, [thing])
    assert (found and found.name) == act


@pytest.mark.parametrize(
    ("noun", "thing", "act"),
    [
        ("removal", "sanction", "lift"),
        ("removal", "troop", "withdraw"),
        ("closure", "border", "close"),
        ("closure", "case", None),
        ("return", "programme", "rejoin"),
        ("return", "prisoner", "release"),
        ("delivery", "gas", "supply"),
        ("picnic", "border", None),
    ],
)
def test_what_a_noun_means_with_a_thing(noun: str, thing: str, act: str | None) -> None:
    found = STOCK.of_noun(noun, [thing])
    assert (found and found.name) == act


@pytest.mark.parametrize(
    ("verb", "who", "act"),
    [("stay", "troop", "deploy"), ("leave", "police", "withdraw"), ("stay", "price", None)],
)
def test_what_a_verb_says_of_its_own_subject(verb: str, who: str, act: str | None) -> None:
    found = STOCK.of_subject(verb, [who])
    assert (found and found.name) == act


def test_a_pronoun_never_makes_an_act_that_only_one_kind_of_thing_allows() -> None:
    found = STOCK.all_of_verb("withdraw", ["§any"])
    assert all(not act.objects for act in found) or len(STOCK.verbs["withdraw"]) == 1


def test_names_are_looked_up_and_a_plain_lemma_is_none() -> None:
    lift = STOCK.act("lift")
    assert lift is not None
    assert lift.name == "lift"
    assert STOCK.act("frown") is None
