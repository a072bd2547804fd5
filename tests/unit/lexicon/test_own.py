"""Do the user's own words go before the shipped ones, and does a wrong folder say so?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.lexicon.own import PARTIES, PEOPLE, VARIABLE, own_files
from detente.lexicon.parties import gazetteer
from detente.lexicon.people import people

PARTY = '[[organisation]]\ncode = "{code}"\nname = "{name}"\n'
PERSON = (
    '[[person]]\nname = "Ada Example"\n'
    'office = [{{ party = "{party}", office = "envoy", from = "2020" }}]\n'
)


@pytest.fixture(autouse=True)
def _read_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(VARIABLE, raising=False)
    gazetteer.cache_clear()
    people.cache_clear()
    yield
    gazetteer.cache_clear()
    people.cache_clear()


def folder(path: Path, *, parties: str = "", persons: str = "") -> Path:
    path.mkdir()
    for name, text in ((PARTIES, parties), (PEOPLE, persons)):
        if text:
            (path / name).write_text(text, "utf-8")
    return path


def name_folders(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    monkeypatch.setenv(VARIABLE, os.pathsep.join(map(str, folders)))


def test_without_a_folder_there_is_nothing_of_ones_own() -> None:
    assert own_files(PARTIES, PEOPLE) == ()
    assert gazetteer().by_code("EXA") is None


def test_a_person_may_speak_for_a_party_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = folder(
        tmp_path / "mine",
        parties=PARTY.format(code="EXA", name="Example Union"),
        persons=PERSON.format(party="EXA"),
    )
    name_folders(monkeypatch, mine)
    party = gazetteer().by_name("Example Union")
    found = people().find("Ada Example", "2021")
    assert party is not None
    assert party.code == "EXA"
    assert found is not None
    assert found[1] is not None
    assert found[1].party == "EXA"
    # What is shipped is still there.
    assert gazetteer().by_code("NATO") is not None


def test_of_two_folders_the_last_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for_all = folder(tmp_path / "all", persons=PERSON.format(party="FRA"))
    for_case = folder(tmp_path / "case", persons=PERSON.format(party="KEN"))
    name_folders(monkeypatch, for_all, for_case)
    found = people().find("Ada Example", "2021")
    assert found is not None
    assert found[1] is not None
    assert found[1].party == "KEN"


@pytest.mark.parametrize("made", [True, False])
def test_a_folder_without_words_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, made: bool
) -> None:
    path = folder(tmp_path / "empty") if made else tmp_path / "none"
    name_folders(monkeypatch, path)
    with pytest.raises(InputError, match="holds no words of yours"):
        gazetteer()


def test_a_mistake_in_a_file_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = folder(tmp_path / "mine", parties=PARTY.format(code="EXA", name=""))
    name_folders(monkeypatch, mine)
    with pytest.raises(InputError, match=r"parties\.toml: organisation 1"):
        gazetteer()


def test_the_command_line_reads_with_words_of_ones_own(tmp_path: Path) -> None:
    mine = folder(
        tmp_path / "mine",
        parties=PARTY.format(code="EXA", name="Example Union"),
        persons=PERSON.format(party="EXA"),
    )
    article = tmp_path / "article.txt"
    article.write_text("Ada Example said on Monday that the border was open to the traders.")
    done = subprocess.run(
        [sys.executable, "-m", "detente", "--words", str(mine), "read", str(article)],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert "Ada Example (EXA)" in done.stdout
