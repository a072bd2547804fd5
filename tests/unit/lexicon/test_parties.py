"""Are the right parties found, at the right places, and is what is found theirs alone?"""

import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.domain.evidence import Kind
from detente.errors import InputError
from detente.lexicon.parties import Gazetteer, Match, gazetteer

GAZETTEER = gazetteer()
TABLES: dict[str, Any] = dict(GAZETTEER._layers[0])
STATES: list[dict[str, Any]] = TABLES["state"]
ORGANISATIONS: list[dict[str, Any]] = TABLES["organisation"]
BODIES: list[dict[str, Any]] = TABLES["body"]
SPELLED = ("name", "names", "demonyms", "capital", "capital_names", "seats")


def spellings(table: dict[str, Any]) -> set[str]:
    values = [table.get(key, []) for key in SPELLED]
    return {word for value in values for word in ([value] if isinstance(value, str) else value)}


def seen(text: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.form, m.party.code) for m in GAZETTEER.find(text)]


def one(text: str) -> Match:
    (match,) = GAZETTEER.find(text)
    return match


# --- the tables


def test_every_member_of_the_united_nations_is_there() -> None:
    assert sum(state.get("standing", "member") == "member" for state in STATES) == 193


@pytest.mark.parametrize("code", ["TWN", "XKX", "PSE", "VAT", "XNC", "ESH"])
def test_states_that_are_no_members_are_there(code: str) -> None:
    party = GAZETTEER.by_code(code)
    assert party is not None
    assert party.standing in {"observer", "claimant"}


def test_codes_of_states_have_the_shape_of_iso() -> None:
    assert not [s["code"] for s in STATES if not re.fullmatch("[A-Z]{3}", s["code"])]


@pytest.mark.parametrize("key", ["code", "id"])
def test_no_two_parties_share_a_code_or_id(key: str) -> None:
    values = [getattr(party, key) for party in GAZETTEER.parties]
    assert len(values) == len(STATES) + len(ORGANISATIONS)
    assert len(set(values)) == len(values)


def test_ids_can_be_written_in_a_dispute_file() -> None:
    assert not [p.id for p in GAZETTEER.parties if not re.fullmatch("[a-z][a-z0-9_]*", p.id)]


def test_a_word_belongs_to_one_party_unless_each_marks_it_ambiguous() -> None:
    owners = defaultdict(list)
    for table in [*STATES, *ORGANISATIONS]:
        for word in spellings(table):
            owners[word].append((table["code"], word in table.get("ambiguous", [])))
    for table in BODIES:
        for word in table["names"]:
            owners[word].append((table["state"], word in table.get("ambiguous", [])))
    shared = {word: who for word, who in owners.items() if len(who) > 1}
    assert set(shared) == {"Brussels"}
    assert all(ambiguous for who in shared.values() for _, ambiguous in who)
    assert not set(TABLES["not_parties"]) & set(owners)


def test_a_word_is_listed_once_in_its_table() -> None:
    for table in [*STATES, *ORGANISATIONS]:
        for key in ("names", "demonyms", "capital_names", "seats", "ambiguous"):
            assert len(set(table.get(key, []))) == len(table.get(key, [])), (table["code"], key)


def test_every_state_has_a_capital_and_a_demonym() -> None:
    assert not [s["code"] for s in STATES if not s.get("capital") or not s.get("demonyms")]


def test_marked_words_are_words_of_that_table() -> None:
    for table in [*STATES, *ORGANISATIONS, *BODIES]:
        marked = {*table.get("ambiguous", []), *table.get("ordinary", [])}
        words = set(table["names"]) if "state" in table else spellings(table)
        assert marked <= words, table


def test_what_tables_refer_to_exists() -> None:
    assert all(GAZETTEER.by_code(o["part_of"]) for o in ORGANISATIONS if "part_of" in o)
    assert all(GAZETTEER.by_code(body["state"]) for body in BODIES)
    assert {party.kind for party in GAZETTEER.parties} <= set(get_args(Kind))


def test_a_title_is_listed_once() -> None:
    words = [word for title in TABLES["title"] for word in title["words"]]
    assert len(set(words)) == len(words)
    assert all(title["words"] for title in TABLES["title"])
    assert {title["rank"] for title in TABLES["title"]} == {1, 2, 3, 4, 5, 6, 7}


def test_every_spelling_is_found_as_a_whole() -> None:
    for spelling, meaning in GAZETTEER._meanings.items():
        found = GAZETTEER.find(f"({spelling})")
        if meaning.party is None:
            assert found == (), spelling
        else:
            assert [(m.text, m.party) for m in found] == [(spelling, meaning.party)]


