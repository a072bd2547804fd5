"""Is the wheel alone enough for the main job, somewhere else and without a network?

It is installed into a new environment that holds nothing but the distributions which the wheel
declares, and what those declare. They are linked from the environment of the tests, so that this
works offline; a dependency that we use and forgot to declare is not there.
"""

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "detente"
EXAMPLES = sorted((ROOT / "examples" / "f35").glob("*.txt"))

# An audit hook cannot be caught by the code it watches.
NO_NETWORK = """
import os, sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        os.write(2, b"the network was asked for\\n")
        os._exit(99)
sys.addaudithook(refuse)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed command, in an environment of its own."""
    environment = tmp_path_factory.mktemp("clean") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / Path(sys.executable).name
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(run(python, "-I", "-c", asked).stdout.strip())
    for found in declared_by(wheel):
        link(found, packages)
    install = ["install", "--quiet", "--no-deps", "--no-index", wheel]
    run(sys.executable, "-m", "pip", "--python", python, *install)
    (packages / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return scripts / "detente"


def test_the_wheel_holds_all_that_is_in_the_package(wheel: Path) -> None:
    source = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and not hidden(path.relative_to(PACKAGE))
    }
    names = zipfile.ZipFile(wheel).namelist()
    assert {name for name in names if ".dist-info/" not in name} == source
    assert any(name.endswith(".toml") for name in source)


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_environment_is_clean(program: Path) -> None:
    """Neither the source tree nor a tool that only we need can be imported there."""
    python = program.with_name(Path(sys.executable).name)
    done = run(python, "-I", "-c", "import detente; print(detente.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(program.parent.parent)
    for module in ("pytest", "hypothesis", "jsonschema"):
        assert subprocess.run(
            [python, "-I", "-c", f"import {module}"], capture_output=True
        ).returncode


def test_the_main_job_works_from_the_wheel(program: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    work = tmp_path / "work"
    home.mkdir()
    work.mkdir()
    assert EXAMPLES, "examples/f35 holds no text"

    done = subprocess.run(
        [program, "brief", *EXAMPLES, "-o", "brief.html"],
        cwd=work,
        env=surroundings(HOME=str(home), USERPROFILE=str(home)),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "brief.html" in done.stdout
    page = (work / "brief.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "S-400" in page
    # Nothing half-written or temporary is left, neither there nor in the person's home.
    assert [path.name for path in work.iterdir()] == ["brief.html"]
    assert not [path for path in home.rglob("*") if path.is_file()]


def hidden(path: Path) -> bool:
    """Whether it is some tool's cache rather than part of the package."""
    return any(part.startswith((".", "__pycache__")) for part in path.parts)


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command, env=surroundings(), capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def surroundings(**changes: str) -> dict[str, str]:
    """The environment's variables without those that lead Python back to this one."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return kept | {"PYTHONUTF8": "1"} | changes


def declared_by(wheel: Path) -> Iterator[Distribution]:
    """Every distribution that the wheel needs here, directly or not."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(archive.read(name).decode())
    waiting = needed(metadata.get_all("Requires-Dist") or [], set())
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if (name, extras) in seen:
            continue
        if name not in {known for known, _ in seen}:
            yield distribution(name)
        seen.add((name, extras))
        waiting += needed(distribution(name).requires or [], extras)


def needed(texts: list[str], extras: set[str] | frozenset[str]) -> list[Requirement]:
    requirements = [Requirement(text) for text in texts]
    return [
        requirement
        for requirement in requirements
        if requirement.marker is None
        or any(requirement.marker.evaluate({"extra": extra}) for extra in extras or {""})
    ]


def link(found: Distribution, packages: Path) -> None:
    """Link what a distribution put into the site packages, one link a top name."""
    here = Path(sysconfig.get_path("purelib"))
    for name in {file.parts[0] for file in found.files or []} - {"..", "__pycache__"}:
        target = packages / name
        if not target.exists():
            target.symlink_to(here / name, target_is_directory=(here / name).is_dir())
