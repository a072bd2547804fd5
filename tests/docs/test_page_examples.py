"""Do the examples on the pages run, and does the README show what the program prints?

A dispute file on a page is a block marked ``toml`` that begins with ``format = 1``. A transcript
is a block marked ``console``; a line of only ``…`` in it stands for any lines.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(kind: str) -> list[tuple[str, str]]:
    """Each block of this kind with the page and line it stands at."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in re.finditer(rf"^```{kind}\n(.*?)^```", text, flags=re.S | re.M):
            line = text.count("\n", 0, match.start()) + 1
            found.append((f"{page.relative_to(ROOT).as_posix()}:{line}", match[1]))
    return found


DISPUTES = [(where, text) for where, text in blocks("toml") if text.startswith("format = 1\n")]


@pytest.mark.parametrize("text", [text for _, text in DISPUTES], ids=[at for at, _ in DISPUTES])
def test_a_dispute_on_a_page_is_analysed_without_complaint(text: str, tmp_path: Path) -> None:
    file = tmp_path / "dispute.toml"
    file.write_text(text, encoding="utf-8")
    shown = detente(f"detente analyse {file.name} --json", tmp_path)
    assert shown.returncode == 0, shown.stderr
    analysis = json.loads(shown.stdout)
    assert analysis["states"]
    assert not analysis["findings"]


@pytest.mark.parametrize(
    "text", [text for _, text in blocks("console")], ids=[at for at, _ in blocks("console")]
)
def test_a_transcript_is_what_the_program_prints(text: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for command, expected in transcript(text):
        shown = detente(command, tmp_path)
        assert shown.returncode == 0, shown.stderr
        assert matches(shown.stdout, expected), f"{command} printed\n{shown.stdout}"


def test_the_readme_has_a_transcript() -> None:
    assert [where for where, _ in blocks("console") if where.startswith("README.md")]


@pytest.mark.parametrize(
    ("printed", "expected", "same"),
    [
        ("a\nb\nc\n", "a\n…\nc\n", True),
        ("a\nc\n", "a\n…\nc\n", True),
        ("a  \nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a…\n", "a\n", False),
    ],
)
def test_the_test_itself_compares(printed: str, expected: str, same: bool) -> None:
    assert matches(printed, expected) is same


def transcript(text: str) -> list[tuple[str, str]]:
    """Each command of ours, and what the page says it prints."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    pairs = list(zip(parts[1::2], parts[2::2], strict=True))
    return [(command, shown) for command, shown in pairs if command.startswith("detente ")]


def matches(printed: str, expected: str) -> bool:
    lines = [line.rstrip() for line in expected.strip().splitlines()]
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(line) + "\n" for line in lines)
    shown = [line.rstrip() for line in printed.strip().splitlines()]
    return re.fullmatch(pattern, "\n".join(shown) + "\n") is not None


def detente(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as a person would type it, in a plain terminal 80 columns wide.

    What goes to stderr is kept apart: how much progress is told depends on the machine's haste.
    """
    plain = {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    path = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=os.environ | plain | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
