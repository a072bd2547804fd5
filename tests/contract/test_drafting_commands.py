"""From a folder of texts to a dispute file, a person's correction, and more texts."""

import json
from pathlib import Path

import pytest

from detente.model import drafted, files

JANUARY = (
    "Kenya refused to reopen the border. Somalia refused to withdraw its soldiers. Kenya demanded"
    " that Somalia release the fishermen."
)
JUNE = (
    "Somalia offered to withdraw its soldiers. Kenya will not reopen the border unless Somalia"
    " withdraws its soldiers, Nairobi said. Somalia demanded that Kenya lift the tariffs."
)


@pytest.fixture
def case(run, monkeypatch, tmp_path) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    Path("january.txt").write_text(JANUARY, encoding="utf-8")
    Path("june.txt").write_text(JUNE, encoding="utf-8")
    assert run("init", "case")[0] == 0
    assert run("add", "--case", "case", "january.txt", "--published", "2024-01-10")[0] == 0
    return Path.cwd() / "case"


def add_june(run) -> None:
    assert run("add", "--case", "case", "june.txt", "--published", "2024-06-10")[0] == 0


def names(path: Path) -> set[str]:
    dispute, findings = files.load(path)
    assert dispute is not None, findings
    return {name for name, _, _ in dispute.named_options()}


def test_a_draft_is_a_file_that_can_be_solved_with_each_sentence_beside_its_line(run, case) -> None:
    code, output, said = run("draft", case)
    assert code == 0
    text = (case / "dispute.toml").read_text(encoding="utf-8")
    assert "# “Kenya refused to reopen the border.” (january.txt, 2024-01-10)" in text
    assert names(case / "dispute.toml") == {"kenya.close", "somalia.withdraw", "somalia.release"}
    assert "Keep the border closed (taken today)" in output
    assert "dispute.toml" in said
    assert run("analyse", case / "dispute.toml")[0] == 0


def test_every_element_of_the_file_rests_on_something(run, case) -> None:
    run("draft", case)
    dispute, _ = files.load(case / "dispute.toml")
    assert dispute is not None
    for party in dispute.parties:
        assert party.because
        assert all(option.because for option in party.options)
        assert all(preference.because for preference in party.preferences)


def test_drafting_again_is_allowed_until_somebody_has_changed_the_file(run, case) -> None:
    assert run("draft", case)[0] == 0
    add_june(run)
    assert run("draft", case)[0] == 0
    path = case / "dispute.toml"
    changed = path.read_text(encoding="utf-8").replace("Release", "Set free")
    path.write_text(changed, encoding="utf-8")
    code, _, said = run("draft", case)
    assert code == 2
    assert "detente revise" in said
    assert path.read_text(encoding="utf-8") == changed


def test_a_file_that_was_never_drafted_is_not_written_over(run, case) -> None:
    (case / "dispute.toml").write_text("format = 1\n# mine\n", encoding="utf-8")
    assert run("draft", case)[0] == 2
    assert "# mine" in (case / "dispute.toml").read_text(encoding="utf-8")


def test_revise_adds_what_is_new_and_keeps_every_line_of_the_analyst(run, case) -> None:
    run("draft", case)
    path = case / "dispute.toml"
    text = path.read_text(encoding="utf-8")
    mine = text.replace(
        'text = "Release fishermen"',
        'text = "Set the fishermen free"  # all twelve of them\nreversible = "once_taken"',
    )
    assert mine != text
    path.write_text(mine, encoding="utf-8")
    add_june(run)
    code, output, _ = run("revise", case)
    assert code == 0
    after = path.read_text(encoding="utf-8")
    assert (
        'text = "Set the fishermen free"  # all twelve of them\nreversible = "once_taken"' in after
    )
    assert "kenya.tariff" in names(path)
    assert "added    kenya.tariff" in output.splitlines()
    assert "# “Somalia demanded that Kenya lift the tariffs.” (june.txt, 2024-06-10)" in after


def test_revise_twice_changes_nothing_the_second_time(run, case) -> None:
    run("draft", case)
    add_june(run)
    path = case / "dispute.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# mine\n", encoding="utf-8")
    run("revise", case)
    once = path.read_text(encoding="utf-8")
    code, output, _ = run("revise", case)
    assert (code, output) == (0, "Nothing to add.\n")
    assert path.read_text(encoding="utf-8") == once


