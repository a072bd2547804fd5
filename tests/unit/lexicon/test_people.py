"""Is the right person found, with the office of that day, and is nobody guessed?"""

import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from detente.errors import InputError
from detente.lexicon.due import interval
from detente.lexicon.parties import gazetteer
from detente.lexicon.people import Holder, Office, People, _is_date, _spelling, people

PEOPLE = people()
TABLES: list[dict[str, Any]] = tomllib.loads(
    files("detente.lexicon").joinpath("data/people.toml").read_text("utf-8")
)["person"]
OFFICES = [(table["name"], office) for table in TABLES for office in table["office"]]


def held(name: str, on: str | None) -> tuple[str, str] | None:
    found = PEOPLE.find(name, on)
    assert found is not None
    office = found[1]
    return (office.party, office.office) if office else None


# --- the table


def test_every_party_is_in_the_gazetteer() -> None:
    assert not {o["party"] for _, o in OFFICES if gazetteer().by_code(o["party"]) is None}


def test_dates_are_dates_in_order() -> None:
    for name, office in OFFICES:
        assert _is_date(office["from"]), name
        if "until" in office:
            assert _is_date(office["until"]), name
            assert interval(office["from"])[0] <= interval(office["until"])[1], name


def test_no_spelling_is_there_twice() -> None:
    spellings = Counter(_spelling(n) for t in TABLES for n in [t["name"], *t.get("names", [])])
    assert not [spelling for spelling, times in spellings.items() if times > 1]


def test_every_name_is_a_full_name_of_known_keys() -> None:
    assert not [t["name"] for t in TABLES for n in [t["name"], *t.get("names", [])] if " " not in n]
    assert {key for table in TABLES for key in table} == {"name", "names", "office"}
    assert {key for _, o in OFFICES for key in o} == {"party", "office", "from", "until"}


def test_nobody_holds_one_office_twice_at_a_time() -> None:
    for table in TABLES:
        for number, one in enumerate(table["office"]):
            for other in table["office"][number + 1 :]:
                if (one["party"], one["office"]) == (other["party"], other["office"]):
                    # Listed latest first, so the other must have ended before this began.
                    assert interval(other["until"])[1] <= interval(one["from"])[1], table["name"]


def test_every_office_holds_a_title_the_gazetteer_knows() -> None:
    unknown = {o["office"] for _, o in OFFICES if gazetteer().title_in(o["office"]) is None}
    assert not unknown


# --- names


@pytest.mark.parametrize(
    "name",
    [
        "Hakan Fidan",
        "HAKAN FİDAN",
        "hakan  fidan",
        "Hakan\nFidan",
    ],
)
def test_spelling_does_not_matter(name: str) -> None:
    found = PEOPLE.find(name, "2024")
    assert found is not None
    assert found[0] == "Hakan Fidan"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
        ("İbrahim Kalın", "Ibrahim Kalin"),
        ("Radosław Sikorski", "Radoslaw Sikorski"),
        ("Jonas Gahr Støre", "Jonas Gahr Store"),
        ("J.D. Vance", "JD Vance"),
        ("Robert O’Brien", "Robert O'Brien"),
        ("Gideon Sa’ar", "Gideon Saar"),
        ("Yoon Suk Yeol", "Yoon Suk-yeol"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ],
)
def test_other_spellings_lead_to_the_name(written: str, name: str) -> None:
    found = PEOPLE.find(written, None)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    "name",
    ["Fidan", "Erdoğan", "", "  ", "…", "Minister Hakan Fidan", "Ana Fidan"],
)
def test_less_or_more_than_the_full_name_is_nobody(name: str) -> None:
    assert PEOPLE.find(name, "2024") is None


# --- dates


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Hakan Fidan", "2024", ("TUR", "foreign minister")),
        ("Hakan Fidan", "2020-12-14", ("TUR", "head of the National Intelligence Organization")),
        ("Tom Barrack", "2025-12-05", ("USA", "ambassador to Turkey")),
        ("Tom Barrack", "2018", None),
        ("Donald Trump", "2021-01-20", ("USA", "president")),
        ("Donald Trump", "2021-01-21", None),
        ("Mark Rutte", "2024-07-02", ("NLD", "prime minister")),
        ("Mark Rutte", "2024-08", None),
        ("Mark Rutte", "2024-10-01", ("NATO", "secretary-general")),
    ],
)
def test_the_office_is_that_of_the_day(
    name: str, on: str, expected: tuple[str, str] | None
) -> None:
    assert held(name, on) == expected


def test_a_year_in_which_somebody_spoke_for_two_parties_tells_neither() -> None:
    assert held("Mark Rutte", "2024") is None


def test_without_a_date_only_one_party_throughout_is_told() -> None:
    assert held("Hakan Fidan", None) == ("TUR", "foreign minister")
    assert held("Mark Rutte", None) is None


