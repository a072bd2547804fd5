"""Is nothing heavy imported before it is used? The times themselves are in benchmarks/."""

import subprocess
import sys

import pytest

HEAVY = {
    "spacy",
    "trafilatura",
    "numpy",
    "jinja2",
    "tomlkit",
    "rich",
    "markdown_it",
    "sqlalchemy",
    "alembic",
    "psycopg",
    "pysat",
}


def imported(code):
    """Names of the top modules that a new process has after running the code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sorted(sys.modules))"],
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    )
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import detente", set()),
        ("import detente.cli", set()),
        ("import detente.domain.shapes", set()),
        ("import detente.read", set()),
        ("import detente.brief", set()),
        ("import detente.workflow", {"numpy", "tomlkit"}),
    ],
)
def test_nothing_heavy_is_imported(code, allowed):
    assert not imported(code) & (HEAVY - allowed)


def test_help_needs_nothing_heavy():
    code = "from detente.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    assert not imported(code) & HEAVY


def test_a_text_is_read_without_the_libraries_for_pages_and_disputes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Spain said it would not accept the plan.", encoding="utf-8")
    code = "from pathlib import Path\nfrom detente.read import take_file\n"
    code += f"assert take_file(Path({str(path)!r})).document"
    assert not imported(code) & HEAVY


def test_a_small_model_is_solved_without_the_compiler():
    code = "import detente\ndispute = detente.load('examples/elmira/dispute.toml')\n"
    code += "assert detente.analyse(dispute)._repr_html_()\nassert detente.witness(dispute, 1)"
    assert not imported(code) & (HEAVY | {"numba"}) - {"numpy", "tomlkit"}