def test_revise_without_a_file_drafts_one(run, case) -> None:
    assert run("revise", case)[0] == 0
    assert drafted.is_untouched((case / "dispute.toml").read_text(encoding="utf-8"))


def test_without_the_last_draft_nothing_of_the_file_is_lost_and_a_finding_says_so(
    run, case
) -> None:
    run("draft", case)
    path = case / "dispute.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# mine\n", encoding="utf-8")
    drafted.base_of(path).unlink()
    before = names(path)
    add_june(run)
    _, _, said = run("revise", case)
    assert "dispute.drafted.toml is missing" in said
    assert before < names(path)


def test_as_of_uses_only_what_was_published_by_then(run, case) -> None:
    add_june(run)
    assert run("draft", case, "--as-of", "2024-03-01", "-o", "march.toml")[0] == 0
    assert run("draft", case, "-o", "now.toml")[0] == 0
    assert names(Path("march.toml")) < names(Path("now.toml"))
    assert not (case / "dispute.toml").exists()
    assert not drafted.base_of(Path("march.toml")).exists()
    code, _, said = run("draft", case, "--as-of", "March")
    assert code == 2
    assert "2025-12-20" in said


def test_why_leads_from_a_line_to_offsets_in_a_text(run, case) -> None:
    run("draft", case)
    for element in ("kenya.close", "close", "not somalia.withdraw", "somalia: not withdraw", "KEN"):
        code, output, _ = run("why", element, "--case", case, "--json")
        assert code == 0, element
        (found, *_) = json.loads(output)["elements"]
        (because, *_) = found["because"]
        (passage, *_) = because["passages"]
        assert JANUARY[passage["start"] : passage["end"]] == passage["text"]
    _, output, _ = run("why", "kenya.close", "--case", case)
    assert "“Kenya refused to reopen the border.”" in output


def test_why_of_what_is_not_there_names_the_nearest(run, case) -> None:
    run("draft", case)
    code, _, said = run("why", "kenya.clse", "--case", case)
    assert code == 2
    assert "kenya.close" in said


def test_why_of_what_an_analyst_added_says_so(run, case) -> None:
    run("draft", case)
    path = case / "dispute.toml"
    rule = '\n[[rule]]\nsays = "not (close and somalia.withdraw)"\nbecause = "analyst"\n'
    path.write_text(
        path.read_text(encoding="utf-8") + rule.replace("(close", "(kenya.close"), encoding="utf-8"
    )
    code, output, _ = run("why", "not (kenya.close and somalia.withdraw)", "--case", case)
    assert code == 0
    assert "set by an analyst" in output


def test_without_a_source_says_what_falls_with_it(run, case) -> None:
    add_june(run)
    code, output, _ = run("without", "june.txt", "--case", case, "--json")
    shape = json.loads(output)
    assert code == 0
    assert "kenya.tariff" in shape["lost"]
    assert "kenya.close" not in shape["lost"]
    assert "somalia: not somalia.withdraw" in shape["gained"]
    assert run("without", "july.txt", "--case", case)[0] == 2


def test_texts_of_one_side_give_no_file_and_a_finding_that_says_what_is_missing(
    run, monkeypatch, tmp_path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    Path("one.txt").write_text("Kenya refused to reopen the border.", encoding="utf-8")
    run("init", "case")
    run("add", "--case", "case", "one.txt")
    code, _, said = run("draft", "case")
    assert code == 2
    assert "only Kenya has an option" in said
    assert not Path("case/dispute.toml").exists()


# --- What is kept of the texts ----------------------------------------------------------------


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("dispute*.toml")}


def test_revising_gives_the_same_file_with_what_was_kept_and_without(run, case) -> None:
    run("draft", case)
    kept = case / "drafting.cache"
    assert kept.exists()
    begun = files_in(case)
    add_june(run)
    with_it = run("revise", case)
    found = files_in(case)
    for name, data in begun.items():
        (case / name).write_bytes(data)
    kept.unlink()
    assert run("revise", case) == with_it
    assert files_in(case) == found
    assert kept.exists()


def test_what_is_kept_of_the_texts_is_in_no_backup(run, case) -> None:
    run("draft", case)
    assert run("backup", "copies", "--case", case)[0] == 0
    (copy,) = Path("copies").iterdir()
    assert (copy / "dispute.toml").exists()
    assert not (copy / "drafting.cache").exists()
    run("revise", copy)
    assert not (copy / "drafting.cache").exists()