@pytest.mark.parametrize("on", ["", "yesterday", "2023-13", "2023-02-30", "2023-6", "20230601"])
def test_what_is_no_date_is_refused(on: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        PEOPLE.find("Hakan Fidan", on)


def test_the_first_of_several_offices_counts() -> None:
    first = Office(party="USA", office="envoy", since="2020", until="2021-06")
    second = Office(party="USA", office="adviser", since="2021-06-15")
    holder = Holder(name="Ada Example", offices=(first, second))
    assert holder.office("2021") == first
    assert holder.office("2021-06-14") == first
    assert holder.office("2021-07") == second
    assert holder.office("2019-12-31") is None


def test_an_office_that_may_have_ended_since_is_not_told() -> None:
    open_ended = Office(party="USA", office="envoy", since="2020", as_of="2025-12")
    assert open_ended.told("2025-12-31") == "envoy"
    assert open_ended.told("2026-01") is None
    assert open_ended.held("2026-01")
    ended = Office(party="USA", office="envoy", since="2020", until="2026-03", as_of="2025-12")
    assert ended.told("2026-01") == "envoy"


def test_the_shipped_table_says_how_far_it_knows() -> None:
    found = PEOPLE.find("Hakan Fidan", "2030")
    assert found is not None
    assert found[1] is not None
    assert (found[1].party, found[1].told("2030")) == ("TUR", None)


# --- the user's file

ADA = '[[person]]\nname = "Ada Example"\n'
OFFICE = '[[person.office]]\nparty = "FRA"\noffice = "envoy"\nfrom = "2020"\n'


def extended(tmp_path: Path, toml: str) -> People:
    path = tmp_path / "mine.toml"
    path.write_text(toml, "utf-8")
    return PEOPLE.extended(path)


def test_a_user_can_add_a_person(tmp_path: Path) -> None:
    mine = extended(tmp_path, ADA + OFFICE)
    office = Office(party="FRA", office="envoy", since="2020")
    assert mine.find("ADA EXAMPLE", "2021") == ("Ada Example", office)
    assert mine.find("Hakan Fidan", "2024") == PEOPLE.find("Hakan Fidan", "2024")
    assert PEOPLE.find("Ada Example", "2021") is None


@pytest.mark.parametrize(
    "key", ['name = "Thomas Barrack"', 'name = "T. B."\nnames = ["Tom Barrack"]']
)
def test_a_users_entry_goes_first_under_every_spelling(tmp_path: Path, key: str) -> None:
    mine = extended(tmp_path, f"[[person]]\n{key}\n{OFFICE}")
    found = mine.find("Thomas Barrack", "2025-12")
    assert found is not None
    assert found[1] == Office(party="FRA", office="envoy", since="2020")


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("", "has no table 'person'"),
        ("person = 1", "has no table 'person'"),
        ("[[persons]]", "nothing is called 'persons'"),
        (OFFICE.replace("person.office", "person"), "nothing is called 'party'"),
        ("[[person]]\nnames = []\n" + OFFICE, "has no 'name'"),
        ("[[person]]\nname = 3\n" + OFFICE, "'name' is not as it must be"),
        ('[[person]]\nname = "Example"\n' + OFFICE, "'Example' is no full name"),
        (ADA + 'names = "A. Example"\n' + OFFICE, "'names' is not as it must be"),
        (ADA + 'names = ["Adá Example"]\n' + OFFICE, "is there already"),
        (ADA + OFFICE + ADA + OFFICE, "person 2: 'Ada Example' is there already"),
        (ADA, "has no table 'office'"),
        (ADA + 'office = "envoy"', "has no table 'office'"),
        (ADA + OFFICE.replace('from = "2020"', ""), "has no 'from'"),
        (ADA + OFFICE.replace('"2020"', "2020-01-01"), "'from' is not as it must be"),
        (ADA + OFFICE.replace("2020", "2020-13"), "'2020-13' is no date"),
        (ADA + OFFICE + 'until = ""', "'until' is not as it must be"),
        (ADA + OFFICE + 'until = "2019-12"', "office 1 ends before it begins"),
        (ADA + OFFICE.replace("FRA", "France"), "no party has the code 'France'"),
        (ADA + OFFICE + 'to = "2021"', "nothing is called 'to'"),
        ("[[person", "is not TOML"),
    ],
)
def test_a_file_of_another_format_is_refused(tmp_path: Path, toml: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        extended(tmp_path, toml)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        PEOPLE.extended(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        PEOPLE.extended(tmp_path / "bytes.toml")


def test_a_users_own_party_can_be_used(tmp_path: Path) -> None:
    parties = tmp_path / "parties.toml"
    parties.write_text('[[organisation]]\ncode = "EXA"\nname = "Example Union"', "utf-8")
    path = tmp_path / "people.toml"
    path.write_text(ADA + OFFICE.replace("FRA", "EXA"), "utf-8")
    found = PEOPLE.extended(path, gazetteer().extended(parties)).find("Ada Example", None)
    assert found is not None
    assert found[1] == Office(party="EXA", office="envoy", since="2020")
