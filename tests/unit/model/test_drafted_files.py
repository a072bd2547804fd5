"""Is a drafted file read no more often than it must be, and is nothing of a person's work lost?"""

from pathlib import Path

import pytest

from detente.domain.conditions import Taken
from detente.domain.dispute import Dispute, Option, Party, Preference
from detente.errors import InputError
from detente.model import drafted
from detente.model.drafting.remarks import Remarks

REMARKS = Remarks(of={})


def dispute(name: str = "Peru and Chile") -> Dispute:
    release = Option(id="release", text="Release the fishermen")
    peru = Party(id="peru", name="Peru", options=(release,))
    wish = Preference(says=(Taken("peru.release"),))
    chile = Party(id="chile", name="Chile", preferences=(wish,))
    return Dispute(name=name, parties=(peru, chile))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "dispute.toml"
    drafted.write_drafted(path, dispute(), REMARKS, base=True)
    return path


def test_a_file_that_is_as_it_was_drafted_is_read_once(path: Path, monkeypatch) -> None:
    read = []
    load = drafted.files.load
    monkeypatch.setattr(drafted.files, "load", lambda path: read.append(path) or load(path))
    stands = drafted.standing(path)
    drafted.fold_in(stands, dispute("Peru, Chile"), REMARKS)
    assert len(read) == 1
    assert 'name = "Peru, Chile"' in path.read_text(encoding="utf-8")


def test_what_a_person_changes_between_reading_and_folding_in_stays(path: Path) -> None:
    stands = drafted.standing(path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Release the", "Set free the"), encoding="utf-8")
    revision = drafted.fold_in(stands, dispute("Peru, Chile"), REMARKS)
    assert "Set free the fishermen" in path.read_text(encoding="utf-8")
    assert revision.dispute.parties[0].options[0].text == "Set free the fishermen"


def test_a_last_draft_that_is_gone_is_noticed(path: Path) -> None:
    stands = drafted.standing(path)
    drafted.base_of(path).unlink()
    assert drafted.standing(path, stands).last is None
    assert drafted.standing(path).last is None


def test_a_file_that_is_not_there_is_told_of(path: Path) -> None:
    path.unlink()
    with pytest.raises(InputError):
        drafted.standing(path)
