"""Does a file of the repository name a package index or a path of somebody's machine?"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INDEX = re.compile(
    r"pypi\.org|pythonhosted\.org|--(?:extra-)?index-url|--find-links|--trusted-host"
)
MACHINE = re.compile(r"(?<![\w.~$})])/(?:root|home|work|opt|Users|tmp/[a-z]\w*)/\w|\b[A-Z]:\\Users")


def test_no_file_names_an_index_or_a_machine() -> None:
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in files()
        for number, line in enumerate(lines_of(path), start=1)
        if INDEX.search(line) or MACHINE.search(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "--index-url=x",
        "# see https://pypi" + ".org/simple",
        "path = " + "/home" + "/me/x",
        "file://" + "/opt" + "/wheels",
        "C:" + "\\Users\\me",
    ],
)
def test_the_test_itself_sees_them(line: str) -> None:
    assert INDEX.search(line) or MACHINE.search(line)


@pytest.mark.parametrize(
    "line", ["--no-emit-index-url", "https://example.org/home/page", "../work/x", "$(HOME)/opt/x"]
)
def test_the_test_itself_lets_others_pass(line: str) -> None:
    assert not (INDEX.search(line) or MACHINE.search(line))


def files() -> list[Path]:
    """All that is or would be committed, but for this file."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so what is committed cannot be told")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    names = sorted({name for name in listed.split("\0") if name})
    paths = [ROOT / name for name in names]
    return [p.relative_to(ROOT) for p in paths if p.is_file() and p != Path(__file__)]


def lines_of(path: Path) -> list[str]:
    return (ROOT / path).read_text(encoding="utf-8", errors="replace").splitlines()
