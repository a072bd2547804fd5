"""The command line, run in this process: exit code, output, and what was said about it."""

from collections.abc import Callable

import pytest

from detente.cli.app import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path_factory
) -> Run:
    """Run it in a folder of its own."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path_factory.mktemp("work"))

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        output, said = capsys.readouterr()
        return int(left.value.code or 0), output, said

    return run