# --- finding


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("North Korea", "PRK"),
        ("South Sudan", "SSD"),
        ("Democratic Republic of the Congo", "COD"),
        ("Republic of the Congo", "COG"),
        ("Papua New Guinea", "PNG"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("People's Republic of China", "CHN"),
        ("Republic of China", "TWN"),
        ("Northern Cyprus", "XNC"),
        ("Turkish Cypriots", "XNC"),
        ("Dominican Republic", "DOM"),
        ("Nigerien", "NER"),
        ("North Macedonia", "MKD"),
        ("South Ossetian", "XSO"),
        ("UN Security Council", "UNSC"),
        ("Islamic Revolutionary Guard Corps", "IRN"),
        ("The Washington Post", "Washington Post"),
        ("Organization of American States", "OAS"),
    ],
)
def test_the_longest_name_wins(text: str, code: str) -> None:
    match = one(f"Talks with the {text} went on.")
    assert (match.text, match.party.code) == (text, code)


@pytest.mark.parametrize(
    "text",
    [
        "New Mexico",
        "the South China Sea",
        "Latin American markets",
        "the Paris Agreement",
        "a Turkish delight",
        "Chadwick",
        "UNITA",
        "U.S.S.R.",
        "X-ray".lower(),
        "Indiana",
        "Ukraine2024",
        "pre_US_era",
        "tell us who may",
    ],
)
def test_what_only_looks_like_a_party_is_none(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ankara", ("Ankara", "capital", "TUR")),
        ("Washington", ("Washington", "capital", "USA")),
        ("Washington, D.C.", ("Washington, D.C.", "capital", "USA")),
        ("the White House", ("White House", "seat", "USA")),
        ("the Kremlin", ("Kremlin", "seat", "RUS")),
        ("the Elysee", ("Elysee", "seat", "FRA")),
        ("the Quai d’Orsay", ("Quai d’Orsay", "seat", "FRA")),
        ("Turkish", ("Turkish", "demonym", "TUR")),
        ("the Knesset", ("Knesset", "body", "ISR")),
        ("Congress", ("Congress", "body", "USA")),
        ("Nato", ("Nato", "organisation", "NATO")),
        ("Brussels", ("Brussels", "seat", "EU")),
        ("Vatican City", ("Vatican City", "name", "VAT")),
        ("on X", ("X", "organisation", "X")),
    ],
)
def test_the_form_says_how_the_party_is_named(text: str, found: tuple[str, str, str]) -> None:
    assert seen(text) == [found]


def test_new_york_is_no_capital() -> None:
    assert seen("in New York") == []


@pytest.mark.parametrize("name", ["US", "U.S.", "U.S", "USA", "U.S.A.", "United States", "America"])
def test_the_united_states_go_by_many_names(name: str) -> None:
    assert seen(f"The {name}-led talks") == [(name, "name", "USA")]


@pytest.mark.parametrize("text", ["She told O\nGlobo.", "She told O  Globo.", "She told O Globo"])
def test_a_name_that_begins_with_a_single_letter_is_found_across_any_space(text: str) -> None:
    assert one(text).text.split() == ["O", "Globo"]


@pytest.mark.parametrize("text", ["on X, she wrote", "on X", "X"])
def test_a_name_may_be_a_single_letter(text: str) -> None:
    assert one(text).text == "X"


def test_an_abbreviation_at_the_end_keeps_its_point() -> None:
    assert one("It was built in the U.S.").text == "U.S."


def test_names_in_capitals_are_found() -> None:
    assert seen("NORTH KOREA, TÜRKİYE AND TURKIYE") == [
        ("NORTH KOREA", "name", "PRK"),
        ("TÜRKİYE", "name", "TUR"),
        ("TURKIYE", "name", "TUR"),
    ]


def test_where_all_is_in_capitals_us_and_who_are_ambiguous() -> None:
    headline = "WHO WILL TELL US?\nThe WHO told the US."
    assert [(m.text, m.ambiguous) for m in GAZETTEER.find(headline)] == [
        ("WHO", True),
        ("US", True),
        ("WHO", False),
        ("US", False),
    ]


@pytest.mark.parametrize("name", ["Georgia", "Jordan", "Chad", "Congo", "Male", "X", "Brussels"])
def test_names_that_are_also_something_else_are_marked(name: str) -> None:
    assert one(f"He saw {name} again.").ambiguous


@pytest.mark.parametrize("name", ["Turkey", "Washington", "Cuba", "Russian", "NATO", "China"])
def test_other_names_are_not_marked(name: str) -> None:
    assert not one(f"He saw {name} again.").ambiguous


@pytest.mark.parametrize("after", ["'s", "’s", "'", ".", ",", "-led", "–", ")"])
def test_a_possessive_and_signs_stay_outside(after: str) -> None:
    assert one(f"Turkey{after} turn").text == "Turkey"


