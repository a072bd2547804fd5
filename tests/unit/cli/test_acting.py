"""Is somebody at the terminal asked for their name once, and nobody else ever?"""

import pytest
import typer

from detente.cli import case as cli_case
from detente.errors import InputError
from detente.record import people


@pytest.fixture
def nobody(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(people, "_of_git", lambda: None)


def sits_there(monkeypatch, answer):
    asked = []

    def prompt(text, **_):
        asked.append(text)
        return answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(typer, "prompt", prompt)
    return asked


def test_a_name_is_asked_for_once_and_kept(nobody, monkeypatch):
    asked = sits_there(monkeypatch, ' Ada "the first" Ç ')
    assert cli_case.acting(None) == 'Ada "the first" Ç'
    assert cli_case.acting(None) == 'Ada "the first" Ç'
    assert len(asked) == 1
    assert cli_case.acting("Bob") == "Bob"


def test_without_a_terminal_nobody_is_asked(nobody, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(InputError, match="not known who decides") as error:
        cli_case.acting(None)
    assert "--as" in error.value.fix


def test_an_empty_name_is_none(nobody):
    with pytest.raises(InputError, match="--as is empty"):
        cli_case.acting("  ")


def test_other_settings_stay(nobody, monkeypatch):
    path = people.settings_file()
    path.parent.mkdir(parents=True)
    path.write_text("other = 1\n", encoding="utf-8")
    sits_there(monkeypatch, "Ada")
    cli_case.acting(None)
    assert "other = 1" in path.read_text(encoding="utf-8")
    assert people.known_name() == "Ada"


def test_a_name_of_blanks_is_asked_for_again_and_an_empty_one_is_replaced(nobody, monkeypatch):
    path = people.settings_file()
    path.parent.mkdir(parents=True)
    path.write_text('other = 1\nname = ""\n[more]\nname = "theirs"\n', encoding="utf-8")
    answers = iter(["  ", "", "Ada"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: next(answers))
    assert cli_case.acting(None) == "Ada"
    assert people.known_name() == "Ada"
    assert 'name = "theirs"' in path.read_text(encoding="utf-8")
