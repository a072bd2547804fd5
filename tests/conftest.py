"""What all tests share: how long property tests run, and how golden files are written."""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"

# No deadline: the machine may be busy, and a slow example is not a wrong one.
settings.register_profile("default", deadline=None)
settings.register_profile("torture", deadline=None, max_examples=10_000)
settings.load_profile("default")


@pytest.fixture(autouse=True)
def without_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes long is not told of: how long it takes hangs on what else the machine does."""
    monkeypatch.setattr("detente.cli.terminal.TELL_AFTER", 3600.0)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate", action="store_true", help="write the golden files instead of comparing"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of this name, or write it with ``--regenerate``."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--regenerate"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        if not path.exists():
            pytest.fail(f"there is no golden file {name}: run `make golden` and read what it wrote")
        kept = path.read_text(encoding="utf-8")
        if text != kept:
            lines = difflib.unified_diff(
                kept.splitlines(), text.splitlines(), "golden", "now", lineterm="", n=1
            )
            diff = "\n".join(list(lines)[:60])
            pytest.fail(f"{name} changed; if it is meant, run `make golden`\n{diff}", pytrace=False)

    return compare