@pytest.mark.parametrize(
    "before", ["İıĞŞ ", "🇹🇷🕊️ ", "\u202bعربي\u202c ", "e\u0301 ", "\ufeff", "“"]
)
def test_offsets_count_code_points(before: str) -> None:
    text = f"{before}Türkiye’s talks 🎉 with the U.S."
    assert [text[m.start : m.end] for m in GAZETTEER.find(text)] == ["Türkiye", "U.S."]
    assert GAZETTEER.find(text)[0].start == len(before)


def test_a_name_with_letters_taken_apart_is_found_where_it_stands() -> None:
    apart = unicodedata.normalize("NFD", "In Türkiye.")
    assert one(apart).text == apart[3:-1]


@pytest.mark.parametrize("gap", ["\n", "  ", "\u00a0", " \n  "])
def test_a_name_may_be_broken_over_lines_but_not_over_paragraphs(gap: str) -> None:
    assert one(f"in South{gap}Sudan").party.code == "SSD"
    assert seen("South\n\nSudan") == [("Sudan", "name", "SDN")]


@settings(deadline=None)
@given(st.lists(st.sampled_from([*list(GAZETTEER._meanings), "’s", "🕊", "\n", " ", "-", ".", "x"])))
def test_matches_are_in_order_apart_and_where_they_say(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for match in GAZETTEER.find(text):
        assert end <= match.start < match.end
        assert text[match.start : match.end] == match.text
        end = match.end


@settings(deadline=None)  # the first example pays for building the patterns
@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    GAZETTEER.find(text)
    GAZETTEER.title_in(text)
    GAZETTEER.by_name(text)


# --- looking up


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Türkiye", "TUR"),
        ("turkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("the United States", "USA"),
        ("US", "USA"),
        ("uk", "GBR"),
        ("cote d’ivoire", "CIV"),
        ("São Tomé", "STP"),
        ("Guinea Bissau", "GNB"),
        ("the Kremlin", "RUS"),
        ("The Hague", "NLD"),
        ("Nato", "NATO"),
        ("Chisinau", "MDA"),
        ("us", None),
        ("who", None),
        ("New Mexico", None),
        ("nowhere", None),
        ("", None),
    ],
)
def test_a_name_is_looked_up_however_it_is_written(name: str, code: str | None) -> None:
    party = GAZETTEER.by_name(name)
    assert (party and party.code) == code


@pytest.mark.parametrize(
    ("party_id", "code"), [("us", "USA"), ("north_korea", "PRK"), ("uae", "ARE"), ("nato", "NATO")]
)
def test_ids_are_what_people_would_write(party_id: str, code: str) -> None:
    party = GAZETTEER.by_id(party_id)
    assert party is not None
    assert party == GAZETTEER.by_code(code)


def test_unknown_codes_and_ids_are_unknown() -> None:
    assert GAZETTEER.by_code("QQQ") is None
    assert GAZETTEER.by_id("atlantis") is None


@pytest.mark.parametrize("code", ["Reuters", "X", "Truth Social", "Anadolu"])
def test_channels_are_marked(code: str) -> None:
    party = GAZETTEER.by_code(code)
    assert party is not None
    assert party.channel


# --- titles


@pytest.mark.parametrize(
    ("phrase", "words", "rank", "speaks"),
    [
        ("US Ambassador to Turkey Tom Barrack", "Ambassador", 4, True),
        ("Turkish Foreign Minister Hakan Fidan", "Foreign Minister", 2, True),
        ("the deputy\nforeign minister", "deputy\nforeign minister", 4, True),
        ("UN Secretary General António Guterres", "Secretary General", 2, True),
        ("Vice-President Vance", "Vice-President", 2, True),
        ("Kremlin spokesman Dmitry Peskov", "spokesman", 5, True),
        ("the president’s spokeswoman", "spokeswoman", 5, True),
        ("President Erdogan's chief adviser", "chief adviser", 6, False),
        ("the presidents of Chad and Turkey's president", "president", 1, True),
        ("a president and Russia's foreign minister", "president", 1, True),
        ("PRİME MİNİSTER X", "PRİME MİNİSTER", 1, True),
        ("Chargé d’affaires X", "Chargé d’affaires", 4, True),
        ("Senator Lindsey Graham", "Senator", 6, False),
        ("US Gen. Mark Milley", "Gen.", 6, False),
        ("Prime Minister-designate X", "Prime Minister-designate", 6, False),
        ("former US President Bill Clinton", "President", 1, False),
        ("ex-president Evo Morales", "president", 1, False),
        ("former President Obama's secretary of state", "secretary of state", 2, True),
    ],
)
def test_a_title_is_found_with_who_it_speaks_for(
    phrase: str, words: str, rank: int, speaks: bool
) -> None:
    match = GAZETTEER.title_in(phrase)
    assert match is not None
    assert match.text == words == phrase[match.start : match.end]
    assert match.title.rank == rank
    assert match.speaks_for_state is speaks


