"""Is every command, option and exit code in the documentation?

Commands and options are asked of the program's own shell completion, which is what a person sees.
"""

import ast
import contextlib
import io
import os
import re
import shlex
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from detente import cli, errors

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "cli.md"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def test_every_command_has_its_heading() -> None:
    assert commands(), "`detente` offers no command to the shell's completion"
    missing = [name for name in commands() if name not in sections()]
    assert not missing, f"these commands need a heading in docs/reference/cli.md: {missing}"


def test_every_heading_is_a_command() -> None:
    stale = set(sections()) - set(commands())
    assert not stale, f"docs/reference/cli.md has headings for commands that are not there: {stale}"


def test_every_option_is_under_its_command() -> None:
    missing = [
        f"{command} {option}"
        for command in commands()
        for option in completions(*command.split(), "--")
        if f"`{option}" not in preface() + sections().get(command, "")
    ]
    assert not missing, f"docs/reference/cli.md does not tell of: {missing}"


def test_every_option_for_all_commands_is_told_of() -> None:
    missing = [option for option in completions("--") if f"`{option}" not in preface()]
    assert not missing, f"docs/reference/cli.md does not tell, before the commands, of: {missing}"


def test_every_exit_code_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8").split("\n## Exit codes\n")[1].split("\n## ")[0]
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", page, flags=re.MULTILINE)}
    assert documented == {0, 1, 2} | exception_codes() | literal_codes()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_call_on_a_page_can_be_made(page: Path) -> None:
    for line in calls(page.read_text(encoding="utf-8")):
        words = shlex.split(line, comments=True)
        command = words[:2] if " ".join(words[:2]) in commands() else words[:1]
        assert " ".join(command) in commands(), f"no command is called so: {line}"
        options = {word.partition("=")[0] for word in words if word.startswith("-")}
        unknown = options - {"-o", "-q", *completions(*command, "--")}
        assert not unknown, f"`detente {' '.join(command)}` has no {unknown}: {line}"


def test_the_test_itself_finds_calls() -> None:
    block = "```\n$ detente read x\n.venv/bin/detente --words y add x  # so\nz\n```\ndetente no\n"
    assert calls(block) == ["read x", "add x  # so"]


def calls(text: str) -> list[str]:
    """What is called in the blocks of a page, from the command on."""
    blocks = "".join(re.findall(r"^ *```\w*\n(.*?)^ *```", text, flags=re.S | re.M))
    call = r"^ *(?:\$ )?(?:\.venv/bin/)?detente (?:--words \S+ )?(.*)$"
    return re.findall(call, blocks, flags=re.M)


@cache
def commands() -> tuple[str, ...]:
    """Every command; of a group, such as `bench`, those in it."""
    groups = {name: completions(name) for name in completions()}
    within = [f"{name} {inner}" for name, inside in groups.items() for inner in inside]
    return (*(name for name, inside in groups.items() if not inside), *within)


@cache
def completions(*words: str) -> tuple[str, ...]:
    """What the shell would offer for the last of the words, or after them if there is none."""
    partial = words[-1:] == ("--",)
    line = " ".join(["detente", *words]) + ("" if partial else " ")
    place = len(words) + (0 if partial else 1)
    asked = {"_DETENTE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(place)}
    offered = io.StringIO()
    stops = contextlib.suppress(SystemExit)
    with patch.dict(os.environ, asked), contextlib.redirect_stdout(offered), stops:
        cli.main([])
    return tuple(offered.getvalue().split())


@cache
def sections() -> dict[str, str]:
    """The part of the page under each command's heading."""
    parts = re.split(
        r"^### `detente ([a-z-]+(?: [a-z-]+)*).*$", PAGE.read_text("utf-8"), flags=re.M
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def preface() -> str:
    """What the page says of all commands, above the first of them."""
    return PAGE.read_text(encoding="utf-8").split("\n### ")[0]


def exception_codes() -> set[int]:
    named = [value for value in vars(errors).values() if isinstance(value, type)]
    return {kind.exit_code for kind in named if issubclass(kind, errors.DetenteError)}


def literal_codes() -> set[int]:
    """Numbers given to an exit anywhere in the source, as they are or by a constant's name."""
    found: set[int] = set()
    for path in (ROOT / "src" / "detente").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _called(node) in ("Exit", "exit", "SystemExit"):
                values = [*node.args, *(k.value for k in node.keywords if k.arg == "code")]
                named = [constants.get(v.id, v) if isinstance(v, ast.Name) else v for v in values]
                found |= {
                    v.value for v in named if isinstance(v, ast.Constant) and type(v.value) is int
                }
    return found


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))
