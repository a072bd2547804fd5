"""Do the locks pin what the project declares, each with hashes, and is each choice explained?"""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import detente

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [
    Requirement(text)
    for texts in PROJECT["project"]["optional-dependencies"].values()
    for text in texts
]
BUILD = [Requirement(text) for text in PROJECT["build-system"]["requires"]]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


@cache
def pins(lock: str) -> dict[str, tuple[str, int]]:
    """Version and number of hashes by package name."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line and not line.lstrip().startswith("#"):
            name, version = re.match(r"([\w.-]+)==(\S+)", line).groups()  # type: ignore[union-attr]
            found[canonicalize_name(name)] = (version, line.count("--hash=sha256:"))
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    assert pins(lock)
    assert not [name for name, (_, hashes) in pins(lock).items() if not hashes]


@pytest.mark.parametrize(
    ("lock", "declared"),
    [(LOCKS[0], RUNTIME + BUILD), (LOCKS[1], RUNTIME + BUILD + DEVELOPMENT)],
)
def test_the_lock_holds_what_is_declared(lock: str, declared: list[Requirement]) -> None:
    wrong = [
        str(requirement)
        for requirement in declared
        if not (pin := pins(lock).get(canonicalize_name(requirement.name)))
        or not requirement.specifier.contains(pin[0])
    ]
    assert not wrong, f"{lock} is behind pyproject.toml, run `make lock`: {wrong}"


def test_tests_run_on_what_users_get() -> None:
    runtime, development = (pins(lock) for lock in LOCKS)
    assert {name: development.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("requirement", RUNTIME, ids=lambda requirement: requirement.name)
def test_each_dependency_of_the_program_is_explained(requirement: Requirement) -> None:
    page = (ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8")
    assert f"\n### {requirement.name}\n" in page
    assert f"\n| {requirement.name} | " in page


@pytest.mark.parametrize("requirement", DEVELOPMENT + BUILD, ids=lambda found: found.name)
def test_each_tool_is_explained(requirement: Requirement) -> None:
    page = (ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8")
    assert f"\n| {requirement.name} | " in page


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert PROJECT["project"]["version"] == detente.__version__
    assert f"\nversion: {detente.__version__}\n" in citation