@pytest.mark.parametrize(
    "phrase", ["Hakan Fidan", "the General Assembly", "generally", "a Kingdom"]
)
def test_what_only_looks_like_a_title_is_none(phrase: str) -> None:
    assert GAZETTEER.title_in(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "gender"), [("a spokeswoman", "female"), ("King Felipe", "male"), ("a judge", None)]
)
def test_a_title_tells_a_gender_only_where_its_word_does(phrase: str, gender: str | None) -> None:
    match = GAZETTEER.title_in(phrase)
    assert match is not None
    assert match.title.gender == gender


def test_honorifics_and_anonymous_sources() -> None:
    assert GAZETTEER.honorifics["Mr"] == "male"
    assert GAZETTEER.honorifics["Mrs."] == "female"
    assert GAZETTEER.honorifics["Dr"] is None
    assert {"officials", "diplomats", "sources", "analysts"} <= GAZETTEER.anonymous


# --- a user's file


def extended(tmp_path: Path, toml: str) -> Gazetteer:
    path = tmp_path / "mine.toml"
    path.write_text(toml, encoding="utf-8")
    return GAZETTEER.extended(path)


def test_a_user_adds_parties_titles_and_words_that_mean_none(tmp_path: Path) -> None:
    mine = extended(
        tmp_path,
        """
        not_parties = ["Turkey Point"]
        [[organisation]]
        code = "MLC"
        name = "Mekong Länder Council"
        names = ["MLC"]
        kind = "igo"
        [[body]]
        state = "TUR"
        names = ["SETA"]
        [[title]]
        words = ["grand vizier"]
        rank = 1
        speaks_for_state = true
        """,
    )
    found = mine.find("The MEKONG LÄNDER COUNCIL, SETA, Turkey Point and Turkey")
    assert [m.party.code for m in found] == ["MLC", "TUR", "TUR"]
    party = mine.by_id("mlc")
    assert party is not None
    assert party.name == "Mekong Länder Council"
    assert mine.title_in("the Grand Vizier") is not None
    assert GAZETTEER.by_code("MLC") is None


def test_a_users_entry_goes_before_the_shipped_one_and_may_omit_what_is_known(
    tmp_path: Path,
) -> None:
    mine = extended(tmp_path, '[[state]]\ncode = "GEO"\nnames = ["Georgia", "Sakartvelo"]')
    first, second = mine.find("Georgia is Sakartvelo")
    assert first.party == second.party == GAZETTEER.by_code("GEO")
    assert not first.ambiguous


def test_a_user_may_rename_a_party(tmp_path: Path) -> None:
    mine = extended(tmp_path, '[[state]]\ncode = "TUR"\nname = "Turkey"\nid = "turkey"')
    party = mine.by_name("Ankara")
    assert party is not None
    assert (party.id, party.name, party.kind) == ("turkey", "Turkey", "country")


@pytest.mark.parametrize(
    ("toml", "what"),
    [
        ("[[state]", "is not TOML"),
        ("[[country]]\ncode = 'A'", "nothing is called 'country'"),
        ("[state]\ncode = 'A'", "'state' is not a table"),
        ("[[state]]\nname = 'A'", "state 1 has no 'code'"),
        ("[[state]]\ncode = 'QQQ'", "QQQ is new and has no name"),
        ("[[state]]\ncode = 'QQQ'\nname = 'Q'\ndemonym = ['Q']", "nothing is called 'demonym'"),
        ("[[state]]\ncode = 'QQQ'\nname = 'Q'\nnames = 'Q'", "'names' is not as it must be"),
        ("[[state]]\ncode = 'QQQ'\nname = 'Q'\nnames = ['']", "'names' is not as it must be"),
        ("[[state]]\ncode = 'QQQ'\nname = 'Q'\nnames = [1]", "'names' is not as it must be"),
        ("[[state]]\ncode = 'QQQ'\nname = ' '", "'name' is not as it must be"),
        ("[[organisation]]\ncode = 'Q'\nname = 'Q'\nkind = 'club'", "'kind' cannot be 'club'"),
        ("[[body]]\nstate = 'QQQ'\nnames = ['Q']", "no state has the code 'QQQ'"),
        ("[[title]]\nwords = ['q']\nrank = true\nspeaks_for_state = true", "'rank' is not"),
        ("former = 'ex'", "'former' is not as it must be"),
    ],
)
def test_a_users_mistake_is_named_with_a_way_out(tmp_path: Path, toml: str, what: str) -> None:
    with pytest.raises(InputError, match=re.escape(what)) as error:
        extended(tmp_path, toml)
    assert "mine.toml" in error.value.what
    assert error.value.fix


def test_a_users_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        GAZETTEER.extended(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        GAZETTEER.extended(tmp_path / "bytes.toml")
